import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dataset } from '../../src/engine/schema/index.ts';
import { EngineClient } from '../../src/worker/engine-client.ts';
import { createWheelDatasetSource } from '../../src/worker/wheel-dataset-source.ts';
import { startBehindPort } from './port-starter.ts';

const signal = new AbortController().signal;
const data: Dataset = {
  timeZone: 'Europe/Paris',
  people: [
    { id: 1, name: 'Ana' },
    { id: 2, name: 'Bo' },
  ],
  events: [
    { person: 1, type: 'site-visit', at: '2026-01-01T10:00:00' },
    { person: 1, type: 'purchase', at: '2026-01-05T10:00:00' },
    { person: 2, type: 'site-visit', at: '2026-01-03T10:00:00' },
  ],
};
const funnel = {
  id: 'visit-to-purchase',
  steps: [
    { id: 'visit', event: 'site-visit' },
    { id: 'buy', event: 'purchase', when: 'afterEntry' as const },
  ],
};

function setUp() {
  const client = new EngineClient({ starters: [startBehindPort] });
  return createWheelDatasetSource({ data, client, clock: () => Date.UTC(2026, 0, 20) });
}

describe('a wheel of a dataset, computed behind a port', () => {
  it('gives counts, people, ids, places and one person of the same run, as of the clock', async () => {
    const source = setUp();
    const result = await source.load({ model: 'lifecycle' }, { signal });
    assert.equal(result.asOf, '2026-01-20T00:00:00.000Z');
    assert.deepEqual(
      result.phases.map(({ count }) => count),
      [1, 1, 0, 0, 0],
    );
    const page = await source.people!({ phase: 'conversion' }, {}, { signal });
    assert.deepEqual(
      page.people.map(({ name }) => name),
      ['Ana'],
    );
    const ids: unknown[] = [];
    for await (const some of source.ids!({ phase: 'acquisition' }, {}, { signal })) ids.push(...some);
    assert.deepEqual(ids, [2]);
    const person = await source.person!(1, { signal });
    assert.deepEqual([person.phase, person.since], ['conversion', '2026-01-05T09:00:00.000Z']);
    const places = await source.places!(
      { funnel, segment: { step: 'buy', outcome: 'converted' } },
      { signal },
    );
    assert.deepEqual([places['conversion'], places['acquisition']], [1, 0]);
    const parts = await source.funnelPlaces!({ funnel, segment: { phase: 'conversion' } }, { signal });
    assert.deepEqual(
      parts.filter(({ count }) => count > 0),
      [
        { step: 'visit', outcome: 'converted', count: 1 },
        { step: 'buy', outcome: 'converted', count: 1 },
      ],
    );
    source.release?.();
  });

  it('tells mistakes by code and path, through the port', async () => {
    const source = setUp();
    await assert.rejects(source.load({ model: 'lifecycle', options: { comparedTo: 'soon' } }, { signal }), {
      code: 'invalid-options',
      path: 'comparedTo',
    });
    await assert.rejects(source.people!({ phase: 'loyalty' }, {}, { signal }), { code: 'not-configured' });
    await source.load({ model: 'flywheel' }, { signal });
    await assert.rejects(source.person!(99, { signal }), { code: 'unknown-subject' });
    source.release?.();
  });
});
