import { CompressionType, setCompressionCodec, tableFromIPC, Type, type Table } from '@uwdata/flechette';
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
  const type = column.type as { typeId: number; timezone?: string | null; bitWidth?: number };
  switch (type.typeId) {
    case Type.Timestamp:
      return toInstants(toNumbers(column, Math.floor), type.timezone ? 'utc' : 'local');
    case Type.Date:
      return build(column, (value) => (value === null ? undefined : toDay(Number(value) / DAY)));
    case Type.Dictionary:
      return readDictionary(column);
    case Type.Int:
    case Type.Float:
      return isSmallNumber(column) ? toNumbers(column) : build(column, toPlainValue);
    default:
      return build(column, toPlainValue);
  }
}

/** Whether all values are numbers of JavaScript: not those of 64 bits, which come as they are exact. */
function isSmallNumber(column: ArrowColumn): boolean {
  return column.data.every(({ values }) => ArrayBuffer.isView(values) && !isBig(values));
}

function isBig(values: unknown): boolean {
  return values instanceof BigInt64Array || values instanceof BigUint64Array;
}

function toNumbers(column: ArrowColumn, read: (value: number) => number = (value) => value): Float64Array {
  const numbers = new Float64Array(column.length);
  let row = 0;
  for (const batch of column.data)
    for (let at = 0; at < batch.length; at += 1) {
      const value = batch.at(at) as number | null;
      numbers[row++] = value === null ? NaN : read(Number(value));
    }
  return numbers;
}

function build(column: ArrowColumn, read: (value: unknown) => unknown): RawCells {
  const builder = new ColumnBuilder();
  for (const batch of column.data)
    for (let at = 0; at < batch.length; at += 1) builder.push(read(batch.at(at)));
  return builder.finish();
}

/** What of a batch with a dictionary is asked. Each batch may have a dictionary of its own. */
interface DictionaryBatch {
  length: number;
  at(index: number): unknown;
  key(index: number): number | bigint;
  cache: ArrayLike<unknown>;
}

function readDictionary(column: ArrowColumn): DictionaryCells {
  const codes = new Uint32Array(column.length);
  const known = new Map<unknown, number>([[undefined, 0]]);
  let row = 0;
  for (const batch of column.data as unknown as DictionaryBatch[]) {
    const places = Array.from(batch.cache, (value) => learn(known, toPlainValue(value)));
    for (let at = 0; at < batch.length; at += 1)
      codes[row++] = batch.at(at) === null ? 0 : places[Number(batch.key(at))]!;
  }
  return { kind: 'dictionary', codes, values: [...known.keys()] };
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
