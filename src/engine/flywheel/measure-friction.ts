import { valueAt } from '../dataset/column.ts';
import { isTrue } from '../people/find-people-with.ts';
import { hasValues, type EventSource } from '../people/wheel-context.ts';
import type { FrictionMeasure } from '../schema/wheel.ts';
import { Flywheel, flywheelPlaces, isCustomerPlace } from './flywheel-places.ts';
import type { Period } from './period.ts';

/** People a point of friction concerns, and those of them it holds up. */
export interface Held {
  affected: number;
  held: number;
}

/** Undefined: not one of those concerned; else whether they are held up. */
type HeldTest = (person: number) => boolean | undefined;

/** Null: the dataset lacks what the measure needs. */
type Measure = (period: Period, phase: number) => HeldTest | null;

const OPENS = ['email-open', 'sms-open', 'push-open'];
const CLICKS = ['email-click', 'sms-click', 'push-click'];
/** Answers from 0 to 10 that are a complaint at most, and a recommendation at least (net promoter score). */
const DETRACTOR = 6;
const PROMOTER = 9;

const MEASURES: Record<FrictionMeasure, Measure> = {
  'abandoned-carts': testAbandonedCart,
  'uncontacted-leads': testUncontacted,
  'opened-not-clicked': testUnclicked,
  'no-first-visit': testNoFirstVisit,
  'intro-not-followed': testIntroNotFollowed,
  'failed-payments': testFailedPayment,
  'low-survey': testLowSurvey,
  'silent-promoters': testSilentPromoter,
  stayed: testStayed,
};

/** How many people something concerns and holds up in a period; null where the dataset cannot tell. */
export function measureFriction(measure: FrictionMeasure, period: Period, phase: number): Held | null {
  const test = MEASURES[measure](period, phase);
  if (test === null) return null;
  const held: Held = { affected: 0, held: 0 };
  for (const person of period.context.population) {
    const isHeld = test(person);
    if (isHeld === undefined) continue;
    held.affected += 1;
    if (isHeld) held.held += 1;
  }
  return held;
}

/** Left a basket behind and has not bought since. */
function testAbandonedCart(period: Period): HeldTest | null {
  if (!period.context.hasValues('checkout-view', 'abandonedCart')) return null;
  const carts = period.sourcesOf([{ event: 'checkout-view', where: { abandonedCart: true } }]);
  return (person) => {
    const cart = period.last(carts, person);
    return cart && !period.hasSince(period.sources.purchases, person, cart.at);
  };
}

/** A lead of some days to whom nobody has spoken. */
function testUncontacted(period: Period): HeldTest | null {
  if (!period.context.hasTypes(['lead']) || !period.context.hasTypes(['contact'])) return null;
  const leads = period.sourcesOf(['lead']);
  const contacts = period.sourcesOf(['contact']);
  return (person) => {
    const lead = period.last(leads, person);
    if (lead === undefined || !isDue(period, lead.at, period.rules.contactDays)) return undefined;
    return !period.hasSince(contacts, person, lead.at);
  };
}

/** Opened messages and clicked on none. */
function testUnclicked(period: Period, phase: number): HeldTest | null {
  if (!period.context.hasTypes(OPENS) || !period.context.hasTypes(CLICKS)) return null;
  const opens = period.sourcesOf(OPENS);
  const clicks = period.sourcesOf(CLICKS);
  return (person) => {
    if (period.placeOf(person) !== phase || !period.last(opens, person)) return undefined;
    return period.last(clicks, person) === undefined;
  };
}

/** A new customer of some days who has never come. */
function testNoFirstVisit(period: Period): HeldTest | null {
  if (!period.context.hasTypes(period.rules.visits)) return null;
  const signups = period.record.signup[period.index]!;
  return (person) => {
    const signup = signups[person]!;
    if (period.placeOf(person) !== Flywheel.Adoption || !Number.isFinite(signup)) return undefined;
    if (!isDue(period, signup, period.rules.firstVisitDays)) return undefined;
    return !period.hasSince(period.sources.visits, person, signup);
  };
}

/** An intro offer whose time came to an end in the period, and nothing bought after it. */
function testIntroNotFollowed(period: Period): HeldTest | null {
  const { sources, rules, store, from } = period;
  if (!sources.paid.some(({ kind }) => hasValues(kind, 'intro'))) return null;
  const isIntro = ({ kind }: EventSource, row: number) => isTrue(valueAt(kind.column('intro'), row));
  const intros = sources.paid.map((source) => narrow(source, (row) => isIntro(source, row)));
  const others = sources.paid.map((source) => narrow(source, (row) => !isIntro(source, row)));
  return (person) => {
    const intro = period.last(intros, person, -Infinity);
    if (intro === undefined || !isDue(period, intro.at, rules.introDays)) return undefined;
    if (store.calendar.addDays(intro.at, rules.introDays) <= from) return undefined;
    return !period.hasSince(others, person, intro.at);
  };
}

/** A customer whose payment failed, and who has not paid since. */
function testFailedPayment(period: Period): HeldTest | null {
  if (!period.context.hasTypes(['payment-failed'])) return null;
  const failures = period.sourcesOf(['payment-failed']);
  return (person) => {
    if (!isCustomerPlace(period.placeOf(person))) return undefined;
    const failure = period.last(failures, person);
    return failure !== undefined && !period.hasSince(period.sources.paid, person, failure.at + 1);
  };
}

/** Answered a survey and is not satisfied. */
function testLowSurvey(period: Period): HeldTest | null {
  const scoreOf = toScoreReader(period);
  return scoreOf && ((person) => compareScore(scoreOf(person), (score) => score <= DETRACTOR));
}

/** Would recommend the studio, and has never done anything of the kind. */
function testSilentPromoter(period: Period): HeldTest | null {
  const scoreOf = toScoreReader(period);
  if (scoreOf === null) return null;
  const acts = [...period.sourcesOf(period.rules.advocacy), period.bringings.acts];
  return (person) => {
    const score = scoreOf(person);
    return score === undefined || score < PROMOTER
      ? undefined
      : period.last(acts, person, -Infinity) === undefined;
  };
}

/** In the phase for longer than is aimed at. */
function testStayed(period: Period, phase: number): HeldTest | null {
  const next = flywheelPlaces.ids[phase + 1];
  const { targets } = period.rules;
  const id = `days-to-${next}`;
  if (phase >= Flywheel.Advocacy || !Object.hasOwn(targets, id)) return null;
  const { calendar } = period.store;
  const since = period.record.table.since[period.index]!;
  const today = calendar.dayOf(period.to);
  return (person) => {
    if (period.placeOf(person) !== phase) return undefined;
    return since[person] === -Infinity || today - calendar.dayOf(since[person]!) > targets[id]!;
  };
}

function isDue({ store, to }: Period, at: number, days: number): boolean {
  return store.calendar.addDays(at, days) <= to;
}

function narrow({ kind, test }: EventSource, own: (row: number) => boolean): EventSource {
  return { kind, test: (row, person) => own(row) && (test === null || test(row, person)) };
}

/** Somebody's latest answer of the period that is a number; null where the dataset has no survey. */
function toScoreReader(period: Period): ((person: number) => number | undefined) | null {
  const column = period.store.persons.kinds.get('survey')?.column('score');
  if (column === undefined) return null;
  const read = (row: number) => Number(valueAt(column, row) ?? NaN);
  const surveys = period
    .sourcesOf(['survey'])
    .map((source) => narrow(source, (row) => !Number.isNaN(read(row))));
  return (person) => {
    const last = period.last(surveys, person);
    return last && read(last.row);
  };
}

function compareScore(score: number | undefined, holds: (score: number) => boolean): boolean | undefined {
  return score === undefined ? undefined : holds(score);
}
