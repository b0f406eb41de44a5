import type { PeopleQuery } from '../schema/index.ts';

/** The rows of a list in its order, and how many the segment has before the search. */
export interface Arranged {
  rows: readonly number[];
  segmentTotal: number;
}

/** Lists kept at most; the one used longest ago goes first. */
const KEPT_LISTS = 4;

/** The lists of one run that were asked for last: a list is asked for page by page, and arranged once. */
export class ArrangedLists {
  readonly #lists = new Map<string, Arranged>();

  /** The list of a segment under a query, whichever page of it is wanted. */
  get(segment: object, { offset: _, limit: __, ...query }: PeopleQuery, arrange: () => Arranged): Arranged {
    const key = JSON.stringify([segment, query]);
    const list = this.#lists.get(key) ?? arrange();
    // Deleted and set again, so that the map's order is that of use.
    this.#lists.delete(key);
    this.#lists.set(key, list);
    if (this.#lists.size > KEPT_LISTS) this.#lists.delete(this.#lists.keys().next().value!);
    return list;
  }
}
