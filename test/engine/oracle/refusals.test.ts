import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compileFunnel, FunnelwheelError } from '../../../src/engine/index.ts';
import { refusedDefinitions } from '../../support/oracle/refused-definitions.ts';

describe('definitions that the rules refuse are refused with the path of the mistake', () => {
  for (const { why, path, definition } of refusedDefinitions) {
    test(why, () => {
      assert.throws(
        () => compileFunnel(definition),
        (thrown) => {
          assert.ok(thrown instanceof FunnelwheelError, String(thrown));
          assert.equal(thrown.code, 'invalid-definition');
          assert.ok(
            thrown.path.startsWith(path),
            `the path is ${thrown.path}, expected ${path}: ${thrown.message}`,
          );
          return true;
        },
      );
    });
  }
});
