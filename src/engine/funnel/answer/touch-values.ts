import { valueAt, type Column } from '../../dataset/column.ts';
import type { CandidateColumn } from '../match/candidate-column.ts';
import { personProperty } from '../match/condition.ts';
import { tupleKey, type ValueTuple } from '../match/lanes.ts';
import type { FunnelMatcher } from '../match/match-funnel.ts';
import { NONE } from '../match/step-rules.ts';
import { findStep } from '../plan/find-step.ts';
import type { Report } from './report.ts';

type Touch = 'first-touch' | 'last-touch';
type Value = ValueTuple[number];

/** Property that asks whether the reported attempt did a step: `step.intro` is true or false. */
export const STEP_DONE = 'step.';

/** The rows of a report by what they have in common. */
export interface RowGroups {
  /** By row. */
  groupOf: Int32Array;
  /** By group: what its rows have in common, different from every other's. */
  tuples: readonly ValueTuple[];
}

/** A property of the rows: a code each, and what the codes stand for. Several codes may stand for one value. */
interface CodedRows {
  codes: Int32Array;
  values: readonly Value[];
}

/**
 * Groups rows by their values by touch: the first or last that is not empty among all events matching any step. Values are
 * compared as codes, column by column; what they stand for is looked at once for each different one.
 */
export function groupByTouch(
  matcher: FunnelMatcher,
  report: Report,
  properties: readonly string[],
  touch: Touch,
): RowGroups {
  const [first, ...others] = properties.map((property) => toCodedRows(matcher, report, property, touch));
  let groups = toGroups(
    first!.codes,
    first!.values.map((value) => [value]),
  );
  for (const { codes, values } of others) groups = cross(groups, codes, values);
  return groups;
}

/** Codes as groups, those of one value as one, in the order of the rows in which they first occur. */
function toGroups(codes: Int32Array, tuples: readonly ValueTuple[]): RowGroups {
  const groupOfCode = new Int32Array(tuples.length).fill(NONE);
  const groupOf = new Int32Array(codes.length);
  const byKey = new Map<string, number>();
  const found: ValueTuple[] = [];
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (groupOfCode[code] === NONE) {
      const key = tupleKey(tuples[code]!);
      if (!byKey.has(key)) byKey.set(key, found.push(tuples[code]!) - 1);
      groupOfCode[code] = byKey.get(key)!;
    }
    groupOf[row] = groupOfCode[code]!;
  }
  return { groupOf, tuples: found };
}

/** Groups divided further by the values of one more property. */
function cross({ groupOf, tuples }: RowGroups, codes: Int32Array, values: readonly Value[]): RowGroups {
  const known = new Map<number, number>();
  const pairs: ValueTuple[] = [];
  const paired = codes.map((code, row) => {
    const pair = groupOf[row]! * values.length + code;
    const index = known.get(pair) ?? pairs.push([...tuples[groupOf[row]!]!, values[code]!]) - 1;
    known.set(pair, index);
    return index;
  });
  return toGroups(paired, pairs);
}

function toCodedRows(matcher: FunnelMatcher, report: Report, property: string, touch: Touch): CodedRows {
  const { context } = matcher;
  const { subject, attempt } = report.rows;
  const coder = new Coder();
  const ofPerson = personProperty(property);
  if (ofPerson !== undefined) {
    const codeAt = coder.reader(context.store.personColumn(ofPerson));
    return coder.finish(subject.map((one) => codeAt(context.view.personOf(one))));
  }
  if (property.startsWith(STEP_DONE)) {
    const { index } = findStep(context.plan, property.slice(STEP_DONE.length), 'breakdown.property');
    const match = report.matching.attempts.match[index]!;
    return { codes: attempt.map((one) => (match[one] === NONE ? 0 : 1)), values: [false, true] };
  }
  return coder.finish(findTouches(matcher.staticColumns(), subject, property, touch, coder));
}

/** Gives values codes; 0 is missing. */
class Coder {
  readonly #values: Value[] = [null];
  readonly #byNumber = new Map<number, number>();

  /** Reads the code at a row of a column. */
  reader(column: Column | undefined): (row: number) => number {
    if (column === undefined) return () => 0;
    if (column.kind === 'dictionary') {
      const { codes, values } = column;
      const coded = Int32Array.from(values, (value) =>
        value === undefined ? 0 : this.#values.push(value) - 1,
      );
      return (row) => coded[codes[row]!]!;
    }
    return (row) => this.#codeOf(valueAt(column, row) as number | undefined);
  }

  finish(codes: Int32Array): CodedRows {
    return { codes, values: this.#values };
  }

  #codeOf(value: number | undefined): number {
    if (value === undefined) return 0;
    const code = this.#byNumber.get(value) ?? this.#values.push(value) - 1;
    this.#byNumber.set(value, code);
    return code;
  }
}

/** By subject asked of: the code on the first or last of their candidates that has one. */
function findTouches(
  columns: readonly CandidateColumn[],
  subjects: Int32Array,
  property: string,
  touch: Touch,
  coder: Coder,
): Int32Array {
  const finder = new TouchFinder(columns, property, touch, coder);
  const found = new Int32Array(subjects.length);
  for (let r = 0; r < subjects.length; r++) found[r] = finder.find(subjects[r]!);
  return found;
}

/** Goes through a subject's candidates of several columns at once, from the first or the last on. */
class TouchFinder {
  readonly #columns: readonly CandidateColumn[];
  readonly #offs: readonly Int32Array[];
  readonly #times: readonly CandidateColumn['time'][];
  readonly #codeAt: readonly ((entry: number) => number)[];
  /** 1 forward, −1 backward. */
  readonly #sign: number;
  /** By column: the entry that is next, and how many are left. */
  readonly #next: Int32Array;
  readonly #left: Int32Array;

  constructor(columns: readonly CandidateColumn[], property: string, touch: Touch, coder: Coder) {
    this.#columns = columns;
    this.#offs = columns.map(({ off }) => off);
    this.#times = columns.map(({ time }) => time);
    this.#codeAt = columns.map((column) => readEntries(column, property, coder));
    this.#sign = touch === 'first-touch' ? 1 : -1;
    this.#next = new Int32Array(columns.length);
    this.#left = new Int32Array(columns.length);
  }

  /** 0 where none of a subject's candidates has a value. */
  find(subject: number): number {
    const [next, left, sign] = [this.#next, this.#left, this.#sign];
    for (let c = 0; c < next.length; c++) {
      const off = this.#offs[c]!;
      const [from, to] = [off[subject]!, off[subject + 1]!];
      next[c] = sign > 0 ? from : to - 1;
      left[c] = to - from;
    }
    for (let c = this.#pick(); c >= 0; c = this.#pick()) {
      const code = this.#codeAt[c]!(next[c]!);
      if (code !== 0) return code;
      next[c]! += sign;
      left[c]!--;
    }
    return 0;
  }

  /** The column whose entry is next in time, and at one instant by its place among all events; −1: none is left. */
  #pick(): number {
    const [next, left, sign] = [this.#next, this.#left, this.#sign];
    let best = -1;
    let time = 0;
    for (let c = 0; c < next.length; c++) {
      if (left[c] === 0) continue;
      const own = this.#times[c]![next[c]!]! * sign;
      if (best >= 0 && (own > time || (own === time && !this.#isBefore(c, best)))) continue;
      best = c;
      time = own;
    }
    return best;
  }

  #isBefore(a: number, b: number): boolean {
    const seqOf = (c: number) => this.#columns[c]!.seq[this.#next[c]!]! * this.#sign;
    return seqOf(a) < seqOf(b);
  }
}

/** Reads the code of an entry. */
function readEntries(column: CandidateColumn, property: string, coder: Coder): (entry: number) => number {
  const { kinds, row } = column;
  const readers = kinds.map((one) => coder.reader(one.column(property)));
  const [first = () => 0] = readers;
  if (readers.length < 2) return (entry) => first(row[entry]!);
  const { kind } = column;
  return (entry) => readers[kind[entry]!]!(row[entry]!);
}
