import { DAY, type Calendar } from './calendar.ts';

/** A stretch of the studio's calendar. */
export type PeriodLength = 'day' | 'week' | 'month';

/** First instant of the period that holds an instant. `weekStart`: 1 Monday to 7 Sunday (ISO). */
export function startOfPeriod(
  calendar: Calendar,
  length: PeriodLength,
  instant: number,
  weekStart = 1,
): number {
  const day = calendar.dayOf(instant);
  if (length === 'day') return calendar.startOfDay(day);
  // Day 0, 1970-01-01, was a Thursday: ISO weekday 4.
  if (length === 'week') return calendar.startOfDay(day - ((((day + 3 - (weekStart - 1)) % 7) + 7) % 7));
  const date = new Date(day * DAY);
  return calendar.startOfDay(day - (date.getUTCDate() - 1));
}

/** First instant of the period after the one that starts at `start`. */
export function startOfNextPeriod(calendar: Calendar, length: PeriodLength, start: number): number {
  const day = calendar.dayOf(start);
  if (length !== 'month') return calendar.startOfDay(day + (length === 'day' ? 1 : 7));
  const date = new Date(day * DAY);
  return calendar.startOfDay(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY);
}
