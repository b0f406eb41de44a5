import { expect } from '@open-wc/testing';
import type { FunnelChart } from '../../src/elements/funnel-chart/funnel-chart.ts';
import { waitUntil } from '../support/wait-until.ts';

/** Three leads, two of them at a class. */
const data = {
  timeZone: 'Europe/Paris',
  asOf: '2026-10-01T00:00:00Z',
  people: [{ id: 1 }, { id: 2 }, { id: 3 }],
  events: [
    { person: 1, type: 'lead', at: '2026-09-01T10:00:00Z' },
    { person: 2, type: 'lead', at: '2026-09-02T10:00:00Z' },
    { person: 3, type: 'lead', at: '2026-09-03T10:00:00Z' },
    { person: 1, type: 'check-in', at: '2026-09-05T10:00:00Z' },
    { person: 3, type: 'check-in', at: '2026-09-06T10:00:00Z' },
  ],
};

const definition = {
  id: 'lead-to-class',
  steps: [
    { id: 'lead', name: 'Leads', event: 'lead' },
    { id: 'class', name: 'Classes', event: 'check-in' },
  ],
};

interface HostPage {
  frame: HTMLIFrameElement;
  body: HTMLElement;
  /** Blocked directives, as the browser reports them. */
  violations: string[];
  /** The workers the page started, and how many of them ever said something. */
  workers: { started: string[]; heard: number; ended: number };
}

/** Opens a page of its own under a Content-Security-Policy, with the built single file in it. */
async function openPage(policy = ''): Promise<HostPage> {
  const frame = document.createElement('iframe');
  // Firefox takes 'self' of a srcdoc page for no origin at all.
  const content = policy.replaceAll("'self'", location.origin);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${content}">`;
  frame.srcdoc = `<!doctype html><html lang="en"><head>${meta}</head><body></body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = frame.contentDocument!;
  const violations: string[] = [];
  const workers = watchWorkers(frame.contentWindow as Window & typeof globalThis);
  page.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
  const script = page.createElement('script');
  script.type = 'module';
  script.src = trust(frame, new URL('/dist/cdn/funnelwheel.js', location.href).href);
  const ready = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () =>
      reject(new Error(`the file did not load: ${violations.join(', ')}`)),
    );
  });
  page.head.append(script);
  await ready;
  return { frame, body: page.body, violations, workers };
}

/** The host vouches for the address of its own script, where its page asks for that. */
function trust(frame: HTMLIFrameElement, url: string): string {
  const { trustedTypes } = frame.contentWindow as Window & { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('host', { createScriptURL: (text) => text });
  return policy?.createScriptURL(url) ?? url;
}

/** As far as a host needs them; TypeScript does not know them yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Counts the workers of a page without being in their way. */
function watchWorkers(page: Window & typeof globalThis): HostPage['workers'] {
  const workers = { started: [] as string[], heard: 0, ended: 0 };
  page.Worker = class extends page.Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      workers.started.push(String(args[0]));
      this.addEventListener('message', () => (workers.heard += 1), { once: true });
    }
    override terminate(): void {
      workers.ended += 1;
      super.terminate();
    }
  };
  return workers;
}

/** Puts a chart that computes from the dataset on a page, and waits for its counts. */
async function computeOn(page: HostPage, attributes: Record<string, string> = {}): Promise<unknown[]> {
  const chart = page.body.ownerDocument.createElement('funnel-chart') as FunnelChart;
  for (const [name, value] of Object.entries(attributes)) chart.setAttribute(name, value);
  const counts = new Promise<unknown[]>((resolve, reject) => {
    chart.addEventListener('funnel-load', ({ result }) =>
      resolve(result.steps.map((step) => step.converted)),
    );
    chart.addEventListener('funnel-error', (event) =>
      reject(new Error(`${event.detail.code}: ${event.detail.message}`)),
    );
  });
  chart.data = data;
  chart.definition = definition as never;
  page.body.append(chart);
  return counts;
}

describe('the built file under a page’s policy', () => {
  let page: HostPage | undefined;

  before(async function () {
    // Built when first asked for, which takes longer than an engine is waited for.
    this.timeout(60_000);
    await Promise.all(['funnelwheel', 'worker'].map((name) => fetch(`/dist/cdn/${name}.js`)));
  });

  afterEach(() => page?.frame.remove());

  it('computes in the worker it carries where there is no policy', async () => {
    page = await openPage();
    expect(await computeOn(page)).to.deep.equal([3, 2]);
    expect(page.workers.heard).to.equal(1);
  });

  it('computes in the worker it carries where blob: workers are allowed', async () => {
    page = await openPage("default-src 'none'; script-src 'self'; style-src 'self'; worker-src blob:");
    expect(await computeOn(page)).to.deep.equal([3, 2]);
    expect(page.workers.heard).to.equal(1);
    expect(page.violations, 'nothing was blocked').to.deep.equal([]);
  });

  it('computes in the host’s worker file where blob: is forbidden', async () => {
    page = await openPage("default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'");
    const workerUrl = new URL('/dist/cdn/worker.js', location.href).href;
    expect(await computeOn(page, { 'worker-url': workerUrl })).to.deep.equal([3, 2]);
    expect(page.workers.started).to.include(workerUrl);
    expect(page.workers.heard).to.equal(1);
    expect(page.violations.filter((directive) => directive !== 'worker-src')).to.deep.equal([]);
  });

  it('computes on the page’s own thread where no worker is allowed', async () => {
    page = await openPage("default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'none'");
    expect(await computeOn(page)).to.deep.equal([3, 2]);
    expect(page.workers.heard).to.equal(0);
    expect(page.violations.filter((directive) => directive !== 'worker-src')).to.deep.equal([]);
  });

  it('computes on the page’s own thread where scripts are the page’s own and workers are not spoken of', async () => {
    page = await openPage("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(await computeOn(page)).to.deep.equal([3, 2]);
    expect(page.workers.heard).to.equal(0);
  });

  it('computes on the page’s own thread where scripts must be trusted types', async () => {
    page = await openPage("require-trusted-types-for 'script'; trusted-types lit-html host");
    expect(await computeOn(page)).to.deep.equal([3, 2]);
    // An engine without trusted types knows nothing to refuse.
    const isRefused = 'trustedTypes' in page.frame.contentWindow!;
    expect(page.workers.heard).to.equal(isRefused ? 0 : 1);
  });

  it('has one worker for all elements, which ends some seconds after the last of them', async function () {
    this.timeout(30_000);
    page = await openPage();
    await Promise.all([computeOn(page), computeOn(page, { 'time-zone': 'UTC' })]);
    expect(page.workers.started.length).to.equal(1);
    const [first, second] = page.body.querySelectorAll('funnel-chart');
    first?.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(page.workers.ended, 'the other still needs it').to.equal(0);
    second?.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(page.workers.ended, 'kept for those who come next').to.equal(0);
    const { workers } = page;
    await waitUntil(() => workers.ended === 1, 'not kept for long', { timeout: 20_000 });
  });

  it('applies its styles where inline styles are forbidden', async () => {
    page = await openPage("default-src 'none'; script-src 'self'; style-src 'self'");
    const chart = page.body.ownerDocument.createElement('funnel-chart') as FunnelChart;
    chart.result = {
      steps: [
        { name: 'Leads', count: 1200 },
        { name: 'Classes', count: 340 },
      ],
    } as never;
    page.body.append(chart);
    await chart.updateComplete;
    const base = chart.shadowRoot?.querySelector('[part~="base"]');
    expect(base, 'the card is there').to.exist;
    expect(page.frame.contentWindow!.getComputedStyle(chart).display).not.to.equal('inline');
    expect(page.violations).to.deep.equal([]);
  });
});
