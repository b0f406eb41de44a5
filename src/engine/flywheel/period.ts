import type { Store } from '../dataset/store.ts';
import { NOWHERE } from '../people/place-table.ts';
import { findLasts, type LastEvents } from '../people/last-events.ts';
import type { EventSource, WheelContext } from '../people/wheel-context.ts';
import type { EventTest } from '../schema/wheel.ts';
import type { Bringings } from './bringings.ts';
import type { FlywheelRules } from './flywheel-options.ts';
import { Flywheel } from './flywheel-places.ts';
import type { FlywheelRecord } from './flywheel-record.ts';

/** The sources of events that the metrics and the friction of a flywheel read. */
export interface FlywheelSources {
  purchases: readonly EventSource[];
  /** Purchases that were paid: without the mere note that somebody became a customer. */
  paid: readonly EventSource[];
  visits: readonly EventSource[];
}

/** When everybody did something for the first time, epoch ms; Infinity: never. */
export interface FlywheelFirsts {
  qualified: Float64Array;
  trial: Float64Array;
  affiliate: Float64Array;
  /** The second payment. */
  secondPaid: Float64Array;
}

/** What the periods of one run share. */
export interface PeriodParts {
  context: WheelContext;
  rules: FlywheelRules;
  record: FlywheelRecord;
  bringings: Bringings;
  sources: FlywheelSources;
  firsts: FlywheelFirsts;
}

/** A period of the flywheel, (from, to]: what is asked of the people's events in it. */
export class Period {
  readonly context: WheelContext;
  readonly rules: FlywheelRules;
  readonly record: FlywheelRecord;
  readonly bringings: Bringings;
  readonly sources: FlywheelSources;
  readonly firsts: FlywheelFirsts;
  /** Index of its end among the record's instants; its start is the one before. */
  readonly index: number;
  readonly from: number;
  readonly to: number;

  constructor(parts: PeriodParts, index: number) {
    this.context = parts.context;
    this.rules = parts.rules;
    this.record = parts.record;
    this.bringings = parts.bringings;
    this.sources = parts.sources;
    this.firsts = parts.firsts;
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

  /** The people with whom something happened in the period. @param at epoch ms of when it did */
  peopleIn(at: Float64Array): number[] {
    const { population } = this.context;
    const { from, to } = this;
    const found: number[] = [];
    for (let i = 0; i < population.length; i++) {
      const instant = at[population[i]!]!;
      if (instant > from && instant <= to) found.push(population[i]!);
    }
    return found;
  }

  /** The people at a place, or at it and those up to another, at the period's end. */
  peopleAt(first: number, last = first): number[] {
    return findAt(this.#placesAt(this.index), first, last);
  }

  /** The customers on the wheel at the period's end. */
  get customers(): number[] {
    return this.peopleAt(Flywheel.Adoption, Flywheel.Advocacy);
  }

  /** The same at its start. */
  get customersAtStart(): number[] {
    return findAt(this.#placesAt(this.index - 1), Flywheel.Adoption, Flywheel.Advocacy);
  }

  /** Place of somebody at the period's end. */
  placeOf(person: number): number {
    return this.#placesAt(this.index)[person]!;
  }

  /** Everybody's last event among some up to the period's end, whenever that was. */
  lasts(sources: readonly EventSource[]): LastEvents {
    return findLasts(this.store, sources, this.to);
  }

  /** The same of those that fulfil any of some tests. */
  lastsOf(tests: readonly EventTest[]): LastEvents {
    return this.lasts(this.context.sourcesOf(tests));
  }

  /** Whether somebody is among the people the wheel is about. */
  isIncluded(person: number): boolean {
    return this.placeOf(person) !== NOWHERE;
  }

  #placesAt(index: number): Uint8Array {
    return this.record.table.place[index]!;
  }
}

function findAt(places: Uint8Array, first: number, last: number): number[] {
  const found: number[] = [];
  for (let person = 0; person < places.length; person++)
    if (places[person]! >= first && places[person]! <= last) found.push(person);
  return found;
}
