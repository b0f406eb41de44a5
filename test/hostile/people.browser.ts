import { expect } from '@open-wc/testing';
import '../../src/define/funnel-chart.ts';
import '../../src/define/funnel-step-drilldown.ts';
import type { FunnelStepDrilldown } from '../../src/elements/funnel-step-drilldown/funnel-step-drilldown.ts';
import { FakeServer, makeResult, never, next, toJson, until } from '../hosts/fake-server.ts';
import { quietly } from './quiet-page.ts';

const LONG = 'Ж'.repeat(10_000);
type Answer = Parameters<FakeServer['answer']>[0];

/** A chart whose list of people is answered by the test, and the list, opened at its first bar. */
async function open(answer: Answer, fetchOptions: object = {}) {
  const server = new FakeServer(answer);
  const chart = document.createElement('funnel-chart');
  chart.id = 'hostile-chart';
  chart.fetchOptions = { fetch: server.fetch, retryDelay: 1, ...fetchOptions };
  chart.result = { ...makeResult(10), links: { people: '/people{?step,outcome,q,sort,where,cursor,limit}' } };
  const list = document.createElement('funnel-step-drilldown');
  list.setAttribute('for', chart.id);
  const told: { code: string; path: string }[] = [];
  list.addEventListener('people-error', ({ code, path }) => told.push({ code, path }));
  document.body.append(chart, list);
  const cell = await until(() => chart.shadowRoot!.querySelector<HTMLElement>('[data-opens]'));
  cell.click();
  return { chart, list, server, told };
}

function textOf(list: FunnelStepDrilldown): string {
  return list.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '';
}

describe('people of any kind, by the address of a result', () => {
  afterEach(() =>
    document.querySelectorAll('funnel-chart, funnel-step-drilldown').forEach((element) => element.remove()),
  );

  describe('what the server does wrong is an event and a message with a way to try again', () => {
    const status = (code: number) => () => new Response('', { status: code });
    const cases: [name: string, answer: Answer, error: { code: string; path: string }, options?: object][] = [
      ['204', () => new Response(null, { status: 204 }), { code: 'not-json', path: '' }],
      ['401', status(401), { code: 'unauthorized', path: '' }],
      ['404', status(404), { code: 'http', path: '' }],
      ['500', status(500), { code: 'http', path: '' }],
      [
        'a web page',
        () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
        { code: 'not-json', path: '' },
      ],
      ['never', never, { code: 'timeout', path: '' }, { timeout: 50 }],
      ['no people', () => toJson({ total: 3 }), { code: 'invalid-result', path: 'people' }],
      ['no total', () => toJson({ people: [] }), { code: 'invalid-result', path: 'total' }],
      [
        'a total that is none',
        () => toJson({ people: [], total: -1 }),
        { code: 'invalid-result', path: 'total' },
      ],
      [
        'a person without an id',
        () => toJson({ people: [{ name: 'x' }], total: 1 }),
        { code: 'invalid-result', path: 'people[0].id' },
      ],
      [
        'tags that are none',
        () => toJson({ people: [{ id: 1, tags: 'VIP' }], total: 1 }),
        { code: 'invalid-result', path: 'people[0].tags' },
      ],
      [
        'a cursor that leads back',
        () => toJson({ people: [{ id: 1 }], total: 99, cursor: 'x' }),
        { code: 'invalid-result', path: 'cursor' },
      ],
    ];
    for (const [name, answer, error, options] of cases) {
      it(
        name,
        quietly(async () => {
          const { list, server, told } = await open(answer, options);
          await until(() => told.length > 0);
          await list.updateComplete;
          expect(told).to.deep.equal([error]);
          const retry = await until(() =>
            [...list.shadowRoot!.querySelectorAll('button')].find(
              (one) => one.textContent?.trim() === 'Try again',
            ),
          );
          server.answer(() => toJson({ people: [{ id: 1, name: 'Client 001' }], total: 1 }));
          const loaded = next(list, 'people-load');
          retry.click();
          await loaded;
          await until(() => textOf(list).includes('Client 001'));
        }),
      );
    }
  });

  describe('what is odd but right is listed', () => {
    const cases: [name: string, people: object[], shown: string][] = [
      ['markup for a name', [{ id: 1, name: '<x-evil>Ada</x-evil>' }], '<x-evil>Ada</x-evil>'],
      ['bidirectional marks for a name', [{ id: 1, name: '\u202Etxet' }], 'txet'],
      ['emoji for a name', [{ id: 1, name: '👩‍👩‍👧‍👦' }], '👩‍👩‍👧‍👦'],
      ['10,000 characters for a name', [{ id: 1, name: LONG }], 'ЖЖЖ'],
      ['no name', [{ id: 'client-7' }], 'client-7'],
      [
        'nothing but nulls',
        [{ id: 7, name: null, email: null, tags: null, enteredAt: null, next: null, consent: null }],
        '7',
      ],
      [
        'the same id twice',
        [
          { id: 1, name: 'Ada' },
          { id: 1, name: 'Ben' },
        ],
        'Ben',
      ],
      [
        'ids called as every object’s keys',
        [
          { id: '__proto__', name: 'Ada' },
          { id: 'constructor', name: 'Ben' },
        ],
        'Ben',
      ],
      ['an enormous id', [{ id: 2 ** 60, name: 'Ada' }], 'Ada'],
      [
        'a thousand tags',
        [{ id: 1, name: 'Ada', tags: Array.from({ length: 1000 }, (_, i) => `tag ${i}`) }],
        'Ada',
      ],
      ['a day that does not exist', [{ id: 1, name: 'Ada', enteredAt: '2026-02-30' }], 'Ada'],
      ['a moment beyond all calendars', [{ id: 1, name: 'Ada', enteredAt: 1e300 }], 'Ada'],
      ['a moment to come', [{ id: 1, name: 'Ada', enteredAt: '9999-01-01' }], 'Ada'],
      ['a next step nobody knows', [{ id: 1, name: 'Ada', next: { step: '__proto__' } }], 'Ada'],
    ];
    for (const [name, people, shown] of cases) {
      it(
        name,
        quietly(async () => {
          const { list, told } = await open(() => toJson({ people, total: people.length }));
          await until(() => textOf(list).includes(shown));
          expect(told).to.deep.equal([]);
          expect(list.shadowRoot!.querySelectorAll('x-evil').length).to.equal(0);
          expect(list.getBoundingClientRect().width).to.be.at.most(document.documentElement.clientWidth);
        }),
      );
    }
  });

  it(
    'says that nobody is there, and is not asked again',
    quietly(async () => {
      const { list, server, told } = await open(() => toJson({ people: [], total: 0 }));
      await until(() => /nobody|no one/i.test(textOf(list)));
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect([server.asked.length, told.length]).to.deep.equal([1, 0]);
    }),
  );

  it(
    'a total the server does not keep is not asked for without end',
    quietly(async () => {
      const { list, server } = await open(() => toJson({ people: [{ id: 1, name: 'Ada' }], total: 1e9 }));
      await until(() => textOf(list).includes('Ada'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(server.asked.length).to.be.lessThan(10);
    }),
  );
});
