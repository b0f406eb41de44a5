import type { Formats } from './formats.ts';

/** A stretch of the calendar that a number is of. */
export type FigurePeriod = 'day' | 'week' | 'month';

type Instant = string | number;

const LONG = { month: { month: 'long', year: 'numeric' }, day: { dateStyle: 'medium' } } as const;
const SHORT = { month: { month: 'short' }, day: { day: 'numeric', month: 'short' } } as const;

const cache = new Map<string, Intl.DateTimeFormat>();

/** A period by its first instant, in full: `January 2026`, `12 Jan 2026` for a day or the week that begins then. */
export function formatPeriod(tag: string, period: FigurePeriod, start: Instant, timeZone?: string): string {
  return formatStart(tag, start, period === 'month' ? LONG.month : LONG.day, timeZone);
}

/** The same in short, for an axis: `Jan`, `12 Jan`. */
export function formatPeriodShort(
  tag: string,
  period: FigurePeriod,
  start: Instant,
  timeZone?: string,
): string {
  return formatStart(tag, start, period === 'month' ? SHORT.month : SHORT.day, timeZone);
}

function formatStart(
  tag: string,
  start: Instant,
  options: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): string {
  const date = new Date(start);
  if (Number.isNaN(date.getTime())) return String(start);
  // A bare date is a day of the studio and is never shifted.
  const zone = typeof start === 'string' && !start.includes('T') ? 'UTC' : timeZone;
  return getFormat(tag, options, zone).format(date);
}

function getFormat(
  tag: string,
  options: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  const key = JSON.stringify([tag, options, timeZone]);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = createFormat(tag, options, timeZone)));
  return format;
}

function createFormat(
  tag: string,
  options: Intl.DateTimeFormatOptions,
  timeZone: string | undefined,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(tag, timeZone ? { ...options, timeZone } : options);
  } catch {
    // A zone this browser does not know leaves the reader's, as if none were given.
    return new Intl.DateTimeFormat(tag, options);
  }
}

/** A range of days in the words of the locale; a bound that is open is said so. */
export function formatScope(
  range: { from?: Instant | null | undefined; to?: Instant | null | undefined } | undefined,
  format: Formats,
  words: { allTime: string; from(date: string): string; until(date: string): string },
  timeZone?: string,
): string {
  const { from, to } = range ?? {};
  if (from != null && to != null) return format.dateRange(from, to, timeZone);
  if (from != null) return words.from(format.date(from, timeZone));
  return to != null ? words.until(format.date(to, timeZone)) : words.allTime;
}
