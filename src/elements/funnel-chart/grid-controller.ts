import { type GridHost, RovingFocusController } from '../../controllers/roving-focus-controller.ts';
import type { FunnelSegment, Segment } from '../../engine/schema/index.ts';
import type { FunnelViewModel } from '../../layout/funnel-view-model.ts';
import type { CellView } from '../../layout/step-cells.ts';
import { findCell, findSegmentKey } from './cell-lookup.ts';
import { type GridAct, type GridPlace, type GridState, handleGridKey } from './grid-keyboard.ts';
import { SelectionController } from './selection-controller.ts';
import { TooltipController } from './tooltip-controller.ts';
import type { TooltipText } from './tooltip.ts';
import { findZone, type TrackZone } from './track-hits.ts';

/** A cell that has people to open. */
export type OpenableCell = CellView & { segment: Segment };

/** What acts in the grid lead to. */
export interface GridActions {
  /** The model that is drawn. */
  view: () => FunnelViewModel | undefined;
  /** What a press on a cell does, in words; empty where cells open nothing. */
  hint: () => string;
  openCells: (cells: readonly OpenableCell[]) => void;
  /** What is pointed at or focused; undefined where that is nobody any more. */
  point: (segment: Segment | undefined) => void;
  openPanel: (panel: 'filters' | 'menu', step: string, button: HTMLElement) => void;
  sort: (column: number) => void;
  /** Help, asked for from a cell. */
  openHelp: (cell: HTMLElement) => void;
}

/** Keys and pointer in the grid of steps: focus, selection, tooltip, and what is opened. */
export class GridController {
  readonly #host: GridHost;
  readonly #focus: RovingFocusController;
  readonly #selection: SelectionController;
  readonly #tooltip: TooltipController;
  readonly #actions: GridActions;
  #opened: string | undefined;
  #pointed: Segment | undefined;

  constructor(host: GridHost, actions: GridActions) {
    this.#host = host;
    this.#actions = actions;
    this.#focus = new RovingFocusController(host);
    this.#selection = new SelectionController(host, (key) => this.#find(key) !== undefined);
    this.#tooltip = new TooltipController(host, (key) => this.#describe(key));
  }

  /** Keys of the cells that are selected. */
  get selected(): ReadonlySet<string> {
    return this.#selection.cells;
  }

  /** Puts the focus on the cell of a segment; without one, on the cell opened last. False where it is gone. */
  focusSegment(segment?: FunnelSegment): boolean {
    const key = segment ? findSegmentKey(this.#actions.view(), segment) : this.#opened;
    return key !== undefined && this.#focus.focusCell(key);
  }

  /** Opens cells by their keys, such as `intro/dropped`. */
  open(keys: Iterable<string>): void {
    const cells = [...keys].map((key) => this.#find(key)).filter((cell) => cell !== undefined);
    if (cells.length === 0) return;
    this.#opened = [...keys][0];
    this.#tooltip.hide();
    this.#actions.openCells(cells);
  }

  readonly openSelected = (): void => this.open(this.selected);
  readonly clearSelection = (): void => this.#selection.clear();

  /** For `click` around the grid. */
  readonly handleClick = (event: PointerEvent | MouseEvent): void => {
    const button = find(event, '[data-panel], [data-sort]');
    if (button) return this.#press(button);
    const key = this.#targetOf(event);
    if (key === undefined || !this.#find(key)) return;
    if (event.ctrlKey || event.metaKey) this.#selection.toggle(key);
    else this.open([key]);
  };

  /** For `keydown` around the grid. */
  readonly handleKeydown = (event: KeyboardEvent): void => {
    const cell = find(event, '[data-cell]');
    const act = cell && handleGridKey(this.#toState(cell), event);
    if (!act) return;
    event.preventDefault();
    if (act.act === 'close-tooltip' || act.act === 'clear-selection') event.stopPropagation();
    this.#do(act, cell);
  };

  /** For `keyup` around the grid: Firefox presses a button then, even where its keydown was taken. */
  readonly handleKeyup = (event: KeyboardEvent): void => {
    if (event.key === ' ' && find(event, '[data-opens]')) event.preventDefault();
  };

  /** For `focusin` around the grid. */
  readonly handleFocusin = (event: FocusEvent): void => {
    this.#focus.handleFocusin(event);
    const cell = find(event, '[data-cell]');
    const key = cell?.dataset['cell'];
    if (cell?.matches(':focus-visible')) this.#point(key);
    if (!cell || !key || !cell.matches(':focus-visible') || !this.#describe(key)) return this.#tooltip.hide();
    const { top, bottom, left, right } = cell.getBoundingClientRect();
    this.#tooltip.show(key, { top, bottom, x: (left + right) / 2 }, true);
  };

  /** For `focusout` around the grid. */
  readonly handleFocusout = (): void => {
    this.#tooltip.hide();
    this.#point(undefined);
  };

  /** For `pointermove` around the grid. */
  readonly handlePointermove = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    const track = find(event, '.track');
    const key = this.#targetOf(event);
    this.#point(key);
    track?.toggleAttribute('data-hit', key !== undefined && this.#find(key) !== undefined);
    if (key === undefined || !this.#describe(key)) return this.#tooltip.leave();
    const box = (track ?? find(event, '[data-opens]') ?? this.#host).getBoundingClientRect();
    const { top, bottom } = box;
    this.#tooltip.show(key, { top, bottom, x: event.clientX });
  };

  /** For `pointerleave` around the grid. */
  readonly handlePointerleave = (): void => {
    this.#tooltip.leave();
    this.#point(undefined);
  };

  /** Tells whom is pointed at, where that is somebody else than before. */
  #point(key: string | undefined): void {
    const segment = key === undefined ? undefined : findCell(this.#actions.view(), key)?.segment;
    if (segment === this.#pointed) return;
    this.#pointed = segment;
    this.#actions.point(segment);
  }

  #press(button: HTMLElement): void {
    const { panel, step, sort } = button.dataset;
    if (sort !== undefined) return this.#actions.sort(Number(sort));
    this.#actions.openPanel(panel === 'menu' ? 'menu' : 'filters', step ?? '', button);
  }

  #do(act: GridAct, cell: HTMLElement): void {
    if (act.act === 'focus') this.#focus.focusCell(act.cell);
    else if (act.act === 'open') this.open([act.cell]);
    else if (act.act === 'toggle') this.#selection.toggle(act.cell);
    else if (act.act === 'close-tooltip') this.#tooltip.hide();
    else if (act.act === 'clear-selection') this.#selection.clear();
    else if (act.act === 'help') this.#actions.openHelp(cell);
  }

  #toState(cell: HTMLElement): GridState {
    return {
      rows: this.#focus.rows.map((row) => row.map(toPlace)),
      active: cell.dataset['cell'] ?? '',
      selected: this.selected,
      hasTooltip: this.#tooltip.isOpen,
      isRightToLeft: getComputedStyle(this.#host).direction === 'rtl',
    };
  }

  /** The cell an event means: on a track the part nearest to the pointer, else what was hit. */
  #targetOf(event: MouseEvent): string | undefined {
    const track = find(event, '.track');
    // A press by key or by an assistive tool has no place: it means the button it is on.
    if (track && (event.type !== 'click' || event.detail > 0)) return findTrackKey(track, event);
    return find(event, '[data-opens]')?.dataset['opens'];
  }

  #find(key: string): OpenableCell | undefined {
    const cell = this.#actions.hint() === '' ? undefined : findCell(this.#actions.view(), key);
    return cell?.segment && { ...cell, segment: cell.segment };
  }

  #describe(key: string): TooltipText | undefined {
    const cell = findCell(this.#actions.view(), key);
    if (!cell || cell.heading === '') return undefined;
    return { heading: cell.heading, words: cell.words, hint: cell.segment ? this.#actions.hint() : '' };
  }
}

function toPlace(cell: HTMLElement): GridPlace {
  const { cell: key = '', column, opens } = cell.dataset;
  const kind = opens !== undefined ? 'people' : cell.matches('button') ? 'button' : 'text';
  return { key, column: Number(column), kind };
}

/** The part of a track a pointer means; the track runs up where steps are columns. */
function findTrackKey(track: HTMLElement, { clientX, clientY }: MouseEvent): string | undefined {
  const isUpright = track.closest('.vertical') !== null;
  const zones = [...track.querySelectorAll<HTMLElement>('[data-zone]')].map((piece): TrackZone => {
    const { left, right, top, bottom } = piece.getBoundingClientRect();
    const [start, end] = isUpright ? [top, bottom] : [left, right];
    return { key: piece.dataset['zone'] ?? '', start, end };
  });
  return findZone(zones, isUpright ? clientY : clientX)?.key;
}

function find(event: Event, selector: string): HTMLElement | undefined {
  const target = event.composedPath()[0];
  return target instanceof Element ? (target.closest<HTMLElement>(selector) ?? undefined) : undefined;
}
