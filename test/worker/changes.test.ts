import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { FunnelwheelError } from '../../src/engine/error.ts';
import type { Dataset, FunnelDefinition } from '../../src/engine/schema/index.ts';
import { createAnswerSource } from '../../src/worker/answer-source.ts';
import { createDatasetSource } from '../../src/worker/dataset-source.ts';
import { EngineClient } from '../../src/worker/engine-client.ts';
import { startSameThread, type PortListener, type PortStarter } from '../../src/worker/engine-port.ts';
import { makeEvents, toCsv, toNdjson, toParquet, type StudioEvent } from '../support/studio-files.ts';
import { startBehindPort } from './port-starter.ts';

const { signal } = new AbortController();
const readersUrl = new URL('../../src/formats/', import.meta.url).href;
const funnel: FunnelDefinition = {
  id: 'changes',
  steps: [
    { id: 'lead', event: 'lead' },
    { id: 'visit', event: ['booking', 'check-in'], when: 'afterEntry' },
    { id: 'buy', event: 'purchase', when: 'afterEntry', value: 'amount' },
  ],
};
const base = { timeZone: 'Europe/Paris', asOf: '2026-09-01' };
const plain = (events: readonly StudioEvent[]) => events.map((event) => ({ ...event }));
const isUsable = ({ person, at }: StudioEvent) => person !== null && at !== null;

type Source = ReturnType<typeof createDatasetSource>;

async function answersOf(source: Source) {
  const result = await source.load({ funnel, options: {} }, { signal });
  const segment = { step: 'buy', outcome: 'converted' };
  const people = await source.people!(segment, { limit: 1000 }, { signal });
  const { people: count, events, types, from, to, rejected } = source.summary!;
  return { result, people, count, events, types, from, to, rejected: rejected.count };
}

function open(data: Dataset, start: PortStarter = startBehindPort, options: object = {}) {
  const client = new EngineClient({ starters: [start] });
  const source = createDatasetSource({ data, client, readersUrl, ...options });
  opened.push(source);
  return source;
}

/** What a test has opened: an open port would keep the process alive. */
const opened: { release?(): void }[] = [];
afterEach(() => opened.splice(0).forEach((source) => source.release?.()));

/** An engine that can be killed. */
function mortal() {
  const listeners: PortListener[] = [];
  const start: PortStarter = (listener, timeout) => {
    listeners.push(listener);
    return startBehindPort(listener, timeout);
  };
  const kill = () => listeners.at(-1)?.onDeath(new FunnelwheelError('worker-failed', 'out of memory'));
  return { start, kill, started: () => listeners.length };
}

describe('what is appended', () => {
  const events = makeEvents(900);
  const [first, second, third] = [events.slice(0, 500), events.slice(500, 700), events.slice(700)];
  const people = [
    { id: 'p1', name: 'Ana' },
    { id: 'p2', name: 'Bo' },
  ];
  const fresh = async () => {
    const rows = [{ ...people[0], source: 'web' }, people[1], { id: 'p3', source: 'web' }];
    const source = open({ ...base, people: rows as never, events: plain(events) }, startSameThread);
    return answersOf(source);
  };

  for (const [name, start] of Object.entries({
    'the same thread': startSameThread,
    'the worker': startBehindPort,
  })) {
    it(`comes to the same as a fresh load, through any door, on ${name}`, async () => {
      const source = open({ ...base, people, events: plain(first) }, start);
      await answersOf(source);
      await source.changes!.append({ events: { file: toParquet(second) } }, { signal });
      const added = {
        people: [
          { id: 'p1', source: 'web' },
          { id: 'p3', source: 'web' },
        ],
        events: { file: new Blob([toCsv(third, ';')]).stream() },
      };
      const summary = await source.changes!.append(added, { signal });
      assert.equal(summary.events, source.summary?.events);
      assert.deepEqual(await answersOf(source), await fresh());
      source.release?.();
    });
  }

  it('is sent again to a new engine when the old one dies, in its order', async () => {
    const { start, kill, started } = mortal();
    const source = open({ ...base, people, events: plain(first) }, start);
    await source.changes!.append({ events: plain(second) }, { signal });
    await source.changes!.removePeople(['p5', 'p6'], { signal });
    await source.changes!.append({ events: { file: new Blob([toNdjson(third)]).stream() } }, { signal });
    const before = await answersOf(source);
    kill();
    assert.deepEqual(await answersOf(source), before);
    assert.equal(started(), 2);
  });

  it('stays when the source lets go and comes back, and is gone when it forgets', async () => {
    const data: Dataset = { ...base, people, events: plain(first) };
    const source = open(data);
    const before = await answersOf(source);
    await source.changes!.append({ events: plain(second) }, { signal });
    const after = await answersOf(source);
    assert.notDeepEqual(after, before);
    source.release?.();
    assert.deepEqual(await answersOf(source), after);
    source.release?.();
    assert.deepEqual(await answersOf(open(data)), after, 'another who is given the very same data');
    source.forget?.();
    assert.deepEqual(await answersOf(source), before);
  });

  it('that fails leaves everything as it was', async () => {
    const source = open({ ...base, events: plain(first) });
    const before = await answersOf(source);
    let told = 0;
    source.changes!.subscribe(() => (told += 1));
    const refused = source.changes!.append({ events: { file: new Blob(['<html>']) } }, { signal });
    await assert.rejects(refused, { code: 'invalid-file' });
    await assert.rejects(source.changes!.append({ events: 3 as never }, { signal }), {
      code: 'invalid-dataset',
    });
    assert.deepEqual(await answersOf(source), before);
    assert.equal(told, 0);
  });

  it('is fetched each time, though the address is the same', async () => {
    const parts = [second, third];
    const fetch = () => Promise.resolve(new Response(toNdjson(parts.shift()!)));
    const source = open({ ...base, people, events: plain(first) }, startBehindPort, { fetch });
    const file = 'https://studio.example/since.ndjson';
    await source.changes!.append({ events: { file } }, { signal });
    const { events: count } = await source.changes!.append({ events: { file } }, { signal });
    assert.equal(count, events.filter(isUsable).length);
  });
});

describe('who is removed', () => {
  it('is gone as if never there, on the same thread and in the worker', async () => {
    const events = makeEvents(900);
    const gone = ['p3', 'p10', 'p11', 'nobody'];
    const kept = events.filter(({ person }) => !gone.includes(person ?? ''));
    const ids = ['p1', 'p3', 'p8'];
    const toPeople = (of: string[]) => of.map((id) => ({ id, name: `name of ${id}` }));
    const fresh = open({ ...base, people: toPeople(['p1', 'p8']), events: plain(kept) }, startSameThread);
    const { rejected, ...expected } = await answersOf(fresh);
    for (const start of [startSameThread, startBehindPort]) {
      const source = open({ ...base, people: toPeople(ids), events: plain(events) }, start);
      await answersOf(source);
      await source.changes!.removePeople(gone, { signal });
      const { rejected: count, ...own } = await answersOf(source);
      assert.deepEqual(own, expected);
      assert.ok(count >= rejected);
    }
  });
});

describe('those who share a dataset', () => {
  it('are all told of a change, once, and answer of it', async () => {
    const data: Dataset = { ...base, events: plain(makeEvents(200)) };
    const client = new EngineClient({ starters: [startBehindPort] });
    const chart = createDatasetSource({ data, client });
    const other = createAnswerSource<object, number>({ data, client }, ({ handle }) =>
      Promise.resolve(handle.summary.events),
    );
    opened.push(chart, other);
    await chart.load({ funnel, options: {} }, { signal });
    const before = await other.load({}, { signal });
    const told: string[] = [];
    chart.changes!.subscribe(() => told.push('chart'));
    const stop = other.changes!.subscribe(() => told.push('other'));
    await other.changes!.append({ events: [{ person: 'p1', type: 'lead', at: '2026-03-01' }] }, { signal });
    assert.deepEqual(told.sort(), ['chart', 'other']);
    assert.equal(await other.load({}, { signal }), before + 1);
    assert.equal(chart.summary?.events, before + 1);
    stop();
    await chart.changes!.removePeople(['p1'], { signal });
    assert.deepEqual(told, ['chart', 'other', 'chart']);
    // One who leaves does not part the others from what they share.
    chart.release?.();
    await other.changes!.append({ events: [{ person: 'p9', type: 'lead', at: '2026-03-01' }] }, { signal });
    const { events } = other.summary!;
    await chart.load({ funnel, options: {} }, { signal });
    assert.equal(chart.summary?.events, events);
  });
});
