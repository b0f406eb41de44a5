import type { AssessedChannel } from '../engine/channels/assess-channels.ts';
import type { ChannelMeasure } from '../engine/schema/index.ts';
import type { Formats } from '../i18n/formats.ts';
import type { ChannelContext } from './figures-channel-context.ts';

/** What a row opens to. */
export interface ChannelDetails {
  /** From those who saw it to those who bought: what, how many, and their share of the first. */
  chain: { label: string; count: string; share: string; bar: number | undefined }[];
  /** Costs of one of each, and the margin. */
  costs: { label: string; value: string }[];
  /** What the dataset knows of the people it brought. */
  brought: string;
}

const CHAIN: readonly ChannelMeasure[] = ['impressions', 'clicks', 'visits', 'carts', 'purchases'];

/** The chain, the costs and the people of one channel; what is unknown is left out of the costs, not of the chain. */
export function layoutChannelDetails(
  { channel, figures }: AssessedChannel,
  context: ChannelContext,
  format: Formats,
): ChannelDetails {
  const { messages } = context.localization;
  const base = CHAIN.find((measure) => typeof channel[measure] === 'number');
  const costs = [
    [messages.costPerClick, figures.costPerClick],
    [messages.costPerPurchase, figures.costPerPurchase],
    [messages.costPerCustomer, figures.costPerCustomer],
  ] as const;
  const margin = context.subtract(channel.margin, channel.cost);
  const { people, customers } = channel.brought ?? {};
  const counted = (n: number) => ({ n, text: format.number(n) });
  return {
    chain: CHAIN.map((measure) => {
      const count = channel[measure];
      const rate = figures.steps[measure];
      return {
        label: messages.measures[measure],
        count: typeof count === 'number' ? format.number(count) : '–',
        share: rate ? format.percent(rate.rate, rate.whole) : '',
        bar: measure === base ? 1 : rate?.rate,
      };
    }),
    costs: costs
      .filter(([, value]) => value !== null)
      .map(([label, value]) => ({ label, value: context.money(value) }))
      .concat(margin === null ? [] : [{ label: messages.marginProfit, value: context.amount(margin) }]),
    brought:
      people === undefined
        ? ''
        : messages.brought(counted(people), typeof customers === 'number' ? counted(customers) : undefined),
  };
}
