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
 * take a small part of the time that the expression does.
 */
export function parsePlainUtc(text: string): number {
  const isLong = text.length === 24;
  if (!(isLong || text.length === 20)) return NaN;
  const isShaped =
    text.charCodeAt(4) === DASH &&
    text.charCodeAt(7) === DASH &&
    text.charCodeAt(10) === T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    text.charCodeAt(text.length - 1) === Z &&
    (!isLong || text.charCodeAt(19) === POINT);
  if (!isShaped) return NaN;
  const [century, decade] = [pairAt(text, 0), pairAt(text, 2)];
  const [month, day] = [pairAt(text, 5), pairAt(text, 8)];
  const [hour, minute, second] = [pairAt(text, 11), pairAt(text, 14), pairAt(text, 17)];
  const [tens, ones] = isLong ? [pairAt(text, 20), digitAt(text, 22)] : [0, 0];
  // Where anything is no digit, the sign of the whole says so.
  if ((century | decade | month | day | hour | minute | second | tens | ones) < 0) return NaN;
  // The 29th of February, and years that Date.UTC misreads, are left to the careful way.
  if (century < 1 || month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]!) return NaN;
  if (hour > 23 || minute > 59 || second > 59) return NaN;
  const minutes = ((day - 1) * 24 + hour) * 60 + minute;
  return beginOfMonth(century * 100 + decade, month) + minutes * 60_000 + second * 1000 + tens * 10 + ones;
}

const [DASH, T, COLON, Z, POINT] = [...'-T:Z.'].map((sign) => sign.charCodeAt(0));

/** One digit; below 0 where it is none. */
function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit > 9 ? -1 : digit;
}

/** Two digits as a number; below 0 where one of them is none. */
function pairAt(text: string, at: number): number {
  const [tens, ones] = [digitAt(text, at), digitAt(text, at + 1)];
  return (tens | ones) < 0 ? -1 : tens * 10 + ones;
}

/** First year of the table, and how many it has. */
const FIRST_YEAR = 1970;
const YEARS = 130;
const MONTH_BEGINS = new Float64Array(YEARS * 12).fill(NaN);

/** Epoch ms; asked of the platform once a month, as that takes as long as all the digits. */
function beginOfMonth(year: number, month: number): number {
  const place = (year - FIRST_YEAR) * 12 + month - 1;
  if (!(place >= 0 && place < MONTH_BEGINS.length)) return Date.UTC(year, month - 1);
  const known = MONTH_BEGINS[place]!;
  return Number.isNaN(known) ? (MONTH_BEGINS[place] = Date.UTC(year, month - 1)) : known;
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
