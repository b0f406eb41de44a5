import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FunnelDefinition, RunOptions } from '../../../src/engine/index.ts';
import type { Scalar } from '../../../src/engine/schema/index.ts';
import { findDifferences } from '../../support/oracle/comparison.ts';
import { askEngine, openSession } from '../../support/oracle/engine-answer.ts';
import { legalize } from '../../support/oracle/legalize.ts';
import { runOracle } from '../../support/oracle/oracle.ts';
import { caseSettings } from '../../support/oracle/random-cases.ts';
import type { OracleDataset, Row } from '../../support/oracle/types.ts';

/*
 * Plain chains (sequential, one window, exact instants) have the fastest way through the engine, and most random cases
 * are not plain enough to take it. Here all are, with several starts a person, so that the best one is often not the
 * first, and instants on the hour, so that events often meet, and stand on the last instant of a window.
 */
const { numRuns, seed } = caseSettings(1500);
const TYPES = ['lead', 'contact', 'purchase', 'booking'] as const;
/** So many that few come to a late step, of whom alone it asks for candidates. */
const ids = ['p1', 'p2', 'p3', 'p4', 'p5'];

const hours = fc.integer({ min: 0, max: 72 });
const toTime = (hour: number) =>
  `2024-03-${30 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00Z`;
/** Two days around a clock change, and the day after them. */
const instants = hours.map((hour) =>
  hour < 48 ? toTime(hour) : toTime(hour - 48).replace('03-30', '04-01'),
);

const event = fc.record({
  person: fc.constantFrom(...ids),
  type: fc.constantFrom('lead', 'lead', ...TYPES),
  at: instants,
  v: fc.constantFrom<unknown>('x', 'y', null, 1, '1'),
  n: fc.constantFrom<unknown>(1, 2, null),
});

const dataset = fc
  .record({
    people: fc.constant(ids.map((id, i) => ({ id, source: i === 0 ? 'ad' : 'web' }))),
    events: fc.array(event, { minLength: 6, maxLength: 24, size: 'max' }),
    // Of a second, for every third event: then all times are kept in milliseconds.
    fraction: fc.constantFrom('', '', '', '.400', '.999'),
  })
  .map(({ people, events, fraction }): OracleDataset => ({
    timeZone: 'Europe/Paris',
    people,
    events: events.map((row, i) => {
      const at = i % 3 === 0 ? row.at.replace(':00Z', `:00:00${fraction}Z`) : row.at;
      return Object.fromEntries(Object.entries({ ...row, at }).filter(([, value]) => value !== null)) as Row;
    }),
  }));

const definition = fc
  .record({
    length: fc.integer({ min: 2, max: 4 }),
    window: fc.constantFrom<FunnelDefinition['window']>(
      undefined,
      { days: 1 },
      { days: 2 },
      { months: 1 },
      { ms: 10_800_000 },
      // Ends past what 32 bits of seconds can say.
      { days: 40_000 },
      { ms: 3_000_000_000_000 },
    ),
    ties: fc.constantFrom<FunnelDefinition['ties']>('allow', 'later'),
    reentry: fc.constantFrom<FunnelDefinition['reentry']>('best', 'best', 'best', 'first', 'every'),
    where: fc.constantFrom<Scalar | undefined>(undefined, 'x', 'y', 1),
  })
  .map(({ length, window, where, ...rules }): FunnelDefinition => ({
    id: 'chain',
    order: 'sequential',
    ...rules,
    ...(window && { window }),
    steps: TYPES.slice(0, length).map((one, i) => ({
      id: one,
      event: one,
      ...(where !== undefined && i === length - 1 && { where: { v: where } }),
    })),
  }));

const options = fc
  .record({
    now: fc.constantFrom<string | undefined>(
      undefined,
      '2024-04-01T12:00Z',
      '2024-04-02T00:00Z',
      '2024-06-01',
    ),
    filters: fc.array(fc.constantFrom(undefined, undefined, 'x', '1'), { minLength: 2, maxLength: 2 }),
    breakdown: fc.constantFrom<RunOptions['breakdown']>(
      undefined,
      { property: 'v' },
      { property: 'v', attribution: 'last-touch' },
      { property: ['v', 'n'] },
      { property: ['n', 'person.source'], attribution: 'last-touch', top: 1 },
      { property: 'v', attribution: { step: 'contact' } },
    ),
  })
  .map(({ now, filters: [first, second], breakdown }): RunOptions => ({
    ...(now && { now }),
    filters: { ...(first && { lead: { v: first } }), ...(second && { contact: { v: second } }) },
    ...(breakdown && { breakdown }),
  }));

test(`plain chains agree with the oracle (${numRuns} cases of seed ${seed})`, () => {
  const agrees = fc.property(dataset, definition, options, (data, funnel, asked) => {
    const one = legalize({ dataset: data, definition: funnel, options: asked });
    const expected = runOracle(one.dataset, one.definition, one.options);
    const differences = findDifferences(expected, askEngine(one, openSession(data)));
    assert.deepEqual(differences, [], JSON.stringify(one));
  });
  fc.assert(agrees, { numRuns, seed });
});
