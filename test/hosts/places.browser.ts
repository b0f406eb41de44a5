import { expect } from '@open-wc/testing';
import { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import '../../src/define/funnel-chart.ts';
import type { FunnelRequest, FunnelSource, LoadOptions } from '../../src/data/funnel-source.ts';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import type { FunnelLoadEvent } from '../../src/events/index.ts';
import { quietly, readShown } from '../hostile/quiet-page.ts';
import { FakeServer, makeResult, never, next, until } from './fake-server.ts';

/** A source that notes what becomes of it. */
class NotingSource implements FunnelSource {
  readonly kind = 'dataset';
  readonly signals: AbortSignal[] = [];
  released = 0;
  isSlow = false;

  async load(_: FunnelRequest, { signal }: LoadOptions): Promise<FunnelResult> {
    this.signals.push(signal);
    if (this.isSlow)
      await new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    return makeResult(10 * this.signals.length);
  }

  release(): void {
    this.released += 1;
  }
}

const countOf = (chart: FunnelChart) => chart.result?.steps[0]?.count;
const turn = () => new Promise((resolve) => setTimeout(resolve, 10));
const shown = (chart: FunnelChart) =>
  until(() => countOf(chart) !== undefined && chart.updateComplete.then(() => true));

describe('a chart in its host’s page', () => {
  let place: HTMLElement;

  beforeEach(() => {
    place = document.createElement('div');
    document.body.append(place);
  });
  afterEach(() => place.remove());

  function put(source: FunnelSource, into: Node = place): FunnelChart {
    const chart = document.createElement('funnel-chart');
    chart.source = source;
    into.appendChild(chart);
    return chart;
  }

  it(
    'keeps what it has where it is moved',
    quietly(async () => {
      const source = new NotingSource();
      const chart = put(source);
      await shown(chart);
      const other = document.createElement('section');
      place.append(other);
      for (const parent of [other, place, other]) parent.append(chart);
      await turn();
      expect([source.signals.length, source.released]).to.deep.equal([1, 0]);
      expect(readShown(chart)).to.include('Visits');
    }),
  );

  it(
    'frees what it holds where it is removed, and shows the last figures at once where it is put back',
    quietly(async () => {
      const source = new NotingSource();
      const chart = put(source);
      await shown(chart);
      chart.remove();
      await turn();
      expect(source.released).to.equal(1);
      place.append(chart);
      expect(readShown(chart)).to.include('Visits');
      await turn();
      expect(source.signals.length, 'nothing has changed, so nothing is asked').to.equal(1);
    }),
  );

  it(
    'gives up what is under way where it is removed, and asks again where it is put back',
    quietly(async () => {
      const source = new NotingSource();
      source.isSlow = true;
      const chart = put(source);
      await until(() => source.signals.length === 1);
      chart.remove();
      await until(() => source.signals[0]?.aborted);
      source.isSlow = false;
      place.append(chart);
      await shown(chart);
      expect(source.signals.length).to.equal(2);
    }),
  );

  it(
    'loads nothing off the page, and takes up there what it was told meanwhile',
    quietly(async () => {
      const server = new FakeServer();
      const chart = document.createElement('funnel-chart');
      chart.fetchOptions = { fetch: server.fetch };
      chart.src = '/api/funnel?n=1';
      await turn();
      expect(server.asked.length, 'before it was ever there').to.equal(0);
      place.append(chart);
      await shown(chart);
      chart.remove();
      await turn();
      chart.src = '/api/funnel?n=2';
      await turn();
      expect(server.asked.length, 'while it is away').to.equal(1);
      const loaded = next(chart, 'funnel-load');
      place.append(chart);
      await loaded;
      expect(server.last.url.search).to.equal('?n=2');
      expect(server.asked.length).to.equal(2);
    }),
  );

  it(
    'is right where it is removed and put back many times in a second',
    quietly(async () => {
      const server = new FakeServer();
      const chart = document.createElement('funnel-chart');
      chart.fetchOptions = { fetch: server.fetch };
      chart.src = '/api/funnel';
      for (let n = 0; n < 20; n += 1) {
        place.append(chart);
        if (n % 3 === 0) await Promise.resolve();
        if (n % 5 === 0) await turn();
        chart.remove();
      }
      place.append(chart);
      await shown(chart);
      await turn();
      const answered = server.asked.filter(({ init }) => !init.signal?.aborted);
      expect(answered.length).to.equal(1);
      expect(readShown(chart)).to.include('Visits');
    }),
  );

  it(
    'works in the shadow root of another element, and is heard outside of it',
    quietly(async () => {
      const host = document.createElement('div');
      const inner = document.createElement('div');
      host.attachShadow({ mode: 'closed' }).append(inner);
      inner.attachShadow({ mode: 'open' });
      place.lang = 'fr';
      place.append(host);
      const heard = next<FunnelLoadEvent>(place, 'funnel-load');
      const chart = put(new NotingSource(), inner.shadowRoot!);
      expect((await heard).result.steps.length).to.equal(2);
      const selected = next(place, 'funnel-step-select');
      await until(() => chart.shadowRoot!.querySelector('[data-opens]'));
      chart.shadowRoot!.querySelector<HTMLElement>('[data-opens]')!.click();
      await selected;
      expect(
        chart.shadowRoot!.querySelector('[lang]')?.getAttribute('lang'),
        'the language of the page outside',
      ).to.equal('fr');
    }),
  );

  it(
    'is drawn in a dialog that is opened later',
    quietly(async () => {
      const dialog = document.createElement('dialog');
      place.append(dialog);
      const chart = put(new NotingSource(), dialog);
      await shown(chart);
      expect(chart.getBoundingClientRect().height).to.equal(0);
      dialog.showModal();
      // What a chart shows depends on its room, which the browser tells a moment after the layout.
      await until(() => readShown(chart).includes('Visits'));
      expect(chart.getBoundingClientRect().width, 'a dialog is as wide as what is in it').to.be.above(500);
      expect(dialog.scrollWidth).to.be.at.most(dialog.clientWidth);
      dialog.close();
    }),
  );

  for (const [where, style] of [
    ['a float', 'float: left'],
    ['a flex row', 'display: flex'],
    ['a grid of its content', 'display: grid; justify-items: start'],
  ] as const) {
    it(
      `has room in ${where}, and does not burst it`,
      quietly(async () => {
        const box = document.createElement('div');
        box.style.cssText = style;
        place.append(box);
        const chart = put(new NotingSource(), box);
        await shown(chart);
        const { width } = chart.getBoundingClientRect();
        expect(width).to.be.above(500);
        expect(width).to.be.at.most(document.documentElement.clientWidth);
      }),
    );
  }

  it(
    'is drawn where it is shown after it was hidden',
    quietly(async () => {
      place.style.display = 'none';
      const chart = put(new NotingSource());
      await shown(chart);
      place.style.display = '';
      await turn();
      expect(readShown(chart)).to.include('Visits');
      const bar = chart.shadowRoot!.querySelector('[part~=segment]');
      expect(bar?.getBoundingClientRect().width).to.be.greaterThan(0);
    }),
  );

  it(
    'is cloned, imported and adopted without losing its attributes',
    quietly(async () => {
      const template = document.createElement('template');
      template.innerHTML = '<funnel-chart src="/api/funnel" locale="fr"></funnel-chart>';
      const server = new FakeServer();
      const chart = document.importNode(template.content, true).firstElementChild as FunnelChart;
      chart.fetchOptions = { fetch: server.fetch };
      place.append(chart);
      await shown(chart);
      const copy = chart.cloneNode(true) as FunnelChart;
      copy.fetchOptions = { fetch: server.fetch };
      place.append(copy);
      await shown(copy);
      expect(copy.locale).to.equal('fr');
      expect(server.asked.length).to.equal(2);
    }),
  );
});

describe('attributes and properties', () => {
  /** All of what a chart by address needs, each set by itself. */
  const settings: ((chart: HTMLElement & Partial<FunnelChart>, server: FakeServer) => void)[] = [
    (chart) => chart.setAttribute('src', '/api/funnel'),
    (chart) => chart.setAttribute('from', '2026-10-01'),
    (chart) => (chart.to = '2026-10-31'),
    (chart, server) => (chart.fetchOptions = { fetch: server.fetch }),
  ];

  function permute<T>(list: readonly T[]): T[][] {
    if (list.length <= 1) return [[...list]];
    return list.flatMap((one, index) => permute(list.toSpliced(index, 1)).map((rest) => [one, ...rest]));
  }

  it(
    'may be set in any order, on the page or before: one request, the same',
    quietly(async () => {
      for (const order of permute([...settings, (chart: HTMLElement) => document.body.append(chart)])) {
        const server = new FakeServer();
        const chart = document.createElement('funnel-chart');
        for (const set of order) set(chart, server);
        await shown(chart);
        expect(server.asked.map(({ url }) => url.search)).to.deep.equal(['?from=2026-10-01&to=2026-10-31']);
        chart.remove();
      }
    }),
  );

  it(
    'may be set before the element is defined',
    quietly(async () => {
      const server = new FakeServer();
      const chart = document.createElement('late-chart') as FunnelChart;
      for (const set of settings) set(chart, server);
      document.body.append(chart);
      await turn();
      FunnelChart.define('late-chart');
      await shown(chart);
      expect(server.asked.map(({ url }) => url.search)).to.deep.equal(['?from=2026-10-01&to=2026-10-31']);
      chart.remove();
    }),
  );

  it(
    'keeps a result that was set before the element was defined',
    quietly(async () => {
      const chart = document.createElement('later-chart') as FunnelChart;
      chart.result = makeResult(7);
      document.body.append(chart);
      FunnelChart.define('later-chart');
      await shown(chart);
      expect(countOf(chart)).to.equal(7);
      expect(readShown(chart)).to.include('Visits');
      chart.remove();
    }),
  );

  it(
    'tells the host nothing of what the host has set itself',
    quietly(async () => {
      const heard: string[] = [];
      const chart = document.createElement('funnel-chart');
      for (const type of ['funnel-load', 'view-change', 'funnel-error', 'funnel-step-select'])
        chart.addEventListener(type, () => heard.push(type));
      document.body.append(chart);
      for (const count of [1, 2]) {
        chart.result = makeResult(count);
        chart.from = '2026-10-01';
        chart.filters = { lead: { source: ['web'] } };
        chart.view = { mode: 'rate' };
        await chart.updateComplete;
        await turn();
      }
      expect(heard).to.deep.equal([]);
      chart.remove();
    }),
  );

  it(
    'what is set by hand wins, and what was hidden by it comes back',
    quietly(async () => {
      const server = new FakeServer();
      const chart = document.createElement('funnel-chart');
      chart.fetchOptions = { fetch: server.fetch };
      chart.src = '/api/funnel';
      chart.result = makeResult(7);
      document.body.append(chart);
      await shown(chart);
      expect([countOf(chart), server.asked.length]).to.deep.equal([7, 0]);
      chart.result = undefined;
      await until(() => countOf(chart) === 10);
      expect(server.asked.length).to.equal(1);
      chart.remove();
    }),
  );

  it(
    'takes the last of a hundred results in a second',
    quietly(async () => {
      const chart = document.createElement('funnel-chart');
      document.body.append(chart);
      for (let count = 1; count <= 100; count += 1) {
        chart.result = makeResult(count);
        if (count % 7 === 0) await Promise.resolve();
      }
      await until(() => countOf(chart) === 100);
      await chart.updateComplete;
      expect(readShown(chart)).to.include('100');
      chart.remove();
    }),
  );
});

describe('an address that is left waiting', () => {
  it(
    'holds nothing once the chart is gone',
    quietly(async () => {
      const server = new FakeServer(never);
      const chart = document.createElement('funnel-chart');
      chart.fetchOptions = { fetch: server.fetch };
      chart.src = '/api/funnel';
      document.body.append(chart);
      await until(() => server.asked.length === 1);
      chart.remove();
      await until(() => server.last.init.signal?.aborted);
    }),
  );
});
