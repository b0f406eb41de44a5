import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wheelCatalog } from '../../src/catalog/wheels.ts';
import type { FunnelwheelError } from '../../src/engine/error.ts';
import { computeFunnelPlaces } from '../../src/engine/people/funnel-places.ts';
import type { FunnelDefinition, PeopleQuery } from '../../src/engine/schema/index.ts';
import type { WheelModel, WheelOptions, WheelSegment } from '../../src/engine/schema/wheel.ts';
import { FunnelSession } from '../../src/engine/session.ts';
import { WheelSession } from '../../src/engine/wheel-session.ts';
import { toStore, type TestEvent } from './people/wheel-store.ts';

const people = [
  { id: 'zoe', name: 'Zoë', tags: ['vip', 'yoga'], city: 'Lyon' },
  { id: 'al', name: 'Al', email: 'al@example.org', city: 'Paris' },
  { id: 'bea', name: 'Bea', city: 'Lyon', consent: { email: true } },
  { id: 'cy', name: 'Cy' },
];
const events: TestEvent[] = [
  ['site-visit', 'zoe', '2026-06-10T10:00Z'],
  ['email-click', 'zoe', '2026-06-11T10:00Z'],
  ['site-visit', 'al', '2026-06-20T10:00Z'],
  ['contact', 'al', '2026-06-21T10:00Z'],
  ['site-visit', 'bea', '2026-05-02T10:00Z'],
  ['purchase', 'bea', '2026-06-05T10:00Z', { amount: 40 }],
  ['referral', 'bea', '2026-06-06T10:00Z', { referred: 'al' }],
];
const store = toStore(people, events, { asOf: '2026-06-30' });
const session = new WheelSession(store, wheelCatalog);
const compared: WheelOptions = { comparedTo: '2026-05-31' };

const names = (segment: WheelSegment, query: PeopleQuery = {}, model: WheelModel = 'lifecycle') =>
  session.people(model, compared, segment, query).people.map(({ name }) => name);

function refusal(ask: () => unknown): [string, string] {
  try {
    ask();
  } catch (error) {
    const { code, path, name } = error as FunnelwheelError;
    assert.equal(name, 'FunnelwheelError');
    return [code, path];
  }
  throw new assert.AssertionError({ message: 'nothing was refused' });
}

describe('the people of a wheel', () => {
  it('are those of a phase, of a place outside, and of a movement', () => {
    assert.deepEqual(names({ phase: 'acquisition' }), ['Al', 'Zoë']);
    assert.deepEqual(names({ outside: 'not-engaged' }), ['Cy']);
    assert.deepEqual(names({ from: 'acquisition', to: 'conversion' }), ['Bea']);
    assert.deepEqual(names({ from: 'not-engaged', to: 'acquisition' }), ['Al', 'Zoë']);
  });

  it('say where they are, since when, and what is known of them', () => {
    const { people, total, segmentTotal } = session.people('lifecycle', {}, { phase: 'conversion' });
    assert.deepEqual([total, segmentTotal], [1, 1]);
    assert.deepEqual(people, [
      {
        id: 'bea',
        name: 'Bea',
        consent: { email: true },
        lastContactedAt: null,
        properties: { city: 'Lyon' },
        enteredAt: '2026-06-05T10:00:00.000Z',
        phase: 'conversion',
        days: 25,
      },
    ]);
  });

  it('are searched, sorted, filtered, left out and cut into pages like those of a funnel', () => {
    const phase = { phase: 'acquisition' };
    assert.deepEqual(names(phase, { q: 'zoe' }), ['Zoë']);
    assert.deepEqual(names(phase, { q: 'VIP' }), ['Zoë']);
    assert.deepEqual(names(phase, { sort: { by: 'name', descending: true } }), ['Zoë', 'Al']);
    assert.deepEqual(names(phase, { sort: { by: 'days' } }), ['Al', 'Zoë']);
    assert.deepEqual(names(phase, { sort: { by: 'lastContactedAt' } }), ['Al', 'Zoë']);
    assert.deepEqual(names(phase, { where: { city: 'Lyon' } }), ['Zoë']);
    assert.deepEqual(names(phase, { exclude: ['al'] }), ['Zoë']);
    const page = session.people('lifecycle', {}, phase, { limit: 1 });
    assert.deepEqual([page.people[0]!.name, page.total, page.cursor], ['Al', 2, '1']);
    assert.deepEqual(names(phase, { offset: 1, limit: 1 }), ['Zoë']);
  });

  it('carry their score, and are sorted by it, on the engagement index', () => {
    const page = session.people('engagement', {}, { phase: 'nurture' }, { sort: { by: 'score' } });
    assert.deepEqual(
      page.people.map(({ id }) => id),
      ['al', 'zoe'],
    );
    assert.ok(
      (page.people[1]!['score'] as number) > (page.people[0]!['score'] as number),
      "(page.people[1]!['score'] as number) > (page.people[0]!['score'] as number)",
    );
  });

  it('are, of what advocacy brings, those the data knows', () => {
    const bring = { from: 'advocacy', to: 'activation' };
    assert.deepEqual(session.ids('flywheel', compared, bring), ['al']);
    const flow = session.compute('flywheel', compared).flows!.find(({ kind }) => kind === 'bring');
    assert.equal(flow!.count, 1);
  });

  it('are as many as each number says', () => {
    for (const model of ['lifecycle', 'engagement', 'flywheel'] as const) {
      const { phases, outside, flows } = session.compute(model, compared);
      for (const { id, count } of phases)
        assert.equal(session.ids(model, compared, { phase: id! }).length, count);
      for (const { id, count } of outside!)
        assert.equal(session.ids(model, compared, { outside: id! }).length, count);
      for (const { from, to, count } of flows!)
        assert.equal(session.ids(model, compared, { from, to }).length, count);
    }
  });
});

describe('what a wheel session refuses', () => {
  const wheel = (options: unknown, model: unknown = 'lifecycle') =>
    refusal(() => session.compute(model as WheelModel, options as WheelOptions));

  it('names the path of the mistake in the options', () => {
    assert.deepEqual(wheel({}, 'circle'), ['invalid-options', 'model']);
    assert.deepEqual(wheel({ asOf: 'yesterday' }), ['invalid-options', 'asOf']);
    assert.deepEqual(wheel({ comparedTo: 'last year' }), ['invalid-options', 'comparedTo']);
    assert.deepEqual(wheel({ comparedTo: '2026-07-01' }), ['invalid-options', 'comparedTo']);
    assert.deepEqual(wheel({ comparedTo: '2026-06-30' }), ['invalid-options', 'comparedTo']);
    assert.deepEqual(wheel({ lifecycle: { newMonths: 0 } }), ['invalid-options', 'lifecycle.newMonths']);
    assert.deepEqual(wheel({ lifecycle: { newMonth: 2 } }), ['invalid-options', 'lifecycle.newMonth']);
    assert.deepEqual(wheel({ lifecycle: { gapDays: 1.5 } }), ['invalid-options', 'lifecycle.gapDays']);
    assert.deepEqual(wheel({ engagement: { fallShare: 30 } }), ['invalid-options', 'engagement.fallShare']);
    assert.deepEqual(wheel({ engagement: { halfLifeDays: 0 } }), [
      'invalid-options',
      'engagement.halfLifeDays',
    ]);
    assert.deepEqual(wheel({ engagement: { weights: { before: { site: -1 } } } }), [
      'invalid-options',
      'engagement.weights.before.site',
    ]);
    assert.deepEqual(wheel({ flywheel: { friction: [{ id: 'x', phase: 'adoptoin' }] } }), [
      'invalid-options',
      'flywheel.friction[0].phase',
    ]);
    assert.deepEqual(
      wheel({ lifecycle: { visits: [{ event: 'check-in', where: { kind: {} } }] } })[0],
      'invalid-options',
    );
    assert.deepEqual(wheel(JSON.parse('{"filters": {"__proto__": 1}}'))[0], 'invalid-options');
  });

  it('asks for an instant where the data has none', () => {
    const bare = new WheelSession(toStore(people, events));
    assert.deepEqual(
      refusal(() => bare.compute('lifecycle')),
      ['invalid-options', 'asOf'],
    );
  });

  it('knows its places and its people', () => {
    const ask = (segment: unknown, options: WheelOptions = compared) =>
      refusal(() => session.people('lifecycle', options, segment as WheelSegment));
    assert.deepEqual(ask({ phase: 'nurture' }), ['invalid-options', 'segment.phase']);
    assert.deepEqual(ask({ phase: 'former' }), ['invalid-options', 'segment.phase']);
    assert.deepEqual(ask({ outside: 'loyalty' }), ['invalid-options', 'segment.outside']);
    assert.deepEqual(ask({ from: 'loyalty', to: 'nowhere' }), ['invalid-options', 'segment.to']);
    assert.deepEqual(ask({ from: 'loyalty', to: 'attrition' }, {}), ['invalid-options', 'segment.from']);
    assert.equal(ask({})[0], 'invalid-options');
    assert.deepEqual(
      refusal(() => session.person('lifecycle', {}, 'nobody')),
      ['unknown-subject', 'id'],
    );
  });
});

describe('a funnel and a wheel of one store', () => {
  const funnel: FunnelDefinition = {
    id: 'visit-to-purchase',
    steps: [
      { id: 'visit', event: 'site-visit' },
      { id: 'buy', event: 'purchase', when: 'afterEntry' },
    ],
  };
  const funnels = new FunnelSession(store);

  it('say where on the wheel the people of a drop-off are', () => {
    const lost = funnels.ids(funnel, {}, { step: 'buy', outcome: 'dropped' });
    const open = funnels.ids(funnel, {}, { step: 'buy', outcome: 'open' });
    const bought = funnels.ids(funnel, {}, { step: 'buy', outcome: 'converted' });
    assert.deepEqual(bought, ['bea']);
    assert.deepEqual(session.places('lifecycle', {}, bought), {
      acquisition: 0,
      conversion: 1,
      loyalty: 0,
      attrition: 0,
      retention: 0,
      'not-engaged': 0,
      former: 0,
    });
    const { acquisition } = session.places('lifecycle', {}, [...lost, ...open, 'a stranger']);
    assert.equal(acquisition, 2);
  });

  it('say where on the funnel the people of a phase are', () => {
    const ids = session.ids('lifecycle', {}, { phase: 'acquisition' });
    const places = computeFunnelPlaces(funnels, funnel, {}, ids);
    const count = (step: string, outcome: string) =>
      places.find((place) => place.step === step && place.outcome === outcome)!.count;
    assert.equal(count('visit', 'converted'), 2);
    assert.equal(count('buy', 'converted'), 0);
    assert.equal(count('buy', 'open') + count('buy', 'dropped'), 2);
    assert.equal(places.length, 6);
  });
});

describe('a wheel that is asked again', () => {
  it('is not computed again, and not for the thresholds of another', () => {
    const first = session.compute('lifecycle', { asOf: '2026-06-30' });
    assert.equal(session.compute('lifecycle', { asOf: '2026-06-30', engagement: { mqlFrom: 1 } }), first);
    assert.notEqual(session.compute('lifecycle', { asOf: '2026-06-30', lifecycle: { newMonths: 1 } }), first);
  });

  it('says its thresholds, and comes with the playbook of each phase', () => {
    const { options, phases } = session.compute('lifecycle', { lifecycle: { newMonths: 2 } });
    const { newMonths, regularVisits } = options as { newMonths: number; regularVisits: number };
    assert.deepEqual([newMonths, regularVisits], [2, 3]);
    for (const model of ['lifecycle', 'engagement', 'flywheel'] as const)
      for (const { playbook } of session.compute(model).phases)
        assert.ok(playbook!.length > 0, 'playbook!.length > 0');
    assert.deepEqual(
      phases[4]!.playbook!.map(({ id }) => id),
      ['bring-a-friend', 'streaming', 'training-plan'],
    );
  });
});
