import { findExit } from '../match/find-exit.ts';
import type { Matching } from '../match/match-funnel.ts';
import { isNowhere } from '../match/match-levels.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import type { PlanStep } from '../plan/plan.ts';
import { isBounded, Verdict, type AttemptRefs } from './report.ts';

/**
 * By row: the stretch of attempts among which any equally far one that still runs makes a step open. Null where that are
 * those of the row's lane, as they lie.
 */
export interface JudgedScope {
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  of: AttemptRefs;
}

/** How a step ended that was not done. */
export class StepJudge {
  readonly #matching: Matching;
  readonly #rows: AttemptRefs;
  readonly #scope: JudgedScope | null;
  readonly #steps: readonly PlanStep[];
  readonly #now: number;
  /** By step: nothing ends it, so who has not done it is "not (yet)" there, never open. */
  readonly #endless: readonly boolean[];
  /** By step: the matches of the steps it is based on. */
  readonly #bases: readonly (readonly Int32Array[])[];
  /** The matches of the row in question. */
  readonly #chosen: Int32Array;

  constructor(context: RunContext, matching: Matching, rows: AttemptRefs, scope: JudgedScope | null) {
    this.#matching = matching;
    this.#rows = rows;
    this.#scope = scope;
    this.#steps = context.plan.steps;
    this.#now = context.now;
    const { match } = matching.attempts;
    const unordered = context.plan.order === 'unordered';
    this.#bases = this.#steps.map((step) =>
      (unordered ? [step.index - 1] : step.bases).flatMap((base) => match[base] ?? []),
    );
    this.#chosen = new Int32Array(this.#steps.length);
    // Where a step has outcomes of its own, who had none of them yet is open for good.
    this.#endless = this.#steps.map(
      (step) => context.plan.order !== 'unordered' && !isBounded(context, step) && step.outcomes.length === 0,
    );
  }

  /** Judges all steps of rows that did the first so many and no other. */
  judgePrefix(verdict: readonly Uint8Array[]): void {
    const { done } = this.#matching.attempts;
    const { attempt } = this.#rows;
    // Without a *now* nothing that ends can still run.
    const canRun = Number.isFinite(this.#now);
    verdict[0]!.fill(Verdict.Converted);
    for (let row = 0; row < attempt.length; row++) {
      const reached = done[attempt[row]!]!;
      for (let step = 1; step < reached; step++) verdict[step]![row] = Verdict.Converted;
      if (reached === verdict.length) continue;
      verdict[reached]![row] = canRun && this.isOpen(row, reached) ? Verdict.Open : Verdict.Dropped;
    }
  }

  /** Judges a step that a row has not done. */
  judgeMissing(row: number, step: number, verdict: Uint8Array, outcome: Int8Array): void {
    const { match } = this.#matching.attempts;
    const attempt = this.#rows.attempt[row]!;
    // Most rows were not there to do it, which is seen without a look at the rest of the attempt.
    if (step > 0 && isNowhere(this.#bases[step]!, attempt)) return;
    for (let s = 0; s < match.length; s++) this.#chosen[s] = match[s]![attempt]!;
    const exit = this.#exitOf(row, step, this.#chosen);
    outcome[row] = exit;
    verdict[row] = exit >= 0 ? Verdict.Dropped : this.#judge(row, step);
  }

  /** Outcome under which a journey ended at a step that was not done; -1 when it did not end so. */
  #exitOf(row: number, step: number, chosen: Int32Array): number {
    if (this.#steps[step]!.outcomes.length === 0) return -1;
    const { attempts, input } = this.#matching;
    const cut = attempts.cutTo !== null && attempts.cutTo[this.#rows.attempt[row]!] !== NONE;
    return cut ? -1 : findExit(input, this.#rows.lane[row]!, step, chosen);
  }

  #judge(row: number, step: number): Verdict {
    const { optional, absent } = this.#steps[step]!;
    if (optional) return Verdict.Skipped;
    if (absent) return Verdict.Dropped;
    return this.isOpen(row, step) ? Verdict.Open : Verdict.Dropped;
  }

  /** Whether a step that a row has not done can still be done at an instant, by default *now*. */
  isOpen(row: number, step: number, instant?: number): boolean {
    if (this.#endless[step]) return false;
    const { attempts, canBeOpen } = this.#matching;
    const scope = this.#scope;
    const own = this.#rows.lane[row]!;
    const done = attempts.done[this.#rows.attempt[row]!];
    const end = scope ? scope.to[row]! : attempts.off[own + 1]!;
    for (let i = scope ? scope.from[row]! : attempts.off[own]!; i < end; i++) {
      const attempt = scope ? scope.of.attempt[i]! : i;
      const lane = scope ? scope.of.lane[i]! : own;
      if (attempts.done[attempt] === done && canBeOpen(lane, attempt, step, instant)) return true;
    }
    return false;
  }
}
