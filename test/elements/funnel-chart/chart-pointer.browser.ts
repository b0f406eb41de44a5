import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { FunnelStepSelectEvent } from '../../../src/events/index.ts';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import {
  all,
  appears,
  focusCell,
  keepPageClean,
  listen,
  one,
  paint,
  point,
  press,
  settle,
  show,
  textOf,
} from './chart-fixture.ts';
import {
  manyGroups,
  october,
  renewal,
  shared,
  twelveByEight,
} from '../../../demo/scenarios/funnel-results.ts';
import { waitUntil } from '../../support/wait-until.ts';

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const open = '.tooltip:popover-open';

/** Counts how often Lit renders. */
function countRenders(chart: FunnelChart): () => number {
  let renders = 0;
  const { render } = chart;
  Object.assign(chart, {
    render: () => {
      renders += 1;
      return render.call(chart);
    },
  });
  return () => renders;
}

describe('<funnel-chart> by pointer', () => {
  keepPageClean();

  it('shows a tooltip on hover, all of which its cell says too', async () => {
    const chart = await show(october);
    expect(all(chart, '.tooltip').length, 'not before it is wanted').to.equal(0);
    point(one(chart, '.row:nth-of-type(4) .seg-2'), 'pointermove');
    const tooltip = await appears(chart, open);
    expect(textOf(tooltip)).to.equal(
      'Checkout page viewed, Website 810, 62.8% of step 2 Opens the list of these people',
    );
    const name = one(chart, '[data-cell="checkout/group:1"]').getAttribute('aria-label');
    expect(name).to.equal('Checkout page viewed, Website: 810, 62.8% of step 2');
    expect(tooltip.getAttribute('aria-hidden')).to.equal('true');
  });

  it('keeps the tooltip while the pointer is on it, and lets it go after', async () => {
    const chart = await show(october);
    point(one(chart, '.row:nth-of-type(4) .lost'), 'pointermove');
    const tooltip = await appears(chart, open);
    const around = one(chart, '[role="grid"]').parentElement;
    around?.dispatchEvent(new PointerEvent('pointerleave'));
    tooltip.dispatchEvent(new PointerEvent('pointerenter'));
    await wait(400);
    expect(tooltip.matches(':popover-open')).to.equal(true);
    tooltip.dispatchEvent(new PointerEvent('pointerleave'));
    await waitUntil(() => !tooltip.matches(':popover-open'), 'it goes');
  });

  it('closes the tooltip by Esc, wherever the focus is', async () => {
    const chart = await show(october);
    point(one(chart, '.row:nth-of-type(4) .lost'), 'pointermove');
    const tooltip = await appears(chart, open);
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(tooltip.matches(':popover-open')).to.equal(false);
  });

  it('shows the tooltip on focus too, for cells with people, and follows the focus', async () => {
    const chart = await show(october);
    focusCell(chart, 'contact/group:0');
    expect(textOf(await appears(chart, open))).to.include('Leads contacted, Meta Ads');
    await press(chart, 'ArrowRight');
    await waitUntil(() => textOf(one(chart, open)).includes('Website'), 'it follows');
    await press(chart, 'End');
    expect(all(chart, open).length, 'details say all themselves').to.equal(0);
  });

  it('takes the tooltip along when it leaves the page', async () => {
    const chart = await show(october);
    focusCell(chart, 'contact/group:0');
    await appears(chart, open);
    const parent = chart.parentElement;
    chart.remove();
    parent?.append(chart);
    await settle(chart);
    expect(all(chart, '.tooltip').length).to.equal(0);
    focusCell(chart, 'contact/group:0');
    await appears(chart, open);
  });

  it('renders nothing for hover or focus', async () => {
    const chart = await show(october);
    focusCell(chart, 'contact/group:0');
    await appears(chart, open);
    const renders = countRenders(chart);
    for (const segment of all(chart, '.segment')) point(segment, 'pointermove');
    for (const key of ['ArrowRight', 'ArrowDown', 'End', 'Home', 'Escape']) await press(chart, key);
    await wait(250);
    expect(renders()).to.equal(0);
    chart.requestUpdate();
    await settle(chart);
    expect(renders(), 'the counter counts').to.equal(1);
  });

  it('gives every part of 320 px wide tracks a place of its own to hit', async () => {
    await setViewport({ width: 320, height: 800 });
    const chart = await show(twelveByEight);
    await paint(chart);
    const opened = listen<FunnelStepSelectEvent>(chart, 'funnel-step-select');
    for (const track of all(chart, '.track')) {
      const { left } = track.getBoundingClientRect();
      for (const piece of track.querySelectorAll<HTMLElement>('[data-zone]')) {
        if (!piece.matches('[data-opens]') && !piece.querySelector('[data-opens]')) continue;
        const box = piece.getBoundingClientRect();
        opened.length = 0;
        point(track, 'click', (box.left + box.right) / 2 - left);
        expect(opened.length, piece.dataset['zone']).to.equal(1);
        const { step, outcome } = opened[0] ?? {};
        expect(piece.dataset['zone']).to.include(`${step}/`);
        expect(outcome).to.equal(piece.matches('.lost') ? 'dropped' : 'converted');
      }
    }
  });

  it('lets a part of two pixels be hit twelve pixels beside it', async () => {
    const chart = await show({
      steps: [
        { id: 'a', name: 'a', count: 1000 },
        { id: 'b', name: 'b', count: 1000 },
      ],
      closed: true,
      breakdown: {
        property: 'source',
        groups: [
          { value: 'big', steps: [{ converted: 499 }, { converted: 499 }] },
          { value: 'sliver', steps: [{ converted: 2 }, { converted: 2 }] },
          { value: 'rest', steps: [{ converted: 499 }, { converted: 499 }] },
        ],
      },
    });
    const opened = listen<FunnelStepSelectEvent>(chart, 'funnel-step-select');
    const track = one(chart, '.track');
    const box = one(chart, '.track .seg-2').getBoundingClientRect();
    const middle = (box.left + box.right) / 2 - track.getBoundingClientRect().left;
    for (const away of [-40, -11, 0, 11, 40]) point(track, 'click', middle + away);
    expect(opened.map(({ group }) => group)).to.deep.equal(['big', 'sliver', 'sliver', 'sliver', 'rest']);
  });

  it('selects by Ctrl and press, opens by press alone', async () => {
    const chart = await show(october);
    const opened = listen(chart, 'funnel-step-select');
    const button = one(chart, '[data-cell="checkout/dropped"]');
    button.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, ctrlKey: true, detail: 1 }),
    );
    await settle(chart);
    expect(opened.length).to.equal(0);
    expect(all(chart, '.selection').length).to.equal(1);
  });

  it('lists all parts of a step where some are narrow, and opens them', async () => {
    const chart = await show(october);
    const opened = listen<FunnelStepSelectEvent>(chart, 'funnel-step-select');
    expect(all(chart, '[data-panel="menu"]').map(({ dataset }) => dataset['step'])).to.deep.equal([
      'intro',
      'member',
    ]);
    one(chart, '[data-panel="menu"][data-step="intro"]').click();
    const menu = await appears(chart, '.popover:popover-open .menu');
    const lines = [...menu.querySelectorAll('button')].map(textOf);
    expect(lines).to.deep.equal([
      'Meta Ads 420, 47.2% of step 3',
      'Website 455, 56.2% of step 3',
      'Referral 353, 70.9% of step 3',
      '1,228 people',
      '850 lost, 38.7% of step 3',
      '120 still open, 5.5% of step 3',
    ]);
    await expect(chart).shadowDom.to.be.accessible();
    menu.querySelectorAll('button')[5]?.click();
    await settle(chart);
    expect(opened.map(({ step, outcome, count }) => [step, outcome, count])).to.deep.equal([
      ['intro', 'open', 120],
    ]);
    expect(all(chart, '.popover:popover-open').length).to.equal(0);
  });

  for (const readonly of [false, true]) {
    it(`agrees in cursor, hint, role, Tab order, selection and event: ${readonly ? 'readonly' : 'interactive'}`, async () => {
      for (const result of [october, renewal, shared, manyGroups]) {
        const chart = await show(result, { readonly });
        const opened = listen(chart, 'funnel-step-select');
        for (const cell of all(chart, '[role="gridcell"]')) {
          const target = cell.matches('[data-cell]')
            ? cell
            : one(chart, `[data-cell="${cell.querySelector<HTMLElement>('[data-cell]')?.dataset['cell']}"]`);
          const key = target.dataset['cell'] ?? '';
          opened.length = 0;
          target.click();
          const opens = opened.length === 1;
          expect(target.matches('button'), `role of ${key}`).to.equal(opens);
          expect(getComputedStyle(target).cursor === 'pointer', `cursor of ${key}`).to.equal(opens);
          expect(cell.hasAttribute('aria-selected'), `selection of ${key}`).to.equal(opens);
          expect(target.tabIndex, `Tab order of ${key}`).to.be.oneOf([0, -1]);
          if (readonly) expect(opens, key).to.equal(false);
        }
        focusCell(chart, all(chart, '[data-cell$="/count"]')[0]?.dataset['cell'] ?? '');
        const tooltip = textOf(await appears(chart, open));
        expect(tooltip.includes('Opens the list')).to.equal(!readonly);
        expect(all(chart, '[data-opens]').length > 0).to.equal(!readonly);
        chart.remove();
      }
    });
  }
});
