import type { InputTable, Rejected, RejectedRow, RejectionCode } from './store-input.ts';

/** How many rejected rows are kept in full. */
const KEPT = 100;
/** Longest value quoted of a rejected cell. */
const QUOTED = 80;

/** Counts rejected rows and keeps the first hundred, so that none is silently dropped. */
export class RejectionLog {
  readonly rejected: Rejected = { count: 0, rows: [] };

  /** The first row kept of a table. */
  firstOf(table: InputTable): RejectedRow | undefined {
    return this.rejected.rows.find((row) => row.table === table.name);
  }

  /** These behind the ones of before. */
  after({ count, rows }: Rejected): Rejected {
    return {
      count: count + this.rejected.count,
      rows: [...rows, ...this.rejected.rows].slice(0, KEPT),
    };
  }

  add(table: InputTable, row: number, code: RejectionCode, column?: string, value?: unknown): void {
    this.rejected.count++;
    if (this.rejected.rows.length >= KEPT) return;
    const line = table.lines?.[row];
    this.rejected.rows.push({
      table: table.name,
      row,
      code,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      ...(value === undefined ? {} : { value: String(value).slice(0, QUOTED) }),
    });
  }
}
