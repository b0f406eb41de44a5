import { cellAt, countCells, type Cells } from '../../src/engine/dataset/cells.ts';

/** The cells of a column as an array. */
export function listCells(cells: Cells | undefined): unknown[] {
  if (cells === undefined) return [];
  return Array.from({ length: countCells(cells) }, (_, row) => cellAt(cells, row));
}

/** All columns of a table as arrays. */
export function listColumns(columns: Readonly<Record<string, Cells>> = {}): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, listCells(cells)]));
}
