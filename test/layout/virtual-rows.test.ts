import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  computePageRows,
  computeScroll,
  computeScrollSize,
  isScaled,
  isStuck,
  layoutRowWindow,
  MAX_SCROLL_SIZE,
  revealRow,
  scrollToOffset,
  settleScroll,
  type RowList,
} from '../../src/layout/virtual-rows.ts';

const short: RowList = { count: 100, rowSize: 44, viewportSize: 440 };
const million: RowList = { count: 1_000_000, rowSize: 44, viewportSize: 440 };

describe('a list that fits the scroll range', () => {
  it('has the height of its rows, and scrolls by true pixels', () => {
    assert.equal(computeScrollSize(short), 4_400);
    assert.equal(isScaled(short), false);
    assert.deepEqual(computeScroll(short, { scrollTop: 0, offset: 0 }, 1_000), {
      scrollTop: 1_000,
      offset: 1_000,
    });
  });

  it('draws the rows in sight and some around them, where they belong', () => {
    const state = scrollToOffset(short, 450);
    assert.deepEqual(layoutRowWindow(short, state, 0), { start: 10, end: 21, top: 440 });
    assert.deepEqual(layoutRowWindow(short, state, 4), { start: 6, end: 25, top: 264 });
  });

  it('never draws rows that do not exist', () => {
    assert.deepEqual(layoutRowWindow({ ...short, count: 3 }, { scrollTop: 0, offset: 0 }, 4), {
      start: 0,
      end: 3,
      top: 0,
    });
    assert.deepEqual(layoutRowWindow({ ...short, count: 0 }, { scrollTop: 0, offset: 0 }, 4), {
      start: 0,
      end: 0,
      top: 0,
    });
  });

  it('moves as little as brings a row into sight', () => {
    const state = scrollToOffset(short, 440);
    assert.equal(revealRow(short, state, 12), state);
    assert.equal(revealRow(short, state, 9).offset, 396);
    assert.equal(revealRow(short, state, 20).offset, 484);
  });

  it('pages by whole rows, at least one', () => {
    assert.equal(computePageRows(short), 10);
    assert.equal(computePageRows({ ...short, viewportSize: 20 }), 1);
  });
});

describe('a list beyond the scroll range', () => {
  it('is capped, and both its ends are reached', () => {
    assert.equal(computeScrollSize(million), MAX_SCROLL_SIZE);
    const end = scrollToOffset(million, Infinity);
    assert.equal(end.scrollTop, MAX_SCROLL_SIZE - 440);
    assert.equal(layoutRowWindow(million, end, 0).end, 1_000_000);
    assert.deepEqual(scrollToOffset(million, -5), { scrollTop: 0, offset: 0 });
  });

  it('takes a drag of the scrollbar as a share of the whole', () => {
    const dragged = computeScroll(million, { scrollTop: 0, offset: 0 }, MAX_SCROLL_SIZE - 440);
    assert.equal(dragged.offset, 44_000_000 - 440);
    const middle = computeScroll(million, { scrollTop: 0, offset: 0 }, (MAX_SCROLL_SIZE - 440) / 2);
    assert.equal(middle.offset, (44_000_000 - 440) / 2);
  });

  it('takes a turn of the wheel in true pixels', () => {
    const start = scrollToOffset(million, 22_000_000);
    const turned = computeScroll(million, start, start.scrollTop + 100);
    assert.equal(turned.offset, 22_000_100);
  });

  it('is settled where small moves have run to an end of the range before the rows end', () => {
    const start = scrollToOffset(million, 300);
    const up = computeScroll(million, start, 0);
    assert.ok(up.offset > 0);
    assert.equal(isStuck(million, up), true);
    const settled = settleScroll(million, up);
    assert.equal(settled.offset, up.offset);
    assert.equal(isStuck(million, settled), false);
  });

  it('puts the first drawn row where the viewport sees it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: -2_000, max: 2_000 }),
        (row, wheel) => {
          const at = revealRow(million, scrollToOffset(million, 0), row);
          const state = computeScroll(million, at, at.scrollTop + wheel);
          const { start, end, top } = layoutRowWindow(million, state, 0);
          // The distance of a row from the top of the viewport, by the container's position and by the true offset.
          const drawn = top - state.scrollTop;
          const wanted = start * 44 - state.offset;
          assert.ok(Math.abs(drawn - wanted) < 0.001);
          assert.ok(drawn <= 0 && drawn > -44 && end > start && end <= 1_000_000);
        },
      ),
    );
  });

  it('brings any row wholly into sight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: 0, max: 999_999 }), (from, to) => {
        const state = revealRow(million, scrollToOffset(million, from * 44), to);
        assert.ok(to * 44 >= state.offset - 1e-6 && (to + 1) * 44 <= state.offset + 440 + 1e-6);
      }),
    );
  });
});
