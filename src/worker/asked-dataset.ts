import type { AskOptions, SubjectId } from '../data/ask-options.ts';
import { FunnelwheelError } from '../engine/error.ts';
import type { PeopleQuery } from '../engine/index.ts';
import type { RunOptions } from '../engine/schema/index.ts';
import type { DatasetHandle } from './engine-client.ts';
import { LoadedDataset, type DatasetSourceOptions } from './loaded-dataset.ts';

/** How many ids come at a time. */
const ID_PAGE_SIZE = 10_000;

/**
 * What a source that computes from a dataset is, whatever it computes: it knows what it was asked last, because the
 * people of that are asked for in the same words.
 */
export abstract class AskedDataset<Asked> {
  readonly kind = 'dataset';
  protected readonly dataset: LoadedDataset;
  protected asked: Asked | undefined;
  /** What is computed, for errors. */
  protected abstract readonly what: string;

  constructor(options: DatasetSourceOptions) {
    this.dataset = new LoadedDataset(options);
  }

  get summary() {
    return this.dataset.summary;
  }

  get changes() {
    return this.dataset;
  }

  release(): void {
    this.dataset.release();
  }

  forget(): void {
    this.dataset.forget();
  }

  /** @throws FunnelwheelError `not-configured` */
  protected lastAsked(): Asked {
    if (this.asked !== undefined) return this.asked;
    const message = `no ${this.what} was computed yet, so there are no people to list`;
    throw new FunnelwheelError('not-configured', message);
  }

  /** Options of a run with *now*, where neither they nor the dataset say it. */
  protected withNow(options: RunOptions, handle: DatasetHandle): RunOptions {
    const now = this.dataset.now(handle);
    return options.now !== undefined || now === undefined ? options : { ...options, now };
  }

  /** The ids of a query, a page at a time. */
  protected async *pagesOfIds(
    { offset: start = 0, limit: end = Infinity, ...rest }: PeopleQuery,
    ask: AskOptions,
    askPage: (handle: DatasetHandle, page: PeopleQuery) => Promise<SubjectId[] | Float64Array>,
  ): AsyncIterable<SubjectId[]> {
    for (let offset = start; offset < start + end; offset += ID_PAGE_SIZE) {
      const limit = Math.min(ID_PAGE_SIZE, start + end - offset);
      const ids = await askPage(await this.dataset.handle(ask), { ...rest, offset, limit });
      if (ids.length > 0) yield Array.from<SubjectId>(ids);
      if (ids.length < limit) return;
    }
  }
}
