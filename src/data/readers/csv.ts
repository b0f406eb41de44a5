import Papa from 'papaparse';
import { FunnelwheelError } from '../../engine/error.ts';
import { decodeText } from './decode-text.ts';
import { toHeaderNames } from './headers.ts';
import { MalformedLog, type RawTable, type ReadNotice } from './raw-table.ts';

/** How a CSV is read. */
export interface CsvOptions {
  /** What the table is called in messages; a file's own name when absent. */
  name?: string;
  /** One of `,`, `;`, tab, `|`; guessed when absent. */
  delimiter?: string;
}

/** The longest text that is read; beyond it a JavaScript string cannot hold the file. */
const MAX_CHARACTERS = 500_000_000;
const DELIMITERS = [',', ';', '\t', '|'];

/** One record of the text: its cells, the line and the offset it starts at, the offset behind it. */
interface CsvRecord {
  cells: string[];
  line: number;
  start: number;
  end: number;
  broken: boolean;
}

/**
 * Reads comma-, semicolon- or tab-separated text: the first record names the columns. Records whose number of
 * fields or whose quotes are wrong are left out and told with their line; blank records are passed over.
 * @throws FunnelwheelError `no-usable-rows` when there is no row beside the header.
 */
export function parseCsv(text: string, options: CsvOptions = {}): RawTable {
  const name = options.name ?? 'csv';
  if (text.length > MAX_CHARACTERS)
    throw new FunnelwheelError('too-large', `${name} is too large`, { path: name });
  const table = new CsvTable(name);
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  new CsvScanner(body, options.delimiter).scan((record) => table.add(record));
  return table.finish();
}

/**
 * Reads CSV from text, bytes, a Blob, a File or a Response; see {@link parseCsv}.
 * Bytes are decoded as UTF-8, UTF-16 with a byte order mark, or Windows-1252, which is then told.
 */
export async function readCsv(
  source: string | ArrayBuffer | Uint8Array | Blob | Response,
  options: CsvOptions = {},
): Promise<RawTable> {
  if (typeof source === 'string') return parseCsv(source, options);
  const fileName = typeof File !== 'undefined' && source instanceof File ? source.name : undefined;
  const buffer =
    source instanceof ArrayBuffer || source instanceof Uint8Array ? source : await source.arrayBuffer();
  const { text, encoding } = decodeText(new Uint8Array(buffer));
  const table = parseCsv(text, { ...options, name: options.name ?? fileName ?? 'csv' });
  if (encoding === 'windows-1252') table.notices.push({ code: 'decoded-as-windows-1252' });
  return table;
}

/** The rows of the first record's columns, growing record by record. */
class CsvTable {
  readonly #name: string;
  readonly #malformed = new MalformedLog();
  readonly #lines: number[] = [];
  #columns: string[][] = [];
  #headers: string[] = [];
  #notices: ReadNotice[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  add(record: CsvRecord): void {
    const { cells, line, broken } = record;
    if (cells.every((cell) => cell.trim() === '')) return;
    if (this.#headers.length === 0) return this.#addHeader(record);
    const width = this.#headers.length;
    if (broken) return this.#malformed.add(line, 'broken-quotes');
    if (cells.length < width) return this.#malformed.add(line, 'too-few-fields');
    if (cells.slice(width).some((cell) => cell.trim() !== ''))
      return this.#malformed.add(line, 'too-many-fields');
    this.#lines.push(line);
    for (let index = 0; index < width; index += 1) this.#columns[index]?.push(cells[index] ?? '');
  }

  #addHeader({ cells, broken }: CsvRecord): void {
    if (broken)
      throw new FunnelwheelError('invalid-file', `${this.#name}: the quotes of line 1 are broken`, {
        path: this.#name,
      });
    const { names, notices } = toHeaderNames(cells);
    this.#headers = names;
    this.#notices = notices;
    this.#columns = names.map(() => []);
  }

  finish(): RawTable {
    if (this.#lines.length === 0) throw this.#noRows();
    this.#dropEmptyUnnamed();
    return {
      name: this.#name,
      headers: this.#headers,
      columns: Object.fromEntries(this.#headers.map((header, index) => [header, this.#columns[index] ?? []])),
      lines: this.#lines,
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
      (header, index) => !unnamed.has(header) || this.#columns[index]?.some((cell) => cell !== ''),
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
 * Walks the records of a text with their lines. A record with broken quotes may have swallowed the lines after
 * it, so scanning starts again on the line that follows its first.
 */
class CsvScanner {
  readonly #text: string;
  readonly #newline: '\n' | '\r';
  readonly #delimiter: string;
  #line = 1;
  #offset = 0;
  /** How much may be read a second time, so that a file full of broken quotes stays linear. */
  #rescanBudget: number;

  constructor(text: string, delimiter?: string) {
    this.#text = text;
    this.#newline = text.includes('\n') ? '\n' : '\r';
    this.#delimiter = delimiter ?? guessDelimiter(text, this.#newline);
    this.#rescanBudget = 4 * text.length + 1_000_000;
  }

  scan(visit: (record: CsvRecord) => void): void {
    while (this.#offset < this.#text.length) this.#scanUntilBroken(visit);
  }

  #scanUntilBroken(visit: (record: CsvRecord) => void): void {
    const base = this.#offset;
    Papa.parse<string[]>(base === 0 ? this.#text : this.#text.slice(base), {
      delimiter: this.#delimiter,
      newline: this.#newline,
      step: ({ data, errors, meta }, parser) => {
        const broken = errors.some((error) => error.type === 'Quotes');
        const record = this.#toRecord(data, base + meta.cursor, broken);
        visit(record);
        if (this.#advance(record)) parser.abort();
      },
    });
  }

  #toRecord(cells: string[], end: number, broken: boolean): CsvRecord {
    const last = cells.at(-1);
    if (last?.endsWith('\r') && this.#endsBare(last, end)) cells[cells.length - 1] = last.slice(0, -1);
    return { cells, line: this.#line, start: this.#offset, end, broken };
  }

  /** Whether a record ends in a cell without quotes. Lines end in \n here, so that cell has the \r of \r\n. */
  #endsBare(last: string, end: number): boolean {
    const stop = this.#text.startsWith('\n', end - 1) ? end - 1 : end;
    const start = stop - last.length;
    const isFirst =
      start === 0 ||
      this.#text.startsWith(this.#delimiter, start - 1) ||
      this.#text.startsWith('\n', start - 1);
    return isFirst && this.#text.startsWith(last, start);
  }

  /** Moves behind the record, or behind its first line when it is broken; then the parser has to start anew. */
  #advance({ start, end, broken }: CsvRecord): boolean {
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
