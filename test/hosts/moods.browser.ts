import { expect } from '@open-wc/testing';
import { getResponse } from 'msw';
import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import { BackOffice } from '../../demo/host/back-office.ts';
import { createHandlers } from '../../demo/host/handlers.ts';
import { MOODS, type Mood } from '../../demo/host/server-mood.ts';
import { StudioHost } from '../../demo/host/studio-host.ts';
import { readViewState } from '../../demo/host/view-state.ts';
import { generateStudio } from '../../demo/studio/generate-studio.ts';
import { toDataset } from '../../demo/studio/to-dataset.ts';
import { funnelCatalog } from '../../src/catalog/index.ts';
import { toStoreInput } from '../../src/data/index.ts';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import { FunnelSession, createStore } from '../../src/engine/index.ts';
import { next, until } from './fake-server.ts';

/**
 * The back office with its simulated server, whose handlers answer `fetch` of this page: a service worker would
 * stay in the browser after the test.
 */
describe('the back office and the moods of its server', function () {
  this.timeout(60_000);
  const address = location.href;
  const realFetch = globalThis.fetch;
  let root: HTMLElement;
  let session: Promise<FunnelSession>;
  const host = new StudioHost(generateStudio({ people: 300 }));

  before(async () => {
    const { input } = await toStoreInput(toDataset(host.studio, 'en'));
    session = Promise.resolve(new FunnelSession(createStore(input)));
  });

  async function openIn(mood: Mood): Promise<void> {
    root = document.createElement('div');
    document.body.append(root);
    const query = new URLSearchParams({ numbers: 'api', period: 'twelve-months', server: mood });
    const office = new BackOffice(root, host, {
      preferences: { language: 'en', theme: 'light' },
      state: readViewState(
        query,
        funnelCatalog.map(({ id }) => id),
        host.studio.asOf,
      ),
      startApi: (server) => {
        const handlers = createHandlers(() => session, server);
        globalThis.fetch = async (input, init) => {
          const response = await getResponse(handlers, new Request(input, init));
          if (response?.type === 'error') throw new TypeError('Failed to fetch');
          return response ?? realFetch(input, init);
        };
        return Promise.resolve();
      },
    });
    await office.start();
  }

  const chart = () => root.querySelector<FunnelChart>('funnel-chart')!;
  const button = (name: string) => root.querySelector<HTMLButtonElement>(`button[name=${name}]`);
  function choose(mood: Mood): void {
    const field = root.querySelector<HTMLSelectElement>('select[name=mood]')!;
    field.value = mood;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  afterEach(() => {
    root.remove();
    globalThis.fetch = realFetch;
    history.replaceState(null, '', address);
    document.documentElement.lang = 'en';
    delete document.documentElement.dataset['theme'];
  });

  it('offers every mood by name, keeps it in the address, and says what there is to see', async () => {
    await openIn('well');
    await next(chart(), 'funnel-load');
    const options = [...root.querySelectorAll<HTMLOptionElement>('select[name=mood] option')];
    expect(options.map(({ value }) => value)).to.deep.equal([...MOODS]);
    choose('offline');
    expect(new URLSearchParams(location.search).get('server')).to.equal('offline');
    expect(root.querySelector('.mood')?.textContent).to.include('No request gets through');
  });

  it('signed out: the figures stay, and signing in goes on from there', async () => {
    await openIn('well');
    await next(chart(), 'funnel-load');
    const before = chart().result;
    const refused = next(chart(), 'funnel-error');
    choose('signed-out');
    await refused;
    expect(chart().result).to.equal(before);
    expect(chart().shadowRoot!.querySelector('[role=alert]')).to.exist;
    const loaded = next(chart(), 'funnel-load');
    (await until(() => button('sign-in'))).click();
    await loaded;
    expect(button('sign-in')).to.equal(null);
    await chart().updateComplete;
    expect(chart().shadowRoot!.querySelector('[role=alert]')).to.equal(null);
  });

  it('flaky: what fails is asked again, and the page only waits', async () => {
    const told: string[] = [];
    await openIn('flaky');
    chart().addEventListener('funnel-error', ({ code }) => told.push(code));
    await next(chart(), 'funnel-load');
    expect(told).to.deep.equal([]);
  });

  it('unreachable from the beginning: says so, and a press tries again', async () => {
    await openIn('offline');
    await next(chart(), 'funnel-error');
    await chart().updateComplete;
    const retry = [...chart().shadowRoot!.querySelectorAll('button')].find(
      (one) => one.textContent?.trim() === 'Try again',
    )!;
    choose('well');
    await next(chart(), 'funnel-load');
    expect(retry.isConnected).to.equal(false);
  });

  it('short pages: more people than a page are listed all the same', async () => {
    await openIn('small-pages');
    await next(chart(), 'funnel-load');
    const step = chart().result!.steps[0]!;
    expect(step.converted).to.be.greaterThan(40);
    const segment = { step: step.id!, outcome: 'converted' };
    const { signal } = new AbortController();
    const page = await chart().people(segment, { offset: 30, limit: 10 }, { signal });
    expect(page.people.length).to.equal(10);
    const ids: unknown[] = [];
    for await (const batch of chart().ids(segment, {}, { signal })) ids.push(...batch);
    expect(new Set(ids).size).to.equal(step.converted);
  });
});
