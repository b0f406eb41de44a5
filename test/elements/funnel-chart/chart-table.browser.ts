import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { ViewChangeEvent } from '../../../src/events/index.ts';
import {
  all,
  appears,
  focusCell,
  focused,
  keepPageClean,
  listen,
  one,
  paint,
  press,
  settle,
  show,
  textOf,
} from './chart-fixture.ts';
import { october, partial, plain, renewal } from '../../../demo/scenarios/funnel-results.ts';

/** A chart as a table, once its styles are there. */
async function showTable(result = october, settings: Partial<FunnelChart> = {}): Promise<FunnelChart> {
  const chart = await show(result, { table: true, ...settings });
  await appears(chart, '.table');
  await paint(chart);
  return chart;
}

function rowNames(chart: FunnelChart): string[] {
  return all(chart, '.row .name').map(textOf);
}

describe('<funnel-chart> as a table', () => {
  keepPageClean();

  it('is the same grid: the user switches it by a button, the host hears of it', async () => {
    const chart = await show(october);
    const told = listen<ViewChangeEvent>(chart, 'view-change');
    const grid = one(chart, '[role="grid"]');
    const cells = all(chart, '[role="gridcell"]');
    const names = all(chart, '[data-cell]').map((cell) => cell.getAttribute('aria-label'));
    one(chart, '[part="table-button"]').click();
    await appears(chart, '.table');
    expect(one(chart, '[role="grid"]')).to.equal(grid);
    expect(all(chart, '[role="gridcell"]'), 'the same nodes').to.deep.equal(cells);
    expect(all(chart, '.row [data-cell]').map((cell) => cell.getAttribute('aria-label'))).to.deep.equal(
      names,
    );
    expect(told.at(-1)?.view.table).to.equal(true);
    expect(one(chart, '[part="table-button"]').getAttribute('aria-pressed')).to.equal('true');
    await expect(chart).shadowDom.to.be.accessible();
    const other = await show(october);
    other.view = chart.view;
    await appears(other, '.table');
    one(chart, '[part="table-button"]').click();
    await settle(chart);
    expect(chart.view).not.to.have.property('table');
    expect(all(chart, '.table').length).to.equal(0);
  });

  it('puts each value under its header', async () => {
    await setViewport({ width: 1200, height: 900 });
    const chart = await showTable();
    expect(one(chart, '.table').className).to.include('wide');
    const headers = all(chart, '.column-header');
    expect(headers.map(textOf)).to.deep.equal([
      'Step', 'Meta Ads', 'Website', 'Referral', 'Count', 'Rates', 'Compared period', 'Lost', 'Still open', 'Details',
    ]); // prettier-ignore
    for (const header of headers.slice(1)) {
      const column = header.getAttribute('aria-colindex') ?? '';
      const { left, right } = header.getBoundingClientRect();
      const cells = all(chart, `.row [role="gridcell"][aria-colindex="${column}"]`);
      expect(cells.length, textOf(header)).to.be.greaterThan(0);
      for (const cell of cells) {
        const box = cell.getBoundingClientRect();
        expect(box.left, textOf(header)).to.be.closeTo(left, 1);
        expect(box.right).to.be.closeTo(right, 1);
      }
    }
    expect(textOf(one(chart, '[data-cell="checkout/group:1"]'))).to.equal('810');
  });

  it('sorts by a header: largest, smallest, and the order of the funnel again', async () => {
    const chart = await showTable();
    const order = rowNames(chart);
    const header = (): HTMLElement => one(chart, '.column-header:has([data-cell="header/8"])');
    const sort = async (): Promise<string | null> => {
      one(chart, '[data-sort="8"]').click();
      await settle(chart);
      return header().getAttribute('aria-sort');
    };
    expect(header().getAttribute('aria-sort')).to.equal('none');
    expect(await sort()).to.equal('descending');
    expect(rowNames(chart)[0]).to.equal('Checkout page viewed');
    expect(await sort()).to.equal('ascending');
    expect(rowNames(chart)[0]).to.equal('Membership purchased, not an intro');
    expect(await sort()).to.equal('none');
    expect(rowNames(chart)).to.deep.equal(order);
  });

  it('goes by the same keys, its headers being a row of their own, and sorts by Enter', async () => {
    const chart = await showTable();
    focusCell(chart, 'lead/group:1');
    expect(await press(chart, 'ArrowUp')).to.equal('header/3');
    expect(await press(chart, 'Enter')).to.equal('header/3');
    expect(one(chart, '[aria-sort="descending"]').textContent).to.include('Website');
    expect(await press(chart, 'ArrowDown')).to.equal('lead/group:1');
    expect(await press(chart, 'ArrowDown')).to.equal('contact/group:1');
    expect(await press(chart, 'Space')).to.equal('contact/group:1');
    expect(all(chart, '.selection').length).to.equal(1);
    expect(all(chart, '[role="grid"] [tabindex="0"]').length).to.equal(1);
  });

  it('keeps the focus on its cell when the rows change places', async () => {
    const chart = await showTable();
    focusCell(chart, 'checkout/dropped');
    const row = (): number =>
      all(chart, '.row').findIndex((each) => each.contains(chart.shadowRoot?.activeElement ?? null));
    expect(row()).to.equal(2);
    one(chart, '[data-sort="8"]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    await settle(chart);
    expect(focused(chart)).to.equal('checkout/dropped');
    expect(row()).to.equal(0);
  });

  it('shows the mean beside the median, which the bars leave out', async () => {
    const result = {
      ...plain,
      steps: plain.steps.map((step) =>
        step.id === 'intro' ? { ...step, time: { median: 86_400, mean: 259_200 } } : step,
      ),
    };
    const chart = await showTable(result);
    expect(textOf(one(chart, '[data-cell="intro/details"]'))).to.include('mean 3 days');
    chart.table = false;
    await settle(chart);
    expect(textOf(one(chart, '[data-cell="intro/details"]'))).not.to.include('mean');
  });

  for (const width of [320, 480, 760, 1080]) {
    it(`fits ${width} pixels, as columns or as lists, with every value still named`, async () => {
      await setViewport({ width, height: 800 });
      for (const result of [october, renewal, partial]) {
        const chart = await showTable(result);
        const box = chart.getBoundingClientRect();
        const isWide = one(chart, '.table').matches('.wide');
        for (const cell of all(chart, '[role="gridcell"], .label, .column-header')) {
          const { left, right, width: size } = cell.getBoundingClientRect();
          if (size === 0) continue;
          expect(right, cell.className).to.be.at.most(box.right + 1);
          expect(left, cell.className).to.be.at.least(box.left - 1);
          if (isWide || !cell.matches('[role="gridcell"]')) continue;
          const before = getComputedStyle(cell, '::before').content;
          // Firefox answers what the style says, the others what comes of it.
          const wanted = before.startsWith('attr(data-header)')
            ? 'attr'
            : (cell.dataset['header'] ?? 'no header');
          expect(cell.dataset['header'], 'a value has a header').to.be.a('string');
          expect(before, 'a list says what its value is').to.include(wanted);
        }
        chart.remove();
      }
    });
  }
});
