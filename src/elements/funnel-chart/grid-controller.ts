import { type GridHost, RovingFocusController } from '../../controllers/roving-focus-controller.ts';
import type { Segment } from '../../engine/schema/index.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { findCell, findSegmentKey } from './cell-lookup.ts';

/** What acts in the grid lead to. */
export interface GridActions {
  /** The model that is drawn. */
  view: () => FunnelViewModel | undefined;
  openCell: (cell: CellView & { segment: Segment }) => void;
  openFilters: (step: string, button: HTMLElement) => void;
  /** Help, asked for from a cell. */
  openHelp: (cell: HTMLElement) => void;
}

/** Keys and clicks of the grid of steps: moves the focus, opens cells, filters and help. */
export class GridController {
  readonly #focus: RovingFocusController;
  readonly #actions: GridActions;
  #opened: string | undefined;

  constructor(host: GridHost, actions: GridActions) {
    this.#focus = new RovingFocusController(host);
    this.#actions = actions;
  }

  /** Puts the focus on the cell of a segment; without one, on the cell opened last. False where it is gone. */
  focusSegment(segment?: Segment): boolean {
    const key = segment ? findSegmentKey(this.#actions.view(), segment) : this.#opened;
    return key !== undefined && this.#focus.focusCell(key);
  }

  /** For `click` around the grid. */
  readonly handleClick = (event: Event): void => {
    const filters = find(event, '[data-filters]');
    if (filters) return this.#actions.openFilters(filters.dataset['filters'] ?? '', filters);
    const key = find(event, '[data-opens]')?.dataset['opens'];
    if (key !== undefined) this.#open(key);
  };

  /** For `keydown` around the grid. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    const cell = find(event, '[data-cell]');
    if (!cell) return;
    if (event.key === '?') return this.#actions.openHelp(cell);
    // A cell that is no button has nothing to press; the page must not scroll away under the reader.
    if (event.key === ' ' && !cell.matches('button')) event.preventDefault();
    this.#focus.handleKeydown(event);
  };

  /** For `focusin` around the grid. */
  readonly handleFocusin = (event: Event): void => this.#focus.handleFocusin(event);

  #open(key: string): void {
    const cell = findCell(this.#actions.view(), key);
    if (!cell?.segment) return;
    this.#opened = key;
    this.#actions.openCell({ ...cell, segment: cell.segment });
  }
}

function find(event: Event, selector: string): HTMLElement | undefined {
  const target = event.composedPath()[0];
  return target instanceof Element ? (target.closest<HTMLElement>(selector) ?? undefined) : undefined;
}
