import type {
  BreakdownResult,
  FunnelResult,
  OutcomeCount,
  ResultStep,
  RunOptions,
  StepCount,
  TimeSummary,
  TrendResult,
} from '../../schema/index.ts';
import { computeMedian } from '../../statistics/quantiles.ts';
import { present } from '../../present.ts';
import type { PlanStep } from '../plan/plan.ts';
import { isBounded, Verdict, type Report } from './report.ts';
import type { RunContext } from '../match/run-context.ts';
import { summarizeSteps } from './step-times.ts';
import { baseOf, matchMs, tallyStep, tallyValue } from './tally.ts';

/** What was asked for beyond the steps. */
export interface ResultExtras {
  breakdown?: BreakdownResult | undefined;
  trend?: TrendResult | undefined;
  comparison?: FunnelResult['comparison'];
}

/** A run as the result JSON of contract.md. */
export function toResult(context: RunContext, report: Report, extras: ResultExtras): FunnelResult {
  const { plan, store } = context;
  const { definition } = plan;
  const times = summarizeSteps(context, report);
  return {
    version: 1,
    origin: 'computed',
    funnel: { id: plan.id, ...(definition.name === undefined ? {} : { name: definition.name }), definition },
    subject: plan.subject,
    order: plan.order,
    closed: true,
    range: { ...toIsoRange(context.options), timeZone: store.calendar.timeZone },
    ...(Number.isFinite(context.now) ? { asOf: toIso(context.now) } : {}),
    ...(store.summary.currency === undefined ? {} : { currency: store.summary.currency }),
    steps: plan.steps.map((step) => toResultStep(context, report, step, times[step.index]!)),
    ...toMaturity(context, report),
    ...present(extras),
  };
}

/** The counts of each step alone. */
export function toStepCounts(context: RunContext, report: Report): StepCount[] {
  return context.plan.steps.map((step) => {
    const { entered, converted, open, dropped } = tallyStep(report, step);
    return { id: step.id, entered, converted, open, dropped };
  });
}

function toResultStep(context: RunContext, report: Report, step: PlanStep, time: TimeSummary): ResultStep {
  const tally = tallyStep(report, step);
  const { plan } = context;
  const unordered = plan.order === 'unordered';
  const bases = unordered ? [step.index - 1] : step.bases;
  return {
    id: step.id,
    ...(step.name === undefined ? {} : { name: step.name }),
    base: step.index === 0 ? null : toIds(plan.steps, bases),
    when: step.when,
    // Who has had none of a step's own outcomes is open, not "not (yet) done".
    bounded: isBounded(context, step) || step.outcomes.length > 0,
    count: tally.converted,
    entered: tally.entered,
    converted: tally.converted,
    open: tally.open,
    dropped: tally.dropped,
    fromPrevious: tally.converted,
    ...(step.optional ? { optional: true, skipped: tally.skipped } : {}),
    ...(step.split ? { split: true } : {}),
    ...(step.window ? { window: step.window } : plan.window && step.index > 0 ? { window: plan.window } : {}),
    ...(isLatestOnly(context, step) ? { latestOnly: true } : {}),
    ...(step.outcomes.length > 0 ? { outcomes: toOutcomes(step, tally.outcomes) } : {}),
    ...(step.index > 0 && !step.absent ? { time } : {}),
    ...present({ value: tallyValue(context, report, step), action: step.action }),
    ...(step.filters.length > 0 ? { filters: step.filters.map((property) => ({ property })) } : {}),
    ...toRecent(context, report, step, time.p90),
  };
}

function toIds(steps: readonly PlanStep[], indices: readonly number[]): string | string[] {
  const ids = indices.map((index) => steps[index]!.id);
  return ids.length === 1 ? ids[0]! : ids;
}

function toOutcomes(step: PlanStep, counts: readonly number[]): OutcomeCount[] {
  return step.outcomes.map(({ id, as, name }, i) => ({
    id,
    as,
    count: counts[i]!,
    ...(name === undefined ? {} : { name }),
  }));
}

/** Whether a step's events all come from a dated column, which keeps the latest stamp only ("latest contact"). */
function isLatestOnly(context: RunContext, step: PlanStep): boolean {
  const kinds = step.conditions
    .flatMap(({ types }) => types ?? [])
    .map((type) => context.view.kinds.get(type));
  return (
    kinds.length > 0 &&
    kinds.every((kind) => kind?.type === 'contact' && kind.fromPerson?.every((flag) => flag === 1))
  );
}

/** Where nothing bounds a step: how many of those left entered less than its 90th percentile of time ago. */
function toRecent(context: RunContext, report: Report, step: PlanStep, p90: number | null | undefined) {
  if (isBounded(context, step) || step.optional || !Number.isFinite(context.now)) return {};
  if (p90 === null || p90 === undefined) return {};
  let recent = 0;
  report.rows.attempt.forEach((attempt, r) => {
    if (report.verdict[step.index]![r] !== Verdict.Dropped || report.outcome[step.index]![r]! >= 0) return;
    const entry = matchMs(context, report, attempt, baseOf(context, report, attempt, step.index));
    if (entry !== undefined && (context.now - entry) / 1000 < p90) recent++;
  });
  return { recent };
}

/** How many entered less time ago than half of the converted needed to go all the way. */
function toMaturity(context: RunContext, report: Report): Pick<FunnelResult, 'maturity'> {
  const last = context.plan.steps.findLast((step) => !step.optional)!.index;
  if (last === 0 || !Number.isFinite(context.now) || context.plan.steps[0]!.absent) return {};
  const { attempt: attempts } = report.rows;
  const needed = new Float64Array(attempts.length);
  const waiting = new Float64Array(attempts.length);
  let done = 0;
  let left = 0;
  for (const attempt of attempts) {
    const start = matchMs(context, report, attempt, 0);
    const end = matchMs(context, report, attempt, last);
    if (start === undefined) continue;
    if (end === undefined) waiting[left++] = (context.now - start) / 1000;
    else needed[done++] = (end - start) / 1000;
  }
  const withinSeconds = computeMedian(needed.subarray(0, done));
  if (withinSeconds === null || withinSeconds <= 0) return {};
  let recent = 0;
  for (let i = 0; i < left; i++) if (waiting[i]! < withinSeconds) recent++;
  return { maturity: { recent, entered: attempts.length, withinSeconds } };
}

/** The range as it was asked for. */
export function toIsoRange(options: RunOptions): { from?: string; to?: string } {
  const { from, to } = options.range ?? {};
  return {
    ...(from === undefined || from === null ? {} : { from: toText(from) }),
    ...(to === undefined || to === null ? {} : { to: toText(to) }),
  };
}

function toText(instant: string | number): string {
  return typeof instant === 'number' ? toIso(instant) : instant;
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
