import { Temporal } from 'temporal-polyfill';
import type { EventTest, WheelOptions } from '../../../src/engine/schema/wheel.ts';
import { calendarOf, isDateAlone, parseInstant, type Calendar } from '../oracle/calendar.ts';
import { meetsCondition, meetsWhere } from '../oracle/conditions.ts';
import { toRun } from '../oracle/run.ts';
import { toSubjects } from '../oracle/subjects.ts';
import type { OracleDataset, OracleEvent, Row, Run } from '../oracle/types.ts';
import type { WheelPlant } from './plants.ts';

/** Somebody with everything that ever happened to them, also after the instant that is asked for. */
export interface Person {
  id: string | number;
  row: Row;
  events: OracleEvent[];
}

/** One question, everything implied made explicit. Instants are epoch ms. */
export interface World {
  calendar: Calendar;
  options: WheelOptions;
  /** The instant, and the earlier one where something is compared. */
  now: number;
  before: number | undefined;
  /** The period before the period; only the flywheel's. */
  longBefore: number | undefined;
  /** Everybody the filters let in. */
  people: Person[];
  /** Everybody in the store, let in or not. */
  everybody: Person[];
  /** The first instant of the data. */
  begin: number;
  plant: WheelPlant | undefined;
  run: Run;
}

/** Reads the dataset and the options (SYSTEMS section 0). */
export function toWorld(
  dataset: OracleDataset,
  options: WheelOptions,
  isFlywheel: boolean,
  plant?: WheelPlant,
): World {
  const timeZone = plant === 'days-in-utc' ? 'UTC' : dataset.timeZone;
  const seen = { ...dataset, timeZone };
  const calendar = calendarOf(timeZone);
  const definition = { id: 'wheel', steps: [{ id: 'any', event: '*' }] };
  const run = toRun(seen, definition, {});
  const everybody = toSubjects(seen, run).map(({ id, person, events }) => ({ id, row: person, events }));
  const now = toInstant(options.asOf ?? dataset.asOf, calendar);
  const comparedTo = options.comparedTo ?? (isFlywheel ? 'previous' : undefined);
  const before = toBefore(comparedTo, now, calendar, plant);
  return {
    calendar,
    options,
    now,
    before,
    longBefore: before === undefined ? undefined : toLongBefore(comparedTo, now, before, calendar),
    people: everybody.filter(({ row }) => plant === 'filters-ignored' || isLetIn(row, options.filters, run)),
    everybody,
    begin: Math.min(...everybody.flatMap(({ events }) => events.map(({ instant }) => instant))),
    plant,
    run,
  };
}

function isLetIn(row: Row, filters: WheelOptions['filters'], run: Run): boolean {
  return meetsWhere(row, row, filters ?? {}, run);
}

/** A bare date is the last millisecond of that day. */
function toInstant(value: string | number | undefined, calendar: Calendar): number {
  if (value === undefined) throw new Error('no as-of instant');
  return isDateAlone(value) ? calendar.endOfDay(value) : parseInstant(value, calendar);
}

function toBefore(
  comparedTo: WheelOptions['comparedTo'],
  now: number,
  calendar: Calendar,
  plant: WheelPlant | undefined,
): number | undefined {
  if (comparedTo === undefined) return undefined;
  if (comparedTo !== 'previous') return toInstant(comparedTo, calendar);
  return plant === 'previous-is-30-days'
    ? calendar.addToInstant(now, { days: -30 })
    : toMonthsBefore(now, 1, calendar);
}

/** A month's last day goes with the last day of the other month. */
function toMonthsBefore(now: number, months: number, calendar: Calendar): number {
  const dateOf = (instant: number) =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  const same = calendar.addToInstant(now, { months: -months });
  const { day, daysInMonth } = dateOf(now);
  if (day < daysInMonth) return same;
  const then = dateOf(same);
  return calendar.addToInstant(same, { days: then.daysInMonth - then.day });
}

/** Two months before, or as long before in the studio's local time. */
function toLongBefore(
  comparedTo: WheelOptions['comparedTo'],
  now: number,
  before: number,
  calendar: Calendar,
): number {
  if (comparedTo === 'previous') return toMonthsBefore(now, 2, calendar);
  const local = (instant: number) => toLocal(instant, calendar.timeZone);
  const text = Temporal.Instant.fromEpochMilliseconds(2 * local(before) - local(now))
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toString();
  return calendar.localInstant(text);
}

/** The local time of an instant, as if it were UTC. */
function toLocal(instant: number, timeZone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
  return Number(local.toZonedDateTime('UTC').epochMilliseconds);
}

/** Some months after an instant, at the same local time; minus infinity stays what it is. */
export function addMonths(world: World, instant: number, months: number): number {
  if (!Number.isFinite(instant)) return instant;
  if (world.plant === 'months-are-30-days')
    return world.calendar.addToInstant(instant, { days: 30 * months });
  return world.calendar.addToInstant(instant, { months });
}

/** Some days after an instant, at the same local time. */
export function addDays(world: World, instant: number, days: number): number {
  return Number.isFinite(instant) ? world.calendar.addToInstant(instant, { days }) : instant;
}

/** Whole days of the studio's calendar from one instant to another. */
export function daysBetween(world: World, from: number, to: number): number {
  const day = (instant: number) => Temporal.PlainDate.from(world.calendar.dayOf(instant));
  return day(from).until(day(to)).days;
}

/** The instants of those events of a person that fulfil one of the tests, in order. */
export function instantsOf(world: World, person: Person, tests: readonly EventTest[]): number[] {
  return eventsOf(world, person, tests).map(({ instant }) => instant);
}

/** The events of a person that fulfil one of the tests, in order. */
export function eventsOf(world: World, { events }: Person, tests: readonly EventTest[]): OracleEvent[] {
  return events.filter((event) => tests.some((test) => fulfils(world, event, test)));
}

/** Whether an event fulfils a test: a type, or `{event, where}`. */
export function fulfils(world: World, event: OracleEvent, test: EventTest): boolean {
  if (typeof test === 'string') return event.type === test;
  return meetsCondition(event, { types: [test.event].flat(), where: test.where ?? {} }, world.run);
}

/** Those of some instants that have happened by an instant. */
export function upTo(world: World, instants: readonly number[], at: number): number[] {
  if (world.plant === 'event-at-t-ignored') return instants.filter((instant) => instant < at);
  return instants.filter((instant) => instant <= at);
}

/**
 * Those of some instants that count at an instant: they have happened, and the time they count for is not over. A
 * later one never ends before an earlier one.
 */
export function counting(
  world: World,
  instants: readonly number[],
  at: number,
  endOf: (instant: number) => number,
): number[] {
  let end = -Infinity;
  return upTo(world, instants, at).filter((instant) => {
    end = Math.max(end, endOf(instant));
    return at < end;
  });
}

/** The middle of some numbers; of two the mean; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

export function isTrue(value: unknown): boolean {
  return String(value) === 'true';
}
