import { StoreBuilder } from './store-builder.ts';
import type { Store } from './store.ts';
import type { AppendInput } from './store-input.ts';

/**
 * A store with what came since the last load: more people, events, campaign rows. The store itself stays as it is;
 * what the new rows do not touch is shared. The answers are those of a fresh load of all tables, one after the other,
 * except that a row of somebody who has one already changes it: the new table's cells replace the old ones, columns
 * it does not have stay as they were. Events are taken as new; one that is given again counts twice.
 *
 * @throws FunnelwheelError as `createStore` does, about the new tables.
 */
export function appendToStore(store: Store, input: AppendInput): Store {
  return new StoreBuilder(store.parts).add(input);
}
