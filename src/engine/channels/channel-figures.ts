import type { Channel, ChannelMeasure } from '../schema/index.ts';

/** A rate with what it was divided from. */
export interface Rate {
  part: number;
  whole: number;
  rate: number;
  /** What the whole counts; `people` are those the dataset knows. */
  of: ChannelMeasure | 'people';
}

/** What is made of a channel's counts; null where a number it needs is unknown, or would be divided by 0. */
export interface ChannelFigures {
  /** Clicks, visits, carts, purchases as a share of all who saw it. */
  steps: Partial<Record<ChannelMeasure, Rate>>;
  /** Purchases ÷ those who saw it: the seed's "taux de conversion" (20 of 1,000: 2 %). */
  conversion: Rate | null;
  /**
   * Purchases ÷ those who came (visits, else clicks, else impressions, as the channel reports them): what the advice
   * goes by. Where it reports none, and where there is no campaign, customers ÷ people that it brought.
   */
  response: Rate | null;
  costPerClick: number | null;
  costPerVisit: number | null;
  /** Cost ÷ purchases. */
  costPerPurchase: number | null;
  /** Cost ÷ customers, of those the dataset knows. */
  costPerCustomer: number | null;
  /** Revenue − cost: what is left. */
  profit: number | null;
  /** Margin − cost. */
  marginProfit: number | null;
  /** Revenue ÷ cost; null for what cost nothing. */
  ratio: number | null;
}

/** The chain of the seed's campaign, from those who saw it on. */
const CHAIN = ['impressions', 'clicks', 'visits', 'carts', 'purchases'] as const;

/**
 * Rates, costs and returns of one channel. Source: lifecycle.md §5; seed 003, "La base du marketing": 1,000 saw, 200
 * clicked, 100 visited, 30 put in the cart, 20 bought is 2 %; 2,000 − 400 leaves 1,600.
 */
export function computeChannelFigures(channel: Channel): ChannelFigures {
  const { impressions, clicks, purchases, cost, revenue, margin, brought } = channel;
  return {
    steps: toSteps(channel),
    conversion: toRate(purchases, impressions, 'impressions'),
    response: toResponse(channel),
    costPerClick: divide(cost, clicks),
    costPerVisit: divide(cost, channel.visits),
    costPerPurchase: divide(cost, purchases),
    costPerCustomer: divide(cost, brought?.customers),
    profit: subtract(revenue, cost),
    marginProfit: subtract(margin, cost),
    ratio: divide(revenue, cost),
  };
}

/** Visitors counted here are people, purchases are not: one may buy twice, so the two make no rate. */
function toResponse(channel: Channel): Rate | null {
  const { purchases, brought, counted = [], campaign } = channel;
  const ofPeople = toRate(brought?.customers, brought?.people, 'people');
  if (campaign === false) return ofPeople;
  const reported = (['visits', 'clicks', 'impressions'] as const).filter((name) => !counted.includes(name));
  const rates = reported.map((name) => toRate(purchases, channel[name], name));
  return rates.find((rate) => rate !== null) ?? ofPeople;
}

/** Visits and carts counted here are people: no share of what a channel reports, and purchases no share of them. */
function toSteps(channel: Channel): ChannelFigures['steps'] {
  const base = CHAIN.find((measure) => isKnown(channel[measure]));
  if (base === undefined) return {};
  const { counted = [] } = channel;
  const isComparable = (measure: ChannelMeasure) =>
    counted.includes(measure) === counted.includes(base) &&
    !(measure === 'purchases' && counted.includes('purchases'));
  const rates = CHAIN.filter((measure) => measure !== base && isComparable(measure)).map(
    (measure) => [measure, toRate(channel[measure], channel[base], base)] as const,
  );
  return Object.fromEntries(rates.filter(([, rate]) => rate !== null));
}

/** A rate above 1 is none: the two do not count the same (look.md, decision 5). */
function toRate(part: Unknown, whole: Unknown, of: Rate['of']): Rate | null {
  const rate = divide(part, whole);
  return rate === null || rate > 1 ? null : { part: part!, whole: whole!, rate, of };
}

type Unknown = number | null | undefined;

/** Whether a number is known; 0 is. */
export function isKnown(value: Unknown): value is number {
  return value !== undefined && value !== null;
}

function divide(part: Unknown, whole: Unknown): number | null {
  return isKnown(part) && isKnown(whole) && whole > 0 ? part / whole : null;
}

function subtract(from: Unknown, what: Unknown): number | null {
  return isKnown(from) && isKnown(what) ? from - what : null;
}
