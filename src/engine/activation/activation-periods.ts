import { FunnelwheelError } from '../error.ts';
import { startOfNextPeriod, startOfPeriod } from '../dataset/periods.ts';
import type { RunContext, Span } from '../funnel/match/run-context.ts';
import type { ActivationOptions } from '../schema/index.ts';
import type { AcquiredPerson } from './acquired-person.ts';

/** A period of the course: from `start` to before `end`. */
export interface ActivationSpan {
  start: number;
  end: number;
  /** Whether nothing can change any more. */
  complete: boolean;
  /** The range holds only a part of it. */
  cut: boolean;
}

/** More periods than this are refused: nobody reads them, and a wrong date asks for a million. */
const MOST_PERIODS = 5000;

/**
 * The periods of the range, from its begin (or the first acquired) to its end, or *now*, or the last acquired.
 *
 * @throws FunnelwheelError `invalid-options` when there are too many.
 */
export function listActivationPeriods(
  context: RunContext,
  cohort: readonly AcquiredPerson[],
  range: Span,
  options: ActivationOptions,
): ActivationSpan[] {
  const { calendar } = context.store;
  const { interval = 'month', weekStart = 1 } = options;
  const { from, to } = boundPeriods(context, cohort, range);
  const spans: ActivationSpan[] = [];
  if (!Number.isFinite(from) || !Number.isFinite(to)) return spans;
  for (let start = startOfPeriod(calendar, interval, from, weekStart); start <= to;) {
    const end = startOfNextPeriod(calendar, interval, start);
    const cut = range.from > start || range.to < end - 1;
    spans.push({ start, end, cut, complete: isComplete(context, end, options) });
    refuseTooMany(spans.length, interval);
    start = end;
  }
  return spans;
}

function boundPeriods({ now }: RunContext, cohort: readonly AcquiredPerson[], range: Span): Span {
  let first = Infinity;
  let last = -Infinity;
  for (const { acquiredAt } of cohort) {
    first = Math.min(first, acquiredAt);
    last = Math.max(last, acquiredAt);
  }
  const from = range.from === -Infinity ? first : range.from;
  const end = Math.min(range.to, now);
  return { from, to: end === Infinity ? last : end };
}

/** Whether everybody acquired before `end` has had their time. What nothing bounds is not waited for. */
function isComplete(context: RunContext, end: number, { within }: ActivationOptions): boolean {
  if (context.now < end) return false;
  return within === undefined || within === 'period'
    ? true
    : context.windowEnd(end - 1, false, within) < context.now;
}

function refuseTooMany(count: number, interval: string): void {
  if (count <= MOST_PERIODS) return;
  throw new FunnelwheelError('invalid-options', 'interval: the range has too many periods', {
    path: 'interval',
    value: interval,
  });
}
