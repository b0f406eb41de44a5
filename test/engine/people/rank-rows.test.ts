import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rankKeys, sortByRank, type SortKey } from '../../../src/engine/people/rank-rows.ts';

/** The rule, slowly: the missing last whichever the direction; equals as they came. */
function compare(a: SortKey, b: SortKey, descending: boolean): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (a === b) return 0;
  return (a < b ? -1 : 1) * (descending ? -1 : 1);
}

function sortSlowly(keys: readonly SortKey[], descending: boolean): number[] {
  return keys.map((_, row) => row).sort((a, b) => compare(keys[a], keys[b], descending));
}

const numbers = fc.array(
  fc.option(
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom(1e15, -1e15, 0.5, Infinity, -Infinity)),
    {
      nil: undefined,
    },
  ),
);
const texts = fc.array(
  fc.option(fc.constantFrom('', 'a', 'b', 'ab', 'é', 'z', '10', '9'), { nil: undefined }),
);

for (const [name, keys] of [
  ['numbers', numbers],
  ['texts', texts],
] as const) {
  test(`rows sorted by rank are the rows sorted by comparison: ${name}`, () => {
    fc.assert(
      fc.property(keys as fc.Arbitrary<SortKey[]>, fc.boolean(), (list, descending) => {
        // The rows themselves are anything but 0, 1, 2 …: a rank belongs to a place in the list.
        const rows = list.map((_, index) => 1000 - index * 7);
        const expected = sortSlowly(list, descending).map((index) => rows[index]);
        assert.deepEqual(sortByRank(rows, rankKeys(list), descending), expected);
      }),
    );
  });
}

test('the missing come last in both directions', () => {
  const keys = [undefined, 2, 1, undefined, 2];
  assert.deepEqual(sortByRank([0, 1, 2, 3, 4], rankKeys(keys), false), [2, 1, 4, 0, 3]);
  assert.deepEqual(sortByRank([0, 1, 2, 3, 4], rankKeys(keys), true), [1, 4, 2, 0, 3]);
});
