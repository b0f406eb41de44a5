import type { CellValue } from '../../dataset/column.ts';
import { candidateValue } from '../match/candidate-column.ts';
import type { PlanStep } from '../plan/plan.ts';
import { countsAsAttempt, groupBySubject } from './report-attempts.ts';
import { matchesOf, rowsThatDid, Verdict, type ChainRows, type Report } from './report.ts';
import type { RunContext } from '../match/run-context.ts';
import { AT_FROM, NONE } from '../match/step-rules.ts';
import { computeMean, computeMedian, selectQuantiles } from '../../statistics/quantiles.ts';
import type { TimeSummary } from '../../schema/index.ts';

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

/** Whole seconds between two matches, between instants truncated to seconds; undefined when one is missing. */
export function secondsBetween(
  context: RunContext,
  report: Report,
  attempt: number,
  from: number,
  to: number,
): number | undefined {
  const start = matchMs(context, report, attempt, from);
  const end = matchMs(context, report, attempt, to);
  return start === undefined || end === undefined
    ? undefined
    : Math.floor(end / 1000) - Math.floor(start / 1000);
}

/** Times of everybody who did a step; with `time: "mean"` of all equally far attempts, the median and mean of each. */
export interface Times {
  medians: Float64Array;
  /** The same array where each time stands for itself. */
  means: Float64Array;
}

/** Seconds from its base to a step, of everybody who did it: of the reported attempt, or of all equally far ones. */
export function summarizeStep(context: RunContext, report: Report, step: PlanStep): TimeSummary {
  const { scratch } = context.store;
  const rows = step.index === 0 || step.absent ? 0 : report.rows.attempt.length;
  const peers = rows > 0 ? equallyFar(context, report) : null;
  const medians = scratch.floats(rows);
  const means = peers ? scratch.floats(rows) : medians;
  const count = rows > 0 ? writeTimes(context, report, step, { medians, means }, peers) : 0;
  const summary = summarizeTimes({ medians: medians.subarray(0, count), means: means.subarray(0, count) });
  scratch.giveBack(...new Set([medians, means]));
  return summary;
}

/** Writes a step's times; how many there are. */
function writeTimes(
  context: RunContext,
  report: Report,
  step: PlanStep,
  { medians, means }: Times,
  peers: ReturnType<typeof equallyFar>,
): number {
  const base = peers ? NONE : plainBase(context, step);
  if (base !== NONE) return writePlainTimes(report, step, base, medians);
  const { rows } = report;
  const verdicts = report.verdict[step.index]!;
  let count = 0;
  for (let r = 0; r < medians.length; r++) {
    if (verdicts[r] !== Verdict.Converted) continue;
    const own = peers ? peerSeconds(context, report, step, peers.get(rows.subject[r]!)!) : undefined;
    const seconds = own ? computeMedian(own) : secondsFromBase(context, report, rows.attempt[r]!, step);
    if (seconds === null || seconds === undefined) continue;
    medians[count] = seconds;
    if (own) means[count] = computeMean(own)!;
    count++;
  }
  return count;
}

/**
 * The base of a step whose times are differences of ticks of whole seconds, between its events and those of its only
 * base; {@link NONE} where they are not.
 */
function plainBase({ store, plan }: RunContext, step: PlanStep): number {
  const base = step.bases.length === 1 && plan.order !== 'unordered' ? step.bases[0]! : NONE;
  const isWhole = store.unit === 1000 && store.base % 1000 === 0;
  return isWhole && base !== NONE && !plan.steps[base]!.absent ? base : NONE;
}

function writePlainTimes(report: Report, step: PlanStep, base: number, seconds: Float64Array): number {
  const { match, columns } = report.matching.attempts;
  const { attempt } = report.rows;
  const rows = rowsThatDid(report, step.index);
  const [ends, starts] = [match[step.index]!, match[base]!];
  const [endTime, startTime] = [columns[step.index]!.time, columns[base]!.time];
  let count = 0;
  for (let k = 0; k < rows.length; k++) {
    const own = attempt[rows[k]!]!;
    const start = starts[own]!;
    if (start !== NONE) seconds[count++] = endTime[ends[own]!]! - startTime[start]!;
  }
  return count;
}

function peerSeconds(
  context: RunContext,
  report: Report,
  step: PlanStep,
  peers: readonly number[],
): number[] {
  return peers.flatMap((attempt) => secondsFromBase(context, report, attempt, step) ?? []);
}

function secondsFromBase(
  context: RunContext,
  report: Report,
  attempt: number,
  step: PlanStep,
): number | undefined {
  const only = step.bases.length === 1 && context.plan.order !== 'unordered' ? step.bases[0] : undefined;
  const base = only ?? baseOf(context, report, attempt, step.index);
  return base === NONE ? undefined : secondsBetween(context, report, attempt, base, step.index);
}

/**
 * All attempts of each reported subject that did as much as the reported one, of those it was chosen among, where
 * `time: "mean"` asks for them. Null where each reported attempt stands for itself.
 */
export function equallyFar(context: RunContext, report: Report): Map<number, number[]> | null {
  if (context.options.time !== 'mean' || context.plan.reentry === 'every') return null;
  const counts = countsAsAttempt(context, report);
  const { rows, scope } = report;
  const { attempts } = report.matching;
  const done = new Map<number, number>();
  rows.subject.forEach((subject, r) => done.set(subject, attempts.done[rows.attempt[r]!]!));
  const peers = new Map<number, number[]>();
  const { subject, attempt } = groupBySubject(attempts, scope);
  attempt.forEach((one, i) => {
    const own = subject[i]!;
    if (attempts.done[one] !== done.get(own) || !counts(one)) return;
    const list = peers.get(own);
    if (list) list.push(one);
    else peers.set(own, [one]);
  });
  return peers;
}

/**
 * Quantiles by linear interpolation; with `time: "mean"` each person counts with their mean, or median. The medians are
 * moved about.
 */
export function summarizeTimes({ medians, means }: Times): TimeSummary {
  // Before the values are moved about; the two may be one array.
  const mean = computeMean(means);
  const [p25, median, p75, p90] = selectQuantiles(medians, [0.25, 0.5, 0.75, 0.9]);
  return {
    count: medians.length,
    median: median!,
    p25: p25!,
    p75: p75!,
    p90: p90!,
    mean,
  };
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
