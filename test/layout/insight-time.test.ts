import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { getTimeLocalization } from '../../src/i18n/insight-time.ts';
import { toStepPair } from '../../src/layout/insight-steps.ts';
import { findSuppliedHistogram, layoutTime, type TimeView } from '../../src/layout/insight-time.ts';
import { least, plain, shared } from '../../demo/scenarios/funnel-results.ts';
import { withTimes } from '../../demo/scenarios/insight-results.ts';

const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const LAST = { from: 'intro', to: 'member' };

function view(result: FunnelResult, chosen: { from?: string; to?: string } = LAST, tag = 'en'): TimeView {
  const localization = getChartLocalization(tag);
  const pair = toStepPair(result, chosen, localization);
  assert.ok(pair);
  const context = { result, localization, words: getTimeLocalization(tag) };
  const laidOut = layoutTime(findSuppliedHistogram(pair), chosen, context);
  assert.ok(laidOut);
  return laidOut;
}

test('half and nine in ten are the answer', () => {
  assert.equal(plainText(view(withTimes).title), 'Half took up to 16 days, 9 in 10 up to 30 days');
  assert.equal(
    plainText(view(withTimes, LAST, 'fr').title),
    'La moitié y met jusqu’à 16 jours, 9 personnes sur 10 jusqu’à 30 jours',
  );
});

test('each bar says its times and its share, and opens its people; the last has no end', () => {
  const { bars } = view(withTimes);
  assert.deepEqual(
    bars.map(({ mark }) => `${plainText(mark.heading)}: ${mark.words}`),
    [
      '0 sec to 7 days: 92 people, 12.6%',
      '7 days to 14 days: 220 people, 30.1%',
      '14 days to 21 days: 240 people, 32.8%',
      '21 days to 28 days: 120 people, 16.4%',
      '28 days or more: 60 people, 8.2%',
    ],
  );
  const day = 86_400;
  assert.deepEqual(bars[1]?.mark.segment, {
    step: 'member',
    outcome: 'converted',
    took: { from: 'intro', min: 7 * day, max: 14 * day },
  });
  assert.deepEqual(bars[4]?.mark.segment?.took, { from: 'intro', min: 28 * day });
  assert.equal(bars[2]?.size, 1);
  assert.equal(bars[1]?.size, 220 / 240);
});

test('median and p90 stand where they are on the bars; beyond them nowhere', () => {
  const { median, p90 } = view(withTimes);
  // The 16th day of five bars of seven days.
  assert.ok(Math.abs((median?.place ?? 0) - 16 / 35) < 1e-9);
  assert.equal(p90, undefined, 'the 30th day is in the bar without an end');
});

test('without bars the times of each step are there, and that bars are missing is said', () => {
  const { bars, rows, notes } = view(plain);
  assert.equal(bars.length, 0);
  assert.deepEqual(
    rows.map(({ step, base, median, p90 }) => [step, base, plainText(median), p90]),
    [
      ['Leads contacted', 'from step 1', '1 day 4 hr', 'unknown'],
      ['Checkout page viewed', 'from step 2', '2 days 6 hr', 'unknown'],
      ['Intro offer purchased', 'from step 3', '1 day 20 hr', 'unknown'],
      ['Membership purchased, not an intro', 'from step 4', '16 days', 'unknown'],
    ],
  );
  assert.match(notes.join(' '), /no bars/);
});

test('a result without times says so', () => {
  assert.equal(view(least, {}).title, 'These numbers came without times');
});

test('the pair is what was chosen where the funnel has it, else from the first step to the goal', () => {
  const localization = getChartLocalization('en');
  const ids = (result: FunnelResult, chosen: { from?: string; to?: string }) => {
    const pair = toStepPair(result, chosen, localization);
    return [pair?.from.id, pair?.to.id];
  };
  assert.deepEqual(ids(plain, {}), ['lead', 'member']);
  assert.deepEqual(ids(plain, { from: 'contact', to: 'intro' }), ['contact', 'intro']);
  assert.deepEqual(ids(plain, { from: 'member', to: 'intro' }), ['lead', 'intro']);
  assert.deepEqual(ids(plain, { from: 'gone', to: 'gone' }), ['lead', 'member']);
  assert.deepEqual(ids(shared, {}), ['lead', 'member']);
  assert.equal(toStepPair({ steps: [{ name: 'Leads', count: 3 }] }, {}, localization), undefined);
});
