import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Factor, FunnelDefinition, RunOptions } from '../../../src/engine/schema/index.ts';
import { openSession } from '../../support/oracle/engine-answer.ts';
import { listFactors } from '../../support/oracle/factors.ts';
import { caseSettings, randomCase, type RandomCase } from '../../support/oracle/random-cases.ts';
import { toRun } from '../../support/oracle/run.ts';
import { toSubjects } from '../../support/oracle/subjects.ts';

const { numRuns, seed } = caseSettings(3000);

/** A dozen people with many events each, so that something goes with going on. */
function crowdedCase(): fc.Arbitrary<RandomCase> {
  const hours = fc.integer({ min: 0, max: 20 * 24 }).map((hour) => Date.UTC(2024, 2, 1) + hour * 3_600_000);
  const event = fc.record({
    person: fc.integer({ min: 1, max: 12 }).map((id) => `p${id}`),
    type: fc.constantFrom('lead', 'lead', 'member', 'member', 'visit', 'call'),
    at: fc.oneof(hours, hours, fc.constantFrom('2024-03-04', '2024-03-10')),
    v: fc.constantFrom<unknown>('x', 'y', 1, undefined),
    amount: fc.constantFrom(1, 2),
  });
  const person = (id: number) =>
    fc.record({
      id: fc.constant(`p${id}`),
      city: fc.constantFrom<unknown>('Paris', 'Lyon', id % 2 ? undefined : 'Lille'),
      leadStage: fc.constantFrom('won', 'lost'),
      lastContactedAt: hours,
    });
  const people = fc.tuple(...Array.from({ length: 12 }, (_, i) => person(i + 1)));
  const definition = fc.record<FunnelDefinition>({
    id: fc.constant('crowded'),
    order: fc.constantFrom('independent', 'sequential'),
    reentry: fc.constantFrom('best', 'first', 'every'),
    steps: fc.constantFrom(
      [
        { id: 'lead', event: 'lead' },
        { id: 'member', event: 'member' },
      ],
      [
        { id: 'lead', event: 'lead', where: { v: { ne: 'x' } } },
        { id: 'call', event: 'call', optional: true },
        { id: 'member', event: 'member', when: 'inRange' as const },
      ],
    ),
  });
  const options: fc.Arbitrary<RunOptions> = fc.record({
    range: fc.constant({ from: '2024-03-01', to: '2024-03-18' }),
    now: fc.constantFrom('2024-03-12T00:00Z', '2024-03-25T00:00Z'),
  });
  return fc
    .record({ people, events: fc.array(event, { minLength: 60, maxLength: 90 }), definition, options })
    .map((parts) => ({
      dataset: { timeZone: 'UTC', people: parts.people, events: parts.events },
      definition: parts.definition,
      options: parts.options,
    }));
}

function toText({ kind, event, property, value, with: own, without }: Factor): string {
  const what = [kind, event, property, value].filter((part) => part !== undefined);
  return JSON.stringify([...what, own, without]);
}

/** Compares all cases; how many factors there were. */
function compare(cases: RandomCase[]): number {
  let told = 0;
  for (const { dataset, definition, options } of cases) {
    if (definition.steps.length < 2) continue;
    const run = toRun(dataset, definition, options);
    const expected = listFactors(toSubjects(dataset, run), run, dataset.people);
    const { factors } = openSession(dataset).factors(definition, options, { support: 1 });
    told += factors.length;
    // Which of two opposites is told is the engine's own business: the oracle names both.
    const actual = factors.map(toText).map((text) => expected.find((one) => one.includes(text)) ?? text);
    assert.deepEqual(actual.sort(), expected, JSON.stringify({ dataset, definition, options }));
  }
  return told;
}

test(`what goes with going on is as the oracle says, in ${numRuns} cases of seed ${seed}`, (t) => {
  const told = compare(fc.sample(crowdedCase(), { numRuns: Math.ceil(numRuns / 3), seed }));
  assert.ok(told > numRuns, `${told} factors in all`);
  t.diagnostic(`${told} factors agreed`);
  // And with every rule there is, where little goes with anything.
  compare(fc.sample(randomCase(), { numRuns, seed }));
});
