import type { TimeSummary } from '../../schema/index.ts';
import { computeMean, computeMedian, selectQuantiles } from '../../statistics/quantiles.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import type { PlanStep } from '../plan/plan.ts';
import { countsAsAttempt, groupBySubject } from './report-attempts.ts';
import { rowsThatDid, Verdict, type Report } from './report.ts';
import { baseOf, matchMs } from './tally.ts';

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

/** Seconds from its base to each step, of everybody who did it: of the reported attempt, or of all equally far ones. */
export function summarizeSteps(context: RunContext, report: Report): TimeSummary[] {
  const { options, plan } = context;
  return report.chain && options.time !== 'mean'
    ? report.chain.seconds.map((own) => summarizeTimes({ medians: own, means: own }))
    : plan.steps.map((step) => summarizeStep(context, report, step));
}

/** {@link summarizeSteps} of one. */
function summarizeStep(context: RunContext, report: Report, step: PlanStep): TimeSummary {
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
function plainBase(context: RunContext, step: PlanStep): number {
  const { plan } = context;
  const base = step.bases.length === 1 && plan.order !== 'unordered' ? step.bases[0]! : NONE;
  return base !== NONE && context.store.isWhole && !plan.steps[base]!.absent ? base : NONE;
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

/** Quantiles by linear interpolation; with `time: "mean"` each person counts with their mean, or median. */
export function summarizeTimes({ medians, means }: Times): TimeSummary {
  const [p25, median, p75, p90] = selectQuantiles(medians, [0.25, 0.5, 0.75, 0.9]);
  return {
    count: medians.length,
    median: median!,
    p25: p25!,
    p75: p75!,
    p90: p90!,
    mean: computeMean(means),
  };
}
