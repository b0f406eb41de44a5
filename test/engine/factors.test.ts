import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createStore,
  FunnelSession,
  type FunnelDefinition,
  type FunnelwheelError,
  type InputTable,
} from '../../src/engine/index.ts';
import { assessFactors } from '../../src/engine/insight/assess-factors.ts';
import { computeOddsRatio } from '../../src/engine/statistics/odds-ratio.ts';

function table(name: string, rows: Record<string, unknown>[]): InputTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    name,
    length: rows.length,
    columns: Object.fromEntries(names.map((column) => [column, rows.map((row) => row[column])])),
  };
}

const FUNNEL: FunnelDefinition = {
  id: 'trials',
  order: 'sequential',
  steps: [
    { id: 'lead', event: 'lead' },
    { id: 'member', event: 'member' },
  ],
};

/** So many days after the 1st of October. */
function day(days: number): number {
  return Date.UTC(2026, 9, 1) + days * 86_400_000;
}

/**
 * All but nina enter on the 1st; they become members after 1, 2, 3, 4 and 10 days. A quarter did by 2 days, nine of ten
 * by 4 + 0.6 × 6 = 7.6: p5's ten days are too late to count. It is the 21st; nina came two days ago and is left out.
 * Visits: p3 and p6 (twice) in the first two days; p1's counts for nothing, she was a member by then, as was p2 at the
 * end of them; p4's came later than two days, p7's before he entered, p8's at the very instant.
 */
function byHand(): FunnelSession {
  const took = { p1: 1, p2: 2, p3: 3, p4: 4, p5: 10 };
  const everybody = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7', 'p8', 'nina'];
  const people = everybody.map((id) => ({
    id,
    city: ['p1', 'p2', 'p3', 'p6'].includes(id) ? 'Paris' : 'Lyon',
    leadStage: id in took ? 'won' : 'lost',
  }));
  const events = [
    ...everybody.map((person) => ({
      person,
      type: 'lead',
      at: day(person === 'nina' ? 18 : 0),
      source: ['p1', 'p2', 'p3', 'p4', 'p5'].includes(person)
        ? 'Google'
        : person === 'p8'
          ? undefined
          : 'Website',
    })),
    ...Object.entries(took).map(([person, days]) => ({ person, type: 'member', at: day(days) })),
    ...[
      { person: 'p1', at: day(0.5) },
      { person: 'p2', at: day(0.5) },
      { person: 'p3', at: day(1), kind: 'call' },
      { person: 'p4', at: day(2.5) },
      { person: 'p6', at: day(1), kind: 'call' },
      { person: 'p6', at: day(2), kind: 'tour' },
      { person: 'p7', at: day(-1) },
      { person: 'p8', at: day(0) },
    ].map((visit) => ({ ...visit, type: 'visit' })),
  ];
  return new FunnelSession(
    createStore({
      timeZone: 'UTC',
      asOf: day(20),
      people: table('people', people),
      events: [table('events', events)],
    }),
  );
}

describe('what goes with going on', () => {
  it('is counted over the same time for all, by hand', () => {
    const result = byHand().factors(FUNNEL, {}, { support: 1 });
    assert.equal(result.within, 2 * 86_400);
    assert.ok(Math.abs(result.horizon! - 7.6 * 86_400) < 1e-6);
    assert.deepEqual(result.people, { people: 8, converted: 4, left: 1 });
    // p3 to p8 were not yet members after two days.
    assert.deepEqual(result.atRisk, { people: 6, converted: 2 });
    assert.deepEqual(result.factors, [
      // Of two cities one says all; the lead stage follows from being won and is not asked.
      {
        kind: 'person',
        property: 'person.city',
        value: 'Paris',
        with: { people: 4, converted: 3 },
        without: { people: 4, converted: 1 },
      },
      {
        kind: 'entry',
        property: 'source',
        value: 'Google',
        with: { people: 5, converted: 4 },
        without: { people: 3, converted: 0 },
      },
      // p8 has no source, so that Website is not the opposite of Google.
      {
        kind: 'entry',
        property: 'source',
        value: 'Website',
        with: { people: 2, converted: 0 },
        without: { people: 6, converted: 4 },
      },
      {
        kind: 'event',
        event: 'visit',
        with: { people: 2, converted: 1 },
        without: { people: 4, converted: 1 },
      },
      {
        kind: 'event',
        event: 'visit',
        property: 'kind',
        value: 'call',
        with: { people: 2, converted: 1 },
        without: { people: 4, converted: 1 },
      },
      {
        kind: 'event',
        event: 'visit',
        property: 'kind',
        value: 'tour',
        with: { people: 1, converted: 0 },
        without: { people: 5, converted: 2 },
      },
    ]);
  });

  it('looks at the days it is told, and at nothing of too few people', () => {
    const longer = byHand().factors(FUNNEL, {}, { support: 2, withinDays: 3 });
    // p4 to p8; p4's visit of the third day counts now.
    assert.deepEqual(longer.atRisk, { people: 5, converted: 1 });
    const visits = longer.factors.filter(({ kind }) => kind === 'event');
    assert.deepEqual(
      visits.map(({ event, property, with: own }) => [event, property, own]),
      [['visit', undefined, { people: 2, converted: 1 }]],
    );
    assert.deepEqual(byHand().factors(FUNNEL, {}).factors, []);
  });

  it('counts events also where outcomes sort what fills a step', () => {
    const [lead, member] = FUNNEL.steps;
    const sorted: FunnelDefinition = {
      ...FUNNEL,
      steps: [
        lead!,
        {
          ...member!,
          outcomes: { gift: { where: { via: 'gift' }, as: 'dropped' }, own: { as: 'converted' } },
        },
      ],
    };
    const eventsOf = (funnel: FunnelDefinition) =>
      byHand()
        .factors(funnel, {}, { support: 1 })
        .factors.filter(({ kind }) => kind === 'event');
    assert.equal(eventsOf(sorted).length, 3);
    assert.deepEqual(eventsOf(sorted), eventsOf(FUNNEL));
  });

  it('asks nothing of the steps themselves, nor where nobody went on', () => {
    const visited: FunnelDefinition = {
      ...FUNNEL,
      steps: [FUNNEL.steps[0]!, { id: 'visit', event: 'visit' }, FUNNEL.steps[1]!],
    };
    const { factors } = byHand().factors(visited, {}, { support: 1 });
    assert.ok(factors.every(({ event }) => event !== 'visit'));
    const nobody = byHand().factors(FUNNEL, { now: day(0.5) }, { support: 1 });
    assert.deepEqual([nobody.horizon, nobody.factors], [null, []]);
    const isError = (error: FunnelwheelError) => error.code === 'invalid-options' && error.path === 'to';
    assert.throws(() => byHand().factors(FUNNEL, {}, { from: 'member', to: 'lead' }), isError);
  });
});

describe('how strongly it goes together', () => {
  it('is the odds ratio with its interval', () => {
    // 30 of 40 against 20 of 60: (30 × 40) / (10 × 20) = 6; ln 6 = 1.79176, its error √(1/30 + 1/10 + 1/20 + 1/40) = 0.45644.
    const { value, low, high, z } = computeOddsRatio(
      { people: 40, converted: 30 },
      { people: 60, converted: 20 },
    );
    assert.deepEqual(
      [value, low, high, z].map((one) => one.toFixed(3)),
      ['6.000', '2.453', '14.678', '3.926'],
    );
  });

  it('adds half a person to each count where one is nobody', () => {
    // 5.5 × 4.5 / (0.5 × 6.5) = 7.615.
    const { value, low, high } = computeOddsRatio({ people: 5, converted: 5 }, { people: 10, converted: 6 });
    assert.equal(value.toFixed(3), '7.615');
    assert.ok(Number.isFinite(low) && Number.isFinite(high));
  });

  it('is certain after correction for all that were looked at, the certain and strongest first', () => {
    const count = (people: number, converted: number) => ({ people, converted });
    const factor = (value: string, own: [number, number], others: [number, number]) => ({
      kind: 'person' as const,
      property: 'person.city',
      value,
      with: count(...own),
      without: count(...others),
    });
    const factors = [
      factor('like all', [50, 20], [50, 20]),
      factor('more', [40, 30], [60, 20]),
      // Odds of 1/9 against 1: 0.111, farther from 1 than 6; z = −4.4.
      factor('less', [50, 5], [100, 50]),
      // z = 2.1 alone is p = 0.036, of four tests it is not.
      factor('luck', [50, 30], [50, 20]),
    ];
    const { factors: assessed, tested } = assessFactors({ from: 'a', to: 'b', factors });
    assert.equal(tested, 4);
    assert.deepEqual(
      assessed.map(({ value, isCertain }) => [value, isCertain]),
      [
        ['less', true],
        ['more', true],
        ['luck', false],
        ['like all', false],
      ],
    );
    // z = 3.926 is p = 0.0000864, of three or four.
    assert.ok(Math.abs(assessed[1]!.p - 3 * 0.0000864) < 1e-5);
    assert.deepEqual(assessed[1]!.rates, { with: 0.75, without: 1 / 3 });
    assert.equal(assessFactors({ from: 'a', to: 'b', factors }, 2).factors.length, 2);
  });
});
