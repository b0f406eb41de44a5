import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { getWhatIfLocalization } from '../../src/i18n/insight-what-if.ts';
import { layoutWhatIf, toThought, type WhatIfView } from '../../src/layout/insight-what-if.ts';
import { rising, shared } from '../../demo/scenarios/funnel-results.ts';
import { withMoney } from '../../demo/scenarios/insight-results.ts';

const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function view(rate: number, step = 'intro', result = withMoney, tag = 'en'): WhatIfView {
  const context = {
    result,
    currency: result.currency,
    localization: getChartLocalization(tag),
    words: getWhatIfLocalization(tag),
  };
  return layoutWhatIf({ step, rate }, context);
}

test('what would arrive at the end, in people and money, and half of it', () => {
  // 60 instead of 40 of 100: 20 more, a quarter of whom go on: 15 instead of 10. Each brings 80: 1,600 more.
  const { title, rows } = view(0.6);
  assert.equal(title, '15 instead of 10 would do “Membership”, about €1,600 more in sales along the way');
  assert.deepEqual(
    rows.map(({ label, cells }) => [label, ...cells]),
    [
      ['Rate of “Intro offer”', '40%', '60%', '50%'],
      ['Intro offer', '40', '60', '50'],
      ['Membership', '10', '15', '13'],
      ['Money, compared with now', '', '+€1,600', '+€800'],
    ],
  );
});

test('less is said as less', () => {
  assert.equal(
    plainText(view(0.2, 'intro', withMoney, 'fr').title),
    '5 au lieu de 10 feraient « Abonnement », environ 1 600 € de ventes en moins sur le parcours',
  );
});

test('as it is, nothing changes', () => {
  assert.equal(view(0.4).title, 'As it is: 10 “Membership”');
});

test('where nothing can be said, it says why', () => {
  const { title, rows, reason } = view(0.5, 'contact', shared);
  assert.equal(title, 'Nothing can be said of this step');
  assert.match(reason, /several steps/);
  assert.equal(rows.length, 0);
  assert.notEqual(view(0.5, 'intro', rising).reason, '');
});

test('at first, five more of a hundred at the step that loses most; a choice that is gone is none', () => {
  assert.deepEqual(toThought(withMoney, undefined), { step: 'intro', rate: 0.45 });
  assert.deepEqual(toThought(withMoney, { step: 'gone', rate: 0.9 }), { step: 'intro', rate: 0.45 });
  assert.deepEqual(toThought(withMoney, { step: 'member', rate: 7 }), { step: 'member', rate: 1 });
  assert.deepEqual(toThought(withMoney, { step: 'member' }), { step: 'member', rate: 0.3 });
  assert.equal(toThought({ steps: [{ name: 'Leads', count: 2 }] }, undefined), undefined);
});
