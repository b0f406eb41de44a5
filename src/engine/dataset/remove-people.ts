import { placeOfDated, readDatedPlace } from './dated-columns.ts';
import { newRows, type EventRows } from './event-rows.ts';
import type { PeopleTable } from './people-table.ts';
import { Store, type EventKind } from './store.ts';
import type { Rejected } from './store-input.ts';
import { summarizeStore } from './summarize-store.ts';
import { toKind } from './to-kind.ts';

/**
 * A store without some people (a request for deletion): their rows and all of their events are gone, from the columns
 * that properties are read from too. Ids that nobody has are passed over. The store itself stays as it is, so let go
 * of it. What others' rows say of them, such as whom they referred, is those others' own. The answers are those of a
 * fresh load of tables without them.
 */
export function removePeople(store: Store, ids: Iterable<string | number>): Store {
  const { parts } = store;
  const gone = new Set<number>();
  for (const id of ids) {
    const person = parts.people.indexOf(id);
    if (person !== undefined) gone.add(person);
  }
  if (gone.size === 0) return store;
  const indexOf = renumber(parts.people, gone);
  const people = parts.people.remove(indexOf);
  const tables = parts.tables.erase(placesOf(parts.kinds.values(), gone));
  const kinds = new Map<string, EventKind>();
  for (const [type, kind] of parts.kinds) {
    const rows = keepRows(kind, indexOf, people.count);
    // Dictionaries may hold what only those had who are gone; where nobody had a row, they cannot.
    const columns = rows.time.length === kind.count ? kind.encoded : [];
    if (rows.time.length > 0) kinds.set(type, toKind(type, rows, { tables, people }, columns));
  }
  const names = new Set([...gone].map((person) => String(parts.people.ids.at(person))));
  const said = { ...parts.summary, rejected: forget(parts.summary.rejected, names) };
  const summary = summarizeStore({ ...parts, people, kinds }, said);
  return new Store({ ...parts, people, tables, kinds, summary });
}

/** The new index of each person, −1 for those who go. */
function renumber(people: PeopleTable, gone: ReadonlySet<number>): Int32Array {
  const indexOf = new Int32Array(people.count);
  let next = 0;
  for (let person = 0; person < people.count; person++) indexOf[person] = gone.has(person) ? -1 : next++;
  return indexOf;
}

/** Places of all events of some people, ascending; dated columns are in no table. */
function placesOf(kinds: Iterable<EventKind>, people: ReadonlySet<number>): Float64Array {
  const places: number[] = [];
  for (const { off, seq } of kinds) {
    for (const person of people) {
      for (let row = off[person]!; row < off[person + 1]!; row++) if (seq[row]! >= 0) places.push(seq[row]!);
    }
  }
  return Float64Array.from(places).sort();
}

/** The rows of those who stay. */
function keepRows(kind: EventKind, indexOf: Int32Array, count: number): EventRows {
  const off = new Int32Array(count + 1);
  for (let person = 0; person < indexOf.length; person++) {
    const own = kind.off[person + 1]! - kind.off[person]!;
    if (indexOf[person]! >= 0) off[indexOf[person]! + 1] = off[indexOf[person]!]! + own;
  }
  const format = {
    base: 0,
    unit: 1,
    wideTime: kind.time instanceof Float64Array,
    wideSeq: kind.seq instanceof Float64Array,
  };
  const rows = { off, ...newRows(off[count]!, format, kind.dayOnly !== null) };
  for (let person = 0; person < indexOf.length; person++) {
    if (indexOf[person]! < 0) continue;
    const to = off[indexOf[person]!]!;
    const [from, end] = [kind.off[person]!, kind.off[person + 1]!];
    for (let row = from; row < end; row++) {
      rows.time[to + row - from] = kind.time[row]!;
      rows.seq[to + row - from] = moveDated(kind.seq[row]!, indexOf[person]!);
      if (rows.dayOnly) rows.dayOnly[to + row - from] = kind.dayOnly![row]!;
    }
  }
  return rows;
}

/** The place of a dated column says whose it is. */
function moveDated(place: number, person: number): number {
  return place < 0 ? placeOfDated(person, readDatedPlace(place).column) : place;
}

/** Without the rejected rows that name them. */
function forget({ count, rows }: Rejected, ids: ReadonlySet<string>): Rejected {
  const kept = rows.filter(({ code, value }) => code !== 'duplicate-id' || !ids.has(String(value)));
  return { count: count - (rows.length - kept.length), rows: kept };
}
