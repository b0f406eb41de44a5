import { Calendar } from './calendar.ts';
import { EventTables } from './event-tables.ts';
import { PeopleTable } from './people-table.ts';
import { StoreBuilder } from './store-builder.ts';
import type { Store } from './store.ts';
import type { StoreInput } from './store-input.ts';
import { summarizeStore } from './summarize-store.ts';

/**
 * Builds the columnar store. Rows that cannot be used are left out, counted and listed (`summary.rejected`); an
 * event of a person who is not among the people makes that person known by id.
 *
 * @throws FunnelwheelError `no-usable-rows`, with the table's name, when a table was given rows and none of them can
 * be used; `invalid-dataset` for an unknown time zone or an `asOf` that is no instant.
 */
export function createStore({ timeZone, currency, ...input }: StoreInput): Store {
  const nothing = { people: new PeopleTable(), kinds: new Map(), base: 0, unit: 1000 };
  const said = {
    timeZone,
    ...(currency === undefined ? {} : { currency }),
    rejected: { count: 0, rows: [] },
  };
  const builder = new StoreBuilder({
    ...nothing,
    calendar: new Calendar(timeZone),
    summary: summarizeStore(nothing, said),
    tables: new EventTables(),
    campaigns: [],
    experiments: [],
  });
  return builder.add(input);
}
