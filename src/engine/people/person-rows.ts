import type { CellValue } from '../dataset/column.ts';
import type { Store } from '../dataset/store.ts';
import { present } from '../present.ts';
import type { PeopleQuery, PersonRow } from '../schema/index.ts';
import { fold, rankValues, testColumn, testFolded, toKey } from './folded-column.ts';
import { rankKeys, sortByRank, type Ranks, type SortKey } from './rank-rows.ts';
import { toIso } from './to-iso.ts';

/** Columns of a person that a row names itself, or that are dates of the journey. */
const NAMED: ReadonlySet<string> = new Set([
  'id',
  'name',
  'email',
  'phone',
  'source',
  'leadStage',
  'tags',
  'consent',
  'lastContactedAt',
  'createdAt',
  'leadCreatedAt',
  'convertedToCustomerAt',
  'isCustomer',
  'referredBy',
]);
/** Rows of a page where the query does not say. */
const DEFAULT_LIMIT = 100;
const NEWEST_FIRST: PeopleSort = { by: 'enteredAt', descending: true };

type PeopleSort = NonNullable<PeopleQuery['sort']>;

export type { SortKey } from './rank-rows.ts';

/** Properties that a search looks at, besides the id. */
const SEARCHED = ['name', 'email', 'phone', 'tags'];
/** What an id that is a number can be written with. */
const NUMBER_TEXT = /^[\d.e+-]*$/;

/** What a list of people needs to know of its rows, which may be attempts, memberships or persons. */
export interface RowAccess {
  /** The host's id of a row. */
  idOf(row: number): string | number;
  /** Dense index of the person of a row. */
  personOf(row: number): number;
  /** A key that is not a property of the person; null: it is one. */
  keyOf(row: number, by: string): SortKey | null;
}

type RowTest = (row: number) => boolean;

/** Searches, sorts and fills lists of people of one store: one way to make a row, whatever the list is of. */
export class PersonRows {
  readonly #store: Store;
  readonly #access: RowAccess;
  readonly #now: number;

  /** @param now epoch ms; what comes later is not yet known */
  constructor(store: Store, access: RowAccess, now: number) {
    this.#store = store;
    this.#access = access;
    this.#now = now;
  }

  /** Rows that fulfil a query. */
  filter(rows: number[], query: PeopleQuery): number[] {
    const tests = this.#testsOf(query);
    return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
  }

  /** Rows in an order, by default the newest first; equals stay as they came. */
  sort(rows: readonly number[], { by, descending = false }: PeopleSort = NEWEST_FIRST): number[] {
    return sortByRank(rows, this.#rank(rows, by), descending);
  }

  /** What is known of the person of a row, whatever the list is of. */
  describe(row: number): Partial<PersonRow> {
    const text = (property: string) => asText(this.#value(row, property));
    const tags = this.#value(row, 'tags');
    return {
      ...present({ name: text('name'), email: text('email'), phone: text('phone') }),
      ...present({
        source: text('source'),
        leadStage: text('leadStage'),
        consent: toConsent(this.#value(row, 'consent')),
      }),
      ...(tags === undefined ? {} : { tags: toTags(tags) }),
      lastContactedAt: toIso(this.#lastContact(row)),
      properties: this.#properties(row),
    };
  }

  #testsOf({ q = '', exclude = [], where = {} }: PeopleQuery): RowTest[] {
    const needle = fold(q);
    const excluded = new Set(exclude.map(String));
    const { idOf, personOf } = this.#access;
    const isKept: RowTest = (row) => !excluded.has(String(idOf(row)));
    const ofWhere = Object.entries(where).map(([property, value]): RowTest => {
      const test = testColumn(this.#store.personColumn(property), (own) => hasValue(property, own, value));
      return (row) => test(personOf(row));
    });
    return [
      ...(excluded.size === 0 ? [] : [isKept]),
      ...ofWhere,
      ...(needle === '' ? [] : [this.#searchTest(needle)]),
    ];
  }

  #searchTest(needle: string): RowTest {
    const { idOf, personOf } = this.#access;
    const tests = SEARCHED.map((property) =>
      testFolded(this.#store.personColumn(property), (text) => text.includes(needle)),
    );
    const maybeNumber = NUMBER_TEXT.test(needle);
    const isId: RowTest = (row) => {
      const id = idOf(row);
      return typeof id === 'number' ? maybeNumber && String(id).includes(needle) : fold(id).includes(needle);
    };
    return (row) => {
      const person = personOf(row);
      return tests.some((test) => test(person)) || isId(row);
    };
  }

  #rank(rows: readonly number[], by: string): Ranks {
    const [first] = rows;
    const { idOf, personOf, keyOf } = this.#access;
    if (first === undefined) return { of: new Uint32Array(), highest: 0 };
    if (keyOf(first, by) !== null) return rankKeys(rows.map((row) => keyOf(row, by) ?? undefined));
    if (by === 'lastContactedAt') return rankKeys(rows.map((row) => this.#lastContact(row)));
    if (by === 'id') return rankKeys(rows.map((row) => toKey(idOf(row))));
    const column = this.#store.personColumn(by);
    if (column?.kind !== 'dictionary') return rankKeys(rows.map((row) => toKey(this.#value(row, by))));
    const ofCodes = rankValues(column);
    const of = new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) of[i] = ofCodes.of[column.codes[personOf(rows[i]!)]!]!;
    return { of, highest: ofCodes.highest };
  }

  #value(row: number, property: string): CellValue | undefined {
    return this.#store.personValue(this.#access.personOf(row), property);
  }

  /** The latest contact up to now. */
  #lastContact(row: number): number | undefined {
    const kind = this.#store.persons.kinds.get('contact');
    if (!kind) return undefined;
    const person = this.#access.personOf(row);
    for (let i = kind.off[person + 1]! - 1; i >= kind.off[person]!; i--) {
      const ms = this.#store.toMs(kind.time[i]!);
      if (ms <= this.#now) return ms;
    }
    return undefined;
  }

  #properties(row: number): NonNullable<PersonRow['properties']> {
    const names = this.#store.summary.personProperties.filter((property) => !NAMED.has(property));
    return Object.fromEntries(names.map((property) => [property, this.#value(row, property) ?? null]));
  }
}

/** The part of arranged rows that a query asks for, and where the next begins. */
export function cutPage(
  rows: readonly number[],
  query: PeopleQuery,
): { page: number[]; cursor: string | null } {
  const offset = query.offset ?? 0;
  const end = offset + (query.limit ?? DEFAULT_LIMIT);
  return { page: rows.slice(offset, end), cursor: end < rows.length ? String(end) : null };
}

function hasValue(
  property: string,
  own: CellValue | undefined,
  value: string | number | boolean | null,
): boolean {
  if (value === null || own === undefined) return value === null && own === undefined;
  return (property === 'tags' ? toTags(own) : [own]).some((entry) => String(entry) === String(value));
}

function asText(value: CellValue | undefined): string | undefined {
  return value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value);
}

function toTags(value: CellValue): string[] {
  if (Array.isArray(value)) return value;
  return String(value)
    .split(/[,;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** A consent arrives as an object, which a column keeps as JSON. */
function toConsent(value: CellValue | undefined): PersonRow['consent'] | undefined {
  if (typeof value !== 'string' || !value.startsWith('{')) return undefined;
  try {
    const { email, sms } = JSON.parse(value) as { email?: unknown; sms?: unknown };
    return present({
      email: email === undefined ? undefined : email === true,
      sms: sms === undefined ? undefined : sms === true,
    });
  } catch {
    // A cell that merely begins like an object is no consent; what the host wrote stays readable as its own column.
    return undefined;
  }
}
