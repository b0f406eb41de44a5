/** A key that was pressed: `KeyboardEvent` is one. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** A cell as the keys see it. */
export interface GridPlace {
  key: string;
  /** Its place in the row; the same number is the same kind of cell in every row. */
  column: number;
  /** `people`: opens and can be selected; `button`: has a button of its own; `text`: is only read. */
  kind: 'people' | 'button' | 'text';
}

/** The grid as it stands before a key. Rows are steps and cells go by column, however they are drawn. */
export interface GridState {
  rows: readonly (readonly GridPlace[])[];
  /** Key of the cell with the focus. */
  active: string;
  selected: ReadonlySet<string>;
  hasTooltip: boolean;
  isRightToLeft: boolean;
}

/** What a key does. `stay`: it is the grid's, and there is nowhere to go. */
export type GridAct =
  | { act: 'focus'; cell: string }
  | { act: 'open'; cell: string }
  | { act: 'toggle'; cell: string }
  | { act: 'close-tooltip' }
  | { act: 'clear-selection' }
  | { act: 'help' }
  | { act: 'stay' };

type Move = 'previous' | 'next' | 'up' | 'down' | 'row-start' | 'row-end' | 'first-row' | 'last-row';

/**
 * What a key does in the grid; undefined where the key is the browser's or the page's. Esc is the grid's only while
 * it closes something, so it never leaves the chart by accident nor keeps a dialog around it from closing.
 * Source: look.md §1, "Keyboard".
 */
export function handleGridKey(state: GridState, press: KeyPress): GridAct | undefined {
  if (press.altKey || press.metaKey) return undefined;
  if (press.key === '?') return { act: 'help' };
  const move = toMove(press, state.isRightToLeft);
  if (move) return toFocusAct(state, move);
  if (press.ctrlKey || press.shiftKey) return undefined;
  if (press.key === 'Escape') return toEscapeAct(state);
  if (press.key !== 'Enter' && press.key !== ' ') return undefined;
  return toPressAct(state, press.key);
}

/** The grid after an act, for what the grid itself keeps: focus, selection, tooltip. */
export function applyGridAct(state: GridState, act: GridAct | undefined): GridState {
  if (act?.act === 'focus') return { ...state, active: act.cell, hasTooltip: hasPeople(state, act.cell) };
  if (act?.act === 'toggle') return { ...state, selected: toggleCell(state.selected, act.cell) };
  if (act?.act === 'clear-selection') return { ...state, selected: new Set() };
  return act?.act === 'close-tooltip' ? { ...state, hasTooltip: false } : state;
}

/** A selection with one cell added, or taken away where it was in it. */
export function toggleCell(selected: ReadonlySet<string>, cell: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(cell)) next.add(cell);
  return next;
}

/** The cell of a row in the same column, else the closest to it. */
export function findNearest<Place extends { column: number }>(
  row: readonly Place[] | undefined,
  column: number,
): Place | undefined {
  const distance = (place: Place): number => Math.abs(place.column - column);
  return row?.reduce<Place | undefined>(
    (best, place) => (best && distance(best) <= distance(place) ? best : place),
    undefined,
  );
}

function toEscapeAct({ hasTooltip, selected }: GridState): GridAct | undefined {
  if (hasTooltip) return { act: 'close-tooltip' };
  return selected.size > 0 ? { act: 'clear-selection' } : undefined;
}

function toPressAct({ rows, active }: GridState, key: 'Enter' | ' '): GridAct | undefined {
  const kind = rows.flat().find((place) => place.key === active)?.kind;
  if (kind === 'button') return undefined;
  if (kind === 'people') return { act: key === 'Enter' ? 'open' : 'toggle', cell: active };
  // Nothing to press; Space must not scroll the page away under the reader.
  return key === ' ' ? { act: 'stay' } : undefined;
}

function hasPeople({ rows }: GridState, cell: string): boolean {
  return rows.flat().some((place) => place.key === cell && place.kind === 'people');
}

function toFocusAct(state: GridState, move: Move): GridAct {
  const target = findTarget(state, move);
  return target && target.key !== state.active ? { act: 'focus', cell: target.key } : { act: 'stay' };
}

function findTarget({ rows, active }: GridState, move: Move): GridPlace | undefined {
  const at = rows.findIndex((row) => row.some((place) => place.key === active));
  const row = rows[at] ?? [];
  const index = row.findIndex((place) => place.key === active);
  const column = row[index]?.column ?? 0;
  const targets: Record<Move, () => GridPlace | undefined> = {
    previous: () => row[index - 1],
    next: () => row[index + 1],
    up: () => findNearest(rows[at - 1], column),
    down: () => findNearest(rows[at + 1], column),
    'row-start': () => row[0],
    'row-end': () => row.at(-1),
    'first-row': () => findNearest(rows[0], column),
    'last-row': () => findNearest(rows.at(-1), column),
  };
  return targets[move]();
}

function toMove({ key, ctrlKey, shiftKey }: KeyPress, isRightToLeft: boolean): Move | undefined {
  if (shiftKey) return undefined;
  const moves: Record<string, Move> = ctrlKey
    ? { Home: 'first-row', End: 'last-row' }
    : {
        ArrowLeft: isRightToLeft ? 'next' : 'previous',
        ArrowRight: isRightToLeft ? 'previous' : 'next',
        ArrowUp: 'up',
        ArrowDown: 'down',
        Home: 'row-start',
        End: 'row-end',
      };
  return moves[key];
}
