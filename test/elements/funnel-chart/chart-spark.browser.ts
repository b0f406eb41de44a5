import { expect, fixture, html } from '@open-wc/testing';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import {
  all,
  appears,
  focusCell,
  keepPageClean,
  listen,
  one,
  paint,
  press,
  settle,
  show,
  textOf,
} from './chart-fixture.ts';
import { huge, nobody, october, partial, plain, tiny } from '../../../demo/scenarios/funnel-results.ts';
import { waitUntil } from '../../support/wait-until.ts';

async function showCard(result = october, settings: Partial<FunnelChart> = {}): Promise<FunnelChart> {
  const chart = await show(result, { spark: true, ...settings });
  await appears(chart, '.spark-title');
  return chart;
}

describe('<funnel-chart> as a card', () => {
  keepPageClean();

  it('shows bars, first and last counts, the total rate and one link; the rest is in its name and description', async () => {
    const chart = await showCard();
    expect(textOf(one(chart, '.spark-title'))).to.equal('Lead to membership');
    expect(textOf(one(chart, '.spark-figures'))).to.equal('15.2% 4.8K → 732');
    expect(all(chart, 'a, button').length).to.equal(1);
    const section = one(chart, 'section');
    expect(textOf(one(chart, `#${section.getAttribute('aria-labelledby')}`))).to.equal('Lead to membership');
    const described = one(chart, `#${section.getAttribute('aria-describedby')}`).textContent ?? '';
    expect(described).to.equal(chart.summary);
    expect(described).to.include('732 of 4,810');
    const [first, ...others] = all(chart, '.spark-bar').map((bar) => bar.getBoundingClientRect().width);
    [3675, 2198, 1228, 732].forEach((count, index) =>
      expect((others[index] ?? 0) / (first ?? 1)).to.be.closeTo(count / 4810, 0.01),
    );
    expect(chart.getBoundingClientRect().height).to.be.below(160);
    await expect(chart).to.be.accessible();
  });

  it('is one by itself in an element lower than 160 px, and the whole again when it grows', async () => {
    const chart = await show(october);
    chart.style.blockSize = '120px';
    await appears(chart, '.spark-title');
    expect(chart.scrollHeight).to.be.at.most(121);
    chart.style.blockSize = '600px';
    await waitUntil(() => all(chart, '[role="grid"]').length === 1, 'the whole chart is back');
    chart.style.removeProperty('block-size');
    await paint(chart);
    expect(all(chart, '[role="grid"]').length, 'a height of its own is no low height').to.equal(1);
  });

  it('is not one where it is only narrow', async () => {
    const chart = await fixture<FunnelChart>(html`<funnel-chart></funnel-chart>`);
    chart.style.inlineSize = '240px';
    chart.result = october;
    await paint(chart);
    expect(all(chart, '[role="grid"]').length).to.equal(1);
  });

  it('leads to the address it was given', async () => {
    const chart = await showCard(plain, { href: '/funnels/lead' });
    const link = one(chart, 'a.spark-link');
    expect(link.getAttribute('href')).to.equal('/funnels/lead');
    expect(link.getAttribute('aria-label')).to.equal('See the funnel: Lead to membership');
    expect(link.getBoundingClientRect().height).to.be.at.least(24);
  });

  it('opens the whole chart over the page where it has no address, and gives the focus back', async () => {
    const chart = await showCard();
    one(chart, '.spark-link').focus();
    await press(chart, 'Enter');
    const dialog = (await appears(chart, 'dialog[open]')) as HTMLDialogElement;
    expect(dialog.matches(':modal')).to.equal(true);
    expect(all(chart, 'dialog .row').length).to.equal(5);
    await expect(chart).shadowDom.to.be.accessible();
    focusCell(chart, 'checkout/count');
    await appears(chart, '.tooltip:popover-open');
    await press(chart, 'Escape');
    expect(dialog.open, 'Esc closes the tooltip first').to.equal(true);
    await press(chart, 'Escape');
    await waitUntil(() => all(chart, 'dialog').length === 0, 'the dialog is gone');
    expect((chart.shadowRoot?.activeElement as HTMLElement).className).to.equal('spark-link');
  });

  it('leaves the dialog when the people are listed outside of it', async () => {
    const chart = await showCard();
    const opened = listen(chart, 'funnel-step-select');
    one(chart, '.spark-link').click();
    await appears(chart, 'dialog[open]');
    one(chart, '[data-cell="checkout/dropped"]').click();
    await settle(chart);
    expect(opened.length).to.equal(1);
    await waitUntil(() => all(chart, 'dialog').length === 0, 'the dialog is gone');
  });

  it('shortens numbers here and nowhere else', async () => {
    const chart = await showCard(huge);
    expect(textOf(one(chart, '.spark-figures'))).to.equal('10.6% 3M → 318.2K');
    expect(chart.summary).to.include('318,204 of 3,000,000');
    const french = await showCard(tiny, { locale: 'fr' });
    expect(textOf(one(french, '.spark-figures'))).to.equal('0 % 2,4 M → 0');
  });

  it('draws what is missing as missing, and says what is the matter where there are no bars', async () => {
    const chart = await showCard(partial);
    expect(all(chart, '.spark-bar.unknown').length).to.equal(1);
    const empty = await showCard(nobody);
    expect(textOf(one(empty, 'section'))).to.include('Nobody entered this funnel in this period');
    const failing = await show(undefined, {
      spark: true,
      source: { kind: 'src', load: () => Promise.reject(new TypeError('offline')) },
    });
    await appears(failing, '.spark-title');
    expect(textOf(one(failing, 'section'))).to.include('Something went wrong here.');
    await expect(empty).to.be.accessible();
  });
});
