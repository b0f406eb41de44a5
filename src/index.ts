/**
 * All of funnelwheel for a host's page, without a side effect: no tag is defined until `define()` is called, or a tag's
 * own entry (`funnelwheel/funnel-chart`, `funnelwheel/lifecycle-wheel` …) is imported. The engine's functions are in
 * `funnelwheel/engine`, the built-in funnels and wheels in `funnelwheel/catalog`.
 */
export { ActivationRate } from './elements/activation-rate/activation-rate.ts';
export { ChannelReport } from './elements/channel-report/channel-report.ts';
export { ExperimentReadout } from './elements/experiment-readout/experiment-readout.ts';
export { FunnelChart } from './elements/funnel-chart/funnel-chart.ts';
export { FunnelStepDrilldown } from './elements/funnel-step-drilldown/funnel-step-drilldown.ts';
export { LifecycleWheel } from './elements/lifecycle-wheel/lifecycle-wheel.ts';
export * from './events/index.ts';
export * from './data/index.ts';
export * from './worker/index.ts';
export type { PeopleHost } from './controllers/people-host.ts';
export { describeFunnel, type FunnelDescription } from './i18n/describe-funnel.ts';
export { computeReadout } from './engine/experiments/compute-readout.ts';
export { FunnelwheelError, type ErrorCode } from './engine/error.ts';
export type * from './engine/index.ts';
