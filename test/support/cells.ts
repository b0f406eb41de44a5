import { countRawCells, rawCellAt, type RawCells } from '../../src/data/readers/raw-cells.ts';

/** The cells of a column as an array. */
export function listCells(cells: RawCells | undefined): unknown[] {
  if (cells === undefined) return [];
  return Array.from({ length: countRawCells(cells) }, (_, row) => rawCellAt(cells, row));
}

/** All columns of a table as arrays. */
export function listColumns(columns: Readonly<Record<string, RawCells>> = {}): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, listCells(cells)]));
}

/** Numbers as an array. */
export function listNumbers(numbers: ArrayLike<number> = []): number[] {
  return Array.from(numbers);
}
