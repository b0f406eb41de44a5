import { cellAt, eraseRows, ownColumn, type Cells } from './cells.ts';
import type { InputTable } from './store-input.ts';

/** Columns of an event table that are not properties. */
const STRUCTURAL: ReadonlySet<string> = new Set(['type', 'person', 'at']);

type Columns = Record<string, Cells>;

/**
 * The properties of the events as they came in, table after table; an event knows its place. Types, persons and dates
 * are not held on to: they have been laid out.
 */
export class EventTables {
  readonly #tables: readonly Columns[];
  /** Place of the first row of each table, ascending. */
  readonly #starts: readonly number[];
  /** How many places there are. */
  readonly length: number;

  constructor(tables: readonly Columns[] = [], starts: readonly number[] = [], length = 0) {
    this.#tables = tables;
    this.#starts = starts;
    this.length = length;
  }

  /** With one more table behind the others. */
  add({ columns, length }: InputTable): EventTables {
    const properties = Object.fromEntries(Object.entries(columns).filter(([name]) => !STRUCTURAL.has(name)));
    return new EventTables(
      [...this.#tables, properties],
      [...this.#starts, this.length],
      this.length + length,
    );
  }

  /** A property of the event at a place. */
  read(place: number, property: string): unknown {
    const table = this.#tableOf(place);
    return cellAt(ownColumn(this.#tables[table]!, property), place - this.#starts[table]!);
  }

  /** The properties that the events at some places can have, in the order of the tables. */
  propertiesAt(places: ArrayLike<number>): string[] {
    const tables = [...this.#tablesAt(places)].sort((a, b) => a - b);
    return [...new Set(tables.flatMap((table) => Object.keys(this.#tables[table]!)))];
  }

  #tablesAt(places: ArrayLike<number>): Set<number> {
    const found = new Set<number>();
    let from = Infinity;
    let to = -Infinity;
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      // Neighbours are nearly always of one table; the dated columns of people are of none.
      if (place < 0 || (place >= from && place < to)) continue;
      const table = this.#tableOf(place);
      found.add(table);
      from = this.#starts[table]!;
      to = this.#starts[table + 1] ?? Infinity;
    }
    return found;
  }

  /** The same without what stands at some places (ascending), so that nothing of them is left. */
  erase(places: Float64Array): EventTables {
    let next = 0;
    const tables = this.#tables.map((columns, table) => {
      const start = this.#starts[table]!;
      const end = this.#starts[table + 1] ?? Infinity;
      const first = next;
      while (next < places.length && places[next]! < end) next++;
      const rows = places.subarray(first, next).map((place) => place - start);
      return rows.length === 0 ? columns : eraseRows(columns, rows);
    });
    return new EventTables(tables, this.#starts, this.length);
  }

  #tableOf(place: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
