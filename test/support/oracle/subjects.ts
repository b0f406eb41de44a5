import type { Switches } from '../../../src/engine/schema/definition.ts';
import { calendarOf, isDateAlone, parseInstant, type Calendar } from './calendar.ts';
import { isMissing } from './conditions.ts';
import type { OracleDataset, OracleEvent, Row, Run, Subject } from './types.ts';

/** The dated columns of a person, in the order of their rows among events of one instant. */
const datedColumns = [
  ['createdAt', 'client'],
  ['leadCreatedAt', 'lead'],
  ['lastContactedAt', 'contact'],
  ['convertedToCustomerAt', 'conversion'],
] as const;

/** The order of events everywhere: instant, then table, then row. */
export function byOrder(a: OracleEvent, b: OracleEvent): number {
  return a.instant - b.instant || a.table - b.table || a.row - b.row;
}

/** Everything a funnel could count, each with its events. */
export function toSubjects(dataset: OracleDataset, run: Run): Subject[] {
  const people = toPeople(dataset, run);
  for (const person of people) person.events = applySwitches(person.events, run.switches);
  return run.definition.subject === 'membership' ? toMemberships(people) : people;
}

function toPeople(dataset: OracleDataset, run: Run): Subject[] {
  const tables = toTables(dataset);
  const rows = tables.flatMap((table, t) => table.map((row, r) => ({ row, t, r })));
  const ids = new Set([...dataset.people.map((row) => row['id']), ...rows.map(({ row }) => row['person'])]);
  return [...ids].map((id) => {
    const person = dataset.people.find((row) => row['id'] === id) ?? {};
    const own = rows.filter(({ row }) => row['person'] === id);
    const fromTables = own.map(({ row, t, r }) => toEvent(row, t, r, person, dataset));
    const events = [...fromTables, ...fromColumns(person, fromTables, dataset, run)].sort(byOrder);
    return { id: id as string, personId: id as string, person, events };
  });
}

/** The event tables of a dataset, one long table or several. */
export function toTables(dataset: OracleDataset): Row[][] {
  const { events } = dataset;
  return events.some(Array.isArray) ? (events as Row[][]) : [events as Row[]];
}

function toEvent(row: Row, table: number, index: number, person: Row, dataset: OracleDataset): OracleEvent {
  const { type, at, ...rest } = row;
  const props = Object.fromEntries(Object.entries(rest).filter(([name]) => name !== 'person'));
  return {
    ...toMoment(at, calendarOf(dataset.timeZone)),
    table,
    row: index,
    type: type as string,
    props,
    person,
  };
}

function toMoment(at: unknown, calendar: Calendar): { instant: number; dayOnly: boolean; day: string } {
  const instant = parseInstant(at as string | number, calendar);
  return { instant, dayOnly: isDateAlone(at), day: calendar.dayOf(instant) };
}

/** Dated columns become events; a table row of the same type and person replaces them. */
function fromColumns(
  person: Row,
  fromTables: OracleEvent[],
  dataset: OracleDataset,
  run: Run,
): OracleEvent[] {
  return datedColumns.flatMap(([column, type], row) => {
    const at = person[column];
    if (isMissing(at)) return [];
    const replaced = fromTables.some((event) => event.type === type);
    if (replaced && run.plant !== 'person-column-kept') return [];
    const via = type === 'client' && !isMissing(person['referredBy']) ? { via: 'referral' } : {};
    return [
      {
        ...toMoment(at, calendarOf(dataset.timeZone)),
        table: -1,
        row,
        type,
        props: { ...person, ...via },
        person,
      },
    ];
  });
}

function isTrue(value: unknown): boolean {
  return String(value) === 'true';
}

/** The studio's switches take events out of every funnel. */
function applySwitches(events: OracleEvent[], switches: Switches): OracleEvent[] {
  const surviving = events.filter((event) => !isSwitchedOff(event, switches));
  if (!switches.ignoreSecondIntro) return surviving;
  const isIntro = (event: OracleEvent) => event.type === 'purchase' && isTrue(event.props['intro']);
  const firstIntro = surviving.find(isIntro);
  return surviving.filter((event) => !isIntro(event) || event === firstIntro);
}

function isSwitchedOff({ type, props }: OracleEvent, switches: Switches): boolean {
  if (type === 'purchase') {
    const { amount, dropIn, refunded } = props;
    if (switches.ignoreZero && !isMissing(amount) && Number(amount) === 0) return true;
    if (switches.ignoreDropIns && isTrue(dropIn)) return true;
    if (switches.ignoreRefunded && isTrue(refunded)) return true;
  }
  if (type === 'booking') {
    const { status, aggregator } = props;
    if (switches.ignoreNoShows && status === 'no-show') return true;
    if (switches.ignoreLateCancels && status === 'late-cancel') return true;
    if (switches.ignoreAggregators && !isMissing(aggregator) && String(aggregator) !== 'false') return true;
  }
  return false;
}

/** One subject for each membership that events name; its person is that of its first event. */
function toMemberships(people: Subject[]): Subject[] {
  const named = people
    .flatMap((person) => person.events.map((event) => ({ event, person })))
    .filter(({ event }) => !isMissing(event.props['membership']))
    .sort((a, b) => byOrder(a.event, b.event));
  const ids = [...new Set(named.map(({ event }) => event.props['membership'] as string))];
  return ids.map((id) => {
    const own = named.filter(({ event }) => event.props['membership'] === id);
    return { ...own[0]!.person, id, events: own.map(({ event }) => event) };
  });
}
