import { type Attributes, element } from './markup.ts';
import type { SvgTheme } from './svg-themes.ts';

/** What covers a fill: the same lines and dots as on the screen. */
export type PatternName =
  `segment-${1 | 2 | 3 | 4 | 5 | 6}` | 'lost-1' | 'lost-2' | 'lost-3' | 'open' | 'growth';

/** How strong the lines of a fill's texture are: a part of the colour of what is written on it. */
const TEXTURE_OPACITY = 0.45;

/** The definitions of all patterns, with ids that begin with `prefix`. */
export function renderPatterns(theme: SvgTheme, prefix: string, rtl: boolean): string {
  const define = (name: PatternName, size: number, attributes: Attributes, content: string): string =>
    element(
      'pattern',
      { id: `${prefix}-${name}`, patternUnits: 'userSpaceOnUse', width: size, height: size, ...attributes },
      content,
    );
  const stripes = (name: PatternName, size: number, line: number, look: Attributes, turn: number): string =>
    define(
      name,
      size,
      { patternTransform: `rotate(${turn})` },
      element('rect', { x: size - line, width: line, height: size, ...look }),
    );
  const on = (index: number): Attributes => ({
    fill: theme.segments[index]?.on,
    'fill-opacity': TEXTURE_OPACITY,
  });
  const lost = { fill: theme.lostLine };
  const shape = (d: string, look: Attributes): string => element('path', { d, ...look });
  return [
    stripes('segment-2', 7.5, 1.5, on(1), 45),
    define('segment-3', 9, {}, element('circle', { cx: 4, cy: 4, r: 1.55, ...on(2) })),
    stripes('segment-4', 7.5, 1.5, on(3), -45),
    define('segment-5', 8, {}, shape('M0 0h8v1h-8zM0 1h1v7h-1z', on(4))),
    define('segment-6', 11, {}, shape('M5.5 0L11 5.5V7.92L5.5 2.42L0 7.92V5.5z', on(5))),
    stripes('lost-1', 7, 1, lost, 45),
    stripes('lost-2', 7, 1, lost, -45),
    stripes('lost-3', 6, 1, lost, 90),
    define('open', 9, {}, element('circle', { cx: 4, cy: 4, r: 1.1, fill: theme.openLine })),
    define(
      'growth',
      12,
      rtl ? { patternTransform: 'scale(-1 1)' } : {},
      shape('M3.12 0L9.12 6L3.12 12H5.28L11.28 6L5.28 0z', { fill: theme.surface }),
    ),
  ].join('\n');
}
