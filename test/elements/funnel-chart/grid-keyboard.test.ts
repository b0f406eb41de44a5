import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  applyGridAct,
  type GridAct,
  type GridPlace,
  type GridState,
  handleGridKey,
  type KeyPress,
  toggleCell,
} from '../../../src/elements/funnel-chart/grid-keyboard.ts';

/** `c2:people` is the cell of column 2 of its row. */
function row(id: string, cells: string): GridPlace[] {
  return cells.split(' ').map((cell) => {
    const [column, kind] = cell.split(':');
    return { key: `${id}${column}`, column: Number(column), kind: kind as GridPlace['kind'] };
  });
}

// Three steps: the second has no fourth column, the third no second.
const rows = [
  row('a', '1:button 2:people 3:people 4:text 6:text'),
  row('b', '1:text 2:people 3:people 5:people 6:text'),
  row('c', '1:text 3:people 4:text 5:people'),
];

function stateAt(active: string, rest: Partial<GridState> = {}): GridState {
  return { rows, active, selected: new Set(), hasTooltip: false, isRightToLeft: false, ...rest };
}

function press(key: string): KeyPress {
  const keys = key.split('+');
  const has = (name: string): boolean => keys.slice(0, -1).includes(name);
  const name = keys.at(-1) ?? '';
  return {
    key: name === 'Space' ? ' ' : name,
    ctrlKey: has('Ctrl'),
    shiftKey: has('Shift'),
    altKey: has('Alt'),
    metaKey: has('Meta'),
  };
}

/** Presses keys one after the other; answers where the focus is after each. */
function walk(state: GridState, keys: string): string[] {
  const places: string[] = [];
  for (const key of keys.split(' ')) {
    state = applyGridAct(state, handleGridKey(state, press(key)));
    places.push(state.active);
  }
  return places;
}

function act(state: GridState, key: string): GridAct | undefined {
  return handleGridKey(state, press(key));
}

test('arrows: across the cells of a step, down and up its columns', () => {
  assert.deepEqual(walk(stateAt('a2'), 'ArrowRight ArrowRight ArrowLeft'), ['a3', 'a4', 'a3']);
  assert.deepEqual(walk(stateAt('a3'), 'ArrowDown ArrowDown ArrowUp ArrowUp'), ['b3', 'c3', 'b3', 'a3']);
});

test('a step without the cell gives the nearest, the earlier of two equally near', () => {
  assert.deepEqual(walk(stateAt('b2'), 'ArrowDown'), ['c1']);
  assert.deepEqual(walk(stateAt('a4'), 'ArrowDown'), ['b3']);
  assert.deepEqual(walk(stateAt('b6'), 'ArrowDown'), ['c5']);
});

test('the edges are edges: the key stays in the grid and leads nowhere', () => {
  for (const [at, key] of [
    ['a1', 'ArrowLeft'],
    ['a6', 'ArrowRight'],
    ['a2', 'ArrowUp'],
    ['c3', 'ArrowDown'],
    ['a1', 'Home'],
    ['c5', 'End'],
  ] as const)
    assert.deepEqual(act(stateAt(at), key), { act: 'stay' }, `${at} ${key}`);
});

test('Home and End: the ends of a step; with Ctrl the first and last step', () => {
  assert.deepEqual(walk(stateAt('b3'), 'End Home'), ['b6', 'b1']);
  assert.deepEqual(walk(stateAt('b3'), 'Ctrl+End Ctrl+Home'), ['c3', 'a3']);
});

test('right to left turns ← and → round, and nothing else', () => {
  const rtl = { isRightToLeft: true };
  assert.deepEqual(walk(stateAt('a2', rtl), 'ArrowLeft ArrowRight ArrowRight'), ['a3', 'a2', 'a1']);
  assert.deepEqual(walk(stateAt('a2', rtl), 'ArrowDown End Home'), ['b2', 'b6', 'b1']);
});

test('every cell can be reached from every other, by arrows alone', () => {
  const all = rows.flat().map(({ key }) => key);
  for (const start of all) {
    const reached = new Set([start]);
    for (const at of reached)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'])
        reached.add(walk(stateAt(at), key)[0] ?? '');
    assert.deepEqual([...reached].sort(), [...all].sort(), start);
  }
});

test('Enter opens what has people; a button of its own keeps its press; text has none', () => {
  assert.deepEqual(act(stateAt('a2'), 'Enter'), { act: 'open', cell: 'a2' });
  assert.equal(act(stateAt('a1'), 'Enter'), undefined);
  assert.equal(act(stateAt('a4'), 'Enter'), undefined);
});

test('Space selects, and selects no more; on text it only keeps the page where it is', () => {
  let state = stateAt('a2');
  for (const [key, selected] of [
    ['Space', ['a2']],
    ['ArrowDown', ['a2']],
    ['Space', ['a2', 'b2']],
    ['ArrowUp', ['a2', 'b2']],
    ['Space', ['b2']],
  ] as const) {
    state = applyGridAct(state, act(state, key));
    assert.deepEqual([...state.selected], selected, key);
  }
  assert.deepEqual(act(stateAt('a4'), 'Space'), { act: 'stay' });
  assert.equal(act(stateAt('a1'), 'Space'), undefined);
});

test('Esc: first the tooltip, then the selection, then it is the page’s', () => {
  let state = stateAt('a2', { hasTooltip: true, selected: new Set(['a2', 'b2']) });
  const acts: (string | undefined)[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const next = act(state, 'Escape');
    acts.push(next?.act);
    state = applyGridAct(state, next);
  }
  assert.deepEqual(acts, ['close-tooltip', 'clear-selection', undefined, undefined]);
  assert.equal(state.active, 'a2');
});

test('moving to what has people brings their tooltip, moving to text none', () => {
  const moved = (from: string, key: string): boolean => {
    const state = stateAt(from, { hasTooltip: true });
    return applyGridAct(state, act(state, key)).hasTooltip;
  };
  assert.equal(moved('a2', 'ArrowRight'), true);
  assert.equal(moved('a3', 'ArrowRight'), false);
});

test('? asks for help, with Shift or without', () => {
  assert.deepEqual(act(stateAt('a4'), '?'), { act: 'help' });
  assert.deepEqual(act(stateAt('a4'), 'Shift+?'), { act: 'help' });
});

test('all other keys, and those of the browser, are left alone', () => {
  const others =
    'Tab Shift+Tab a F5 PageDown Alt+ArrowLeft Meta+ArrowRight Shift+ArrowDown Ctrl+ArrowDown Ctrl+Enter Shift+Space Ctrl+a';
  for (const key of others.split(' ')) assert.equal(act(stateAt('b3'), key), undefined, key);
});

test('a cell that is not there leads nowhere, and does not throw', () => {
  assert.deepEqual(act(stateAt('gone'), 'ArrowDown'), { act: 'focus', cell: 'a1' });
  assert.deepEqual(act({ ...stateAt('a1'), rows: [] }, 'ArrowDown'), { act: 'stay' });
});

test('a selection is a new set each time', () => {
  const before = new Set(['x']);
  assert.deepEqual([...toggleCell(before, 'y')], ['x', 'y']);
  assert.deepEqual([...before], ['x']);
});
