/** The sizes of the bars' layout in px, as the stylesheets of the chart have them for a width. A test holds both together. */
export interface ChartMetrics {
  /** Steps as label, bar and figures side by side; else one below the other. */
  isWide: boolean;
  /** Many steps: lower rows; where there is room, losses at the end of their rows. */
  isDense: boolean;
  hasLossColumn: boolean;
  /** From the edge of the card to what is in it, its border included. */
  padding: number;
  gap: number;
  rowGap: number;
  barSize: number;
  label: number;
  figures: number;
  /** Only where `hasLossColumn`. */
  losses: number;
  /** A bar's part under this width has no number in it. */
  leastInBar: number;
}

/** From so many steps on, rows are lower. Source: look.md §1, "12 steps". */
export const DENSE_FROM = 8;

/** The limits of the container queries. Source: look.md §0. */
const SMALL = 620;
const LARGE = 900;
const TINY = 360;

const GAP = 18;
const BORDER = 1;

/** The sizes for a width of the whole card and a number of steps. */
export function chooseMetrics(width: number, steps: number): ChartMetrics {
  const isWide = width >= SMALL;
  const isLarge = width >= LARGE;
  const isDense = steps >= DENSE_FROM;
  const common = { isWide, isDense, hasLossColumn: isDense && isLarge, gap: GAP, losses: 264 };
  if (!isWide) {
    const padding = (width < TINY ? 12 : 16) + BORDER;
    return {
      ...common,
      padding,
      rowGap: 8,
      barSize: isDense ? 28 : 34,
      label: 0,
      figures: 0,
      leastInBar: 60,
    };
  }
  const sizes = { ...common, padding: 20 + BORDER, rowGap: isDense ? 8 : 10, barSize: isDense ? 28 : 40 };
  if (!isLarge) return { ...sizes, label: 196, figures: isDense ? 180 : 172, leastInBar: 60 };
  return { ...sizes, label: isDense ? 200 : 232, figures: isDense ? 152 : 216, leastInBar: 44 };
}

/** Where a bar is and how long the whole scale is, in a row of a width. */
export function layoutTrack(
  { isWide, hasLossColumn, label, figures, losses, gap }: ChartMetrics,
  inner: number,
): { start: number; size: number } {
  if (!isWide) return { start: 0, size: inner };
  const beside = hasLossColumn ? losses + gap : 0;
  return { start: label + gap, size: Math.max(0, inner - label - figures - 2 * gap - beside) };
}
