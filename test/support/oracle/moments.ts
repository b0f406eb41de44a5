import type { Duration } from '../../../src/engine/schema/definition.ts';
import type { Moment, Run } from './types.ts';

/** If either is known by its day only, days are compared (funnels.md, "Order"). */
function comparesDays(a: Moment, b: Moment, run: Run): boolean {
  return (a.dayOnly || b.dayOnly) && run.plant !== 'day-only-as-instants';
}

/** `a` lies strictly after `b`. */
export function isAfter(a: Moment, b: Moment, run: Run): boolean {
  return comparesDays(a, b, run) ? a.day > b.day : a.instant > b.instant;
}

/** `a` may follow `b`: at or after it, or only after it with `ties: "later"`; the tolerance lets it precede. */
export function mayFollow(a: Moment, b: Moment, run: Run): boolean {
  const tolerance = run.plant === 'tolerance-ignored' ? 0 : run.tolerance;
  const later = run.strictlyLater && run.plant !== 'ties-always-allowed';
  const byInstant = later ? a.instant > b.instant - tolerance : a.instant >= b.instant - tolerance;
  if (!comparesDays(a, b, run)) return byInstant;
  const byDay = later ? a.day > b.day : a.day >= b.day;
  return byDay || (tolerance > 0 && byInstant);
}

/** `a` lies no later than `window` after `anchor`, end included; days for data dated by day, but not for `ms`. */
export function isWithin(a: Moment, anchor: Moment, window: Duration, run: Run): boolean {
  if ('ms' in window || !comparesDays(a, anchor, run)) {
    const exactEnd = run.calendar.addToInstant(anchor.instant, plainDuration(window, run));
    return run.plant === 'window-end-exclusive' ? a.instant < exactEnd : a.instant <= exactEnd;
  }
  return a.day <= dayLater(anchor, window, run);
}

/** `a` lies no earlier than `wait` after `anchor`, that instant included. */
export function isNotBefore(a: Moment, anchor: Moment, wait: Duration, run: Run): boolean {
  if ('ms' in wait || !comparesDays(a, anchor, run)) {
    const earliest = run.calendar.addToInstant(anchor.instant, plainDuration(wait, run));
    return run.plant === 'not-before-exclusive' ? a.instant > earliest : a.instant >= earliest;
  }
  return a.day >= dayLater(anchor, wait, run);
}

/** The last instant of a window: for an anchor known by its day, the end of the last day. */
export function windowEnd(anchor: Moment, window: Duration, run: Run): number {
  if (!anchor.dayOnly || 'ms' in window) {
    return run.calendar.addToInstant(anchor.instant, plainDuration(window, run));
  }
  return run.calendar.endOfDay(dayLater(anchor, window, run));
}

function dayLater(anchor: Moment, window: { days: number } | { months: number }, run: Run): string {
  return run.calendar.addToDay(anchor.day, window);
}

function plainDuration(duration: Duration, run: Run): Duration {
  const day = 86_400_000;
  if (run.plant === 'days-are-24-hours' && 'days' in duration) return { ms: duration.days * day };
  if (run.plant === 'months-are-30-days' && 'months' in duration) return { days: duration.months * 30 };
  return duration;
}
