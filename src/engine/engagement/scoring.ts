import { FunnelwheelError } from '../error.ts';
import { findFirsts } from '../people/first-events.ts';
import type { TimelineSource } from '../people/timeline.ts';
import type { WheelContext } from '../people/wheel-context.ts';
import type { EventTest } from '../schema/wheel.ts';
import type { EngagementRules } from './engagement-options.ts';

/** What an event is to the index: scored, a contract, or a sign that somebody is known. */
export const Index = { Scored: 0, Contract: 1, Known: 2 } as const;

/** Events by which somebody is in the index with a score of 0. */
const KNOWN: readonly EventTest[] = ['lead', 'client'];

/** Weight of each area, in the order of the areas. */
export type AreaWeights = Float64Array;

/** The rules of the index, compiled for a store. */
export interface Scoring {
  areas: readonly string[];
  before: AreaWeights;
  after: AreaWeights;
  sources: readonly TimelineSource[];
  /** What an event of each source gives to each area: source × areas + area. */
  gains: Float64Array;
  /** Epoch ms of everybody's first contract, at any instant; Infinity: none. */
  firstContracts: Float64Array;
}

/** @throws FunnelwheelError `invalid-options` for a weight of an area that has no points. */
export function compileScoring(context: WheelContext, rules: EngagementRules): Scoring {
  const areas = Object.keys(rules.points);
  const none = areas.map(() => 0);
  const sources = [
    ...listTypes(rules).flatMap((type) => {
      const gains = areas.map((area) => toGain(rules.points[area]!, type));
      return toSources(context, [toTest(type)], Index.Scored, gains);
    }),
    ...toSources(context, rules.contracts, Index.Contract, none),
    ...toSources(context, KNOWN, Index.Known, none),
  ];
  // Merging them takes the least time when the longest come last.
  sources.sort((a, b) => a.kind.count - b.kind.count);
  return {
    areas,
    before: toWeights(rules.weights.before, areas, 'engagement.weights.before'),
    after: toWeights(rules.weights.after, areas, 'engagement.weights.after'),
    sources,
    gains: Float64Array.from(sources.flatMap(({ gains }) => gains)),
    firstContracts: findFirsts(context.store, context.sourcesOf(rules.contracts)).at,
  };
}

function listTypes({ points }: EngagementRules): string[] {
  return [...new Set(Object.values(points).flatMap((area) => Object.keys(area)))];
}

function toGain(points: Readonly<Record<string, number>>, type: string): number {
  return Object.hasOwn(points, type) ? points[type]! : 0;
}

function toSources(
  context: WheelContext,
  tests: readonly EventTest[],
  role: number,
  gains: readonly number[],
) {
  return context.sourcesOf(tests).map((source) => ({ ...source, role, gains }));
}

/** What was paid back is not a purchase. */
function toTest(type: string): EventTest {
  return type === 'purchase' ? { event: type, where: { refunded: { ne: true } } } : type;
}

function toWeights(
  weights: Readonly<Record<string, number>>,
  areas: readonly string[],
  path: string,
): AreaWeights {
  const unknown = Object.keys(weights).find((area) => !areas.includes(area));
  if (unknown !== undefined) {
    throw new FunnelwheelError('invalid-options', `${path}.${unknown}: no area of that name has points`, {
      path: `${path}.${unknown}`,
      value: weights[unknown],
    });
  }
  return Float64Array.from(areas, (area) => weights[area] ?? 0);
}
