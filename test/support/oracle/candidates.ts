import type { DateRule, Where } from '../../../src/engine/schema/definition.ts';
import { isDateAlone, parseInstant, type Calendar } from './calendar.ts';
import { isOfType, meetsCondition, meetsWhere } from './conditions.ts';
import type { OracleEvent, Run, Step, Subject } from './types.ts';

/** First instant of a range or date rule: a bare date is its whole day. */
export function rangeStart(value: string | number | null | undefined, calendar: Calendar): number {
  return value === null || value === undefined ? -Infinity : parseInstant(value, calendar);
}

/** Last instant of a range or date rule, included. */
export function rangeEnd(value: string | number | null | undefined, calendar: Calendar): number {
  if (value === null || value === undefined) return Infinity;
  return isDateAlone(value) ? calendar.endOfDay(value) : parseInstant(value, calendar);
}

/** First and last instant that a date rule allows; `any` and `afterEntry` allow all. */
export function dateRuleBounds(when: DateRule, run: Run): { first: number; last: number } {
  if (when === 'inRange') return { first: run.from, last: run.to };
  if (typeof when === 'string') return { first: -Infinity, last: Infinity };
  if ('lookback' in when) {
    const days = run.options.lookbackDays ?? when.lookback.days;
    const first = run.calendar.addToInstant(run.from, { days: -days });
    return { first, last: run.plant === 'look-back-includes-from' ? run.from : run.from - 1 };
  }
  return { first: rangeStart(when.from, run.calendar), last: rangeEnd(when.to, run.calendar) };
}

function meetsDateRule(event: OracleEvent, when: DateRule, run: Run): boolean {
  const { first, last } = dateRuleBounds(when, run);
  return (
    event.instant >= first &&
    (run.plant === 'range-end-exclusive' ? event.instant < last : event.instant <= last)
  );
}

/** The subject's events up to *now*. */
export function eventsUntilNow(subject: Subject, run: Run): OracleEvent[] {
  return subject.events.filter((event) => event.instant <= run.now || run.plant === 'now-ignored');
}

/** Conditions that narrow a step beyond its own: of the run's filters and, in a breakdown, of a group. */
function narrowed(event: OracleEvent, step: Step, run: Run): boolean {
  const filter: Where = run.options.filters?.[step.id] ?? {};
  return meetsWhere(event.props, event.person, filter, run);
}

function meetsConditions(event: OracleEvent, step: Step, run: Run): boolean {
  return (
    meetsWhere(event.props, event.person, run.where, run) &&
    meetsWhere(event.props, event.person, step.where, run) &&
    step.conditions.some((condition) => meetsCondition(event, condition, run)) &&
    narrowed(event, step, run)
  );
}

/** An extra condition on the events of every step: a group of an `all-events` breakdown. */
export type EventTest = (event: OracleEvent) => boolean;

/** All events that could match the step by themselves, before `pick` and `nth`. */
export function staticCandidates(
  subject: Subject,
  step: Step,
  run: Run,
  test: EventTest = () => true,
): OracleEvent[] {
  return eventsUntilNow(subject, run).filter(
    (event) => meetsConditions(event, step, run) && meetsDateRule(event, step.when, run) && test(event),
  );
}

/** The events that could match the step, after `pick` and `nth`. */
export function stepCandidates(
  subject: Subject,
  step: Step,
  run: Run,
  test: EventTest = () => true,
): OracleEvent[] {
  const all = staticCandidates(subject, step, run, test);
  const { pick, nth } = step.definition;
  if (pick === 'first-ever') return firstEver(subject, step, run, all);
  if (pick === 'last') {
    const whenever = eventsUntilNow(subject, run).filter(
      (event) => meetsConditions(event, step, run) && test(event),
    );
    const latest = run.plant === 'last-in-range' ? all.at(-1) : whenever.at(-1);
    return all.filter((event) => event === latest);
  }
  if (nth !== undefined) return all.slice(nth - 1, nth);
  return all;
}

/** The very first event of the step's types, on which all else is tested afterwards. */
function firstEver(subject: Subject, step: Step, run: Run, all: OracleEvent[]): OracleEvent[] {
  if (run.plant === 'first-ever-after-where') return all.slice(0, 1);
  const first = eventsUntilNow(subject, run).find((event) =>
    step.conditions.some((condition) => isOfType(event, condition)),
  );
  return all.filter((event) => event === first);
}

/** An absent step: the subject fulfils what is said of the person, and has none of the events. */
export function isAbsent(subject: Subject, step: Step, run: Run, test: EventTest = () => true): boolean {
  const filter: Where = run.options.filters?.[step.id] ?? {};
  const ofPerson = (where: Where) =>
    Object.fromEntries(Object.entries(where).filter(([name]) => name.startsWith('person.')));
  const fits = [step.where, filter].every((where) => meetsWhere({}, subject.person, ofPerson(where), run));
  return fits && staticCandidates(subject, step, run, test).length === 0;
}
