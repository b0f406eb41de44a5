import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  extendsRange,
  HEADER_ROW,
  moveFocus,
  parseGridCommand,
  type GridKey,
} from '../../../src/elements/funnel-step-drilldown/grid-focus.ts';

const extent = { rows: 1_000, columns: 9, pageRows: 10, direction: 'ltr' } as const;
const key = (name: string, held: Partial<GridKey> = {}): GridKey => ({
  key: name,
  ctrlKey: false,
  shiftKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});
const at = (row: number, column: number) => ({ row, column });

describe('keys that move', () => {
  const moves: [string, Partial<GridKey>, [number, number], [number, number]][] = [
    ['ArrowDown', {}, [5, 2], [6, 2]],
    ['ArrowUp', {}, [5, 2], [4, 2]],
    ['ArrowUp', {}, [0, 2], [HEADER_ROW, 2]],
    ['ArrowUp', {}, [HEADER_ROW, 2], [HEADER_ROW, 2]],
    ['ArrowDown', {}, [999, 2], [999, 2]],
    ['ArrowRight', {}, [5, 8], [5, 8]],
    ['ArrowLeft', {}, [5, 0], [5, 0]],
    ['PageDown', {}, [5, 2], [15, 2]],
    ['PageDown', {}, [995, 2], [999, 2]],
    ['PageUp', {}, [5, 2], [0, 2]],
    ['PageUp', {}, [HEADER_ROW, 2], [HEADER_ROW, 2]],
    ['Home', {}, [5, 4], [5, 0]],
    ['End', {}, [5, 4], [5, 8]],
    ['Home', { ctrlKey: true }, [5, 4], [0, 0]],
    ['End', { ctrlKey: true }, [5, 4], [999, 8]],
  ];
  for (const [name, held, from, to] of moves) {
    it(`${held.ctrlKey ? 'Ctrl+' : ''}${name} from ${from.join()} to ${to.join()}`, () => {
      assert.deepEqual(moveFocus(at(...from), key(name, held), extent), at(...to));
    });
  }

  it('the arrows to the sides turn round where one reads from the right', () => {
    const rtl = { ...extent, direction: 'rtl' } as const;
    assert.deepEqual(moveFocus(at(5, 4), key('ArrowLeft'), rtl), at(5, 5));
    assert.deepEqual(moveFocus(at(5, 4), key('ArrowRight'), rtl), at(5, 3));
  });

  it('nothing else moves, and Alt belongs to the browser', () => {
    assert.equal(moveFocus(at(5, 4), key('x'), extent), undefined);
    assert.equal(moveFocus(at(5, 4), key('ArrowLeft', { altKey: true }), extent), undefined);
  });

  it('an empty list leaves only the headers', () => {
    assert.deepEqual(moveFocus(at(0, 2), key('ArrowDown'), { ...extent, rows: 0 }), at(HEADER_ROW, 2));
  });
});

describe('keys that ask', () => {
  it('have one meaning each', () => {
    assert.equal(parseGridCommand(key(' ')), 'toggle');
    assert.equal(parseGridCommand(key(' ', { shiftKey: true })), 'range');
    assert.equal(parseGridCommand(key('a', { ctrlKey: true })), 'all');
    assert.equal(parseGridCommand(key('a', { metaKey: true })), 'all');
    assert.equal(parseGridCommand(key('a')), undefined);
    assert.equal(parseGridCommand(key('Enter')), 'open');
    assert.equal(parseGridCommand(key('Escape')), 'escape');
  });
  it('Shift draws a range up and down only', () => {
    assert.equal(extendsRange(key('ArrowDown', { shiftKey: true })), true);
    assert.equal(extendsRange(key('ArrowRight', { shiftKey: true })), false);
    assert.equal(extendsRange(key('ArrowDown')), false);
  });
});
