import * as v from 'valibot';
import {
  InstantSchema,
  LookbackDaysSchema,
  OrderSchema,
  ReentrySchema,
  ScalarSchema,
  SwitchesSchema,
  WhereSchema,
} from './definition.ts';

/**
 * The period. A bare date (`2026-10-31`) is a whole day of the studio, both ends included; an instant (ISO with
 * offset, or epoch ms) is exact, included; absent or null is open.
 */
export const RangeSchema = v.strictObject({ from: v.nullish(InstantSchema), to: v.nullish(InstantSchema) });
export type RangeOption = v.InferOutput<typeof RangeSchema>;

/** Divides the subjects by a property. Source: funnels.md, "Breakdown". */
export const BreakdownSchema = v.strictObject({
  /** A property, or several whose values make pairs; `person.x` reads the person. */
  property: v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]),
  attribution: v.optional(
    v.union([v.picklist(['first-touch', 'last-touch', 'all-events']), v.strictObject({ step: v.string() })]),
  ),
  /** Groups beyond this many by step 1 are merged into "other"; all are kept when absent. */
  top: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type BreakdownOption = v.InferOutput<typeof BreakdownSchema>;

/** Conversion by period of entry. `from` and `to` are step ids, by default the first and the last. */
export const TrendSchema = v.strictObject({
  interval: v.picklist(['day', 'week', 'month']),
  from: v.optional(v.string()),
  to: v.optional(v.string()),
});
export type TrendOption = v.InferOutput<typeof TrendSchema>;

/** The value of a breakdown's group: a value, a tuple for several properties, null for missing, or the merged rest. */
export const GroupValueSchema = v.union([
  v.null(),
  ScalarSchema,
  v.array(v.nullable(ScalarSchema)),
  v.strictObject({ other: v.literal(true) }),
]);
export type GroupValue = v.InferOutput<typeof GroupValueSchema>;

/** A segment beside another: a group of the breakdown, and what it is held against; by default everybody else. */
export const GroupComparisonSchema = v.strictObject({
  group: GroupValueSchema,
  against: v.optional(GroupValueSchema),
});
export type GroupComparison = v.InferOutput<typeof GroupComparisonSchema>;

/** Everything a run of a funnel takes besides its definition. Source: data.md, "Run options". */
export const RunOptionsSchema = v.strictObject({
  range: v.optional(RangeSchema),
  /** *Now*: events after it never match. Default: the dataset's `asOf`; the engine has no clock. */
  now: v.optional(InstantSchema),
  filters: v.optional(v.record(v.string(), WhereSchema)),
  breakdown: v.optional(BreakdownSchema),
  /** The period before (of a whole calendar month the month before), another period, or two groups of the breakdown. */
  comparison: v.optional(v.union([v.literal('previous'), RangeSchema, GroupComparisonSchema])),
  trend: v.optional(TrendSchema),
  order: v.optional(OrderSchema),
  reentry: v.optional(ReentrySchema),
  switches: v.optional(SwitchesSchema),
  /** Replaces the days of every look-back date rule. */
  lookbackDays: v.optional(LookbackDaysSchema),
  /** First day of the week, 1 Monday to 7 Sunday (ISO). Default 1. */
  weekStart: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  /** `earliest`: times of the one reported attempt; `mean`: over a subject's equally far attempts. */
  time: v.optional(v.picklist(['earliest', 'mean'])),
});
export type RunOptions = v.InferOutput<typeof RunOptionsSchema>;

/** A point of a trend: whoever started in that day, week or month, each with the furthest attempt begun in it. */
export const SegmentPeriodSchema = v.strictObject({
  interval: v.picklist(['day', 'week', 'month']),
  /** An instant of it, or a date of it: its first. */
  start: InstantSchema,
  /**
   * The step a trend's rate starts from; the outcome is then between the two: `entered` did this one, `converted` the
   * segment's step too, `open` and `dropped` did not.
   */
  from: v.optional(v.string()),
});
export type SegmentPeriod = v.InferOutput<typeof SegmentPeriodSchema>;

/** A bar of a histogram: whoever took so long from a step to the segment's. Seconds; an open end has no bound. */
export const SegmentTookSchema = v.strictObject({
  from: v.string(),
  /** Included. */
  min: v.optional(v.pipe(v.number(), v.finite())),
  /** Excluded. */
  max: v.optional(v.pipe(v.number(), v.finite())),
});
export type SegmentTook = v.InferOutput<typeof SegmentTookSchema>;

/**
 * Which people: those of a step with an outcome; of a breakdown's group, of a period of entry, of a time taken, where
 * these are said too.
 */
export const SegmentSchema = v.strictObject({
  step: v.string(),
  /** `entered`, `converted`, `open`, `dropped`, or the id of an outcome (`frozen`). */
  outcome: v.string(),
  group: v.optional(GroupValueSchema),
  period: v.optional(SegmentPeriodSchema),
  took: v.optional(SegmentTookSchema),
});
export type Segment = v.InferOutput<typeof SegmentSchema>;

/** People of several segments taken together, each once, though they may overlap. Of one alone it is that one. */
export const SegmentUnionSchema = v.strictObject({ anyOf: v.pipe(v.array(SegmentSchema), v.minLength(1)) });
export type SegmentUnion = v.InferOutput<typeof SegmentUnionSchema>;

/** Whose people of a funnel are listed: those of a segment, or of any of several. */
export type FunnelSegment = Segment | SegmentUnion;

const Id = v.union([v.string(), v.number()]);
const WholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Which rows of a list of people, and in which order. */
export const PeopleQuerySchema = v.strictObject({
  /** Looked for in name, e-mail, phone, id, tags; case and accents do not matter. */
  q: v.optional(v.string()),
  /**
   * `enteredAt` (default, latest first), `name`, `next`, `lastContactedAt`, `deadline` (of somebody open), or any
   * property of a person.
   */
  sort: v.optional(v.strictObject({ by: v.string(), descending: v.optional(v.boolean()) })),
  /** Only rows whose person has this value; `null` for missing. */
  where: v.optional(v.record(v.string(), v.nullable(ScalarSchema))),
  offset: v.optional(WholeNumber),
  /** Default 100. */
  limit: v.optional(WholeNumber),
  exclude: v.optional(v.pipe(v.array(Id), v.readonly())),
  /** In a funnel of memberships: ids of the memberships (default) or of their distinct persons. */
  as: v.optional(v.picklist(['subject', 'client'])),
});
export type PeopleQuery = v.InferOutput<typeof PeopleQuerySchema>;

/** Between which two steps, by id, of whom, and how the times are gathered into bins. */
export const TimeToConvertSchema = v.strictObject({
  /** Default: the first step. */
  from: v.optional(v.string()),
  /** Default: the last step. */
  to: v.optional(v.string()),
  /** Only the people of this group of the breakdown. */
  group: v.optional(GroupValueSchema),
  /**
   * `readable` (default): whole minutes, hours, days or weeks, with a long tail in the last bin. `equal`: from the
   * shortest to the longest time in equal parts.
   */
  bins: v.optional(v.picklist(['readable', 'equal'])),
  /** How many equal bins. Default: the cube root of the number of people, 1 to 60. */
  binCount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
});
export type TimeToConvertOption = v.InferOutput<typeof TimeToConvertSchema>;
