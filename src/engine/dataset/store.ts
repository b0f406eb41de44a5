import type { Experiment } from '../schema/figures-experiments.ts';
import type { Calendar } from './calendar.ts';
import type { CampaignRow } from './campaigns.ts';
import { encodeColumn, valueAt, type CellValue, type Column } from './column.ts';
import type { EventRows } from './event-rows.ts';
import type { EventTables } from './event-tables.ts';
import { addUp, boundsOf, gather, pickFrom, toPlaces } from './gather.ts';
import type { PeopleTable } from './people-table.ts';
import { Scratch } from './scratch.ts';
import type { StoreSummary } from './store-input.ts';

/** Reads a property of the event at a row; how is the builder's business. */
export type PropertyReader = (row: number, property: string) => unknown;

/**
 * All events of one type, sorted by subject, then instant, then table and row. Irrelevant types are never
 * touched by a funnel, which is why each has a table of its own (speed.md, "Layout").
 */
export class EventKind {
  readonly type: string;
  /** Rows of subject `s` are `off[s]` to `off[s + 1] - 1`. */
  readonly off: Int32Array;
  /** Ticks since the store's base. */
  readonly time: Int32Array | Float64Array;
  /** Place in (table, row), over all types: breaks ties of instants, identifies an event. Below 0 those of people. */
  readonly seq: Int32Array | Float64Array;
  /** 1 where only the day is known; null when no row is so. */
  readonly dayOnly: Uint8Array | null;
  readonly properties: readonly string[];
  readonly #read: PropertyReader;
  readonly #columns: Map<string, Column | undefined>;
  #fromPerson: Uint8Array | null | undefined;
  #span: readonly [first: number, last: number] | undefined;

  constructor(parts: EventKindParts) {
    this.type = parts.type;
    this.off = parts.off;
    this.time = parts.time;
    this.seq = parts.seq;
    this.dayOnly = parts.dayOnly;
    this.properties = parts.properties;
    this.#read = parts.read;
    this.#columns = new Map(parts.columns);
  }

  get count(): number {
    return this.time.length;
  }

  /** Ticks of the first and the last event. */
  get span(): readonly [first: number, last: number] {
    return (this.#span ??= boundsOf(this.time));
  }

  /** 1 where the event comes from a dated column of a person; null when none does. */
  get fromPerson(): Uint8Array | null {
    if (this.#fromPerson === undefined) {
      this.#fromPerson = null;
      for (let row = 0; row < this.seq.length; row++)
        if (this.seq[row]! < 0) (this.#fromPerson ??= new Uint8Array(this.seq.length))[row] = 1;
    }
    return this.#fromPerson;
  }

  /** The properties that were encoded so far. */
  get encoded(): ReadonlyMap<string, Column | undefined> {
    return this.#columns;
  }

  /** A property as a column; encoded when first asked for. Undefined when no row can have it. */
  column(property: string): Column | undefined {
    if (!this.#columns.has(property)) {
      const known = this.properties.includes(property);
      const column = known ? encodeColumn(this.count, (row) => this.#read(row, property)) : undefined;
      this.#columns.set(property, column);
    }
    return this.#columns.get(property);
  }

  /** A property of a row as the host gave it. */
  readCell(row: number, property: string): unknown {
    return this.#read(row, property);
  }

  /** The same rows in another order and under other subjects. */
  regroup(off: Int32Array, order: Int32Array): EventKind {
    return new EventKind({
      type: this.type,
      off,
      time: gather(this.time, order),
      seq: gather(this.seq, order),
      dayOnly: this.dayOnly && gather(this.dayOnly, order),
      properties: this.properties,
      read: (row, property) => valueAt(this.column(property), order[row]!),
    });
  }
}

/** What an {@link EventKind} is made of. */
export interface EventKindParts extends EventRows {
  type: string;
  properties: readonly string[];
  read: PropertyReader;
  /** Properties that are encoded already. */
  columns?: Iterable<readonly [string, Column | undefined]>;
}

/** The events seen as belonging to persons, or to memberships. */
export interface SubjectView {
  subject: 'person' | 'membership';
  count: number;
  kinds: ReadonlyMap<string, EventKind>;
  /** Dense index of the person of a subject. */
  personOf(subject: number): number;
  /** The host's id of a subject. */
  idOf(subject: number): string | number;
  /** The host's ids of several. */
  idsOf(subjects: Int32Array): (string | number)[];
  /** Dense index of an id; undefined when there is none. */
  indexOf(id: string | number): number | undefined;
}

/** What a {@link Store} is made of. */
export interface StoreParts {
  calendar: Calendar;
  base: number;
  unit: number;
  summary: StoreSummary;
  people: PeopleTable;
  kinds: ReadonlyMap<string, EventKind>;
  tables: EventTables;
  campaigns: readonly CampaignRow[];
  experiments: readonly Experiment[];
}

/**
 * The columnar store: what every run of a funnel reads. Subjects are dense integers; the host's ids are in a
 * table of their own. Immutable. Made by `createStore`, `appendToStore` and `removePeople`.
 */
export class Store {
  readonly calendar: Calendar;
  /** Epoch ms of tick 0, and ms a tick. */
  readonly base: number;
  readonly unit: number;
  readonly summary: StoreSummary;
  readonly persons: SubjectView;
  /** What channels reported, in the order of the rows. */
  readonly campaigns: readonly CampaignRow[];
  readonly experiments: readonly Experiment[];
  /** What it was made of, for the stores that follow it. */
  readonly parts: StoreParts;
  /** For passes over its events. */
  readonly scratch = new Scratch();
  readonly #people: PeopleTable;
  readonly #personColumns = new Map<string, Column | undefined>();
  #memberships: SubjectView | undefined;
  #places: Int32Array = new Int32Array(0);

  constructor(parts: StoreParts) {
    this.parts = parts;
    this.calendar = parts.calendar;
    this.base = parts.base;
    this.unit = parts.unit;
    this.summary = parts.summary;
    this.campaigns = parts.campaigns;
    this.experiments = parts.experiments;
    const { people } = parts;
    this.#people = people;
    this.persons = {
      subject: 'person',
      count: people.count,
      kinds: parts.kinds,
      personOf: (subject) => subject,
      idOf: (subject) => people.ids.at(subject),
      idsOf: (subjects) => people.ids.pick(subjects),
      indexOf: (id) => people.indexOf(id),
    };
  }

  /** Events by membership instance; grouped when first asked for. */
  get memberships(): SubjectView {
    return (this.#memberships ??= groupByMembership(this.persons));
  }

  /** Whether ticks are whole seconds, so that instants need no truncation to seconds. */
  get isWhole(): boolean {
    return this.unit === 1000 && this.base % 1000 === 0;
  }

  /** Epoch ms of a tick. */
  toMs(tick: number): number {
    return this.base + tick * this.unit;
  }

  /** Last tick at or before an instant. */
  toTick(ms: number): number {
    return Math.floor((ms - this.base) / this.unit);
  }

  /** 0, 1, 2 … up to a length: one array for everybody who asks, so never to be written to. */
  places(length: number): Int32Array {
    if (this.#places.length < length) this.#places = toPlaces(length);
    return this.#places.subarray(0, length);
  }

  /** A property of the people as a column. */
  personColumn(property: string): Column | undefined {
    if (!this.#personColumns.has(property)) {
      const known = this.#people.properties.includes(property) || DERIVED.has(property);
      const read = (row: number) => this.#readPerson(row, property);
      this.#personColumns.set(property, known ? encodeColumn(this.#people.count, read) : undefined);
    }
    return this.#personColumns.get(property);
  }

  /** A property of one person. */
  personValue(person: number, property: string): CellValue | undefined {
    return valueAt(this.personColumn(property), person);
  }

  #readPerson(person: number, property: string): unknown {
    if (property === 'id') return this.#people.ids.at(person);
    const own = this.#people.read(person, property);
    return property === 'customerSince' ? (own ?? this.#customerSince(person)) : own;
  }

  /**
   * Since when somebody is a customer: the first conversion; of a customer without a date, the beginning of
   * time, because "one with `isCustomer` and no date counts" (funnels.md, `reactivation`).
   */
  #customerSince(person: number): string | undefined {
    const conversions = this.persons.kinds.get('conversion');
    if (conversions && conversions.off[person]! < conversions.off[person + 1]!) {
      return new Date(this.toMs(conversions.time[conversions.off[person]!]!)).toISOString();
    }
    const flag = this.personValue(person, 'isCustomer');
    return flag === true || String(flag) === 'true' || String(flag) === '1' ? '0001-01-01' : undefined;
  }
}

/** Properties of a person that the store derives. */
const DERIVED: ReadonlySet<string> = new Set(['id', 'customerSince']);

function groupByMembership(persons: SubjectView): SubjectView {
  const ids: (string | number)[] = [];
  const byKey = new Map<string, number>();
  const owner: number[] = [];
  const kinds = new Map<string, EventKind>();
  // Purchases first: a membership is of the person who bought it.
  const members = [...persons.kinds.values()]
    .filter((kind) => kind.column('membership') !== undefined)
    .sort((a, b) => Number(b.type === 'purchase') - Number(a.type === 'purchase'));
  const subjects = members.map((kind) => subjectsOf(kind, persons.count));
  for (const [k, kind] of members.entries()) {
    const column = kind.column('membership');
    for (let row = 0; row < kind.count; row++) {
      const id = valueAt(column, row);
      if (id === undefined || byKey.has(String(id))) continue;
      byKey.set(String(id), ids.length);
      ids.push(typeof id === 'number' ? id : String(id));
      owner.push(subjects[k]![row]!);
    }
  }
  for (const kind of members) {
    const column = kind.column('membership');
    const target = Int32Array.from(
      { length: kind.count },
      (_, row) => byKey.get(String(valueAt(column, row))) ?? -1,
    );
    kinds.set(kind.type, regroupBy(kind, target, ids.length));
  }
  return {
    subject: 'membership',
    count: ids.length,
    kinds,
    personOf: (subject) => owner[subject]!,
    idOf: (subject) => ids[subject]!,
    idsOf: (subjects) => pickFrom(ids, subjects),
    indexOf: (id) => byKey.get(String(id)),
  };
}

/** Dense subject of each row. */
function subjectsOf(kind: EventKind, count: number): Int32Array {
  const subjects = new Int32Array(kind.count);
  for (let s = 0; s < count; s++) subjects.fill(s, kind.off[s], kind.off[s + 1]);
  return subjects;
}

/** Regroups rows under other subjects; rows of subject −1 are left out. */
function regroupBy(kind: EventKind, subject: Int32Array, count: number): EventKind {
  const rows: number[] = [];
  for (let row = 0; row < kind.count; row++) if (subject[row]! >= 0) rows.push(row);
  rows.sort(
    (a, b) => subject[a]! - subject[b]! || kind.time[a]! - kind.time[b]! || kind.seq[a]! - kind.seq[b]!,
  );
  const off = new Int32Array(count + 1);
  for (const row of rows) off[subject[row]! + 1]!++;
  addUp(off);
  return kind.regroup(off, Int32Array.from(rows));
}
