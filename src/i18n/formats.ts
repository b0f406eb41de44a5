import { isTimeZone } from '../engine/is-time-zone.ts';
import { SMALL_SAMPLE } from '../engine/statistics/small-sample.ts';

/** Numbers below this many are too few for a percentage alone: the fraction comes first. Source: look.md §0. */
export { SMALL_SAMPLE };

/** Under this many, a decimal of a percentage would be false precision. */
const COARSE_SAMPLE = 100;

type Instant = string | number;

const BARE_DATE = /^\d{4}-\d{2}-\d{2}$/;
const MINUS = '\u2212';
const NBSP = '\u00a0';

const DAY_PARTS = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  calendar: 'gregory',
  numberingSystem: 'latn',
} as const;

/** The units of a duration with their seconds, the largest first. */
const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/**
 * Numbers, rates, durations, dates and lists of one locale, all by `Intl`. Get it from {@link getFormats}, which
 * keeps one per locale: making the `Intl` objects costs more than using them.
 */
export class Formats {
  readonly tag: string;
  readonly #numbers = new Map<string, Intl.NumberFormat>();
  readonly #dates = new Map<string, Intl.DateTimeFormat>();
  readonly #lists = new Map<string, Intl.ListFormat>();
  readonly #plurals: Intl.PluralRules;
  /** Periods in words: the same at each update of an element, and dearer to make than the numbers beside them. */
  readonly #periods = new Map<string, string>();

  constructor(tag: string) {
    this.tag = tag;
    this.#plurals = new Intl.PluralRules(tag);
  }

  /** `1,477` · `1 477`; at most two decimals for what is no count. */
  number(value: number): string {
    return withMinus(this.#number({ maximumFractionDigits: 2 }).format(value));
  }

  /** `2.4M` · `2,4 M`: for the narrowest places only, the full value being in the name. */
  compact(value: number): string {
    return withMinus(this.#number({ notation: 'compact', maximumFractionDigits: 1 }).format(value));
  }

  /**
   * A rate (0 to 1) as a percentage: one decimal, none over 10 % of fewer than a hundred (`of`). Never rounds a
   * part to all or nothing: `< 0.1%`, `> 99.9%`.
   */
  percent(rate: number, of = Infinity): string {
    if (rate > 0 && rate < 0.0005) return `<${NBSP}${this.#percent(0.001, 1)}`;
    if (rate < 1 && rate >= 0.9995) return `>${NBSP}${this.#percent(0.999, 1)}`;
    const digits = of < COARSE_SAMPLE && rate >= 0.1 ? 0 : 1;
    return this.#percent(rate, digits);
  }

  /** A difference of two rates in percentage points, signed, one decimal, without its unit: `+2.4`, `−3.3`. */
  points(difference: number): string {
    return withMinus(
      this.#number({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
        difference * 100,
      ),
    );
  }

  /** A relative change, signed: `+12.5%`, `−6.1%`. */
  change(ratio: number): string {
    const options = { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
    return withMinus(this.#number(options).format(ratio));
  }

  /** A difference of counts, signed. */
  signed(value: number): string {
    return withMinus(this.#number({ signDisplay: 'exceptZero', maximumFractionDigits: 2 }).format(value));
  }

  /** An amount rounded to two significant figures: what is only estimated claims no more. */
  estimate(value: number, currency: string | undefined): string {
    const rounded = Number(value.toPrecision(2));
    return this.currency(rounded, currency, Number.isInteger(rounded) ? 0 : 2);
  }

  /** Money; without decimals from a hundred on. A currency is an ISO 4217 code; without one a bare number. */
  currency(
    value: number,
    currency: string | undefined,
    maximumFractionDigits = Math.abs(value) >= 100 ? 0 : 2,
  ): string {
    if (!currency || !/^[a-z]{3}$/i.test(currency)) return this.number(value);
    return withMinus(this.#number({ style: 'currency', currency, maximumFractionDigits }).format(value));
  }

  /**
   * Seconds as at most two units: `2 days 6 hr` · `2 j 6 h`, or in a sentence (`long`) `2 days 6 hours`; from ten
   * days on, days alone. `Intl.DurationFormat` is not used even where it exists, so that all browsers print the same.
   */
  duration(seconds: number, width: 'short' | 'long' = 'short'): string {
    const size = Math.abs(seconds);
    const text = durationParts(size).map((part) => this.#unit(part.value, part.unit, width));
    return (seconds < 0 && size >= 0.5 ? MINUS : '') + text.join(NBSP);
  }

  /** A whole number of a calendar unit: `30 days`, `2 months`. */
  span(value: number, unit: 'day' | 'month'): string {
    return this.#number({ style: 'unit', unit, unitDisplay: 'long' }).format(value);
  }

  /** `31 Oct 2026`. A bare date is a day of the studio and is never shifted. */
  date(instant: Instant, timeZone?: string): string {
    return this.#format(instant, { dateStyle: 'medium' }, timeZone);
  }

  /** The name of a period by its first instant: `Oct 5` for a day or a week, `Oct 2026`. */
  period(start: Instant, interval: 'day' | 'week' | 'month', timeZone?: string): string {
    const options: Intl.DateTimeFormatOptions =
      interval === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' };
    return this.#format(start, options, timeZone);
  }

  /** The calendar day an instant falls on there, `2026-10-31`; undefined for what is no instant. */
  day(instant: Instant, timeZone?: string): string | undefined {
    const date = toDate(instant);
    if (!date) return undefined;
    if (isBareDate(instant)) return instant;
    const parts = new Map(
      this.#date(DAY_PARTS, timeZone)
        .formatToParts(date)
        .map(({ type, value }) => [type, value]),
    );
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  }

  /** Date and time of day. A bare date has no time and shows none. */
  dateTime(instant: Instant, timeZone?: string): string {
    return this.#format(
      instant,
      isBareDate(instant) ? { dateStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' },
      timeZone,
    );
  }

  /** `1 – 31 October 2026`, in the words of the locale. */
  dateRange(from: Instant, to: Instant, timeZone?: string): string {
    const zone = isBareDate(from) && isBareDate(to) ? 'UTC' : timeZone;
    const start = toDate(from);
    const end = toDate(to);
    if (!start || !end || end < start) return `${String(from)} – ${String(to)}`;
    const format = this.#date({ dateStyle: 'long' }, zone);
    return cached(this.#periods, [from, to, zone], () => this.#join(format.formatRangeToParts(start, end)));
  }

  /** `a, b and c`. */
  list(items: readonly string[]): string {
    return this.#list('conjunction').format(items);
  }

  /** `a, b or c`. */
  either(items: readonly string[]): string {
    return this.#list('disjunction').format(items);
  }

  /** The plural category of a count. */
  plural(count: number): Intl.LDMLPluralRule {
    return this.#plurals.select(count);
  }

  /** Order of two texts as a reader of this locale expects it. */
  readonly compare = (a: string, b: string): number => a.localeCompare(b, this.tag, { numeric: true });

  #percent(rate: number, digits: number): string {
    return this.#number({ style: 'percent', maximumFractionDigits: digits }).format(rate);
  }

  #unit(value: number, unit: string, unitDisplay: 'short' | 'long'): string {
    return this.#number({ style: 'unit', unit, unitDisplay }).format(value).replaceAll(' ', NBSP);
  }

  #format(instant: Instant, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
    const date = toDate(instant);
    if (!date) return String(instant);
    return this.#join(this.#date(options, isBareDate(instant) ? 'UTC' : timeZone).formatToParts(date));
  }

  /** A date's parts as text. French writes the first of a month *1er*, which `Intl` does not know. */
  #join(parts: readonly Intl.DateTimeFormatPart[]): string {
    const isFrench = /^fr\b/.test(this.tag);
    return parts
      .map(({ type, value }) => (isFrench && type === 'day' && value === '1' ? '1er' : value))
      .join('');
  }

  #number(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return cached(this.#numbers, options, () => new Intl.NumberFormat(this.tag, options));
  }

  #date(options: Intl.DateTimeFormatOptions, timeZone: string | undefined): Intl.DateTimeFormat {
    // A result names its own zone; one this browser does not know leaves the reader's, as if none were given.
    const all = timeZone && isTimeZone(timeZone) ? { ...options, timeZone } : options;
    return cached(this.#dates, all, () => new Intl.DateTimeFormat(this.tag, all));
  }

  #list(type: Intl.ListFormatType): Intl.ListFormat {
    return cached(this.#lists, { type }, () => new Intl.ListFormat(this.tag, { type }));
  }
}

const formatsByTag = new Map<string, Formats>();

/** The formats of a locale, one instance per tag. The tag must be valid: see `resolveLocale`. */
export function getFormats(tag: string): Formats {
  let formats = formatsByTag.get(tag);
  if (!formats) formatsByTag.set(tag, (formats = new Formats(tag)));
  return formats;
}

function cached<T>(cache: Map<string, T>, options: object, create: () => T): T {
  const key = JSON.stringify(options);
  let value = cache.get(key);
  if (value === undefined) cache.set(key, (value = create()));
  return value;
}

function withMinus(text: string): string {
  return text.replace('-', MINUS);
}

function durationParts(seconds: number): { unit: string; value: number }[] {
  const index = UNITS.findIndex((candidate) => seconds >= candidate.seconds);
  const unit = UNITS[index] ?? UNITS[3];
  const smaller = UNITS[index + 1];
  if (index < 0 || !smaller || (index === 0 && seconds >= 10 * unit.seconds)) {
    return [{ unit: unit.unit, value: Math.round(seconds / unit.seconds) }];
  }
  const total = Math.round(seconds / smaller.seconds);
  const ratio = unit.seconds / smaller.seconds;
  const parts = [
    { unit: unit.unit, value: Math.floor(total / ratio) },
    { unit: smaller.unit, value: total % ratio },
  ];
  return parts.filter((part) => part.value > 0);
}

/** Whether it is a day alone, `2026-10-31`, and no instant. */
export function isBareDate(instant: unknown): instant is string {
  return typeof instant === 'string' && BARE_DATE.test(instant);
}

function toDate(instant: Instant): Date | undefined {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
