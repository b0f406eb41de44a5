import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../../demo/scenarios/late-parts.ts';
import { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import { LifecycleWheel } from '../../../src/elements/lifecycle-wheel/lifecycle-wheel.ts';
import type { Dataset } from '../../../src/engine/schema/index.ts';
import { skipWithoutFocus } from '../../support/engine.ts';
import { waitUntil } from '../../support/wait-until.ts';

FunnelChart.define();
LifecycleWheel.define();

/** Three people: one only asked, one bought and comes, one bought and never came. */
const data: Dataset = {
  version: 1,
  timeZone: 'Europe/Paris',
  asOf: '2026-06-30T12:00:00Z',
  people: [
    { id: 'asks', name: 'Asks' },
    { id: 'comes', name: 'Comes' },
    { id: 'away', name: 'Away' },
  ],
  events: [
    { person: 'asks', type: 'site-visit', at: '2026-06-01T08:00:00Z' },
    { person: 'comes', type: 'site-visit', at: '2026-01-01T08:00:00Z' },
    { person: 'away', type: 'site-visit', at: '2026-01-01T08:00:00Z' },
    { person: 'comes', type: 'purchase', at: '2026-01-02T08:00:00Z', membership: 'm', renewing: true },
    { person: 'away', type: 'purchase', at: '2026-01-02T08:00:00Z', membership: 'm', renewing: true },
    { person: 'comes', type: 'check-in', at: '2026-05-02T08:00:00Z' },
    { person: 'comes', type: 'check-in', at: '2026-05-09T08:00:00Z' },
    { person: 'comes', type: 'check-in', at: '2026-05-16T08:00:00Z' },
  ],
} as unknown as Dataset;

const definition = {
  id: 'bought',
  name: 'Bought',
  steps: [
    { id: 'visit', name: 'Visited the site', event: 'site-visit' },
    { id: 'buy', name: 'Bought', event: 'purchase' },
  ],
} as never;

async function together(): Promise<{ chart: FunnelChart; wheel: LifecycleWheel }> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const chart = document.createElement('funnel-chart');
  const wheel = document.createElement('lifecycle-wheel');
  chart.id = 'journey';
  wheel.for = 'journey';
  Object.assign(chart, { definition, data, from: '2026-01-01', to: '2026-06-30' });
  Object.assign(wheel, { data });
  box.append(chart, wheel);
  await waitUntil(() => chart.result && wheel.result, 'both are computed');
  await chart.updateComplete;
  await wheel.updateComplete;
  return { chart, wheel };
}

describe('a wheel and a funnel of the same data', () => {
  it('marks on the wheel where the people of an opened part of the funnel are', async () => {
    const { chart, wheel } = await together();
    expect(wheel.result?.phases.map(({ id, count }) => [id, count])).to.deep.equal([
      ['acquisition', 1],
      ['conversion', 0],
      ['loyalty', 1],
      ['attrition', 1],
      ['retention', 0],
    ]);
    const cell = [...chart.renderRoot.querySelectorAll<HTMLElement>('[data-opens]')].find((one) =>
      one.dataset['opens']?.startsWith('buy'),
    );
    cell?.click();
    await waitUntil(() => wheel.marks, 'the wheel is marked');
    const places = wheel.marks?.places ?? {};
    expect([places['loyalty'], places['attrition'], places['acquisition']]).to.deep.equal([1, 1, 0]);
  });

  it('marks on the funnel where the people of an opened phase are, and lets go of it', async () => {
    const { chart, wheel } = await together();
    wheel.renderRoot.querySelector<HTMLElement>('[data-key="phase:attrition"]')?.click();
    await waitUntil(() => chart.marks, 'the funnel is marked');
    expect(chart.marks?.places.filter(({ count }) => count > 0)).to.deep.equal([
      { step: 'visit', outcome: 'converted', count: 1 },
      { step: 'buy', outcome: 'converted', count: 1 },
    ]);
    await chart.updateComplete;
    expect(chart.renderRoot.textContent).to.contain('Phase “Attrition”');
    const last = wheel.renderRoot.querySelector<HTMLElement>('[data-key="phase:attrition"]');
    last?.focus();
    last?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(chart.marks).to.equal(undefined);
  });

  it('marks on the wheel who is pointed at on the funnel, and then those who were opened again', async () => {
    const { chart, wheel } = await together();
    const cellOf = (outcome: string) =>
      [...chart.renderRoot.querySelectorAll<HTMLElement>(`[data-opens$="/${outcome}"]`)].find(
        (one) => !one.closest('.track'),
      ) ?? null;
    const point = (element: Element | null, type: string) =>
      element?.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'mouse' }));
    const told: unknown[] = [];
    chart.addEventListener('funnel-step-point', ({ segment }) => told.push(segment?.outcome));
    const places = () =>
      wheel.marks && [wheel.marks.places['acquisition'], wheel.marks.places['loyalty']].join();

    point(cellOf('dropped'), 'pointermove');
    await waitUntil(() => places() === '1,0', 'those lost are marked');
    chart.renderRoot.querySelector<HTMLElement>('[data-opens="buy/count"]')?.click();
    await waitUntil(() => places() === '0,1', 'those opened are marked');
    point(cellOf('dropped'), 'pointermove');
    point(chart.renderRoot.querySelector('[role=grid]'), 'pointerleave');
    await waitUntil(() => places() === '0,1', 'and again');
    expect(told[0]).to.equal('dropped');
    expect(told.at(-1)).to.equal(undefined);
  });

  it('marks on the wheel who is focused on the funnel, and lets go with the focus', async function () {
    await skipWithoutFocus(this);
    const { chart, wheel } = await together();
    chart.focus();
    const cell = chart.renderRoot.querySelector<HTMLElement>('[data-cell][data-opens]')!;
    cell.focus();
    await sendKeys({ press: 'ArrowDown' });
    await waitUntil(() => wheel.marks, 'the wheel is marked');
    (chart.shadowRoot!.activeElement as HTMLElement).blur();
    await waitUntil(() => !wheel.marks, 'nothing is marked');
  });

  it('says nothing to a funnel of other data', async () => {
    const { chart, wheel } = await together();
    chart.data = { ...data };
    await chart.updateComplete;
    wheel.renderRoot.querySelector<HTMLElement>('[data-key="phase:loyalty"]')?.click();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(chart.marks).to.equal(undefined);
  });
});
