import type { EventTest } from '../../../src/engine/schema/wheel.ts';
import { isMissing } from '../oracle/conditions.ts';
import type { OracleEvent } from '../oracle/types.ts';
import { paidEvents } from './customer.ts';
import {
  CUSTOMER_PHASES,
  FLYWHEEL_PHASES,
  broughtAt,
  findBringings,
  type FlywheelStory,
} from './flywheel.ts';
import { stayAt } from './stays.ts';
import { daysBetween, eventsOf, instantsOf, median, type World } from './world.ts';

/** A metric of a phase; null: the data cannot tell. */
export interface Metric {
  value: number | null;
  of?: { numerator: number; denominator: number };
}

/** A half-open period: after the start, up to the end. */
export interface Period {
  start: number;
  end: number;
}

const QUALIFIED: EventTest[] = ['trial', 'checkout-view', 'campaign-reply', 'booking'];

/** All metrics of a period by their ids (SYSTEMS section 3). */
export function computeMetrics(
  world: World,
  stories: readonly FlywheelStory[],
  period: Period,
): Record<string, Metric> {
  const flywheel = world.options.flywheel ?? {};
  return {
    'qualified-leads': qualifiedLeads(world, stories, flywheel.qualified ?? QUALIFIED, period),
    trials: firstTimes(world, stories, flywheel.trials ?? ['trial'], period),
    'first-sales': firstSales(world, stories, period),
    'value-realised': valueRealised(world, stories, flywheel.valueVisits ?? 3, period),
    'process-finished': secondPurchases(world, stories, period),
    'retention-rate': retentionRate(world, stories, period),
    arpu: revenuePerUser(world, stories, period),
    'lifetime-value': lifetimeValue(world, stories, period),
    'referred-leads': referredLeads(world, period),
    'affiliate-signups': firstTimes(world, stories, flywheel.affiliates ?? ['affiliate-signup'], period),
    ...Object.fromEntries(
      FLYWHEEL_PHASES.slice(1).map((to, index) => [
        `days-to-${to}`,
        { value: daysToNext(world, stories, FLYWHEEL_PHASES[index]!, period) },
      ]),
    ),
  };
}

const isIn = (at: number, { start, end }: Period) => at > start && at <= end;

/** Whether the data has events of a type that is asked for. */
export function isAnywhere(world: World, tests: readonly EventTest[]): boolean {
  return world.everybody.some((person) =>
    person.events.some(({ type }) =>
      tests.some((test) => [typeof test === 'string' ? test : test.event].flat().includes(type)),
    ),
  );
}

function share(numerator: number, denominator: number): Metric {
  return { value: denominator === 0 ? null : numerator / denominator, of: { numerator, denominator } };
}

function qualifiedLeads(
  world: World,
  stories: readonly FlywheelStory[],
  tests: EventTest[],
  period: Period,
): Metric {
  if (!isAnywhere(world, tests)) return { value: null };
  const found = stories.filter(({ person, customer }) => {
    const first = instantsOf(world, person, tests)[0];
    if (first === undefined || !isIn(first, period)) return false;
    return !customer.purchases.some((purchase) => purchase < first);
  });
  return { value: found.length };
}

function firstTimes(
  world: World,
  stories: readonly FlywheelStory[],
  tests: EventTest[],
  period: Period,
): Metric {
  if (!isAnywhere(world, tests)) return { value: null };
  return {
    value: stories.filter(({ person }) => isIn(instantsOf(world, person, tests)[0] ?? NaN, period)).length,
  };
}

function newCustomers(stories: readonly FlywheelStory[], period: Period): FlywheelStory[] {
  return stories.filter(({ customer }) => isIn(customer.purchases[0] ?? NaN, period));
}

const purchaseTests = (world: World): EventTest[] =>
  world.options.flywheel?.purchases ?? ['purchase', 'conversion', 'renewal'];
export const visitTests = (world: World): EventTest[] => world.options.flywheel?.visits ?? ['check-in'];

function firstSales(world: World, stories: readonly FlywheelStory[], period: Period): Metric {
  if (!isAnywhere(world, purchaseTests(world))) return { value: null };
  return { value: newCustomers(stories, period).length };
}

function valueRealised(
  world: World,
  stories: readonly FlywheelStory[],
  needed: number,
  period: Period,
): Metric {
  const all = newCustomers(stories, period);
  const realised = all.filter(({ customer }) => {
    const from = world.plant === 'value-by-any-customer' ? -Infinity : customer.purchases[0]!;
    return customer.visits.filter((at) => at >= from && at <= period.end).length >= needed;
  });
  return isAnywhere(world, visitTests(world)) ? share(realised.length, all.length) : { value: null };
}

function paidOf(world: World, { person }: FlywheelStory): OracleEvent[] {
  return paidEvents(world, person, world.options.flywheel?.purchases);
}

function secondPurchases(world: World, stories: readonly FlywheelStory[], period: Period): Metric {
  if (!isPaidAnywhere(world)) return { value: null };
  const second = (story: FlywheelStory) => paidOf(world, story)[1]?.instant ?? NaN;
  return { value: stories.filter((story) => isIn(second(story), period)).length };
}

function customersAt(stories: readonly FlywheelStory[], at: number): FlywheelStory[] {
  return stories.filter((story) => CUSTOMER_PHASES.includes(stayAt(story, at).place));
}

function retentionRate(world: World, stories: readonly FlywheelStory[], { start, end }: Period): Metric {
  const isAsked = (story: FlywheelStory) => stayAt(story, start).place !== 'not-engaged';
  const before =
    world.plant === 'retention-of-all-phases' ? stories.filter(isAsked) : customersAt(stories, start);
  return share(customersAt(before, end).length, before.length);
}

/** Whether the data has anything paid, or a property of it. */
export function isPaidAnywhere(world: World, property?: string): boolean {
  const tests = purchaseTests(world);
  const isPaid = (type: string) =>
    type !== 'conversion' &&
    tests.some((test) => [typeof test === 'string' ? test : test.event].flat().includes(type));
  return world.everybody.some(({ events }) =>
    events.some(({ type, props }) => isPaid(type) && (property === undefined || !isMissing(props[property]))),
  );
}

function sumOf(events: readonly OracleEvent[]): number {
  return events.reduce((sum, { props }) => sum + (Number(props['amount'] ?? 0) || 0), 0);
}

function revenuePerUser(world: World, stories: readonly FlywheelStory[], period: Period): Metric {
  if (!isPaidAnywhere(world, 'amount')) return { value: null };
  const paid = stories.flatMap((story) =>
    paidOf(world, story).filter(({ instant }) => isIn(instant, period)),
  );
  return share(sumOf(paid), customersAt(stories, period.end).length);
}

function lifetimeValue(world: World, stories: readonly FlywheelStory[], { end }: Period): Metric {
  if (!isPaidAnywhere(world, 'amount')) return { value: null };
  const paid = stories.map((story) => paidOf(world, story).filter(({ instant }) => instant <= end));
  return share(sumOf(paid.flat()), paid.filter((events) => events.length > 0).length);
}

/** People brought in a period; null where nothing in the data tells of any. */
export function referredLeads(world: World, period: Period): Metric {
  const events = world.everybody.flatMap((person) => person.events);
  const isSource = events.some(
    ({ type, props }) =>
      type === 'referral' ||
      (type === 'lead' && !(isMissing(props['referredBy']) && isMissing(props['origin']))) ||
      (type === 'client' && !(isMissing(props['referredBy']) && isMissing(props['via']))),
  );
  if (!isSource) return { value: null };
  return {
    value: broughtAt(world, findBringings(world)).filter((at) => isIn(at, period)).length,
  };
}

/** A change from one phase of the wheel to a later one, with the days of the stay that ended. */
interface Move {
  from: string;
  days: number | null;
}

/** Every move onward in a period. */
export function movesIn(world: World, stories: readonly FlywheelStory[], period: Period): Move[] {
  return stories.flatMap(({ stays }) =>
    stays.flatMap((stay, index): Move[] => {
      const before = stays[index - 1];
      if (!before || stay.from === null || !isIn(stay.from, period)) return [];
      const [from, to] = [FLYWHEEL_PHASES.indexOf(before.place), FLYWHEEL_PHASES.indexOf(stay.place)];
      const isOnward = world.plant === 'moves-backwards-count' ? to !== -1 : to > from;
      if (from === -1 || !isOnward) return [];
      if (world.plant === 'days-to-next-of-neighbours-only' && to !== from + 1) return [];
      const days = before.from === null ? null : daysBetween(world, before.from, stay.from);
      return [{ from: before.place, days }];
    }),
  );
}

/** Median days from a phase to a later one, of those who went on in a period. */
export function daysToNext(
  world: World,
  stories: readonly FlywheelStory[],
  phase: string,
  period: Period,
): number | null {
  const moves = movesIn(world, stories, period).filter(({ from }) => from === phase);
  return median(moves.flatMap(({ days }) => days ?? []));
}

/** Moves a day in a period against the period before. */
export function computeMomentum(
  world: World,
  stories: readonly FlywheelStory[],
  period: Period,
  earlier: Period | undefined,
): { value: number | null; direction: number | null } {
  if (!earlier) return { value: null, direction: null };
  const speed = (one: Period) => movesIn(world, stories, one).length / daysBetween(world, one.start, one.end);
  // Within one day there is no speed a day.
  if (daysBetween(world, period.start, period.end) === 0) return { value: null, direction: null };
  if (daysBetween(world, earlier.start, earlier.end) === 0) return { value: null, direction: null };
  const before = movesIn(world, stories, earlier).length;
  const now = movesIn(world, stories, period).length;
  if (before === 0) return { value: null, direction: now > 0 ? 1 : 0 };
  const value = speed(period) / speed(earlier);
  const steady = world.options.flywheel?.steadyShare ?? 0.05;
  return { value, direction: value > 1 + steady ? 1 : value < 1 - steady ? -1 : 0 };
}

/** Whether somebody did something in a period. */
export function didIn(world: World, story: FlywheelStory, tests: EventTest[], period: Period): OracleEvent[] {
  return eventsOf(world, story.person, tests).filter(({ instant }) => isIn(instant, period));
}
