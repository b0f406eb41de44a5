import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A host that draws a grid. */
export type GridHost = ReactiveControllerHost & HTMLElement;

/**
 * One Tab stop for a grid. A focus target carries `data-cell` (its key, the same after an update), `data-column`
 * (its place in the row) and a static `tabindex="-1"`; rows have `role="row"`. Moving focus changes two attributes
 * and renders nothing. Focus survives updates: by key, else by the nearest cell. Where keys lead is the host's.
 */
export class RovingFocusController implements ReactiveController {
  readonly #host: GridHost;
  #active: string | undefined;
  /** Place of the active cell, for when it is gone after an update. */
  #place = { row: 0, column: 0 };
  #hadFocus = false;

  constructor(host: GridHost) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#focusedCell() !== undefined;
  }

  hostUpdated(): void {
    const target = this.#sync();
    if (this.#hadFocus && target && !this.#host.shadowRoot?.activeElement) target.focus();
    this.#hadFocus = false;
  }

  /** Key of the cell that Tab leads to. */
  get activeCell(): string | undefined {
    return this.#active;
  }

  /** The cells by row, each row in the order of its columns. */
  get rows(): HTMLElement[][] {
    return this.#rows().map((row) => cellsOf(row).sort((a, b) => columnOf(a) - columnOf(b)));
  }

  /** Focuses a cell by its key; false where there is none. */
  focusCell(key: string): boolean {
    const cell = this.#cells().find((candidate) => candidate.dataset['cell'] === key);
    if (!cell) return false;
    this.#activate(cell);
    cell.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }

  /** For `focusin` on the grid: a cell focused by pointer or script becomes the Tab stop. */
  readonly handleFocusin = (event: Event): void => {
    const target = event.composedPath()[0];
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null;
    if (cell) this.#activate(cell);
  };

  #activate(cell: HTMLElement): void {
    if (this.#active !== cell.dataset['cell']) {
      for (const other of this.#cells()) if (other.tabIndex === 0) other.tabIndex = -1;
    }
    cell.tabIndex = 0;
    this.#active = cell.dataset['cell'];
    this.#place = { row: this.#rows().findIndex((row) => row.contains(cell)), column: columnOf(cell) };
  }

  #sync(): HTMLElement | undefined {
    const cells = this.#cells();
    const kept = cells.find((cell) => cell.dataset['cell'] === this.#active);
    const target = kept ?? findNearestCell(this.#rowAt(this.#place.row), this.#place.column) ?? cells[0];
    if (target) this.#activate(target);
    return target;
  }

  #rowAt(index: number): HTMLElement[] {
    const rows = this.rows;
    return rows[Math.min(index, rows.length - 1)] ?? [];
  }

  #focusedCell(): HTMLElement | undefined {
    const focused = this.#host.shadowRoot?.activeElement;
    return focused instanceof HTMLElement && focused.dataset['cell'] !== undefined ? focused : undefined;
  }

  #cells(): HTMLElement[] {
    return cellsOf(this.#host.shadowRoot);
  }

  /** The rows that have cells. */
  #rows(): Element[] {
    return [...(this.#host.shadowRoot?.querySelectorAll('[role="row"]:has([data-cell])') ?? [])];
  }
}

function cellsOf(root: ParentNode | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
}

function columnOf(cell: HTMLElement): number {
  return Number(cell.dataset['column'] ?? 0);
}

/** The cell of a row in the same column, else the closest to it. */
function findNearestCell(row: readonly HTMLElement[], column: number): HTMLElement | undefined {
  const distance = (cell: HTMLElement): number => Math.abs(columnOf(cell) - column);
  return row.reduce<HTMLElement | undefined>(
    (best, cell) => (best && distance(best) <= distance(cell) ? best : cell),
    undefined,
  );
}
