import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepable, RecentlyUsed } from '../../src/engine/recently-used.ts';

test('what was used longest ago goes first', () => {
  const kept = new RecentlyUsed<string>(2);
  const made: string[] = [];
  const get = (key: string) => kept.get(key, () => (made.push(key), key));
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal(get(key), key);
  // `b` made room for `c`, because `a` was used after it.
  assert.deepEqual(made, ['a', 'b', 'c', 'b']);
});

test('of what is as large as a dataset fewer are kept the larger it is', () => {
  assert.deepEqual(
    [0, 4000, 200_000, 400_000, 1_000_000, 10_000_000].map((people) => keepable(people, 8, 2)),
    [8, 8, 8, 4, 2, 2],
  );
});
