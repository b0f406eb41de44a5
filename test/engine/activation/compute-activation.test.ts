import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { computeActivation } from '../../../src/engine/activation/compute-activation.ts';
import { ACTIVATION_PRESETS } from '../../../src/engine/activation/presets.ts';
import { createStore, FunnelwheelError, type Store } from '../../../src/engine/index.ts';
import type { ActivationOptions } from '../../../src/engine/schema/index.ts';

type Row = [person: string, at: string, type: string];

function storeOf(rows: readonly Row[], asOf = '2026-06-30', timeZone = 'Europe/Paris'): Store {
  const columns = {
    person: rows.map(([person]) => person),
    at: rows.map(([, at]) => at),
    type: rows.map(([, , type]) => type),
  };
  return createStore({ timeZone, asOf, events: [{ name: 'events', length: rows.length, columns }] });
}

const JANUARY = { range: { from: '2026-01-01', to: '2026-01-31' } };
const counts = (rows: readonly Row[], options: ActivationOptions = {}, asOf?: string) => {
  const { acquired, activated, open } = computeActivation(storeOf(rows, asOf), options);
  return { acquired, activated, open };
};

describe('the rate', () => {
  test('1,000 acquired and 300 activated in January are 30 % (seed 004)', () => {
    const rows = Array.from({ length: 1000 }, (_, i): Row[] => {
      const day = `2026-01-${String(1 + (i % 31)).padStart(2, '0')}`;
      const lead: Row = [`p${i}`, `${day}T09:00`, 'lead'];
      return i < 300 ? [lead, [`p${i}`, `${day}T18:00`, 'check-in']] : [lead];
    }).flat();
    const { acquired, activated } = computeActivation(storeOf(rows), JANUARY);
    assert.deepEqual([acquired, activated, activated! / acquired!], [1000, 300, 0.3]);
  });

  test('somebody is acquired once, by the first fitting event of any date', () => {
    const rows: Row[] = [
      ['old', '2025-12-30', 'lead'],
      ['old', '2026-01-10', 'lead'],
      ['new', '2026-01-10', 'lead'],
    ];
    assert.equal(counts(rows, JANUARY).acquired, 1);
  });

  test('what was done before being acquired does not count; at the same instant it does', () => {
    const rows: Row[] = [
      ['before', '2026-01-10T10:00', 'lead'],
      ['before', '2026-01-10T09:59', 'check-in'],
      ['same', '2026-01-10T10:00', 'lead'],
      ['same', '2026-01-10T10:00', 'check-in'],
    ];
    assert.deepEqual(counts(rows), { acquired: 2, activated: 1, open: 0 });
  });

  test('of data dated by day, the same day counts', () => {
    const rows: Row[] = [
      ['a', '2026-01-10T18:00', 'lead'],
      ['a', '2026-01-10', 'check-in'],
    ];
    assert.equal(counts(rows).activated, 1);
  });

  test('one event cannot be both: the second purchase activates', () => {
    const marks = { acquired: { event: 'purchase' }, activated: { event: 'purchase' } };
    const once: Row[] = [['a', '2026-01-10', 'purchase']];
    assert.equal(counts(once, marks).activated, 0);
    assert.equal(counts([...once, ['a', '2026-01-12', 'purchase']], marks).activated, 1);
  });

  test('conditions choose among events', () => {
    const marks: ActivationOptions = {
      acquired: { anyOf: [{ event: 'lead' }, { event: 'client' }] },
      activated: { event: 'check-in', where: { 'person.vip': true } },
    };
    const store = createStore({
      timeZone: 'UTC',
      people: { name: 'people', length: 2, columns: { id: ['a', 'b'], vip: [true, false] } },
      events: [
        {
          name: 'events',
          length: 4,
          columns: {
            person: ['a', 'b', 'a', 'b'],
            at: ['2026-01-01', '2026-01-01', '2026-01-02', '2026-01-02'],
            type: ['lead', 'client', 'check-in', 'check-in'],
          },
        },
      ],
    });
    const { acquired, activated } = computeActivation(store, marks);
    assert.deepEqual([acquired, activated], [2, 1]);
  });
});

describe('time allowed', () => {
  const rows: Row[] = [
    ['quick', '2026-01-10T10:00', 'lead'],
    ['quick', '2026-01-17T10:00', 'check-in'],
    ['slow', '2026-01-10T10:00', 'lead'],
    ['slow', '2026-01-17T10:01', 'check-in'],
    ['never', '2026-01-10T10:00', 'lead'],
  ];

  test('a window ends on the minute', () => {
    assert.deepEqual(counts(rows, { within: { days: 7 } }), { acquired: 3, activated: 1, open: 0 });
  });

  test('while it runs, those who have not done it are open', () => {
    const options = { within: { days: 7 }, now: '2026-01-15T00:00:00+01:00' };
    assert.deepEqual(counts(rows, options), { acquired: 3, activated: 0, open: 3 });
  });

  test('it runs from the first time somebody was acquired, not from a later one', () => {
    const again: Row[] = [
      ['a', '2026-01-10', 'lead'],
      ['a', '2026-03-01', 'lead'],
      ['a', '2026-03-03', 'check-in'],
    ];
    assert.equal(counts(again, { within: { days: 7 } }).activated, 0);
  });

  test('"period" ends with the period of acquisition', () => {
    const late: Row[] = [
      ['a', '2026-01-20', 'lead'],
      ['a', '2026-01-31T23:59', 'check-in'],
      ['b', '2026-01-20', 'lead'],
      ['b', '2026-02-01T00:00', 'check-in'],
    ];
    assert.deepEqual(counts(late, { within: 'period' }), { acquired: 2, activated: 1, open: 0 });
    assert.equal(counts(late, { within: 'period', interval: 'week' }).activated, 0);
  });
});

describe('the course', () => {
  const rows: Row[] = [
    ['a', '2026-01-31T23:30', 'lead'],
    ['a', '2026-02-20', 'check-in'],
    ['b', '2026-02-01T00:30', 'lead'],
    ['c', '2026-04-02', 'lead'],
  ];

  test('periods are the studio’s months, empty ones too, and activation is told under the month of acquisition', () => {
    const { periods } = computeActivation(storeOf(rows, '2026-04-10'));
    assert.deepEqual(
      periods!.map(({ start, acquired, activated, complete }) => [start, acquired, activated, complete]),
      [
        ['2025-12-31T23:00:00.000Z', 1, 1, true],
        ['2026-01-31T23:00:00.000Z', 1, 0, true],
        ['2026-02-28T23:00:00.000Z', 0, 0, true],
        ['2026-03-31T22:00:00.000Z', 1, 0, false],
      ],
    );
  });

  test('a period is complete when the last window in it has run out', () => {
    const options = { within: { days: 30 } } as const;
    const isComplete = (asOf: string) =>
      computeActivation(storeOf(rows.slice(0, 1), asOf), options).periods![0]!.complete;
    assert.equal(isComplete('2026-03-02'), false);
    assert.equal(isComplete('2026-03-03'), true);
  });

  test('a period that the range cuts is marked', () => {
    const { periods } = computeActivation(storeOf(rows), { range: { from: '2026-01-15', to: '2026-02-28' } });
    assert.deepEqual(
      periods!.map(({ cut }) => cut === true),
      [true, false],
    );
  });

  test('weeks begin on the day asked for', () => {
    const start = (weekStart: number) =>
      computeActivation(storeOf([['a', '2026-01-07', 'lead']], '2026-01-08', 'UTC'), {
        interval: 'week',
        weekStart,
      }).periods![0]!.start;
    assert.equal(start(1), '2026-01-05T00:00:00.000Z');
    assert.equal(start(7), '2026-01-04T00:00:00.000Z');
  });

  test('the periods add up to the whole, and nobody activates without being acquired', () => {
    const row = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      fc.integer({ min: 0, max: 170 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString()),
      fc.constantFrom('lead', 'check-in', 'booking'),
    );
    const options = fc.record({
      interval: fc.constantFrom('day', 'week', 'month'),
      within: fc.constantFrom({ days: 10 }, { months: 1 }, 'period' as const),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), options, (rows, given) => {
        const { acquired, activated, open, periods } = computeActivation(
          storeOf(rows),
          given as ActivationOptions,
        );
        const sum = (field: 'acquired' | 'activated') =>
          periods!.reduce((total, period) => total + period[field]!, 0);
        assert.deepEqual([sum('acquired'), sum('activated')], [acquired, activated]);
        assert.ok(activated! + open! <= acquired!);
        assert.equal(acquired, new Set(rows.filter(([, , type]) => type === 'lead').map(([id]) => id)).size);
      }),
    );
  });
});

describe('options', () => {
  test('without any, the seed’s case is meant; presets are named by id', () => {
    const { definition } = computeActivation(storeOf([]));
    assert.equal(definition!.preset, 'first-class');
    assert.deepEqual(
      computeActivation(storeOf([]), { preset: 'cart' }).definition!.acquired,
      ACTIVATION_PRESETS.cart.acquired,
    );
  });

  test('an own deed replaces the preset’s', () => {
    const rows: Row[] = [
      ['a', '2026-01-10', 'lead'],
      ['a', '2026-01-11', 'quiz'],
    ];
    assert.equal(counts(rows, { activated: { event: 'quiz' } }).activated, 1);
  });

  test('mistakes are refused with their place', () => {
    const refused = (options: unknown, path: string) =>
      assert.throws(
        () => computeActivation(storeOf([]), options as ActivationOptions),
        (error: unknown) =>
          error instanceof FunnelwheelError && error.code === 'invalid-options' && error.path === path,
      );
    refused({ preset: 'unheard-of' }, 'preset');
    refused({ target: 35 }, 'target');
    refused({ range: { from: '2026-02-01', to: '2026-01-01' } }, 'range');
    refused({ interval: 'day', range: { from: '1900-01-01', to: '2026-01-01' } }, 'interval');
    refused({ unknown: true }, 'unknown');
  });

  test('every preset names both sides in both languages and is a funnel', () => {
    for (const [id, { acquired, activated }] of Object.entries(ACTIVATION_PRESETS)) {
      for (const { name } of [acquired, activated])
        assert.deepEqual(Object.keys(name as object).sort(), ['en', 'fr'], id);
      assert.equal(computeActivation(storeOf([]), { preset: id }).acquired, 0);
    }
  });
});
