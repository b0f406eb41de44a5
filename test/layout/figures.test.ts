import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { computeReadout } from '../../src/engine/experiments/compute-readout.ts';
import { getActivationLocalization } from '../../src/i18n/figures-activation.ts';
import { getChannelLocalization, type ChannelColumn } from '../../src/i18n/figures-channels.ts';
import { getExperimentLocalization } from '../../src/i18n/figures-experiment.ts';
import { layoutActivation } from '../../src/layout/figures-activation-view.ts';
import { layoutChannels } from '../../src/layout/figures-channels-view.ts';
import { layoutExperiment } from '../../src/layout/figures-experiment-view.ts';
import { computeAxis, placeOn } from '../../src/layout/figures-scale.ts';

describe('an axis', () => {
  test('begins and ends at round numbers', () => {
    assert.deepEqual(computeAxis(0, 0.37).ticks, [0, 0.1, 0.2, 0.3, 0.4]);
    assert.deepEqual(computeAxis(0.089, 0.143, 5).ticks, [0.08, 0.1, 0.12, 0.14, 0.16]);
  });

  test('holds what it was made for, at least two marks apart', () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const axis = computeAxis(from, to);
        assert.ok(axis.low <= from + 1e-9 && axis.high >= to - 1e-9 && axis.ticks.length >= 2);
        assert.ok(placeOn(axis, from) >= 0 && placeOn(axis, to) <= 1);
      }),
    );
  });
});

describe('activation', () => {
  const words = getActivationLocalization('en');
  const view = (result: object) => layoutActivation({ acquired: 100, activated: 30, ...result }, words);

  test('the gauge begins at 0 and holds rate, interval, target and benchmark', () => {
    const { gauge, target, benchmark } = view({ target: 0.6, benchmark: { value: 0.1 } });
    assert.equal(gauge.axis.low, 0);
    for (const place of [gauge.rate, gauge.low, gauge.high, target!.place, benchmark!.place])
      assert.ok(place >= 0 && place <= 1);
    assert.ok(gauge.rate > benchmark!.place && gauge.rate < target!.place);
    assert.ok(Math.abs(gauge.rate * gauge.axis.high - 0.3) < 1e-9, 'lengths are true to scale');
  });

  test('unknown counts are said to be unknown, never 0', () => {
    const { figure, beside } = layoutActivation({ acquired: 100, activated: null }, words);
    assert.deepEqual([figure, beside], ['–', 'unknown of 100']);
  });

  test('one period makes no course, two do', () => {
    const period = (start: string) => ({ start, acquired: 10, activated: 5 });
    assert.equal(view({ periods: [period('2026-01-01')] }).course, undefined);
    assert.equal(view({ periods: [period('2026-01-01'), period('2026-02-01')] }).course!.points.length, 2);
  });

  test('nothing is drawn across a period without people', () => {
    const period = (start: string, acquired: number) => ({ start, acquired, activated: acquired / 2 });
    const periods = [period('2026-01-01', 10), period('2026-02-01', 0), period('2026-03-01', 10)];
    const { line, dashed, band, points } = view({ periods }).course!;
    assert.deepEqual([line, dashed, band], ['', '', '']);
    assert.deepEqual(
      points.map(({ y }) => y === undefined),
      [false, true, false],
    );
  });

  test('a year of days names a dozen of them', () => {
    const periods = Array.from({ length: 365 }, (_, i) => ({
      start: new Date(Date.UTC(2026, 0, 1 + i)).toISOString(),
      acquired: 10,
      activated: 5,
    }));
    const { points } = view({ interval: 'day', timeZone: 'UTC', periods }).course!;
    assert.ok(points.filter(({ tick }) => tick !== '').length <= 12);
    assert.deepEqual(points.filter(({ named }) => named).length, 1);
  });
});

describe('channels', () => {
  const words = getChannelLocalization('en');
  const channels = [
    { name: 'a', visits: 100, purchases: 10, cost: 100, revenue: 250 },
    { name: 'b', visits: 100, purchases: 5, cost: 100, revenue: 1_000_000 },
    { name: 'c' },
  ];
  const view = (column: ChannelColumn, descending: boolean) =>
    layoutChannels({ channels }, { sort: { column, descending } }, words);

  test('bars are as long as their numbers, the longest full; an outlier is cut, the mark stays visible', () => {
    const { rows, referencePlace } = view('name', false);
    assert.deepEqual([rows[0]!.cells.conversion.bar, rows[1]!.cells.conversion.bar], [1, 0.5]);
    assert.deepEqual([rows[0]!.cells.ratio.bar, rows[1]!.cells.ratio.bar, referencePlace], [0.125, 1, 0.25]);
    assert.deepEqual([rows[0]!.cells.ratio.isCut, rows[1]!.cells.ratio.isCut], [undefined, true]);
  });

  test('one scale for all rows, those without a campaign too', () => {
    const own = { name: 'd', campaign: false, brought: { people: 100, customers: 40 } };
    const { rows } = layoutChannels(
      { channels: [...channels, own] },
      { sort: { column: 'name', descending: false } },
      words,
    );
    assert.deepEqual(
      rows.map(({ cells }) => cells.conversion.bar),
      [0.25, 0.125, undefined, 1],
    );
  });

  test('revenue − cost is what is left, to the digit that is shown, in rows and totals', () => {
    const cents = [
      { name: 'a', cost: 1018.6, revenue: 9072.4 },
      { name: 'b', cost: 60.5, revenue: 120.45 },
      { name: 'c', cost: 500.5, revenue: 99.6 },
    ];
    const { rows, totals } = layoutChannels(
      { channels: cents, currency: 'EUR' },
      { sort: { column: 'name', descending: false } },
      words,
    );
    const toNumber = (text = '') => Number(text.replace('−', '-').replace(/[€,]/g, ''));
    for (const cells of [...rows, ...totals].map((line) => line.cells))
      assert.equal(toNumber(cells.revenue?.text) - toNumber(cells.cost?.text), toNumber(cells.profit?.text));
  });

  test('what is unknown comes last in either direction', () => {
    const order = (column: ChannelColumn, descending: boolean) =>
      view(column, descending).rows.map(({ id }) => id);
    assert.deepEqual(order('profit', true), ['b', 'a', 'c']);
    assert.deepEqual(order('profit', false), ['a', 'b', 'c']);
    assert.deepEqual(order('name', true), ['c', 'b', 'a']);
  });

  test('no channel at all is a state of its own', () => {
    assert.equal(
      layoutChannels({ channels: [] }, { sort: { column: 'name', descending: false } }, words).state,
      'nothing',
    );
  });
});

describe('experiments', () => {
  const words = getExperimentLocalization('en');
  const view = (variants: { exposed: number; converted: number }[], rest = {}) =>
    layoutExperiment(computeReadout({ variants, ...rest }, { draws: 50 }), words);

  test('all variants are on one scale, which holds every bound', () => {
    const { variants } = view([
      { exposed: 30, converted: 3 },
      { exposed: 3000, converted: 330 },
    ]);
    for (const { place } of variants)
      assert.ok(place!.low >= 0 && place!.high <= 1 && place!.low < place!.rate);
    assert.ok(
      variants[0]!.place!.high - variants[0]!.place!.low > variants[1]!.place!.high - variants[1]!.place!.low,
    );
  });

  test('rates that differ by less than one of a thousand keep a decimal', () => {
    const { summary } = view([
      { exposed: 20_000_000, converted: 2_000_000 },
      { exposed: 20_000_000, converted: 2_008_000 },
    ]);
    assert.match(summary, /100\.4 do it, instead of 100/);
  });

  test('a gap that chance practically never makes is said so', () => {
    const { summary } = view([
      { exposed: 1000, converted: 100 },
      { exposed: 1000, converted: 300 },
    ]);
    assert.match(summary, /practically never/);
  });

  test('"several variants" is told from three on', () => {
    const two = [
      { exposed: 1000, converted: 100 },
      { exposed: 1000, converted: 110 },
    ];
    const tells = (variants: typeof two) =>
      view(variants).remarks.some((remark) => remark.startsWith('Several'));
    assert.deepEqual([tells(two), tells([...two, { exposed: 1000, converted: 90 }])], [false, true]);
  });
});
