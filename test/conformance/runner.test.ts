// The runner itself, on small cases of our own: it must find what is wrong, and say what every field of the form means.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { CaseFileError, parseCaseFile } from './case-file.ts';
import { judgeCase, type Verdict } from './run-files.ts';

type Row = Record<string, unknown>;

/** Event of a day of January 2024: `[client, event, day, properties]`. */
type Event = [client: string, event: string, day: number, props?: Row];

const toEvent = ([client, event, day, props]: Event) => ({
  client,
  event,
  ts: `2024-01-${String(day).padStart(2, '0')}T12:00:00Z`,
  ...(props ? { props } : {}),
});

function makeCase(events: Event[], expected: Row, rest: Row = {}): Row {
  return {
    id: 'own',
    name: 'a case',
    class: 'core',
    kind: 'steps',
    semantics: { order: 'sequential', windowMs: null, exclusions: [] },
    steps: [{ event: 'a' }, { event: 'b' }],
    range: { from: null, to: null },
    events: events.map(toEvent),
    expected,
    ...rest,
  };
}

function judge(value: unknown): Verdict {
  const [read] = parseCaseFile(JSON.stringify({ cases: [value] }), 'own.json');
  assert.ok(read);
  return judgeCase(read);
}

const assertPasses = (value: unknown) => assert.deepEqual(judge(value), { status: 'passed' });

const AB: Event[] = [
  ['ann', 'a', 1],
  ['ann', 'b', 2],
  ['bob', 'a', 1],
];

describe('a case of another product', () => {
  it('passes when every figure is as asserted', () => {
    const expected = {
      counts: [2, 1],
      avgSeconds: [null, 86_400],
      medianSeconds: [null, 86_400],
      convertedIds: [['bob', 'ann'], ['ann']],
      idsBySelector: [
        { reachedStep: 1, ids: ['ann'] },
        { droppedBeforeStep: 1, ids: ['bob'] },
        { stepsReachedIn: [1], ids: ['bob'] },
        { stepsReachedIn: [1, 2], ids: ['ann', 'bob'] },
      ],
    };
    assertPasses(makeCase(AB, expected, { levels: { ann: 2, bob: 1 } }));
  });

  it('fails, with what was expected and what came', () => {
    const wrong: Row[] = [
      { counts: [2, 2] },
      { counts: [2] },
      { avgSeconds: [null, 86_401] },
      { avgSeconds: [null, '(none)'] },
      { convertedIds: [null, ['bob']] },
      { idsBySelector: [{ droppedBeforeStep: 1, ids: ['ann'] }] },
      { idsByBreakdown: [{ value: ['x'], reachedStep: 0, ids: ['ann'] }] },
      { trendLength: 3 },
    ];
    for (const expected of wrong)
      assert.equal(judge(makeCase(AB, expected)).status, 'failed', JSON.stringify(expected));
    assert.deepEqual(judge(makeCase(AB, { counts: [2, 2] })), {
      status: 'failed',
      mismatches: [{ what: 'counts', expected: [2, 2], got: [2, 1] }],
    });
    assert.equal(judge(makeCase(AB, { counts: [2, 1] }, { levels: { ann: 1 } })).status, 'failed');
  });

  it('asserts nothing where there is null', () => {
    assertPasses(makeCase(AB, { counts: [null, 1], convertedIds: null, medianSeconds: [null, null] }));
  });

  it('is skipped with its reason when it is a dialect', () => {
    const dialect = makeCase(AB, { counts: [9, 9] }, { class: 'dialect', classReason: 'a mode of its own' });
    assert.deepEqual(judge(dialect), { status: 'skipped', reason: 'a mode of its own' });
  });

  it('reads every operator, on events and on clients', () => {
    // One event a client; `n` is 5, `text` is "Blue", `flag` is true, nothing else is set. The client's `plan` is "pro".
    const events: Event[] = [['ann', 'a', 1, { n: 5, text: 'Blue', flag: true }]];
    const rest = { clients: [{ id: 'ann', props: { plan: 'pro', n: 7 } }], steps: [{ event: 'a' }] };
    const count = (where: Row[], expected: number) =>
      assertPasses(makeCase(events, { counts: [expected] }, { ...rest, steps: [{ event: 'a', where }] }));
    count([{ key: 'n', operator: 'exact', value: '5' }], 1);
    count([{ key: 'flag', operator: 'exact', value: ['true'] }], 1);
    count([{ key: 'n', operator: 'exact', value: [4, 6] }], 0);
    count([{ key: 'none', operator: 'exact', value: 'x' }], 0);
    count([{ key: 'none', operator: 'is_not', value: 'x' }], 1);
    count([{ key: 'n', operator: 'is_not', value: [4, 5] }], 0);
    count([{ key: 'text', operator: 'icontains', value: 'LU' }], 1);
    count([{ key: 'text', operator: 'not_icontains', value: 'LU' }], 0);
    count([{ key: 'none', operator: 'not_icontains', value: 'x' }], 1);
    count([{ key: 'n', operator: 'gt', value: 5 }], 0);
    count([{ key: 'n', operator: 'gte', value: 5 }], 1);
    count([{ key: 'n', operator: 'lt', value: 5 }], 0);
    count([{ key: 'n', operator: 'lte', value: '5' }], 1);
    count([{ key: 'n', operator: 'is_set' }], 1);
    count([{ key: 'none', operator: 'is_set', value: null }], 0);
    count([{ key: 'none', operator: 'is_not_set', value: null }], 1);
    count([{ key: 'plan', operator: 'exact', value: 'pro', scope: 'client' }], 1);
    count([{ key: 'plan', operator: 'is_set', value: null }], 0);
    count([{ key: 'n', operator: 'gt', value: 6, scope: 'client' }], 1);
  });

  it('lets several conditions on one property hold at once', () => {
    const events: Event[] = [1, 2, 3, 4, 5].map((n) => [`c${n}`, 'a', 1, { n, name: `x${n}` }]);
    const where = [
      { key: 'n', operator: 'gte', value: 2 },
      { key: 'n', operator: 'lte', value: 4 },
      { key: 'n', operator: 'is_not', value: 3 },
      { key: 'n', operator: 'is_not', value: 4 },
      { key: 'name', operator: 'exact', value: ['x1', 'x2', 'x4'] },
      { key: 'name', operator: 'icontains', value: '2' },
    ];
    assertPasses(makeCase(events, { convertedIds: [['c2']] }, { steps: [{ event: 'a', where }] }));
  });

  it('does not take a property for a column with a meaning', () => {
    const events: Event[] = [
      ['ann', 'a', 1, { type: 'b', at: '2020-01-01', person: 'bob', 'person.x': 'y' }],
    ];
    const where = ['type', 'at', 'person', 'person.x'].map((key) => ({
      key,
      operator: 'is_set',
      value: null,
    }));
    const clients = [{ id: 'ann', props: { leadCreatedAt: '2024-01-05', name: 'Ann' } }];
    const rest = { clients, steps: [{ event: 'a', where }, { event: 'lead' }] };
    assertPasses(makeCase(events, { convertedIds: [['ann'], []] }, rest));
  });

  it('matches any event, and any of several', () => {
    const steps = [
      { event: null },
      { anyOf: [{ event: 'b', where: [{ key: 'k', operator: 'exact', value: 1 }] }, { event: 'c' }] },
    ];
    const events: Event[] = [
      ['ann', 'x', 1],
      ['ann', 'b', 2, { k: 1 }],
      ['bob', 'x', 1],
      ['bob', 'b', 2, { k: 2 }],
      ['cy', 'b', 1],
      ['cy', 'c', 2],
    ];
    assertPasses(
      makeCase(
        events,
        {
          convertedIds: [
            ['ann', 'bob', 'cy'],
            ['ann', 'cy'],
          ],
        },
        { steps },
      ),
    );
  });

  it('keeps every step in the range, and the exclusion too', () => {
    const events: Event[] = [
      ['ann', 'a', 1],
      ['ann', 'b', 9],
      ['bob', 'a', 2],
      ['bob', 'x', 3],
      ['bob', 'b', 4],
      ['cy', 'a', 4],
      ['cy', 'x', 6],
    ];
    const range = { from: '2024-01-01T12:00:00.000Z', to: '2024-01-05T23:59:59.999Z' };
    const semantics = { order: 'sequential', exclusions: [{ event: 'x', fromStep: 0, toStep: 1 }] };
    // bob is out of the whole funnel; the x of cy lies after the range.
    assertPasses(makeCase(events, { convertedIds: [['ann', 'cy'], []] }, { range, semantics }));
  });

  it('knows the very first of a kind: by name, by a labelled definition, under the filters', () => {
    const events: Event[] = [
      ['ann', 'a', 1, { k: 'no', site: 1 }],
      ['ann', 'a', 10, { k: 'yes', site: 1 }],
      ['bob', 'a', 2, { k: 'yes', site: 2 }],
      ['bob', 'a', 11, { k: 'yes', site: 1 }],
    ];
    const range = { from: '2024-01-05T00:00:00Z', to: null };
    const where = [{ key: 'k', operator: 'exact', value: 'yes' }];
    const converted = (step: Row, ids: string[], rest: Row = {}) =>
      assertPasses(
        makeCase(
          events,
          { convertedIds: [ids] },
          { range, steps: [{ event: 'a', firstTimeForClient: true, ...step }], ...rest },
        ),
      );
    // By name: both did an `a` before the range.
    converted({}, []);
    converted({ where }, []);
    // By definition "a with k yes": that of ann lies in the range.
    converted({ where, label: 'yes' }, ['ann']);
    // With only site 1 in existence, bob's first lies in the range as well.
    const filters = [{ key: 'site', operator: 'exact', value: 1 }];
    converted({ where, label: 'yes' }, ['ann', 'bob'], { filters });
    // A labelled kind does not hide its events from another step.
    const steps = [{ event: 'a' }, { event: 'a', where, label: 'yes', firstTimeForClient: true }];
    // ann's "yes" follows her other event; bob's is his first event, and an event fills one step only.
    assertPasses(makeCase(events, { convertedIds: [['ann', 'bob'], ['ann']] }, { steps }));
  });

  it('divides by pairs of properties, and by all events', () => {
    const events: Event[] = [
      ['ann', 'a', 1, { os: 'x', lang: 'fr' }],
      ['ann', 'b', 2, { os: 'y', lang: 'fr' }],
      ['bob', 'a', 1, { os: 'x' }],
      ['bob', 'b', 2, { os: 'x' }],
    ];
    const pairs = [
      { value: ['x', 'fr'], counts: [1, 1], convertedIds: [['ann'], ['ann']] },
      { value: ['x', ''], counts: [1, 1], convertedIds: [['bob'], ['bob']] },
    ];
    const byPair = { keys: ['os', 'lang'], scope: 'event', attribution: 'first_touch' };
    assertPasses(makeCase(events, { breakdown: pairs, breakdownComplete: true }, { breakdown: byPair }));
    const byEvent = { keys: ['os'], scope: 'event', attribution: 'all_events' };
    const funnels = [{ value: ['x'], counts: [2, 1] }];
    assertPasses(makeCase(events, { breakdown: funnels }, { breakdown: byEvent }));
    const missing = makeCase(events, { breakdown: funnels, breakdownComplete: true }, { breakdown: byPair });
    assert.equal(judge(missing).status, 'failed');
  });

  it('counts weeks from Sunday', () => {
    // 7 January 2024 is a Sunday: the 6th belongs to the week of 31 December.
    const events: Event[] = [
      ['ann', 'a', 6],
      ['ann', 'b', 8],
      ['bob', 'a', 7],
    ];
    const rest = { kind: 'trends', trend: { interval: 'week', fromStep: 0, toStep: 1 } };
    const trend = [
      { period: '2023-12-31T00:00:00Z', reachedFrom: 1, reachedTo: 1, rate: 100 },
      { period: '2024-01-07T00:00:00Z', reachedFrom: 1, reachedTo: 0, rate: 0 },
    ];
    assertPasses(makeCase(events, { trend, trendLength: 2 }, rest));
  });

  it('makes the bins that are asked for', () => {
    // 1 day and 3 days: 2 bins of a day from 86400; three are listed.
    const events: Event[] = [...AB, ['bob', 'b', 4]];
    const rest = { kind: 'timeToConvert', timeToConvert: { fromStep: 0, toStep: 1, binCount: 2 } };
    const bins = [
      [86_400, 1],
      [172_800, 0],
      [259_200, 1],
    ];
    assertPasses(makeCase(events, { bins, avgSeconds: 172_800 }, rest));
  });
});

describe('a case file', () => {
  it('is refused when it is not of the form', () => {
    assert.throws(() => parseCaseFile('{"cases": [', 'x.json'), CaseFileError);
    assert.throws(() => parseCaseFile('{"steps": []}', 'x.json'), /x\.json: no "cases" array/);
    assert.throws(() => parseCaseFile('{"cases": []}', 'x.json'), CaseFileError);
  });

  it('names the mistake of a malformed case, and goes on with the others', () => {
    const fault = (rest: Row) => {
      const [broken, sound] = parseCaseFile(
        JSON.stringify({ cases: [makeCase(AB, {}, rest), makeCase(AB, { counts: [2, 1] })] }),
        'x.json',
      );
      assert.ok(sound && 'parsed' in sound);
      return broken && 'fault' in broken ? broken.fault : 'none';
    };
    assert.match(
      fault({ steps: [{ event: 'a', where: [{ key: 'k', operator: 'like' }] }] }),
      /steps\.0\.where\.0\.operator/,
    );
    assert.match(fault({ steps: [{}] }), /steps\.0: a step has either event or anyOf/);
    assert.match(
      fault({ events: [{ client: 'ann', event: 'a', ts: 'soon' }] }),
      /events\.0\.ts: not an instant/,
    );
    assert.match(fault({ expected: { count: [1] } }), /expected\.count/);
    assert.match(fault({ semantics: { order: 'sequential', session: 1 } }), /semantics\.session/);
    assert.match(
      fault({ semantics: { order: 'strict', exclusions: [{ event: 'x', fromStep: 0, toStep: 2 }] } }),
      /semantics\.exclusions\.0\.toStep: there is no step 2/,
    );
  });
});

describe('npm run conformance', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  after(() => rmSync(folder, { recursive: true }));

  const start = (path: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/conformance.ts', path], {
      cwd: root,
      encoding: 'utf8',
    });

  function run(cases: Row[]) {
    writeFileSync(join(folder, 'own.json'), JSON.stringify({ cases }));
    return start(folder);
  }

  it('runs a folder, ends with the counts, and fails with the failures', () => {
    const dialect = makeCase(AB, {}, { id: 'own-3', class: 'dialect', classReason: 'a mode of its own' });
    const { status, stdout } = run([
      makeCase(AB, { counts: [2, 1] }),
      makeCase(AB, { counts: [2, 2] }),
      dialect,
    ]);
    assert.equal(stdout.trimEnd().split('\n').at(-1), '1 passed, 1 failed, 1 skipped');
    assert.match(stdout, /expected \[2,2\]\n\s+got +\[2,1\]/);
    assert.match(stdout, /own-3.*skipped, a mode of its own/);
    assert.equal(status, 1);
  });

  it('succeeds when nothing failed, and says when there is nothing to run', () => {
    assert.equal(run([makeCase(AB, { counts: [2, 1] })]).status, 0);
    const missing = start(join(folder, 'none'));
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /no such file or folder/);
  });
});
