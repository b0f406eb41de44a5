import {
  EVENT_COLUMNS,
  EVENT_TABLES,
  PEOPLE_COLUMNS,
  PEOPLE_TABLES,
  REQUIRED_COLUMNS,
  TABLE_TYPES,
  normaliseHeader,
  type ColumnEntry,
} from './column-vocabulary.ts';
import { detectDateFormat, type DateFormat } from './date-format.ts';
import { sampleCells, type RawCells } from './readers/raw-cells.ts';
import { COLUMNS_OF, type EventsMapping, type PeopleMapping, type TableKind } from './mapping.ts';

/** What is known of a table before anyone says what its columns are. */
export interface TableSample {
  headers: readonly string[];
  /** Some values of each column, or all. The first {@link SAMPLE_SIZE} are looked at. */
  sample: Readonly<Record<string, RawCells>>;
  /** The file's or table's name; it may say what the rows are. */
  name?: string;
}

/** A column that was recognised. */
export interface ColumnGuess {
  /** Our name. */
  name: string;
  /** Theirs. */
  header: string;
  /** 0 to 1: 1 for a header that says it, less where only part of it, or only the values do. */
  confidence: number;
  /** How the dates of the column are written, where it holds dates. */
  dateFormat?: DateFormat;
}

/** What a table seems to be, for a page to show and a user to correct. */
export interface TableGuess<K extends TableKind = 'people' | 'events'> {
  kind: K;
  /** 0 to 1, of `kind`. */
  confidence: number;
  columns: ColumnGuess[];
  /** Event type of every row, from the table's name; absent where a column says it. */
  type?: string;
  /** Columns that keep their own name, as properties. */
  unmatched: string[];
  /** Columns the table cannot do without and that were not found; `type` among them for events. */
  missing: string[];
  /** Dates whose day and month cannot be told apart: the user must say `dateOrder`. */
  ambiguousDates: string[];
}

/** Values of a column that are looked at. */
export const SAMPLE_SIZE = 500;

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s().-]{8,20}$/;
const DATE_FORMATS: ReadonlySet<DateFormat> = new Set(['iso', 'dmy', 'mdy', 'ymd', 'epoch-ms', 'ambiguous']);

/** Guesses what a table is and which of its columns is what, from headers in English and French and from values. */
export function guessMapping(table: TableSample): TableGuess {
  const people = matchColumns(table, PEOPLE_COLUMNS);
  const events = matchColumns(table, EVENT_COLUMNS);
  const lean = weighKind(table, people, events);
  return lean >= 0 ? describe(table, 'people', people, lean) : describe(table, 'events', events, -lean);
}

/** The same where it is known what the table holds. */
export function guessColumns<K extends TableKind>(table: TableSample, kind: K): TableGuess<K> {
  return describe(table, kind, matchColumns(table, COLUMNS_OF[kind]), 1);
}

/** The mapping a guess stands for; plain data, to be shown, corrected, saved as JSON. */
export function toMapping(guess: TableGuess<TableKind>): PeopleMapping | EventsMapping {
  const named = guess.columns.filter((column) => guess.kind !== 'events' || column.name !== 'type');
  const columns = Object.fromEntries(named.map(({ name, header }) => [name, header]));
  if (guess.kind !== 'events') return { columns };
  const typeColumn = guess.columns.find((column) => column.name === 'type');
  const type = typeColumn ? { column: typeColumn.header } : guess.type;
  return { ...(type === undefined ? {} : { type }), columns };
}

/** Gives each column at most one meaning and each meaning at most one column, the surest first. */
function matchColumns(table: TableSample, vocabulary: readonly ColumnEntry[]): ColumnGuess[] {
  const samples = new Map(table.headers.map((header) => [header, sampleOf(table, header)]));
  const candidates = table.headers.flatMap((header) =>
    vocabulary.map((entry) => ({
      entry,
      header,
      score: scoreColumn(header, samples.get(header) ?? [], entry),
    })),
  );
  const taken = new Set<string>();
  const guesses: ColumnGuess[] = [];
  const order = (entry: ColumnEntry) => vocabulary.indexOf(entry);
  candidates.sort((a, b) => b.score.rank - a.score.rank || order(a.entry) - order(b.entry));
  for (const { entry, header, score } of candidates) {
    if (score.confidence === 0 || taken.has(`h ${header}`) || taken.has(`n ${entry.name}`)) continue;
    taken.add(`h ${header}`).add(`n ${entry.name}`);
    const dateFormat = entry.kind === 'instant' ? detectDateFormat(sampleOf(table, header)) : undefined;
    guesses.push({
      name: entry.name,
      header,
      confidence: score.confidence,
      ...(dateFormat ? { dateFormat } : {}),
    });
  }
  nameSurname(guesses);
  return guesses.sort((a, b) => table.headers.indexOf(a.header) - table.headers.indexOf(b.header));
}

/** Beside a first name, a column that is only called "name" holds the last name. */
function nameSurname(guesses: ColumnGuess[]): void {
  const name = guesses.find((guess) => guess.name === 'name');
  const has = (wanted: string) => guesses.some((guess) => guess.name === wanted);
  if (name !== undefined && has('firstName') && !has('lastName')) name.name = 'lastName';
}

function sampleOf(table: TableSample, header: string): unknown[] {
  return sampleCells(table.sample[header], SAMPLE_SIZE);
}

/** `rank` orders the candidates: of two that are equally sure, the header that stands earlier in the vocabulary. */
interface Score {
  confidence: number;
  rank: number;
}

const NO_SCORE: Score = { confidence: 0, rank: 0 };

function scoreColumn(header: string, values: readonly unknown[], entry: ColumnEntry): Score {
  const byHeader = scoreHeader(header, entry);
  const byValues = scoreValues(values, entry, byHeader.confidence);
  if (byHeader.confidence > 0 && byValues === -1) return NO_SCORE;
  if (byHeader.confidence > 0) return byHeader;
  return byValues > 0 ? { confidence: byValues, rank: byValues } : NO_SCORE;
}

function scoreHeader(header: string, entry: ColumnEntry): Score {
  const words = normaliseHeader(header);
  if (header === entry.name || words === normaliseHeader(entry.name)) return { confidence: 1, rank: 3 };
  const place = entry.headers.indexOf(words);
  if (place >= 0) return { confidence: 0.95, rank: 2 - place / 1000 };
  const part = entry.headers.findIndex((known) => known.length > 4 && ` ${words} `.includes(` ${known} `));
  return part >= 0 ? { confidence: 0.6, rank: 0.9 - part / 1000 } : NO_SCORE;
}

/** How well values fit: −1 when they contradict the header, else how much they say on their own. */
function scoreValues(values: readonly unknown[], entry: ColumnEntry, byHeader: number): number {
  const given = values.filter((value) => value !== '' && value != null && !Number.isNaN(value));
  if (given.length === 0) return 0;
  const share = (pattern: RegExp) =>
    given.filter((value) => pattern.test(String(value).trim())).length / given.length;
  if (entry.name === 'email') return share(EMAIL) > 0.8 ? 0.8 : -1;
  if (entry.name === 'phone' && byHeader === 0) return share(PHONE) > 0.9 && share(/^\+|^0/) > 0.9 ? 0.4 : 0;
  if (entry.kind === 'instant' || entry.name === 'at') return scoreDates(given, entry.name, byHeader);
  if (entry.kind === 'id') return share(EMAIL) > 0.8 && !/mail|courriel/.test(entry.headers.join()) ? -1 : 0;
  return 0;
}

function scoreDates(values: unknown[], name: string, byHeader: number): number {
  if (values.some((value) => value instanceof Date)) return name === 'at' ? 0.5 : 0;
  const format = detectDateFormat(values);
  // Under a header that says "date", what is no date is a wrong row, to be told as such.
  if (format === 'unknown') return byHeader > 0.9 ? 0 : -1;
  // A column of dates that nothing else names is when things happened.
  return name === 'at' && DATE_FORMATS.has(format) ? 0.5 : 0;
}

/** Above 0: people. Below 0: events. The distance from 0 is the confidence, at most 1. */
function weighKind(table: TableSample, people: ColumnGuess[], events: ColumnGuess[]): number {
  const has = (guesses: ColumnGuess[], name: string) =>
    guesses.find((guess) => guess.name === name)?.confidence ?? 0;
  const id = people.find((guess) => guess.name === 'id');
  let lean = weighName(table.name ?? '');
  lean += has(people, 'email') > 0 ? 0.3 : 0;
  lean += has(people, 'name') + has(people, 'firstName') + has(people, 'phone') > 0 ? 0.15 : 0;
  lean += id === undefined ? -0.2 : isUnique(sampleOf(table, id.header)) ? 0.35 : -0.6;
  lean -= has(events, 'type') > 0 ? 0.3 : 0;
  lean -= has(events, 'at') > 0 && !isPeoplesDate(people, events) ? 0.5 : 0;
  lean += has(events, 'at') === 0 ? 0.4 : 0;
  return Math.max(-1, Math.min(1, lean === 0 ? 0.1 : lean));
}

/** Whether the column that would date the event says when a person was created or became a lead. */
function isPeoplesDate(people: ColumnGuess[], events: ColumnGuess[]): boolean {
  const at = events.find((guess) => guess.name === 'at')?.header;
  return people.some((guess) => guess.header === at && guess.dateFormat !== undefined);
}

function isUnique(values: unknown[]): boolean {
  return new Set(values).size === values.length;
}

function weighName(name: string): number {
  const words = normaliseTableName(name);
  if (PEOPLE_TABLES.includes(words)) return 0.4;
  if (EVENT_TABLES.includes(words)) return -0.6;
  return guessType(name) === undefined ? 0 : -0.4;
}

function normaliseTableName(name: string): string {
  return normaliseHeader(name.replace(/^.*[\\/]/, '').replace(/(\.[a-z]{2,7})?(\.gz)?$/i, ''))
    .replace(/\b\d+\b/g, '')
    .trim();
}

/** The event type that the name of a table says, such as `réservations.csv` → `booking`. */
export function guessType(name: string): string | undefined {
  const words = normaliseTableName(name);
  return Object.keys(TABLE_TYPES).find((type) => TABLE_TYPES[type]?.includes(words));
}

function describe<K extends TableKind>(
  table: TableSample,
  kind: K,
  columns: ColumnGuess[],
  confidence: number,
): TableGuess<K> {
  const found = new Set(columns.map((column) => column.name));
  const matched = new Set(columns.map((column) => column.header));
  const type = kind === 'events' && !found.has('type') ? guessType(table.name ?? '') : undefined;
  const missing: string[] = REQUIRED_COLUMNS[kind].filter((name) => !found.has(name));
  if (kind === 'events' && !found.has('type') && type === undefined) missing.push('type');
  return {
    kind,
    confidence,
    columns,
    ...(type === undefined ? {} : { type }),
    unmatched: table.headers.filter((header) => !matched.has(header)),
    missing,
    ambiguousDates: columns
      .filter((column) => column.dateFormat === 'ambiguous')
      .map((column) => column.header),
  };
}
