import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FunnelwheelError } from '../../src/engine/error.ts';

test('an error crosses the worker’s port as plain data and comes out the same', () => {
  const error = new FunnelwheelError('http', 'answered 503', { path: 'src', value: 503, status: 503 });
  const again = FunnelwheelError.from(structuredClone(error.toDetail()));
  assert.deepEqual(again.toDetail(), error.toDetail());
});

test('an error of somebody else’s is internal, whatever its code says', () => {
  const foreign = [
    new DOMException('gone', 'AbortError'),
    Object.assign(new Error('gone'), { code: 'ERR_NETWORK' }),
    { code: 'http', message: 12 },
    'gone',
  ];
  for (const thrown of foreign) {
    const error = FunnelwheelError.from(thrown);
    assert.equal(error.code, 'internal');
    assert.equal(error.cause, thrown);
  }
});
