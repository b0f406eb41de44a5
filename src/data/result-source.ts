import type { FunnelResult } from '../engine/schema/index.ts';
import { createFinishedSource } from './finished-source.ts';
import type { FunnelSource } from './funnel-source.ts';
import type { HostFetchOptions } from './host-fetch.ts';
import type { LinkedPeople } from './linked-people.ts';
import { loadFunnelParse } from './load-funnel-parse.ts';
import { loadPart } from './load-part.ts';

/**
 * A result the host hands over. Its people come from `links.people`, if it has that; what fetches them is loaded
 * with the first question.
 * `load` throws FunnelwheelError `invalid-result` with the path of the mistake; `people` and `ids` throw
 * `not-configured` where the result links to none.
 */
export function createResultSource(result: unknown, options: HostFetchOptions = {}): FunnelSource {
  let parsed: FunnelResult | undefined;
  let people: LinkedPeople | undefined;
  const base = (globalThis as { document?: { baseURI: string } }).document?.baseURI ?? '.';
  const getPeople = async () => {
    const { requireLinkedPeople, toLinkedPeople } = await loadPart(() => import('./linked-people.ts'));
    people ??= parsed && toLinkedPeople(parsed, base, options);
    return requireLinkedPeople(people);
  };
  const finished = createFinishedSource({ result, loadParse: loadFunnelParse });
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
