import fc from 'fast-check';
import type {
  DateRule,
  Duration,
  FunnelDefinition,
  StepDefinition,
  Where,
} from '../../../src/engine/schema/definition.ts';
import type { RunOptions } from '../../../src/engine/schema/options.ts';
import { randomSettings, type RandomSettings } from '../random-settings.ts';
import { legalize } from './legalize.ts';
import type { OracleDataset, Row } from './types.ts';

/** One question: all plain JSON, so that a failing one can be printed and run again. */
export interface RandomCase {
  dataset: OracleDataset;
  definition: FunnelDefinition;
  options: RunOptions;
}

/** How many cases, and from which seed; `FW_CASES` and `FW_SEED` override. */
export const caseSettings = (cases: number): RandomSettings => randomSettings(cases, 20_240_331);

/** A case around a clock change or a plain day, with every option of a definition and of a run. */
export function randomCase(): fc.Arbitrary<RandomCase> {
  return randomCases(1).map(([one]) => one!);
}

/** Several questions to one dataset. */
export function randomCases(questions: number): fc.Arbitrary<RandomCase[]> {
  const cases = fc.constantFrom(...scenes).chain((scene) => {
    const question = fc.record({ definition: definitionOf(scene), options: optionsOf(scene) });
    return fc.record({
      dataset: datasetOf(scene),
      questions: fc.array(question, { minLength: questions, maxLength: questions }),
    });
  });
  // Without bias: the edges are in the values themselves, small cases are empty ones.
  return fc.noBias(
    cases.map(({ dataset, questions: asked }) =>
      asked.map(({ definition, options }) => legalize({ dataset, definition, options })),
    ),
  );
}

// ---------------------------------------------------------------- times

/** A few days around `day`, so that equal instants, range ends and clock changes meet often. */
interface Scene {
  timeZone: string;
  /** The middle day. */
  day: string;
  before: string;
  after: string;
  /** A month after the middle day, and 30 days before it. */
  month: string;
  lookback: string;
  /** An instant of the middle day, with an offset. */
  exact: string;
}

const scenes: Scene[] = [
  scene('Europe/Paris', '2024-03-31', '2024-03-30', '2024-04-01', '2024-04-30', '2024-03-01', '+02:00'),
  scene('Europe/Paris', '2024-10-27', '2024-10-26', '2024-10-28', '2024-11-27', '2024-09-27', '+01:00'),
  scene('America/New_York', '2024-03-10', '2024-03-09', '2024-03-11', '2024-04-10', '2024-02-09', '-04:00'),
  scene('America/New_York', '2024-11-03', '2024-11-02', '2024-11-04', '2024-12-03', '2024-10-04', '-05:00'),
  scene('UTC', '2024-01-31', '2024-01-30', '2024-02-01', '2024-02-29', '2024-01-01', 'Z'),
];

function scene(
  timeZone: string,
  day: string,
  before: string,
  after: string,
  month: string,
  lookback: string,
  offset: string,
): Scene {
  return { timeZone, day, before, after, month, lookback, exact: `${day}T12:00:00${offset}` };
}

/** When events happen. */
function times({ day, before, after, month, lookback, exact }: Scene): fc.Arbitrary<string | number> {
  const often = [
    `${day}T10:00`,
    `${day}T11:00`,
    `${day}T12:00`,
    exact,
    `${day}T12:00:00.600`,
    `${after}T12:00`,
    `${before}T12:00`,
    day,
  ];
  const seldom = [
    before,
    after,
    `${before}T23:59:59.999`,
    `${day}T00:00`,
    `${day}T02:30`,
    `${day}T23:59:59.999`,
    `${after}T00:00`,
    `${after}T11:59:59.400`,
    `${after}T12:00:00.001`,
    `${month}T12:00`,
    `${month}T12:00:01`,
    `${lookback}T00:00`,
    `${lookback}T12:00`,
  ];
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom<string | number>(...often) },
    { weight: 3, arbitrary: fc.constantFrom<string | number>(...seldom) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<string | number>(Date.parse(exact), Date.parse(exact) + 3_600_000),
    },
  );
}

function nows({ day, before, after, month, exact }: Scene): fc.Arbitrary<string | number> {
  return fc.constantFrom<string | number>(
    `${month}T23:00`,
    `${month}T12:00`,
    `${after}T12:00`,
    `${after}T12:00`,
    `${after}T23:59:59.999`,
    `${day}T12:00`,
    exact,
    Date.parse(exact) + 3_600_000,
    `${before}T12:00`,
    ...Array<string>(8).fill('2025-06-01T00:00:00Z'),
  );
}

function durations(): fc.Arbitrary<Duration> {
  return fc.constantFrom<Duration>(
    { days: 1 },
    { days: 1 },
    { days: 0 },
    { days: 2 },
    { days: 30 },
    { months: 1 },
    { months: 0 },
    { ms: 3_600_000 },
    { ms: 86_400_000 },
    { ms: 0 },
    { ms: 7_200_000 },
  );
}

/** The calendar month of a day. */
function wholeMonth(day: string): NonNullable<RunOptions['range']> {
  const [year, month] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year!, month!, 0)).getUTCDate();
  return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${last}` };
}

function ranges({
  day,
  before,
  after,
  month,
  lookback,
  exact,
}: Scene): fc.Arbitrary<NonNullable<RunOptions['range']>> {
  return fc.constantFrom<NonNullable<RunOptions['range']>>(
    { from: before, to: after },
    { from: before, to: after },
    { from: day, to: day },
    wholeMonth(day),
    { from: day, to: after },
    { from: lookback, to: month },
    { from: lookback, to: month },
    { from: lookback, to: month },
    { from: before, to: null },
    { from: null, to: day },
    { from: exact, to: `${after}T12:00` },
    { from: `${day}T10:00`, to: exact },
  );
}

// ---------------------------------------------------------------- conditions

const types = ['lead', 'contact', 'purchase', 'booking'];

/** Something all but once in so many cases. */
function maybe<T>(arbitrary: fc.Arbitrary<T>, one: number): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: one - 1 });
}

/** Something only once in so many cases. */
function seldom<T>(arbitrary: fc.Arbitrary<T>, oneIn: number): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

function conditions({ day, after }: Scene): fc.Arbitrary<Where> {
  return fc.constantFrom<Where>(
    { v: 'x' },
    { v: 'x' },
    { v: ['x', 1] },
    { v: '1' },
    { v: true },
    { v: { ne: 'x' } },
    { v: { notIn: ['x', 'Yy'] } },
    { v: { contains: 'Y' } },
    { v: { notContains: 'y' } },
    { v: { exists: true } },
    { v: { exists: false } },
    { n: { gt: 1 } },
    { n: { gte: '1', lt: 3 } },
    { n: { lte: 1 } },
    { startsAt: { gte: '$from', lte: '$to' } },
    { startsAt: { gt: '$now' } },
    { startsAt: { lte: '$now' } },
    { startsAt: { lt: day } },
    { startsAt: { gte: `${after}T00:00` } },
    { v: { ne: 'x' }, n: { exists: true } },
    { 'person.source': 'web' },
    { 'person.source': { ne: 'web' } },
    { 'person.isCustomer': true },
    { intro: true },
    { intro: { ne: true } },
  );
}

const eventNames = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom<string | string[]>(...types) },
  { weight: 1, arbitrary: fc.constantFrom<string | string[]>('*', 'client', 'conversion') },
  { weight: 2, arbitrary: fc.constantFrom<string | string[]>(['lead', 'contact'], ['purchase', 'booking']) },
);

// ---------------------------------------------------------------- dataset

function eventOf(scene: Scene, ids: string[]): fc.Arbitrary<Row> {
  const person = fc.constantFrom(...ids);
  const properties = fc.record({
    v: fc.constantFrom<unknown>(undefined, undefined, 'x', 'x', 'x', 'Yy', '', 1, true, null),
    n: fc.constantFrom<unknown>(undefined, 0, 1, 2, '1'),
    membership: fc.constantFrom<unknown>('m1', 'm1', 'm2', undefined),
  });
  const special = fc.record({
    startsAt: seldom(times(scene), 2),
    intro: fc.constantFrom<unknown>(true, 'true', false, undefined),
    amount: fc.constantFrom<unknown>(0, 10, undefined),
    dropIn: fc.constantFrom<unknown>(true, undefined, undefined),
    refunded: fc.constantFrom<unknown>(true, undefined, undefined),
    status: fc.constantFrom<unknown>('booked', 'attended', 'late-cancel', 'no-show', undefined),
    aggregator: fc.constantFrom<unknown>('pass', false, undefined, undefined),
  });
  return fc
    .tuple(
      fc.record({
        person,
        type: fc.oneof(
          { weight: 3, arbitrary: fc.constant('lead') },
          { weight: 9, arbitrary: fc.constantFrom(...types) },
          { weight: 1, arbitrary: fc.constantFrom('x', 'conversion', 'client') },
        ),
        at: times(scene),
      }),
      properties,
      seldom(special, 3),
    )
    .map((parts) => present(ownMembership(Object.assign({}, ...parts) as Row)));
}

/** A membership is one person's. */
function ownMembership(event: Row): Row {
  const { membership, person } = event;
  return membership === undefined
    ? event
    : { ...event, membership: `${String(membership)}-${String(person)}` };
}

/** Without the properties that are not there. */
function present(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
}

function personOf(scene: Scene, id: string): fc.Arbitrary<Row> {
  return fc
    .record({
      id: fc.constant(id),
      source: fc.constantFrom<unknown>('web', 'ad', undefined),
      isCustomer: fc.constantFrom<unknown>(true, false, undefined),
      referredBy: seldom(fc.constant('p1'), 5),
      v: seldom(fc.constant('x'), 5),
      createdAt: seldom(times(scene), 6),
      leadCreatedAt: seldom(times(scene), 3),
      lastContactedAt: seldom(times(scene), 3),
      convertedToCustomerAt: seldom(times(scene), 6),
    })
    .map(present);
}

function datasetOf(scene: Scene): fc.Arbitrary<OracleDataset> {
  const sizes = fc.constantFrom(1, 1, 1, 2, 2, 3, 4);
  return sizes.chain((size) => {
    const ids = ['p1', 'p2', 'p3', 'p4'].slice(0, size);
    const events = fc.array(eventOf(scene, ids), {
      minLength: 2 + size,
      maxLength: Math.min(5 + size * 3, 14),
      size: 'max',
    });
    return fc
      .record({
        people: fc.tuple(...ids.map((id) => seldom(personOf(scene, id), 2))),
        events,
        split: fc.constantFrom('one', 'one', 'parity', 'type'),
        asOf: seldom(nows(scene), 4),
      })
      .map(({ people, events, split, asOf }) => ({
        timeZone: scene.timeZone,
        ...(asOf === undefined ? {} : { asOf }),
        people: people.filter((row) => row !== undefined),
        events: toTables(atMostEight(events), split),
      }));
  });
}

/** No more than eight events a person, to keep the oracle's lists short. */
function atMostEight(events: Row[]): Row[] {
  return events.filter(
    (event, i) => events.slice(0, i).filter((other) => other['person'] === event['person']).length < 8,
  );
}

function toTables(events: Row[], split: string): Row[] | Row[][] {
  if (split === 'one') return events;
  const keyOf = (event: Row, i: number) => (split === 'parity' ? String(i % 2) : String(event['type']));
  const keys = [...new Set(events.map(keyOf))];
  return keys.map((key) => events.filter((event, i) => keyOf(event, i) === key));
}

// ---------------------------------------------------------------- definition

function dateRules({ day, after, exact }: Scene, index: number): fc.Arbitrary<DateRule | undefined> {
  return fc.constantFrom<DateRule | undefined>(
    ...Array<undefined>(8).fill(undefined),
    'any',
    'inRange',
    'inRange',
    'inRange',
    'inRange',
    'afterEntry',
    'afterEntry',
    { lookback: { days: index === 0 ? 30 : 1 } },
    { from: day, to: after },
    { from: exact },
    { to: `${after}T12:00` },
  );
}

function outcomes(): fc.Arbitrary<NonNullable<StepDefinition['outcomes']>> {
  return fc.constantFrom<NonNullable<StepDefinition['outcomes']>>(
    { good: { where: { v: 'x' }, as: 'converted' }, bad: { as: 'dropped' } },
    { bad: { where: { v: 'x' }, as: 'dropped' }, good: { event: types, as: 'converted' } },
    { bad: { event: 'booking', as: 'dropped' } },
    { bad: { where: { n: 1 }, as: 'dropped' }, worse: { where: { v: { exists: true } }, as: 'dropped' } },
    { good: { event: 'purchase', as: 'converted' }, fine: { where: { v: 'x' }, as: 'converted' } },
  );
}

/** A step; references to other steps are chosen by number and put right by `legalize`. */
function stepOf(scene: Scene, index: number): fc.Arbitrary<StepDefinition> {
  const earlier = Array.from({ length: index }, (_, i) => `s${i}`);
  const reference = index === 0 ? fc.constant(undefined) : fc.constantFrom(...earlier);
  const references = index === 0 ? fc.constant(undefined) : fc.subarray(earlier, { minLength: 1 });
  return fc
    .record({
      id: fc.constant(`s${index}`),
      event: fc.oneof(
        { weight: 2, arbitrary: fc.constant<string | string[]>(types[index % 4]!) },
        { weight: 1, arbitrary: eventNames },
      ),
      anyOf: seldom(
        fc.array(fc.record({ event: eventNames, where: fc.oneof(fc.constant({}), conditions(scene)) }), {
          minLength: 1,
          maxLength: 2,
        }),
        12,
      ),
      where: seldom(conditions(scene), 9),
      when: dateRules(scene, index),
      absent: seldom(fc.constant(true), index === 0 ? 8 : 12),
      pick: seldom(fc.constantFrom('first', 'last', 'first-ever'), 9),
      nth: seldom(fc.constantFrom(1, 2, 2, 3), index === 0 ? 30 : 15),
      base: seldom(fc.oneof(reference, references), 3),
      after: seldom(reference, 6),
      distinctFrom: seldom(references, 5),
      window: seldom(durations(), 5),
      notBefore: seldom(durations(), 8),
      optional: seldom(fc.constant(true), 6),
      outcomes: seldom(outcomes(), 7),
    })
    .map((step) => present(step as Row) as StepDefinition);
}

function definitionOf(scene: Scene): fc.Arbitrary<FunnelDefinition> {
  return fc.constantFrom(1, 2, 2, 3, 3, 3, 4, 4, 5).chain((length) => {
    const ids = Array.from({ length }, (_, i) => `s${i}`);
    const between = fc.constantFrom(
      ...ids.flatMap((a, i) => ids.slice(i + 1).map((b): [string, string] => [a, b])),
      ['s0', 's1'] as [string, string],
    );
    const exclusion = fc.record({
      event: fc.constantFrom<string | string[]>('x', 'booking', 'booking', 'contact', ['lead', 'purchase']),
      where: fc.constantFrom<Where>({}, {}, { v: 'x' }),
      between,
    });
    return fc
      .record({
        id: fc.constant('random'),
        subject: seldom(fc.constant('membership'), 8),
        order: fc.constantFrom(
          undefined,
          'independent',
          'sequential',
          'sequential',
          'sequential',
          'strict',
          'unordered',
        ),
        reentry: fc.constantFrom(undefined, undefined, 'best', 'first', 'every'),
        ties: fc.constantFrom(undefined, 'allow', 'later'),
        tolerance: seldom(fc.constantFrom(0, 3_600_000, 600), 6),
        window: seldom(durations(), 2),
        hold: seldom(fc.constantFrom(['v'], ['membership'], ['membership'], ['v', 'membership']), 9),
        where: seldom(conditions(scene), 20),
        exclude: seldom(fc.array(exclusion, { minLength: 1, maxLength: 2 }), 4),
        onExclude: fc.constantFrom(undefined, 'drop', 'remove'),
        switches: seldom(switches(), 8),
        steps: fc.tuple(...ids.map((_, i) => stepOf(scene, i))),
      })
      .map((definition) => present(definition as unknown as Row) as unknown as FunnelDefinition);
  });
}

function switches(): fc.Arbitrary<NonNullable<FunnelDefinition['switches']>> {
  return fc.constantFrom<NonNullable<FunnelDefinition['switches']>>(
    { ignoreZero: true },
    { ignoreDropIns: true },
    { ignoreSecondIntro: true },
    { ignoreSecondIntro: true, ignoreRefunded: true },
    { ignoreRefunded: true, ignoreZero: false },
    { ignoreNoShows: true, ignoreLateCancels: true },
    { ignoreAggregators: true },
  );
}

// ---------------------------------------------------------------- options

function optionsOf(scene: Scene): fc.Arbitrary<RunOptions> {
  const breakdown = fc.record({
    property: fc.constantFrom<string | string[]>('v', 'v', 'n', 'membership', 'person.source', ['v', 'n']),
    attribution: fc.oneof(
      fc.constantFrom<'first-touch' | 'last-touch' | 'all-events' | undefined>(
        undefined,
        'first-touch',
        'last-touch',
        'all-events',
      ),
      fc.constantFrom('s0', 's1', 's2').map((step) => ({ step })),
    ),
    top: seldom(fc.constantFrom(1, 2), 4),
  });
  const trend = fc.record({
    interval: fc.constantFrom<'day' | 'week' | 'month'>('day', 'day', 'week', 'month'),
    from: seldom(fc.constantFrom('s0', 's1'), 3),
    to: seldom(fc.constantFrom('s1', 's2'), 3),
  });
  return fc
    .record({
      range: maybe(ranges(scene), 6),
      now: nows(scene),
      filters: seldom(
        fc
          .tuple(fc.constantFrom('s0', 's1', 's2'), conditions(scene))
          .map(([id, where]) => ({ [id]: where })),
        10,
      ),
      breakdown: seldom(
        breakdown.map((option) => present(option) as typeof option),
        3,
      ),
      trend: seldom(
        trend.map((option) => present(option) as typeof option),
        5,
      ),
      comparison: seldom(fc.constant('previous' as const), 12),
      order: seldom(fc.constantFrom('independent', 'sequential', 'strict', 'unordered'), 12),
      reentry: seldom(fc.constantFrom('best', 'first', 'every'), 10),
      switches: seldom(switches(), 12),
      lookbackDays: seldom(fc.constantFrom(1, 29, 30), 6),
      weekStart: seldom(fc.constantFrom(1, 7, 6), 3),
      time: seldom(fc.constantFrom('mean', 'earliest'), 4),
    })
    .map((options) => present(options as Row) as RunOptions)
    .chain(withGroupComparison);
}

/** Where there is a breakdown, now and then a group beside another, or beside everybody else. */
function withGroupComparison(options: RunOptions): fc.Arbitrary<RunOptions> {
  // Of pairs, a group that is merged into the rest, or of a range that nobody asks of, there is nothing to compare.
  if (typeof options.breakdown?.property !== 'string' || options.breakdown.top) return fc.constant(options);
  const value = fc.constantFrom('x', 'web', null, '1');
  const comparison = fc.oneof(
    value.map((group) => ({ group })),
    value.map((group) => ({ group })),
    fc.record({ group: value, against: value }),
  );
  return seldom(comparison, 3).map((own) => (own ? { ...options, comparison: own } : options));
}
