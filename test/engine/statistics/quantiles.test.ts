import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeMean, computeMedian, computeQuantile } from '../../../src/engine/statistics/quantiles.ts';

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
