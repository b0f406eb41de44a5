import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Pace } from '../../src/data/pace.ts';

/** Keeps the thread longer than it may be kept. */
function dawdle(): void {
  const end = performance.now() + 12;
  while (performance.now() < end);
}

describe('work in pieces', () => {
  it('comes to every row once, in order', async () => {
    const sizes = fc.record({ rows: fc.nat(300), piece: fc.integer({ min: 1, max: 400 }) });
    await fc.assert(
      fc.asyncProperty(sizes, async ({ rows, piece }) => {
        const seen: number[] = [];
        const work = (from: number, to: number) => {
          assert.ok(to > from && to - from <= piece);
          for (let row = from; row < to; row += 1) seen.push(row);
        };
        await new Pace().forEachPiece(rows, work, piece);
        assert.deepEqual(
          seen,
          Array.from({ length: rows }, (_, row) => row),
        );
      }),
      { seed: 5 },
    );
  });

  it('lets others have their turn while it goes on', async () => {
    const course: string[] = [];
    const work = () => {
      course.push('piece');
      dawdle();
    };
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => course.push('other');
    port2.postMessage(undefined);
    await new Pace().forEachPiece(4, work, 1);
    port1.close();
    assert.ok(course.indexOf('other') > 0);
    assert.ok(course.indexOf('other') < course.lastIndexOf('piece'), course.join(' '));
  });

  it('ends with the reason of who gave it up in between', async () => {
    const abort = new AbortController();
    let pieces = 0;
    const work = () => {
      pieces += 1;
      abort.abort(new Error('no longer'));
      dawdle();
    };
    await assert.rejects(new Pace(abort.signal).forEachPiece(10, work, 1), { message: 'no longer' });
    assert.equal(pieces, 1);
  });
});
