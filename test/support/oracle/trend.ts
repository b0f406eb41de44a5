import type { TrendOption } from '../../../src/engine/schema/options.ts';
import { chooseReported, reportSubject, toRow } from './verdict.ts';
import type { Attempt, ReportRow, Run, Subject } from './types.ts';

/** A period of entry. */
export interface Period {
  /** First instant of the period. */
  start: number;
  entered: number;
  converted: number;
  /** Distinct subjects, sorted, between the trend's two steps. */
  ids: Record<'entered' | 'converted' | 'open' | 'dropped', Array<string | number>>;
}

/** Per period of entry: subjects with an attempt that started in it, by their furthest such attempt. */
export function trendOf(subjects: Subject[], run: Run, trend: TrendOption): Period[] {
  const from = run.steps.find((step) => step.id === trend.from)?.index ?? 0;
  const to = run.steps.find((step) => step.id === trend.to)?.index ?? run.steps.length - 1;
  const periods = new Map<number, Period>();
  for (const subject of subjects) {
    for (const [start, row] of furthestOfPeriods(subject, run, trend)) {
      const nobody = { entered: [], converted: [], open: [], dropped: [] };
      const period = periods.get(start) ?? { start, entered: 0, converted: 0, ids: nobody };
      const entered = row.attempt.kept[from] !== undefined;
      const converted = entered && row.attempt.kept[to] !== undefined;
      const open = entered && !converted && mayYet(row, run, to);
      const states = { entered, converted, open, dropped: entered && !converted && !open };
      const ids = Object.fromEntries(
        Object.entries(period.ids).map(([state, own]) => [
          state,
          states[state as keyof typeof states] ? [...own, subject.id].sort(byName) : own,
        ]),
      ) as Period['ids'];
      periods.set(start, { start, entered: ids.entered.length, converted: ids.converted.length, ids });
    }
  }
  return [...periods.values()]
    .filter(
      (period) => period.entered > 0 && period.start >= firstPeriod(run, trend) && period.start <= run.to,
    )
    .sort((a, b) => a.start - b.start);
}

/** Only the periods of the run's range are listed. */
function firstPeriod(run: Run, trend: TrendOption): number {
  return run.from === -Infinity
    ? -Infinity
    : run.calendar.startOfPeriod(run.from, trend.interval, run.options.weekStart ?? 1);
}

function byName(a: string | number, b: string | number): number {
  return String(a) < String(b) ? -1 : 1;
}

/** Somebody is open at the step, or at one by which one comes to it. */
function mayYet({ steps }: ReportRow, run: Run, to: number): boolean {
  const way = (step: number): number[] =>
    run.order === 'unordered'
      ? run.steps.slice(0, step + 1).map(({ index }) => index)
      : [step, ...run.steps[step]!.bases.flatMap(way)];
  return way(to).some((index) => steps[index]!.state === 'open');
}

/** By period: the furthest attempt that started in it, and what became of its steps among the others of that period. */
function furthestOfPeriods(subject: Subject, run: Run, trend: TrendOption): Map<number, ReportRow> {
  const rows = reportSubject(subject, run);
  const once = run.plant === 'trend-once-a-subject' || run.reentry === 'every';
  const attempts = once ? rows.map((row) => row.attempt) : rows.flatMap((row) => row.pool);
  const periodOf = ({ start }: Attempt) =>
    run.calendar.startOfPeriod(start.instant, trend.interval, run.options.weekStart ?? 1);
  const furthest = new Map<number, ReportRow>();
  for (const period of new Set(attempts.map(periodOf))) {
    const isOfPeriod = (attempt: Attempt) => periodOf(attempt) === period;
    const best = chooseReported(attempts.filter(isOfPeriod), run);
    // Who is open may be so by any attempt that a counted start could have made.
    const pool = rows.flatMap((row) => row.pool).filter(isOfPeriod);
    if (best) furthest.set(period, toRow(subject, best, pool, run));
  }
  return furthest;
}
