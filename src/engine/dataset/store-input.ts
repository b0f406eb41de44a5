import type { Cells } from './cells.ts';
import type { Experiment } from '../schema/figures-experiments.ts';

/** A table with canonical column names (data.md); every column has `length` cells. `NaN` is missing, as null is. */
export interface InputTable {
  /** What the table is called in messages: a file name, or `people`. */
  name: string;
  length: number;
  columns: Record<string, Cells>;
  /** Line number in the source file of each row, where there is one. */
  lines?: ArrayLike<number>;
}

/** Events; without `type` there is a `type` column. */
export interface InputEventTable extends InputTable {
  type?: string;
}

/** What {@link createStore} takes: columns only, already renamed. */
export interface StoreInput {
  /** IANA name of the studio's zone. */
  timeZone: string;
  currency?: string;
  /** The instant the data was exported at. */
  asOf?: string | number;
  people?: InputTable;
  events: InputEventTable[];
  /** What channels reported: `channel`, `date` and measures. */
  campaigns?: InputTable;
  experiments?: readonly Experiment[];
}

/** What came since the last load: what {@link StoreInput} has but its zone and currency, which do not change. */
export type AppendInput = Partial<Omit<StoreInput, 'timeZone' | 'currency'>>;

/** Why a row was left out. */
export type RejectionCode =
  | 'missing-id'
  | 'duplicate-id'
  | 'missing-person'
  | 'missing-date'
  | 'invalid-date'
  | 'missing-type'
  | 'missing-channel'
  | 'invalid-number'
  | 'malformed';

/** A row that was left out, or a cell of it that could not be read. */
export interface RejectedRow {
  table: string;
  /** From 0, in the table as given. */
  row: number;
  line?: number;
  code: RejectionCode;
  column?: string;
  value?: string;
  /** What is wrong with a malformed line, in plain English for developers. */
  reason?: string;
}

/** All that was left out: the number, and the first hundred. */
export interface Rejected {
  count: number;
  rows: RejectedRow[];
}

/** What a store holds, as plain data. */
export interface StoreSummary {
  people: number;
  events: number;
  /** Event type → number of events. */
  types: Record<string, number>;
  /** Event type → property names. */
  properties: Record<string, string[]>;
  personProperties: string[];
  /** First and last event, ISO 8601. */
  from?: string;
  to?: string;
  timeZone: string;
  currency?: string;
  /** ISO 8601. */
  asOf?: string;
  rejected: Rejected;
}
