import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeFlywheel } from '../../../src/engine/flywheel/compute-flywheel.ts';
import type { FlywheelOptions, WheelOptions } from '../../../src/engine/schema/wheel.ts';
import { toStore, type TestEvent } from '../people/wheel-store.ts';

/** June 2026 is the period, May the one before; something in January, so that the data covers both. */
const JUNE: WheelOptions = { asOf: '2026-06-30', comparedTo: '2026-05-31' };
const EARLY: TestEvent = ['lead', 'early', '2026-01-01'];

function run(events: readonly TestEvent[], flywheel: FlywheelOptions = {}, options: WheelOptions = JUNE) {
  const people = [...new Set([EARLY, ...events].map(([, person]) => person))].map((id) => ({ id }));
  return computeFlywheel(toStore(people, [EARLY, ...events]), { ...options, flywheel });
}

function metric(events: readonly TestEvent[], id: string, flywheel: FlywheelOptions = {}) {
  const found = run(events, flywheel)
    .result.phases.flatMap(({ metrics }) => metrics!)
    .find((one) => one.id === id);
  return [found!.value, found!.previous];
}

/** Phases of person `p`, each with the day it began on. */
function walk(events: readonly TestEvent[], asOf = '2026-06-30', flywheel: FlywheelOptions = {}) {
  const wheel = run([['site-visit', 'p', '2025-12-01T10:00'], ...events], flywheel, { asOf });
  return wheel
    .placeOf(1)
    .history!.slice(1)
    .map(({ phase, from }) => `${(from as string).slice(0, 10)} ${phase}`);
}

const buy = (person: string, day: string, more = {}): TestEvent => ['purchase', person, `${day}T12:00`, more];
const come = (person: string, ...days: string[]): TestEvent[] =>
  days.map((day) => ['check-in', person, `${day}T18:00`]);

describe('who is in which phase of the flywheel', () => {
  it('goes from interest by the purchase and three visits to a word for the studio', () => {
    const story = [
      buy('p', '2026-04-01'),
      ...come('p', '2026-04-02', '2026-04-09', '2026-04-16', '2026-06-01'),
      ['review', 'p', '2026-05-02T09:00'] as TestEvent,
    ];
    assert.deepEqual(walk(story), [
      '2025-12-01 activation',
      '2026-04-01 adoption',
      '2026-04-16 adoration',
      '2026-05-02 advocacy',
    ]);
  });

  it('counts visits from the sign-up on, and the caller’s number of them', () => {
    const story = [
      ...come('p', '2026-03-01', '2026-03-02'),
      buy('p', '2026-04-01'),
      ...come('p', '2026-04-02'),
    ];
    assert.equal(walk(story).at(-1), '2026-04-01 adoption');
    assert.equal(walk(story, '2026-06-30', { valueVisits: 1 }).at(-1), '2026-04-02 adoration');
  });

  it('lets a word count for a year', () => {
    const story = [
      buy('p', '2026-04-01', { membership: 'm', renewing: true }),
      ['referral', 'p', '2026-05-31T09:00'] as TestEvent,
    ];
    assert.deepEqual(walk(story, '2027-06-01').slice(2), ['2026-05-31 advocacy', '2027-05-31 adoption']);
  });

  it('does not count what somebody said before they were a client', () => {
    assert.equal(walk([['review', 'p', '2026-03-01'], buy('p', '2026-04-01')]).at(-1), '2026-04-01 adoption');
  });

  it('takes who brought a lead for an advocate', () => {
    const story: TestEvent[] = [
      buy('p', '2026-04-01'),
      ['lead', 'friend', '2026-05-05', { referredBy: 'p' }],
    ];
    assert.equal(walk(story).at(-1), '2026-05-04 advocacy');
  });

  it('loses who has not come, bought or had a membership for three months, and gets them back', () => {
    const story = [buy('p', '2026-01-10'), ...come('p', '2026-06-01')];
    assert.deepEqual(walk(story).slice(1), [
      '2026-01-10 adoption',
      '2026-04-10 former',
      '2026-06-01 adoption',
    ]);
  });

  it('starts anew with who buys again', () => {
    const story = [
      buy('p', '2025-12-10'),
      ...come('p', '2025-12-11', '2025-12-12', '2025-12-13'),
      buy('p', '2026-05-01'),
    ];
    assert.deepEqual(walk(story).slice(2), [
      '2025-12-13 adoration',
      '2026-03-13 former',
      '2026-05-01 adoption',
    ]);
  });
});

describe('the metrics of activation', () => {
  it('counts newly qualified leads who had bought nothing', () => {
    const events: TestEvent[] = [
      ['trial', 'a', '2026-06-05'],
      ['booking', 'b', '2026-05-05'],
      ['checkout-view', 'b', '2026-06-05'],
      buy('c', '2026-06-01'),
      ['booking', 'c', '2026-06-05'],
    ];
    assert.deepEqual(metric(events, 'qualified-leads'), [1, 1]);
  });

  it('counts first trials and first purchases', () => {
    const events: TestEvent[] = [
      ['trial', 'a', '2026-05-20'],
      ['trial', 'a', '2026-06-05'],
      ['trial', 'b', '2026-06-05'],
      buy('a', '2026-06-07'),
      buy('a', '2026-06-08'),
      buy('b', '2026-05-08'),
    ];
    assert.deepEqual(metric(events, 'trials'), [1, 1]);
    assert.deepEqual(metric(events, 'first-sales'), [1, 1]);
  });

  it('measures the days from the first interaction to the purchase, of those who bought in the period', () => {
    const events: TestEvent[] = [
      ['site-visit', 'a', '2026-05-30'],
      buy('a', '2026-06-04'),
      ['site-visit', 'b', '2026-06-01'],
      buy('b', '2026-06-11'),
      ['site-visit', 'c', '2026-05-01'],
    ];
    assert.deepEqual(metric(events, 'days-to-adoption'), [7.5, null]);
    assert.equal(run(events).result.phases[0]!.medianDays, 7.5);
  });

  it('does not take what the data does not have for 0', () => {
    assert.deepEqual(metric([buy('a', '2026-06-01')], 'trials'), [null, null]);
    assert.deepEqual(metric([['trial', 'a', '2026-06-01']], 'first-sales'), [null, null]);
    assert.deepEqual(metric([['trial', 'a', '2026-01-02']], 'trials'), [0, 0]);
  });

  it('knows nothing of a period before the data begins', () => {
    const store = toStore(
      [],
      [
        ['trial', 'a', '2026-05-10'],
        ['trial', 'b', '2026-06-10'],
      ],
    );
    const { result } = computeFlywheel(store, JUNE);
    const trials = result.phases[0]!.metrics!.find(({ id }) => id === 'trials')!;
    assert.deepEqual([trials.value, trials.previous], [1, null]);
    assert.equal(result.momentum!.direction, null);
    assert.equal(result.quickTest!.faster, null);
  });
});

describe('the metrics of adoption', () => {
  it('gives the share of new customers who came three times in the period', () => {
    const events = [
      buy('a', '2026-06-02'),
      ...come('a', '2026-06-03', '2026-06-04', '2026-06-05'),
      buy('b', '2026-06-02'),
      ...come('b', '2026-06-03', '2026-06-04', '2026-07-05'),
      buy('c', '2026-05-02'),
      ...come('c', '2026-06-03', '2026-06-04', '2026-06-05'),
    ];
    assert.deepEqual(metric(events, 'value-realised'), [0.5, 0]);
  });

  it('counts who paid for the second time; the note of a conversion is no payment', () => {
    const events: TestEvent[] = [
      buy('a', '2026-06-02'),
      ['conversion', 'a', '2026-06-03'],
      buy('b', '2026-04-02'),
      ['renewal', 'b', '2026-06-02'],
      ['renewal', 'b', '2026-06-20'],
      buy('c', '2026-05-02'),
      buy('c', '2026-05-02', { refunded: true }),
    ];
    assert.deepEqual(metric(events, 'process-finished'), [1, 0]);
  });
});

describe('the metrics of adoration', () => {
  const events = [
    buy('kept', '2026-05-20', { amount: 100 }),
    buy('kept', '2026-06-20', { amount: 50 }),
    buy('lost', '2026-03-15', { amount: 30 }),
    buy('new', '2026-06-20', { amount: 90 }),
    buy('back', '2026-06-21', { amount: 500, refunded: true }),
  ];

  it('gives the share of customers who were kept', () => {
    // At the end of May kept and lost; in June lost has not been there for three months.
    assert.deepEqual(metric(events, 'retention-rate'), [0.5, 1]);
  });

  it('gives the period’s money a customer, and all money a customer of all time', () => {
    assert.deepEqual(metric(events, 'arpu'), [140 / 2, 100 / 2]);
    assert.deepEqual(metric(events, 'lifetime-value'), [270 / 3, 130 / 2]);
  });

  it('does not know what nobody has paid', () => {
    assert.deepEqual(metric([buy('a', '2026-06-01')], 'arpu'), [null, null]);
  });
});

describe('what advocacy brings', () => {
  const events: TestEvent[] = [
    buy('c', '2026-02-01'),
    ['referral', 'c', '2026-06-02', { referred: 'x' }],
    ['lead', 'x', '2026-06-03', { referredBy: 'c' }],
    ['referral', 'c', '2026-06-04', { referred: 'a stranger' }],
    ['client', 'y', '2026-06-05', { via: 'referral' }],
    ['lead', 'z', '2026-06-06', { origin: 'referral' }],
    ['referral', 'x', '2026-06-07'],
    ['lead', 'w', '2026-05-06', { referredBy: 'c' }],
    ['lead', 'v', '2026-05-07', { referredBy: 'c' }],
    ['client', 'v', '2026-06-08', { via: 'referral' }],
    ['affiliate-signup', 'c', '2026-06-09'],
    ['affiliate-signup', 'c', '2026-06-19'],
  ];

  it('counts each person once, strangers by their referral, and nobody whom a stranger to the till brought', () => {
    assert.deepEqual(metric(events, 'referred-leads'), [4, 2]);
    assert.deepEqual(run(events).result.energy, { brought: 4, previous: 2 });
  });

  it('is a flow to activation that is in no balance', () => {
    const { result } = run(events);
    const bring = result.flows!.find(({ kind }) => kind === 'bring');
    assert.deepEqual(bring, { from: 'advocacy', to: 'activation', count: 4, kind: 'bring' });
    for (const { start, entered, left, count } of result.phases)
      assert.equal(start! + entered! - left!, count);
  });

  it('counts who signed up to the referral programme for the first time', () => {
    assert.deepEqual(metric(events, 'affiliate-signups'), [1, 0]);
  });

  it('is unknown where nothing in the data tells', () => {
    assert.deepEqual(metric([buy('c', '2026-06-01')], 'referred-leads'), [null, null]);
    assert.deepEqual(metric([['lead', 'c', '2026-06-01', { origin: 'form' }]], 'referred-leads'), [0, 0]);
  });
});

describe('momentum and the quick test', () => {
  const moves = (may: number, june: number) => [
    ...Array.from({ length: may }, (_, i) => buy(`m${i}`, '2026-05-10')),
    ...Array.from({ length: june }, (_, i) => buy(`j${i}`, '2026-06-10')),
    ...Array.from({ length: may }, (_, i): TestEvent => ['site-visit', `m${i}`, '2026-05-01']),
    ...Array.from({ length: june }, (_, i): TestEvent => ['site-visit', `j${i}`, '2026-05-01']),
  ];
  const momentum = (may: number, june: number) => run(moves(may, june)).result.momentum!;

  it('compares moves onward a day with the 30 days before', () => {
    const { value, ...parts } = momentum(10, 12);
    assert.ok(Math.abs(value! - 1.2) < 1e-12, 'Math.abs(value! - 1.2) < 1e-12');
    assert.deepEqual(parts, { direction: 1, moves: 12, days: 30, previousMoves: 10, previousDays: 30 });
  });

  it('counts by the day where months differ in length', () => {
    // The 31st of March back to the 28th of February, 31 days; and to the 31st of January, 28 days.
    const march = { asOf: '2026-03-31', comparedTo: 'previous' as const };
    const moves = ['2026-02-10', '2026-03-10'].flatMap((day): TestEvent[] => [
      ['site-visit', day, '2026-01-20'],
      buy(day, day),
    ]);
    const { days, previousDays, value } = run(moves, {}, march).result.momentum!;
    assert.deepEqual([days, previousDays], [31, 28]);
    assert.ok(Math.abs(value! - 28 / 31) < 1e-12, 'Math.abs(value! - 28 / 31) < 1e-12');
  });

  it('is as before within 5 %, and tells slower from faster', () => {
    assert.equal(momentum(20, 19).direction, 0);
    assert.equal(momentum(20, 21).direction, 0);
    assert.equal(momentum(20, 22).direction, 1);
    assert.equal(momentum(20, 18).direction, -1);
    assert.deepEqual([momentum(0, 1).value, momentum(0, 1).direction], [null, 1]);
    assert.deepEqual([momentum(0, 0).value, momentum(0, 0).direction], [null, 0]);
  });

  it('counts the goals that are met: at least, of days at most', () => {
    const targets = { 'first-sales': 12, trials: 1, 'days-to-adoption': 40, 'retention-rate': 1 };
    const { result } = run(moves(10, 12), { targets });
    // Nobody's trial is known, which meets no goal.
    assert.deepEqual(result.quickTest, { goals: 4, goalsMet: 3, faster: true });
    assert.equal(run(moves(10, 12), { targets: { 'first-sales': 13 } }).result.quickTest!.goalsMet, 0);
    assert.equal(run(moves(10, 12), { targets: { 'days-to-adoption': 39 } }).result.quickTest!.goalsMet, 0);
  });

  it('refuses a target of a metric there is not', () => {
    assert.throws(
      () => run([], { targets: { sales: 3 } }),
      (error: { code?: string; path?: string }) =>
        error.code === 'invalid-options' && error.path === 'flywheel.targets.sales',
    );
  });
});
