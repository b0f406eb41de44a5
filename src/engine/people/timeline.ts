import type { Store } from '../dataset/store.ts';
import type { EventSource } from './wheel-context.ts';

/** Events of one source, and what they mean to who walks through them. */
export interface TimelineSource extends EventSource {
  role: number;
}

/**
 * The events of one person in order of time, from several sources: sorted runs that are merged. The arrays are used
 * again for the next person, because there are a hundred thousand of them.
 */
export class Timeline {
  length = 0;
  /** Epoch ms, ascending; at one instant in the order of the sources. */
  at = new Float64Array(256);
  /** Index of the source of each event, and its row there. */
  source = new Uint8Array(256);
  row = new Int32Array(256);
  readonly sources: readonly TimelineSource[];
  readonly #store: Store;
  #otherAt = new Float64Array(256);
  #otherSource = new Uint8Array(256);
  #otherRow = new Int32Array(256);
  /** Where the sorted runs begin. */
  #runs: number[] = [];

  constructor(store: Store, sources: readonly TimelineSource[]) {
    this.#store = store;
    this.sources = sources;
  }

  /** Loads a person's events up to an instant, included. */
  load(person: number, until: number): void {
    this.length = 0;
    this.#runs.length = 0;
    for (let s = 0; s < this.sources.length; s++) this.#append(s, person, until);
    while (this.#runs.length > 1) this.#mergePairs();
  }

  role(index: number): number {
    return this.sources[this.source[index]!]!.role;
  }

  #append(s: number, person: number, until: number): void {
    const { kind, test } = this.sources[s]!;
    const { base, unit } = this.#store;
    const from = kind.off[person]!;
    const to = kind.off[person + 1]!;
    if (from === to) return;
    this.#reserve(this.length + to - from);
    const start = this.length;
    let end = start;
    for (let row = from; row < to; row++) {
      const at = base + kind.time[row]! * unit;
      if (at > until) break;
      if (test !== null && !test(row, person)) continue;
      this.at[end] = at;
      this.source[end] = s;
      this.row[end++] = row;
    }
    this.length = end;
    if (end > start) this.#runs.push(start);
  }

  #reserve(size: number): void {
    if (size <= this.at.length) return;
    const grow = <A extends Float64Array | Uint8Array | Int32Array>(old: A): A => {
      const grown = new (old.constructor as new (length: number) => A)(size * 2);
      grown.set(old as never);
      return grown;
    };
    this.at = grow(this.at);
    this.source = grow(this.source);
    this.row = grow(this.row);
    this.#otherAt = grow(this.#otherAt);
    this.#otherSource = grow(this.#otherSource);
    this.#otherRow = grow(this.#otherRow);
  }

  /** One round of a merge sort: neighbouring runs become one; the last is copied where there is no pair. */
  #mergePairs(): void {
    const runs = this.#runs;
    const merged: number[] = [];
    for (let r = 0; r < runs.length; r += 2) {
      const low = runs[r]!;
      const middle = runs[r + 1] ?? this.length;
      this.#merge(low, middle, runs[r + 2] ?? this.length);
      merged.push(low);
    }
    this.#runs = merged;
    [this.at, this.#otherAt] = [this.#otherAt, this.at];
    [this.source, this.#otherSource] = [this.#otherSource, this.source];
    [this.row, this.#otherRow] = [this.#otherRow, this.row];
  }

  #merge(low: number, middle: number, high: number): void {
    let a = low;
    let b = middle;
    for (let to = low; to < high; to++) {
      const from = b >= high || (a < middle && this.at[a]! <= this.at[b]!) ? a++ : b++;
      this.#otherAt[to] = this.at[from]!;
      this.#otherSource[to] = this.source[from]!;
      this.#otherRow[to] = this.row[from]!;
    }
  }
}

/** The first event of a person among some sources, up to an instant: when, and of which type; Infinity if none. */
export function findFirst(
  store: Store,
  sources: readonly EventSource[],
  person: number,
  until: number,
): { at: number; type: string } {
  let at = Infinity;
  let type = '';
  for (const { kind, test } of sources) {
    for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++) {
      const ms = store.toMs(kind.time[row]!);
      if (ms > until || ms >= at) break;
      if (test !== null && !test(row, person)) continue;
      at = ms;
      type = kind.type;
      break;
    }
  }
  return { at, type };
}
