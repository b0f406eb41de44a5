import type { EventTest } from '../../../src/engine/schema/wheel.ts';
import { isMissing } from '../oracle/conditions.ts';
import { isFormer, signUpAt, thresholdsOf, toCustomer, type Customer } from './customer.ts';
import { formerPlace } from './lifecycle.ts';
import { tellStory, type Reason, type Story } from './stays.ts';
import { addMonths, counting, eventsOf, upTo, type Person, type World } from './world.ts';

export const FLYWHEEL_PHASES = ['activation', 'adoption', 'adoration', 'advocacy'];
export const FLYWHEEL_OUTSIDE = ['not-engaged', 'former'];

/** The phases of customers. */
export const CUSTOMER_PHASES = FLYWHEEL_PHASES.slice(1);

const ADVOCACY: EventTest[] = ['referral', 'review', 'affiliate-signup'];

/** Somebody brought into the studio. */
export interface Bringing {
  at: number;
  /** Who brought; undefined where that is not known. */
  by: Person | undefined;
  /** Who came; undefined where that is not known. */
  who: Person | undefined;
  /** Told by a `referral` event of the one who brought. */
  isReferral: boolean;
}

/** An act by which a client speaks for the studio. */
interface Act {
  event: string;
  at: number;
}

/** Somebody's flywheel. */
export interface FlywheelStory extends Story {
  customer: Customer;
  acts: Act[];
}

/** Everybody's way through the four phases (SYSTEMS section 3). */
export function tellFlywheels(world: World): FlywheelStory[] {
  const bringings = findBringings(world);
  return world.people.map((person) => tellFlywheel(world, person, bringings));
}

function tellFlywheel(world: World, person: Person, bringings: readonly Bringing[]): FlywheelStory {
  const options = world.options.flywheel ?? {};
  const valueVisits = options.valueVisits ?? 3;
  const advocacyMonths = options.advocacyMonths ?? 12;
  const customer = toCustomer(world, person, options, options.formerMonths ?? 3);
  const acts = actsOf(world, person, bringings);
  const extra = acts.flatMap(({ at }) => [at, addMonths(world, at, advocacyMonths)]);
  const instants = [...thresholdsOf(world, customer, [customer.formerMonths, advocacyMonths], []), ...extra];
  const story = tellStory(person, instants, world.now, (at) => {
    if (upTo(world, customer.purchases, at).length === 0) return judgeLead(customer, at);
    if (isFormer(world, customer, at)) return formerPlace(world, customer, at);
    const act = actThatCounts(world, customer, acts, advocacyMonths, at);
    if (act) return { place: 'advocacy', reasons: [{ code: 'advocate', ...act, months: advocacyMonths }] };
    return judgeCustomer(world, customer, valueVisits, at);
  });
  return { ...story, customer, acts };
}

function judgeLead({ interactions }: Customer, at: number): { place: string; reasons: Reason[] } {
  const first = interactions.find(({ instant }) => instant <= at);
  if (!first) return { place: 'not-engaged', reasons: [{ code: 'no-interaction' }] };
  const reason = { code: 'interaction', event: first.type, at: first.instant };
  return { place: 'activation', reasons: [reason] };
}

/** The latest act that still counts. */
function actThatCounts(
  world: World,
  customer: Customer,
  acts: readonly Act[],
  months: number,
  at: number,
): Act | undefined {
  const first = world.plant === 'advocacy-before-purchase' ? -Infinity : customer.purchases[0]!;
  const possible = acts.filter((act) => act.at >= first);
  const instants = counting(
    world,
    possible.map((act) => act.at),
    at,
    (instant) => addMonths(world, instant, months),
  );
  return possible.findLast((act) => act.at === instants.at(-1));
}

function judgeCustomer(
  world: World,
  customer: Customer,
  needed: number,
  at: number,
): { place: string; reasons: Reason[] } {
  const signUp = signUpAt(customer, at)!;
  const from = world.plant === 'visits-before-sign-up-count' ? -Infinity : signUp;
  const visits = upTo(world, customer.visits, at).filter((visit) => visit >= from).length;
  if (visits >= needed) return { place: 'adoration', reasons: [{ code: 'value-realised', visits, needed }] };
  const since = Number.isFinite(signUp) ? signUp : null;
  return { place: 'adoption', reasons: [{ code: 'new-customer', at: since, visits, needed }] };
}

/** Somebody's own acts, and the leads and clients that name them. */
function actsOf(world: World, person: Person, bringings: readonly Bringing[]): Act[] {
  const own = eventsOf(world, person, world.options.flywheel?.advocacy ?? ADVOCACY);
  const named = bringings.filter(({ by, isReferral }) => by?.id === person.id && !isReferral);
  const acts = [
    ...own.map(({ type, instant }) => ({ event: type, at: instant })),
    ...named.map(({ at }) => ({ event: 'brought', at })),
  ];
  return acts.sort((a, b) => a.at - b.at);
}

/** Every event by which somebody is said to be brought, whoever tells. */
export function findBringings(world: World): Bringing[] {
  const byId = (id: unknown) =>
    id === undefined || id === null
      ? undefined
      : world.everybody.find((person) => String(person.id) === String(id));
  return world.everybody.flatMap((person) =>
    person.events.flatMap(({ type, instant: at, props }): Bringing[] => {
      if (type === 'referral') return [{ at, by: person, who: byId(props['referred']), isReferral: true }];
      if (type !== 'lead' && type !== 'client') return [];
      const by = byId(props['referredBy']);
      const isNamed = !isMissing(props['referredBy']);
      const isSaid = props[type === 'client' ? 'via' : 'origin'] === 'referral';
      return isNamed || isSaid ? [{ at, by, who: person, isReferral: false }] : [];
    }),
  );
}

/**
 * When each person who was brought was brought, each counted once, those nobody knows each by themselves. The filters
 * decide who counts: the one who came, or where that is not known the one who brought.
 */
export function broughtAt(world: World, bringings: readonly Bringing[]): number[] {
  const isLetIn = ({ who, by }: Bringing) => world.people.some((person) => person === (who ?? by));
  const counted = bringings.filter((one) => isLetIn(one) && isByClient(world, one));
  if (world.plant === 'bring-counts-every-time') return counted.map(({ at }) => at);
  const known = [...new Set(counted.flatMap(({ who }) => who ?? []))];
  return [
    ...known.map((person) => Math.min(...counted.filter(({ who }) => who === person).map(({ at }) => at))),
    ...counted.filter(({ who }) => who === undefined).map(({ at }) => at),
  ];
}

/** Whether who brought somebody had purchased by then; of those who are not known that is taken as given. */
function isByClient(world: World, { by, at }: Bringing): boolean {
  if (!by || world.plant === 'bring-by-strangers-to-the-till') return true;
  const customer = toCustomer(world, by, world.options.flywheel ?? {}, 3);
  return customer.purchases.some((purchase) => purchase <= at);
}

/** How a movement is drawn. */
export function flywheelKind(from: string, to: string): string {
  if (to === 'former') return 'leave';
  if (from === 'not-engaged') return 'enter';
  if (from === 'former') return 'return';
  return FLYWHEEL_PHASES.indexOf(to) > FLYWHEEL_PHASES.indexOf(from) ? 'move' : 'decline';
}
