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

  push(person: number, ms: number, seq: number, dayOnly: boolean): void {
    if (this.length === this.person.length) this.#grow();
    this.person[this.length] = person;
    this.ms[this.length] = ms;
    this.seq[this.length] = seq;
    this.day[this.length++] = dayOnly ? 1 : 0;
  }

  /** The persons who have an event. */
  persons(): Set<number> {
    return new Set(this.person.subarray(0, this.length));
  }

  #grow(): void {
    const capacity = this.length * 2;
    this.person = resize(this.person, capacity);
    this.ms = resize(this.ms, capacity);
    this.seq = resize(this.seq, capacity);
    this.day = resize(this.day, capacity);
  }
}

const FIRST_CAPACITY = 64;

function resize<A extends Int32Array | Float64Array | Uint8Array>(source: A, capacity: number): A {
  const Typed = source.constructor as new (length: number) => A;
  const target = new Typed(capacity);
  target.set(source);
  return target;
}

/** Rows by subject, then instant, then table and row: a counting sort by subject, then repair within each. */
export function sortBySubject(
  { person, ms, seq, length }: EventBuffer,
  subjects: number,
): { off: Int32Array; rows: Int32Array } {
  const off = new Int32Array(subjects + 1);
  for (let i = 0; i < length; i++) off[person[i]! + 1]!++;
  for (let s = 0; s < subjects; s++) off[s + 1]! += off[s]!;
  const next = off.slice();
  const rows = new Int32Array(length);
  for (let i = 0; i < length; i++) rows[next[person[i]!]!++] = i;
  const compare = (a: number, b: number) => ms[a]! - ms[b]! || seq[a]! - seq[b]!;
  for (let s = 0; s < subjects; s++) {
    const from = off[s]!;
    const to = off[s + 1]!;
    if (to - from > 1 && !isSorted(rows, from, to, compare)) rows.subarray(from, to).sort(compare);
  }
  return { off, rows };
}

function isSorted(
  rows: Int32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): boolean {
  for (let i = from + 1; i < to; i++) if (compare(rows[i - 1]!, rows[i]!) > 0) return false;
  return true;
}
