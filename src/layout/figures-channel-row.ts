import type { AssessedChannel } from '../engine/channels/assess-channels.ts';
import type { Channel } from '../engine/schema/index.ts';
import { layoutAdvice } from './figures-channel-advice.ts';
import type { ChannelContext } from './figures-channel-context.ts';
import { layoutChannelDetails } from './figures-channel-details.ts';
import type { CellView, ChannelRow } from './figures-channels-view.ts';

/** One channel as a row. */
export function layoutChannelRow(assessed: AssessedChannel, context: ChannelContext): ChannelRow {
  const { channel, kind, id } = assessed;
  const { messages, format } = context.localization;
  const name = context.nameOf(assessed);
  const kindName = messages.kinds[kind];
  return {
    id,
    name,
    kind: kindName.toLowerCase() === name.toLowerCase() ? '' : kindName,
    cells: {
      conversion: layoutConversion(assessed, context),
      cost: hinted({ text: context.amount(channel.cost) }, 'cost', assessed, context),
      revenue: hinted({ text: context.amount(channel.revenue) }, 'revenue', assessed, context),
      profit: toProfitCell(channel.revenue, channel.cost, context),
      ratio: layoutRatio(assessed, context),
    },
    advice: layoutAdvice(assessed, context),
    details: layoutChannelDetails(assessed, context, format),
  };
}

function layoutConversion(assessed: AssessedChannel, context: ChannelContext): CellView {
  const { response } = assessed.figures;
  const { messages, format } = context.localization;
  if (!response) return layoutPurchases(assessed.channel, context);
  const { rate, whole, of } = response;
  const cell = {
    text: format.percent(rate, whole),
    base: messages.of(messages.whole(format.number(whole), of)),
    bar: rate / context.largestRate,
  };
  return hinted(cell, 'purchases', assessed, context);
}

/** Purchases that make no rate, and why: of nothing that is known, or more of them than of what they would be a share. */
function layoutPurchases(channel: Channel, { localization }: ChannelContext): CellView {
  const { messages, format } = localization;
  const { purchases } = channel;
  if (typeof purchases !== 'number') return { text: '–' };
  const text = format.number(purchases);
  const of = (['visits', 'clicks', 'impressions'] as const).find((name) => typeof channel[name] === 'number');
  const whole = of && channel[of];
  return typeof whole === 'number' && purchases > whole
    ? { text, base: messages.noRate(messages.whole(format.number(whole), of!)) }
    : { text, base: messages.measures.purchases };
}

function layoutRatio({ channel, figures }: AssessedChannel, context: ChannelContext): CellView {
  const { ratio } = figures;
  const { longestRatio, assessment } = context;
  if (ratio === null) return { text: channel.cost === 0 ? context.localization.messages.free : '–' };
  const reached = ratio >= assessment.bounds.referenceRatio;
  return {
    text: context.ratio(ratio),
    bar: Math.min(1, Math.max(0, ratio / longestRatio)),
    ...(ratio > longestRatio ? { isCut: true } : {}),
    ...(reached ? { tone: 'good' as const } : ratio < 1 ? { tone: 'bad' as const } : {}),
  };
}

function hinted(
  cell: CellView,
  measure: string,
  { channel }: AssessedChannel,
  context: ChannelContext,
): CellView {
  const { messages } = context.localization;
  if (channel.counted?.includes(measure)) return { ...cell, hint: { mark: '*', text: messages.counted } };
  return channel.partial?.includes(measure) ? { ...cell, hint: { mark: '†', text: messages.partial } } : cell;
}

/** Revenue − cost of what is shown, so that it can be checked on the page. */
export function toProfitCell(
  revenue: number | null | undefined,
  cost: number | null | undefined,
  context: ChannelContext,
): CellView {
  const profit = context.subtract(revenue, cost);
  return { text: context.amount(profit), ...(profit !== null && profit < 0 ? { tone: 'bad' } : {}) };
}
