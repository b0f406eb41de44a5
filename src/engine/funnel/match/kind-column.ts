import { addUp, gather } from '../../dataset/gather.ts';
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
export function collectOne(filter: KindFilter, pass: Pass): CandidateColumn {
  const { kind, test } = filter;
  const byCode = isOpen(kind, pass.ticks) ? test?.byCode : undefined;
  return byCode
    ? collectByCode(kind, byCode, pass)
    : collectWithin(filter, pass, pass.store.places(pass.subjects));
}

/** {@link collectOne} of some subjects, ascending. */
export function collectWithin(
  { kind, test }: KindFilter,
  { store, subjects, ticks }: Pass,
  some: Int32Array,
): CandidateColumn {
  const span = isOpen(kind, ticks) ? null : ticks;
  if (test === null && span === null) return new KindColumn(store, kind, kind.off, null);
  const off = new Int32Array(subjects + 1);
  const found = store.scratch.ints(kind.count);
  const length = selectRows(kind, { test, span }, some, { off, found });
  addUp(off);
  const rows = length === kind.count ? null : found.slice(0, length);
  store.scratch.giveBack(found);
  return new KindColumn(store, kind, off, rows);
}

/** Whether all events of a kind are in a span. */
function isOpen({ count, span }: EventKind, ticks: Span): boolean {
  return count === 0 || (ticks.from <= span[0] && ticks.to >= span[1]);
}

/** Writes down the rows that some subjects have, and behind each subject how many; how many there are. */
function selectRows(
  { off, time }: EventKind,
  { test, span }: { test: RowPredicate | null; span: Span | null },
  some: Int32Array,
  into: { off: Int32Array; found: Int32Array },
): number {
  let length = 0;
  for (let k = 0; k < some.length; k++) {
    const subject = some[k]!;
    const end = off[subject + 1]!;
    const before = length;
    for (let row = off[subject]!; row < end; row++) {
      if ((span === null || within(time[row]!, span)) && (test === null || test(row, subject)))
        into.found[length++] = row;
    }
    into.off[subject + 1] = length - before;
  }
  return length;
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
  const time =
    kind.time instanceof Int32Array ? scratch.ints(kind.count + 1) : scratch.floats(kind.count + 1);
  const length = selectByCode(codes, mask, kind.time, { found, time, before });
  const off = new Int32Array(subjects + 1);
  moveOffsets(kind.off, before, off);
  const column =
    length === kind.count
      ? new KindColumn(store, kind, kind.off, null)
      : new KindColumn(store, kind, off, found.slice(0, length), time.slice(0, length));
  scratch.giveBack(found, before, time);
  return column;
}

/** Writes down the rows whose code the mask has, their times, and how many came before each row; how many there are. */
function selectByCode(
  codes: CodeTest['codes'],
  mask: Uint8Array,
  times: EventKind['time'],
  { found, time, before }: { found: Int32Array; time: EventKind['time']; before: Int32Array },
): number {
  let length = 0;
  before[0] = 0;
  for (let row = 0; row < codes.length; row++) {
    found[length] = row;
    time[length] = times[row]!;
    length += mask[codes[row]!]!;
    before[row + 1] = length;
  }
  return length;
}

function moveOffsets(old: Int32Array, before: Int32Array, off: Int32Array): void {
  for (let subject = 1; subject < off.length; subject++) off[subject] = before[old[subject]!]!;
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
