import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { runOracle, quantile } from '../../support/oracle/oracle.ts';
import { translatePeerCase, type PeerCase } from '../../support/oracle/peer-cases.ts';
import type { FunnelDefinition, Row, RunOptions } from '../../support/oracle/types.ts';

/*
 * The oracle itself is checked here: by tiny examples worked out by hand from the specification (the reasoning
 * stands in the comments), and by the cases other products publish.
 */

/** `"10:00 a x=1"` → an event of type *a* of person p on 4 March 2024 (or `05T10:00`), in UTC unless told otherwise. */
function events(...lines: string[]): Row[] {
  return lines.map((line) => {
    const [when = '', type = '', ...props] = line.split(' ');
    const at =
      when.length === 2 ? `2024-03-${when}` : when.includes('T') ? `2024-03-${when}` : `2024-03-04T${when}`;
    const named = Object.fromEntries(props.map((prop) => prop.split('=')));
    return { person: 'p', type, at, ...named };
  });
}

interface Example {
  events: Row[];
  people?: Row[];
  timeZone?: string;
  definition: Omit<FunnelDefinition, 'id'>;
  options?: RunOptions;
}

function run({ events: rows, people = [], timeZone = 'UTC', definition, options }: Example) {
  const dataset = { timeZone, people, events: rows };
  return runOracle(dataset, { id: 'example', ...definition }, { now: '2024-12-31T00:00:00Z', ...options });
}

/** `entered/converted/open/dropped` of each step. */
function counts(result: ReturnType<typeof runOracle>): string[] {
  return result.steps.map((step) => [step.entered, step.converted, step.open, step.dropped].join('/'));
}

function matched(result: ReturnType<typeof runOracle>, step: string): string | undefined {
  const instant = result.rows[0]?.matched[step];
  return instant === undefined ? undefined : new Date(instant).toISOString().slice(8, 16);
}

const ab = [
  { id: 'a', event: 'a' },
  { id: 'b', event: 'b' },
];
const abc = [...ab, { id: 'c', event: 'c' }];
const march = { range: { from: '2024-03-01', to: '2024-03-31' } };

describe('order', () => {
  test('independent: a later step may lie before the first, and its time is negative', () => {
    // b 10:00, a 11:00: each step is judged by itself; b − a = −3600 s.
    const result = run({ events: events('10:00 b', '11:00 a'), definition: { steps: ab } });
    assert.deepEqual(counts(result), ['1/1/0/0', '1/1/0/0']);
    assert.deepEqual(result.steps[1]?.time?.seconds, [-3600]);
  });

  test('independent: one event satisfies two steps unless distinctFrom says otherwise', () => {
    const twice = [
      { id: 'one', event: 'a' },
      { id: 'two', event: 'a' },
    ];
    const steps = [twice[0]!, { ...twice[1]!, distinctFrom: ['one'] }];
    assert.deepEqual(counts(run({ events: events('10:00 a'), definition: { steps: twice } })), [
      '1/1/0/0',
      '1/1/0/0',
    ]);
    assert.deepEqual(counts(run({ events: events('10:00 a'), definition: { steps } })), [
      '1/1/0/0',
      '1/0/0/1',
    ]);
  });

  test('sequential: the second step must not precede the first; the same type needs two events', () => {
    const definition: Example['definition'] = { order: 'sequential', steps: ab };
    assert.deepEqual(counts(run({ events: events('10:00 b', '11:00 a'), definition })), [
      '1/1/0/0',
      '1/0/0/1',
    ]);
    const aa: Example['definition'] = { order: 'sequential', steps: [ab[0]!, { id: 'again', event: 'a' }] };
    assert.deepEqual(counts(run({ events: events('10:00 a'), definition: aa })), ['1/1/0/0', '1/0/0/1']);
  });

  test('sequential: equal instants count in whichever order serves, unless ties say later', () => {
    const rows = events('10:00 b', '10:00 a');
    const sequential: Example['definition'] = { order: 'sequential', steps: ab };
    assert.deepEqual(counts(run({ events: rows, definition: sequential })), ['1/1/0/0', '1/1/0/0']);
    const later: Example['definition'] = { ...sequential, ties: 'later' };
    assert.deepEqual(counts(run({ events: rows, definition: later })), ['1/1/0/0', '1/0/0/1']);
  });

  test('sequential, exact not greedy: the early b is given up for the chain that goes on', () => {
    // b must be followed by c within 1 h. From the first b (10:10) c (12:00) is too late; the second b (11:30) serves.
    const steps = [ab[0]!, ab[1]!, { id: 'c', event: 'c', window: { ms: 3_600_000 } }];
    const rows = events('10:00 a', '10:10 b', '11:30 b', '12:00 c');
    const result = run({ events: rows, definition: { order: 'sequential', steps } });
    assert.deepEqual(counts(result), ['1/1/0/0', '1/1/0/0', '1/1/0/0']);
    assert.equal(matched(result, 'b'), '04T11:30');
  });

  test('strict: the very next event must be the next step; a column of the person is not in the stream', () => {
    const definition: Example['definition'] = { order: 'strict', steps: ab };
    assert.deepEqual(counts(run({ events: events('10:00 a', '11:00 x', '12:00 b'), definition })), [
      '1/1/0/0',
      '1/0/0/1',
    ]);
    const people = [{ id: 'p', lastContactedAt: '2024-03-04T11:00' }];
    assert.deepEqual(counts(run({ people, events: events('10:00 a', '12:00 b'), definition })), [
      '1/1/0/0',
      '1/1/0/0',
    ]);
  });

  test('unordered: bars count how many steps were done within the window of the first event', () => {
    // c 10:00, a 11:00 lie within 2 h of c; b 12:30 does not. Anchored at a: a, b. Both reach two of three.
    const definition: Example['definition'] = { order: 'unordered', window: { ms: 7_200_000 }, steps: abc };
    const result = run({ events: events('10:00 c', '11:00 a', '12:30 b'), definition });
    assert.deepEqual(counts(result), ['1/1/0/0', '1/1/0/0', '1/0/0/1']);
    // The earliest first event is reported: 10:00, then 11:00.
    assert.deepEqual([matched(result, 'a'), matched(result, 'b')], ['04T10:00', '04T11:00']);
  });

  test('tolerance: a step may precede its anchor by so much, not more', () => {
    const definition: Example['definition'] = { order: 'sequential', tolerance: 60_000, steps: ab };
    assert.deepEqual(counts(run({ events: events('10:00 b', '10:01 a'), definition }))[1], '1/1/0/0');
    assert.deepEqual(counts(run({ events: events('10:00 b', '10:02 a'), definition }))[1], '1/0/0/1');
  });

  test('data dated by day is compared by day', () => {
    // a at 10:00 on the 4th, b on the 4th without a time: at or after, but not strictly later.
    const sequential: Example['definition'] = { order: 'sequential', steps: ab };
    assert.equal(counts(run({ events: events('10:00 a', '04 b'), definition: sequential }))[1], '1/1/0/0');
    const later: Example['definition'] = { ...sequential, ties: 'later' };
    assert.equal(counts(run({ events: events('10:00 a', '04 b'), definition: later }))[1], '1/0/0/1');
  });
});

describe('windows', () => {
  test('days keep the local time across a clock change, and the end is included', () => {
    // Paris, clocks forward on 31 March 2024. One day after the 30th 12:00 is the 31st 12:00 local, 23 hours later.
    const definition: Example['definition'] = { order: 'sequential', window: { days: 1 }, steps: ab };
    const on = (b: string) =>
      counts(run({ timeZone: 'Europe/Paris', events: events('30T12:00 a', `${b} b`), definition }))[1];
    assert.equal(on('31T12:00'), '1/1/0/0');
    assert.equal(on('31T12:01'), '1/0/0/1');
  });

  test('months are clamped to the end of the month', () => {
    // One month after 31 March 10:00 is 30 April 10:00.
    const definition: Example['definition'] = { order: 'sequential', window: { months: 1 }, steps: ab };
    const with_ = (at: string) =>
      counts(run({ events: [...events('31T10:00 a'), { person: 'p', type: 'b', at }], definition }))[1];
    assert.equal(with_('2024-04-30T10:00'), '1/1/0/0');
    assert.equal(with_('2024-04-30T10:01'), '1/0/0/1');
  });

  test('days from an event dated by day last to the end of the last day, ms count from midnight', () => {
    const days: Example['definition'] = { order: 'sequential', window: { days: 1 }, steps: ab };
    assert.equal(counts(run({ events: events('04 a', '05T23:00 b'), definition: days }))[1], '1/1/0/0');
    const ms: Example['definition'] = { ...days, window: { ms: 86_400_000 } };
    assert.equal(counts(run({ events: events('04 a', '05T23:00 b'), definition: ms }))[1], '1/0/0/1');
  });

  test('own window and notBefore count from the base, of two bases from the later match', () => {
    // c follows a or b, whichever is later: b 11:00. 12:00 is 1 h after b (2 h after a).
    const c = {
      id: 'c',
      event: 'c',
      base: ['a', 'b'],
      window: { ms: 3_600_000 },
      notBefore: { ms: 3_600_000 },
    };
    const steps = [ab[0]!, ab[1]!, c];
    assert.equal(
      counts(run({ events: events('10:00 a', '11:00 b', '12:00 c'), definition: { steps } }))[2],
      '1/1/0/0',
    );
    assert.equal(
      counts(run({ events: events('10:00 a', '11:00 b', '11:59 c'), definition: { steps } }))[2],
      '1/0/0/1',
    );
  });
});

describe('date rules', () => {
  test('the range is whole days of the studio, both included', () => {
    // 31 March 23:30 in New York is 1 April 03:30 UTC.
    const steps = [{ id: 'a', event: 'a', when: 'inRange' as const }];
    const at = (instant: string) =>
      run({
        timeZone: 'America/New_York',
        events: [{ person: 'p', type: 'a', at: instant }],
        definition: { steps },
        options: march,
      }).steps[0]?.converted;
    assert.equal(at('2024-04-01T03:30:00Z'), 1);
    assert.equal(at('2024-04-01T04:00:00Z'), 0);
  });

  test('absent: customers without a visit in the days before the range', () => {
    // Look-back of 30 days before 1 April (UTC): 2 March to 31 March. p visited on the 1st of March, q on the 31st.
    const definition: Example['definition'] = {
      steps: [
        {
          id: 'away',
          event: 'check-in',
          absent: true,
          when: { lookback: { days: 30 } },
          where: { 'person.isCustomer': true },
        },
      ],
    };
    const people = ['p', 'q', 'r'].map((id) => ({ id, isCustomer: id !== 'r' }));
    const rows = [...events('01T10:00 check-in'), { ...events('31T10:00 check-in')[0], person: 'q' }];
    const result = run({
      people,
      events: rows,
      definition,
      options: { range: { from: '2024-04-01', to: '2024-04-30' } },
    });
    // r is no customer.
    assert.deepEqual(result.steps[0]?.ids['converted'], ['p']);
    assert.equal(result.rows[0]?.matched['away'], Date.parse('2024-04-01T00:00:00Z'));
  });

  test('pick last: the latest must be in range; first-ever: tested afterwards; nth: the second', () => {
    const rows = events('02T10:00 a', '05T10:00 a x=1', '20T10:00 a');
    const one = (step: object, options: RunOptions) =>
      matched(run({ events: rows, definition: { steps: [{ id: 'a', event: 'a', ...step }] }, options }), 'a');
    const untilTen = { range: { from: '2024-03-01', to: '2024-03-10' } };
    assert.equal(one({ when: 'inRange', pick: 'last' }, untilTen), undefined);
    assert.equal(
      one({ when: 'inRange', pick: 'last' }, { ...untilTen, now: '2024-03-10T00:00:00Z' }),
      '05T10:00',
    );
    assert.equal(one({ where: { x: 1 }, pick: 'first-ever' }, {}), undefined);
    assert.equal(one({ nth: 2 }, {}), '05T10:00');
  });

  test('events after now never match', () => {
    const result = run({
      events: events('10:00 a', '12:00 b'),
      definition: { window: { days: 1 }, steps: ab },
      options: { now: '2024-03-04T11:00:00Z' },
    });
    assert.deepEqual(counts(result), ['1/1/0/0', '1/0/1/0']);
  });
});

describe('attempts', () => {
  test('best: the start that goes furthest; first: the first start alone', () => {
    const rows = events('01T10:00 a', '04T10:00 a', '04T12:00 b');
    const definition: Example['definition'] = { order: 'sequential', window: { days: 1 }, steps: ab };
    const best = run({ events: rows, definition });
    assert.deepEqual([counts(best)[1], matched(best, 'a')], ['1/1/0/0', '04T10:00']);
    assert.equal(
      counts(run({ events: rows, definition: { ...definition, reentry: 'first' } }))[1],
      '1/0/0/1',
    );
  });

  test('every: attempts are rows; a new one starts only after the last ended', () => {
    // First attempt 10:00 to 11:00. The start at 10:30 lies in it. The one at 12:00 is a second row, still open.
    const rows = events('10:00 a', '10:30 a', '11:00 b', '12:00 a');
    const definition: Example['definition'] = {
      order: 'sequential',
      reentry: 'every',
      window: { days: 1 },
      steps: ab,
    };
    const result = run({ events: rows, definition, options: { now: '2024-03-04T13:00:00Z' } });
    assert.deepEqual(counts(result), ['2/2/0/0', '2/1/1/0']);
    assert.deepEqual(result.steps[0]?.ids['converted'], ['p']);
  });

  test('open until the last instant of the window, for any equally far attempt', () => {
    const definition: Example['definition'] = { order: 'sequential', window: { ms: 3_600_000 }, steps: ab };
    const at = (now: string) =>
      counts(
        run({ events: events('10:00 a', '10:30 a'), definition, options: { now: `2024-03-04T${now}Z` } }),
      )[1];
    // The reported attempt started at 10:00, but the one of 10:30 can still be completed until 11:30.
    assert.equal(at('11:30:00'), '1/0/1/0');
    assert.equal(at('11:30:00.001'), '1/0/0/1');
  });

  test('hold: the same value through all steps, a missing one never matches', () => {
    const definition: Example['definition'] = { hold: ['m'], steps: ab };
    assert.deepEqual(counts(run({ events: events('10:00 a m=1', '11:00 b m=2'), definition })), [
      '1/1/0/0',
      '1/0/0/1',
    ]);
    assert.deepEqual(counts(run({ events: events('10:00 a', '11:00 b'), definition })), [
      '0/0/0/0',
      '0/0/0/0',
    ]);
    // The second start holds 2, as b does.
    const two = events('10:00 a m=1', '10:30 a m=2', '11:00 b m=2');
    assert.equal(matched(run({ events: two, definition }), 'a'), '04T10:30');
  });

  test('split: two steps of one base divide the same people', () => {
    const steps = [...ab, { id: 'c', event: 'c', base: 'a' }];
    assert.deepEqual(counts(run({ events: events('10:00 a', '11:00 c'), definition: { steps } })), [
      '1/1/0/0',
      '1/0/0/1',
      '1/1/0/0',
    ]);
  });

  test('optional: between its neighbours or skipped, without loss', () => {
    const steps = [ab[0]!, { id: 'o', event: 'o', optional: true }, ab[1]!];
    const inside = run({
      events: events('10:00 a', '10:30 o', '11:00 b'),
      definition: { order: 'sequential', steps },
    });
    assert.deepEqual(counts(inside), ['1/1/0/0', '1/1/0/0', '1/1/0/0']);
    const outside = run({
      events: events('10:00 a', '11:00 b', '12:00 o'),
      definition: { order: 'sequential', steps },
    });
    assert.deepEqual([counts(outside), outside.steps[1]?.skipped], [['1/1/0/0', '1/0/0/0', '1/1/0/0'], 1]);
  });
});

describe('exclusions and outcomes', () => {
  const exclude: FunnelDefinition['exclude'] = [{ event: 'x', between: ['a', 'b'] }];

  test('drop: kept up to the first of the two, dropped and never open at the next', () => {
    const definition: Example['definition'] = {
      order: 'sequential',
      window: { days: 9 },
      exclude,
      steps: abc,
    };
    const rows = events('10:00 a', '10:30 x', '11:00 b', '12:00 c');
    const result = run({ events: rows, definition, options: { now: '2024-03-04T13:00:00Z' } });
    assert.deepEqual(counts(result), ['1/1/0/0', '1/0/0/1', '0/0/0/0']);
  });

  test('a subject converts if some clean chain does', () => {
    const definition: Example['definition'] = { order: 'sequential', exclude, steps: ab };
    const result = run({ events: events('10:00 a', '10:30 x', '10:40 a', '11:00 b'), definition });
    assert.deepEqual([counts(result)[1], matched(result, 'a')], ['1/1/0/0', '04T10:40']);
  });

  test('an excluded event at the very instant of a match does not taint', () => {
    const definition: Example['definition'] = { order: 'sequential', exclude, steps: ab };
    const rows = events('10:00 a', '10:00 x', '11:00 b', '11:00 x');
    assert.equal(counts(run({ events: rows, definition }))[1], '1/1/0/0');
  });

  test('second step missing: taints until the window ends, remove takes the subject out', () => {
    const definition: Example['definition'] = {
      order: 'sequential',
      window: { ms: 3_600_000 },
      exclude,
      onExclude: 'remove',
      steps: ab,
    };
    assert.deepEqual(counts(run({ events: events('10:00 a', '11:00 x'), definition }))[0], '0/0/0/0');
    assert.deepEqual(counts(run({ events: events('10:00 a', '11:01 x'), definition }))[0], '1/1/0/0');
    // Two attempts of one step each, the second clean: it stays.
    assert.deepEqual(
      counts(run({ events: events('10:00 a', '10:30 x', '10:40 a'), definition }))[0],
      '1/1/0/0',
    );
  });

  test('a renewal step: renewed and frozen converted, cancelled dropped, else open though nothing bounds it', () => {
    const outcomes = {
      renewed: { event: 'renewal', as: 'converted' as const },
      frozen: { event: 'freeze', as: 'converted' as const },
      cancelled: { event: 'cancellation', as: 'dropped' as const },
    };
    const renew = { id: 'renew', event: ['renewal', 'freeze', 'cancellation'], nth: 1, outcomes };
    const definition: Example['definition'] = {
      subject: 'membership',
      steps: [{ id: 'bought', event: 'purchase' }, renew],
    };
    const rows = events(
      '01T10:00 purchase membership=m1',
      '01T10:00 purchase membership=m2',
      '01T10:00 purchase membership=m3',
      '05T10:00 freeze membership=m1',
      '06T10:00 cancellation membership=m2',
      '07T10:00 renewal membership=m2',
    );
    const result = run({ events: rows, definition });
    assert.deepEqual(counts(result), ['3/3/0/0', '3/1/1/1']);
    assert.deepEqual(result.steps[1]?.outcomes, { renewed: 0, frozen: 1, cancelled: 1 });
    assert.deepEqual(result.steps[1]?.ids['cancelled'], ['m2']);
  });
});

describe('breakdown, trend, data', () => {
  const rows = events('10:00 a v=x', '11:00 b v=y');
  const groupsOf = (attribution: NonNullable<RunOptions['breakdown']>['attribution'], source = rows) =>
    run({
      events: source,
      definition: { order: 'sequential', steps: ab },
      options: { breakdown: { property: 'v', attribution } },
    }).groups?.map((group) => [group.value, group.steps.map((step) => step.converted)]);

  test('attribution decides the group', () => {
    assert.deepEqual(groupsOf('first-touch'), [[['x'], [1, 1]]]);
    assert.deepEqual(groupsOf('last-touch'), [[['y'], [1, 1]]]);
    assert.deepEqual(groupsOf({ step: 'b' }), [[['y'], [1, 1]]]);
    // Each value a funnel of its own: y has no a.
    assert.deepEqual(groupsOf('all-events'), [[['x'], [1, 0]]]);
  });

  test('by step: with several valid chains from one start a subject is in several groups', () => {
    const two = events('10:00 a', '11:00 b v=y', '12:00 b v=z');
    assert.deepEqual(groupsOf({ step: 'b' }, two), [
      [['y'], [1, 1]],
      [['z'], [1, 1]],
    ]);
  });

  test('trend: once per period of entry, with the furthest attempt that started in it', () => {
    const source = events('04T10:00 a', '05T10:00 a', '05T11:00 b', '05T12:00 a');
    const result = run({
      events: source,
      definition: { order: 'sequential', window: { ms: 7_200_000 }, steps: ab },
      options: { trend: { interval: 'day' } },
    });
    assert.deepEqual(
      result.trend?.map(({ start, entered, converted }) => [
        new Date(start).getUTCDate(),
        { entered, converted },
      ]),
      [
        [4, { entered: 1, converted: 0 }],
        [5, { entered: 1, converted: 1 }],
      ],
    );
  });

  test('a dated column is an event with the properties of the person; a table row replaces it', () => {
    const people = [{ id: 'p', leadCreatedAt: '2024-03-02T10:00', source: 'web' }];
    const definition: Example['definition'] = {
      steps: [{ id: 'lead', event: 'lead', where: { source: 'web' } }],
    };
    assert.equal(matched(run({ people, events: [], definition }), 'lead'), '02T10:00');
    assert.equal(matched(run({ people, events: events('05T10:00 lead'), definition }), 'lead'), undefined);
  });

  test('second intro offers are ignored after the other switches', () => {
    // The refunded intro does not exist, so the second is the first.
    const source = events('01T10:00 purchase intro=true refunded=true', '02T10:00 purchase intro=true');
    const definition: Example['definition'] = {
      switches: { ignoreRefunded: true, ignoreSecondIntro: true },
      steps: [{ id: 'a', event: 'purchase', where: { intro: true } }],
    };
    assert.equal(matched(run({ events: source, definition }), 'a'), '02T10:00');
  });

  test('quantiles are interpolated (type 7)', () => {
    // 1, 2, 3, 4: the first quartile lies at place 0.75, which is 1.75.
    assert.deepEqual([quantile([4, 1, 3, 2], 0.25), quantile([4, 1, 3, 2], 0.5)], [1.75, 2.5]);
  });
});

const peerFile = new URL('../../../../shared/data/peer-cases/cases.json', import.meta.url);
const missing = existsSync(peerFile) ? false : '../shared/data/peer-cases is not beside the checkout';

describe('the core cases of other products', { skip: missing }, () => {
  const peers = missing ? [] : (JSON.parse(readFileSync(peerFile, 'utf8')) as { cases: PeerCase[] }).cases;
  for (const peer of peers.filter((one) => one.class === 'core')) {
    test(`${peer.id} ${peer.name}`, () => checkPeerCase(peer));
  }
});

function checkPeerCase(peer: PeerCase): void {
  const { dataset, definition, options } = translatePeerCase(peer);
  const { steps, groups, trend } = runOracle(dataset, definition, options);
  const { expected } = peer;
  expected.counts?.forEach(
    (count, i) => count !== null && assert.equal(steps[i]?.converted, count, `count of step ${i}`),
  );
  expected.convertedIds?.forEach(
    (ids, i) => ids && assert.deepEqual(steps[i]?.ids['converted'], [...ids].sort()),
  );
  for (const { droppedBeforeStep, ids } of expected.idsBySelector ?? []) {
    const step = steps[droppedBeforeStep]!;
    assert.deepEqual([...step.ids['open']!, ...step.ids['dropped']!].sort(), [...ids].sort());
  }
  const averages =
    typeof expected.avgSeconds === 'number' ? [null, expected.avgSeconds] : expected.avgSeconds;
  averages?.forEach((seconds, i) => i > 0 && seconds !== null && near(steps[i]?.time?.mean, seconds));
  expected.medianSeconds?.forEach(
    (seconds, i) => i > 0 && seconds !== null && near(steps[i]?.time?.median, seconds),
  );
  const named = (groups ?? []).map((group) => ({ ...group, name: textOf(group.value) }));
  for (const { value, reachedStep, ids } of expected.idsByBreakdown ?? []) {
    const group = named.find((one) => one.name === JSON.stringify(value.map(String)));
    assert.deepEqual(
      group?.steps[reachedStep]?.ids['converted'] ?? [],
      [...ids].sort(),
      `group ${value.join()}`,
    );
  }
  if (expected.breakdown && expected.breakdownComplete) {
    const names = expected.breakdown.map((group) => JSON.stringify(group.value.map(String)));
    assert.deepEqual(named.map((group) => group.name).sort(), names.sort());
  }
  for (const { period, reachedFrom, reachedTo } of expected.trend ?? []) {
    const found = trend?.find((one) => one.start === Date.parse(period)) ?? { entered: 0, converted: 0 };
    assert.deepEqual([found.entered, found.converted], [reachedFrom, reachedTo], period);
  }
}

function textOf(value: Array<string | null> | 'other'): string {
  return JSON.stringify(value === 'other' ? value : value.map((one) => one ?? ''));
}

function near(actual: number | undefined, expected: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 0.5, `${actual} is not ${expected} s`);
}
