import { FunnelwheelError } from '../engine/error.ts';
import type { InputTable } from '../engine/dataset/store-input.ts';
import type { Mapping } from '../engine/schema/dataset.ts';
import { chooseCellReader } from './cell-values.ts';
import { CAMPAIGN_COLUMNS, EVENT_COLUMNS, PEOPLE_COLUMNS, type ColumnEntry } from './column-vocabulary.ts';
import type { DateOrder } from './date-format.ts';
import type { RawTable } from './readers/raw-table.ts';

/** What a host's people table is: our column → theirs. Columns that are not named keep their own name. */
export type PeopleMapping = NonNullable<Mapping['people']>;

/** The same of a table of events; `type` is the type of every row, or the column that says it. */
export type EventsMapping = NonNullable<Mapping['events']>[number];

/** The same of a table of campaigns. */
export type CampaignsMapping = NonNullable<Mapping['campaigns']>;

/** What a table of a dataset holds. */
export type TableKind = 'people' | 'events' | 'campaigns';

/** The columns each kind of table knows. */
export const COLUMNS_OF: Readonly<Record<TableKind, readonly ColumnEntry[]>> = {
  people: PEOPLE_COLUMNS,
  events: EVENT_COLUMNS,
  campaigns: CAMPAIGN_COLUMNS,
};

/** A table with canonical columns, and the event type of all its rows where there is one. */
export interface MappedTable extends InputTable {
  type?: string;
}

/**
 * Renames a table's columns and values, and reads cells of known kinds (dates written day first, decimal commas,
 * yes and no, lists of tags). Where two columns would have one name, the mapped one has it and the other becomes
 * `name (2)`.
 * @throws FunnelwheelError `invalid-mapping` when a mapped column is not in the table.
 */
export function applyMapping(
  table: RawTable,
  kind: TableKind,
  mapping: PeopleMapping | EventsMapping | CampaignsMapping,
): MappedTable {
  const wanted = toWantedColumns(mapping);
  const columns = new Map<string, ArrayLike<unknown>>();
  const read = (header: string) => renameValues(getColumn(table, header), mapping.values?.[header]);
  for (const [name, header] of wanted) columns.set(name, read(header));
  const mapped = new Set(wanted.values());
  for (const header of table.headers)
    if (!mapped.has(header)) columns.set(findFreeName(columns, header), read(header));
  readCells(columns, COLUMNS_OF[kind], mapping.dateOrder);
  if (kind === 'people') joinPeopleColumns(columns, table.length);
  const type = 'type' in mapping && typeof mapping.type === 'string' ? mapping.type : undefined;
  const base: MappedTable = { name: table.name, length: table.length, columns: Object.fromEntries(columns) };
  return { ...base, ...(table.lines ? { lines: table.lines } : {}), ...(type === undefined ? {} : { type }) };
}

function toWantedColumns(mapping: PeopleMapping | EventsMapping): Map<string, string> {
  const wanted = new Map(Object.entries(mapping.columns ?? {}));
  if ('type' in mapping && typeof mapping.type === 'object') wanted.set('type', mapping.type.column);
  return wanted;
}

function getColumn(table: RawTable, header: string): ArrayLike<unknown> {
  const column = Object.hasOwn(table.columns, header) ? table.columns[header] : undefined;
  if (column !== undefined) return column;
  throw new FunnelwheelError('invalid-mapping', `${table.name} has no column "${header}"`, {
    path: table.name,
    value: header,
  });
}

function findFreeName(columns: ReadonlyMap<string, unknown>, header: string): string {
  if (!columns.has(header)) return header;
  let number = 2;
  while (columns.has(`${header} (${number})`)) number += 1;
  return `${header} (${number})`;
}

function renameValues(
  values: ArrayLike<unknown>,
  names: Record<string, string> | undefined,
): ArrayLike<unknown> {
  if (names === undefined) return values;
  return Array.from(values, (value) => (Object.hasOwn(names, String(value)) ? names[String(value)] : value));
}

function readCells(
  columns: Map<string, ArrayLike<unknown>>,
  vocabulary: readonly ColumnEntry[],
  order?: DateOrder,
): void {
  for (const { name, kind } of vocabulary) {
    const values = columns.get(name);
    const reader = values && chooseCellReader(kind, values, order);
    if (values !== undefined && reader !== undefined) columns.set(name, Array.from(values, reader));
  }
}

/** First and last name make `name`; two columns of consent make `consent {email, sms}`. */
function joinPeopleColumns(columns: Map<string, ArrayLike<unknown>>, length: number): void {
  const [first, last] = [columns.get('firstName'), columns.get('lastName')];
  if ((first ?? last) !== undefined && !columns.has('name')) {
    columns.set(
      'name',
      Array.from({ length }, (_, row) => joinWords(first?.[row], last?.[row])),
    );
  }
  const [email, sms] = [columns.get('consentEmail'), columns.get('consentSms')];
  if ((email ?? sms) === undefined || columns.has('consent')) return;
  columns.set(
    'consent',
    Array.from({ length }, (_, row) => toConsent(email?.[row], sms?.[row])),
  );
  columns.delete('consentEmail');
  columns.delete('consentSms');
}

function joinWords(...words: unknown[]): string {
  return words.filter((word) => typeof word === 'string' && word !== '').join(' ');
}

function toConsent(email: unknown, sms: unknown): { email?: boolean; sms?: boolean } | undefined {
  const consent = {
    ...(typeof email === 'boolean' ? { email } : {}),
    ...(typeof sms === 'boolean' ? { sms } : {}),
  };
  return Object.keys(consent).length > 0 ? consent : undefined;
}
