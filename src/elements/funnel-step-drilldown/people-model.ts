import type { PeopleHost } from '../../controllers/people-host.ts';
import type { PeopleQuery } from '../../engine/index.ts';
import type { PeoplePage, PersonRow } from '../../engine/schema/index.ts';
import type { PeopleSegment } from '../../events/index.ts';
import { BATCH_SIZE, HostStream, toHostPart, toHostQuery, WHOLE_LIST } from './host-stream.ts';
import { computeBreakdowns, type PropertyBreakdown } from './people-breakdown.ts';
import { computeList, matchesQuery, type ListQuery } from './people-list.ts';
import { PeoplePages, type PageState, type PagesListener } from './people-pages.ts';
import type { PersonId } from './selection.ts';

/** Up to this many people are all fetched, so that they can be divided, searched and sorted at once. */
export const COMPLETE_LIMIT = 5_000;
/** Rows asked for at a time. */
export const PAGE_SIZE = 200;

/** What the owner of a {@link PeopleModel} gives it and is told by it. */
export interface PeopleModelHost extends PagesListener {
  /** Order of texts in the reader's language. */
  readonly collator: Intl.Collator;
}

const NO_ROWS: readonly PersonRow[] = [];

/**
 * The people of a segment under a search, an order and filters. A short segment (up to 5,000) is fetched whole in
 * the background and then answers every query here; of a longer one only the pages in sight are fetched, the host
 * searches and sorts, and there is no breakdown. Source: funnels.md, "Drill-down".
 */
export class PeopleModel {
  readonly #host: PeopleModelHost;
  #source: PeopleHost | undefined;
  #segment: PeopleSegment | undefined;
  #query: ListQuery = WHOLE_LIST;
  /** The whole segment in the order of the host. */
  #base: PeoplePages | undefined;
  /** The segment under the query, where the host must answer it. */
  #view: PeoplePages | undefined;
  /** What replaces the base once it is here. */
  #next: PeoplePages | undefined;
  #all: readonly PersonRow[] | undefined;
  #list: readonly PersonRow[] | undefined;
  #breakdowns: PropertyBreakdown[] | undefined;
  #sampled: { rows: readonly PersonRow[]; breakdowns: readonly PropertyBreakdown[] } = {
    rows: NO_ROWS,
    breakdowns: [],
  };
  #handedTotal: number | undefined;

  constructor(host: PeopleModelHost) {
    this.#host = host;
  }

  get query(): ListQuery {
    return this.#query;
  }

  get segment(): PeopleSegment | undefined {
    return this.#segment;
  }

  get source(): PeopleHost | undefined {
    return this.#source;
  }

  /** Every row of the segment, once all are here; the query plays no part. */
  get allRows(): readonly PersonRow[] | undefined {
    return this.#all;
  }

  /** Whether every row of the list is here, so that it is searched and sorted without the host. */
  get isLocal(): boolean {
    return this.#list !== undefined;
  }

  /** The rows of the list that are here, in its order. */
  get listRows(): readonly PersonRow[] {
    return this.#list ?? this.#pages?.loadedRows ?? [];
  }

  /** Every row at hand, whether or not it is in the list. */
  get knownRows(): readonly PersonRow[] {
    return this.#all ?? [...(this.#base?.loadedRows ?? []), ...(this.#view?.loadedRows ?? [])];
  }

  /** Rows that are like those of the segment, whatever the query; the same array until newer ones come. */
  get sampleRows(): readonly PersonRow[] {
    return this.#all ?? this.#base?.firstRows ?? NO_ROWS;
  }

  /** Whether only a part of the segment was handed over. */
  get isPartial(): boolean {
    return this.#handedTotal !== undefined && this.#handedTotal > (this.#all?.length ?? 0);
  }

  /** Rows of the list under the query; undefined as long as nothing came. */
  get total(): number | undefined {
    return this.#list?.length ?? this.#pages?.total;
  }

  /** Rows of the segment, whatever the query: the number on the bar. */
  get segmentTotal(): number | undefined {
    return this.#handedTotal ?? this.#all?.length ?? this.#base?.segmentTotal ?? this.#base?.total;
  }

  /** Why there is nothing to show: the first page failed. */
  get error(): unknown {
    return this.#list || this.#pages?.total !== undefined ? undefined : this.#pages?.getError(0);
  }

  /** Whether rows are being replaced by newer ones. */
  get isRefreshing(): boolean {
    return this.#next !== undefined;
  }

  /** The people by each property at hand; undefined until all rows are here. */
  get breakdowns(): readonly PropertyBreakdown[] | undefined {
    if (this.#all) this.#breakdowns ??= computeBreakdowns(this.#all);
    return this.#breakdowns;
  }

  /** Whether the segment is too long to be divided here. */
  get isTooLong(): boolean {
    return !this.#all && (this.#base?.total ?? 0) > COMPLETE_LIMIT;
  }

  /**
   * The properties and values of the first rows, by which a long list can be narrowed where its host can do that.
   * Counts are those of the sample, and say nothing of the segment.
   */
  get sampleBreakdowns(): readonly PropertyBreakdown[] {
    const rows = this.sampleRows;
    if (this.#sampled.rows !== rows) {
      // What comes next is no property of a person, so the host could not look for it.
      const breakdowns = computeBreakdowns(rows).filter(({ property }) => property !== 'next');
      this.#sampled = { rows, breakdowns };
    }
    return this.#sampled.breakdowns;
  }

  /** Whether rows that the breakdown needs could not be had. */
  get isIncomplete(): boolean {
    return !this.#all && (this.#base?.hasFailed ?? false);
  }

  get #pages(): PeoplePages | undefined {
    return this.#view ?? this.#base;
  }

  getRow(index: number): PersonRow | undefined {
    return this.#list ? this.#list[index] : this.#pages?.getRow(index);
  }

  getState(index: number): PageState {
    if (this.#list) return index < this.#list.length ? 'ready' : 'absent';
    return this.#pages?.getState(index) ?? 'absent';
  }

  /** Shows the people of a segment, from the first. */
  open(source: PeopleHost, segment: PeopleSegment): void {
    this.close();
    this.#source = source;
    this.#segment = segment;
    this.#base = this.#createBase();
    this.#base.want(0, PAGE_SIZE);
  }

  /** Shows people that were handed over. */
  openRows(page: PeoplePage): void {
    this.close();
    this.#all = page.people;
    this.#handedTotal = Math.max(page.total, page.people.length);
    this.#updateList();
  }

  /** Forgets everything. */
  close(): void {
    for (const pages of [this.#base, this.#view, this.#next]) pages?.dispose();
    this.#base = this.#view = this.#next = undefined;
    this.#all = this.#list = this.#breakdowns = undefined;
    this.#source = this.#segment = this.#handedTotal = undefined;
    this.#query = WHOLE_LIST;
  }

  /** Fetches everything anew; the old rows stay in sight until the new ones are here. */
  refresh(): void {
    if (!this.#source || !this.#base) return;
    this.#next?.dispose();
    this.#next = this.#createBase();
    this.#next.want(0, PAGE_SIZE);
    this.#host.onChange();
  }

  setQuery(query: ListQuery): void {
    this.#query = query;
    this.#updateList();
  }

  /** Has the rows from `start` to `end` fetched, where they are not here. */
  want(start: number, end: number): void {
    if (!this.#list) this.#pages?.want(start, end);
  }

  /** Tells that rows which were gone through could not be had. */
  tellError(error: unknown, retry: () => void): void {
    this.#host.onError?.(error, retry);
  }

  /** Asks again for rows that failed. */
  retry(index: number): void {
    this.#pages?.retry(index);
  }

  /** Asks again for every row that failed. */
  retryAll(): void {
    this.#base?.retryFailed();
    this.#view?.retryFailed();
  }

  /** The rows from `start` to `end` of the list, fetched if need be. */
  async fetchRows(start: number, end: number): Promise<readonly PersonRow[]> {
    return this.#list ? this.#list.slice(start, end) : ((await this.#pages?.fetchRows(start, end)) ?? []);
  }

  /** The ids of everybody in the list under the query, in batches. */
  async *iterateListIds(signal: AbortSignal): AsyncGenerator<PersonId[]> {
    if (this.#list) yield this.#list.map((row) => row.id);
    else yield* this.#stream.iterateIds(toHostQuery(this.#query), signal);
  }

  /** The ids of everybody in a part of the segment, in batches, whatever the query. */
  async *iterateSegmentIds(
    signal: AbortSignal,
    part: Pick<ListQuery, 'q' | 'filters'> = WHOLE_LIST,
  ): AsyncGenerator<PersonId[]> {
    if (this.#all) yield this.#all.filter((row) => matchesQuery(row, part)).map((row) => row.id);
    else yield* this.#stream.iterateIds(toHostPart(part), signal);
  }

  /** The rows of a part of the segment in an order, in batches, fetched as they are asked for. */
  async *iterateRows(query: ListQuery, signal: AbortSignal): AsyncGenerator<readonly PersonRow[]> {
    if (!this.#all) return yield* this.#stream.iterateRows(toHostQuery(query), signal);
    const rows = computeList(this.#all, query, this.#host.collator);
    for (let start = 0; start < rows.length; start += BATCH_SIZE) yield rows.slice(start, start + BATCH_SIZE);
  }

  /** The people of the host, gone through from the first to the last. */
  get #stream(): HostStream {
    return new HostStream(this.#source, this.#segment);
  }

  #createPages(query: PeopleQuery, listener: PagesListener): PeoplePages {
    const source = this.#source;
    const segment = this.#segment;
    return new PeoplePages(
      (offset, limit, signal) => {
        if (!source || !segment) throw new Error('no segment is open');
        return source.people(segment, { ...query, offset, limit }, { signal });
      },
      listener,
      PAGE_SIZE,
    );
  }

  #createBase(): PeoplePages {
    const base: PeoplePages = this.#createPages(
      {},
      {
        onChange: () => this.#handleBase(base),
        onPage: (page, offset) => this.#host.onPage?.(page, offset),
        onError: (error, retry) => this.#host.onError?.(error, retry),
      },
    );
    return base;
  }

  #handleBase(pages: PeoplePages): void {
    const total = pages.total;
    if (total !== undefined && total <= COMPLETE_LIMIT && !pages.isComplete) this.#complete(pages, total);
    if (pages === this.#next) this.#replaceBase(pages);
    if (pages === this.#base && pages.isComplete && !this.#all) this.#adopt(pages);
    this.#host.onChange();
  }

  /** Fetches what is missing of a short segment. A failure is shown by the rows it leaves out. */
  #complete(pages: PeoplePages, total: number): void {
    if (pages.hasFailed || pages.isFetching) return;
    // The page that failed has told the host why; there is nothing to add here.
    void pages.fetchRows(0, total).catch(() => this.#host.onChange());
  }

  /** Takes over newer rows as soon as as much of them is here as there was of the old ones. */
  #replaceBase(pages: PeoplePages): void {
    const failed = pages.hasFailed;
    const isEnough = this.#all
      ? pages.isComplete || (pages.total ?? 0) > COMPLETE_LIMIT
      : pages.total !== undefined;
    if (failed) {
      pages.dispose();
      this.#next = undefined;
    }
    if (failed || !isEnough) return;
    this.#base?.dispose();
    this.#base = pages;
    this.#next = this.#all = this.#list = this.#breakdowns = undefined;
    if (!pages.isComplete) this.#updateList();
  }

  #adopt(pages: PeoplePages): void {
    this.#all = pages.loadedRows;
    this.#breakdowns = undefined;
    this.#updateList();
  }

  #updateList(): void {
    this.#view?.dispose();
    this.#view = undefined;
    if (this.#all) this.#list = computeList(this.#all, this.#query, this.#host.collator);
    else if (this.#source && Object.keys(toHostQuery(this.#query)).length > 0) this.#openView();
    this.#host.onChange();
  }

  #openView(): void {
    this.#view = this.#createPages(toHostQuery(this.#query), this.#host);
    this.#view.want(0, PAGE_SIZE);
  }
}
