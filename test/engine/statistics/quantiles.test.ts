import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  computeMean,
  computeMedian,
  computeQuantile,
  selectQuantiles,
} from '../../../src/engine/statistics/quantiles.ts';

test('type 7: the place is (n - 1) × share, between two values a straight line', () => {
  // n = 4: the lower quartile stands at place 0.75, three quarters of the way from 10 to 20.
  assert.equal(computeQuantile([10, 20, 30, 40], 0.25), 17.5);
  assert.equal(computeQuantile([10, 20, 30, 40], 0.5), 25);
  assert.equal(computeQuantile([10, 20, 30, 40], 1), 40);
  assert.equal(computeQuantile([7], 0.9), 7);
  assert.equal(computeQuantile([], 0.5), null);
});

test('the median takes values in any order, negative ones too', () => {
  assert.equal(computeMedian([5, -10, 100]), 5);
  assert.equal(computeMean([]), null);
  assert.equal(computeMean([1, 2, 6]), 3);
});

const shares = [0, 0.25, 0.5, 0.75, 0.9, 1];

/** Numbers of seconds as they come: many small, few large, many the same. */
const manyTimes = fc
  .integer({ min: 1, max: 9 })
  .chain((seed) =>
    fc.array(
      fc.oneof(
        fc.integer({ min: 0, max: 10 * seed }),
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.constant(86_400),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
      ),
      { minLength: 0, maxLength: 3000, size: 'max' },
    ),
  );

test('quantiles of values in any order are those of the sorted values, and the values stay as they are', () => {
  const agrees = fc.property(manyTimes, (times) => {
    const values = Float64Array.from(times);
    const ascending = values.slice().sort();
    const found = selectQuantiles(values, shares);
    assert.deepEqual(
      found,
      shares.map((share) => computeQuantile(ascending, share)),
    );
    assert.deepEqual([...values], times);
  });
  fc.assert(agrees, { numRuns: 300, seed: 20_261_129 });
});

test('quantiles of many values that are all equal, or as far apart as numbers go', () => {
  assert.deepEqual(selectQuantiles(new Float64Array(1000).fill(7), [0.5, 0.9]), [7, 7]);
  const extremes = Float64Array.from({ length: 1001 }, (_, i) =>
    i < 500 ? -Number.MAX_VALUE : i > 500 ? Number.MAX_VALUE : 3,
  );
  assert.deepEqual(selectQuantiles(extremes, [0.5]), [3]);
  const tiny = Float64Array.from({ length: 1001 }, (_, i) => (i % 2) * Number.MIN_VALUE);
  assert.deepEqual(selectQuantiles(tiny, [0.25, 1]), [0, Number.MIN_VALUE]);
});
