import { FunnelwheelError } from '../../engine/error.ts';
import { decodeText } from './decode-text.ts';
import type { Pace } from '../pace.ts';
import type { FileBytes } from './file-bytes.ts';
import type { RawTable } from './raw-table.ts';
import { isRecord, RowColumns } from './row-columns.ts';

/** The most bytes that are taken as one text: a string of JavaScript holds no more characters. */
const MOST_BYTES = 500_000_000;

function isColumn(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

/** Parses JSON text. @throws FunnelwheelError `not-json` with the parser's own message. */
export function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FunnelwheelError('not-json', `${name} is not JSON: ${(cause as Error).message}`, {
      path: name,
      cause,
    });
  }
}

/** Reads JSON of any shape from a file. @throws FunnelwheelError `not-json`, `too-large`, `invalid-file` */
export async function readJsonFile(file: FileBytes): Promise<unknown> {
  const bytes = await file.all();
  if (bytes.length <= MOST_BYTES) return parseJson(decodeText(bytes).text, file.name);
  throw new FunnelwheelError(
    'too-large',
    `${file.name} is too large for JSON, which is read in one piece: NDJSON, CSV, Arrow and Parquet are not`,
    { path: file.name },
  );
}

/**
 * Makes an array of objects, or an object of equally long columns, into a table. Entries that are no objects
 * are counted as malformed (`line` is then the entry's number).
 * @throws FunnelwheelError `invalid-dataset` for another shape, `no-usable-rows` for an empty one.
 */
export async function toRawTable(value: unknown, name: string, pace: Pace): Promise<RawTable> {
  if (Array.isArray(value)) return fromRows(value, name, pace);
  if (isRecord(value) && Object.values(value).every(isColumn))
    return fromColumns(value as Record<string, ArrayLike<unknown>>, name);
  throw new FunnelwheelError(
    'invalid-dataset',
    `${name}: a table is an array of objects or an object of columns`,
    { path: name },
  );
}

function fromColumns(columns: Record<string, ArrayLike<unknown>>, name: string): RawTable {
  const headers = Object.keys(columns);
  const length = columns[headers[0] ?? '']?.length ?? 0;
  for (const header of headers) {
    if (columns[header]?.length === length) continue;
    const path = `${name}.${header}`;
    throw new FunnelwheelError(
      'invalid-dataset',
      `${path} has ${columns[header]?.length} values, not ${length}`,
      { path },
    );
  }
  return { name, headers, columns, isBorrowed: true, length, malformed: [], malformedCount: 0, notices: [] };
}

async function fromRows(rows: readonly unknown[], name: string, pace: Pace): Promise<RawTable> {
  const columns = new RowColumns();
  await pace.forEachPiece(rows.length, (from, to) => {
    for (let row = from; row < to; row += 1) columns.add(rows[row], row + 1);
  });
  return columns.finish(name, false);
}
