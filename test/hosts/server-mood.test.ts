import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MOODS, ServerMood } from '../../demo/host/server-mood.ts';
import { serverStringsOf } from '../../demo/host/server-strings.ts';
import { StudioHost } from '../../demo/host/studio-host.ts';
import { generateStudio } from '../../demo/studio/generate-studio.ts';
import type { ClientsRequestEvent } from '../../src/events/index.ts';

const statusesOf = (server: ServerMood, count: number) =>
  Array.from({ length: count }, () => server.next().status);

describe('the moods of the demo’s server', () => {
  it('answer, or not, as their names say', () => {
    const first = MOODS.map((mood) => [mood, new ServerMood(mood).next().status]);
    assert.deepEqual(Object.fromEntries(first), {
      well: 'ok',
      slow: 'ok',
      flaky: 503,
      'signed-out': 401,
      'small-pages': 'ok',
      refusing: 'ok',
      offline: 'offline',
    });
    assert.ok(new ServerMood('slow').next().delay > 1000);
  });

  it('flaky fails no more often in a row than the elements ask again', () => {
    assert.deepEqual(statusesOf(new ServerMood('flaky'), 6), [503, 'offline', 'ok', 503, 'offline', 'ok']);
  });

  it('signed out lasts until somebody signs in, and begins anew', () => {
    const server = new ServerMood('signed-out');
    assert.deepEqual(statusesOf(server, 2), [401, 401]);
    server.signIn();
    assert.deepEqual(statusesOf(server, 2), ['ok', 'ok']);
    server.mood = 'signed-out';
    assert.deepEqual(statusesOf(server, 1), [401]);
  });

  it('have their words in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const { moods, hints } = serverStringsOf(language);
      for (const mood of MOODS)
        assert.ok(moods[mood] && (mood === 'well' || hints[mood]), `${language} ${mood}`);
    }
  });
});

describe('a back office that refuses', () => {
  const request = (ids: number[], more: object = {}) =>
    ({
      requestId: 'r1',
      ids,
      undo: false,
      signal: new AbortController().signal,
      ...more,
    }) as unknown as ClientsRequestEvent;

  it('refuses the first request whole, the next in part, and takes back what was done', async () => {
    const host = new StudioHost(generateStudio({ people: 30 }));
    const tagged = () => [1001, 1002, 1003].filter((id) => host.person(id)?.tags.includes('called'));
    host.refusal = 'no';
    await assert.rejects(host.apply(request([1001, 1002, 1003]), { tags: ['called'] }), { message: 'no' });
    assert.deepEqual(tagged(), []);
    assert.deepEqual((await host.apply(request([1001, 1002, 1003]), { tags: ['called'] })).failed, [1003]);
    assert.deepEqual(tagged(), [1001, 1002]);
    await host.apply(request([1001, 1002, 1003], { undo: true }), { tags: ['called'] });
    assert.deepEqual(tagged(), []);
    host.refusal = undefined;
    assert.deepEqual((await host.apply(request([1001]), { tags: ['called'] })).failed, []);
  });
});
