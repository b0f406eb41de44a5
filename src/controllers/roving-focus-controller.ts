import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A host that draws a grid. */
export type GridHost = ReactiveControllerHost & HTMLElement;

type Move = 'left' | 'right' | 'up' | 'down' | 'row-start' | 'row-end' | 'first-row' | 'last-row';

/**
 * One Tab stop for a grid, moved by keys. A focus target carries `data-cell` (its key, the same after an update),
 * `data-column` (its place in the row) and a static `tabindex="-1"`; rows have `role="row"`. Moving focus changes
 * two attributes and renders nothing. Focus survives updates: by key, else by the nearest cell.
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

  /** Focuses a cell by its key; false where there is none. */
  focusCell(key: string): boolean {
    const cell = this.#cells().find((candidate) => candidate.dataset['cell'] === key);
    if (cell) this.#moveTo(cell);
    return cell !== undefined;
  }

  /** For `focusin` on the grid: a cell focused by pointer or script becomes the Tab stop. */
  readonly handleFocusin = (event: Event): void => {
    const cell = cellOf(event);
    if (cell) this.#activate(cell);
  };

  /** For `keydown` on the grid. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    const cell = cellOf(event);
    const move = cell && toMove(event, getComputedStyle(this.#host).direction === 'rtl');
    const target = move && this.#target(cell, move);
    if (!move) return;
    event.preventDefault();
    if (target) this.#moveTo(target);
  };

  #moveTo(cell: HTMLElement): void {
    this.#activate(cell);
    cell.focus();
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #activate(cell: HTMLElement): void {
    if (this.#active !== cell.dataset['cell']) {
      for (const other of this.#cells()) if (other.tabIndex === 0) other.tabIndex = -1;
    }
    cell.tabIndex = 0;
    this.#active = cell.dataset['cell'];
    this.#place = { row: this.#rows().findIndex((row) => row.includes(cell)), column: columnOf(cell) };
  }

  #sync(): HTMLElement | undefined {
    const cells = this.#cells();
    const kept = cells.find((cell) => cell.dataset['cell'] === this.#active);
    const target = kept ?? nearest(this.#rowAt(this.#place.row), this.#place.column) ?? cells[0];
    if (target) this.#activate(target);
    return target;
  }

  #rowAt(index: number): HTMLElement[] {
    const rows = this.#rows();
    return rows[Math.min(index, rows.length - 1)] ?? [];
  }

  #target(cell: HTMLElement, move: Move): HTMLElement | undefined {
    const rows = this.#rows();
    const at = rows.findIndex((row) => row.includes(cell));
    const row = rows[at] ?? [];
    const place = row.indexOf(cell);
    const column = columnOf(cell);
    const targets: Record<Move, HTMLElement | undefined> = {
      left: row[place - 1],
      right: row[place + 1],
      up: nearest(rows[at - 1], column),
      down: nearest(rows[at + 1], column),
      'row-start': row[0],
      'row-end': row.at(-1),
      'first-row': nearest(rows[0], column),
      'last-row': nearest(rows.at(-1), column),
    };
    return targets[move];
  }

  #focusedCell(): HTMLElement | undefined {
    const focused = this.#host.shadowRoot?.activeElement;
    return focused instanceof HTMLElement && focused.dataset['cell'] !== undefined ? focused : undefined;
  }

  #cells(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
  }

  #rows(): HTMLElement[][] {
    const rows = [...(this.#host.shadowRoot?.querySelectorAll('[role="row"]') ?? [])];
    const cells = rows.map((row) => [...row.querySelectorAll<HTMLElement>('[data-cell]')]);
    return cells.filter((row) => row.length > 0).map((row) => row.sort((a, b) => columnOf(a) - columnOf(b)));
  }
}

function cellOf(event: Event): HTMLElement | undefined {
  const target = event.composedPath()[0];
  return target instanceof Element ? (target.closest<HTMLElement>('[data-cell]') ?? undefined) : undefined;
}

function columnOf(cell: HTMLElement): number {
  return Number(cell.dataset['column'] ?? 0);
}

/** The cell of a row in the same column, else the closest to it. */
function nearest(row: HTMLElement[] | undefined, column: number): HTMLElement | undefined {
  const distance = (cell: HTMLElement): number => Math.abs(columnOf(cell) - column);
  return row?.reduce<HTMLElement | undefined>(
    (best, cell) => (best && distance(best) <= distance(cell) ? best : cell),
    undefined,
  );
}

function toMove(event: KeyboardEvent, rtl: boolean): Move | undefined {
  if (event.altKey || event.metaKey || event.shiftKey) return undefined;
  const moves: Record<string, Move> = event.ctrlKey
    ? { Home: 'first-row', End: 'last-row' }
    : {
        ArrowLeft: rtl ? 'right' : 'left',
        ArrowRight: rtl ? 'left' : 'right',
        ArrowUp: 'up',
        ArrowDown: 'down',
        Home: 'row-start',
        End: 'row-end',
      };
  return moves[event.key];
}
