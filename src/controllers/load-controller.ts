import { Task, TaskStatus, initialState } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DatasetChanges } from '../data/dataset-changes.ts';
import type { Able } from '../data/lazy-source.ts';
import type { AskOptions, LoadProgress } from '../data/ask-options.ts';
import type { DatasetSummary } from '../data/dataset-summary.ts';
import type { Source } from '../data/source.ts';
import { untilAborted } from '../data/until-aborted.ts';
import { FunnelwheelError } from '../engine/error.ts';
import { chooseWay, toText, type ChosenWay, type LoadInputs, type SourceOpeners } from './load-inputs.ts';

/** `initial`: nothing was set to load from. */
export type LoadStatus = 'initial' | 'pending' | 'complete' | 'error';

/**
 * Loads for an element: whenever what the host set has changed, the older load is given up and a new one begins.
 * What is set by hand wins over what is fetched: `source`, `result`, `data`, `src`, `datasetSrc`. The last good
 * result stays until a new one comes, marked as stale. Removed from the page, it frees what it holds and loads
 * nothing; put back, it goes on.
 */
export class LoadController<
  Request,
  Result,
  S extends Source<Request, Result> = Source<Request, Result>,
> implements ReactiveController {
  /** The last result that came whole, be it of this request or of an older one. */
  lastGood: Result | undefined;
  /** How far the load has come; undefined when none is under way. */
  progress: LoadProgress | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #read: () => LoadInputs<Request, S>;
  readonly #openers: SourceOpeners<S>;
  readonly #task: Task<[S | undefined, string, number], Result>;
  #source: S | undefined;
  #sourceKey: ChosenWay<S>['key'] | undefined;
  #arguments: [S | undefined, string, number] = [undefined, '', 0];
  /** Grows to run the task again with the same inputs. */
  #run = 0;
  /** The source of {@link lastGood}. */
  #loaded: S | undefined;
  /** Grows when what a source holds is given back, and with it the questions it was asked. */
  #generation = 0;
  /** Those who wait for the host's next update. */
  #waiting: (() => void)[] = [];
  #isConnected = false;
  #unsubscribe: (() => void) | undefined;
  #wasInterrupted = false;

  /** `read` says what the host has set; it is read before each update of the element. */
  constructor(host: ReactiveControllerHost, read: () => LoadInputs<Request, S>, openers: SourceOpeners<S>) {
    this.#host = host;
    this.#read = read;
    this.#openers = openers;
    host.addController(this);
    this.#task = new Task(host, {
      args: () => this.#toArguments(),
      task: ([source], { signal }) => this.#load(source, signal),
    });
  }

  get status(): LoadStatus {
    if (this.#source === undefined || this.#task.status === TaskStatus.INITIAL) return 'initial';
    if (this.#task.status === TaskStatus.COMPLETE) return 'complete';
    // Given up because the element left the page: it goes on when it is back.
    return this.#task.status === TaskStatus.ERROR && !isAbort(this.#task.error) ? 'error' : 'pending';
  }

  /** The result of the present request; undefined while it is not there. See {@link lastGood}. */
  get result(): Result | undefined {
    return this.status === 'complete' ? this.#task.value : undefined;
  }

  get error(): FunnelwheelError | undefined {
    return this.status === 'error' ? FunnelwheelError.from(this.#task.error) : undefined;
  }

  /** Whether {@link lastGood} answers an older request than the present one. */
  get stale(): boolean {
    return this.lastGood !== undefined && this.status !== 'complete';
  }

  get source(): S | undefined {
    return this.#source;
  }

  /** Counts and rejected rows of a dataset, once it is loaded. */
  get summary(): DatasetSummary | undefined {
    return this.#source?.summary;
  }

  /**
   * Begins what the host has set, before its update. A promise where the answer is at hand: it is drawn with that
   * update, with none before it that says that it is on its way.
   */
  begin(): Promise<void> | undefined {
    const before = this.#arguments;
    const begun = this.#toArguments();
    const isAtHand = begun[0]?.isAtHand?.() === true && this.#openers.loadBeside?.isLoaded() !== false;
    if (isSame(before, begun) || !isAtHand) return undefined;
    void this.#task.run(begun);
    return this.settled();
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

  /** Asks anew: what was fetched is fetched again, and a dataset read again, as the host has it. */
  refresh(): void {
    this.#source?.forget?.();
    this.#free();
    this.retry();
  }

  /**
   * Asks the source more than its result, by one of its own methods. While the result of the present inputs is
   * loading, the question waits for it; where the source was given back before it had answered, its successor is
   * asked.
   * @throws FunnelwheelError `not-configured` where the source has no such method; what the load failed with.
   */
  async ask<Method extends keyof S & string, T>(
    method: Method,
    { signal }: AskOptions,
    ask: (source: Able<S, Method>) => Promise<T>,
  ): Promise<T> {
    for (;;) {
      const source = await this.able(method, signal);
      const generation = this.#generation;
      try {
        return await ask(source);
      } catch (error) {
        if (signal.aborted || generation === this.#generation) throw error;
      }
    }
  }

  /** The source that has a method, once its result is there. Gives up when the signal is aborted. */
  async able<Method extends keyof S & string>(method: Method, signal: AbortSignal): Promise<Able<S, Method>> {
    // What the host has just set is known here with the element's next update.
    await untilAborted(this.#host.updateComplete, signal);
    while (isAble(this.#source, method) && this.status === 'pending') {
      await untilAborted(new Promise<void>((wake) => this.#waiting.push(wake)), signal);
    }
    if (!isAble(this.#source, method))
      throw new FunnelwheelError('not-configured', `this source has no "${method}"`);
    if (this.error !== undefined && this.#loaded !== this.#source) throw this.error;
    return this.#source;
  }

  /**
   * What can be added to, or taken from.
   * @throws FunnelwheelError `not-configured` where there is no dataset.
   */
  async changes(signal: AbortSignal): Promise<DatasetChanges> {
    // What the host has just set is known here with the element's next update.
    await untilAborted(this.#host.updateComplete, signal);
    if (this.#source?.changes !== undefined) return this.#source.changes;
    throw new FunnelwheelError('not-configured', 'there is no dataset that could be changed');
  }

  hostUpdated(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  hostConnected(): void {
    this.#isConnected = true;
    if (this.#wasInterrupted) this.#run += 1;
    this.#wasInterrupted = false;
    // What was set meanwhile is taken up now.
    this.#host.requestUpdate();
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

  /** What decides whether the task runs. Off the page nothing changes, so that nothing is loaded there. */
  #toArguments(): [S | undefined, string, number] {
    if (!this.#isConnected) return this.#arguments;
    const source = this.#updateSource();
    const request = source === undefined || source.kind === 'result' ? '' : toText(this.#read().request);
    this.#arguments = [source, request, this.#run];
    return this.#arguments;
  }

  #updateSource(): S | undefined {
    const way = chooseWay(this.#read, this.#openers);
    if (isSame(way?.key, this.#sourceKey)) return this.#source;
    this.#sourceKey = way?.key;
    this.#free();
    this.#source = way?.open();
    this.#unsubscribe?.();
    // Whoever of those who share a dataset has changed it: what is shown is asked for once more.
    this.#unsubscribe = this.#source?.changes?.subscribe(() => this.retry());
    return this.#source;
  }

  async #load(source: S | undefined, signal: AbortSignal): Promise<Result | typeof initialState> {
    this.progress = undefined;
    if (source === undefined) {
      // What was shown before belongs to nothing any more.
      this.lastGood = undefined;
      this.#openers.expectResult();
      return initialState;
    }
    const onProgress = (progress: LoadProgress) => {
      if (signal.aborted) return;
      this.progress = progress;
      this.#host.requestUpdate();
    };
    try {
      const beside = this.#openers.loadBeside?.();
      // Where the load fails too, only that is told.
      beside?.catch(() => undefined);
      const result = await source.load(this.#read().request, { signal, onProgress });
      await beside;
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

function isSame(key: readonly unknown[] | undefined, other: readonly unknown[] | undefined): boolean {
  if (key === undefined || other === undefined) return key === other;
  return key.length === other.length && key.every((part, index) => Object.is(part, other[index]));
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

function isAble<S, Method extends keyof S>(source: S | undefined, method: Method): source is Able<S, Method> {
  return source?.[method] !== undefined;
}
