import { LAYOUT_MESSAGES } from '../../i18n/layout-messages.ts';
import { countAcross } from '../chart-shape.ts';
import type { StepView } from '../funnel-view-model.ts';
import { type GroupBar, isFew, layoutFunnelEach, layoutSideBySide } from '../group-bars.ts';
import { type GroupCard, listCards, toEndRateWords, toRateOfStart } from '../group-cards.ts';
import { type Block, setRuns, stackBlocks, type SvgContext, toPaint, toTextBlock } from './svg-context.ts';

/** The sizes of a group's own bar, as the stylesheet of the layouts has them. */
const BAR_SIZE = 14;
const LANE_LABEL = 136;
const LANE_GAP = 8;

const CARD_GAP = 12;
const CARD_PADDING = 11;

/** A bar for each group, all from one zero, in place of one that holds them all. */
export function layoutLanes(context: SvgContext, step: StepView, width: number): Block {
  const { view, theme } = context;
  const own = layoutSideBySide(view.groups, view.mode)[view.steps.indexOf(step)] ?? [];
  const label = Math.min(LANE_LABEL, width * 0.45);
  const lanes = step.groups.map((cell, index): Block => {
    const said = view.mode === 'rate' && cell.rate ? cell.rate : cell.text;
    const runs = [
      { text: `${view.groups[index]?.label ?? ''} `, fill: theme.ink },
      { text: said, weight: 600, fill: theme.ink },
    ];
    const words = toTextBlock(context, runs, { size: 13, leading: 1.35 }, label);
    const height = Math.max(words.height, BAR_SIZE + 6);
    return {
      height,
      draw: (x, y) => {
        words.draw(x, y + (height - words.height) / 2);
        const bar = {
          x: x + label + LANE_GAP,
          y: y + (height - BAR_SIZE) / 2,
          width: width - label - LANE_GAP,
        };
        drawBar(context, own[index], index, bar);
      },
    };
  });
  return stackBlocks(lanes, 2);
}

/** A small funnel for each group and one for everybody, the best end rate first. */
export function layoutCards(context: SvgContext, width: number): Block {
  const { view, localization, theme } = context;
  const texts = LAYOUT_MESSAGES[localization.messages.language];
  const cards = listCards(view, texts);
  const bars = layoutFunnelEach(
    cards.map(({ group }) => group),
    view.mode,
  );
  const across = countAcross(cards.length, { inlineSize: context.sheet.width, blockSize: undefined });
  const size = (width - CARD_GAP * (across - 1)) / across;
  const blocks = cards.map((card, index) => {
    const own = bars.map((step) => step[index]);
    return layoutCard(context, card, own, size - 2 * CARD_PADDING);
  });
  const axis = view.mode === 'rate' ? texts.multiplesRateAxis : texts.multiplesAxis;
  const rows = Array.from({ length: Math.ceil(blocks.length / across) }, (_, row) =>
    layoutCardRow(context, blocks.slice(row * across, (row + 1) * across), size),
  );
  return stackBlocks(
    [toTextBlock(context, [{ text: axis, fill: theme.ink2 }], { size: 13 }, width), ...rows],
    CARD_GAP,
  );
}

function layoutCardRow({ sheet, theme }: SvgContext, cards: readonly Block[], size: number): Block {
  const height = Math.max(...cards.map((card) => card.height)) + 2 * CARD_PADDING;
  const look = { class: 'card', fill: 'none', stroke: theme.rule, rx: 6 };
  return {
    height,
    draw: (left, y) => {
      for (const [index, card] of cards.entries()) {
        const x = left + index * (size + CARD_GAP);
        sheet.rect(x + 0.5, y + 0.5, size - 1, height - 1, look);
        card.draw(x + CARD_PADDING, y + CARD_PADDING);
      }
    },
  };
}

function layoutCard(
  context: SvgContext,
  card: GroupCard,
  bars: readonly (GroupBar | undefined)[],
  width: number,
): Block {
  const { view, localization, theme } = context;
  const texts = LAYOUT_MESSAGES[localization.messages.language];
  const few = isFew(card.group) && card.fill !== undefined ? ` (${localization.messages.chart.tooFew})` : '';
  const reached = toEndRateWords(card.group, texts, localization) + few;
  const steps = view.steps.map((step, at) => layoutCardStep(context, card, step, at, bars[at], width));
  return stackBlocks(
    [
      toTextBlock(context, [{ text: card.label, weight: 700, fill: theme.ink }], { size: 14 }, width),
      toTextBlock(context, [{ text: reached, fill: theme.ink }], { size: 13 }, width),
      ...steps,
    ],
    6,
  );
}

function layoutCardStep(
  context: SvgContext,
  card: GroupCard,
  step: StepView,
  at: number,
  bar: GroupBar | undefined,
  width: number,
): Block {
  const { view, localization, theme } = context;
  const cell = card.cellOf(step);
  const rate = view.mode === 'rate' ? (cell?.rate ?? '') : toRateOfStart(card.group, at, localization);
  const runs = [
    { text: `${cell?.text ?? '—'} `, weight: 600, fill: theme.ink },
    { text: at > 0 ? rate : '', fill: theme.ink2 },
  ];
  const track: Block = {
    height: BAR_SIZE,
    draw: (x, y) => drawBar(context, bar, card.fill, { x, y, width }),
  };
  const name = [{ text: `${step.number} ${step.label}`, fill: theme.ink }];
  return stackBlocks(
    [
      toTextBlock(context, name, { size: 13, leading: 1.35 }, width),
      track,
      toTextBlock(context, runs, { size: 12.5, leading: 1.35 }, width),
    ],
    2,
  );
}

/** A bar from its own zero, with those of the group who did not come; `fill` is the group, undefined everybody. */
function drawBar(
  context: SvgContext,
  bar: GroupBar | undefined,
  fill: number | undefined,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const { sheet, theme, localization } = context;
  const room = width - 1;
  sheet.rect(x, y, 1, BAR_SIZE, { class: 'zero', fill: theme.edge });
  if (!bar?.bar) {
    const missing = [{ text: localization.messages.chart.missing, fill: theme.ink2 }];
    sheet.text(setRuns(context, missing, { size: 12, leading: 1.15 }, room - 6), x + 7, y);
    return;
  }
  const paint = fill === undefined ? theme.ink2 : theme.segments[fill % theme.segments.length]?.fill;
  const size = bar.bar.size > 0 ? Math.max(2, bar.bar.size * room) : 0;
  sheet.rect(x + 1, y, size, BAR_SIZE, { class: 'group', fill: paint });
  const texture = fill === undefined ? 0 : fill % 6;
  if (context.textured && texture > 0) {
    const pattern = `segment-${(texture + 1) as 2 | 3 | 4 | 5 | 6}` as const;
    sheet.rect(x + 1, y, size, BAR_SIZE, { class: 'texture', fill: toPaint(context, pattern) });
  }
  if (bar.rest) {
    const left = x + 1 + bar.rest.start * room;
    const rest = bar.rest.size * room;
    sheet.rect(left, y, rest, BAR_SIZE, { class: 'lost', fill: theme.lost });
    const hatch = { class: 'hatch', fill: toPaint(context, 'lost-1'), stroke: theme.lostLine };
    sheet.rect(left + 0.5, y + 0.5, Math.max(0.5, rest - 1), BAR_SIZE - 1, hatch);
  }
  if (bar.enlarged) {
    const ring = { class: 'ring', fill: 'none', stroke: theme.ink, 'stroke-width': 2 };
    sheet.circle(x + 2.5, y + BAR_SIZE / 2, 6, ring);
  }
}
