import { FunnelwheelError } from '../engine/error.ts';
import type { Calendar } from '../engine/dataset/calendar.ts';
import { cellAt, type Cells } from '../engine/dataset/cells.ts';
import type { InputTable } from '../engine/dataset/store-input.ts';
import type { Mapping } from '../engine/schema/dataset.ts';
import { chooseCellReader } from './cell-values.ts';
import {
  CAMPAIGN_COLUMNS,
  EVENT_COLUMNS,
  PEOPLE_COLUMNS,
  type ColumnEntry,
  type ColumnKind,
} from './column-vocabulary.ts';
import type { DateOrder } from './date-format.ts';
import { isInstants, mapCells, type InstantCells, type RawCells } from './readers/raw-cells.ts';
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
 * `name (2)`. With a calendar, instants on a local clock become instants of it; without one they stay text.
 * @throws FunnelwheelError `invalid-mapping` when a mapped column is not in the table.
 */
export function applyMapping(
  table: RawTable,
  kind: TableKind,
  mapping: PeopleMapping | EventsMapping | CampaignsMapping,
  calendar?: Pick<Calendar, 'fromLocal'>,
): MappedTable {
  const wanted = toWantedColumns(mapping);
  const raw = new Map<string, RawCells>();
  const read = (header: string) => renameValues(getColumn(table, header), mapping.values?.[header]);
  for (const [name, header] of wanted) raw.set(name, read(header));
  const mapped = new Set(wanted.values());
  for (const header of table.headers)
    if (!mapped.has(header)) raw.set(findFreeName(raw, header), read(header));
  const columns = readColumns(raw, COLUMNS_OF[kind], mapping.dateOrder, calendar);
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

function getColumn(table: RawTable, header: string): RawCells {
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

function renameValues(cells: RawCells, names: Record<string, string> | undefined): RawCells {
  if (names === undefined) return cells;
  return mapCells(cells, (value) => (Object.hasOwn(names, String(value)) ? names[String(value)] : value));
}

function readColumns(
  raw: ReadonlyMap<string, RawCells>,
  vocabulary: readonly ColumnEntry[],
  order: DateOrder | undefined,
  calendar: Pick<Calendar, 'fromLocal'> | undefined,
): Map<string, Cells> {
  const kinds = new Map(vocabulary.map(({ name, kind }) => [name, kind]));
  return new Map(
    [...raw].map(([name, cells]) => [name, readCells(cells, kinds.get(name) ?? 'text', order, calendar)]),
  );
}

function readCells(
  cells: RawCells,
  kind: ColumnKind,
  order: DateOrder | undefined,
  calendar: Pick<Calendar, 'fromLocal'> | undefined,
): Cells {
  if (isInstants(cells)) return kind === 'instant' ? toEpoch(cells, calendar) : toTexts(cells);
  const reader = chooseCellReader(kind, cells, order);
  return reader === undefined ? cells : mapCells(cells, reader);
}

function toTexts(cells: InstantCells): Cells {
  return mapCells(cells, (value) => value);
}

function toEpoch(cells: InstantCells, calendar: Pick<Calendar, 'fromLocal'> | undefined): Cells {
  if (cells.clock === 'utc') return cells.ms;
  return calendar ? cells.ms.map((ms) => (Number.isNaN(ms) ? ms : calendar.fromLocal(ms))) : toTexts(cells);
}

/** First and last name make `name`; two columns of consent make `consent {email, sms}`. */
function joinPeopleColumns(columns: Map<string, Cells>, length: number): void {
  const [first, last] = [columns.get('firstName'), columns.get('lastName')];
  if ((first ?? last) !== undefined && !columns.has('name')) {
    columns.set(
      'name',
      Array.from({ length }, (_, row) => joinWords(cellAt(first, row), cellAt(last, row))),
    );
  }
  const [email, sms] = [columns.get('consentEmail'), columns.get('consentSms')];
  if ((email ?? sms) === undefined || columns.has('consent')) return;
  columns.set(
    'consent',
    Array.from({ length }, (_, row) => toConsent(cellAt(email, row), cellAt(sms, row))),
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
