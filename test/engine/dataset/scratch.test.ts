import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Scratch } from '../../../src/engine/dataset/scratch.ts';

test('what is lent is nobody else’s until it is given back', () => {
  const scratch = new Scratch();
  const first = scratch.ints(4);
  const second = scratch.ints(4);
  first.fill(1);
  second.fill(2);
  assert.deepEqual([...first], [1, 1, 1, 1]);
  scratch.giveBack(first);
  assert.equal(scratch.ints(4).buffer, first.buffer);
  assert.notEqual(scratch.ints(4).buffer, second.buffer);
});

test('the smallest buffer that is large enough is lent, and never one that is too small', () => {
  const scratch = new Scratch();
  const [small, large] = [scratch.ints(4), scratch.floats(100)];
  scratch.giveBack(large, small);
  assert.equal(scratch.floats(2).buffer, small.buffer);
  const more = scratch.ints(101);
  assert.equal(more.length, 101);
  assert.equal(more.buffer, large.buffer);
  assert.equal(scratch.floats(7).length, 7);
});

test('of many buffers the largest are kept', () => {
  const scratch = new Scratch();
  const lent = [5, 1, 2, 3, 4, 6, 7, 8].map((length) => scratch.ints(length));
  scratch.giveBack(...lent);
  const again = lent.map(() => scratch.ints(1).buffer.byteLength / Int32Array.BYTES_PER_ELEMENT);
  assert.deepEqual(again, [3, 4, 5, 6, 7, 8, 1, 1]);
});
