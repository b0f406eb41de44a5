import type { Calendar } from './calendar.ts';
import { isDictionary, type Cells } from './cells.ts';

/** A point in time as the data gave it; `dayOnly` when only the day is known, then `ms` is its local start. */
export interface Instant {
  ms: number;
  dayOnly: boolean;
}

/** A column of instants. */
export interface InstantColumn {
  /** Epoch ms by row; NaN where none is or none can be read. */
  ms: Float64Array;
  /** 1 where only the day is known; null when nowhere. */
  dayOnly: Uint8Array | null;
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)? ?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;
const EPOCH = /^-?\d{11,14}$/;
/** Days of the months of any year. */
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Years 0 to 9999: what has a four-digit year; anything else is a slip of units or a sentinel. */
const EARLIEST = -62_167_219_200_000;
const LATEST = 253_402_300_799_999;

/**
 * Reads an instant: ISO 8601 with offset, a local date or date-time (then the studio's zone), epoch milliseconds,
 * or a `Date`. Undefined when it is none of these or the date does not exist. Source: data.md, "A dataset".
 */
export function parseInstant(value: unknown, calendar: Calendar): Instant | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (value instanceof Date) return fromEpoch(value.getTime());
  if (typeof value !== 'string') return undefined;
  const plain = parsePlainUtc(value);
  if (!Number.isNaN(plain)) return { ms: plain, dayOnly: false };
  const text = value.trim();
  if (EPOCH.test(text)) return fromEpoch(Number(text));
  const match = ISO.exec(text);
  return match ? fromParts(match, calendar) : undefined;
}

/** The same of the first `length` cells of a column; a value that repeats is read once. */
export function readInstants(cells: Cells | undefined, length: number, calendar: Calendar): InstantColumn {
  const column: InstantColumn = { ms: new Float64Array(length).fill(NaN), dayOnly: null };
  if (cells === undefined) return column;
  if (!isDictionary(cells)) {
    for (let row = 0; row < length; row++) write(column, row, parseInstant(cells[row], calendar));
    return column;
  }
  const { codes, values } = cells;
  const known = values.map((value) => parseInstant(value, calendar));
  for (let row = 0; row < length; row++) write(column, row, known[codes[row]!]);
  return column;
}

function write(column: InstantColumn, row: number, instant: Instant | undefined): void {
  if (instant === undefined) return;
  column.ms[row] = instant.ms;
  if (instant.dayOnly) (column.dayOnly ??= new Uint8Array(column.ms.length))[row] = 1;
}

/** Whether an instant has no fraction of a second. */
export function isWholeSecond(ms: number): boolean {
  // The rest of a division of floating numbers would take five times as long.
  return Math.floor(ms / 1000) * 1000 === ms;
}

/**
 * Epoch ms of the shape that machines write, `2026-11-22T09:30:00Z` with or without milliseconds; NaN of any other,
 * and of a few that {@link parseInstant} reads the careful way.
 * Dates in text are the slowest part of a load, and nearly all of them are of this shape: read digit by digit they
 * take a sixth of the time that the expression does.
 */
export function parsePlainUtc(text: string): number {
  const isLong = text.length === 24;
  if (!(isLong || text.length === 20) || text[10] !== 'T' || !text.endsWith('Z')) return NaN;
  if (text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return NaN;
  if (isLong && text[19] !== '.') return NaN;
  const day = digitsAt(text, 8, 10);
  const [year, month] = [digitsAt(text, 0, 4), digitsAt(text, 5, 7)];
  const [hour, minute, second] = [digitsAt(text, 11, 13), digitsAt(text, 14, 16), digitsAt(text, 17, 19)];
  // The 29th of February, and years that Date.UTC misreads, are left to the careful way.
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= DAYS[month - 1]!)) return NaN;
  if (!(hour <= 23 && minute <= 59 && second <= 59)) return NaN;
  return Date.UTC(year, month - 1, day, hour, minute, second, isLong ? digitsAt(text, 20, 23) : 0);
}

/** Digits as a number; NaN where something else stands among them. */
function digitsAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

function fromEpoch(ms: number): Instant | undefined {
  return ms >= EARLIEST && ms <= LATEST ? { ms: Math.floor(ms), dayOnly: false } : undefined;
}

function fromParts(match: RegExpExecArray, calendar: Calendar): Instant | undefined {
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset] = match;
  const date = dateOf(Number(year), Number(month), Number(day));
  if (date === undefined) return undefined;
  if (hour === undefined) return offset ? undefined : { ms: calendar.fromLocal(date), dayOnly: true };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const local = date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + milliseconds;
  if (offset === undefined) return { ms: calendar.fromLocal(local), dayOnly: false };
  const shift = offsetOf(offset);
  return shift === undefined ? undefined : { ms: local - shift, dayOnly: false };
}

/** UTC midnight of a date that exists. */
function dateOf(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const date = new Date(0);
  // setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 ? date.getTime() : undefined;
}

function offsetOf(text: string): number | undefined {
  if (text === 'Z' || text === 'z') return 0;
  const sign = text.startsWith('-') ? -1 : 1;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(-2)) * (text.length > 3 ? 1 : 0);
  return hours > 23 || minutes > 59 ? undefined : sign * (hours * 60 + minutes) * 60_000;
}
