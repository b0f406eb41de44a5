import {
  CompressionType,
  Precision,
  setCompressionCodec,
  tableFromIPC,
  TimeUnit,
  Type,
  type Table,
} from '@uwdata/flechette';
import { decompressZstd } from 'hyparquet-compressors';
import { ColumnBuilder } from '../data/readers/column-builder.ts';
import type { FileBytes } from '../data/readers/file-bytes.ts';
import type { RawCells } from '../data/readers/raw-cells.ts';
import type { RawTable } from '../data/readers/raw-table.ts';
import type { DictionaryCells } from '../engine/dataset/cells.ts';
import { FunnelwheelError } from '../engine/error.ts';
import { toDay, toInstants } from './instants.ts';
import { toPlainValue } from './plain-value.ts';

type ArrowColumn = Table['children'][number];
type ArrowBatch = ArrowColumn['data'][number];

/** What of a column's type is asked. */
interface ColumnType {
  typeId: number;
  /** One of `TimeUnit`, of timestamps. */
  unit?: number;
  timezone?: string | null;
  precision?: number;
}

/** What flechette needs to write, too; nothing is written here. */
const refuseToWrite = () => {
  throw new Error('nothing is written here');
};
setCompressionCodec(CompressionType.ZSTD, {
  decode: (bytes) => decompressZstd(bytes),
  encode: refuseToWrite,
});

const MAGIC = 'ARROW1';
const DAY = 86_400_000;
/** A timestamp's unit as milliseconds: so many of them, or that part of one. */
const UNITS: Record<number, { factor: number; divisor: number }> = {
  [TimeUnit.SECOND]: { factor: 1000, divisor: 1 },
  [TimeUnit.MILLISECOND]: { factor: 1, divisor: 1 },
  [TimeUnit.MICROSECOND]: { factor: 1, divisor: 1000 },
  [TimeUnit.NANOSECOND]: { factor: 1, divisor: 1_000_000 },
};

/**
 * Reads Arrow IPC, as a file (Feather) or a stream. Numbers and dictionaries are taken as they are.
 * @throws FunnelwheelError `invalid-file` with the column, `unsupported` for LZ4
 */
export async function readTable(file: FileBytes): Promise<RawTable> {
  const bytes = await file.all();
  requireEnd(file.name, bytes);
  const table = locate(file.name, 'its messages', () => tableFromIPC(bytes, { useBigInt: true }));
  const names = table.names.map(String);
  const columns: [string, RawCells][] = [];
  for (const [index, name] of names.entries()) {
    file.tell(bytes.length);
    columns.push([
      name,
      locate(file.name, `column "${name}"`, () => readColumn(table.getChildAt(index), table.numRows)),
    ]);
    // Decoding gives the event loop no turn of its own, and a cancellation must be heard.
    await new Promise((resolve) => setTimeout(resolve));
  }
  file.rows = table.numRows;
  file.tell(bytes.length);
  return {
    name: file.name,
    headers: names,
    columns: Object.fromEntries(columns),
    length: table.numRows,
    malformed: [],
    malformedCount: 0,
    notices: [],
  };
}

function readColumn(column: ArrowColumn, rows: number): RawCells {
  if (column.length !== rows) throw new Error(`${column.length} values in place of ${rows}`);
  const type = column.type as ColumnType;
  switch (type.typeId) {
    case Type.Timestamp:
      return toInstants(readTimestamps(column, type.unit!), type.timezone ? 'utc' : 'local');
    case Type.Date:
      return build(column, (value) => (value === null ? undefined : toDay(Number(value) / DAY)));
    case Type.Dictionary:
      return readDictionary(column);
    case Type.Int:
    case Type.Float:
      return isDirect(column) ? readNumbers(column) : build(column, toPlainValue);
    default:
      return build(column, toPlainValue);
  }
}

/** Whether the values in memory are the values: not those of 64 bits, which come as they are exact, nor halves. */
function isDirect({ type, data }: ArrowColumn): boolean {
  const isHalf = type.typeId === Type.Float && (type as ColumnType).precision === Precision.HALF;
  return !isHalf && data.every(({ values }) => ArrayBuffer.isView(values) && !isBig(values));
}

function isBig(values: unknown): boolean {
  return values instanceof BigInt64Array || values instanceof BigUint64Array;
}

function readNumbers(column: ArrowColumn): Float64Array {
  const numbers = new Float64Array(column.length);
  forEachBatch(column, ({ values, length }, first) => {
    numbers.set((values as Float64Array).subarray(0, length), first);
  });
  return eraseNulls(column, numbers, NaN);
}

/** Milliseconds, rounded down, of instants in 64 bits: from their halves, as a BigInt for each takes ten times as long. */
function readTimestamps(column: ArrowColumn, unit: number): Float64Array {
  const { factor, divisor } = UNITS[unit]!;
  const [quotient, remainder] = [Math.floor(2 ** 32 / divisor), 2 ** 32 % divisor];
  const ms = new Float64Array(column.length);
  forEachBatch(column, ({ values, length }, first) => {
    const { buffer, byteOffset } = values as BigInt64Array;
    const halves = new Int32Array(buffer, byteOffset, 2 * length);
    for (let at = 0; at < length; at += 1) {
      const [low, high] = [halves[2 * at]! >>> 0, halves[2 * at + 1]!];
      // Divided part by part, because nanoseconds since 1970 are more than a number holds exactly.
      ms[first + at] = (high * quotient + Math.floor((high * remainder + low) / divisor)) * factor;
    }
  });
  return eraseNulls(column, ms, NaN);
}

function build(column: ArrowColumn, read: (value: unknown) => unknown): RawCells {
  const builder = new ColumnBuilder();
  for (const batch of column.data)
    for (let at = 0; at < batch.length; at += 1) builder.push(read(batch.at(at)));
  return builder.finish();
}

/** Calls back with each batch of a column and the row it begins at. */
function forEachBatch(column: ArrowColumn, visit: (batch: ArrowBatch, first: number) => void): void {
  let first = 0;
  for (const batch of column.data) {
    visit(batch, first);
    first += batch.length;
  }
}

/** Puts something else where the file has no value. */
function eraseNulls<A extends Float64Array | Uint32Array>(column: ArrowColumn, cells: A, nothing: number): A {
  forEachBatch(column, (batch, first) => {
    if (!batch.nullCount) return;
    for (let at = 0; at < batch.length; at += 1) if (!batch.isValid(at)) cells[first + at] = nothing;
  });
  return cells;
}

function readDictionary(column: ArrowColumn): DictionaryCells {
  const codes = new Uint32Array(column.length);
  const known = new Map<unknown, number>([[undefined, 0]]);
  forEachBatch(column, (batch, first) => {
    // Each batch may have a dictionary of its own.
    const { cache } = batch as unknown as { cache: ArrayLike<unknown> };
    const places = Array.from(cache, (value) => learn(known, toPlainValue(value)));
    const keys = batch.values as Int32Array | BigInt64Array;
    // Behind a null stands any key, also one that is in no dictionary.
    for (let at = 0; at < batch.length; at += 1) codes[first + at] = places[Number(keys[at])] ?? 0;
  });
  return { kind: 'dictionary', codes: eraseNulls(column, codes, 0), values: [...known.keys()] };
}

function learn(known: Map<unknown, number>, value: unknown): number {
  const wanted = value ?? undefined;
  const code = known.get(wanted) ?? known.size;
  known.set(wanted, code);
  return code;
}

/** A file names its end; one that is cut off would be taken for shorter than it is. */
function requireEnd(name: string, bytes: Uint8Array): void {
  const textAt = (start: number) => String.fromCharCode(...bytes.subarray(start, start + MAGIC.length));
  if (textAt(0) !== MAGIC || textAt(bytes.length - MAGIC.length) === MAGIC) return;
  const why = `it ends too early, behind byte ${bytes.length}`;
  throw new FunnelwheelError('invalid-file', `${name} is no whole Arrow file: ${why}`, { path: name });
}

function locate<T>(name: string, place: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    if (why.includes('compression codec')) {
      const message = `${name}: ${why}; Arrow is read as it is or packed with zstd`;
      throw new FunnelwheelError('unsupported', message, { path: name, cause });
    }
    throw new FunnelwheelError('invalid-file', `${name} is no whole Arrow file: ${place}: ${why}`, {
      path: name,
      cause,
    });
  }
}
