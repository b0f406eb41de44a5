/** Defines `<activation-rate>`. Importing this file is the side effect. */
import { ActivationRate } from '../elements/activation-rate/activation-rate.ts';

ActivationRate.define();

export { ActivationRate };
