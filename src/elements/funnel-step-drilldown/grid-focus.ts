/** The row of the column headers. */
export const HEADER_ROW = -1;

/** A cell of the grid: rows count from 0, the headers are row -1. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** The grid as the keys see it. */
export interface GridExtent {
  rows: number;
  columns: number;
  /** Rows that Page Up and Page Down move by. */
  pageRows: number;
  /** The reading direction: in `rtl` the left arrow goes to the next cell. */
  direction: 'ltr' | 'rtl';
}

/** The parts of a keyboard event that matter here. */
export interface GridKey {
  key: string;
  ctrlKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

/** The cell itself, or the nearest one that exists. */
export function clampPosition({ row, column }: GridPosition, extent: GridExtent): GridPosition {
  return { row: clamp(row, HEADER_ROW, extent.rows - 1), column: clamp(column, 0, extent.columns - 1) };
}

const VERTICAL: Record<string, (row: number, extent: GridExtent) => number> = {
  ArrowDown: (row) => row + 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row, extent) => Math.max(row, 0) + extent.pageRows,
  // Stops at the first row: only the arrow goes up into the headers.
  PageUp: (row, extent) => (row === HEADER_ROW ? row : Math.max(0, row - extent.pageRows)),
};

function moveAlong(position: GridPosition, key: string, direction: 'ltr' | 'rtl'): GridPosition | undefined {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const forward = (key === 'ArrowRight') === (direction === 'ltr');
  return { row: position.row, column: position.column + (forward ? 1 : -1) };
}

function moveToEnd(position: GridPosition, event: GridKey, extent: GridExtent): GridPosition | undefined {
  if (event.key !== 'Home' && event.key !== 'End') return undefined;
  const column = event.key === 'Home' ? 0 : extent.columns - 1;
  if (!event.ctrlKey && !event.metaKey) return { row: position.row, column };
  return { row: event.key === 'Home' ? 0 : extent.rows - 1, column };
}

/**
 * The cell a key leads to, or undefined where the key does not move. Never leaves the grid.
 * Source: look.md, "Keyboard"; the ARIA grid pattern.
 */
export function moveFocus(
  position: GridPosition,
  event: GridKey,
  extent: GridExtent,
): GridPosition | undefined {
  if (event.altKey) return undefined;
  const vertical = VERTICAL[event.key];
  const moved = vertical
    ? { row: vertical(position.row, extent), column: position.column }
    : (moveToEnd(position, event, extent) ?? moveAlong(position, event.key, extent.direction));
  return moved && clampPosition(moved, extent);
}

/** What a key asks of the grid besides moving. */
export type GridCommand = 'toggle' | 'range' | 'all' | 'open' | 'escape';

/** The command of a key, or undefined. */
export function parseGridCommand(event: GridKey): GridCommand | undefined {
  if (event.altKey) return undefined;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === ' ') return event.shiftKey ? 'range' : 'toggle';
  if (event.key.toLowerCase() === 'a' && control) return 'all';
  if (event.key === 'Enter' && !control) return 'open';
  return event.key === 'Escape' ? 'escape' : undefined;
}

/** Whether a move with Shift also draws the range of the selection. */
export function extendsRange(event: GridKey): boolean {
  return event.shiftKey && event.key in VERTICAL;
}
