import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeLifecycle } from '../../../src/engine/lifecycle/compute-lifecycle.ts';
import type { LifecycleOptions, WheelOptions } from '../../../src/engine/schema/wheel.ts';
import { toStore, type TestEvent } from '../people/wheel-store.ts';

/** Phases of one person, each with the local instant it began at. */
function walk(events: readonly TestEvent[], asOf: string, lifecycle: LifecycleOptions = {}, person = {}) {
  const store = toStore([{ id: 1, ...person }], events);
  return computeLifecycle(store, { asOf, lifecycle })
    .placeOf(0)
    .history!.map(({ phase, from }) => `${from === null ? 'always' : toLocal(from as string)} ${phase}`);
}

function toLocal(instant: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Paris',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return format.format(new Date(instant)).slice(0, 16);
}

const visits = (...days: string[]): TestEvent[] => days.map((day) => ['check-in', 1, `${day}T18:00`]);
const bought: TestEvent = ['purchase', 1, '2026-01-10T12:00'];

describe('who is in which phase of the lifecycle', () => {
  it('knows nothing of who has done nothing, and of whom only the studio has written to', () => {
    assert.deepEqual(walk([], '2026-06-01'), ['always not-engaged']);
    assert.deepEqual(walk([['contact', 1, '2026-01-01']], '2026-06-01'), ['always not-engaged']);
  });

  for (const type of [
    'email-open',
    'sms-click',
    'push-open',
    'site-visit',
    'checkout-view',
    'trial',
    'check-in',
  ]) {
    it(`takes ${type} for an interaction, from the first on`, () => {
      const events: TestEvent[] = [
        [type, 1, '2026-02-03T10:00'],
        [type, 1, '2026-02-01T09:00'],
      ];
      assert.deepEqual(walk(events, '2026-06-01').slice(1), ['2026-02-01 09:00 acquisition']);
    });
  }

  it('takes a lead for an interaction only where it came of an abandoned cart', () => {
    const lead = (origin: string): TestEvent[] => [['lead', 1, '2026-02-01T09:00', { origin }]];
    assert.deepEqual(walk(lead('import'), '2026-06-01'), ['always not-engaged']);
    assert.deepEqual(walk(lead('abandoned-cart'), '2026-06-01').at(-1), '2026-02-01 09:00 acquisition');
  });

  it('keeps a new member in conversion for three months of the calendar, to the minute', () => {
    const regular = [bought, ...visits('2026-02-20', '2026-03-20', '2026-04-09')];
    assert.deepEqual(walk(regular, '2026-04-10T11:59').slice(1), ['2026-01-10 12:00 conversion']);
    assert.deepEqual(walk(regular, '2026-04-10T12:00').at(-1), '2026-04-10 12:00 loyalty');
  });

  it('clamps the day to the end of a shorter month', () => {
    const events: TestEvent[] = [['purchase', 1, '2025-11-30T12:00']];
    assert.deepEqual(walk(events, '2026-06-01').slice(2), ['2026-02-28 12:00 attrition']);
  });

  it('moves by the clock of the studio over a change of it', () => {
    // Summer time begins on 29 March 2026: the same local time, one hour less in between.
    assert.deepEqual(walk([bought], '2026-06-01').at(-1), '2026-04-10 12:00 attrition');
  });

  it('needs three visits in the last three months for loyalty, one less is attrition', () => {
    assert.deepEqual(
      walk([bought, ...visits('2026-02-20', '2026-03-20')], '2026-04-11').at(-1),
      '2026-04-10 12:00 attrition',
    );
    assert.deepEqual(
      walk([bought, ...visits('2026-02-20', '2026-03-20', '2026-04-01')], '2026-04-11').at(-1),
      '2026-04-10 12:00 loyalty',
    );
  });

  it('ends loyalty when the third visit from the last is three months old, and begins it again by a visit', () => {
    const events = [bought, ...visits('2026-03-01', '2026-03-10', '2026-04-05', '2026-06-20', '2026-06-22')];
    assert.deepEqual(walk(events, '2026-07-01').slice(2), [
      '2026-04-10 12:00 loyalty',
      '2026-06-01 18:00 attrition',
      '2026-06-22 18:00 loyalty',
    ]);
  });

  it('is retention from the first contact after attrition began, not by one before', () => {
    const contact = (day: string): TestEvent => ['contact', 1, `${day}T09:00`];
    assert.deepEqual(
      walk([bought, contact('2026-04-01')], '2026-06-01').at(-1),
      '2026-04-10 12:00 attrition',
    );
    assert.deepEqual(
      walk([bought, contact('2026-05-02'), contact('2026-05-09')], '2026-06-01').at(-1),
      '2026-05-02 09:00 retention',
    );
  });

  it('leaves alone a contact with another purpose than winning back', () => {
    const contact = (purpose: string): TestEvent[] => [
      bought,
      ['contact', 1, '2026-05-02T09:00', { purpose }],
    ];
    assert.deepEqual(walk(contact('billing'), '2026-06-01').at(-1), '2026-04-10 12:00 attrition');
    assert.deepEqual(walk(contact('win-back'), '2026-06-01').at(-1), '2026-05-02 09:00 retention');
  });

  it('counts as won back who came later than the contact, until they are regular', () => {
    const events: TestEvent[] = [
      bought,
      ['contact', 1, '2026-05-02T18:00'],
      ...visits('2026-05-02', '2026-05-20'),
    ];
    const wonBack = (asOf: string) =>
      computeLifecycle(toStore([{ id: 1 }], events), { asOf }).result.phases[4]!.wonBack;
    assert.equal(wonBack('2026-05-19'), 0, 'the visit at the instant of the contact is not after it');
    assert.equal(wonBack('2026-05-20'), 1);
    const regular = [...events, ...visits('2026-05-22')];
    assert.deepEqual(walk(regular, '2026-06-01').at(-1), '2026-05-22 18:00 loyalty');
  });

  it('needs a new contact for a new stretch of attrition', () => {
    const events: TestEvent[] = [
      bought,
      ['contact', 1, '2026-05-02T09:00'],
      ...visits('2026-05-03', '2026-05-04', '2026-05-05'),
    ];
    assert.deepEqual(walk(events, '2026-09-01').slice(3), [
      '2026-05-02 09:00 retention',
      '2026-05-05 18:00 loyalty',
      '2026-08-03 18:00 attrition',
    ]);
  });

  it('is former after twelve months without a visit, a purchase or a live membership', () => {
    assert.deepEqual(walk([bought], '2027-01-10T12:00').at(-1), '2027-01-10 12:00 former');
    assert.deepEqual(
      walk([bought, ...visits('2026-02-01')], '2027-01-31').at(-1),
      '2026-04-10 12:00 attrition',
    );
    const renewing: TestEvent = ['purchase', 1, '2026-01-10T12:00', { membership: 'm', renewing: true }];
    assert.deepEqual(walk([renewing], '2029-01-01').at(-1), '2026-04-10 12:00 attrition');
    const cancelled: TestEvent = ['cancellation', 1, '2026-07-01T10:00', { membership: 'm' }];
    assert.deepEqual(walk([renewing, cancelled], '2029-01-01').at(-1), '2027-07-01 10:00 former');
    const another: TestEvent = ['cancellation', 1, '2026-07-01T10:00', { membership: 'other' }];
    assert.deepEqual(walk([renewing, another], '2029-01-01').at(-1), '2026-04-10 12:00 attrition');
  });

  it('begins anew with conversion for a former member who buys, and with attrition for one who only comes', () => {
    const back = (event: TestEvent) => walk([bought, event], '2027-06-15').slice(3);
    assert.deepEqual(back(['purchase', 1, '2027-06-01T10:00']), [
      '2027-01-10 12:00 former',
      '2027-06-01 10:00 conversion',
    ]);
    assert.deepEqual(back(['check-in', 1, '2027-06-01T10:00']), [
      '2027-01-10 12:00 former',
      '2027-06-01 10:00 attrition',
    ]);
  });

  it('ignores what was paid back', () => {
    assert.deepEqual(walk([['purchase', 1, '2026-01-10', { refunded: true }]], '2026-06-01'), [
      'always not-engaged',
    ]);
  });

  it('takes a customer without a date for one of always, until data says since when', () => {
    const flagged = { isCustomer: true };
    assert.deepEqual(walk([], '2026-06-01', {}, flagged), ['always former']);
    assert.deepEqual(walk(visits('2026-05-01', '2026-05-02', '2026-05-03'), '2026-06-01', {}, flagged), [
      'always former',
      '2026-05-01 18:00 attrition',
      '2026-05-03 18:00 loyalty',
    ]);
    assert.deepEqual(walk([bought], '2026-01-09', {}, flagged), ['always not-engaged']);
  });

  it('does not know the future', () => {
    assert.deepEqual(walk([bought], '2026-01-10T11:59'), ['always not-engaged']);
  });
});

describe('the gap rule', () => {
  const regular = [bought, ...visits('2026-03-20', '2026-03-30', '2026-04-12')];

  it('is off by default', () => {
    assert.deepEqual(walk(regular, '2026-05-20').at(-1), '2026-04-12 18:00 loyalty');
  });

  it('ends loyalty after so many days without a visit', () => {
    assert.deepEqual(walk(regular, '2026-05-20', { gapDays: 21 }).at(-1), '2026-05-03 18:00 attrition');
  });

  it('asks for three visits of its own before such a stretch ends', () => {
    const back = [...regular, ...visits('2026-05-10', '2026-05-11')];
    assert.deepEqual(walk(back, '2026-05-20', { gapDays: 21 }).at(-1), '2026-05-03 18:00 attrition');
    assert.deepEqual(
      walk([...back, ...visits('2026-05-12')], '2026-05-20', { gapDays: 21 }).at(-1),
      '2026-05-12 18:00 loyalty',
    );
  });

  it('lets a stretch for want of visits end as soon as three count', () => {
    const events = [bought, ...visits('2026-03-20', '2026-04-05', '2026-04-20')];
    assert.deepEqual(walk(events, '2026-04-25', { gapDays: 21 }).slice(2), [
      '2026-04-10 12:00 attrition',
      '2026-04-20 18:00 loyalty',
    ]);
  });
});

describe('thresholds are the caller’s', () => {
  const events = [bought, ...visits('2026-02-20')];
  const cases: [LifecycleOptions, string][] = [
    [{ newMonths: 1 }, '2026-02-10 12:00 attrition'],
    [{ regularVisits: 1 }, '2026-04-10 12:00 loyalty'],
    [{ regularVisits: 1, visitMonths: 1 }, '2026-04-10 12:00 attrition'],
    [{ formerMonths: 2 }, '2026-04-20 18:00 former'],
    [{ visits: ['booking'] }, '2026-04-10 12:00 attrition'],
    [{ purchases: ['sale'] }, '2026-02-20 18:00 acquisition'],
  ];
  for (const [lifecycle, last] of cases) {
    it(JSON.stringify(lifecycle), () => {
      assert.equal(walk(events, '2026-05-01', lifecycle).at(-1), last);
    });
  }
});

describe('two instants', () => {
  const store = toStore(
    [{ id: 'new' }, { id: 'steady' }, { id: 'lost' }, { id: 'back' }, { id: 'gone' }, { id: 'idle' }],
    [
      ['site-visit', 'new', '2026-06-10T10:00'],
      ...['2026-04-20', '2026-05-01', '2026-05-20', '2026-06-20'].map((d): TestEvent => [
        'check-in',
        'steady',
        d,
      ]),
      ['purchase', 'steady', '2025-09-01'],
      ['purchase', 'lost', '2025-09-01'],
      ...['2026-03-10', '2026-03-15', '2026-04-01'].map((d): TestEvent => ['check-in', 'lost', d]),
      ['purchase', 'back', '2025-09-01'],
      ...['2026-06-12', '2026-06-13', '2026-06-14'].map((d): TestEvent => ['check-in', 'back', d]),
      ['purchase', 'gone', '2025-06-05'],
    ],
  );
  const options: WheelOptions = { asOf: '2026-06-30', comparedTo: 'previous' };
  const { result } = computeLifecycle(store, options);

  it('compares with the same time a month before: from a month’s last day to the last day of the one before', () => {
    assert.equal(result.comparedTo, '2026-05-31T21:59:59.999Z');
    const before = (asOf: string) =>
      computeLifecycle(store, { asOf, comparedTo: 'previous' }).result.comparedTo;
    assert.equal(before('2026-06-29'), '2026-05-29T21:59:59.999Z');
    assert.equal(before('2026-07-31'), '2026-06-30T21:59:59.999Z');
    assert.equal(before('2026-02-28'), '2026-01-31T22:59:59.999Z');
    assert.equal(before('2026-03-30'), '2026-02-28T22:59:59.999Z');
    assert.equal(before('2026-03-01T08:00:00+01:00'), '2026-02-01T07:00:00.000Z');
  });

  it('tells the flows with what they are, one person once', () => {
    assert.deepEqual(result.flows, [
      { from: 'loyalty', to: 'attrition', count: 1, kind: 'decline' },
      { from: 'attrition', to: 'loyalty', count: 1, kind: 'return' },
      { from: 'attrition', to: 'former', count: 1, kind: 'leave' },
      { from: 'not-engaged', to: 'acquisition', count: 1, kind: 'enter' },
    ]);
  });

  it('balances each phase', () => {
    assert.deepEqual(
      result.phases.map(({ id, start, entered, left, back, count }) => [
        id,
        start,
        entered,
        left,
        back,
        count,
      ]),
      [
        ['acquisition', 0, 1, 0, 0, 1],
        ['conversion', 0, 0, 0, 0, 0],
        ['loyalty', 2, 1, 1, 1, 2],
        ['attrition', 2, 1, 2, 0, 1],
        ['retention', 0, 0, 0, 0, 0],
      ],
    );
    assert.deepEqual(result.outside, [
      { id: 'not-engaged', count: 1, start: 2 },
      { id: 'former', count: 1, start: 0 },
    ]);
  });

  it('lists who moved, latest first', () => {
    assert.deepEqual(
      result.movements!.map(({ id, from, to, at }) => [id, from, to, toLocal(at as string)]),
      [
        ['lost', 'loyalty', 'attrition', '2026-06-10 00:00'],
        ['back', 'attrition', 'loyalty', '2026-06-14 00:00'],
        ['new', 'not-engaged', 'acquisition', '2026-06-10 10:00'],
        ['gone', 'attrition', 'former', '2026-06-05 00:00'],
      ].sort((a, b) => (a[3]! < b[3]! ? 1 : -1)),
    );
    assert.equal(result.movementTotal, 4);
  });

  it('gives the median days of those in a phase, now and then', () => {
    // steady: regular since 20 May; back: since 14 June; attrition: lost, since 10 June.
    const loyalty = result.phases[2]!;
    assert.equal(loyalty.medianDays, (41 + 16) / 2);
    assert.equal(result.phases[3]!.medianDays, 20);
    assert.equal(result.phases[1]!.medianDays, null);
  });

  it('says nothing of movements where nothing is compared', () => {
    const alone = computeLifecycle(store, { asOf: '2026-06-30' }).result;
    assert.equal(alone.flows, undefined);
    assert.equal(alone.phases[0]!.start, undefined);
    assert.equal(alone.comparedTo, undefined);
  });

  it('warns where the earlier instant lies before all data', () => {
    const { notices } = computeLifecycle(store, { asOf: '2026-06-30', comparedTo: '2024-01-01' }).result;
    assert.deepEqual(notices, [{ code: 'compared-before-data' }]);
    assert.equal(result.notices, undefined);
  });
});

describe('a person’s reasons', () => {
  const reasons = (events: readonly TestEvent[], asOf: string, lifecycle: LifecycleOptions = {}) =>
    computeLifecycle(toStore([{ id: 1 }], events), { asOf, lifecycle }).placeOf(0).reasons;

  it('carry the numbers', () => {
    assert.deepEqual(reasons([], '2026-06-01'), [{ code: 'no-interaction' }]);
    assert.deepEqual(reasons([['sms-open', 1, '2026-02-01T09:00Z']], '2026-06-01'), [
      { code: 'interaction', event: 'sms-open', at: '2026-02-01T09:00:00.000Z' },
    ]);
    assert.deepEqual(reasons([bought], '2026-02-01'), [
      { code: 'signed-up', at: '2026-01-10T11:00:00.000Z', months: 3, until: '2026-04-10T10:00:00.000Z' },
    ]);
    const regular = [bought, ...visits('2026-03-01', '2026-03-10', '2026-04-05', '2026-04-12')];
    assert.deepEqual(reasons(regular, '2026-05-31'), [{ code: 'regular', visits: 4, months: 3 }]);
    assert.deepEqual(reasons(regular, '2026-07-01'), [{ code: 'few-visits', visits: 2, months: 3 }]);
    assert.deepEqual(reasons(regular, '2026-05-20', { gapDays: 21 }), [
      { code: 'gap', days: 21, lastVisitAt: '2026-04-12T16:00:00.000Z' },
    ]);
    assert.deepEqual(reasons([bought], '2027-06-01'), [
      { code: 'inactive', months: 12, lastActivityAt: '2026-01-10T11:00:00.000Z' },
    ]);
  });
});
