import { expect } from '@open-wc/testing';
import { FakeServer, never, next, toJson, until } from '../hosts/fake-server.ts';
import { quietly, readShown } from './quiet-page.ts';
import { clearPage, put, SUBJECTS, type SummingElement } from './summing-elements.ts';

type Answer = Parameters<FakeServer['answer']>[0];

/** What every error event says. */
interface Told extends Event {
  code: string;
  status?: number;
  path?: string;
  detail: { message: string };
  retry(): void;
}

const button = (element: SummingElement, name: string) =>
  [...element.shadowRoot!.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);

for (const subject of SUBJECTS) {
  const { tag, make, errorEvent, loadEvent, countPath, always } = subject;

  describe(`${tag} and the server of its host`, () => {
    afterEach(clearPage);
    const ask = (server: FakeServer, settings: object = {}) =>
      put(subject, { src: '/api/sum', fetchOptions: { fetch: server.fetch, retryDelay: 1 }, ...settings });

    describe('what the server does wrong is an event and a message with a way to try again', () => {
      const status = (code: number) => () => new Response('', { status: code });
      const body = (text: string, type: string) => () =>
        new Response(text, { headers: { 'content-type': type } });
      const cases: [name: string, answer: Answer, error: object, settings?: object][] = [
        ['204', () => new Response(null, { status: 204 }), { code: 'not-json' }],
        ['401', status(401), { code: 'unauthorized', status: 401 }],
        ['403', status(403), { code: 'forbidden', status: 403 }],
        ['404', status(404), { code: 'http', status: 404 }],
        ['429', status(429), { code: 'http', status: 429 }],
        ['500', status(500), { code: 'http', status: 500 }],
        ['a web page', body('<p>Sign in', 'text/html'), { code: 'not-json' }],
        ['nothing', body('', 'application/json'), { code: 'not-json' }],
        ['half of it', body('{"phases":', 'application/json'), { code: 'not-json' }],
        ['another shape', () => toJson(make('x')), { code: 'invalid-result', path: countPath }],
        ['no connection', () => Promise.reject(new TypeError('Failed to fetch')), { code: 'network' }],
        ['never', never, { code: 'timeout' }, { timeOut: 0.05 }],
        ['too much', () => toJson({ large: 'x'.repeat(1000) }), { code: 'too-large' }, { maxBytes: 500 }],
      ];
      for (const [name, answer, expected, settings] of cases) {
        it(
          name,
          quietly(async () => {
            const server = new FakeServer(answer);
            const element = ask(server, settings);
            const told: string[] = [];
            element.addEventListener(errorEvent, (event) => told.push((event as Told).code));
            const { code, status, path, detail } = await next<Told>(element, errorEvent);
            expect({ code, status, path }).to.include(expected);
            expect(detail.message).to.not.equal('');
            await element.updateComplete;
            expect(readShown(element)).to.include('Try again');
            server.answer(() => toJson(make()));
            const loaded = next(element, loadEvent);
            button(element, 'Try again')!.click();
            await loaded;
            await element.updateComplete;
            expect(readShown(element)).to.include(always);
            expect(told, 'the host is told once').to.deep.equal([code]);
          }),
        );
      }
    });

    it(
      'keeps the last good figures until the host has signed in again',
      quietly(async () => {
        const server = new FakeServer(() => toJson({ ...make(), asOf: '2026-11-20T09:30:00+01:00' }));
        const element = ask(server);
        await next(element, loadEvent);
        server.answer(() => new Response('', { status: 401 }));
        const refused = next<Told>(element, errorEvent);
        element.refresh();
        const event = await refused;
        await element.updateComplete;
        expect(readShown(element)).to.include(always);
        const alert = element.shadowRoot!.querySelector<HTMLElement>('[role=alert]')!;
        expect(alert.innerText, 'of when they are').to.include('Nov');
        server.answer(() => toJson(make()));
        const loaded = next(element, loadEvent);
        event.retry();
        await loaded;
        await element.updateComplete;
        expect(element.shadowRoot!.querySelector('[role=alert]')).to.equal(null);
      }),
    );

    it(
      'given ten addresses in one task asks for the last',
      quietly(async () => {
        const server = new FakeServer(() => toJson(make()));
        const element = ask(server);
        for (let n = 1; n <= 10; n += 1) element.src = `/api/sum?n=${n}`;
        await next(element, loadEvent);
        expect(server.asked.map(({ url }) => url.searchParams.get('n'))).to.deep.equal(['10']);
      }),
    );

    it(
      'given ten addresses one after the other gives up the older, and shows the last',
      quietly(async () => {
        const server = new FakeServer(never);
        const element = ask(server);
        const told: string[] = [];
        for (const type of [loadEvent, errorEvent]) element.addEventListener(type, () => told.push(type));
        for (let n = 1; n <= 10; n += 1) {
          if (n === 10) server.answer(() => toJson(make()));
          element.setAttribute('src', `/api/sum?n=${n}`);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        await until(() => told.length > 0);
        await element.updateComplete;
        const open = server.asked.filter(({ init }) => !init.signal?.aborted);
        expect(open.map(({ url }) => url.searchParams.get('n'))).to.deep.equal(['10']);
        expect(told).to.deep.equal([loadEvent]);
        expect(readShown(element)).to.include(always);
      }),
    );
  });
}
