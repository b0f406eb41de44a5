import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createStore,
  FunnelSession,
  type FunnelDefinition,
  type FunnelwheelError,
  type InputTable,
} from '../../src/engine/index.ts';
import type { RunOptions, Segment } from '../../src/engine/schema/index.ts';

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
  window: { days: 10 },
  steps: [
    { id: 'lead', event: 'lead', when: 'inRange' },
    { id: 'intro', event: 'intro', when: 'afterEntry' },
    { id: 'member', event: 'member', when: 'afterEntry' },
  ],
};
const RANGE = { from: '2026-10-01', to: '2026-10-31' };
const OPTIONS: RunOptions = { range: RANGE, now: '2026-12-01' };

function createSession(people: Record<string, unknown>[], events: Record<string, unknown>[]): FunnelSession {
  return new FunnelSession(
    createStore({
      timeZone: 'Europe/Paris',
      people: table('people', people),
      events: [table('events', events)],
    }),
  );
}

/**
 * ann   lead 1st, intro 2nd, member 3rd.
 * bob   lead 2nd, intro 4th, no membership within 10 days.
 * cleo  lead 3rd, no intro.
 * dave  lead 4th (Instagram), no intro.
 */
function byHand(): FunnelSession {
  const people = ['ann', 'bob', 'cleo', 'dave'].map((id, index) => ({ id, name: 'dcba'[index] }));
  return createSession(people, [
    { person: 'ann', type: 'lead', at: '2026-10-01T09:00Z', source: 'Google' },
    { person: 'ann', type: 'intro', at: '2026-10-02T09:00Z' },
    { person: 'ann', type: 'member', at: '2026-10-03T09:00Z' },
    { person: 'bob', type: 'lead', at: '2026-10-02T09:00Z', source: 'Google' },
    { person: 'bob', type: 'intro', at: '2026-10-04T09:00Z' },
    { person: 'cleo', type: 'lead', at: '2026-10-03T09:00Z', source: 'Google' },
    { person: 'dave', type: 'lead', at: '2026-10-04T09:00Z', source: 'Instagram' },
  ]);
}

const INTRO: Segment = { step: 'intro', outcome: 'converted' };
const LOST_BEFORE_MEMBER: Segment = { step: 'member', outcome: 'dropped' };
const LOST_BEFORE_INTRO: Segment = { step: 'intro', outcome: 'dropped' };

describe('the people of several segments together, by hand', () => {
  it('are each there once, in one order, as the first segment has them', () => {
    const anyOf = [INTRO, LOST_BEFORE_MEMBER, LOST_BEFORE_INTRO];
    const page = byHand().people(FUNNEL, OPTIONS, { anyOf });
    // bob is in the first (since his intro, the 4th) and in the second; ann in the first, cleo and dave in the third.
    assert.deepEqual(
      page.people.map(({ id, enteredAt }) => [id, enteredAt]),
      [
        ['bob', '2026-10-04T09:00:00.000Z'],
        ['dave', '2026-10-04T09:00:00.000Z'],
        ['cleo', '2026-10-03T09:00:00.000Z'],
        ['ann', '2026-10-02T09:00:00.000Z'],
      ],
    );
    assert.deepEqual([page.total, page.segmentTotal], [4, 4]);
    assert.equal(page.people[2]?.next?.step, 'intro');
    assert.equal(page.people[0]?.next?.step, 'member');
  });

  it('stand as in the first segment they are in', () => {
    const lead: Segment = { step: 'lead', outcome: 'converted' };
    const since = (...anyOf: Segment[]) =>
      byHand()
        .people(FUNNEL, OPTIONS, { anyOf })
        .people.find(({ id }) => id === 'bob')?.enteredAt;
    assert.equal(since(lead, LOST_BEFORE_MEMBER), '2026-10-02T09:00:00.000Z');
    assert.equal(since(LOST_BEFORE_MEMBER, lead), '2026-10-04T09:00:00.000Z');
  });

  it('are searched, sorted and cut into pages like those of one', () => {
    const segment = { anyOf: [LOST_BEFORE_MEMBER, LOST_BEFORE_INTRO] };
    const query = { sort: { by: 'name' }, limit: 2 };
    const first = byHand().people(FUNNEL, OPTIONS, segment, query);
    assert.deepEqual([first.people.map(({ id }) => id), first.cursor], [['dave', 'cleo'], '2']);
    const rest = byHand().people(FUNNEL, OPTIONS, segment, { ...query, offset: 2 });
    assert.deepEqual([rest.people.map(({ id }) => id), rest.cursor], [['bob'], null]);
    const found = byHand().people(FUNNEL, OPTIONS, segment, { q: 'cle' });
    assert.deepEqual([found.people[0]?.id, found.total, found.segmentTotal], ['cleo', 1, 3]);
    assert.deepEqual(byHand().ids(FUNNEL, OPTIONS, segment, { exclude: ['bob'] }), ['cleo', 'dave']);
  });

  it('may be of several groups; a group that nobody is in has none', () => {
    const session = byHand();
    const options: RunOptions = { ...OPTIONS, breakdown: { property: 'source' } };
    const lost = (group: string): Segment => ({ ...LOST_BEFORE_INTRO, group });
    const ids = (...groups: string[]) => session.ids(FUNNEL, options, { anyOf: groups.map(lost) });
    assert.deepEqual(ids('Instagram', 'Google'), ['cleo', 'dave']);
    assert.deepEqual(ids('Instagram', 'Referral'), ['dave']);
    assert.deepEqual(session.people(FUNNEL, options, lost('Referral')).segmentTotal, 0);
  });

  it('are not guessed for a group that may be in the merged rest', () => {
    const options: RunOptions = { ...OPTIONS, breakdown: { property: 'source', top: 1 } };
    const anyOf = [LOST_BEFORE_INTRO, { ...LOST_BEFORE_INTRO, group: 'Instagram' }];
    assert.throws(() => byHand().people(FUNNEL, options, { anyOf }), {
      code: 'invalid-options',
      path: 'segment.anyOf[1].group',
    });
  });
});

describe('a mistake in several segments', () => {
  const cases: [name: string, segment: unknown, expected: Partial<FunnelwheelError>][] = [
    ['none', { anyOf: [] }, { code: 'invalid-options', path: 'anyOf' }],
    ['no list', { anyOf: INTRO }, { code: 'invalid-options', path: 'anyOf' }],
    [
      'a segment without an outcome',
      { anyOf: [INTRO, { step: 'lead' }] },
      { code: 'invalid-options', path: 'anyOf[1].outcome' },
    ],
    ['a segment beside them', { ...INTRO, anyOf: [INTRO] }, { code: 'invalid-options', path: 'step' }],
    [
      'a step there is not',
      { anyOf: [INTRO, { ...INTRO, step: 'x' }] },
      { code: 'unknown-step', path: 'segment.anyOf[1].step' },
    ],
    [
      'an outcome the step has not',
      { anyOf: [{ ...INTRO, outcome: 'x' }] },
      { code: 'invalid-options', path: 'segment.anyOf[0].outcome' },
    ],
  ];
  for (const [name, segment, expected] of cases) {
    it(`is named with its path: ${name}`, () => {
      assert.throws(() => byHand().people(FUNNEL, OPTIONS, segment as Segment), expected);
      assert.throws(() => byHand().ids(FUNNEL, OPTIONS, segment as Segment), expected);
    });
  }
});

/** Numbers from 0 to 1, the same for the same seed (Park and Miller 1988). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** 60 people with up to eight events each, so that with `every` there are several attempts a person. */
function randomSession(random: () => number): FunnelSession {
  const pick = <T>(values: readonly [T, ...T[]]): T =>
    values[Math.floor(random() * values.length)] ?? values[0];
  const people = Array.from({ length: 60 }, (_, id) => ({ id, name: pick(['Ann', 'Bob', 'Cleo']) }));
  const events = people.flatMap(({ id }) =>
    Array.from({ length: Math.floor(random() * 9) }, () => ({
      person: id,
      type: pick(['lead', 'lead', 'intro', 'member']),
      at: new Date(Date.UTC(2026, 9, 1) + Math.floor(random() * 40 * 24) * 3_600_000).toISOString(),
      source: pick(['Google', 'Instagram', null]),
    })),
  );
  return createSession(people, events);
}

const asSet = (ids: Iterable<unknown>) => [...new Set(ids)].map(Number).sort((a, b) => a - b);

describe('the people of several segments together, on random data', () => {
  for (let seed = 1; seed <= 20; seed++) {
    it(`are the union of the separate lists (${seed})`, () => {
      const random = createRandom(seed);
      const session = randomSession(random);
      const reentry = (['best', 'every', 'first'] as const)[seed % 3]!;
      const breakdown: RunOptions['breakdown'] =
        seed % 2 ? { property: 'source', attribution: 'all-events' } : { property: 'source' };
      const options: RunOptions = { ...OPTIONS, now: '2026-10-25', reentry, breakdown };
      const all = ['lead', 'intro', 'member'].flatMap((step) =>
        ['entered', 'converted', 'open', 'dropped'].flatMap((outcome) =>
          [undefined, 'Google', 'Instagram', null].map((group): Segment => {
            return group === undefined ? { step, outcome } : { step, outcome, group };
          }),
        ),
      );
      for (let round = 0; round < 12; round++) {
        const anyOf = all.filter(() => random() < 0.06);
        // One alone is listed as it is: with `every`, an attempt a row.
        if (anyOf.length < 2) continue;
        const separate = asSet(anyOf.flatMap((segment) => session.ids(FUNNEL, options, segment)));
        assert.deepEqual(asSet(session.ids(FUNNEL, options, { anyOf })), separate);
        const page = session.people(FUNNEL, options, { anyOf }, { limit: 1_000 });
        assert.equal(page.people.length, separate.length);
        assert.deepEqual(asSet(page.people.map(({ id }) => id)), separate);
        assert.deepEqual([page.total, page.segmentTotal], [separate.length, separate.length]);
        const times = page.people.map(({ enteredAt }) => (enteredAt ? Date.parse(String(enteredAt)) : -1));
        assert.deepEqual(
          times,
          [...times].sort((a, b) => b - a),
          'the newest first, over all segments',
        );
      }
    });
  }
});
