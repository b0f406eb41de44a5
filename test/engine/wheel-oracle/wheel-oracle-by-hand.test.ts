import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { WheelModel, WheelOptions } from '../../../src/engine/schema/wheel.ts';
import type { Row } from '../../support/oracle/types.ts';
import { runWheelOracle, type WheelAnswer } from '../../support/wheel-oracle/wheel-oracle.ts';

/*
 * The oracle itself is checked here, by small examples worked out by hand from the seeds and lifecycle.md; the
 * reasoning stands in the comments.
 */

interface Example {
  events: Row[];
  people?: Row[];
  options?: WheelOptions;
  timeZone?: string;
}

function run(
  model: WheelModel,
  { events, people = [], options, timeZone = 'Europe/Paris' }: Example,
): WheelAnswer {
  return runWheelOracle({ timeZone, people, events }, model, { asOf: '2025-01-31T12:00', ...options });
}

const did = (type: string, at: string, more: Row = {}): Row => ({ person: 'p', type, at, ...more });

/** `place since-day` of each stay of person p. */
function story({ people }: WheelAnswer, id = 'p'): string[] {
  return people[id]!.history.map(({ phase, from }) => {
    const day = from === null ? 'always' : new Date(from).toISOString().slice(0, 10);
    return `${phase} ${day}`;
  });
}

/** Three visits a week (Monday, Wednesday, Friday at 18:00) from one day to another. */
function regularly(from: string, to: string): Row[] {
  const rows: Row[] = [];
  for (let day = Date.parse(from); day <= Date.parse(to); day += 86_400_000) {
    const date = new Date(day);
    if ([1, 3, 5].includes(date.getUTCDay()))
      rows.push(did('check-in', `${date.toISOString().slice(0, 10)}T18:00`));
  }
  return rows;
}

/** The seed's Julie (001): a cart, a trial, a membership, four months of visits, silence, two messages, a friend. */
const julie: Row[] = [
  did('site-visit', '2024-07-20T19:00'),
  did('checkout-view', '2024-07-20T19:10', { page: 'membership', abandonedCart: true }),
  did('contact', '2024-07-21T10:00', { channel: 'email', purpose: 'cart' }),
  did('email-open', '2024-07-21T12:00'),
  did('trial', '2024-07-27T10:00'),
  did('purchase', '2024-07-29T09:00', { membership: 1, renewing: true, amount: 35 }),
  ...regularly('2024-07-31', '2024-11-29'),
  did('contact', '2024-12-21T10:00', { channel: 'email', purpose: 'win-back' }),
  did('contact', '2024-12-28T10:00', { channel: 'sms', purpose: 'win-back' }),
  did('check-in', '2025-01-03T18:00'),
  did('check-in', '2025-01-06T18:00'),
  did('check-in', '2025-01-08T18:00'),
];

describe('lifecycle', () => {
  test('Julie, with a gap of 21 days: won back in January', () => {
    // Signed up 29 July: conversion until 29 October. Last visit Friday 29 November 18:00: 21 days later, on 20
    // December 18:00, attrition. Written to on the 21st: retention. Back on 3 January; regular with the third visit.
    const answer = run('lifecycle', {
      events: julie,
      options: { asOf: '2025-01-10T12:00', lifecycle: { gapDays: 21 } },
    });
    assert.deepEqual(story(answer), [
      'not-engaged always',
      'acquisition 2024-07-20',
      'conversion 2024-07-29',
      'loyalty 2024-10-29',
      'attrition 2024-12-20',
      'retention 2024-12-21',
      'loyalty 2025-01-08',
    ]);
    const early = run('lifecycle', {
      events: julie,
      options: { asOf: '2025-01-05T12:00', lifecycle: { gapDays: 21 } },
    });
    assert.equal(early.phases['retention']!.wonBack, 1);
  });

  test('without the gap rule she has stayed loyal: three of her visits always counted', () => {
    assert.deepEqual(story(run('lifecycle', { events: julie })).at(-1), 'loyalty 2024-10-29');
  });

  test('two visits in three months are attrition, and nobody who never bought is', () => {
    // Bought 1 June: conversion until 1 September; visits on 1 and 2 September count until 1 and 2 December.
    const events = [did('purchase', '2024-06-01T12:00'), did('check-in', '2024-09-01T12:00'), did('check-in', '2024-09-02T12:00')]; // prettier-ignore
    assert.equal(story(run('lifecycle', { events })).at(-1), 'attrition 2024-09-01');
    const lead = [did('check-in', '2024-09-01T12:00')];
    assert.equal(story(run('lifecycle', { events: lead })).at(-1), 'acquisition 2024-09-01');
  });

  test('a contact before attrition began does not count; twelve months without a sign are former', () => {
    // Signed up 10 January 2024: conversion until 10 April, attrition from there, former from 10 January 2025.
    const events = [
      did('purchase', '2024-01-10T12:00'),
      did('contact', '2024-04-01T12:00', { purpose: 'win-back' }),
    ];
    const days = ['not-engaged always', 'conversion 2024-01-10', 'attrition 2024-04-10', 'former 2025-01-10'];
    assert.deepEqual(story(run('lifecycle', { events })), days);
  });

  test('between two instants everybody is counted once, and the balance comes out', () => {
    const events = [did('purchase', '2024-09-15T12:00')];
    const { phases, flows } = run('lifecycle', { events, options: { comparedTo: '2024-12-01' } });
    // Conversion until 15 December, then no visits: attrition.
    assert.deepEqual(
      flows?.map(({ from, to, count, kind }) => ({ from, to, count, kind })),
      [{ from: 'conversion', to: 'attrition', count: 1, kind: 'decline' }],
    );
    for (const { start, entered, left, count } of Object.values(phases))
      assert.equal(start! + entered! - left!, count);
  });
});

describe('engagement', () => {
  test('the score of one click: 30 × (1 − 2^(−3 ÷ 8)), half a point after 30 days', () => {
    const at = (asOf: string) =>
      run('engagement', { events: [did('email-click', '2025-01-01T12:00')], options: { asOf } }).people['p']!;
    assert.ok(Math.abs(at('2025-01-01T12:00').score! - 30 * (1 - 2 ** (-3 / 8))) < 1e-12);
    assert.ok(Math.abs(at('2025-01-31T12:00').score! - 30 * (1 - 2 ** (-1.5 / 8))) < 1e-12);
  });

  test('nurture, purchase from 40, and back only below 35', () => {
    // Trial 8 + two checkout pages 10 = 18 points of the site: 40 × (1 − 2^(−18/8)) = 31.59; three clicks 9 points:
    // 30 × (1 − 2^(−9/8)) = 16.25; together 47.85. It decays below 40 first, and below 35 later.
    const events = [
      did('trial', '2024-11-01T12:00'),
      did('checkout-view', '2024-11-01T12:00'),
      did('checkout-view', '2024-11-01T12:00'),
      ...[1, 2, 3].map(() => did('email-click', '2024-11-01T12:00')),
    ];
    const places = story(run('engagement', { events }));
    assert.deepEqual(places.slice(0, 2), ['not-engaged always', 'purchase 2024-11-01']);
    const score = (points: number, clicks: number, days: number) => {
      const decay = 2 ** (-days / 30);
      return 40 * (1 - 2 ** ((-points * decay) / 8)) + 30 * (1 - 2 ** ((-clicks * decay) / 8));
    };
    // The first end of a Paris day at which the score is under 35: day n ends n days, 10:59:59.999 after the event.
    let day = 0;
    while (score(18, 9, day + 0.5 - 1e-8) >= 35) day++;
    const expected = new Date(Date.UTC(2024, 10, 1 + day)).toISOString().slice(0, 10);
    assert.equal(places[2], `nurture ${expected}`);
  });

  test('a contract begins in retention; without grace, low scores are exit', () => {
    const events = [did('conversion', '2025-01-20T12:00')];
    assert.equal(run('engagement', { events }).people['p']!.phase, 'retention');
    const options = { engagement: { graceDays: 0 } };
    assert.equal(run('engagement', { events, options }).people['p']!.phase, 'exit');
  });
});

describe('flywheel', () => {
  const people = [{ id: 'p' }, { id: 'q' }];

  test('three visits make adoration, a friend makes advocacy and energy', () => {
    const events = [
      did('purchase', '2025-01-02T12:00', { amount: 60 }),
      did('check-in', '2025-01-04T12:00'),
      did('check-in', '2025-01-06T12:00'),
      did('check-in', '2025-01-08T12:00'),
      did('referral', '2025-01-10T12:00', { referred: 'q' }),
      { person: 'q', type: 'lead', at: '2025-01-11T12:00', referredBy: 'p' },
    ];
    const answer = run('flywheel', { events, people });
    const days = ['not-engaged always', 'adoption 2025-01-02', 'adoration 2025-01-08', 'advocacy 2025-01-10'];
    assert.deepEqual(story(answer), days);
    // q is brought once, though two events say so.
    assert.equal(answer.energy?.brought, 1);
    // 60 of one customer; 6 and 2 days to the next phase.
    assert.equal(answer.metrics?.['arpu']?.value, 60);
    assert.equal(answer.phases['adoption']!.medianDays, 6);
    assert.equal(answer.phases['adoration']!.medianDays, 2);
  });

  test('what the data cannot tell is null, never 0', () => {
    const { metrics, momentum } = run('flywheel', {
      events: [did('site-visit', '2025-01-10T12:00')],
      people,
    });
    for (const id of ['trials', 'arpu', 'retention-rate', 'referred-leads', 'affiliate-signups'])
      assert.equal(metrics?.[id]?.value, null, id);
    assert.equal(momentum?.direction, null);
  });

  test('two moves in this month after one in the month before turn the wheel faster', () => {
    const buy = (person: string, at: string): Row[] => [
      { person, type: 'site-visit', at: '2024-09-01T12:00' },
      { person, type: 'purchase', at },
    ];
    const events = [
      ...buy('a', '2024-12-10T12:00'),
      ...buy('b', '2025-01-10T12:00'),
      ...buy('c', '2025-01-20T12:00'),
    ];
    // 31 days each: 31 December to 31 January, 30 November to 31 December (the period before is two months back).
    const { momentum } = run('flywheel', { events });
    assert.equal(momentum?.value, 2);
    assert.equal(momentum?.direction, 1);
  });
});
