import { gather } from '../../dataset/gather.ts';
import type { Attempts } from '../match/attempts.ts';
import type { Matching } from '../match/match-funnel.ts';
import type { RunContext } from '../match/run-context.ts';
import type { PlanStep } from '../plan/plan.ts';

/** How a step ended for somebody; `NotEntered` when they were not there to do it. */
export const Verdict = { NotEntered: 0, Converted: 1, Open: 2, Dropped: 3, Skipped: 4 } as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/**
 * Some attempts, as columns: whose, in which lane, and which. An object each would cost more than the matching
 * (measured: half of a whole run went into collecting them again).
 */
export interface AttemptRefs {
  subject: Int32Array;
  lane: Int32Array;
  attempt: Int32Array;
}

/** The rows of a plain chain by how each step ended, ascending; the rest of those who did the step before dropped. */
export interface ChainRows {
  converted: readonly Int32Array[];
  open: readonly Int32Array[];
  /** Of those who did a step: seconds from the step before. None of the first. */
  seconds: readonly Float64Array[];
}

/** Which attempts are looked at: those of some lanes (ascending), or that `keep` wants. */
export interface AttemptScope {
  lanes?: readonly number[];
  keep?: (attempt: number) => boolean;
  /** Each subject once, with its best attempt, even where attempts that follow each other are counted. */
  once?: boolean;
}

/**
 * The attempts that count: one a subject (`best`, `first`), or all that follow each other (`every`), each with how
 * every step ended.
 */
export interface Report {
  readonly matching: Matching;
  readonly rows: AttemptRefs;
  /** Among which attempts these were chosen. */
  readonly scope: AttemptScope;
  /** By step, then row. */
  readonly verdict: readonly Uint8Array[];
  /** Index of the outcome, −1 where none applies; by step, then row. */
  readonly outcome: readonly Int8Array[];
  /** Known of plain chains, so that their steps are counted without a look at every row. */
  readonly chain: ChainRows | null;
  /** Whether a row's attempt, or one that came equally far and stands behind it, can still do a step at an instant. */
  isOpenAt(row: number, step: number, instant: number): boolean;
}

/** Some of the attempts, by their places. */
export function pickRefs(refs: AttemptRefs, places: ArrayLike<number>): AttemptRefs {
  const subject = gather(refs.subject, places);
  return {
    subject,
    lane: refs.lane === refs.subject ? subject : gather(refs.lane, places),
    attempt: gather(refs.attempt, places),
  };
}

/** The rows that did a step, ascending. Not to be written to: a plain chain's are its own. */
export function rowsThatDid(report: Report, step: number): Int32Array {
  // Asked of the chain first, because reading the verdicts would have them written down.
  return report.chain?.converted[step] ?? rowsWith(report.verdict[step]!, Verdict.Converted);
}

function rowsWith(verdicts: Uint8Array, wanted: Verdict): Int32Array {
  const rows = new Int32Array(verdicts.length + 1);
  let count = 0;
  for (let row = 0; row < verdicts.length; row++) {
    rows[count] = row;
    // No branch: what the next verdict is cannot be guessed.
    count += verdicts[row] === wanted ? 1 : 0;
  }
  return rows.subarray(0, count);
}

/** Some rows of a report. */
export function restrict(report: Report, rows: ArrayLike<number>): Report {
  const [first] = report.outcome;
  const outcome = gather(first!, rows);
  return {
    matching: report.matching,
    rows: pickRefs(report.rows, rows),
    scope: report.scope,
    verdict: report.verdict.map((column) => gather(column, rows)),
    // The steps of a plain chain share one column.
    outcome: report.outcome.map((column) => (column === first ? outcome : gather(column, rows))),
    chain: null,
    isOpenAt: (row, step, instant) => report.isOpenAt(rows[row]!, step, instant),
  };
}

/** The matches of one attempt, by step. */
export function matchesOf({ match }: Attempts, attempt: number): Int32Array {
  // A loop, because `Int32Array.from` with a mapping took a tenth of a whole run.
  const matches = new Int32Array(match.length);
  for (let step = 0; step < match.length; step++) matches[step] = match[step]![attempt]!;
  return matches;
}

/** Whether anything ends a step: the funnel's window, its own, or its date rule. */
export function isBounded(context: RunContext, step: PlanStep): boolean {
  const windowed = context.plan.window !== undefined || step.window !== undefined;
  return step.index === 0 || step.absent || windowed || context.spanOf(step).to !== Infinity;
}
