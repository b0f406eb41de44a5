import type { PeopleHost } from '../../controllers/people-host.ts';
import type { PeopleQuery } from '../../engine/index.ts';
import type { PersonRow } from '../../engine/schema/index.ts';
import type { PeopleSegment } from '../../events/index.ts';
import type { ListQuery, PropertyFilter } from './people-list.ts';
import type { PersonId } from './selection.ts';

/** Rows asked for at a time where all are gone through. */
export const BATCH_SIZE = 1_000;

/** No search, no filter, the order of the host. */
export const WHOLE_LIST: ListQuery = { q: '', filters: [] };

/** Filters as a host is asked for them. */
function toHostWhere(filters: readonly PropertyFilter[]): Pick<PeopleQuery, 'where'> {
  if (filters.length === 0) return {};
  return { where: Object.fromEntries(filters.map(({ property, value }) => [property, value])) };
}

/** Search and filters as a host is asked for them. */
export function toHostPart(
  part: Pick<ListQuery, 'q' | 'filters'> = WHOLE_LIST,
): Pick<PeopleQuery, 'q' | 'where'> {
  const q = part.q.trim();
  return { ...(q ? { q } : {}), ...toHostWhere(part.filters) };
}

/** The question a host is asked for a query. */
export function toHostQuery(query: ListQuery): PeopleQuery {
  return { ...toHostPart(query), ...(query.sort ? { sort: { ...query.sort } } : {}) };
}

/** The people of a segment, gone through in batches from the first to the last, as they are asked for. */
export class HostStream {
  readonly #source: PeopleHost | undefined;
  readonly #segment: PeopleSegment | undefined;

  constructor(source: PeopleHost | undefined, segment: PeopleSegment | undefined) {
    this.#source = source;
    this.#segment = segment;
  }

  async *iterateRows(query: PeopleQuery, signal: AbortSignal): AsyncGenerator<readonly PersonRow[]> {
    if (!this.#source || !this.#segment) return;
    for (let offset = 0; ;) {
      const part = { ...query, offset, limit: BATCH_SIZE };
      const page = await this.#source.people(this.#segment, part, { signal });
      if (page.people.length > 0) yield page.people;
      offset += page.people.length;
      if (page.people.length === 0 || offset >= page.total) return;
    }
  }

  async *iterateIds(query: PeopleQuery, signal: AbortSignal): AsyncGenerator<PersonId[]> {
    if (!this.#source || !this.#segment) return;
    if (this.#source.ids) return yield* this.#source.ids(this.#segment, query, { signal });
    for await (const rows of this.iterateRows(query, signal)) yield rows.map((row) => row.id);
  }
}
