import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { computeEngagement } from '../../../src/engine/engagement/compute-engagement.ts';
import { computeFlywheel } from '../../../src/engine/flywheel/compute-flywheel.ts';
import { computeLifecycle } from '../../../src/engine/lifecycle/compute-lifecycle.ts';
import { NOWHERE } from '../../../src/engine/people/place-table.ts';
import type { WheelRun } from '../../../src/engine/people/wheel-run.ts';
import type { WheelOptions } from '../../../src/engine/schema/wheel.ts';
import { toStore, type TestEvent } from './wheel-store.ts';

const ENGINES = { lifecycle: computeLifecycle, engagement: computeEngagement, flywheel: computeFlywheel };
const PEOPLE = ['a', 'b', 'c', 'd'];
const START = Date.UTC(2025, 0, 1);
const HOUR = 3_600_000;
const HOURS = 600 * 24;

const types = fc.constantFrom(
  ...[
    'site-visit',
    'email-open',
    'trial',
    'checkout-view',
    'lead',
    'booking',
    'contact',
    'review',
    'referral',
  ],
  ...['purchase', 'cancellation', 'survey', 'check-in', 'check-in', 'check-in', 'check-in', 'check-in'],
);
const events: fc.Arbitrary<TestEvent[]> = fc.array(
  fc
    .tuple(types, fc.constantFrom(...PEOPLE), fc.integer({ min: 0, max: HOURS }), fc.boolean())
    .map(([type, person, hour, renewing]): TestEvent => [type, person, START + hour * HOUR, { renewing }]),
  { maxLength: 80 },
);
const instants = fc
  .tuple(fc.integer({ min: 1, max: HOURS + 9000 }), fc.integer({ min: 1, max: 4000 }))
  .map(([hour, back]) => ({ now: START + hour * HOUR, before: START + (hour - back) * HOUR }));

const toPeople = () => PEOPLE.map((id, index) => ({ id, ...(index === 3 ? { isCustomer: true } : {}) }));

function check(property: (store: ReturnType<typeof toStore>, now: number, before: number) => void) {
  fc.assert(
    fc.property(events, instants, (some, { now, before }) =>
      property(toStore(toPeople(), some), now, before),
    ),
    { seed: 20261122, numRuns: 300 },
  );
}

for (const [model, compute] of Object.entries(ENGINES)) {
  describe(`${model}, of any data`, () => {
    it('has everybody at exactly one place', () => {
      check((store, now) => {
        const { phases, outside } = compute(store, { asOf: now }).result;
        const total = [...phases, ...outside!].reduce((sum, { count }) => sum + count!, 0);
        assert.equal(total, PEOPLE.length);
      });
    });

    it('balances: start + in − out = now, and flows add up to in and out', () => {
      check((store, now, before) => {
        const { phases, flows } = compute(store, { asOf: now, comparedTo: before }).result;
        const moved = flows!.filter(({ kind }) => kind !== 'bring');
        for (const { id, start, entered, left, count } of phases) {
          assert.equal(start! + entered! - left!, count);
          assert.equal(entered, sum(moved.filter(({ to }) => to === id)));
          assert.equal(left, sum(moved.filter(({ from }) => from === id)));
        }
      });
    });

    it('tells of an earlier instant what it told then', () => {
      check((store, now, before) => {
        const later = compute(store, { asOf: now, comparedTo: before });
        const then = compute(store, { asOf: before });
        assert.deepEqual(placesAt(later, -2), placesAt(then, -1));
        assert.deepEqual(
          later.result.phases.map(({ start }) => start),
          then.result.phases.map(({ count }) => count),
        );
      });
    });

    it('tells of one person what it counts of all, and no two neighbours of a history are the same', () => {
      check((store, now) => {
        const run = compute(store, { asOf: now });
        for (const person of PEOPLE.keys()) {
          const { phase, since, history } = run.placeOf(person);
          const [place, from] = placesAt(run, -1)[person]!;
          assert.equal(phase, run.places.ids[place as number]);
          assert.equal(since === null ? -Infinity : Date.parse(since as string), from);
          const phases = history!.map((stay) => stay.phase);
          assert.ok(
            phases.every((id, index) => id !== phases[index - 1]),
            'phases.every((id, index) => id !== phases[index - 1])',
          );
          const dates = history!.map((stay) =>
            stay.from === null ? -Infinity : Date.parse(stay.from as string),
          );
          assert.ok(
            dates.every((date, index) => index === 0 || date > dates[index - 1]!),
            'dates.every((date, index) => index === 0 || date > dates[index - 1]!)',
          );
        }
      });
    });

    it('is about those the filters let in only', () => {
      check((store, now) => {
        const { result, table } = compute(store, { asOf: now, filters: { id: ['a', 'b'] } });
        assert.equal(sum([...result.phases, ...result.outside!]), 2);
        assert.deepEqual(Array.from(table.place.at(-1)!).slice(2), [NOWHERE, NOWHERE]);
      });
    });
  });
}

describe('the score, of any data', () => {
  it('is between 0 and 100, and the sum of its parts', () => {
    check((store, now) => {
      const run = computeEngagement(store, { asOf: now });
      for (const person of PEOPLE.keys()) {
        const { score, parts } = run.placeOf(person);
        if (score === null || score === undefined) continue;
        assert.ok(score >= 0 && score <= 100, 'score >= 0 && score <= 100');
        assert.ok(
          Math.abs(parts!.reduce((total, { contribution }) => total + contribution, 0) - score) < 1e-9,
          'Math.abs(parts!.reduce((total, { contribution }) => total + contribution, 0) - s',
        );
      }
    });
  });

  it('has a part that grows with its weight, and no other', () => {
    check((store, now) => {
      const weights = { before: { site: 20 }, after: { site: 5 } };
      const [plain, half] = [{}, { engagement: { weights } } satisfies WheelOptions].map((options) =>
        computeEngagement(store, { asOf: now, ...options }),
      );
      for (const person of PEOPLE.keys()) {
        const parts = plain!.placeOf(person).parts ?? [];
        const halves = half!.placeOf(person).parts ?? [];
        for (const [index, { area, contribution }] of parts.entries()) {
          const expected = area === 'site' ? contribution / 2 : contribution;
          assert.ok(
            Math.abs(halves[index]!.contribution - expected) < 1e-9,
            'Math.abs(halves[index]!.contribution - expected) < 1e-9',
          );
        }
      }
    });
  });
});

describe('shares, of any data', () => {
  it('are what they were divided from', () => {
    check((store, now) => {
      for (const { metrics } of computeFlywheel(store, { asOf: now }).result.phases) {
        for (const { unit, value, of } of metrics!) {
          if (unit !== 'share' || value === null) continue;
          assert.equal(value, of!.numerator / of!.denominator);
          assert.ok(value >= 0 && value <= 1, 'value >= 0 && value <= 1');
        }
      }
    });
  });
});

function sum(parts: readonly { count: number | null }[]): number {
  return parts.reduce((total, { count }) => total + count!, 0);
}

/** Place and since of everybody, at an instant counted from the end. */
function placesAt({ table }: WheelRun, index: number): [number, number][] {
  const place = table.place.at(index)!;
  return Array.from(place, (id, person) => [id, table.since.at(index)![person]!]);
}
