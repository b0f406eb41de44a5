import { FunnelwheelError } from '../../engine/error.ts';
import { TextWindows } from './decode-text.ts';
import type { FileBytes } from './file-bytes.ts';
import type { RawTable } from './raw-table.ts';
import { RowColumns } from './row-columns.ts';

/**
 * Reads NDJSON, an object a line, window by window. Blank lines are passed over; lines that are no JSON or no object
 * are left out and told.
 * @throws FunnelwheelError `invalid-file` for what is no text. A file without a usable row is left to the caller.
 */
export async function readNdjsonFile(file: FileBytes): Promise<RawTable> {
  const windows = new TextWindows(file);
  for (const encoding of windows.encodings()) {
    const rows = new RowColumns();
    const lines = new LineReader(rows);
    const isWhole = await windows.read(encoding, (text, isLast) => {
      lines.feed(text, isLast);
      file.rows = rows.length;
    });
    if (!isWhole) continue;
    const table = rows.finish(file.name, true);
    if (encoding === 'windows-1252') table.notices.push({ code: 'decoded-as-windows-1252' });
    return table;
  }
  throw new FunnelwheelError('invalid-file', `${file.name} is no text`, { path: file.name });
}

class LineReader {
  readonly #rows: RowColumns;
  #rest = '';
  #line = 1;

  constructor(rows: RowColumns) {
    this.#rows = rows;
  }

  feed(text: string, isLast: boolean): void {
    const lines = (this.#rest + text).split('\n');
    this.#rest = isLast ? '' : (lines.pop() ?? '');
    const numbers: number[] = [];
    const filled = lines.filter((line, index) => {
      const isFilled = line.trim() !== '';
      if (isFilled) numbers.push(this.#line + index);
      return isFilled;
    });
    this.#line += lines.length;
    const values = parseTogether(filled);
    if (values !== undefined) values.forEach((value, index) => this.#rows.add(value, numbers[index]!));
    else filled.forEach((line, index) => this.#addAlone(line, numbers[index]!));
  }

  #addAlone(line: string, number: number): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return this.#rows.refuse(number, 'not-json');
    }
    this.#rows.add(value, number);
  }
}

/** All lines by one call, which takes half the time; undefined where one of them is not a value of its own. */
function parseTogether(lines: readonly string[]): unknown[] | undefined {
  try {
    const values = JSON.parse(`[${lines.join(',')}]`) as unknown[];
    return values.length === lines.length ? values : undefined;
  } catch {
    return undefined;
  }
}
