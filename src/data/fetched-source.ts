import { fetchJson, resolveUrl, type HostFetchOptions } from './host-fetch.ts';
import type { LoadParse } from './load-parse.ts';
import type { Source } from './source.ts';
import { untilAborted } from './until-aborted.ts';
import { withQuery } from './with-query.ts';

/** Finished results by address. */
export interface FetchedSourceOptions<Request, Result> extends HostFetchOptions {
  /** Relative to the page. The request is added to its query. */
  src: string;
  /** The request as query parameters, by the names that are documented for the element. */
  toQuery: (request: Request) => URLSearchParams;
  /** Brings what checks an answer; called with each request, so that it comes while the answer is on its way. */
  loadParse: LoadParse<Result>;
  /** Hears of every good answer, with the address it came from. */
  onLoad?: (result: Result, url: string) => void;
}

/**
 * A source that GETs finished results from the host's server.
 * `load` throws FunnelwheelError `network`, `timeout`, `http`, `unauthorized`, `forbidden`, `too-large`, `not-json`,
 * and what the check throws.
 */
export function createFetchedSource<Request, Result>({
  src,
  toQuery,
  loadParse,
  onLoad,
  ...options
}: FetchedSourceOptions<Request, Result>): Source<Request, Result> {
  return {
    kind: 'src',
    async load(request, { signal, onProgress }) {
      const url = resolveUrl(withQuery(src, toQuery(request)));
      const tell = (loaded: number, total?: number) =>
        onProgress?.({ phase: 'fetch', loaded, ...(total === undefined ? {} : { total }) });
      const parsing = loadParse();
      // Where the answer fails too, only that is told.
      parsing.catch(() => undefined);
      const answer = await fetchJson({ url, signal, onProgress: tell }, options);
      const result = (await untilAborted(parsing, signal))(answer);
      onLoad?.(result, url);
      return result;
    },
  };
}
