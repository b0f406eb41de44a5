import { expect } from '@open-wc/testing';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelStepDrilldown } from '../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import { quietly, readShown } from '../hostile/quiet-page.ts';
import { makeResult, next, until } from './fake-server.ts';

/** The address of the built file; in a variable, so that Vite leaves the import to the browser. */
const singleFile = '/dist/cdn/funnelwheel.js';
type Version = {
  FunnelChart: typeof FunnelChart;
  FunnelStepDrilldown: typeof FunnelStepDrilldown;
};

async function showIn(tag: string): Promise<FunnelChart> {
  const chart = document.createElement(tag) as FunnelChart;
  chart.result = makeResult(7);
  document.body.append(chart);
  await until(() => chart.result !== undefined);
  await chart.updateComplete;
  expect(readShown(chart)).to.include('Visits');
  return chart;
}

describe('two versions of the package on one page', function () {
  this.timeout(60_000);
  let built: Version;
  let source: Version;

  before(async () => {
    built = (await import(/* @vite-ignore */ singleFile)) as Version;
    source = await import('../../src/index.ts');
  });

  it('are two: each has classes of its own', () => {
    expect(source.FunnelChart).to.not.equal(built.FunnelChart);
  });

  it(
    'the first keeps its tag, the second takes another',
    quietly(async () => {
      source.FunnelChart.define();
      expect(customElements.get('funnel-chart')).to.equal(built.FunnelChart);
      source.FunnelChart.define('other-funnel');
      expect(document.createElement('other-funnel')).to.be.instanceOf(source.FunnelChart);
      const charts = [await showIn('funnel-chart'), await showIn('other-funnel')];
      charts.forEach((chart) => chart.remove());
    }),
  );

  it(
    'one class takes several tags, each twice without harm',
    quietly(async () => {
      for (const tag of ['my-funnel', 'my-second-funnel', 'my-funnel']) source.FunnelChart.define(tag);
      const charts = [await showIn('my-funnel'), await showIn('my-second-funnel')];
      charts.forEach((chart) => chart.remove());
    }),
  );

  it(
    'a list of the one opens from a chart of the other',
    quietly(async () => {
      source.FunnelStepDrilldown.define('other-list');
      const chart = await showIn('funnel-chart');
      chart.id = 'chart-of-the-first';
      const list = document.createElement('other-list') as FunnelStepDrilldown;
      list.setAttribute('for', chart.id);
      document.body.append(list);
      await list.updateComplete;
      chart.source = {
        kind: 'dataset',
        load: () => Promise.resolve(makeResult(8)),
        people: () => Promise.resolve({ people: [{ id: 1, name: 'Client 001' }], total: 1 }),
      };
      await until(() => chart.result?.steps[0]?.count === 8);
      await chart.updateComplete;
      const rows = next(list, 'people-load');
      chart.shadowRoot!.querySelector<HTMLElement>('[data-opens]')!.click();
      await rows;
      await until(() => list.renderRoot.textContent?.includes('Client 001'));
      list.remove();
      chart.remove();
    }),
  );
});
