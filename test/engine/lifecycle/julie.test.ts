import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeLifecycle } from '../../../src/engine/lifecycle/compute-lifecycle.ts';
import { toStore, type TestEvent } from '../people/wheel-store.ts';

/** Three visits a week: Monday, Wednesday, Friday at 18:30, from a Monday on. */
function visitsOf(person: string, monday: string, weeks: number): TestEvent[] {
  return Array.from({ length: weeks * 3 }, (_, i) => {
    const day = new Date(Date.parse(`${monday}T00:00Z`) + (Math.floor(i / 3) * 7 + (i % 3) * 2) * 86_400_000);
    return ['check-in', person, `${day.toISOString().slice(0, 10)}T18:30:00`];
  });
}

/**
 * The seed's Julie: a basket left behind, a trial session, signed up; three visits a week for four months; gone in
 * December; written to, and a week later once more; back with a friend, and regular again.
 */
const events: TestEvent[] = [
  ['site-visit', 'julie', '2025-07-21T20:02:00'],
  ['checkout-view', 'julie', '2025-07-21T20:10:00', { page: 'membership', abandonedCart: true }],
  ['contact', 'julie', '2025-07-22T09:00:00', { channel: 'email' }],
  ['email-click', 'julie', '2025-07-22T12:30:00'],
  ['trial', 'julie', '2025-07-26T10:00:00'],
  ['purchase', 'julie', '2025-08-01T11:00:00', { membership: 'm1', renewing: true, amount: 360 }],
  ...visitsOf('julie', '2025-08-04', 17),
  ['social', 'julie', '2025-10-10T12:00:00'],
  ['contact', 'julie', '2025-12-23T10:00:00', { channel: 'email', purpose: 'win-back' }],
  ['contact', 'julie', '2025-12-30T10:00:00', { channel: 'phone', purpose: 'win-back' }],
  ['check-in', 'julie', '2026-01-03T10:30:00'],
  ['check-in', 'julie', '2026-01-07T18:30:00'],
  ['check-in', 'julie', '2026-01-09T18:30:00'],
];

const day = (instant: unknown) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date(instant as string));

test('Julie walks through the lifecycle on the right days', (context) => {
  const store = toStore([{ id: 'julie', name: 'Julie' }], events);
  const run = computeLifecycle(store, { asOf: '2026-01-25', lifecycle: { gapDays: 21 } });
  const place = run.placeOf(0);
  const story = place.history!.map(
    ({ phase, from, reasons }) =>
      `${from === null ? 'always    ' : day(from)} ${phase} (${reasons.map(({ code }) => code).join(', ')})`,
  );
  for (const line of story) context.diagnostic(line);
  assert.deepEqual(story, [
    'always     not-engaged (no-interaction)',
    '2025-07-21 acquisition (interaction)',
    '2025-08-01 conversion (signed-up)',
    '2025-11-01 loyalty (regular)',
    '2025-12-19 attrition (gap)',
    '2025-12-23 retention (contacted, gap)',
    '2026-01-09 loyalty (regular)',
  ]);
  assert.equal(place.days, 16);
});

test('Julie is won back from her first visit after the letter on, and not before', () => {
  const store = toStore([{ id: 'julie' }], events);
  const wonBack = (asOf: string) =>
    computeLifecycle(store, { asOf, lifecycle: { gapDays: 21 } })
      .placeOf(0)
      .reasons.find(({ code }) => code === 'won-back')?.['at'];
  assert.equal(wonBack('2026-01-02'), undefined);
  assert.equal(wonBack('2026-01-03'), '2026-01-03T09:30:00.000Z');
});

test('without the gap rule Julie is still regular in January, and never in attrition', () => {
  const store = toStore([{ id: 'julie' }], events);
  const phases = computeLifecycle(store, { asOf: '2026-01-31' })
    .placeOf(0)
    .history!.map(({ phase }) => phase);
  assert.deepEqual(phases, ['not-engaged', 'acquisition', 'conversion', 'loyalty']);
});
