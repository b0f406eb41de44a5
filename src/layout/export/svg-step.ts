import type { StepView } from '../funnel-view-model.ts';
import { layoutTrack } from '../chart-metrics.ts';
import type { Paragraph, Run } from './rich-text.ts';
import type { Align } from './svg-sheet.ts';
import { type Block, setRuns, stackBlocks, type SvgContext } from './svg-context.ts';
import { layoutLanes } from './svg-groups.ts';
import { layoutBar } from './svg-track.ts';

/** The ring around a step's number, and the space to its name. */
const NUMBER_SIZE = 25.6;
const NUMBER_GAP = 8;

/** Between two things said in a row. It belongs to what follows it, so that no line ends in one. */
const SEPARATOR = ' ·\u00a0';

/** The arrow before the losses, and the space to their words. */
const ARROW_SIZE = 17.6;

/** One step: what was lost before it, its name, its bar and its figures. */
export function layoutStep(context: SvgContext, step: StepView, width: number): Block {
  const { metrics } = context;
  if (!metrics.isWide) return layoutNarrowStep(context, step, width);
  const track = layoutTrack(metrics, width);
  const label = layoutLabel(context, step, metrics.label);
  const bar = layoutTrackOf(context, step, track.size);
  const figures = layoutFigures(context, step, metrics.figures);
  const losses = layoutLosses(context, step, metrics.hasLossColumn ? metrics.losses : width - track.start);
  const side = metrics.hasLossColumn ? [losses.height] : [];
  const rowHeight = Math.max(label.height, bar.height, figures.height, ...side);
  const center = (block: Block): number => (rowHeight - block.height) / 2;
  const row: Block = {
    height: rowHeight,
    draw: (x, y) => {
      const figuresAt = x + track.start + track.size + metrics.gap;
      label.draw(x, y + center(label));
      bar.draw(x + track.start, y + center(bar));
      figures.draw(figuresAt, y + center(figures));
      if (metrics.hasLossColumn) losses.draw(figuresAt + metrics.figures + metrics.gap, y + center(losses));
    },
  };
  if (metrics.hasLossColumn) return row;
  const above: Block = { height: losses.height, draw: (x, y) => losses.draw(x + track.start, y) };
  return stackBlocks([above, row], 8);
}

function layoutNarrowStep(context: SvgContext, step: StepView, width: number): Block {
  const { theme } = context;
  const count = setRuns(context, [toCountRun(context, step)], { size: 20, leading: 1.25 }, width / 2);
  const label = layoutLabel(context, step, width - count.width - 12);
  const change = toChange(context, step, width / 2);
  const ofCount = step.change?.then ? change : undefined;
  const head: Block = {
    height: Math.max(label.height, count.height + (ofCount?.height ?? 0)),
    draw: (x, y) => {
      label.draw(x, y);
      context.sheet.text(count, x + width, y, 'end');
      if (ofCount) context.sheet.text(ofCount, x + width, y + count.height, 'end');
    },
  };
  const rates = step.rate.text.split('\n').join(SEPARATOR);
  return stackBlocks(
    [
      layoutLosses(context, step, width),
      head,
      layoutTrackOf(context, step, width),
      toBlock(context, toWays(context, step, width)),
      toBlock(context, setRuns(context, [{ text: rates, fill: theme.ink }], { size: 13 }, width)),
      ...(ofCount ? [] : [toBlock(context, change)]),
    ],
    6,
  );
}

/** One bar for all, or one for each group. */
function layoutTrackOf(context: SvgContext, step: StepView, width: number): Block {
  const isGrouped = context.layout === 'grouped' && step.groups.length > 0;
  return isGrouped ? layoutLanes(context, step, width) : layoutBar(context, step, width);
}

function toBlock(
  { sheet }: SvgContext,
  text: Paragraph | undefined,
  align: Align = 'start',
  width = 0,
): Block {
  return {
    height: text?.height ?? 0,
    draw: (x, y) => text && sheet.text(text, align === 'end' ? x + width : x, y, align),
  };
}

function layoutLabel(context: SvgContext, step: StepView, width: number): Block {
  const { theme, sheet } = context;
  const room = width - NUMBER_SIZE - NUMBER_GAP;
  const number = setRuns(
    context,
    [{ text: step.number, weight: 600, fill: theme.ink2 }],
    { size: 12 },
    NUMBER_SIZE,
  );
  const name = setRuns(
    context,
    [{ text: step.label, weight: 600, fill: theme.ink }],
    { size: 14, leading: 1.35 },
    room,
  );
  const note = setRuns(context, [{ text: step.note, fill: theme.ink2 }], { size: 12 }, room);
  const words = stackBlocks([toBlock(context, name), toBlock(context, note)]);
  return {
    height: Math.max(NUMBER_SIZE, words.height),
    draw: (x, y) => {
      const radius = NUMBER_SIZE / 2;
      const ring = { class: 'number', fill: 'none', stroke: theme.edge, 'stroke-width': 1.5 };
      sheet.circle(x + radius, y + radius, radius - 0.75, ring);
      // In the middle of the ring, whatever font it is shown with.
      sheet.text(number, x + radius, y + radius - number.height / 2, 'middle');
      words.draw(x + NUMBER_SIZE + NUMBER_GAP, y);
    },
  };
}

function toCountRun({ theme }: SvgContext, step: StepView): Run {
  return { text: step.count.text, weight: 700, fill: theme.ink };
}

/** Count, change, ways on and rates, as beside a bar. */
function layoutFigures(context: SvgContext, step: StepView, width: number): Block {
  const { theme, metrics, sheet } = context;
  const size = metrics.isDense ? 17 : 20;
  const count = setRuns(context, [toCountRun(context, step)], { size, leading: 1.25 }, width);
  const change = toChange(context, step, width);
  const isBeside =
    step.change?.then && change && change.lines.length === 1 && count.width + 8 + change.width <= width;
  const first: Block = {
    height: count.height,
    draw: (x, y) => {
      sheet.text(count, x, y);
      if (isBeside) sheet.text(change, x + width, y + (count.height - change.height) * 0.75, 'end');
    },
  };
  const rates = step.rate.text.split('\n').map((text, index) => {
    const runs = [{ text, fill: index === 0 ? theme.ink : theme.ink2 }];
    return toBlock(context, setRuns(context, runs, { size: metrics.isDense ? 12 : 13 }, width));
  });
  const below = isBeside ? [] : [toBlock(context, change)];
  const isOfCount = step.change?.then !== undefined && step.change.then !== '';
  const ways = toBlock(context, toWays(context, step, width));
  return stackBlocks([first, ...(isOfCount ? below : []), ways, ...rates, ...(isOfCount ? [] : below)]);
}

function toWays(context: SvgContext, step: StepView, width: number): Paragraph {
  const text = step.ways.map((cell) => joinWords(cell.text)).join(SEPARATOR);
  return setRuns(context, [{ text, fill: context.theme.ink }], { size: 13 }, width);
}

/** Words that stay in one line. */
function joinWords(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

const CHANGE_GLYPHS: Readonly<Record<number, string>> = { 1: '▲ ', [-1]: '▼ ', 0: '= ' };

/** The difference to the compared period, with its mark and what it was then. */
function toChange(context: SvgContext, step: StepView, width: number): Paragraph | undefined {
  const { change } = step;
  if (!change) return undefined;
  const { theme } = context;
  const fill = change.direction > 0 ? theme.up : change.direction < 0 ? theme.down : theme.ink;
  const runs: Run[] = change.undecided
    ? [{ text: `${change.text} (${change.undecided})`, fill: theme.ink2 }]
    : [{ text: joinWords(`${CHANGE_GLYPHS[change.direction] ?? ''}${change.text}`), weight: 600, fill }];
  if (change.then) runs.push({ text: ` (${change.then})`, fill: theme.ink2 });
  return setRuns(context, runs, { size: 13 }, width);
}

/** What did not go on before the step, how long it took, and what is to be said of it. */
function layoutLosses(context: SvgContext, step: StepView, width: number): Block {
  const { theme, sheet, metrics } = context;
  if (step.losses.length === 0 && !step.details) return { height: 0, draw: () => undefined };
  const room = width - ARROW_SIZE;
  const texts = toLossTexts(context, step).map((runs) => setRuns(context, runs, { size: 13 }, room));
  const pill = step.flagText ? layoutPill(context, step, room) : undefined;
  const words = stackBlocks([...texts.map((text) => toBlock(context, text))]);
  const last = texts.at(-1);
  const lastLine = last?.lines.at(-1)?.width ?? 0;
  const isBeside = pill !== undefined && last !== undefined && lastLine + 8 + pill.width <= room;
  const height = words.height + (pill && !isBeside ? pill.height + 2 : 0);
  const least = metrics.hasLossColumn ? 0 : 24;
  return {
    height: Math.max(least, height),
    draw: (x, y) => {
      const top = y + Math.max(0, least - height) / 2;
      sheet.text(setRuns(context, [{ text: '↓', fill: theme.ink2 }], { size: 13 }, ARROW_SIZE), x, top);
      words.draw(x + ARROW_SIZE, top);
      if (!pill) return;
      const right = isBeside ? lastLine + 8 : 0;
      const down = isBeside ? words.height - (last.lineHeight + pill.height) / 2 : words.height + 2;
      pill.draw(x + ARROW_SIZE + right, top + down);
    },
  };
}

/** One text, its parts in a row; at the end of a row of many steps a text for each. */
function toLossTexts({ theme, metrics }: SvgContext, step: StepView): Run[][] {
  const parts = step.losses.map((cell): Run[] => [
    { text: cell.text, weight: 600, fill: theme.ink },
    ...(cell.rate ? [{ text: `, ${cell.rate}`, fill: theme.ink2 }] : []),
  ]);
  const details = [step.median, ...step.remarks].filter(Boolean);
  parts.push(...details.map((text): Run[] => [{ text, fill: theme.ink2 }]));
  if (metrics.hasLossColumn) return parts;
  const joined = parts.flatMap(([first, ...rest], index) => {
    if (!first || index === 0) return first ? [first, ...rest] : [];
    return [{ ...first, text: SEPARATOR + first.text }, ...rest];
  });
  return joined.length > 0 ? [joined] : [];
}

interface Pill extends Block {
  width: number;
}

function layoutPill(context: SvgContext, step: StepView, room: number): Pill {
  const { theme, sheet } = context;
  const isWarning = step.flag !== 'weakest-rate';
  const fill = isWarning ? theme.warn : theme.ink;
  const words = setRuns(
    context,
    [{ text: step.flagText, weight: 600, fill }],
    { size: 12, leading: 1.4 },
    room - 18,
  );
  const width = words.width + 18;
  const height = words.height + 3;
  const look = {
    class: 'flag',
    fill: isWarning ? theme.warnSoft : theme.surface,
    stroke: fill,
    rx: Math.min(height / 2, 10),
  };
  return {
    width,
    height,
    draw: (x, y) => {
      sheet.rect(x + 0.5, y + 0.5, width - 1, height - 1, look);
      sheet.text(words, x + width / 2, y + 1.5, 'middle');
    },
  };
}
