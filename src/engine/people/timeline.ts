import { resize } from '../dataset/gather.ts';
import type { Store } from '../dataset/store.ts';
import type { EventSource } from './wheel-context.ts';

/** Events of one source, and what they mean to who walks through them. */
export interface TimelineSource extends EventSource {
  role: number;
}

/**
 * The events of one person in order of time, from several sources, each of which is sorted: they are merged into what
 * is there, from the end. The arrays are used again for the next person, because there are a hundred thousand of them.
 */
export class Timeline {
  length = 0;
  /** Epoch ms, ascending; at one instant in the order of the sources. */
  at = new Float64Array(256);
  /** Index of the source of each event, and its row there. */
  source = new Uint16Array(256);
  row = new Int32Array(256);
  readonly sources: readonly TimelineSource[];
  readonly #store: Store;
  /** Where each person's rows begin, by source. */
  readonly #offs: readonly Int32Array[];
  /** The events of the source that is merged next. */
  #runAt = new Float64Array(256);
  #runRow = new Int32Array(256);

  constructor(store: Store, sources: readonly TimelineSource[]) {
    this.#store = store;
    this.sources = sources;
    this.#offs = sources.map(({ kind }) => kind.off);
  }

  /** Loads a person's events up to an instant, included. */
  load(person: number, until: number): void {
    this.length = 0;
    for (let s = 0; s < this.#offs.length; s++) {
      const off = this.#offs[s]!;
      const from = off[person]!;
      const to = off[person + 1]!;
      if (from === to) continue;
      this.#reserve(this.length + to - from);
      const count = this.#read(s, from, to, person, until);
      if (count > 0) this.#merge(s, count);
    }
  }

  /** Instant of the first event; −Infinity: there is none. */
  get begin(): number {
    return this.length === 0 ? -Infinity : this.at[0]!;
  }

  role(index: number): number {
    return this.sources[this.source[index]!]!.role;
  }

  /** Reads the events of one source, and tells how many there are. */
  #read(s: number, from: number, to: number, person: number, until: number): number {
    const { kind, test } = this.sources[s]!;
    const { time } = kind;
    const { base, unit } = this.#store;
    let count = 0;
    for (let row = from; row < to; row++) {
      const at = base + time[row]! * unit;
      if (at > until) break;
      if (test !== null && !test(row, person)) continue;
      this.#runAt[count] = at;
      this.#runRow[count++] = row;
    }
    return count;
  }

  /** What is there already and is later makes room, from the last event on. */
  #merge(s: number, count: number): void {
    const { at, source, row } = this;
    const runAt = this.#runAt;
    const runRow = this.#runRow;
    let held = this.length - 1;
    let to = held + count;
    this.length = to + 1;
    for (let next = count - 1; next >= 0; to--) {
      if (held >= 0 && at[held]! > runAt[next]!) {
        at[to] = at[held]!;
        source[to] = source[held]!;
        row[to] = row[held--]!;
      } else {
        at[to] = runAt[next]!;
        source[to] = s;
        row[to] = runRow[next--]!;
      }
    }
  }

  #reserve(size: number): void {
    if (size <= this.at.length) return;
    this.at = resize(this.at, size * 2);
    this.source = resize(this.source, size * 2);
    this.row = resize(this.row, size * 2);
    this.#runAt = new Float64Array(size * 2);
    this.#runRow = new Int32Array(size * 2);
  }
}
