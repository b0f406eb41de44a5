import { FunnelwheelError } from '../../engine/error.ts';
import { decodeText } from './decode-text.ts';
import { MalformedLog, type RawTable } from './raw-table.ts';

/** Whether a value is a plain record, as JSON gives them. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

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

/** Reads JSON of any shape from bytes or a Blob. @throws FunnelwheelError `not-json` */
export async function readJson(source: string | Blob | Response, name: string): Promise<unknown> {
  if (typeof source === 'string') return parseJson(source, name);
  return parseJson(decodeText(new Uint8Array(await source.arrayBuffer())).text, name);
}

/**
 * Makes an array of objects, or an object of equally long columns, into a table. Entries that are no objects
 * are counted as malformed (`line` is then the entry's number).
 * @throws FunnelwheelError `invalid-dataset` for another shape, `no-usable-rows` for an empty one.
 */
export function toRawTable(value: unknown, name: string): RawTable {
  if (Array.isArray(value)) return fromRows(value, name);
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
  return { name, headers, columns, length, malformed: [], malformedCount: 0, notices: [] };
}

function fromRows(rows: readonly unknown[], name: string): RawTable {
  const malformed = new MalformedLog();
  const columns = new Map<string, unknown[]>();
  const lines: number[] = [];
  for (const [index, row] of rows.entries()) {
    if (!isRecord(row)) {
      malformed.add(index + 1, 'not-an-object');
      continue;
    }
    addRow(columns, row, lines.length);
    lines.push(index + 1);
  }
  const length = lines.length;
  for (const values of columns.values()) while (values.length < length) values.push(undefined);
  return {
    name,
    headers: [...columns.keys()],
    columns: Object.fromEntries(columns),
    ...(malformed.count > 0 ? { lines } : {}),
    length,
    malformed: malformed.lines,
    malformedCount: malformed.count,
    notices: [],
  };
}

/** Adds a row's values; columns met late, or absent in rows before, are padded with `undefined`. */
function addRow(columns: Map<string, unknown[]>, row: Record<string, unknown>, at: number): void {
  for (const key in row) {
    let values = columns.get(key);
    if (values === undefined) columns.set(key, (values = []));
    while (values.length < at) values.push(undefined);
    values.push(row[key]);
  }
}
