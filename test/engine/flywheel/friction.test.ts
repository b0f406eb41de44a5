import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { frictionCatalog } from '../../../src/catalog/friction.ts';
import { computeFlywheel } from '../../../src/engine/flywheel/compute-flywheel.ts';
import type {
  FlywheelOptions,
  FrictionDefinition,
  FrictionMeasure,
} from '../../../src/engine/schema/wheel.ts';
import { toStore, type TestEvent } from '../people/wheel-store.ts';

const EARLY: TestEvent = ['site-visit', 'early', '2026-01-01'];

function points(
  events: readonly TestEvent[],
  phase: number,
  flywheel: FlywheelOptions = {},
  catalog = frictionCatalog,
) {
  const store = toStore([], [EARLY, ...events]);
  const options = { asOf: '2026-06-30', comparedTo: '2026-05-31', flywheel };
  return computeFlywheel(store, options, { playbooks: {}, friction: catalog }).result.phases[phase]!
    .friction!;
}

/** Held up, and the share of those concerned, of one measure alone. */
function measured(
  measure: FrictionMeasure,
  events: readonly TestEvent[],
  { phase = 'activation', ...flywheel }: FlywheelOptions & { phase?: FrictionDefinition['phase'] } = {},
) {
  const index = ['activation', 'adoption', 'adoration', 'advocacy'].indexOf(phase);
  const [point] = points(events, index, flywheel, [{ id: 'x', phase, measure }]);
  return [point!.people, point!.value];
}

const buy = (person: string, day: string, more = {}): TestEvent => ['purchase', person, `${day}T12:00`, more];
const come = (person: string, ...days: string[]): TestEvent[] =>
  days.map((day) => ['check-in', person, `${day}T18:00`]);

describe('each measure of friction', () => {
  it('abandoned-carts: no purchase since the last cart left behind in the period', () => {
    const cart = (person: string, day: string): TestEvent => [
      'checkout-view',
      person,
      day,
      { abandonedCart: true },
    ];
    const events = [
      cart('a', '2026-06-02'),
      cart('b', '2026-06-02'),
      buy('b', '2026-06-03'),
      cart('c', '2026-05-02'),
      ['checkout-view', 'd', '2026-06-02', { abandonedCart: false }] as TestEvent,
    ];
    assert.deepEqual(measured('abandoned-carts', events), [1, 0.5]);
    assert.deepEqual(measured('abandoned-carts', [['checkout-view', 'a', '2026-06-02']]), [null, null]);
  });

  it('uncontacted-leads: a lead of two days or more to whom nobody has spoken since', () => {
    const events: TestEvent[] = [
      ['lead', 'a', '2026-06-02'],
      ['contact', 'a', '2026-06-01'],
      ['lead', 'b', '2026-06-02'],
      ['contact', 'b', '2026-06-20'],
      ['lead', 'c', '2026-06-29T12:00'],
    ];
    assert.deepEqual(measured('uncontacted-leads', events), [1, 0.5]);
    assert.deepEqual(measured('uncontacted-leads', [['lead', 'a', '2026-06-02']]), [null, null]);
  });

  it('opened-not-clicked: those of the phase who opened messages and clicked on none', () => {
    const events: TestEvent[] = [
      ['email-open', 'a', '2026-06-02'],
      ['sms-open', 'b', '2026-06-02'],
      ['email-click', 'b', '2026-06-03'],
      ['email-click', 'c', '2026-05-03'],
      ['push-open', 'd', '2026-06-02'],
      buy('d', '2026-06-02'),
    ];
    assert.deepEqual(measured('opened-not-clicked', events), [1, 0.5]);
    assert.deepEqual(measured('opened-not-clicked', events, { phase: 'adoption' }), [1, 1]);
  });

  it('no-first-visit: new customers of 14 days or more who never came', () => {
    const events = [
      buy('a', '2026-06-02'),
      buy('b', '2026-06-02'),
      ...come('b', '2026-06-05'),
      buy('c', '2026-06-25'),
    ];
    assert.deepEqual(measured('no-first-visit', events, { phase: 'adoption' }), [1, 0.5]);
  });

  it('intro-not-followed: intro offers that came to an end in the period, and nothing bought after', () => {
    const intro = { intro: true };
    const events = [
      buy('a', '2026-05-10', intro),
      buy('b', '2026-05-10', intro),
      buy('b', '2026-05-25'),
      buy('c', '2026-04-10', intro),
      buy('d', '2026-06-10', intro),
    ];
    assert.deepEqual(measured('intro-not-followed', events, { phase: 'adoption' }), [1, 0.5]);
    assert.deepEqual(measured('intro-not-followed', [buy('a', '2026-05-10')], { phase: 'adoption' }), [
      null,
      null,
    ]);
  });

  it('failed-payments: customers whose payment failed and who have not paid since', () => {
    const failed = (person: string): TestEvent => ['payment-failed', person, '2026-06-10'];
    const events = [
      ...['a', 'b', 'c', 'd'].map((person) => buy(person, '2026-06-01')),
      failed('a'),
      failed('b'),
      buy('b', '2026-06-12'),
      failed('nobody'),
    ];
    assert.deepEqual(measured('failed-payments', events, { phase: 'adoration' }), [1, 0.25]);
  });

  it('takes what happens at one instant for an answer, but for a payment beside one that failed', () => {
    const at = (type: string, day: string, more = {}): TestEvent => [type, 'a', `${day}T12:00`, more];
    const [day, signup] = ['2026-06-02', buy('a', '2026-06-02')];
    const cart = at('checkout-view', day, { abandonedCart: true });
    assert.deepEqual(measured('abandoned-carts', [cart, signup]), [0, 0]);
    assert.deepEqual(measured('uncontacted-leads', [at('lead', day), at('contact', day)]), [0, 0]);
    const adoption = { phase: 'adoption' } as const;
    assert.deepEqual(measured('no-first-visit', [signup, at('check-in', day)], adoption), [0, 0]);
    const bought = [buy('a', '2026-05-10', { intro: true }), buy('a', '2026-05-10')];
    assert.deepEqual(measured('intro-not-followed', bought, adoption), [0, 0]);
    assert.deepEqual(measured('failed-payments', [signup, at('payment-failed', day)], adoption), [1, 1]);
  });

  it('low-survey: whose latest answer is 6 or less', () => {
    const answer = (person: string, day: string, score?: number): TestEvent => [
      'survey',
      person,
      day,
      { score },
    ];
    const events = [
      answer('a', '2026-06-02', 6),
      answer('b', '2026-06-02', 3),
      answer('b', '2026-06-03', 7),
      answer('c', '2026-06-02'),
      answer('d', '2026-05-02', 1),
    ];
    assert.deepEqual(measured('low-survey', events, { phase: 'adoration' }), [1, 0.5]);
  });

  it('silent-promoters: who would recommend and never has', () => {
    const events: TestEvent[] = [
      ['survey', 'a', '2026-06-02', { score: 9 }],
      ['survey', 'b', '2026-06-02', { score: 10 }],
      ['review', 'b', '2025-02-02'],
      ['survey', 'c', '2026-06-02', { score: 8 }],
    ];
    assert.deepEqual(measured('silent-promoters', events, { phase: 'advocacy' }), [1, 0.5]);
  });

  it('stayed: in the phase for longer than aimed at', () => {
    const events: TestEvent[] = [
      ['site-visit', 'a', '2026-06-10'],
      ['site-visit', 'b', '2026-06-21'],
    ];
    // early since January, a for 20 days, b for 9.
    assert.deepEqual(measured('stayed', events, { targets: { 'days-to-adoption': 19 } }), [2, 2 / 3]);
    assert.deepEqual(measured('stayed', events, { targets: { 'days-to-adoption': 20 } }), [1, 1 / 3]);
    assert.deepEqual(measured('stayed', events), [null, null]);
  });
});

describe('the ranking of friction', () => {
  const own = (id: string, more: Partial<FrictionDefinition>): FrictionDefinition => ({
    id,
    phase: 'advocacy',
    ...more,
  });
  const rank = (...friction: FrictionDefinition[]) =>
    points([], 3, { friction }, []).map(({ id, severity }) => [id, severity]);

  it('puts the worst first, then the most people, and what is not measured last', () => {
    assert.deepEqual(
      rank(
        own('unknown', {}),
        own('small', { value: 0.05 }),
        own('some', { value: 0.2, people: 4 }),
        own('more', { value: 0.15, people: 40 }),
        own('grave', { value: 0.3, people: 1 }),
      ),
      [
        ['grave', 'high'],
        ['more', 'medium'],
        ['some', 'medium'],
        ['small', 'low'],
        ['unknown', 'unmeasured'],
      ],
    );
  });

  it('judges by the target where there is one, by the host’s word first', () => {
    assert.deepEqual(
      rank(
        own('met', { value: 4, unit: 'days', target: 4 }),
        own('missed', { value: 8, unit: 'days', target: 4 }),
        own('far', { value: 9, unit: 'days', target: 4 }),
        own('said', { value: 9, unit: 'days', target: 4, severity: 'low' }),
        own('plain', { value: 9, unit: 'days' }),
      ),
      [
        ['far', 'high'],
        ['missed', 'medium'],
        ['met', 'low'],
        ['said', 'low'],
        ['plain', 'low'],
      ],
    );
  });

  it('lets the host replace a point of the catalogue', () => {
    const friction: FrictionDefinition[] = [{ id: 'sharing', phase: 'advocacy', name: 'Ours', value: 0.5 }];
    assert.deepEqual(
      points([], 3, { friction }).map(({ id, name, value }) => [id, name, value]),
      [['sharing', 'Ours', 0.5]],
    );
  });

  it('has the seed’s points for every phase, in both languages', () => {
    const phases = new Set(frictionCatalog.map(({ phase }) => phase));
    assert.deepEqual([...phases], ['activation', 'adoption', 'adoration', 'advocacy']);
    for (const { id, name } of frictionCatalog)
      assert.deepEqual(Object.keys(name as object), ['en', 'fr'], `${id} has a name in both languages`);
    assert.equal(new Set(frictionCatalog.map(({ id }) => id)).size, frictionCatalog.length);
  });
});
