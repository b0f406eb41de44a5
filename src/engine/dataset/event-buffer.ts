import { resize } from './gather.ts';

/** Events of one type while they are gathered: parallel columns that grow, in the order they came in. */
export class EventBuffer {
  length = 0;
  /** Dense index of the person. */
  person = new Int32Array(FIRST_CAPACITY);
  /** Epoch ms. */
  ms = new Float64Array(FIRST_CAPACITY);
  /** Place in (table, row), over all types. */
  seq = new Float64Array(FIRST_CAPACITY);
  /** 1 where only the day is known. */
  day = new Uint8Array(FIRST_CAPACITY);
  /** Whether any is known by its day only. */
  hasDays = false;

  /** Makes room for so many more. */
  reserve(count: number): void {
    if (this.length + count > this.person.length) this.#resize(this.length + count);
  }

  push(person: number, ms: number, seq: number, dayOnly: boolean): void {
    if (this.length === this.person.length) this.#resize(this.length * 2);
    this.person[this.length] = person;
    this.ms[this.length] = ms;
    this.seq[this.length] = seq;
    if (dayOnly) {
      this.day[this.length] = 1;
      this.hasDays = true;
    }
    this.length++;
  }

  /** The persons who have an event. */
  persons(): Set<number> {
    return new Set(this.person.subarray(0, this.length));
  }

  #resize(capacity: number): void {
    this.person = resize(this.person, capacity);
    this.ms = resize(this.ms, capacity);
    this.seq = resize(this.seq, capacity);
    this.day = resize(this.day, capacity);
  }
}

const FIRST_CAPACITY = 64;
