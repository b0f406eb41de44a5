import { Task, TaskStatus, initialState } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {
  AskOptions,
  DatasetSummary,
  FunnelRequest,
  FunnelSource,
  LoadProgress,
  SubjectId,
} from '../data/funnel-source.ts';
import type { DatasetDefaults } from '../data/dataset-sources.ts';
import type { HostFetchOptions } from '../data/host-fetch.ts';
import { createLazySource } from '../data/lazy-source.ts';
import { loadPart } from '../data/load-part.ts';
import { createResultSource } from '../data/result-source.ts';
import { untilAborted } from '../data/until-aborted.ts';
import type { UrlSourceOptions } from '../data/url-source.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { Explanation, PeopleQuery } from '../engine/index.ts';
import type { Dataset, FilterOffer, FunnelResult, PeoplePage, Segment } from '../engine/schema/index.ts';
import type { DatasetSourceOptions } from '../worker/dataset-source.ts';

/** Where the numbers come from and which are wanted, as the host element holds it. */
export interface FunnelInputs {
  /** A source of the host's own; wins over everything. */
  source?: FunnelSource | undefined;
  /** A finished result. */
  result?: unknown;
  /** A dataset to compute from. */
  data?: Dataset | undefined;
  /** The address of a finished result. */
  src?: string | undefined;
  /** The address of a dataset. */
  datasetSrc?: string | undefined;
  /** What a dataset by address does not say itself. */
  defaults?: DatasetDefaults | undefined;
  workerUrl?: string | undefined;
  /** How the host wants its servers to be asked. */
  fetchOptions?: HostFetchOptions | undefined;
  request: FunnelRequest;
}

/** `initial`: nothing was set to load from. */
export type FunnelStatus = 'initial' | 'pending' | 'complete' | 'error';

/**
 * Loads a funnel for an element: whenever what the host set has changed, the older load is given up and a new
 * one begins. What is set by hand wins over what is fetched: `source`, `result`, `data`, `src`, `datasetSrc`. The
 * last good result stays until a new one comes, marked as stale. Removed from the page, it frees what it holds;
 * put back, it goes on.
 */
export class FunnelController implements ReactiveController {
  /** The last result that came whole, be it of this request or of an older one. */
  lastGood: FunnelResult | undefined;
  /** How far the load has come; undefined when none is under way. */
  progress: LoadProgress | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #read: () => FunnelInputs;
  readonly #task: Task<[FunnelSource | undefined, string, number], FunnelResult>;
  #source: FunnelSource | undefined;
  #sourceKey: readonly unknown[] = [];
  /** Grows to run the task again with the same inputs. */
  #run = 0;
  /** The source of {@link lastGood}. */
  #loaded: FunnelSource | undefined;
  /** Grows when what a source holds is given back, and with it the questions it was asked. */
  #generation = 0;
  /** Those who wait for the host's next update. */
  #waiting: (() => void)[] = [];
  #isConnected = false;
  #wasInterrupted = false;

  constructor(host: ReactiveControllerHost, read: () => FunnelInputs) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
    this.#task = new Task(host, {
      args: () => this.#toArguments(),
      task: ([source], { signal }) => this.#load(source, signal),
    });
  }

  get status(): FunnelStatus {
    if (this.#source === undefined || this.#task.status === TaskStatus.INITIAL) return 'initial';
    if (this.#task.status === TaskStatus.COMPLETE) return 'complete';
    // Given up because the element left the page: it goes on when it is back.
    return this.#task.status === TaskStatus.ERROR && !isAbort(this.#task.error) ? 'error' : 'pending';
  }

  /** The result of the present request; undefined while it is not there. See {@link lastGood}. */
  get result(): FunnelResult | undefined {
    return this.status === 'complete' ? this.#task.value : undefined;
  }

  get error(): FunnelwheelError | undefined {
    return this.status === 'error' ? FunnelwheelError.from(this.#task.error) : undefined;
  }

  /** Whether {@link lastGood} answers an older request than the present one. */
  get stale(): boolean {
    return this.lastGood !== undefined && this.status !== 'complete';
  }

  get source(): FunnelSource | undefined {
    return this.#source;
  }

  /** Counts and rejected rows of a dataset, once it is loaded. */
  get summary(): DatasetSummary | undefined {
    return this.#source?.summary;
  }

  /** Resolves when the present load has ended, well or not. */
  async settled(): Promise<void> {
    await this.#task.taskComplete.catch(() => undefined);
  }

  /** Asks again, of the same source. */
  retry(): void {
    this.#run += 1;
    this.#host.requestUpdate();
  }

  /** Asks anew: what was fetched is fetched again, and a dataset read again. */
  refresh(): void {
    this.#free();
    this.retry();
  }

  // The questions below are about the present inputs: while their result is loading, they wait for it.

  /**
   * A page of the people of a segment.
   * @throws FunnelwheelError `not-configured` where the source has none; what the load failed with, if it did.
   */
  people(segment: Segment, query: PeopleQuery, options: AskOptions): Promise<PeoplePage> {
    return this.#ask('people', options, (source) => source.people(segment, query, options));
  }

  /** All ids of a segment, in pages. @throws FunnelwheelError as {@link people}. */
  async *ids(segment: Segment, query: PeopleQuery, options: AskOptions): AsyncIterable<SubjectId[]> {
    const source = await this.#ready('ids', options.signal);
    yield* source.ids(segment, query, options);
  }

  /** The values a step can be filtered by. @throws FunnelwheelError as {@link people}. */
  filterValues(step: string, property: string, options: AskOptions): Promise<FilterOffer> {
    return this.#ask('filterValues', options, (source) => source.filterValues(step, property, options));
  }

  /** Why a person stands where they stand. @throws FunnelwheelError as {@link people}. */
  explain(subject: SubjectId, options: AskOptions): Promise<Explanation> {
    return this.#ask('explain', options, (source) => source.explain(subject, options));
  }

  /** Asks the source, and its successor if it was given back before it had answered. */
  async #ask<Q extends Question, T>(
    question: Q,
    { signal }: AskOptions,
    ask: (source: Asked<Q>) => Promise<T>,
  ): Promise<T> {
    for (;;) {
      const source = await this.#ready(question, signal);
      const generation = this.#generation;
      try {
        return await ask(source);
      } catch (error) {
        if (signal.aborted || generation === this.#generation) throw error;
      }
    }
  }

  /** The source that can answer a question, once its result is there. Gives up when the signal is aborted. */
  async #ready<Q extends Question>(question: Q, signal: AbortSignal): Promise<Asked<Q>> {
    // What the host has just set is known here with the element's next update.
    await untilAborted(this.#host.updateComplete, signal);
    while (canAnswer(this.#source, question) && this.status === 'pending') {
      await untilAborted(new Promise<void>((wake) => this.#waiting.push(wake)), signal);
    }
    if (!canAnswer(this.#source, question)) throw cannot(question);
    if (this.error !== undefined && this.#loaded !== this.#source) throw this.error;
    return this.#source;
  }

  hostUpdated(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  hostConnected(): void {
    this.#isConnected = true;
    if (!this.#wasInterrupted) return;
    this.#wasInterrupted = false;
    this.retry();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    // An element that is only moved is back before the next microtask, and keeps what it has.
    queueMicrotask(() => {
      if (!this.#isConnected) this.#letGo();
    });
  }

  #letGo(): void {
    this.#wasInterrupted = this.#task.status === TaskStatus.PENDING;
    this.#task.abort();
    this.#source?.release?.();
  }

  /** Gives back what the source holds. */
  #free(): void {
    this.#generation += 1;
    this.#source?.release?.();
  }

  #toArguments(): [FunnelSource | undefined, string, number] {
    const inputs = this.#read();
    const source = this.#updateSource(inputs);
    const request = source === undefined || source.kind === 'result' ? '' : JSON.stringify(inputs.request);
    return [source, request, this.#run];
  }

  #updateSource(inputs: FunnelInputs): FunnelSource | undefined {
    const key = toSourceKey(inputs);
    if (
      key.length === this.#sourceKey.length &&
      key.every((part, index) => Object.is(part, this.#sourceKey[index]))
    ) {
      return this.#source;
    }
    this.#sourceKey = key;
    this.#free();
    this.#source = toSource(inputs);
    return this.#source;
  }

  async #load(
    source: FunnelSource | undefined,
    signal: AbortSignal,
  ): Promise<FunnelResult | typeof initialState> {
    this.progress = undefined;
    if (source === undefined) {
      // What was shown before belongs to nothing any more.
      this.lastGood = undefined;
      return initialState;
    }
    const onProgress = (progress: LoadProgress) => {
      if (signal.aborted) return;
      this.progress = progress;
      this.#host.requestUpdate();
    };
    try {
      const result = await source.load(this.#read().request, { signal, onProgress });
      if (signal.aborted) return result;
      this.lastGood = result;
      this.#loaded = source;
      return result;
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      if (!signal.aborted) this.progress = undefined;
    }
  }
}

/** What a source is made of, the winner alone, so that a change of what is not used changes nothing. */
function toSourceKey({
  source,
  result,
  data,
  src,
  datasetSrc,
  defaults,
  workerUrl,
  fetchOptions,
}: FunnelInputs): unknown[] {
  if (source !== undefined) return ['source', source];
  if (isSet(result)) return ['result', result, fetchOptions];
  if (isSet(data)) return ['data', data, workerUrl, fetchOptions];
  if (isSet(src)) return ['src', src, fetchOptions];
  if (isSet(datasetSrc))
    return ['dataset-src', datasetSrc, JSON.stringify(defaults), workerUrl, fetchOptions];
  return [];
}

function toSource({
  source,
  result,
  data,
  src,
  datasetSrc,
  defaults,
  workerUrl,
  fetchOptions = {},
}: FunnelInputs): FunnelSource | undefined {
  if (source !== undefined) return source;
  if (isSet(result)) return createResultSource(result, fetchOptions);
  const engine = { ...fetchOptions, ...(workerUrl ? { workerUrl } : {}) };
  if (isSet(data)) return openDatasetSource({ ...engine, data });
  if (isSet(src)) return openUrlSource({ ...fetchOptions, src });
  if (isSet(datasetSrc))
    return openDatasetSource({ ...engine, src: datasetSrc, ...(defaults ? { defaults } : {}) });
  return undefined;
}

// A page whose results are handed over loads neither the engine's client nor what fetches.

function openDatasetSource(options: DatasetSourceOptions): FunnelSource {
  return createLazySource('dataset', async () => {
    const { createDatasetSource } = await loadPart(() => import('../worker/dataset-source.ts'));
    return createDatasetSource(options);
  });
}

function openUrlSource(options: UrlSourceOptions): FunnelSource {
  return createLazySource('src', async () => {
    const { createUrlSource } = await loadPart(() => import('../data/url-source.ts'));
    return createUrlSource(options);
  });
}

function isSet<T>(value: T | undefined | null): value is T {
  return value !== undefined && value !== null && value !== '';
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** What a source may be asked beside its result. */
type Question = 'people' | 'ids' | 'filterValues' | 'explain';
type Asked<Q extends Question> = FunnelSource & Required<Pick<FunnelSource, Q>>;

const ACTS: Record<Question, string> = {
  people: 'list people',
  ids: 'list people',
  filterValues: 'offer values',
  explain: 'explain',
};

function canAnswer<Q extends Question>(source: FunnelSource | undefined, question: Q): source is Asked<Q> {
  return source?.[question] !== undefined;
}

function cannot(question: Question): FunnelwheelError {
  return new FunnelwheelError('not-configured', `this source cannot ${ACTS[question]}`);
}
