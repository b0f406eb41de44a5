import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FunnelSource } from '../../../src/data/funnel-source.ts';
import type { FunnelChart } from '../../../src/elements/funnel-chart/funnel-chart.ts';
import type { PeopleQuery, TimeToConvertOption, TrendOption } from '../../../src/engine/schema/index.ts';
import type { FunnelStepSelectEvent, ViewChangeEvent } from '../../../src/events/index.ts';
import { all, keepPageClean, listen, one, press, settle, show, textOf } from './chart-fixture.ts';
import { plain } from '../../../demo/scenarios/funnel-results.ts';
import {
  lapsingPeople,
  withFactors,
  withMoney,
  withTimes,
  withTrend,
} from '../../../demo/scenarios/insight-results.ts';
import { waitUntil } from '../../support/wait-until.ts';

/** A source that answers what sections ask, and remembers what that was. */
function askableSource(): FunnelSource & { trends: unknown[]; times: TimeToConvertOption[]; fails: boolean } {
  const answer = (option: TrendOption) => ({ ...withTrend.trend!, ...option });
  return {
    kind: 'src',
    trends: [],
    times: [],
    fails: false,
    load({ options: { trend } }) {
      if (!trend) return Promise.resolve(plain);
      this.trends.push(trend);
      return this.fails
        ? Promise.reject(new TypeError('offline'))
        : Promise.resolve({ ...plain, trend: answer(trend) });
    },
    timeToConvert(option) {
      this.times.push(option);
      const bins = [{ start: 0, end: 60, count: 3 }, { start: 60, count: 4 }]; // prettier-ignore
      return Promise.resolve({
        from: 'lead',
        to: 'member',
        bins,
        summary: { count: 7, median: 70, p90: 90 },
      });
    },
  };
}

/** Waits for what comes in several parts, each loaded when it is first wanted: the first time that may take long. */
async function arrives(chart: FunnelChart, selector: string): Promise<HTMLElement> {
  await waitUntil(() => chart.renderRoot.querySelector(selector), `${selector} appears`);
  return one(chart, selector);
}

function title(chart: FunnelChart): string {
  return textOf(one(chart, '.insight h3'));
}

async function pick(chart: FunnelChart, label: string, value: string): Promise<void> {
  const picker = all(chart, '.insight-controls label').find((each) => textOf(each).startsWith(label));
  const select = picker?.querySelector('select');
  if (!select) throw new Error(`no picker ${label}`);
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settle(chart);
}

describe('<funnel-chart> and its sections', () => {
  keepPageClean();
  // Unbundled, the drawing brings hundreds of files with it: fetched once, before any test waits for them.
  before(async function () {
    this.timeout(60_000);
    await import('../../../src/elements/funnel-chart/insights/trend-panel.ts');
  });

  it('opens one from its menu by keys alone, gives it the focus, tells the host, and closes it again', async () => {
    const chart = await show(withTrend);
    const told = listen<ViewChangeEvent>(chart, 'view-change');
    const button = one(chart, '[part="explore-button"]');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(
      () => chart.shadowRoot?.activeElement?.role === 'menuitemradio',
      'the menu has the focus',
    );
    await sendKeys({ press: 'Enter' });
    await arrives(chart, '.plot');
    expect(told.at(-1)?.view.insight).to.equal('trend');
    await waitUntil(
      () => chart.shadowRoot?.activeElement === one(chart, '.insight h3'),
      'the heading has the focus',
    );
    expect(title(chart)).to.contain('Better than usual');
    await expect(chart).shadowDom.to.be.accessible();
    one(chart, '.insight-head button').click();
    await settle(chart);
    expect(all(chart, '.insight').length).to.equal(0);
    expect(chart.view).not.to.have.property('insight');
    expect(chart.shadowRoot?.activeElement).to.equal(button);
  });

  it('is in the view, and comes back with it', async () => {
    const chart = await show(withTimes, { view: { insight: 'time', time: { from: 'intro', to: 'member' } } });
    await arrives(chart, '.histogram');
    expect(title(chart)).to.contain('16 days');
    expect(chart.view).to.deep.include({ insight: 'time', time: { from: 'intro', to: 'member' } });
  });

  it('says nothing of a section that does not exist', async () => {
    const chart = await show(plain, { view: { insight: 'nonsense' as 'trend' } });
    expect(all(chart, '.insight').length).to.equal(0);
  });

  it('a point is one Tab stop for all, read by arrows, and opens its people', async () => {
    const chart = await show(withTrend, { insight: 'trend' });
    await arrives(chart, '.plot');
    await settle(chart);
    const opened = listen<FunnelStepSelectEvent>(chart, 'funnel-step-select');
    const stops = all(chart, '[data-plot] [data-mark]').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops.length).to.equal(1);
    stops[0]?.focus();
    await press(chart, 'Home');
    await arrives(chart, '.tooltip:popover-open');
    expect(textOf(one(chart, '.tooltip'))).to.contain('30 of 200');
    await press(chart, 'ArrowRight');
    expect(chart.shadowRoot?.activeElement?.getAttribute('aria-label')).to.contain('34 of 200');
    await press(chart, 'Enter');
    const period = { interval: 'week', start: '2026-10-12', from: 'lead' };
    expect(opened.at(-1)?.segment).to.deep.equal({ step: 'member', outcome: 'converted', period });
    expect(opened.at(-1)?.count).to.equal(34);
  });

  it('renders nothing for the pointer', async () => {
    const chart = await show(withTrend, { insight: 'trend' });
    await arrives(chart, '.plot');
    await settle(chart);
    let renders = 0;
    const render = chart.render.bind(chart);
    chart.render = () => {
      renders += 1;
      return render();
    };
    const mark = one(chart, '[data-plot] [data-mark]');
    mark.dispatchEvent(
      new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse' }),
    );
    await arrives(chart, '.tooltip:popover-open');
    expect(renders).to.equal(0);
  });

  it('asks the source anew for other periods and other steps, and never for the whole funnel', async () => {
    const source = askableSource();
    const chart = await show(undefined, { source, insight: 'trend' });
    await arrives(chart, '.plot');
    expect(source.trends).to.deep.equal([{ interval: 'week', from: 'lead', to: 'member' }]);
    const told = listen<ViewChangeEvent>(chart, 'view-change');
    const loads = listen(chart, 'funnel-load');
    await pick(chart, 'By', 'month');
    await pick(chart, 'From step', 'contact');
    await waitUntil(() => source.trends.length === 3, 'asked twice more');
    expect(source.trends.at(-1)).to.deep.equal({ interval: 'month', from: 'contact', to: 'member' });
    expect(told.at(-1)?.view.trend).to.deep.equal({ interval: 'month', from: 'contact', to: 'member' });
    expect(loads.length, 'the rows are not loaded anew').to.equal(0);
  });

  it('asks for the times of any pair of steps', async () => {
    const source = askableSource();
    const chart = await show(undefined, { source, insight: 'time' });
    await arrives(chart, '.histogram');
    await pick(chart, 'to step', 'checkout');
    await waitUntil(() => source.times.length === 2, 'asked again');
    expect(source.times).to.deep.equal([
      { from: 'lead', to: 'member' },
      { from: 'lead', to: 'checkout' },
    ]);
  });

  it('looks for what goes with going on between any pair of steps; what came along is shown first', async () => {
    const asked: { from?: string | undefined; to?: string | undefined }[] = [];
    const source: FunnelSource = {
      kind: 'src',
      load: () => Promise.resolve(withFactors),
      factors(option) {
        asked.push(option);
        return Promise.resolve({ from: 'lead', to: 'intro', factors: [] });
      },
    };
    const chart = await show(undefined, { source, insight: 'factors' });
    await arrives(chart, '.factors');
    expect(asked, 'the server said it already').to.deep.equal([]);
    const told = listen<ViewChangeEvent>(chart, 'view-change');
    await pick(chart, 'to step', 'intro');
    await waitUntil(() => title(chart).startsWith('Nothing'), 'the new answer is shown');
    expect(asked).to.deep.equal([{ from: 'lead', to: 'intro' }]);
    expect(told.at(-1)?.view.factors).to.deep.equal({ from: 'lead', to: 'intro' });
  });

  it('a question that fails says so, and can be asked again', async () => {
    const source = askableSource();
    source.fails = true;
    const chart = await show(undefined, { source, insight: 'trend' });
    const alert = await arrives(chart, '.insight [role="alert"]');
    source.fails = false;
    alert.querySelector('button')?.click();
    await arrives(chart, '.plot');
    expect(all(chart, '.insight [role="alert"]').length).to.equal(0);
  });

  it('a rate is thought of by slider and by number; the host hears where it comes to rest', async () => {
    const chart = await show(withMoney, { insight: 'what-if' });
    await arrives(chart, '.what-if');
    const told = listen<ViewChangeEvent>(chart, 'view-change');
    const slider = one(chart, '.slider input') as HTMLInputElement;
    slider.value = '60';
    slider.dispatchEvent(new Event('input'));
    await settle(chart);
    expect(title(chart)).to.contain('15 instead of 10');
    expect(told.length, 'while it moves').to.equal(0);
    slider.dispatchEvent(new Event('change'));
    await settle(chart);
    expect(told.at(-1)?.view.whatIf).to.deep.equal({ step: 'intro', rate: 0.6 });
    const field = one(chart, '.field.percent') as HTMLInputElement;
    expect(field.value).to.equal('60');
    field.value = '20';
    field.dispatchEvent(new Event('change'));
    await settle(chart);
    expect(title(chart)).to.contain('5 instead of 10');
    all(chart, '.insight-controls button').at(-1)?.click();
    await settle(chart);
    expect(chart.view).not.to.have.property('whatIf');
    await expect(chart).shadowDom.to.be.accessible();
  });

  it('counts those whose time ends soon from the list, as far as it must, and opens it', async () => {
    const queries: PeopleQuery[] = [];
    const source: FunnelSource = {
      kind: 'src',
      load: () => Promise.resolve(plain),
      people(_segment, query) {
        queries.push(query);
        const { offset = 0 } = query;
        return Promise.resolve({ people: lapsingPeople.slice(offset, offset + 4), total: 120 });
      },
    };
    const chart = await show(undefined, { source, insight: 'lapsing' });
    await arrives(chart, '.insight-table');
    expect(title(chart)).to.equal('For 5 people the time limit ends within 7 days');
    expect(queries.map(({ offset, sort }) => [offset, sort?.by])).to.deep.equal([
      [0, 'deadline'],
      [4, 'deadline'],
    ]);
    const opened = listen<FunnelStepSelectEvent>(chart, 'funnel-step-select');
    all(chart, '.insight-table button').at(-1)?.click();
    expect(opened.at(-1)?.segment).to.deep.equal({ step: 'intro', outcome: 'open' });
    expect(opened.at(-1)?.count).to.equal(120);
    await expect(chart).shadowDom.to.be.accessible();
  });

  it('a source that cannot answer is no failure: it is said plainly', async () => {
    const chart = await show(undefined, {
      source: { kind: 'src', load: () => Promise.resolve(plain) },
      insight: 'time',
    });
    const said = await arrives(chart, '.insight [role="status"]');
    expect(textOf(said)).to.contain('came without');
  });
});
