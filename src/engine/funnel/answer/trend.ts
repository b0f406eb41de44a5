import { FunnelwheelError } from '../../error.ts';
import { startOfNextPeriod, startOfPeriod } from '../../dataset/periods.ts';
import { parseInstant } from '../../dataset/instant.ts';
import type { SegmentPeriod, TrendOption, TrendResult } from '../../schema/index.ts';
import { findStep } from '../plan/find-step.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { Matching } from '../match/match-funnel.ts';
import {
  bestOf,
  countsAsAttempt,
  groupBySubject,
  reportAttempts,
  type AttemptGroups,
} from './report-attempts.ts';
import { restrict, pickRefs, type Report } from './report.ts';
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
  const ends = begins.map(
    (start, i) => begins[i + 1] ?? startOfNextPeriod(context.store.calendar, option.interval, start),
  );
  const did = (step: number, attempt: number) => matching.attempts.match[step]![attempt] !== NONE;
  const periods = divideByPeriod(context, matching, whole, { begins, ends }).map((groups, i) => {
    let entered = 0;
    let converted = 0;
    for (let g = 0; g + 1 < groups.off.length; g++) {
      const best = bestOf(context, matching, groups, g);
      if (best === NONE || !present.has(groups.subject[best]!)) continue;
      const attempt = groups.attempt[best]!;
      if (!did(from, attempt)) continue;
      entered++;
      if (did(to, attempt)) converted++;
    }
    const start = new Date(begins[i]!).toISOString();
    return { start, entered, converted, complete: isComplete(context, ends[i]!) };
  });
  return { interval: option.interval, from: steps[from]!.id, to: steps[to]!.id, periods };
}

/**
 * The people of a point of a trend, each once, with the furthest attempt that started in its period.
 *
 * @throws FunnelwheelError `invalid-options` for a start that is no instant.
 */
export function reportPeriod(
  context: RunContext,
  matching: Matching,
  whole: Report,
  { interval, start }: SegmentPeriod,
  path: string,
): Report {
  const { calendar } = context.store;
  const instant = parseInstant(start, calendar);
  if (!instant) {
    throw new FunnelwheelError('invalid-options', `${path}.start: no instant`, {
      path: `${path}.start`,
      value: start,
    });
  }
  const begin = startOfPeriod(calendar, interval, instant.ms, context.options.weekStart ?? 1);
  const end = startOfNextPeriod(calendar, interval, begin);
  const counts = countsAsAttempt(context, whole);
  const keep = (attempt: number) => {
    const ms = context.store.toMs(matching.startTick(attempt));
    return ms >= begin && ms < end && counts(attempt);
  };
  const present = new Set(whole.rows.subject);
  const report = reportAttempts(context, matching, { keep, once: true });
  const rows = [...report.rows.subject.keys()].filter((row) => present.has(report.rows.subject[row]!));
  return restrict(report, rows);
}

/** The attempts that count, those of each period apart: one look at each, however many periods there are. */
function divideByPeriod(
  context: RunContext,
  matching: Matching,
  whole: Report,
  { begins, ends }: { begins: readonly number[]; ends: readonly number[] },
): AttemptGroups[] {
  const all = groupBySubject(matching.attempts, { keep: countsAsAttempt(context, whole) });
  const places: number[][] = begins.map(() => []);
  for (let i = 0; i < all.attempt.length; i++) {
    const ms = context.store.toMs(matching.startTick(all.attempt[i]!));
    const period = lastAtOrBefore(begins, ms);
    if (period >= 0 && ms < ends[period]!) places[period]!.push(i);
  }
  return places.map((own) => {
    const refs = pickRefs(all, own);
    return { ...refs, off: subjectBounds(refs.subject) };
  });
}

/** Where the rows of each subject begin, and where the last ends. */
function subjectBounds(subjects: Int32Array): Int32Array {
  const begins: number[] = [];
  for (let i = 0; i < subjects.length; i++) {
    if (i === 0 || subjects[i] !== subjects[i - 1]) begins.push(i);
  }
  return Int32Array.from([...begins, subjects.length]);
}

/** Index of the last of ascending values that is at most `value`; −1 when all are more. */
function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
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
