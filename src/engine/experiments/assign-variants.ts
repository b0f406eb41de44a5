import { candidateValue } from '../funnel/match/candidate-column.ts';
import type { FunnelMatcher } from '../funnel/match/match-funnel.ts';
import type { Experiment } from '../schema/index.ts';

/** Which variant somebody belongs to; `mixed` saw several, `unassigned` none that is known. */
export type Assignment = { variant: string } | 'mixed' | 'unassigned';

/** What the exposures say of somebody: the variants they met, the first of them first. */
export interface SeenVariants {
  /** Of the first exposure; undefined where it says none. */
  first: string | undefined;
  distinct: ReadonlySet<string>;
}

/** Reads the variants of the exposures, person by person. */
export function readVariants(matcher: FunnelMatcher, property: string): (person: number) => SeenVariants {
  const { context } = matcher;
  const pool = matcher.poolOf(context.plan.steps[0]!);
  return (person) => {
    const values: (string | undefined)[] = [];
    for (let i = pool.off[person]!; i < pool.off[person + 1]!; i++) {
      const value = candidateValue(pool, i, property, person, context);
      values.push(value === undefined ? undefined : String(value));
    }
    return { first: values[0], distinct: new Set(values.filter((value) => value !== undefined)) };
  };
}

/** The variant that counts. `known` are the planned ones; empty where none were named, so that all are. */
export function assignVariant(
  { first, distinct }: SeenVariants,
  rule: NonNullable<Experiment['mixed']>,
  known: ReadonlySet<string>,
): Assignment {
  if (distinct.size > 1 && rule === 'exclude') return 'mixed';
  if (first === undefined || (known.size > 0 && !known.has(first))) return 'unassigned';
  return { variant: first };
}
