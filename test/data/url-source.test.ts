import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FunnelRequest } from '../../src/data/funnel-source.ts';
import type { HostFetchOptions } from '../../src/data/host-fetch.ts';
import { toRequestQuery } from '../../src/data/request-query.ts';
import { createResultSource } from '../../src/data/result-source.ts';
import { createUrlSource } from '../../src/data/url-source.ts';

const result = {
  steps: [
    { name: 'Leads', count: 1200 },
    { name: 'Intro', count: 340 },
  ],
};
const request: FunnelRequest = { options: {} };
const signal = new AbortController().signal;

const json = (value: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' }, ...init });

type Answer = (url: string, init: RequestInit) => Response | Promise<Response>;

/** A host's server of prepared answers, one after the other; the last is repeated. Remembers what it was asked. */
function serve(...answers: Answer[]) {
  const asked: { url: string; init: RequestInit }[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    asked.push({ url, init });
    init.signal?.throwIfAborted();
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    assert.ok(answer);
    return answer(url, init);
  }) as typeof globalThis.fetch;
  return { fetch, asked };
}

function load(answers: Answer[], options: HostFetchOptions = {}) {
  const { fetch, asked } = serve(...answers);
  const source = createUrlSource({ src: 'https://studio.example/f', fetch, retryDelay: 1, ...options });
  return { loaded: source.load(request, { signal }), asked, source };
}

describe('a result by address', () => {
  it('is fetched, checked and given', async () => {
    const { loaded, asked } = load([() => json(result)], {
      headers: { authorization: 'x' },
      credentials: 'include',
    });
    assert.deepEqual((await loaded).steps.length, 2);
    const init = asked[0]?.init;
    assert.equal(new Headers(init?.headers).get('authorization'), 'x');
    assert.equal(new Headers(init?.headers).get('accept'), 'application/json');
    assert.equal(init?.credentials, 'include');
  });

  it('names the path of what is wrong in it', async () => {
    const wrong = {
      steps: [
        { name: 'a', count: 1 },
        { name: 'b', count: 'many' },
      ],
    };
    await assert.rejects(load([() => json(wrong)]).loaded, {
      code: 'invalid-result',
      path: 'steps[1].count',
      value: 'many',
    });
  });

  it('must be JSON', async () => {
    const page = new Response('<p>Sign in', { headers: { 'content-type': 'text/html' } });
    await assert.rejects(load([() => page]).loaded, { code: 'not-json', value: 'text/html' });
    const broken = new Response('{"steps":', { headers: { 'content-type': 'application/json' } });
    await assert.rejects(load([() => broken]).loaded, { code: 'not-json' });
    const vendor = new Response(JSON.stringify(result), {
      headers: { 'content-type': 'application/vnd.studio+json; charset=utf-8' },
    });
    assert.ok(await load([() => vendor]).loaded);
  });

  it('may not be larger than allowed, whether the server says its size or not', async () => {
    const large = 'x'.repeat(2000);
    const announced = () =>
      json({ large }, { headers: { 'content-type': 'application/json', 'content-length': '2012' } });
    await assert.rejects(load([announced], { maxBytes: 1000 }).loaded, { code: 'too-large' });
    await assert.rejects(load([() => json({ large })], { maxBytes: 1000 }).loaded, { code: 'too-large' });
  });

  it('tells 401 and 403 apart, and does not ask again', async () => {
    for (const [status, code] of [
      [401, 'unauthorized'],
      [403, 'forbidden'],
      [404, 'http'],
    ] as const) {
      const { loaded, asked } = load([() => new Response('', { status })]);
      await assert.rejects(loaded, { code, status });
      assert.equal(asked.length, 1);
    }
  });

  it('is asked for again, at most twice, where that is safe', async () => {
    const refuse = (status: number) => () => new Response('', { status });
    const { loaded, asked } = load([refuse(503), refuse(429), () => json(result)]);
    assert.ok(await loaded);
    assert.equal(asked.length, 3);
    const hopeless = load([refuse(500)]);
    await assert.rejects(hopeless.loaded, { code: 'http', status: 500 });
    assert.equal(hopeless.asked.length, 3);
    const offline = load([() => Promise.reject(new TypeError('failed to fetch'))]);
    await assert.rejects(offline.loaded, { code: 'network' });
    assert.equal(offline.asked.length, 3);
  });

  it('waits as long as Retry-After says, but not for minutes', async () => {
    const busy = (after: string) => () =>
      new Response('', { status: 429, headers: { 'retry-after': after } });
    assert.ok(await load([busy('0'), () => json(result)], { retryDelay: 3_600_000 }).loaded);
    const { loaded, asked } = load([busy('3600'), () => json(result)]);
    await assert.rejects(loaded, { code: 'http', status: 429 });
    assert.equal(asked.length, 1);
  });

  it('is given up after the time-out, also when only the body does not end', async () => {
    const forever: Answer = (_, { signal: stop }) =>
      new Promise((_, reject) => stop?.addEventListener('abort', () => reject(stop.reason as Error)));
    await assert.rejects(load([forever], { timeout: 20 }).loaded, { code: 'timeout' });
    const dripping: Answer = (_, { signal: stop }) => {
      const body = new ReadableStream({
        start: (controller) => stop?.addEventListener('abort', () => controller.error(stop.reason)),
      });
      return new Response(body, { headers: { 'content-type': 'application/json' } });
    };
    await assert.rejects(load([dripping], { timeout: 20 }).loaded, { code: 'timeout' });
  });

  it('is given up when it is aborted, also between two attempts', async () => {
    for (const answer of [
      () => new Response('', { status: 503 }),
      () => Promise.reject(new TypeError()),
    ] as Answer[]) {
      const abort = new AbortController();
      const { fetch, asked } = serve(answer);
      const source = createUrlSource({ src: 'https://studio.example/f', fetch, retryDelay: 60_000 / 4 });
      const loaded = source.load(request, { signal: abort.signal });
      setTimeout(() => abort.abort(), 20);
      await assert.rejects(loaded, { name: 'AbortError' });
      assert.equal(asked.length, 1);
    }
  });

  it('tells how far it is', async () => {
    const { fetch } = serve(() => json(result));
    const heard: unknown[] = [];
    await createUrlSource({ src: 'https://studio.example/f', fetch }).load(request, {
      signal,
      onProgress: (progress) => heard.push(progress),
    });
    assert.deepEqual(heard.at(-1), { phase: 'fetch', loaded: JSON.stringify(result).length });
  });
});

describe('the state in the address', () => {
  const query = (options: FunnelRequest['options'], funnel?: FunnelRequest['funnel']) =>
    Object.fromEntries(toRequestQuery({ ...(funnel ? { funnel } : {}), options }));

  it('has the documented names', () => {
    const state = query(
      {
        range: { from: '2026-01-01', to: '2026-01-31' },
        now: '2026-02-01T00:00:00Z',
        filters: { intro: { source: ['web', 'walk-in'] } },
        breakdown: { property: 'person.source' },
        comparison: 'previous',
        trend: { interval: 'week' },
        order: 'sequential',
        lookbackDays: 30,
      },
      'lead-to-class',
    );
    assert.deepEqual(state, {
      funnel: 'lead-to-class',
      from: '2026-01-01',
      to: '2026-01-31',
      asOf: '2026-02-01T00:00:00Z',
      filters: '{"intro":{"source":["web","walk-in"]}}',
      breakdown: 'person.source',
      compare: 'previous',
      trend: 'week',
      order: 'sequential',
      lookback: '30',
    });
  });

  it('leaves out what is not set', () => {
    assert.deepEqual(query({ range: { from: null }, filters: {} }), {});
    assert.deepEqual(query({ comparison: { from: '2025-01-01' } }), { compare: '2025-01-01..' });
    assert.deepEqual(query({ breakdown: { property: ['a', 'b'] } }), { breakdown: '{"property":["a","b"]}' });
    assert.deepEqual(query({ comparison: { group: 'Google', against: null }, weekStart: 7 }), {
      compare: '{"group":"Google","against":null}',
      weekStart: '7',
    });
    assert.deepEqual(query({ trend: { interval: 'day', from: 'lead' } }), {
      trend: '{"interval":"day","from":"lead"}',
    });
  });

  it('is added to what the host wrote', async () => {
    for (const [src, expected] of [
      [
        'https://studio.example/f?tenant=7&from=x#top',
        'https://studio.example/f?tenant=7&from=2026-01-01#top',
      ],
      ['https://studio.example/f', 'https://studio.example/f?from=2026-01-01'],
    ] as const) {
      const { fetch, asked } = serve(() => json(result));
      await createUrlSource({ src, fetch }).load({ options: { range: { from: '2026-01-01' } } }, { signal });
      assert.equal(asked[0]?.url, expected);
    }
  });
});

describe('the people of a finished result', () => {
  const everyone = Array.from({ length: 25 }, (_, index) => ({ id: `p${index}` }));

  /** A server with pages of ten and opaque cursors. */
  const server: Answer = (url) => {
    const { searchParams, pathname } = new URL(url);
    if (pathname === '/f')
      return json({
        ...result,
        funnel: { id: 'lead' },
        links: { people: '/people/{step}{?outcome,group,q,sort,cursor}' },
      });
    const start = searchParams.get('cursor') ? Number(searchParams.get('cursor')?.replace('after-', '')) : 0;
    const people = everyone.slice(start, start + 10);
    return json({ people, total: 25, ...(start + 10 < 25 ? { cursor: `after-${start + 10}` } : {}) });
  };

  const open = async (options: HostFetchOptions = {}) => {
    const { fetch, asked } = serve(server);
    const source = createUrlSource({ src: 'https://studio.example/f', fetch, ...options });
    await source.load(request, { signal });
    assert.ok(source.people && source.ids);
    return { people: source.people.bind(source), ids: source.ids.bind(source), asked };
  };
  const segment = { step: 'intro offer', outcome: 'dropped' };

  it('are asked for by the template, relative to the result', async () => {
    const { people, asked } = await open();
    await people(
      { ...segment, group: 'Été' },
      { q: 'a&b', sort: { by: 'name', descending: true }, limit: 5 },
      { signal },
    );
    assert.equal(
      asked.at(-1)?.url,
      'https://studio.example/people/intro%20offer?outcome=dropped&group=%C3%89t%C3%A9&q=a%26b&sort=-name',
    );
  });

  it('of several segments together are asked for where the template has a place for them', async () => {
    const anyOf = [segment, { ...segment, outcome: 'open' }];
    const load = async (people: string) => {
      const { fetch, asked } = serve((url) =>
        json(new URL(url).pathname === '/f' ? { ...result, links: { people } } : { people: [], total: 0 }),
      );
      const source = createUrlSource({ src: 'https://studio.example/f', fetch });
      await source.load(request, { signal });
      return { source, asked };
    };
    const able = await load('/people{?step,anyOf,sort}');
    await able.source.people?.({ anyOf }, {}, { signal });
    const url = new URL(able.asked.at(-1)?.url ?? '');
    assert.deepEqual([...url.searchParams.keys()], ['anyOf']);
    assert.deepEqual(JSON.parse(url.searchParams.get('anyOf') ?? ''), anyOf);
    const unable = await load('/people{?step,outcome}');
    await assert.rejects(async () => unable.source.people?.({ anyOf }, {}, { signal }), {
      code: 'unsupported',
      path: 'links.people',
    });
    assert.equal(unable.asked.length, 1, 'nothing else is asked instead');
  });

  it('come page by page, and any row can be reached', async () => {
    const { people, asked } = await open();
    const first = await people(segment, { limit: 10 }, { signal });
    assert.deepEqual([first.people.length, first.total, first.cursor], [10, 25, '10']);
    const last = await people(segment, { offset: 18, limit: 10 }, { signal });
    assert.deepEqual(
      last.people.map((person) => person.id),
      everyone.slice(18).map((person) => person.id),
    );
    assert.equal(last.cursor, undefined);
    const count = asked.length;
    await people(segment, { offset: 20, limit: 5 }, { signal });
    assert.equal(asked.length, count + 1, 'the closest page that was seen is the start');
  });

  it('can be longer than a page of the server', async () => {
    const { people } = await open();
    const page = await people(segment, { offset: 5, limit: 12 }, { signal });
    assert.deepEqual(
      page.people.map((person) => person.id),
      everyone.slice(5, 17).map((person) => person.id),
    );
    assert.equal(page.cursor, '17');
  });

  it('give all their ids, without the excluded', async () => {
    const { ids } = await open();
    const all: (string | number)[] = [];
    for await (const page of ids(segment, { exclude: ['p3'] }, { signal })) all.push(...page);
    assert.deepEqual(
      all,
      everyone.map((person) => person.id).filter((id) => id !== 'p3'),
    );
  });

  it("get the host's headers only from the origin the host named", async () => {
    for (const [link, expected] of [
      ['/people', 'secret'],
      ['https://elsewhere.example/people', null],
    ] as const) {
      const { fetch, asked } = serve((url) =>
        url.endsWith('/f') ? json({ ...result, links: { people: link } }) : json({ people: [], total: 0 }),
      );
      const source = createUrlSource({
        src: 'https://studio.example/f',
        fetch,
        headers: { authorization: 'secret' },
        credentials: 'include',
      });
      await source.load(request, { signal });
      await source.people?.(segment, {}, { signal });
      assert.equal(new Headers(asked.at(-1)?.init.headers).get('authorization'), expected, link);
    }
  });

  it('are not narrowed by a condition the server is not told', async () => {
    const { people } = await open();
    await assert.rejects(people(segment, { where: { source: 'web' } }, { signal }), { code: 'unsupported' });
  });

  it('are an error where there is no link', async () => {
    const source = createResultSource(result);
    await source.load(request, { signal });
    await assert.rejects(async () => source.people?.(segment, {}, { signal }), { code: 'not-configured' });
  });

  it('are not asked for without end where the cursor leads back', async () => {
    const { fetch, asked } = serve((url) =>
      url.endsWith('/f')
        ? json({ ...result, links: { people: '/people{?cursor}' } })
        : json({ people: [{ id: 'p1' }], total: 25, cursor: 'again' }),
    );
    const source = createUrlSource({ src: 'https://studio.example/f', fetch });
    await source.load(request, { signal });
    const collect = async () => {
      for await (const _ of source.ids?.(segment, {}, { signal }) ?? []) assert.ok(asked.length < 10);
    };
    await assert.rejects(collect, { code: 'invalid-result', path: 'cursor' });
  });

  it('are checked', async () => {
    const { fetch } = serve((url) =>
      url.endsWith('/f')
        ? json({ ...result, links: { people: '/people' } })
        : json({ people: [{ name: 'x' }], total: 1 }),
    );
    const source = createUrlSource({ src: 'https://studio.example/f', fetch });
    await source.load(request, { signal });
    await assert.rejects(async () => source.people?.(segment, {}, { signal }), {
      code: 'invalid-result',
      path: 'people[0].id',
    });
  });
});

it('a result that is handed over is checked too', async () => {
  await assert.rejects(createResultSource({ steps: 3 }).load(request, { signal }), {
    code: 'invalid-result',
    path: 'steps',
  });
  assert.deepEqual((await createResultSource(result).load(request, { signal })).steps.length, 2);
});
