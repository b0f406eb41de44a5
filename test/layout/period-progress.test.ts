import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { isComparable } from '../../src/layout/period-progress.ts';

const november = { from: '2026-11-01', to: '2026-11-30', timeZone: 'Europe/Paris' };

function compare(asOf: string | undefined, compared: { from?: string; to?: string } | undefined): boolean {
  const comparison = compared && { range: compared, steps: [] };
  const result: FunnelResult = { steps: [], range: november, asOf, comparison };
  return isComparable(result, getChartLocalization('en'));
}

test('a period that is over may be compared with one of any length', () => {
  assert.equal(compare('2026-12-01', { from: '2026-10-01', to: '2026-10-31' }), true);
  assert.equal(compare(undefined, { from: '2025-01-01', to: '2025-12-31' }), true);
});

test('one that is not over, only with as many days as have elapsed', () => {
  // On the 12th, twelve days have begun: 1–12 is fair, and so is 1–11, as the twelfth is not over.
  assert.equal(compare('2026-11-12T18:00:00+01:00', { from: '2026-10-01', to: '2026-10-12' }), true);
  assert.equal(compare('2026-11-12T18:00:00+01:00', { from: '2026-10-01', to: '2026-10-11' }), true);
  assert.equal(compare('2026-11-12T18:00:00+01:00', { from: '2026-10-01', to: '2026-10-31' }), false);
  assert.equal(compare('2026-11-12T18:00:00+01:00', { from: '2026-10-01', to: '2026-10-05' }), false);
});

test('what is not known is not held against it', () => {
  assert.equal(compare('2026-11-12', undefined), true);
  assert.equal(compare('2026-11-12', {}), true);
  assert.equal(compare('2026-11-12', { from: '2026-10-01' }), true);
});
