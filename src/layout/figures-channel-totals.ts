import { isKnown } from '../engine/channels/channel-figures.ts';
import type { Channel } from '../engine/schema/index.ts';
import type { ChannelContext } from './figures-channel-context.ts';
import { toProfitCell } from './figures-channel-row.ts';
import type { CellView, TotalRow } from './figures-channels-view.ts';

/** The sums of the channels whose cost and revenue are both known, and apart from them what is known of the others. */
export function layoutChannelTotals(context: ChannelContext): TotalRow[] {
  const channels = context.assessment.channels.map(({ channel }) => channel);
  const isWhole = ({ cost, revenue }: Channel) => isKnown(cost) && isKnown(revenue);
  const others = channels.filter((channel) => !isWhole(channel));
  return [...layoutReturn(channels.length, context), ...layoutOthers(others, context)];
}

function layoutReturn(all: number, context: ChannelContext): TotalRow[] {
  const { return: returned } = context.assessment.totals;
  const { messages, format } = context.localization;
  if (!returned) return [];
  const { cost, revenue, ratio, channels } = returned;
  const isPart = channels < all;
  return [
    {
      name: messages.total,
      scope: isPart ? messages.totalOf(format.number(channels), format.number(all)) : '',
      cells: {
        cost: { text: context.amount(cost) },
        revenue: { text: context.amount(revenue) },
        profit: toProfitCell(revenue, cost, context),
        ...(ratio === null ? {} : { ratio: { text: context.ratio(ratio) } }),
      },
    },
  ];
}

function layoutOthers(channels: readonly Channel[], context: ChannelContext): TotalRow[] {
  const { messages, format } = context.localization;
  const cells = { ...sumOf('cost', channels, context), ...sumOf('revenue', channels, context) };
  if (Object.keys(cells).length === 0) return [];
  const count = { n: channels.length, text: format.number(channels.length) };
  return [{ name: messages.others(count), scope: messages.othersWhy, cells }];
}

function sumOf(
  measure: 'cost' | 'revenue',
  channels: readonly Channel[],
  context: ChannelContext,
): Partial<Record<typeof measure, CellView>> {
  const { messages, format } = context.localization;
  const known = channels.map((channel) => channel[measure]).filter(isKnown);
  if (known.length === 0) return {};
  const text = context.amount(known.reduce((total, value) => total + value, 0));
  const isPart = known.length < channels.length;
  const base = messages.partialTotal(format.number(known.length), format.number(channels.length));
  return { [measure]: { text, ...(isPart ? { base } : {}) } };
}
