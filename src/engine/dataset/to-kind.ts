import type { Column } from './column.ts';
import { readDatedPlace } from './dated-columns.ts';
import type { EventRows } from './event-rows.ts';
import type { EventTables } from './event-tables.ts';
import type { PeopleTable } from './people-table.ts';
import { EventKind } from './store.ts';

/** Columns of people that are no properties of the events they stand for. */
const STRUCTURAL: ReadonlySet<string> = new Set(['type', 'person', 'at']);

/** Where the properties of events are read. */
export interface PropertySource {
  tables: EventTables;
  people: PeopleTable;
}

/**
 * Rows with the reader of their properties: of the row in its table, or of the person for the event of a dated
 * column; there `via` says how a client came.
 */
export function toKind(
  type: string,
  rows: EventRows,
  source: PropertySource,
  columns: Iterable<readonly [string, Column | undefined]> = [],
): EventKind {
  // The reader holds these alone, not the builder with all it gathered.
  const { seq } = rows;
  const { tables, people } = source;
  return new EventKind({
    ...rows,
    type,
    columns,
    properties: listProperties(type, seq, source),
    read: (row, property) =>
      seq[row]! < 0
        ? readOfPerson(people, readDatedPlace(seq[row]!).person, type, property)
        : tables.read(seq[row]!, property),
  });
}

function listProperties(type: string, seq: EventRows['seq'], { tables, people }: PropertySource): string[] {
  const own = tables.propertiesAt(seq);
  if (!seq.some((place) => place < 0)) return own;
  const ofPeople = people.properties.filter((name) => !STRUCTURAL.has(name));
  return [...new Set([...own, ...ofPeople, ...(type === 'client' ? ['via'] : [])])];
}

function readOfPerson(people: PeopleTable, person: number, type: string, property: string): unknown {
  const own = people.read(person, property);
  if (type !== 'client' || property !== 'via' || toId(own) !== undefined) return own;
  return toId(people.read(person, 'referredBy')) === undefined ? undefined : 'referral';
}

/** An id is a string that is not blank, or a whole number. */
export function toId(value: unknown): string | number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  if (typeof value === 'bigint') return String(value);
  return toText(value);
}

/** Text without the blanks around it; undefined when nothing is left. */
export function toText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}
