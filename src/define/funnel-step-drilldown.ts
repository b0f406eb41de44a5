/** Defines `<funnel-step-drilldown>`. Importing this file is the side effect. */
import { FunnelStepDrilldown } from '../elements/funnel-step-drilldown/funnel-step-drilldown.ts';

FunnelStepDrilldown.define();

export { FunnelStepDrilldown };
