import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import type { FunnelStepSelectEvent } from '../../../src/events/funnel-step-select-event.ts';
import type { ViewChangeEvent } from '../../../src/events/view-change-event.ts';
import {
  all,
  appears,
  focusCell,
  focused,
  keepPageClean,
  one,
  press,
  settle,
  show,
} from './chart-fixture.ts';
import { manyGroups, october, plain } from '../../../demo/scenarios/funnel-results.ts';

const textOf = (element: ParentNode | null | undefined): string =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

describe('<funnel-chart> layouts of a breakdown', () => {
  keepPageClean();

  it('draws groups side by side from one zero and on one scale', async () => {
    const chart = await show(october, { layout: 'grouped' });
    await appears(chart, '.lanes');
    const bars = all(chart, '.row:nth-of-type(4) .lane .segment').map((bar) => bar.getBoundingClientRect());
    const tracks = all(chart, '.row:nth-of-type(4) .bar-track').map((track) => track.getBoundingClientRect());
    expect(new Set(bars.map(({ left }) => Math.round(left))).size).to.equal(1);
    // The third step; the largest group has 2,480 people at the first.
    for (const [index, count] of [890, 810, 498].entries()) {
      expect((bars[index]?.width ?? 0) / (tracks[index]?.width ?? 1)).to.be.closeTo(count / 2480, 0.01);
    }
  });

  it('draws a funnel for each group from its own 100 %, the best end rate first', async () => {
    const chart = await show(october, { layout: 'multiples' });
    await appears(chart, '.cards');
    expect(all(chart, '.card-title').map(textOf)).to.deep.equal([
      'Everybody',
      'Referral',
      'Website',
      'Meta Ads',
    ]);
    const shares = all(chart, '.card-row:last-child .bar-track').map((track) => {
      const bar = track.querySelector('.segment');
      return (bar?.getBoundingClientRect().width ?? 0) / track.getBoundingClientRect().width;
    });
    for (const [index, share] of [732 / 4810, 283 / 720, 261 / 1610, 188 / 2480].entries()) {
      expect(shares[index]).to.be.closeTo(share, 0.015);
    }
  });

  it('keeps rows as steps: ↓ goes down a funnel, → to the next group, Home to the first', async () => {
    const chart = await show(october, { layout: 'multiples' });
    await appears(chart, '.cards');
    focusCell(chart, 'lead/count');
    expect(await press(chart, 'ArrowRight')).to.equal('lead/group:2');
    expect(await press(chart, 'ArrowDown')).to.equal('contact/group:2');
    expect(await press(chart, 'End')).to.equal('contact/group:0');
    expect(await press(chart, 'Home')).to.equal('contact/count');
    const grid = one(chart, '[role="grid"]');
    expect(grid.getAttribute('aria-colcount')).to.equal('5');
    expect(all(chart, '[role="grid"] [role="row"]').length).to.equal(6);
    expect(
      all(chart, '[role="columnheader"]').map((header) => header.getAttribute('aria-colindex')),
    ).to.deep.equal(['1', '2', '3', '4', '5']);
  });

  for (const [layout, ready] of [
    ['stacked', '.rows'],
    ['grouped', '.lanes'],
    ['multiples', '.cards'],
  ] as const) {
    it(`opens the people of a group by key in the layout ${layout}`, async () => {
      const chart = await show(october, { layout });
      await appears(chart, ready);
      const heard: FunnelStepSelectEvent[] = [];
      chart.addEventListener('funnel-step-select', (event) => heard.push(event as FunnelStepSelectEvent));
      focusCell(chart, 'checkout/group:1');
      await press(chart, 'Enter');
      expect(heard[0]?.detail.segment).to.deep.equal({
        step: 'checkout',
        outcome: 'converted',
        group: 'Website',
      });
      expect(heard[0]?.detail.count).to.equal(810);
      expect(chart.focusSegment({ step: 'lead', outcome: 'converted', group: 'Website' })).to.equal(true);
      expect(focused(chart)).to.equal('lead/group:1');
    });
  }

  it('opens groups that were merged into one together', async () => {
    const chart = await show(manyGroups, { layout: 'grouped' });
    await appears(chart, '.lanes');
    const heard: FunnelStepSelectEvent[] = [];
    chart.addEventListener('funnel-step-select', (event) => heard.push(event as FunnelStepSelectEvent));
    focusCell(chart, 'lead/group:5');
    await press(chart, 'Enter');
    expect(heard[0]?.detail.segments).to.deep.equal([
      { step: 'lead', outcome: 'converted', group: 'abandoned-cart' },
      { step: 'lead', outcome: 'converted', group: 'referral' },
    ]);
  });

  it('changes the layout by the switch, tells it, and keeps it in the view', async () => {
    const chart = await show(october, { breakdown: 'source' });
    const views: ViewChangeEvent[] = [];
    chart.addEventListener('view-change', (event) => views.push(event as ViewChangeEvent));
    const option = all(chart, '[part="layout-switch"] [role="radio"]').at(-1);
    option?.click();
    await appears(chart, '.cards');
    expect(option?.ariaChecked).to.equal('true');
    expect(views.at(-1)?.detail.view).to.deep.include({ breakdown: 'source', layout: 'multiples' });
  });

  it('picks two properties and which value counts, and takes them back', async () => {
    const chart = await show(october, { breakdown: 'source' });
    one(chart, '[part="breakdown-button"]').click();
    const selects = (): HTMLSelectElement[] => all(chart, '.popover select') as HTMLSelectElement[];
    await appears(chart, '.popover:popover-open select');
    const pick = async (select: HTMLSelectElement | undefined, value: string): Promise<void> => {
      if (!select) throw new Error('there is no such picker');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await settle(chart);
    };
    await pick(selects()[2], 'last-touch');
    expect(chart.view).to.deep.include({ breakdown: 'source', attribution: 'last-touch' });
    await pick(selects()[1], 'page');
    expect(chart.view).to.deep.include({ breakdown: ['source', 'page'], attribution: 'last-touch' });
    expect(textOf(one(chart, '[part="breakdown-button"]'))).to.equal('By: Source × Page');
    await pick(selects()[0], '');
    expect(chart.view.breakdown).to.equal('page');
    await pick(selects()[0], '');
    expect(chart.view).to.not.have.any.keys('breakdown', 'attribution');
    await sendKeys({ press: 'Escape' });
    expect(chart.shadowRoot?.activeElement).to.equal(one(chart, '[part="breakdown-button"]'));
  });

  it('says that figures hold no groups, and stays a plain chart', async () => {
    const chart = await show(plain, { breakdown: 'source', layout: 'multiples' });
    expect(textOf(chart.shadowRoot)).to.include('Not broken down by Source');
    expect(all(chart, '.cards').length).to.equal(0);
    chart.result = october;
    await appears(chart, '.cards');
    expect(textOf(chart.shadowRoot)).to.not.include('Not broken down');
  });
});
