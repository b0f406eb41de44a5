import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { HostFetchOptions } from '../data/host-fetch.ts';
import type { DatasetAddition } from '../data/dataset-changes.ts';
import type { DatasetSummary } from '../data/dataset-summary.ts';
import type { LoadOptions, SubjectId } from '../data/ask-options.ts';
import type { Source } from '../data/source.ts';
import type { Dataset } from '../engine/schema/index.ts';
import type { LoadController } from './load-controller.ts';
import type { LoadInputs } from './load-inputs.ts';
import { LoadRefreshController } from './load-refresh-controller.ts';

/**
 * What every element that loads has in common: the ways in (`result`, `data`, `src`, `dataset-src`, `source`), how
 * they are asked, and when again. An element extends it, makes its {@link loader} of {@link toLoadInputs}, and says
 * what it asks by {@link toRequest}. Source: contract.md.
 */
export abstract class LoadingElement<
  Request,
  Result,
  S extends Source<Request, Result> = Source<Request, Result>,
> extends LitElement {
  /** Address of a finished result. */
  @property() src?: string;
  /** Address of a dataset (JSON, or a table of events in any format), from which the result is computed here. */
  @property({ attribute: 'dataset-src' }) datasetSrc?: string;
  /** The studio's time zone, for data that does not say it. */
  @property({ attribute: 'time-zone' }) timeZone?: string;
  /** Language and formats; without it the closest `lang` decides. */
  @property() locale?: string;
  /** ISO 4217 code, for data that does not say it. */
  @property() currency?: string;
  /** *Now*: an instant, or epoch milliseconds. Default: the data's, else the clock. */
  @property({ attribute: 'as-of' }) asOf?: string;
  /** Address of the package's worker file, for pages whose policy forbids the one inside. */
  @property({ attribute: 'worker-url' }) workerUrl?: string;
  /** Address of the package's folder `dist/readers/`, which reads Arrow and Parquet. Default: beside the package's files. */
  @property({ attribute: 'readers-url' }) readersUrl?: string;
  /**
   * Seconds a computation in the worker may give no sign of life before the worker is replaced and asked once more.
   * Default 60. One that the browser has ended is noticed sooner, where the browser tells.
   */
  @property({ type: Number, attribute: 'compute-time-out' }) computeTimeOut?: number;
  /** Seconds after which everything is loaded anew, while the page is seen. Default: never. */
  @property({ type: Number, attribute: 'refresh-interval' }) refreshInterval?: number;
  /** Seconds an answer of the host's server may take. Default 30. */
  @property({ type: Number, attribute: 'time-out' }) timeOut?: number;
  /** Bytes an answer of the host's server may have. Default 50,000,000. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes?: number;
  /** A dataset to compute from. */
  @property({ attribute: false }) data?: Dataset;
  /** A source of the host's own; wins over everything else. */
  @property({ attribute: false }) source?: S;
  /** How the host's servers are asked: `fetch`, `headers`, `credentials`, `timeout`, `maxBytes`. */
  @property({ attribute: false }) fetchOptions?: HostFetchOptions;

  /** Loads what is set. */
  protected abstract readonly loader: LoadController<Request, Result, S>;
  #hostResult: unknown;

  constructor() {
    super();
    const isDue = () => this.loader.status !== 'pending';
    new LoadRefreshController(
      this,
      () => this.refreshInterval,
      () => (isDue() ? this.refresh() : undefined),
    );
  }

  /** The finished result: as the host set it, else the one that is shown. */
  @property({ attribute: false, noAccessor: true })
  get result(): Result | undefined {
    return this.loader.result ?? this.loader.lastGood;
  }
  set result(value: unknown) {
    this.#hostResult = value;
    // Without a name: the getter answers what is shown, so Lit would see no change.
    this.requestUpdate();
  }

  /** Loads everything anew: what was fetched is fetched again, a dataset read again. */
  refresh(): void {
    this.loader.refresh();
  }

  /** Asks again after a failure. What is shown stays meanwhile. */
  retry(): void {
    this.loader.retry();
  }

  /**
   * Adds what came since the dataset was loaded, through any door a dataset has: `appendData({ events: [...] })`. All
   * elements that were given the very same `data` show it, each after one load. Resolves when it is in. What was added
   * stays until `refresh()`, which reads the dataset as the host has it.
   * @throws FunnelwheelError as a load does, about what is added, and `not-configured` without a dataset; what is shown
   * stays as it is.
   */
  async appendData(addition: DatasetAddition, options: Partial<LoadOptions> = {}): Promise<DatasetSummary> {
    const { signal = new AbortController().signal } = options;
    const changes = await this.loader.changes(signal);
    return changes.append(addition, { ...options, signal });
  }

  /**
   * Removes people from the loaded dataset, with their rows and all of their events (a request for deletion), in all
   * elements that were given the very same `data`. What the host holds itself is its own to delete.
   * @throws FunnelwheelError `not-configured` without a dataset
   */
  async removePeople(ids: Iterable<SubjectId>, options: Partial<LoadOptions> = {}): Promise<DatasetSummary> {
    const { signal = new AbortController().signal } = options;
    const changes = await this.loader.changes(signal);
    return changes.removePeople(ids, { ...options, signal });
  }

  /** Lit lets an update wait: for what is at hand, so that handing over a result is one drawing. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const begun = this.loader.begin();
    return begun ? begun.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  /** What the element asks of its source. Only what was set is in it, so that the same wish is the same text. */
  protected abstract toRequest(): Request;

  /** All that decides what is loaded, for the {@link loader}. */
  protected toLoadInputs(): LoadInputs<Request, S> {
    const { source, data, src, datasetSrc, workerUrl, readersUrl, timeZone, currency } = this;
    const defaults = { ...(timeZone ? { timeZone } : {}), ...(currency ? { currency } : {}) };
    const fetchOptions = this.#toFetchOptions();
    const request = this.toRequest();
    return {
      source,
      result: this.#hostResult,
      data,
      src,
      datasetSrc,
      defaults,
      workerUrl,
      readersUrl,
      patience: isPositive(this.computeTimeOut) ? this.computeTimeOut * 1000 : undefined,
      fetchOptions,
      request,
    };
  }

  #toFetchOptions(): HostFetchOptions {
    return {
      ...(isPositive(this.timeOut) ? { timeout: this.timeOut * 1000 } : {}),
      ...(isPositive(this.maxBytes) ? { maxBytes: this.maxBytes } : {}),
      ...this.fetchOptions,
    };
  }
}

function isPositive(value: number | undefined): value is number {
  return value !== undefined && value > 0;
}
