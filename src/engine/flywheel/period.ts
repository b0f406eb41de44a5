import type { Store } from '../dataset/store.ts';
import { NOWHERE } from '../people/place-table.ts';
import { findFirst } from '../people/timeline.ts';
import type { EventSource, WheelContext } from '../people/wheel-context.ts';
import type { EventTest } from '../schema/wheel.ts';
import type { Bringings } from './bringings.ts';
import type { FlywheelRules } from './flywheel-options.ts';
import type { FlywheelRecord } from './flywheel-record.ts';

/** The sources of events that the metrics and the friction of a flywheel read. */
export interface FlywheelSources {
  purchases: readonly EventSource[];
  /** Purchases that were paid: without the mere note that somebody became a customer. */
  paid: readonly EventSource[];
  visits: readonly EventSource[];
}

/** A period of the flywheel, (from, to]: what is asked of the people's events in it. */
export class Period {
  readonly context: WheelContext;
  readonly rules: FlywheelRules;
  readonly record: FlywheelRecord;
  readonly bringings: Bringings;
  readonly sources: FlywheelSources;
  /** Index of its end among the record's instants; its start is the one before. */
  readonly index: number;
  readonly from: number;
  readonly to: number;

  constructor(parts: Pick<Period, 'context' | 'rules' | 'record' | 'bringings' | 'sources'>, index: number) {
    this.context = parts.context;
    this.rules = parts.rules;
    this.record = parts.record;
    this.bringings = parts.bringings;
    this.sources = parts.sources;
    this.index = index;
    this.from = this.record.table.instants[index - 1]!;
    this.to = this.record.table.instants[index]!;
  }

  get store(): Store {
    return this.context.store;
  }

  get days(): number {
    const { calendar } = this.store;
    return calendar.dayOf(this.to) - calendar.dayOf(this.from);
  }

  has(at: number): boolean {
    return at > this.from && at <= this.to;
  }

  /** Place of somebody at the period's end. */
  placeOf(person: number): number {
    return this.record.table.place[this.index]![person]!;
  }

  /** Place of somebody at its start. */
  startOf(person: number): number {
    return this.record.table.place[this.index - 1]![person]!;
  }

  /** How many of the people fulfil a test. */
  count(test: (person: number) => boolean): number {
    let count = 0;
    for (const person of this.context.population) if (test(person)) count++;
    return count;
  }

  /** Instant of somebody's first event among some, up to the period's end; Infinity: none. */
  first(sources: readonly EventSource[], person: number): number {
    return findFirst(this.store, sources, person, this.to).at;
  }

  /** Row and instant of somebody's last event among some in a stretch, by default the period; undefined: none. */
  last(
    sources: readonly EventSource[],
    person: number,
    from = this.from,
  ): { at: number; row: number; source: EventSource } | undefined {
    let last: { at: number; row: number; source: EventSource } | undefined;
    for (const source of sources) {
      const { kind, test } = source;
      for (let row = kind.off[person + 1]! - 1; row >= kind.off[person]!; row--) {
        const at = this.store.toMs(kind.time[row]!);
        if (at > this.to) continue;
        if (at <= from || (last !== undefined && at <= last.at)) break;
        if (test !== null && !test(row, person)) continue;
        last = { at, row, source };
        break;
      }
    }
    return last;
  }

  /** Whether somebody has an event among some at or after an instant, up to the period's end. */
  hasSince(sources: readonly EventSource[], person: number, from: number): boolean {
    // An instant is whole milliseconds.
    return this.last(sources, person, from - 1) !== undefined;
  }

  sourcesOf(tests: readonly EventTest[]): readonly EventSource[] {
    return this.context.sourcesOf(tests);
  }

  /** Whether somebody is among the people the wheel is about. */
  isIncluded(person: number): boolean {
    return this.placeOf(person) !== NOWHERE;
  }
}
