import { untilAborted } from '../data/until-aborted.ts';
import type { DatasetSummary } from '../data/dataset-summary.ts';
import type { LoadOptions } from '../data/ask-options.ts';
import type { Dataset } from '../engine/schema/index.ts';
import type { DatasetChange, DatasetHistory } from './dataset-history.ts';
import type { DatasetHandle, EngineClient, LoadRequest } from './engine-client.ts';

type OnProgress = NonNullable<LoadOptions['onProgress']>;

/** Who uses a load. */
export interface DatasetUser {
  /** The dataset has changed. */
  onChange(): void;
}

/** One load of a dataset, those who use it and those who wait for it. */
export class DatasetLoad {
  handle: DatasetHandle | undefined;
  /** It failed, was given up, or was given back: no use asking it. */
  hasEnded = false;
  /** What became of the dataset. */
  readonly history: DatasetHistory;
  readonly #client: EngineClient;
  readonly #stop = new AbortController();
  readonly #loaded: Promise<DatasetHandle>;
  readonly #listeners = new Set<OnProgress>();
  readonly #users = new Set<DatasetUser>();
  #waiting = 0;

  constructor(client: EngineClient, request: LoadRequest, history: DatasetHistory) {
    this.#client = client;
    this.history = history;
    const onProgress: OnProgress = (progress) => this.#listeners.forEach((listener) => listener(progress));
    this.#loaded = client.load({ ...request, history }, { signal: this.#stop.signal, onProgress });
    this.#loaded.then(
      (handle) => (this.handle = handle),
      () => (this.hasEnded = true),
    );
  }

  join(user: DatasetUser): void {
    this.#users.add(user);
  }

  /** The last who leaves gives the load up, or the dataset back. */
  leave(user: DatasetUser): void {
    this.#users.delete(user);
    if (this.#users.size === 0) this.#end();
  }

  /** The loaded dataset. The load is given up when the last who waits for it gives up. */
  async wait(signal: AbortSignal, onProgress?: OnProgress): Promise<DatasetHandle> {
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

  /** Changes the dataset once it is loaded, and tells all who use it. */
  async change(change: DatasetChange, options: LoadOptions): Promise<DatasetSummary> {
    const handle = await this.wait(options.signal, options.onProgress);
    const summary = await this.#client.change(handle, change, options);
    this.handle = { ...handle, summary };
    for (const user of this.#users) user.onChange();
    return summary;
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

/** Data → the load it is in: two elements of one dataset need it once. */
const sharedLoads = new WeakMap<Dataset, Map<EngineClient, DatasetLoad>>();

/** The load that the very same data is in, if another source began it. */
export function findShared(client: EngineClient, data: Dataset | undefined): DatasetLoad | undefined {
  return isShareable(data) ? sharedLoads.get(data)?.get(client) : undefined;
}

/** Lets other sources of the same data find its load. */
export function share(client: EngineClient, data: Dataset | undefined, load: DatasetLoad): void {
  if (!isShareable(data)) return;
  const loads = sharedLoads.get(data) ?? new Map<EngineClient, DatasetLoad>();
  sharedLoads.set(data, loads.set(client, load));
}

/** Who comes next loads anew: the host may have changed what is in the data. */
export function forgetShared(client: EngineClient, data: Dataset | undefined, load: DatasetLoad): void {
  if (isShareable(data) && findShared(client, data) === load) sharedLoads.get(data)?.delete(client);
}

/** Data that is no object is refused by the load itself, with a word about it. */
function isShareable(data: Dataset | undefined): data is Dataset {
  return typeof data === 'object' && data !== null;
}
