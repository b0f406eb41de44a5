import { expect } from '@open-wc/testing';
import '../../src/define/funnel-chart.ts';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import type { FunnelErrorEvent, FunnelLoadEvent } from '../../src/events/index.ts';
import { quietly, readShown } from '../hostile/quiet-page.ts';
import { FakeServer, makeResult, never, next, toJson, until } from './fake-server.ts';

type Answer = Parameters<FakeServer['answer']>[0];

function put(server: FakeServer, settings: Partial<FunnelChart> = {}): FunnelChart {
  const chart = document.createElement('funnel-chart');
  Object.assign(
    chart,
    { src: '/api/funnel', fetchOptions: { fetch: server.fetch, retryDelay: 1 } },
    settings,
  );
  document.body.append(chart);
  return chart;
}

const loadOf = (chart: FunnelChart) => next<FunnelLoadEvent>(chart, 'funnel-load');
const errorOf = (chart: FunnelChart) => next<FunnelErrorEvent>(chart, 'funnel-error');
const countOf = (chart: FunnelChart) => chart.result?.steps[0]?.count;
const button = (chart: FunnelChart, name: string) =>
  [...chart.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);

describe('a chart and the server of its host', () => {
  afterEach(() => document.querySelectorAll('funnel-chart').forEach((chart) => chart.remove()));

  describe('what the server does wrong is an event and a message with a way to try again', () => {
    const status = (code: number) => () => new Response('', { status: code });
    const body = (text: string, type: string) => () =>
      new Response(text, { headers: { 'content-type': type } });
    const cases: [name: string, answer: Answer, error: object, settings?: Partial<FunnelChart>][] = [
      ['204', () => new Response(null, { status: 204 }), { code: 'not-json' }],
      ['401', status(401), { code: 'unauthorized', status: 401 }],
      ['403', status(403), { code: 'forbidden', status: 403 }],
      ['404', status(404), { code: 'http', status: 404 }],
      ['429', status(429), { code: 'http', status: 429 }],
      ['500', status(500), { code: 'http', status: 500 }],
      ['a web page', body('<p>Sign in', 'text/html'), { code: 'not-json' }],
      ['nothing', body('', 'application/json'), { code: 'not-json' }],
      ['half of it', body('{"steps":', 'application/json'), { code: 'not-json' }],
      [
        'another shape',
        body('{"steps":[{"count":"x"}]}', 'application/json'),
        { code: 'invalid-result', path: 'steps[0].count' },
      ],
      ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), { code: 'network' }],
      ['never', never, { code: 'timeout' }, { timeOut: 0.05 }],
      ['too much', () => toJson({ large: 'x'.repeat(1000) }), { code: 'too-large' }, { maxBytes: 500 }],
    ];
    for (const [name, answer, expected, settings] of cases) {
      it(
        name,
        quietly(async () => {
          const server = new FakeServer(answer);
          const chart = put(server, settings);
          const told: string[] = [];
          chart.addEventListener('funnel-error', ({ code }) => told.push(code));
          const { code, status, path, detail } = await errorOf(chart);
          expect({ code, status, path }).to.include(expected);
          expect(detail.message).to.not.equal('');
          chart.requestUpdate();
          await chart.updateComplete;
          expect(readShown(chart)).to.include('Try again');
          server.answer(() => toJson(makeResult(10)));
          const loaded = loadOf(chart);
          button(chart, 'Try again')!.click();
          await loaded;
          expect(readShown(chart)).to.include('Visits');
          expect(told, 'the host is told once').to.deep.equal([code]);
        }),
      );
    }
  });

  it(
    'keeps the last good figures, marked as old, until the host has signed in again',
    quietly(async () => {
      const server = new FakeServer();
      const chart = put(server);
      await loadOf(chart);
      server.answer(() => new Response('', { status: 401 }));
      const refused = errorOf(chart);
      chart.refresh();
      const event = await refused;
      expect(event.code).to.equal('unauthorized');
      expect(countOf(chart)).to.equal(10);
      const alert = chart.shadowRoot!.querySelector<HTMLElement>('[role=alert]')!;
      expect(alert.innerText).to.include('Nov');
      expect(readShown(chart)).to.include('Visits');
      server.answer(() => toJson(makeResult(12)));
      const loaded = loadOf(chart);
      event.retry();
      await chart.updateComplete;
      expect(countOf(chart), 'still shown while it asks again').to.equal(10);
      await loaded;
      expect(countOf(chart)).to.equal(12);
      expect(chart.shadowRoot!.querySelector('[role=alert]')).to.equal(null);
    }),
  );

  it(
    'asks by the documented names, with the host’s headers and credentials',
    quietly(async () => {
      const server = new FakeServer();
      const chart = document.createElement('funnel-chart');
      const attributes = {
        src: '/api/funnel?tenant=7',
        funnel: 'leads',
        from: '2026-10-01',
        to: '2026-10-31',
        'as-of': '2026-11-20T09:30:00+01:00',
        breakdown: 'person.source',
        compare: '2026-09-01..2026-09-30',
        order: 'sequential',
        'lookback-days': '30',
      };
      for (const [name, value] of Object.entries(attributes)) chart.setAttribute(name, value);
      chart.filters = { lead: { source: ['web'] } };
      chart.fetchOptions = {
        fetch: server.fetch,
        headers: { authorization: 'Bearer x' },
        credentials: 'include',
      };
      document.body.append(chart);
      await loadOf(chart);
      expect(server.asked.length).to.equal(1);
      const { url, init, headers } = server.last;
      expect(Object.fromEntries(url.searchParams)).to.deep.equal({
        tenant: '7',
        funnel: 'leads',
        from: '2026-10-01',
        to: '2026-10-31',
        asOf: '2026-11-20T09:30:00+01:00',
        filters: '{"lead":{"source":["web"]}}',
        breakdown: '{"property":"person.source","top":5}',
        compare: '2026-09-01..2026-09-30',
        order: 'sequential',
        lookback: '30',
      });
      expect(headers.get('authorization')).to.equal('Bearer x');
      expect(init.credentials).to.equal('include');
      expect(init.method).to.equal('GET');
    }),
  );

  describe('asks once, however often it is told', () => {
    it(
      'ten addresses in one task: the last',
      quietly(async () => {
        const server = new FakeServer(({ url }) => toJson(makeResult(Number(url.searchParams.get('n')))));
        const chart = put(server);
        for (let n = 1; n <= 10; n += 1) chart.src = `/api/funnel?n=${n}`;
        await loadOf(chart);
        expect(server.asked.length).to.equal(1);
        expect(countOf(chart)).to.equal(10);
      }),
    );

    it(
      'ten addresses one after the other: the older are given up, the last is shown',
      quietly(async () => {
        const server = new FakeServer(never);
        const chart = put(server);
        const told: unknown[] = [];
        chart.addEventListener('funnel-load', ({ result }) => told.push(result.steps[0]?.count));
        chart.addEventListener('funnel-error', ({ code }) => told.push(code));
        for (let n = 1; n <= 10; n += 1) {
          if (n === 10) server.answer(({ url }) => toJson(makeResult(Number(url.searchParams.get('n')))));
          chart.setAttribute('src', `/api/funnel?n=${n}`);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        await until(() => countOf(chart) === 10);
        await chart.updateComplete;
        const open = server.asked.filter(({ init }) => !init.signal?.aborted);
        expect(open.map(({ url }) => url.searchParams.get('n'))).to.deep.equal(['10']);
        expect(told).to.deep.equal([10]);
      }),
    );

    it(
      'a late answer to an older address changes nothing',
      quietly(async () => {
        const held: ((response: Response) => void)[] = [];
        const server = new FakeServer(() => new Promise((resolve) => held.push(resolve)));
        const chart = put(server);
        await until(() => held.length === 1);
        chart.src = '/api/funnel?n=2';
        await until(() => held.length === 2);
        const loaded = loadOf(chart);
        held[1]!(toJson(makeResult(2)));
        await loaded;
        held[0]!(toJson(makeResult(1)));
        await new Promise((resolve) => setTimeout(resolve, 20));
        expect(countOf(chart)).to.equal(2);
      }),
    );

    it(
      'the same settings again, as a framework gives them with each render',
      quietly(async () => {
        const server = new FakeServer();
        const chart = put(server);
        await loadOf(chart);
        for (let n = 0; n < 5; n += 1) {
          // A function and objects of their own each time.
          chart.fetchOptions = { fetch: (...args) => server.fetch(...args), retryDelay: 1 };
          chart.filters = {};
          chart.setAttribute('src', '/api/funnel');
          await chart.updateComplete;
        }
        expect(server.asked.length).to.equal(1);
      }),
    );

    it(
      'but the newest function of the host is called, and new headers are asked with',
      quietly(async () => {
        const [first, second] = [new FakeServer(), new FakeServer(() => toJson(makeResult(20)))];
        const chart = put(first);
        await loadOf(chart);
        chart.fetchOptions = { fetch: second.fetch, retryDelay: 1 };
        chart.refresh();
        await loadOf(chart);
        expect(countOf(chart)).to.equal(20);
        chart.fetchOptions = { fetch: second.fetch, retryDelay: 1, headers: { authorization: 'new' } };
        await loadOf(chart);
        expect(second.last.headers.get('authorization')).to.equal('new');
      }),
    );
  });

  describe('loads anew at an interval', () => {
    afterEach(() => Reflect.deleteProperty(document, 'hidden'));
    const hide = (isHidden: boolean) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };

    it(
      'while the page is seen, not while it is hidden, and at once when it is seen again',
      quietly(async () => {
        const server = new FakeServer();
        const chart = put(server, { refreshInterval: 0.02 });
        await until(() => server.asked.length >= 3);
        hide(true);
        const count = server.asked.length;
        await new Promise((resolve) => setTimeout(resolve, 80));
        expect(server.asked.length).to.equal(count);
        hide(false);
        await until(() => server.asked.length > count);
        expect(readShown(chart)).to.include('Visits');
      }),
    );

    it(
      'until it is told not to, or is removed',
      quietly(async () => {
        const server = new FakeServer();
        const chart = put(server);
        chart.setAttribute('refresh-interval', '0.02');
        await until(() => server.asked.length >= 2);
        chart.removeAttribute('refresh-interval');
        await chart.updateComplete;
        const count = server.asked.length;
        await new Promise((resolve) => setTimeout(resolve, 60));
        expect(server.asked.length).to.equal(count);
        chart.refreshInterval = 0.02;
        await until(() => server.asked.length > count);
        chart.remove();
        const last = server.asked.length;
        await new Promise((resolve) => setTimeout(resolve, 60));
        expect(server.asked.length).to.equal(last);
      }),
    );
  });
});
