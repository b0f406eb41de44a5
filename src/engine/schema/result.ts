import * as v from 'valibot';
import { DateRuleSchema, DurationSchema, InstantSchema, OrderSchema, ScalarSchema } from './definition.ts';
import { FactorsResultSchema } from './factors.ts';
import { GroupValueSchema } from './options.ts';
import { LocalizedTextSchema } from './text.ts';

const People = v.pipe(v.number(), v.finite(), v.minValue(0));
const Seconds = v.pipe(v.number(), v.finite());

/** Seconds between a step's base and the step; may be negative in an `independent` funnel. */
export const TimeSchema = v.looseObject({
  /** How many subjects it was measured on. */
  count: v.optional(People),
  median: v.optional(v.nullable(Seconds)),
  p25: v.optional(v.nullable(Seconds)),
  p75: v.optional(v.nullable(Seconds)),
  p90: v.optional(v.nullable(Seconds)),
  mean: v.optional(v.nullable(Seconds)),
  /** Bars of equal width, the first from `start` on; with `tail` the last one holds everything longer. */
  histogram: v.optional(
    v.looseObject({
      start: Seconds,
      width: v.pipe(Seconds, v.gtValue(0)),
      counts: v.array(People),
      tail: v.optional(v.boolean()),
    }),
  ),
});
export type TimeSummary = v.InferOutput<typeof TimeSchema>;

/** One exit or way on of a step: `renewed`, `frozen`, `cancelled`. */
export const OutcomeCountSchema = v.looseObject({
  id: v.string(),
  name: v.optional(LocalizedTextSchema),
  as: v.picklist(['converted', 'dropped']),
  count: People,
});
export type OutcomeCount = v.InferOutput<typeof OutcomeCountSchema>;

/** Values offered to filter a step by, each with the subjects that have it. */
export const FilterOfferSchema = v.looseObject({
  property: v.string(),
  values: v.optional(v.array(v.looseObject({ value: v.nullable(ScalarSchema), count: People }))),
});
export type FilterOffer = v.InferOutput<typeof FilterOfferSchema>;

/** The people of a step. `converted + open + dropped = entered`. The least is a name and a count. */
export const ResultStepSchema = v.looseObject({
  id: v.optional(v.string()),
  name: v.optional(LocalizedTextSchema),
  /** The converted; the one number the least result must have for each step. Null or absent: unknown. */
  count: v.optional(v.nullable(People)),
  base: v.optional(v.nullable(v.union([v.string(), v.array(v.string())]))),
  when: v.optional(DateRuleSchema),
  window: v.optional(DurationSchema),
  optional: v.optional(v.boolean()),
  /** Nobody's base: it divides, and lets both halves go on. */
  split: v.optional(v.boolean()),
  /** False where nothing bounds the step, so that `dropped` means "not (yet) done". */
  bounded: v.optional(v.boolean()),
  /** The dated column holds the latest stamp only ("latest contact"). */
  latestOnly: v.optional(v.boolean()),
  entered: v.optional(v.nullable(People)),
  converted: v.optional(v.nullable(People)),
  open: v.optional(v.nullable(People)),
  dropped: v.optional(v.nullable(People)),
  /** How many did neither the step nor lost anything by it (optional steps). */
  skipped: v.optional(People),
  /** People present in both this step and its base; what rates use. */
  fromPrevious: v.optional(People),
  outcomes: v.optional(v.array(OutcomeCountSchema)),
  time: v.optional(TimeSchema),
  value: v.optional(
    v.looseObject({
      total: v.number(),
      /** How many amounts are known: one a subject. */
      count: People,
      median: v.optional(v.nullable(v.number())),
      mean: v.optional(v.nullable(v.number())),
    }),
  ),
  filters: v.optional(v.array(FilterOfferSchema)),
  action: v.optional(LocalizedTextSchema),
  /** Of those who entered and have not done it: how many entered less than this step's 90th percentile ago. */
  recent: v.optional(People),
});
export type ResultStep = v.InferOutput<typeof ResultStepSchema>;

const StepCounts = v.looseObject({
  id: v.optional(v.string()),
  entered: v.optional(v.nullable(People)),
  converted: v.optional(v.nullable(People)),
  open: v.optional(v.nullable(People)),
  dropped: v.optional(v.nullable(People)),
  count: v.optional(v.nullable(People)),
  time: v.optional(TimeSchema),
});
export type StepCount = v.InferOutput<typeof StepCounts>;

export const BreakdownResultSchema = v.looseObject({
  property: v.union([v.string(), v.array(v.string())]),
  attribution: v.optional(v.unknown()),
  groups: v.array(
    v.looseObject({ value: GroupValueSchema, steps: v.array(StepCounts), merged: v.optional(People) }),
  ),
});
export type BreakdownResult = v.InferOutput<typeof BreakdownResultSchema>;

export const TrendResultSchema = v.looseObject({
  interval: v.picklist(['day', 'week', 'month']),
  from: v.string(),
  to: v.string(),
  periods: v.array(
    v.looseObject({
      start: InstantSchema,
      entered: People,
      converted: People,
      complete: v.optional(v.boolean()),
    }),
  ),
});
export type TrendResult = v.InferOutput<typeof TrendResultSchema>;

const RangeResult = v.looseObject({
  from: v.nullish(InstantSchema),
  to: v.nullish(InstantSchema),
  timeZone: v.optional(v.string()),
});

/**
 * A finished funnel, from the host or computed here; the same shape either way. Unknown fields are kept.
 * Source: contract.md, "Result JSON (version 1)".
 */
export const ResultSchema = v.looseObject({
  version: v.optional(v.literal(1)),
  funnel: v.optional(
    v.looseObject({
      id: v.optional(v.string()),
      name: v.optional(LocalizedTextSchema),
      definition: v.optional(v.unknown()),
    }),
  ),
  /** `computed`: by the bundled engine; anything else was supplied. */
  origin: v.optional(v.picklist(['computed', 'supplied'])),
  subject: v.optional(v.picklist(['person', 'membership'])),
  order: v.optional(OrderSchema),
  /** Each step counts only people of its base. */
  closed: v.optional(v.boolean()),
  range: v.optional(RangeResult),
  asOf: v.optional(v.nullable(InstantSchema)),
  currency: v.optional(v.string()),
  notices: v.optional(v.array(v.looseObject({ code: v.string(), href: v.optional(v.string()) }))),
  steps: v.array(ResultStepSchema),
  maturity: v.optional(
    v.looseObject({
      recent: People,
      entered: v.optional(People),
      withinSeconds: v.optional(v.nullable(Seconds)),
    }),
  ),
  breakdown: v.optional(BreakdownResultSchema),
  comparison: v.optional(
    v.looseObject({
      range: v.optional(RangeResult),
      /** Two segments of the breakdown's property: `group` is compared with `against`, whose numbers `steps` are. */
      group: v.optional(GroupValueSchema),
      /** Absent: everybody who is not in `group`. */
      against: v.optional(GroupValueSchema),
      /** False, or a reason: the two are not alike, as where one period is longer. */
      comparable: v.optional(v.union([v.literal(false), v.string()])),
      steps: v.array(StepCounts),
    }),
  ),
  /** Target rates, 0 to 1, of steps (of their base) and of the whole funnel (`total`). */
  goals: v.optional(v.record(v.string(), v.pipe(v.number(), v.minValue(0), v.maxValue(1)))),
  trend: v.optional(TrendResultSchema),
  /** What goes with going on. */
  factors: v.optional(FactorsResultSchema),
  links: v.optional(v.looseObject({ people: v.optional(v.string()) })),
});
export type FunnelResult = v.InferOutput<typeof ResultSchema>;

/** One row of a list of people. Instants are ISO 8601 or epoch ms. Source: contract.md, "People page". */
export const PersonRowSchema = v.looseObject({
  id: v.union([v.string(), v.number()]),
  /** The person of a subject that is a membership. */
  clientId: v.optional(v.union([v.string(), v.number()])),
  name: v.optional(v.nullable(v.string())),
  email: v.optional(v.nullable(v.string())),
  phone: v.optional(v.nullable(v.string())),
  source: v.optional(v.nullable(v.string())),
  leadStage: v.optional(v.nullable(v.string())),
  tags: v.optional(v.nullable(v.array(v.string()))),
  consent: v.optional(
    v.nullable(v.looseObject({ email: v.optional(v.boolean()), sms: v.optional(v.boolean()) })),
  ),
  /** When they reached the step before: since then they stand here. */
  enteredAt: v.optional(v.nullable(InstantSchema)),
  /** Of somebody open: the last instant at which what they are open at can still be done. */
  deadline: v.optional(v.nullable(InstantSchema)),
  lastContactedAt: v.optional(v.nullable(InstantSchema)),
  /** Step id → instant of the match. */
  matched: v.optional(v.record(v.string(), v.nullable(InstantSchema))),
  next: v.optional(
    v.nullable(
      v.looseObject({
        step: v.string(),
        name: v.optional(LocalizedTextSchema),
        scheduledAt: v.optional(v.nullable(InstantSchema)),
        action: v.optional(LocalizedTextSchema),
      }),
    ),
  ),
  properties: v.optional(v.record(v.string(), v.nullable(v.union([ScalarSchema, v.array(v.string())])))),
});
export type PersonRow = v.InferOutput<typeof PersonRowSchema>;

/** A page of a list of people. */
export const PeoplePageSchema = v.looseObject({
  people: v.array(PersonRowSchema),
  /** All rows that fulfil the query, on every page. */
  total: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Rows of the segment before the search; the number on the bar. */
  segmentTotal: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  cursor: v.optional(v.nullable(v.string())),
});
export type PeoplePage = v.InferOutput<typeof PeoplePageSchema>;
