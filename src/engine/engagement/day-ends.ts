import { DAY, type Calendar } from '../dataset/calendar.ts';

/** The last milliseconds of a stretch of the studio's days, asked of the calendar once. */
export class DayEnds {
  readonly #first: number;
  readonly #ends: Float64Array;

  constructor(calendar: Calendar, from: number, to: number) {
    this.#first = calendar.dayOf(from);
    const days = Math.max(1, calendar.dayOf(to) - this.#first + 1);
    this.#ends = Float64Array.from({ length: days }, (_, day) => calendar.endOfDay(this.#first + day));
  }

  /** Index of the first end later than an instant: guessed from days of 24 hours, then put right. */
  after(instant: number): number {
    const ends = this.#ends;
    let index = Math.ceil((instant - ends[0]!) / DAY);
    index = Math.min(Math.max(index, 0), ends.length);
    while (index > 0 && ends[index - 1]! > instant) index--;
    while (index < ends.length && ends[index]! <= instant) index++;
    return index;
  }

  at(index: number): number {
    return this.#ends[index]!;
  }
}
