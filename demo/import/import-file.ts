import { EVENT_COLUMNS, PEOPLE_COLUMNS } from '../../src/data/column-vocabulary.ts';
import type { DateOrder } from '../../src/data/date-format.ts';
import { guessColumns, guessMapping, type TableGuess } from '../../src/data/guess-mapping.ts';
import type { EventsMapping, PeopleMapping } from '../../src/data/mapping.ts';
import type { RawTable } from '../../src/data/readers/raw-table.ts';
import { readTable, type ReadOptions } from '../../src/data/readers/read-table.ts';
import { resolveReaders } from '../../src/data/reader-urls.ts';

/** What the rows of a file are. */
export type Role = 'people' | 'events' | 'ignore';

/** A file the visitor gave, and what its columns are taken for. */
export interface ImportFile {
  key: number;
  file: File;
  table: RawTable;
  role: Role;
  /** Our column → theirs. For events `type` is not among them. */
  columns: Readonly<Record<string, string>>;
  /** The column that says the event type, or the type of every row. */
  type: { column: string } | { all: string };
  /** Which of day and month comes first, where the dates do not tell. */
  dateOrder?: DateOrder;
  /** The guess the form started from. */
  guess: TableGuess;
}

/** All rows of a file, those that could not be read among them. */
export function countRows({ table }: ImportFile): number {
  return table.length + table.malformedCount;
}

let files = 0;

/**
 * Reads a file of any format and guesses what it holds.
 * @throws FunnelwheelError as the reader does; rejects with the signal's reason when it is given up.
 */
export async function openImportFile(file: File, options: ReadOptions = {}): Promise<ImportFile> {
  const table = await readTable(file, { name: file.name }, { ...options, readers: resolveReaders() });
  const guess = guessMapping({ headers: table.headers, sample: table.columns, name: file.name });
  return fromGuess({ key: ++files, file, table }, guess);
}

/** The same file with another role; its columns are guessed anew for it. */
export function withRole(file: ImportFile, role: Role): ImportFile {
  if (role === 'ignore') return { ...file, role };
  const { headers, columns } = file.table;
  return fromGuess(file, guessColumns({ headers, sample: columns, name: file.file.name }, role));
}

function fromGuess(
  { key, file, table }: Pick<ImportFile, 'key' | 'file' | 'table'>,
  guess: TableGuess,
): ImportFile {
  const entries = guess.columns.map(({ name, header }) => [name, header] as const);
  const typeColumn = guess.kind === 'events' ? entries.find(([name]) => name === 'type')?.[1] : undefined;
  return {
    key,
    file,
    table,
    guess,
    role: guess.kind,
    columns: Object.fromEntries(entries.filter(([name]) => guess.kind === 'people' || name !== 'type')),
    type: typeColumn === undefined ? { all: guess.type ?? '' } : { column: typeColumn },
    ...(guess.ambiguousDates.length > 0 ? { dateOrder: 'dmy' as const } : {}),
  };
}

/** The canonical columns a role knows, those it cannot do without first. */
export function columnsOf(role: Exclude<Role, 'ignore'>): string[] {
  const names = (role === 'people' ? PEOPLE_COLUMNS : EVENT_COLUMNS).map(({ name }) => name);
  return names.filter((name) => name !== 'type');
}

/** The columns that are asked for even when nothing was found for them. */
export const REQUIRED: Record<Exclude<Role, 'ignore'>, readonly string[]> = {
  people: ['id'],
  events: ['person', 'at'],
};

/** What is still to be said before the file can be used: our column names, `type` among them. */
export function missingOf({ role, columns, type }: ImportFile): string[] {
  if (role === 'ignore') return [];
  const missing = REQUIRED[role].filter((name) => !columns[name]);
  const lacksType = role === 'events' && ('column' in type ? type.column === '' : type.all.trim() === '');
  return lacksType ? [...missing, 'type'] : missing;
}

/** The mapping of a people file, its file left to the caller. */
export function toPeopleMapping({ columns, dateOrder }: ImportFile): PeopleMapping {
  return { columns: { ...columns }, ...(dateOrder ? { dateOrder } : {}) };
}

/** The mapping of a file of events, its file left to the caller. */
export function toEventsMapping({ columns, type, dateOrder }: ImportFile): EventsMapping {
  const typed = 'column' in type ? { column: type.column } : type.all.trim();
  return { type: typed, columns: { ...columns }, ...(dateOrder ? { dateOrder } : {}) };
}
