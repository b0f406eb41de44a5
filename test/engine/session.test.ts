import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createStore,
  FunnelSession,
  type FunnelDefinition,
  type InputTable,
} from '../../src/engine/index.ts';

function table(name: string, rows: Record<string, unknown>[]): InputTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    name,
    length: rows.length,
    columns: Object.fromEntries(names.map((c) => [c, rows.map((row) => row[c])])),
  };
}

/**
 * A studio in Paris in October 2026, seen on 20 October:
 * ann   lead 1st (Google), intro 3rd, membership 10th.
 * bob   lead 2nd (Google), intro 12th, no membership: 30 days from the 2nd still run.
 * cleo  lead 5 September (Instagram): before the period.
 * dave  lead 4th (Instagram), an intro on the 30th is only scheduled, a class booked for the 25th.
 * eve   lead 6th (no source), intro on the 5th: before she came.
 */
const PEOPLE = [
  { id: 'ann', name: 'Ann Zoë', email: 'ann@example.com', tags: ['vip'], location: 'Nord' },
  { id: 'bob', name: 'Bob', email: 'bob@example.com', location: 'Sud', consent: { email: false, sms: true } },
  { id: 'cleo', name: 'Cléo', location: 'Nord' },
  { id: 'dave', name: 'Dave', location: 'Sud' },
  { id: 'eve', name: '=Eve', location: 'Nord' },
];
const EVENTS = [
  { person: 'ann', type: 'lead', at: '2026-10-01T09:00', source: 'Google' },
  { person: 'ann', type: 'purchase', at: '2026-10-03T09:00', intro: true, amount: 20, product: '2 weeks' },
  { person: 'ann', type: 'purchase', at: '2026-10-10T09:00', intro: false, amount: 90, product: 'Monthly' },
  { person: 'bob', type: 'lead', at: '2026-10-02T09:00', source: 'Google' },
  { person: 'bob', type: 'purchase', at: '2026-10-12T09:00', intro: true, amount: 30, product: '3 classes' },
  { person: 'cleo', type: 'lead', at: '2026-09-05T09:00', source: 'Instagram' },
  { person: 'dave', type: 'lead', at: '2026-10-04T09:00', source: 'Instagram' },
  { person: 'dave', type: 'purchase', at: '2026-10-30T09:00', intro: true, amount: 20, product: '2 weeks' },
  { person: 'dave', type: 'booking', at: '2026-10-18T09:00', kind: 'class', eventAt: '2026-10-25T18:00' },
  { person: 'eve', type: 'lead', at: '2026-10-06T09:00' },
  { person: 'eve', type: 'purchase', at: '2026-10-05T09:00', intro: true, amount: 20, product: '2 weeks' },
];
const FUNNEL: FunnelDefinition = {
  id: 'lead-to-member',
  window: { days: 30 },
  steps: [
    { id: 'lead', event: 'lead', when: 'inRange', filters: ['source'] },
    {
      id: 'intro',
      event: 'purchase',
      where: { intro: true },
      when: 'afterEntry',
      filters: ['product'],
      value: 'amount',
    },
    { id: 'member', event: 'purchase', where: { intro: { ne: true } }, when: 'afterEntry' },
  ],
};
const OPTIONS = { range: { from: '2026-10-01', to: '2026-10-31' }, now: '2026-10-20T12:00' };

function session() {
  return new FunnelSession(
    createStore({
      timeZone: 'Europe/Paris',
      currency: 'EUR',
      people: table('people', PEOPLE),
      events: [table('events', EVENTS)],
    }),
  );
}

test('a whole result, worked by hand', () => {
  const result = session().compute(FUNNEL, OPTIONS);
  const numbers = result.steps.map(({ entered, converted, open, dropped }) => [
    entered,
    converted,
    open,
    dropped,
  ]);
  // Leads in the period: ann, bob, dave, eve. Intros after the entry: ann, bob; dave and eve can still buy one.
  assert.deepEqual(numbers, [
    [4, 4, 0, 0],
    [4, 2, 2, 0],
    [2, 1, 1, 0],
  ]);
  // ann: 2 days, bob: 10 days.
  assert.equal(result.steps[1]!.time?.median, 6 * 86_400);
  assert.deepEqual(result.steps[1]!.value, { total: 50, count: 2, median: 25, mean: 25 });
  assert.equal(result.asOf, '2026-10-20T10:00:00.000Z');
  assert.equal(result.currency, 'EUR');
  assert.equal(result.notices, undefined);
});

test('the same on 15 November: the windows have run out', () => {
  const result = session().compute(FUNNEL, { ...OPTIONS, now: '2026-11-15' });
  const numbers = result.steps.map(({ entered, converted, open, dropped }) => [
    entered,
    converted,
    open,
    dropped,
  ]);
  // dave's intro of the 30th has happened by now, 26 days after his lead; eve's 30 days are over.
  assert.deepEqual(numbers, [
    [4, 4, 0, 0],
    [4, 3, 0, 1],
    [3, 1, 0, 2],
  ]);
});

test('the people of a segment are those that were counted, with their next step', () => {
  const page = session().people(FUNNEL, OPTIONS, { step: 'intro', outcome: 'open' });
  assert.equal(page.total, 2);
  assert.equal(page.segmentTotal, 2);
  assert.deepEqual(
    page.people.map(({ id, next }) => [id, next?.step, next?.scheduledAt]),
    [
      ['eve', 'intro', null],
      // The class booked for the 25th (winter time since that night) comes before the intro of the 30th.
      ['dave', 'intro', '2026-10-25T17:00:00.000Z'],
    ],
  );
  assert.equal(page.people[1]!.enteredAt, '2026-10-04T07:00:00.000Z');
  assert.deepEqual(page.people[1]!.properties, { location: 'Sud' });
});

test('search ignores case and accents; sorting puts the missing last either way', () => {
  const lead = { step: 'lead', outcome: 'converted' };
  const found = session().people(FUNNEL, OPTIONS, lead, { q: 'ZOE' });
  assert.deepEqual(
    found.people.map(({ id }) => id),
    ['ann'],
  );
  assert.equal(found.total, 1);
  assert.equal(found.segmentTotal, 4);
  const by = (descending: boolean) =>
    session()
      .people(FUNNEL, OPTIONS, lead, { sort: { by: 'email', descending } })
      .people.map(({ id }) => id);
  assert.deepEqual(by(false).slice(0, 2), ['ann', 'bob']);
  assert.deepEqual(by(true).slice(0, 2), ['bob', 'ann']);
});

test('pages, exclusion and conditions of a list', () => {
  const lead = { step: 'lead', outcome: 'converted' };
  const first = session().people(FUNNEL, OPTIONS, lead, { sort: { by: 'id' }, limit: 3 });
  assert.deepEqual([first.people.length, first.cursor], [3, '3']);
  const second = session().people(FUNNEL, OPTIONS, lead, { sort: { by: 'id' }, offset: 3, limit: 3 });
  assert.deepEqual([second.people.map(({ id }) => id), second.cursor], [['eve'], null]);
  assert.deepEqual(session().ids(FUNNEL, OPTIONS, lead, { exclude: ['ann'], where: { location: 'Nord' } }), [
    'eve',
  ]);
});

test('offered values carry the number they would leave, the other filters being on', () => {
  const offer = session().filterValues(FUNNEL, OPTIONS, 'intro', 'product');
  assert.deepEqual(offer.values, [
    { value: '2 weeks', count: 1 },
    { value: '3 classes', count: 1 },
  ]);
  const filtered = session().filterValues(
    FUNNEL,
    { ...OPTIONS, filters: { lead: { source: 'Google' }, intro: { product: '3 classes' } } },
    'lead',
    'source',
  );
  // Filters on later steps do not narrow an earlier one; a missing source is a value too.
  assert.deepEqual(filtered.values, [
    { value: 'Google', count: 2 },
    { value: 'Instagram', count: 1 },
    { value: null, count: 1 },
  ]);
});

test('a filter narrows its step and everything after it', () => {
  const result = session().compute(FUNNEL, { ...OPTIONS, filters: { intro: { product: '3 classes' } } });
  assert.deepEqual(
    result.steps.map(({ converted }) => converted),
    [4, 1, 0],
  );
});

test('why an event did not count', () => {
  const { steps } = session().explain(FUNNEL, OPTIONS, 'eve');
  assert.equal(steps[0]!.match?.at, '2026-10-06T07:00:00.000Z');
  assert.deepEqual(steps[1]!.rejected, [
    { type: 'purchase', at: '2026-10-05T07:00:00.000Z', reason: 'too-early' },
  ]);
  const dave = session().explain(FUNNEL, OPTIONS, 'dave').steps[1]!;
  assert.deepEqual([dave.verdict, dave.rejected[0]!.reason], ['open', 'future']);
  assert.deepEqual(
    session()
      .explain(FUNNEL, OPTIONS, 'ann')
      .steps[2]!.rejected.map(({ reason }) => reason),
    ['conditions'],
  );
  assert.throws(() => session().explain(FUNNEL, OPTIONS, 'nobody'), { code: 'unknown-subject' });
});

test('by source: the largest group first, the missing is one, the rest are merged', () => {
  const option = { ...OPTIONS, breakdown: { property: 'source' } };
  const groups = session().compute(FUNNEL, option).breakdown!.groups;
  assert.deepEqual(
    groups.map(({ value, steps }) => [value, steps.map(({ converted }) => converted)]),
    [
      ['Google', [2, 2, 1]],
      [null, [1, 0, 0]],
      ['Instagram', [1, 0, 0]],
    ],
  );
  const top = { ...OPTIONS, breakdown: { property: 'source', top: 1 } };
  const other = session().compute(FUNNEL, top).breakdown!.groups[1]!;
  assert.deepEqual([other.value, other.merged, other.steps[0]!.converted], [{ other: true }, 2, 2]);
  assert.deepEqual(
    session()
      .ids(FUNNEL, top, { step: 'lead', outcome: 'converted', group: { other: true } })
      .sort(),
    ['dave', 'eve'],
  );
  assert.deepEqual(
    session().ids(FUNNEL, option, { step: 'intro', outcome: 'converted', group: 'Google' }).sort(),
    ['ann', 'bob'],
  );
});

test('whether a split step was done divides as well', () => {
  const split: FunnelDefinition = {
    ...FUNNEL,
    steps: [FUNNEL.steps[0]!, FUNNEL.steps[1]!, { ...FUNNEL.steps[2]!, base: 'lead' }],
  };
  const { breakdown } = session().compute(split, { ...OPTIONS, breakdown: { property: 'step.intro' } });
  assert.deepEqual(
    breakdown!.groups.map(({ value, steps }) => [value, steps[0]!.converted, steps[2]!.converted]),
    [
      [false, 2, 0],
      [true, 2, 1],
    ],
  );
  assert.ok(
    session()
      .breakdownProperties(split)
      .some(({ property }) => property === 'step.intro'),
  );
});

test('the previous period of a month is the month before, of one in progress as many days as have elapsed', () => {
  const over = session().compute(FUNNEL, {
    ...OPTIONS,
    now: '2026-11-15',
    comparison: 'previous',
  }).comparison!;
  assert.deepEqual(over.range, { from: '2026-09-01', to: '2026-09-30' });
  assert.equal(over.steps[0]!.converted, 1);
  // On 20 October, 20 days of the month have begun.
  const running = session().compute(FUNNEL, { ...OPTIONS, comparison: 'previous' }).comparison!;
  assert.deepEqual(running.range, { from: '2026-09-01', to: '2026-09-20' });
  const ahead = { ...OPTIONS, now: '2026-09-30', comparison: 'previous' as const };
  assert.equal(session().compute(FUNNEL, ahead).comparison, undefined);
});

test('a trend by week counts from the day the week starts on', () => {
  const trend = (weekStart: number) =>
    session().compute(FUNNEL, {
      ...OPTIONS,
      weekStart,
      trend: { interval: 'week', from: 'lead', to: 'intro' },
    }).trend!;
  // 1 October 2026 is a Thursday: the Monday before is 28 September, the Sunday before 27 September.
  assert.equal(trend(1).periods[0]!.start, '2026-09-27T22:00:00.000Z');
  assert.equal(trend(7).periods[0]!.start, '2026-09-26T22:00:00.000Z');
  // Monday weeks: ann, bob, dave (1st, 2nd, Sunday the 4th), then eve (6th).
  assert.deepEqual(
    trend(1).periods.map(({ entered, converted }) => [entered, converted]),
    [
      [3, 2],
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ],
  );
  // With weeks from Sunday, dave's 4th begins the second.
  assert.deepEqual(
    trend(7)
      .periods.slice(0, 2)
      .map(({ entered }) => entered),
    [2, 2],
  );
  assert.equal(trend(1).periods[0]!.complete, false);
});

test('time to convert holds everybody once', () => {
  const { bins, summary } = session().timeToConvert(FUNNEL, OPTIONS, { to: 'intro', binCount: 2 });
  // 2 days and 10 days: two bins of 4 days from 2 days on, and one to close the last.
  assert.deepEqual(
    bins.map(({ start, count }) => [start / 86_400, count]),
    [
      [2, 1],
      [6, 0],
      [10, 1],
    ],
  );
  assert.equal(summary.count, 2);
});

test('a studio without an intro offer is told so', () => {
  const events = EVENTS.filter(({ intro }) => intro !== true);
  const store = createStore({ timeZone: 'Europe/Paris', events: [table('events', events)] });
  assert.deepEqual(new FunnelSession(store).compute(FUNNEL, OPTIONS).notices, [{ code: 'no-intro-offer' }]);
});

test('questions that make no sense are refused with their place', () => {
  const ask = (options: object) => () => session().compute(FUNNEL, options);
  assert.throws(ask({ range: { from: '2026-10-31', to: '2026-10-01' } }), {
    code: 'invalid-options',
    path: 'range',
  });
  assert.throws(ask({ range: { from: 'October' } }), {
    code: 'invalid-options',
    path: 'range.from',
    value: 'October',
  });
  assert.throws(ask({ now: 'now' }), { code: 'invalid-options', path: 'now' });
  assert.throws(ask({ filters: { nope: {} } }), { code: 'unknown-step', path: 'filters.nope' });
  assert.throws(ask({ rnage: {} }), { code: 'invalid-options', path: 'rnage' });
  assert.throws(ask({ breakdown: { property: 'source', attribution: { step: 'nope' } } }), {
    code: 'unknown-step',
  });
  assert.throws(() => session().people(FUNNEL, OPTIONS, { step: 'intro', outcome: 'frozen' }), {
    code: 'invalid-options',
    path: 'segment.outcome',
  });
  const absent: FunnelDefinition = {
    id: 'x',
    steps: [{ id: 'a', event: 'check-in', absent: true, when: { lookback: { days: 30 } } }],
  };
  assert.throws(() => session().compute(absent, {}), { code: 'invalid-options', path: 'range.from' });
});

test('the same question twice gives the same answer, and the definition is left alone', () => {
  const asked = session();
  const frozen = Object.freeze({ ...FUNNEL });
  const before = JSON.stringify(frozen);
  const first = asked.compute(frozen, OPTIONS);
  assert.deepEqual(asked.compute(frozen, OPTIONS), first);
  assert.equal(JSON.stringify(frozen), before);
});

test('an event that fills two steps is rejected by neither, one that must be another is already used', () => {
  const twice: FunnelDefinition = {
    id: 'twice',
    steps: [
      { id: 'bought', event: 'purchase' },
      { id: 'intro', event: 'purchase', where: { intro: true } },
      { id: 'next', event: 'purchase', distinctFrom: ['bought'] },
    ],
  };
  const [bought, intro, next] = session().explain(twice, OPTIONS, 'ann').steps;
  assert.equal(bought!.match?.at, intro!.match?.at);
  assert.deepEqual(
    intro!.rejected.map(({ reason }) => reason),
    ['conditions'],
  );
  assert.deepEqual(
    next!.rejected.map(({ at, reason }) => [at, reason]),
    [[bought!.match?.at, 'already-used']],
  );
});

test('who was left out by an exclusion is told so', () => {
  const removing: FunnelDefinition = {
    ...FUNNEL,
    exclude: [{ event: 'purchase', where: { intro: { ne: true } }, between: ['intro', 'member'] }],
    onExclude: 'remove',
    steps: [FUNNEL.steps[0]!, FUNNEL.steps[1]!, { id: 'member', event: 'booking', when: 'afterEntry' }],
  };
  const { steps } = session().explain(removing, OPTIONS, 'ann');
  assert.deepEqual(
    steps.map(({ verdict }) => verdict),
    ['removed', 'removed', 'removed'],
  );
  assert.equal(steps[1]!.rejected[0]!.reason, 'excluded');
});

test('a step’s attribution says who is looked at when it is asked what else they did', () => {
  const split: FunnelDefinition = {
    ...FUNNEL,
    steps: [FUNNEL.steps[0]!, FUNNEL.steps[1]!, { ...FUNNEL.steps[2]!, base: 'lead' }],
  };
  const breakdown = { property: 'step.intro', attribution: { step: 'member' } };
  const { groups } = session().compute(split, { ...OPTIONS, breakdown }).breakdown!;
  assert.deepEqual(
    groups.map(({ value, steps }) => [value, steps[2]!.converted]),
    [[true, 1]],
  );
});

test('only what divides is offered: not one value for all, not names of people, but names of classes', () => {
  const events = [
    { person: 1, type: 'booking', at: '2026-10-01', kind: 'class', name: 'Yoga' },
    { person: 2, type: 'booking', at: '2026-10-02', kind: 'class', name: 'Pilates' },
  ];
  const people = [
    { id: 1, name: 'Ann', city: 'Paris', source: 'Google' },
    { id: 2, name: 'Bob', city: 'Paris' },
  ];
  const store = createStore({ timeZone: 'UTC', people: table('p', people), events: [table('e', events)] });
  const offered = new FunnelSession(store).breakdownProperties({
    id: 'x',
    steps: [{ id: 'a', event: 'booking' }],
  });
  // Bob has no source, which is a value too.
  assert.deepEqual(offered, [
    { property: 'name', values: 2 },
    { property: 'person.source', values: 2 },
  ]);
});

test('each entry of a list is offered, with the number its filter would leave', () => {
  const events = [
    { person: 1, type: 'booking', at: '2026-10-01', with: ['mat', 'towel'] },
    { person: 2, type: 'booking', at: '2026-10-02', with: ['mat'] },
  ];
  const asked = new FunnelSession(createStore({ timeZone: 'UTC', events: [table('e', events)] }));
  const definition: FunnelDefinition = { id: 'x', steps: [{ id: 'a', event: 'booking' }] };
  const { values } = asked.filterValues(definition, {}, 'a', 'with');
  assert.deepEqual(values, [
    { value: 'mat', count: 2 },
    { value: 'towel', count: 1 },
  ]);
  for (const { value, count } of values!) {
    const { steps } = asked.compute(definition, { filters: { a: { with: value! } } });
    assert.equal(steps[0]!.converted, count);
  }
});

test('the period before a range of instants is as long to the millisecond', () => {
  const range = { from: '2026-10-04T06:00:00Z', to: '2026-10-04T11:59:59.999Z' };
  const { comparison } = session().compute(FUNNEL, { ...OPTIONS, range, comparison: 'previous' });
  assert.deepEqual(comparison!.range, { from: '2026-10-04T00:00:00.000Z', to: '2026-10-04T05:59:59.999Z' });
});

test('a period is complete once a step’s own window has run out', () => {
  const own: FunnelDefinition = {
    id: 'own',
    steps: [FUNNEL.steps[0]!, { ...FUNNEL.steps[1]!, window: { days: 2 } }],
  };
  const periods = (now: string) =>
    session().compute(own, { ...OPTIONS, now, trend: { interval: 'day' } }).trend!.periods;
  // Who enters on the 1st can do it until the end of the 3rd at the latest.
  assert.equal(periods('2026-10-03T23:00')[0]!.complete, false);
  assert.equal(periods('2026-10-04T00:00')[0]!.complete, true);
});

test('money is numbers and text that is one', () => {
  const amounts = [7, '8.5', ' ', true, ['9'], 'ten'];
  const events = amounts.map((amount, person) => ({ person, type: 'purchase', at: '2026-10-01', amount }));
  const store = createStore({ timeZone: 'UTC', events: [table('e', events)] });
  const definition: FunnelDefinition = { id: 'x', steps: [{ id: 'a', event: 'purchase', value: 'amount' }] };
  assert.deepEqual(new FunnelSession(store).compute(definition).steps[0]!.value, {
    total: 15.5,
    count: 2,
    median: 7.75,
    mean: 7.75,
  });
});

test('wrong questions of every kind end in a typed error with a path', () => {
  const asked = session();
  const lead = { step: 'lead', outcome: 'converted' };
  const cyclic: Record<string, unknown> = { ...FUNNEL };
  cyclic['where'] = { a: cyclic };
  const step = FUNNEL.steps[0]!;
  const define = (change: object) => () =>
    asked.compute({ ...FUNNEL, ...change } as FunnelDefinition, OPTIONS);
  const cases: [() => unknown, string, string][] = [
    [() => asked.compute(cyclic as FunnelDefinition), 'invalid-definition', 'where.a'],
    [define({ id: 5n }), 'invalid-definition', 'id'],
    [define({ where: { constructor: 'x' } }), 'invalid-definition', 'where.constructor'],
    [
      define({ steps: Array.from({ length: 201 }, (_, i) => ({ ...step, id: String(i) })) }),
      'invalid-definition',
      'steps',
    ],
    [define({ window: { days: 2e8 } }), 'invalid-definition', 'window.days'],
    [define({ steps: [{ ...step, when: { from: 'soon' } }] }), 'invalid-definition', 'steps[0].when.from'],
    [
      () => asked.compute(FUNNEL, { ...OPTIONS, comparison: { from: 'soon' } }),
      'invalid-options',
      'comparison.from',
    ],
    [() => asked.people(FUNNEL, OPTIONS, lead, { q: 5 } as never), 'invalid-options', 'q'],
    [() => asked.people(FUNNEL, OPTIONS, lead, { limit: -1 }), 'invalid-options', 'limit'],
    [
      () => asked.people(FUNNEL, OPTIONS, { step: 'lead', outcome: 'toString' }),
      'invalid-options',
      'segment.outcome',
    ],
    [() => asked.timeToConvert(FUNNEL, OPTIONS, { binCount: 1e10 }), 'invalid-options', 'binCount'],
    [() => asked.timeToConvert(FUNNEL, OPTIONS, null as never), 'invalid-options', ''],
    [() => asked.compute(FUNNEL, { ...OPTIONS, now: 8.64e15 }), 'invalid-options', 'now'],
  ];
  for (const [ask, code, path] of cases) {
    assert.throws(ask, (error: { code?: string; path?: string }) => {
      assert.deepEqual([error.code, error.path], [code, path]);
      return true;
    });
  }
});

test('of several attempts in one period, the trend takes the one that went furthest', () => {
  // The first attempt buys and comes (3 steps), the second is only contacted (2): the month counts the first.
  const events = ['lead', 'purchase', 'visit', 'lead', 'contact'].map((type, i) => ({
    person: 1,
    type,
    at: `2026-10-0${i + 1}T10:00Z`,
  }));
  const definition: FunnelDefinition = {
    id: 'branches',
    order: 'sequential',
    reentry: 'every',
    steps: [
      { id: 'lead', event: 'lead' },
      { id: 'contact', event: 'contact', window: { days: 1 } },
      { id: 'purchase', event: 'purchase', base: 'lead' },
      { id: 'visit', event: 'visit' },
    ],
  };
  const asked = new FunnelSession(createStore({ timeZone: 'UTC', events: [table('e', events)] }));
  assert.equal(asked.compute(definition).steps[1]!.converted, 1);
  const trend = (from: string) =>
    asked.compute(definition, { trend: { interval: 'month', from } }).trend!.periods[0]!;
  assert.deepEqual(
    [trend('purchase').entered, trend('purchase').converted, trend('contact').entered],
    [1, 1, 0],
  );
});
