import { Temporal as Polyfill } from 'temporal-polyfill';
import { FunnelwheelError } from '../error.ts';

type TemporalApi = typeof Polyfill;

/** The platform's Temporal where it has one, which is faster. */
const platform = (globalThis as { Temporal?: TemporalApi }).Temporal;
const Temporal: TemporalApi = platform ?? Polyfill;

/** Milliseconds of a day of 24 hours. */
export const DAY = 86_400_000;
/** 1900 to 2100: the clock changes in between are kept; for dates beyond, Temporal is asked each time. */
const TABLE_FROM = -2_208_988_800_000;
const TABLE_TO = 4_102_444_800_000;

/**
 * The studio's calendar: days and local times in one time zone, across clock changes. Temporal is asked once for
 * each change of the clock; everything else is arithmetic on that table, because asking Temporal for every
 * event costs more than the funnel.
 */
export class Calendar {
  readonly timeZone: string;
  /** Starts of the stretches of equal offset, ascending; the first holds back to `#low`. */
  #starts: number[] = [];
  #offsets: number[] = [];
  #low = 0;
  #high = 0;

  /** @throws FunnelwheelError `invalid-dataset` when the zone is unknown. */
  /** The stretch the last answer holds for; empty at first. */
  #lastFrom = Infinity;
  #lastTo = -Infinity;
  #lastOffset = 0;

  constructor(timeZone: string) {
    this.timeZone = timeZone;
    try {
      this.#begin(0);
    } catch (cause) {
      throw new FunnelwheelError('invalid-dataset', `timeZone: unknown time zone`, {
        path: 'timeZone',
        value: timeZone,
        cause,
      });
    }
  }

  /** Milliseconds to add to an instant (epoch ms) to get the local time. */
  offsetAt(instant: number): number {
    // Neighbours are asked for one after the other: the last answer nearly always holds.
    if (instant >= this.#lastFrom && instant < this.#lastTo) return this.#lastOffset;
    if (!(instant >= TABLE_FROM && instant < TABLE_TO)) return this.#askOffset(instant);
    this.#cover(instant);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= instant) low = middle;
      else high = middle - 1;
    }
    this.#lastFrom = this.#starts[low]!;
    this.#lastTo = this.#starts[low + 1] ?? this.#high;
    this.#lastOffset = this.#offsets[low]!;
    return this.#lastOffset;
  }

  /** Local time as if it were UTC, ms. */
  toLocal(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** The instant of a local time; in a gap the later, in a fold the earlier (Temporal's `compatible`). */
  fromLocal(local: number): number {
    const before = this.offsetAt(local - DAY);
    const after = this.offsetAt(local + DAY);
    if (before === after) return local - before;
    const early = local - before;
    const late = local - after;
    const earlyHolds = this.offsetAt(early) === before;
    const lateHolds = this.offsetAt(late) === after;
    if (earlyHolds && lateHolds) return Math.min(early, late);
    return lateHolds ? late : early;
  }

  /** Number of the local day of an instant (days since 1970-01-01). */
  dayOf(instant: number): number {
    return Math.floor(this.toLocal(instant) / DAY);
  }

  /** First instant of a local day. */
  startOfDay(day: number): number {
    return this.fromLocal(day * DAY);
  }

  /** Last millisecond of a local day. */
  endOfDay(day: number): number {
    return this.startOfDay(day + 1) - 1;
  }

  /** The same local time `days` days later. */
  addDays(instant: number, days: number): number {
    return this.fromLocal(this.toLocal(instant) + days * DAY);
  }

  /** The same local time `months` months later, the day clamped to the month's end. */
  addMonths(instant: number, months: number): number {
    const local = this.toLocal(instant);
    const day = Math.floor(local / DAY);
    return this.fromLocal(addMonthsToDay(day, months) * DAY + (local - day * DAY));
  }

  /**
   * The instants around one, half-open, for which `addDays` of so many days adds the same time, and which: no change of
   * the clock lies near their end. Undefined where one does.
   */
  stretchOfShift(instant: number, days: number): { from: number; to: number; length: number } | undefined {
    const begin = this.#stretchAt(instant);
    const local = instant + begin.offset + days * DAY;
    const end = this.#stretchAt(local - DAY);
    // The two instants at which `fromLocal` looks must be of one offset.
    const shift = begin.offset + days * DAY;
    const from = Math.max(begin.from, end.from + DAY - shift);
    const to = Math.min(begin.to, end.to - DAY - shift);
    return instant >= from && instant < to ? { from, to, length: shift - end.offset } : undefined;
  }

  /** The instants of one offset around one, half-open, as far as the table of clock changes reaches. */
  #stretchAt(instant: number): { from: number; to: number; offset: number } {
    const offset = this.offsetAt(instant);
    const isKnown = instant >= this.#lastFrom && instant < this.#lastTo;
    return isKnown
      ? { from: this.#lastFrom, to: this.#lastTo, offset }
      : { from: instant, to: instant, offset };
  }

  #askOffset(instant: number): number {
    return Number.isFinite(instant) ? offsetOf(toZoned(instant, this.timeZone)) : 0;
  }

  #begin(instant: number): void {
    const zoned = toZoned(instant, this.timeZone);
    const previous = zoned.getTimeZoneTransition('previous');
    const next = zoned.getTimeZoneTransition('next');
    // Temporal's "previous" excludes the instant itself, which may be a change.
    this.#low = previous ? previous.epochMilliseconds : -Infinity;
    this.#high = next ? next.epochMilliseconds : Infinity;
    this.#starts = [this.#low];
    this.#offsets = [offsetOf(zoned)];
  }

  #cover(instant: number): void {
    while (instant >= this.#high) {
      const zoned = toZoned(this.#high, this.timeZone);
      this.#starts.push(this.#high);
      this.#offsets.push(offsetOf(zoned));
      const next = zoned.getTimeZoneTransition('next');
      this.#high = next ? next.epochMilliseconds : Infinity;
    }
    while (instant < this.#low) {
      const before = toZoned(this.#low - 1, this.timeZone);
      const previous = before.getTimeZoneTransition('previous');
      this.#low = previous ? previous.epochMilliseconds : -Infinity;
      this.#starts.unshift(this.#low);
      this.#offsets.unshift(offsetOf(before));
    }
  }
}

function toZoned(instant: number, timeZone: string) {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}

function offsetOf(zoned: { offsetNanoseconds: number }): number {
  return Math.round(zoned.offsetNanoseconds / 1e6);
}

/** Days of the 400 years after which the Gregorian calendar repeats itself. */
const ERA = 146_097;
/** Days before 1970-01-01 of the era that 1970 is in, which begins with March of the year 1600. */
const ERA_START = -135_080;

/**
 * A day (since 1970-01-01) so many months later, clamped to the end of its month. In whole numbers: wheels ask for every
 * visit, and a `Date` takes ten times as long. Years begin with March, so that the day of a leap year is the last.
 */
function addMonthsToDay(day: number, months: number): number {
  const sinceStart = day - ERA_START;
  const era = Math.floor(sinceStart / ERA);
  const dayOfEra = sinceStart - era * ERA;
  // What is left of the leap days: one in 4 years, none in 100, one in 400.
  const leaps =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (ERA - 1));
  const year = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - startOfYear(year);
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const target = (era * 400 + year) * 12 + month + months;
  const start = startOfMonth(target);
  const last = startOfMonth(target + 1) - start;
  return ERA_START + start + Math.min(dayOfYear - startInYear(month) + 1, last) - 1;
}

/** Days from the start of an era to that of a year in it. */
function startOfYear(year: number): number {
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100);
}

/** Days from 1 March to the start of a month, March being 0: pairs of months alternate between 31 and 30 days. */
function startInYear(month: number): number {
  return Math.floor((153 * month + 2) / 5);
}

/** Days from the start of the era of 1970 to that of a month, counted from March 1600. */
function startOfMonth(month: number): number {
  const year = Math.floor(month / 12);
  const era = Math.floor(year / 400);
  return era * ERA + startOfYear(year - era * 400) + startInYear(month - year * 12);
}
