import type { ChannelResult } from '../engine/schema/index.ts';
import type { ChannelContext } from './figures-channel-context.ts';
import type { CellView, ChannelRow } from './figures-channels-view.ts';

/** So many losers are named; more would be a list, which the table is. */
const MOST_LOSERS = 3;

/** What all cost and brought, who loses money, and what to do, in a sentence or two. */
export function summarizeChannels(context: ChannelContext): string {
  const { messages } = context.localization;
  const more = nameThose(['strengthen'], context);
  const stop = nameThose(['cancel', 'leave'], context);
  return [
    summarizeReturn(context),
    sayLosses(context),
    more && messages.summaryStrengthen(more),
    stop && messages.summaryStop(stop),
  ]
    .filter(Boolean)
    .join(' ');
}

function nameThose(actions: readonly string[], context: ChannelContext): string | undefined {
  const names = context.assessment.channels
    .filter(({ advice }) => actions.includes(advice.action))
    .map((channel) => context.nameOf(channel));
  return names.length > 0 ? context.localization.format.list(names) : undefined;
}

function summarizeReturn(context: ChannelContext): string | undefined {
  const { assessment, localization, amount } = context;
  const { messages, format } = localization;
  const { return: returned } = assessment.totals;
  if (!returned) return undefined;
  const { cost, revenue, channels } = returned;
  const all = assessment.channels.length;
  const count = { n: channels, text: format.number(channels) };
  const who = channels < all ? messages.someChannels(count, format.number(all)) : messages.allChannels(count);
  const profit = context.subtract(revenue, cost)!;
  return profit >= 0
    ? messages.summaryReturn(amount(cost), amount(revenue), amount(profit), who, count)
    : messages.summaryLoss(amount(cost), amount(revenue), amount(-profit), who, count);
}

/** The largest losses first. */
function sayLosses(context: ChannelContext): string | undefined {
  const { assessment, localization, amount, nameOf } = context;
  const { messages, format } = localization;
  const losers = assessment.channels
    .map((assessed) => ({
      name: nameOf(assessed),
      profit: context.subtract(assessed.channel.revenue, assessed.channel.cost) ?? 0,
    }))
    .filter(({ profit }) => profit < 0)
    .sort((a, b) => a.profit - b.profit)
    .slice(0, MOST_LOSERS);
  if (losers.length === 0) return undefined;
  return messages.summaryLosers(format.list(losers.map(({ name, profit }) => `${name} (${amount(profit)})`)));
}

/** The footnotes: by what is advised, who has no channel, and what the marks say. */
export function listChannelNotes(
  { unattributed = 0 }: ChannelResult,
  { assessment, localization }: ChannelContext,
  rows: readonly ChannelRow[],
): string[] {
  const { messages, format } = localization;
  const { strengthenFrom, cancelBelow, cancelVisits } = assessment.bounds;
  const cells = rows.flatMap((row) => Object.values<CellView>(row.cells));
  const hints = cells.flatMap(({ hint }) => (hint ? [`${hint.mark} ${hint.text}.`] : []));
  return [
    ...new Set(hints),
    ...(cells.some(({ isCut }) => isCut) ? [messages.cutNote] : []),
    messages.bounds(format.percent(strengthenFrom), format.percent(cancelBelow), format.number(cancelVisits)),
    ...(unattributed > 0
      ? [messages.unattributed({ n: unattributed, text: format.number(unattributed) })]
      : []),
  ];
}
