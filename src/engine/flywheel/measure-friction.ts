import { valueAt } from '../dataset/column.ts';
import { isTrue } from '../people/flagged-customers.ts';
import { testColumn } from '../people/folded-column.ts';
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
  const { population } = period.context;
  const held: Held = { affected: 0, held: 0 };
  for (let i = 0; i < population.length; i++) {
    const isHeld = test(population[i]!);
    if (isHeld === undefined) continue;
    held.affected += 1;
    if (isHeld) held.held += 1;
  }
  return held;
}

/** Left a basket behind and has not bought since. */
function testAbandonedCart(period: Period): HeldTest | null {
  if (!period.context.hasValues('checkout-view', 'abandonedCart')) return null;
  const carts = period.lastsOf([{ event: 'checkout-view', where: { abandonedCart: true } }]).at;
  const purchases = period.lasts(period.sources.purchases).at;
  return (person) => {
    const cart = carts[person]!;
    return cart <= period.from ? undefined : purchases[person]! < cart;
  };
}

/** A lead of some days to whom nobody has spoken. */
function testUncontacted(period: Period): HeldTest | null {
  if (!period.context.hasTypes(['lead']) || !period.context.hasTypes(['contact'])) return null;
  const leads = period.lastsOf(['lead']).at;
  const contacts = period.lastsOf(['contact']).at;
  return (person) => {
    const lead = leads[person]!;
    if (lead <= period.from || !isDue(period, lead, period.rules.contactDays)) return undefined;
    return contacts[person]! < lead;
  };
}

/** Opened messages and clicked on none. */
function testUnclicked(period: Period, phase: number): HeldTest | null {
  if (!period.context.hasTypes(OPENS) || !period.context.hasTypes(CLICKS)) return null;
  const opens = period.lastsOf(OPENS).at;
  const clicks = period.lastsOf(CLICKS).at;
  return (person) => {
    if (period.placeOf(person) !== phase || opens[person]! <= period.from) return undefined;
    return clicks[person]! <= period.from;
  };
}

/** A new customer of some days who has never come. */
function testNoFirstVisit(period: Period): HeldTest | null {
  if (!period.context.hasTypes(period.rules.visits)) return null;
  const signups = period.record.signup[period.index]!;
  const visits = period.lasts(period.sources.visits).at;
  return (person) => {
    const signup = signups[person]!;
    if (period.placeOf(person) !== Flywheel.Adoption || !Number.isFinite(signup)) return undefined;
    if (!isDue(period, signup, period.rules.firstVisitDays)) return undefined;
    return visits[person]! < signup;
  };
}

/** An intro offer whose time came to an end in the period, and nothing bought after it. */
function testIntroNotFollowed(period: Period): HeldTest | null {
  const { sources, rules, store } = period;
  if (!sources.paid.some(({ kind }) => hasValues(kind, 'intro'))) return null;
  const narrowAll = (isWanted: boolean) =>
    sources.paid.map((source) => {
      const isIntro = testColumn(source.kind.column('intro'), isTrue);
      return narrow(source, (row) => isIntro(row) === isWanted);
    });
  const intros = period.lasts(narrowAll(true)).at;
  const others = period.lasts(narrowAll(false)).at;
  return (person) => {
    const intro = intros[person]!;
    if (intro === -Infinity || !period.has(store.calendar.addDays(intro, rules.introDays))) return undefined;
    return others[person]! < intro;
  };
}

/** A customer whose payment failed, and who has not paid since. */
function testFailedPayment(period: Period): HeldTest | null {
  if (!period.context.hasTypes(['payment-failed'])) return null;
  const failures = period.lastsOf(['payment-failed']).at;
  const paid = period.lasts(period.sources.paid).at;
  return (person) => {
    if (!isCustomerPlace(period.placeOf(person))) return undefined;
    return failures[person]! > period.from && paid[person]! <= failures[person]!;
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
  const { rules, bringings } = period;
  const acts = period.lasts([...period.context.sourcesOf(rules.advocacy), bringings.acts]).at;
  return (person) => {
    const score = scoreOf(person);
    return score === undefined || score < PROMOTER ? undefined : acts[person] === -Infinity;
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
  const isAnswer = (row: number) => !Number.isNaN(read(row));
  const surveys = period.context.sourcesOf(['survey']).map((source) => narrow(source, isAnswer));
  const { at, row } = period.lasts(surveys);
  return (person) => (at[person]! <= period.from ? undefined : read(row[person]!));
}

function compareScore(score: number | undefined, holds: (score: number) => boolean): boolean | undefined {
  return score === undefined ? undefined : holds(score);
}
