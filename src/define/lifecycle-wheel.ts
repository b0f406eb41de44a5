/** Defines `<lifecycle-wheel>`. Importing this file is the side effect. */
import { LifecycleWheel } from '../elements/lifecycle-wheel/lifecycle-wheel.ts';

LifecycleWheel.define();

export { LifecycleWheel };
