import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { getMoneyLocalization } from '../../src/i18n/insight-money.ts';
import { layoutMoney, type MoneyView } from '../../src/layout/insight-money.ts';
import { plain } from '../../demo/scenarios/funnel-results.ts';
import { withMoney } from '../../demo/scenarios/insight-results.ts';

const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function view(result: FunnelResult, tag = 'en', currency = result.currency): MoneyView | undefined {
  const localization = getChartLocalization(tag);
  return layoutMoney({ result, currency, localization, words: getMoneyLocalization(tag) });
}

test('a loss is worth what those who went on brought: at the step and after it', () => {
  // One more intro offer: 30, and a quarter of them 200: 80 each. 50 lost: 4,000; 30 lost at 200: 6,000.
  const money = view(withMoney);
  assert.deepEqual(
    money?.rows.map(({ left, each, lost, reached }) => [left, each, lost, reached]),
    [
      ['€4,000', 'about €80 each, later purchases included', '50 people lost', '€3,200'],
      ['€6,000', 'about €200 each', '30 people lost', '€2,000'],
    ],
  );
  assert.equal(money?.title, 'Most is left on the table before “Membership”: about €6,000');
  assert.match(money?.rows[0]?.formula ?? '', /^50 × €80.00 ≈ €4,000: .*€30.00.*25%.*“Membership”.*€200/);
  assert.match(money?.rows[0]?.open ?? '', /^10 still open, worth about €800/);
});

test('the value of a purchase: half, on average, of how many', () => {
  assert.equal(
    plainText(view(withMoney, 'fr')?.values[1] ?? ''),
    '« Abonnement » : la moitié paie 180 € ou moins, 200 € en moyenne, sur 10 paiements.',
  );
});

test('each amount opens the people it is about', () => {
  assert.deepEqual(view(withMoney)?.rows[0]?.mark.segment, { step: 'intro', outcome: 'dropped' });
  assert.equal(view(withMoney)?.rows[0]?.mark.count, 50);
});

test('without a currency amounts are numbers, and that is said', () => {
  const money = layoutMoney({
    result: withMoney,
    currency: undefined,
    localization: getChartLocalization('en'),
    words: getMoneyLocalization('en'),
  });
  assert.equal(money?.rows[1]?.left, '6,000');
  assert.match(money?.notes.join(' ') ?? '', /No currency/);
});

test('without a purchase there is no money', () => {
  const steps = plain.steps.map((step) => ({ ...step, value: undefined }));
  assert.equal(view({ ...plain, steps }), undefined);
});
