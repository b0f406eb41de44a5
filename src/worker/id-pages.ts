import type { SubjectId } from '../data/ask-options.ts';
import type { PeopleQuery } from '../engine/index.ts';

/** The last list of ids, which is asked for page by page. */
export class IdPages {
  #key = '';
  #ids: SubjectId[] = [];

  /**
   * A page of a list; numbers alone as an array that can be moved.
   * @param scope what the list is of, besides the query
   */
  page(
    scope: readonly unknown[],
    { offset = 0, limit = Infinity, ...query }: PeopleQuery,
    list: (query: PeopleQuery) => SubjectId[],
  ): SubjectId[] | Float64Array {
    const key = JSON.stringify([...scope, query]);
    if (this.#key !== key) {
      this.#ids = list(query);
      this.#key = key;
    }
    const page = this.#ids.slice(offset, offset + limit);
    return page.every((id) => typeof id === 'number') ? Float64Array.from(page) : page;
  }
}
