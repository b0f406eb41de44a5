import type { CellValue } from '../dataset/column.ts';
import type { Store } from '../dataset/store.ts';
import { present } from '../present.ts';
import type { PeopleQuery, PersonRow } from '../schema/index.ts';
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

/** What a list is sorted by. */
export type SortKey = string | number | undefined;

/** What a list of people needs to know of its rows, which may be attempts, memberships or persons. */
export interface RowAccess {
  /** The host's id of a row. */
  idOf(row: number): string | number;
  /** Dense index of the person of a row. */
  personOf(row: number): number;
  /** A key that is not a property of the person; null: it is one. */
  keyOf(row: number, by: string): SortKey | null;
}

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
    const needle = fold(query.q ?? '');
    const excluded = new Set(query.exclude?.map(String));
    const wheres = Object.entries(query.where ?? {});
    if (needle === '' && excluded.size === 0 && wheres.length === 0) return rows;
    return rows.filter((row) => {
      if (excluded.has(String(this.#access.idOf(row)))) return false;
      if (!wheres.every(([property, value]) => this.#hasValue(row, property, value))) return false;
      return needle === '' || this.#searchText(row).includes(needle);
    });
  }

  /** Rows in an order, by default the newest first; equals stay as they came. */
  sort(rows: readonly number[], { by, descending }: PeopleSort = NEWEST_FIRST): number[] {
    // A key is worked out once a row, not once a comparison.
    const keys = rows.map((row) => this.#sortKey(row, by));
    const sign = descending ? -1 : 1;
    const places = [...rows.keys()].sort((a, b) => compareKeys(keys[a], keys[b], sign));
    return places.map((place) => rows[place]!);
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

  #sortKey(row: number, by: string): SortKey {
    const own = this.#access.keyOf(row, by);
    if (own !== null) return own;
    if (by === 'lastContactedAt') return this.#lastContact(row);
    const value = by === 'id' ? this.#access.idOf(row) : this.#value(row, by);
    return typeof value === 'number' ? value : value === undefined ? undefined : fold(String(value));
  }

  #value(row: number, property: string): CellValue | undefined {
    return this.#store.personValue(this.#access.personOf(row), property);
  }

  #hasValue(row: number, property: string, value: string | number | boolean | null): boolean {
    const own = this.#value(row, property);
    if (value === null || own === undefined) return value === null && own === undefined;
    return (property === 'tags' ? toTags(own) : [own]).some((entry) => String(entry) === String(value));
  }

  #searchText(row: number): string {
    const parts = ['name', 'email', 'phone', 'tags'].map((property) => this.#value(row, property) ?? '');
    return fold([this.#access.idOf(row), ...parts].join('\n'));
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

/** Lower case without accents, so that "Zoe" finds "Zoë". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Missing last, whichever the direction. */
function compareKeys(a: SortKey, b: SortKey, sign: number): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  if (a === b) return 0;
  return (a < b ? -1 : 1) * sign;
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
