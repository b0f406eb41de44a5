import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WheelResult } from '../../src/engine/schema/wheel.ts';
import { getWheelLocalization } from '../../src/i18n/wheel-localization.ts';
import { computeWheelFacts } from '../../src/layout/wheel-facts.ts';
import { layoutWheelView } from '../../src/layout/wheel-view-model.ts';
import type { WheelViewModel, WheelViewOptions } from '../../src/layout/wheel-view.ts';
import * as fixtures from '../../demo/scenarios/wheel-results.ts';

function view(result: WheelResult, tag = 'en', more: Partial<WheelViewOptions> = {}): WheelViewModel {
  return layoutWheelView(result, { localization: getWheelLocalization(tag), ...more });
}

/** French numbers and punctuation have no-break spaces of two kinds; a reader sees spaces. */
function seen(text: string | undefined): string {
  return (text ?? '').replace(/[\u00a0\u202f]/g, ' ');
}

test('the sentence says where most are, who declined, left and came back, and how that compares', () => {
  assert.equal(
    view(fixtures.lifecycle).summary.text,
    'Loyalty is the largest phase: 1,280 people (43.9% of the total). In 30 days: 142 declines, 61 departures, 57 returns; 2.5 times as many declines as returns. The total gained 156 people in 30 days. What holds most people up: “No visit for 30 days” (Attrition, 206 people).',
  );
  assert.equal(
    seen(view(fixtures.lifecycle, 'fr').summary.text),
    'Fidélisation est la plus grande phase : 1 280 personnes (43,9 % du total). En 30 jours : 142 reculs, 61 départs, 57 retours ; 2,5 fois plus de reculs que de retours. Le total gagne 156 personnes en 30 jours. Ce qui freine le plus : « Sans passage depuis 30 jours » (Attrition, 206 personnes).',
  );
});

test('the flywheel answers whether it turns faster, the quick test, and what clients brought', () => {
  const { text } = view(fixtures.flywheel).summary;
  assert.match(text, /The wheel turns 1\.2 times as fast as in the period before\./);
  assert.match(text, /Quick test: 3 of 5 goals met; growth is faster than before\./);
  assert.match(text, /Customers brought 48 people \(before: 35\)\./);
  const slower = { ...fixtures.flywheel, momentum: { value: 0.8, direction: -1 as const } };
  assert.match(view(slower).summary.text, /turns 1\.3 times slower/);
  const unknown = { ...fixtures.flywheel, momentum: { value: null, direction: null } };
  assert.match(view(unknown).summary.text, /cannot be said yet/);
});

test('a phase is named as a whole: place, people, share, speed, whence and whither', () => {
  const name = view(fixtures.lifecycle).phases[2]?.name;
  assert.equal(
    name,
    '3 of 5, Loyalty: 1,280 people, 43.9% of the total, 7.4 months median (before: 7.1 months); in: 133 from Conversion and 57 from Retention; out: 142 to Attrition',
  );
});

test('the balance adds up, or says by how much it does not', () => {
  const { phases } = view(fixtures.lifecycle);
  assert.equal(seen(phases[0]?.balance), '599 at the start + 214 in − 171 out = 642');
  assert.equal(phases[0]?.residual, '');
  assert.equal(seen(phases[4]?.balance), '161 at the start + 96 in − 57 out, +3 unexplained = 203');
  assert.equal(phases[4]?.residual, '+3 unexplained');
});

test('people who were brought are in no balance', () => {
  const bare: WheelResult = {
    ...fixtures.flywheel,
    phases: fixtures.flywheel.phases.map(({ id, count, start }) => ({ id, count, start })),
  };
  const [activation] = computeWheelFacts(bare).phases;
  // 180 came in, 150 went on; the 48 that advocates brought did not move.
  assert.deepEqual([activation?.entered, activation?.left, activation?.residual], [180, 150, 0]);
});

test('shares are of those on the wheel, and add up', () => {
  const { phases, total } = computeWheelFacts(fixtures.lifecycle);
  assert.equal(total, 642 + 418 + 1280 + 371 + 203);
  const sum = phases.reduce((all, { share }) => all + (share ?? 0), 0);
  assert.ok(Math.abs(sum - 1) < 1e-12);
});

test('unknown is not zero: no bar, no share, and the total says what it lacks', () => {
  const partial = view(fixtures.partial);
  const attrition = partial.phases[3];
  assert.deepEqual(
    [attrition?.count, attrition?.gauge, attrition?.share, attrition?.isMissing],
    ['—', undefined, '', true],
  );
  assert.match(partial.scope, /2,543 people \(without Attrition\)/);
  assert.equal(partial.unknown, '42 people without a phase');
});

test('movements that are not known are not zero either', () => {
  assert.equal(view(fixtures.still).flows, undefined);
  assert.deepEqual(view(fixtures.allInOne).flows, []);
  assert.match(
    view(fixtures.allInOne).summary.text,
    /Everybody is in one phase, Loyalty: 640 people\. In 30 days, nobody changed phase\./,
  );
});

test('eight movements are drawn, the rest is told with its sum', () => {
  const crowded = view(fixtures.eightPhases);
  assert.equal(crowded.flows?.filter(({ facts }) => facts.drawn).length, 8);
  const rest = crowded.flows?.filter(({ facts }) => !facts.drawn) ?? [];
  const people = rest.reduce((sum, { facts }) => sum + facts.count, 0);
  assert.equal(crowded.moreFlows, `${rest.length} more movements, not drawn (${people} people)`);
  const sizes = crowded.flows?.map(({ facts }) => facts.count) ?? [];
  assert.deepEqual(
    sizes,
    [...sizes].sort((a, b) => b - a),
    'the largest first',
  );
});

test('a movement told in two parts is one', () => {
  const twice: WheelResult = {
    ...fixtures.still,
    flows: [
      { from: 'loyalty', to: 'attrition', count: 4 },
      { from: 'loyalty', to: 'attrition', count: 5 },
    ],
  };
  assert.deepEqual(
    view(twice).flows?.map(({ count }) => count),
    ['9'],
  );
});

test('kinds that are not given follow from the ends', () => {
  const bare: WheelResult = {
    ...fixtures.lifecycle,
    flows: fixtures.lifecycle.flows?.map(({ from, to, count }) => ({ from, to, count })),
  };
  const kinds = new Map(view(bare).flows?.map(({ key, kind }) => [key, kind]));
  assert.equal(kinds.get('not-engaged>acquisition'), 'enter');
  assert.equal(kinds.get('loyalty>attrition'), 'decline');
  assert.equal(kinds.get('retention>loyalty'), 'return');
  assert.equal(kinds.get('attrition>former'), 'leave');
  assert.equal(kinds.get('attrition>retention'), 'move');
});

test('friction is sorted by the people it holds up, and says how bad it is', () => {
  const activation = view(fixtures.flywheel).phases[0];
  assert.deepEqual(
    activation?.friction.map(({ text }) => text),
    [
      'Leads nobody contacted: 88 people, 34% (high)',
      'Abandoned carts: 41 people, 18% (medium)',
      'Security of the site (not measured)',
    ],
  );
});

test('one measure on all gauges, never two units', () => {
  const rate = view(fixtures.flywheel, 'en', { metric: 'retention-rate' });
  assert.deepEqual(
    rate.phases.map(({ gauge }) => gauge),
    [undefined, undefined, 0.914, undefined],
  );
  assert.equal(rate.phases[2]?.target, 0.93);
  assert.equal(rate.phases[2]?.measured, '91.4%');
  assert.match(rate.gaugeNote, /full is 100%/);
  const days = view(fixtures.flywheel, 'en', { metric: 'days' });
  assert.deepEqual(
    days.phases.map(({ gauge }) => gauge?.toFixed(3)),
    [(24 / 190).toFixed(3), (31 / 190).toFixed(3), '1.000', undefined],
  );
  assert.equal(days.phases[3]?.measured, '—', 'never its people in the place of its days');
  const mixed: WheelResult = {
    model: 'flywheel',
    phases: [
      { id: 'activation', count: 1, metrics: [{ id: 'x', value: 5, unit: 'count' }] },
      { id: 'adoption', count: 1, metrics: [{ id: 'x', value: 0.5, unit: 'share' }] },
    ],
  };
  assert.deepEqual(
    view(mixed, 'en', { metric: 'x' }).phases.map(({ gauge }) => gauge),
    [1, undefined],
  );
});

test('targets: what is met, what is not, what is not known', () => {
  const metrics = view(fixtures.flywheel).phases.flatMap((phase) => phase.metrics);
  const met = new Map(metrics.map((metric) => [metric.name, metric.met]));
  assert.equal(met.get('New qualified leads'), true);
  assert.equal(met.get('First sales'), false);
  assert.equal(met.get('Average revenue per customer'), undefined);
  assert.equal(metrics.find(({ name }) => name === 'Lifetime value')?.value, 'unknown');
});

test('marks are a part of a gauge of people, and are said', () => {
  const marks = { places: { loyalty: 320, former: 9 }, label: 'Lost before checkout' };
  const loyalty = view(fixtures.lifecycle, 'en', { marks }).phases[2];
  assert.equal(loyalty?.marked, 320 / 1280);
  assert.equal(loyalty?.mark, 'Lost before checkout: 320 here');
  assert.match(loyalty?.name ?? '', /Lost before checkout: 320 here/);
  const days = view(fixtures.lifecycle, 'en', { marks, metric: 'days' }).phases[2];
  assert.equal(days?.marked, undefined);
});

test('a link of the data is followed only where it leads to the web', () => {
  const href = (link: string) =>
    view({ ...fixtures.lifecycle, notices: [{ code: 'x', href: link }] }).notices[0]?.href;
  assert.equal(href('/settings'), '/settings');
  assert.equal(href('javascript:alert(1)'), undefined);
});

test('a name of another direction does not turn a sentence round', () => {
  assert.match(view(fixtures.arabic).summary.text, /^\u2068ولاء\u2069 is the largest/);
  assert.doesNotMatch(view(fixtures.lifecycle).summary.text, /\u2068/);
});

test('the engagement index has halves and its qualification, the others have not', () => {
  const engagement = view(fixtures.engagement, 'fr');
  assert.deepEqual(engagement.halves, { before: 'Avant l’achat', after: 'Après l’achat' });
  assert.deepEqual(
    engagement.qualification.map(({ name, count }) => [name, count]),
    [
      ['MQL', '204'],
      ['SAL', '121'],
      ['SQL', '97'],
    ],
  );
  assert.equal(view(fixtures.lifecycle).halves, undefined);
});

test('the sums of the sentence are in the list, kind by kind', () => {
  assert.deepEqual(view(fixtures.lifecycle).flowSums, ['Decline: 142', 'Departure: 61', 'Return: 57']);
});

test('days of a flywheel are those until the next phase; a change has its unit', () => {
  const [activation] = view(fixtures.flywheel).phases;
  assert.equal(activation?.speedChange, '24 days until Adoption (median) (5 days less)');
  assert.equal(view(fixtures.lifecycle).phases[0]?.speedChange, '18 days median (3 days more)');
});

test('who comes from outside was new; outside they are still not engaged', () => {
  const { flows, outside } = view(fixtures.lifecycle, 'fr');
  assert.equal(flows?.[0]?.from, 'Nouveaux');
  assert.equal(seen(outside[0]?.label), 'Pas encore engagés : 388 personnes');
  assert.deepEqual(
    outside.map(({ rule }) => rule),
    ['', '12 mois sans activité'],
  );
});

test('who was contacted has not progressed', () => {
  const contacted = view(fixtures.lifecycle).flows?.find(({ key }) => key === 'attrition>retention');
  assert.deepEqual([contacted?.kind, contacted?.kindWord], ['move', 'Contacted to come back']);
});

test('a comparison that is off is not missing data', () => {
  assert.match(view({ ...fixtures.still, origin: 'computed' }).flowsMissing, /Comparison is off/);
  assert.match(view(fixtures.still).flowsMissing, /not available/);
});

test('the momentum says from what numbers', () => {
  const counted = {
    ...fixtures.flywheel,
    momentum: { value: 1.59, direction: 1 as const, moves: 54, previousMoves: 34 },
  };
  assert.match(view(counted).summary.text, /1\.6 times as fast.* Moves to a later phase: 54, against 34 in/);
});
