import { RecentlyUsed } from '../recently-used.ts';
import type { PeopleQuery } from '../schema/index.ts';

/** The rows of a list in its order, and how many the segment has before the search. */
export interface Arranged {
  rows: readonly number[];
  segmentTotal: number;
}

/** Lists kept at most. */
const KEPT_LISTS = 4;

/** The lists of one run that were asked for last: a list is asked for page by page, and arranged once. */
export class ArrangedLists {
  readonly #lists = new RecentlyUsed<Arranged>(KEPT_LISTS);

  /** The list of a segment under a query, whichever page of it is wanted. */
  get(segment: object, { offset: _, limit: __, ...query }: PeopleQuery, arrange: () => Arranged): Arranged {
    return this.#lists.get(JSON.stringify([segment, query]), arrange);
  }
}
