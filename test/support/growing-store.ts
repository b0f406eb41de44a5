import fc from 'fast-check';
import { appendToStore, createStore, removePeople } from '../../src/engine/index.ts';
import type { Store } from '../../src/engine/index.ts';
import { toStoreInput } from './oracle/engine-answer.ts';
import { toTables } from './oracle/subjects.ts';
import type { OracleDataset, Row } from './oracle/types.ts';

/** How a store comes to hold a dataset: part by part, with changes of people and removals on the way. */
export interface Growth {
  /** Which part each row of each table, and each person, comes with; by their place, modulo the length. */
  parts: number[];
  /** Whom the parts change (by place), which cells, with which part. */
  changes: { person: number; part: number; cells: Row }[];
  /** Who is removed (by place), after which part. */
  removals: { person: number; part: number }[];
}

const PARTS = 3;

/** Any growth; cells are such as the questions ask for. */
export function growths(dates: readonly unknown[]): fc.Arbitrary<Growth> {
  const part = fc.integer({ min: 0, max: PARTS - 1 });
  const person = fc.integer({ min: 0, max: 3 });
  const cells = fc.record(
    {
      source: fc.constantFrom<unknown>('web', 'ad', null),
      isCustomer: fc.constantFrom<unknown>(true, false),
      v: fc.constantFrom<unknown>('x', undefined),
      leadCreatedAt: fc.constantFrom<unknown>(null, ...dates),
      lastContactedAt: fc.constantFrom<unknown>(null, ...dates),
    },
    { requiredKeys: [] },
  );
  return fc.record({
    parts: fc.array(part, { minLength: 5, maxLength: 11 }),
    changes: fc.array(fc.record({ person, part, cells }), { maxLength: 2 }),
    removals: fc.array(fc.record({ person, part }), { maxLength: 1 }),
  });
}

/**
 * Grows a store, and says which dataset a fresh load of the same would take. `visit` is told of every store on the
 * way, so that its columns are encoded when the next part comes.
 */
export function grow(
  dataset: OracleDataset,
  growth: Growth,
  visit: (store: Store) => void,
): { store: Store; fresh: OracleDataset } {
  const partOf = (place: number) => growth.parts[place % growth.parts.length]!;
  const idOf = (place: number) => dataset.people[place % Math.max(1, dataset.people.length)]?.['id'];
  const settings = {
    timeZone: dataset.timeZone,
    ...(dataset.asOf === undefined ? {} : { asOf: dataset.asOf }),
  };
  const fresh: OracleDataset & { events: Row[][] } = { ...settings, people: [], events: [] };
  let store = createStore({ ...settings, events: [] });
  for (let part = 0; part < PARTS; part++) {
    const people = dataset.people.filter((_, place) => partOf(place) === part);
    const added = people.map((row) => row['id']);
    const changes = growth.changes
      .filter(
        (change, i, all) => change.part === part && all.findIndex((c) => c.person === change.person) === i,
      )
      .map(({ person, cells }): Row => ({ id: idOf(person), ...cells }))
      .filter(({ id }) => id !== undefined && !added.includes(id));
    const events = toTables(dataset)
      .map((table) => table.filter((_, place) => partOf(place + 1) === part))
      .filter((table) => table.length > 0);
    // A table has all of its columns for all of its rows, so each change comes in a table of its own.
    for (const rows of [people, ...changes.map((change) => [change])]) {
      const input = toStoreInput({ ...settings, people: rows, events: [] });
      if (rows.length > 0) store = appendToStore(store, input);
      fresh.people = upsert(fresh.people, rows);
    }
    store = appendToStore(store, toStoreInput({ ...settings, people: [], events }));
    fresh.events.push(...events);
    visit(store);
    const gone = growth.removals.filter((removal) => removal.part === part).map(({ person }) => idOf(person));
    store = removePeople(store, gone.filter((id) => id !== undefined) as string[]);
    fresh.people = fresh.people.filter((row) => !gone.includes(row['id']));
    fresh.events = fresh.events.map((table) => table.filter((row) => !gone.includes(row['person'])));
  }
  return { store, fresh: { ...fresh, events: fresh.events.filter((table) => table.length > 0) } };
}

/** Rows of known people replace their cells, in every column that the new table has. */
function upsert(people: readonly Row[], rows: readonly Row[]): Row[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cellsOf = (row: Row) => Object.fromEntries(names.map((name) => [name, row[name]]));
  const known = new Set(people.map((row) => row['id']));
  const changed = people.map((old) => {
    const row = rows.find(({ id }) => id === old['id']);
    return row ? { ...old, ...cellsOf(row) } : old;
  });
  return [...changed, ...rows.filter(({ id }) => !known.has(id))];
}
