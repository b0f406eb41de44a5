import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  computePageRows,
  computeScroll,
  computeScrollSize,
  isScaled,
  isStuck,
  layoutRowWindow,
  revealRow,
  scrollToOffset,
  settleScroll,
  type RowList,
  type RowWindow,
  type ScrollState,
} from '../../layout/virtual-rows.ts';
import { computeLayout, type ListLayout } from './columns.ts';
import { PrintController } from './print-controller.ts';

/** What a {@link ListViewport} needs of its element. */
export interface ListViewportHost extends ReactiveControllerHost {
  readonly clientWidth: number;
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** Rows of the list. */
  readonly rowCount: number;
  /** Has the list drawn anew, and nothing else. */
  requestRows(): void;
  /** Rows from `start` to `end` are in sight, or about to be. */
  wantRows(start: number, end: number): void;
}

/** Until the list is measured: rows of 44 px, ten of them. */
const FIRST_GUESS = { rowSize: 44, viewportSize: 440 };
const OVERSCAN = 4;
const SETTLE_MS = 150;
/** More rows than this are not printed: they are a file's affair. */
export const PRINT_LIMIT = 1_000;
/** Border and padding around the list, px. */
const FRAME = 44;

/**
 * Which rows of the list are drawn, and where: measures the list, follows its scrolling, and moves it. A scroll
 * that shows the same rows renders nothing.
 */
export class ListViewport implements ReactiveController {
  readonly #host: ListViewportHost;
  #observer: ResizeObserver | undefined;
  #grid: HTMLElement | undefined;
  #ruler: HTMLElement | undefined;
  #state: ScrollState = { scrollTop: 0, offset: 0 };
  #size = FIRST_GUESS;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #drawn: RowWindow = { start: 0, end: 0, top: 0 };
  #frame = 0;
  /** Where the list stood when it was last looked at, px. */
  #seen = 0;
  readonly #print: PrintController;

  layout: ListLayout = 'wide';
  /** Width of the list, px. */
  inlineSize = 0;
  /** Whether the details lie over the list rather than beside it. */
  isNarrow = false;
  /** Whether the whole element is as narrow as cards. */
  isSmall = false;

  constructor(host: ListViewportHost) {
    this.#host = host;
    this.#print = new PrintController(host);
    host.addController(this);
  }

  get isPrinting(): boolean {
    return this.#print.isPrinting;
  }

  hostConnected(): void {
    // In the next frame: what is drawn anew within the observer's own turn may change sizes that it watches.
    this.#observer = new ResizeObserver(() => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#measure());
    });
    for (const element of [this.#grid, this.#ruler]) if (element) this.#observer.observe(element);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settling);
  }

  /** Before there is a list to measure, the element's own width says how it will be laid out. */
  hostUpdate(): void {
    if (this.#grid?.isConnected) return;
    const width = this.#host.clientWidth - FRAME;
    if (width <= 0) return;
    this.#setLayout(width, width);
  }

  #setLayout(list: number, base: number): void {
    this.layout = computeLayout(list);
    this.inlineSize = list;
    this.isNarrow = base < 900;
    this.isSmall = computeLayout(base) === 'cards';
  }

  hostUpdated(): void {
    this.#follow();
    if (!this.#grid) return;
    this.#applyRange();
    const { start, end } = layoutRowWindow(this.#list, this.#state, 0);
    const screen = end - start;
    if (this.#host.rowCount > 0) this.#host.wantRows(start - screen, end + screen);
  }

  get #list(): RowList {
    return { count: this.#host.rowCount, ...this.#size };
  }

  /** The rows to draw now. */
  computeWindow(): RowWindow {
    const list = this.#list;
    if (this.isPrinting) return { start: 0, end: Math.min(list.count, PRINT_LIMIT), top: 0 };
    // Engines tell of a scroll only in their next frame: what is drawn before that must not take it back.
    this.#catchUp();
    // A shorter list may have left the scroll position beyond its end.
    if (this.#state.offset > Math.max(0, list.count * list.rowSize - list.viewportSize)) {
      this.#state = scrollToOffset(list, this.#state.offset);
    }
    this.#drawn = layoutRowWindow(list, this.#state, OVERSCAN);
    return this.#drawn;
  }

  /** The rows that are wholly or partly in sight. */
  get visibleRange(): { start: number; end: number } {
    const { start, end } = layoutRowWindow(this.#list, this.#state, 0);
    return { start, end };
  }

  get pageRows(): number {
    return computePageRows(this.#list);
  }

  /** Scrolls as little as brings a row wholly into sight. */
  reveal(row: number): void {
    this.#scrollTo(revealRow(this.#list, this.#state, row));
  }

  /** Goes back to the first row. */
  reset(): void {
    this.#scrollTo(scrollToOffset(this.#list, 0));
  }

  #scrollTo(state: ScrollState): void {
    if (state === this.#state) return;
    this.#state = state;
    if (this.#grid) this.#place(this.#grid);
    this.#refresh();
  }

  /**
   * Moves the list to where it should stand; as far as its range goes, and by the engine's own rounding. Where it stands
   * is not asked of the page, which would have to lay the rows out for the answer, and then again.
   */
  #place(grid: HTMLElement): void {
    if (Math.abs(this.#seen - this.#state.scrollTop) < 1) return;
    grid.scrollTop = this.#state.scrollTop;
    this.#seen = grid.scrollTop;
  }

  #follow(): void {
    const grid = this.#host.renderRoot.querySelector<HTMLElement>('.grid') ?? undefined;
    const ruler = this.#host.renderRoot.querySelector<HTMLElement>('.ruler') ?? undefined;
    if (grid === this.#grid && ruler === this.#ruler) return;
    this.#observer?.disconnect();
    this.#grid?.removeEventListener('scroll', this.#handleScroll);
    this.#grid?.removeEventListener('wheel', this.#handleWheel);
    this.#grid = grid;
    this.#ruler = ruler;
    grid?.addEventListener('scroll', this.#handleScroll, { passive: true });
    this.#state = { scrollTop: 0, offset: 0 };
    this.#seen = 0;
    if (!grid || !ruler) return;
    this.#observer?.observe(grid);
    this.#observer?.observe(ruler);
  }

  #measure(): void {
    const grid = this.#grid;
    if (!grid) return;
    if (grid.offsetParent === null) {
      // What is hidden stands at 0; when it is shown, it is put back.
      this.#seen = 0;
      return;
    }
    this.#place(grid);
    const head = grid.querySelector<HTMLElement>('.head')?.offsetHeight ?? 0;
    const rowSize = this.#ruler?.getBoundingClientRect().height || FIRST_GUESS.rowSize;
    const most = parseFloat(getComputedStyle(grid).maxBlockSize) || grid.clientHeight;
    const viewportSize = Math.max(
      rowSize,
      Math.max(grid.clientHeight, Math.min(most, grid.scrollHeight)) - head,
    );
    const isSame = rowSize === this.#size.rowSize && viewportSize === this.#size.viewportSize;
    const before = [this.inlineSize, this.layout, this.isNarrow, this.isSmall].join();
    this.#setLayout(grid.clientWidth, grid.closest<HTMLElement>('.base')?.clientWidth ?? 0);
    if (isSame && before === [this.inlineSize, this.layout, this.isNarrow, this.isSmall].join()) return;
    const first = this.#state.offset / this.#size.rowSize;
    this.#size = { rowSize, viewportSize };
    if (!isSame) this.#scrollTo(scrollToOffset(this.#list, first * rowSize));
    this.#host.requestUpdate();
  }

  /**
   * In a scaled list the wheel would run into the end of the range before the last row, so it is taken here, in true
   * pixels. At either end of the rows it is left to the page.
   */
  readonly #handleWheel = (event: WheelEvent): void => {
    const list = this.#list;
    if (!isScaled(list) || event.ctrlKey || event.deltaY === 0) return;
    const unit = [1, list.rowSize, list.viewportSize][event.deltaMode] ?? 1;
    const next = scrollToOffset(list, this.#state.offset + event.deltaY * unit);
    if (next.offset === this.#state.offset) return;
    event.preventDefault();
    this.#scrollTo(next);
  };

  readonly #handleScroll = (): void => {
    if (!this.#catchUp()) return;
    if (isStuck(this.#list, this.#state)) this.#settle();
    this.#refresh();
  };

  /** Takes over where somebody scrolled to. False where that is no news: the echo of a move made here. */
  #catchUp(): boolean {
    const grid = this.#grid;
    // What is hidden stands at 0, whatever it will be shown at.
    if (!grid?.clientHeight || grid.scrollTop === this.#seen) return false;
    this.#seen = grid.scrollTop;
    this.#state = computeScroll(this.#list, this.#state, grid.scrollTop);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
    return true;
  }

  #settle(): void {
    const settled = settleScroll(this.#list, this.#state);
    if (Math.abs(settled.scrollTop - this.#state.scrollTop) >= 1) this.#scrollTo(settled);
  }

  #refresh(): void {
    const { start, end } = layoutRowWindow(this.#list, this.#state, OVERSCAN);
    if (start === this.#drawn.start && end === this.#drawn.end) this.#applyRange();
    else this.#host.requestRows();
  }

  #applyRange(): void {
    const spacer = this.#grid?.querySelector<HTMLElement>('.spacer');
    const rows = this.#grid?.querySelector<HTMLElement>('.window');
    const list = this.#list;
    const { top } = layoutRowWindow(list, this.#state, OVERSCAN);
    // Only where it is needed: a listener that may stop the wheel makes scrolling wait for it.
    if (isScaled(list)) this.#grid?.addEventListener('wheel', this.#handleWheel, { passive: false });
    else this.#grid?.removeEventListener('wheel', this.#handleWheel);
    spacer?.style.setProperty('--_spacer', `${computeScrollSize(list)}px`);
    // Not through a custom property: that would be inherited by every cell, and so have all of them styled anew.
    rows?.style.setProperty('transform', `translateY(${top}px)`);
    if (this.#grid) this.#place(this.#grid);
  }
}
