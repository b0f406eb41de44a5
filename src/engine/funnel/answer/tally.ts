import type { CellValue } from '../../dataset/column.ts';
import { candidateValue } from '../match/candidate-column.ts';
import type { PlanStep } from '../plan/plan.ts';
import { matchesOf, Verdict, type ChainRows, type Report } from './report.ts';
import type { RunContext } from '../match/run-context.ts';
import { AT_FROM, NONE } from '../match/step-rules.ts';
import { computeMean, computeMedian } from '../../statistics/quantiles.ts';

/** Numbers of one step; `converted + open + dropped (+ skipped) = entered`. */
export interface StepTally {
  entered: number;
  converted: number;
  open: number;
  dropped: number;
  skipped: number;
  /** By outcome index. */
  outcomes: number[];
}

/** Counts how a step ended over all reported attempts. */
export function tallyStep(report: Report, step: PlanStep): StepTally {
  if (report.chain) return tallyChain(report, report.chain, step);
  const verdicts = report.verdict[step.index]!;
  const outcomes = report.outcome[step.index]!;
  const counts = countVerdicts(verdicts);
  const byOutcome = step.outcomes.map(() => 0);
  for (let r = 0; r < (byOutcome.length > 0 ? verdicts.length : 0); r++) {
    if (verdicts[r] !== Verdict.NotEntered && outcomes[r]! >= 0) byOutcome[outcomes[r]!]!++;
  }
  return {
    entered: verdicts.length - counts[Verdict.NotEntered]!,
    converted: counts[Verdict.Converted]!,
    open: counts[Verdict.Open]!,
    dropped: counts[Verdict.Dropped]!,
    skipped: counts[Verdict.Skipped]!,
    outcomes: byOutcome,
  };
}

function tallyChain({ rows }: Report, chain: ChainRows, { index }: PlanStep): StepTally {
  const entered = index === 0 ? rows.attempt.length : chain.converted[index - 1]!.length;
  const converted = chain.converted[index]!.length;
  const open = chain.open[index]!.length;
  return { entered, converted, open, dropped: entered - converted - open, skipped: 0, outcomes: [] };
}

/** Rows by verdict. Four counters of each, because one that was just written is slow to be read again. */
function countVerdicts(verdicts: Uint8Array): Uint32Array {
  const sorts = Object.keys(Verdict).length;
  const counts = new Uint32Array(sorts * 4);
  const even = verdicts.length & ~3;
  for (let r = 0; r < even; r += 4) {
    counts[verdicts[r]!]!++;
    counts[verdicts[r + 1]! + sorts]!++;
    counts[verdicts[r + 2]! + 2 * sorts]!++;
    counts[verdicts[r + 3]! + 3 * sorts]!++;
  }
  for (let r = even; r < verdicts.length; r++) counts[verdicts[r]!]!++;
  return counts
    .slice(0, sorts)
    .map((count, v) => count + counts[v + sorts]! + counts[v + 2 * sorts]! + counts[v + 3 * sorts]!);
}

/** Epoch ms of a step's match in an attempt; undefined when there is none. */
export function matchMs(
  context: RunContext,
  report: Report,
  attempt: number,
  step: number,
): number | undefined {
  const { attempts } = report.matching;
  const match = attempts.match[step]![attempt]!;
  if (match === NONE) return undefined;
  return match === AT_FROM ? context.range.from : context.store.toMs(attempts.columns[step]!.time[match]!);
}

/** The step whose match a step's time is counted from; {@link NONE} for the first. */
export function baseOf(context: RunContext, report: Report, attempt: number, step: number): number {
  if (context.plan.order === 'unordered') return step - 1;
  return report.matching.input.rules.anchorOf(step, matchesOf(report.matching.attempts, attempt));
}

/** Money is a number, or text that is one; NaN otherwise. */
function toAmount(value: CellValue | undefined): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

/** Money of a step's matches: total, number of amounts known, median and mean of them. */
export function tallyValue(context: RunContext, report: Report, step: PlanStep) {
  if (step.value === undefined) return undefined;
  const { attempts } = report.matching;
  const amounts: number[] = [];
  const { subject: subjects, attempt: reported } = report.rows;
  for (let r = 0; r < reported.length; r++) {
    const subject = subjects[r]!;
    const match = attempts.match[step.index]![reported[r]!]!;
    if (match < 0) continue;
    const amount = toAmount(
      candidateValue(attempts.columns[step.index]!, match, step.value, subject, context),
    );
    if (Number.isFinite(amount)) amounts.push(amount);
  }
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return { total, count: amounts.length, median: computeMedian(amounts), mean: computeMean(amounts) };
}
