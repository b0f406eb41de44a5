/**
 * The longest scroll range that is laid out, in px. Browsers clamp an element's size (Chromium at 33,554,428,
 * Firefox at 17,895,697); a list that would be longer is scaled. Source: look.md, "Virtualisation".
 */
export const MAX_SCROLL_SIZE = 15_000_000;

/** A list of rows of one height, in px, and the height of the part that shows them. */
export interface RowList {
  count: number;
  rowSize: number;
  viewportSize: number;
}

/**
 * Where the list stands. `scrollTop` is the position of the scroll container; `offset` is the true distance in px
 * from the top of the first row to the top of the viewport. They are the same unless the list is scaled.
 */
export interface ScrollState {
  scrollTop: number;
  offset: number;
}

/** The rows to draw: `start` included, `end` not, and where the first of them lies in the scroll range, in px. */
export interface RowWindow {
  start: number;
  end: number;
  top: number;
}

/** The height of the scroll range, in px: that of all rows, at most {@link MAX_SCROLL_SIZE}. */
export function computeScrollSize(list: RowList): number {
  return Math.min(list.count * list.rowSize, MAX_SCROLL_SIZE);
}

/** Whether the rows are higher than the scroll range, so that one of its pixels stands for several. */
export function isScaled(list: RowList): boolean {
  return list.count * list.rowSize > MAX_SCROLL_SIZE;
}

function computeMaxOffset(list: RowList): number {
  return Math.max(0, list.count * list.rowSize - list.viewportSize);
}

function computeMaxScroll(list: RowList): number {
  return Math.max(0, computeScrollSize(list) - list.viewportSize);
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

/** The state in which the viewport begins at `offset` (true px, brought into range). */
export function scrollToOffset(list: RowList, offset: number): ScrollState {
  const max = computeMaxOffset(list);
  const at = clamp(offset, 0, max);
  return { offset: at, scrollTop: max === 0 ? 0 : (at / max) * computeMaxScroll(list) };
}

/**
 * The state after the scroll container moved to `scrollTop`. In a scaled list a small move (wheel, touch) is taken
 * in true pixels around where the list stood; a jump (a drag of the scrollbar, whose thumb cannot move by less than
 * a pixel of its track) is taken as a share of the whole.
 */
export function computeScroll(list: RowList, state: ScrollState, scrollTop: number): ScrollState {
  const max = computeMaxScroll(list);
  const at = clamp(scrollTop, 0, max);
  if (!isScaled(list)) return { scrollTop: at, offset: at };
  const moved = at - state.scrollTop;
  if (Math.abs(moved) >= computeScrollSize(list) / list.viewportSize / 2) {
    return { scrollTop: at, offset: (at / max) * computeMaxOffset(list) };
  }
  return { scrollTop: at, offset: clamp(state.offset + moved, 0, computeMaxOffset(list)) };
}

/** The same place with `scrollTop` where the scrollbar should stand for it: small moves let the two drift apart. */
export function settleScroll(list: RowList, state: ScrollState): ScrollState {
  return isScaled(list) ? scrollToOffset(list, state.offset) : state;
}

/** Whether the container is at an end of its range while there are rows beyond it: it must be settled at once. */
export function isStuck(list: RowList, state: ScrollState): boolean {
  const atStart = state.scrollTop <= 0 && state.offset > 0;
  const atEnd = state.scrollTop >= computeMaxScroll(list) && state.offset < computeMaxOffset(list);
  return isScaled(list) && (atStart || atEnd);
}

/** The least move after which a row is wholly in the viewport; the same state if it is already. */
export function revealRow(list: RowList, state: ScrollState, row: number): ScrollState {
  const top = row * list.rowSize;
  const bottom = top + list.rowSize;
  if (top < state.offset) return scrollToOffset(list, top);
  if (bottom > state.offset + list.viewportSize) return scrollToOffset(list, bottom - list.viewportSize);
  return state;
}

/** The rows that touch the viewport, with `overscan` more on either side. */
export function layoutRowWindow(list: RowList, state: ScrollState, overscan: number): RowWindow {
  const first = Math.floor(state.offset / list.rowSize);
  const last = Math.ceil((state.offset + list.viewportSize) / list.rowSize);
  const start = clamp(first - overscan, 0, list.count);
  const end = clamp(last + overscan, start, list.count);
  return { start, end, top: state.scrollTop + (start * list.rowSize - state.offset) };
}

/** How many whole rows fit the viewport, at least one: what Page Down moves by. */
export function computePageRows(list: RowList): number {
  return Math.max(1, Math.floor(list.viewportSize / list.rowSize));
}
