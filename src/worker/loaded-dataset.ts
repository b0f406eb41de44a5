import { fetchFromHost, resolveUrl, type HostFetchOptions } from '../data/host-fetch.ts';
import type { DatasetDefaults } from '../data/dataset-sources.ts';
import { resolveReaders } from '../data/reader-urls.ts';
import type { DatasetAddition, DatasetChanges } from '../data/dataset-changes.ts';
import type { DatasetSummary } from '../data/dataset-summary.ts';
import type { LoadOptions, SubjectId } from '../data/ask-options.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { FileContent } from '../engine/schema/dataset.ts';
import type { Dataset } from '../engine/schema/index.ts';
import { DatasetHistory, forgetHistory, recallHistory, rememberHistory } from './dataset-history.ts';
import { DatasetLoad, findShared, forgetShared, share, type DatasetUser } from './dataset-load.ts';
import { getEngineClient, type DatasetHandle, type EngineClient, type LoadRequest } from './engine-client.ts';

/** A dataset to compute from: `data` as it is, or `src`, the address or the file of one. `data` wins. */
export interface DatasetSourceOptions extends HostFetchOptions {
  data?: Dataset;
  /** JSON of a dataset, or a table of events in any format: an address, a Blob, bytes or a stream. */
  src?: FileContent;
  /** What a file does not say: time zone, currency, mapping. */
  defaults?: DatasetDefaults;
  /** A worker file of the host's, for policies that forbid the one in the bundle. */
  workerUrl?: string;
  /** Milliseconds a computation may give no sign of life before its worker is replaced. Default 60,000. */
  patience?: number;
  /** The folder of the package's readers (`dist/readers/`), where it is not beside the package's own files. */
  readersUrl?: string;
  /** The engine to use instead of the page's shared one. */
  client?: EngineClient;
  /** The clock: *now* where neither the request nor the dataset says it. Default: the machine's. */
  clock?: () => number;
}

/**
 * A dataset in the engine, for the sources that ask about it. It is loaded with the first question and kept until
 * `release`; a load that failed is tried anew by the next question. Sources of the very same `data` share one load.
 */
export class LoadedDataset implements DatasetChanges, DatasetUser {
  readonly client: EngineClient;
  readonly #options: DatasetSourceOptions;
  readonly #listeners = new Set<() => void>();
  #load: DatasetLoad | undefined;
  #history = new DatasetHistory();

  constructor(options: DatasetSourceOptions) {
    this.#options = options;
    const { workerUrl } = options;
    this.client =
      options.client ?? getEngineClient(workerUrl === undefined ? {} : { workerUrl: resolveUrl(workerUrl) });
  }

  get summary() {
    return this.#load?.handle?.summary;
  }

  /** The loaded dataset. Several may wait for one load; it is given up when the last of them is. */
  handle({ signal, onProgress }: LoadOptions): Promise<DatasetHandle> {
    return this.#join().wait(signal, onProgress);
  }

  append(addition: DatasetAddition, options: LoadOptions): Promise<DatasetSummary> {
    return this.#join().change({ kind: 'append', addition }, options);
  }

  removePeople(ids: Iterable<SubjectId>, options: LoadOptions): Promise<DatasetSummary> {
    return this.#join().change({ kind: 'remove', ids: [...ids] }, options);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onChange(): void {
    for (const listener of this.#listeners) listener();
  }

  #join(): DatasetLoad {
    const load = this.#findUsable() ?? this.#begin();
    this.#load = load;
    this.#history = load.history;
    load.join(this);
    share(this.client, this.#options.data, load);
    return load;
  }

  #begin(): DatasetLoad {
    const { data } = this.#options;
    const history = (isObject(data) ? recallHistory(data) : undefined) ?? this.#history;
    return new DatasetLoad(this.client, toLoadRequest(this.#options), history);
  }

  /** The machine's clock where the dataset does not say its own *now*; undefined where it does. */
  now({ summary }: DatasetHandle): number | undefined {
    return summary.asOf === undefined ? (this.#options.clock ?? Date.now)() : undefined;
  }

  /** Frees the dataset. What became of it is kept, so that it is the same when it is asked for again. */
  release(): void {
    const load = this.#load;
    if (load === undefined) return;
    this.#load = undefined;
    load.leave(this);
    if (load.hasEnded) this.#putDown(load);
  }

  /** Frees the dataset and what became of it: the next question reads it as the host has it. */
  forget(): void {
    const { data } = this.#options;
    if (this.#load !== undefined) forgetShared(this.client, data, this.#load);
    this.release();
    if (isObject(data)) forgetHistory(data);
    this.#history = new DatasetHistory();
  }

  /** Without a change the next who comes reads everything anew: the host may have changed what is in the data. */
  #putDown(load: DatasetLoad): void {
    const { data } = this.#options;
    forgetShared(this.client, data, load);
    if (load.history.changes.length === 0) this.#history = new DatasetHistory();
    else if (isObject(data)) rememberHistory(data, load.history);
  }

  /** The own load, or that of another source that was given the very same data. */
  #findUsable(): DatasetLoad | undefined {
    const candidates = [this.#load, findShared(this.client, this.#options.data)];
    return candidates.find((load) => load !== undefined && !load.hasEnded);
  }
}

/** Data that is no object is refused by the load itself, with a word about it. */
function isObject(data: Dataset | undefined): data is Dataset {
  return typeof data === 'object' && data !== null;
}

function toLoadRequest({
  data,
  src,
  defaults = {},
  patience,
  readersUrl,
  ...options
}: DatasetSourceOptions): LoadRequest {
  const fetchFile: NonNullable<LoadRequest['fetchFile']> = (url, { signal, onProgress }) => {
    const tell = (loaded: number, total?: number) =>
      onProgress?.({ phase: 'fetch', table: url, loaded, ...(total === undefined ? {} : { total }) });
    return fetchFromHost(
      { url: resolveUrl(url), signal, accept: 'application/json, text/csv, */*;q=0.1', onProgress: tell },
      options,
    );
  };
  const how = {
    fetchFile,
    ...(patience === undefined ? {} : { patience }),
    ...(readersUrl === undefined ? {} : { readers: resolveReaders(resolveUrl(readersUrl)) }),
  };
  if (data !== undefined) return { data, ...how };
  if (src !== undefined) return { file: typeof src === 'string' ? resolveUrl(src) : src, defaults, ...how };
  throw new FunnelwheelError('not-configured', 'there is neither data nor an address of a dataset');
}
