import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FunnelwheelError } from '../../src/engine/error.ts';
import type { Dataset } from '../../src/engine/schema/index.ts';
import { EngineClient, type EngineClientOptions, type LoadRequest } from '../../src/worker/engine-client.ts';
import type { SeenPage } from '../../src/worker/engine-rest.ts';
import type { EnginePort, PortListener, PortStarter } from '../../src/worker/engine-port.ts';
import type { FromEngine, ToEngine } from '../../src/worker/protocol.ts';

const data: Dataset = { timeZone: 'Europe/Paris', events: [{ person: 1, type: 'lead', at: '2026-01-01' }] };
const summary = { people: 1, notices: [] };
const segment = { step: 'a', outcome: 'dropped' };

/** An engine whose answers the test gives. */
class FakeEngine {
  readonly heard: ToEngine[] = [];
  isStopped = false;
  /** Ended by the browser, which says nothing of it but to who asks. */
  isGone = false;
  #listener: PortListener;
  #answer: (message: ToEngine, engine: FakeEngine) => void;

  constructor(listener: PortListener, answer: (message: ToEngine, engine: FakeEngine) => void) {
    this.#listener = listener;
    this.#answer = answer;
  }

  say(message: FromEngine): void {
    if (!this.isStopped) this.#listener.onMessage(message);
  }

  die(): void {
    this.#listener.onDeath(new FunnelwheelError('worker-failed', 'out of memory'));
  }

  toPort(): EnginePort {
    return {
      place: 'inline-worker',
      stop: () => (this.isStopped = true),
      isGone: () => Promise.resolve(this.isGone),
      send: (message) => {
        this.heard.push(structuredClone(message));
        queueMicrotask(() => this.#answer(message, this));
      },
    };
  }

  kinds(): string[] {
    return this.heard.map((message) => (message.kind === 'ask' ? message.question.method : message.kind));
  }
}

/** Answers loads with a summary, and questions with their own name. */
const obliging = (message: ToEngine, engine: FakeEngine) => {
  if (message.kind === 'load') engine.say({ kind: 'done', seq: message.seq, value: summary });
  if (message.kind === 'ask') engine.say({ kind: 'done', seq: message.seq, value: message.question.method });
};

/** A page that is seen, or not. */
class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';

  turn(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

function setUp(
  answer: (message: ToEngine, engine: FakeEngine) => void = obliging,
  options: EngineClientOptions = {},
) {
  const engines: FakeEngine[] = [];
  const start: PortStarter = (listener) => {
    const engine = new FakeEngine(listener, answer);
    engines.push(engine);
    return Promise.resolve(engine.toPort());
  };
  return { client: new EngineClient({ starters: [start], ...options }), engines };
}

const open = () => ({ signal: new AbortController().signal });
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('the client of the engine', () => {
  it('starts nothing before it is needed, and one engine for all', async () => {
    const { client, engines } = setUp();
    assert.equal(engines.length, 0);
    const [first, second] = await Promise.all([client.load({ data }, open()), client.load({ data }, open())]);
    assert.notEqual(first.id, second.id);
    assert.deepEqual(first.summary, summary);
    assert.equal(engines.length, 1);
    assert.equal(client.place, 'inline-worker');
  });

  it('tries one place after the other', async () => {
    const tried: string[] = [];
    const fail =
      (name: string): PortStarter =>
      () => {
        tried.push(name);
        return Promise.reject(new Error(`${name} is forbidden`));
      };
    const { client: _, engines } = setUp();
    const start: PortStarter = (listener) => {
      const engine = new FakeEngine(listener, obliging);
      engines.push(engine);
      return Promise.resolve(engine.toPort());
    };
    const client = new EngineClient({ starters: [fail('blob'), fail('url'), start] });
    await client.load({ data }, open());
    assert.deepEqual(tried, ['blob', 'url']);
    const hopeless = new EngineClient({ starters: [fail('blob')] });
    await assert.rejects(hopeless.load({ data }, open()), {
      code: 'worker-failed',
      message: /blob is forbidden/,
    });
  });

  it('runs on the same thread where there are no workers', async () => {
    const client = new EngineClient();
    const handle = await client.load({ data }, open());
    assert.equal(client.place, 'same-thread');
    assert.equal(handle.summary.events, 1);
    client.release(handle);
    assert.equal(client.place, undefined);
  });

  it('gives errors their code and path back', async () => {
    const { client } = setUp((message, engine) => {
      const error = new FunnelwheelError('no-usable-rows', 'nothing', { path: 'e.csv', value: 3 }).toDetail();
      if (message.kind === 'load') engine.say({ kind: 'failed', seq: message.seq, error });
    });
    const loaded = client.load({ data }, open());
    await assert.rejects(
      loaded,
      (error) =>
        error instanceof FunnelwheelError && error.code === 'no-usable-rows' && error.path === 'e.csv',
    );
  });

  it('refuses what is no dataset before it is sent', async () => {
    const { client, engines } = setUp();
    await assert.rejects(client.load({ data: { events: [] } as never }, open()), {
      code: 'invalid-dataset',
      path: 'timeZone',
    });
    assert.ok(!engines[0]?.kinds().includes('load'));
  });

  it('gives a question up when it is aborted, and tells the engine', async () => {
    const { client, engines } = setUp(
      (message, engine) => message.kind === 'load' && obliging(message, engine),
    );
    const handle = await client.load({ data }, open());
    const abort = new AbortController();
    const computed = client.compute(handle, 'f', {}, { signal: abort.signal });
    await turn();
    abort.abort();
    await assert.rejects(computed, { name: 'AbortError' });
    const asked = engines[0]?.heard.find((message) => message.kind === 'ask');
    assert.deepEqual(engines[0]?.heard.at(-1), { kind: 'cancel', seq: asked?.seq });
    assert.equal(client.place, 'inline-worker', 'the dataset stays');
    await assert.rejects(client.compute(handle, 'f', {}, { signal: AbortSignal.abort() }), {
      name: 'AbortError',
    });
  });

  it('gives a load up when it is aborted, and ends the engine with it', async () => {
    const { client, engines } = setUp(() => undefined);
    const abort = new AbortController();
    const loaded = client.load({ data }, { signal: abort.signal });
    await turn();
    abort.abort();
    await assert.rejects(loaded, { name: 'AbortError' });
    assert.equal(engines[0]?.isStopped, true);
  });

  it('passes progress on', async () => {
    const heard: unknown[] = [];
    const { client } = setUp((message, engine) => {
      if (message.kind === 'load')
        engine.say({ kind: 'progress', seq: message.seq, progress: { phase: 'index' } });
      obliging(message, engine);
    });
    await client.load({ data }, { ...open(), onProgress: (progress) => heard.push(progress) });
    assert.deepEqual(heard, [{ phase: 'index' }]);
  });

  it('ends the engine with its last dataset, and starts one anew for the next', async () => {
    const { client, engines } = setUp();
    const [first, second] = await Promise.all([client.load({ data }, open()), client.load({ data }, open())]);
    client.release(first);
    assert.equal(engines[0]?.isStopped, false);
    await assert.rejects(client.compute(first, 'f', {}, open()), { code: 'internal' });
    client.release(second);
    assert.equal(engines[0]?.isStopped, true);
    await client.load({ data }, open());
    assert.equal(engines.length, 2);
  });

  it('rejects what is open on a dataset that is released', async () => {
    const { client } = setUp((message, engine) => message.kind === 'load' && obliging(message, engine));
    const handle = await client.load({ data }, open());
    const computed = client.compute(handle, 'f', {}, open());
    client.release(handle);
    await assert.rejects(computed, { name: 'AbortError' });
  });

  it('leaves the arrays of the host alone', async () => {
    const { client } = setUp();
    const at = Float64Array.of(1, 2);
    await client.load(
      { data: { timeZone: 'UTC', events: { person: [1, 2], at, type: ['a', 'b'] } } },
      open(),
    );
    assert.deepEqual([...at], [1, 2]);
  });
});

describe('a dataset that takes long to be packed', () => {
  /** Rows whose fields are slow to read: some five turns of the event loop. */
  const slowRows = Array.from({ length: 5000 }, (_, row) => ({
    get person() {
      if (row % 512 === 0) for (const end = performance.now() + 9; performance.now() < end;);
      return row;
    },
    type: 'lead',
    at: '2026-01-01',
  }));
  const slow: Dataset = { timeZone: 'Europe/Paris', events: slowRows };
  const turns = async (count: number) => {
    for (let turned = 0; turned < count; turned += 1) await turn();
  };

  it('is not sent when it was given up meanwhile', async () => {
    const { client, engines } = setUp();
    const other = await client.load({ data }, open());
    const abort = new AbortController();
    const loaded = client.load({ data: slow }, { signal: abort.signal });
    await turns(2);
    abort.abort();
    await assert.rejects(loaded, { name: 'AbortError' });
    await turns(50);
    assert.deepEqual(
      engines[0]?.kinds().filter((kind) => kind === 'load'),
      ['load'],
    );
    client.release(other);
  });

  it('is sent once, to the engine that is alive then', async () => {
    const { client, engines } = setUp(
      (message, engine) => void turns(60).then(() => obliging(message, engine)),
    );
    const handle = await client.load({ data }, open());
    const loaded = client.load({ data: slow }, open());
    await turns(2);
    engines[0]?.die();
    const { id } = await loaded;
    assert.equal(engines.length, 2);
    assert.deepEqual(engines[0]?.kinds(), ['load']);
    const loads = engines[1]?.heard.flatMap((message) => (message.kind === 'load' ? [message.dataset] : []));
    assert.deepEqual(loads, [handle.id, id]);
  });

  it('as an addition comes before what is asked after it, and does not hold up what is asked of others', async () => {
    const { client, engines } = setUp((message, engine) => {
      obliging(message, engine);
      if (message.kind === 'change') engine.say({ kind: 'done', seq: message.seq, value: summary });
    });
    const [handle, other] = await Promise.all([client.load({ data }, open()), client.load({ data }, open())]);
    const changed = client.change(handle, { kind: 'append', addition: { events: slowRows } }, open());
    const asked = client.compute(handle, 'f', {}, open());
    const abort = new AbortController();
    const givenUp = client.compute(handle, 'f', {}, { signal: abort.signal });
    abort.abort();
    await assert.rejects(givenUp, { name: 'AbortError' });
    assert.equal(await client.people(other, 'f', {}, segment, {}, open()), 'people');
    await Promise.all([changed, asked]);
    assert.deepEqual(engines[0]?.kinds().slice(2), ['cancel', 'people', 'change', 'compute']);
  });
});

describe('an engine that dies', () => {
  it('is replaced: its datasets are sent again, before the question is asked again', async () => {
    let deaths = 0;
    const { client, engines } = setUp((message, engine) => {
      if (message.kind === 'ask' && deaths++ === 0) engine.die();
      else obliging(message, engine);
    });
    const handle = await client.load({ data }, open());
    assert.equal(await client.people(handle, 'f', {}, segment, {}, open()), 'people');
    assert.deepEqual(
      engines.map((engine) => engine.kinds()),
      [
        ['load', 'people'],
        ['load', 'people'],
      ],
    );
    const [before, after] = engines.map((engine) => engine.heard[0]);
    assert.ok(before?.kind === 'load' && after?.kind === 'load');
    assert.equal(after.dataset, before.dataset);
    assert.deepEqual(after.packed, before.packed, 'the columns are packed anew: the first ones were moved');
  });

  it('of every attempt is not asked a fourth time', async () => {
    const { client, engines } = setUp((message, engine) =>
      message.kind === 'ask' ? engine.die() : obliging(message, engine),
    );
    const handle = await client.load({ data }, open());
    await assert.rejects(client.compute(handle, 'f', {}, open()), { code: 'worker-failed' });
    assert.equal(engines.length, 3);
  });

  it('of a dataset is given up too', async () => {
    const { client, engines } = setUp((_, engine) => engine.die());
    await assert.rejects(client.load({ data }, open()), { code: 'worker-failed' });
    assert.equal(engines.length, 3);
  });

  it('between two questions is replaced with the next', async () => {
    const { client, engines } = setUp();
    const handle = await client.load({ data }, open());
    engines[0]?.die();
    assert.equal(engines.length, 1);
    assert.equal(await client.compute(handle, 'f', {}, open()), 'compute');
    assert.deepEqual(engines[1]?.kinds(), ['load', 'compute']);
  });

  it('is not heard any more', async () => {
    const { client, engines } = setUp((message, engine) => {
      if (message.kind === 'ask' && engines.length === 1) engine.die();
      else if (message.kind === 'load') obliging(message, engine);
    });
    const handle = await client.load({ data }, open());
    const computed = client.compute(handle, 'f', {}, open());
    await turn();
    const seq = engines[1]?.heard.find((message) => message.kind === 'ask')?.seq ?? -1;
    engines[0]?.say({ kind: 'done', seq, value: 'from the dead' });
    engines[1]?.say({ kind: 'done', seq, value: 'alive' });
    assert.equal(await computed, 'alive');
  });
});

describe('an engine that says nothing any more', () => {
  /** Starts engines that are watched closely; the first ones get `answers` of their own, the others oblige. */
  function watch(...answers: ((message: ToEngine, engine: FakeEngine) => void)[]) {
    const engines: FakeEngine[] = [];
    const start: PortStarter = (listener) => {
      const engine = new FakeEngine(listener, answers[engines.length] ?? obliging);
      engines.push(engine);
      return Promise.resolve(engine.toPort());
    };
    return { client: new EngineClient({ starters: [start], watchInterval: 2 }), engines };
  }
  const hang = (message: ToEngine, engine: FakeEngine) =>
    message.kind === 'load' ? obliging(message, engine) : undefined;
  const impatient = { data, patience: 12 };

  it('is ended and replaced, and the question asked again', async () => {
    const { client, engines } = watch(hang);
    const handle = await client.load(impatient, open());
    assert.equal(await client.compute(handle, 'f', {}, open()), 'compute');
    assert.equal(engines.length, 2);
    assert.equal(engines[0]?.isStopped, true);
    assert.deepEqual(engines[1]?.kinds(), ['load', 'compute']);
  });

  it('is noticed at once where the browser has ended it', async () => {
    const { client, engines } = watch((message, engine) => {
      hang(message, engine);
      engine.isGone = message.kind === 'ask' || engine.isGone;
    });
    const handle = await client.load({ data, patience: 1e6 }, open());
    assert.equal(await client.compute(handle, 'f', {}, open()), 'compute');
    assert.equal(engines.length, 2);
    assert.equal(engines[0]?.heard.filter(({ kind }) => kind === 'ping').length, 2);
  });

  it('may take as long as the most patient of the open questions', async () => {
    let pings = 0;
    const { client, engines } = watch((message, engine) => {
      if (message.kind === 'load') return obliging(message, engine);
      if (message.kind !== 'ping' || (pings += 1) < 30) return;
      for (const asked of engine.heard.filter(({ kind }) => kind === 'ask')) obliging(asked, engine);
    });
    const hasty = await client.load(impatient, open());
    const other = await client.load({ data, patience: 1e6 }, open());
    const answers = [client.compute(hasty, 'f', {}, open()), client.compute(other, 'f', {}, open())];
    assert.deepEqual(await Promise.all(answers), ['compute', 'compute']);
    assert.equal(engines.length, 1);
  });

  it('is not asked a third time', async () => {
    const { client, engines } = watch(hang, hang, hang);
    const handle = await client.load(impatient, open());
    await assert.rejects(client.compute(handle, 'f', {}, open()), { code: 'worker-failed' });
    assert.equal(engines.length, 2);
  });

  it('is noticed while a dataset loads, too', async () => {
    const { client, engines } = watch(() => undefined);
    assert.deepEqual((await client.load(impatient, open())).summary, summary);
    assert.equal(engines.length, 2);
  });

  it('is left alone as long as it gives signs of life', async () => {
    let pings = 0;
    const { client, engines } = watch((message, engine) => {
      if (message.kind === 'load') return obliging(message, engine);
      if (message.kind !== 'ping') return;
      engine.say({ kind: 'pong' });
      const asked = engine.heard.find((heard) => heard.kind === 'ask');
      if ((pings += 1) === 30 && asked) obliging(asked, engine);
    });
    const handle = await client.load({ data }, open());
    assert.equal(await client.compute(handle, 'f', {}, open()), 'compute');
    assert.equal(engines.length, 1);
  });

  it('is not asked for any while no question is open', async () => {
    const { client, engines } = watch();
    const handle = await client.load({ data }, open());
    await client.compute(handle, 'f', {}, open());
    const heard = engines[0]?.heard.length;
    await turn();
    await turn();
    assert.equal(engines[0]?.heard.length, heard);
  });
});

describe('files by URL', () => {
  const asksFor = (url: string) => (message: ToEngine, engine: FakeEngine) => {
    if (message.kind === 'load') engine.say({ kind: 'need-file', seq: message.seq, url });
    if (message.kind !== 'file') return;
    if (message.error) engine.say({ kind: 'failed', seq: message.seq, error: message.error });
    else engine.say({ kind: 'done', seq: message.seq, value: { size: message.file?.size } });
  };
  const request = (fetchFile: NonNullable<LoadRequest['fetchFile']>): LoadRequest => ({
    file: 'https://a.example/d.json',
    fetchFile,
  });

  it("are fetched on the page's side", async () => {
    const { client } = setUp(asksFor('https://a.example/e.csv'));
    const asked: string[] = [];
    const handle = await client.load(
      request((url) => (asked.push(url), Promise.resolve(new Blob(['abc'])))),
      open(),
    );
    assert.deepEqual(asked, ['https://a.example/e.csv']);
    assert.deepEqual(handle.summary, { size: 3 });
  });

  it('that cannot be had fail with the reason', async () => {
    const { client } = setUp(asksFor('https://a.example/e.csv'));
    const refuse = () => Promise.reject(new FunnelwheelError('forbidden', 'no', { status: 403 }));
    await assert.rejects(client.load(request(refuse), open()), { code: 'forbidden', status: 403 });
  });

  it('are not fetched on when the load is given up', async () => {
    const { client } = setUp(asksFor('https://a.example/e.csv'));
    const abort = new AbortController();
    let stopped: AbortSignal | undefined;
    const fetchFile: LoadRequest['fetchFile'] = (_, { signal }) => {
      stopped = signal;
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    };
    const loaded = client.load({ file: 'https://a.example/d.json', fetchFile }, { signal: abort.signal });
    await turn();
    abort.abort();
    await assert.rejects(loaded, { name: 'AbortError' });
    assert.equal(stopped?.aborted, true);
  });
});

describe('an engine that nobody needs', () => {
  const rested = async () => {
    const page = new FakePage();
    const set = setUp(obliging, { restAfter: 1, page: page as unknown as SeenPage });
    const handle = await set.client.load({ data }, open());
    return { ...set, page, handle };
  };

  it('is let go while the page is out of sight, and another answers the next question of the same data', async () => {
    const { client, engines, page, handle } = await rested();
    page.turn('hidden');
    await turn();
    assert.equal(engines[0]?.isStopped, true);
    assert.equal(client.place, undefined);
    page.turn('visible');
    await turn();
    assert.equal(engines.length, 1, 'nothing is started before it is asked for');
    assert.equal(
      await client.ask(handle, 'breakdownProperties', ['lead-to-class'], open()),
      'breakdownProperties',
    );
    assert.deepEqual(engines[1]?.kinds(), ['load', 'breakdownProperties']);
  });

  it('stays while the page is seen, is seen again in time, or waits for an answer', async () => {
    const { client, engines, page, handle } = await rested();
    await turn();
    assert.equal(engines[0]?.isStopped, false, 'seen');
    page.turn('hidden');
    page.turn('visible');
    await turn();
    assert.equal(engines[0]?.isStopped, false, 'seen again');
    const silent = setUp(
      (message, engine) => (message.kind === 'load' ? obliging(message, engine) : undefined),
      {
        restAfter: 1,
        page: page as unknown as SeenPage,
      },
    );
    const other = await silent.client.load({ data }, open());
    const asked = silent.client.ask(other, 'breakdownProperties', ['lead-to-class'], open());
    page.turn('hidden');
    await turn();
    assert.equal(silent.engines[0]?.isStopped, false, 'asked');
    silent.client.release(other);
    await assert.rejects(asked, { name: 'AbortError' });
    client.release(handle);
  });

  it('stays for a while when its last data is released, for those who come next', async () => {
    const { client, engines } = setUp(obliging, { keepEmptyFor: 50 });
    client.release(await client.load({ data }, open()));
    await turn();
    assert.equal(engines[0]?.isStopped, false, 'kept');
    const handle = await client.load({ data }, open());
    await new Promise((resolve) => setTimeout(resolve, 80));
    assert.equal(engines[0]?.isStopped, false, 'needed again');
    client.release(handle);
    await new Promise((resolve) => setTimeout(resolve, 80));
    assert.equal(engines[0]?.isStopped, true, 'not needed');
    assert.equal(engines.length, 1);
  });

  it('stays where its data cannot be read again', async () => {
    const page = new FakePage();
    const { client, engines } = setUp(obliging, { restAfter: 1, page: page as unknown as SeenPage });
    const handle = await client.load({ file: new Blob(['x']).stream() }, open());
    page.turn('hidden');
    await turn();
    assert.equal(engines[0]?.isStopped, false);
    client.release(handle);
  });
});
