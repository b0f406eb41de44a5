/** A value of a property, as the host gave it; arrays are lists such as tags. */
export type CellValue = string | number | boolean | string[];

/**
 * A property of the rows of a table: one dictionary code a row, code 0 for missing. Numbers of high cardinality
 * stay numbers (`NaN` missing), because a dictionary of amounts would be as long as the column.
 */
export type Column = DictionaryColumn | NumberColumn;

export interface DictionaryColumn {
  kind: 'dictionary';
  codes: Uint8Array | Uint16Array | Uint32Array;
  /** Value of each code; `values[0]` is missing. */
  values: (CellValue | undefined)[];
}

export interface NumberColumn {
  kind: 'number';
  data: Float64Array;
}

/** Value at a row; undefined when missing. */
export function valueAt(column: Column | undefined, row: number): CellValue | undefined {
  if (column === undefined) return undefined;
  if (column.kind === 'dictionary') return column.values[column.codes[row]!];
  const value = column.data[row]!;
  return Number.isNaN(value) ? undefined : value;
}

/** Encodes `length` cells read by `read`. */
export function encodeColumn(length: number, read: (row: number) => unknown): Column {
  const encoder = new DictionaryEncoder(length);
  for (let row = 0; row < length; row++) {
    const value = toCellValue(read(row));
    encoder.set(row, value);
  }
  return encoder.finish();
}

/**
 * A column whose rows are those of an older one (`origin` ≥ 0) and new ones (`origin` < 0), which are read. The older
 * one's codes stay as they are.
 */
export function weaveColumn(old: Column, origin: Int32Array, read: (row: number) => unknown): Column {
  if (old.kind === 'number') {
    return encodeColumn(origin.length, (row) => (origin[row]! < 0 ? read(row) : valueAt(old, origin[row]!)));
  }
  const encoder = new DictionaryEncoder(origin.length, old.values);
  for (let row = 0; row < origin.length; row++) {
    if (origin[row]! < 0) encoder.set(row, toCellValue(read(row)));
    else encoder.setCode(row, old.codes[origin[row]!]!);
  }
  return encoder.finish();
}

/** Missing: absent, null, an empty cell, NaN. Dates become ISO strings, lists of anything lists of strings. */
export function toCellValue(value: unknown): CellValue | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isNaN(value) ? undefined : value;
  if (typeof value === 'bigint') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(String);
  return JSON.stringify(value);
}

/** Above this many different numbers a column of numbers is kept as numbers. */
const DICTIONARY_LIMIT = 4096;

class DictionaryEncoder {
  readonly #codes: Uint32Array;
  readonly #byKey = new Map<unknown, number>();
  readonly #values: (CellValue | undefined)[] = [undefined];
  #numeric = true;

  /** `values`: those that have a code already, the missing one first. */
  constructor(length: number, values: readonly (CellValue | undefined)[] = []) {
    this.#codes = new Uint32Array(length);
    for (const value of values) if (value !== undefined) this.#codeOf(value);
  }

  set(row: number, value: CellValue | undefined): void {
    if (value !== undefined) this.#codes[row] = this.#codeOf(value);
  }

  setCode(row: number, code: number): void {
    this.#codes[row] = code;
  }

  #codeOf(value: CellValue): number {
    const key = Array.isArray(value) ? JSON.stringify(value) + '\u0000list' : value;
    let code = this.#byKey.get(key);
    if (code === undefined) {
      code = this.#values.push(value) - 1;
      this.#byKey.set(key, code);
      if (typeof value !== 'number') this.#numeric = false;
    }
    return code;
  }

  finish(): Column {
    const size = this.#values.length;
    if (this.#numeric && size > DICTIONARY_LIMIT) return this.#toNumbers();
    const codes =
      size <= 256
        ? Uint8Array.from(this.#codes)
        : size <= 65_536
          ? Uint16Array.from(this.#codes)
          : this.#codes;
    return { kind: 'dictionary', codes, values: this.#values };
  }

  #toNumbers(): NumberColumn {
    const data = new Float64Array(this.#codes.length);
    for (let row = 0; row < data.length; row++)
      data[row] = (this.#values[this.#codes[row]!] as number | undefined) ?? NaN;
    return { kind: 'number', data };
  }
}
