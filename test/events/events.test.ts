import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FunnelwheelError } from '../../src/engine/error.ts';
import {
  ClientsTagEvent,
  FunnelErrorEvent,
  FunnelStepSelectEvent,
  ViewChangeEvent,
} from '../../src/events/index.ts';

function tagEvent(signal = new AbortController().signal): ClientsTagEvent {
  const detail = {
    requestId: 'r1',
    rule: { mode: 'include' as const },
    count: 2,
    ids: [1, 2],
    undo: false,
    tags: ['vip'],
  };
  const iterateIds = async function* () {
    yield [1, 2];
  };
  return new ClientsTagEvent(detail, { signal, iterateIds });
}

test('events bubble, cross shadow roots, and carry frozen detail that agrees with their fields', () => {
  const segment = { step: 'intro', outcome: 'dropped' };
  const event = new FunnelStepSelectEvent({
    funnel: 'f',
    step: 'intro',
    outcome: 'dropped',
    count: 3,
    segment,
  });
  assert.deepEqual(
    [event.type, event.bubbles, event.composed, event.cancelable],
    ['funnel-step-select', true, true, true],
  );
  assert.equal(event.count, event.detail.count);
  assert.throws(() => Object.assign(event.detail, { count: 4 }), TypeError);
  assert.throws(() => Object.assign(event.segment, { step: 'x' }), TypeError);
  assert.equal(new ViewChangeEvent({ mode: 'rate' }).cancelable, false);
});

test('an error event says what went wrong and can ask again', () => {
  let asked = 0;
  const event = new FunnelErrorEvent(
    new FunnelwheelError('unauthorized', 'no', { status: 401 }),
    () => (asked += 1),
  );
  assert.deepEqual([event.code, event.status, event.path], ['unauthorized', 401, '']);
  event.retry();
  assert.equal(asked, 1);
});

test('a request is answered while it is dispatched', async () => {
  const target = new EventTarget();
  target.addEventListener('clients-tag', (event) =>
    (event as ClientsTagEvent).waitUntil(Promise.resolve('done')),
  );
  const event = tagEvent();
  assert.equal(event.answered, false);
  target.dispatchEvent(event);
  assert.equal(event.answered, true);
  assert.deepEqual(await event.done, ['done']);
});

test('an answer after the fact is refused', () => {
  const event = tagEvent();
  assert.throws(() => event.waitUntil(Promise.resolve()), { name: 'InvalidStateError' });
  new EventTarget().dispatchEvent(event);
  assert.throws(() => event.waitUntil(Promise.resolve()), { name: 'InvalidStateError' });
});

test('a failed answer fails the request', async () => {
  const target = new EventTarget();
  target.addEventListener('clients-tag', (event) =>
    (event as ClientsTagEvent).waitUntil(Promise.reject(new Error('no'))),
  );
  const event = tagEvent();
  target.dispatchEvent(event);
  await assert.rejects(event.done, /no/);
});

test('the ids come in batches', async () => {
  const batches = [];
  for await (const batch of tagEvent().iterateIds()) batches.push(batch);
  assert.deepEqual(batches, [[1, 2]]);
});
