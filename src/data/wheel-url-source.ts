import type { WheelSegment } from '../engine/schema/wheel.ts';
import { createFetchedSource } from './fetched-source.ts';
import { requireLinkedPeople, type LinkedPeople } from './linked-people.ts';
import { loadWheelParse } from './load-wheel-parse.ts';
import type { UrlSourceOptions } from './url-source.ts';
import { toLinkedWheelPeople } from './wheel-people-link.ts';
import { toWheelQuery } from './wheel-query.ts';
import type { WheelSource } from './wheel-source.ts';

/**
 * Finished wheels from the host's server, and their people from the result's `links.people`.
 * `load` throws FunnelwheelError `network`, `timeout`, `http`, `unauthorized`, `forbidden`, `too-large`, `not-json`,
 * `invalid-result` (with the path in the JSON).
 */
export function createWheelUrlSource({ src, ...options }: UrlSourceOptions): WheelSource {
  let people: LinkedPeople<WheelSegment> | undefined;
  const results = createFetchedSource({
    src,
    ...options,
    toQuery: toWheelQuery,
    loadParse: loadWheelParse,
    onLoad: (result, url) => (people = toLinkedWheelPeople(result, url, options)),
  });
  return {
    ...results,
    people: async (segment, query, ask) => requireLinkedPeople(people).page(segment, query, ask),
    async *ids(segment, query, ask) {
      yield* requireLinkedPeople(people).ids(segment, query, ask);
    },
  };
}
