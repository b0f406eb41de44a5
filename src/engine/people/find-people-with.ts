import type { Store } from '../dataset/store.ts';
import type { EventSource } from './wheel-context.ts';

/** 1 for everybody who has an event of some sources, at any instant. */
export function findPeopleWith(store: Store, sources: readonly EventSource[]): Uint8Array {
  const found = new Uint8Array(store.persons.count);
  for (let person = 0; person < found.length; person++)
    if (sources.some((source) => hasEvent(source, person))) found[person] = 1;
  return found;
}

/** Whether the host says that somebody is a customer, whatever the events tell. */
export function isFlaggedCustomer(store: Store, person: number): boolean {
  return isTrue(store.personValue(person, 'isCustomer'));
}

/** `true`, `"true"`, `1` and `"1"`, as in a `where`. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}

function hasEvent({ kind, test }: EventSource, person: number): boolean {
  for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++)
    if (test === null || test(row, person)) return true;
  return false;
}
