import type { Stretch } from '../funnel-geometry.ts';
import type { StepView } from '../funnel-view-model.ts';
import type { CellView } from '../step-cells.ts';
import type { Attributes } from './markup.ts';
import { type Block, setRuns, type SvgContext, toPaint } from './svg-context.ts';
import type { PatternName } from './svg-patterns.ts';

/** A bar that is not nothing is at least this wide, and marked as such. */
const LEAST_WIDTH = 2;

const SEPARATOR = 2;

/** The line that bars start from. */
const ZERO_LINE = 1;

/** What the compared period's mark stands out by, above and below the bar. */
const MARK_ABOVE = 7;
const MARK_BELOW = 5;

/** The bar of a step: the parts from zero, the open and the lost, and over it the mark of the compared period. */
export function layoutBar(context: SvgContext, step: StepView, width: number): Block {
  const height = context.metrics.barSize;
  return {
    height,
    draw: (x, y) => {
      context.sheet.group({ class: 'track', 'data-step': step.id }, () => {
        context.sheet.rect(x, y, ZERO_LINE, height, { class: 'zero', fill: context.theme.edge });
        drawBar({ context, step, x: x + ZERO_LINE, y, width: width - ZERO_LINE, height });
      });
    },
  };
}

interface Box {
  context: SvgContext;
  step: StepView;
  x: number;
  y: number;
  width: number;
  height: number;
}

function drawBar(box: Box): void {
  const { context, step, x, y, height } = box;
  const { geometry } = step;
  if (step.missing) drawMissing(box);
  drawSegments(box);
  drawPiece(box, geometry.open, 'open', 'open', toLossCell(step, 'open'));
  drawPiece(box, geometry.dropped, 'lost', 'lost-1', toLossCell(step, 'dropped'));
  for (const exit of geometry.exits) {
    const place = context.view.columns.outcomes.exits.indexOf(exit.id);
    const pattern = `lost-${((place % 3) + 1) as 1 | 2 | 3}` as const;
    drawPiece(box, exit, 'exit', pattern, toLossCell(step, `outcome:${exit.id}`));
  }
  drawGrowth(box);
  drawPrevious(box);
  if (geometry.enlarged) {
    const ring = { class: 'ring', fill: 'none', stroke: context.theme.ink, 'stroke-width': 2 };
    context.sheet.circle(x + 1.5, y + height / 2, 6.5, ring);
  }
}

function toLossCell(step: StepView, key: string): CellView | undefined {
  return step.losses.find((cell) => cell.key === key);
}

function drawSegments(box: Box): void {
  const { context, step } = box;
  const { segments, ungrouped, unknown } = step.geometry;
  const { theme } = context;
  for (const [index, stretch] of segments.entries()) drawSegment(box, stretch, index);
  drawOutlined(box, ungrouped, 'ungrouped', { fill: theme.surface2, stroke: theme.edge });
  drawOutlined(box, unknown, 'unknown', {
    fill: 'none',
    stroke: theme.edge,
    'stroke-width': 2,
    'stroke-dasharray': '2 3',
  });
}

function drawSegment({ context, step, x, y, width, height }: Box, stretch: Stretch, index: number): void {
  if (stretch.size <= 0) return;
  const { sheet, theme, metrics } = context;
  const look = theme.segments[index % theme.segments.length] ?? { fill: theme.ink, on: theme.surface };
  const left = x + stretch.start * width;
  const size = Math.max(LEAST_WIDTH, stretch.size * width);
  const cell = step.groups[index] ?? step.count;
  sheet.rect(left, y, size, height, { class: 'segment', fill: look.fill }, cell.name);
  const texture = index % 6;
  if (context.textured && texture > 0) {
    const pattern = `segment-${(texture + 1) as 2 | 3 | 4 | 5 | 6}` as const;
    sheet.rect(left, y, size, height, { class: 'texture', fill: toPaint(context, pattern) });
  }
  if (index > 0)
    sheet.rect(left, y, Math.min(SEPARATOR, size * 0.4), height, { class: 'cut', fill: theme.surface });
  if (step.groups.length > 0 && size >= metrics.leastInBar)
    drawInBar(context, cell.text, look, left, y, size, height);
}

/** The number of a group in its part of the bar, on a ground of the fill so that the texture does not cross it. */
function drawInBar(
  context: SvgContext,
  text: string,
  { fill, on }: { fill: string; on: string },
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const words = setRuns(context, [{ text, fill: on }], { size: 13 }, width);
  if (words.lines.length !== 1 || words.width + 20 > width) return;
  const top = y + (height - words.height) / 2;
  context.sheet.rect(x + 6.4, top, words.width + 6.5, words.height, { class: 'ground', fill, rx: 3 });
  context.sheet.text(words, x + 9.65, top);
}

function drawPiece(
  box: Box,
  stretch: Stretch | undefined,
  kind: 'open' | 'lost' | 'exit',
  pattern: PatternName,
  cell: CellView | undefined,
): void {
  if (!stretch || stretch.size === 0) return;
  const { context, x, y, width, height } = box;
  const { theme, sheet } = context;
  const isOpen = kind === 'open';
  const left = x + stretch.start * width;
  const size = stretch.size * width;
  const ground = { class: kind, fill: isOpen ? theme.open : theme.lost };
  sheet.rect(left, y, size, height, ground, cell?.name);
  drawOutlined(box, stretch, 'hatch', {
    fill: toPaint(context, pattern),
    stroke: isOpen ? theme.openLine : theme.lostLine,
    'stroke-dasharray': isOpen ? '3 2' : undefined,
  });
}

/** A rectangle whose line lies inside it, so that it is as long as it says. */
function drawOutlined(box: Box, stretch: Stretch | undefined, kind: string, look: Attributes): void {
  if (!stretch || stretch.size === 0) return;
  const { x, y, width, height, context } = box;
  const half = Number(look['stroke-width'] ?? 1) / 2;
  const size = Math.max(half, stretch.size * width - 2 * half);
  context.sheet.rect(x + stretch.start * width + half, y + half, size, height - 2 * half, {
    class: kind,
    ...look,
  });
}

function drawGrowth(box: Box): void {
  drawOutlined(box, box.step.geometry.growth, 'growth', {
    fill: toPaint(box.context, 'growth'),
    stroke: box.context.theme.ink,
    'stroke-width': 2,
    'stroke-dasharray': '5 3',
  });
}

function drawPrevious({ context, step, x, y, width, height }: Box): void {
  const at = step.geometry.previous;
  if (at === undefined) return;
  const { sheet, theme } = context;
  const place = x + at * width;
  const top = y - MARK_ABOVE;
  const size = height + MARK_ABOVE + MARK_BELOW;
  sheet.rect(place - 2, top - 1, 4, size + 2, { class: 'halo', fill: theme.surface });
  sheet.rect(place - 1, top, 2, size, { class: 'previous', fill: theme.previous });
  const cap = [
    [place - 5, top],
    [place + 5, top],
    [place, top + 5],
  ] as const;
  sheet.polygon(cap, { class: 'cap', fill: theme.previous });
}

function drawMissing(box: Box): void {
  const { context, x, y, width, height } = box;
  const { theme, sheet, localization } = context;
  drawOutlined(box, { start: 0, size: 1 }, 'missing', {
    fill: 'none',
    stroke: theme.edge,
    'stroke-width': 2,
    'stroke-dasharray': '2 3',
  });
  const runs = [{ text: localization.messages.chart.missing, fill: theme.ink2 }];
  const words = setRuns(context, runs, { size: 12 }, width - 20);
  sheet.text(words, x + width - 10, y + (height - words.height) / 2, 'end');
}
