import * as v from 'valibot';
import { EventConditionSchema, InstantSchema, WhereSchema } from './definition.ts';
import { LocalizedTextSchema } from './text.ts';

const Days = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_525));
const Months = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200));
const Times = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000));
const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const Positive = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** Which events count: a type, or conditions on one, as in a funnel's step (data.md, `where`). */
export const EventTestSchema = v.union([v.pipe(v.string(), v.minLength(1)), EventConditionSchema]);
export type EventTest = v.InferOutput<typeof EventTestSchema>;
const EventTests = v.array(EventTestSchema);

/** What makes somebody a customer, and what shows that they still are one; shared by all three wheels. */
const customerEntries = {
  /** What counts as a purchase. */
  purchases: v.optional(EventTests),
  /** What counts as a visit. */
  visits: v.optional(EventTests),
  /** What counts as an interaction of somebody who is not yet a customer. */
  interactions: v.optional(EventTests),
};

/** Thresholds of the lifecycle. Source: lifecycle.md, section 1. */
export const LifecycleOptionsSchema = v.strictObject({
  ...customerEntries,
  /** What counts as having been contacted to be won back. */
  contacts: v.optional(EventTests),
  /** Months after signing up during which somebody is in conversion. Default 3. */
  newMonths: v.optional(Months),
  /** Visits that make somebody regular. Default 3. */
  regularVisits: v.optional(Times),
  /** Months in which these visits are counted. Default 3. */
  visitMonths: v.optional(Months),
  /** Months without a live membership, a visit or a purchase after which somebody is former. Default 12. */
  formerMonths: v.optional(Months),
  /** A regular who has not come for so many days is in attrition at once. Off by default. */
  gapDays: v.optional(v.nullable(Days)),
});
export type LifecycleOptions = v.InferOutput<typeof LifecycleOptionsSchema>;

const Weights = v.record(v.pipe(v.string(), v.minLength(1)), Amount);

/** Thresholds of the engagement index. Source: lifecycle.md, section 2. */
export const EngagementOptionsSchema = v.strictObject({
  /** What begins the right half: a contract. */
  contracts: v.optional(EventTests),
  /** What counts as having been contacted by sales. */
  contacts: v.optional(EventTests),
  /** What counts as a checkout page. */
  checkouts: v.optional(EventTests),
  /** Area → event type → points. Given areas replace the defaults of the same name; `{}` empties one. */
  points: v.optional(v.record(v.pipe(v.string(), v.minLength(1)), Weights)),
  /** Area → weight, before a contract and after it. Given weights replace the defaults of the same area. */
  weights: v.optional(v.strictObject({ before: v.optional(Weights), after: v.optional(Weights) })),
  /** Days after which a point counts half. Default 30. */
  halfLifeDays: v.optional(Positive),
  /** Points that give half of an area's weight. Default 8. */
  saturation: v.optional(Positive),
  /** Before a contract: purchase from this score. Default 40. */
  purchaseFrom: v.optional(Amount),
  /** After it: exit below this score. Default 30. */
  exitBelow: v.optional(Amount),
  /** …or lower by this share than `fallDays` ago, and below `fallBelow`. Default 0.3. */
  fallShare: v.optional(Share),
  fallBelow: v.optional(Amount),
  fallDays: v.optional(Days),
  /** Points to spare before somebody goes back. Default 5. */
  hysteresis: v.optional(Amount),
  /** Days after the contract in which nobody is in exit. Default 30. */
  graceDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_525))),
  /** Marketing qualified from this score. Default 25. */
  mqlFrom: v.optional(Amount),
  /** Sales qualified from this score, or by a checkout page in the last `sqlCheckoutDays`. Default 40, 14. */
  sqlFrom: v.optional(Amount),
  sqlCheckoutDays: v.optional(Days),
});
export type EngagementOptions = v.InferOutput<typeof EngagementOptionsSchema>;

/** The phases of the flywheel, in their order. */
export const FlywheelPhaseSchema = v.picklist(['activation', 'adoption', 'adoration', 'advocacy']);
export type FlywheelPhase = v.InferOutput<typeof FlywheelPhaseSchema>;

/** What the engine knows how to measure friction by. Source: lifecycle.md, section 3; the seed's catalogue. */
export const FrictionMeasureSchema = v.picklist([
  'abandoned-carts',
  'uncontacted-leads',
  'opened-not-clicked',
  'no-first-visit',
  'intro-not-followed',
  'failed-payments',
  'low-survey',
  'silent-promoters',
  'stayed',
]);
export type FrictionMeasure = v.InferOutput<typeof FrictionMeasureSchema>;

/**
 * A point of friction: one of the catalogue, or the host's own. What `measure` names is measured in the data; a
 * host may give `value` (and `people`) instead. With neither it is shown as not measured.
 */
export const FrictionDefinitionSchema = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1)),
  phase: FlywheelPhaseSchema,
  name: v.optional(LocalizedTextSchema),
  measure: v.optional(v.nullable(FrictionMeasureSchema)),
  people: v.optional(v.nullable(Amount)),
  value: v.optional(v.nullable(v.pipe(v.number(), v.finite()))),
  unit: v.optional(v.picklist(['count', 'share', 'money', 'days'])),
  /** The most that is acceptable. */
  target: v.optional(v.nullable(Amount)),
  severity: v.optional(v.picklist(['low', 'medium', 'high'])),
});
export type FrictionDefinition = v.InferOutput<typeof FrictionDefinitionSchema>;

/** Thresholds, targets and friction of the flywheel. Source: lifecycle.md, section 3. */
export const FlywheelOptionsSchema = v.strictObject({
  ...customerEntries,
  /** What a client does that brings others. */
  advocacy: v.optional(EventTests),
  /** What qualifies a lead. */
  qualified: v.optional(EventTests),
  /** What counts as a trial sign-up. */
  trials: v.optional(EventTests),
  /** What counts as signing up to the referral or affiliate programme. */
  affiliates: v.optional(EventTests),
  /** Visits since signing up by which a customer has realised value. Default 3. */
  valueVisits: v.optional(Times),
  /** Months for which an act of advocacy counts. Default 12. */
  advocacyMonths: v.optional(Months),
  /** Months without a live membership, a visit or a purchase after which somebody has left the wheel. Default 3. */
  formerMonths: v.optional(Months),
  /** Metric → what is aimed at. Ids: see `WheelResult.phases[].metrics`. */
  targets: v.optional(v.record(v.string(), v.pipe(v.number(), v.finite()))),
  /** Points of friction that replace those of the catalogue with the same id, or are added. */
  friction: v.optional(v.array(FrictionDefinitionSchema)),
  /** Share of people held up from which friction is medium, and high. Default 0.1, 0.3. */
  frictionMedium: v.optional(Share),
  frictionHigh: v.optional(Share),
  /** Days within which a new lead should be contacted. Default 2. */
  contactDays: v.optional(Days),
  /** Days within which a new customer should come for the first time. Default 14. */
  firstVisitDays: v.optional(Days),
  /** Days after an intro offer by which something should follow. Default 30. */
  introDays: v.optional(Days),
  /** Change of momentum up to which the wheel turns "as before". Default 0.05. */
  steadyShare: v.optional(Share),
});
export type FlywheelOptions = v.InferOutput<typeof FlywheelOptionsSchema>;

/** Everything a wheel takes. Thresholds that are absent are lifecycle.md's. */
export const WheelOptionsSchema = v.strictObject({
  /** Instant, or a bare date (its whole day). Default: the dataset's `asOf`; the engine has no clock. */
  asOf: v.optional(InstantSchema),
  /** The earlier instant to compare with; `previous`: a calendar month before, from a month's last day to the last day of the one before. Absent: nothing is compared. */
  comparedTo: v.optional(v.union([v.literal('previous'), InstantSchema])),
  lifecycle: v.optional(LifecycleOptionsSchema),
  engagement: v.optional(EngagementOptionsSchema),
  flywheel: v.optional(FlywheelOptionsSchema),
  /** Only these people: a `where` on their own properties (`{location: "Nord"}`). */
  filters: v.optional(WhereSchema),
});
export type WheelOptions = v.InferOutput<typeof WheelOptionsSchema>;
