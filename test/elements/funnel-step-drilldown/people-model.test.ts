import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate as tick } from 'node:timers/promises';
import type { PeopleQuery } from '../../../src/engine/index.ts';
import type { PeoplePage, PersonRow } from '../../../src/engine/schema/index.ts';
import type { PeopleSegment } from '../../../src/events/index.ts';
import {
  COMPLETE_LIMIT,
  PAGE_SIZE,
  PeopleModel,
} from '../../../src/elements/funnel-step-drilldown/people-model.ts';

const segment: PeopleSegment = { step: 's', outcome: 'dropped' };
const makeRows = (count: number): PersonRow[] =>
  Array.from({ length: count }, (_, id) => ({ id, name: `n${id}` }));

/** A host whose answers wait until they are let go; it records what it is asked. */
class SlowHost {
  asked: { query: PeopleQuery; signal: AbortSignal; answer: () => void; fail: () => void }[] = [];
  rows: PersonRow[];
  constructor(count: number) {
    this.rows = makeRows(count);
  }
  people(
    _segment: PeopleSegment,
    query: PeopleQuery,
    { signal }: { signal: AbortSignal },
  ): Promise<PeoplePage> {
    return new Promise((resolve, reject) => {
      const found = query.q ? this.rows.filter((row) => row.name?.includes(query.q ?? '')) : this.rows;
      const start = query.offset ?? 0;
      const page = {
        people: found.slice(start, start + (query.limit ?? 50)),
        total: found.length,
        segmentTotal: this.rows.length,
      };
      this.asked.push({ query, signal, answer: () => resolve(page), fail: () => reject(new Error('down')) });
    });
  }
  async answerAll(): Promise<void> {
    for (let index = 0; index < this.asked.length; index++) {
      this.asked[index]?.answer();
      await tick();
    }
  }
}

const createModel = () => {
  const errors: unknown[] = [];
  const model = new PeopleModel({
    collator: new Intl.Collator('en'),
    onChange: () => undefined,
    onError: (error) => errors.push(error),
  });
  return { model, errors };
};

describe('the people of a short segment', () => {
  it('are all fetched, then searched and divided without the host', async () => {
    const host = new SlowHost(450);
    const { model } = createModel();
    model.open(host, segment);
    assert.equal(model.total, undefined);
    await host.answerAll();
    assert.equal(model.allRows?.length, 450);
    assert.equal(host.asked.length, Math.ceil(450 / PAGE_SIZE));
    model.setQuery({ q: 'n44', filters: [] });
    assert.equal(model.total, 11);
    assert.equal(model.segmentTotal, 450);
    assert.equal(host.asked.length, 3);
  });

  it('show their first page before the rest is here', async () => {
    const host = new SlowHost(450);
    const { model } = createModel();
    model.open(host, segment);
    host.asked[0]?.answer();
    await tick();
    assert.equal(model.total, 450);
    assert.equal(model.getRow(0)?.id, 0);
    assert.equal(model.getRow(300), undefined);
    assert.equal(model.breakdowns, undefined);
  });

  it('can be asked for again where a page failed', async () => {
    const host = new SlowHost(450);
    const { model, errors } = createModel();
    model.open(host, segment);
    host.asked[0]?.answer();
    await tick();
    host.asked[1]?.fail();
    await tick();
    assert.equal(errors.length, 1);
    assert.equal(model.isIncomplete, true);
    assert.equal(model.getState(PAGE_SIZE), 'failed');
    assert.equal(model.error, undefined);
    model.retryAll();
    await host.answerAll();
    assert.equal(model.allRows?.length, 450);
  });

  it('stay in sight while newer ones are fetched', async () => {
    const host = new SlowHost(30);
    const { model } = createModel();
    model.open(host, segment);
    await host.answerAll();
    host.rows = host.rows.slice(1);
    model.refresh();
    assert.equal(model.total, 30);
    assert.equal(model.isRefreshing, true);
    await host.answerAll();
    assert.equal(model.total, 29);
    assert.equal(model.isRefreshing, false);
  });

  it('keep their search when they are fetched anew', async () => {
    const host = new SlowHost(30);
    const { model } = createModel();
    model.open(host, segment);
    await host.answerAll();
    model.setQuery({ q: 'n7', filters: [] });
    model.refresh();
    await host.answerAll();
    assert.equal(model.total, 1);
  });
});

describe('the people of a long segment', () => {
  it('come page by page, and what was scrolled past is stopped', async () => {
    const host = new SlowHost(COMPLETE_LIMIT + 1_000);
    const { model } = createModel();
    model.open(host, segment);
    host.asked[0]?.answer();
    await tick();
    assert.equal(host.asked.length, 1);
    model.want(1_000, 1_020);
    model.want(3_000, 3_020);
    assert.equal(host.asked[1]?.signal.aborted, true);
    assert.equal(host.asked[2]?.signal.aborted, false);
    assert.equal(model.isTooLong, true);
  });

  it('are searched by the host', async () => {
    const host = new SlowHost(COMPLETE_LIMIT + 1_000);
    const { model } = createModel();
    model.open(host, segment);
    await host.answerAll();
    model.setQuery({ q: ' n599 ', filters: [] });
    assert.equal(host.asked.at(-1)?.query.q, 'n599');
    await host.answerAll();
    assert.equal(model.total, 11);
    assert.equal(model.segmentTotal, COMPLETE_LIMIT + 1_000);
  });

  it('have ids without every row having been here', async () => {
    const host = new SlowHost(COMPLETE_LIMIT + 450);
    const { model } = createModel();
    model.open(host, segment);
    const ids: (string | number)[] = [];
    const done = (async () => {
      for await (const batch of model.iterateSegmentIds(new AbortController().signal)) ids.push(...batch);
    })();
    for (let index = 0; index < 40; index++) {
      await tick();
      host.asked.at(-1)?.answer();
      host.asked[0]?.answer();
    }
    await done;
    assert.equal(ids.length, COMPLETE_LIMIT + 450);
  });
});

describe('a segment that cannot be had', () => {
  it('says why, and can be asked for again', async () => {
    const host = new SlowHost(3);
    const { model } = createModel();
    model.open(host, segment);
    host.asked[0]?.fail();
    await tick();
    assert.equal((model.error as Error).message, 'down');
    model.retryAll();
    await host.answerAll();
    assert.equal(model.error, undefined);
    assert.equal(model.total, 3);
  });

  it('is forgotten when another is opened: a late answer changes nothing', async () => {
    const first = new SlowHost(3);
    const second = new SlowHost(5);
    const { model } = createModel();
    model.open(first, segment);
    model.open(second, segment);
    assert.equal(first.asked[0]?.signal.aborted, true);
    await second.answerAll();
    await first.answerAll();
    assert.equal(model.total, 5);
  });
});
