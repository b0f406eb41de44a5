import * as v from 'valibot';
import { DurationSchema, InstantSchema } from './definition.ts';
import { CountSchema, DeedSchema, ProvenanceEntries, ShareSchema } from './figures-conditions.ts';
import { RangeSchema } from './options.ts';
import { LocalizedTextSchema } from './text.ts';

const IntervalSchema = v.picklist(['day', 'week', 'month']);
export type ActivationInterval = v.InferOutput<typeof IntervalSchema>;

/** What others reach, and who says so: a figure without its source is no benchmark. */
export const BenchmarkSchema = v.looseObject({
  value: ShareSchema,
  name: v.optional(LocalizedTextSchema),
  href: v.optional(v.string()),
});
export type Benchmark = v.InferOutput<typeof BenchmarkSchema>;

/** How long after they were acquired people may still activate: a window of each, or until the period's end. */
const WithinSchema = v.union([v.literal('period'), DurationSchema]);

/**
 * What an activation rate is asked with. `acquired` and `activated` are the caller's, or a preset's by its id; an own
 * one replaces the preset's. Source: lifecycle.md §4 and the seed 004.
 */
export const ActivationOptionsSchema = v.strictObject({
  preset: v.optional(v.string()),
  acquired: v.optional(DeedSchema),
  activated: v.optional(DeedSchema),
  within: v.optional(WithinSchema),
  /** Who was acquired in it is counted. */
  range: v.optional(RangeSchema),
  now: v.optional(InstantSchema),
  /** Default: month. */
  interval: v.optional(IntervalSchema),
  /** First day of the week, 1 Monday to 7 Sunday (ISO). Default 1. */
  weekStart: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  target: v.optional(ShareSchema),
  benchmark: v.optional(BenchmarkSchema),
});
export type ActivationOptions = v.InferOutput<typeof ActivationOptionsSchema>;

/** Those acquired in one period, and how many of them activated. */
export const ActivationPeriodSchema = v.looseObject({
  /** First instant or day of the period. */
  start: v.union([v.string(), v.number()]),
  acquired: v.nullable(CountSchema),
  activated: v.nullable(CountSchema),
  /** Not activated, and with time left. */
  open: v.optional(CountSchema),
  /** False while the number can still rise. Default true. */
  complete: v.optional(v.boolean()),
});
export type ActivationPeriod = v.InferOutput<typeof ActivationPeriodSchema>;

/** An activation rate as counts; the least is `{acquired, activated}`. The rate is theirs to divide, never stored. */
export const ActivationResultSchema = v.looseObject({
  ...ProvenanceEntries,
  acquired: v.nullable(CountSchema),
  activated: v.nullable(CountSchema),
  open: v.optional(CountSchema),
  /** Names and rules of the two, for the formula in words. */
  definition: v.optional(
    v.looseObject({
      preset: v.optional(v.string()),
      acquired: v.optional(v.looseObject({ name: v.optional(LocalizedTextSchema) })),
      activated: v.optional(v.looseObject({ name: v.optional(LocalizedTextSchema) })),
      within: v.optional(WithinSchema),
    }),
  ),
  interval: v.optional(IntervalSchema),
  periods: v.optional(v.array(ActivationPeriodSchema)),
  target: v.optional(v.nullable(ShareSchema)),
  benchmark: v.optional(v.nullable(BenchmarkSchema)),
});
export type ActivationResult = v.InferOutput<typeof ActivationResultSchema>;
