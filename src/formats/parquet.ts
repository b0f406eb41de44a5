import {
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type AsyncBuffer,
  type Compressors,
  type DecodedArray,
  type FileMetaData,
  type ParquetParsers,
  type SchemaTree,
} from 'hyparquet';
import { decompressGzip, decompressLz4, decompressLz4Raw, decompressZstd } from 'hyparquet-compressors';
import { ColumnBuilder } from '../data/readers/column-builder.ts';
import type { FileBytes } from '../data/readers/file-bytes.ts';
import type { RawCells } from '../data/readers/raw-cells.ts';
import type { RawTable } from '../data/readers/raw-table.ts';
import { FunnelwheelError } from '../engine/error.ts';
import { toDay, toInstants } from './instants.ts';
import { toPlainValue } from './plain-value.ts';

/** Snappy is hyparquet's own; the faster one in WebAssembly needs a policy that a guest cannot demand. */
const compressors: Compressors = {
  GZIP: decompressGzip,
  ZSTD: (input) => decompressZstd(input),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};
const CODECS: ReadonlySet<string> = new Set(['UNCOMPRESSED', 'SNAPPY', ...Object.keys(compressors)]);

/** Timestamps of every unit as epoch ms, days as dates: see data.md, "A dataset". */
const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: Number,
  timestampFromMicroseconds: (micros) => Math.floor(Number(micros) / 1e3),
  timestampFromNanoseconds: (nanos) => Math.floor(Number(nanos / 1000n) / 1e3),
  dateFromDays: toDay,
};

/** A column of the file, as it grows row group by row group. */
interface GrowingColumn {
  name: string;
  clock: 'utc' | 'local' | undefined;
  cells: ColumnBuilder;
}

/**
 * Reads Parquet, one column of one row group at a time, so that no more of the file than that is unpacked at once.
 * @throws FunnelwheelError `invalid-file` with row group and column, `unsupported` for a codec that is not read
 */
export async function readTable(file: FileBytes): Promise<RawTable> {
  const blob = await file.toBlob();
  const buffer: AsyncBuffer = {
    byteLength: blob.size,
    slice: (start, end) => blob.slice(start, end).arrayBuffer(),
  };
  const metadata = await locate(file.name, 'its footer', () => parquetMetadataAsync(buffer));
  requireCodecs(file.name, metadata);
  const columns = parquetSchema(metadata).children.map(toGrowing);
  let rowStart = 0;
  let loaded = 0;
  for (const [index, group] of metadata.row_groups.entries()) {
    const rowEnd = rowStart + Number(group.num_rows);
    for (const column of columns) {
      const place = `row group ${index + 1}, column "${column.name}"`;
      file.tell(loaded);
      await locate(file.name, place, () => readChunk(buffer, metadata, column, rowStart, rowEnd));
    }
    rowStart = file.rows = rowEnd;
    loaded = Math.min(blob.size, loaded + Number(group.total_compressed_size ?? group.total_byte_size));
  }
  file.tell(loaded);
  return {
    name: file.name,
    headers: columns.map(({ name }) => name),
    columns: Object.fromEntries(columns.map((column) => [column.name, toCells(column)])),
    length: rowStart,
    malformed: [],
    malformedCount: 0,
    notices: [],
  };
}

async function readChunk(
  file: AsyncBuffer,
  metadata: FileMetaData,
  { name, cells }: GrowingColumn,
  rowStart: number,
  rowEnd: number,
): Promise<void> {
  const chunks: { rowStart: number; columnData: DecodedArray }[] = [];
  const onChunk = (chunk: (typeof chunks)[number]) => chunks.push(chunk);
  await parquetRead({
    file,
    metadata,
    columns: [name],
    rowStart,
    rowEnd,
    compressors,
    parsers,
    onChunk,
  });
  chunks.sort((a, b) => a.rowStart - b.rowStart);
  for (const { columnData } of chunks)
    for (const value of columnData as ArrayLike<unknown> & Iterable<unknown>) cells.push(toPlainValue(value));
  if (cells.length !== rowEnd) throw new Error(`${cells.length} values in place of ${rowEnd}`);
}

function toGrowing({ element }: SchemaTree): GrowingColumn {
  const { name, type, converted_type: converted, logical_type: logical } = element;
  const isInstant =
    logical?.type === 'TIMESTAMP' || converted?.startsWith('TIMESTAMP') === true || type === 'INT96';
  // Files of before the logical types mean UTC.
  const clock = logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC ? 'local' : 'utc';
  return { name, clock: isInstant ? clock : undefined, cells: new ColumnBuilder() };
}

function toCells({ clock, cells }: GrowingColumn): RawCells {
  const finished = cells.finish();
  return clock !== undefined && finished instanceof Float64Array ? toInstants(finished, clock) : finished;
}

function requireCodecs(name: string, { row_groups }: FileMetaData): void {
  for (const { columns } of row_groups) {
    for (const { meta_data: meta } of columns) {
      if (meta === undefined || CODECS.has(meta.codec)) continue;
      const known = 'snappy, zstd, gzip, LZ4 or none';
      const message = `${name}: Parquet packed with ${meta.codec} is not read; pack it with ${known}`;
      throw new FunnelwheelError('unsupported', message, { path: name, value: meta.codec });
    }
  }
}

/** Runs a part of the reading; what it fails with is told with its place in the file. */
async function locate<T>(name: string, place: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new FunnelwheelError('invalid-file', `${name} is no whole Parquet file: ${place}: ${why}`, {
      path: name,
      cause,
    });
  }
}
