import type { EventTest } from '../../../src/engine/schema/wheel.ts';
import type { OracleEvent } from '../oracle/types.ts';
import {
  addDays,
  addMonths,
  eventsOf,
  fulfils,
  instantsOf,
  isTrue,
  upTo,
  type Person,
  type World,
} from './world.ts';

/** The default purchases, and the visits (SYSTEMS section 0). */
const PURCHASES: EventTest[] = [
  { event: 'purchase', where: { refunded: { ne: true } } },
  'conversion',
  'renewal',
];
const VISITS: EventTest[] = ['check-in'];
/** What shows interest in the studio, of somebody who has not purchased (SYSTEMS section 1). */
const INTERACTIONS: EventTest[] = [
  'email-open',
  'email-click',
  'sms-open',
  'sms-click',
  'push-open',
  'push-click',
  'checkout-view',
  'site-visit',
  'trial',
  'check-in',
  { event: 'lead', where: { origin: 'abandoned-cart' } },
];

/** What may be set of these, in the lifecycle as in the flywheel. */
export interface CustomerOptions {
  purchases?: EventTest[] | undefined;
  visits?: EventTest[] | undefined;
  interactions?: EventTest[] | undefined;
}

/** What somebody bought and when they came; minus infinity for what lies before all data. */
export interface Customer {
  person: Person;
  purchases: number[];
  visits: number[];
  interactions: OracleEvent[];
  /** From when to when each of their memberships was live; both ends included. */
  memberships: { from: number; to: number }[];
  /** Months without a sign of life after which they are former. */
  formerMonths: number;
  signUps: number[];
}

/** The purchases of a person: by the test, or those who are customers without one. */
export function purchasesOf(world: World, person: Person, tests: readonly EventTest[] | undefined): number[] {
  const found = eventsOf(world, person, purchaseTests(world, tests));
  const relevant =
    world.plant === 'flagged-customer-despite-purchase-later'
      ? found.filter(({ instant }) => instant <= world.now)
      : found;
  const isFlagged = ['true', '1'].includes(String(person.row['isCustomer']));
  if (relevant.length === 0 && isFlagged && world.plant !== 'flagged-customer-ignored') return [-Infinity];
  return found.map(({ instant }) => instant);
}

function purchaseTests(world: World, tests: readonly EventTest[] = PURCHASES): readonly EventTest[] {
  return world.plant === 'refunded-is-a-purchase' && tests === PURCHASES
    ? ['purchase', 'conversion', 'renewal']
    : tests;
}

/** What was paid for: the same without the type `conversion`. */
export function paidEvents(
  world: World,
  person: Person,
  tests: readonly EventTest[] | undefined,
): OracleEvent[] {
  return eventsOf(world, person, purchaseTests(world, tests)).filter(
    ({ type }) => type !== 'conversion' || world.plant === 'conversion-is-paid',
  );
}

/** Reads a person as a customer. */
export function toCustomer(
  world: World,
  person: Person,
  options: CustomerOptions,
  formerMonths: number,
): Customer {
  const interactions = (options.interactions ?? INTERACTIONS).filter(
    (test) =>
      (world.plant !== 'check-in-is-no-interaction' || test !== 'check-in') &&
      (world.plant !== 'abandoned-cart-lead-ignored' || typeof test === 'string'),
  );
  const customer: Customer = {
    person,
    purchases: purchasesOf(world, person, options.purchases),
    visits: instantsOf(world, person, options.visits ?? VISITS),
    // Of several at one instant the one whose test comes first is named.
    interactions: interactions
      .flatMap((test) => eventsOf(world, person, [test]))
      .sort((a, b) => a.instant - b.instant),
    memberships: membershipsOf(world, person, purchaseTests(world, options.purchases)),
    formerMonths,
    signUps: [],
  };
  customer.signUps = signUpsOf(world, customer);
  return customer;
}

/** While at least one membership is open the person has a live membership. */
function membershipsOf(
  world: World,
  person: Person,
  purchases: readonly EventTest[],
): Customer['memberships'] {
  const instants = [...new Set(person.events.map(({ instant }) => instant))];
  const open = new Set<string>();
  const found: Customer['memberships'] = [];
  let from: number | undefined;
  for (const instant of instants) {
    const now = person.events.filter((event) => event.instant === instant);
    for (const event of now) if (opens(world, event, purchases)) open.add(keyOf(event));
    if (open.size > 0) from ??= instant;
    for (const event of now) close(world, event, open);
    if (open.size === 0 && from !== undefined) {
      found.push({ from, to: instant });
      from = undefined;
    }
  }
  return from === undefined ? found : [...found, { from, to: Infinity }];
}

function opens(world: World, event: OracleEvent, purchases: readonly EventTest[]): boolean {
  return isTrue(event.props['renewing']) && purchases.some((test) => fulfils(world, event, test));
}

function close(world: World, event: OracleEvent, open: Set<string>): void {
  if (event.type !== 'cancellation' || world.plant === 'cancellation-closes-nothing') return;
  if (keyOf(event) === '' || world.plant === 'cancellation-closes-all') open.clear();
  else open.delete(keyOf(event));
}

function keyOf({ props }: OracleEvent): string {
  return String(props['membership'] ?? '');
}

/** When they were last there or paid, as of an instant; minus infinity where that is before all data. */
export function lastActivity(world: World, customer: Customer, at: number): number {
  const signs = [...customer.visits, ...customer.purchases];
  const memberships = customer.memberships.filter(({ from }) => from <= at).map(({ to }) => Math.min(to, at));
  return Math.max(-Infinity, ...upTo(world, signs, at), ...memberships);
}

/** Has purchased, and gave no sign of life for so long. */
export function isFormer(world: World, customer: Customer, at: number): boolean {
  if (upTo(world, customer.purchases, at).length === 0) return false;
  if (customer.memberships.some(({ from, to }) => from <= at && at < to)) return false;
  if (world.plant === 'months-counted-backwards')
    return lastActivity(world, customer, at) <= addMonths(world, at, -customer.formerMonths);
  return at >= addMonths(world, lastActivity(world, customer, at), customer.formerMonths);
}

/** The first purchase, and again the first one after they had become former. */
function signUpsOf(world: World, customer: Customer): number[] {
  const [first, ...others] = [...new Set(customer.purchases)];
  if (first === undefined) return [];
  if (world.plant === 'no-second-sign-up') return [first];
  const again =
    world.plant === 'visit-after-former-signs-up' ? customer.visits.filter((at) => at > first) : [];
  const later = [...others, ...again].sort((a, b) => a - b);
  return [first, ...later.filter((instant) => isFormer(world, customer, instant - 1))];
}

/** The sign-up in force at an instant; undefined before the first. */
export function signUpAt(customer: Customer, at: number): number | undefined {
  return customer.signUps.filter((instant) => instant <= at).at(-1);
}

/** Every instant at which a threshold of a customer may be passed; more of them do no harm. */
export function thresholdsOf(
  world: World,
  customer: Customer,
  months: readonly number[],
  days: readonly number[],
) {
  const instants = [
    ...customer.person.events.map(({ instant }) => instant),
    ...customer.purchases.filter(Number.isFinite),
  ];
  return [
    ...instants,
    ...instants.flatMap((instant) => months.map((count) => addMonths(world, instant, count))),
    ...instants.flatMap((instant) => days.map((count) => addDays(world, instant, count))),
  ];
}
