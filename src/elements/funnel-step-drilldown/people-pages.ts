import type { PeoplePage, PersonRow } from '../../engine/schema/index.ts';

/** Asks for `limit` rows from row `offset` on. */
export type PageLoader = (offset: number, limit: number, signal: AbortSignal) => Promise<PeoplePage>;

/** What became of a page: nothing yet, asked for, here, or failed. */
export type PageState = 'absent' | 'loading' | 'ready' | 'failed';

interface Page {
  state: PageState;
  rows: readonly PersonRow[];
  error?: unknown;
  abort?: AbortController;
  settled?: Promise<void>;
  /** Asked for by {@link PeoplePages.fetchRows}: scrolling past does not stop it. */
  pinned?: boolean;
}

/** What the owner of a {@link PeoplePages} is told. */
export interface PagesListener {
  onChange(): void;
  /** Rows that were wanted came; not for those that {@link PeoplePages.fetchRows} fetches in the background. */
  onPage?(page: PeoplePage, offset: number): void;
  onError?(error: unknown, retry: () => void): void;
}

/**
 * The rows of a long list, fetched page by page as they come into sight. Asking for other rows aborts what was
 * scrolled past. A failed page stays failed until it is asked for again.
 */
export class PeoplePages {
  readonly #load: PageLoader;
  readonly #listener: PagesListener;
  readonly #pages = new Map<number, Page>();
  readonly pageSize: number;
  #disposed = false;
  #fetching = 0;

  /** Rows that fulfil the query; undefined until the first page came. */
  total: number | undefined;
  /** Rows of the segment before the search, where the host says so. */
  segmentTotal: number | undefined;

  constructor(load: PageLoader, listener: PagesListener, pageSize = 100) {
    this.#load = load;
    this.#listener = listener;
    this.pageSize = pageSize;
  }

  /** The row, if it is here. */
  getRow(index: number): PersonRow | undefined {
    return this.#pages.get(Math.floor(index / this.pageSize))?.rows[index % this.pageSize];
  }

  /** What became of the page a row is on. */
  getState(index: number): PageState {
    return this.#pages.get(Math.floor(index / this.pageSize))?.state ?? 'absent';
  }

  /** Why the page of a row failed. */
  getError(index: number): unknown {
    return this.#pages.get(Math.floor(index / this.pageSize))?.error;
  }

  /** All rows that are here, in order. */
  get loadedRows(): PersonRow[] {
    const numbers = [...this.#pages.keys()].sort((a, b) => a - b);
    return numbers.flatMap((number) => this.#pages.get(number)?.rows ?? []);
  }

  /** The rows of the first page; the same array until that is fetched anew. */
  get firstRows(): readonly PersonRow[] | undefined {
    return this.#pages.get(0)?.rows;
  }

  /** Whether every row of the list is here. */
  get isComplete(): boolean {
    return this.total !== undefined && this.#range(0, this.total).every((number) => this.#isReady(number));
  }

  /** Whether a page failed and was not asked for again. */
  get hasFailed(): boolean {
    return [...this.#pages.values()].some((page) => page.state === 'failed');
  }

  /** Whether {@link fetchRows} is at work. */
  get isFetching(): boolean {
    return this.#fetching > 0;
  }

  #isReady(number: number): boolean {
    return this.#pages.get(number)?.state === 'ready';
  }

  #range(start: number, end: number): number[] {
    const last = Math.ceil(Math.min(end, this.total ?? end) / this.pageSize);
    const first = Math.floor(Math.max(0, start) / this.pageSize);
    return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  }

  /** Makes the rows from `start` to `end` come, and stops what is under way for others. */
  want(start: number, end: number): void {
    const wanted = new Set(this.#range(start, Math.max(end, start + 1)));
    for (const [number, page] of this.#pages) {
      if (page.state === 'loading' && !page.pinned && !wanted.has(number)) this.#drop(number, page);
    }
    for (const number of wanted) if (!this.#pages.has(number)) void this.#request(number);
  }

  #drop(number: number, page: Page): void {
    this.#pages.delete(number);
    page.abort?.abort();
  }

  /** Asks again for the page of a row that failed. */
  retry(index: number): void {
    const number = Math.floor(index / this.pageSize);
    if (this.#pages.get(number)?.state === 'failed') void this.#request(number);
    this.#listener.onChange();
  }

  /** Asks again for every page that failed. */
  retryFailed(): void {
    for (const [number, page] of this.#pages) if (page.state === 'failed') void this.#request(number);
    this.#listener.onChange();
  }

  #request(number: number): Promise<void> {
    const page: Page = { state: 'loading', rows: [], abort: new AbortController() };
    this.#pages.set(number, page);
    page.settled = this.#receive(number, page);
    return page.settled;
  }

  async #receive(number: number, page: Page): Promise<void> {
    const offset = number * this.pageSize;
    const isCurrent = () => !this.#disposed && this.#pages.get(number) === page;
    try {
      const answer = await this.#load(
        offset,
        this.pageSize,
        page.abort?.signal ?? new AbortController().signal,
      );
      if (isCurrent()) this.#accept(page, answer, offset);
    } catch (error) {
      if (!isCurrent()) return;
      Object.assign(page, { state: 'failed', error, rows: [] });
      this.#listener.onError?.(error, () => this.retry(offset));
      this.#listener.onChange();
    }
  }

  #accept(page: Page, answer: PeoplePage, offset: number): void {
    page.state = 'ready';
    page.rows = answer.people;
    this.total = answer.total;
    this.segmentTotal = answer.segmentTotal ?? this.segmentTotal;
    if (!page.pinned) this.#listener.onPage?.(answer, offset);
    this.#listener.onChange();
  }

  /**
   * Fetches the rows from `start` to `end` whatever is in sight, and answers them.
   * @throws whatever the page that failed failed with.
   */
  async fetchRows(start: number, end: number): Promise<PersonRow[]> {
    this.#fetching += 1;
    try {
      for (const number of this.#range(start, end)) {
        if (!this.#disposed && !this.#isReady(number)) await this.#fetchPage(number);
      }
    } finally {
      this.#fetching -= 1;
    }
    const rows = Array.from({ length: Math.max(0, end - start) }, (_, index) => this.getRow(start + index));
    return rows.filter((row) => row !== undefined);
  }

  async #fetchPage(number: number): Promise<void> {
    const loading = this.#pages.get(number)?.state === 'loading';
    const settled = loading ? this.#pages.get(number)?.settled : this.#request(number);
    const page = this.#pages.get(number);
    if (page) page.pinned = true;
    await settled;
    if (page?.state === 'failed') throw page.error;
  }

  /** Stops everything; what still arrives is ignored. */
  dispose(): void {
    this.#disposed = true;
    for (const page of this.#pages.values()) page.abort?.abort();
  }
}
