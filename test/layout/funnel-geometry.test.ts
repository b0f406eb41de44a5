import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { layoutGroups } from '../../src/layout/breakdown-groups.ts';
import { layoutFunnel, type StepGeometry } from '../../src/layout/funnel-geometry.ts';
import { computeFunnelFacts } from '../../src/engine/insight/step-facts.ts';
import { growing, manyGroups, nobody, october, plain, tiny } from '../../demo/scenarios/funnel-results.ts';

function geometryOf(result: FunnelResult, mode: 'count' | 'rate' = 'count'): StepGeometry[] {
  const facts = computeFunnelFacts(result);
  return layoutFunnel(facts, layoutGroups(result, facts, getChartLocalization('en')), mode);
}

function near(actual: number | undefined, expected: number): void {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}

test('bars start at zero and are true to one scale', () => {
  const [lead, contact] = geometryOf(plain);
  near(lead?.segments[0]?.size, 1);
  near(contact?.segments[0]?.start, 0);
  near(contact?.segments[0]?.size, 3675 / 4810);
});

test('the remainder reaches to the base: open, then dropped', () => {
  // Intro: 1,228 of 2,198 went on, 120 are open, 850 dropped; the scale is 4,810.
  const intro = geometryOf(plain)[3];
  near(intro?.open?.start, 1228 / 4810);
  near(intro?.open?.size, 120 / 4810);
  near(intro?.dropped?.start, 1348 / 4810);
  near(intro?.dropped?.size, 850 / 4810);
});

test('the scale includes the compared period, and marks it', () => {
  // September had 5,120 leads: October's 4,810 are no full bar.
  const [lead] = geometryOf(october);
  near(lead?.previous, 1);
  near(lead?.segments[0]?.size, 2480 / 5120);
  near(lead?.segments[2]?.start, (2480 + 1610) / 5120);
  assert.equal(lead?.ungrouped, undefined);
});

test('by rate, each track is its base', () => {
  const checkout = geometryOf(plain, 'rate')[2];
  near(checkout?.segments[0]?.size, 2198 / 3675);
  near((checkout?.dropped?.start ?? 0) + (checkout?.dropped?.size ?? 0), 1);
});

test('what did not come from the base is the end of the bar', () => {
  // 240 did it, 150 of them from the base; 30 of the base did not. 270 is the longest row.
  const step = geometryOf(growing)[1];
  near(step?.growth?.start, 150 / 270);
  near(step?.growth?.size, 90 / 270);
  near(step?.dropped?.start, 240 / 270);
});

test('nobody fills nothing, and divides by nothing', () => {
  for (const step of geometryOf(nobody)) {
    assert.equal(step.segments[0]?.size, 0);
    assert.equal(step.dropped, undefined);
    assert.equal(step.enlarged, false);
  }
});

test('what would be invisible is marked as drawn larger', () => {
  const enlarged = geometryOf(tiny).map((step) => step.enlarged);
  assert.deepEqual(enlarged, [false, true, true, true, false]);
});

test('groups beyond six are merged into one', () => {
  const facts = computeFunnelFacts(manyGroups);
  const groups = layoutGroups(manyGroups, facts, getChartLocalization('en'));
  assert.deepEqual(
    groups.map((group) => group.label),
    ['Form', 'Walk-in', 'Import', 'Instagram', 'Not given', 'Other (2)'],
  );
  // 300 + 110 leads of the last two.
  assert.equal(groups[5]?.counts[0], 410);
  assert.equal(groups[5]?.value, undefined);
});

test('people in no group are drawn as such', () => {
  const result: FunnelResult = {
    steps: [{ id: 'a', count: 100 }],
    breakdown: { property: 'p', groups: [{ value: 'x', steps: [{ count: 60 }] }] },
  };
  const [step] = geometryOf(result);
  near(step?.ungrouped?.start, 0.6);
  near(step?.ungrouped?.size, 0.4);
});
