import * as v from 'valibot';
import { InstantSchema } from './definition.ts';
import { parseWith, refuseReserved } from './parse.ts';
import { LocalizedTextSchema } from './text.ts';
import { WheelOptionsSchema, type WheelOptions } from './wheel-options.ts';

export * from './wheel-options.ts';

/** The wheels: lifecycle of a member, engagement index, flywheel. Source: lifecycle.md, sections 1 to 3. */
export const WheelModelSchema = v.picklist(['lifecycle', 'engagement', 'flywheel']);
export type WheelModel = v.InferOutput<typeof WheelModelSchema>;

const People = v.pipe(v.number(), v.finite(), v.minValue(0));
const Change = v.pipe(v.number(), v.finite());
const PlaceId = v.pipe(v.string(), v.minLength(1));

/**
 * People of one place that can be listed: those in a phase, those outside of the wheel, or those who went from one
 * place to another between the two instants that were compared.
 */
export const WheelSegmentSchema = v.union([
  v.strictObject({ phase: PlaceId }),
  v.strictObject({ outside: PlaceId }),
  v.strictObject({ from: PlaceId, to: PlaceId }),
]);
export type WheelSegment = v.InferOutput<typeof WheelSegmentSchema>;

/** What a number counts: people or things, a share from 0 to 1, money in the result's currency, days. */
export const WheelUnitSchema = v.picklist(['count', 'share', 'money', 'days']);
export type WheelUnit = v.InferOutput<typeof WheelUnitSchema>;

/** A metric of a phase; `value` null: the data cannot tell, which is never 0. */
export const WheelMetricSchema = v.looseObject({
  id: v.string(),
  name: v.optional(LocalizedTextSchema),
  value: v.nullable(Change),
  unit: WheelUnitSchema,
  /** The same of the period before. */
  previous: v.optional(v.nullable(Change)),
  target: v.optional(v.nullable(Change)),
  /** What a share or a mean was divided from. */
  of: v.optional(v.looseObject({ numerator: Change, denominator: Change })),
});
export type WheelMetric = v.InferOutput<typeof WheelMetricSchema>;

/** A point of friction of a phase, the phase's worst first; `unmeasured` where the data has no measure for it. */
export const FrictionPointSchema = v.looseObject({
  id: v.string(),
  name: v.optional(LocalizedTextSchema),
  severity: v.picklist(['low', 'medium', 'high', 'unmeasured']),
  /** How many people it held up. */
  people: v.optional(v.nullable(People)),
  value: v.optional(v.nullable(Change)),
  unit: v.optional(WheelUnitSchema),
  target: v.optional(v.nullable(Change)),
  previous: v.optional(v.nullable(Change)),
});
export type FrictionPoint = v.InferOutput<typeof FrictionPointSchema>;

/** What a studio may do for the people of a phase, and the request of the list of people that does it. */
export const PlaySchema = v.looseObject({
  id: v.string(),
  name: LocalizedTextSchema,
  action: v.optional(v.picklist(['tag', 'stage', 'enroll'])),
  /** The tag, the stage or the sequence, as the host calls it. */
  value: v.optional(v.string()),
});
export type Play = v.InferOutput<typeof PlaySchema>;

/** A phase of a wheel. `start + entered − left = count`. The least is a name and a count. */
export const WheelPhaseSchema = v.looseObject({
  id: v.optional(v.string()),
  name: v.optional(LocalizedTextSchema),
  /** People in it as of `asOf`; null: unknown. */
  count: v.nullable(People),
  /** People in it as of `comparedTo`. */
  start: v.optional(v.nullable(People)),
  entered: v.optional(v.nullable(People)),
  left: v.optional(v.nullable(People)),
  /** Of those who entered, how many came back (flows of the kind `return`). */
  back: v.optional(v.nullable(People)),
  previousCount: v.optional(v.nullable(People)),
  /** Median days spent here so far; in a flywheel, median days to the next phase of those who went on. */
  medianDays: v.optional(v.nullable(Change)),
  previousMedianDays: v.optional(v.nullable(Change)),
  /** Of the people here, those who came again after they had been contacted. */
  wonBack: v.optional(v.nullable(People)),
  metrics: v.optional(v.array(WheelMetricSchema)),
  friction: v.optional(v.array(FrictionPointSchema)),
  playbook: v.optional(v.array(PlaySchema)),
});
export type WheelPhase = v.InferOutput<typeof WheelPhaseSchema>;

/** How a flow is drawn: onward, downward, back up, out of the wheel, into it, or people brought (in no balance). */
export const FlowKindSchema = v.picklist(['move', 'decline', 'return', 'leave', 'enter', 'bring']);
export type FlowKind = v.InferOutput<typeof FlowKindSchema>;

/** People who went from one place to another; `from` and `to` are ids of phases or of places outside. */
export const WheelFlowSchema = v.looseObject({
  from: v.string(),
  to: v.string(),
  count: People,
  kind: v.optional(FlowKindSchema),
});
export type WheelFlow = v.InferOutput<typeof WheelFlowSchema>;

/** One person who changed place between the two instants. */
export const MovementSchema = v.looseObject({
  id: v.union([v.string(), v.number()]),
  from: v.string(),
  to: v.string(),
  /** Since when they are at `to`. */
  at: v.optional(v.nullable(InstantSchema)),
});
export type Movement = v.InferOutput<typeof MovementSchema>;

/** Is the wheel turning faster? Moves onward a day, in this period and in the one before. */
export const MomentumSchema = v.looseObject({
  /** This period's moves a day ÷ those of the period before; null where there is nothing to divide by. */
  value: v.nullable(People),
  /** −1 slower, 0 about the same, 1 faster; null: unknown. */
  direction: v.nullable(v.picklist([-1, 0, 1])),
  moves: v.optional(People),
  days: v.optional(People),
  previousMoves: v.optional(v.nullable(People)),
  previousDays: v.optional(v.nullable(People)),
});
export type Momentum = v.InferOutput<typeof MomentumSchema>;

/**
 * A finished wheel, from the host or computed here; the same shape either way. Unknown fields are kept. The least
 * is `{model, phases: [{name, count}]}`. Source: contract.md, "Result JSON"; lifecycle.md.
 */
export const WheelResultSchema = v.looseObject({
  version: v.optional(v.literal(1)),
  model: WheelModelSchema,
  /** `computed`: by the bundled engine; anything else was supplied. */
  origin: v.optional(v.picklist(['computed', 'supplied'])),
  asOf: v.optional(v.nullable(InstantSchema)),
  /** The earlier of the two instants; absent where none was compared with. */
  comparedTo: v.optional(v.nullable(InstantSchema)),
  timeZone: v.optional(v.string()),
  currency: v.optional(v.string()),
  /** The thresholds that were used, defaults filled in, so that they can be shown. */
  options: v.optional(v.unknown()),
  phases: v.pipe(v.array(WheelPhaseSchema), v.minLength(1, 'there must be at least one phase')),
  flows: v.optional(v.array(WheelFlowSchema)),
  outside: v.optional(
    v.array(
      v.looseObject({
        id: v.optional(v.string()),
        name: v.optional(LocalizedTextSchema),
        count: v.nullable(People),
        start: v.optional(v.nullable(People)),
      }),
    ),
  ),
  /** People whose phase is not known. */
  unknown: v.optional(People),
  momentum: v.optional(MomentumSchema),
  /** The seed's quick test: are the goals met, is growth faster than before? `faster` null: unknown. */
  quickTest: v.optional(v.looseObject({ goalsMet: People, goals: People, faster: v.nullable(v.boolean()) })),
  /** New people whom clients brought: what advocacy gives back to activation. */
  energy: v.optional(
    v.looseObject({ brought: v.nullable(People), previous: v.optional(v.nullable(People)) }),
  ),
  /** Marketing qualified, sales accepted, sales qualified leads, each counted by itself. */
  qualification: v.optional(v.looseObject({ mql: People, sal: People, sql: People })),
  /** Who changed place, latest first; at most as many as the engine lists, `movementTotal` is all. */
  movements: v.optional(v.array(MovementSchema)),
  movementTotal: v.optional(People),
  notices: v.optional(v.array(v.looseObject({ code: v.string(), href: v.optional(v.string()) }))),
  /** Address of the lists, an RFC 6570 template with model, phase, outside, from, to, q, sort, cursor, limit. */
  links: v.optional(v.looseObject({ people: v.optional(v.string()) })),
});
export type WheelResult = v.InferOutput<typeof WheelResultSchema>;

/** Why somebody is where they are: a stable word, and the numbers and instants that go with it. */
export const PlaceReasonSchema = v.looseObject({ code: v.string() });
export type PlaceReason = v.InferOutput<typeof PlaceReasonSchema>;

/** An area's part in a score: `contribution` = weight × (1 − 2^(−points ÷ saturation)). */
export const ScorePartSchema = v.looseObject({
  area: v.string(),
  weight: People,
  /** Points, each decayed by its age. */
  points: People,
  contribution: People,
});
export type ScorePart = v.InferOutput<typeof ScorePartSchema>;

/** Where one person is on a wheel, why, and how they came there. Instants are ISO 8601 or epoch ms. */
export const PersonPlaceSchema = v.looseObject({
  id: v.union([v.string(), v.number()]),
  /** As the dataset has it. */
  name: v.optional(v.nullable(v.string())),
  model: WheelModelSchema,
  /** Id of a phase or of a place outside. */
  phase: v.string(),
  since: v.optional(v.nullable(InstantSchema)),
  /** Whole days of the studio's calendar since then. */
  days: v.optional(v.nullable(Change)),
  reasons: v.array(PlaceReasonSchema),
  score: v.optional(v.nullable(People)),
  parts: v.optional(v.array(ScorePartSchema)),
  /** The places so far, oldest first; the last is the present one. `from` null: always. */
  history: v.optional(
    v.array(
      v.looseObject({
        phase: v.string(),
        from: v.nullable(InstantSchema),
        reasons: v.array(PlaceReasonSchema),
      }),
    ),
  ),
});
export type PersonPlace = v.InferOutput<typeof PersonPlaceSchema>;

/** How many of some people are at each place; every place is named, 0 where nobody is. */
export const WheelPlacesSchema = v.record(v.string(), People);
export type WheelPlaces = v.InferOutput<typeof WheelPlacesSchema>;

/** How many of some people are at each outcome of each step of a funnel. */
export const FunnelPlacesSchema = v.array(
  v.looseObject({ step: v.string(), outcome: v.string(), count: People }),
);
export type FunnelPlaces = v.InferOutput<typeof FunnelPlacesSchema>;

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseWheelModel(value: unknown): WheelModel {
  return parseWith(v.strictObject({ model: WheelModelSchema }), { model: value }, 'invalid-options').model;
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parseWheelResult(value: unknown): WheelResult {
  return parseWith(WheelResultSchema, value, 'invalid-result');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseWheelOptions(value: unknown): WheelOptions {
  refuseReserved(value, 'invalid-options');
  return parseWith(WheelOptionsSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-options` with the path of the mistake. */
export function parseWheelSegment(value: unknown): WheelSegment {
  return parseWith(WheelSegmentSchema, value, 'invalid-options');
}

/** @throws FunnelwheelError `invalid-result` with the path of the mistake. */
export function parsePersonPlace(value: unknown): PersonPlace {
  return parseWith(PersonPlaceSchema, value, 'invalid-result');
}
