import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PersonRow } from '../../../src/engine/schema/index.ts';
import {
  computeBreakdowns,
  toggleFilter,
} from '../../../src/elements/funnel-step-drilldown/people-breakdown.ts';
import { computeList } from '../../../src/elements/funnel-step-drilldown/people-list.ts';

const rows: PersonRow[] = [
  {
    id: 1,
    name: 'Élodie',
    source: 'Website',
    enteredAt: '2026-10-03T10:00:00Z',
    tags: ['VIP'],
    properties: { location: 'Nation' },
  },
  {
    id: 2,
    name: 'Zoe',
    source: 'Referral',
    enteredAt: '2026-10-01T10:00:00Z',
    properties: { location: 'Nation' },
  },
  {
    id: 3,
    name: 'adam',
    source: null,
    enteredAt: null,
    email: 'adam@example.com',
    properties: { location: 'Bastille' },
  },
  {
    id: 4,
    name: 'Bo',
    source: 'Website',
    enteredAt: Date.parse('2026-10-02T10:00:00Z'),
    properties: { location: null },
  },
];
const collator = new Intl.Collator('fr');
const ids = (query: Partial<Parameters<typeof computeList>[1]>) =>
  computeList(rows, { q: '', filters: [], ...query }, collator).map((row) => row.id);

describe('the list', () => {
  it('keeps the order it came in', () => assert.deepEqual(ids({}), [1, 2, 3, 4]));
  it('finds without accents and case, every word', () => {
    assert.deepEqual(ids({ q: 'elodie' }), [1]);
    assert.deepEqual(ids({ q: 'webs vip' }), [1]);
    assert.deepEqual(ids({ q: 'webs nobody' }), []);
  });
  it('sorts names as readers do', () => {
    assert.deepEqual(ids({ sort: { by: 'name', descending: false } }), [3, 4, 1, 2]);
  });
  it('sorts instants of either form, the unknown last both ways', () => {
    assert.deepEqual(ids({ sort: { by: 'enteredAt', descending: false } }), [2, 4, 1, 3]);
    assert.deepEqual(ids({ sort: { by: 'enteredAt', descending: true } }), [1, 4, 2, 3]);
  });
  it('keeps only those with a value, or without one', () => {
    assert.deepEqual(ids({ filters: [{ property: 'source', value: 'Website' }] }), [1, 4]);
    assert.deepEqual(ids({ filters: [{ property: 'source', value: null }] }), [3]);
    assert.deepEqual(
      ids({
        filters: [
          { property: 'source', value: 'Website' },
          { property: 'location', value: null },
        ],
      }),
      [4],
    );
  });
});

describe('the breakdown', () => {
  it('counts each value, the largest first, none last, and adds up to the people', () => {
    const source = computeBreakdowns(rows).find((breakdown) => breakdown.property === 'source');
    assert.deepEqual(source?.values, [
      { value: 'Website', count: 2 },
      { value: 'Referral', count: 1 },
      { value: null, count: 1 },
    ]);
  });
  it('leaves out what is the same for all', () => {
    assert.equal(
      computeBreakdowns(rows).some((breakdown) => breakdown.property === 'leadStage'),
      false,
    );
  });
  it('leaves out what is different for nearly all', () => {
    const many = Array.from({ length: 200 }, (_, id): PersonRow => ({
      id,
      source: id % 2 ? 'a' : 'b',
      properties: { code: `c${id}` },
    }));
    assert.deepEqual(
      computeBreakdowns(many).map((breakdown) => breakdown.property),
      ['source'],
    );
  });
  it('filters by one value a property, and lets go of it at the second press', () => {
    const first = toggleFilter([], { property: 'source', value: 'Website' });
    const second = toggleFilter(first, { property: 'source', value: null });
    assert.deepEqual(second, [{ property: 'source', value: null }]);
    assert.deepEqual(toggleFilter(second, { property: 'source', value: null }), []);
  });
});
