import { CHANNEL_MEASURES, type ChannelMeasure } from '../schema/channel-measures.ts';
import type { Channel, ChannelBounds, ChannelHistory, ChannelKind, ChannelResult } from '../schema/index.ts';
import { adviseChannel, DEFAULT_BOUNDS, type ChannelAdvice, type FullBounds } from './channel-advice.ts';
import { computeChannelFigures, isKnown, type ChannelFigures } from './channel-figures.ts';
import { guessChannelKind, toChannelKey } from './channel-kinds.ts';

/** A channel with all that is made of its counts. */
export interface AssessedChannel {
  channel: Channel;
  id: string;
  kind: ChannelKind;
  figures: ChannelFigures;
  advice: ChannelAdvice;
}

/** All channels together: each sum with the number of channels that are in it, because unknown is not 0. */
export interface ChannelTotals {
  sums: Partial<Record<ChannelMeasure, { value: number; channels: number }>>;
  /** Revenue, cost, profit and ratio of those channels that tell both. */
  return: { revenue: number; cost: number; profit: number; ratio: number | null; channels: number } | null;
}

/** A report of channels worked out. */
export interface ChannelAssessment {
  bounds: FullBounds;
  channels: AssessedChannel[];
  totals: ChannelTotals;
}

/** Works out rates, returns and advice from counts, be they supplied or computed. Source: lifecycle.md §5. */
export function assessChannels(
  result: Pick<ChannelResult, 'channels' | 'history'>,
  given: ChannelBounds = {},
): ChannelAssessment {
  const bounds = { ...DEFAULT_BOUNDS, ...definedOnly(given) };
  const channels = result.channels.map((channel) => assess(channel, result.history ?? [], bounds));
  return { bounds, channels: nameBetter(channels), totals: sumChannels(result.channels) };
}

function definedOnly(bounds: ChannelBounds): Partial<FullBounds> {
  return Object.fromEntries(Object.entries(bounds).filter(([, value]) => value !== undefined));
}

function assess(given: Channel, history: readonly ChannelHistory[], bounds: FullBounds): AssessedChannel {
  const names = typeof given.name === 'string' ? [given.name] : Object.values(given.name);
  const id = given.id ?? names[0] ?? '';
  const kind = given.kind ?? guessChannelKind([id, ...names].join(' '));
  const channel = {
    ...given,
    failures: Math.max(given.failures ?? 0, countFailures([id, ...names], history)),
  };
  return {
    channel,
    id,
    kind,
    figures: computeChannelFigures(channel),
    advice: adviseChannel(channel, kind, bounds),
  };
}

/** How often the history says that another audience was tried for a channel. */
function countFailures(names: readonly string[], history: readonly ChannelHistory[]): number {
  const keys = new Set(names.map(toChannelKey));
  return history.filter(
    ({ channel, action }) => action === 'other-audience' && keys.has(toChannelKey(channel)),
  ).length;
}

/** "Transférez les fonds vers le canal de vente qui vend réellement": the one that converts best of those to strengthen. */
function nameBetter(channels: readonly AssessedChannel[]): AssessedChannel[] {
  const rateOf = ({ advice, figures }: AssessedChannel) =>
    advice.action === 'strengthen' ? (figures.response?.rate ?? 0) : 0;
  const best = channels.reduce<number>((top, channel, i) => {
    return rateOf(channel) > (top < 0 ? 0 : rateOf(channels[top]!)) ? i : top;
  }, -1);
  return channels.map((channel) => {
    const frees = channel.advice.action === 'cancel' || channel.advice.action === 'leave';
    return frees && best >= 0 ? { ...channel, advice: { ...channel.advice, moveTo: best } } : channel;
  });
}

function sumChannels(channels: readonly Channel[]): ChannelTotals {
  const sums: ChannelTotals['sums'] = {};
  for (const measure of CHANNEL_MEASURES) {
    const known = channels.map((channel) => channel[measure]).filter(isKnown);
    if (known.length > 0) sums[measure] = { value: sum(known), channels: known.length };
  }
  return { sums, return: sumReturn(channels) };
}

function sumReturn(channels: readonly Channel[]): ChannelTotals['return'] {
  const both = channels.filter(({ revenue, cost }) => isKnown(revenue) && isKnown(cost));
  if (both.length === 0) return null;
  const revenue = sum(both.map((channel) => channel.revenue!));
  const cost = sum(both.map((channel) => channel.cost!));
  return {
    revenue,
    cost,
    profit: revenue - cost,
    ratio: cost > 0 ? revenue / cost : null,
    channels: both.length,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
