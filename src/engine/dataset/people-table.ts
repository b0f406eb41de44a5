import { cellAt, eraseRows, ownColumn, type Cells } from './cells.ts';
import { IdTable } from './id-table.ts';
import type { InputTable } from './store-input.ts';

/** A table of people; `start` is the number of its first row over all of them. */
interface PeoplePart {
  columns: Record<string, Cells>;
  start: number;
  length: number;
}

interface PeopleTableParts {
  ids: IdTable;
  count: number;
  parts: readonly PeoplePart[];
  /** First row of each person over all tables; −1 for those known from events only. */
  rows: Int32Array;
  /** Further rows of those who have more than one, ascending. */
  later: ReadonlyMap<number, readonly number[]>;
}

/** Who there is: ids, and the columns of the host's tables of people as they came in. Immutable. */
export class PeopleTable {
  readonly ids: IdTable;
  readonly count: number;
  readonly properties: readonly string[];
  readonly #parts: readonly PeoplePart[];
  readonly #rows: Int32Array;
  readonly #later: ReadonlyMap<number, readonly number[]>;

  constructor(parts: PeopleTableParts = NOBODY) {
    this.ids = parts.ids;
    this.count = parts.count;
    this.#parts = parts.parts;
    this.#rows = parts.rows;
    this.#later = parts.later;
    this.properties = [...new Set(parts.parts.flatMap(({ columns }) => Object.keys(columns)))];
  }

  /** Dense index of an id; undefined when there is none. */
  indexOf(id: string | number): number | undefined {
    const index = this.ids.find(id);
    return index >= 0 && index < this.count ? index : undefined;
  }

  /** Whether a person has a row, and is not known from events only. */
  hasRow(person: number): boolean {
    return this.#rows[person]! >= 0;
  }

  /** A cell of a person: of the latest of their rows whose table has such a column. */
  read(person: number, property: string): unknown {
    const later = this.#later.size === 0 ? undefined : this.#later.get(person);
    for (let i = (later?.length ?? 0) - 1; i >= 0; i--) {
      const part = this.#partOf(later![i]!);
      if (Object.hasOwn(part.columns, property))
        return cellAt(part.columns[property], later![i]! - part.start);
    }
    const row = this.#rows[person]!;
    if (row < 0) return undefined;
    const part = this.#partOf(row);
    return cellAt(ownColumn(part.columns, property), row - part.start);
  }

  /**
   * With a further table: `personOf[row]` is whom each of its rows is about, −1 where it cannot be used. Of those who
   * have a row already, the new cells replace the old ones; columns that the new table does not have stay as they were.
   */
  add({ columns, length }: InputTable, personOf: Int32Array, ids: IdTable): PeopleTable {
    const last = this.#parts.at(-1);
    const start = last ? last.start + last.length : 0;
    const rows = this.#extendRows(ids.size);
    const later = new Map(this.#later);
    for (let row = 0; row < length; row++) {
      const person = personOf[row]!;
      if (person < 0) continue;
      if (rows[person]! < 0) rows[person] = start + row;
      else later.set(person, [...(later.get(person) ?? []), start + row]);
    }
    const parts = [...this.#parts, { columns: { ...columns }, start, length }];
    return new PeopleTable({ ids, count: ids.size, parts, rows, later });
  }

  /** With those behind who are known from events only. */
  extend(ids: IdTable): PeopleTable {
    if (ids === this.ids && ids.size === this.count) return this;
    const rows = this.#extendRows(ids.size);
    return new PeopleTable({ ids, count: ids.size, parts: this.#parts, rows, later: this.#later });
  }

  /** Without some people, of whom nothing is left. `indexOf[person]` is each one's new index, −1 for who goes. */
  remove(indexOf: Int32Array): PeopleTable {
    const stays = (person: number) => indexOf[person]! >= 0;
    const gone: number[] = [];
    const later = new Map<number, readonly number[]>();
    for (let person = 0; person < this.count; person++) {
      const further = this.#later.get(person);
      if (!stays(person)) gone.push(this.#rows[person]!, ...(further ?? []));
      else if (further) later.set(indexOf[person]!, further);
    }
    const ids = this.ids.filter((person) => person < this.count && stays(person));
    return new PeopleTable({
      ids,
      count: ids.size,
      parts: this.#parts.map((part) => erasePart(part, gone)),
      rows: this.#rows.filter((_, person) => stays(person)),
      later,
    });
  }

  #extendRows(count: number): Int32Array {
    const rows = new Int32Array(count).fill(-1);
    rows.set(this.#rows);
    return rows;
  }

  #partOf(row: number): PeoplePart {
    let last = this.#parts.length - 1;
    while (this.#parts[last]!.start > row) last--;
    return this.#parts[last]!;
  }
}

const NOBODY: PeopleTableParts = {
  get ids() {
    return new IdTable();
  },
  count: 0,
  parts: [],
  rows: new Int32Array(0),
  later: new Map(),
};

function erasePart(part: PeoplePart, gone: readonly number[]): PeoplePart {
  const own = gone.map((row) => row - part.start).filter((row) => row >= 0 && row < part.length);
  return own.length === 0 ? part : { ...part, columns: eraseRows(part.columns, own) };
}
