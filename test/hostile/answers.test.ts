import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HostFetchOptions } from '../../src/data/host-fetch.ts';
import { createUrlSource } from '../../src/data/url-source.ts';

const signal = new AbortController().signal;
const src = 'https://studio.example/f';
const result = { steps: [{ name: 'Leads', count: 12 }] };

const answer = (body: BodyInit | null, type: string | undefined, init: ResponseInit = {}) =>
  new Response(body, { ...(type === undefined ? {} : { headers: { 'content-type': type } }), ...init });
const json = (body: BodyInit | null, init: ResponseInit = {}) => answer(body, 'application/json', init);
const good = () => json(JSON.stringify(result));

/** Loads by a `fetch` of the host's own; `asked` counts how often it was called. */
function load(fetch: (url: string, init: RequestInit) => unknown, options: HostFetchOptions = {}) {
  const counter = { asked: 0 };
  const counting = (url: string, init: RequestInit) => {
    counter.asked += 1;
    return fetch(url, init);
  };
  const source = createUrlSource({ src, fetch: counting as never, retryDelay: 1, ...options });
  return { loaded: source.load({ options: {} }, { signal }), counter };
}

/** A body that never ends, and that no signal stops. */
const endless = () =>
  json(new ReadableStream({ start: (controller) => controller.enqueue(Uint8Array.of(123)) }));
const consumed = async () => {
  const response = good();
  await response.text();
  return response;
};
const locked = () => {
  const response = json('gone', { status: 401 });
  response.body?.getReader();
  return response;
};

describe('whatever a host answers, the error says what it was', () => {
  const cases: [
    name: string,
    fetch: () => unknown,
    error: object,
    asked: number,
    options?: HostFetchOptions,
  ][] = [
    ['204', () => answer(null, undefined, { status: 204 }), { code: 'not-json', message: /empty/ }, 1],
    ['nothing', () => json(''), { code: 'not-json', message: /empty/ }, 1],
    ['only blanks', () => json('  '), { code: 'not-json' }, 1],
    ['half of it', () => json('{"steps":['), { code: 'not-json' }, 1],
    ['a web page', () => answer('<p>Sign in', 'text/html'), { code: 'not-json', value: 'text/html' }, 1],
    ['a web page that says it is JSON', () => json('<p>Sign in'), { code: 'not-json' }, 1],
    ['a web page without a type', () => answer(new Blob(['<p>Sign in']), undefined), { code: 'not-json' }, 1],
    ['a picture', () => answer(Uint8Array.of(0xff, 0xd8), 'image/jpeg'), { code: 'not-json' }, 1],
    ['null', () => json('null'), { code: 'invalid-result', path: '' }, 1],
    ['a number', () => json('12'), { code: 'invalid-result', path: '' }, 1],
    ['a list', () => json('[]'), { code: 'invalid-result', path: 'steps' }, 1],
    ['steps that are none', () => json('{"steps":"12"}'), { code: 'invalid-result', path: 'steps' }, 1],
    [
      'a count below zero',
      () => json('{"steps":[{"count":-1}]}'),
      { code: 'invalid-result', path: 'steps[0].count' },
      1,
    ],
    [
      'a count beyond all numbers',
      () => json('{"steps":[{"count":1e999}]}'),
      { code: 'invalid-result', path: 'steps[0].count' },
      1,
    ],
    [
      'a version to come',
      () => json('{"version":2,"steps":[]}'),
      { code: 'invalid-result', path: 'version' },
      1,
    ],
    ['400', () => answer('', undefined, { status: 400 }), { code: 'http', status: 400 }, 1],
    ['401', () => answer('', undefined, { status: 401 }), { code: 'unauthorized', status: 401 }, 1],
    ['401 that was read', locked, { code: 'unauthorized', status: 401 }, 1],
    ['403', () => answer('', undefined, { status: 403 }), { code: 'forbidden', status: 403 }, 1],
    ['404', () => answer('', undefined, { status: 404 }), { code: 'http', status: 404 }, 1],
    ['408', () => answer('', undefined, { status: 408 }), { code: 'http', status: 408 }, 3],
    ['429', () => answer('', undefined, { status: 429 }), { code: 'http', status: 429 }, 3],
    ['500', () => answer('', undefined, { status: 500 }), { code: 'http', status: 500 }, 3],
    ['503', () => answer('', undefined, { status: 503 }), { code: 'http', status: 503 }, 3],
    ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), { code: 'network' }, 3],
    [
      'an error of the host’s own code',
      () => {
        throw new Error('no token');
      },
      { code: 'network' },
      3,
    ],
    ['never', () => new Promise(() => undefined), { code: 'timeout' }, 1, { timeout: 20 }],
    ['a body that never ends', endless, { code: 'timeout' }, 1, { timeout: 20 }],
    ['no Response', () => ({ steps: [] }), { code: 'invalid-options', path: 'fetchOptions.fetch' }, 1],
    ['undefined', () => undefined, { code: 'invalid-options', path: 'fetchOptions.fetch' }, 1],
    ['an answer that was read', consumed, { code: 'invalid-options', path: 'fetchOptions.fetch' }, 1],
    ['too much', () => json(JSON.stringify(result)), { code: 'too-large', value: 10 }, 1, { maxBytes: 10 }],
  ];
  for (const [name, fetch, error, asked, options] of cases) {
    it(name, async () => {
      const { loaded, counter } = load(fetch, options);
      await assert.rejects(loaded, { name: 'FunnelwheelError', ...error });
      assert.equal(counter.asked, asked, 'how often it was asked');
    });
  }

  it('headers that are none are not sent', async () => {
    const { loaded, counter } = load(good, { headers: { 'bad name': 'x' } });
    await assert.rejects(loaded, { code: 'invalid-options', path: 'fetchOptions.headers' });
    assert.equal(counter.asked, 0);
  });
});

describe('limits that are none are the usual ones', () => {
  for (const limit of [NaN, 0, -1, Infinity, 2 ** 40]) {
    it(String(limit), async () => {
      const { loaded } = load(good, { timeout: limit, maxBytes: limit });
      assert.equal((await loaded).steps.length, 1);
    });
  }
});

describe('keys that every object has', () => {
  it('are kept in an answer, and change nothing else', async () => {
    const text =
      '{"steps":[{"name":"Leads","count":1,"__proto__":{"count":9}}],"constructor":1,"__proto__":{"closed":true}}';
    const loaded = await load(() => json(text)).loaded;
    assert.equal(loaded.steps[0]?.count, 1);
    assert.equal(loaded.closed, undefined);
    assert.equal(({} as { closed?: boolean }).closed, undefined);
  });
});
