import { ColumnBuilder, createIntegers } from './column-builder.ts';
import { MalformedLog, type MalformedReason, type RawTable } from './raw-table.ts';

/** Whether a value is a plain record, as JSON gives them. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** Makes objects that come one by one into columns; a column met late is missing in the rows before. */
export class RowColumns {
  readonly #columns = new Map<string, ColumnBuilder>();
  readonly #lines = createIntegers();
  readonly #malformed = new MalformedLog();

  /** Rows so far. */
  get length(): number {
    return this.#lines.length;
  }

  /** Takes an entry; what is no object is counted as malformed. */
  add(row: unknown, line: number): void {
    if (!isRecord(row)) return this.refuse(line, 'not-an-object');
    const at = this.length;
    for (const key in row) {
      let column = this.#columns.get(key);
      if (column === undefined) this.#columns.set(key, (column = new ColumnBuilder()));
      column.padTo(at);
      column.push(row[key]);
    }
    this.#lines.push(line);
  }

  refuse(line: number, reason: MalformedReason): void {
    this.#malformed.add(line, reason);
  }

  /** @param hasLines whether the numbers of the entries are worth telling */
  finish(name: string, hasLines: boolean): RawTable {
    const { length } = this;
    for (const column of this.#columns.values()) column.padTo(length);
    return {
      name,
      headers: [...this.#columns.keys()],
      columns: Object.fromEntries([...this.#columns].map(([key, column]) => [key, column.finish()])),
      ...(hasLines || this.#malformed.count > 0 ? { lines: this.#lines.finish() } : {}),
      length,
      malformed: this.#malformed.lines,
      malformedCount: this.#malformed.count,
      notices: [],
    };
  }
}
