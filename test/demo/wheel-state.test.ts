import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFiguresState, toFiguresQuery } from '../../demo/figures/figures-state.ts';
import { monthsBefore, readWheelState, toWheelQuery } from '../../demo/wheel/wheel-state.ts';

const LAST = '2026-11-15';

test('the page of the wheel opens on the lifecycle, compared with a quarter before', () => {
  const state = readWheelState(new URLSearchParams(), LAST);
  assert.deepEqual(state, { model: 'lifecycle', asOf: LAST, comparedTo: '2026-08-15', isCompared: true });
  assert.deepEqual(
    Object.values(toWheelQuery(state, LAST)).filter((value) => value !== undefined),
    [],
  );
});

test('an address says what was chosen, and a wrong one is forgiven', () => {
  const query = new URLSearchParams('model=flywheel&as-of=2026-05-31&compared-to=2026-01-01&compare=off');
  const state = readWheelState(query, LAST);
  assert.deepEqual(state, {
    model: 'flywheel',
    asOf: '2026-05-31',
    comparedTo: '2026-01-01',
    isCompared: false,
  });
  const written = Object.entries(toWheelQuery(state, LAST)).filter(([, value]) => value !== undefined);
  assert.deepEqual(readWheelState(new URLSearchParams(written as [string, string][]), LAST), state);
  const wrong = readWheelState(new URLSearchParams('model=moon&as-of=tomorrow&compared-to=2027-01-01'), LAST);
  assert.equal(wrong.model, 'lifecycle');
  assert.equal(wrong.asOf, LAST);
  assert.equal(wrong.comparedTo, '2026-08-15');
});

test('three months before the end of a long month is the end of a short one', () => {
  assert.equal(monthsBefore('2026-05-31', 3), '2026-02-28');
  assert.equal(monthsBefore('2026-01-15', 3), '2025-10-15');
});

test('the page of figures opens on a year and the first class', () => {
  const state = readFiguresState(new URLSearchParams('period=never&preset=luck'));
  assert.deepEqual(state, { period: 'twelve-months', preset: 'first-class' });
  const chosen = readFiguresState(new URLSearchParams('period=last-month&preset=trial'));
  assert.deepEqual(toFiguresQuery(chosen), { period: 'last-month', preset: 'trial' });
});
