import { FunnelwheelError } from '../error.ts';
import { Calendar } from './calendar.ts';
import { parseInstant } from './instant.ts';
import { RejectionLog } from './rejection-log.ts';
import { EventKind, Store, type PeopleParts } from './store.ts';
import type { InputEventTable, InputTable, StoreInput, StoreSummary } from './store-input.ts';

/** Dated columns of a person and the events they stand for, in column order (data.md, "people"). */
const DATED_COLUMNS: readonly (readonly [column: string, type: string])[] = [
  ['createdAt', 'client'],
  ['leadCreatedAt', 'lead'],
  ['lastContactedAt', 'contact'],
  ['convertedToCustomerAt', 'conversion'],
];
/** Columns of an event table that are not properties. */
const STRUCTURAL: ReadonlySet<string> = new Set(['type', 'person', 'at']);
/** Table index of events that come from a person's columns: before all tables. */
const PERSON_TABLE = -1;
const LARGEST_INT32 = 2 ** 31 - 2;

/** Events of one type while they are gathered; parallel lists. */
interface Gathered {
  person: number[];
  ms: number[];
  seq: number[];
  day: number[];
  table: number[];
  row: number[];
}

/**
 * Builds the columnar store. Rows that cannot be used are left out, counted and listed (`summary.rejected`); an
 * event of a person who is not among the people makes that person known by id.
 *
 * @throws FunnelwheelError `no-usable-rows`, with the table's name, when a table was given rows and none of them can be used; `invalid-dataset` for
 * an unknown time zone or an `asOf` that is no instant.
 */
export function createStore(input: StoreInput): Store {
  return new StoreBuilder(input).build();
}

class StoreBuilder {
  readonly #input: StoreInput;
  readonly #calendar: Calendar;
  readonly #log = new RejectionLog();
  readonly #ids: (string | number)[] = [];
  readonly #byKey = new Map<string, number>();
  /** Row of each person in the people table; −1 for those known from events only. */
  readonly #personRow: number[] = [];
  readonly #kinds = new Map<string, Gathered>();
  #seq = 0;

  constructor(input: StoreInput) {
    this.#input = input;
    this.#calendar = new Calendar(input.timeZone);
  }

  build(): Store {
    if (this.#input.people) this.#addPeople(this.#input.people);
    this.#seq = (this.#input.people?.length ?? 0) * DATED_COLUMNS.length;
    this.#input.events.forEach((table, index) => this.#addEvents(table, index));
    if (this.#input.people) this.#addDatedColumns(this.#input.people);
    return this.#finish();
  }

  /** A table that was given rows, none of which can be used, is a mistake: better told than half an answer. */
  #refuseUnusable(table: InputTable, accepted: number): void {
    if (table.length === 0 || accepted > 0) return;
    const first = this.#log.firstOf(table);
    const where = first ? `line ${first.line ?? first.row + 1}: ${first.code}` : 'all rows are malformed';
    throw new FunnelwheelError('no-usable-rows', `no row of ${table.name} can be used (${where})`, {
      path: table.name,
    });
  }

  #addPeople(table: InputTable): void {
    const ids = table.columns['id'];
    for (let row = 0; row < table.length; row++) {
      const id = toId(ids?.[row]);
      if (id === undefined) this.#log.add(table, row, 'missing-id', 'id');
      else if (this.#byKey.has(String(id))) this.#log.add(table, row, 'duplicate-id', 'id', id);
      else this.#addPerson(id, row);
    }
    this.#refuseUnusable(table, this.#ids.length);
  }

  #addPerson(id: string | number, row: number): number {
    const person = this.#ids.push(id) - 1;
    this.#byKey.set(String(id), person);
    this.#personRow.push(row);
    return person;
  }

  #addEvents(table: InputEventTable, index: number): void {
    const { person: people, at: dates, type: types } = table.columns;
    let accepted = 0;
    for (let row = 0; row < table.length; row++) {
      const seq = this.#seq++;
      const type = table.type ?? toText(types?.[row]);
      const id = toId(people?.[row]);
      if (type === undefined) this.#log.add(table, row, 'missing-type', 'type');
      else if (id === undefined) this.#log.add(table, row, 'missing-person', 'person');
      else if (this.#addEvent(table, index, row, seq, type, id, dates?.[row])) accepted++;
    }
    this.#refuseUnusable(table, accepted);
  }

  #addEvent(
    table: InputTable,
    index: number,
    row: number,
    seq: number,
    type: string,
    id: string | number,
    date: unknown,
  ): boolean {
    const instant = this.#readDate(table, row, 'at', date, true);
    if (!instant) return false;
    const person = this.#byKey.get(String(id)) ?? this.#addPerson(id, -1);
    this.#push(type, { person, ms: instant.ms, day: instant.dayOnly ? 1 : 0, seq, table: index, row });
    return true;
  }

  #readDate(table: InputTable, row: number, column: string, date: unknown, required: boolean) {
    if (date === undefined || date === null || date === '') {
      if (required) this.#log.add(table, row, 'missing-date', column);
      return undefined;
    }
    const instant = parseInstant(date, this.#calendar);
    if (!instant) this.#log.add(table, row, 'invalid-date', column, date);
    return instant;
  }

  #push(type: string, event: { [K in keyof Gathered]: number }): void {
    let kind = this.#kinds.get(type);
    if (!kind) this.#kinds.set(type, (kind = { person: [], ms: [], seq: [], day: [], table: [], row: [] }));
    kind.person.push(event.person);
    kind.ms.push(event.ms);
    kind.seq.push(event.seq);
    kind.day.push(event.day);
    kind.table.push(event.table);
    kind.row.push(event.row);
  }

  /** A row of the same type and person in a table replaces the person's own date. */
  #addDatedColumns(table: InputTable): void {
    for (const [place, [column, type]] of DATED_COLUMNS.entries()) {
      const dates = table.columns[column];
      if (!dates) continue;
      const replaced = new Set(this.#kinds.get(type)?.person);
      for (let person = 0; person < this.#ids.length; person++) {
        const row = this.#personRow[person]!;
        if (row < 0) continue;
        const instant = this.#readDate(table, row, column, dates[row], false);
        if (!instant || replaced.has(person)) continue;
        const seq = row * DATED_COLUMNS.length + place;
        this.#push(type, {
          person,
          ms: instant.ms,
          day: instant.dayOnly ? 1 : 0,
          seq,
          table: PERSON_TABLE,
          row,
        });
      }
    }
  }

  #finish(): Store {
    const { base, unit, wide, first, last } = this.#scale();
    const kinds = new Map<string, EventKind>();
    for (const [type, gathered] of this.#kinds) {
      kinds.set(type, this.#toKind(type, gathered, base, unit, wide));
    }
    const people = this.#toPeople();
    const summary = this.#summarize(kinds, people, first, last);
    return new Store({ calendar: this.#calendar, base, unit, summary, people, kinds });
  }

  /** Whole seconds in 32 bits where the data allows it; milliseconds else (speed.md, "Layout"). */
  #scale() {
    let first = Infinity;
    let last = -Infinity;
    let whole = true;
    for (const { ms } of this.#kinds.values()) {
      for (const instant of ms) {
        if (instant < first) first = instant;
        if (instant > last) last = instant;
        if (instant % 1000 !== 0) whole = false;
      }
    }
    if (first > last) return { base: 0, unit: 1000, wide: false, first: undefined, last: undefined };
    const fits = whole && (last - first) / 1000 <= LARGEST_INT32;
    return { base: first, unit: fits ? 1000 : 1, wide: !fits, first, last };
  }

  #toKind(type: string, gathered: Gathered, base: number, unit: number, wide: boolean): EventKind {
    const order = sortBySubject(gathered, this.#ids.length);
    const count = order.rows.length;
    const time = wide ? new Float64Array(count) : new Int32Array(count);
    const seq = new Float64Array(count);
    const tables = new Int16Array(count);
    const sourceRows = new Int32Array(count);
    for (let i = 0; i < count; i++) {
      const from = order.rows[i]!;
      time[i] = (gathered.ms[from]! - base) / unit;
      seq[i] = gathered.seq[from]!;
      tables[i] = gathered.table[from]!;
      sourceRows[i] = gathered.row[from]!;
    }
    const flag = (test: (from: number) => boolean): Uint8Array | null =>
      gathered.row.some((_, from) => test(from))
        ? Uint8Array.from(order.rows, (from) => (test(from) ? 1 : 0))
        : null;
    const fromPerson = flag((from) => gathered.table[from] === PERSON_TABLE);
    return new EventKind({
      type,
      off: order.off,
      time,
      seq,
      dayOnly: flag((from) => gathered.day[from] === 1),
      fromPerson,
      properties: this.#propertiesOf(gathered, type),
      read: (row, property) => this.#readProperty(type, tables[row]!, sourceRows[row]!, property),
    });
  }

  #propertiesOf(gathered: Gathered, type: string): string[] {
    const names = new Set<string>();
    for (const index of new Set(gathered.table)) {
      const columns =
        index === PERSON_TABLE ? this.#input.people!.columns : this.#input.events[index]!.columns;
      for (const name of Object.keys(columns)) if (!STRUCTURAL.has(name)) names.add(name);
      if (index === PERSON_TABLE && type === 'client') names.add('via');
    }
    return [...names];
  }

  /** Events of a person's dated column carry the person's properties; `via` says how a client came. */
  #readProperty(type: string, table: number, row: number, property: string): unknown {
    const columns = table === PERSON_TABLE ? this.#input.people!.columns : this.#input.events[table]!.columns;
    const own = ownColumn(columns, property)?.[row];
    if (table !== PERSON_TABLE || type !== 'client' || property !== 'via' || toId(own) !== undefined)
      return own;
    return toId(ownColumn(columns, 'referredBy')?.[row]) === undefined ? undefined : 'referral';
  }

  #toPeople(): PeopleParts {
    const columns = this.#input.people?.columns ?? {};
    return {
      ids: this.#ids,
      byKey: this.#byKey,
      properties: Object.keys(columns),
      read: (person, property) => {
        const row = this.#personRow[person]!;
        return row < 0 ? undefined : ownColumn(columns, property)?.[row];
      },
    };
  }

  #summarize(
    kinds: ReadonlyMap<string, EventKind>,
    people: PeopleParts,
    first: number | undefined,
    last: number | undefined,
  ): StoreSummary {
    const { timeZone, currency, asOf } = this.#input;
    return {
      people: people.ids.length,
      events: [...kinds.values()].reduce((sum, kind) => sum + kind.count, 0),
      types: Object.fromEntries([...kinds].map(([type, kind]) => [type, kind.count])),
      properties: Object.fromEntries([...kinds].map(([type, kind]) => [type, [...kind.properties]])),
      personProperties: [...people.properties],
      timeZone,
      rejected: this.#log.rejected,
      ...(first === undefined ? {} : { from: toIso(first) }),
      ...(last === undefined ? {} : { to: toIso(last) }),
      ...(currency === undefined ? {} : { currency }),
      ...(asOf === undefined ? {} : { asOf: this.#readAsOf(asOf) }),
    };
  }

  #readAsOf(asOf: string | number): string {
    const instant = parseInstant(asOf, this.#calendar);
    if (!instant) {
      throw new FunnelwheelError('invalid-dataset', 'asOf: not an instant', { path: 'asOf', value: asOf });
    }
    // A day alone means the data of that whole day.
    return toIso(instant.dayOnly ? this.#calendar.endOfDay(this.#calendar.dayOf(instant.ms)) : instant.ms);
  }
}

/** Rows by subject, then instant, then table and row: a counting sort by subject, then repair within each. */
function sortBySubject(gathered: Gathered, subjects: number): { off: Int32Array; rows: Int32Array } {
  const count = gathered.person.length;
  const off = new Int32Array(subjects + 1);
  for (let i = 0; i < count; i++) off[gathered.person[i]! + 1]!++;
  for (let s = 0; s < subjects; s++) off[s + 1]! += off[s]!;
  const next = off.slice();
  const rows = new Int32Array(count);
  for (let i = 0; i < count; i++) rows[next[gathered.person[i]!]!++] = i;
  const compare = (a: number, b: number) =>
    gathered.ms[a]! - gathered.ms[b]! || gathered.seq[a]! - gathered.seq[b]!;
  for (let s = 0; s < subjects; s++) {
    const from = off[s]!;
    const to = off[s + 1]!;
    if (to - from > 1 && !isSorted(rows, from, to, compare)) rows.subarray(from, to).sort(compare);
  }
  return { off, rows };
}

function isSorted(
  rows: Int32Array,
  from: number,
  to: number,
  compare: (a: number, b: number) => number,
): boolean {
  for (let i = from + 1; i < to; i++) if (compare(rows[i - 1]!, rows[i]!) > 0) return false;
  return true;
}

/** A column by its own name only, never one inherited by the object (`__proto__`, `constructor`). */
function ownColumn(
  columns: Record<string, ArrayLike<unknown>>,
  name: string,
): ArrayLike<unknown> | undefined {
  return Object.hasOwn(columns, name) ? columns[name] : undefined;
}

/** An id is a string that is not blank, or a whole number. */
function toId(value: unknown): string | number | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? value : undefined;
  if (typeof value === 'bigint') return String(value);
  return toText(value);
}

function toText(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return text === '' ? undefined : text;
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
