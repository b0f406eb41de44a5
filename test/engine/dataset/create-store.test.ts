import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createStore,
  type InputEventTable,
  type InputTable,
  type StoreInput,
} from '../../../src/engine/index.ts';

function table(name: string, rows: Record<string, unknown>[], lines?: number[]): InputTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = Object.fromEntries(names.map((column) => [column, rows.map((row) => row[column])]));
  return { name, length: rows.length, columns, ...(lines ? { lines } : {}) };
}

function store(
  people: Record<string, unknown>[],
  events: Record<string, unknown>[],
  extra: Partial<StoreInput> = {},
) {
  return createStore({
    timeZone: 'Europe/Paris',
    people: table('people', people),
    events: [table('events', events) as InputEventTable],
    ...extra,
  });
}

test('rows that cannot be used are counted and told with their line, the others stay', () => {
  const events = table(
    'visits.csv',
    [
      { person: 'a', type: 'lead', at: '2026-01-01' },
      { person: '', type: 'lead', at: '2026-01-01' },
      { person: 'a', type: '', at: '2026-01-01' },
      { person: 'a', type: 'lead', at: '' },
      { person: 'a', type: 'lead', at: '2026-02-30' },
      { person: 'b', type: 'lead', at: '2026-01-03' },
    ],
    [2, 3, 4, 5, 6, 9],
  ) as InputEventTable;
  const { summary } = createStore({ timeZone: 'UTC', events: [events] });
  assert.equal(summary.events, 2);
  assert.equal(summary.people, 2);
  assert.deepEqual(summary.rejected, {
    count: 4,
    rows: [
      { table: 'visits.csv', row: 1, line: 3, code: 'missing-person', column: 'person' },
      { table: 'visits.csv', row: 2, line: 4, code: 'missing-type', column: 'type' },
      { table: 'visits.csv', row: 3, line: 5, code: 'missing-date', column: 'at' },
      { table: 'visits.csv', row: 4, line: 6, code: 'invalid-date', column: 'at', value: '2026-02-30' },
    ],
  });
});

test('only the first hundred are listed, all are counted', () => {
  const rows = Array.from({ length: 250 }, () => ({ person: 'a', type: 'lead', at: 'never' }));
  const { summary } = store([{ id: 'a' }], [...rows, { person: 'a', type: 'lead', at: '2026-01-01' }]);
  assert.equal(summary.rejected.count, 250);
  assert.equal(summary.rejected.rows.length, 100);
});

test('people without an id and twice the same id', () => {
  const { summary } = store([{ id: 'a' }, { id: null }, { id: 'a' }, { id: 1 }, { id: '1' }], []);
  assert.equal(summary.people, 2);
  assert.deepEqual(
    summary.rejected.rows.map(({ row, code }) => [row, code]),
    [
      [1, 'missing-id'],
      [2, 'duplicate-id'],
      [4, 'duplicate-id'],
    ],
  );
});

test('a table none of whose rows can be used is an error with its name; an empty one is not', () => {
  const bad = table('visits.csv', [{ person: 'a', at: 'x', type: 'lead' }]);
  assert.throws(() => store([{ id: 'a' }], [], { events: [bad] }), {
    code: 'no-usable-rows',
    path: 'visits.csv',
    message: /line 1: invalid-date/,
  });
  assert.throws(() => store([{ id: '' }], [{ person: 'a', type: 'lead', at: '2026-01-01' }]), {
    code: 'no-usable-rows',
    path: 'people',
  });
  assert.equal(createStore({ timeZone: 'UTC', events: [] }).summary.people, 0);
});

test('dated columns become events, and a table row of the same type and person replaces one', () => {
  const { summary, persons } = store(
    [
      { id: 'a', leadCreatedAt: '2026-01-01', lastContactedAt: '2026-01-05', source: 'Instagram' },
      { id: 'b', leadCreatedAt: '2026-01-02', createdAt: '2026-01-02', referredBy: 'a' },
    ],
    [{ person: 'a', type: 'lead', at: '2025-12-01', source: 'Google' }],
  );
  assert.deepEqual(summary.types, { lead: 2, client: 1, contact: 1 });
  const lead = persons.kinds.get('lead')!;
  const source = lead.column('source')!;
  assert.equal(source.kind, 'dictionary');
  assert.deepEqual([lead.off[0], lead.off[1], lead.off[2]], [0, 1, 2]);
  assert.deepEqual(
    [...(source.kind === 'dictionary' ? source.codes : [])].map((code) =>
      source.kind === 'dictionary' ? source.values[code] : 0,
    ),
    ['Google', undefined],
  );
  const via = persons.kinds.get('client')!.column('via')!;
  assert.equal(via.kind === 'dictionary' && via.values[via.codes[0]!], 'referral');
});

test('events are in order of subject, instant, table, row, however they came', () => {
  const { persons, toMs } = store(
    [{ id: 'a' }, { id: 'b' }],
    [
      { person: 'b', type: 'visit', at: '2026-01-02T10:00Z', n: 1 },
      { person: 'a', type: 'visit', at: '2026-01-03T10:00Z', n: 2 },
      { person: 'b', type: 'visit', at: '2026-01-01T10:00Z', n: 3 },
      { person: 'a', type: 'visit', at: '2026-01-03T10:00Z', n: 4 },
    ],
  );
  assert.equal(typeof toMs, 'function');
  const kind = persons.kinds.get('visit')!;
  const column = kind.column('n')!;
  const order = Array.from({ length: 4 }, (_, row) =>
    column.kind === 'dictionary' ? column.values[column.codes[row]!] : 0,
  );
  assert.deepEqual(order, [2, 4, 3, 1]);
});

test('milliseconds are kept where the data has them', () => {
  const built = store(
    [],
    [
      { person: 'a', type: 'x', at: '2026-01-01T00:00:00.250Z' },
      { person: 'a', type: 'x', at: '2026-01-01T00:00:01.000Z' },
    ],
  );
  const { time } = built.persons.kinds.get('x')!;
  assert.equal(built.unit, 1);
  assert.equal(built.toMs(time[1]!) - built.toMs(time[0]!), 750);
});

test('names that an object inherits are properties like any other', () => {
  const built = store(
    [{ id: 'a', ['__proto__x']: 1 }],
    [{ person: 'a', type: 'constructor', at: '2026-01-01' }],
  );
  assert.deepEqual(built.summary.types, Object.fromEntries([['constructor', 1]]));
  assert.equal(built.personValue(0, 'toString'), undefined);
});

test('since when somebody is a customer', () => {
  const built = store(
    [
      { id: 'dated', convertedToCustomerAt: '2026-02-01' },
      { id: 'flag', isCustomer: 'true' },
      { id: 'lead', isCustomer: false },
    ],
    [],
  );
  assert.equal(built.personValue(0, 'customerSince'), '2026-01-31T23:00:00.000Z');
  assert.equal(built.personValue(1, 'customerSince'), '0001-01-01');
  assert.equal(built.personValue(2, 'customerSince'), undefined);
});

test('a host’s own column of that name is left to the host', () => {
  const built = store([{ id: 'a', customerSince: '2020-01-01', isCustomer: true }], []);
  assert.equal(built.personValue(0, 'customerSince'), '2020-01-01');
});

test('a membership is of the person who bought it, whatever came first', () => {
  const built = store(
    [],
    [
      { person: 'payer', type: 'renewal', at: '2026-01-01', membership: 'm' },
      { person: 'buyer', type: 'purchase', at: '2026-02-01', membership: 'm' },
    ],
  );
  assert.equal(built.persons.idOf(built.memberships.personOf(0)), 'buyer');
});

test('a column may be a dictionary, and means the same', () => {
  const rows = [
    { person: 'a', type: 'lead', at: '2026-01-01', source: 'web' },
    { person: 'b', type: 'lead', at: '', source: null },
    { person: 'a', type: 'visit', at: '2026-01-03', source: 'web' },
  ];
  const plain = table('events', rows);
  const encode = (cells: readonly unknown[]) => {
    const values = [...new Set(cells)].reverse();
    return {
      kind: 'dictionary' as const,
      values,
      codes: Uint8Array.from(cells, (cell) => values.indexOf(cell)),
    };
  };
  const columns = Object.fromEntries(
    Object.keys(plain.columns).map((name) => [
      name,
      encode(rows.map((row) => row[name as keyof (typeof rows)[0]])),
    ]),
  );
  const [own, other] = [plain, { ...plain, columns }].map((events: InputEventTable) =>
    createStore({ timeZone: 'Europe/Paris', events: [events] }),
  );
  assert.deepEqual(other?.summary, own?.summary);
  assert.equal(own?.summary.rejected.rows[0]?.code, 'missing-date');
  const read = (made: ReturnType<typeof createStore> | undefined) =>
    made?.persons.kinds.get('visit')?.column('source');
  assert.deepEqual(read(other), read(own));
});

test('NaN is missing, also where a date is wanted', () => {
  const events = { name: 'events', length: 2, columns: { person: [1, 2], at: Float64Array.of(NaN, 1e12) } };
  const { summary } = createStore({ timeZone: 'Europe/Paris', events: [{ ...events, type: 'lead' }] });
  assert.equal(summary.events, 1);
  assert.equal(summary.rejected.rows[0]?.code, 'missing-date');
});
