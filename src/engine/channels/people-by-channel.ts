import { valueAt } from '../dataset/column.ts';
import type { EventKind, Store } from '../dataset/store.ts';
import type { Span } from '../funnel/match/run-context.ts';
import { toChannelKey } from './channel-kinds.ts';

/** What the dataset knows of the people one channel brought. */
export interface BroughtPeople {
  /** The channel as the first of them has it. */
  name: string;
  people: number;
  /** Of them, those who came to the site, and those who saw a checkout page; null where such events are unknown. */
  visitors: number | null;
  carts: number | null;
  customers: number;
  purchases: number;
  /** What they paid; null where no purchase says its amount. */
  revenue: number | null;
}

/** People by the key of their channel, and those whose source nobody knows. */
export interface PeopleByChannel {
  channels: Map<string, BroughtPeople>;
  unattributed: number;
}

/**
 * The people who came in a range, by what brought them: their own `source`, else that of the first of their events
 * that says one (first touch). They came with their first event; all they bought since, up to *now*, is the channel's.
 * Refunded purchases are none.
 */
export function computePeopleByChannel(store: Store, range: Span, now: number): PeopleByChannel {
  const reader = new PersonReader(store, now);
  const channels = new Map<string, BroughtPeople>();
  let unattributed = 0;
  for (let person = 0; person < store.persons.count; person++) {
    const arrival = reader.arrivalOf(person);
    if (!isWithin(arrival, range)) continue;
    const name = reader.sourceOf(person);
    if (name === undefined) unattributed++;
    else reader.addTo(channelOf(channels, name, reader), person);
  }
  return { channels, unattributed };
}

/** Whoever has no event at all has no date: they are in an open range only. */
function isWithin(arrival: number | undefined, { from, to }: Span): boolean {
  if (arrival === undefined) return from === -Infinity && to === Infinity;
  return arrival >= from && arrival <= to;
}

function channelOf(channels: Map<string, BroughtPeople>, name: string, reader: PersonReader): BroughtPeople {
  const key = toChannelKey(name);
  const known = channels.get(key);
  if (known) return known;
  const created: BroughtPeople = {
    name,
    people: 0,
    visitors: reader.knows('site-visit') ? 0 : null,
    carts: reader.knows('checkout-view') ? 0 : null,
    customers: 0,
    purchases: 0,
    revenue: null,
  };
  channels.set(key, created);
  return created;
}

class PersonReader {
  readonly #store: Store;
  readonly #kinds: readonly EventKind[];
  /** The last tick that is not in the future. */
  readonly #last: number;

  constructor(store: Store, now: number) {
    this.#store = store;
    this.#kinds = [...store.persons.kinds.values()];
    this.#last = now === Infinity ? Infinity : store.toTick(now);
  }

  knows(type: string): boolean {
    return this.#store.persons.kinds.has(type);
  }

  /** Epoch ms of somebody's first event, NaN for one yet to come; undefined for who has none. */
  arrivalOf(person: number): number | undefined {
    let first: number | undefined;
    for (const kind of this.#kinds) {
      const row = kind.off[person]!;
      if (row < kind.off[person + 1]!) first = Math.min(first ?? Infinity, kind.time[row]!);
    }
    if (first === undefined) return undefined;
    return first <= this.#last ? this.#store.toMs(first) : NaN;
  }

  sourceOf(person: number): string | undefined {
    return toName(this.#store.personValue(person, 'source')) ?? this.#firstTouch(person);
  }

  /** Adds what somebody did to a channel's numbers. */
  addTo(channel: BroughtPeople, person: number): void {
    channel.people++;
    if (channel.visitors !== null && this.#did('site-visit', person)) channel.visitors++;
    if (channel.carts !== null && this.#did('checkout-view', person)) channel.carts++;
    const before = channel.purchases;
    this.#addPurchases(channel, person);
    if (channel.purchases > before) channel.customers++;
  }

  #addPurchases(channel: BroughtPeople, person: number): void {
    const kind = this.#store.persons.kinds.get('purchase');
    if (!kind) return;
    for (const row of this.#rowsOf(kind, person)) {
      if (String(valueAt(kind.column('refunded'), row)) === 'true') continue;
      channel.purchases++;
      const amount = valueAt(kind.column('amount'), row);
      if (typeof amount === 'number') channel.revenue = (channel.revenue ?? 0) + amount;
    }
  }

  #did(type: string, person: number): boolean {
    const kind = this.#store.persons.kinds.get(type)!;
    return this.#rowsOf(kind, person).length > 0;
  }

  #rowsOf(kind: EventKind, person: number): number[] {
    const rows: number[] = [];
    for (let row = kind.off[person]!; row < kind.off[person + 1]!; row++)
      if (kind.time[row]! <= this.#last) rows.push(row);
    return rows;
  }

  /** The `source` of the earliest event that has one. */
  #firstTouch(person: number): string | undefined {
    let found: { name: string; time: number; seq: number } | undefined;
    for (const kind of this.#kinds) {
      const column = kind.column('source');
      if (column === undefined) continue;
      for (const row of this.#rowsOf(kind, person)) {
        const touch = { time: kind.time[row]!, seq: kind.seq[row]! };
        if (found && (touch.time - found.time || touch.seq - found.seq) >= 0) break;
        const name = toName(valueAt(column, row));
        if (name !== undefined) found = { name, ...touch };
        if (name !== undefined) break;
      }
    }
    return found?.name;
  }
}

function toName(value: unknown): string | undefined {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? undefined : text;
}
