import type { RawCells } from './raw-cells.ts';

/** Why a record of a file could not be read as a row. */
export type MalformedReason =
  'too-many-fields' | 'too-few-fields' | 'broken-quotes' | 'not-an-object' | 'not-json';

/** A record that was left out, and the line of the file it starts on (1-based). */
export interface MalformedLine {
  line: number;
  reason: MalformedReason;
}

/** Something a reader did that a user should hear of; none of it loses a value. */
export interface ReadNotice {
  code: 'header-renamed' | 'header-missing' | 'column-dropped' | 'decoded-as-windows-1252';
  /** The column's name in the table. */
  column?: string;
  /** What stood in the file. */
  header?: string;
}

/** How many malformed records a table remembers one by one; all are counted. */
export const MALFORMED_KEPT = 100;

/** A table as it stands in a file: the host's own column names, values not yet interpreted. */
export interface RawTable {
  name: string;
  /** Column names in the order of the file; the keys of `columns`. */
  headers: string[];
  columns: Record<string, RawCells>;
  /** Whether the columns are arrays of the host's, as it handed them over: not to be moved or changed. */
  isBorrowed?: boolean;
  /** The line each row starts on (1-based); absent where the source has no lines. */
  lines?: ArrayLike<number>;
  /** Rows that can be used. */
  length: number;
  /** The first hundred records that were left out. */
  malformed: MalformedLine[];
  malformedCount: number;
  notices: ReadNotice[];
}

/** Collects what a reader leaves out: all counted, the first hundred kept. */
export class MalformedLog {
  readonly lines: MalformedLine[] = [];
  count = 0;

  add(line: number, reason: MalformedReason): void {
    this.count += 1;
    if (this.lines.length < MALFORMED_KEPT) this.lines.push({ line, reason });
  }
}

/** A reader's notice, with the table it is about. */
export interface TableNotice extends ReadNotice {
  table: string;
}
