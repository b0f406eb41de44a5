import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { LoadProgress } from '../../src/data/funnel-source.ts';
import type { Dataset, FunnelDefinition } from '../../src/engine/schema/index.ts';
import { createDatasetSource, type DatasetSourceOptions } from '../../src/worker/dataset-source.ts';
import { EngineClient } from '../../src/worker/engine-client.ts';
import type { FromEngine, ToEngine } from '../../src/worker/protocol.ts';
import { EngineRunner } from '../../src/worker/engine-runner.ts';
import { startBehindPort } from './port-starter.ts';

const signal = new AbortController().signal;
const file = (name: string, text: string) => new File([text], name);

const funnel: FunnelDefinition = {
  id: 'lead-to-visit',
  steps: [
    { id: 'lead', event: 'lead' },
    { id: 'visit', event: 'visit', when: 'afterEntry' },
  ],
};

// Ana visits after her lead, Bo never, Cy before his.
const data: Dataset = {
  timeZone: 'Europe/Paris',
  asOf: '2026-03-01T00:00:00Z',
  people: [
    { id: 'ana', name: 'Ana' },
    { id: 'bo', name: 'Bo' },
    { id: 'cy', name: 'Cy' },
  ],
  events: [
    { person: 'ana', type: 'lead', at: '2026-01-01' },
    { person: 'ana', type: 'visit', at: '2026-01-05' },
    { person: 'bo', type: 'lead', at: '2026-01-02' },
    { person: 'cy', type: 'visit', at: '2026-01-01' },
    { person: 'cy', type: 'lead', at: '2026-01-03' },
  ],
};

function setUp(options: Partial<DatasetSourceOptions> = {}) {
  const client = new EngineClient({ starters: [startBehindPort] });
  return { client, source: createDatasetSource({ data, client, ...options }) };
}

const counts = (result: { steps: { count?: number | null }[] }) => result.steps.map((step) => step.count);

describe('a dataset, computed behind a port', () => {
  it('gives counts, people, ids and explanations of the same run', async () => {
    const { source } = setUp();
    const result = await source.load({ funnel, options: {} }, { signal });
    assert.deepEqual(counts(result), [3, 1]);
    const segment = { step: 'visit', outcome: 'converted' };
    const page = await source.people?.(segment, {}, { signal });
    assert.deepEqual(
      page?.people.map((person) => person.name),
      ['Ana'],
    );
    const ids: unknown[] = [];
    for await (const some of source.ids?.(segment, {}, { signal }) ?? []) ids.push(...some);
    assert.deepEqual(ids, ['ana']);
    assert.ok(await source.explain?.('bo', { signal }));
    source.release?.();
  });

  it('says what it holds', async () => {
    const { source } = setUp();
    const held = () => source.summary;
    assert.equal(held(), undefined);
    await source.load({ funnel, options: {} }, { signal });
    assert.deepEqual([held()?.people, held()?.events, held()?.types], [3, 5, { lead: 3, visit: 2 }]);
    source.release?.();
    assert.equal(held(), undefined);
  });

  it('refuses an unknown funnel, a wrong definition and no funnel at all', async () => {
    const { source } = setUp();
    await assert.rejects(source.load({ funnel: 'no-such-funnel', options: {} }, { signal }), {
      code: 'unknown-funnel',
    });
    await assert.rejects(source.load({ funnel: { id: 'x', steps: [] }, options: {} }, { signal }), {
      code: 'invalid-definition',
      path: 'steps',
    });
    await assert.rejects(source.load({ options: {} }, { signal }), {
      code: 'not-configured',
      path: 'funnel',
    });
    source.release?.();
  });

  it('takes now from the request, else the dataset, else the clock', async () => {
    const asked: unknown[] = [];
    const client = new EngineClient({ starters: [startBehindPort] });
    const compute = client.compute.bind(client);
    client.compute = (handle, definition, options, ask) => {
      asked.push(options.now);
      return compute(handle, definition, options, ask);
    };
    const clock = () => 1_800_000_000_000;
    const { asOf: _, ...undated } = data;
    const dated = createDatasetSource({ data, client, clock });
    await dated.load({ funnel, options: { now: '2026-02-01' } }, { signal });
    await dated.load({ funnel, options: {} }, { signal });
    const last = createDatasetSource({ data: undated, client, clock });
    await last.load({ funnel, options: {} }, { signal });
    assert.deepEqual(asked, ['2026-02-01', undefined, 1_800_000_000_000]);
    dated.release?.();
    last.release?.();
  });

  it('loads the data of two sources once, and frees it with the second', async () => {
    const { client, source } = setUp();
    const other = createDatasetSource({ data, client });
    const loads: unknown[] = [];
    const load = client.load.bind(client);
    client.load = (request, options) => (loads.push(request), load(request, options));
    await Promise.all([
      source.load({ funnel, options: {} }, { signal }),
      other.load({ funnel, options: {} }, { signal }),
    ]);
    assert.equal(loads.length, 1);
    source.release?.();
    assert.deepEqual(counts(await other.load({ funnel, options: {} }, { signal })), [3, 1]);
    other.release?.();
    assert.equal(client.place, undefined);
    await source.load({ funnel, options: {} }, { signal });
    assert.equal(loads.length, 2, 'released, it can be used again');
    source.release?.();
  });

  it('goes on loading when a newer question takes the place of the older', async () => {
    const { client, source } = setUp();
    const abort = new AbortController();
    const older = source.load({ funnel, options: {} }, { signal: abort.signal });
    abort.abort();
    const newer = source.load({ funnel, options: { range: { from: '2026-01-02' } } }, { signal });
    await assert.rejects(older, { name: 'AbortError' });
    await newer;
    const load = client.load.bind(client);
    let loads = 0;
    client.load = (request, options) => ((loads += 1), load(request, options));
    await source.load({ funnel, options: {} }, { signal });
    assert.equal(loads, 0);
    source.release?.();
  });

  it('tries a load that failed anew', async () => {
    let attempts = 0;
    const fetch = (() => {
      attempts += 1;
      return Promise.resolve(
        attempts === 1
          ? new Response('', { status: 403 })
          : new Response(JSON.stringify(data), { headers: { 'content-type': 'application/json' } }),
      );
    }) as typeof globalThis.fetch;
    const client = new EngineClient({ starters: [startBehindPort] });
    const source = createDatasetSource({ src: 'https://studio.example/export.json', client, fetch });
    await assert.rejects(source.load({ funnel, options: {} }, { signal }), {
      code: 'forbidden',
      status: 403,
    });
    assert.deepEqual(counts(await source.load({ funnel, options: {} }, { signal })), [3, 1]);
    source.release?.();
  });
});

describe('a dataset by address', () => {
  const serve = (files: Record<string, string>) => {
    const asked: string[] = [];
    const fetch = ((url: string) => {
      asked.push(url);
      return Promise.resolve(new Response(files[url] ?? '', { status: url in files ? 200 : 404 }));
    }) as typeof globalThis.fetch;
    return { fetch, asked, client: new EngineClient({ starters: [startBehindPort] }) };
  };

  it('may name further files, relative to itself', async () => {
    const { asked, ...options } = serve({
      'https://studio.example/export/studio.json': JSON.stringify({
        timeZone: 'UTC',
        asOf: '2026-03-01',
        people: { file: 'clients.csv' },
        events: { file: '/log/events.csv' },
      }),
      'https://studio.example/export/clients.csv': 'client_id,nom\na,Ana\nb,Bo\n',
      'https://studio.example/log/events.csv':
        'client_id,event,date\na,lead,2026-01-01\nb,lead,2026-01-01\na,visit,2026-01-02\n',
    });
    const heard: LoadProgress[] = [];
    const source = createDatasetSource({ src: 'https://studio.example/export/studio.json', ...options });
    const result = await source.load(
      { funnel, options: {} },
      { signal, onProgress: (progress) => heard.push(progress) },
    );
    assert.deepEqual(counts(result), [2, 1]);
    assert.equal(asked.length, 3);
    assert.deepEqual([...new Set(heard.map((progress) => progress.phase))], ['read', 'fetch', 'index']);
    source.release?.();
  });

  it('may be a CSV of events, when the host says the time zone', async () => {
    const { asked: _, ...options } = serve({
      'https://studio.example/e.csv': 'client_id,event,date\na,lead,2026-01-01\n',
    });
    const src = 'https://studio.example/e.csv';
    const source = createDatasetSource({ src, ...options, defaults: { timeZone: 'Europe/Paris' } });
    assert.deepEqual(counts(await source.load({ funnel, options: {} }, { signal })), [1, 0]);
    source.release?.();
    const zoneless = createDatasetSource({ src, ...options }).load({ funnel, options: {} }, { signal });
    await assert.rejects(zoneless, { code: 'invalid-dataset', path: 'timeZone' });
  });

  it('that is not there fails with its status', async () => {
    const { asked: _, ...options } = serve({});
    const source = createDatasetSource({ src: 'https://studio.example/x.json', ...options });
    await assert.rejects(source.load({ funnel, options: {} }, { signal }), { code: 'http', status: 404 });
  });
});

describe('rows that cannot be used', () => {
  it('are counted and told with line and reason, those of the file and those of the store in one list', async () => {
    const text = [
      'client_id,event,date',
      'a,lead,2026-01-01',
      'a,lead', // line 3
      ',lead,2026-01-01', // line 4
      'a,lead,yesterday', // line 5
      'a,le"ad,2026-01-01,x,y', // line 6
      'b,lead,', // line 7
      'b,lead,2026-01-02',
    ].join('\n');
    const { source } = setUp({
      data: { timeZone: 'UTC', asOf: '2026-02-01', events: { file: file('e.csv', text) } },
    });
    await source.load({ funnel, options: {} }, { signal });
    const rejected = source.summary?.rejected;
    assert.equal(rejected?.count, 5);
    assert.deepEqual(
      rejected.rows.map(({ table, line, code, value, reason }) => [table, line, code, value ?? reason]),
      [
        ['e.csv', 3, 'malformed', 'too-few-fields'],
        ['e.csv', 4, 'missing-person', undefined],
        ['e.csv', 5, 'invalid-date', 'yesterday'],
        ['e.csv', 6, 'malformed', 'too-many-fields'],
        ['e.csv', 7, 'missing-date', undefined],
      ],
    );
    source.release?.();
  });

  it('quote a date as it stands in the file', async () => {
    const text = 'client_id,event,date\na,lead,25/01/2026\na,lead,31/02/2026\n';
    const { source } = setUp({
      data: { timeZone: 'UTC', asOf: '2026-02-01', events: { file: file('e.csv', text) } },
    });
    await source.load({ funnel, options: {} }, { signal });
    const row = source.summary?.rejected.rows[0];
    assert.deepEqual([row?.line, row?.code, row?.value], [3, 'invalid-date', '31/02/2026']);
    source.release?.();
  });

  it('are all counted, and the first hundred kept', async () => {
    const text = `client_id,event,date\na,lead,2026-01-01\n${'a,lead\n'.repeat(90)}${'a,lead,soon\n'.repeat(90)}`;
    const { source } = setUp({
      data: { timeZone: 'UTC', asOf: '2026-02-01', events: { file: file('e.csv', text) } },
    });
    await source.load({ funnel, options: {} }, { signal });
    assert.equal(source.summary?.rejected.count, 180);
    assert.equal(source.summary?.rejected.rows.length, 100);
    assert.equal(source.summary?.rejected.rows[99]?.line, 102);
    source.release?.();
  });

  it('that are all there is are an error', async () => {
    const { source } = setUp({
      data: { timeZone: 'UTC', events: { file: file('e.csv', 'client_id,event,date\n,lead,2026-01-01\n') } },
    });
    await assert.rejects(source.load({ funnel, options: {} }, { signal }), {
      code: 'no-usable-rows',
      path: 'e.csv',
    });
  });
});

describe('the runner', () => {
  it('does not start what was cancelled while something else ran', async () => {
    const said: FromEngine[] = [];
    const runner = new EngineRunner((message) => said.push(message));
    const ask = (seq: number): ToEngine => ({
      kind: 'ask',
      seq,
      dataset: 1,
      question: { method: 'compute', args: [funnel, {}] },
    });
    runner.receive({
      kind: 'load',
      seq: 1,
      dataset: 1,
      packed: { file: file('d.json', JSON.stringify(data)), name: 'd', defaults: {} },
      changes: [],
      readers: { arrow: '', parquet: '' },
    });
    for (const seq of [2, 3, 4]) runner.receive(ask(seq));
    runner.receive({ kind: 'cancel', seq: 3 });
    while (!said.some((message) => 'seq' in message && message.seq === 4))
      await new Promise((resolve) => setTimeout(resolve, 5));
    const done = said.filter((message) => message.kind === 'done').map((message) => message.seq);
    assert.deepEqual(done, [1, 2, 4]);
  });

  it('tells whoever asks why a dataset could not be loaded', async () => {
    const said: FromEngine[] = [];
    const runner = new EngineRunner((message) => said.push(message));
    runner.receive({
      kind: 'load',
      seq: 1,
      dataset: 1,
      packed: { file: file('d.json', '{'), name: 'd.json', defaults: {} },
      changes: [],
      readers: { arrow: '', parquet: '' },
    });
    runner.receive({ kind: 'ask', seq: 2, dataset: 1, question: { method: 'compute', args: [funnel, {}] } });
    while (said.filter((message) => message.kind === 'failed').length < 2)
      await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(
      said.flatMap((message) => (message.kind === 'failed' ? message.error.code : [])),
      ['not-json', 'not-json'],
    );
  });
});

const folder = new URL('../../../shared/data/datasets/musclehub/', import.meta.url);
const skip = existsSync(folder) ? false : 'the datasets of ../shared are not here';

it('MuscleHub gives its published figures, from its files to the result', { skip }, async () => {
  const read = (name: string) => ({ file: file(name, readFileSync(new URL(name, folder), 'utf8')) });
  const musclehub: Dataset = {
    timeZone: 'America/New_York',
    asOf: '2018-01-01',
    people: read('clients.csv'),
    events: read('events.csv'),
  };
  const steps: FunnelDefinition = {
    id: 'musclehub',
    steps: [
      { id: 'visit', event: 'visit', when: 'inRange' },
      { id: 'application', event: 'application' },
      { id: 'purchase', event: 'purchase' },
    ],
  };
  const { source } = setUp({ data: musclehub });
  const since = await source.load({ funnel: steps, options: { range: { from: '2017-07-01' } } }, { signal });
  assert.deepEqual(counts(since), [4998, 575, 450]);
  assert.deepEqual(counts(await source.load({ funnel: steps, options: {} }, { signal })), [5997, 575, 450]);
  assert.equal(source.summary?.rejected.count, 0);
  source.release?.();
});
