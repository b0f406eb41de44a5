import { FunnelwheelError } from '../engine/error.ts';
import type { AskOptions, LoadOptions, LoadProgress } from '../data/ask-options.ts';
import type { DatasetSummary } from '../data/dataset-summary.ts';
import { Pace } from '../data/pace.ts';
import type { DatasetChange } from './dataset-history.ts';
import { DatasetRecord, type DatasetHandle, type LoadRequest } from './dataset-record.ts';
import {
  startFirst,
  startInlineWorker,
  startSameThread,
  startWorkerAt,
  type EnginePlace,
  type EnginePort,
  type PortStarter,
} from './engine-port.ts';
import { EngineRest, type SeenPage } from './engine-rest.ts';
import { EngineWatch } from './engine-watch.ts';
import type { FromEngine, Method, Question, Questions, ToEngine } from './protocol.ts';

/** How the engine is started. */
export interface EngineClientOptions {
  /** A worker file of the host's, tried after the one in the bundle. */
  workerUrl?: string;
  /** What is tried, in this order, instead of the usual. For tests. */
  starters?: readonly PortStarter[];
  /** Milliseconds a worker has to say that it is ready. Default 3,000. */
  readyTimeout?: number;
  /** Milliseconds between the signs of life a worker is asked for while a question is open. Default 5,000. */
  watchInterval?: number;
  /** Milliseconds without a question, while the page is out of sight, until the engine is let go. Default 300,000. */
  restAfter?: number;
  /** Milliseconds an engine without a dataset is kept for the next one. Default 0: it ends with its last dataset. */
  keepEmptyFor?: number;
  /** Whose being out of sight counts. For tests. */
  page?: SeenPage;
}

/** How often a question is asked again after the engine died under it. */
const MAX_REPEATS = 2;
const READY_TIMEOUT = 3000;

/** A question that is not answered yet. */
interface Pending {
  seq: number;
  dataset: DatasetRecord;
  /** Neither question nor change: load the dataset. */
  question?: Question;
  change?: DatasetChange;
  deaths: number;
  /** Aborted when the question is given up, for the files that are fetched for it. */
  stop: AbortController;
  /** Sent again after a death; nobody waits for it. */
  isRepeat?: boolean;
  onProgress?: (progress: LoadProgress) => void;
  settle: { resolve(value: unknown): void; reject(reason: unknown): void };
}

/**
 * The page's side of the engine: starts it where it can run, sends it datasets and questions, and ends it some time
 * after the last dataset is released. One that dies is replaced: the datasets are sent again and the open questions
 * asked again, at most twice; once, where it hung. Nothing is started before the first `load`.
 */
export class EngineLink {
  readonly #starters: readonly PortStarter[];
  readonly #readyTimeout: number;
  readonly #datasets = new Map<number, DatasetRecord>();
  readonly #pending = new Map<number, Pending>();
  readonly #watch: EngineWatch;
  readonly #rest: EngineRest;
  readonly #keepEmptyFor: number;
  #port: EnginePort | undefined;
  #opening: Promise<void> | undefined;
  /** Grows with every engine, so that the words of a former one are not heard. */
  #generation = 0;
  #seq = 0;
  #datasetId = 0;

  constructor({
    workerUrl,
    starters,
    readyTimeout = READY_TIMEOUT,
    watchInterval,
    restAfter,
    keepEmptyFor = 0,
    page,
  }: EngineClientOptions = {}) {
    const ofUrl = workerUrl === undefined ? [] : [startWorkerAt(workerUrl)];
    this.#starters = starters ?? [startInlineWorker, ...ofUrl, startSameThread];
    this.#readyTimeout = readyTimeout;
    this.#keepEmptyFor = keepEmptyFor;
    this.#watch = new EngineWatch(
      {
        ping: () => this.#post({ kind: 'ping' }),
        isGone: () => this.#port?.isGone() ?? Promise.resolve(false),
        onSilence: () => this.#replaceSilent(),
      },
      watchInterval,
    );
    this.#rest = new EngineRest(() => this.#letGo(), restAfter, page);
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
    const record = new DatasetRecord((this.#datasetId += 1), request);
    this.#datasets.set(record.id, record);
    try {
      const summary = (await this.#ask(record, {}, options)) as DatasetSummary;
      record.isLoaded = true;
      return { id: record.id, summary };
    } catch (error) {
      this.#forget(record.id);
      throw error;
    }
  }

  /**
   * Asks any question of the protocol about a loaded dataset; the named methods below are this with their words.
   * @throws FunnelwheelError of the engine's codes; rejects with the signal's reason when aborted.
   */
  async ask<M extends Method>(
    handle: DatasetHandle,
    method: M,
    args: Questions[M]['takes'],
    ask: AskOptions,
  ): Promise<Questions[M]['answers']> {
    ask.signal.throwIfAborted();
    const record = this.#datasets.get(handle.id);
    if (record === undefined) throw new FunnelwheelError('internal', 'the dataset was released');
    const question = { method, args } as Question;
    return (await this.#ask(record, { question }, ask)) as Questions[M]['answers'];
  }

  /**
   * Adds to a loaded dataset, or takes people from it. Questions asked before are answered of it as it was.
   * @throws FunnelwheelError as {@link load} does, about what is added; the dataset is then as it was.
   */
  async change(handle: DatasetHandle, change: DatasetChange, options: LoadOptions): Promise<DatasetSummary> {
    options.signal.throwIfAborted();
    const record = this.#datasets.get(handle.id);
    if (record === undefined) throw new FunnelwheelError('internal', 'the dataset was released');
    const summary = (await this.#ask(record, { change }, options)) as DatasetSummary;
    record.keepChange(change);
    return summary;
  }

  /** Frees a dataset; its open questions reject with an AbortError. An engine that holds none does not stay. */
  release(handle: DatasetHandle): void {
    const open = [...this.#pending.values()].filter((pending) => pending.dataset.id === handle.id);
    for (const pending of open)
      this.#cancel(pending.seq, new DOMException('the dataset was released', 'AbortError'));
    this.#forget(handle.id);
  }

  #forget(id: number): void {
    if (!this.#datasets.delete(id)) return;
    this.#post({ kind: 'release', dataset: id });
    if (this.#datasets.size === 0) this.#rest.allowIn(this.#keepEmptyFor);
  }

  /** Nobody looks: what is loaded is read anew with the next question. A stream could not be. */
  #letGo(): void {
    if ([...this.#datasets.values()].every((record) => record.isRepeatable)) this.#end();
  }

  #end(): void {
    this.#watch.stop();
    this.#rest.forbid();
    this.#port?.stop();
    this.#port = undefined;
    this.#generation += 1;
    this.#opening = undefined;
  }

  #ask(
    dataset: DatasetRecord,
    job: Pick<Pending, 'question' | 'change'>,
    { signal, onProgress }: LoadOptions,
  ): Promise<unknown> {
    this.#rest.forbid();
    const seq = (this.#seq += 1);
    const onAbort = () => this.#cancel(seq, signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    const answer = new Promise((resolve, reject) => {
      const asked = { seq, dataset, deaths: 0, stop: new AbortController(), settle: { resolve, reject } };
      this.#pending.set(seq, {
        ...asked,
        ...job,
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
    if (this.#pending.size === 0) this.#beIdle();
    return pending;
  }

  #beIdle(): void {
    this.#watch.stop();
    if (this.#port !== undefined) this.#rest.allow();
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

  /** No word and no sign of life: it is ended, and what it was asked is asked once more. */
  #replaceSilent(): void {
    this.#bury(new FunnelwheelError('worker-failed', 'the worker gives no sign of life'), MAX_REPEATS);
  }

  /** The engine died: what it was asked is asked of its successor, unless it died of that too often. */
  #bury(error: FunnelwheelError, weight = 1): void {
    this.#watch.stop();
    this.#rest.forbid();
    // What is taken for dead may still hold its memory.
    this.#port?.stop();
    this.#port = undefined;
    this.#generation += 1;
    for (const pending of [...this.#pending.values()]) {
      pending.deaths += weight;
      if (pending.deaths > MAX_REPEATS || pending.isRepeat) this.#take(pending.seq)?.settle.reject(error);
    }
    if (this.#pending.size > 0) this.#open();
  }

  #failAll(error: unknown): void {
    this.#opening = undefined;
    for (const seq of [...this.#pending.keys()]) this.#take(seq)?.settle.reject(error);
  }

  /** Packs what is pending and sends it, unless it was given up, or the engine changed, before it came to that. */
  #deliver(seq: number): void {
    const pending = this.#pending.get(seq);
    if (pending === undefined) return;
    this.#rest.forbid();
    this.#watch.update(this.#findPatience());
    const generation = this.#generation;
    const isDue = () => this.#generation === generation && this.#pending.has(seq);
    pending.dataset.inTurn(async () => {
      if (!isDue()) return;
      try {
        const transfer: Transferable[] = [];
        const message = await toMessage(pending, transfer);
        if (isDue()) this.#post(message, transfer);
      } catch (error) {
        if (isDue()) this.#take(seq)?.settle.reject(toRefusal(error, pending.question === undefined));
      }
    });
  }

  /** The longest silence that any open question may bring. */
  #findPatience(): number | undefined {
    // On the page's own thread nothing can hang that would not hang the watch as well.
    if (this.#port === undefined || this.#port.place === 'same-thread') return undefined;
    return Math.max(...[...this.#pending.values()].map(({ dataset: { patience } }) => patience));
  }

  #post(message: ToEngine, transfer: Transferable[] = []): void {
    this.#port?.send(message, transfer);
  }

  #hear(message: FromEngine): void {
    this.#watch.hear();
    switch (message.kind) {
      case 'ready':
      case 'pong':
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
    const { dataset, onProgress, stop } = pending;
    const options = { signal: stop.signal, ...(onProgress ? { onProgress } : {}) };
    try {
      this.#post({ kind: 'file', seq, url, file: await dataset.fetchFile(url, options) });
    } catch (error) {
      this.#post({ kind: 'file', seq, url, error: FunnelwheelError.from(error).toDetail() });
    }
  }
}

/** What is pending as a message; what it moves is collected in `transfer`. */
async function toMessage(
  { seq, dataset, question, change, stop }: Pending,
  transfer: Transferable[],
): Promise<ToEngine> {
  const { id, readers } = dataset;
  if (question !== undefined) return { kind: 'ask', seq, dataset: id, question };
  const pace = new Pace(stop.signal);
  if (change !== undefined) {
    const packed = await dataset.packChange(change, transfer, pace);
    return { kind: 'change', seq, dataset: id, change: packed, readers };
  }
  const packed = await dataset.pack(transfer, pace);
  const changes = await dataset.packChanges(transfer, pace);
  return { kind: 'load', seq, dataset: id, packed, changes, readers };
}

/** Why something was not sent: it is no dataset at all, or a part of it is not plain data. */
function toRefusal(error: unknown, isDataset: boolean): FunnelwheelError {
  if (!(error instanceof DOMException)) return FunnelwheelError.from(error);
  const what = isDataset ? 'the dataset' : 'the question';
  return new FunnelwheelError(
    isDataset ? 'invalid-dataset' : 'invalid-options',
    `${what} holds what is not plain data: ${error.message.slice(0, 200)}`,
    { cause: error },
  );
}
