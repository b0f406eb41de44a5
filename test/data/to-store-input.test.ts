import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { Dataset } from '../../src/engine/schema/index.ts';
import { toStoreInput } from '../../src/data/to-store-input.ts';
import { listCells, listColumns } from '../support/cells.ts';

const csv = (name: string, text: string) => new File([text], name, { type: 'text/csv' });
const base = { timeZone: 'Europe/Paris' };

describe('a dataset', () => {
  it('may be rows, columns or files, which come to the same', async () => {
    const rows = [
      { person: 'a', type: 'lead', at: '2026-01-01' },
      { person: 'b', type: 'lead', at: '2026-01-02' },
    ];
    const columns = { person: ['a', 'b'], type: ['lead', 'lead'], at: ['2026-01-01', '2026-01-02'] };
    const file = { file: csv('e.csv', 'person,type,at\na,lead,2026-01-01\nb,lead,2026-01-02\n') };
    const json = { file: new File([JSON.stringify(rows)], 'e.json') };
    for (const events of [rows, columns, file, json]) {
      const { input } = await toStoreInput({ ...base, events });
      assert.deepEqual(listColumns(input.events[0]?.columns), columns);
      assert.equal(input.events[0]?.length, 2);
    }
  });

  it('keeps typed arrays as they are', async () => {
    const at = Float64Array.of(1, 2);
    const { input } = await toStoreInput({
      ...base,
      events: { person: Int32Array.of(7, 8), at, type: ['x', 'x'] },
    });
    assert.equal(input.events[0]?.columns.at, at);
  });

  it('may have a table for each type of event', async () => {
    const { input } = await toStoreInput({
      ...base,
      tables: { lead: [{ person: 1, at: 5 }], booking: { person: [1], at: [6] } },
    });
    assert.deepEqual(
      input.events.map((table) => [table.type, table.length]),
      [
        ['lead', 1],
        ['booking', 1],
      ],
    );
  });

  it('fills cells that only some rows have with nothing', async () => {
    const { input } = await toStoreInput({
      ...base,
      people: [{ id: 1 }, { id: 2, name: 'B' }, { id: 3 }],
      events: [],
    });
    assert.deepEqual(listColumns(input.people?.columns), {
      id: [1, 2, 3],
      name: [undefined, 'B', undefined],
    });
  });

  it('guesses the columns of a file, and of rows that lack ours', async () => {
    const file = { file: csv('e.csv', 'client_id,event,date\na,lead,2026-01-01\n') };
    const rows = [{ client_id: 'a', event: 'lead', date: '2026-01-01' }];
    for (const events of [file, rows]) {
      const { input } = await toStoreInput({ ...base, events });
      assert.deepEqual(Object.keys(input.events[0]?.columns ?? {}).sort(), ['at', 'person', 'type']);
    }
  });

  it('leaves the columns of a host who uses our names alone', async () => {
    const people = [{ id: 1, courriel: 'a@b.fr', note: 'x' }];
    const { input } = await toStoreInput({ ...base, people, events: [] });
    assert.deepEqual(Object.keys(input.people?.columns ?? {}), ['id', 'courriel', 'note']);
  });

  it('takes a mapping, and guesses only what it does not say', async () => {
    const dataset: Dataset = {
      ...base,
      people: [{ num: 'a', courriel: 'a@b.fr' }],
      events: [{ num: 'a', quoi: 'visit', quand: '2026-01-01', email: 'z' }],
      mapping: {
        people: { columns: { id: 'num' } },
        events: [
          { type: { column: 'quoi' }, columns: { person: 'num' }, values: { quoi: { visit: 'check-in' } } },
        ],
      },
    };
    const { input } = await toStoreInput(dataset);
    assert.deepEqual(Object.keys(input.people?.columns ?? {}), ['id', 'courriel']);
    assert.deepEqual(listColumns(input.events[0]?.columns), {
      person: ['a'],
      type: ['check-in'],
      at: ['2026-01-01'],
      email: ['z'],
    });
  });

  it('may be all in the files of its mapping', async () => {
    const dataset: Dataset = {
      ...base,
      mapping: {
        people: { file: csv('clients.csv', 'client_id,gender\na,f\n'), columns: { id: 'client_id' } },
        events: [
          {
            file: csv('b.csv', 'client_id,date\na,2026-01-01\n'),
            type: 'booking',
            columns: { person: 'client_id', at: 'date' },
          },
          { file: csv('achats.csv', 'client_id,date\na,2026-01-02\n') },
        ],
      },
    };
    const { input } = await toStoreInput(dataset);
    assert.deepEqual(listColumns(input.people?.columns), { id: ['a'], gender: ['f'] });
    assert.deepEqual(
      input.events.map((table) => [table.name, table.type]),
      [
        ['b.csv', 'booking'],
        ['achats.csv', 'purchase'],
      ],
    );
  });

  it('takes the order of day and month from its mapping', async () => {
    const mapping: Dataset['mapping'] = { events: [{ dateOrder: 'dmy' }] };
    const events = [{ person: 1, type: 'x', at: '03/04/2026' }];
    assert.deepEqual(
      listColumns((await toStoreInput({ ...base, events, mapping })).input.events[0]?.columns).at,
      ['2026-04-03'],
    );
  });

  it('refuses an order of dates it does not know, by its path', async () => {
    const mapping = { events: [{ dateOrder: 'ymd' }] } as unknown as Dataset['mapping'];
    await assert.rejects(toStoreInput({ ...base, events: [], mapping }), {
      code: 'invalid-dataset',
      path: 'mapping.events[0].dateOrder',
    });
  });

  it('leaves a date that no calendar has as it is written', async () => {
    const rows = [
      '1,x,25/12/2026',
      '1,x,31/02/2026',
      '1,x,29/02/2024',
      '1,x,29/02/2026',
      '1,x,01/03/2026 25:00',
    ];
    const { input } = await toStoreInput({
      ...base,
      events: { file: csv('e.csv', `person,type,at\n${rows.join('\n')}\n`) },
    });
    assert.deepEqual(listColumns(input.events[0]?.columns).at, [
      '2026-12-25',
      '31/02/2026',
      '2024-02-29',
      '29/02/2026',
      '01/03/2026 25:00',
    ]);
  });

  it('fetches files by URL only through the host', async () => {
    const asked: string[] = [];
    const fetchFile = (url: string) => {
      asked.push(url);
      return Promise.resolve(new Blob(['person,type,at\n1,x,2026-01-01\n']));
    };
    const dataset = { ...base, events: { file: 'https://studio.example/export/events.csv?day=1' } };
    const { input } = await toStoreInput(dataset, { fetchFile });
    assert.deepEqual(asked, ['https://studio.example/export/events.csv?day=1']);
    assert.equal(input.events[0]?.name, 'events.csv');
    await assert.rejects(toStoreInput(dataset), { code: 'unsupported' });
  });

  it('tells malformed rows with table, line and reason', async () => {
    const { malformed } = await toStoreInput({
      ...base,
      events: { file: csv('e.csv', 'person,type,at\n1,x\n1,x,2026-01-01\n') },
    });
    assert.deepEqual(malformed, {
      count: 1,
      rows: [{ table: 'e.csv', row: -1, line: 2, code: 'malformed', reason: 'too-few-fields' }],
    });
  });

  it('names what is wrong with it', async () => {
    const rows = [{ person: 1, type: 'x', at: 1 }];
    const cases: [unknown, string, string][] = [
      [{ events: rows }, 'invalid-dataset', 'timeZone'],
      [{ ...base }, 'invalid-dataset', 'events'],
      [{ ...base, events: rows, extra: 1 }, 'invalid-dataset', 'extra'],
      [{ ...base, events: 'x' }, 'invalid-dataset', 'events'],
      [{ ...base, events: { person: [1], at: [1, 2], type: ['x'] } }, 'invalid-dataset', 'events.at'],
      [{ ...base, events: [{ a: 1, type: 'x' }] }, 'invalid-mapping', 'events.person'],
      [{ ...base, events: [{ person: 1, at: '2026-01-01' }] }, 'invalid-mapping', 'events.type'],
      [{ ...base, events: rows, mapping: { events: [{}, {}] } }, 'invalid-mapping', 'mapping.events[1]'],
      [
        { ...base, events: rows, mapping: { people: { columns: 3 } } },
        'invalid-dataset',
        'mapping.people.columns',
      ],
      [{ ...base, events: { file: csv('e.csv', 'a,b\n') } }, 'no-usable-rows', 'e.csv'],
      [{ ...base, events: { file: csv('e.csv', '<!doctype html><p>Sign in') } }, 'invalid-file', 'e.csv'],
      [{ ...base, events: { file: new File(['{"a":'], 'e.json') } }, 'not-json', 'e.json'],
    ];
    for (const [dataset, code, path] of cases) {
      await assert.rejects(toStoreInput(dataset as Dataset), { code, path }, `${code} ${path}`);
    }
  });

  it('is not changed by being read', async () => {
    const rows = Object.freeze([Object.freeze({ person: ' 1 ', type: 'x', at: '31/12/2026' })]);
    await toStoreInput({ ...base, events: rows as never });
    assert.deepEqual(rows, [{ person: ' 1 ', type: 'x', at: '31/12/2026' }]);
  });
});

const folder = new URL('../../../shared/data/datasets/musclehub/', import.meta.url);
const skip = existsSync(folder) ? false : 'the datasets of ../shared are not here';

it('the MuscleHub files need no mapping', { skip }, async () => {
  const file = (name: string) => ({ file: csv(name, readFileSync(new URL(name, folder), 'utf8')) });
  const { input, malformed } = await toStoreInput({
    ...base,
    people: file('clients.csv'),
    events: file('events.csv'),
  });
  assert.deepEqual(Object.keys(input.people?.columns ?? {}), ['id', 'gender', 'ab_group']);
  assert.equal(input.people?.length, 5997);
  assert.equal(input.events[0]?.length, 9525);
  assert.deepEqual([...new Set(listCells(input.events[0]?.columns.type))].sort(), [
    'application',
    'fitness_test',
    'purchase',
    'visit',
  ]);
  assert.equal(malformed.count, 0);
});
