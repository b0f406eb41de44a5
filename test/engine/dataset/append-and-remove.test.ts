import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FunnelSession,
  appendToStore,
  createStore,
  removePeople,
  type InputEventTable,
  type InputTable,
  type Store,
} from '../../../src/engine/index.ts';

function table(name: string, rows: Record<string, unknown>[]): InputTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = Object.fromEntries(names.map((column) => [column, rows.map((row) => row[column])]));
  return { name, length: rows.length, columns };
}

const people = table('people', [
  { id: 'ana', name: 'Ana', leadCreatedAt: '2026-01-01' },
  { id: 7, name: 'Seven' },
]);
const visits: InputEventTable = {
  ...table('visits', [
    { person: 'ana', at: '2026-01-02T10:00:00Z', note: 'first time' },
    { person: 7, at: '2026-01-03T10:00:00Z', note: 'back again' },
  ]),
  type: 'visit',
};
const before = () => createStore({ timeZone: 'UTC', people, events: [visits] });
const readNotes = (store: Store) => {
  const kind = store.persons.kinds.get('visit')!;
  return Array.from({ length: kind.count }, (_, row) => kind.readCell(row, 'note'));
};

test('new events and people join those there are, and the store before stays as it was', () => {
  const store = before();
  const later = appendToStore(store, {
    people: table('people', [{ id: 'zoe', name: 'Zoe' }]),
    events: [
      { ...table('visits', [{ person: '7', at: '2026-01-01T08:00:00Z', note: 'earlier' }]), type: 'visit' },
    ],
    asOf: '2026-02-01T00:00:00Z',
  });
  assert.deepEqual(
    [later.summary.people, later.summary.events, later.summary.asOf],
    [3, 4, '2026-02-01T00:00:00.000Z'],
  );
  assert.deepEqual([store.summary.people, store.summary.events, store.summary.asOf], [2, 3, undefined]);
  assert.deepEqual(readNotes(later), ['first time', 'earlier', 'back again']);
  assert.deepEqual(readNotes(store), ['first time', 'back again']);
  assert.equal(store.persons.indexOf('zoe'), undefined);
  assert.equal(later.persons.indexOf('zoe'), 2);
});

test('two stores that grow from one do not see each other', () => {
  const store = before();
  const [left, right] = ['lea', 'rob'].map((id) =>
    appendToStore(store, { people: table('people', [{ id }]) }),
  );
  assert.deepEqual([left!.persons.indexOf('lea'), left!.persons.indexOf('rob')], [2, undefined]);
  assert.deepEqual([right!.persons.indexOf('lea'), right!.persons.indexOf('rob')], [undefined, 2]);
});

test('a row of somebody known changes the cells it has, and the date it stands for', () => {
  const later = appendToStore(before(), {
    people: table('people', [{ id: 'ana', source: 'web', leadCreatedAt: '2026-01-09' }]),
  });
  assert.equal(later.personValue(0, 'name'), 'Ana');
  assert.equal(later.personValue(0, 'source'), 'web');
  const leads = later.persons.kinds.get('lead')!;
  assert.deepEqual(
    [...leads.time].map((tick) => new Date(later.toMs(tick)).toISOString()),
    ['2026-01-09T00:00:00.000Z'],
  );
});

test('an event of a table replaces the date of a person who came before it', () => {
  const lead = { ...table('leads', [{ person: 'ana', at: '2026-01-05T00:00:00Z' }]), type: 'lead' };
  const kind = appendToStore(before(), { events: [lead] }).persons.kinds.get('lead')!;
  assert.deepEqual([kind.count, kind.fromPerson], [1, null]);
});

test('instants between whole seconds are exact after a store of whole seconds', () => {
  const visit = { ...table('visits', [{ person: 7, at: '2026-01-03T10:00:00.250Z' }]), type: 'visit' };
  const later = appendToStore(before(), { events: [visit] });
  const { time } = later.persons.kinds.get('visit')!;
  assert.deepEqual(
    [...time].map((tick) => later.toMs(tick)),
    [
      Date.parse('2026-01-02T10:00:00Z'),
      Date.parse('2026-01-03T10:00:00Z'),
      Date.parse('2026-01-03T10:00:00.250Z'),
    ],
  );
});

test('new tables that cannot be used are refused, and the store can still be appended to', () => {
  const store = before();
  const bad = table('people', [{ id: 'new' }]);
  const events = [{ ...table('visits', [{ person: 'x', at: 'never' }]), type: 'visit' }];
  assert.throws(() => appendToStore(store, { people: bad, events }), {
    code: 'no-usable-rows',
    path: 'visits',
  });
  assert.equal(store.persons.indexOf('new'), undefined);
  const later = appendToStore(store, { people: table('people', [{ id: 'other' }]) });
  assert.deepEqual([later.persons.indexOf('new'), later.persons.indexOf('other')], [undefined, 2]);
});

test('of somebody who is removed nothing is left; the others keep what is theirs', () => {
  const store = before();
  const later = removePeople(store, ['ana', 'nobody']);
  assert.deepEqual([later.summary.people, later.summary.events, later.summary.types], [1, 1, { visit: 1 }]);
  assert.equal(later.persons.indexOf('ana'), undefined);
  assert.equal(later.persons.idOf(0), 7);
  assert.deepEqual(readNotes(later), ['back again']);
  const kept = [later.parts.tables.read(0, 'note'), later.parts.people.read(0, 'name')];
  assert.deepEqual(kept, [undefined, 'Seven']);
  assert.equal(readNotes(store)[0], 'first time');
});

test('what only somebody removed had is gone from dictionaries too', () => {
  const note = { kind: 'dictionary', codes: Uint8Array.of(1, 0), values: ['mine', 'hers'] } as const;
  const { columns, length } = visits;
  const events: InputEventTable[] = [{ name: 'v', type: 'visit', length, columns: { ...columns, note } }];
  const store = createStore({ timeZone: 'UTC', people, events });
  const later = removePeople(store, ['ana']);
  assert.deepEqual(readNotes(later), ['mine']);
  assert.equal(later.parts.tables.read(0, 'note'), undefined);
  assert.deepEqual([readNotes(store)[0], note.values], ['hers', ['mine', 'hers']]);
});

test('somebody who was removed and comes again is new', () => {
  const again = appendToStore(removePeople(before(), ['ana']), {
    events: [{ ...table('visits', [{ person: 'ana', at: '2026-03-01T10:00:00Z' }]), type: 'visit' }],
  });
  const result = new FunnelSession(again).compute({ id: 'v', steps: [{ id: 'v', event: 'visit' }] });
  assert.deepEqual([result.steps[0]!.converted, again.personValue(1, 'name')], [2, undefined]);
});

test('one and "1" are one id, whichever comes first; other spellings are others', () => {
  const rows = [1, '1', '01', '-0', 0, -5, '-5', 4294967296, '4294967296', '1e3', 1000].map((id) => ({ id }));
  const { summary, persons } = createStore({ timeZone: 'UTC', people: table('people', rows), events: [] });
  assert.equal(summary.people, 8);
  assert.deepEqual(
    ['1', '01', 0, '-5', 4294967296, '1000', 2].map((id) => persons.indexOf(id)),
    [0, 1, 3, 4, 5, 7, undefined],
  );
});
