import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FunnelRequest } from '../../src/data/funnel-source.ts';
import type { FunnelDefinition } from '../../src/engine/schema/index.ts';
import { EngineClient } from '../../src/worker/engine-client.ts';
import { createDatasetSource, type DatasetSourceOptions } from '../../src/worker/dataset-source.ts';

const signal = new AbortController().signal;

const funnel: FunnelDefinition = {
  id: 'lead-to-visit',
  steps: [
    { id: 'lead', event: 'lead' },
    { id: 'visit', event: 'check-in', when: 'afterEntry' },
  ],
};

/** Two events of one person that are as they should be: one lead, one visit. */
const GOOD = [
  { person: 1, type: 'lead', at: '2026-01-01T10:00:00Z' },
  { person: 1, type: 'check-in', at: '2026-01-02T10:00:00Z' },
];
const base = { timeZone: 'Europe/Paris', asOf: '2026-02-01T00:00:00Z' };
const withEvent = (event: object) => ({ ...base, events: [...GOOD, event] });
const leadAt = (at: unknown) => withEvent({ person: 2, type: 'lead', at });
const json = (text: string): object => JSON.parse(text) as object;

/** What a dataset gives: the counts of both steps, and how many rows were left out with which code. */
interface Outcome {
  counts: (number | null | undefined)[];
  rejected: number;
  codes: string[];
}

async function compute(
  options: Omit<DatasetSourceOptions, 'client'>,
  request: Partial<FunnelRequest> = {},
): Promise<Outcome> {
  const source = createDatasetSource({ ...options, client: new EngineClient() });
  try {
    const result = await source.load({ funnel, options: {}, ...request }, { signal });
    const rejected = source.summary?.rejected;
    return {
      counts: result.steps.map((step) => step.converted),
      rejected: rejected?.count ?? 0,
      codes: [...new Set(rejected?.rows.map(({ code, reason }) => reason ?? code))],
    };
  } finally {
    source.release?.();
  }
}

describe('data that is no dataset is refused with the path', () => {
  const cases: [name: string, data: unknown, error: { code: string; path: string }][] = [
    ['a number', 42, { code: 'invalid-dataset', path: '' }],
    ['a text', 'leads', { code: 'invalid-dataset', path: '' }],
    ['null', null, { code: 'invalid-dataset', path: '' }],
    ['a list', [], { code: 'invalid-dataset', path: 'timeZone' }],
    ['an empty object', {}, { code: 'invalid-dataset', path: 'timeZone' }],
    ['without tables', base, { code: 'invalid-dataset', path: 'events' }],
    ['of an unknown time zone', { ...base, timeZone: 'Mars/Base', events: GOOD }, at('timeZone')],
    ['of a numeric time zone', { ...base, timeZone: 3, events: GOOD }, at('timeZone')],
    ['of a moment that is none', { ...base, asOf: 'soon', events: GOOD }, at('asOf')],
    ['of a moment that is not a number', { ...base, asOf: NaN, events: GOOD }, at('asOf')],
    ['of a moment beyond all calendars', { ...base, asOf: 1e300, events: GOOD }, at('asOf')],
    ['of a numeric currency', { ...base, currency: 5, events: GOOD }, at('currency')],
    ['with a text for a table', { ...base, events: 'leads' }, at('events')],
    ['with a number for a table', { ...base, events: 5 }, at('events')],
    ['with null for a table', { ...base, events: null }, at('events')],
    ['with a number for all tables', { ...base, tables: 5 }, at('tables')],
    ['with a number for a mapping', { ...base, events: GOOD, mapping: 5 }, at('mapping')],
    [
      'with columns of unequal length',
      { ...base, events: { person: [1, 2], type: ['lead'], at: [0, 0] } },
      at('events.type'),
    ],
    [
      'with a key that every object has',
      json('{"timeZone":"UTC","__proto__":{"x":1},"events":[]}'),
      at('__proto__'),
    ],
    ['with itself in it', containingItself(), at('self')],
  ];
  for (const [name, data, error] of cases) {
    it(name, () => assert.rejects(compute({ data: data as never }), { name: 'FunnelwheelError', ...error }));
  }
});

function at(path: string) {
  return { code: 'invalid-dataset', path };
}

function containingItself(): object {
  const data: Record<string, unknown> = { ...base, events: GOOD };
  data['self'] = data;
  return data;
}

describe('a row that cannot be used is left out, counted and named; the others stay', () => {
  const cases: [name: string, data: object, code: string][] = [
    ['a day that does not exist', leadAt('2026-02-30'), 'invalid-date'],
    ['such a day with a time', leadAt('2026-02-30T10:00:00Z'), 'invalid-date'],
    ['an hour that does not exist', leadAt('2026-01-10T25:00:00Z'), 'invalid-date'],
    ['no number for a moment', leadAt(NaN), 'missing-date'],
    ['an endless moment', leadAt(Infinity), 'invalid-date'],
    ['an enormous moment', leadAt(1e300), 'invalid-date'],
    ['a moment before all calendars', leadAt(-1e15), 'invalid-date'],
    ['an object for a moment', leadAt({}), 'invalid-date'],
    ['no person', withEvent({ person: null, type: 'lead', at: '2026-01-03' }), 'missing-person'],
    ['no number for a person', withEvent({ person: NaN, type: 'lead', at: '2026-01-03' }), 'missing-person'],
    [
      'an object for a person',
      withEvent({ person: { id: 1 }, type: 'lead', at: '2026-01-03' }),
      'missing-person',
    ],
    ['a number for a type', withEvent({ person: 1, type: 7, at: '2026-01-03' }), 'missing-type'],
    ['an object for a type', withEvent({ person: 1, type: {}, at: '2026-01-03' }), 'missing-type'],
    ['no object at all', { ...base, events: [...GOOD, 'lead'] }, 'not-an-object'],
    [
      'an id that was there before',
      { ...base, people: [{ id: 1 }, { id: 1 }], events: GOOD },
      'duplicate-id',
    ],
  ];
  for (const [name, data, code] of cases) {
    it(name, async () => {
      assert.deepEqual(await compute({ data: data as never }), {
        counts: [1, 1],
        rejected: 1,
        codes: [code],
      });
    });
  }

  it('and where no row can be used, the reader is told', () =>
    assert.rejects(compute({ data: { ...base, events: [{ person: 1, type: 'lead', at: 'x' }] } as never }), {
      code: 'no-usable-rows',
      path: 'events',
    }));
});

describe('what is odd but right is counted', () => {
  const cases: [name: string, data: object, counts: number[]][] = [
    ['no events', { ...base, events: [] }, [0, 0]],
    [
      'a type the package does not know',
      withEvent({ person: 1, type: 'levitation', at: '2026-01-03' }),
      [1, 1],
    ],
    ['a date without a zone is of the studio', leadAt('2026-01-10T09:00:00'), [2, 1]],
    ['a Date', leadAt(new Date('2026-01-10')), [2, 1]],
    ['an event to come has not happened', leadAt('9999-12-31T00:00:00Z'), [1, 1]],
    ['an event of long ago has', leadAt('0001-01-01T00:00:00Z'), [2, 1]],
    ['an event of somebody who is not listed', { ...base, people: [{ id: 9 }], events: GOOD }, [1, 1]],
    [
      'a person of an enormous number',
      withEvent({ person: 2 ** 60, type: 'lead', at: '2026-01-03' }),
      [2, 1],
    ],
    [
      'people called as every object’s keys',
      withEvent({ person: '__proto__', type: 'lead', at: '2026-01-03' }),
      [2, 1],
    ],
    [
      'columns called so',
      {
        ...base,
        events: json('[{"person":1,"type":"lead","at":"2026-01-03","__proto__":1,"constructor":2}]'),
      },
      [1, 0],
    ],
    [
      'an amount that is no number',
      withEvent({ person: 1, type: 'purchase', at: '2026-01-03', amount: NaN }),
      [1, 1],
    ],
  ];
  for (const [name, data, counts] of cases) {
    it(name, async () => {
      assert.deepEqual(await compute({ data: data as never }), { counts, rejected: 0, codes: [] });
    });
  }

  it('a table called as every object’s key', async () => {
    const tables = json(
      '{"__proto__":[{"person":1,"at":"2026-01-03"}],"constructor":[{"person":1,"at":"2026-01-04"}]}',
    );
    const steps = [
      { id: 'first', event: '__proto__' },
      { id: 'second', event: 'constructor' },
    ];
    const { counts } = await compute(
      { data: { ...base, tables } as never },
      { funnel: { id: 'keys', steps } },
    );
    assert.deepEqual(counts, [1, 1]);
  });

  it('a broken-down column called as every object’s key', async () => {
    for (const property of ['__proto__', 'constructor', 'toString']) {
      const { counts } = await compute(
        { data: { ...base, events: GOOD } },
        { options: { breakdown: { property } } },
      );
      assert.deepEqual(counts, [1, 1], property);
    }
  });
});

describe('a question that makes no sense is refused with the path', () => {
  const cases: [name: string, request: Partial<FunnelRequest> | object, code: string, path: string][] = [
    [
      'a range upside down',
      { options: { range: { from: '2026-02-01', to: '2026-01-01' } } },
      'invalid-options',
      'range',
    ],
    [
      'a comparison upside down',
      {
        options: {
          range: { from: '2026-01-01', to: '2026-01-31' },
          comparison: { from: '2025-02-01', to: '2025-01-01' },
        },
      },
      'invalid-options',
      'comparison',
    ],
    [
      'a day that does not exist',
      { options: { range: { from: '2026-02-30' } } },
      'invalid-options',
      'range.from',
    ],
    ['a day that is none', { options: { range: { from: 'yesterday' } } }, 'invalid-options', 'range.from'],
    ['now is not a number', { options: { now: NaN } }, 'invalid-options', 'now'],
    ['now is beyond all calendars', { options: { now: 1e300 } }, 'invalid-options', 'now'],
    [
      'a filter called as every object’s key',
      { options: { filters: json('{"__proto__":{"a":1}}') } },
      'invalid-options',
      'filters.__proto__',
    ],
    [
      'a filter of no step',
      { options: { filters: { nowhere: { source: 'web' } } } },
      'unknown-step',
      'filters.nowhere',
    ],
    ['filters that are none', { options: { filters: 5 } }, 'invalid-options', 'filters'],
    ['an order that is none', { options: { order: 'sideways' } }, 'invalid-options', 'order'],
    ['negative days', { options: { lookbackDays: -5 } }, 'invalid-options', 'lookbackDays'],
    ['enormous days', { options: { lookbackDays: 1e300 } }, 'invalid-options', 'lookbackDays'],
    ['days that are no number', { options: { lookbackDays: NaN } }, 'invalid-options', 'lookbackDays'],
    [
      'a trend of millions of days',
      { options: { trend: { interval: 'day' }, range: { from: '0001-01-01', to: '9999-01-01' } } },
      'invalid-options',
      'trend.interval',
    ],
    ['a funnel nobody knows', { funnel: 'nowhere' }, 'unknown-funnel', 'funnel'],
    ['a funnel called as every object’s key', { funnel: '__proto__' }, 'unknown-funnel', 'funnel'],
    ['a number for a funnel', { funnel: 5 }, 'invalid-definition', ''],
    ['a funnel without steps', { funnel: { id: 'x', steps: [] } }, 'invalid-definition', 'steps'],
    ['no funnel', { funnel: '' }, 'not-configured', 'funnel'],
  ];
  for (const [name, request, code, path] of cases) {
    it(name, () => assert.rejects(compute({ data: { ...base, events: GOOD } }, request), { code, path }));
  }
});

describe('a file', () => {
  const head = 'client_id,event,date\n';
  const good = `${head}a,lead,2026-01-01T10:00:00Z\na,check-in,2026-01-02T10:00:00Z\n`;
  const csv = (...parts: BlobPart[]) => new File(parts, 'events.csv', { type: 'text/csv' });
  const jsonFile = (text: string) => new File([text], 'studio.json', { type: 'application/json' });

  const refused: [name: string, file: Blob, code: string, path: string][] = [
    ['empty CSV', csv(''), 'no-usable-rows', 'events.csv'],
    ['blank CSV', csv(' \n\n '), 'no-usable-rows', 'events.csv'],
    ['CSV of a header alone', csv(head), 'no-usable-rows', 'events.csv'],
    ['CSV without dates', csv('client_id,event\na,lead\n'), 'invalid-mapping', 'events.csv.at'],
    ['a picture', csv(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70)), 'no-usable-rows', 'events.csv'],
    ['a workbook', csv(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0)), 'no-usable-rows', 'events.csv'],
    ['a web page', csv('<!doctype html><p>Sign in'), 'invalid-file', 'events.csv'],
    ['empty JSON', jsonFile(''), 'not-json', 'studio.json'],
    ['truncated JSON', jsonFile('{"timeZone":"UTC","events":['), 'not-json', 'studio.json'],
    ['JSON in endless brackets', jsonFile('['.repeat(100_000)), 'not-json', 'studio.json'],
    ['JSON null', jsonFile('null'), 'invalid-dataset', 'studio.json'],
    ['JSON of a number', jsonFile('5'), 'invalid-dataset', 'studio.json'],
    ['JSON of rows without a time zone', jsonFile('[]'), 'invalid-dataset', 'timeZone'],
    [
      'JSON with a key that every object has',
      jsonFile('{"timeZone":"UTC","__proto__":{},"events":[]}'),
      'invalid-dataset',
      '__proto__',
    ],
  ];
  for (const [name, file, code, path] of refused) {
    it(`is refused: ${name}`, () => {
      const defaults = file.type === 'text/csv' ? base : {};
      return assert.rejects(compute({ src: file, defaults }), { code, path });
    });
  }

  const read: [name: string, file: Blob, outcome: Outcome][] = [
    [
      'cut off in its last line',
      csv(`${good}b,le`),
      { counts: [1, 1], rejected: 1, codes: ['too-few-fields'] },
    ],
    [
      'with quotes that never close',
      csv(`${good}b,"lead,2026-01-01\n`),
      { counts: [1, 1], rejected: 1, codes: ['broken-quotes'] },
    ],
    [
      'with a day that does not exist',
      csv(`${good}b,lead,30/02/2026\n`),
      { counts: [1, 1], rejected: 1, codes: ['invalid-date'] },
    ],
    [
      'with an id of 10,000 characters',
      csv(`${good}${'n'.repeat(10_000)},lead,2026-01-01\n`),
      { counts: [2, 1], rejected: 0, codes: [] },
    ],
    [
      'with columns called as every object’s keys',
      csv('client_id,event,date,__proto__,constructor\na,lead,2026-01-01,x,y\n'),
      { counts: [1, 0], rejected: 0, codes: [] },
    ],
    ['with a zero byte', csv(`${good}b\0,lead,2026-01-01\n`), { counts: [2, 1], rejected: 0, codes: [] }],
  ];
  for (const [name, file, outcome] of read) {
    it(`is read: ${name}`, async () => {
      assert.deepEqual(await compute({ src: file, defaults: base }), outcome);
    });
  }
});
