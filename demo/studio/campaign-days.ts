import type { Draws } from './random.ts';
import type { CampaignDay } from './studio.ts';
import { DAY, dayOf, type WallTime } from './studio-time.ts';

/** How a channel does on an ordinary day; each rate is a share of the figure before it. */
interface ChannelHabits {
  impressions: number;
  click: number;
  visit: number;
  cart: number;
  purchase: number;
  costPerClick: number;
  /** Revenue of a purchase. */
  basket: number;
  /** Present a day with this probability: an influencer posts now and then. */
  days: number;
}

/**
 * The channels the studio pays for. Each is one of the cases of the seed's campaign: search that brings many
 * clients, social media with few sales, a forum's banner that converts, a site's banner that does not, an
 * influencer who does well enough, and remarketing.
 */
const CHANNELS: Readonly<Record<string, ChannelHabits>> = {
  google: {
    impressions: 330,
    click: 0.06,
    visit: 0.86,
    cart: 0.17,
    purchase: 0.42,
    costPerClick: 1.35,
    basket: 78,
    days: 1,
  },
  instagram: {
    impressions: 1500,
    click: 0.016,
    visit: 0.78,
    cart: 0.07,
    purchase: 0.22,
    costPerClick: 0.82,
    basket: 58,
    days: 1,
  },
  forum: {
    impressions: 70,
    click: 0.06,
    visit: 0.9,
    cart: 0.19,
    purchase: 0.54,
    costPerClick: 0.7,
    basket: 72,
    days: 1,
  },
  'site-banner': {
    impressions: 2300,
    click: 0.007,
    visit: 0.62,
    cart: 0.012,
    purchase: 0.12,
    costPerClick: 0.55,
    basket: 39,
    days: 1,
  },
  influencer: {
    impressions: 5200,
    click: 0.012,
    visit: 0.8,
    cart: 0.06,
    purchase: 0.5,
    costPerClick: 0.9,
    basket: 66,
    days: 0.12,
  },
  remarketing: {
    impressions: 260,
    click: 0.03,
    visit: 0.92,
    cart: 0.24,
    purchase: 0.46,
    costPerClick: 0.6,
    basket: 84,
    days: 1,
  },
};

/** Days of campaigns that are kept: a year. */
const DAYS = 365;

/** January and September are when the studio advertises most. */
const SEASON = [1.5, 1.1, 1, 0.95, 0.9, 0.85, 0.6, 0.55, 1.6, 1.2, 1, 0.7];

/** What the platforms report of each channel and day of the last year. */
export function drawCampaigns(draws: Draws, asOf: WallTime): CampaignDay[] {
  const rows: CampaignDay[] = [];
  for (let day = dayOf(asOf) - DAYS * DAY; day < dayOf(asOf); day += DAY) {
    for (const [channel, habits] of Object.entries(CHANNELS)) {
      if (draws.chance(habits.days)) rows.push(drawDay(draws, channel, habits, day));
    }
  }
  return rows;
}

function drawDay(draws: Draws, channel: string, habits: ChannelHabits, day: WallTime): CampaignDay {
  const date = new Date(day);
  const impressions = Math.round(habits.impressions * SEASON[date.getUTCMonth()]! * draws.between(0.7, 1.3));
  const clicks = share(draws, impressions, habits.click);
  const visits = share(draws, clicks, habits.visit);
  const carts = share(draws, visits, habits.cart);
  const purchases = share(draws, carts, habits.purchase);
  return {
    channel,
    date: date.toISOString().slice(0, 10),
    impressions,
    clicks,
    visits,
    carts,
    purchases,
    cost: toCents(clicks * habits.costPerClick),
    revenue: toCents(purchases * habits.basket),
  };
}

/** A whole number that is on average this share of a number, and never more than it. */
function share(draws: Draws, of: number, rate: number): number {
  const expected = of * rate * draws.between(0.8, 1.2);
  return Math.min(of, Math.floor(expected) + (draws.chance(expected % 1) ? 1 : 0));
}

function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
