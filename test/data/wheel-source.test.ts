import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toWheelQuery } from '../../src/data/wheel-query.ts';
import { createWheelResultSource } from '../../src/data/wheel-result-source.ts';
import { createWheelUrlSource } from '../../src/data/wheel-url-source.ts';

const signal = new AbortController().signal;
const result = {
  model: 'lifecycle',
  phases: [{ id: 'loyalty', count: 2 }],
  links: { people: '/people{?model,phase,outside,from,to,q,sort,limit}' },
};

/** A server that answers each address with JSON, and remembers what it was asked. */
function serve(answer: (url: URL) => unknown) {
  const asked: string[] = [];
  const fetch = (input: RequestInfo | URL) => {
    const url = new URL(input instanceof Request ? input.url : input);
    asked.push(url.pathname + url.search);
    return Promise.resolve(Response.json(answer(url)));
  };
  return { asked, fetch: fetch as typeof globalThis.fetch };
}

describe('the query of a wheel’s request', () => {
  it('says the model, and what else was set', () => {
    assert.equal(toWheelQuery({ model: 'flywheel' }).toString(), 'model=flywheel');
    const options = {
      asOf: '2026-06-30',
      comparedTo: 'previous' as const,
      filters: { city: 'Lyon' },
      lifecycle: { gapDays: 21 },
      engagement: { mqlFrom: 1 },
    };
    assert.deepEqual(Object.fromEntries(toWheelQuery({ model: 'lifecycle', options })), {
      model: 'lifecycle',
      asOf: '2026-06-30',
      comparedTo: 'previous',
      filters: '{"city":"Lyon"}',
      lifecycle: '{"gapDays":21}',
    });
  });
});

describe('a finished wheel', () => {
  it('by address, brings its people from its link', async () => {
    const { asked, fetch } = serve(({ pathname }) =>
      pathname === '/wheel' ? result : { people: [{ id: 7 }, { id: 8 }], total: 2 },
    );
    const source = createWheelUrlSource({ src: 'https://studio.example/wheel?key=1', fetch });
    await source.load({ model: 'lifecycle', options: { comparedTo: 'previous' } }, { signal });
    const page = await source.people!({ phase: 'loyalty' }, { q: 'an' }, { signal });
    assert.equal(page.total, 2);
    const ids: unknown[] = [];
    for await (const some of source.ids!({ from: 'loyalty', to: 'attrition' }, {}, { signal }))
      ids.push(...some);
    assert.deepEqual(ids, [7, 8]);
    assert.deepEqual(asked, [
      '/wheel?key=1&model=lifecycle&comparedTo=previous',
      '/people?model=lifecycle&phase=loyalty&q=an&limit=100',
      '/people?model=lifecycle&from=loyalty&to=attrition&limit=1000',
    ]);
  });

  it('handed over, is checked, and has people only by a link', async () => {
    const load = (value: unknown) => createWheelResultSource(value).load({ model: 'lifecycle' }, { signal });
    await assert.rejects(load({ model: 'lifecycle', phases: [{}] }), {
      code: 'invalid-result',
      path: 'phases[0].count',
    });
    const { links: _, ...bare } = result;
    const source = createWheelResultSource(bare);
    await source.load({ model: 'lifecycle' }, { signal });
    await assert.rejects(source.people!({ phase: 'loyalty' }, {}, { signal }), {
      code: 'not-configured',
      path: 'links.people',
    });
  });
});
