import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult, TrendResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { getTrendLocalization } from '../../src/i18n/insight-trend.ts';
import { chooseInterval, layoutTrend, type TrendView } from '../../src/layout/insight-trend.ts';
import { plain } from '../../demo/scenarios/funnel-results.ts';
import { withTrend, withUnboundedTrend } from '../../demo/scenarios/insight-results.ts';

const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function view(result: FunnelResult, tag = 'en', trend: TrendResult | undefined = result.trend): TrendView {
  assert.ok(trend);
  const context = { result, localization: getChartLocalization(tag), words: getTrendLocalization(tag) };
  const laidOut = layoutTrend(trend, context);
  assert.ok(laidOut);
  return laidOut;
}

test('each point says its period, its people, its rate', () => {
  assert.deepEqual(
    view(withTrend).points.map(({ mark }) => `${mark.heading}: ${plainText(mark.words)}`),
    [
      'Oct 5: 30 of 200, 15%',
      'Oct 12: 34 of 200, 17%',
      'Oct 19: 80 of 200, 40%',
      // Wilson, 4 of 50: 3.2% to 18.8%.
      'Oct 26: 4 of 50, 8%, between 3.2% and 19%, these people still have time: the rate can still rise',
      'Nov 2: nobody',
    ],
  );
});

test('a point opens those who went on, its period the people who entered', () => {
  const [first] = view(withTrend).points;
  const period = { interval: 'week', start: '2026-10-05', from: 'lead' };
  assert.deepEqual(first?.mark.segment, { step: 'member', outcome: 'converted', period });
  assert.equal(first?.mark.count, 30);
  assert.deepEqual(first?.entered.segment, { step: 'member', outcome: 'entered', period });
  assert.equal(view(withTrend).points[4]?.mark.segment, undefined);
});

test('the last whole period is held against all of them', () => {
  // All: 148 of 650 = 22.8 %; 80 of 200 lies at 33 % or more.
  assert.equal(
    plainText(view(withTrend).title),
    'Better than usual: 40% in the week of Oct 19, 22.8% in the whole period',
  );
  const [a, b, , d] = withTrend.trend!.periods;
  const calm = { ...withTrend.trend!, periods: [a!, b!, d!] };
  // 34 of 200 may be as little as 12.4 % or as much as 22.8 %; all: 68 of 450.
  assert.equal(
    plainText(view(withTrend, 'fr', calm).title),
    'Pas de changement net : 17 % (la semaine du 12 oct.), 15,1 % sur toute la période',
  );
  const few = { ...calm, periods: [{ ...a!, entered: 29, converted: 3 }] };
  assert.equal(view(withTrend, 'en', few).title, 'Too few people to tell: 3 of 29 in the week of Oct 5');
});

test('a period that runs is dashed, hollow, and said; one without people is a gap', () => {
  const { points, line, dashed, notes } = view(withTrend);
  assert.deepEqual(
    points.map(({ isFinal }) => isFinal),
    [true, true, true, false, false],
  );
  assert.equal(points[4]?.y, undefined);
  // Three points are joined by two lines, the last of them and the running one by a dashed one.
  assert.equal(line.match(/L/g)?.length, 2);
  assert.equal(dashed.match(/L/g)?.length, 1);
  assert.match(notes[0] ?? '', /still have time/);
});

test('where nothing bounds the step, what is younger than half needed is not final', () => {
  const { points, notes } = view(withUnboundedTrend);
  // On November 12, the week until October 26 is 17 days old, the next 10: half needed 16.
  assert.deepEqual(
    points.slice(0, 4).map(({ isFinal }) => isFinal),
    [true, true, true, false],
  );
  assert.match(notes[0] ?? '', /less time has passed/);
});

test('the scale begins at zero and heights are true to it', () => {
  const { points, ticks } = view(withTrend);
  assert.equal(ticks[0]?.text, '0%');
  assert.equal(ticks[0]?.place, 0);
  const [first, , third] = points;
  assert.ok(Math.abs((third?.y ?? 0) / (first?.y ?? 1) - 40 / 15) < 1e-9);
});

test('a band is drawn where few people make a rate uncertain', () => {
  assert.notEqual(view(withTrend).band, '');
  const many = { ...withTrend.trend!, periods: withTrend.trend!.periods.slice(0, 3) };
  assert.equal(view(withTrend, 'en', many).band, '');
});

test('periods are as long as the range suits', () => {
  assert.equal(chooseInterval({ ...plain, range: { from: '2026-10-01', to: '2026-10-10' } }), 'day');
  assert.equal(chooseInterval(plain), 'week');
  assert.equal(chooseInterval({ ...plain, range: { from: '2026-01-01', to: '2026-10-31' } }), 'month');
  assert.equal(chooseInterval({ steps: [] }), 'month');
});
