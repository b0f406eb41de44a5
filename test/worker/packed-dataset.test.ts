import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { toDatasetSources } from '../../src/data/dataset-sources.ts';
import type { RawTable } from '../../src/data/readers/raw-table.ts';
import { listColumns } from '../support/cells.ts';
import { packDataset, unpackDataset } from '../../src/worker/packed-dataset.ts';

/** Through the port and back: what can be moved is moved. */
function cross(dataset: Parameters<typeof packDataset>[0]) {
  const transfer: Transferable[] = [];
  const packed = packDataset(dataset, transfer, () => 'stream:1');
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

it('a dataset comes through the port as it was', () => {
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
  fc.assert(
    fc.property(table, table, (people, events) => {
      const dataset = { timeZone: 'UTC', people, events, tables: { lead: events } };
      const back = cross({ sources: toDatasetSources(dataset) });
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

it('the numbers and the repeated words of a host are moved, its own arrays are not', () => {
  const at = Float64Array.of(1, 2, 3);
  const type = Array.from({ length: 3000 }, (_, row) => ['lead', 'visit'][row % 2]);
  const person = Array.from({ length: 3000 }, (_, row) => row);
  const transfer: Transferable[] = [];
  const sources = toDatasetSources({ timeZone: 'UTC', events: { type, person }, people: { id: at } });
  packDataset({ sources }, transfer, () => 'stream:1');
  assert.equal(transfer.length, 2);
  assert.ok(!transfer.includes(at.buffer));
});

it('files cross as they are', () => {
  const file = new File(['a'], 'a.csv');
  const back = cross({
    sources: toDatasetSources({
      timeZone: 'UTC',
      events: { file },
      people: { file: 'https://a.example/p.csv' },
    }),
  });
  assert.ok('sources' in back);
  assert.ok('file' in (back.sources.events ?? {}));
  assert.deepEqual(back.sources.people, { file: 'https://a.example/p.csv' });
});
