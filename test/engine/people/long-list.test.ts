import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore } from '../../../src/engine/dataset/create-store.ts';
import { PersonRows, type RowAccess } from '../../../src/engine/people/person-rows.ts';

const NAMES = ['Zoë Nguyen', 'zoe nguyen', 'Ana', null, 'Élodie'];
const PHONES = [331, null, 442, 553, 331];

const store = createStore({
  timeZone: 'UTC',
  asOf: '2026-02-01',
  people: {
    name: 'people',
    length: 5,
    columns: {
      id: [17, 'Ï-7', 3, 40, 5],
      name: NAMES,
      phone: PHONES,
      tags: [['VIP', 'été'], null, ['vip'], 'a;VIP', null],
    },
  },
  events: [],
});
const access: RowAccess = {
  idOf: (row) => store.persons.idOf(row),
  personOf: (row) => row,
  keyOf: () => null,
};
const list = new PersonRows(store, access, Date.UTC(2026, 1, 1));
const ALL = [0, 1, 2, 3, 4];

test('a search finds names whatever their accents and case, ids, numbers and tags', () => {
  assert.deepEqual(list.filter(ALL, { q: 'ZOE n' }), [0, 1]);
  assert.deepEqual(list.filter(ALL, { q: 'elodié' }), [4]);
  assert.deepEqual(list.filter(ALL, { q: '7' }), [0, 1], 'ids that are numbers, and that are text');
  assert.deepEqual(list.filter(ALL, { q: 'i-7' }), [1]);
  assert.deepEqual(list.filter(ALL, { q: '33' }), [0, 4], 'a number');
  assert.deepEqual(list.filter(ALL, { q: 'ete' }), [0]);
  assert.deepEqual(list.filter(ALL, { q: 'nobody' }), []);
});

test('conditions and exclusions hold together', () => {
  assert.deepEqual(list.filter(ALL, { where: { tags: 'VIP' } }), [0, 3]);
  assert.deepEqual(list.filter(ALL, { where: { tags: null } }), [1, 4]);
  assert.deepEqual(list.filter(ALL, { where: { phone: '331' }, exclude: [5] }), [0]);
});

test('equal texts of different spelling share a rank and stay as they came', () => {
  assert.deepEqual(list.sort(ALL, { by: 'name' }), [2, 4, 0, 1, 3]);
  assert.deepEqual(list.sort(ALL, { by: 'name', descending: true }), [0, 1, 4, 2, 3]);
  assert.deepEqual(list.sort(ALL, { by: 'phone', descending: true }), [3, 2, 0, 4, 1]);
});
