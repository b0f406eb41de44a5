import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { getFactorsLocalization } from '../../src/i18n/insight-factors.ts';
import { layoutFactors, type FactorsView } from '../../src/layout/insight-factors.ts';
import { withFactors } from '../../demo/scenarios/insight-results.ts';

const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function view(tag = 'en', factors = withFactors.factors): FactorsView {
  assert.ok(factors);
  const words = getFactorsLocalization(tag);
  return layoutFactors(factors, { result: withFactors, localization: getChartLocalization(tag), words });
}

test('the certain ones first, the strongest first, in counts', () => {
  const { rows, title } = view();
  // Odds: 12·51 ÷ (88·49) = 0.14; 41·90 ÷ (49·20) = 3.77; 30·79 ÷ (60·31) = 1.27.
  assert.deepEqual(
    rows.map(({ label, own, others, verdict, odds }) => [label, own, others, verdict, odds.split(',')[0]]),
    [
      ['on entering: Campaign: Brand', '12 of 100 (12%)', '49 of 100 (49%)', 'less', 'odds × 0.14'],
      ['afterwards: a booking is made', '41 of 90 (46%)', '20 of 110 (18.2%)', 'more', 'odds × 3.8'],
      ['Source: Website', '30 of 90 (33%)', '31 of 110 (28.2%)', 'noise', 'odds × 1.3'],
    ],
  );
  assert.equal(title, 'Went on less often: those with “on entering: Campaign: Brand”');
});

test('no word of a cause, and how it was looked at', () => {
  const { lead, notes } = view();
  assert.match(
    plainText(lead),
    /^Of those who did “Lead”, who did “Membership” within 60 days. This says what is found together/,
  );
  assert.match(
    plainText(notes.join(' ')),
    /3 things were looked at.*within 7 days.*12 people were not there long enough/,
  );
});

test('ratios stand on a scale of doublings, as far as they reach on each side of 1', () => {
  const { rows, ticks, one } = view();
  const [less, more] = rows;
  assert.ok(less!.place.rate < one && more!.place.rate > one);
  assert.ok(less!.place.low <= less!.place.rate && less!.place.rate <= less!.place.high);
  const places = ticks.map(({ place }) => place);
  // 0.14 is 2.9 doublings down and 3.77 is 1.9 up: with half of one to spare, 4 and 3 in whole ones.
  assert.deepEqual(
    ticks.map(({ text }) => text),
    ['1/16', '1/8', '1/4', '1/2', '1', '2', '4', '8'],
  );
  assert.equal(places[4], one);
  assert.deepEqual([places[0], places.at(-1)], [0, 1]);
  assert.ok(Math.abs(places[1]! - places[0]! - (places[2]! - places[1]!)) < 1e-9);
});

test('nothing certain, nothing at all', () => {
  const [website] = withFactors.factors!.factors;
  assert.match(view('fr', { ...withFactors.factors!, factors: [website!] }).title, /plus que par hasard/);
  const none = view('en', { ...withFactors.factors!, factors: [] });
  assert.match(none.title, /enough people/);
  assert.equal(none.notes.length, 0);
});

test('many are drawn as far as anybody reads, the rest is in the table', () => {
  const [website, booking] = withFactors.factors!.factors;
  const named = (count: number, of: typeof website) =>
    Array.from({ length: count }, (_, index) => ({
      ...of!,
      property: 'person.source',
      value: `Source ${index}`,
    }));
  const many = view('en', { ...withFactors.factors!, factors: named(12, booking) });
  assert.deepEqual([many.rows.length, many.drawn], [12, 8]);
  assert.match(many.notes.join(' '), /in the table/);
  const few = view('en', { ...withFactors.factors!, factors: [booking!, ...named(6, website)] });
  assert.deepEqual([few.rows.length, few.drawn], [7, 4]);
  assert.equal(view().drawn, 3);
});

test('what the entry repeats of the person is told once', () => {
  const [website] = withFactors.factors!.factors;
  const entry = { ...website!, kind: 'entry' as const, property: 'source' };
  const rows = (...factors: (typeof website)[]) =>
    view('en', { ...withFactors.factors!, factors: factors.map((factor) => factor!) }).rows.map(
      ({ label }) => label,
    );
  assert.deepEqual(rows(entry, website), ['Source: Website']);
  const others = { ...entry, with: { people: 80, converted: 30 } };
  assert.equal(rows(others, website).length, 2);
  const later = { ...entry, kind: 'event' as const, event: 'booking' };
  assert.equal(rows(later, website).length, 2, 'what somebody did later is another thing');
});
