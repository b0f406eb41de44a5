import { expect } from '@open-wc/testing';

const singleFile = '/dist/cdn/funnelwheel.js';

/** What the page in the sandbox tells. */
interface Report {
  counts: (number | null | undefined)[];
  text: string;
  origin: string;
  heard: string[];
}

/** The script of the page in the sandbox: computes a funnel, then tells what it shows and what the page heard. */
const SCRIPT = `
  const heard = [];
  for (const method of ['log', 'info', 'warn', 'error']) console[method] = (...args) => heard.push(args.join(' '));
  addEventListener('error', (event) => heard.push(event.message));
  addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)));
  const chart = document.createElement('funnel-chart');
  chart.data = {
    timeZone: 'Europe/Paris',
    asOf: '2026-10-01T00:00:00Z',
    events: [
      { person: 1, type: 'lead', at: '2026-09-01T10:00:00Z' },
      { person: 2, type: 'lead', at: '2026-09-02T10:00:00Z' },
      { person: 1, type: 'check-in', at: '2026-09-05T10:00:00Z' },
    ],
  };
  chart.definition = {
    id: 'lead-to-class',
    steps: [{ id: 'lead', name: 'Leads', event: 'lead' }, { id: 'class', name: 'Classes', event: 'check-in' }],
  };
  const tell = async (counts) => {
    await chart.updateComplete;
    const text = chart.shadowRoot.querySelector('[part~=base]').innerText;
    parent.postMessage({ counts, text, origin: self.origin, heard }, '*');
  };
  chart.addEventListener('funnel-load', ({ result }) => tell(result.steps.map((step) => step.converted)));
  chart.addEventListener('funnel-error', ({ code, message }) => tell([code, message]));
  document.body.append(chart);
`;

/** Opens a page without an origin of its own, with the built file in it as text. */
async function openSandbox(policy: string): Promise<Report> {
  const file = await (await fetch(singleFile)).text();
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.width = '800';
  const toScript = (text: string) =>
    `<script type="module">${text.replaceAll('</script', '<\\/script')}</script>`;
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  frame.srcdoc = `<!doctype html><html lang="en"><head>${meta}</head><body>${toScript(file)}${toScript(SCRIPT)}</body></html>`;
  const told = new Promise<Report>((resolve) => {
    addEventListener('message', function hear({ source, data }: MessageEvent<Report>) {
      if (source !== frame.contentWindow) return;
      removeEventListener('message', hear);
      resolve(data);
    });
  });
  document.body.append(frame);
  const report = await told;
  frame.remove();
  return report;
}

describe('a frame without an origin of its own', function () {
  this.timeout(60_000);

  for (const [name, policy] of [
    ['computes and shows, without storage or cookies', ''],
    ['computes on its own thread where workers are forbidden, too', "worker-src 'none'"],
  ] as const) {
    it(name, async () => {
      const { counts, text, origin, heard } = await openSandbox(policy);
      expect(origin).to.equal('null');
      expect(counts).to.deep.equal([2, 1]);
      expect(text).to.include('Classes');
      expect(heard).to.deep.equal([]);
    });
  }
});
