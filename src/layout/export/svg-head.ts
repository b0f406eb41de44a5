import { listLegend, type LegendItem } from '../funnel-legend.ts';
import type { Run } from './rich-text.ts';
import { type Block, setRuns, stackBlocks, type SvgContext, toPaint, toTextBlock } from './svg-context.ts';

/** Title, whom and when it is about, what it is filtered by. */
export function layoutTitle(context: SvgContext, filters: readonly string[], width: number): Block {
  const { view, theme, localization } = context;
  const quiet = (text: string): Block =>
    toTextBlock(context, [{ text, fill: theme.ink2 }], { size: 14 }, width);
  const { chart } = localization.messages;
  return stackBlocks(
    [
      toTextBlock(
        context,
        [{ text: view.title, weight: 700, fill: theme.ink }],
        { size: 18, leading: 1.3 },
        width,
      ),
      quiet(view.scope),
      ...(filters.length > 0 ? [quiet(chart.filteredBy(filters.join(', ')))] : []),
      ...(view.state === 'ready' ? view.notices : []).map(({ text }) =>
        toTextBlock(context, [{ text, fill: theme.warn }], { size: 13 }, width),
      ),
    ],
    2,
  );
}

/** As wide as a line can be read, of a card's whole width. */
const LONGEST_LINE = 720;

/** The sentence that says where opportunities are lost, with the line beside it. */
export function layoutSummary(context: SvgContext, width: number): Block {
  const { view, theme, sheet, metrics } = context;
  const { lead, detail, sentences, asides, text } = view.summary;
  if (!text) return { height: 0, draw: () => undefined };
  const room = Math.min(width, LONGEST_LINE) - 17;
  const rest = [detail, ...sentences].filter(Boolean).join(' ');
  const runs = [
    { text: lead, weight: 700, fill: theme.ink },
    { text: rest, fill: theme.ink },
  ];
  const words = stackBlocks(
    [
      toTextBlock(context, runs, { size: metrics.isWide ? 15 : 14 }, room),
      toTextBlock(context, [{ text: asides.join(' '), fill: theme.ink2 }], { size: 13 }, room),
    ],
    4,
  );
  return {
    height: words.height + 5,
    draw: (x, y) => {
      sheet.rect(x, y, 3, words.height + 5, { class: 'rule', fill: theme.accent });
      words.draw(x + 16.6, y + 2.5);
    },
  };
}

const SWATCH = 14.4;

/** What colours, hatches and marks mean, one beside the other as far as there is room. */
export function layoutLegend(context: SvgContext, width: number): Block {
  const { view, localization, theme } = context;
  const items = listLegend(view, localization.messages).map((item) => {
    const runs: Run[] = [{ text: item.label, fill: theme.ink }];
    if (item.rate) runs.push({ text: ` ${item.rate}`, weight: 600, fill: theme.ink });
    const words = setRuns(context, runs, { size: 13 }, width - SWATCH - 8);
    return { item, words, width: SWATCH + 6 + words.width, height: Math.max(words.height, 22) };
  });
  const note = items.some(({ item }) => item.rate) ? localization.messages.chart.legendRates : '';
  const noteWords = setRuns(context, [{ text: note, fill: theme.ink2 }], { size: 12 }, width);
  const places = flow([...items, noteWords], width);
  const height = places.reduce(
    (most, { y }, index) => Math.max(most, y + (items[index]?.height ?? noteWords.height)),
    0,
  );
  return {
    height,
    draw: (left, top) => {
      for (const [index, { item, words }] of items.entries()) {
        const { x, y } = places[index] ?? { x: 0, y: 0 };
        drawSwatch(context, item, left + x, top + y + 3.8);
        context.sheet.text(words, left + x + SWATCH + 6, top + y + 1.5);
      }
      const last = places[items.length] ?? { x: 0, y: 0 };
      context.sheet.text(noteWords, left + last.x, top + last.y + 2.2);
    },
  };
}

/** Places for boxes, one beside the other, in rows. */
function flow(
  boxes: readonly { width: number; height: number }[],
  width: number,
): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = [];
  let [x, y, row] = [0, 0, 0];
  for (const box of boxes) {
    if (x > 0 && x + box.width > width) [x, y, row] = [0, y + row, 0];
    places.push({ x, y });
    x += box.width + 16;
    row = Math.max(row, box.height);
  }
  return places;
}

function drawSwatch(context: SvgContext, { look }: LegendItem, x: number, y: number): void {
  const { sheet, theme } = context;
  if (look === 'line') {
    sheet.rect(x + SWATCH / 2 - 1, y - 0.8, 2, 16, { class: 'swatch', fill: theme.previous });
    return;
  }
  if (look === 'open' || look === 'lost') {
    const isOpen = look === 'open';
    sheet.rect(x, y, SWATCH, SWATCH, { class: 'swatch', fill: isOpen ? theme.open : theme.lost, rx: 3 });
    sheet.rect(x + 0.5, y + 0.5, SWATCH - 1, SWATCH - 1, {
      fill: toPaint(context, isOpen ? 'open' : 'lost-1'),
      stroke: isOpen ? theme.openLine : theme.lostLine,
      'stroke-dasharray': isOpen ? '3 2' : undefined,
      rx: 2.5,
    });
    return;
  }
  const place = Number(look.slice('seg-'.length));
  sheet.rect(x, y, SWATCH, SWATCH, { class: 'swatch', fill: theme.segments[place - 1]?.fill, rx: 3 });
  if (!context.textured || place < 2) return;
  const pattern = `segment-${place as 2 | 3 | 4 | 5 | 6}` as const;
  sheet.rect(x, y, SWATCH, SWATCH, { fill: toPaint(context, pattern), rx: 3 });
}

/** What the bars are measured against, where that is not plain. */
export function layoutAxis(context: SvgContext, mode: 'count' | 'rate', width: number): Block {
  const { theme, localization } = context;
  const { chart } = localization.messages;
  const text = mode === 'rate' ? chart.rateAxis : '';
  return toTextBlock(context, [{ text, fill: theme.ink2 }], { size: 13 }, width);
}

/** In place of rows, or above empty ones: that there is nobody, or nothing set up. */
export function layoutState(context: SvgContext, text: string, width: number): Block {
  if (!text) return { height: 0, draw: () => undefined };
  const { theme, sheet } = context;
  const words = setRuns(context, [{ text, weight: 600, fill: theme.ink }], { size: 16 }, width - 32);
  const height = words.height + 48;
  const look = { class: 'state', fill: 'none', stroke: theme.rule, 'stroke-dasharray': '4 3', rx: 6 };
  return {
    height,
    draw: (x, y) => {
      sheet.rect(x + 0.5, y + 0.5, width - 1, height - 1, look);
      sheet.text(words, x + width / 2, y + 24, 'middle');
    },
  };
}

/** Dates, windows, and where the numbers come from. */
export function layoutNotes(context: SvgContext, width: number): Block {
  const { view, theme, sheet } = context;
  const lines = view.notes.map((text) =>
    toTextBlock(context, [{ text, fill: theme.ink2 }], { size: 13 }, width),
  );
  const words = stackBlocks(lines);
  return {
    height: words.height + 12,
    draw: (x, y) => {
      sheet.rect(x, y, width, 1, { class: 'rule', fill: theme.rule });
      words.draw(x, y + 12);
    },
  };
}
