import type { ColumnPlan } from './column-plan.ts';
import type { GridFocusController } from './grid-focus-controller.ts';
import {
  extendsRange,
  HEADER_ROW,
  moveFocus,
  parseGridCommand,
  type GridCommand,
  type GridExtent,
  type GridPosition,
} from './grid-focus.ts';
import type { ListQueryController } from './list-query.ts';
import type { PeopleModel } from './people-model.ts';
import type { PersonDetails } from './person-details.ts';
import type { SelectionController } from './selection-controller.ts';

/** What a {@link GridInput} works on. */
export interface GridInputHost {
  readonly model: PeopleModel;
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly updateComplete: Promise<boolean>;
  getGridExtent(): GridExtent;
  requestUpdate(): void;
  /** Closes the list; false where it cannot be closed. */
  tryClose(): boolean;
}

/** The parts that keys and clicks act on. */
export interface GridInputParts {
  focus: GridFocusController;
  selection: SelectionController;
  details: PersonDetails;
  query: ListQueryController;
  plan: ColumnPlan;
}

function findColumn(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>('[data-column]')?.dataset['column'];
}

/** What the keys and the mouse do in the grid. */
export class GridInput {
  readonly #host: GridInputHost;
  readonly #parts: GridInputParts;

  constructor(host: GridInputHost, parts: GridInputParts) {
    this.#host = host;
    this.#parts = parts;
  }

  readonly handleKey = (event: KeyboardEvent): void => {
    const from = this.#parts.focus.locate(event.target);
    if (!from) return;
    const to = moveFocus(from, event, this.#host.getGridExtent());
    const command = parseGridCommand(event);
    if (to) this.#move(from.row, to, event);
    else if (!command || !this.#obey(command, from.row, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #move(from: number, to: GridPosition, event: KeyboardEvent): void {
    const { selection, focus } = this.#parts;
    if (from !== HEADER_ROW && extendsRange(event)) {
      selection.startAt(from);
      if (to.row !== HEADER_ROW) void selection.extendTo(to.row);
    }
    focus.moveTo(to);
  }

  /** Does what a key asks; false where it asks nothing here. */
  #obey(command: GridCommand, row: number, event: Event): boolean {
    const { selection } = this.#parts;
    switch (command) {
      case 'toggle':
        return row === HEADER_ROW ? this.#pressHeader(event.target) : (selection.toggle(row), true);
      case 'range':
        if (row !== HEADER_ROW) void selection.extendTo(row);
        return true;
      case 'all':
        void selection.selectAll();
        return true;
      case 'open':
        return row === HEADER_ROW ? this.#pressHeader(event.target) : this.#openPerson(row);
      case 'escape':
        return this.escape();
    }
  }

  #pressHeader(target: EventTarget | null): boolean {
    const name = findColumn(target);
    if (name === 'select') void this.#parts.selection.toggleHeader();
    const column = this.#parts.plan.drawn.find(({ id }) => id === name);
    if (column?.sortBy !== undefined) this.#parts.query.cycleSort(column);
    return true;
  }

  /** Closes the details, else clears the selection, else closes the list; false where there is nothing to do. */
  escape(): boolean {
    const { details, selection } = this.#parts;
    if (details.row) this.closePerson();
    else if (selection.count > 0) selection.clear();
    else return this.#host.tryClose();
    return true;
  }

  readonly handleClick = (event: MouseEvent): void => {
    const { focus, selection } = this.#parts;
    const at = focus.locate(event.target);
    if (!at || !(event.target instanceof Element)) return;
    if (event.target.closest('[data-retry]')) return this.#host.model.retry(at.row);
    if (at.row === HEADER_ROW) return void this.#pressHeader(event.target);
    const isCheckbox = findColumn(event.target) === 'select';
    if (event.shiftKey) void selection.extendTo(at.row);
    else if (isCheckbox || event.ctrlKey || event.metaKey) selection.toggle(at.row);
    else this.#openPerson(at.row);
    // A checkbox toggles by itself: the update that follows shows what is so.
    this.#host.requestUpdate();
  };

  readonly handleFocusIn = (event: FocusEvent): void => {
    const at = this.#parts.focus.locate(event.target);
    if (at) this.#parts.focus.setPosition(at);
  };

  /** Shift and a click would select text. */
  readonly handleMouseDown = (event: MouseEvent): void => {
    if (event.shiftKey) event.preventDefault();
  };

  #openPerson(index: number): boolean {
    const { model, renderRoot } = this.#host;
    const row = model.getRow(index);
    if (!row) {
      if (model.getState(index) === 'failed') model.retry(index);
      return true;
    }
    this.#parts.details.open(row);
    void this.#host.updateComplete.then(() => renderRoot.querySelector<HTMLElement>('.details h3')?.focus());
    return true;
  }

  /** Closes the details and gives the focus back to the row. */
  closePerson(): void {
    const { focus, details } = this.#parts;
    const { position } = focus;
    details.close();
    void this.#host.updateComplete.then(() => focus.moveTo(position));
  }
}
