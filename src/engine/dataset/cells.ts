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

/** A column by its own name only, never one inherited by the object (`__proto__`, `constructor`). */
export function ownColumn(columns: Record<string, Cells>, name: string): Cells | undefined {
  return Object.hasOwn(columns, name) ? columns[name] : undefined;
}

/** Copies of columns in which some rows are missing; of a dictionary also the values that nobody else has. */
export function eraseRows(columns: Record<string, Cells>, rows: ArrayLike<number>): Record<string, Cells> {
  const erased = Object.entries(columns).map(([name, cells]): [string, Cells] => [
    name,
    isDictionary(cells) ? eraseOfDictionary(cells, rows) : eraseOfArray(cells, rows),
  ]);
  return Object.fromEntries(erased);
}

function eraseOfArray(cells: ArrayLike<unknown>, rows: ArrayLike<number>): ArrayLike<unknown> {
  const isTyped = ArrayBuffer.isView(cells);
  const copy = isTyped ? (cells as unknown as Float64Array).slice() : Array.from(cells);
  // What is no number becomes 0 in an array of whole numbers; nothing reads these rows any more.
  for (let i = 0; i < rows.length; i++) (copy as unknown[])[rows[i]!] = isTyped ? NaN : undefined;
  return copy;
}

function eraseOfDictionary(
  { codes: old, values }: DictionaryCells,
  rows: ArrayLike<number>,
): DictionaryCells {
  const missing = values.length;
  const codes = missing < 256 ** old.BYTES_PER_ELEMENT ? old.slice() : Uint32Array.from(old);
  for (let i = 0; i < rows.length; i++) codes[rows[i]!] = missing;
  const used = new Uint8Array(missing + 1);
  for (let row = 0; row < codes.length; row++) used[codes[row]!] = 1;
  return {
    kind: 'dictionary',
    codes,
    values: [...values.map((value, code) => (used[code] ? value : undefined)), undefined],
  };
}
