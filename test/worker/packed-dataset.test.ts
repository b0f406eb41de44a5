import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { toDatasetSources } from '../../src/data/dataset-sources.ts';
import type { RawTable } from '../../src/data/readers/raw-table.ts';
import { listColumns } from '../support/cells.ts';
import { Pace } from '../../src/data/pace.ts';
import { packDataset, unpackDataset } from '../../src/worker/packed-dataset.ts';

/** Through the port and back: what can be moved is moved. */
async function cross(dataset: Parameters<typeof packDataset>[0]) {
  const transfer: Transferable[] = [];
  const packed = await packDataset(dataset, transfer, () => 'stream:1', new Pace());
  return unpackDataset(structuredClone(packed, { transfer: transfer as ArrayBuffer[] }));
}

/** What is missing may be written in another way. */
const spell = (columns: Record<string, readonly unknown[]>) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [
      name,
      cells.map((cell) => (cell === null || Number.isNaN(cell) ? undefined : cell)),
    ]),
  );

it('a dataset comes through the port as it was', async () => {
  const value = fc.oneof(
    fc.string(),
    fc.double().map((n) => n + 0),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.array(fc.string()),
  );
  const column = (length: number) =>
    fc.oneof(
      fc.array(value, { minLength: length, maxLength: length }),
      fc.array(
        fc.double().map((n) => n + 0),
        { minLength: length, maxLength: length },
      ),
      fc.array(fc.constantFrom('a', 'b', null), { minLength: length, maxLength: length }),
    );
  const table = fc.nat(60).chain((length) => fc.record({ id: column(length), x: column(length) }));
  await fc.assert(
    fc.asyncProperty(table, table, async (people, events) => {
      const dataset = { timeZone: 'UTC', people, events, tables: { lead: events } };
      const back = await cross({ sources: await toDatasetSources(dataset) });
      assert.ok('sources' in back);
      const columnsOf = (source: unknown) => spell(listColumns((source as RawTable).columns));
      assert.deepEqual(columnsOf(back.sources.people), spell({ ...people }));
      assert.deepEqual(columnsOf(back.sources.events), spell({ ...events }));
      assert.deepEqual(columnsOf(back.sources.tables.lead), spell({ ...events }));
      assert.deepEqual(back.sources.settings, { timeZone: 'UTC' });
    }),
    { numRuns: 200, seed: 3 },
  );
});

it('the numbers and the repeated words of a host are moved, its own arrays are not', async () => {
  const at = Float64Array.of(1, 2, 3);
  const type = Array.from({ length: 3000 }, (_, row) => ['lead', 'visit'][row % 2]);
  const person = Array.from({ length: 3000 }, (_, row) => row);
  const transfer: Transferable[] = [];
  const sources = await toDatasetSources({ timeZone: 'UTC', events: { type, person }, people: { id: at } });
  await packDataset({ sources }, transfer, () => 'stream:1', new Pace());
  assert.equal(transfer.length, 3);
  assert.ok(!transfer.includes(at.buffer));
});

it('of a view into something larger only what it shows crosses', async () => {
  const large = new Float64Array(1000).map((_, row) => row);
  const transfer: Transferable[] = [];
  const sources = await toDatasetSources({ timeZone: 'UTC', people: { id: large.subarray(10, 13) } });
  const packed = await packDataset({ sources }, transfer, () => 'stream:1', new Pace());
  assert.ok('sources' in packed && packed.tables[0] !== undefined && 'table' in packed.tables[0]);
  assert.deepEqual(packed.tables[0].table.columns['id'], Float64Array.of(10, 11, 12));
  assert.equal((transfer[0] as ArrayBuffer).byteLength, 24);
});

it('text that hardly repeats crosses as it was, half of a letter and cells without any too', async () => {
  const name = Array.from({ length: 260_000 }, (_, row) => (row % 7 ? `Zoé "${row}"` : undefined));
  name[1] = '\ud83d';
  name[2] = '';
  const back = await cross({ sources: await toDatasetSources({ timeZone: 'UTC', people: { name } }) });
  assert.ok('sources' in back);
  const { columns } = back.sources.people as RawTable;
  assert.deepEqual(columns['name'], name);
});

it('a large column of the host is packed to the last row', async () => {
  const people = { id: Float64Array.from({ length: 3_000_000 }, (_, row) => row) };
  const sources = await toDatasetSources({ timeZone: 'UTC', people });
  const back = await cross({ sources });
  assert.ok('sources' in back);
  assert.deepEqual((back.sources.people as RawTable).columns, people);
  assert.equal(people.id.length, 3_000_000, 'and stays with the host');
});

it('files cross as they are', async () => {
  const file = new File(['a'], 'a.csv');
  const back = await cross({
    sources: await toDatasetSources({
      timeZone: 'UTC',
      events: { file },
      people: { file: 'https://a.example/p.csv' },
    }),
  });
  assert.ok('sources' in back);
  assert.ok('file' in (back.sources.events ?? {}));
  assert.deepEqual(back.sources.people, { file: 'https://a.example/p.csv' });
});
