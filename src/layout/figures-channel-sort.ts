import type { AssessedChannel } from '../engine/channels/assess-channels.ts';
import type { ChannelColumn } from '../i18n/figures-channels.ts';
import type { ChannelContext } from './figures-channel-context.ts';
import type { ChannelSort } from './figures-channels-view.ts';

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

/** The channels in the order of a column; what is unknown last in either direction. */
export function sortChannels(
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
