import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createStore,
  FunnelSession,
  type FunnelDefinition,
  type FunnelwheelError,
} from '../../src/engine/index.ts';
import type { RunOptions, Segment } from '../../src/engine/schema/index.ts';
import { toReadableBins } from '../../src/engine/funnel/answer/time-bins.ts';

const DAY = 86_400;
const HOUR = 3600;

function createSession(events: string[]): FunnelSession {
  const rows = events.map((event) => event.split(' '));
  const column = (index: number) => rows.map((row) => row[index]);
  return new FunnelSession(
    createStore({
      timeZone: 'UTC',
      events: [
        {
          name: 'events',
          length: rows.length,
          columns: { person: column(0), type: column(1), at: column(2), source: column(3) },
        },
      ],
    }),
  );
}

const FUNNEL: FunnelDefinition = {
  id: 'trials',
  order: 'sequential',
  window: { days: 10 },
  steps: [
    { id: 'lead', event: 'lead', when: 'inRange' },
    { id: 'intro', event: 'intro' },
    { id: 'member', event: 'member' },
  ],
};
const OPTIONS: RunOptions = { range: { from: '2026-10-05', to: '2026-10-18' }, now: '2026-10-20T00:00Z' };

/**
 * Monday the 5th and Monday the 12th begin the two weeks. Windows of 10 days, now the 20th at 0:00.
 * ann   lead 5th, intro 6th (1 day), member 8th (2 days later, 3 after the lead); again lead 12th and intro 12th 06:00 (6 h).
 * bob   lead 6th, intro 8th (2 days): his ten days ended on the 16th.
 * cleo  lead 13th, intro 14th (1 day): she has until the 23rd.
 * dave  lead 7th: ended on the 17th.   eve   lead 14th: until the 24th.
 */
const EVENTS = [
  'ann lead 2026-10-05T00:00Z Google',
  'ann intro 2026-10-06T00:00Z',
  'ann member 2026-10-08T00:00Z',
  'ann lead 2026-10-12T00:00Z Google',
  'ann intro 2026-10-12T06:00Z',
  'bob lead 2026-10-06T00:00Z Google',
  'bob intro 2026-10-08T00:00Z',
  'cleo lead 2026-10-13T00:00Z Website',
  'cleo intro 2026-10-14T00:00Z',
  'dave lead 2026-10-07T00:00Z Website',
  'eve lead 2026-10-14T00:00Z Website',
];

function namesIn(segment: Segment, options: RunOptions = OPTIONS): (string | number)[] {
  return createSession(EVENTS).ids(FUNNEL, options, segment).sort();
}

describe('the people of a point of a trend', () => {
  const first = { interval: 'week', start: '2026-10-05' } as const;
  const second = { interval: 'week', start: '2026-10-12T00:00:00.000Z' } as const;

  it('are those who started in its period, with the furthest attempt of it', () => {
    assert.deepEqual(namesIn({ step: 'lead', outcome: 'converted', period: first }), ['ann', 'bob', 'dave']);
    // Ann's second start comes to the intro only; on the whole she is a member.
    assert.deepEqual(namesIn({ step: 'intro', outcome: 'converted', period: second }), ['ann', 'cleo']);
    assert.deepEqual(namesIn({ step: 'member', outcome: 'converted', period: second }), []);
    assert.deepEqual(namesIn({ step: 'member', outcome: 'open', period: second }), ['ann', 'cleo']);
    assert.deepEqual(namesIn({ step: 'intro', outcome: 'open', period: second }), ['eve']);
  });

  it('are between the two steps of the trend where it has a first one', () => {
    const of = (outcome: string, period: Segment['period']) => namesIn({ step: 'member', outcome, period });
    assert.deepEqual(of('entered', { ...first, from: 'lead' }), ['ann', 'bob', 'dave']);
    assert.deepEqual(of('converted', { ...first, from: 'lead' }), ['ann']);
    assert.deepEqual(of('dropped', { ...first, from: 'lead' }), ['bob', 'dave']);
    assert.deepEqual(of('open', { ...first, from: 'lead' }), []);
    // Eve has not even done the intro, and may yet do both.
    assert.deepEqual(of('open', { ...second, from: 'lead' }), ['ann', 'cleo', 'eve']);
    assert.deepEqual(of('entered', { ...second, from: 'intro' }), ['ann', 'cleo']);
  });

  it('are as many as the trend says', () => {
    const session = createSession(EVENTS);
    const trend = { interval: 'week', from: 'lead', to: 'intro' } as const;
    const { periods } = session.compute(FUNNEL, { ...OPTIONS, trend }).trend!;
    assert.deepEqual(
      periods.map(({ entered, converted }) => [entered, converted]),
      [
        [3, 2],
        [3, 2],
      ],
    );
    for (const { start, entered, converted } of periods) {
      const count = (outcome: string) =>
        session.people(FUNNEL, OPTIONS, {
          step: 'intro',
          outcome,
          period: { interval: 'week', start, from: 'lead' },
        }).segmentTotal;
      assert.deepEqual([count('entered'), count('converted')], [entered, converted]);
    }
  });

  it('are in a group where one is said', () => {
    const options: RunOptions = { ...OPTIONS, breakdown: { property: 'source' } };
    const period = first;
    assert.deepEqual(namesIn({ step: 'lead', outcome: 'converted', group: 'Google', period }, options), [
      'ann',
      'bob',
    ]);
  });

  it('follow the week of the studio', () => {
    // With weeks from Sunday the 11th begins the second.
    const options = { ...OPTIONS, weekStart: 7 };
    const period = { interval: 'week', start: '2026-10-11' } as const;
    assert.deepEqual(namesIn({ step: 'lead', outcome: 'entered', period }, options), ['ann', 'cleo', 'eve']);
  });

  it('are refused where a start is no instant, a step unknown, an outcome none of a pair', () => {
    const ask = (segment: Segment) => () => namesIn(segment);
    const isError = (code: string, path: string) => (error: FunnelwheelError) =>
      error.code === code && error.path === path;
    const period = { ...first, start: 'soon' };
    assert.throws(
      ask({ step: 'lead', outcome: 'entered', period }),
      isError('invalid-options', 'segment.period.start'),
    );
    const from = { ...first, from: 'nowhere' };
    assert.throws(
      ask({ step: 'lead', outcome: 'entered', period: from }),
      isError('unknown-step', 'segment.period.from'),
    );
    const pair = { ...first, from: 'lead' };
    assert.throws(
      ask({ step: 'member', outcome: 'skipped', period: pair }),
      isError('invalid-options', 'segment.outcome'),
    );
  });
});

describe('the people of a bar of a histogram', () => {
  it('took so long, the least included and the most not', () => {
    const intro = (took: Segment['took']) => namesIn({ step: 'intro', outcome: 'converted', took });
    assert.deepEqual(intro({ from: 'lead', min: DAY, max: 2 * DAY }), ['ann', 'cleo']);
    assert.deepEqual(intro({ from: 'lead', min: 2 * DAY }), ['bob']);
    assert.deepEqual(intro({ from: 'lead', max: DAY }), []);
    // Within the second week Ann took six hours.
    const period = { interval: 'week', start: '2026-10-12' } as const;
    assert.deepEqual(
      namesIn({ step: 'intro', outcome: 'converted', period, took: { from: 'lead', max: DAY } }),
      ['ann'],
    );
    // Over several steps: Ann's three days.
    assert.deepEqual(
      namesIn({ step: 'member', outcome: 'converted', took: { from: 'lead', min: 3 * DAY, max: 4 * DAY } }),
      ['ann'],
    );
  });

  it('are as many as the bar says, of a group too', () => {
    const session = createSession(EVENTS);
    const options: RunOptions = { ...OPTIONS, breakdown: { property: 'source' } };
    for (const group of [undefined, 'Google', 'Website']) {
      const inGroup = group === undefined ? {} : { group };
      const { bins, from, to, summary } = session.timeToConvert(FUNNEL, options, { to: 'intro', ...inGroup });
      const listed = bins.map(({ start, end }) => {
        const took = { from, min: start, ...(end === undefined ? {} : { max: end }) };
        return session.people(FUNNEL, options, { step: to, outcome: 'converted', took, ...inGroup })
          .segmentTotal;
      });
      assert.deepEqual(
        listed,
        bins.map(({ count }) => count),
      );
      assert.equal(
        listed.reduce((sum, count) => sum! + count!, 0),
        summary.count,
      );
    }
    assert.equal(session.timeToConvert(FUNNEL, options, { to: 'intro', group: 'Website' }).summary.count, 1);
  });

  it('are none who skipped an optional step, though another attempt of theirs did it', () => {
    // Her first lead is reported, and no intro came within its day; one did after her second lead, which came as far.
    const session = createSession([
      'ann lead 2026-10-05T00:00Z',
      'ann lead 2026-10-12T00:00Z',
      'ann intro 2026-10-12T06:00Z',
    ]);
    const steps = [
      { id: 'lead', event: 'lead' },
      { id: 'intro', event: 'intro', window: { days: 1 }, optional: true },
    ];
    const funnel: FunnelDefinition = { id: 'trials', order: 'sequential', steps };
    const options: RunOptions = { ...OPTIONS, time: 'mean' };
    const [, intro] = session.compute(funnel, options).steps;
    assert.deepEqual([intro!.converted, intro!.skipped], [0, 1]);
    const took = { from: 'lead', max: DAY };
    assert.deepEqual(session.ids(funnel, options, { step: 'intro', outcome: 'converted', took }), []);
    assert.equal(session.timeToConvert(funnel, options, { to: 'intro' }).summary.count, 0);
  });
});

describe('somebody who is about to lapse', () => {
  it('has until the window of the latest attempt that came as far ends, the soonest first', () => {
    const page = createSession(EVENTS).people(
      FUNNEL,
      OPTIONS,
      { step: 'member', outcome: 'open' },
      { sort: { by: 'deadline' } },
    );
    // Ann is a member; Bob's window is over; Cleo has ten days from the 13th.
    assert.deepEqual(
      page.people.map(({ id, deadline }) => [id, deadline]),
      [['cleo', '2026-10-23T00:00:00.000Z']],
    );
    const more = [
      ...EVENTS,
      'finn lead 2026-10-12T12:00Z',
      'cleo lead 2026-10-15T00:00Z',
      'finn intro 2026-10-13T00:00Z',
    ];
    const rows = createSession([...more, 'cleo intro 2026-10-16T00:00Z']).people(
      FUNNEL,
      OPTIONS,
      { step: 'member', outcome: 'open' },
      { sort: { by: 'deadline' } },
    );
    // Cleo came as far by a start on the 15th; Finn's window began on the 12th.
    assert.deepEqual(
      rows.people.map(({ id, deadline }) => [id, deadline]),
      [
        ['finn', '2026-10-22T12:00:00.000Z'],
        ['cleo', '2026-10-25T00:00:00.000Z'],
      ],
    );
  });

  it('has a deadline at the step they are open at, and none where nothing ends it', () => {
    const { people } = createSession(EVENTS).people(FUNNEL, OPTIONS, { step: 'lead', outcome: 'converted' });
    assert.deepEqual(
      people.filter(({ deadline }) => deadline).map(({ id, deadline }) => [id, deadline]),
      [
        ['eve', '2026-10-24T00:00:00.000Z'],
        ['cleo', '2026-10-23T00:00:00.000Z'],
      ],
    );
  });
});

describe('two segments beside each other', () => {
  const options: RunOptions = { ...OPTIONS, breakdown: { property: 'source' } };
  const compare = (comparison: RunOptions['comparison']) =>
    createSession(EVENTS).compute(FUNNEL, { ...options, comparison }).comparison!;

  it('have the numbers of the other, or of everybody else', () => {
    const { steps, ...sides } = compare({ group: 'Google', against: 'Website' });
    assert.deepEqual(sides, { group: 'Google', against: 'Website' });
    // Cleo, Dave and Eve; Cleo did the intro.
    assert.deepEqual(
      steps.map(({ converted }) => converted),
      [3, 1, 0],
    );
    assert.deepEqual(compare({ group: 'Google' }).steps, steps);
    // Ann and Bob.
    assert.deepEqual(
      compare({ group: 'Website' }).steps.map(({ converted }) => converted),
      [2, 2, 1],
    );
  });
});

describe('readable bins', () => {
  const read = (times: number[]) =>
    toReadableBins([...times].sort((a, b) => a - b)).map(({ start, end, count }) => [start, end, count]);

  it('are as narrow as twelve bars allow, and begin at a multiple of their width', () => {
    // From 1 to 12 days: days are the narrowest with which they are twelve.
    const bins = read([1, 2, 2, 12].map((days) => days * DAY + HOUR));
    assert.equal(bins.length, 12);
    assert.deepEqual(bins.slice(0, 2), [
      [DAY, 2 * DAY, 1],
      [2 * DAY, 3 * DAY, 2],
    ]);
    // A thirteenth day makes weeks too wide and two days the next: from day 0 on, seven bars.
    const wider = read([1, 13].map((days) => days * DAY + HOUR));
    assert.deepEqual([wider.length, wider[0], wider.at(-1)], [7, [0, 2 * DAY, 1], [12 * DAY, 14 * DAY, 1]]);
  });

  it('gather the longest of ten in a last one without an end', () => {
    // Nine within ten hours, the tenth after thirty days.
    const bins = read([1, 2, 3, 4, 5, 6, 7, 8, 9, 720].map((hours) => hours * HOUR));
    assert.deepEqual(bins[0], [HOUR, 2 * HOUR, 1]);
    assert.deepEqual(bins.at(-2), [9 * HOUR, 10 * HOUR, 1]);
    assert.deepEqual(bins.at(-1), [10 * HOUR, undefined, 1]);
  });

  it('of one time are a bar that means something', () => {
    // Two days: an hour is a 48th of it.
    assert.deepEqual(read([2 * DAY + 1800]), [[2 * DAY, 2 * DAY + 2 * HOUR, 1]]);
    assert.deepEqual(read([0]), [[0, 60, 1]]);
    assert.deepEqual(read([]), []);
  });

  it('hold times before the step, and times of centuries', () => {
    assert.deepEqual(read([-DAY, DAY]), [
      [-DAY, -DAY + 6 * HOUR, 1],
      ...[-18, -12, -6, 0, 6, 12, 18].map((hours) => [hours * HOUR, (hours + 6) * HOUR, 0]),
      [DAY, DAY + 6 * HOUR, 1],
    ]);
    const long = read([0, 400 * 365 * DAY]);
    assert.ok(long.length <= 13);
    assert.equal(
      long.reduce((sum, [, , count]) => sum + count!, 0),
      2,
    );
  });
});
