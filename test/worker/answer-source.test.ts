import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createFetchedSource } from '../../src/data/fetched-source.ts';
import { createFinishedSource } from '../../src/data/finished-source.ts';
import { LazySource } from '../../src/data/lazy-source.ts';
import type { Source } from '../../src/data/source.ts';
import { FunnelwheelError } from '../../src/engine/error.ts';
import type { Dataset, FunnelDefinition } from '../../src/engine/schema/index.ts';
import { createAnswerSource } from '../../src/worker/answer-source.ts';
import { createDatasetSource, type DatasetSourceOptions } from '../../src/worker/dataset-source.ts';
import { EngineClient } from '../../src/worker/engine-client.ts';

const signal = new AbortController().signal;
const funnel: FunnelDefinition = { id: 'leads', steps: [{ id: 'lead', event: 'lead' }] };
const events = [{ person: 1, type: 'lead', at: '2026-01-01T10:00:00Z' }];

/** The checks of an element whose result is `{rate}`. */
function parseRate(value: unknown): { rate: number } {
  const rate = (value as { rate?: unknown } | null)?.rate;
  if (typeof rate === 'number') return { rate };
  throw new FunnelwheelError('invalid-result', 'rate: not a number', { path: 'rate', value: rate });
}

const loadParse = () => Promise.resolve(parseRate);

describe('the source of an element with one question', () => {
  /** Counts the leads; notes what it was asked. */
  function open(options: DatasetSourceOptions) {
    const nows: (number | undefined)[] = [];
    const source = createAnswerSource<{ scale: number }, number>(
      options,
      async ({ client, handle, request, now }, ask) => {
        nows.push(now);
        const result = await client.ask(handle, 'compute', [funnel, {}], ask);
        return (result.steps[0]?.converted ?? 0) * request.scale;
      },
    );
    return { source, nows };
  }

  it('answers a request by a question of the engine', async () => {
    const data: Dataset = { timeZone: 'UTC', asOf: '2026-02-01T00:00:00Z', events };
    const { source, nows } = open({ data, client: new EngineClient() });
    assert.equal(await source.load({ scale: 3 }, { signal }), 3);
    assert.equal(await source.load({ scale: 5 }, { signal }), 5);
    assert.equal(source.summary?.events, 1);
    assert.deepEqual(nows, [undefined, undefined], 'the data says what now is');
    source.release?.();
    assert.equal(source.summary, undefined);
  });

  it('takes the clock where the data does not say what now is', async () => {
    const { source, nows } = open({
      data: { timeZone: 'UTC', events },
      client: new EngineClient(),
      clock: () => 7,
    });
    await source.load({ scale: 1 }, { signal });
    assert.deepEqual(nows, [7]);
    source.release?.();
  });

  it('shares the load of the very same data with other elements, until the last gives it back', async () => {
    const client = new EngineClient();
    const data: Dataset = { timeZone: 'UTC', asOf: '2026-02-01T00:00:00Z', events };
    const { source } = open({ data, client });
    const chart = createDatasetSource({ data, client });
    await Promise.all([
      source.load({ scale: 1 }, { signal }),
      chart.load({ funnel, options: {} }, { signal }),
    ]);
    assert.equal(source.summary, chart.summary);
    source.release?.();
    assert.equal(client.place, 'same-thread', 'the chart still needs it');
    chart.release?.();
    assert.equal(client.place, undefined);
  });
});

describe('a finished result of any element', () => {
  it('handed over is checked with each load', async () => {
    const load = (result: unknown) => createFinishedSource({ result, loadParse }).load({}, { signal });
    assert.deepEqual(await load({ rate: 0.4, more: 1 }), { rate: 0.4 });
    await assert.rejects(load({ rate: '40 %' }), { code: 'invalid-result', path: 'rate', value: '40 %' });
  });

  it('by address is asked for with the query of its request', async () => {
    const asked: string[] = [];
    const source = createFetchedSource({
      src: 'https://studio.example/rate?tenant=7',
      loadParse,
      toQuery: ({ days }: { days: number }) => new URLSearchParams({ days: String(days) }),
      fetch: (url) => {
        asked.push(String(url));
        return Promise.resolve(Response.json(asked.length === 1 ? { rate: 0.4 } : {}));
      },
    });
    assert.deepEqual(await source.load({ days: 14 }, { signal }), { rate: 0.4 });
    assert.deepEqual(asked, ['https://studio.example/rate?tenant=7&days=14']);
    await assert.rejects(source.load({ days: 30 }, { signal }), { code: 'invalid-result', path: 'rate' });
  });

  it('is refused where what checks it does not come, and checked with the next load', async () => {
    let asked = 0;
    const source = createFinishedSource({
      result: { rate: 0.4 },
      loadParse: () =>
        (asked += 1) === 1 ? Promise.reject(new FunnelwheelError('network', 'no check')) : loadParse(),
    });
    await assert.rejects(source.load({}, { signal }), { code: 'network' });
    assert.deepEqual(await source.load({}, { signal }), { rate: 0.4 });
  });

  it('is fetched while its check comes; of two that do not come the answer is told', async () => {
    const order: string[] = [];
    let status = 200;
    const source = createFetchedSource({
      src: 'https://studio.example/rate',
      loadParse: () => {
        order.push('check');
        return status === 200 ? loadParse() : Promise.reject(new FunnelwheelError('network', 'no check'));
      },
      toQuery: () => new URLSearchParams(),
      fetch: () => {
        order.push('answer');
        return Promise.resolve(Response.json({ rate: 0.4 }, { status }));
      },
    });
    await source.load({}, { signal });
    assert.deepEqual(order, ['check', 'answer']);
    status = 403;
    await assert.rejects(source.load({}, { signal }), { code: 'forbidden' });
  });
});

describe('a source whose code comes later', () => {
  const open = (): Promise<Source<unknown, number>> =>
    Promise.resolve({ kind: 'result', load: () => Promise.resolve(1) });

  it('is opened once, by the first question', async () => {
    let opened = 0;
    const source = new LazySource('result', () => ((opened += 1), open()));
    assert.equal(opened, 0);
    await Promise.all([source.load({}, { signal }), source.load({}, { signal })]);
    assert.equal(opened, 1);
  });

  it('is opened anew where its code did not come', async () => {
    let opened = 0;
    const source = new LazySource<unknown, number>('result', () =>
      (opened += 1) === 1 ? Promise.reject(new FunnelwheelError('network', 'no code')) : open(),
    );
    await assert.rejects(source.load({}, { signal }), { code: 'network' });
    assert.equal(await source.load({}, { signal }), 1);
  });

  it('begins nothing for whoever has given up meanwhile', async () => {
    let loads = 0;
    const source = new LazySource<unknown, number>('src', () =>
      Promise.resolve({ kind: 'src', load: () => Promise.resolve((loads += 1)) }),
    );
    const stop = new AbortController();
    const loaded = source.load({}, { signal: stop.signal });
    stop.abort();
    await assert.rejects(loaded, { name: 'AbortError' });
    assert.equal(loads, 0);
  });
});
