/** How the made-up server behaves, to show what the elements make of it. */
export const MOODS = ['well', 'slow', 'flaky', 'signed-out', 'small-pages', 'refusing', 'offline'] as const;
export type Mood = (typeof MOODS)[number];

/** What becomes of one request: it is answered after a while, or this status is (`offline`: nothing at all). */
export interface Fate {
  delay: number;
  status: 'ok' | 401 | 503 | 'offline';
}

/** Milliseconds a slow server thinks. */
const SLOW = 4000;
/** What becomes of three requests of a flaky server, in turn: the element asks again by itself. */
const FLAKY: readonly Fate['status'][] = [503, 'offline', 'ok'];
/** Rows of a page of a server that has its own mind about pages. */
const SMALL_PAGE = 20;

/** The mood of the made-up server, and what it has done in it. */
export class ServerMood {
  #mood: Mood;
  #isSignedIn = false;
  #count = 0;

  constructor(mood: Mood = 'well') {
    this.#mood = mood;
  }

  get mood(): Mood {
    return this.#mood;
  }
  /** Another mood begins from the start: whoever was signed in is not any more. */
  set mood(mood: Mood) {
    this.#mood = mood;
    this.#isSignedIn = false;
    this.#count = 0;
  }

  /** The visitor has signed in again. */
  signIn(): void {
    this.#isSignedIn = true;
  }

  /** What becomes of the next request. */
  next(): Fate {
    this.#count += 1;
    const quick = { delay: 0, status: 'ok' } as const;
    switch (this.#mood) {
      case 'slow':
        return { delay: SLOW, status: 'ok' };
      case 'flaky':
        return { delay: 0, status: FLAKY[(this.#count - 1) % FLAKY.length] ?? 'ok' };
      case 'signed-out':
        return this.#isSignedIn ? quick : { delay: 0, status: 401 };
      case 'offline':
        return { delay: 0, status: 'offline' };
      default:
        return quick;
    }
  }

  /** How many rows a page has, whatever was asked for; undefined where it is as asked. */
  get pageSize(): number | undefined {
    return this.#mood === 'small-pages' ? SMALL_PAGE : undefined;
  }
}
