import { DAY, type Calendar } from '../dataset/calendar.ts';
import { parseInstant } from '../dataset/instant.ts';
import type { EventKind, Store } from '../dataset/store.ts';
import { FunnelwheelError } from '../error.ts';
import { compileWhere, testCondition, type RowPredicate } from '../funnel/match/condition.ts';
import { RunContext } from '../funnel/match/run-context.ts';
import { compileFunnel } from '../funnel/plan/compile-funnel.ts';
import type { EventCondition, Where } from '../schema/definition.ts';
import type { EventTest, WheelOptions } from '../schema/wheel.ts';

/** Events of one type that fulfil a test; `test` null: all of them. */
export interface EventSource {
  kind: EventKind;
  test: RowPredicate | null;
}

/** The instants of a run, epoch ms: `now`, the earlier one it is compared with, and the one before that. */
export interface WheelInstants {
  now: number;
  before: number | undefined;
  earlier: number | undefined;
}

/**
 * One run of a wheel over a store: its instants, who it is about, and its event tests. A bare date is the end of its
 * day, because the numbers of a day are those after it.
 */
export class WheelContext {
  readonly store: Store;
  readonly instants: WheelInstants;
  /** Dense indexes of the people the wheel is about. */
  readonly population: Int32Array;
  readonly #conditions: RunContext;

  /** @throws FunnelwheelError `invalid-options` with the path of an instant that is none, is missing, or too late. */
  constructor(store: Store, options: WheelOptions, comparedTo: WheelOptions['comparedTo']) {
    this.store = store;
    this.instants = this.#toInstants(options, comparedTo);
    this.#conditions = toConditions(store, this.instants.now);
    this.population = this.#select(options.filters);
  }

  /** The events that fulfil any of some tests, by type; types without events are left out. */
  sourcesOf(tests: readonly EventTest[]): EventSource[] {
    const byKind = new Map<EventKind, (RowPredicate | null)[]>();
    for (const { event, where } of tests.map(toCondition)) {
      for (const kind of this.#kindsOf(event)) {
        const test = compileWhere([where], kind, this.#conditions);
        if (test !== false) byKind.set(kind, [...(byKind.get(kind) ?? []), test]);
      }
    }
    return [...byKind].map(([kind, found]) => ({ kind, test: anyOf(found) }));
  }

  /** Whether the dataset has any event of the types that tests name. */
  hasTypes(tests: readonly EventTest[]): boolean {
    return tests.some((test) => this.#kindsOf(toCondition(test).event).length > 0);
  }

  /** Whether any event of a type has a value of a property. */
  hasValues(type: string, property: string): boolean {
    const kind = this.store.persons.kinds.get(type);
    return kind !== undefined && hasValues(kind, property);
  }

  #kindsOf(event: EventCondition['event']): EventKind[] {
    const { kinds } = this.store.persons;
    if (event === '*') return [...kinds.values()];
    return [event].flat().flatMap((type) => kinds.get(type) ?? []);
  }

  #toInstants({ asOf }: WheelOptions, comparedTo: WheelOptions['comparedTo']): WheelInstants {
    const { calendar, summary } = this.store;
    const given = asOf ?? summary.asOf;
    if (given === undefined) throw refuse('asOf', 'neither the options nor the dataset say it', undefined);
    const now = this.#read(given, 'asOf');
    if (comparedTo === undefined) return { now, before: undefined, earlier: undefined };
    if (comparedTo === 'previous')
      return { now, before: toMonthsBefore(now, 1, calendar), earlier: toMonthsBefore(now, 2, calendar) };
    const before = this.#read(comparedTo, 'comparedTo');
    if (before >= now) throw refuse('comparedTo', 'must be earlier than asOf', comparedTo);
    const earlier = calendar.fromLocal(2 * calendar.toLocal(before) - calendar.toLocal(now));
    return { now, before, earlier };
  }

  #read(value: string | number, path: string): number {
    const { calendar } = this.store;
    const instant = parseInstant(value, calendar);
    if (!instant) throw refuse(path, 'not an instant', value);
    return instant.dayOnly ? calendar.endOfDay(calendar.dayOf(instant.ms)) : instant.ms;
  }

  #select(filters: Where | undefined): Int32Array {
    const all = this.store.places(this.store.persons.count);
    const entries = Object.entries(filters ?? {});
    if (entries.length === 0) return all;
    const fulfils = (person: number) =>
      entries.every(([property, condition]) =>
        testCondition(this.store.personValue(person, property), condition, this.#conditions),
      );
    return all.filter(fulfils);
  }
}

/** Whether any event of a kind has a value of a property: a column that is empty throughout says nothing. */
export function hasValues(kind: EventKind, property: string): boolean {
  const column = kind.column(property);
  return column !== undefined && (column.kind === 'number' || column.values.length > 1);
}

function refuse(path: string, reason: string, value: unknown): FunnelwheelError {
  return new FunnelwheelError('invalid-options', `${path}: ${reason}`, { path, value });
}

/** Conditions are tested in the context of a run; this one is of no funnel in particular. */
function toConditions(store: Store, now: number): RunContext {
  const plan = compileFunnel({ id: 'wheel', steps: [{ id: 'any', event: '*' }] });
  return new RunContext(store, plan, { now });
}

function toCondition(test: EventTest): EventCondition {
  return typeof test === 'string' ? { event: test } : test;
}

function anyOf(tests: readonly (RowPredicate | null)[]): RowPredicate | null {
  if (tests.includes(null)) return null;
  return (tests as readonly RowPredicate[]).reduce(either);
}

/** Two look-ups in one column are one. */
function either(a: RowPredicate, b: RowPredicate): RowPredicate {
  if (a.byCode === undefined || a.byCode.codes !== b.byCode?.codes)
    return (row, subject) => a(row, subject) || b(row, subject);
  const { codes } = a.byCode;
  const mask = a.byCode.mask.map((hit, code) => hit | b.byCode!.mask[code]!);
  return Object.assign((row: number) => mask[codes[row]!] === 1, { byCode: { codes, mask } });
}

/**
 * The same time some calendar months before. The last day of a month is compared with the last day of another: the 30th
 * of June with the 31st of May, so that a month's report is of that month.
 */
function toMonthsBefore(instant: number, months: number, calendar: Calendar): number {
  const next = calendar.addDays(instant, 1);
  const isLastDay = new Date(calendar.dayOf(next) * DAY).getUTCDate() === 1;
  if (!isLastDay) return calendar.addMonths(instant, -months);
  // From the first of the next month, which every month has, and back by that day.
  return calendar.addDays(calendar.addMonths(next, -months), -1);
}
