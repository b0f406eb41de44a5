import { expect } from '@open-wc/testing';
import '../../src/define/funnel-chart.ts';
import '../../src/define/lifecycle-wheel.ts';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import type { LifecycleWheel } from '../../src/elements/lifecycle-wheel/lifecycle-wheel.ts';
import type { LoadProgress } from '../../src/data/ask-options.ts';
import type { Dataset, FunnelDefinition } from '../../src/engine/schema/index.ts';
import { createDatasetSource } from '../../src/worker/dataset-source.ts';
import { EngineClient } from '../../src/worker/engine-client.ts';
import { startInlineWorker, startSameThread, startWorkerAt } from '../../src/worker/engine-port.ts';
import { DOORS, makeEvents, toCsv } from '../support/studio-files.ts';

const { signal } = new AbortController();
const funnel: FunnelDefinition = {
  id: 'doors',
  steps: [
    { id: 'lead', event: 'lead' },
    { id: 'visit', event: 'check-in', when: 'afterEntry', value: 'amount' },
  ],
};
const base = { timeZone: 'Europe/Paris', asOf: '2026-09-01' };
/** The server of the tests translates and builds what is first asked for, which may take long. */
const patient = { readyTimeout: 60_000 };

describe('every door, in a browser', function () {
  this.timeout(120_000);
  const events = makeEvents(400);

  async function countsOf(data: Dataset, client: EngineClient) {
    const source = createDatasetSource({ data, client });
    const { steps } = await source.load({ funnel, options: {} }, { signal });
    source.release?.();
    return steps.map(({ count, value }) => [count, value]);
  }

  for (const [place, start] of Object.entries({
    'the bundled worker': startInlineWorker,
    'the built worker file': startWorkerAt('/dist/cdn/worker.js'),
    'the same thread': startSameThread,
  })) {
    it(`comes to the same in ${place}, its readers loaded by address`, async () => {
      const client = new EngineClient({ starters: [start], ...patient });
      const expected = await countsOf({ ...base, events: events.map((event) => ({ ...event })) }, client);
      for (const name of [
        'NDJSON, gzipped, as a stream',
        'CSV, gzipped, as bytes',
        'Arrow, as a stream',
        'Parquet, gzipped, as a stream',
      ])
        expect(await countsOf({ ...base, events: await DOORS[name]!(events) }, client), name).to.deep.equal(
          expected,
        );
    });
  }

  it('tells its progress in bytes and rows, and is given up on the way', async () => {
    const client = new EngineClient({ starters: [startInlineWorker], ...patient });
    const lines = toCsv(makeEvents(30_000)).split('\n');
    const text = [lines[0], ...Array.from({ length: 5 }, () => lines.slice(1)).flat()].join('\n');
    const file = new File([text], 'long.csv');
    const data = { ...base, events: { file } };
    const told: LoadProgress[] = [];
    const whole = createDatasetSource({ data, client });
    await whole.load({ funnel, options: {} }, { signal, onProgress: (progress) => told.push(progress) });
    whole.release?.();
    const read = told.filter(({ phase, loaded }) => phase === 'read' && loaded !== undefined);
    expect(read.at(-1)).to.deep.include({ table: 'long.csv', loaded: file.size, total: file.size });
    expect(read.at(-1)?.rows, 'rows so far').to.be.greaterThan(10_000);
    expect(told.at(-1)?.phase).to.equal('index');

    const stop = new AbortController();
    const source = createDatasetSource({ data: { ...data }, client });
    const seen: LoadProgress[] = [];
    const loaded = source.load(
      { funnel, options: {} },
      {
        signal: stop.signal,
        onProgress: (progress) => {
          seen.push(progress);
          if (progress.loaded !== undefined) stop.abort();
        },
      },
    );
    const error: unknown = await loaded.catch((reason: unknown) => reason);
    expect((error as DOMException).name).to.equal('AbortError');
    expect(
      seen.some(({ phase }) => phase === 'index'),
      'nothing was built',
    ).to.equal(false);
  });
});

describe('elements that were given the same data', function () {
  this.timeout(120_000);

  it('show what is appended and who is removed, each after one load', async () => {
    const event = (person: string, type: string, at: string) => ({ person, type, at });
    const data: Dataset = {
      ...base,
      events: [
        event('a', 'lead', '2026-03-01'),
        event('b', 'lead', '2026-03-02'),
        event('a', 'check-in', '2026-03-03'),
      ],
    };
    const chart = document.createElement('funnel-chart') as FunnelChart;
    const wheel = document.createElement('lifecycle-wheel') as LifecycleWheel;
    chart.definition = funnel;
    wheel.model = 'lifecycle';
    let charts = 0;
    let wheels = 0;
    chart.addEventListener('funnel-load', () => (charts += 1));
    wheel.addEventListener('wheel-load', () => (wheels += 1));
    chart.data = wheel.data = data;
    document.body.append(chart, wheel);
    const settled = async (count: number) => {
      while (charts < count || wheels < count) await new Promise((resolve) => setTimeout(resolve, 20));
      // Whatever would load once too often has had its turn by then.
      await new Promise((resolve) => setTimeout(resolve, 200));
    };
    const countsOf = () => chart.result?.steps.map(({ count }) => count);
    await settled(1);
    expect(countsOf()).to.deep.equal([2, 1]);

    await wheel.appendData({
      events: [event('b', 'check-in', '2026-03-05'), event('c', 'lead', '2026-03-06')],
    });
    await settled(2);
    expect(countsOf()).to.deep.equal([3, 2]);
    await chart.removePeople(['a']);
    await settled(3);
    expect(countsOf()).to.deep.equal([2, 1]);
    expect([charts, wheels]).to.deep.equal([3, 3]);

    chart.refresh();
    while (charts < 4) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(countsOf(), 'as the host has it').to.deep.equal([2, 1]);
    chart.remove();
    wheel.remove();
  });

  it('without a dataset say that there is none', async () => {
    const chart = document.createElement('funnel-chart') as FunnelChart;
    document.body.append(chart);
    chart.result = { steps: [{ name: 'A', count: 1 }] } as never;
    const error: unknown = await chart.removePeople([1]).catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'not-configured' });
    chart.remove();
  });
});
