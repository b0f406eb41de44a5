import { valueAt } from '../dataset/column.ts';
import { isTrue } from '../people/flagged-customers.ts';
import { testColumn } from '../people/folded-column.ts';
import { hasValues, type EventSource } from '../people/wheel-context.ts';
import type { FrictionMeasure } from '../schema/wheel.ts';
import { Flywheel, flywheelPlaces } from './flywheel-places.ts';
import type { Period } from './period.ts';

/** People a point of friction concerns, and those of them it holds up. */
export interface Held {
  affected: number;
  held: number;
}

/** Whom something concerns, and whether somebody of them is held up. */
interface Concern {
  people: readonly number[];
  isHeld: (person: number) => boolean;
}

/** Null: the dataset lacks what the measure needs. */
type Measure = (period: Period, phase: number) => Concern | null;

const OPENS = ['email-open', 'sms-open', 'push-open'];
const CLICKS = ['email-click', 'sms-click', 'push-click'];
/** Answers from 0 to 10 that are a complaint at most, and a recommendation at least (net promoter score). */
const DETRACTOR = 6;
const PROMOTER = 9;

const MEASURES: Record<FrictionMeasure, Measure> = {
  'abandoned-carts': findAbandonedCart,
  'uncontacted-leads': findUncontacted,
  'opened-not-clicked': findUnclicked,
  'no-first-visit': findNoFirstVisit,
  'intro-not-followed': findIntroNotFollowed,
  'failed-payments': findFailedPayment,
  'low-survey': findLowSurvey,
  'silent-promoters': findSilentPromoter,
  stayed: findStayed,
};

/** How many people something concerns and holds up in a period; null where the dataset cannot tell. */
export function measureFriction(measure: FrictionMeasure, period: Period, phase: number): Held | null {
  const concern = MEASURES[measure](period, phase);
  return concern && { affected: concern.people.length, held: concern.people.filter(concern.isHeld).length };
}

/** Left a basket behind and has not bought since. */
function findAbandonedCart(period: Period): Concern | null {
  if (!period.context.hasValues('checkout-view', 'abandonedCart')) return null;
  const carts = period.lastsOf([{ event: 'checkout-view', where: { abandonedCart: true } }]).at;
  const purchases = period.lasts(period.sources.purchases).at;
  return { people: period.peopleIn(carts), isHeld: (person) => purchases[person]! < carts[person]! };
}

/** A lead of some days to whom nobody has spoken. */
function findUncontacted(period: Period): Concern | null {
  if (!period.context.hasTypes(['lead']) || !period.context.hasTypes(['contact'])) return null;
  const leads = period.lastsOf(['lead']).at;
  const contacts = period.lastsOf(['contact']).at;
  const { contactDays } = period.rules;
  return {
    people: period.peopleIn(leads).filter((person) => isDue(period, leads[person]!, contactDays)),
    isHeld: (person) => contacts[person]! < leads[person]!,
  };
}

/** Opened messages and clicked on none. */
function findUnclicked(period: Period, phase: number): Concern | null {
  if (!period.context.hasTypes(OPENS) || !period.context.hasTypes(CLICKS)) return null;
  const opens = period.lastsOf(OPENS).at;
  const clicks = period.lastsOf(CLICKS).at;
  return {
    people: period.peopleIn(opens).filter((person) => period.placeOf(person) === phase),
    isHeld: (person) => !period.has(clicks[person]!),
  };
}

/** A new customer of some days who has never come. */
function findNoFirstVisit(period: Period): Concern | null {
  if (!period.context.hasTypes(period.rules.visits)) return null;
  const signups = period.record.signup[period.index]!;
  const visits = period.lasts(period.sources.visits).at;
  const { firstVisitDays } = period.rules;
  const isConcerned = (person: number) =>
    Number.isFinite(signups[person]) && isDue(period, signups[person]!, firstVisitDays);
  return {
    people: period.peopleAt(Flywheel.Adoption).filter(isConcerned),
    isHeld: (person) => visits[person]! < signups[person]!,
  };
}

/** An intro offer whose time came to an end in the period, and nothing bought after it. */
function findIntroNotFollowed(period: Period): Concern | null {
  const { context, sources, rules, store } = period;
  if (!sources.paid.some(({ kind }) => hasValues(kind, 'intro'))) return null;
  const narrowAll = (isWanted: boolean) =>
    sources.paid.map((source) => {
      const isIntro = testColumn(source.kind.column('intro'), isTrue);
      return narrow(source, (row) => isIntro(row) === isWanted);
    });
  const intros = period.lasts(narrowAll(true)).at;
  const others = period.lasts(narrowAll(false)).at;
  const isOver = (person: number) =>
    intros[person] !== -Infinity && period.has(store.calendar.addDays(intros[person]!, rules.introDays));
  return {
    people: Array.from(context.population.filter(isOver)),
    isHeld: (person) => others[person]! < intros[person]!,
  };
}

/** A customer whose payment failed, and who has not paid since. */
function findFailedPayment(period: Period): Concern | null {
  if (!period.context.hasTypes(['payment-failed'])) return null;
  const failures = period.lastsOf(['payment-failed']).at;
  const paid = period.lasts(period.sources.paid).at;
  const isHeld = (person: number) => period.has(failures[person]!) && paid[person]! <= failures[person]!;
  return { people: period.customers, isHeld };
}

/** Answered a survey and is not satisfied. */
function findLowSurvey(period: Period): Concern | null {
  const answers = findAnswers(period);
  return answers && { people: answers.people, isHeld: (person) => answers.scoreOf(person) <= DETRACTOR };
}

/** Would recommend the studio, and has never done anything of the kind. */
function findSilentPromoter(period: Period): Concern | null {
  const answers = findAnswers(period);
  if (answers === null) return null;
  const { rules, bringings } = period;
  const acts = period.lasts([...period.context.sourcesOf(rules.advocacy), bringings.acts]).at;
  return {
    people: answers.people.filter((person) => answers.scoreOf(person) >= PROMOTER),
    isHeld: (person) => acts[person] === -Infinity,
  };
}

/** In the phase for longer than is aimed at. */
function findStayed(period: Period, phase: number): Concern | null {
  const next = flywheelPlaces.ids[phase + 1];
  const { targets } = period.rules;
  const id = `days-to-${next}`;
  if (phase >= Flywheel.Advocacy || !Object.hasOwn(targets, id)) return null;
  const { calendar } = period.store;
  const since = period.record.table.since[period.index]!;
  const today = calendar.dayOf(period.to);
  const isHeld = (person: number) =>
    since[person] === -Infinity || today - calendar.dayOf(since[person]!) > targets[id]!;
  return { people: period.peopleAt(phase), isHeld };
}

function isDue({ store, to }: Period, at: number, days: number): boolean {
  return store.calendar.addDays(at, days) <= to;
}

function narrow({ kind, test }: EventSource, own: (row: number) => boolean): EventSource {
  return { kind, test: (row, person) => own(row) && (test === null || test(row, person)) };
}

/** Who answered a survey in the period with a number, and their latest answer; null where there is no survey. */
function findAnswers(period: Period): { people: number[]; scoreOf: (person: number) => number } | null {
  const column = period.store.persons.kinds.get('survey')?.column('score');
  if (column === undefined) return null;
  const read = (row: number) => Number(valueAt(column, row) ?? NaN);
  const isAnswer = (row: number) => !Number.isNaN(read(row));
  const surveys = period.context.sourcesOf(['survey']).map((source) => narrow(source, isAnswer));
  const { at, row } = period.lasts(surveys);
  return { people: period.peopleIn(at), scoreOf: (person) => read(row[person]!) };
}
