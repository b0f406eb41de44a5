import { parsePlainUtc } from '../../engine/dataset/instant.ts';
import { cellAt, countCells, isDictionary, type Cells } from '../../engine/dataset/cells.ts';

/**
 * A column of instants. `local` ones are the wall clock of a place that the file does not name: the dataset's time
 * zone says which instant that was (data.md, "A dataset").
 */
export interface InstantCells {
  kind: 'instants';
  /** Epoch ms; of a local one, as if it were UTC. NaN is missing. */
  ms: Float64Array;
  clock: 'utc' | 'local';
  /** Digits of the second's fraction, as the file has them or would have them. */
  digits: 0 | 3;
}

/** What a `Date` can hold, either way. */
const LARGEST_DATE = 8.64e15;

/** The cells of a column as a reader gives them. */
export type RawCells = Cells | InstantCells;

/** Whether a column is one of instants. */
export function isInstants(cells: RawCells): cells is InstantCells {
  return (cells as { kind?: unknown }).kind === 'instants';
}

/** An instant of such a column as ISO 8601; an empty cell for NaN. */
export function toInstantText({ clock, digits }: InstantCells, ms: number): string {
  if (Number.isNaN(ms)) return '';
  // What no date can hold stays a number, to be told as an invalid date.
  if (Math.abs(ms) > LARGEST_DATE) return String(ms);
  const local = new Date(ms).toISOString().slice(0, digits === 3 ? -'Z'.length : -'.000Z'.length);
  return clock === 'utc' ? `${local}Z` : local;
}

/** How many rows a column has. */
export function countRawCells(cells: RawCells): number {
  return isInstants(cells) ? cells.ms.length : countCells(cells);
}

/** The cell at a row, as it stands in the file. */
export function rawCellAt(cells: RawCells | undefined, row: number): unknown {
  if (cells === undefined || !isInstants(cells)) return cellAt(cells, row);
  return row < cells.ms.length ? toInstantText(cells, cells.ms[row]!) : undefined;
}

/** The first cells of a column. */
export function sampleCells(cells: RawCells | undefined, most: number): unknown[] {
  const length = cells === undefined ? 0 : Math.min(most, countRawCells(cells));
  return Array.from({ length }, (_, row) => rawCellAt(cells, row));
}

/** Calls back with each different value and how many rows have it, as far as the column knows; else row by row. */
export function forEachValue(cells: RawCells, visit: (value: unknown, rows: number) => void): void {
  if (!isInstants(cells) && isDictionary(cells)) {
    const rows = new Uint32Array(cells.values.length);
    for (const code of cells.codes) rows[code]! += 1;
    cells.values.forEach((value, code) => visit(value, rows[code]!));
    return;
  }
  const length = countRawCells(cells);
  for (let row = 0; row < length; row += 1) visit(rawCellAt(cells, row), 1);
}

/** A column with each cell read; a value that repeats is read once. */
export function mapCells(cells: RawCells, read: (value: unknown) => unknown): Cells {
  if (!isInstants(cells) && isDictionary(cells)) return { ...cells, values: cells.values.map(read) };
  return Array.from({ length: countRawCells(cells) }, (_, row) => read(rawCellAt(cells, row)));
}

/**
 * Epoch ms of the shape that machines write, `2026-11-22T09:30:00Z` with or without milliseconds; NaN of any text that
 * would not come out the same when it is written again.
 */
export function parsePlainInstant(text: string): number {
  if ((text.length !== 20 && text.length !== 24) || text[10] !== 'T') return NaN;
  const plain = parsePlainUtc(text);
  if (!Number.isNaN(plain)) return plain;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) return NaN;
  const written = new Date(ms).toISOString();
  return (text.length === 24 ? written : written.replace('.000Z', 'Z')) === text ? ms : NaN;
}
