import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FunnelStepSelectEvent } from '../../../src/events/index.ts';
import {
  all,
  appears,
  focusCell,
  focused,
  keepPageClean,
  listen,
  one,
  press,
  settle,
  show,
  textOf,
} from './chart-fixture.ts';
import { notConfigured, october, plain, zeroStep } from '../../../demo/scenarios/funnel-results.ts';

describe('<funnel-chart> by keyboard', () => {
  keepPageClean();

  it('selects several cells by Space, and opens them together', async () => {
    const chart = await show(october);
    const opened = listen<FunnelStepSelectEvent>(chart, 'funnel-step-select');
    focusCell(chart, 'checkout/group:1');
    expect(one(chart, '[role="grid"]').getAttribute('aria-multiselectable')).to.equal('true');
    await press(chart, 'Space');
    await press(chart, 'ArrowDown');
    expect(await press(chart, 'Space')).to.equal('intro/group:1');
    expect(opened.length, 'Space opens nothing').to.equal(0);
    const selected = all(chart, '[aria-selected="true"] [data-cell]').map((cell) => cell.dataset['cell']);
    expect(selected).to.deep.equal(['checkout/group:1', 'intro/group:1']);
    expect(textOf(one(chart, '.selection'))).to.include('2 parts selected');
    one(chart, '.selection .primary').click();
    expect(opened.length).to.equal(1);
    expect(opened[0]?.segments).to.deep.equal([
      { step: 'checkout', outcome: 'converted', group: 'Website' },
      { step: 'intro', outcome: 'converted', group: 'Website' },
    ]);
    expect(opened[0]?.segment).to.deep.equal(opened[0]?.segments[0]);
    expect(opened[0]?.count, 'somebody may be in both').to.equal(undefined);
    await expect(chart).shadowDom.to.be.accessible();
  });

  it('opens one cell by Enter, whatever is selected', async () => {
    const chart = await show(october);
    const opened = listen<FunnelStepSelectEvent>(chart, 'funnel-step-select');
    focusCell(chart, 'checkout/dropped');
    await press(chart, 'Space');
    await press(chart, 'ArrowUp');
    await press(chart, 'Enter');
    expect(
      opened.map(({ step, outcome, count, segments }) => [step, outcome, count, segments.length]),
    ).to.deep.equal([['contact', 'dropped', 1135, 1]]);
  });

  it('clears the selection by Esc, and leaves Esc to the page when there is nothing to close', async () => {
    const chart = await show(october);
    const heard: string[] = [];
    const hear = (event: KeyboardEvent): void => void heard.push(event.key);
    chart.addEventListener('keydown', hear);
    focusCell(chart, 'checkout/group:1');
    await press(chart, 'Space');
    await appears(chart, '.tooltip:popover-open');
    await press(chart, 'Escape');
    expect(all(chart, '.tooltip:popover-open').length, 'the tooltip goes first').to.equal(0);
    expect(all(chart, '.selection').length).to.equal(1);
    await press(chart, 'Escape');
    expect(all(chart, '.selection').length).to.equal(0);
    expect(heard, 'what Esc closed is nobody else’s business').to.deep.equal([' ']);
    expect(await press(chart, 'Escape')).to.equal('checkout/group:1');
    expect(heard).to.deep.equal([' ', 'Escape']);
  });

  it('forgets selected cells that are gone, and keeps the others', async () => {
    const chart = await show(october);
    focusCell(chart, 'checkout/group:1');
    await press(chart, 'Space');
    focusCell(chart, 'checkout/dropped');
    await press(chart, 'Space');
    chart.result = plain;
    await settle(chart);
    expect(textOf(one(chart, '.selection'))).to.include('1 part selected');
    one(chart, '.selection .button:not(.primary)').focus();
    await press(chart, 'Enter');
    expect(all(chart, '.selection').length).to.equal(0);
    expect(focused(chart), 'the focus comes back to the grid').to.equal('checkout/dropped');
  });

  it('selects nothing where nothing opens', async () => {
    const chart = await show(october, { readonly: true });
    focusCell(chart, 'checkout/group:1');
    await press(chart, 'Space');
    expect(all(chart, '.selection, [aria-selected], [aria-multiselectable]').length).to.equal(0);
  });

  it('is four Tab stops: tools, legend, grid, and out, each remembering its place', async () => {
    const chart = await show(october, { controls: 'filters view table breakdown' });
    const after = document.createElement('button');
    chart.after(after);
    const active = (): HTMLElement => chart.shadowRoot?.activeElement as HTMLElement;
    one(chart, '.toolbar button').focus();
    expect(textOf(active())).to.equal('Counts');
    await press(chart, 'ArrowRight');
    expect(textOf(active())).to.equal('Rate per step');
    await press(chart, 'End');
    expect(active().getAttribute('aria-label')).to.equal('Keyboard help');
    await press(chart, 'ArrowLeft');
    expect(textOf(active())).to.equal('Table');
    await press(chart, 'Tab');
    expect(textOf(active())).to.include('Meta Ads');
    await press(chart, 'ArrowRight');
    expect(textOf(active())).to.include('Website');
    expect(await press(chart, 'Tab')).to.equal('lead/step');
    await press(chart, 'Tab');
    expect(document.activeElement).to.equal(after);
    expect(await press(chart, 'Shift+Tab')).to.equal('lead/step');
    await press(chart, 'Shift+Tab');
    expect(textOf(active()), 'the legend remembers').to.include('Website');
    await press(chart, 'Shift+Tab');
    expect(textOf(active()), 'and the tools').to.equal('Table');
  });

  it('leaves ↑ and ↓ to the page, and mirrors ← and → from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const chart = await show(october, { controls: 'view table breakdown' });
    const bar = one(chart, '.toolbar');
    const keydown = (key: string): KeyboardEvent => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      chart.shadowRoot?.activeElement?.dispatchEvent(event);
      return event;
    };
    one(chart, '.toolbar button').focus();
    expect(keydown('ArrowDown').defaultPrevented).to.equal(false);
    expect(keydown('ArrowLeft').defaultPrevented).to.equal(true);
    expect(textOf(chart.shadowRoot?.activeElement as HTMLElement)).to.equal('Rate per step');
    expect(bar.querySelectorAll('[tabindex="0"]').length).to.equal(1);
  });

  it('never loses the focus: a chip that is taken off gives it to the next, the last to the grid', async () => {
    const chart = await show(october, { filters: { lead: { source: ['Website', 'Referral'] } } });
    one(chart, '.chip').focus();
    await sendKeys({ press: 'Enter' });
    await settle(chart);
    expect(textOf(chart.shadowRoot?.activeElement as HTMLElement)).to.include('Referral');
    await sendKeys({ press: 'Enter' });
    await settle(chart);
    expect(all(chart, '.chip').length).to.equal(0);
    expect(focused(chart)).to.equal('lead/step');
  });

  it('never loses the focus: the rows give it to the message that comes in their place', async () => {
    const chart = await show(october);
    focusCell(chart, 'checkout/dropped');
    chart.result = notConfigured;
    await settle(chart);
    expect((chart.shadowRoot?.activeElement as HTMLElement | null)?.className).to.equal('state');
  });

  it('never loses the focus: a step that is gone gives it to a neighbour', async () => {
    const chart = await show(october);
    focusCell(chart, 'member/dropped');
    chart.result = zeroStep;
    await settle(chart);
    // The last step there is, the cell nearest to the column.
    expect(focused(chart)).to.match(/^visit\//);
    expect(all(chart, '[role="grid"] [tabindex="0"]').length).to.equal(1);
  });

  it('says nothing for a move of the focus, and the new numbers once things are quiet', async () => {
    const chart = await show(october);
    const region = one(chart, '[role="status"][aria-live="polite"]');
    focusCell(chart, 'checkout/group:1');
    await press(chart, 'ArrowRight');
    await press(chart, 'Space');
    chart.highlight = { group: 'Website' };
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(region.textContent).to.equal('');
    for (const count of [20, 30, 40])
      chart.result = {
        steps: [
          { name: 'Leads', count },
          { name: 'Intro', count: 10 },
        ],
      };
    await settle(chart);
    expect(region.textContent, 'not yet').to.equal('');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(textOf(region)).to.include('Updated').and.to.include('of 40');
  });

  it('says the filters that the new numbers are under', async () => {
    const chart = await show(october);
    chart.filters = { lead: { source: ['Website'] } };
    chart.result = plain;
    await settle(chart);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(textOf(one(chart, '[role="status"]'))).to.include('Filters: Leads created: Source = Website.');
  });
});
