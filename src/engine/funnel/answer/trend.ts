import { FunnelwheelError } from '../../error.ts';
import { startOfNextPeriod, startOfPeriod } from '../../dataset/periods.ts';
import type { TrendOption, TrendResult } from '../../schema/index.ts';
import { findStep } from '../plan/find-step.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { Matching } from '../match/match-funnel.ts';
import { bestOf, countsAsAttempt, groupBySubject, type Report } from './report-attempts.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';

/** More periods than this are refused: nobody reads them, and a wrong date asks for a million. */
const MOST_PERIODS = 5000;

type Interval = TrendOption['interval'];

/**
 * Conversion by period of entry: a subject counts once a period, with its furthest attempt that started in it.
 * Periods are the studio's days, weeks (from `weekStart`) or months. Source: funnels.md, "trend".
 *
 * @throws FunnelwheelError `unknown-step`; `invalid-options` when the range asks for too many periods.
 */
export function computeTrend(
  context: RunContext,
  matching: Matching,
  whole: Report,
  option: TrendOption,
): TrendResult {
  const { steps } = context.plan;
  const from = findStep(context.plan, option.from, 'trend.from').index;
  const to = findStep(context.plan, option.to, 'trend.to', steps.length - 1).index;
  const weekStart = context.options.weekStart ?? 1;
  const begins = listPeriods(context, matching, option.interval, weekStart);
  const present = new Set(whole.rows.subject);
  const counts = countsAsAttempt(context, whole);
  const periods = begins.map((start, i) => {
    const end = begins[i + 1] ?? startOfNextPeriod(context.store.calendar, option.interval, start);
    const keep = (attempt: number) =>
      counts(attempt) && isWithin(context, matching.startTick(attempt), start, end);
    const groups = groupBySubject(matching.attempts, { keep });
    const furthest = [...groups.off.keys()].slice(1).flatMap((g) => {
      const best = bestOf(context, matching, groups, g - 1);
      return best === NONE || !present.has(groups.subject[best]!) ? [] : [groups.attempt[best]!];
    });
    const did = (step: number) => (attempt: number) => matching.attempts.match[step]![attempt] !== NONE;
    const entered = furthest.filter(did(from));
    return {
      start: new Date(start).toISOString(),
      entered: entered.length,
      converted: entered.filter(did(to)).length,
      complete: isComplete(context, end),
    };
  });
  return { interval: option.interval, from: steps[from]!.id, to: steps[to]!.id, periods };
}

function isWithin({ store }: RunContext, tick: number, start: number, end: number): boolean {
  const ms = store.toMs(tick);
  return ms >= start && ms < end;
}

/** Starts of all periods from the range's begin (or the first entry) to its end (or the last entry). */
function listPeriods(
  context: RunContext,
  matching: Matching,
  interval: Interval,
  weekStart: number,
): number[] {
  const { calendar } = context.store;
  const { first, last } = entrySpan(context, matching);
  const from = context.range.from === -Infinity ? first : context.range.from;
  const to = context.range.to === Infinity ? last : context.range.to;
  const starts: number[] = [];
  if (!Number.isFinite(from) || !Number.isFinite(to)) return starts;
  for (let start = startOfPeriod(calendar, interval, from, weekStart); start <= to;) {
    starts.push(start);
    start = startOfNextPeriod(calendar, interval, start);
    if (starts.length > MOST_PERIODS) {
      throw new FunnelwheelError('invalid-options', 'trend.interval: the range has too many periods', {
        path: 'trend.interval',
        value: interval,
      });
    }
  }
  return starts;
}

function entrySpan({ store }: RunContext, matching: Matching): { first: number; last: number } {
  let first = Infinity;
  let last = -Infinity;
  for (let attempt = 0; attempt < matching.attempts.done.length; attempt++) {
    const ms = store.toMs(matching.startTick(attempt));
    if (ms === -Infinity) continue;
    first = Math.min(first, ms);
    last = Math.max(last, ms);
  }
  return { first, last };
}

/** Whether nothing can change for those who entered before `end`: their windows and the range have run out. */
function isComplete(context: RunContext, end: number): boolean {
  if (context.now < end) return false;
  return context.plan.steps.every((step) => {
    const last = step.optional || step.absent ? -Infinity : latestMatch(context, step, end - 1);
    // What nothing bounds never runs out, and is not waited for.
    return last === Infinity || last < context.now;
  });
}

/** The last instant at which somebody who entered at `entry` can still do a step; infinite where nothing bounds it. */
function latestMatch(context: RunContext, step: PlanStep, entry: number): number {
  if (step.index === 0) return entry;
  const { window } = context.plan;
  let last = context.spanOf(step).to;
  if (window) last = Math.min(last, context.windowEnd(entry, false, window));
  if (!step.window) return last;
  const bases = step.bases.map((base) => latestMatch(context, context.plan.steps[base]!, entry));
  const base = Math.max(...bases);
  return base === Infinity ? last : Math.min(last, context.windowEnd(base, false, step.window));
}
