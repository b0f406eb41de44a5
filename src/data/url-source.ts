import { createFetchedSource } from './fetched-source.ts';
import type { FunnelSource } from './funnel-source.ts';
import type { HostFetchOptions } from './host-fetch.ts';
import { requireLinkedPeople, toLinkedPeople, type LinkedPeople } from './linked-people.ts';
import { loadFunnelParse } from './load-funnel-parse.ts';
import { toRequestQuery } from './request-query.ts';

/** A finished result by address. */
export interface UrlSourceOptions extends HostFetchOptions {
  /** Relative to the page. The request's state is added to its query; see `toRequestQuery`. */
  src: string;
}

/**
 * Finished results from the host's server, and their people from the result's `links.people`.
 * `load` throws FunnelwheelError `network`, `timeout`, `http`, `unauthorized`, `forbidden`, `too-large`, `not-json`,
 * `invalid-result` (with the path in the JSON).
 */
export function createUrlSource({ src, ...options }: UrlSourceOptions): FunnelSource {
  let people: LinkedPeople | undefined;
  const results = createFetchedSource({
    src,
    ...options,
    toQuery: toRequestQuery,
    loadParse: loadFunnelParse,
    onLoad: (result, url) => (people = toLinkedPeople(result, url, options)),
  });
  return {
    ...results,
    people: async (segment, query, ask) => requireLinkedPeople(people).page(segment, query, ask),
    async *ids(segment, query, ask) {
      yield* requireLinkedPeople(people).ids(segment, query, ask);
    },
  };
}
