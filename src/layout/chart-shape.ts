/** The room a chart has, in px; undefined: not measured yet, or for the height: as high as what is drawn. */
export interface ChartRoom {
  inlineSize: number | undefined;
  blockSize: number | undefined;
}

/** How a chart is wanted. */
export interface ShapeWish {
  spark: boolean;
  table: boolean;
  /** How a breakdown is drawn, where there is one. */
  layout: 'stacked' | 'grouped' | 'multiples';
  groups: number;
  orientation: 'horizontal' | 'vertical';
  steps: number;
  columns: number;
}

/** How a chart is drawn in the room it has. */
export type ChartShape = 'spark' | 'table' | 'wide-table' | 'columns' | 'bars' | 'grouped' | 'multiples';

/** A card under this height holds no rows. Source: look.md, "Spark". */
const LEAST_HEIGHT = 160;

/** Around the rows: the padding of the card, both sides. */
const PADDING = 42;

/** A step as a column holds its name and its figures from here on; a table its step and each further column. */
const COLUMN_SIZE = 170;
const NAME_SIZE = 150;
const CELL_SIZE = 70;

/**
 * The shape for a wish and a room. What does not fit falls back to what does: columns to bars, a table with its
 * columns side by side to one that lists each step's values. Nothing scrolls sideways.
 */
export function chooseShape(wish: ShapeWish, { inlineSize, blockSize }: ChartRoom): ChartShape {
  if (wish.spark || (blockSize !== undefined && blockSize < LEAST_HEIGHT)) return 'spark';
  const inner = (inlineSize ?? 0) - PADDING;
  if (wish.table) return inner >= NAME_SIZE + (wish.columns - 1) * CELL_SIZE ? 'wide-table' : 'table';
  if (wish.layout !== 'stacked' && wish.groups > 0) return wish.layout;
  return wish.orientation === 'vertical' && inner >= wish.steps * COLUMN_SIZE ? 'columns' : 'bars';
}

/** A card with a small funnel holds names and figures from here on; more than four beside each other are hard to compare. */
const CARD_SIZE = 205;
const MOST_ACROSS = 4;

/** How many small funnels stand beside each other. */
export function countAcross(cards: number, { inlineSize }: ChartRoom): number {
  const inner = (inlineSize ?? 0) - PADDING;
  return Math.max(1, Math.min(cards, MOST_ACROSS, Math.floor(inner / CARD_SIZE)));
}
