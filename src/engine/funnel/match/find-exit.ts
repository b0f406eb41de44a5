import { firstAtOrAfter } from './match-levels.ts';
import type { MatchInput } from './match-input.ts';
import type { Chosen } from './step-rules.ts';

/** Outcome of the earliest event in a step's place that ends the journey; -1 when there is none. */
export function findExit(input: MatchInput, lane: number, step: number, chosen: Chosen): number {
  const { rules, columns, outcomes, context } = input;
  if (!context.plan.steps[step]!.outcomes.some(({ as }) => as === 'dropped')) return -1;
  if (!rules.prepare(step, chosen)) return -1;
  const chained = context.plan.order !== 'independent';
  const column = columns[step]!;
  const end = column.off[lane + 1]!;
  for (let i = firstAtOrAfter(column, lane, Math.min(rules.low, rules.lowDay)); i < end; i++) {
    if (!rules.accepts(step, i, chosen) || !outcomes.isDropped(step, i)) continue;
    if (!chained || !fillsAnother(input, column.seq[i]!, chosen)) return outcomes.classOf(step, i);
  }
  return -1;
}

/** Whether an event fills some step of the attempt, a later branch's too: in a chain it then cannot be the exit. */
function fillsAnother({ columns }: MatchInput, seq: number, chosen: Chosen): boolean {
  return columns.some((column, step) => chosen[step]! >= 0 && column.seq[chosen[step]!] === seq);
}
