import { FunnelwheelError } from '../engine/error.ts';
import { toDatasetSources, type DatasetDefaults } from '../data/dataset-sources.ts';
import type {
  AskOptions,
  DatasetSummary,
  LoadOptions,
  LoadProgress,
  SubjectId,
} from '../data/funnel-source.ts';
import type { Explanation, Histogram, PeopleQuery } from '../engine/index.ts';
import type {
  Dataset,
  FilterOffer,
  FunnelResult,
  PeoplePage,
  RunOptions,
  Segment,
} from '../engine/schema/index.ts';
import {
  startFirst,
  startInlineWorker,
  startSameThread,
  startWorkerAt,
  type EnginePlace,
  type EnginePort,
  type PortStarter,
} from './engine-port.ts';
import { packDataset, type UnpackedDataset } from './packed-dataset.ts';
import type { FromEngine, Funnel, Method, Question, Questions, ToEngine } from './protocol.ts';

/** A dataset to be loaded: as data, or as one file (URL or Blob) that holds it. */
export type LoadRequest = (
  { data: Dataset } | { file: Blob | string; name?: string; defaults?: DatasetDefaults }
) & {
  /** Fetches files by URL, on the page's side, the way the host wants it. */
  fetchFile?: (url: string, options: LoadOptions) => Promise<Blob>;
};

/** A loaded dataset; give it back by `release`. */
export interface DatasetHandle {
  readonly id: number;
  readonly summary: DatasetSummary;
}

/** How the engine is started. */
export interface EngineClientOptions {
  /** A worker file of the host's, tried after the one in the bundle. */
  workerUrl?: string;
  /** What is tried, in this order, instead of the usual. For tests. */
  starters?: readonly PortStarter[];
  /** Milliseconds a worker has to say that it is ready. Default 3,000. */
  readyTimeout?: number;
}

/** How often a question is asked again after the engine died under it. */
const MAX_REPEATS = 2;
const READY_TIMEOUT = 3000;

/** A dataset that is in the engine, or on its way there; kept so that it can be sent again. */
interface DatasetRecord {
  id: number;
  request: LoadRequest;
  isLoaded: boolean;
  files: Map<string, Promise<Blob>>;
}

/** A question that is not answered yet. */
interface Pending {
  seq: number;
  dataset: DatasetRecord;
  /** Undefined: load the dataset. */
  question?: Question;
  deaths: number;
  /** Aborted when the question is given up, for the files that are fetched for it. */
  stop: AbortController;
  /** Sent again after a death; nobody waits for it. */
  isRepeat?: boolean;
  onProgress?: (progress: LoadProgress) => void;
  settle: { resolve(value: unknown): void; reject(reason: unknown): void };
}

/**
 * The page's side of the engine: starts it where it can run, sends it datasets and questions, replaces it when it
 * dies (the datasets are sent again and the open questions asked again, at most twice), and ends it when the
 * last dataset is released. Nothing is started before the first `load`.
 */
export class EngineClient {
  readonly #starters: readonly PortStarter[];
  readonly #readyTimeout: number;
  readonly #datasets = new Map<number, DatasetRecord>();
  readonly #pending = new Map<number, Pending>();
  #port: EnginePort | undefined;
  #opening: Promise<void> | undefined;
  /** Grows with every engine, so that the words of a former one are not heard. */
  #generation = 0;
  #seq = 0;
  #datasetId = 0;

  constructor({ workerUrl, starters, readyTimeout = READY_TIMEOUT }: EngineClientOptions = {}) {
    const ofUrl = workerUrl === undefined ? [] : [startWorkerAt(workerUrl)];
    this.#starters = starters ?? [startInlineWorker, ...ofUrl, startSameThread];
    this.#readyTimeout = readyTimeout;
  }

  /** Where the engine runs; undefined while it does not. */
  get place(): EnginePlace | undefined {
    return this.#port?.place;
  }

  /**
   * Reads a dataset and builds its store.
   * @throws FunnelwheelError `invalid-dataset`, `invalid-mapping`, `invalid-file`, `no-usable-rows`, `worker-failed`,
   * and those of fetching; rejects with the signal's reason when aborted.
   */
  async load(request: LoadRequest, options: LoadOptions): Promise<DatasetHandle> {
    options.signal.throwIfAborted();
    const record: DatasetRecord = { id: (this.#datasetId += 1), request, isLoaded: false, files: new Map() };
    this.#datasets.set(record.id, record);
    try {
      const summary = (await this.#ask(record, undefined, options)) as DatasetSummary;
      record.isLoaded = true;
      return { id: record.id, summary };
    } catch (error) {
      this.#forget(record.id);
      throw error;
    }
  }

  /** A funnel's whole result. @throws FunnelwheelError `invalid-definition`, `invalid-options`, `unknown-funnel`. */
  compute(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    ask: AskOptions,
  ): Promise<FunnelResult> {
    return this.#question(handle, 'compute', [funnel, options], ask);
  }

  /** A page of the people of a segment. */
  people(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    segment: Segment,
    query: PeopleQuery,
    ask: AskOptions,
  ): Promise<PeoplePage> {
    return this.#question(handle, 'people', [funnel, options, segment, query], ask);
  }

  /** The ids of a segment, or a part of them by `offset` and `limit`. */
  async ids(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    segment: Segment,
    query: PeopleQuery,
    ask: AskOptions,
  ): Promise<SubjectId[]> {
    return Array.from<SubjectId>(await this.#question(handle, 'ids', [funnel, options, segment, query], ask));
  }

  /** Why a person stands where they stand. @throws FunnelwheelError `unknown-subject` */
  explain(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    subject: SubjectId,
    ask: AskOptions,
  ): Promise<Explanation> {
    return this.#question(handle, 'explain', [funnel, options, subject], ask);
  }

  /** The values a step can be filtered by, with their counts. */
  filterValues(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    step: string,
    property: string,
    ask: AskOptions,
  ): Promise<FilterOffer> {
    return this.#question(handle, 'filterValues', [funnel, options, step, property], ask);
  }

  /** How long people took from one step to another. */
  timeToConvert(
    handle: DatasetHandle,
    funnel: Funnel,
    options: RunOptions,
    steps: { from: string; to: string; binCount?: number },
    ask: AskOptions,
  ): Promise<Histogram> {
    return this.#question(handle, 'timeToConvert', [funnel, options, steps], ask);
  }

  /** The properties a funnel can be broken down by. */
  breakdownProperties(handle: DatasetHandle, funnel: Funnel, ask: AskOptions): Promise<string[]> {
    return this.#question(handle, 'breakdownProperties', [funnel], ask);
  }

  /** Frees a dataset; its open questions reject with an AbortError. The engine ends with its last dataset. */
  release(handle: DatasetHandle): void {
    const open = [...this.#pending.values()].filter((pending) => pending.dataset.id === handle.id);
    for (const pending of open)
      this.#cancel(pending.seq, new DOMException('the dataset was released', 'AbortError'));
    this.#forget(handle.id);
  }

  #forget(id: number): void {
    if (!this.#datasets.delete(id)) return;
    this.#post({ kind: 'release', dataset: id });
    if (this.#datasets.size > 0) return;
    this.#port?.stop();
    this.#port = undefined;
    this.#generation += 1;
    this.#opening = undefined;
  }

  async #question<M extends Method>(
    handle: DatasetHandle,
    method: M,
    args: Questions[M]['takes'],
    ask: AskOptions,
  ): Promise<Questions[M]['answers']> {
    ask.signal.throwIfAborted();
    const record = this.#datasets.get(handle.id);
    if (record === undefined) throw new FunnelwheelError('internal', 'the dataset was released');
    return (await this.#ask(record, { method, args } as Question, ask)) as Questions[M]['answers'];
  }

  #ask(
    dataset: DatasetRecord,
    question: Question | undefined,
    { signal, onProgress }: LoadOptions,
  ): Promise<unknown> {
    const seq = (this.#seq += 1);
    const onAbort = () => this.#cancel(seq, signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const answer = new Promise((resolve, reject) => {
      const asked = { seq, dataset, deaths: 0, stop: new AbortController(), settle: { resolve, reject } };
      this.#pending.set(seq, {
        ...asked,
        ...(question ? { question } : {}),
        ...(onProgress ? { onProgress } : {}),
      });
    });
    if (this.#port === undefined) this.#open();
    else this.#deliver(seq);
    return answer.finally(() => signal.removeEventListener('abort', onAbort));
  }

  #cancel(seq: number, reason: unknown): void {
    const pending = this.#take(seq);
    if (pending === undefined) return;
    pending.stop.abort(reason);
    this.#post({ kind: 'cancel', seq });
    pending.settle.reject(reason);
  }

  #take(seq: number): Pending | undefined {
    const pending = this.#pending.get(seq);
    this.#pending.delete(seq);
    return pending;
  }

  /** Starts an engine, gives it the datasets that were loaded, then all open questions in their order. */
  #open(): void {
    if (this.#opening !== undefined) return;
    const generation = (this.#generation += 1);
    const isCurrent = () => generation === this.#generation;
    const listener = {
      onMessage: (message: FromEngine) => (isCurrent() ? this.#hear(message) : undefined),
      onDeath: (error: FunnelwheelError) => (isCurrent() ? this.#bury(error) : undefined),
    };
    this.#opening = startFirst(this.#starters, listener, this.#readyTimeout).then(
      (port) => (isCurrent() ? this.#begin(port) : port.stop()),
      (error: unknown) => (isCurrent() ? this.#failAll(error) : undefined),
    );
  }

  #begin(port: EnginePort): void {
    this.#port = port;
    this.#opening = undefined;
    const open = [...this.#pending.values()];
    this.#pending.clear();
    const loaded = [...this.#datasets.values()].filter((record) => record.isLoaded);
    for (const pending of [...loaded.map((record) => this.#toRepeat(record)), ...open]) {
      this.#pending.set(pending.seq, pending);
      this.#deliver(pending.seq);
    }
  }

  /** Sends a dataset again. If that fails, the engine tells it to whoever asks of the dataset. */
  #toRepeat(dataset: DatasetRecord): Pending {
    const settle = { resolve: () => undefined, reject: () => undefined };
    return { seq: (this.#seq += 1), dataset, deaths: 0, stop: new AbortController(), isRepeat: true, settle };
  }

  /** The engine died: what it was asked is asked of its successor, unless it died of that too often. */
  #bury(error: FunnelwheelError): void {
    this.#port = undefined;
    this.#generation += 1;
    for (const pending of [...this.#pending.values()]) {
      pending.deaths += 1;
      if (pending.deaths > MAX_REPEATS || pending.isRepeat) this.#take(pending.seq)?.settle.reject(error);
    }
    if (this.#pending.size > 0) this.#open();
  }

  #failAll(error: unknown): void {
    this.#opening = undefined;
    for (const seq of [...this.#pending.keys()]) this.#take(seq)?.settle.reject(error);
  }

  #deliver(seq: number): void {
    const pending = this.#pending.get(seq);
    if (pending === undefined) return;
    const { dataset, question } = pending;
    try {
      if (question !== undefined) return this.#post({ kind: 'ask', seq, dataset: dataset.id, question });
      const transfer: Transferable[] = [];
      const packed = packDataset(toUnpacked(dataset.request), transfer);
      this.#post({ kind: 'load', seq, dataset: dataset.id, packed }, transfer);
    } catch (error) {
      // Not a dataset at all, or something in it that cannot cross.
      this.#take(seq)?.settle.reject(FunnelwheelError.from(error));
    }
  }

  #post(message: ToEngine, transfer: Transferable[] = []): void {
    this.#port?.send(message, transfer);
  }

  #hear(message: FromEngine): void {
    switch (message.kind) {
      case 'ready':
        return;
      case 'progress':
        return this.#pending.get(message.seq)?.onProgress?.(message.progress);
      case 'need-file':
        return void this.#sendFile(message.seq, message.url);
      case 'done':
        return this.#take(message.seq)?.settle.resolve(message.value);
      case 'failed':
        return this.#take(message.seq)?.settle.reject(FunnelwheelError.from(message.error));
    }
  }

  async #sendFile(seq: number, url: string): Promise<void> {
    const pending = this.#pending.get(seq);
    if (pending === undefined) return;
    try {
      this.#post({ kind: 'file', seq, url, file: await this.#fetchFile(pending, url) });
    } catch (error) {
      this.#post({ kind: 'file', seq, url, error: FunnelwheelError.from(error).toDetail() });
    }
  }

  /** A file is fetched once a dataset; a failure is not kept, so that a retry can work. */
  #fetchFile({ dataset, onProgress, stop }: Pending, url: string): Promise<Blob> {
    const known = dataset.files.get(url);
    if (known !== undefined) return known;
    const fetchFile = dataset.request.fetchFile;
    if (fetchFile === undefined)
      return Promise.reject(new FunnelwheelError('unsupported', `${url}: nothing fetches files`));
    const file = fetchFile(url, { signal: stop.signal, ...(onProgress ? { onProgress } : {}) });
    dataset.files.set(url, file);
    file.catch(() => dataset.files.delete(url));
    return file;
  }
}

function toUnpacked(request: LoadRequest): UnpackedDataset {
  if ('data' in request) return { sources: toDatasetSources(request.data) };
  const { file, name, defaults = {} } = request;
  return { file, name: name ?? nameOf(file), defaults };
}

function nameOf(file: Blob | string): string {
  if (typeof file === 'string') return file;
  return 'name' in file && typeof file.name === 'string' ? file.name : 'the file';
}

const shared = new Map<string, EngineClient>();

/** The page's engine: one for all elements that name the same `workerUrl` (or none). */
export function getEngineClient({ workerUrl }: { workerUrl?: string } = {}): EngineClient {
  const key = workerUrl ?? '';
  const client = shared.get(key) ?? new EngineClient(workerUrl === undefined ? {} : { workerUrl });
  shared.set(key, client);
  return client;
}
