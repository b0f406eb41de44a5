import * as v from 'valibot';
import { LocalizedTextSchema } from './text.ts';

/** A value in a condition. `"$from"`, `"$to"`, `"$now"` stand for the instants of the run. */
export const ScalarSchema = v.union([v.string(), v.number(), v.boolean()]);
export type Scalar = v.InferOutput<typeof ScalarSchema>;

/** The operators of a condition; a missing value fulfils only `ne`, `notIn`, `notContains`, `exists: false`. */
const OperatorsSchema = v.pipe(
  v.strictObject({
    ne: v.optional(ScalarSchema),
    notIn: v.optional(v.array(ScalarSchema)),
    lt: v.optional(ScalarSchema),
    lte: v.optional(ScalarSchema),
    gt: v.optional(ScalarSchema),
    gte: v.optional(ScalarSchema),
    contains: v.optional(v.string()),
    notContains: v.optional(v.string()),
    exists: v.optional(v.boolean()),
  }),
  v.check((operators) => Object.keys(operators).length > 0, 'a condition needs at least one operator'),
);
export type Operators = v.InferOutput<typeof OperatorsSchema>;

/**
 * `{property: value | [values] | {op: value}}`; all must hold. `person.x` reads a property of the person.
 * `true` equals `"true"`, `1` equals `"1"`. Source: data.md, "A definition".
 */
export const WhereSchema = v.record(
  v.pipe(v.string(), v.minLength(1)),
  v.union([ScalarSchema, v.array(ScalarSchema), OperatorsSchema]),
);
export type Where = v.InferOutput<typeof WhereSchema>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(1));
/** A millennium: what is longer is a slip of units. */
const MOST_DAYS = 365_250;
const MOST_MONTHS = 12_000;
const MOST_STEPS = 200;
const whole = (most: number, least = 0) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** A length of time: `days` and `months` are the studio's calendar, `ms` is exact. Exactly one of them. */
export const DurationSchema = v.union([
  v.strictObject({ days: whole(MOST_DAYS) }),
  v.strictObject({ months: whole(MOST_MONTHS) }),
  v.strictObject({ ms: v.pipe(v.number(), v.minValue(0), v.maxValue(MOST_DAYS * 86_400_000)) }),
]);
export type Duration = v.InferOutput<typeof DurationSchema>;

/** An instant as JSON has it: ISO 8601, or epoch milliseconds. */
export const InstantSchema = v.union([v.string(), v.number()]);

/** Days of a look-back. */
export const LookbackDaysSchema = whole(MOST_DAYS, 1);

/** The date rule of a step. Source: funnels.md, "Date rules". */
export const DateRuleSchema = v.union([
  v.picklist(['any', 'inRange', 'afterEntry']),
  v.strictObject({ lookback: v.strictObject({ days: LookbackDaysSchema }) }),
  v.strictObject({ from: v.nullish(InstantSchema), to: v.nullish(InstantSchema) }),
]);
export type DateRule = v.InferOutput<typeof DateRuleSchema>;

const EventNames = v.union([
  v.pipe(v.string(), v.minLength(1)),
  v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.minLength(1)),
]);

/** One way of fulfilling a step: an event type (or several, or `"*"`) and conditions on it. */
export const EventConditionSchema = v.strictObject({ event: EventNames, where: v.optional(WhereSchema) });
export type EventCondition = v.InferOutput<typeof EventConditionSchema>;

/** How a step ended where there are more ways than these: a renewal is renewed, frozen or cancelled. */
export const OutcomeSchema = v.strictObject({
  event: v.optional(EventNames),
  where: v.optional(WhereSchema),
  as: v.picklist(['converted', 'dropped']),
  name: v.optional(LocalizedTextSchema),
});
export type Outcome = v.InferOutput<typeof OutcomeSchema>;

const StepId = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/** A step of a funnel. Source: data.md, "A definition"; funnels.md for what each field means. */
export const StepSchema = v.strictObject({
  id: StepId,
  name: v.optional(LocalizedTextSchema),
  event: v.optional(EventNames),
  anyOf: v.optional(v.pipe(v.array(EventConditionSchema), v.minLength(1))),
  where: v.optional(WhereSchema),
  when: v.optional(DateRuleSchema),
  absent: v.optional(v.boolean()),
  pick: v.optional(v.picklist(['first', 'last', 'first-ever'])),
  nth: v.optional(Count),
  base: v.optional(v.union([StepId, v.pipe(v.array(StepId), v.minLength(1))])),
  after: v.optional(StepId),
  distinctFrom: v.optional(v.array(StepId)),
  window: v.optional(DurationSchema),
  notBefore: v.optional(DurationSchema),
  optional: v.optional(v.boolean()),
  outcomes: v.optional(v.record(v.pipe(v.string(), v.minLength(1)), OutcomeSchema)),
  value: v.optional(v.string()),
  filters: v.optional(v.array(v.string())),
  /** What the studio is advised to do for people whose next step this is. */
  action: v.optional(LocalizedTextSchema),
});
export type StepDefinition = v.InferOutput<typeof StepSchema>;

/** An event that spoils an attempt when it lies strictly between two steps. */
export const ExclusionSchema = v.strictObject({
  event: EventNames,
  where: v.optional(WhereSchema),
  between: v.strictTuple([StepId, StepId]),
});
export type Exclusion = v.InferOutput<typeof ExclusionSchema>;

/** What a studio may leave out of every funnel; all off by default. */
export const SwitchesSchema = v.strictObject({
  ignoreZero: v.optional(v.boolean()),
  ignoreDropIns: v.optional(v.boolean()),
  ignoreSecondIntro: v.optional(v.boolean()),
  ignoreRefunded: v.optional(v.boolean()),
  ignoreNoShows: v.optional(v.boolean()),
  ignoreLateCancels: v.optional(v.boolean()),
  ignoreAggregators: v.optional(v.boolean()),
});
export type Switches = v.InferOutput<typeof SwitchesSchema>;

export const OrderSchema = v.picklist(['independent', 'sequential', 'strict', 'unordered']);
export type Order = v.InferOutput<typeof OrderSchema>;
export const ReentrySchema = v.picklist(['best', 'first', 'every']);
export type Reentry = v.InferOutput<typeof ReentrySchema>;

/**
 * The shape of a funnel definition. What the shape alone cannot say (a base that comes later, a step that
 * strict order cannot have…) is checked by `compileFunnel`. Unknown fields are refused: they are mistakes.
 */
export const DefinitionSchema = v.strictObject({
  version: v.optional(v.literal(1)),
  id: v.pipe(v.string(), v.minLength(1)),
  name: v.optional(LocalizedTextSchema),
  description: v.optional(LocalizedTextSchema),
  subject: v.optional(v.picklist(['person', 'membership'])),
  order: v.optional(OrderSchema),
  reentry: v.optional(ReentrySchema),
  ties: v.optional(v.picklist(['allow', 'later'])),
  tolerance: v.optional(v.pipe(v.number(), v.minValue(0))),
  window: v.optional(DurationSchema),
  hold: v.optional(v.array(v.string())),
  where: v.optional(WhereSchema),
  exclude: v.optional(v.array(ExclusionSchema)),
  onExclude: v.optional(v.picklist(['drop', 'remove'])),
  switches: v.optional(SwitchesSchema),
  steps: v.pipe(v.array(StepSchema), v.minLength(1), v.maxLength(MOST_STEPS)),
});
export type FunnelDefinition = v.InferOutput<typeof DefinitionSchema>;
