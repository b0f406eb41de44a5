import type { EventBuffer } from './event-buffer.ts';
import { addUp } from './gather.ts';

/** The rows of one event type, sorted by subject, then instant, then place. */
export interface EventRows {
  /** Rows of subject `s` are `off[s]` to `off[s + 1] - 1`. */
  off: Int32Array;
  /** Ticks since the store's base. */
  time: Int32Array | Float64Array;
  /** Place in (table, row), over all types; below 0 the dated columns of people. */
  seq: Int32Array | Float64Array;
  /** 1 where only the day is known; null when no row is so. */
  dayOnly: Uint8Array | null;
}

/** How instants and places are written: which instant is tick 0, ms a tick, and whether 32 bits are too few. */
export interface RowFormat {
  base: number;
  unit: number;
  wideTime: boolean;
  wideSeq: boolean;
}

/**
 * Lays gathered events out: a counting sort by subject that puts the values straight to their place; within a subject
 * they nearly always come in order already, and are put in order where not. Source: speed.md, "Layout".
 */
export function layOut(buffer: EventBuffer, subjects: number, format: RowFormat): EventRows {
  const off = new Int32Array(subjects + 1);
  countBySubject(buffer, off);
  addUp(off);
  const rows = { ...newRows(buffer.length, format, buffer.hasDays), off };
  place(buffer, format, rows, off.slice());
  sortSubjects(rows);
  return rows;
}

function countBySubject({ person, length }: EventBuffer, off: Int32Array): void {
  for (let i = 0; i < length; i++) off[person[i]! + 1]!++;
}

/** @param next where each subject's next row goes */
function place(
  { person, ms, seq: seqs, day, length }: EventBuffer,
  { base, unit }: RowFormat,
  { time, seq, dayOnly }: EventRows,
  next: Int32Array,
): void {
  for (let i = 0; i < length; i++) {
    const to = next[person[i]!]!++;
    time[to] = (ms[i]! - base) / unit;
    seq[to] = seqs[i]!;
    if (dayOnly) dayOnly[to] = day[i]!;
  }
}

function sortSubjects(rows: EventRows): void {
  const { off } = rows;
  for (let s = 1; s < off.length; s++) sortStretch(rows, off[s - 1]!, off[s]!);
}

/** Empty rows, to be filled. */
export function newRows(length: number, format: RowFormat, hasDays: boolean): Omit<EventRows, 'off'> {
  return {
    time: format.wideTime ? new Float64Array(length) : new Int32Array(length),
    seq: format.wideSeq ? new Float64Array(length) : new Int32Array(length),
    dayOnly: hasDays ? new Uint8Array(length) : null,
  };
}

/** Longest stretch that is sorted by moving rows one by one, which is quickest for a handful. */
const FEW = 24;

function sortStretch(rows: EventRows, from: number, to: number): void {
  const { time, seq } = rows;
  for (let i = from + 1; i < to; i++) {
    if (time[i - 1]! < time[i]! || (time[i - 1] === time[i] && seq[i - 1]! < seq[i]!)) continue;
    if (to - from > FEW) sortLong(rows, from, to);
    else sortFew(rows, i, from, to);
    return;
  }
}

/** Insertion from the first row that is out of order. */
function sortFew({ time, seq, dayOnly }: EventRows, first: number, from: number, to: number): void {
  for (let i = first; i < to; i++) {
    const [at, place, day] = [time[i]!, seq[i]!, dayOnly?.[i] ?? 0];
    let hole = i;
    for (
      ;
      hole > from && (time[hole - 1]! > at || (time[hole - 1] === at && seq[hole - 1]! > place));
      hole--
    ) {
      time[hole] = time[hole - 1]!;
      seq[hole] = seq[hole - 1]!;
      if (dayOnly) dayOnly[hole] = dayOnly[hole - 1]!;
    }
    time[hole] = at;
    seq[hole] = place;
    if (dayOnly) dayOnly[hole] = day;
  }
}

function sortLong({ time, seq, dayOnly }: EventRows, from: number, to: number): void {
  const order = Uint32Array.from({ length: to - from }, (_, i) => from + i);
  order.sort((a, b) => time[a]! - time[b]! || seq[a]! - seq[b]!);
  for (const column of dayOnly ? [time, seq, dayOnly] : [time, seq]) {
    const old = column.slice(from, to);
    for (let i = 0; i < order.length; i++) column[from + i] = old[order[i]! - from]!;
  }
}

/** Rows of before and rows that are new, woven into one. */
export interface WovenRows {
  rows: EventRows;
  /** Where each row comes from: a row of before, or −1 − the new row. */
  origin: Int32Array;
}

/**
 * Weaves new rows among those of before, subject by subject. `drops` says which rows of before are left out;
 * subjects without new rows and without a doubt are copied in stretches.
 */
export function weave(
  before: EventRows,
  added: EventRows,
  format: RowFormat,
  drops: ((row: number, subject: number) => boolean) | null,
): WovenRows {
  const subjects = added.off.length - 1;
  const known = before.off.length - 1;
  const off = new Int32Array(subjects + 1);
  const most = before.time.length + added.time.length;
  const origin = new Int32Array(most);
  let length = 0;
  for (let s = 0; s < subjects; s++) {
    let old = s < known ? before.off[s]! : 0;
    const oldEnd = s < known ? before.off[s + 1]! : 0;
    let fresh = added.off[s]!;
    const freshEnd = added.off[s + 1]!;
    while (old < oldEnd || fresh < freshEnd) {
      if (fresh === freshEnd || (old < oldEnd && comesFirst(before, old, added, fresh))) {
        if (drops === null || !drops(old, s)) origin[length++] = old;
        old++;
      } else origin[length++] = -1 - fresh++;
    }
    off[s + 1] = length;
  }
  const woven = origin.subarray(0, length);
  return { rows: { off, ...pickRows(before, added, woven, format) }, origin: woven };
}

function comesFirst(a: EventRows, i: number, b: EventRows, j: number): boolean {
  return a.time[i]! < b.time[j]! || (a.time[i] === b.time[j] && a.seq[i]! < b.seq[j]!);
}

function pickRows(
  before: EventRows,
  added: EventRows,
  origin: Int32Array,
  format: RowFormat,
): Omit<EventRows, 'off'> {
  const rows = newRows(origin.length, format, before.dayOnly !== null || added.dayOnly !== null);
  for (let i = 0; i < origin.length; i++) {
    const from = origin[i]!;
    const source = from < 0 ? added : before;
    const row = from < 0 ? -1 - from : from;
    rows.time[i] = source.time[row]!;
    rows.seq[i] = source.seq[row]!;
    if (rows.dayOnly) rows.dayOnly[i] = source.dayOnly?.[row] ?? 0;
  }
  return rows;
}
