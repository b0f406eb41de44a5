import {
  assessChannels,
  type AssessedChannel,
  type ChannelAssessment,
} from '../engine/channels/assess-channels.ts';
import type { ChannelBounds, ChannelHistory, ChannelResult, LocalizedText } from '../engine/schema/index.ts';
import type { ChannelColumn, ChannelLocalization } from '../i18n/figures-channels.ts';
import type { Formats } from '../i18n/formats.ts';
import { toLocalizedText } from '../i18n/localized-text.ts';
import { layoutAdvice, type AdviceView } from './figures-channel-advice.ts';
import { layoutChannelDetails, type ChannelDetails } from './figures-channel-details.ts';

/** A number in a cell, with its bar where it has one. */
export interface CellView {
  text: string;
  /** Under the number: of what it is a share. */
  base?: string;
  /** Length of its bar, 0 to 1. */
  bar?: number;
  tone?: 'good' | 'bad';
  /** Why it is marked: counted here, or a part only. */
  hint?: string;
}

/** One channel as a row. */
export interface ChannelRow {
  id: string;
  name: string;
  kind: string;
  cells: Record<Exclude<ChannelColumn, 'name' | 'advice'>, CellView>;
  advice: AdviceView;
  details: ChannelDetails;
}

/** All that `<channel-report>` shows, in words and lengths. */
export interface ChannelView {
  state: 'ready' | 'nothing';
  rows: ChannelRow[];
  totals: Partial<Record<ChannelColumn, CellView>>;
  /** Where the mark of 5 : 1 stands on the bars of return, 0 to 1. */
  referencePlace: number;
  referenceText: string;
  summary: string;
  notes: string[];
}

/** By which column, and in which direction. */
export interface ChannelSort {
  column: ChannelColumn;
  descending: boolean;
}

/** What the element sets beside the result. */
export interface ChannelSettings {
  sort: ChannelSort;
  bounds?: ChannelBounds | undefined;
  history?: readonly ChannelHistory[] | undefined;
  currency?: string | undefined;
}

/** Bars of return end here at the latest: what brings twenty times its cost must not flatten the rest. */
const LONGEST_RATIO = 2;

/** Rows, totals and sentence of a report of channels. Sources: lifecycle.md §5; look.md §0, "Numbers". */
export function layoutChannels(
  result: ChannelResult,
  settings: ChannelSettings,
  localization: ChannelLocalization,
): ChannelView {
  const history = [...(result.history ?? []), ...(settings.history ?? [])];
  const assessment = assessChannels({ ...result, history }, { ...result.bounds, ...settings.bounds });
  const context = toContext(assessment, result.currency ?? settings.currency, localization);
  const order = sortChannels(assessment.channels, settings.sort, context);
  const { bounds } = assessment;
  return {
    state: assessment.channels.length > 0 ? 'ready' : 'nothing',
    rows: order.map((channel) => layoutRow(channel, context)),
    totals: layoutTotals(context),
    referencePlace: bounds.referenceRatio / context.longestRatio,
    referenceText: localization.messages.reference(localization.format.number(bounds.referenceRatio)),
    summary: summarize(context),
    notes: toNotes(result, context),
  };
}

/** What every part of the layout needs. */
export interface ChannelContext {
  assessment: ChannelAssessment;
  localization: ChannelLocalization;
  currency: string | undefined;
  /** Largest values, which the bars are measured by. */
  longestRatio: number;
  largestRate: number;
  nameOf(channel: AssessedChannel): string;
  money(value: number | null | undefined): string;
}

function toContext(
  assessment: ChannelAssessment,
  currency: string | undefined,
  localization: ChannelLocalization,
): ChannelContext {
  const { channels, bounds } = assessment;
  const paid = channels.filter(({ channel }) => channel.campaign !== false);
  const ratios = channels.map(({ figures }) => figures.ratio ?? 0);
  const text = (name: LocalizedText) => toLocalizedText(name, localization.tag);
  return {
    assessment,
    localization,
    currency,
    longestRatio: Math.min(
      LONGEST_RATIO * bounds.referenceRatio,
      Math.max(bounds.referenceRatio * 1.2, ...ratios),
    ),
    largestRate: Math.max(
      bounds.strengthenFrom,
      // People who come by themselves buy so much oftener that they would flatten what was paid for.
      ...paid.map(({ figures }) => figures.response?.rate ?? 0),
    ),
    nameOf: ({ channel }) => text(channel.name),
    money: (value) =>
      value === null || value === undefined ? '–' : localization.format.currency(value, currency),
  };
}

function layoutRow(assessed: AssessedChannel, context: ChannelContext): ChannelRow {
  const { channel, figures, kind, id } = assessed;
  const { messages, format } = context.localization;
  const name = context.nameOf(assessed);
  const kindName = messages.kinds[kind];
  return {
    id,
    name,
    kind: kindName.toLowerCase() === name.toLowerCase() ? '' : kindName,
    cells: {
      conversion: layoutConversion(assessed, context),
      cost: hinted({ text: context.money(channel.cost) }, 'cost', assessed, context),
      revenue: hinted({ text: context.money(channel.revenue) }, 'revenue', assessed, context),
      profit: { text: context.money(figures.profit), ...toTone(figures.profit) },
      ratio: layoutRatio(assessed, context),
    },
    advice: layoutAdvice(assessed, context),
    details: layoutChannelDetails(assessed, context, format),
  };
}

function layoutConversion(assessed: AssessedChannel, context: ChannelContext): CellView {
  const { response } = assessed.figures;
  const { messages, format } = context.localization;
  const { purchases } = assessed.channel;
  if (!response)
    return typeof purchases === 'number'
      ? { text: format.number(purchases), base: messages.measures.purchases }
      : { text: '–' };
  const { rate, whole, of } = response;
  const cell = {
    text: format.percent(rate, whole),
    base: messages.of(messages.whole(format.number(whole), of)),
    bar: Math.min(1, rate / context.largestRate),
  };
  return hinted(cell, 'purchases', assessed, context);
}

function layoutRatio({ channel, figures }: AssessedChannel, context: ChannelContext): CellView {
  const { messages, format } = context.localization;
  const { ratio } = figures;
  if (ratio === null) return { text: channel.cost === 0 ? messages.free : '–' };
  const reached = ratio >= context.assessment.bounds.referenceRatio;
  return {
    text: messages.ratio(formatRatio(ratio, format)),
    bar: Math.min(1, Math.max(0, ratio / context.longestRatio)),
    ...(reached ? { tone: 'good' as const } : ratio < 1 ? { tone: 'bad' as const } : {}),
  };
}

/** One decimal, more below a tenth: what brings next to nothing does not bring nothing. */
function formatRatio(ratio: number, format: Formats): string {
  return format.number(ratio < 0.1 ? Number(ratio.toPrecision(1)) : Math.round(ratio * 10) / 10);
}

function hinted(
  cell: CellView,
  measure: string,
  { channel }: AssessedChannel,
  context: ChannelContext,
): CellView {
  const { messages } = context.localization;
  if (channel.counted?.includes(measure)) return { ...cell, hint: messages.counted };
  return channel.partial?.includes(measure) ? { ...cell, hint: messages.partial } : cell;
}

function toTone(profit: number | null): Pick<CellView, 'tone'> {
  return profit !== null && profit < 0 ? { tone: 'bad' } : {};
}

/** Sums with how many channels are in them, where that is not all. */
function layoutTotals(context: ChannelContext): ChannelView['totals'] {
  const { assessment, localization } = context;
  const { sums, return: returned } = assessment.totals;
  const { messages, format } = localization;
  const all = assessment.channels.length;
  const part = (known: number) =>
    known < all ? { base: messages.partialTotal(format.number(known), format.number(all)) } : {};
  const sum = (measure: 'cost' | 'revenue'): CellView | undefined =>
    sums[measure] && { text: context.money(sums[measure].value), ...part(sums[measure].channels) };
  const cells = {
    cost: sum('cost'),
    revenue: sum('revenue'),
    profit: returned
      ? { text: context.money(returned.profit), ...part(returned.channels), ...toTone(returned.profit) }
      : undefined,
    ratio:
      returned && returned.ratio !== null
        ? {
            text: messages.ratio(formatRatio(returned.ratio, format)),
            ...part(returned.channels),
          }
        : undefined,
  };
  return Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell !== undefined));
}

/** What is most urgent first. */
const ACTION_ORDER = [
  'cancel',
  'leave',
  'other-audience',
  'strengthen',
  'continue',
  'keep',
  'wait',
  'unknown',
] as const;

function sortChannels(
  channels: readonly AssessedChannel[],
  { column, descending }: ChannelSort,
  context: ChannelContext,
): AssessedChannel[] {
  const { compare } = context.localization.format;
  const sign = descending ? -1 : 1;
  if (column === 'name')
    return [...channels].sort((a, b) => sign * compare(context.nameOf(a), context.nameOf(b)));
  return [...channels].sort((a, b) => {
    const [x, y] = [toSortValue(a, column), toSortValue(b, column)];
    // What is unknown comes last in either direction: it is neither large nor small.
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

function toSortValue({ channel, figures, advice }: AssessedChannel, column: ChannelColumn): number | null {
  switch (column) {
    case 'conversion':
      return figures.response?.rate ?? null;
    case 'cost':
      return channel.cost ?? null;
    case 'revenue':
      return channel.revenue ?? null;
    case 'profit':
      return figures.profit;
    case 'ratio':
      return figures.ratio;
    case 'advice':
      return ACTION_ORDER.indexOf(advice.action);
    case 'name':
      return null;
  }
}

function summarize(context: ChannelContext): string {
  const { assessment, localization } = context;
  const { messages, format } = localization;
  const { return: returned } = assessment.totals;
  const named = (...actions: string[]) => {
    const names = assessment.channels
      .filter(({ advice }) => actions.includes(advice.action))
      .map((channel) => context.nameOf(channel));
    return names.length > 0 ? format.list(names) : undefined;
  };
  const stop = named('cancel', 'leave');
  const more = named('strengthen');
  return [
    returned ? summarizeReturn(returned, context) : undefined,
    more && messages.summaryStrengthen(more),
    stop && messages.summaryStop(stop),
  ]
    .filter(Boolean)
    .join(' ');
}

function summarizeReturn(
  { cost, revenue, profit, channels }: NonNullable<ChannelAssessment['totals']['return']>,
  { localization, money }: ChannelContext,
): string {
  const { messages, format } = localization;
  const count = { n: channels, text: format.number(channels) };
  return profit >= 0
    ? messages.summaryReturn(money(cost), money(revenue), money(profit), count)
    : messages.summaryLoss(money(cost), money(revenue), money(-profit), count);
}

function toNotes(
  { unattributed = 0 }: ChannelResult,
  { assessment, localization }: ChannelContext,
): string[] {
  const { messages, format } = localization;
  const { strengthenFrom, cancelBelow, cancelVisits } = assessment.bounds;
  return [
    messages.bounds(format.percent(strengthenFrom), format.percent(cancelBelow), format.number(cancelVisits)),
    ...(unattributed > 0
      ? [messages.unattributed({ n: unattributed, text: format.number(unattributed) })]
      : []),
  ];
}
