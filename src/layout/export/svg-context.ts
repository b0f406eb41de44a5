import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import type { FunnelViewModel } from '../funnel-view-model.ts';
import type { ChartMetrics } from '../chart-metrics.ts';
import { type Paragraph, type Run, setText } from './rich-text.ts';
import type { PatternName } from './svg-patterns.ts';
import type { SvgSheet } from './svg-sheet.ts';
import type { SvgTheme } from './svg-themes.ts';
import type { MeasureText } from './text-width.ts';

/** What every part of the picture is drawn with. */
export interface SvgContext {
  sheet: SvgSheet;
  view: FunnelViewModel;
  localization: ChartLocalization;
  theme: SvgTheme;
  metrics: ChartMetrics;
  measure: MeasureText;
  /** How a breakdown is drawn, where there is one. */
  layout: 'stacked' | 'grouped' | 'multiples';
  /** Whether fills have their textures. */
  textured: boolean;
  /** What ids begin with. */
  prefix: string;
}

/** A part of the picture: as high as it is, and how to draw it at a place. */
export interface Block {
  height: number;
  draw: (x: number, y: number) => void;
}

/** One look of text, as the stylesheets have it. */
export interface TextLook {
  size: number;
  leading?: number;
}

/** Sets runs in a room. */
export function setRuns(
  { measure }: SvgContext,
  runs: readonly Run[],
  look: TextLook,
  width: number,
): Paragraph {
  return setText(runs, { ...look, width, measure });
}

/** The paint of a pattern. */
export function toPaint({ prefix }: SvgContext, name: PatternName): string {
  return `url(#${prefix}-${name})`;
}

/** Blocks one below the other, with a gap between them. */
export function stackBlocks(blocks: readonly Block[], gap = 0): Block {
  const drawn = blocks.filter(({ height }) => height > 0);
  const height = drawn.reduce((sum, block) => sum + block.height, 0) + gap * Math.max(0, drawn.length - 1);
  return {
    height,
    draw: (x, y) => {
      let top = y;
      for (const block of drawn) {
        block.draw(x, top);
        top += block.height + gap;
      }
    },
  };
}

/** Lines under each other, of one look. */
export function toTextBlock(context: SvgContext, runs: readonly Run[], look: TextLook, width: number): Block {
  const text = setRuns(context, runs, look, width);
  return { height: text.height, draw: (x, y) => context.sheet.text(text, x, y) };
}
