import { DAY } from '../../dataset/calendar.ts';
import { parseInstant } from '../../dataset/instant.ts';
import type { RangeOption } from '../../schema/index.ts';
import type { RunContext } from '../match/run-context.ts';

/** Days of the calendar, counted from 1970; both ends included. */
interface Days {
  first: number;
  last: number;
}

/**
 * The period before: as many whole calendar months where the range is of such, else as many days, or exactly as long
 * where it has instants. Of a period that is still in progress only the elapsed days have a counterpart, so that it is
 * held against as many; the whole month before is the most. Undefined before an open range, and for one that has not
 * begun. Source: look.md §1 ("the same number of days"); that a month is compared with the month before is ours: it is
 * what somebody means who looks at October.
 */
export function toPreviousRange({
  options,
  range,
  now,
  store: { calendar },
}: RunContext): RangeOption | undefined {
  if (!Number.isFinite(range.from) || !Number.isFinite(range.to) || now < range.from) return undefined;
  const end = Math.min(range.to, now);
  const isDay = (bound: unknown) => parseInstant(bound, calendar)?.dayOnly === true;
  if (isDay(options.range?.from) && isDay(options.range?.to)) {
    const days = { first: calendar.dayOf(range.from), last: calendar.dayOf(range.to) };
    const before = daysBefore(days);
    const elapsed = calendar.dayOf(end) - days.first;
    // A period that is over takes all of the one before, though that may be longer.
    const last = end === range.to ? before.last : Math.min(before.last, before.first + elapsed);
    return { from: toDate(before.first), to: toDate(last) };
  }
  const before = range.from - (range.to - range.from + 1);
  return { from: before, to: before + (end - range.from) };
}

function daysBefore({ first, last }: Days): Days {
  const [from, after] = [new Date(first * DAY), new Date((last + 1) * DAY)];
  if (from.getUTCDate() !== 1 || after.getUTCDate() !== 1)
    return { first: first - (last - first + 1), last: first - 1 };
  const monthOf = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
  const months = monthOf(after) - monthOf(from);
  return { first: Date.UTC(from.getUTCFullYear(), from.getUTCMonth() - months, 1) / DAY, last: first - 1 };
}

function toDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
