import type { CandidateColumn } from './candidate-column.ts';
import { collectOne, type KindFilter, type Pass } from './kind-column.ts';

/** The rows of several kinds that fulfil their filters, as one column: those of each kind, merged subject by subject. */
export function collectSeveral(filters: readonly KindFilter[], pass: Pass): CandidateColumn {
  const parts = filters.map((filter) => collectOne(filter, pass));
  const off = new Int32Array(pass.subjects + 1);
  for (const part of parts) addTo(off, part.off);
  const length = off[pass.subjects]!;
  const wide = (which: 'time' | 'seq') => parts.some((part) => part[which] instanceof Float64Array);
  const merged = {
    off,
    time: wide('time') ? new Float64Array(length) : new Int32Array(length),
    seq: wide('seq') ? new Float64Array(length) : new Int32Array(length),
    kinds: filters.map(({ kind }) => kind),
    kind: new Uint16Array(length),
    row: new Int32Array(length),
  };
  const ends = off.slice(0, pass.subjects);
  for (const [k, part] of parts.entries()) merge(merged, ends, part, k);
  return { ...merged, day: parts.some(({ day }) => day) ? readDays(merged) : null };
}

function addTo(sums: Int32Array, numbers: Int32Array): void {
  for (let i = 0; i < sums.length; i++) sums[i]! += numbers[i]!;
}

/**
 * Puts the entries of a part among those that are there, by instant and place. What is there and is later makes room, from
 * each subject's last entry on.
 *
 * @param ends by subject: where the entries that are there end
 * @param k which of the kinds the part is of
 */
function merge(
  { off, time, seq, kind, row }: Omit<CandidateColumn, 'day'>,
  ends: Int32Array,
  part: CandidateColumn,
  k: number,
): void {
  const { off: from, time: newTime, seq: newSeq, row: newRow } = part;
  for (let subject = 0; subject < ends.length; subject++) {
    const first = from[subject]!;
    let next = from[subject + 1]! - 1;
    if (next < first) continue;
    const begin = off[subject]!;
    let held = ends[subject]! - 1;
    let to = held + next - first + 1;
    ends[subject] = to + 1;
    for (; next >= first; to--) {
      const at = newTime[next]!;
      const isLater =
        held >= begin && (time[held]! > at || (time[held] === at && seq[held]! > newSeq[next]!));
      time[to] = isLater ? time[held]! : at;
      seq[to] = isLater ? seq[held]! : newSeq[next]!;
      kind[to] = isLater ? kind[held]! : k;
      row[to] = isLater ? row[held--]! : newRow[next--]!;
    }
  }
}

function readDays({ kinds, kind, row }: Pick<CandidateColumn, 'kinds' | 'kind' | 'row'>): Uint8Array {
  const day = new Uint8Array(row.length);
  for (let i = 0; i < row.length; i++) day[i] = kinds[kind[i]!]!.dayOnly?.[row[i]!] ?? 0;
  return day;
}
