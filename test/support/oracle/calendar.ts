import { Temporal } from 'temporal-polyfill';
import type { Duration } from '../../../src/engine/schema/definition.ts';

/**
 * The studio's calendar, by Temporal alone. Answers are remembered, since the random cases ask the same few
 * questions thousands of times.
 */
export class Calendar {
  readonly timeZone: string;
  readonly #remembered = new Map<string, number | string>();

  constructor(timeZone: string) {
    this.timeZone = timeZone;
  }

  /** The local day an instant (epoch ms) lies in, as `YYYY-MM-DD`. */
  dayOf(instant: number): string {
    return this.#remember(`day ${instant}`, () => this.#zoned(instant).toPlainDate().toString());
  }

  /** The first instant of a local day. */
  startOfDay(day: string): number {
    return this.#remember(`start ${day}`, () =>
      Number(Temporal.PlainDate.from(day).toZonedDateTime(this.timeZone).epochMilliseconds),
    );
  }

  /** The last millisecond of a local day. */
  endOfDay(day: string): number {
    return this.startOfDay(this.addToDay(day, { days: 1 })) - 1;
  }

  /** A day, so many days or months later (end of month clamped). */
  addToDay(day: string, duration: { days: number } | { months: number }): string {
    return this.#remember(`${day} + ${JSON.stringify(duration)}`, () =>
      Temporal.PlainDate.from(day).add(duration).toString(),
    );
  }

  /** An instant, so long later: calendar units keep the local time, `ms` are exact. */
  addToInstant(instant: number, duration: Duration): number {
    if ('ms' in duration) return instant + duration.ms;
    return this.#remember(`${instant} + ${JSON.stringify(duration)}`, () =>
      Number(this.#zoned(instant).add(duration).epochMilliseconds),
    );
  }

  /** The instant of a local date-time without offset. */
  localInstant(text: string): number {
    return this.#remember(`local ${text}`, () =>
      Number(Temporal.PlainDateTime.from(text).toZonedDateTime(this.timeZone).epochMilliseconds),
    );
  }

  /** The instant of a date-time with an offset. */
  exactInstant(text: string): number {
    return this.#remember(`exact ${text}`, () => Number(Temporal.Instant.from(text).epochMilliseconds));
  }

  /** The first instant of the day, week or month an instant lies in; `weekStart` 1 Monday to 7 Sunday. */
  startOfPeriod(instant: number, interval: 'day' | 'week' | 'month', weekStart: number): number {
    const day = Temporal.PlainDate.from(this.dayOf(instant));
    if (interval === 'day') return this.startOfDay(day.toString());
    if (interval === 'month') return this.startOfDay(day.with({ day: 1 }).toString());
    const sinceWeekStart = (day.dayOfWeek - weekStart + 7) % 7;
    return this.startOfDay(day.subtract({ days: sinceWeekStart }).toString());
  }

  #zoned(instant: number): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.timeZone);
  }

  #remember<T extends number | string>(key: string, answer: () => T): T {
    const known = this.#remembered.get(key);
    if (known !== undefined) return known as T;
    const fresh = answer();
    this.#remembered.set(key, fresh);
    return fresh;
  }
}

const calendars = new Map<string, Calendar>();

/** One calendar a time zone. */
export function calendarOf(timeZone: string): Calendar {
  const known = calendars.get(timeZone);
  if (known) return known;
  const fresh = new Calendar(timeZone);
  calendars.set(timeZone, fresh);
  return fresh;
}

const dateAlone = /^\d{4}-\d{2}-\d{2}$/;
const isoDate = /^\d{4}-\d{2}-\d{2}([T ].*)?$/;
const withOffset = /(Z|[+-]\d{2}:?\d{2})$/;

/** True for text that is a date without a time. */
export function isDateAlone(value: unknown): value is string {
  return typeof value === 'string' && dateAlone.test(value);
}

/** True for text that is an ISO date or date-time. */
export function isIsoDate(value: unknown): value is string {
  return typeof value === 'string' && isoDate.test(value);
}

/** Epoch ms of an instant as datasets and options write it: a number, ISO with offset, local date(-time). */
export function parseInstant(value: string | number, calendar: Calendar): number {
  if (typeof value === 'number') return value;
  if (isDateAlone(value)) return calendar.startOfDay(value);
  return withOffset.test(value) ? calendar.exactInstant(value) : calendar.localInstant(value);
}
