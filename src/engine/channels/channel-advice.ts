import type { Channel, ChannelAction, ChannelBounds, ChannelKind } from '../schema/index.ts';
import { computeChannelFigures, isKnown, type ChannelFigures } from './channel-figures.ts';

/** Why an advice is given; the numbers are in {@link ChannelAdvice}. */
export type AdviceReason =
  /** People who nearly bought are easily won: always kept. */
  | 'remarketing'
  /** As many as the bound, or more, of those who came bought. */
  | 'converts'
  /** Fewer than the bound bought, of many. */
  | 'does-not-convert'
  /** It earns more than it costs. */
  | 'pays'
  /** It costs more than it earns, or just as much. */
  | 'does-not-pay'
  /** Sales come; what they cost or bring is unknown. */
  | 'sells'
  /** Hardly any sales; what they cost or bring is unknown. */
  | 'few-sales'
  /** Too few people came to judge. */
  | 'too-few-people'
  /** How many bought is unknown. */
  | 'purchases-unknown'
  /** People came by it, but it has no campaign to decide about. */
  | 'no-campaign';

/** What to do with a channel, why, and the numbers that say so. */
export interface ChannelAdvice {
  action: ChannelAction;
  reason: AdviceReason;
  /** How often another audience was tried before. */
  failures: number;
  /** A video is worth a try: an influencer who sells (seed 003). */
  video?: boolean;
  /** The channel the money is better spent on, by its place in the list. */
  moveTo?: number;
}

/** The bounds with nothing left open. */
export type FullBounds = { [K in keyof Required<ChannelBounds>]: number };

/** The bounds where the host sets none; see {@link ChannelBounds} for their sources. */
export const DEFAULT_BOUNDS: FullBounds = {
  strengthenFrom: 0.05,
  cancelBelow: 0.005,
  cancelVisits: 1000,
  referenceRatio: 5,
  continueAbove: 1,
  leastPeople: 30,
  fewPurchases: 5,
};

/**
 * The seed's advice for one channel (003, "Comment analyser une campagne ?"): remarketing is kept; 9 of 100 is
 * strengthened; 0.1 % of many is cancelled; in between what pays goes on, and what does not gets another audience, or
 * is left after the second failure.
 */
export function adviseChannel(channel: Channel, kind: ChannelKind, bounds: FullBounds): ChannelAdvice {
  const figures = computeChannelFigures(channel);
  const failures = channel.failures ?? 0;
  const verdict = judge(channel, kind, figures, bounds);
  const action = verdict.action === 'other-audience' && failures > 0 ? 'leave' : verdict.action;
  const video = kind === 'influencer' && (action === 'continue' || action === 'strengthen');
  return { ...verdict, action, failures, ...(video ? { video } : {}) };
}

/** Whether a channel does poorly: the seed gives it another audience. */
export function isPoor(channel: Channel, kind: ChannelKind, bounds: FullBounds): boolean {
  const { action } = judge(channel, kind, computeChannelFigures(channel), bounds);
  return action === 'other-audience' || action === 'cancel';
}

type Verdict = Pick<ChannelAdvice, 'action' | 'reason'>;

function judge(
  channel: Channel,
  kind: ChannelKind,
  { response, ratio }: ChannelFigures,
  bounds: FullBounds,
): Verdict {
  if (channel.campaign === false) return { action: 'unknown', reason: 'no-campaign' };
  if (kind === 'remarketing') return { action: 'keep', reason: 'remarketing' };
  if (!isKnown(channel.purchases)) return { action: 'unknown', reason: 'purchases-unknown' };
  if (response) {
    if (response.whole < bounds.leastPeople) return { action: 'wait', reason: 'too-few-people' };
    if (response.rate >= bounds.strengthenFrom) return { action: 'strengthen', reason: 'converts' };
    if (response.rate < bounds.cancelBelow && response.whole >= bounds.cancelVisits)
      return { action: 'cancel', reason: 'does-not-convert' };
  }
  return judgeByReturn(channel.purchases, ratio, bounds);
}

function judgeByReturn(purchases: number, ratio: number | null, bounds: FullBounds): Verdict {
  if (ratio !== null)
    return ratio > bounds.continueAbove
      ? { action: 'continue', reason: 'pays' }
      : { action: 'other-audience', reason: 'does-not-pay' };
  return purchases < bounds.fewPurchases
    ? { action: 'other-audience', reason: 'few-sales' }
    : { action: 'continue', reason: 'sells' };
}
