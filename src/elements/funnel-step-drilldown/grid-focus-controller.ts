import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { clampPosition, HEADER_ROW, type GridExtent, type GridPosition } from './grid-focus.ts';

/** What a {@link GridFocusController} needs of its element. */
export interface GridFocusHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  /** The ids of the columns drawn, in order. */
  readonly drawnColumns: readonly string[];
  getGridExtent(): GridExtent;
  revealRow(row: number): void;
}

/**
 * The one tab stop of the grid: remembers the cell, makes it the only one that Tab reaches, and brings the focus
 * to it. A cell that holds a checkbox or a button lends it the focus. Moving renders nothing by itself.
 */
export class GridFocusController implements ReactiveController {
  readonly #host: GridFocusHost;
  #position: GridPosition = { row: 0, column: 1 };
  #stop: HTMLElement | undefined;
  #isPending = false;
  #hadFocus = false;

  constructor(host: GridFocusHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.hasFocus;
  }

  hostUpdated(): void {
    this.#applyStop();
    // A row that was redrawn from scratch (it was on the way, and came) must not lose the focus.
    if (this.#isPending || (this.#hadFocus && !this.hasFocus)) this.#focusStop();
  }

  get position(): GridPosition {
    return clampPosition(this.#position, this.#host.getGridExtent());
  }

  /** Whether the focus is in the grid. */
  get hasFocus(): boolean {
    const root = this.#host.renderRoot;
    const active = root instanceof ShadowRoot ? root.activeElement : null;
    return active?.closest('.grid') !== null && active !== null;
  }

  /** Back to the first client. */
  reset(): void {
    this.#position = { row: 0, column: 1 };
  }

  /** Puts the tab stop on a cell, without moving the focus. */
  setPosition(position: GridPosition): void {
    this.#position = position;
    this.#applyStop();
  }

  /** Moves the focus to a cell, scrolling to it. */
  moveTo(position: GridPosition): void {
    this.#position = position;
    if (position.row !== HEADER_ROW) this.#host.revealRow(position.row);
    this.#applyStop();
    this.#focusStop();
  }

  #findCell(): HTMLElement | undefined {
    const { row, column } = this.position;
    const root = this.#host.renderRoot;
    const line = root.querySelector<HTMLElement>(`.grid [data-row="${row}"]`);
    if (!line) return undefined;
    const name = this.#host.drawnColumns[column];
    const cell =
      line.querySelector<HTMLElement>(`[data-column="${CSS.escape(name ?? '')}"]`) ??
      line.querySelector<HTMLElement>('.cell');
    return cell?.querySelector<HTMLElement>('input, button') ?? cell ?? undefined;
  }

  #applyStop(): void {
    const next = this.#findCell();
    if (next !== this.#stop && this.#stop) setTabIndex(this.#stop, '-1');
    if (next) setTabIndex(next, '0');
    this.#stop = next;
  }

  #focusStop(): void {
    const { row, column } = this.position;
    // The row may have to be drawn first: then the focus follows with the update that draws it.
    this.#isPending = this.#stop === undefined;
    if (!this.#stop) return;
    this.#stop.focus({ preventScroll: true });
    this.#position = { row, column };
  }

  /** The cell an event came from. */
  locate(target: EventTarget | null): GridPosition | undefined {
    if (!(target instanceof Element)) return undefined;
    const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
    const name = target.closest<HTMLElement>('[data-column]')?.dataset['column'];
    if (row === undefined || name === undefined) return undefined;
    const column = this.#host.drawnColumns.findIndex((one) => one === name);
    return { row: Number(row), column: Math.max(0, column) };
  }
}

/** By its attribute: the property has Chromium lay out the rows just drawn, in the midst of the update. */
function setTabIndex(cell: HTMLElement, index: '0' | '-1'): void {
  if (cell.getAttribute('tabindex') !== index) cell.setAttribute('tabindex', index);
}
