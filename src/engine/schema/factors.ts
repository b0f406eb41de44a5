import * as v from 'valibot';
import { ScalarSchema } from './definition.ts';

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const Seconds = v.pipe(v.number(), v.finite(), v.minValue(0));

/** What is looked for, and where. */
export const FactorsOptionSchema = v.strictObject({
  /** The entry, by id. Default: the first step. */
  from: v.optional(v.string()),
  /** What it goes with, by id. Default: the last step. */
  to: v.optional(v.string()),
  /** Events count in so many days from the entry. Default: the time in which a quarter of those who did it did. */
  withinDays: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(3650))),
  /** Fewer people with it, or without it, are not looked at. Default 30. */
  support: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export type FactorsOption = v.InferOutput<typeof FactorsOptionSchema>;

const FactorCountSchema = v.looseObject({ people: Whole, converted: Whole });

/** Something people had or did, and how many of those with it and without it went on. */
export const FactorSchema = v.looseObject({
  /** `person`: a property of the people; `entry`: of the event they entered by; `event`: something that happened after. */
  kind: v.picklist(['person', 'entry', 'event']),
  /** The event's type. */
  event: v.optional(v.string()),
  /** The property, as a breakdown names it. An event without one: that it happened at all. */
  property: v.optional(v.string()),
  value: v.optional(ScalarSchema),
  with: FactorCountSchema,
  without: FactorCountSchema,
});
export type Factor = v.InferOutput<typeof FactorSchema>;

/**
 * What people had or did before going on or not: counts, which say what goes together and not what causes what.
 * Everybody is looked at over the same time: who has not been there so long is left out.
 */
export const FactorsResultSchema = v.looseObject({
  from: v.string(),
  to: v.string(),
  /** Seconds from the entry in which going on counts. */
  horizon: v.optional(v.nullable(Seconds)),
  /** Seconds from the entry in which events count; who went on in them is left out there. */
  within: v.optional(v.nullable(Seconds)),
  /** Who was looked at for properties; `left` were not there long enough to tell. */
  people: v.optional(v.looseObject({ people: Whole, converted: Whole, left: v.optional(Whole) })),
  /** Who was looked at for events. */
  atRisk: v.optional(FactorCountSchema),
  factors: v.array(FactorSchema),
});
export type FactorsResult = v.InferOutput<typeof FactorsResultSchema>;
