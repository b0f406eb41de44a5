import { createStore } from '../../../src/engine/dataset/create-store.ts';
import type { Store } from '../../../src/engine/dataset/store.ts';

/** An event: type, person, instant (local date-times are the studio's), properties. */
export type TestEvent = readonly [
  type: string,
  person: string | number,
  at: string | number,
  properties?: Record<string, unknown>,
];

/** A store of a few people, in Paris unless told otherwise. */
export function toStore(
  people: readonly Record<string, unknown>[],
  events: readonly TestEvent[],
  { timeZone = 'Europe/Paris', asOf }: { timeZone?: string; asOf?: string | number } = {},
): Store {
  const rows = events.map(([type, person, at, properties]) => ({ type, person, at, ...properties }));
  return createStore({
    timeZone,
    ...(asOf === undefined ? {} : { asOf }),
    people: { name: 'people', length: people.length, columns: toColumns(people) },
    events: rows.length === 0 ? [] : [{ name: 'events', length: rows.length, columns: toColumns(rows) }],
  });
}

function toColumns(rows: readonly Record<string, unknown>[]): Record<string, unknown[]> {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries([...names].map((name) => [name, rows.map((row) => row[name])]));
}
