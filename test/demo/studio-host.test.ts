import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StudioHost } from '../../demo/host/studio-host.ts';
import { generateStudio } from '../../demo/studio/generate-studio.ts';
import type { ClientsRequestEvent } from '../../src/events/index.ts';

/** What the host reads of a request; the event itself needs no page here. */
function request(ids: number[], more: Partial<ClientsRequestEvent> = {}): ClientsRequestEvent {
  const { signal } = new AbortController();
  return { requestId: 'r1', ids, undo: false, signal, ...more } as unknown as ClientsRequestEvent;
}

const openHost = () => new StudioHost(generateStudio({ people: 30 }));

test('a tag is added once, and undoing takes only what was added', async () => {
  const host = openHost();
  const person = host.person(1001)!;
  person.tags = ['tag-vip'];
  await host.apply(request([1001, 1002]), { tags: ['tag-vip', 'new'] });
  assert.deepEqual(person.tags, ['tag-vip', 'new']);
  assert.ok(host.person(1002)?.tags.includes('tag-vip'));
  await host.apply(request([1001, 1002], { undo: true }), { tags: ['tag-vip', 'new'] });
  assert.deepEqual(person.tags, ['tag-vip']);
  assert.ok(!host.person(1002)?.tags.includes('tag-vip'));
});

test('a stage goes back to what each person had', async () => {
  const host = openHost();
  const before = [1001, 1002, 1003].map((id) => host.person(id)?.leadStage);
  await host.apply(request([1001, 1002, 1003]), { stage: 'stage-to-call' });
  assert.equal(host.person(1002)?.leadStage, 'stage-to-call');
  await host.apply(request([1001, 1002, 1003], { undo: true }), { stage: 'stage-to-call' });
  assert.deepEqual([1001, 1002, 1003].map((id) => host.person(id)?.leadStage), before); // prettier-ignore
});

test('the people of a membership request are its clients, not its memberships', async () => {
  const host = openHost();
  await host.apply(request([5000, 5001], { clientIds: [1004] }), { sequence: 'sequence-win-back' });
  assert.deepEqual(host.person(1004)?.sequences, ['sequence-win-back']);
});

test('an aborted request changes nobody and rejects', async () => {
  const host = openHost();
  const control = new AbortController();
  const answer = host.apply(request([1001], { signal: control.signal }), { tags: ['late'] });
  control.abort();
  await assert.rejects(answer, { name: 'AbortError' });
  assert.ok(!host.person(1001)?.tags.includes('late'));
});

test('when it is to fail, it names the failed and changes the others; the next one works again', async () => {
  const host = openHost();
  host.failsNext = true;
  const ids = [1001, 1002, 1003, 1004];
  const { failed } = await host.apply(request(ids), { tags: ['x'] });
  assert.deepEqual(failed, [1003]);
  assert.deepEqual(ids.filter((id) => host.person(id)?.tags.includes('x')), [1001, 1002, 1004]); // prettier-ignore
  assert.deepEqual((await host.apply(request([1003]), { tags: ['x'] })).failed, []);
  await host.apply(request(ids, { undo: true }), { tags: ['x'] });
  assert.ok(ids.every((id) => !host.person(id)?.tags.includes('x')));
});
