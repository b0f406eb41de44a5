/**
 * All of funnelwheel for a host's page, without a side effect: no tag is defined until `define()` is called, or
 * `funnelwheel/funnel-chart` and `funnelwheel/funnel-step-drilldown` are imported. The engine's functions are in
 * `funnelwheel/engine`, the built-in funnels in `funnelwheel/catalog`.
 */
export { FunnelChart } from './elements/funnel-chart/funnel-chart.ts';
export { FunnelStepDrilldown } from './elements/funnel-step-drilldown/funnel-step-drilldown.ts';
export * from './events/index.ts';
export * from './data/index.ts';
export * from './worker/index.ts';
export { describeFunnel, type FunnelDescription } from './i18n/describe-funnel.ts';
export { FunnelwheelError, type ErrorCode } from './engine/error.ts';
export type * from './engine/index.ts';
