import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { FunnelSource } from '../../../src/data/funnel-source.ts';
import type { ViewChangeEvent } from '../../../src/events/index.ts';
import {
  all,
  appears,
  keepPageClean,
  listen,
  listenToMoves,
  moodySource,
  one,
  paint,
  settle,
  show,
  textOf,
} from './chart-fixture.ts';
import {
  enormous,
  growing,
  huge,
  inProgress,
  longNames,
  nobody,
  notComparable,
  notConfigured,
  october,
  oneStep,
  partial,
  plain,
  tiny,
  twelveByEight,
  zeroStep,
} from '../../../demo/scenarios/funnel-results.ts';
import { waitUntil } from '../../support/wait-until.ts';

const pending: FunnelSource = { kind: 'src', load: () => new Promise(() => undefined) };

function widthOf(element: Element | null | undefined): number {
  return element?.getBoundingClientRect().width ?? 0;
}

describe('<funnel-chart> states', () => {
  keepPageClean();

  it('loads for the first time: busy, with the steps’ names where they are known', async () => {
    const chart = await show(undefined, { source: pending });
    expect(one(chart, 'section').getAttribute('aria-busy')).to.equal('true');
    expect(all(chart, '.skeleton .outline').length).to.equal(4);
    expect(all(chart, '.skeleton span').length).to.equal(0);
    const steps = [
      { id: 'a', name: { en: 'Seen', fr: 'Vu' }, event: 'lead' },
      { id: 'b', event: 'check-in' },
    ];
    chart.definition = { id: 'mine', steps };
    await settle(chart);
    expect(all(chart, '.skeleton span').map(textOf)).to.deep.equal(['Seen', 'b']);
  });

  it('refreshes: old figures stay, and are dimmed and said to be on their way only after 150 ms', async () => {
    const source = moodySource(october);
    const chart = await show(undefined, { source });
    source.load = pending.load;
    chart.refresh();
    await settle(chart);
    expect(all(chart, '.row').length).to.equal(5);
    expect(one(chart, 'section').getAttribute('aria-busy')).to.equal('true');
    expect(textOf(one(chart, '.updating'))).to.equal('Updating…');
    const { animationDelay, animationDuration } = getComputedStyle(one(chart, '.updating'));
    expect([animationDelay, animationDuration]).to.deep.equal(['0.15s', '0s']);
    expect(getComputedStyle(one(chart, '.track')).transitionDelay).to.equal('0.15s');
    expect(getComputedStyle(one(chart, '.track')).transitionProperty).to.equal('opacity');
  });

  it('says nothing of a period where none limits who enters', async () => {
    const chart = await show({ ...nobody, range: undefined });
    expect(textOf(one(chart, '.state'))).to.match(
      /^Nobody entered this funnel The data has nobody at its first step/,
    );
  });

  it('shows an empty period as empty tracks, and offers to widen it where it can', async () => {
    const chart = await show(undefined, { source: moodySource(nobody) });
    const views = listen<ViewChangeEvent>(chart, 'view-change');
    expect(textOf(one(chart, '.state'))).to.include('Nobody entered this funnel in this period');
    expect(all(chart, '.row').length).to.equal(2);
    expect(all(chart, '.piece').length, 'nothing is filled').to.equal(0);
    expect(all(chart, '.count').map(textOf)).to.deep.equal(['0', '0']);
    await expect(chart).to.be.accessible();
    one(chart, '.state button').click();
    await settle(chart);
    // 1–2 October become 29 September – 2 October.
    expect(views[0]?.view).to.include({ from: '2026-09-29', to: '2026-10-02' });
  });

  it('does not offer to widen what only the host could', async () => {
    expect(all(await show(nobody), '.state button').length).to.equal(0);
    expect(all(await show(nobody, { controls: 'period' }), '.state button').length).to.equal(1);
  });

  it('tells filtered out and not configured from empty', async () => {
    const filtered = await show(nobody, { filters: { lead: { source: ['x'] } } });
    expect(textOf(one(filtered, '.state'))).to.equal('No result with these filters Clear filters');
    one(filtered, '.state button').click();
    await settle(filtered);
    expect(filtered.filters).to.deep.equal({});
    const unset = await show(notConfigured);
    expect(textOf(one(unset, '.state'))).to.equal('This funnel needs an intro offer on sale. Set it up');
    expect(one(unset, '.state a').getAttribute('href')).to.equal('/offers');
  });

  it('keeps the last figures, dated, when a later load fails; without any says so in place', async () => {
    const source = moodySource(plain);
    const chart = await show(undefined, { source });
    source.fail = true;
    chart.retry();
    await settle(chart);
    expect(textOf(one(chart, '.banner[role="alert"]'))).to.include('of Nov 20, 2026, 9:30 AM');
    expect(all(chart, '.row').length).to.equal(5);
    const failing = moodySource(plain);
    failing.fail = true;
    const without = await show(undefined, { source: failing });
    expect(textOf(one(without, '[role="alert"] .state'))).to.include('The funnel could not be loaded.');
    failing.fail = false;
    one(without, '.state button').focus();
    one(without, '.state button').click();
    await waitUntil(() => all(without, '.row').length === 5, 'the figures come');
    await settle(without);
    expect(without.shadowRoot?.activeElement, 'and the focus is in the chart').not.to.equal(null);
  });

  it('draws what is missing dotted and says so; never as nobody', async () => {
    const chart = await show(partial);
    const absent = one(chart, '.absent');
    expect(textOf(absent)).to.equal('No data');
    expect(getComputedStyle(absent).borderTopStyle).to.equal('dotted');
    expect(getComputedStyle(one(chart, '.unknown')).borderTopStyle).to.equal('dotted');
    expect(textOf(one(chart, '[data-cell="intro/count"]'))).to.equal('—');
    const website = one(chart, '[data-cell="intro/group:1"]');
    expect(website.getAttribute('aria-label')).to.equal('Intro offer purchased, Website: No data');
    expect(textOf(one(chart, '[data-cell="checkout/rate"]'))).to.include('Website: No data');
    expect(textOf(one(chart, '.summary'))).to.include(
      'No data for step 4: what is lost around it is not known.',
    );
    await expect(chart).to.be.accessible();
  });

  it('marks a period in progress, and claims no change against one of another length', async () => {
    const fair = await show(inProgress);
    expect(textOf(one(fair, '.scope'))).to.include(
      'November 1 – 30, 2026 (period in progress) · compared with',
    );
    expect(all(fair, '.change').length).to.equal(5);
    const unfair = await show(notComparable);
    expect(textOf(one(unfair, '.scope'))).to.include('October 1 – 31, 2026: not comparable');
    expect(all(unfair, '.change, .previous').length).to.equal(0);
  });

  it('draws a step that nobody did as a tick and a hatch, and the next with who came without it', async () => {
    const chart = await show(zeroStep);
    const [first, zero, next] = all(chart, '.row');
    expect(zero?.querySelectorAll('.segment').length).to.equal(0);
    expect(widthOf(zero?.querySelector('.lost'))).to.be.closeTo(widthOf(first?.querySelector('.segment')), 1);
    expect(getComputedStyle(one(chart, '.track')).borderInlineStartWidth).to.equal('1px');
    expect(
      widthOf(next?.querySelector('.segment')) / widthOf(first?.querySelector('.segment')),
    ).to.be.closeTo(140 / 300, 0.01);
    expect(textOf(next ?? chart)).to.include('140 entered without passing “Booked”');
  });

  it('draws growth as an outline with arrow heads, over the bar', async () => {
    const chart = await show(growing);
    const growth = one(chart, '.growth');
    const style = getComputedStyle(growth);
    expect(style.borderTopStyle).to.equal('dashed');
    expect(style.backgroundImage.match(/linear-gradient/g)?.length).to.equal(2);
    expect(widthOf(growth) / widthOf(all(chart, '.segment')[1])).to.be.closeTo(90 / 240, 0.01);
  });

  it('marks what is drawn larger than it is, and offers the view in which it can be seen', async () => {
    const chart = await show(tiny);
    const views = listen<ViewChangeEvent>(chart, 'view-change');
    expect(all(chart, '.ring').length).to.equal(3);
    const button = one(chart, '.axis button');
    expect(textOf(button)).to.equal('Rate per step');
    button.focus();
    button.click();
    await settle(chart);
    expect(views[0]?.view.mode).to.equal('rate');
    expect(chart.viewMode).to.equal('rate');
    expect(textOf(one(chart, '.axis'))).to.include('100%');
    expect(chart.shadowRoot?.activeElement, 'the button is gone, the focus is not').not.to.equal(null);
    expect(all(chart, '.ring').length, '3 of 41 can be seen').to.be.below(3);
  });

  it('prints large numbers in full', async () => {
    expect(textOf(one(await show(huge), '.count'))).to.equal('3,000,000');
    expect(textOf(one(await show(enormous), '.count'))).to.equal('1,000,000,000,000');
  });

  it('shows one step without a rate', async () => {
    const chart = await show(oneStep);
    expect(textOf(one(chart, '.summary'))).to.equal('Add a step to see a conversion.');
    expect(textOf(one(chart, '[role="grid"]'))).not.to.match(/%/);
  });

  it('draws twelve steps lower, with the loss at the end of the row, and keeps the legend in sight', async () => {
    await setViewport({ width: 1100, height: 500 });
    const chart = await show(twelveByEight);
    const row = all(chart, '.row')[3];
    expect(row?.querySelector('.track')?.getBoundingClientRect().height).to.equal(28);
    const figures = row?.querySelector('.rate')?.getBoundingClientRect();
    const losses = row?.querySelector('.losses')?.getBoundingClientRect();
    expect(losses?.left).to.be.at.least(figures?.right ?? Infinity);
    all(chart, '.row')[11]?.scrollIntoView({ block: 'end' });
    await paint(chart);
    const { top, bottom } = one(chart, '.legend').getBoundingClientRect();
    expect(top).to.be.at.least(-1);
    expect(bottom).to.be.below(120);
    window.scrollTo(0, 0);
  });

  for (const width of [320, 760, 1080]) {
    it(`wraps long names at ${width} px, and cuts none`, async () => {
      await setViewport({ width, height: 800 });
      const chart = await show(longNames);
      for (const name of all(chart, '.name, h2')) {
        expect(name.scrollWidth, textOf(name)).to.be.at.most(name.clientWidth + 1);
        expect(getComputedStyle(name).textOverflow).to.equal('clip');
      }
      expect(textOf(all(chart, '.name')[2] ?? chart), 'an empty name is no name').to.equal('Step 3');
      // WebKitGTK's window is never narrower than 334 px.
      expect(document.documentElement.scrollWidth).to.be.at.most(Math.max(width, innerWidth));
    });
  }

  it('lets the user pick a funnel: of the catalogue, of the server, or a definition', async () => {
    const source = moodySource(october);
    const chart = await show(undefined, {
      source,
      controls: 'funnel filters',
      filters: { lead: { source: ['x'] } },
    });
    const views = listen<ViewChangeEvent>(chart, 'view-change');
    const pick = async (id: string): Promise<void> => {
      const select = one(chart, '[part="run-controls"] select') as HTMLSelectElement;
      select.value = id;
      select.dispatchEvent(new Event('change'));
      await settle(chart);
    };
    await appears(chart, '[part="run-controls"] select');
    expect(all(chart, '[part="run-controls"] option').length, 'ten, and none chosen yet').to.equal(11);
    await pick('cart-abandonment');
    expect(chart.funnel).to.equal('cart-abandonment');
    expect(views[0]?.view).to.deep.equal({ funnel: 'cart-abandonment', mode: 'count' });
    const mine = { id: 'mine', name: { en: 'Mine' }, steps: [{ id: 'a', event: 'lead' }] };
    chart.funnels = [{ id: 'ours', name: { en: 'Ours' } }, mine];
    await settle(chart);
    await pick('mine');
    expect(chart.definition).to.equal(mine);
    await pick('ours');
    expect([chart.funnel, chart.definition]).to.deep.equal(['ours', undefined]);
    await expect(chart).shadowDom.to.be.accessible();
  });

  it('moves lengths by id over 280 ms when numbers change, and not at first', async () => {
    const chart = await show(undefined);
    const moves = listenToMoves(chart);
    chart.result = plain;
    await settle(chart);
    await paint(chart);
    expect(moves, 'none at first').to.deep.equal([]);
    const bar = one(chart, '[data-zone="intro/count"]');
    chart.result = {
      ...plain,
      steps: plain.steps.map((step) =>
        step.id === 'intro' ? { ...step, converted: 1100, dropped: 978 } : step,
      ),
    };
    await settle(chart);
    expect(one(chart, '[data-zone="intro/count"]'), 'the same node').to.equal(bar);
    await waitUntil(() => moves.includes('intro/step: grid-template-columns'), 'its length moves');
    expect(moves.some((move) => move.startsWith('lead/'))).to.equal(false);
    expect(getComputedStyle(one(chart, '.track')).transitionDuration).to.equal('0.28s');
    chart.result = {
      ...plain,
      steps: plain.steps.slice(2).map((step, index) => (index === 0 ? { ...step, base: undefined } : step)),
    };
    await settle(chart);
    expect(one(chart, '[data-zone="intro/count"]'), 'it has moved up two rows').to.equal(bar);
  });
});
