import type { Calendar } from '../dataset/calendar.ts';
import { computeMedian } from '../statistics/quantiles.ts';
import type { FlowKind } from '../schema/wheel.ts';

/** The places of a wheel: its phases in their order, then those outside of it. */
export interface WheelPlaceList {
  ids: readonly string[];
  phaseCount: number;
  /** What going from one place to another is. Indexes of `ids`. */
  kindOf(from: number, to: number): FlowKind;
}

/** Who hears where somebody is: first the place they were always at, then every change, in order of time. */
export interface PlaceSink {
  /** `at` in epoch ms; −Infinity: always. */
  change(place: number, at: number): void;
}

/** No place: the person is not among those the wheel is about. */
export const NOWHERE = 255;

/**
 * Where everybody is at each of a few instants, and since when: filled by walking through one person after the
 * other. Two typed arrays an instant, no object a person.
 */
export class PlaceTable implements PlaceSink {
  /** Epoch ms, ascending. */
  readonly instants: readonly number[];
  readonly place: readonly Uint8Array[];
  /** Epoch ms; −Infinity: always. */
  readonly since: readonly Float64Array[];
  #person = 0;
  #next = 0;
  #place = 0;
  #since = -Infinity;

  constructor(people: number, instants: readonly number[]) {
    this.instants = instants;
    this.place = instants.map(() => new Uint8Array(people).fill(NOWHERE));
    this.since = instants.map(() => new Float64Array(people));
  }

  begin(person: number): void {
    this.#person = person;
    this.#next = 0;
  }

  change(place: number, at: number): void {
    while (this.#next < this.instants.length && at > this.instants[this.#next]!) this.#note();
    this.#place = place;
    this.#since = at;
  }

  end(): void {
    while (this.#next < this.instants.length) this.#note();
  }

  #note(): void {
    this.place[this.#next]![this.#person] = this.#place;
    this.since[this.#next]![this.#person] = this.#since;
    this.#next += 1;
  }

  /** How many are at each place at an instant. */
  countsAt(instant: number, places: number): Int32Array {
    const counts = new Int32Array(places);
    const place = this.place[instant]!;
    for (let person = 0; person < place.length; person++)
      if (place[person] !== NOWHERE) counts[place[person]!]!++;
    return counts;
  }

  /** Median days of the studio's calendar that those at each place have been there; null of nobody. */
  medianDaysAt(instant: number, places: number, calendar: Calendar): (number | null)[] {
    const days: number[][] = Array.from({ length: places }, () => []);
    const today = calendar.dayOf(this.instants[instant]!);
    const place = this.place[instant]!;
    const since = this.since[instant]!;
    for (let person = 0; person < place.length; person++) {
      if (place[person] !== NOWHERE && since[person] !== -Infinity)
        days[place[person]!]!.push(today - calendar.dayOf(since[person]!));
    }
    return days.map(computeMedian);
  }
}
