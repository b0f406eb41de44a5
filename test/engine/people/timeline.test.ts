import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Calendar } from '../../../src/engine/dataset/calendar.ts';
import { runningEnd } from '../../../src/engine/people/running-end.ts';
import { findFirsts, findSeconds } from '../../../src/engine/people/first-events.ts';
import { findLasts } from '../../../src/engine/people/last-events.ts';
import { Timeline } from '../../../src/engine/people/timeline.ts';
import { toStore, type TestEvent } from './wheel-store.ts';

const TYPES = ['x', 'y', 'z'];

test('a timeline has a person’s events up to an instant, by time and then by source', () => {
  const cases = fc.tuple(
    fc.array(
      fc
        .tuple(fc.constantFrom(...TYPES), fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 40 }))
        .map(([type, person, second]): TestEvent => [type, person, 1_700_000_000_000 + second * 1000]),
      { minLength: 1, maxLength: 400 },
    ),
    fc.integer({ min: 0, max: 41 }),
  );
  fc.assert(
    fc.property(cases, ([events, until]) => {
      const store = toStore([{ id: 'a' }, { id: 'b' }], events);
      const sources = TYPES.flatMap((type, role) => {
        const kind = store.persons.kinds.get(type);
        return kind ? [{ kind, test: null, role }] : [];
      });
      const timeline = new Timeline(store, sources);
      const end = 1_700_000_000_000 + until * 1000;
      for (const [person, id] of ['a', 'b'].entries()) {
        timeline.load(person, end);
        const told = Array.from({ length: timeline.length }, (_, i) => [timeline.at[i], timeline.role(i)]);
        const expected = events
          .filter(([, who, at]) => who === id && (at as number) <= end)
          .map(([type, , at]) => [at as number, TYPES.indexOf(type)])
          .sort((one, other) => one[0]! - other[0]! || one[1]! - other[1]!);
        assert.deepEqual(told, expected);
      }
    }),
    { seed: 20261122, numRuns: 200 },
  );
});

test('the first, the second and the last event among some sources', () => {
  const event = fc
    .tuple(fc.constantFrom(...TYPES), fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 12 }))
    .map(([type, person, second]): TestEvent => [type, person, second * 1000, { odd: second % 2 }]);
  const cases = fc.tuple(fc.array(event, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 13 }));
  fc.assert(
    fc.property(cases, ([events, until]) => {
      const store = toStore([{ id: 'a' }, { id: 'b' }], events);
      const sources = TYPES.flatMap((type) => {
        const kind = store.persons.kinds.get(type);
        const isOdd = (row: number) => kind?.readCell(row, 'odd') === 1;
        return kind ? [{ kind, test: type === 'y' ? isOdd : null }] : [];
      });
      const firsts = findFirsts(store, sources);
      const seconds = findSeconds(store, sources);
      const lasts = findLasts(store, sources, until * 1000);
      for (const [person, id] of ['a', 'b'].entries()) {
        const own = events
          .filter(([type, who, , props]) => who === id && (type !== 'y' || props!['odd'] === 1))
          .map(([type, , at]) => ({ type, at: at as number }))
          .sort((one, other) => one.at - other.at || (one.type < other.type ? -1 : 1));
        assert.equal(firsts.at[person], own[0]?.at ?? Infinity);
        if (own[0]) assert.equal(sources[firsts.source[person]!]!.kind.type, own[0].type);
        assert.equal(seconds[person], own[1]?.at ?? Infinity);
        const last = own.filter(({ at }) => at <= until * 1000).at(-1);
        assert.equal(lasts.at[person], last?.at ?? -Infinity);
      }
    }),
    { seed: 20261129, numRuns: 300 },
  );
});

test('a later event does not end before an earlier one', () => {
  const calendar = new Calendar('Europe/Paris');
  const at = ['2025-11-29T20:00+01:00', '2025-11-30T08:00+01:00'].map(Date.parse);
  const endOf = (instant: number) => calendar.addMonths(instant, 3);
  assert.equal(new Date(endOf(at[1]!)).toISOString(), '2026-02-28T07:00:00.000Z');
  assert.equal(
    new Date(runningEnd(Float64Array.from(at), 1, endOf)).toISOString(),
    '2026-02-28T19:00:00.000Z',
  );
});
