import { expect } from '@open-wc/testing';
import type { Dataset, FunnelDefinition } from '../../src/engine/schema/index.ts';
import { createDatasetSource } from '../../src/worker/dataset-source.ts';
import { EngineClient, type EngineClientOptions } from '../../src/worker/engine-client.ts';
import { startInlineWorker, startSameThread, startWorkerAt } from '../../src/worker/engine-port.ts';

const signal = new AbortController().signal;
const funnel: FunnelDefinition = {
  id: 'lead-to-visit',
  steps: [
    { id: 'lead', event: 'lead' },
    { id: 'visit', event: 'visit', when: 'afterEntry' },
  ],
};
const csv = 'client_id,event,date\na,lead,2026-01-01\na,visit,2026-01-03\nb,lead,2026-01-01\nb,oops\n';
const data = (): Dataset => ({
  timeZone: 'Europe/Paris',
  asOf: '2026-02-01',
  events: { file: new File([csv], 'events.csv') },
});
/** The server of the tests translates the worker's sources when they are first asked for, which may take long. */
const patient = { readyTimeout: 60_000 };

async function run(options: EngineClientOptions) {
  const client = new EngineClient(options);
  const source = createDatasetSource({ data: data(), client });
  const result = await source.load({ funnel, options: {} }, { signal });
  const { place } = client;
  const { summary } = source;
  source.release?.();
  return {
    place,
    summary,
    result: JSON.parse(JSON.stringify(result)) as typeof result,
    counts: result.steps.map((step) => step.count),
  };
}

const RealWorker = globalThis.Worker;

/** Puts another class in the place of `Worker` while a test runs. */
function replaceWorker(replacement: typeof Worker): void {
  globalThis.Worker = replacement;
}

describe('the engine in a browser', function () {
  this.timeout(90_000);
  afterEach(() => replaceWorker(RealWorker));

  it('runs in the bundled worker', async () => {
    const { place, counts, summary } = await run({ starters: [startInlineWorker], ...patient });
    expect(place).to.equal('inline-worker');
    expect(counts).to.deep.equal([2, 1]);
    expect(summary?.rejected.rows).to.deep.equal([
      { table: 'events.csv', row: -1, line: 5, code: 'malformed', reason: 'too-few-fields' },
    ]);
  });

  it('runs in the built worker file', async () => {
    const { place, counts } = await run({ starters: [startWorkerAt('/dist/cdn/worker.js')], ...patient });
    expect(place).to.equal('worker-url');
    expect(counts).to.deep.equal([2, 1]);
  });

  it('gives the same on the same thread', async () => {
    const there = await run({ starters: [startInlineWorker], ...patient });
    const here = await run({ starters: [startSameThread] });
    expect(here.place).to.equal('same-thread');
    expect(here.result).to.deep.equal(there.result);
    expect(here.summary).to.deep.equal(there.summary);
  });

  it('falls back to the same thread where workers throw, break, or say nothing', async () => {
    class ThrowingWorker extends EventTarget {
      constructor() {
        super();
        throw new DOMException('blocked by policy', 'SecurityError');
      }
    }
    class SilentWorker extends EventTarget {
      terminate() {}
      postMessage() {}
    }
    class BrokenWorker extends SilentWorker {
      onerror: ((event: Event) => void) | null = null;
      constructor() {
        super();
        setTimeout(() => this.onerror?.(new ErrorEvent('error', { message: 'refused' })));
      }
    }
    for (const replacement of [ThrowingWorker, SilentWorker, BrokenWorker]) {
      replaceWorker(replacement as unknown as typeof Worker);
      const { place, counts } = await run({ readyTimeout: 50 });
      expect(place, replacement.name).to.equal('same-thread');
      expect(counts, replacement.name).to.deep.equal([2, 1]);
    }
  });

  it('is replaced when its worker dies, and answers all the same', async () => {
    const workers: Worker[] = [];
    replaceWorker(
      class extends RealWorker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          workers.push(this);
        }
      },
    );
    const client = new EngineClient({ starters: [startInlineWorker], ...patient });
    const source = createDatasetSource({ data: data(), client });
    await source.load({ funnel, options: {} }, { signal });
    const [first] = workers;
    const asked = source.load({ funnel, options: { order: 'sequential' } }, { signal });
    // Before it is ended: WebKit delivers no event to a worker that is.
    first?.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
    first?.terminate();
    expect((await asked).steps.map((step) => step.count)).to.deep.equal([2, 1]);
    expect(workers.length).to.equal(2);
    source.release?.();
  });

  it('is replaced when its worker is stopped without a word', async () => {
    const workers: Worker[] = [];
    replaceWorker(
      class extends RealWorker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          workers.push(this);
        }
      },
    );
    const client = new EngineClient({ starters: [startInlineWorker], watchInterval: 300, ...patient });
    // Longer than any test: it must be the browser that tells.
    const source = createDatasetSource({ data: data(), client, patience: 1e9 });
    await source.load({ funnel, options: {} }, { signal });
    // What a browser does that is short of memory: no event of any kind.
    workers[0]?.terminate();
    const again = await source.load({ funnel, options: { order: 'sequential' } }, { signal });
    expect(again.steps.map((step) => step.count)).to.deep.equal([2, 1]);
    expect(workers.length).to.be.greaterThan(1);
    source.release?.();
  });

  it('ends its worker with the last dataset', async () => {
    let terminated = 0;
    replaceWorker(
      class extends RealWorker {
        override terminate() {
          terminated += 1;
          super.terminate();
        }
      },
    );
    await run({ starters: [startInlineWorker], ...patient });
    expect(terminated).to.equal(1);
  });

  it('is given up while it loads', async () => {
    const client = new EngineClient({ starters: [startInlineWorker], ...patient });
    const abort = new AbortController();
    const source = createDatasetSource({ data: data(), client });
    const loaded = source.load({ funnel, options: {} }, { signal: abort.signal });
    abort.abort();
    const error: unknown = await loaded.catch((reason: unknown) => reason);
    expect((error as DOMException).name).to.equal('AbortError');
  });
});
