import type { Lanes } from './attempts.ts';
import type { CandidateColumn } from './candidate-column.ts';
import { compileWhere } from './condition.ts';
import type { PlanOutcome, PlanStep } from '../plan/plan.ts';
import type { RunContext } from './run-context.ts';

/**
 * Which outcome each candidate of a step would be: the first whose type and conditions it fulfils. Nothing is based
 * on a match that is classified dropped. Source: funnels.md, "outcome".
 */
export class OutcomeClasses {
  readonly #steps: readonly PlanStep[];
  /** By step: outcome index of each candidate, −1 for none; null where the step has no outcomes. */
  readonly #classes: readonly (Int8Array | null)[];

  constructor(context: RunContext, columns: readonly CandidateColumn[], lanes: Lanes) {
    this.#steps = context.plan.steps;
    this.#classes = this.#steps.map((step) =>
      step.outcomes.length === 0 ? null : classify(step, columns[step.index]!, context, lanes),
    );
  }

  /** Index of the outcome of a candidate; −1 for none. */
  classOf(step: number, candidate: number): number {
    return candidate < 0 ? -1 : (this.#classes[step]?.[candidate] ?? -1);
  }

  /** Whether a match would end the journey here. */
  isDropped(step: number, candidate: number): boolean {
    const index = this.classOf(step, candidate);
    return index >= 0 && this.#steps[step]!.outcomes[index]!.as === 'dropped';
  }
}

function classify(step: PlanStep, column: CandidateColumn, context: RunContext, lanes: Lanes): Int8Array {
  const classes = new Int8Array(column.time.length).fill(-1);
  const tests = column.kinds.map((kind) =>
    step.outcomes.map((outcome) =>
      isOfType(outcome, kind.type) ? compileWhere(outcome.where, kind, context) : false,
    ),
  );
  for (let lane = 0; lane + 1 < column.off.length; lane++) {
    for (let i = column.off[lane]!; i < column.off[lane + 1]!; i++) {
      const row = column.row[i]!;
      classes[i] = tests[column.kind[i]!]!.findIndex(
        (test) => test === null || (test !== false && test(row, lanes.subjectOf[lane]!)),
      );
    }
  }
  return classes;
}

function isOfType({ types }: PlanOutcome, type: string): boolean {
  return types === null || types.includes(type);
}
