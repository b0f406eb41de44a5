import Papa from 'papaparse';
import { FunnelwheelError } from '../../engine/error.ts';
import { ColumnBuilder, createIntegers } from './column-builder.ts';
import { TextWindows } from './decode-text.ts';
import { FileBytes, type ReadOptions } from './file-bytes.ts';
import { toHeaderNames } from './headers.ts';
import { MalformedLog, type RawTable, type ReadNotice } from './raw-table.ts';

/** How a CSV is read. */
export interface CsvOptions extends ReadOptions {
  /** What the table is called in messages; a file's own name when absent. */
  name?: string;
  /** One of `,`, `;`, tab, `|`; guessed when absent. */
  delimiter?: string;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** A record longer than this has lost its closing quote. */
const LONGEST_RECORD = 1_000_000;

/** One record of the text: its cells, and the line it starts at. */
interface CsvRecord {
  cells: string[];
  line: number;
  broken: boolean;
}

/**
 * Reads comma-, semicolon- or tab-separated text: the first record names the columns. Records whose number of
 * fields or whose quotes are wrong are left out and told with their line; blank records are passed over.
 * @throws FunnelwheelError `no-usable-rows` when there is no row beside the header.
 */
export function parseCsv(text: string, { name = 'csv', delimiter }: CsvOptions = {}): RawTable {
  const table = new CsvTable(name);
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  new CsvScanner((record) => table.add(record), delimiter).feed(body, true);
  return table.finish();
}

/**
 * Reads CSV from text, bytes, a Blob, a File or a Response; see {@link parseCsv}. Gzip is unpacked.
 * Bytes are decoded as UTF-8, UTF-16 with a byte order mark, or Windows-1252, which is then told.
 */
export async function readCsv(
  source: string | ArrayBuffer | Uint8Array<ArrayBuffer> | Blob | Response,
  options: CsvOptions = {},
): Promise<RawTable> {
  if (typeof source === 'string') return parseCsv(source, options);
  const fileName = typeof File !== 'undefined' && source instanceof File ? source.name : undefined;
  const name = options.name ?? fileName ?? 'csv';
  return readCsvFile(await FileBytes.open(await toBlob(source), name, options), options);
}

async function toBlob(source: ArrayBuffer | Uint8Array<ArrayBuffer> | Blob | Response): Promise<Blob> {
  if (source instanceof Blob) return source;
  return 'blob' in source ? source.blob() : new Blob([source]);
}

/**
 * The same of a file, window by window: never is more of its text in memory than one window and a record.
 * @throws FunnelwheelError `no-usable-rows`, `invalid-file`
 */
export async function readCsvFile(file: FileBytes, { delimiter }: CsvOptions = {}): Promise<RawTable> {
  const windows = new TextWindows(file);
  // Started anew where what seemed to be UTF-8 turns out not to be.
  for (const encoding of windows.encodings()) {
    const table = new CsvTable(file.name);
    const scanner = new CsvScanner((record) => table.add(record), delimiter);
    const isWhole = await windows.read(encoding, (text, isLast) => {
      scanner.feed(text, isLast);
      file.rows = table.length;
    });
    if (!isWhole) continue;
    const read = table.finish();
    if (encoding === 'windows-1252') read.notices.push({ code: 'decoded-as-windows-1252' });
    return read;
  }
  throw new FunnelwheelError('invalid-file', `${file.name} is no text`, { path: file.name });
}

/** The rows of the first record's columns, growing record by record. */
class CsvTable {
  readonly #name: string;
  readonly #malformed = new MalformedLog();
  readonly #lines = createIntegers();
  #columns: ColumnBuilder[] = [];
  #headers: string[] = [];
  #notices: ReadNotice[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  /** Rows so far. */
  get length(): number {
    return this.#lines.length;
  }

  add(record: CsvRecord): void {
    const { cells, line, broken } = record;
    if (cells.every((cell) => cell.trim() === '')) return;
    if (this.#headers.length === 0) return this.#addHeader(record);
    const width = this.#headers.length;
    if (broken) return this.#malformed.add(line, 'broken-quotes');
    if (cells.length < width) return this.#malformed.add(line, 'too-few-fields');
    for (let index = width; index < cells.length; index += 1)
      if (cells[index]!.trim() !== '') return this.#malformed.add(line, 'too-many-fields');
    this.#lines.push(line);
    for (let index = 0; index < width; index += 1) this.#columns[index]!.push(cells[index]);
  }

  #addHeader({ cells, line, broken }: CsvRecord): void {
    if (broken)
      throw new FunnelwheelError('invalid-file', `${this.#name}: the quotes of line ${line} are broken`, {
        path: this.#name,
      });
    const { names, notices } = toHeaderNames(cells);
    this.#headers = names;
    this.#notices = notices;
    this.#columns = names.map(() => new ColumnBuilder(true));
  }

  finish(): RawTable {
    if (this.#lines.length === 0) throw this.#noRows();
    this.#dropEmptyUnnamed();
    return {
      name: this.#name,
      headers: this.#headers,
      columns: Object.fromEntries(
        this.#headers.map((header, index) => [header, this.#columns[index]!.finish()]),
      ),
      lines: this.#lines.finish(),
      length: this.#lines.length,
      malformed: this.#malformed.lines,
      malformedCount: this.#malformed.count,
      notices: this.#notices,
    };
  }

  #noRows(): FunnelwheelError {
    const { count, lines } = this.#malformed;
    const first = lines[0];
    const why = first ? `: ${count} malformed, the first on line ${first.line} (${first.reason})` : '';
    return new FunnelwheelError('no-usable-rows', `${this.#name} has no usable row${why}`, {
      path: this.#name,
    });
  }

  /** Spreadsheets end their lines with separators of columns that never held anything. */
  #dropEmptyUnnamed(): void {
    const unnamed = new Set(
      this.#notices.filter((notice) => notice.code === 'header-missing').map((notice) => notice.column),
    );
    const isKept = this.#headers.map(
      (header, index) => !unnamed.has(header) || !this.#columns[index]!.isBlank,
    );
    const dropped = new Set(this.#headers.filter((_, index) => !isKept[index]));
    this.#columns = this.#columns.filter((_, index) => isKept[index]);
    this.#headers = this.#headers.filter((_, index) => isKept[index]);
    this.#notices = this.#notices.map((notice) =>
      dropped.has(notice.column ?? '') ? { code: 'column-dropped', column: notice.column } : notice,
    );
  }
}

/**
 * Walks the records of a text that comes window by window, with their lines. A record that a window cuts in two is
 * kept for the next. One with broken quotes may have swallowed the lines after it, so scanning starts again on the
 * line that follows its first.
 */
class CsvScanner {
  readonly #visit: (record: CsvRecord) => void;
  #delimiter: string | undefined;
  #newline: '\n' | '\r' = '\n';
  #text = '';
  #isLast = false;
  #isFirst = true;
  #line = 1;
  #offset = 0;
  /** How much may be read a second time, so that a file full of broken quotes stays linear. */
  #rescanBudget = 1_000_000;

  constructor(visit: (record: CsvRecord) => void, delimiter?: string) {
    this.#visit = visit;
    this.#delimiter = delimiter;
  }

  /** Takes the next window of the text; the last one ends its last record. */
  feed(text: string, isLast: boolean): void {
    this.#text = this.#text.slice(this.#offset) + text;
    this.#offset = 0;
    this.#isLast = isLast;
    this.#rescanBudget += 4 * text.length;
    if (this.#isFirst) this.#begin();
    if (this.#text.includes('"')) this.#scanQuoted();
    else this.#scanPlain();
  }

  #begin(): void {
    if (this.#text === '') return;
    this.#isFirst = false;
    this.#newline = this.#text.includes('\n') ? '\n' : '\r';
    this.#delimiter ??= guessDelimiter(this.#text, this.#newline);
  }

  /** Without a quote every line is a record: cutting it takes a fifth of the time that the parser's arrays do. */
  #scanPlain(): void {
    const end = this.#isLast ? this.#text.length : this.#text.lastIndexOf(this.#newline) + 1;
    const cells: string[] = [];
    while (this.#offset < end) {
      const next = this.#text.indexOf(this.#newline, this.#offset);
      const lineEnd = next < 0 ? end : next;
      const line = this.#text.slice(this.#offset, lineEnd);
      cutLine(line.endsWith('\r') ? line.slice(0, -1) : line, this.#delimiter ?? ',', cells);
      this.#visit({ cells, line: this.#line, broken: false });
      this.#line += 1;
      this.#offset = Math.min(lineEnd + 1, end);
    }
  }

  #scanQuoted(): void {
    let goesOn = true;
    while (goesOn && this.#offset < this.#text.length) goesOn = this.#scanUntilBroken();
  }

  /** Whether there is more to scan: false where the next record waits for the next window. */
  #scanUntilBroken(): boolean {
    const base = this.#offset;
    let goesOn = true;
    Papa.parse<string[]>(base === 0 ? this.#text : this.#text.slice(base), {
      delimiter: this.#delimiter ?? ',',
      newline: this.#newline,
      step: ({ data, errors, meta }, parser) => {
        const end = base + meta.cursor;
        const broken = errors.some((error) => error.type === 'Quotes');
        goesOn = !this.#isCut(end, broken);
        if (!goesOn) return parser.abort();
        this.#visit({ cells: this.#toCells(data, end), line: this.#line, broken });
        if (this.#advance(end, broken)) parser.abort();
      },
    });
    return goesOn;
  }

  /** Whether a record may go on in the next window. */
  #isCut(end: number, broken: boolean): boolean {
    if (this.#isLast || end < this.#text.length) return false;
    if (broken) return end - this.#offset <= LONGEST_RECORD;
    return !this.#text.endsWith(this.#newline);
  }

  #toCells(cells: string[], end: number): string[] {
    const last = cells.at(-1);
    if (last?.endsWith('\r') && this.#endsBare(last, end)) cells[cells.length - 1] = last.slice(0, -1);
    return cells;
  }

  /** Whether a record ends in a cell without quotes. Lines end in \n here, so that cell has the \r of \r\n. */
  #endsBare(last: string, end: number): boolean {
    const stop = this.#text.startsWith('\n', end - 1) ? end - 1 : end;
    const start = stop - last.length;
    const isFirst =
      start === 0 ||
      this.#text.startsWith(this.#delimiter ?? ',', start - 1) ||
      this.#text.startsWith('\n', start - 1);
    return isFirst && this.#text.startsWith(last, start);
  }

  /** Moves behind the record, or behind its first line when it is broken; then the parser has to start anew. */
  #advance(end: number, broken: boolean): boolean {
    const start = this.#offset;
    const next = this.#text.indexOf(this.#newline, start) + 1;
    const restarts = broken && next > 0 && next < end && this.#rescanBudget > 0;
    if (restarts) this.#rescanBudget -= end - next;
    this.#line += restarts ? 1 : this.#countLines(start, end);
    this.#offset = restarts ? next : Math.max(end, start + 1);
    return restarts;
  }

  #countLines(start: number, end: number): number {
    let count = 0;
    let at = this.#text.indexOf(this.#newline, start);
    while (at !== -1 && at < end) {
      count += 1;
      at = this.#text.indexOf(this.#newline, at + 1);
    }
    return count;
  }
}

/** Puts the cells of a line in place of others. */
function cutLine(line: string, delimiter: string, cells: string[]): void {
  cells.length = 0;
  let start = 0;
  for (let at = line.indexOf(delimiter); at >= 0; at = line.indexOf(delimiter, start)) {
    cells.push(line.slice(start, at));
    start = at + delimiter.length;
  }
  cells.push(line.slice(start));
}

/** The separator of the first records: the one that divides them into the most, and evenly. */
function guessDelimiter(text: string, newline: '\n' | '\r'): string {
  const sample = text.slice(0, 100_000);
  const { meta } = Papa.parse<string[]>(sample, {
    newline,
    preview: 20,
    skipEmptyLines: 'greedy',
    delimitersToGuess: DELIMITERS,
  });
  return meta.delimiter;
}
