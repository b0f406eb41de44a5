/** Milliseconds a page is out of sight before its engine rests. */
const REST_AFTER = 300_000;

/** What is asked of a page: whether it is seen, and to tell when that changes. */
export type SeenPage = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Lets an engine go that nobody needs: nothing is asked, and the page has been out of sight for a while (another tab,
 * a phone in a pocket). Its memory is the largest that the package takes; the next question starts another. One that
 * holds nothing goes earlier, seen or not, but not at once: a view that replaces another would only start it again.
 */
export class EngineRest {
  readonly #rest: () => void;
  readonly #after: number;
  readonly #page: SeenPage | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param rest lets the engine go */
  constructor(rest: () => void, after = REST_AFTER, page: SeenPage | undefined = globalThis.document) {
    this.#rest = rest;
    this.#after = after;
    this.#page = page;
  }

  /** Nothing is asked any more. */
  allow(): void {
    this.forbid();
    this.#page?.addEventListener('visibilitychange', this.#follow);
    this.#follow();
  }

  /** Nothing is held any more either; in 0 milliseconds is at once. */
  allowIn(milliseconds: number): void {
    this.forbid();
    if (milliseconds === 0) this.#rest();
    else this.#timer = setTimeout(this.#rest, milliseconds);
  }

  /** Something is asked, or there is no engine. */
  forbid(): void {
    clearTimeout(this.#timer);
    this.#page?.removeEventListener('visibilitychange', this.#follow);
  }

  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    if (this.#page?.visibilityState !== 'hidden') return;
    this.#timer = setTimeout(() => {
      this.forbid();
      this.#rest();
    }, this.#after);
  };
}
