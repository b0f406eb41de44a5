import { listSizes, type StepGeometry, type Stretch } from '../../layout/funnel-geometry.ts';
import type { CssProperties } from '../../theme/css-properties.ts';
import type { RowContext } from './render-cell.ts';

/** A track runs to the end of a line, or up where steps are columns. */
type Direction = Pick<RowContext, 'vertical'>;

/**
 * What follows each other on a track stands in tracks of its grid, so that new numbers change the style of the track
 * alone, and one length list moves. From below where it runs up.
 */
export function toLine(geometry: StepGeometry, { vertical }: Direction): CssProperties {
  const sizes = listSizes(geometry).map(toPercent);
  return vertical
    ? { 'grid-template-rows': sizes.toReversed().join(' ') }
    : { 'grid-template-columns': sizes.join(' ') };
}

/** The place of a piece in that line. */
export function toPlaceInLine(index: number, { vertical }: Direction): CssProperties {
  return vertical ? { 'grid-row-end': -1 - index } : { 'grid-column-start': index + 1 };
}

/** The place of a piece that lies over others. */
export function toPlaceOver({ start, size }: Stretch, { vertical }: Direction): CssProperties {
  const [from, length] = vertical ? ['inset-block-end', 'block-size'] : ['inset-inline-start', 'inline-size'];
  return { [from]: toPercent(start), [length]: toPercent(size) };
}

function toPercent(part: number): string {
  return `${part * 100}%`;
}
