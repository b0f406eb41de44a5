import { FunnelwheelError } from '../engine/error.ts';
import type { PeopleQuery } from '../engine/index.ts';
import {
  parsePeoplePage,
  type FunnelResult,
  type PeoplePage,
  type FunnelSegment,
  type PersonRow,
  type Segment,
} from '../engine/schema/index.ts';
import type { AskOptions, SubjectId } from './ask-options.ts';
import { fetchJson, limitToOrigin, resolveUrl, type HostFetchOptions } from './host-fetch.ts';
import { expandUriTemplate, hasTemplateVariable, type TemplateValue } from './uri-template.ts';

/** Where people are asked for. `Part` is what names a part of them, such as a funnel's segment. */
export interface PeopleLink<Part> {
  /** RFC 6570 template with any of q, sort, where (JSON), cursor, offset, limit, and those of `toVariables`. */
  template: string;
  /** What the template is relative to, and whose origin the host's headers are meant for. */
  base: string;
  /**
   * The variables that name a part: of a funnel they are funnel, step, outcome, group, and `period` and `took` (JSON);
   * of several segments taken together funnel and `anyOf`, their JSON.
   */
  toVariables: (part: Part) => Readonly<Record<string, TemplateValue>>;
}

const PAGE_SIZE = 100;
const ID_PAGE_SIZE = 1000;

/** A place in a list that a cursor leads to; the first has none. */
interface Place {
  offset: number;
  cursor?: string;
}

/**
 * The people of a finished result, page by page from the host's server. Cursors are the server's own words, so a
 * row far down is reached from the closest page that was already seen.
 */
export class LinkedPeople<Part = FunnelSegment> {
  readonly #link: PeopleLink<Part>;
  readonly #options: HostFetchOptions;
  /** Whether the server is told how long a page is to be; else its cursors do not depend on it. */
  readonly #sizesPages: boolean;
  /** List → the places known in it, in ascending order. */
  readonly #places = new Map<string, Place[]>();

  constructor(link: PeopleLink<Part>, options: HostFetchOptions = {}) {
    this.#link = link;
    this.#sizesPages = hasTemplateVariable(link.template, 'limit');
    this.#options = options;
  }

  /** Rows `offset` to `offset + limit` (by default 100) of a list. */
  async page(part: Part, query: PeopleQuery, { signal }: AskOptions): Promise<PeoplePage> {
    const { offset = 0, limit = PAGE_SIZE } = query;
    this.#refuseUnasked(query);
    const places = this.#placesOf(part, query);
    const people: PersonRow[] = [];
    let place: Place | undefined = places.findLast((known) => known.offset <= offset);
    let last: PeoplePage = { people: [], total: 0 };
    while (place !== undefined && people.length < limit) {
      last = await this.#fetch(part, { ...query, limit }, place, signal);
      people.push(...last.people.slice(Math.max(0, offset - place.offset)));
      place = this.#note(places, place, last);
    }
    const { cursor: _, ...rest } = last;
    const end = offset + Math.min(people.length, limit);
    const isMore = place !== undefined || people.length > limit;
    return { ...rest, people: people.slice(0, limit), ...(isMore ? { cursor: String(end) } : {}) };
  }

  /** All ids of a list in pages of up to 1,000. */
  async *ids(part: Part, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]> {
    const excluded = new Set(query.exclude);
    const given = new Set<SubjectId>();
    for (let offset = 0; ;) {
      const { people, cursor } = await this.page(part, { ...query, offset, limit: ID_PAGE_SIZE }, options);
      const wanted = people
        .filter((person) => !excluded.has(person.id))
        .map((person) => toId(person, query.as));
      const ids = [...new Set(wanted)].filter((id) => !given.has(id));
      for (const id of ids) given.add(id);
      if (ids.length > 0) yield ids;
      if (cursor === undefined || people.length === 0) return;
      offset += people.length;
    }
  }

  /** A condition the server never hears of would give people that do not fulfil it. */
  #refuseUnasked({ where }: PeopleQuery): void {
    if (where !== undefined && Object.keys(where).length > 0) requireVariable(this.#link.template, 'where');
  }

  #placesOf(part: Part, { q, sort, where, limit }: PeopleQuery): Place[] {
    const key = JSON.stringify([part, q, sort, where, this.#sizesPages ? limit : undefined]);
    const places = this.#places.get(key) ?? [{ offset: 0 }];
    this.#places.set(key, places);
    return places;
  }

  /** Remembers where the next page starts; undefined when there is none. */
  #note(places: Place[], { offset }: Place, { people, cursor }: PeoplePage): Place | undefined {
    if (cursor === undefined || cursor === null || people.length === 0) return undefined;
    this.#refuseRing(places, offset, cursor);
    const next = { offset: offset + people.length, cursor };
    const known = places.findIndex((place) => place.offset >= next.offset);
    if (known === -1) places.push(next);
    else places.splice(known, places[known]?.offset === next.offset ? 1 : 0, next);
    return next;
  }

  /** A server that ignores the cursor would be asked without end. */
  #refuseRing(places: readonly Place[], offset: number, cursor: string): void {
    if (!places.some((place) => place.cursor === cursor && place.offset <= offset)) return;
    throw new FunnelwheelError('invalid-result', 'the cursor of a page of people leads back', {
      path: 'cursor',
      value: cursor,
    });
  }

  async #fetch(part: Part, query: PeopleQuery, place: Place, signal: AbortSignal): Promise<PeoplePage> {
    const address = expandUriTemplate(this.#link.template, this.#toVariables(part, query, place));
    const url = resolveUrl(address, this.#link.base);
    return parsePeoplePage(
      await fetchJson({ url, signal }, limitToOrigin(this.#options, this.#link.base, url)),
    );
  }

  #toVariables(part: Part, query: PeopleQuery, place: Place): Record<string, TemplateValue> {
    const { sort, q, where, limit } = query;
    return {
      ...this.#link.toVariables(part),
      q: q === '' ? undefined : q,
      sort: sort && `${sort.descending ? '-' : ''}${sort.by}`,
      where: where && JSON.stringify(where),
      cursor: place.cursor,
      offset: place.offset,
      limit,
    };
  }
}

/** A question the template has no place for would be answered as if it had not been asked. */
function requireVariable(template: string, name: string): void {
  if (hasTemplateVariable(template, name)) return;
  throw new FunnelwheelError('unsupported', `links.people has no variable "${name}"`, {
    path: 'links.people',
  });
}

/**
 * The people a result links to; undefined when it has no link. Of several segments taken together they can be asked
 * for where the template has the variable `anyOf`: only the server can tell who is in more than one, and sort them all.
 */
export function toLinkedPeople(
  result: FunnelResult,
  base: string,
  options: HostFetchOptions,
): LinkedPeople | undefined {
  const template = result.links?.people;
  if (template === undefined) return undefined;
  const funnel = result.funnel?.id;
  const toVariables = (segment: FunnelSegment) => {
    if ('anyOf' in segment) {
      requireVariable(template, 'anyOf');
      return { funnel, anyOf: JSON.stringify(segment.anyOf) };
    }
    const { step, outcome, group, period, took } = segment;
    // Without them the server would answer with everybody of the step.
    if (period) requireVariable(template, 'period');
    if (took) requireVariable(template, 'took');
    return {
      funnel,
      step,
      outcome,
      group: toGroupText(group),
      period: period && JSON.stringify(period),
      took: took && JSON.stringify(took),
    };
  };
  return new LinkedPeople({ template, base, toVariables }, options);
}

/** The linked people. @throws FunnelwheelError `not-configured` where there are none. */
export function requireLinkedPeople<Part>(people: LinkedPeople<Part> | undefined): LinkedPeople<Part> {
  if (people !== undefined) return people;
  throw new FunnelwheelError(
    'not-configured',
    'the result has no links.people, so its people cannot be listed',
    { path: 'links.people' },
  );
}

/** Of a row of memberships: the membership, or the person who holds it. */
function toId(person: PersonRow, as: PeopleQuery['as']): SubjectId {
  return as === 'client' ? (person.clientId ?? person.id) : person.id;
}

/** A group as text: its value, or JSON for the missing one, the rest, and pairs. */
function toGroupText(group: Segment['group']): TemplateValue {
  return typeof group === 'object' ? JSON.stringify(group) : group;
}
