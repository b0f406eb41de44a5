import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getFunnel } from '../../src/catalog/index.ts';
import { Studio, type EventRow, type Tally } from './studio.ts';

const funnel = getFunnel('membership-renewal');

/** A renewing purchase of a membership. */
const bought = (
  person: string,
  membership: string,
  at: string,
  rest: Record<string, unknown> = {},
): EventRow => ['purchase', person, at, { membership, renewing: true, ...rest }];

/** Ten renewals of a membership, one a month from 15 April 2025. */
const tenRenewals = Array.from({ length: 10 }, (_, index): EventRow => {
  const month = String(((index + 3) % 12) + 1).padStart(2, '0');
  return ['renewal', 'gil', `${index < 9 ? 2025 : 2026}-${month}-15T09:00`, { membership: 'm8' }];
});

const studio = new Studio({
  events: [
    // m1: renewed twice; nothing bounds the third: open.
    bought('ann', 'm1', '2025-03-02T09:00', { activatesOnFirstUse: false }),
    ['renewal', 'ann', '2025-04-02T09:00', { membership: 'm1' }],
    ['renewal', 'ann', '2025-05-02T09:00', { membership: 'm1' }],
    // m2: another one of the same person, a subject of its own. Frozen (goes on), then cancelled (dropped at 4).
    bought('ann', 'm2', '2025-03-05T09:00'),
    ['freeze', 'ann', '2025-04-05T09:00', { membership: 'm2' }],
    ['cancellation', 'ann', '2025-05-05T09:00', { membership: 'm2' }],
    // m3: activates on first use and was never used (no startsAt): dropped at 2, its renewal notwithstanding.
    bought('bob', 'm3', '2025-03-06T09:00', { activatesOnFirstUse: true }),
    ['renewal', 'bob', '2025-04-06T09:00', { membership: 'm3' }],
    // m4: the same, but used: through 2. Cancelled at the first event: dropped at 3; the later renewal is of nobody.
    bought('cat', 'm4', '2025-03-07T09:00', { activatesOnFirstUse: true, startsAt: '2025-03-10' }),
    ['cancellation', 'cat', '2025-04-10T09:00', { membership: 'm4' }],
    ['renewal', 'cat', '2025-05-10T09:00', { membership: 'm4' }],
    // m5: not a renewing one: not in.
    bought('dan', 'm5', '2025-03-08T09:00', { renewing: false }),
    // m6: its first purchase lies before the range; the second does not make it new: not in.
    bought('eli', 'm6', '2025-02-20T09:00'),
    bought('eli', 'm6', '2025-03-20T09:00'),
    // m7: the last half hour of March; says nothing of first use: counts as active. No event yet: open at 3.
    // The renewal without a membership is nobody's.
    bought('fay', 'm7', '2025-03-31T23:30'),
    ['renewal', 'fay', '2025-04-30T09:00'],
    // m8: all ten.
    bought('gil', 'm8', '2025-03-15T09:00'),
    ...tenRenewals,
    // m9: its renewal is dated after now: scheduled; open at 3.
    bought('hal', 'm9', '2025-03-10T09:00'),
    ['renewal', 'hal', '2026-06-15T09:00', { membership: 'm9' }],
    // m10: renewed, frozen, renewed; open at 6.
    bought('ida', 'm10', '2025-03-20T09:00'),
    ['renewal', 'ida', '2025-04-20T09:00', { membership: 'm10' }],
    ['freeze', 'ida', '2025-05-20T09:00', { membership: 'm10' }],
    ['renewal', 'ida', '2025-06-20T09:00', { membership: 'm10' }],
    // m11: an empty startsAt is a missing one: dropped at 2.
    bought('jon', 'm11', '2025-03-21T09:00', { activatesOnFirstUse: true, startsAt: '' }),
    // m13: of the owner of m9, whose scheduled renewal is not its own: open at 3, nothing scheduled.
    bought('hal', 'm13', '2025-03-11T09:00'),
    // m12: the first instant of April in Paris: not in.
    bought('kim', 'm12', '2025-03-31T22:00:00Z'),
  ],
});

describe('membership-renewal', () => {
  const options = { range: { from: '2025-03-01', to: '2025-03-31' }, now: '2026-06-01T12:00:00Z' };

  it('counts memberships, event by event', () => {
    const onlyTheTen: Tally = [1, 1, 0, 0];
    assert.deepEqual(studio.tally(funnel, options), {
      // m1 m2 m3 m4 m7 m8 m9 m10 m11 m13
      purchase: [10, 10, 0, 0],
      // without m3, m11
      activated: [10, 8, 0, 2],
      // m1 m8 m10 renewed, m2 frozen; m7 m9 m13 open; m4 cancelled
      'renewal-1': [8, 4, 3, 1],
      // m1 m8 renewed, m10 frozen; m2 cancelled
      'renewal-2': [4, 3, 0, 1],
      // m8 m10; m1 open
      'renewal-3': [3, 2, 1, 0],
      // m8; m10 open
      'renewal-4': [2, 1, 1, 0],
      'renewal-5': onlyTheTen,
      'renewal-6': onlyTheTen,
      'renewal-7': onlyTheTen,
      'renewal-8': onlyTheTen,
      'renewal-9': onlyTheTen,
      'renewal-10': onlyTheTen,
    });
  });

  it('says how each renewal ended', () => {
    const { steps } = studio.result(funnel, options);
    const outcomes = (id: string) =>
      Object.fromEntries(
        steps.find((step) => step.id === id)?.outcomes?.map((outcome) => [outcome.id, outcome.count]) ?? [],
      );
    assert.deepEqual(outcomes('renewal-1'), { renewed: 3, frozen: 1, cancelled: 1 });
    assert.deepEqual(outcomes('renewal-2'), { renewed: 2, frozen: 1, cancelled: 1 });
    assert.deepEqual(outcomes('renewal-3'), { renewed: 2, frozen: 0, cancelled: 0 });
  });

  it('opens the memberships of a segment, with their owner and what is scheduled', () => {
    const rows = (step: string, outcome: string) =>
      studio
        .people(funnel, options, step, outcome)
        .map(({ id, clientId }) => `${id} of ${clientId}`)
        .sort();
    assert.deepEqual(rows('renewal-1', 'frozen'), ['m2 of ann']);
    assert.deepEqual(rows('renewal-1', 'cancelled'), ['m4 of cat']);
    assert.deepEqual(rows('activated', 'dropped'), ['m11 of jon', 'm3 of bob']);
    assert.deepEqual(rows('renewal-1', 'open'), ['m13 of hal', 'm7 of fay', 'm9 of hal']);
    const nextOf = (id: string) =>
      studio.people(funnel, options, 'renewal-1', 'open').find((row) => row.id === id)?.next;
    assert.equal(nextOf('m9')?.step, 'renewal-1');
    assert.equal(new Date(nextOf('m9')?.scheduledAt ?? NaN).toISOString(), '2026-06-15T07:00:00.000Z');
    assert.equal(nextOf('m13')?.step, 'renewal-1');
    assert.equal(nextOf('m13')?.scheduledAt ?? null, null);
  });
});
