import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { getNumbersLocalization } from '../../src/i18n/insight-numbers.ts';
import { layoutFunnelView } from '../../src/layout/funnel-view-model.ts';
import { layoutNumbers } from '../../src/layout/insight-numbers.ts';
import { few, growing, october, partial, shared, unbounded } from '../../demo/scenarios/funnel-results.ts';

const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function lines(result: FunnelResult, step: number, tag = 'en'): string[] {
  const blocks = layoutNumbers(result, getChartLocalization(tag), getNumbersLocalization(tag));
  return (blocks[step]?.lines ?? []).map(({ number, formula, words }) =>
    plainText([number, formula && `= ${formula}`, words].filter(Boolean).join(' | ')),
  );
}

test('each number with its terms and what they are', () => {
  assert.deepEqual(lines(october, 3), [
    '1,228 | people who did “Intro offer purchased”',
    '55.9% | = 1,228 ÷ 2,198 | people who did “Intro offer purchased”, of all who did “Checkout page viewed”',
    '25.5% | = 1,228 ÷ 4,810 | people who did “Intro offer purchased”, of all who began with “Leads created”',
    '850 | = 2,198 − 1,228 − 120 | people who did “Checkout page viewed”, less those who did “Intro offer purchased”, less those who still have time',
    '38.7% | = 850 ÷ 2,198 | these people, of all who did “Checkout page viewed”',
    '1 day 20 hours | half of those who went on took less than 1 day 20 hours, half more',
    // September: 1,240 of 2,390 = 51.9 %.
    '+4.0 | = 55.9% − 51.9% | 55.9% now, less 51.9% in the compared period',
  ]);
});

test('the same in French', () => {
  assert.equal(
    lines(october, 1, 'fr')[1],
    '76,4 % | = 3 675 ÷ 4 810 | personnes passées par « Prospects contactés », sur toutes celles passées par « Prospects créés »',
  );
});

test('few people: how sure the rate is', () => {
  // Wilson, 7 of 12: 32 % to 81 %.
  assert.match(lines(few, 1)[2] ?? '', /^32% – 81% \| the true rate lies between 32% and 81%/);
});

test('several bases, people in both steps, no limit of time, a missing number', () => {
  assert.match(lines(shared, 3)[1] ?? '', /of all who did “Lead contacted” or “Checkout page viewed”/);
  assert.match(lines(growing, 1)[1] ?? '', /^83.3% \| = 150 ÷ 180 \| people who did both/);
  assert.match(lines(unbounded, 1).join('\n'), /40 of them came too recently/);
  const missing = partial.steps.findIndex(
    ({ count, converted }) => (converted ?? count ?? undefined) === undefined,
  );
  assert.match(lines(partial, missing)[0] ?? '', /did not come with the others/);
});

test('its numbers are those of the chart', () => {
  const localization = getChartLocalization('en');
  const view = layoutFunnelView(october, { localization });
  view.steps.forEach((step, index) => {
    const numbers = lines(october, index).map((line) => line.split(' | ')[0] ?? '');
    assert.ok(numbers.includes(plainText(step.count.text)), step.label);
    for (const [percent] of plainText(step.rate.text).matchAll(/[\d.]+%/g))
      assert.ok(numbers.includes(percent), percent);
  });
});
