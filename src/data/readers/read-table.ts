import { FunnelwheelError } from '../../engine/error.ts';
import { Pace } from '../pace.ts';
import { loadReader, type ReaderUrls } from '../reader-files.ts';
import { readCsvFile } from './csv.ts';
import { FileBytes, type ReadOptions } from './file-bytes.ts';
import { detectFormat, type FileFormat, type FileHint } from './file-format.ts';
import { readJsonFile, toRawTable } from './json.ts';
import { readNdjsonFile } from './ndjson.ts';
import type { RawTable } from './raw-table.ts';

export { guessFormat, type FileFormat, type FileHint } from './file-format.ts';
export type { ReadOptions } from './file-bytes.ts';

/** How a table is read: who hears of it, and where the readers of the formats are that are not in the bundle. */
export interface TableOptions extends ReadOptions {
  readers?: ReaderUrls;
}

/** A file whose format is known. */
export interface OpenFile {
  bytes: FileBytes;
  format: FileFormat;
}

/** Opens a file and tells its format. @throws FunnelwheelError `invalid-file` for a web page or damaged gzip. */
export async function openFile(file: Blob, hint: FileHint, options: ReadOptions = {}): Promise<OpenFile> {
  const bytes = await FileBytes.open(file, hint.name, options);
  return { bytes, format: detectFormat(bytes.head, hint, file.type) };
}

/**
 * Reads a file as one table: CSV, JSON, NDJSON, Arrow IPC or Parquet, each gzipped or not.
 * @throws FunnelwheelError `no-usable-rows`, `not-json`, `invalid-file`, `invalid-dataset`, `too-large`,
 * `unsupported` (a codec, or a reader that could not be loaded), with the file's name as path; rejects with the
 * signal's reason when aborted.
 */
export async function readTable(file: Blob, hint: FileHint, options: TableOptions = {}): Promise<RawTable> {
  const { bytes, format } = await openFile(file, hint, options);
  const table = await readAs(format, bytes, hint, options);
  if (table.length > 0) return table;
  throw new FunnelwheelError('no-usable-rows', `${hint.name} has no usable row${firstFault(table)}`, {
    path: hint.name,
  });
}

async function readAs(
  format: FileFormat,
  bytes: FileBytes,
  hint: FileHint,
  options: TableOptions,
): Promise<RawTable> {
  switch (format) {
    case 'csv':
      return readCsvFile(bytes, hint.delimiter === undefined ? {} : { delimiter: hint.delimiter });
    case 'json':
      return toRawTable(await readJsonFile(bytes), bytes.name, new Pace(options.signal));
    case 'ndjson':
      return readNdjsonFile(bytes);
    case 'arrow':
    case 'parquet':
      return (await loadReader(format, bytes.name, options.readers)).readTable(bytes);
  }
}

function firstFault({ malformed, malformedCount }: RawTable): string {
  const first = malformed[0];
  return first ? `: ${malformedCount} malformed, the first on line ${first.line} (${first.reason})` : '';
}
