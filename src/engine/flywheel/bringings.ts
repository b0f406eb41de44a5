import { valueAt, type Column } from '../dataset/column.ts';
import { addUp } from '../dataset/gather.ts';
import { EventKind, type Store } from '../dataset/store.ts';
import { findFirsts } from '../people/first-events.ts';
import { testFlagged } from '../people/flagged-customers.ts';
import { hasValues, type EventSource, type WheelContext } from '../people/wheel-context.ts';

/** One person brought by another. */
interface Bringing {
  /** Who brought; undefined: not known. */
  by: number | undefined;
  /** Who was brought; undefined: nobody of the dataset. */
  person: number | undefined;
  tick: number;
}

/**
 * Who was brought by whom: by `referral` events, and by leads and clients that say who sent them. Somebody who had
 * bought nothing by then is no client, so what they bring does not count; each person is brought once.
 */
export class Bringings {
  /** Epoch ms of everybody's first bringing; Infinity: nobody brought them. */
  readonly broughtAt: Float64Array;
  /** Epoch ms of referrals of people who are not in the dataset, and who made them. */
  readonly unknown: { at: number; by: number }[] = [];
  /** What clients did by bringing a lead or a client, as events of theirs. */
  readonly acts: EventSource;
  /** Whether the dataset can tell at all. */
  readonly isKnown: boolean;

  constructor(context: WheelContext, purchases: readonly EventSource[]) {
    const { store, instants } = context;
    const referrals = listReferrals(store);
    const sent = listSent(store);
    this.isKnown = referrals !== undefined || sent !== undefined;
    this.broughtAt = new Float64Array(store.persons.count).fill(Infinity);
    const isClient = testClients(store, purchases);
    for (const bringing of [...(referrals ?? []), ...(sent ?? [])]) {
      const at = store.toMs(bringing.tick);
      const isOfClient = bringing.by === undefined || isClient(bringing.by, at);
      if (at <= instants.now && isOfClient) this.#note(bringing, at);
    }
    const own = (sent ?? []).filter(
      (bringing): bringing is Bringing & { by: number } => bringing.by !== undefined,
    );
    this.acts = { kind: toKind(store.persons.count, own), test: null };
  }

  #note({ by, person }: Bringing, at: number): void {
    if (person !== undefined) this.broughtAt[person] = Math.min(this.broughtAt[person]!, at);
    else if (by !== undefined) this.unknown.push({ at, by });
  }
}

/** Tests whether somebody had bought anything by an instant. */
function testClients(store: Store, purchases: readonly EventSource[]) {
  const first = findFirsts(store, purchases).at;
  const isFlagged = testFlagged(store);
  return (person: number, at: number): boolean =>
    first[person]! <= at || (first[person] === Infinity && isFlagged(person));
}

function listReferrals(store: Store): Bringing[] | undefined {
  const kind = store.persons.kinds.get('referral');
  if (!kind) return undefined;
  const referred = kind.column('referred');
  return listRows(store, kind, (row, by) => ({
    by,
    person: toPerson(store, valueAt(referred, row)),
    tick: kind.time[row]!,
  }));
}

/** Leads and clients that say who sent them, or at least that somebody did. */
function listSent(store: Store): Bringing[] | undefined {
  const found = [
    ['lead', 'origin'],
    ['client', 'via'],
  ].flatMap(([type, property]) => {
    const kind = store.persons.kinds.get(type!);
    if (!kind) return [];
    const by = kind.column('referredBy');
    const how = kind.column(property!);
    const isTold = hasValues(kind, 'referredBy') || hasValues(kind, property!);
    return isTold ? [listSentOf(store, kind, by, how)] : [];
  });
  return found.length === 0 ? undefined : found.flat();
}

function listSentOf(
  store: Store,
  kind: EventKind,
  by: Column | undefined,
  how: Column | undefined,
): Bringing[] {
  return listRows(store, kind, (row, person) => {
    const id = valueAt(by, row);
    if (id === undefined && valueAt(how, row) !== 'referral') return undefined;
    return { by: toPerson(store, id), person, tick: kind.time[row]! };
  });
}

function listRows(
  store: Store,
  kind: EventKind,
  read: (row: number, person: number) => Bringing | undefined,
): Bringing[] {
  const found: Bringing[] = [];
  for (let person = 0; person < store.persons.count; person++) {
    for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++) {
      const bringing = read(row, person);
      if (bringing !== undefined) found.push(bringing);
    }
  }
  return found;
}

function toPerson(store: Store, id: unknown): number | undefined {
  return typeof id === 'string' || typeof id === 'number' ? store.persons.indexOf(id) : undefined;
}

/** The bringings as a table of events of those who brought. */
function toKind(people: number, bringings: readonly (Bringing & { by: number })[]): EventKind {
  const sorted = [...bringings].sort((a, b) => a.by - b.by || a.tick - b.tick);
  const off = new Int32Array(people + 1);
  for (const { by } of sorted) off[by + 1]!++;
  addUp(off);
  return new EventKind({
    type: 'brought',
    off,
    time: Float64Array.from(sorted, ({ tick }) => tick),
    seq: Float64Array.from(sorted.keys()),
    dayOnly: null,
    properties: [],
    read: () => undefined,
  });
}
