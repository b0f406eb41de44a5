import type { FunnelResult } from '../../engine/schema/index.ts';
import { type ChartLocalization, getChartLocalization } from '../../i18n/chart-localization.ts';
import { type FunnelViewModel, layoutFunnelView } from '../funnel-view-model.ts';
import { toSubject } from '../step-words.ts';
import { chooseMetrics } from '../chart-metrics.ts';
import { element, escapeMarkup } from './markup.ts';
import { type Block, stackBlocks, type SvgContext } from './svg-context.ts';
import {
  layoutAxis,
  layoutLegend,
  layoutNotes,
  layoutState,
  layoutSummary,
  layoutTitle,
} from './svg-head.ts';
import { layoutCards } from './svg-groups.ts';
import { renderPatterns } from './svg-patterns.ts';
import { SvgSheet } from './svg-sheet.ts';
import { layoutStep } from './svg-step.ts';
import { SVG_THEMES, type SvgTheme } from './svg-themes.ts';
import { estimateTextWidth, type MeasureText } from './text-width.ts';

/** How a picture is drawn. */
export interface DrawOptions {
  /** Of the whole picture, in px: 960 unless said, 320 at least. Rows stack under 620, as on the screen. */
  width?: number;
  /** The package's colours, light (the default) or dark; or all of them by name. */
  theme?: 'light' | 'dark' | SvgTheme;
  /** `rtl` mirrors the picture. */
  direction?: 'ltr' | 'rtl';
  /** Textures on the fills: with more than one group (`auto`, the default), always, or never. */
  textures?: 'auto' | 'on' | 'off';
  /** Bars as counts, or each step against its base. */
  mode?: 'count' | 'rate';
  /** How a breakdown is drawn: one bar for all groups (the default), one for each, or a small funnel for each. */
  layout?: 'stacked' | 'grouped' | 'multiples';
  /** Conditions that are on, in words, to be said under the title. */
  filters?: readonly string[];
  /** Families of the page's own fonts, as in CSS. None is ever fetched. */
  fontFamily?: string;
  /** How wide a text is; an estimate by the usual width of its characters unless said. */
  measure?: MeasureText;
  /** What ids in the picture begin with: another one for each picture put into one page. `fw` unless said. */
  idPrefix?: string;
}

/** How a result is drawn: how it is said, besides. */
export interface SvgOptions extends DrawOptions {
  /** The reader's language. English unless said. */
  locale?: string;
}

/** The same families as the elements have. */
const FONT_FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

const WIDTH = 960;
const LEAST_WIDTH = 320;

/** Rows in one column need more than the screen's gap, as nothing in a picture can be pointed at to tell them apart. */
const NARROW_ROW_GAP = 16;

/**
 * A funnel's result as an SVG document: the same lengths, words and textures as `<funnel-chart>` has them, with text as
 * text. Pure: it needs no browser, fetches nothing, and gives the same text for the same input. Source: look.md §4.
 */
export function toSVG(result: FunnelResult, options: SvgOptions = {}): string {
  const localization = getChartLocalization(options.locale);
  const { mode = 'count', filters = [] } = options;
  const view = layoutFunnelView(result, { localization, mode, filtered: filters.length > 0 });
  return drawFunnel(view, localization, options, toStateText(view, result, localization));
}

/** What is said in place of rows, or above empty ones; empty where there is somebody. */
export function toStateText(
  view: FunnelViewModel,
  result: FunnelResult,
  { messages: { chart } }: ChartLocalization,
): string {
  if (view.state === 'ready') return '';
  if (view.state === 'filtered') return chart.filteredOut;
  return view.state === 'empty' ? chart.emptyPeriod(toSubject(result)) : (view.notices[0]?.text ?? '');
}

/** A view model as an SVG document; `state` is said where there is nobody. */
export function drawFunnel(
  view: FunnelViewModel,
  localization: ChartLocalization,
  options: DrawOptions,
  state = '',
): string {
  const { direction = 'ltr', textures = 'auto', theme = 'light', idPrefix = 'fw' } = options;
  const width = Math.max(LEAST_WIDTH, Math.round(options.width ?? WIDTH));
  const context: SvgContext = {
    sheet: new SvgSheet(width, direction === 'rtl'),
    view,
    localization,
    theme: typeof theme === 'string' ? SVG_THEMES[theme] : theme,
    metrics: chooseMetrics(width, view.steps.length),
    measure: options.measure ?? estimateTextWidth,
    textured: textures === 'on' || (textures === 'auto' && view.groups.length > 1),
    layout: view.groups.length > 0 ? (options.layout ?? 'stacked') : 'stacked',
    prefix: toId(idPrefix),
  };
  const { padding } = context.metrics;
  const content = layoutContent(context, options, state, width - 2 * padding);
  content.draw(padding, padding);
  return toDocument(context, Math.ceil(content.height + 2 * padding), options.fontFamily ?? FONT_FAMILY);
}

/** Only what an id in a `url(#…)` may hold without quotes. */
function toId(prefix: string): string {
  return prefix.replace(/[^\w-]/g, '') || 'fw';
}

function layoutContent(context: SvgContext, options: DrawOptions, state: string, width: number): Block {
  const { view, metrics } = context;
  const hasRows = view.state === 'ready' || view.state === 'empty';
  const isEach = context.layout === 'multiples';
  const rows = hasRows && !isEach ? view.steps.map((step) => layoutStep(context, step, width)) : [];
  return stackBlocks(
    [
      layoutTitle(context, options.filters ?? [], width),
      ...(state ? [layoutState(context, state, width)] : []),
      ...(hasRows ? [layoutSummary(context, width), layoutLegend(context, width)] : []),
      ...(isEach ? [layoutCards(context, width)] : [layoutAxis(context, options.mode ?? 'count', width)]),
      stackBlocks(rows, metrics.isWide ? metrics.rowGap : NARROW_ROW_GAP),
      layoutNotes(context, width),
    ],
    14,
  );
}

function toDocument(context: SvgContext, height: number, fontFamily: string): string {
  const { sheet, view, theme, prefix, localization } = context;
  const { width } = sheet;
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    lang: localization.tag,
    direction: 'ltr',
    'aria-labelledby': `${prefix}-title`,
    'aria-describedby': `${prefix}-description`,
    'font-family': fontFamily,
    'font-variant': 'tabular-nums',
  };
  const description = [view.scope, view.summary.text].filter(Boolean).join('. ');
  const edge = { fill: theme.surface, stroke: theme.rule, rx: 10 };
  const content = [
    element('title', { id: `${prefix}-title` }, escapeMarkup(view.title)),
    element('desc', { id: `${prefix}-description` }, escapeMarkup(description)),
    element('defs', {}, renderPatterns(theme, prefix, sheet.rtl)),
    element('rect', { x: 0.5, y: 0.5, width: width - 1, height: height - 1, ...edge }),
    sheet.markup,
  ];
  return element('svg', attributes, `\n${content.join('\n')}\n`);
}
