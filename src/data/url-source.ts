import { parseResult } from '../engine/schema/index.ts';
import type { FunnelSource } from './funnel-source.ts';
import { fetchJson, resolveUrl, type HostFetchOptions } from './host-fetch.ts';
import { requireLinkedPeople, toLinkedPeople, type LinkedPeople } from './linked-people.ts';
import { withRequestQuery } from './request-query.ts';

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
  return {
    kind: 'src',
    async load(request, { signal, onProgress }) {
      const url = resolveUrl(withRequestQuery(src, request));
      const tell = (loaded: number, total?: number) =>
        onProgress?.({ phase: 'fetch', loaded, ...(total === undefined ? {} : { total }) });
      const result = parseResult(await fetchJson({ url, signal, onProgress: tell }, options));
      people = toLinkedPeople(result, url, options);
      return result;
    },
    people: async (segment, query, ask) => requireLinkedPeople(people).page(segment, query, ask),
    async *ids(segment, query, ask) {
      yield* requireLinkedPeople(people).ids(segment, query, ask);
    },
  };
}
