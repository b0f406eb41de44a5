export * from './error.ts';
export * from './schema/index.ts';
export type {
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
export { createStore } from './dataset/create-store.ts';
export type { Store } from './dataset/store.ts';
export { compileFunnel } from './funnel/plan/compile-funnel.ts';
export type { FunnelPlan, PlanStep } from './funnel/plan/plan.ts';
export type { ExplainedEvent, ExplainedStep, Explanation, RejectionReason } from './funnel/answer/explain.ts';
export type { Histogram } from './funnel/answer/time-to-convert.ts';
export { FunnelSession } from './session.ts';
