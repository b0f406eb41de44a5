import { FunnelwheelError } from '../error.ts';
import { findFirsts } from '../people/first-events.ts';
import type { TimelineSource } from '../people/timeline.ts';
import type { WheelContext } from '../people/wheel-context.ts';
import type { EventTest } from '../schema/wheel.ts';
import type { EngagementRules } from './engagement-options.ts';
import { halve } from './halve.ts';

/** What an event is to the index: scored, a contract, or a sign that somebody is known. */
export const Index = { Scored: 0, Contract: 1, Known: 2 } as const;

/** Events by which somebody is in the index with a score of 0. */
const KNOWN: readonly EventTest[] = ['lead', 'client'];

/** How the areas count before a contract, or after it. */
export interface HalfWeights {
  /** Weight of each area, in the order of the areas. */
  areas: Float64Array;
  /** What an event of each source adds to the score at most: as if there were no points yet. */
  caps: Float64Array;
}

/** The points that an event gives to areas. */
type Gain = readonly { area: number; points: number }[];

/** The rules of the index, compiled for a store. */
export interface Scoring {
  areas: readonly string[];
  before: HalfWeights;
  after: HalfWeights;
  sources: readonly TimelineSource[];
  /** What an event of each source gives. */
  gains: readonly Gain[];
  /** Epoch ms of everybody's first contract, at any instant; Infinity: none. */
  firstContracts: Float64Array;
}

/** @throws FunnelwheelError `invalid-options` for a weight of an area that has no points. */
export function compileScoring(context: WheelContext, rules: EngagementRules): Scoring {
  const areas = Object.keys(rules.points);
  const { before, after } = rules.weights;
  const sources = [
    ...listTypes(rules).flatMap((type) =>
      toSources(context, [toTest(type)], Index.Scored, toGain(type, rules)),
    ),
    ...toSources(context, rules.contracts, Index.Contract, []),
    ...toSources(context, KNOWN, Index.Known, []),
  ];
  // Merging them takes the least time when the longest come last.
  sources.sort((a, b) => a.kind.count - b.kind.count);
  const toHalf = (weights: Readonly<Record<string, number>>, path: string): HalfWeights => {
    const own = toWeights(weights, areas, path);
    return { areas: own, caps: Float64Array.from(sources, ({ gain }) => toCap(gain, own, rules)) };
  };
  return {
    areas,
    before: toHalf(before, 'engagement.weights.before'),
    after: toHalf(after, 'engagement.weights.after'),
    sources,
    gains: sources.map(({ gain }) => gain),
    firstContracts: findFirsts(context.store, context.sourcesOf(rules.contracts)).at,
  };
}

function listTypes({ points }: EngagementRules): string[] {
  return [...new Set(Object.values(points).flatMap((area) => Object.keys(area)))];
}

function toGain(type: string, { points }: EngagementRules): Gain {
  return Object.values(points).flatMap((area, index) => {
    const own = Object.hasOwn(area, type) ? area[type]! : 0;
    return own > 0 ? [{ area: index, points: own }] : [];
  });
}

function toCap(gain: Gain, weights: Float64Array, { saturation }: EngagementRules): number {
  return gain.reduce((cap, { area, points }) => cap + weights[area]! * (1 - halve(points / saturation)), 0);
}

function toSources(context: WheelContext, tests: readonly EventTest[], role: number, gain: Gain) {
  return context.sourcesOf(tests).map((source) => ({ ...source, role, gain }));
}

/** What was paid back is not a purchase. */
function toTest(type: string): EventTest {
  return type === 'purchase' ? { event: type, where: { refunded: { ne: true } } } : type;
}

function toWeights(
  weights: Readonly<Record<string, number>>,
  areas: readonly string[],
  path: string,
): Float64Array {
  const unknown = Object.keys(weights).find((area) => !areas.includes(area));
  if (unknown !== undefined) {
    throw new FunnelwheelError('invalid-options', `${path}.${unknown}: no area of that name has points`, {
      path: `${path}.${unknown}`,
      value: weights[unknown],
    });
  }
  return Float64Array.from(areas, (area) => weights[area] ?? 0);
}
