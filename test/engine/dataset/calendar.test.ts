import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { Calendar } from '../../../src/engine/dataset/calendar.ts';

const ZONES = [
  'Europe/Paris',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'UTC',
];
// Sao Paulo put its clocks on at midnight until 2019, so a day there can begin at 01:00.
const instants = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2039, 0) });
const options = { numRuns: 400, seed: 7 };

function zoned(ms: number, zone: string) {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}

for (const zone of ZONES) {
  const calendar = new Calendar(zone);

  test(`${zone}: days begin and end where Temporal says`, () => {
    fc.assert(
      fc.property(instants, (ms) => {
        const day = calendar.dayOf(ms);
        const start = zoned(ms, zone).startOfDay();
        const next = start.add({ days: 1 }).startOfDay();
        assert.equal(calendar.startOfDay(day), start.epochMilliseconds);
        assert.equal(calendar.endOfDay(day), next.epochMilliseconds - 1);
      }),
      options,
    );
  });

  test(`${zone}: the same local time days and months later`, () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: -800, max: 800 }),
        fc.integer({ min: 0, max: 30 }),
        (ms, days, months) => {
          assert.equal(calendar.addDays(ms, days), zoned(ms, zone).add({ days }).epochMilliseconds);
          assert.equal(calendar.addMonths(ms, months), zoned(ms, zone).add({ months }).epochMilliseconds);
        },
      ),
      options,
    );
  });
}

test('a day of 23 hours and one of 25 in Paris', () => {
  const calendar = new Calendar('Europe/Paris');
  const hours = (date: string) => {
    const day = calendar.dayOf(Date.parse(`${date}T12:00:00Z`));
    return (calendar.startOfDay(day + 1) - calendar.startOfDay(day)) / 3_600_000;
  };
  assert.equal(hours('2026-03-29'), 23);
  assert.equal(hours('2026-10-25'), 25);
  assert.equal(hours('2026-06-01'), 24);
});

test('31 January plus one month is the last of February', () => {
  const calendar = new Calendar('UTC');
  assert.equal(calendar.addMonths(Date.UTC(2026, 0, 31, 9), 1), Date.UTC(2026, 1, 28, 9));
  assert.equal(calendar.addMonths(Date.UTC(2024, 0, 31, 9), 1), Date.UTC(2024, 1, 29, 9));
});

test('dates far away do not need the clock changes in between', () => {
  const calendar = new Calendar('Europe/Paris');
  const far = Date.UTC(9999, 11, 31);
  assert.equal(calendar.offsetAt(far), zoned(far, 'Europe/Paris').offsetNanoseconds / 1e6);
});

test('an unknown time zone is refused by name', () => {
  assert.throws(() => new Calendar('Europe/Nowhere'), {
    name: 'FunnelwheelError',
    code: 'invalid-dataset',
    path: 'timeZone',
    value: 'Europe/Nowhere',
  });
});
