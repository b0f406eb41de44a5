import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelStepSelectEvent } from '../../../src/events/index.ts';
import { all, appears, focusCell, keepPageClean, listen, one, paint, press, show } from './chart-fixture.ts';
import { growing, october, partial, plain, renewal, tiny } from '../../../demo/scenarios/funnel-results.ts';

async function showColumns(result = october): Promise<FunnelChart> {
  await setViewport({ width: 1080, height: 900 });
  const chart = await show(result, { orientation: 'vertical' });
  await appears(chart, '.vertical');
  await paint(chart);
  // What changes its shape may be on its way there.
  const pieces = all(chart, '.track, .track *');
  await Promise.all(pieces.flatMap((piece) => piece.getAnimations()).map(({ finished }) => finished));
  return chart;
}

describe('<funnel-chart> with steps as columns', () => {
  keepPageClean();

  for (const [name, result] of Object.entries({ october, plain, growing, tiny })) {
    it(`paints bars true to scale, upward from one line: ${name}`, async () => {
      const chart = await showColumns(result);
      const rows = all(chart, '.row');
      const painted = rows.map((row) =>
        [...row.querySelectorAll('.segment')].reduce(
          (sum, each) => sum + each.getBoundingClientRect().height,
          0,
        ),
      );
      const counts = result.steps.map((step) => step.converted ?? step.count ?? 0);
      const unit = (painted[0] ?? 0) / (counts[0] ?? 1);
      painted.forEach((height, index) => {
        const wanted = (counts[index] ?? 0) * unit;
        if (wanted >= 2) expect(height / wanted, `step ${index + 1}`).to.be.closeTo(1, 0.02);
        else expect(height, `step ${index + 1}`).to.equal(counts[index] === 0 ? 0 : 2);
      });
      const lines = rows.map((row) => row.querySelector('.track')?.getBoundingClientRect().bottom);
      expect(new Set(lines).size, 'all stand on one line').to.equal(1);
      const lefts = rows.map((row) => row.getBoundingClientRect().left);
      expect(
        [...lefts].sort((a, b) => a - b),
        'side by side',
      ).to.deep.equal(lefts);
    });
  }

  it('fills the track with the largest step, and stacks the lost on the bar', async () => {
    const chart = await showColumns(plain);
    const track = one(chart, '.track');
    expect(one(chart, '.segment').getBoundingClientRect().height).to.be.closeTo(track.clientHeight, 1);
    for (const row of all(chart, '.row').slice(1, 3)) {
      const [bar, lost] = ['.segment', '.lost'].map((name) =>
        row.querySelector(name)?.getBoundingClientRect(),
      );
      expect(lost?.bottom).to.be.closeTo(bar?.top ?? NaN, 1);
    }
  });

  it('is the same grid with the same keys: rows are steps', async () => {
    const chart = await showColumns();
    focusCell(chart, 'contact/group:0');
    expect(await press(chart, 'ArrowDown')).to.equal('checkout/group:0');
    expect(await press(chart, 'ArrowRight')).to.equal('checkout/group:1');
    expect(await press(chart, 'End')).to.equal('checkout/details');
    await expect(chart).to.be.accessible();
  });

  it('opens the part under the pointer, measured upward', async () => {
    const chart = await showColumns();
    const opened = listen<FunnelStepSelectEvent>(chart, 'funnel-step-select');
    const track = all(chart, '.track')[2];
    const { left, width } = track?.getBoundingClientRect() ?? new DOMRect();
    for (const piece of track?.querySelectorAll('.segment, .lost') ?? []) {
      const { top, bottom } = piece.getBoundingClientRect();
      const place = { clientX: left + width / 2, clientY: (top + bottom) / 2 };
      track?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1, ...place }));
    }
    expect(opened.map(({ outcome, group }) => group ?? outcome)).to.deep.equal([
      'Meta Ads',
      'Website',
      'Referral',
      'dropped',
    ]);
  });

  it('falls back to rows where the columns would be too narrow, and comes back', async () => {
    const chart = await showColumns();
    await setViewport({ width: 480, height: 900 });
    await paint(chart);
    expect(all(chart, '.vertical').length).to.equal(0);
    expect(all(chart, '.bars').length).to.equal(1);
    await setViewport({ width: 1080, height: 900 });
    await paint(chart);
    expect(all(chart, '.vertical').length).to.equal(1);
    chart.result = renewal;
    await paint(chart);
    expect(all(chart, '.vertical').length, 'twelve steps do not fit').to.equal(0);
  });

  it('keeps everything inside its column', async () => {
    for (const result of [october, partial]) {
      for (const locale of ['en', 'fr']) {
        const chart = await showColumns(result);
        chart.locale = locale;
        await paint(chart);
        for (const row of all(chart, '.row')) {
          const { left, right } = row.getBoundingClientRect();
          for (const element of row.querySelectorAll('.label, .name, .count, .rate, .losses, .segment')) {
            const box = element.getBoundingClientRect();
            expect(box.right, `${locale} ${element.className}`).to.be.at.most(right + 1);
            expect(box.left).to.be.at.least(left - 1);
          }
        }
        chart.remove();
      }
    }
  });

  it('mirrors from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const chart = await showColumns();
    const [first, second] = all(chart, '.row').map((row) => row.getBoundingClientRect().left);
    expect(first).to.be.greaterThan(second ?? Infinity);
    expect(one(chart, '.track').getBoundingClientRect().right).to.be.at.most(
      one(chart, '.row').getBoundingClientRect().right + 1,
    );
  });
});
