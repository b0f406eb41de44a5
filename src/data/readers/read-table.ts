import { FunnelwheelError } from '../../engine/error.ts';
import { readCsv } from './csv.ts';
import { readJson, toRawTable } from './json.ts';
import type { RawTable } from './raw-table.ts';

/** The formats a file can have. */
export type FileFormat = 'csv' | 'json';

/** What is known of a file beside its bytes. */
export interface FileHint {
  name: string;
  format?: FileFormat;
}

const HTML = /^\s*<(!doctype|html|head|body)/i;

/** The format a name or a MIME type says, if any. */
export function guessFormat(name: string, type = ''): FileFormat | undefined {
  const path = name.replace(/[?#].*$/, '').toLowerCase();
  if (/json/i.test(type) || path.endsWith('.json')) return 'json';
  if (/csv|tab-separated|excel/i.test(type) || /\.(csv|tsv|txt)$/.test(path)) return 'csv';
  return undefined;
}

/** The format that the first characters of a file show. @throws FunnelwheelError `invalid-file` for a web page. */
export async function sniffFormat(file: Blob, hint: FileHint): Promise<FileFormat> {
  const start = await file.slice(0, 512).text();
  if (HTML.test(start)) {
    throw new FunnelwheelError('invalid-file', `${hint.name} is a web page, not a table`, {
      path: hint.name,
    });
  }
  return hint.format ?? guessFormat(hint.name, file.type) ?? (/^\s*[[{]/.test(start) ? 'json' : 'csv');
}

/**
 * Reads a file as one table.
 * @throws FunnelwheelError `no-usable-rows`, `not-json`, `invalid-file`, `invalid-dataset`, with the file's name as path.
 */
export async function readTable(file: Blob, hint: FileHint): Promise<RawTable> {
  const format = await sniffFormat(file, hint);
  if (format === 'csv') return readCsv(file, { name: hint.name });
  const table = toRawTable(await readJson(file, hint.name), hint.name);
  if (table.length > 0) return table;
  throw new FunnelwheelError('no-usable-rows', `${hint.name} has no usable row`, { path: hint.name });
}
