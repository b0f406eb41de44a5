import type { Calendar } from '../dataset/calendar.ts';
import { PlaceTable, type PlaceSink } from '../people/place-table.ts';
import type { FlywheelWalk } from './flywheel-walk.ts';
import { Flywheel, isOnward } from './flywheel-places.ts';

/** Moves onward in one period: how many, and how long those of each phase had been there. */
export interface Moves {
  count: number;
  days: number[][];
}

/** What a walk through everybody leaves: places at the instants, moves of the periods between them, sign-ups. */
export class FlywheelRecord implements PlaceSink {
  readonly table: PlaceTable;
  /** Moves of the period that ends at each instant; the first has none. */
  readonly moves: readonly Moves[];
  /** Sign-up of everybody as of each instant; NaN: none, −Infinity: always. */
  readonly signup: readonly Float64Array[];
  /** Everybody's first purchase up to now; NaN: none, −Infinity: always. */
  readonly firstPurchase: Float64Array;
  readonly #walk: FlywheelWalk;
  readonly #calendar: Calendar;
  #person = 0;
  #place: number = Flywheel.NotEngaged;
  #since = -Infinity;
  #signup = NaN;
  #next = 0;

  constructor(people: number, instants: readonly number[], walk: FlywheelWalk, calendar: Calendar) {
    this.table = new PlaceTable(people, instants);
    this.moves = instants.map(() => ({ count: 0, days: [[], [], [], []] }));
    this.signup = instants.map(() => new Float64Array(people).fill(NaN));
    this.firstPurchase = new Float64Array(people).fill(NaN);
    this.#walk = walk;
    this.#calendar = calendar;
  }

  begin(person: number): void {
    this.#person = person;
    this.#place = Flywheel.NotEngaged;
    this.#next = 0;
    this.table.begin(person);
  }

  change(place: number, at: number): void {
    this.table.change(place, at);
    this.#noteUntil(at);
    if (isOnward(this.#place, place)) this.#noteMove(at);
    this.#place = place;
    this.#since = at;
    // Nobody signs up without changing place.
    this.#signup = this.#walk.signup;
  }

  end(): void {
    this.#noteUntil(Infinity);
    this.firstPurchase[this.#person] = this.#walk.firstPurchase;
    this.table.end();
  }

  #noteUntil(at: number): void {
    const { instants } = this.table;
    while (this.#next < instants.length && at > instants[this.#next]!)
      this.signup[this.#next++]![this.#person] = this.#signup;
  }

  #noteMove(at: number): void {
    // The first instant at or after it ends the period it lies in; before the first there is no period.
    const moves = this.#next === 0 ? undefined : this.moves[this.#next];
    if (moves === undefined) return;
    moves.count += 1;
    if (this.#since !== -Infinity)
      moves.days[this.#place]!.push(this.#calendar.dayOf(at) - this.#calendar.dayOf(this.#since));
  }
}
