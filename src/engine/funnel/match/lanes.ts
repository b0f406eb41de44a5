import type { CellValue } from '../../dataset/column.ts';
import type { Lanes } from './attempts.ts';
import { candidateValue, pickEntries, type CandidateColumn } from './candidate-column.ts';
import type { RunContext } from './run-context.ts';

/** A value of one or several properties; null where one is missing. */
export type ValueTuple = readonly (CellValue | null)[];

/** Lanes with the columns regrouped to them, and the value each lane stands for. */
export interface LaneSplit {
  lanes: Lanes;
  columns: readonly CandidateColumn[];
  values: readonly ValueTuple[];
  /** The lane each was split from. */
  origin: readonly number[];
}

/** One lane a subject. */
export function subjectLanes(context: RunContext): Lanes {
  const { count } = context.view;
  return { count, subjectOf: context.store.places(count), areSubjects: true };
}

/** Values of some properties at a candidate. */
export function tupleAt(
  column: CandidateColumn,
  index: number,
  properties: readonly string[],
  subject: number,
  context: RunContext,
): ValueTuple {
  return properties.map((property) => candidateValue(column, index, property, subject, context) ?? null);
}

/** What makes two tuples the same value: `true` equals `"true"`, `1` equals `"1"`. */
export function tupleKey(tuple: ValueTuple): string {
  return JSON.stringify(tuple.map((value) => (value === null ? null : String(value))));
}

/** The lanes of each value of a division. */
export function lanesByValue(matching: { values: readonly ValueTuple[] | null }) {
  const byValue = new Map<string, { tuple: ValueTuple; lanes: number[] }>();
  matching.values?.forEach((tuple, lane) => {
    const key = tupleKey(tuple);
    const group = byValue.get(key);
    if (group) group.lanes.push(lane);
    else byValue.set(key, { tuple, lanes: [lane] });
  });
  return byValue;
}

/**
 * Splits each lane into one for every value that its candidates carry: in all columns, or in that of one step only,
 * the others being given to each of the new lanes whole. `keep` refuses values (a missing one never holds); with
 * `unlist` each entry of a list is a value.
 */
export function splitLanes(
  context: RunContext,
  base: { lanes: Lanes; columns: readonly CandidateColumn[] },
  properties: readonly string[],
  only: number | undefined,
  keep: (tuple: ValueTuple) => boolean = () => true,
  unlist = false,
): LaneSplit {
  const { lanes, columns } = base;
  const reading = only === undefined ? columns.map((_, index) => index) : [only];
  const subjectOf: number[] = [];
  const values: ValueTuple[] = [];
  const origin: number[] = [];
  const picked = columns.map(() => ({ off: [0], entries: [] as number[] }));
  for (let lane = 0; lane < lanes.count; lane++) {
    const subject = lanes.subjectOf[lane]!;
    const found = groupEntries(context, columns, reading, properties, lane, subject, unlist);
    for (const { tuple, entries } of found.values()) {
      if (!keep(tuple)) continue;
      subjectOf.push(subject);
      values.push(tuple);
      origin.push(lane);
      picked.forEach((target, c) => {
        const own = reading.includes(c) ? (entries.get(c) ?? []) : laneEntries(columns[c]!, lane);
        for (const entry of own) target.entries.push(entry);
        target.off.push(target.entries.length);
      });
    }
  }
  return {
    lanes: { count: subjectOf.length, subjectOf: Int32Array.from(subjectOf), areSubjects: false },
    columns: columns.map((column, c) =>
      pickEntries(column, Int32Array.from(picked[c]!.off), Int32Array.from(picked[c]!.entries)),
    ),
    values,
    origin,
  };
}

interface ValueEntries {
  tuple: ValueTuple;
  /** Column → its entries with that value. */
  entries: Map<number, number[]>;
}

function groupEntries(
  context: RunContext,
  columns: readonly CandidateColumn[],
  reading: readonly number[],
  properties: readonly string[],
  lane: number,
  subject: number,
  unlist: boolean,
): Map<string, ValueEntries> {
  const found = new Map<string, ValueEntries>();
  for (const c of reading) {
    for (const entry of laneEntries(columns[c]!, lane)) {
      const tuple = tupleAt(columns[c]!, entry, properties, subject, context);
      for (const one of unlist ? entriesOf(tuple) : [tuple]) addEntry(found, one, c, entry);
    }
  }
  return found;
}

function addEntry(found: Map<string, ValueEntries>, tuple: ValueTuple, column: number, entry: number): void {
  const key = tupleKey(tuple);
  let group = found.get(key);
  if (!group) found.set(key, (group = { tuple, entries: new Map() }));
  const list = group.entries.get(column);
  if (list) list.push(entry);
  else group.entries.set(column, [entry]);
}

/** A list (tags) as one tuple for each of its entries, as a filter on it would ask for them. */
function entriesOf(tuple: ValueTuple): ValueTuple[] {
  return tuple.reduce<ValueTuple[]>(
    (tuples, value) =>
      tuples.flatMap((before) =>
        (Array.isArray(value) ? [...new Set(value)] : [value]).map((one) => [...before, one]),
      ),
    [[]],
  );
}

function laneEntries(column: CandidateColumn, lane: number): number[] {
  const from = column.off[lane]!;
  return Array.from({ length: column.off[lane + 1]! - from }, (_, i) => from + i);
}
