export * from './error.ts';
export * from './schema/index.ts';
export type { Cells, DictionaryCells } from './dataset/cells.ts';
export type {
  AppendInput,
  InputEventTable,
  InputTable,
  Rejected,
  RejectedRow,
  RejectionCode,
  StoreInput,
  StoreSummary,
} from './dataset/store-input.ts';
export { Calendar } from './dataset/calendar.ts';
export { parseInstant, type Instant } from './dataset/instant.ts';
export { appendToStore } from './dataset/append-to-store.ts';
export { createStore } from './dataset/create-store.ts';
export { removePeople } from './dataset/remove-people.ts';
export type { Store } from './dataset/store.ts';
export { compileFunnel } from './funnel/plan/compile-funnel.ts';
export type { FunnelPlan, PlanStep } from './funnel/plan/plan.ts';
export type { ExplainedEvent, ExplainedStep, Explanation, RejectionReason } from './funnel/answer/explain.ts';
export type { BreakdownOffer } from './funnel/answer/offers.ts';
export type { TimeBin } from './funnel/answer/time-bins.ts';
export type { Histogram } from './funnel/answer/time-to-convert.ts';
export { computeActivation } from './activation/compute-activation.ts';
export { ACTIVATION_PRESETS, type ActivationPreset, type ActivationPresetId } from './activation/presets.ts';
export { assessChannels, type AssessedChannel, type ChannelAssessment } from './channels/assess-channels.ts';
export { DEFAULT_BOUNDS, type AdviceReason, type ChannelAdvice } from './channels/channel-advice.ts';
export { computeChannelFigures, type ChannelFigures } from './channels/channel-figures.ts';
export { computeChannels } from './channels/compute-channels.ts';
export { countExperiment } from './experiments/count-experiment.ts';
export type { Readout } from './experiments/readout.ts';
export { FunnelSession } from './session.ts';
export { WheelSession } from './wheel-session.ts';
