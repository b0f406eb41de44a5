import type { EventKind } from '../../dataset/store.ts';
import type { CandidateColumn } from './candidate-column.ts';
import { within, type KindFilter, type Pass } from './kind-column.ts';

/** The rows of several kinds that fulfil their filters, as one column. */
export function collectSeveral(filters: readonly KindFilter[], { subjects, ticks }: Pass): CandidateColumn {
  const kinds = filters.map(({ kind }) => kind);
  const collector = new Collector(kinds, subjects);
  for (let subject = 0; subject < subjects; subject++) {
    filters.forEach(({ kind, test }, k) => {
      for (let row = kind.off[subject]!; row < kind.off[subject + 1]!; row++) {
        if (within(kind.time[row]!, ticks) && (test === null || test(row, subject))) collector.add(k, row);
      }
    });
    collector.endSubject();
  }
  return collector.finish();
}

/** Gathers entries subject by subject and brings those of several kinds into one order. */
class Collector {
  readonly #kinds: readonly EventKind[];
  readonly #off: Int32Array;
  readonly #kind: number[] = [];
  readonly #row: number[] = [];
  #subject = 0;
  #begin = 0;

  constructor(kinds: readonly EventKind[], subjects: number) {
    this.#kinds = kinds;
    this.#off = new Int32Array(subjects + 1);
  }

  add(kind: number, row: number): void {
    this.#kind.push(kind);
    this.#row.push(row);
  }

  endSubject(): void {
    const end = this.#row.length;
    if (this.#kinds.length > 1 && end - this.#begin > 1) this.#sortFrom(this.#begin);
    this.#off[++this.#subject] = end;
    this.#begin = end;
  }

  #sortFrom(begin: number): void {
    const entries = this.#row.slice(begin).map((row, i) => ({ row, kind: this.#kind[begin + i]! }));
    const time = (entry: { kind: number; row: number }) => this.#kinds[entry.kind]!.time[entry.row]!;
    const seq = (entry: { kind: number; row: number }) => this.#kinds[entry.kind]!.seq[entry.row]!;
    entries.sort((a, b) => time(a) - time(b) || seq(a) - seq(b));
    entries.forEach((entry, i) => {
      this.#row[begin + i] = entry.row;
      this.#kind[begin + i] = entry.kind;
    });
  }

  finish(): CandidateColumn {
    const row = Int32Array.from(this.#row);
    const kind = Uint16Array.from(this.#kind);
    const length = row.length;
    const wide = this.#kinds.some((source) => source.time instanceof Float64Array);
    const time = wide ? new Float64Array(length) : new Int32Array(length);
    const seq = new Float64Array(length);
    const dated = this.#kinds.some((source) => source.dayOnly !== null);
    const day = dated ? new Uint8Array(length) : null;
    for (let i = 0; i < length; i++) {
      const source = this.#kinds[kind[i]!]!;
      time[i] = source.time[row[i]!]!;
      seq[i] = source.seq[row[i]!]!;
      if (day && source.dayOnly) day[i] = source.dayOnly[row[i]!]!;
    }
    return { off: this.#off, time, seq, day, kinds: this.#kinds, kind, row };
  }
}
