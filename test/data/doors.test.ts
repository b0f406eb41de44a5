import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Dataset, FunnelDefinition } from '../../src/engine/schema/index.ts';
import { readTable } from '../../src/data/readers/read-table.ts';
import type { ReaderUrls } from '../../src/data/reader-files.ts';
import { toStoreInput } from '../../src/data/to-store-input.ts';
import { EngineClient } from '../../src/worker/engine-client.ts';
import { startSameThread } from '../../src/worker/engine-port.ts';
import { createDatasetSource } from '../../src/worker/dataset-source.ts';
import { startBehindPort } from '../worker/port-starter.ts';
import { listCells, listColumns } from '../support/cells.ts';
import { DOORS, makeEvents, toArrow, toCsv, toParquet } from '../support/studio-files.ts';

const readersUrl = new URL('../../src/formats/', import.meta.url).href;
const readers: ReaderUrls = {
  arrow: new URL('arrow.ts', readersUrl).href,
  parquet: new URL('parquet.ts', readersUrl).href,
};
const { signal } = new AbortController();
const funnel: FunnelDefinition = {
  id: 'doors',
  steps: [
    { id: 'lead', event: 'lead' },
    { id: 'intro', event: 'purchase', where: { intro: true }, when: 'afterEntry', value: 'amount' },
    { id: 'visit', event: ['booking', 'check-in'], where: { mood: { exists: true } }, when: 'afterEntry' },
  ],
};

/** What is computed of a dataset: result, people, summary. */
async function compute(data: Dataset, start = startSameThread) {
  const client = new EngineClient({ starters: [start] });
  const source = createDatasetSource({ data, client, readersUrl });
  const result = await source.load({ funnel, options: {} }, { signal });
  const people = await source.people!({ step: 'visit', outcome: 'converted' }, { limit: 1000 }, { signal });
  const { notices: _, rejected, ...summary } = source.summary!;
  source.release?.();
  // Lines are the format's own, and so is the name of the table.
  const rows = rejected.rows.map(({ row, code, column }) => ({ row, code, column }));
  return { result, people, summary, rejected: { count: rejected.count, rows } };
}

describe('every door', () => {
  const events = makeEvents(1200);
  const people = Array.from({ length: 150 }, (_, id) => ({
    id: `p${id}`,
    source: ['web', 'walk-in'][id % 2],
  }));
  const base = { timeZone: 'Europe/Paris', asOf: '2026-09-01', people };
  const expected = compute({ ...base, events: events.map((event) => ({ ...event })) });

  for (const [name, open] of Object.entries(DOORS)) {
    it(`comes to the same: ${name}`, async () => {
      const { result, people: list, summary, rejected } = await expected;
      assert.ok((result.steps[2]?.count ?? 0) > 5, 'there is something to compare');
      assert.ok(rejected.count > 10, 'and something that is left out');
      for (const start of [startSameThread, startBehindPort]) {
        const own = await compute({ ...base, events: await open(events) }, start);
        assert.deepEqual(own.rejected, rejected);
        assert.deepEqual(own.summary, summary);
        assert.deepEqual(own.result, result);
        assert.deepEqual(own.people, list);
      }
    });
  }

  it('stands open several at once, each table in a format of its own', async () => {
    const only = (type: string) => events.filter((event) => event.type === type);
    const tables = {
      lead: { file: new Blob([toCsv(only('lead'))]) },
      purchase: { file: toParquet(only('purchase')) },
      booking: { file: toArrow(only('booking'), 'stream') },
      'check-in': only('check-in').map((event) => ({ ...event })),
    };
    const own = await compute({ ...base, tables }, startBehindPort);
    const { result } = await expected;
    assert.deepEqual(
      own.result.steps.map(({ count, value }) => [count, value]),
      result.steps.map(({ count, value }) => [count, value]),
    );
  });

  it('a whole dataset may be one table of events of any format', async () => {
    const client = new EngineClient({ starters: [startBehindPort] });
    const defaults = { timeZone: 'Europe/Paris', asOf: '2026-09-01' };
    const source = createDatasetSource({ src: toParquet(events), defaults, client, readersUrl });
    const own = await source.load({ funnel, options: {} }, { signal });
    assert.deepEqual(
      own.steps.map(({ count }) => count),
      (await expected).result.steps.map(({ count }) => count),
    );
    source.release?.();
  });
});

const fixture = (codec: string) =>
  new Blob([readFileSync(new URL(`fixtures/events-${codec}.parquet`, import.meta.url))]);
const rowsOf = (count: number) => Array.from({ length: count }, (_, i) => i);
const instant = (i: number) => 1_767_225_600_000 + i * 25_200_000;
const local = (i: number) => new Date(instant(i)).toISOString().slice(0, 19);

describe('Parquet of another writer', () => {
  for (const codec of ['zstd', 'gzip', 'snappy', 'lz4_raw']) {
    it(`is read, packed with ${codec}`, async () => {
      const table = await readTable(fixture(codec), { name: 'e.parquet' }, { readers });
      const rows = rowsOf(200);
      assert.deepEqual(listColumns(table.columns), {
        person: rows.map((i) => `p${i % 97}`),
        type: rows.map((i) => ['lead', 'purchase', 'booking'][i % 3]),
        at: rows.map((i) => `${local(i)}Z`),
        at_local: rows.map(local),
        at_ms: rows.map(local),
        at_ns: rows.map(local),
        at_s: rows.map(local),
        day: rows.map((i) => local(i).slice(0, 10)),
        amount: rows.map((i) => (i % 5 === 0 ? NaN : i * 1.25)),
        price: rows.map((i) => (i % 5 === 0 ? NaN : Math.round((i * 1.25 + 1e-9) * 100) / 100)),
        big: rows.map((i) => i + 9_007_199_254_740_000),
        intro: rows.map((i) => i % 2 === 0),
        tags: rows.map((i) => (i % 3 === 2 ? [`a${i % 4}`, 'é'] : undefined)),
      });
    });
  }

  it('has instants on the clock of nowhere in particular: the studio’s', async () => {
    const { input } = await toStoreInput(
      {
        timeZone: 'America/New_York',
        events: { file: fixture('zstd') },
        mapping: { events: [{ type: { column: 'type' }, columns: { person: 'person', at: 'at_local' } }] },
      },
      { readers },
    );
    // Five hours behind UTC in winter, four from the 8th of March 2026 on.
    const at = listCells(input.events[0]?.columns['at']) as number[];
    assert.equal(at[0], instant(0) + 5 * 3_600_000);
    assert.equal(at[199], instant(199) + 5 * 3_600_000);
    assert.equal(instant(199), Date.UTC(2026, 1, 28, 1), 'the last of them is still in winter');
    assert.deepEqual(listCells(input.events[0]?.columns['at_s']).slice(0, 2), [local(0), local(1)]);
  });

  it('of a codec that is not read says which are', async () => {
    await assert.rejects(readTable(fixture('brotli'), { name: 'e.parquet' }, { readers }), {
      code: 'unsupported',
      path: 'e.parquet',
      value: 'BROTLI',
      message: /snappy, zstd, gzip/,
    });
  });
});

describe('a damaged file', () => {
  const bytes = readFileSync(new URL('fixtures/events-zstd.parquet', import.meta.url));
  const read = (data: BlobPart, name: string) => readTable(new Blob([data]), { name }, { readers });

  it('of Parquet says where: its footer, or a column of a row group', async () => {
    await assert.rejects(read(bytes.subarray(0, 3000), 'e.parquet'), {
      code: 'invalid-file',
      path: 'e.parquet',
      message: /its footer/,
    });
    const dented = Uint8Array.from(bytes);
    dented.fill(0x5a, 600, 2400);
    await assert.rejects(read(dented, 'e.parquet'), {
      code: 'invalid-file',
      message: /row group 1, column "/,
    });
  });

  it('of Arrow says so, cut off or dented', async () => {
    const file = toArrow(makeEvents(500), 'file');
    await assert.rejects(read(file.slice(0, file.length - 100), 'e.arrow'), {
      code: 'invalid-file',
      message: /behind byte/,
    });
    const stream = toArrow(makeEvents(500), 'stream');
    await assert.rejects(read(stream.slice(0, stream.length / 2), 'e.arrows'), { code: 'invalid-file' });
  });

  it('of any binary format that is empty has no usable row', async () => {
    await assert.rejects(read(toParquet([]), 'e.parquet'), { code: 'no-usable-rows' });
    await assert.rejects(read(toArrow([], 'file'), 'e.arrow'), { code: 'no-usable-rows' });
  });

  it('whose reader does not come names the way out', async () => {
    const elsewhere = { arrow: 'file:///nowhere/arrow.js', parquet: 'file:///nowhere/parquet.js' };
    await assert.rejects(readTable(fixture('zstd'), { name: 'e.parquet' }, { readers: elsewhere }), {
      code: 'unsupported',
      path: 'e.parquet',
      message: /readers-url/,
    });
  });
});

describe('a stream', () => {
  it('that was read by somebody else, or breaks off, is an error that says so', async () => {
    const used = new Blob(['id\n1\n']).stream();
    used.getReader();
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('person,type,at\n'));
        controller.error(new Error('network gone'));
      },
    });
    for (const [file, message] of [
      [used, /read before/],
      [broken, /broke off/],
    ] as const)
      await assert.rejects(compute({ timeZone: 'UTC', events: { file } }), { code: 'invalid-file', message });
  });

  it('is read once, and answers again when the dataset is loaded again', async () => {
    const events = makeEvents(60);
    const data: Dataset = {
      timeZone: 'UTC',
      asOf: '2026-09-01',
      events: await DOORS['CSV with tabs, as a stream']!(events),
    };
    const first = await compute(data, startBehindPort);
    assert.deepEqual(await compute(data, startBehindPort), first);
  });
});
