import { aTimeout, expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import '../../demo/scenarios/late-parts.ts';
import { FunnelController, type FunnelInputs } from '../../src/controllers/funnel-controller.ts';
import type { AskOptions, FunnelRequest, FunnelSource, LoadOptions } from '../../src/data/funnel-source.ts';
import { FunnelwheelError } from '../../src/engine/error.ts';
import type { FunnelResult, PeoplePage, Segment } from '../../src/engine/schema/index.ts';
import { waitUntil } from '../support/wait-until.ts';

class LoaderHost extends LitElement {
  inputs: FunnelInputs = { request: { options: {} } };
  readonly loader = new FunnelController(this, () => this.inputs);

  async set(inputs: Partial<FunnelInputs>): Promise<void> {
    this.inputs = { ...this.inputs, ...inputs };
    this.requestUpdate();
    await this.updateComplete;
  }
}
customElements.define('test-loader-host', LoaderHost);

const SEGMENT: Segment = { step: 'a', outcome: 'dropped' };
const toResult = (count: number): FunnelResult => ({ steps: [{ name: 'a', count }] });
const countOf = (result: FunnelResult | undefined) => result?.steps[0]?.count;

/** A source whose answers the test gives by hand. */
class HandSource implements FunnelSource {
  readonly kind = 'src';
  readonly asked: {
    request: FunnelRequest;
    signal: AbortSignal;
    options: LoadOptions;
    answer(result: FunnelResult): void;
    fail(error: Error): void;
  }[] = [];
  released = 0;

  load(request: FunnelRequest, options: LoadOptions): Promise<FunnelResult> {
    return new Promise((answer, fail) => {
      options.signal.addEventListener('abort', () => fail(options.signal.reason as Error));
      this.asked.push({ request, signal: options.signal, options, answer, fail });
    });
  }

  release(): void {
    this.released += 1;
  }

  get last() {
    const last = this.asked.at(-1);
    if (last === undefined) throw new Error('nothing was asked');
    return last;
  }
}

describe('FunnelController', () => {
  let host: LoaderHost;

  beforeEach(async () => {
    host = document.createElement('test-loader-host') as LoaderHost;
    document.body.append(host);
    await host.updateComplete;
  });
  afterEach(() => host.remove());

  const askPeople = (signal = new AbortController().signal) => host.loader.people(SEGMENT, {}, { signal });
  const failureOf = async (asked: Promise<unknown>) => {
    const error: unknown = await asked.catch((reason: unknown) => reason);
    return (error as FunnelwheelError).code;
  };
  const settle = async () => {
    await host.loader.settled();
    await host.updateComplete;
  };

  it('has nothing to do at first', () => {
    expect(host.loader.status).to.equal('initial');
    expect(host.loader.stale).to.be.false;
    expect(host.loader.result).to.be.undefined;
  });

  it('goes from pending to complete, and tells progress meanwhile', async () => {
    const source = new HandSource();
    await host.set({ source });
    expect(host.loader.status).to.equal('pending');
    source.last.options.onProgress?.({ phase: 'index' });
    expect(host.loader.progress).to.deep.equal({ phase: 'index' });
    source.last.answer(toResult(5));
    await settle();
    expect(host.loader.status).to.equal('complete');
    expect(countOf(host.loader.result)).to.equal(5);
    expect(host.loader.progress).to.be.undefined;
  });

  it('keeps the last good result, marked as stale, while a newer one loads or fails', async () => {
    const source = new HandSource();
    await host.set({ source });
    source.last.answer(toResult(5));
    await settle();
    await host.set({ request: { options: { order: 'strict' } } });
    expect(host.loader.result).to.be.undefined;
    expect(countOf(host.loader.lastGood)).to.equal(5);
    expect(host.loader.stale).to.be.true;
    source.last.fail(new FunnelwheelError('http', 'no', { status: 500 }));
    await settle();
    expect(host.loader.status).to.equal('error');
    expect(host.loader.error?.status).to.equal(500);
    expect(host.loader.stale).to.be.true;
    host.loader.retry();
    await host.updateComplete;
    expect(host.loader.error).to.be.undefined;
    source.last.answer(toResult(7));
    await settle();
    expect(countOf(host.loader.lastGood)).to.equal(7);
    expect(host.loader.stale).to.be.false;
  });

  it('gives the older request up, and its late answer changes nothing', async () => {
    const source = new HandSource();
    await host.set({ source });
    const older = source.last;
    await host.set({ request: { options: { order: 'strict' } } });
    expect(older.signal.aborted).to.be.true;
    source.last.answer(toResult(2));
    await settle();
    older.answer(toResult(1));
    await settle();
    expect(countOf(host.loader.result)).to.equal(2);
    expect(countOf(host.loader.lastGood)).to.equal(2);
  });

  it('does not ask again when nothing that matters has changed', async () => {
    const source = new HandSource();
    await host.set({ source, request: { funnel: 'f', options: { order: 'strict' } } });
    await host.set({ request: { funnel: 'f', options: { order: 'strict' } }, src: 'unused' });
    expect(source.asked.length).to.equal(1);
  });

  it('prefers what is set by hand: result, then data, then src, then dataset-src', async () => {
    const data = { timeZone: 'UTC', events: [] };
    await host.set({ result: toResult(1), data, src: '/a', datasetSrc: '/b' });
    expect(host.loader.source?.kind).to.equal('result');
    await settle();
    expect(countOf(host.loader.result)).to.equal(1);
    await host.set({ result: undefined });
    expect(host.loader.source?.kind).to.equal('dataset');
    await host.set({
      data: undefined,
      fetchOptions: { fetch: () => Promise.resolve(Response.json(toResult(3))) },
    });
    expect(host.loader.source?.kind).to.equal('src');
    await settle();
    expect(countOf(host.loader.result)).to.equal(3);
    await host.set({ src: undefined, datasetSrc: undefined });
    await settle();
    expect(host.loader.status).to.equal('initial');
    expect(host.loader.lastGood).to.be.undefined;
  });

  it('tells a wrong result by its path', async () => {
    await host.set({ result: { steps: [{ name: 'a', count: 'x' }] } });
    await settle();
    expect(host.loader.status).to.equal('error');
    expect(host.loader.error?.code).to.equal('invalid-result');
    expect(host.loader.error?.path).to.equal('steps[0].count');
  });

  it('is given up when its element leaves the page, and goes on when it is back', async () => {
    const source = new HandSource();
    await host.set({ source });
    const first = source.last;
    host.remove();
    await waitUntil(() => first.signal.aborted);
    expect(source.released).to.equal(1);
    expect(host.loader.status).to.equal('pending');
    document.body.append(host);
    await host.updateComplete;
    expect(source.asked.length).to.equal(2);
    source.last.answer(toResult(4));
    await settle();
    expect(countOf(host.loader.result)).to.equal(4);
  });

  it('keeps what it has when its element is only moved', async () => {
    const source = new HandSource();
    await host.set({ source });
    const other = document.createElement('div');
    document.body.append(other);
    other.append(host);
    await host.updateComplete;
    expect(source.last.signal.aborted).to.be.false;
    expect(source.released).to.equal(0);
    other.remove();
  });

  it('frees the source it does not need any more, and on refresh', async () => {
    const first = new HandSource();
    const second = new HandSource();
    await host.set({ source: first });
    await host.set({ source: second });
    expect(first.released).to.equal(1);
    second.last.answer(toResult(1));
    await settle();
    host.loader.refresh();
    await host.updateComplete;
    expect(second.released).to.equal(1);
    expect(second.asked.length).to.equal(2);
  });

  it('says so when the source has no people', async () => {
    await host.set({ source: new HandSource() });
    expect(await failureOf(askPeople())).to.equal('not-configured');
    await host.set({ source: undefined });
    expect(await failureOf(askPeople())).to.equal('not-configured');
  });

  describe('a question while a result is loading', () => {
    /** A dataset's way: answers for what was loaded last, and rejects what is open when it is given back. */
    class PeopleSource extends HandSource {
      readonly questions: { segment: Segment; answer(total: number): void }[] = [];
      #open: ((reason: unknown) => void)[] = [];

      people(segment: Segment, _query: unknown, { signal }: AskOptions): Promise<PeoplePage> {
        return new Promise((resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          this.#open.push(reject);
          this.questions.push({ segment, answer: (total) => resolve({ people: [], total }) });
        });
      }

      async *ids(): AsyncGenerator<number[]> {
        yield await Promise.resolve([this.asked.length]);
      }

      override release(): void {
        super.release();
        for (const reject of this.#open) reject(new DOMException('released', 'AbortError'));
      }
    }

    const loadedSource = async () => {
      const source = new PeopleSource();
      await host.set({ source });
      source.last.answer(toResult(1));
      await settle();
      return source;
    };

    it('waits for inputs the element has not even taken up', async () => {
      const old = await loadedSource();
      const next = new PeopleSource();
      const isSet = host.set({ source: next });
      const asked = askPeople();
      await isSet;
      await aTimeout(0);
      expect(old.questions.length).to.equal(0);
      expect(next.questions.length).to.equal(0);
      next.last.answer(toResult(2));
      await waitUntil(() => next.questions.length === 1);
      next.questions[0]?.answer(2);
      expect((await asked).total).to.equal(2);
    });

    it('is asked anew where the old source was given back before it had answered', async () => {
      const old = await loadedSource();
      const asked = askPeople();
      await waitUntil(() => old.questions.length === 1);
      const next = new PeopleSource();
      await host.set({ source: next });
      next.last.answer(toResult(2));
      await waitUntil(() => next.questions.length === 1);
      next.questions[0]?.answer(7);
      expect((await asked).total).to.equal(7);
    });

    it('waits for the ids of the newer result, too', async () => {
      const source = await loadedSource();
      await host.set({ request: { options: { order: 'strict' } } });
      const collected: unknown[] = [];
      const done = (async () => {
        const ids = host.loader.ids(SEGMENT, {}, { signal: new AbortController().signal });
        for await (const batch of ids) collected.push(...batch);
      })();
      await aTimeout(0);
      expect(collected).to.deep.equal([]);
      source.last.answer(toResult(2));
      await done;
      expect(collected).to.deep.equal([2]);
    });

    it('is given up at once when its signal is aborted', async () => {
      const source = await loadedSource();
      await host.set({ request: { options: { order: 'strict' } } });
      const stop = new AbortController();
      const asked = askPeople(stop.signal);
      await aTimeout(0);
      stop.abort(new Error('stopped'));
      const error: unknown = await asked.catch((reason: unknown) => reason);
      expect((error as Error).message).to.equal('stopped');
      source.last.answer(toResult(2));
      await settle();
      expect(source.questions.length).to.equal(0);
    });

    it('fails with what the load of a new source failed with', async () => {
      await loadedSource();
      const next = new PeopleSource();
      await host.set({ source: next });
      const asked = failureOf(askPeople());
      next.last.fail(new FunnelwheelError('no-usable-rows', 'empty'));
      expect(await asked).to.equal('no-usable-rows');
    });

    it('is about the result still shown where only the newer request failed', async () => {
      const source = await loadedSource();
      await host.set({ request: { options: { order: 'strict' } } });
      const asked = askPeople();
      source.last.fail(new FunnelwheelError('http', 'no', { status: 500 }));
      await waitUntil(() => source.questions.length === 1);
      source.questions[0]?.answer(3);
      expect((await asked).total).to.equal(3);
    });
  });

  it('computes from new data, and lists the people of that', async function () {
    // The worker's sources are translated when they are first asked for.
    this.timeout(60_000);
    const toData = (people: number) => ({
      timeZone: 'UTC',
      asOf: '2026-02-01T00:00:00Z',
      people: Array.from({ length: people }, (_, id) => ({ id, leadCreatedAt: '2026-01-05' })),
      events: [],
    });
    const definition = { id: 'leads', steps: [{ id: 'lead', name: 'Lead', event: 'lead' }] };
    await host.set({ data: toData(2), request: { funnel: definition as never, options: {} } });
    const segment = { step: 'lead', outcome: 'converted' };
    const signal = new AbortController().signal;
    const first = await host.loader.people(segment, {}, { signal });
    expect(first.total).to.equal(2);
    host.inputs = { ...host.inputs, data: toData(3) };
    host.requestUpdate();
    expect((await host.loader.people(segment, {}, { signal })).total).to.equal(3);
    expect(host.loader.summary?.people).to.equal(3);
  });
});
