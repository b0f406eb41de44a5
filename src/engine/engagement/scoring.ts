import { FunnelwheelError } from '../error.ts';
import { findPeopleWith } from '../people/find-people-with.ts';
import type { TimelineSource } from '../people/timeline.ts';
import type { WheelContext } from '../people/wheel-context.ts';
import type { EventTest } from '../schema/wheel.ts';
import type { AreaWeights } from './decaying-score.ts';
import type { EngagementRules } from './engagement-options.ts';

/** What an event is to the index: scored, a contract, or a sign that somebody is known. */
export const Index = { Scored: 0, Contract: 1, Known: 2 } as const;

/** Events by which somebody is in the index with a score of 0. */
const KNOWN: readonly EventTest[] = ['lead', 'client'];

/** The rules of the index, compiled for a store. */
export interface Scoring {
  areas: readonly string[];
  before: AreaWeights;
  after: AreaWeights;
  sources: readonly TimelineSource[];
  /** What an event of each source gives, by area. */
  points: readonly (readonly { area: number; points: number }[])[];
  /** 1 for everybody with a contract at any instant. */
  hasContract: Uint8Array;
}

/** @throws FunnelwheelError `invalid-options` for a weight of an area that has no points. */
export function compileScoring(context: WheelContext, rules: EngagementRules): Scoring {
  const areas = Object.keys(rules.points);
  const scored = toScored(context, rules, areas);
  const contracts = context.sourcesOf(rules.contracts);
  const others = [
    ...contracts.map((source) => ({ ...source, role: Index.Contract })),
    ...context.sourcesOf(KNOWN).map((source) => ({ ...source, role: Index.Known })),
  ];
  return {
    areas,
    before: toWeights(rules.weights.before, areas, 'engagement.weights.before'),
    after: toWeights(rules.weights.after, areas, 'engagement.weights.after'),
    sources: [...scored.map(({ source }) => source), ...others],
    points: [...scored.map(({ points }) => points), ...others.map(() => [])],
    hasContract: findPeopleWith(context.store, contracts),
  };
}

function toScored(context: WheelContext, { points }: EngagementRules, areas: readonly string[]) {
  const types = new Set(Object.values(points).flatMap((area) => Object.keys(area)));
  return [...types].flatMap((type) => {
    const given = areas.flatMap((area, index) => {
      const own = points[area]![type] ?? 0;
      return own > 0 ? [{ area: index, points: own }] : [];
    });
    return context
      .sourcesOf([toTest(type)])
      .map((source) => ({ source: { ...source, role: Index.Scored }, points: given }));
  });
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
