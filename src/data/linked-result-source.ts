import type { PeopleQuery } from '../engine/index.ts';
import type { PeoplePage } from '../engine/schema/index.ts';
import type { AskOptions, SubjectId } from './ask-options.ts';
import { createFinishedSource, type FinishedSourceOptions } from './finished-source.ts';
import type { LinkedPeople } from './linked-people.ts';
import { loadPart } from './load-part.ts';
import type { Source } from './source.ts';

/** A finished result, and how its people are come by. */
export interface LinkedResultOptions<Result, Segment> extends FinishedSourceOptions<Result> {
  /** The people a checked result links to, with the page's address; undefined when it has no link. */
  openPeople(result: Result, base: string): Promise<LinkedPeople<Segment> | undefined>;
}

/** A finished result that may link to its people. */
export interface LinkedResultSource<Result, Segment> extends Source<unknown, Result> {
  people(segment: Segment, query: PeopleQuery, ask: AskOptions): Promise<PeoplePage>;
  ids(segment: Segment, query: PeopleQuery, ask: AskOptions): AsyncIterable<SubjectId[]>;
}

/**
 * A result the host hands over. Its people come from `links.people`, if it has that; what fetches them is loaded with
 * the first question.
 * `load` throws FunnelwheelError `invalid-result` with the path of the mistake; `people` and `ids` throw
 * `not-configured` where the result links to none.
 */
export function createLinkedResultSource<Result, Segment>({
  openPeople,
  ...options
}: LinkedResultOptions<Result, Segment>): LinkedResultSource<Result, Segment> {
  let parsed: Result | undefined;
  let people: LinkedPeople<Segment> | undefined;
  const base = (globalThis as { document?: { baseURI: string } }).document?.baseURI ?? '.';
  const getPeople = async () => {
    const { requireLinkedPeople } = await loadPart(() => import('./linked-people.ts'));
    people ??= parsed && (await openPeople(parsed, base));
    return requireLinkedPeople(people);
  };
  const finished = createFinishedSource(options);
  return {
    ...finished,
    load: async (request, ask) => {
      parsed = await finished.load(request, ask);
      people = undefined;
      return parsed;
    },
    people: async (segment, query, ask) => (await getPeople()).page(segment, query, ask),
    async *ids(segment, query, ask) {
      yield* (await getPeople()).ids(segment, query, ask);
    },
  };
}
