import { gather } from '../../dataset/gather.ts';
import type { EventKind, Store } from '../../dataset/store.ts';
import type { CandidateColumn } from './candidate-column.ts';
import type { CodeTest, RowPredicate } from './condition.ts';
import type { Span } from './run-context.ts';

/** One kind with what its rows must fulfil. */
export interface KindFilter {
  kind: EventKind;
  test: RowPredicate | null;
}

/** What candidates are looked for in. */
export interface Pass {
  store: Store;
  /** How many there are. */
  subjects: number;
  /** Which ticks count. */
  ticks: Span;
}

/** Whether a tick is in a span. */
export function within(tick: number, span: Span): boolean {
  return tick >= span.from && tick <= span.to;
}

/** The rows of one kind that fulfil a filter; the kind's own arrays where all of them do. */
export function collectOne({ kind, test }: KindFilter, pass: Pass): CandidateColumn {
  const { store, subjects, ticks } = pass;
  const { scratch } = store;
  const isOpen = isWithin(kind, ticks);
  if (test === null && isOpen) return new KindColumn(store, kind, kind.off, null);
  if (test?.byCode && isOpen) return collectByCode(kind, test.byCode, pass);
  const off = new Int32Array(subjects + 1);
  const found = scratch.ints(kind.count);
  let length = 0;
  for (let subject = 0; subject < subjects; subject++) {
    const end = kind.off[subject + 1]!;
    for (let row = kind.off[subject]!; row < end; row++) {
      if ((isOpen || within(kind.time[row]!, ticks)) && (test === null || test(row, subject)))
        found[length++] = row;
    }
    off[subject + 1] = length;
  }
  const column = new KindColumn(store, kind, off, length === kind.count ? null : found.slice(0, length));
  scratch.giveBack(found);
  return column;
}

/** Whether all events of a kind are in a span. */
function isWithin({ count, span }: EventKind, ticks: Span): boolean {
  return count === 0 || (ticks.from <= span[0] && ticks.to >= span[1]);
}

/** {@link collectOne} of some subjects, ascending. */
export function collectWithin(
  { kind, test }: KindFilter,
  { store, subjects, ticks }: Pass,
  some: Int32Array,
): CandidateColumn {
  const { scratch } = store;
  const isOpen = isWithin(kind, ticks);
  if (test === null && isOpen) return new KindColumn(store, kind, kind.off, null);
  const off = new Int32Array(subjects + 1);
  const found = scratch.ints(kind.count);
  let length = 0;
  for (let k = 0; k < some.length; k++) {
    const subject = some[k]!;
    const end = kind.off[subject + 1]!;
    const before = length;
    for (let row = kind.off[subject]!; row < end; row++) {
      if ((isOpen || within(kind.time[row]!, ticks)) && (test === null || test(row, subject)))
        found[length++] = row;
    }
    off[subject + 1] = length - before;
  }
  for (let subject = 0; subject < subjects; subject++) off[subject + 1]! += off[subject]!;
  const column = new KindColumn(store, kind, off, found.slice(0, length));
  scratch.giveBack(found);
  return column;
}

/**
 * The rows whose code fulfils a condition: one pass over the codes and one over the subjects, without a branch that
 * depends on the data, which a processor would guess wrong half of the time.
 */
function collectByCode(
  kind: EventKind,
  { codes, mask }: CodeTest,
  { store, subjects }: Pass,
): CandidateColumn {
  const { scratch } = store;
  const found = scratch.ints(kind.count + 1);
  const before = scratch.ints(kind.count + 1);
  const all = kind.time;
  const time = all instanceof Int32Array ? scratch.ints(kind.count + 1) : scratch.floats(kind.count + 1);
  let length = 0;
  before[0] = 0;
  for (let row = 0; row < codes.length; row++) {
    found[length] = row;
    time[length] = all[row]!;
    length += mask[codes[row]!]!;
    before[row + 1] = length;
  }
  const off = new Int32Array(subjects + 1);
  for (let subject = 1; subject <= subjects; subject++) off[subject] = before[kind.off[subject]!]!;
  const column =
    length === kind.count
      ? new KindColumn(store, kind, kind.off, null)
      : new KindColumn(store, kind, off, found.slice(0, length), time.slice(0, length));
  scratch.giveBack(found, before, time);
  return column;
}

/** Entries of one kind. Matching looks at offsets and times alone; the rest is gathered when it is asked for. */
class KindColumn implements CandidateColumn {
  readonly off: Int32Array;
  readonly time: CandidateColumn['time'];
  readonly kinds: readonly EventKind[];
  readonly #store: Store;
  readonly #kind: EventKind;
  /** Rows of the kind, where not all of them are in it. */
  readonly #rows: Int32Array | null;
  #numbers: Uint16Array | undefined;
  #seq: CandidateColumn['seq'] | undefined;
  #day: Uint8Array | null | undefined;

  constructor(
    store: Store,
    kind: EventKind,
    off: Int32Array,
    rows: Int32Array | null,
    time?: CandidateColumn['time'],
  ) {
    this.off = off;
    this.kinds = [kind];
    this.#store = store;
    this.#kind = kind;
    this.#rows = rows;
    this.time = time ?? (rows ? gather(kind.time, rows) : kind.time);
  }

  get row(): Int32Array {
    return this.#rows ?? this.#store.places(this.time.length);
  }

  get kind(): Uint16Array {
    return (this.#numbers ??= new Uint16Array(this.time.length));
  }

  get seq(): CandidateColumn['seq'] {
    return (this.#seq ??= this.#rows ? gather(this.#kind.seq, this.#rows) : this.#kind.seq);
  }

  get day(): Uint8Array | null {
    if (this.#day === undefined) {
      const { dayOnly } = this.#kind;
      this.#day = dayOnly && this.#rows ? gather(dayOnly, this.#rows) : dayOnly;
    }
    return this.#day;
  }
}
