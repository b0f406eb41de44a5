import { quantile } from './oracle.ts';
import { isMissing } from './conditions.ts';
import type { Moment, OracleEvent, ReportRow, Row, Run, Subject } from './types.ts';
import { dateRuleBounds } from './candidates.ts';
import { reportSubject } from './verdict.ts';

const NOT_OF_EVENTS = [
  'person',
  'type',
  'at',
  'day',
  'membership',
  'eventAt',
  'startsAt',
  'amount',
  'referredBy',
  'referred',
];
/** What a person has besides these is a factor. */
const NOT_OF_PEOPLE = [
  ...[
    'id',
    'name',
    'email',
    'phone',
    'consent',
    'tags',
    'referredBy',
    'leadStage',
    'isCustomer',
    'customerSince',
  ],
  ...['createdAt', 'leadCreatedAt', 'lastContactedAt', 'convertedToCustomerAt'],
];

/** A person on the way: what they had, and what became of them. */
interface Journey {
  row: ReportRow;
  entry: Moment;
  took: number;
  converted: boolean;
}

/** Each factor as a text: what, those with it and those without, and how many of both went on. */
export function listFactors(subjects: Subject[], run: Run, people: Row[]): string[] {
  const rows = subjects.flatMap((subject) => reportSubject(subject, run));
  const last = run.steps.at(-1)!;
  const entered = rows.flatMap((row) => {
    const [entry, end] = [row.attempt.kept[0], row.attempt.kept[last.index]];
    if (!entry || (end && end.instant < entry.instant)) return [];
    return [{ row, entry, took: end ? end.instant - entry.instant : Infinity }];
  });
  const times = entered.map(({ took }) => took).filter(Number.isFinite);
  if (times.length === 0) return [];
  const horizon = quantile(times, 0.9);
  const within = quantile(times, 0.25);
  const until = Math.min(run.now, dateRuleBounds(last.when, run).last);
  const journeys: Journey[] = entered
    .filter(({ took, entry }) => took <= horizon || until - entry.instant >= horizon)
    .map((one) => ({ ...one, converted: one.took <= horizon }));
  const late = journeys.filter(({ took }) => took > within);
  const columns = [...new Set(people.flatMap((person) => Object.keys(person)))];
  return [
    ...columns
      .filter((name) => !NOT_OF_PEOPLE.includes(name))
      .flatMap((name) =>
        divide(['person', `person.${name}`], journeys, ({ row }) => row.subject.person[name]),
      ),
    ...entryFactors(journeys, run),
    ...(within > 0 ? eventFactors(late, run, within) : []),
  ].sort();
}

function entryFactors(journeys: Journey[], run: Run): string[] {
  if (run.steps[0]!.absent || run.order === 'unordered') return [];
  const propsOf = ({ entry }: Journey) => (entry as OracleEvent).props;
  const names = [...new Set(journeys.flatMap((one) => Object.keys(propsOf(one))))];
  return names
    .filter((name) => !NOT_OF_EVENTS.includes(name))
    .flatMap((name) => divide(['entry', name], journeys, (one) => propsOf(one)[name]));
}

/** Everybody has one value at most: of two that are each other's opposite, the first met is told. */
function divide(what: string[], journeys: Journey[], valueOf: (one: Journey) => unknown): string[] {
  const values = [
    ...new Set(journeys.map(valueOf).filter((value) => !isMissing(value) && !Array.isArray(value))),
  ];
  const tests = values.map((value) => ({ value, has: (one: Journey) => valueOf(one) === value }));
  const told = tests.flatMap(({ value, has }) => tell([...what, value], journeys, has));
  const everybodyHas = journeys.every((one) => !isMissing(valueOf(one)));
  return values.length === 2 && everybodyHas && told.length === 2 ? [oneOf(told)] : told;
}

/** Which of two opposites is told is nobody's business: both in one. */
function oneOf(texts: string[]): string {
  return `either ${[...texts].sort().join(' or ')}`;
}

function eventFactors(journeys: Journey[], run: Run, within: number): string[] {
  const ways = run.steps.flatMap((step) => [
    ...step.conditions.flatMap(({ types }) => types),
    ...Object.values(step.definition.outcomes ?? {}).flatMap(({ event }) => event ?? []),
  ]);
  if (ways.includes('*')) return [];
  const eventsOf = ({ row, entry }: Journey) =>
    row.subject.events.filter(
      ({ instant, type, table }) =>
        instant > entry.instant && instant <= entry.instant + within && !ways.includes(type) && table >= 0,
    );
  const all = journeys.flatMap(eventsOf);
  return [...new Set(all.map(({ type }) => type))].flatMap((type) => {
    const own = (one: Journey) => eventsOf(one).filter((event) => event.type === type);
    const names = [...new Set(all.flatMap(({ props }) => Object.keys(props)))].filter(
      (name) => !NOT_OF_EVENTS.includes(name),
    );
    return [
      ...tell(['event', type], journeys, (one) => own(one).length > 0),
      ...names.flatMap((name) => {
        const values = new Set(all.filter((event) => event.type === type).map(({ props }) => props[name]));
        return [...values]
          .filter((value) => !isMissing(value) && !Array.isArray(value))
          .flatMap((value) =>
            tell(['event', type, name, value], journeys, (one) =>
              own(one).some(({ props }) => props[name] === value),
            ),
          );
      }),
    ];
  });
}

function tell(what: unknown[], journeys: Journey[], has: (one: Journey) => boolean): string[] {
  const count = (group: Journey[]) => ({
    people: group.length,
    converted: group.filter((one) => one.converted).length,
  });
  const [own, others] = [count(journeys.filter(has)), count(journeys.filter((one) => !has(one)))];
  return own.people > 0 && others.people > 0 ? [JSON.stringify([...what, own, others])] : [];
}
