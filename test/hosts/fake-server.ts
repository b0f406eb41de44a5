import type { FunnelResult } from '../../src/engine/schema/index.ts';

/** A result of two steps; the count of the first tells one from another. */
export function makeResult(count: number): FunnelResult {
  return {
    funnel: { id: 'leads', name: 'Leads' },
    asOf: '2026-11-20T09:30:00+01:00',
    range: { from: '2026-10-01', to: '2026-10-31', timeZone: 'Europe/Paris' },
    steps: [
      { id: 'lead', name: 'Leads', count },
      { id: 'visit', name: 'Visits', count: 3 },
    ],
  };
}

/** An answer of JSON. */
export function toJson(value: unknown, init: ResponseInit = {}): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': 'application/json' },
    ...init,
  });
}

/** One request as it came. */
export interface Asked {
  url: URL;
  init: RequestInit;
  headers: Headers;
}

type Answer = (asked: Asked) => Response | Promise<Response>;

/** A host's server in the place of `fetch`: answers as it is told, and remembers what it was asked. */
export class FakeServer {
  readonly asked: Asked[] = [];
  #answer: Answer;

  constructor(answer: Answer = () => toJson(makeResult(10))) {
    this.#answer = answer;
  }

  /** From now on. */
  answer(answer: Answer): void {
    this.#answer = answer;
  }

  get last(): Asked {
    const last = this.asked.at(-1);
    if (last === undefined) throw new Error('nothing was asked');
    return last;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const asked = { url: new URL(String(input), location.href), init, headers: new Headers(init.headers) };
    this.asked.push(asked);
    init.signal?.throwIfAborted();
    return this.#answer(asked);
  };
}

/** An answer that never comes; it ends when it is given up. */
export const never: Answer = ({ init }) =>
  new Promise((_, reject) =>
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
  );

/** The next event of a type; begins to listen at once. */
export function next<E extends Event>(target: EventTarget, type: string): Promise<E> {
  return new Promise((resolve) =>
    target.addEventListener(type, (event) => resolve(event as E), { once: true }),
  );
}

/** Waits for what comes some time later; the test's own limit ends a wait in vain. */
export async function until<T>(look: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
