import type { RawTable } from '../data/readers/raw-table.ts';

/**
 * A column as it crosses to the worker. Numbers and codes are moved, not copied; text that repeats crosses once
 * for each different value, because cloning strings is what costs.
 */
export type PackedColumn =
  | { kind: 'numbers'; values: Float64Array }
  | { kind: 'dictionary'; values: unknown[]; codes: Uint32Array }
  | { kind: 'plain'; values: ArrayLike<unknown> };

/** A table whose columns are packed. */
export type PackedTable = Omit<RawTable, 'columns'> & { columns: PackedColumn[] };

/** Packs a table without touching the host's own arrays; `transfer` collects the buffers that may be moved. */
export function packTable({ columns, ...table }: RawTable, transfer: Transferable[]): PackedTable {
  return { ...table, columns: table.headers.map((header) => packColumn(columns[header] ?? [], transfer)) };
}

/** The table again; see {@link packTable}. */
export function unpackTable({ columns, ...table }: PackedTable): RawTable {
  const unpacked = table.headers.map((header, index) => [header, unpackColumn(columns[index])]);
  return { ...table, columns: Object.fromEntries(unpacked) as RawTable['columns'] };
}

function packColumn(values: ArrayLike<unknown>, transfer: Transferable[]): PackedColumn {
  if (ArrayBuffer.isView(values)) return { kind: 'plain', values };
  const packed = packNumbers(values) ?? packDictionary(values);
  if (packed === undefined) return { kind: 'plain', values };
  transfer.push(packed.kind === 'numbers' ? packed.values.buffer : packed.codes.buffer);
  return packed;
}

function packNumbers(values: ArrayLike<unknown>): (PackedColumn & { kind: 'numbers' }) | undefined {
  const numbers = new Float64Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (typeof value !== 'number') return undefined;
    numbers[row] = value;
  }
  return { kind: 'numbers', values: numbers };
}

/** Undefined where a value is an object, or where too few repeat to be worth it. */
function packDictionary(values: ArrayLike<unknown>): (PackedColumn & { kind: 'dictionary' }) | undefined {
  const limit = Math.max(16, values.length / 2);
  const codes = new Uint32Array(values.length);
  const known = new Map<unknown, number>();
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (typeof value === 'object' && value !== null) return undefined;
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      if (code >= limit) return undefined;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { kind: 'dictionary', values: [...known.keys()], codes };
}

function unpackColumn(column: PackedColumn | undefined): ArrayLike<unknown> {
  if (column === undefined) return [];
  if (column.kind !== 'dictionary') return column.values;
  return Array.from(column.codes, (code) => column.values[code]);
}
