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
  /** Whether a column says how rates changed. */
  compared: boolean;
}

/** How a chart is drawn in the room it has. */
export type ChartShape = 'spark' | 'table' | 'wide-table' | 'columns' | 'bars' | 'grouped' | 'multiples';

/** A card under this height holds no rows. Source: look.md, "Spark". */
const LEAST_HEIGHT = 160;

/** Around the rows: the padding of the card, both sides. */
const PADDING = 42;

/** A step as a column holds its name and its figures from here on. */
const COLUMN_SIZE = 170;

/**
 * The least a table's columns take in the longer of the languages: step, rates and details together, each further one,
 * and what the one of changes takes beyond that. Of a card under 900 px columns are narrower (table-styles.ts).
 */
const TABLE_SIZES = { text: 436, cell: 66, change: 105 };
const NARROW_TABLE_SIZES = { text: 344, cell: 58, change: 90 };
const NARROW = 900;

/**
 * The shape for a wish and a room. What does not fit falls back to what does: columns to bars, a table with its
 * columns side by side to one that lists each step's values. Nothing scrolls sideways.
 */
export function chooseShape(wish: ShapeWish, { inlineSize, blockSize }: ChartRoom): ChartShape {
  if (wish.spark || (blockSize !== undefined && blockSize < LEAST_HEIGHT)) return 'spark';
  const inner = (inlineSize ?? 0) - PADDING;
  if (wish.table) return inner >= toTableSize(wish, inner + PADDING) ? 'wide-table' : 'table';
  if (wish.layout !== 'stacked' && wish.groups > 0) return wish.layout;
  return wish.orientation === 'vertical' && inner >= wish.steps * COLUMN_SIZE ? 'columns' : 'bars';
}

function toTableSize({ columns, compared }: ShapeWish, inlineSize: number): number {
  const { text, cell, change } = inlineSize < NARROW ? NARROW_TABLE_SIZES : TABLE_SIZES;
  return text + (columns - 3) * cell + (compared ? change : 0);
}

/** A card with a small funnel holds names and figures from here on; more than four beside each other are hard to compare. */
const CARD_SIZE = 205;
const MOST_ACROSS = 4;

/** How many small funnels stand beside each other. */
export function countAcross(cards: number, { inlineSize }: ChartRoom): number {
  const inner = (inlineSize ?? 0) - PADDING;
  return Math.max(1, Math.min(cards, MOST_ACROSS, Math.floor(inner / CARD_SIZE)));
}
