import { fetchJson, resolveUrl, type HostFetchOptions } from './host-fetch.ts';
import type { Source } from './source.ts';
import { withQuery } from './with-query.ts';

/** Finished results by address. */
export interface FetchedSourceOptions<Request, Result> extends HostFetchOptions {
  /** Relative to the page. The request is added to its query. */
  src: string;
  /** The request as query parameters, by the names that are documented for the element. */
  toQuery: (request: Request) => URLSearchParams;
  /** Checks an answer. @throws FunnelwheelError with the path of the mistake. */
  parse: (value: unknown) => Result;
  /** Hears of every good answer, with the address it came from. */
  onLoad?: (result: Result, url: string) => void;
}

/**
 * A source that GETs finished results from the host's server.
 * `load` throws FunnelwheelError `network`, `timeout`, `http`, `unauthorized`, `forbidden`, `too-large`, `not-json`,
 * and what `parse` throws.
 */
export function createFetchedSource<Request, Result>({
  src,
  toQuery,
  parse,
  onLoad,
  ...options
}: FetchedSourceOptions<Request, Result>): Source<Request, Result> {
  return {
    kind: 'src',
    async load(request, { signal, onProgress }) {
      const url = resolveUrl(withQuery(src, toQuery(request)));
      const tell = (loaded: number, total?: number) =>
        onProgress?.({ phase: 'fetch', loaded, ...(total === undefined ? {} : { total }) });
      const result = parse(await fetchJson({ url, signal, onProgress: tell }, options));
      onLoad?.(result, url);
      return result;
    },
  };
}
