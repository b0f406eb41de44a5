import type {
  AskOptions,
  FunnelRequest,
  FunnelSource,
  LoadOptions,
  SubjectId,
} from '../data/funnel-source.ts';
import { fetchFromHost, resolveUrl, type HostFetchOptions } from '../data/host-fetch.ts';
import type { DatasetDefaults } from '../data/dataset-sources.ts';
import { untilAborted } from '../data/until-aborted.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { PeopleQuery } from '../engine/index.ts';
import type { Dataset, FunnelResult, PeoplePage, RunOptions, Segment } from '../engine/schema/index.ts';
import { getEngineClient, type DatasetHandle, type EngineClient, type LoadRequest } from './engine-client.ts';
import type { Funnel } from './protocol.ts';

/** A dataset to compute from: `data` as it is, or `src`, the address or the file of one. `data` wins. */
export interface DatasetSourceOptions extends HostFetchOptions {
  data?: Dataset;
  /** JSON of a dataset, or CSV of events. */
  src?: string | Blob;
  /** What a file does not say: time zone, currency, mapping. */
  defaults?: DatasetDefaults;
  /** A worker file of the host's, for policies that forbid the one in the bundle. */
  workerUrl?: string;
  /** The engine to use instead of the page's shared one. */
  client?: EngineClient;
  /** The clock: *now* where neither the request nor the dataset says it. Default: the machine's. */
  clock?: () => number;
}

/** How many ids come at a time. */
const ID_PAGE_SIZE = 10_000;

/**
 * Results computed here, by the bundled engine, from a dataset. It is loaded with the first question and kept
 * until `release`; a load that failed is tried anew by the next question.
 */
export function createDatasetSource(options: DatasetSourceOptions): FunnelSource {
  return new DatasetSource(options);
}

/** What was asked last; the people of its segments are asked for in the same words. */
interface Asked {
  funnel: Funnel;
  options: RunOptions;
}

class DatasetSource implements FunnelSource {
  readonly kind = 'dataset';
  readonly #options: DatasetSourceOptions;
  readonly #client: EngineClient;
  #loading: Loading | undefined;
  #asked: Asked | undefined;

  constructor(options: DatasetSourceOptions) {
    this.#options = options;
    const { workerUrl } = options;
    this.#client =
      options.client ?? getEngineClient(workerUrl === undefined ? {} : { workerUrl: resolveUrl(workerUrl) });
  }

  get summary() {
    return this.#loading?.handle?.summary;
  }

  async load(request: FunnelRequest, { signal, onProgress }: LoadOptions): Promise<FunnelResult> {
    const handle = await this.#handle(signal, onProgress);
    const asked = { funnel: toFunnel(request), options: this.#withNow(request.options, handle) };
    const result = await this.#client.compute(handle, asked.funnel, asked.options, { signal });
    this.#asked = asked;
    return result;
  }

  async people(segment: Segment, query: PeopleQuery, ask: AskOptions): Promise<PeoplePage> {
    const { funnel, options } = this.#lastAsked();
    return this.#client.people(await this.#handle(ask.signal), funnel, options, segment, query, ask);
  }

  async *ids(segment: Segment, query: PeopleQuery, ask: AskOptions): AsyncIterable<SubjectId[]> {
    const { funnel, options } = this.#lastAsked();
    const { offset: start = 0, limit: end = Infinity, ...rest } = query;
    for (let offset = start; offset < start + end; offset += ID_PAGE_SIZE) {
      const limit = Math.min(ID_PAGE_SIZE, start + end - offset);
      const ids = await this.#client.ids(
        await this.#handle(ask.signal),
        funnel,
        options,
        segment,
        { ...rest, offset, limit },
        ask,
      );
      if (ids.length > 0) yield ids;
      if (ids.length < limit) return;
    }
  }

  async filterValues(step: string, property: string, ask: AskOptions) {
    const { funnel, options } = this.#lastAsked();
    return this.#client.filterValues(await this.#handle(ask.signal), funnel, options, step, property, ask);
  }

  async explain(subject: SubjectId, ask: AskOptions) {
    const { funnel, options } = this.#lastAsked();
    return this.#client.explain(await this.#handle(ask.signal), funnel, options, subject, ask);
  }

  release(): void {
    if (this.#loading === undefined) return;
    this.#loading.leave(this);
    forgetShared(this.#client, this.#options.data, this.#loading);
    this.#loading = undefined;
  }

  /** The loaded dataset. Several may wait for one load; it is given up when the last of them is. */
  #handle(signal: AbortSignal, onProgress?: LoadOptions['onProgress']): Promise<DatasetHandle> {
    const loading = this.#findUsable() ?? new Loading(this.#client, toLoadRequest(this.#options));
    this.#loading = loading;
    loading.join(this);
    share(this.#client, this.#options.data, loading);
    return loading.wait(signal, onProgress);
  }

  /** The own load, or that of another source that was given the very same data. */
  #findUsable(): Loading | undefined {
    const candidates = [this.#loading, findShared(this.#client, this.#options.data)];
    return candidates.find((loading) => loading !== undefined && !loading.hasEnded);
  }

  #withNow(options: RunOptions, { summary }: DatasetHandle): RunOptions {
    if (options.now !== undefined || summary.asOf !== undefined) return options;
    return { ...options, now: (this.#options.clock ?? Date.now)() };
  }

  #lastAsked(): Asked {
    if (this.#asked !== undefined) return this.#asked;
    throw new FunnelwheelError(
      'not-configured',
      'no funnel was computed yet, so there are no people to list',
    );
  }
}

/** Data → the load it is in: two charts of one dataset need it once. */
const sharedLoads = new WeakMap<Dataset, Map<EngineClient, Loading>>();

function findShared(client: EngineClient, data: Dataset | undefined): Loading | undefined {
  return data && sharedLoads.get(data)?.get(client);
}

function share(client: EngineClient, data: Dataset | undefined, loading: Loading): void {
  if (data === undefined) return;
  const loads = sharedLoads.get(data) ?? new Map<EngineClient, Loading>();
  sharedLoads.set(data, loads.set(client, loading));
}

/** Who comes next loads anew: the host may have changed what is in the data. */
function forgetShared(client: EngineClient, data: Dataset | undefined, loading: Loading): void {
  if (data !== undefined && findShared(client, data) === loading) sharedLoads.get(data)?.delete(client);
}

/** One load of a dataset, those who use it and those who wait for it. */
class Loading {
  handle: DatasetHandle | undefined;
  /** It failed, was given up, or was given back: no use asking it. */
  hasEnded = false;
  readonly #client: EngineClient;
  readonly #stop = new AbortController();
  readonly #loaded: Promise<DatasetHandle>;
  readonly #listeners = new Set<NonNullable<LoadOptions['onProgress']>>();
  readonly #users = new Set<unknown>();
  #waiting = 0;

  constructor(client: EngineClient, request: LoadRequest) {
    this.#client = client;
    const onProgress: LoadOptions['onProgress'] = (progress) =>
      this.#listeners.forEach((listener) => listener(progress));
    this.#loaded = client.load(request, { signal: this.#stop.signal, onProgress });
    this.#loaded.then(
      (handle) => (this.handle = handle),
      () => (this.hasEnded = true),
    );
  }

  join(user: unknown): void {
    this.#users.add(user);
  }

  /** The last who leaves gives the load up, or the dataset back. */
  leave(user: unknown): void {
    this.#users.delete(user);
    if (this.#users.size === 0) this.#end();
  }

  async wait(signal: AbortSignal, onProgress?: LoadOptions['onProgress']): Promise<DatasetHandle> {
    if (this.handle !== undefined) return this.handle;
    this.#waiting += 1;
    if (onProgress !== undefined) this.#listeners.add(onProgress);
    try {
      return await untilAborted(this.#loaded, signal);
    } finally {
      this.#waiting -= 1;
      if (onProgress !== undefined) this.#listeners.delete(onProgress);
      // A newer question aborts the older before it is asked itself: it must find the load still under way.
      setTimeout(() => this.#endIfUnwanted(), 0);
    }
  }

  #endIfUnwanted(): void {
    if (this.#waiting === 0 && this.handle === undefined) this.#end();
  }

  #end(): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    if (this.handle === undefined) this.#stop.abort();
    else this.#client.release(this.handle);
  }
}

function toFunnel({ funnel }: FunnelRequest): Funnel {
  if (funnel !== undefined && funnel !== '') return funnel;
  throw new FunnelwheelError('not-configured', 'which funnel is to be computed is not said', {
    path: 'funnel',
  });
}

function toLoadRequest({ data, src, defaults = {}, ...options }: DatasetSourceOptions): LoadRequest {
  const fetchFile: NonNullable<LoadRequest['fetchFile']> = (url, { signal, onProgress }) => {
    const tell = (loaded: number, total?: number) =>
      onProgress?.({ phase: 'fetch', table: url, loaded, ...(total === undefined ? {} : { total }) });
    return fetchFromHost(
      { url: resolveUrl(url), signal, accept: 'application/json, text/csv, */*;q=0.1', onProgress: tell },
      options,
    );
  };
  if (data !== undefined) return { data, fetchFile };
  if (src !== undefined)
    return { file: typeof src === 'string' ? resolveUrl(src) : src, defaults, fetchFile };
  throw new FunnelwheelError('not-configured', 'there is neither data nor an address of a dataset');
}
