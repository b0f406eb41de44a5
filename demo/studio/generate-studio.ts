import { liveAround } from './around.ts';
import { drawCampaigns } from './campaign-days.ts';
import { becomeLead, liveFirstSteps, liveGuest } from './first-steps.ts';
import { FIRST_NAMES, LAST_NAMES } from './names.ts';
import { LOCATIONS } from './offers.ts';
import { LANDING_TEST } from './landing-test.ts';
import { Draws } from './random.ts';
import type { Studio, StudioEvent, StudioPerson } from './studio.ts';
import { StudioBook, type Journey } from './studio-book.ts';
import { DAY, HOUR, MINUTE, toIso, wallTime, type WallTime } from './studio-time.ts';
import { winBack } from './win-back.ts';

/** What can be chosen of the made-up studio; the same choice gives the same studio. */
export interface StudioOptions {
  /** Between 0 and 1. */
  seed?: number;
  people?: number;
}

/** The first day of the made-up data, and the instant it ends at (wall time in Paris). */
export const STUDIO_START = '2024-11-16';
export const STUDIO_AS_OF = '2026-11-15T20:00';

/** New people a month, January first: the new year and the return from summer bring most. */
const SEASON = [1.7, 1.05, 1, 0.95, 0.9, 0.8, 0.6, 0.5, 1.8, 1.2, 0.95, 0.6];
const SEASON_MAX = 2.1;

const SOURCES = {
  instagram: 28,
  google: 21,
  website: 16,
  'abandoned-cart': 14,
  referral: 8,
  'walk-in': 7,
  classpass: 6,
};
const WAYS_IN = { lead: 80, direct: 9, guest: 11 };

/**
 * Makes up the studio "Atelier Nord": two years of some 4,000 people, in which every funnel of the catalogue
 * has something to tell. Nothing in it is real.
 */
export function generateStudio({ seed = 0.42, people = 4000 }: StudioOptions = {}): Studio {
  const book = new StudioBook(new Draws(seed), wallTime(STUDIO_AS_OF));
  const journeys: Journey[] = [];
  for (const entry of entryTimes(book, people)) journeys.push(liveJourney(book, entry, journeys));
  journeys.forEach((journey) => finish(book, journey));
  // A stream of its own: what is drawn here never changes the funnels above.
  liveAround(book, new Draws((0.37 + seed * 0.618) % 1), journeys);
  return {
    name: 'Atelier Nord',
    timeZone: 'Europe/Paris',
    currency: 'EUR',
    asOf: toIso(book.asOf),
    people: journeys.map((journey) => journey.person),
    tables: sortTables(book.tables),
    campaigns: drawCampaigns(new Draws((0.71 + seed * 0.618) % 1), book.asOf),
    experiments: [LANDING_TEST],
  };
}

/** When people are first seen: seasonal, growing, in opening hours. */
function entryTimes(book: StudioBook, count: number): WallTime[] {
  const { draws } = book;
  const start = wallTime(STUDIO_START);
  const days = Math.floor((book.asOf - start) / DAY);
  const times: WallTime[] = [];
  while (times.length < count) {
    const day = draws.integer(0, days - 1);
    const month = new Date(start + day * DAY).getUTCMonth();
    const wanted = SEASON[month]! * (0.8 + (0.4 * day) / days);
    if (draws.chance(wanted / SEASON_MAX)) times.push(start + day * DAY + openingTime(draws));
  }
  return times.sort((a, b) => a - b);
}

function openingTime(draws: Draws): number {
  return draws.integer(8, 21) * HOUR + draws.integer(0, 59) * MINUTE;
}

function liveJourney(book: StudioBook, entry: WallTime, others: readonly Journey[]): Journey {
  const wayIn = book.draws.weighted(WAYS_IN);
  const host = wayIn === 'guest' ? hostOf(book, entry, others) : undefined;
  const journey = meet(book, entry, others.length, host ? 'referral' : undefined);
  if (host) {
    journey.person.referredBy = host.person.id;
    book.add('referral', host, entry - 5 * MINUTE, { referred: journey.person.id });
    if (book.draws.chance(0.3)) becomeLead(book, journey);
    liveGuest(book, journey);
  } else {
    if (wayIn !== 'direct') becomeLead(book, journey);
    liveFirstSteps(book, journey, wayIn === 'direct');
  }
  winBack(book, journey);
  return journey;
}

/** A client of that time who could have brought someone; nobody while there are hardly any. */
function hostOf(book: StudioBook, entry: WallTime, others: readonly Journey[]): Journey | undefined {
  for (let tries = 0; tries < 12 && others.length > 0; tries++) {
    const host = book.draws.pick(others);
    if ((host.convertedAt ?? Infinity) < entry - 7 * DAY) return host;
  }
  return undefined;
}

function meet(
  book: StudioBook,
  entry: WallTime,
  index: number,
  source = book.draws.weighted(SOURCES),
): Journey {
  const { draws } = book;
  const first = draws.pick(FIRST_NAMES);
  const last = draws.pick(LAST_NAMES);
  const id = 1001 + index;
  const person: StudioPerson = {
    id,
    name: `${first} ${last}`,
    email: `${toAscii(first)}.${toAscii(last)}.${id}@example.com`,
    phone: phoneOf(draws),
    source,
    campaign: campaignOf(book, source, entry),
    location: draws.weighted(LOCATIONS),
    leadStage: 'stage-new',
    tags: tagsOf(draws),
    sequences: [],
    isCustomer: false,
    consent: { email: draws.chance(0.74), sms: draws.chance(0.43) },
  };
  const kind = draws.chance(0.63) ? 'class' : 'appointment';
  return { person, kind, pace: 0.4 + draws.habit(2.6, 0.5), entry, checkIns: [], diary: [] };
}

function toAscii(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
}

/** A number from the range that France keeps for fiction. */
function phoneOf(draws: Draws): string {
  const pair = () => String(draws.integer(0, 99)).padStart(2, '0');
  return `+33 6 39 98 ${pair()} ${pair()}`;
}

function campaignOf({ draws }: StudioBook, source: string, entry: WallTime): string | undefined {
  if (!['instagram', 'google', 'abandoned-cart'].includes(source)) return undefined;
  const month = new Date(entry).getUTCMonth();
  if (month <= 1 && draws.chance(0.55)) return 'new-year';
  if ((month === 8 || month === 9) && draws.chance(0.55)) return 'back-to-school';
  if (source === 'google') return draws.pick(['search-brand', 'search-pilates']);
  return draws.chance(0.75) ? 'two-weeks-reel' : undefined;
}

function tagsOf(draws: Draws): string[] {
  const tags = {
    'tag-morning': 0.14,
    'tag-evening': 0.22,
    'tag-beginner': 0.16,
    'tag-prenatal': 0.04,
    'tag-company': 0.06,
  };
  return Object.entries(tags).flatMap(([tag, share]) => (draws.chance(share) ? [tag] : []));
}

/** What is known of a person once all is said: the latest contact and the stage of the lead. */
function finish(book: StudioBook, journey: Journey): void {
  if (journey.lastContact !== undefined) journey.person.lastContactedAt = toIso(journey.lastContact);
  journey.person.leadStage = stageOf(book, journey);
}

function stageOf(book: StudioBook, { entry, isMember, convertedAt, lastContact }: Journey): string {
  if (isMember) return 'stage-won';
  if (convertedAt !== undefined && convertedAt > book.asOf - 45 * DAY) return 'stage-intro';
  if ((convertedAt ?? entry) < book.asOf - 120 * DAY && book.draws.chance(0.6)) return 'stage-lost';
  if (convertedAt !== undefined) return 'stage-to-call';
  return lastContact === undefined ? 'stage-new' : 'stage-contacted';
}

function sortTables(tables: Record<string, StudioEvent[]>): Record<string, StudioEvent[]> {
  for (const rows of Object.values(tables)) rows.sort((a, b) => a.at - b.at);
  return tables;
}
