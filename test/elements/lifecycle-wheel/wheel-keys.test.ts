import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toInitials } from '../../../src/elements/lifecycle-wheel/client-view.ts';
import { toKeyAction } from '../../../src/elements/lifecycle-wheel/wheel-keys.ts';

const move = (to: number) => ({ do: 'move', to });

test('arrows go round the phases, and wrap: it is a cycle', () => {
  assert.deepEqual(toKeyAction('ArrowRight', 'phase', 0, 5), move(1));
  assert.deepEqual(toKeyAction('ArrowDown', 'phase', 4, 5), move(0));
  assert.deepEqual(toKeyAction('ArrowLeft', 'phase', 0, 5), move(4));
  assert.deepEqual(toKeyAction('ArrowUp', 'phase', 3, 5), move(2));
});

test('the movements are a list: up and down, and the ends are ends', () => {
  assert.deepEqual(toKeyAction('ArrowDown', 'flow', 1, 3), move(2));
  assert.deepEqual(toKeyAction('ArrowDown', 'flow', 2, 3), move(2));
  assert.deepEqual(toKeyAction('ArrowUp', 'flow', 0, 3), move(0));
  assert.equal(toKeyAction('ArrowRight', 'flow', 0, 3), undefined);
});

test('Home and End, help, and the way back', () => {
  assert.deepEqual(toKeyAction('Home', 'phase', 3, 5), move(0));
  assert.deepEqual(toKeyAction('End', 'flow', 0, 7), move(6));
  assert.deepEqual(toKeyAction('?', 'phase', 0, 5), { do: 'help' });
  assert.deepEqual(toKeyAction('Escape', 'flow', 2, 3), { do: 'leave', to: 'phase' });
  assert.deepEqual(toKeyAction('Escape', 'phase', 2, 3), { do: 'clear' });
});

test('letters are left to the page, and an empty list moves nowhere', () => {
  assert.equal(toKeyAction('a', 'phase', 0, 5), undefined);
  assert.equal(toKeyAction('End', 'flow', -1, 0), undefined);
});

test('initials are whole letters of the first and the last word', () => {
  assert.equal(toInitials('Julie Martin'), 'JM');
  assert.equal(toInitials('élise'), 'É');
  assert.equal(toInitials(' Anne  Le Goff '), 'AG');
  assert.equal(toInitials(''), '');
});
