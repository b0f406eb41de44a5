import * as v from 'valibot';
import { EventConditionSchema, WhereSchema } from './definition.ts';
import { LocalizedTextSchema } from './text.ts';

/**
 * What somebody does, as a step of a funnel says it: `event` with conditions, or any of several (`anyOf`), and what
 * it is called.
 */
export const DeedSchema = v.pipe(
  v.strictObject({
    name: v.optional(LocalizedTextSchema),
    event: v.optional(EventConditionSchema.entries.event),
    anyOf: v.optional(v.pipe(v.array(EventConditionSchema), v.minLength(1))),
    where: v.optional(WhereSchema),
  }),
  v.check(({ event, anyOf }) => (event === undefined) !== (anyOf === undefined), 'needs "event" or "anyOf"'),
);
export type Deed = v.InferOutput<typeof DeedSchema>;

/** A number of people or of things; null or absent: unknown, which is never 0. */
export const CountSchema = v.pipe(v.number(), v.finite(), v.minValue(0));

/** A share from 0 to 1. */
export const ShareSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** Who made a result, and of when it is; what every result of the small elements begins with. */
export const ProvenanceEntries = {
  version: v.optional(v.literal(1)),
  origin: v.optional(v.picklist(['computed', 'supplied'])),
  /** The instant the numbers are of. */
  asOf: v.optional(v.nullable(v.union([v.string(), v.number()]))),
  timeZone: v.optional(v.string()),
  range: v.optional(
    v.looseObject({
      from: v.optional(v.nullable(v.union([v.string(), v.number()]))),
      to: v.optional(v.nullable(v.union([v.string(), v.number()]))),
    }),
  ),
  notices: v.optional(v.array(v.looseObject({ code: v.string(), href: v.optional(v.string()) }))),
};
