import type { TrendOption } from '../../../src/engine/schema/options.ts';
import { chooseReported, reportSubject } from './verdict.ts';
import type { Attempt, Run, Subject } from './types.ts';

/** A period of entry. */
export interface Period {
  /** First instant of the period. */
  start: number;
  entered: number;
  converted: number;
}

/** Per period of entry: subjects with an attempt that started in it, by their furthest such attempt. */
export function trendOf(subjects: Subject[], run: Run, trend: TrendOption): Period[] {
  const from = run.steps.find((step) => step.id === trend.from)?.index ?? 0;
  const to = run.steps.find((step) => step.id === trend.to)?.index ?? run.steps.length - 1;
  const periods = new Map<number, Period>();
  for (const subject of subjects) {
    for (const [start, attempt] of furthestOfPeriods(subject, run, trend)) {
      const period = periods.get(start) ?? { start, entered: 0, converted: 0 };
      const entered = attempt.kept[from] !== undefined;
      const converted = entered && attempt.kept[to] !== undefined;
      periods.set(start, {
        start,
        entered: period.entered + Number(entered),
        converted: period.converted + Number(converted),
      });
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

function furthestOfPeriods(subject: Subject, run: Run, trend: TrendOption): Map<number, Attempt> {
  const rows = reportSubject(subject, run);
  const once = run.plant === 'trend-once-a-subject' || run.reentry === 'every';
  const attempts = once ? rows.map((row) => row.attempt) : rows.flatMap((row) => row.pool);
  const periodOf = ({ start }: Attempt) =>
    run.calendar.startOfPeriod(start.instant, trend.interval, run.options.weekStart ?? 1);
  const furthest = new Map<number, Attempt>();
  for (const period of new Set(attempts.map(periodOf))) {
    const best = chooseReported(
      attempts.filter((attempt) => periodOf(attempt) === period),
      run,
    );
    if (best) furthest.set(period, best);
  }
  return furthest;
}
