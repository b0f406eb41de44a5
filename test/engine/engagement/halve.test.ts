import assert from 'node:assert/strict';
import { test } from 'node:test';
import { halve } from '../../../src/engine/engagement/halve.ts';

test('halve is 2^(−x) to the last digits, and exact at whole numbers', () => {
  for (let step = 0; step <= 200_000; step++) {
    const x = (step / 200_000) ** 2 * 80;
    assert.ok(Math.abs(halve(x) / 2 ** -x - 1) <= 5e-16, `2^−${x}: ${halve(x)}`);
  }
  for (let whole = 0; whole <= 1080; whole++) assert.equal(halve(whole), 2 ** -whole);
  assert.equal(halve(Infinity), 0);
});
