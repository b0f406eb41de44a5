import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadOnce, loadPart, prepare } from '../../src/data/load-part.ts';

describe('a part of the package that is loaded later', () => {
  it('that does not come is an error of the network', async () => {
    const cause = new TypeError('no such file');
    await assert.rejects(
      loadPart(() => Promise.reject(cause)),
      { code: 'network', cause },
    );
  });

  it('is loaded once, however often it is asked for, and again where it did not come', async () => {
    let asked = 0;
    const load = loadOnce(() =>
      (asked += 1) === 1 ? Promise.reject(new TypeError()) : Promise.resolve('part'),
    );
    const both = await Promise.allSettled([load(), load()]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    await assert.rejects(
      async () => {
        throw (both[0] as PromiseRejectedResult).reason;
      },
      { code: 'network' },
    );
    assert.equal(load.isLoaded(), false);
    assert.equal(await load(), 'part');
    assert.equal(load.isLoaded(), true);
    assert.equal(await load(), 'part');
    assert.equal(asked, 2);
  });

  it('can be begun before it is needed, and not come without a word', async () => {
    let isBegun = false;
    prepare(() => {
      isBegun = true;
      return Promise.reject(new TypeError());
    });
    await new Promise((resolve) => setTimeout(resolve));
    assert.ok(isBegun);
  });
});
