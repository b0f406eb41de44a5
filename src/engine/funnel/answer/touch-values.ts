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

/** By subject asked of: the code on the first or last of their candidates that has one. Step by step, as those lie apart. */
function findTouches(
  columns: readonly CandidateColumn[],
  subjects: Int32Array,
  property: string,
  touch: Touch,
  coder: Coder,
): Int32Array {
  const found = new Int32Array(subjects.length);
  const times = new Float64Array(subjects.length);
  const entries = new Int32Array(subjects.length);
  const sources = new Int32Array(subjects.length);
  const sign = touch === 'first-touch' ? 1 : -1;
  columns.forEach((column, source) => {
    const { off, time, row, kinds } = column;
    const kind = kinds.length > 1 ? column.kind : undefined;
    // Only ties are decided by the place among all events.
    const seqOf = (r: number) => columns[sources[r]!]!.seq[entries[r]!]!;
    const isBehind = (i: number, r: number) =>
      time[i] === times[r] ? (column.seq[i]! - seqOf(r)) * sign > 0 : (time[i]! - times[r]!) * sign > 0;
    const readers = kinds.map((one) => coder.reader(one.column(property)));
    const [first = () => 0] = readers;
    for (let r = 0; r < subjects.length; r++) {
      const from = off[subjects[r]!]!;
      const to = off[subjects[r]! + 1]!;
      // Entries are in order of time, so the first that has a value, from the right end, is the one.
      for (let i = sign > 0 ? from : to - 1; sign > 0 ? i < to : i >= from; i += sign) {
        if (found[r] !== 0 && isBehind(i, r)) break;
        const code = (kind ? readers[kind[i]!]! : first)(row[i]!);
        if (code === 0) continue;
        found[r] = code;
        times[r] = time[i]!;
        entries[r] = i;
        sources[r] = source;
        break;
      }
    }
  });
  return found;
}
