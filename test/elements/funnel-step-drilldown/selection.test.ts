import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  computeHeaderAction,
  countSelected,
  isSelected,
  NO_SELECTION,
  replaceRange,
  selectOnly,
  toggleSelected,
  WHOLE_SEGMENT,
  withSelected,
} from '../../../src/elements/funnel-step-drilldown/selection.ts';

describe('selection', () => {
  it('of nobody and of everybody cost no ids', () => {
    assert.equal(countSelected(NO_SELECTION, 840_213), 0);
    assert.equal(countSelected(WHOLE_SEGMENT, 840_213), 840_213);
    assert.equal(isSelected(WHOLE_SEGMENT, 7), true);
  });

  it('of all but one excludes that one', () => {
    const selection = toggleSelected(WHOLE_SEGMENT, 7);
    assert.deepEqual(selection, { mode: 'exclude', ids: new Set([7]) });
    assert.equal(countSelected(selection, 10), 9);
    assert.equal(isSelected(selection, 7), false);
  });

  it('tells the id 1 from the id "1"', () => {
    assert.equal(isSelected(selectOnly([1]), '1'), false);
  });

  it('lets go of the former range when a range is drawn anew', () => {
    const selection = replaceRange(selectOnly([9, 1, 2, 3]), [1, 2, 3], [1, 2]);
    assert.deepEqual([...selection.ids].sort(), [1, 2, 9]);
  });

  it('agrees with a plain set of ids over any sequence of acts', () => {
    const act = fc.record({
      ids: fc.array(fc.integer({ min: 0, max: 9 })),
      selected: fc.boolean(),
      all: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let selection = NO_SELECTION;
        let expected = new Set<number>();
        for (const { ids, selected, all } of acts) {
          if (all) {
            selection = WHOLE_SEGMENT;
            expected = new Set(Array.from({ length: 10 }, (_, id) => id));
          }
          selection = withSelected(selection, ids, selected);
          for (const id of ids) void (selected ? expected.add(id) : expected.delete(id));
        }
        assert.equal(countSelected(selection, 10), expected.size);
        for (let id = 0; id < 10; id++) assert.equal(isSelected(selection, id), expected.has(id));
      }),
    );
  });
});

describe('the checkbox of the header', () => {
  const shown = [1, 2, 3];
  it('takes a list at once that is here as a whole, or is short', () =>
    assert.equal(computeHeaderAction(NO_SELECTION, shown, true, false), 'all'));
  it('takes what is in sight of a long list first, then all, then nobody', () => {
    assert.equal(computeHeaderAction(NO_SELECTION, shown, false, false), 'shown');
    assert.equal(computeHeaderAction(selectOnly(shown), shown, false, false), 'all');
    assert.equal(computeHeaderAction(WHOLE_SEGMENT, shown, false, true), 'none');
  });
});
