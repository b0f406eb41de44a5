import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { getDifferencesLocalization } from '../../src/i18n/insight-differences.ts';
import { layoutDifferences, type DifferencesView } from '../../src/layout/insight-differences.ts';
import { plain } from '../../demo/scenarios/funnel-results.ts';
import { withGroups } from '../../demo/scenarios/insight-results.ts';

function view(result: FunnelResult, tag = 'en'): DifferencesView {
  const words = getDifferencesLocalization(tag);
  return layoutDifferences({ result, localization: getChartLocalization(tag), words });
}

test('says which do better and which worse; a dozen people are too few', () => {
  const { title, rows } = view(withGroups);
  assert.equal(title, '“Website” does better than the others; “Meta Ads” does worse than the others');
  assert.deepEqual(
    rows.map(({ label, rate, fraction, verdict }) => [label, rate, fraction, verdict]),
    [
      ['Website', '30%', '150 of 500', 'better'],
      ['Meta Ads', '10%', '50 of 500', 'worse'],
      // Under thirty the fraction comes first.
      ['Referral', '5 of 12', '42%', 'too-few'],
    ],
  );
  assert.equal(rows[0]?.rest, 'others: 55 of 512, 10.7%');
});

test('each group opens its people at the goal', () => {
  const { mark } = view(withGroups).rows[1] ?? {};
  assert.deepEqual(mark?.segment, { step: 'member', outcome: 'converted', group: 'Meta Ads' });
  assert.equal(mark?.count, 50);
});

test('the dot lies within its interval, on a scale from zero', () => {
  const { rows, ticks, all } = view(withGroups);
  for (const { place } of rows) assert.ok(place && place.low < place.rate && place.rate < place.high);
  assert.equal(ticks[0]?.place, 0);
  assert.ok(all !== undefined && all > 0 && all < 1);
});

test('groups alike are no news', () => {
  const groups = ['A', 'B'].map((value) => ({
    value,
    steps: [500, 250, 100].map((converted, index) => ({
      id: ['lead', 'intro', 'member'][index]!,
      converted,
    })),
  }));
  const alike = { ...withGroups, breakdown: { property: 'source', groups } };
  assert.equal(view(alike).title, 'No group differs from the others by more than chance makes');
});

test('without a breakdown it says how to get one', () => {
  const { title, lead, rows } = view(plain, 'fr');
  assert.equal(title, 'Il n’y a pas encore de groupes à comparer');
  assert.match(lead, /Répartir par/);
  assert.equal(rows.length, 0);
});
