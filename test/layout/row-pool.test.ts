import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RowPool } from '../../src/layout/row-pool.ts';

test('a row keeps its place while it is drawn, and one that comes takes a place that is free', () => {
  const pool = new RowPool();
  const first = pool.assign([0, 1, 2, 3]);
  assert.deepEqual([0, 1, 2, 3].map(first), [0, 1, 2, 3]);
  const scrolled = pool.assign([2, 3, 4, 5]);
  assert.deepEqual([2, 3, 4, 5].map(scrolled), [2, 3, 0, 1]);
  const jumped = pool.assign([2, 90, 91, 92]);
  assert.deepEqual([2, 90, 91, 92].map(jumped), [2, 0, 1, 3], 'the one that stayed away keeps its place');
});

test('a shorter list has places of its own length', () => {
  const pool = new RowPool();
  pool.assign([0, 1, 2, 3, 4]);
  const shorter = pool.assign([3, 4, 1]);
  assert.deepEqual([3, 4, 1].map(shorter), [0, 2, 1]);
});
