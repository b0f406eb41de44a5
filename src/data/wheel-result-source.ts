import type { WheelResult, WheelSegment } from '../engine/schema/wheel.ts';
import { createFinishedSource } from './finished-source.ts';
import type { HostFetchOptions } from './host-fetch.ts';
import type { LinkedPeople } from './linked-people.ts';
import { loadWheelParse } from './load-wheel-parse.ts';
import { loadPart } from './load-part.ts';
import type { WheelSource } from './wheel-source.ts';

/**
 * A wheel the host hands over. Its people come from `links.people`, if it has that; what fetches them is loaded with
 * the first question.
 * `load` throws FunnelwheelError `invalid-result` with the path of the mistake; `people` and `ids` throw
 * `not-configured` where the result links to none.
 */
export function createWheelResultSource(result: unknown, options: HostFetchOptions = {}): WheelSource {
  let parsed: WheelResult | undefined;
  let people: LinkedPeople<WheelSegment> | undefined;
  const base = (globalThis as { document?: { baseURI: string } }).document?.baseURI ?? '.';
  const getPeople = async () => {
    const { requireLinkedPeople } = await loadPart(() => import('./linked-people.ts'));
    const { toLinkedWheelPeople } = await loadPart(() => import('./wheel-people-link.ts'));
    people ??= parsed && toLinkedWheelPeople(parsed, base, options);
    return requireLinkedPeople(people);
  };
  const finished = createFinishedSource({ result, loadParse: loadWheelParse });
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
