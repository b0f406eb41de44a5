import { valueAt, type CellValue } from '../../dataset/column.ts';
import { gather } from '../../dataset/gather.ts';
import type { EventKind } from '../../dataset/store.ts';
import { personProperty } from './condition.ts';
import type { RunContext } from './run-context.ts';

/**
 * The events that may fill a step, grouped by lane (a subject, or a subject with one value of a held property),
 * each lane's in order of instant, table, row.
 */
export interface CandidateColumn {
  /** Entries of lane `l` are `off[l]` to `off[l + 1] - 1`. */
  off: Int32Array;
  /** Ticks. */
  time: Int32Array | Float64Array;
  seq: Int32Array | Float64Array;
  /** 1 where only the day is known; null when nowhere. */
  day: Uint8Array | null;
  kinds: readonly EventKind[];
  /** Which of `kinds`, and the row in it. */
  kind: Uint16Array;
  row: Int32Array;
}

/** A candidate's property; `person.x` is the person's. */
export function candidateValue(
  column: CandidateColumn,
  index: number,
  property: string,
  subject: number,
  context: RunContext,
): CellValue | undefined {
  const ofPerson = personProperty(property);
  if (ofPerson !== undefined) return context.store.personValue(context.view.personOf(subject), ofPerson);
  return valueAt(column.kinds[column.kind[index]!]!.column(property), column.row[index]!);
}

/** The entries of a column that `keep` wants, by entry and lane. */
export function filterColumn(
  column: CandidateColumn,
  keep: (index: number, lane: number) => boolean,
): CandidateColumn {
  const lanes = column.off.length - 1;
  const off = new Int32Array(lanes + 1);
  const kept: number[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    for (let i = column.off[lane]!; i < column.off[lane + 1]!; i++) if (keep(i, lane)) kept.push(i);
    off[lane + 1] = kept.length;
  }
  return pickEntries(column, off, Int32Array.from(kept));
}

/** Some entries of a column under other lanes. */
export function pickEntries(column: CandidateColumn, off: Int32Array, entries: Int32Array): CandidateColumn {
  return {
    off,
    time: gather(column.time, entries),
    seq: gather(column.seq, entries),
    day: column.day && gather(column.day, entries),
    kinds: column.kinds,
    kind: gather(column.kind, entries),
    row: gather(column.row, entries),
  };
}
