import { forEachValue, type RawCells } from './readers/raw-cells.ts';

/** How the dates of a column are written. `ambiguous`: 03/04/2026 could be either, so it must be told. */
export type DateFormat =
  'iso' | 'epoch-ms' | 'epoch-seconds' | 'dmy' | 'mdy' | 'ymd' | 'ambiguous' | 'unknown';

/** The order of day and month in dates such as 03/04/2026, where a host or a user tells it. */
export type DateOrder = 'dmy' | 'mdy';

const ISO = /^\d{4}-\d\d-\d\d([T ]|$)/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(.*)$/;
const YEAR_LAST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)$/;
const TIME = /^[ T,]*(\d{1,2})[:hH](\d\d)?(?::(\d\d))?\s*([ap])?\.?m?\.?$/i;
/** Seconds since 1970 between 2001 and 2286. */
const SECONDS = /^\d{10}(\.\d+)?$/;
const MILLISECONDS = /^\d{12,13}$/;

function formatOf(text: string): DateFormat {
  if (ISO.test(text)) return 'iso';
  if (YEAR_FIRST.test(text)) return 'ymd';
  if (MILLISECONDS.test(text)) return 'epoch-ms';
  if (SECONDS.test(text)) return 'epoch-seconds';
  const parts = YEAR_LAST.exec(text);
  if (parts === null) return 'unknown';
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (first > 12 && first <= 31 && second <= 12) return 'dmy';
  if (second > 12 && second <= 31 && first <= 12) return 'mdy';
  return first <= 12 && second <= 12 ? 'ambiguous' : 'unknown';
}

/**
 * The format of a column's dates, from all values that are given. Day and month are told apart only when some
 * date settles it (a number above 12) and none contradicts it.
 */
export function detectDateFormat(cells: RawCells): DateFormat {
  const counts = new Map<DateFormat, number>();
  let total = 0;
  forEachValue(cells, (value, rows) => {
    const text = toText(value);
    if (text === '') return;
    const format = formatOf(text);
    counts.set(format, (counts.get(format) ?? 0) + rows);
    total += rows;
  });
  return total === 0 ? 'unknown' : decide((format) => counts.get(format) ?? 0, total);
}

function decide(count: (format: DateFormat) => number, total: number): DateFormat {
  const yearLast = count('dmy') + count('mdy') + count('ambiguous');
  if (yearLast * 2 >= total) {
    const isDmy = count('dmy') > 0;
    const isMdy = count('mdy') > 0;
    return isDmy === isMdy ? 'ambiguous' : isDmy ? 'dmy' : 'mdy';
  }
  const formats: DateFormat[] = ['iso', 'ymd', 'epoch-ms', 'epoch-seconds'];
  return formats.find((format) => count(format) * 2 >= total) ?? 'unknown';
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  return value instanceof Date ? value.toISOString() : '';
}

/**
 * A date as ISO 8601 without offset (or epoch ms), for the store to read; a value that does not have the format
 * comes back as it is, so that the store can tell it as invalid with the value that stood in the file.
 */
export function toIsoDate(value: unknown, format: DateFormat): unknown {
  if (format === 'epoch-seconds') return fromSeconds(value);
  if (typeof value !== 'string') return value;
  const text = value.trim();
  if (format === 'ymd') return fromParts(YEAR_FIRST.exec(text), [1, 2, 3]) ?? value;
  if (format === 'dmy') return fromParts(YEAR_LAST.exec(text), [3, 2, 1]) ?? value;
  if (format === 'mdy') return fromParts(YEAR_LAST.exec(text), [3, 1, 2]) ?? value;
  return value;
}

function fromSeconds(value: unknown): unknown {
  const seconds = typeof value === 'number' ? value : SECONDS.test(toText(value)) ? Number(value) : NaN;
  return Number.isFinite(seconds) ? Math.round(seconds * 1000) : value;
}

function fromParts(
  match: RegExpExecArray | null,
  [year, month, day]: [number, number, number],
): string | undefined {
  if (match === null) return undefined;
  const two = (index: number) => (match[index] ?? '').padStart(2, '0');
  const rest = match[4]?.trim() ?? '';
  const time = rest === '' ? '' : toTime(rest);
  const isReal = isDay(Number(match[year]), Number(match[month]), Number(match[day]));
  return isReal && time !== undefined ? `${match[year]}-${two(month)}-${two(day)}${time}` : undefined;
}

/** Whether the calendar has the day: the 31st of February stays as it is written, to be told as that. */
function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `T14:05:00` of `14:05`, `2:05 PM`, `14h05`. */
function toTime(text: string): string | undefined {
  const match = TIME.exec(text);
  if (match === null) return undefined;
  const [, written = '', minute = '00', second = '00', half] = match;
  const shift = half === undefined ? 0 : (half.toLowerCase() === 'p' ? 12 : 0) - (written === '12' ? 12 : 0);
  const hour = Number(written) + shift;
  const isReal = hour >= 0 && hour <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  return isReal ? `T${String(hour).padStart(2, '0')}:${minute}:${second}` : undefined;
}
