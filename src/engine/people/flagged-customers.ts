import type { Store } from '../dataset/store.ts';
import { testColumn } from './folded-column.ts';

/** Tests whether the host says that somebody is a customer, whatever the events tell. */
export function testFlagged(store: Store): (person: number) => boolean {
  return testColumn(store.personColumn('isCustomer'), isTrue);
}

/** `true`, `"true"`, `1` and `"1"`, as in a `where`. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}
