import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { layoutFunnelView } from '../../src/layout/funnel-view-model.ts';
import { listCells, nextSort, sortSteps, type StepSort } from '../../src/layout/step-sort.ts';
import { october, partial } from '../../demo/scenarios/funnel-results.ts';

const view = layoutFunnelView(october, { localization: getChartLocalization('en') });
const order = (sort: StepSort | undefined, model = view): string[] =>
  sortSteps(model.steps, sort).map(({ id }) => id);

test('without a sort the steps keep their order', () => {
  assert.deepEqual(order(undefined), ['lead', 'contact', 'checkout', 'intro', 'member']);
});

test('a column of numbers sorts by its numbers, not by its words', () => {
  const { columns } = view;
  // Lost: 1,135 · 1,477 · 850 · 496; the first step has none and stays last either way.
  assert.deepEqual(order({ column: columns.dropped, descending: true }), [
    'checkout',
    'contact',
    'intro',
    'member',
    'lead',
  ]);
  assert.deepEqual(order({ column: columns.dropped, descending: false }), [
    'member',
    'intro',
    'contact',
    'checkout',
    'lead',
  ]);
  // Rates: 76.4 · 59.8 · 55.9 · 59.6 %.
  assert.deepEqual(order({ column: columns.rate, descending: true }), [
    'contact',
    'checkout',
    'member',
    'intro',
    'lead',
  ]);
  // Changes: −6.1 % of the first, then +2.4, −3.3, +4.0 and −10.6 points.
  assert.deepEqual(order({ column: columns.change, descending: true }), [
    'intro',
    'contact',
    'checkout',
    'lead',
    'member',
  ]);
  // Medians: 1 d 4 h, 2 d 6 h, 1 d 20 h, 16 d.
  assert.deepEqual(order({ column: columns.details, descending: true }), [
    'member',
    'checkout',
    'intro',
    'contact',
    'lead',
  ]);
});

test('the column of steps turns their order round', () => {
  assert.deepEqual(order({ column: 1, descending: true }), [
    'member',
    'intro',
    'checkout',
    'contact',
    'lead',
  ]);
});

test('what is unknown comes last, whichever way', () => {
  const model = layoutFunnelView(partial, { localization: getChartLocalization('en') });
  for (const descending of [true, false])
    assert.equal(order({ column: model.columns.count, descending }, model).at(-1), 'intro');
});

test('sorting leaves the steps as they were', () => {
  const before = view.steps.map(({ id }) => id);
  sortSteps(view.steps, { column: view.columns.count, descending: false });
  assert.deepEqual(
    view.steps.map(({ id }) => id),
    before,
  );
});

test('a header leads to the largest first, the smallest first, and back', () => {
  const first = nextSort(undefined, 3);
  assert.deepEqual(first, { column: 3, descending: true });
  const second = nextSort(first, 3);
  assert.deepEqual(second, { column: 3, descending: false });
  assert.equal(nextSort(second, 3), undefined);
  assert.deepEqual(nextSort(second, 4), { column: 4, descending: true });
});

test('every cell of a step has a column of its own', () => {
  for (const step of view.steps) {
    const columns = listCells(step).map(({ column }) => column);
    assert.equal(new Set(columns).size, columns.length, step.id);
  }
});
