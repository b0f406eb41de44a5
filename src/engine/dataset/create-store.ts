import { FunnelwheelError } from '../error.ts';
import { Calendar } from './calendar.ts';
import { readCampaigns, type CampaignRow } from './campaigns.ts';
import { cellAt, type Cells } from './cells.ts';
import { parseInstant } from './instant.ts';
import { EventBuffer, sortBySubject } from './event-buffer.ts';
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
const LARGEST_INT32 = 2 ** 31 - 2;

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
  readonly #kinds = new Map<string, EventBuffer>();
  /** Place of the first row of each event table; before them, the dated columns of the people. */
  readonly #starts: number[] = [];
  #campaigns: readonly CampaignRow[] = [];
  #seq = 0;

  constructor(input: StoreInput) {
    this.#input = input;
    this.#calendar = new Calendar(input.timeZone);
  }

  build(): Store {
    if (this.#input.people) this.#addPeople(this.#input.people);
    this.#seq = (this.#input.people?.length ?? 0) * DATED_COLUMNS.length;
    this.#input.events.forEach((table) => this.#addEvents(table));
    if (this.#input.people) this.#addDatedColumns(this.#input.people);
    if (this.#input.campaigns) this.#addCampaigns(this.#input.campaigns);
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
      const id = toId(cellAt(ids, row));
      if (id === undefined) this.#log.add(table, row, 'missing-id', 'id');
      else if (this.#byKey.has(String(id))) this.#log.add(table, row, 'duplicate-id', 'id', id);
      else this.#addPerson(id, row);
    }
    this.#refuseUnusable(table, this.#ids.length);
  }

  #addCampaigns(table: InputTable): void {
    this.#campaigns = readCampaigns(table, this.#calendar, this.#log);
    this.#refuseUnusable(table, this.#campaigns.length);
  }

  #addPerson(id: string | number, row: number): number {
    const person = this.#ids.push(id) - 1;
    this.#byKey.set(String(id), person);
    this.#personRow.push(row);
    return person;
  }

  #addEvents(table: InputEventTable): void {
    this.#starts.push(this.#seq);
    const { person: people, at: dates, type: types } = table.columns;
    let accepted = 0;
    for (let row = 0; row < table.length; row++) {
      const seq = this.#seq++;
      const type = table.type ?? toText(cellAt(types, row));
      const id = toId(cellAt(people, row));
      if (type === undefined) this.#log.add(table, row, 'missing-type', 'type');
      else if (id === undefined) this.#log.add(table, row, 'missing-person', 'person');
      else if (this.#addEvent(table, row, seq, type, id, cellAt(dates, row))) accepted++;
    }
    this.#refuseUnusable(table, accepted);
  }

  #addEvent(
    table: InputTable,
    row: number,
    seq: number,
    type: string,
    id: string | number,
    date: unknown,
  ): boolean {
    const instant = this.#readDate(table, row, 'at', date, true);
    if (!instant) return false;
    const person = this.#byKey.get(String(id)) ?? this.#addPerson(id, -1);
    this.#bufferOf(type).push(person, instant.ms, seq, instant.dayOnly);
    return true;
  }

  #readDate(table: InputTable, row: number, column: string, date: unknown, required: boolean) {
    if (date === undefined || date === null || date === '' || Number.isNaN(date)) {
      if (required) this.#log.add(table, row, 'missing-date', column);
      return undefined;
    }
    const instant = parseInstant(date, this.#calendar);
    if (!instant) this.#log.add(table, row, 'invalid-date', column, date);
    return instant;
  }

  #bufferOf(type: string): EventBuffer {
    const known = this.#kinds.get(type);
    if (known) return known;
    const buffer = new EventBuffer();
    this.#kinds.set(type, buffer);
    return buffer;
  }

  /** A row of the same type and person in a table replaces the person's own date. */
  #addDatedColumns(table: InputTable): void {
    for (const [place, [column, type]] of DATED_COLUMNS.entries()) {
      const dates = table.columns[column];
      if (!dates) continue;
      const replaced = this.#kinds.get(type)?.persons();
      for (let person = 0; person < this.#ids.length; person++) {
        const row = this.#personRow[person]!;
        if (row < 0) continue;
        const instant = this.#readDate(table, row, column, cellAt(dates, row), false);
        if (!instant || replaced?.has(person)) continue;
        this.#bufferOf(type).push(person, instant.ms, row * DATED_COLUMNS.length + place, instant.dayOnly);
      }
    }
  }

  #finish(): Store {
    const { base, unit, wide, first, last } = this.#scale();
    const kinds = new Map<string, EventKind>();
    for (const [type, buffer] of this.#kinds) {
      kinds.set(type, this.#toKind(type, buffer, base, unit, wide));
      // One type's raw rows are given back before the next is laid out.
      this.#kinds.delete(type);
    }
    const people = this.#toPeople();
    const summary = this.#summarize(kinds, people, first, last);
    const { experiments = [] } = this.#input;
    const campaigns = this.#campaigns;
    return new Store({
      calendar: this.#calendar,
      base,
      unit,
      summary,
      people,
      kinds,
      campaigns,
      experiments,
    });
  }

  /** Whole seconds in 32 bits where the data allows it; milliseconds else (speed.md, "Layout"). */
  #scale() {
    let first = Infinity;
    let last = -Infinity;
    let whole = true;
    for (const { ms, length } of this.#kinds.values()) {
      for (let i = 0; i < length; i++) {
        const instant = ms[i]!;
        if (instant < first) first = instant;
        if (instant > last) last = instant;
        if (instant % 1000 !== 0) whole = false;
      }
    }
    if (first > last) return { base: 0, unit: 1000, wide: false, first: undefined, last: undefined };
    const fits = whole && (last - first) / 1000 <= LARGEST_INT32;
    return { base: first, unit: fits ? 1000 : 1, wide: !fits, first, last };
  }

  #toKind(type: string, buffer: EventBuffer, base: number, unit: number, wide: boolean): EventKind {
    const { off, rows } = sortBySubject(buffer, this.#ids.length);
    const time = wide ? new Float64Array(rows.length) : new Int32Array(rows.length);
    const seq = this.#seq > LARGEST_INT32 ? new Float64Array(rows.length) : new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      time[i] = (buffer.ms[rows[i]!]! - base) / unit;
      seq[i] = buffer.seq[rows[i]!]!;
    }
    const first = this.#starts[0] ?? Infinity;
    // The readers hold these alone, not the builder with all it gathered.
    const input = this.#input;
    const starts = this.#starts;
    return new EventKind({
      type,
      off,
      time,
      seq,
      dayOnly: toFlags(rows.length, (i) => buffer.day[rows[i]!] === 1),
      fromPerson: toFlags(rows.length, (i) => seq[i]! < first),
      properties: propertiesOf(input, starts, seq, type),
      read: (row, property) => readProperty(input, starts, seq[row]!, type, property),
    });
  }

  #toPeople(): PeopleParts {
    const columns = this.#input.people?.columns ?? {};
    const rows = Int32Array.from(this.#personRow);
    return {
      ids: this.#ids,
      byKey: this.#byKey,
      properties: Object.keys(columns),
      read: (person, property) => {
        const row = rows[person]!;
        return row < 0 ? undefined : cellAt(ownColumn(columns, property), row);
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

/** 1 where something holds; null where it nowhere does. */
function toFlags(length: number, holds: (row: number) => boolean): Uint8Array | null {
  let flags: Uint8Array | null = null;
  for (let row = 0; row < length; row++) if (holds(row)) (flags ??= new Uint8Array(length))[row] = 1;
  return flags;
}

/** Which event table a place is in, as an index; −1 for the dated columns of the people. */
function tableOf(starts: readonly number[], seq: number): number {
  return starts.findLastIndex((start) => start <= seq);
}

/** The tables that places are in; the people's comes last. */
function tablesOf(starts: readonly number[], seqs: ArrayLike<number>): number[] {
  const tables = new Set<number>();
  let from = Infinity;
  let to = -Infinity;
  for (let i = 0; i < seqs.length; i++) {
    // Neighbours are nearly always of one table.
    if (seqs[i]! >= from && seqs[i]! < to) continue;
    const table = tableOf(starts, seqs[i]!);
    tables.add(table);
    from = starts[table] ?? -Infinity;
    to = starts[table + 1] ?? Infinity;
  }
  const own = [...tables].filter((table) => table >= 0).sort((a, b) => a - b);
  return tables.has(-1) ? [...own, -1] : own;
}

function propertiesOf(
  input: StoreInput,
  starts: readonly number[],
  seqs: ArrayLike<number>,
  type: string,
): string[] {
  const names = new Set<string>();
  for (const table of tablesOf(starts, seqs)) {
    const columns = table < 0 ? input.people!.columns : input.events[table]!.columns;
    for (const name of Object.keys(columns)) if (!STRUCTURAL.has(name)) names.add(name);
    if (table < 0 && type === 'client') names.add('via');
  }
  return [...names];
}

/**
 * A property of the event at a place: of its row in its table, or of the person's row for the event of a dated
 * column; there `via` says how a client came.
 */
function readProperty(
  input: StoreInput,
  starts: readonly number[],
  seq: number,
  type: string,
  property: string,
): unknown {
  const table = tableOf(starts, seq);
  if (table >= 0) return cellAt(ownColumn(input.events[table]!.columns, property), seq - starts[table]!);
  const { columns } = input.people!;
  const row = Math.floor(seq / DATED_COLUMNS.length);
  const own = cellAt(ownColumn(columns, property), row);
  if (type !== 'client' || property !== 'via' || toId(own) !== undefined) return own;
  return toId(cellAt(ownColumn(columns, 'referredBy'), row)) === undefined ? undefined : 'referral';
}

/** A column by its own name only, never one inherited by the object (`__proto__`, `constructor`). */
function ownColumn(columns: Record<string, Cells>, name: string): Cells | undefined {
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
