import type { EventTest } from '../../../src/engine/schema/wheel.ts';
import { purchasesOf } from './customer.ts';
import type { Reason, Stay, Story } from './stays.ts';
import { addDays, counting, instantsOf, isTrue, type Person, type World } from './world.ts';

export const ENGAGEMENT_PHASES = ['nurture', 'purchase', 'retention', 'exit'];
export const ENGAGEMENT_OUTSIDE = ['not-engaged'];

const DAY = 86_400_000;

/** Area → event type → points; lifecycle.md section 2. */
const POINTS: Record<string, Record<string, number>> = {
  messages: {
    'email-open': 1,
    'email-click': 3,
    'sms-open': 1,
    'sms-click': 2,
    'push-open': 1,
    'push-click': 2,
  },
  site: { 'site-visit': 1, 'checkout-view': 5, trial: 8 },
  social: { social: 2 },
  campaigns: { 'campaign-reply': 3, survey: 3, review: 5, referral: 5 },
  visits: { booking: 2, 'check-in': 3 },
  purchases: { purchase: 10 },
};
const BEFORE = { messages: 30, site: 40, social: 10, campaigns: 20 };
const AFTER = { messages: 15, site: 10, social: 10, campaigns: 15, visits: 40, purchases: 10 };

/** An event with what it is worth. */
interface Scored {
  area: string;
  points: number;
  at: number;
}

/** What an area gives to a score. */
export interface Part {
  area: string;
  weight: number;
  points: number;
  contribution: number;
}

interface Rules {
  halfLife: number;
  saturation: number;
  purchaseFrom: number;
  exitBelow: number;
  fallShare: number;
  fallBelow: number;
  fallDays: number;
  hysteresis: number;
  graceDays: number;
  mqlFrom: number;
  sqlFrom: number;
  sqlCheckoutDays: number;
}

/** What the index says of somebody, besides where they are. */
export interface EngagementStory extends Story {
  score: number;
  parts: Part[];
  isMql: boolean;
  isSal: boolean;
  isSql: boolean;
}

/** Somebody's index, read once. */
class Index {
  readonly world: World;
  readonly rules: Rules;
  readonly scored: Scored[];
  readonly contract: number;
  readonly checkpoints: number[];
  readonly begin: number;
  readonly #weights: { before: Record<string, number>; after: Record<string, number> };

  constructor(world: World, person: Person) {
    const options = world.options.engagement ?? {};
    this.world = world;
    this.rules = {
      halfLife: (options.halfLifeDays ?? 30) * DAY,
      saturation: options.saturation ?? 8,
      purchaseFrom: options.purchaseFrom ?? 40,
      exitBelow: options.exitBelow ?? 30,
      fallShare: options.fallShare ?? 0.3,
      fallBelow: options.fallBelow ?? 60,
      fallDays: options.fallDays ?? 30,
      hysteresis: world.plant === 'no-hysteresis' ? 0 : (options.hysteresis ?? 5),
      graceDays: world.plant === 'no-grace' ? 0 : (options.graceDays ?? 30),
      mqlFrom: options.mqlFrom ?? 25,
      sqlFrom: options.sqlFrom ?? 40,
      sqlCheckoutDays: options.sqlCheckoutDays ?? 14,
    };
    this.#weights = {
      before: { ...BEFORE, ...options.weights?.before },
      after: { ...AFTER, ...options.weights?.after },
    };
    this.scored = scoredEvents(person, { ...POINTS, ...options.points });
    const contracts = purchasesOf(world, person, options.contracts);
    this.contract = contracts[0] ?? Infinity;
    const isListed = (type: string) =>
      type === 'client' || (type === 'lead' && world.plant !== 'lead-is-no-index-event');
    const listed = person.events.filter(({ type }) => isListed(type)).map(({ instant }) => instant);
    const indexed = [...this.scored.map(({ at }) => at), ...contracts.filter(Number.isFinite), ...listed];
    this.begin = this.contract === -Infinity ? -Infinity : Math.min(Infinity, ...indexed);
    this.checkpoints = checkpointsOf(world, indexed);
  }

  isAfter(at: number): boolean {
    return this.contract <= at;
  }

  /** The parts of a score: of the events up to an instant, decayed to it, with the weights of a half. */
  parts(at: number, isAfter: boolean): Part[] {
    const weights = isAfter ? this.#weights.after : this.#weights.before;
    return Object.entries(weights).map(([area, weight]) => {
      const own = this.scored.filter((event) => event.area === area && event.at <= at);
      const points = own.reduce((sum, event) => sum + event.points * this.#decay(at - event.at), 0);
      return { area, weight, points, contribution: weight * (1 - 2 ** (-points / this.rules.saturation)) };
    });
  }

  score(at: number, isAfter = this.isAfter(at)): number {
    return this.parts(at, isAfter).reduce((sum, { contribution }) => sum + contribution, 0);
  }

  /** The score so many days before, with the weights of the half that somebody is in now. */
  scoreBefore(at: number): number {
    const then = at - this.rules.fallDays * DAY;
    const half = this.world.plant === 'weights-of-then' ? this.isAfter(then) : this.isAfter(at);
    return this.score(then, half);
  }

  #decay(age: number): number {
    const passed = this.world.plant === 'half-life-by-days' ? Math.floor(age / DAY) * DAY : age;
    return 2 ** (-passed / this.rules.halfLife);
  }
}

function scoredEvents({ events }: Person, points: Record<string, Record<string, number>>): Scored[] {
  return Object.entries(points).flatMap(([area, types]) =>
    events
      .filter(({ type, props }) => type in types && !(type === 'purchase' && isTrue(props['refunded'])))
      .map(({ type, instant }) => ({ area, points: types[type]!, at: instant })),
  );
}

/** Every index event, and the last millisecond of every day from the first of them on, up to the instant. */
function checkpointsOf(world: World, indexed: readonly number[]): number[] {
  const { calendar, now, plant } = world;
  const found = indexed.filter((at) => at <= now);
  if (indexed.length > 0 && plant !== 'events-only-checkpoints') {
    let day = calendar.dayOf(Math.min(...indexed));
    while (calendar.endOfDay(day) <= now) {
      found.push(calendar.endOfDay(day));
      day = calendar.addToDay(day, { days: 1 });
    }
  }
  if (plant === 'checkpoint-at-t' && found.length > 0) found.push(now);
  return [...new Set(found)].sort((a, b) => a - b);
}

/** Whether a score is low, or has fallen. */
function isExit(index: Index, score: number, at: number): boolean {
  const { exitBelow, fallShare, fallBelow } = index.rules;
  const ceiling = index.world.plant === 'fall-needs-no-ceiling' ? Infinity : fallBelow;
  return score < exitBelow || (score <= (1 - fallShare) * index.scoreBefore(at) && score < ceiling);
}

function isInGrace(index: Index, at: number): boolean {
  return at < addDays(index.world, index.contract, index.rules.graceDays);
}

/** The quarter at a checkpoint, given the one before. */
function judge(index: Index, before: string, at: number): string {
  const { purchaseFrom, hysteresis } = index.rules;
  const spare = index.world.plant === 'hysteresis-turned-round' ? -hysteresis : hysteresis;
  const score = index.score(at);
  if (!index.isAfter(at)) {
    const from = before === 'purchase' ? purchaseFrom - spare : purchaseFrom;
    return score >= from ? 'purchase' : 'nurture';
  }
  if (isInGrace(index, at)) return 'retention';
  return isExit(index, before === 'exit' ? score - spare : score, at) ? 'exit' : 'retention';
}

/** Why somebody is in a quarter, by the scores of an instant. */
function explain(index: Index, place: string, at: number): Reason {
  const { purchaseFrom, exitBelow, fallShare, fallBelow } = index.rules;
  if (place === 'not-engaged') return { code: 'no-activity' };
  const score = index.score(at);
  if (place === 'nurture') return { code: 'below-purchase', score, from: purchaseFrom };
  if (place === 'purchase')
    return { code: score >= purchaseFrom ? 'ready' : 'held', score, from: purchaseFrom };
  if (place === 'retention') {
    if (!isInGrace(index, at)) return { code: 'engaged', score, from: exitBelow };
    return {
      code: 'new-contract',
      at: index.contract,
      until: addDays(index.world, index.contract, index.rules.graceDays),
    };
  }
  const before = index.scoreBefore(at);
  if (score < exitBelow) return { code: 'low-score', score, below: exitBelow };
  if (score <= (1 - fallShare) * before && score < fallBelow)
    return { code: 'falling', score, before, share: fallShare };
  return { code: 'held', score, from: exitBelow };
}

/** Somebody's way through the four quarters (SYSTEMS section 2). */
export function tellEngagement(world: World, person: Person): EngagementStory {
  const index = new Index(world, person);
  const isAlways = index.contract === -Infinity;
  const first = isAlways ? 'exit' : 'not-engaged';
  const start: Reason = isAlways
    ? { code: 'low-score', score: 0, below: index.rules.exitBelow }
    : { code: 'no-activity' };
  const stays: Stay[] = [{ place: first, from: null, reasons: [start] }];
  for (const at of index.checkpoints) {
    const place = judge(index, stays.at(-1)!.place, at);
    if (place !== stays.at(-1)!.place) stays.push({ place, from: at, reasons: [explain(index, place, at)] });
  }
  const { place } = stays.at(-1)!;
  const { isMql, acceptedAt, soldBy } = qualify(index, person, place);
  return {
    person,
    stays,
    score: index.score(world.now),
    parts: index.parts(world.now, index.isAfter(world.now)),
    isMql,
    isSal: acceptedAt !== undefined,
    isSql: soldBy !== undefined,
    reasons: [
      explain(index, place, world.now),
      ...(isMql ? [{ code: 'mql', from: index.rules.mqlFrom }] : []),
      ...(acceptedAt === undefined ? [] : [{ code: 'sal', at: acceptedAt }]),
      ...(soldBy === undefined ? [] : [{ code: 'sql', by: soldBy }]),
    ],
  };
}

function qualify(index: Index, person: Person, place: string) {
  const { world, rules } = index;
  const isLead = !index.isAfter(world.now);
  const score = index.score(world.now);
  const isMql = isLead && place !== 'not-engaged' && score >= rules.mqlFrom;
  const { contacts, checkouts } = world.options.engagement ?? {};
  const since = world.plant === 'sal-by-any-contact' ? -Infinity : qualifiedSince(index);
  const accepted = instantsOf(world, person, contacts ?? ['contact']).filter(
    (at) => at >= since && at <= world.now,
  );
  const pages = instantsOf(world, person, checkouts ?? (['checkout-view'] as EventTest[]));
  const recent = counting(world, pages, world.now, (at) => addDays(world, at, rules.sqlCheckoutDays));
  const isRecent = recent.length > 0 && world.plant !== 'sql-by-score-only';
  const by = score >= rules.sqlFrom ? 'score' : isRecent ? 'checkout' : undefined;
  return {
    isMql,
    acceptedAt: isMql ? accepted[0] : undefined,
    soldBy: isLead ? by : undefined,
  };
}

/** The earliest checkpoint from which the score was high enough at every checkpoint. */
function qualifiedSince(index: Index): number {
  let since = Infinity;
  for (const at of [...index.checkpoints].reverse()) {
    if (index.score(at) < index.rules.mqlFrom) break;
    since = at;
  }
  return since;
}

/** How a movement is drawn. */
export function engagementKind(from: string, to: string): string {
  if (from === 'not-engaged') return 'enter';
  if (from === 'purchase' && to === 'nurture') return 'decline';
  if (to === 'exit') return 'decline';
  return from === 'exit' && to === 'retention' ? 'return' : 'move';
}
