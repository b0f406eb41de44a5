import type { EventTest } from '../../../src/engine/schema/wheel.ts';
import { isFormer, lastActivity, signUpAt, thresholdsOf, toCustomer, type Customer } from './customer.ts';
import { tellStory, type Reason, type Story } from './stays.ts';
import { addDays, addMonths, counting, instantsOf, upTo, type Person, type World } from './world.ts';

export const LIFECYCLE_PHASES = ['acquisition', 'conversion', 'loyalty', 'attrition', 'retention'];
export const LIFECYCLE_OUTSIDE = ['not-engaged', 'former'];

/** Contacts to win somebody back. */
const CONTACTS: EventTest[] = [
  { event: 'contact', where: { purpose: 'win-back' } },
  { event: 'contact', where: { purpose: { exists: false } } },
];

/** An uninterrupted time in attrition and retention. */
interface Stretch {
  from: number;
  /** Began by the gap rule while enough visits still counted. */
  isGap: boolean;
}

interface Rules {
  newMonths: number;
  regularVisits: number;
  visitMonths: number;
  formerMonths: number;
  gapDays: number | undefined;
}

/** Somebody's way through the five phases (SYSTEMS section 1). */
export function tellLifecycle(world: World, person: Person): Story {
  const options = world.options.lifecycle ?? {};
  const rules: Rules = {
    newMonths: options.newMonths ?? 3,
    regularVisits: world.plant === 'two-visits-are-regular' ? 2 : (options.regularVisits ?? 3),
    visitMonths: options.visitMonths ?? 3,
    formerMonths: options.formerMonths ?? 12,
    gapDays: options.gapDays ?? undefined,
  };
  const customer = toCustomer(world, person, options, rules.formerMonths);
  const tests = world.plant === 'any-contact-wins-back' ? (['contact'] as EventTest[]) : CONTACTS;
  const contacts = instantsOf(world, person, options.contacts ?? tests);
  const months = [rules.newMonths, rules.visitMonths, rules.formerMonths];
  const instants = thresholdsOf(
    world,
    customer,
    months,
    rules.gapDays === undefined ? [1] : [rules.gapDays, 1],
  );
  let stretch: Stretch | undefined;
  return tellStory(person, instants, world.now, (at) => {
    const outside = judgeOutside(world, customer, rules, at);
    if (outside) {
      if (world.plant !== 'former-keeps-stretch') stretch = undefined;
      return outside;
    }
    stretch = stretchAt(world, customer, rules, stretch, at);
    if (!stretch) return { place: 'loyalty', reasons: [regular(world, customer, rules, at)] };
    return judgeStretch(world, customer, rules, stretch, contacts, at);
  });
}

/** Everything that is decided without looking at how regular somebody is. */
function judgeOutside(
  world: World,
  customer: Customer,
  rules: Rules,
  at: number,
): { place: string; reasons: Reason[] } | undefined {
  const signUp = signUpAt(customer, at);
  if (upTo(world, customer.purchases, at).length === 0 || signUp === undefined)
    return judgeLead(customer, at);
  if (isFormer(world, customer, at)) return formerPlace(world, customer, at);
  const until = addMonths(world, signUp, rules.newMonths);
  const end = world.plant === 'conversion-ends-a-day-late' ? addDays(world, until, 1) : until;
  if (at >= end) return undefined;
  return {
    place: 'conversion',
    reasons: [{ code: 'signed-up', at: signUp, months: rules.newMonths, until }],
  };
}

function judgeLead({ interactions }: Customer, at: number): { place: string; reasons: Reason[] } {
  const first = interactions.find(({ instant }) => instant <= at);
  if (!first) return { place: 'not-engaged', reasons: [{ code: 'no-interaction' }] };
  return {
    place: 'acquisition',
    reasons: [{ code: 'interaction', event: first.type, at: first.instant }],
  };
}

/** The place of those who are gone, in the lifecycle as in the flywheel. */
export function formerPlace(
  world: World,
  customer: Customer,
  at: number,
): { place: string; reasons: Reason[] } {
  const last = lastActivity(world, customer, at);
  const lastActivityAt = Number.isFinite(last) ? last : null;
  return { place: 'former', reasons: [{ code: 'inactive', months: customer.formerMonths, lastActivityAt }] };
}

function visitsThatCount(world: World, { visits }: Customer, { visitMonths }: Rules, at: number): number[] {
  if (world.plant === 'months-counted-backwards')
    return upTo(world, visits, at).filter((visit) => visit > addMonths(world, at, -visitMonths));
  return counting(world, visits, at, (visit) => addMonths(world, visit, visitMonths));
}

function hasGap(world: World, { visits }: Customer, { gapDays }: Rules, at: number): boolean {
  if (gapDays === undefined) return false;
  const past = upTo(world, visits, at);
  return past.length > 0 && counting(world, past, at, (visit) => addDays(world, visit, gapDays)).length === 0;
}

/** The stretch at an instant, given the one before it: none while somebody is regular. */
function stretchAt(
  world: World,
  customer: Customer,
  rules: Rules,
  stretch: Stretch | undefined,
  at: number,
): Stretch | undefined {
  const visits = visitsThatCount(world, customer, rules, at);
  const gap = hasGap(world, customer, rules, at);
  const isRegular = visits.length >= rules.regularVisits;
  if (!stretch) return isRegular && !gap ? undefined : { from: at, isGap: isRegular };
  const since =
    stretch.isGap && world.plant !== 'gap-stretch-ends-by-old-visits'
      ? visits.filter((visit) => visit >= stretch.from)
      : visits;
  return since.length >= rules.regularVisits && !gap ? undefined : stretch;
}

function regular(world: World, customer: Customer, rules: Rules, at: number): Reason {
  const visits = visitsThatCount(world, customer, rules, at).length;
  return { code: 'regular', visits, months: rules.visitMonths };
}

/** Attrition, or retention once somebody was contacted since it began. */
function judgeStretch(
  world: World,
  customer: Customer,
  rules: Rules,
  stretch: Stretch,
  contacts: readonly number[],
  at: number,
): { place: string; reasons: Reason[] } {
  const from = world.plant === 'contact-before-attrition-counts' ? -Infinity : stretch.from;
  const contact = upTo(world, contacts, at).find((instant) => instant >= from);
  const cause = causeOf(world, customer, rules, stretch, at);
  if (contact === undefined) return { place: 'attrition', reasons: [cause] };
  const isAgain = (visit: number) =>
    world.plant === 'won-back-by-visit-at-contact' ? visit >= contact : visit > contact;
  const wonBack = upTo(world, customer.visits, at).find(isAgain);
  const again = wonBack === undefined ? [] : [{ code: 'won-back', at: wonBack }];
  return { place: 'retention', reasons: [{ code: 'contacted', at: contact }, cause, ...again] };
}

function causeOf(world: World, customer: Customer, rules: Rules, { isGap }: Stretch, at: number): Reason {
  if (isGap) {
    const lastVisitAt = upTo(world, customer.visits, at).at(-1) ?? null;
    return { code: 'gap', days: rules.gapDays, lastVisitAt };
  }
  const visits = visitsThatCount(world, customer, rules, at).length;
  return { code: 'few-visits', visits, months: rules.visitMonths };
}

/** Whether somebody came again after they had been contacted. */
export function isWonBack({ reasons }: Story): boolean {
  return reasons.some(({ code }) => code === 'won-back');
}

/** How a movement is drawn. */
export function lifecycleKind(from: string, to: string, isPlanted = false): string {
  // Also of those who came and went between the two instants.
  if (to === 'former') return 'leave';
  if (from === 'not-engaged') return 'enter';
  if (from === 'former') return 'return';
  const order = (place: string) => LIFECYCLE_PHASES.indexOf(place);
  if (to === 'attrition') return 'decline';
  if (from === 'attrition' && to === 'retention') return 'move';
  if (to === 'retention') return isPlanted ? 'move' : 'decline';
  return order(to) < order(from) ? 'return' : 'move';
}
