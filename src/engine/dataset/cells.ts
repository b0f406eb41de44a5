/** The cells of a column, as a host or a reader gives them: an array, a typed array, or {@link DictionaryCells}. */
export type Cells = ArrayLike<unknown> | DictionaryCells;

/**
 * A column whose values repeat: each different value once, and its place a row. What is done to a value (read it,
 * hash it) is done once for all its rows.
 */
export interface DictionaryCells {
  kind: 'dictionary';
  codes: Uint8Array | Uint16Array | Uint32Array;
  values: readonly unknown[];
}

/** Whether a column has its values in a dictionary. */
export function isDictionary(cells: Cells): cells is DictionaryCells {
  return (cells as { kind?: unknown }).kind === 'dictionary';
}

/** How many rows a column has. */
export function countCells(cells: Cells): number {
  return isDictionary(cells) ? cells.codes.length : cells.length;
}

/** The cell at a row; undefined where there is no such column. */
export function cellAt(cells: Cells | undefined, row: number): unknown {
  if (cells === undefined) return undefined;
  return isDictionary(cells) ? cells.values[cells.codes[row]!] : cells[row];
}
