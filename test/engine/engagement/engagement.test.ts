import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeEngagement } from '../../../src/engine/engagement/compute-engagement.ts';
import type { EngagementOptions, WheelOptions } from '../../../src/engine/schema/wheel.ts';
import { toStore, type TestEvent } from '../people/wheel-store.ts';

const DAY = 86_400_000;

function placeOf(
  events: readonly TestEvent[],
  asOf: string,
  engagement: EngagementOptions = {},
  person = {},
) {
  return computeEngagement(toStore([{ id: 1, ...person }], events, { timeZone: 'UTC' }), {
    asOf,
    engagement,
  }).placeOf(0);
}

/** Quarters of one person, each with the minute it began at. */
function walk(events: readonly TestEvent[], asOf: string, engagement: EngagementOptions = {}, person = {}) {
  return placeOf(events, asOf, engagement, person).history!.map(
    ({ phase, from }) => `${from === null ? 'always' : (from as string).slice(0, 16)} ${phase}`,
  );
}

const assertNear = (actual: number | null | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? NaN) - expected) < 1e-9, `${actual} is not ${expected}`);

describe('the score', () => {
  it('is the sum of weight × (1 − 2^(−points ÷ 8)) over the areas', () => {
    // Trial: 8 points of the site, half of its 40. Click and open: 4 points of messages.
    const place = placeOf(
      [
        ['trial', 1, '2026-01-10T12:00Z'],
        ['email-click', 1, '2026-01-10T12:00Z'],
        ['email-open', 1, '2026-01-10T12:00Z'],
      ],
      '2026-01-10T12:00Z',
    );
    assertNear(place.score, 20 + 30 * (1 - 2 ** -0.5));
    assert.deepEqual(
      place.parts!.map(({ area, weight, points }) => [area, weight, points]),
      [
        ['messages', 30, 4],
        ['site', 40, 8],
        ['social', 10, 0],
        ['campaigns', 20, 0],
      ],
    );
    assertNear(place.parts![0]!.contribution + place.parts![1]!.contribution, place.score!);
  });

  it('counts half of a point after 30 days, a quarter after 60, by the hour', () => {
    const score = (asOf: string) => placeOf([['trial', 1, '2026-01-01T12:00Z']], asOf).score;
    assertNear(score('2026-01-31T12:00Z'), 40 * (1 - 2 ** (-4 / 8)));
    assertNear(score('2026-03-02T12:00Z'), 40 * (1 - 2 ** (-2 / 8)));
    assertNear(score('2026-01-16T12:00Z'), 40 * (1 - 2 ** -(0.5 ** 0.5)));
  });

  it('forgets what was thousands of half-lives ago', () => {
    const trials: TestEvent[] = [
      ['trial', 1, '2026-01-01T12:00Z'],
      ['trial', 1, '2026-02-01T12:00Z'],
      ['trial', 1, '2027-02-01T12:00Z'],
    ];
    const at = (asOf: string) => placeOf(trials, asOf, { halfLifeDays: 0.02 });
    assertNear(at('2026-02-01T12:00Z').score, 20);
    assertNear(at('2027-02-01T12:00Z').score, 20);
    assert.deepEqual(
      at('2028-02-01').history!.map(({ phase }) => phase),
      ['not-engaged', 'nurture'],
    );
  });

  it('weighs the same deeds otherwise after a contract', () => {
    const place = placeOf(
      [
        ['trial', 1, '2026-01-10T12:00Z'],
        ['check-in', 1, '2026-01-10T12:00Z'],
        ['purchase', 1, '2026-01-10T12:00Z'],
      ],
      '2026-01-10T12:00Z',
    );
    assertNear(place.score, 10 * 0.5 + 40 * (1 - 2 ** (-3 / 8)) + 10 * (1 - 2 ** (-10 / 8)));
    assert.equal(place.phase, 'retention');
  });

  it('gives no points for what was paid back, and no contract by it', () => {
    const place = placeOf([['purchase', 1, '2026-01-10', { refunded: true }]], '2026-01-11');
    assert.equal(place.score, null);
    assert.equal(place.phase, 'not-engaged');
  });

  it('takes the caller’s points and weights, and leaves the others', () => {
    const place = placeOf([['trial', 1, '2026-01-10T12:00Z']], '2026-01-10T12:00Z', {
      points: { site: { trial: 16 } },
      weights: { before: { site: 80 } },
    });
    assertNear(place.score, 60);
    assert.deepEqual(
      place.parts!.map(({ weight }) => weight),
      [30, 80, 10, 20],
    );
  });

  it('refuses a weight of an area nobody can get points in', () => {
    assert.throws(
      () => placeOf([], '2026-01-10', { weights: { after: { vistis: 40 } } }),
      (error: { code?: string; path?: string }) =>
        error.code === 'invalid-options' && error.path === 'engagement.weights.after.vistis',
    );
  });
});

describe('the left half, before a contract', () => {
  it('begins with anything that makes somebody known', () => {
    assert.deepEqual(walk([], '2026-02-01'), ['always not-engaged']);
    assert.deepEqual(walk([['contact', 1, '2026-01-05']], '2026-02-01'), ['always not-engaged']);
    assert.deepEqual(
      walk([['lead', 1, '2026-01-05T10:00']], '2026-02-01').at(-1),
      '2026-01-05T10:00 nurture',
    );
  });

  /** Site points at an instant: 40 × (1 − 2^(−P ÷ 8)) reaches 35 and 40 only with an infinity; so a higher weight. */
  const site: EngagementOptions = { weights: { before: { site: 80 } } };

  it('is purchase from 40 points on', () => {
    // 8 points give exactly 40 of 80.
    assert.deepEqual(
      walk([['trial', 1, '2026-01-10T12:00Z']], '2026-01-10T12:00Z', site).at(-1),
      '2026-01-10T12:00 purchase',
    );
    const less = { ...site, points: { site: { trial: 7.99 } } };
    assert.deepEqual(
      walk([['trial', 1, '2026-01-10T12:00Z']], '2026-01-10T12:00Z', less).at(-1),
      '2026-01-10T12:00 nurture',
    );
  });

  it('goes back below 35 only, at the end of the day on which it fell', () => {
    // 80 × (1 − 2^(−8d ÷ 8)) = 35 where d = log2(80 ÷ 45) = 0.83; 2^(−t ÷ 30) = 0.83 after 8.06 days: 18 January, 13:27.
    const days = 30 * -Math.log2(Math.log2(80 / 45));
    assert.ok(days > 8 && days < 8.2, 'days > 8 && days < 8.2');
    const events: TestEvent[] = [['trial', 1, '2026-01-10T12:00Z']];
    assert.deepEqual(walk(events, '2026-01-17T23:00Z', site).at(-1), '2026-01-10T12:00 purchase');
    assert.deepEqual(walk(events, '2026-01-31', site).at(-1), '2026-01-18T23:59 nurture');
    // Without hysteresis it would be the first day.
    assert.deepEqual(
      walk(events, '2026-01-31', { ...site, hysteresis: 0 }).at(-1),
      '2026-01-10T23:59 nurture',
    );
  });

  it('says by what somebody holds their place', () => {
    const codes = (asOf: string) =>
      placeOf([['trial', 1, '2026-01-10T12:00Z']], asOf, { ...site, mqlFrom: 99, sqlFrom: 99 }).reasons.map(
        ({ code }) => code,
      );
    assert.deepEqual(codes('2026-01-10T12:00Z'), ['ready']);
    assert.deepEqual(codes('2026-01-14T12:00Z'), ['held']);
    assert.deepEqual(codes('2026-01-25T12:00Z'), ['below-purchase']);
  });
});

describe('the right half, after a contract', () => {
  const contract: TestEvent = ['purchase', 1, '2026-01-10T12:00'];

  it('spares new clients exit for 30 days: their engagement has not begun to fall', () => {
    assert.deepEqual(walk([contract], '2026-03-01').slice(1), [
      '2026-01-10T12:00 retention',
      '2026-02-09T23:59 exit',
    ]);
    assert.deepEqual(walk([contract], '2026-03-01', { graceDays: 0 }).slice(1), ['2026-01-10T12:00 exit']);
  });

  /** Somebody with a contract of long ago, whose visits are all that counts: 40 points are half of 80. */
  const visits: EngagementOptions = {
    points: { messages: {}, site: {}, social: {}, campaigns: {}, purchases: {}, visits: { 'check-in': 8 } },
    weights: { after: { visits: 80 } },
  };
  const old: TestEvent = ['conversion', 1, '2025-01-01T00:00'];
  const visit = (at: string): TestEvent => ['check-in', 1, at];

  it('is exit below 30, and back from 35 on only', () => {
    // 80 × (1 − 2^(−d)) < 30 where d < log2(80 ÷ 50) = 0.678: 16.8 days after the visit.
    const days = 30 * -Math.log2(Math.log2(80 / 50));
    assert.ok(days > 16 && days < 17, 'days > 16 && days < 17');
    const quarters = walk([old, visit('2026-01-10T12:00Z')], '2026-02-15', { ...visits, fallShare: 1 });
    assert.deepEqual(quarters.slice(2), [
      '2025-01-31T23:59 exit',
      '2026-01-10T12:00 retention',
      '2026-01-27T23:59 exit',
    ]);
    // 7 points give 80 × (1 − 2^(−7 ÷ 8)) = 36.4, 6 give 32.4: above 30, below 35.
    const back = (points: number) =>
      walk([old, visit('2026-01-10T12:00Z')], '2026-01-10T13:00Z', {
        ...visits,
        points: { ...visits.points, visits: { 'check-in': points } },
      }).at(-1);
    assert.equal(back(7), '2026-01-10T12:00 retention');
    assert.equal(back(6), '2025-01-31T23:59 exit');
  });

  it('is exit where the score fell by 30 % in 30 days and is below 60', () => {
    // Weekly visits up to the end of March, then none: by mid April the score has fallen from 66 to under 46.
    const weekly = Array.from({ length: 12 }, (_, week): TestEvent => [
      'check-in',
      1,
      new Date(Date.parse('2026-01-05T12:00Z') + week * 7 * DAY).toISOString(),
    ]);
    const place = placeOf([old, ...weekly], '2026-05-31', { ...visits, exitBelow: 0, hysteresis: 0 });
    const exit = place.history!.findLast(({ phase }) => phase === 'exit')!;
    const [reason] = exit.reasons;
    assert.equal(reason!.code, 'falling');
    const { score, before } = reason as unknown as { score: number; before: number };
    assert.ok(score < 60 && score <= 0.7 * before, `${score} of ${before}`);
    // The day before, it was not so: the score of then and of 30 days before it, by the formula.
    const at = Date.parse(exit.from as string) - DAY;
    const points = (now: number) =>
      weekly
        .map(([, , day]) => Date.parse(day as string))
        .filter((day) => day <= now)
        .reduce((sum, day) => sum + 8 * 2 ** ((day - now) / (30 * DAY)), 0);
    const scoreAt = (now: number) => 80 * (1 - 2 ** (-points(now) / 8));
    assertNear(score, scoreAt(at + DAY));
    assertNear(before, scoreAt(at + DAY - 30 * DAY));
    assert.ok(
      scoreAt(at) >= 60 || scoreAt(at) > 0.7 * scoreAt(at - 30 * DAY),
      'scoreAt(at) >= 60 || scoreAt(at) > 0.7 * scoreAt(at - 30 * DAY)',
    );
  });

  it('compares with the score of 30 days ago by the weights of today, not those of a lead', () => {
    // A lead of much activity on the site, which counts little for a client.
    const lead = Array.from({ length: 10 }, (): TestEvent => ['trial', 1, '2026-01-09T12:00']);
    const came = Array.from({ length: 12 }, (_, i): TestEvent => [
      'check-in',
      1,
      `2026-02-0${1 + (i % 9)}T10:00`,
    ]);
    assert.deepEqual(walk([...lead, contract, ...came], '2026-02-10', { exitBelow: 0 }).slice(3), []);
  });

  it('compares with visits of before the contract once the days of grace are over', () => {
    const comings = Array.from({ length: 6 }, (): TestEvent => ['check-in', 1, '2026-01-09T12:00Z']);
    const options = { halfLifeDays: 7, fallDays: 7, graceDays: 7, exitBelow: 2, fallBelow: 100 };
    assert.deepEqual(walk([...comings, ['purchase', 1, '2026-01-10T12:00Z']], '2026-01-20', options), [
      'always not-engaged',
      '2026-01-09T12:00 nurture',
      '2026-01-10T12:00 retention',
      '2026-01-17T23:59 exit',
    ]);
    const soon = { ...options, graceDays: 3, contracts: ['conversion'] };
    assert.deepEqual(walk([...comings, ['conversion', 1, '2026-01-13T12:00Z']], '2026-01-20', soon), [
      'always not-engaged',
      '2026-01-09T12:00 nurture',
      '2026-01-13T12:00 retention',
      '2026-01-16T23:59 exit',
    ]);
  });

  it('is retention again, without any deed, once the score was as low before', () => {
    // Visits fade away beside a site that stays: 7 days lower the score by 14 % at first, by less than 10 % later.
    const comings = Array.from({ length: 5 }, (): TestEvent => ['check-in', 1, '2026-01-01T12:00Z']);
    const others = { messages: 0, social: 0, campaigns: 0, purchases: 0 };
    const quarters = walk(
      [...comings, ['trial', 1, '2026-01-01T12:00Z'], ['conversion', 1, '2026-01-01T12:00Z']],
      '2026-02-28',
      {
        ...{ halfLifeDays: 7, fallDays: 7, fallShare: 0.1, fallBelow: 101, exitBelow: 2 },
        ...{ hysteresis: 0, graceDays: 0, contracts: ['conversion'] },
        points: { site: { trial: 1e6 } },
        weights: { after: { ...others, site: 50, visits: 50 } },
      },
    );
    const visits = (days: number) => 50 * (1 - 2 ** ((-15 * 2 ** (-days / 7)) / 8));
    const isFallen = (days: number) => 50 + visits(days) <= 0.9 * (50 + visits(days - 7));
    assert.deepEqual([isFallen(7.5), isFallen(20.5), isFallen(21.5)], [true, true, false]);
    assert.deepEqual(quarters, [
      'always not-engaged',
      '2026-01-01T12:00 retention',
      '2026-01-08T23:59 exit',
      '2026-01-22T23:59 retention',
    ]);
  });

  it('takes a flagged customer without a date for a client of always', () => {
    assert.deepEqual(walk([], '2026-02-01', {}, { isCustomer: true }), ['always exit']);
    assert.equal(placeOf([], '2026-02-01', {}, { isCustomer: true }).score, 0);
  });
});

describe('qualification of leads', () => {
  const options = (extra: EngagementOptions = {}): EngagementOptions => ({
    weights: { before: { site: 80 } },
    ...extra,
  });
  const qualify = (events: readonly TestEvent[], asOf: string, extra?: EngagementOptions) =>
    computeEngagement(toStore([{ id: 1 }], events, { timeZone: 'UTC' }), { asOf, engagement: options(extra) })
      .result.qualification;
  // 8 points: a score of 40 at once, 25 when d = log2(80 ÷ 55) = 0.54, after 26.6 days: 5 February.
  const trial: TestEvent = ['trial', 1, '2026-01-10T12:00Z'];

  it('is marketing qualified from 25 on', () => {
    assert.deepEqual(qualify([trial], '2026-02-05T23:00Z'), { mql: 1, sal: 0, sql: 0 });
    assert.deepEqual(qualify([trial], '2026-02-06T12:00Z'), { mql: 0, sal: 0, sql: 0 });
  });

  it('is accepted by sales by a contact since then, not by one before', () => {
    assert.equal(qualify([trial, ['contact', 1, '2026-01-09']], '2026-01-20')?.sal, 0);
    assert.equal(qualify([trial, ['contact', 1, '2026-01-15']], '2026-01-20')?.sal, 1);
    assert.equal(
      qualify([trial, ['contact', 1, '2026-01-15']], '2026-02-20')?.sal,
      0,
      'not qualified any more',
    );
  });

  it('asks for a new contact of who was not qualified in between', () => {
    const again: TestEvent[] = [trial, ['contact', 1, '2026-01-15'], ['trial', 1, '2026-03-10T12:00Z']];
    assert.deepEqual(qualify(again, '2026-03-11'), { mql: 1, sal: 0, sql: 1 });
  });

  it('is sales qualified from 40 on, or by a checkout page within 14 days', () => {
    assert.equal(qualify([trial], '2026-01-10T12:00Z')?.sql, 1);
    assert.equal(qualify([trial], '2026-01-10T13:00Z')?.sql, 0);
    const checkout: TestEvent = ['checkout-view', 1, '2026-01-10T12:00'];
    assert.equal(qualify([checkout], '2026-01-24T11:59Z')?.sql, 1);
    assert.equal(qualify([checkout], '2026-01-24T12:00Z')?.sql, 0);
  });

  it('is not asked of clients', () => {
    const client: TestEvent[] = [trial, ['purchase', 1, '2026-01-10T13:00Z']];
    assert.deepEqual(qualify(client, '2026-01-11'), { mql: 0, sal: 0, sql: 0 });
  });

  it('is told with a lead’s reasons', () => {
    const reasons = placeOf([trial, ['contact', 1, '2026-01-15T08:00Z']], '2026-01-16', options()).reasons;
    assert.deepEqual(reasons.slice(1), [
      { code: 'mql', from: 25 },
      { code: 'sal', at: '2026-01-15T08:00:00.000Z' },
    ]);
  });
});

describe('two instants', () => {
  it('list the changes of quarter', () => {
    const store = toStore(
      [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      [
        ['email-open', 'a', '2026-01-05'],
        ['email-open', 'b', '2026-02-10T09:00Z'],
        ['purchase', 'c', '2026-02-12T09:00Z'],
        ['lead', 'c', '2026-01-02'],
      ],
      { timeZone: 'UTC' },
    );
    const options: WheelOptions = { asOf: '2026-02-15', comparedTo: '2026-01-31' };
    const { result } = computeEngagement(store, options);
    assert.deepEqual(result.flows, [
      { from: 'nurture', to: 'retention', count: 1, kind: 'move' },
      { from: 'not-engaged', to: 'nurture', count: 1, kind: 'enter' },
    ]);
    assert.deepEqual(result.movements, [
      { id: 'c', from: 'nurture', to: 'retention', at: '2026-02-12T09:00:00.000Z' },
      { id: 'b', from: 'not-engaged', to: 'nurture', at: '2026-02-10T09:00:00.000Z' },
    ]);
  });
});
