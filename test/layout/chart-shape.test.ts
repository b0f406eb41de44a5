import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChartRoom, chooseShape, type ShapeWish } from '../../src/layout/chart-shape.ts';

const wish: ShapeWish = {
  spark: false,
  table: false,
  orientation: 'horizontal',
  layout: 'stacked',
  groups: 0,
  steps: 5,
  columns: 9,
  compared: false,
};
const room = (inlineSize?: number, blockSize?: number): ChartRoom => ({ inlineSize, blockSize });

test('bars, where nothing else is wanted, at any width', () => {
  for (const width of [undefined, 0, 200, 320, 5000]) assert.equal(chooseShape(wish, room(width)), 'bars');
});

test('a card where it is wanted, or where the page gave the chart less than 160 px of height', () => {
  assert.equal(chooseShape({ ...wish, spark: true }, room(900)), 'spark');
  assert.equal(chooseShape(wish, room(900, 159)), 'spark');
  assert.equal(chooseShape(wish, room(900, 160)), 'bars');
  // No height of its own: as high as what is drawn. Narrow is not a card: 400 % zoom loses nothing.
  assert.equal(chooseShape(wish, room(300)), 'bars');
});

test('columns only where each of the steps has room', () => {
  const vertical: ShapeWish = { ...wish, orientation: 'vertical' };
  assert.equal(chooseShape(vertical, room(1080)), 'columns');
  assert.equal(chooseShape(vertical, room(480)), 'bars');
  assert.equal(chooseShape({ ...vertical, steps: 12 }, room(1080)), 'bars');
  assert.equal(chooseShape({ ...vertical, steps: 2 }, room(320)), 'bars');
  assert.equal(chooseShape({ ...vertical, steps: 2 }, room(400)), 'columns');
  assert.equal(chooseShape(vertical, room(undefined)), 'bars');
});

test('a table with its columns side by side where they fit, else as lists', () => {
  const table: ShapeWish = { ...wish, table: true };
  assert.equal(chooseShape(table, room(1080)), 'wide-table');
  assert.equal(chooseShape(table, room(760)), 'wide-table');
  assert.equal(chooseShape({ ...table, columns: 10 }, room(760)), 'table');
  assert.equal(chooseShape({ ...table, columns: 4 }, room(480)), 'wide-table');
  assert.equal(chooseShape(table, room(320)), 'table');
  // Measured in French: six groups need 960 px, and 1,132 where changes stand beside them; the card takes 42.
  assert.equal(chooseShape({ ...table, columns: 11 }, room(1001)), 'table');
  assert.equal(chooseShape({ ...table, columns: 11 }, room(1010)), 'wide-table');
  assert.equal(chooseShape({ ...table, columns: 12, compared: true }, room(1173)), 'table');
  assert.equal(chooseShape({ ...table, columns: 12, compared: true }, room(1180)), 'wide-table');
});
