import type { PeopleQuery } from '../engine/index.ts';
import { parseResult, type FunnelResult, type PeoplePage, type Segment } from '../engine/schema/index.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { AskOptions, FunnelSource, SubjectId } from './funnel-source.ts';
import { resolveUrl, type HostFetchOptions } from './host-fetch.ts';
import { LinkedPeople } from './linked-people.ts';

/**
 * A result the host hands over. Its people come from `links.people`, if it has that.
 * `load` throws FunnelwheelError `invalid-result` with the path of the mistake.
 */
export function createResultSource(result: unknown, options: HostFetchOptions = {}): FunnelSource {
  let people: LinkedPeople | undefined;
  return {
    kind: 'result',
    load() {
      return Promise.resolve().then(() => {
        const parsed = parseResult(result);
        people = toLinkedPeople(parsed, resolveUrl('.'), options);
        return parsed;
      });
    },
    people: (segment, query, ask) => askPeople(people, segment, query, ask),
    ids: (segment, query, ask) => askIds(people, segment, query, ask),
  };
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

/** A page of the linked people. @throws FunnelwheelError `not-configured` where the result links to none. */
export async function askPeople(
  people: LinkedPeople | undefined,
  segment: Segment,
  query: PeopleQuery,
  ask: AskOptions,
): Promise<PeoplePage> {
  if (people === undefined) throw noPeople();
  return people.page(segment, query, ask);
}

/** The ids of the linked people. @throws FunnelwheelError `not-configured` where the result links to none. */
export async function* askIds(
  people: LinkedPeople | undefined,
  segment: Segment,
  query: PeopleQuery,
  ask: AskOptions,
): AsyncIterable<SubjectId[]> {
  if (people === undefined) throw noPeople();
  yield* people.ids(segment, query, ask);
}

function noPeople(): FunnelwheelError {
  return new FunnelwheelError(
    'not-configured',
    'the result has no links.people, so its people cannot be listed',
    { path: 'links.people' },
  );
}
