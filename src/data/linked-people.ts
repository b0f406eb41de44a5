import { FunnelwheelError } from '../engine/error.ts';
import type { PeopleQuery } from '../engine/index.ts';
import {
  parsePeoplePage,
  type FunnelResult,
  type PeoplePage,
  type PersonRow,
  type Segment,
} from '../engine/schema/index.ts';
import type { AskOptions, SubjectId } from './funnel-source.ts';
import { fetchJson, limitToOrigin, resolveUrl, type HostFetchOptions } from './host-fetch.ts';
import { expandUriTemplate, type TemplateValue } from './uri-template.ts';

/** Where people are asked for, and for which funnel. */
export interface PeopleLink {
  /** RFC 6570 template with any of funnel, step, outcome, group, q, sort, where (JSON), cursor, offset, limit. */
  template: string;
  /** What the template is relative to, and whose origin the host's headers are meant for. */
  base: string;
  funnel?: string;
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
export class LinkedPeople {
  readonly #link: PeopleLink;
  readonly #options: HostFetchOptions;
  /** Whether the server is told how long a page is to be; else its cursors do not depend on it. */
  readonly #sizesPages: boolean;
  /** List → the places known in it, in ascending order. */
  readonly #places = new Map<string, Place[]>();

  constructor(link: PeopleLink, options: HostFetchOptions = {}) {
    this.#link = link;
    this.#sizesPages = /[{,]limit[,}]|[{][?&]limit/.test(link.template);
    this.#options = options;
  }

  /** Rows `offset` to `offset + limit` (by default 100) of a list. */
  async page(segment: Segment, query: PeopleQuery, { signal }: AskOptions): Promise<PeoplePage> {
    const { offset = 0, limit = PAGE_SIZE } = query;
    this.#refuseUnasked(query);
    const places = this.#placesOf(segment, query);
    const people: PersonRow[] = [];
    let place: Place | undefined = places.findLast((known) => known.offset <= offset);
    let last: PeoplePage = { people: [], total: 0 };
    while (place !== undefined && people.length < limit) {
      last = await this.#fetch(segment, { ...query, limit }, place, signal);
      people.push(...last.people.slice(Math.max(0, offset - place.offset)));
      place = this.#note(places, place, last);
    }
    const { cursor: _, ...rest } = last;
    const end = offset + Math.min(people.length, limit);
    const isMore = place !== undefined || people.length > limit;
    return { ...rest, people: people.slice(0, limit), ...(isMore ? { cursor: String(end) } : {}) };
  }

  /** All ids of a list in pages of up to 1,000. */
  async *ids(segment: Segment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]> {
    const excluded = new Set(query.exclude);
    const given = new Set<SubjectId>();
    for (let offset = 0; ;) {
      const { people, cursor } = await this.page(segment, { ...query, offset, limit: ID_PAGE_SIZE }, options);
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
    if (where === undefined || Object.keys(where).length === 0 || /[{,&?]where[,}]/.test(this.#link.template))
      return;
    throw new FunnelwheelError('unsupported', 'links.people has no variable "where"', {
      path: 'links.people',
    });
  }

  #placesOf(segment: Segment, { q, sort, where, limit }: PeopleQuery): Place[] {
    const key = JSON.stringify([segment, q, sort, where, this.#sizesPages ? limit : undefined]);
    const places = this.#places.get(key) ?? [{ offset: 0 }];
    this.#places.set(key, places);
    return places;
  }

  /** Remembers where the next page starts; undefined when there is none. */
  #note(places: Place[], { offset }: Place, { people, cursor }: PeoplePage): Place | undefined {
    if (cursor === undefined || cursor === null || people.length === 0) return undefined;
    const next = { offset: offset + people.length, cursor };
    const known = places.findIndex((place) => place.offset >= next.offset);
    if (known === -1) places.push(next);
    else places.splice(known, places[known]?.offset === next.offset ? 1 : 0, next);
    return next;
  }

  async #fetch(segment: Segment, query: PeopleQuery, place: Place, signal: AbortSignal): Promise<PeoplePage> {
    const address = expandUriTemplate(this.#link.template, this.#toVariables(segment, query, place));
    const url = resolveUrl(address, this.#link.base);
    return parsePeoplePage(
      await fetchJson({ url, signal }, limitToOrigin(this.#options, this.#link.base, url)),
    );
  }

  #toVariables(segment: Segment, query: PeopleQuery, place: Place): Record<string, TemplateValue> {
    const { sort, q, where, limit } = query;
    return {
      funnel: this.#link.funnel,
      step: segment.step,
      outcome: segment.outcome,
      group: toGroupText(segment.group),
      q: q === '' ? undefined : q,
      sort: sort && `${sort.descending ? '-' : ''}${sort.by}`,
      where: where && JSON.stringify(where),
      cursor: place.cursor,
      offset: place.offset,
      limit,
    };
  }
}

/** The people a result links to; undefined when it has no link. */
export function toLinkedPeople(
  result: FunnelResult,
  base: string,
  options: HostFetchOptions,
): LinkedPeople | undefined {
  const template = result.links?.people;
  if (template === undefined) return undefined;
  const funnel = result.funnel?.id;
  return new LinkedPeople({ template, base, ...(funnel === undefined ? {} : { funnel }) }, options);
}

/** The linked people. @throws FunnelwheelError `not-configured` where there are none. */
export function requireLinkedPeople(people: LinkedPeople | undefined): LinkedPeople {
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
