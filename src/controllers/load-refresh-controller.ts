import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The longest pause a browser's timer keeps; a longer one would be over at once. */
const LONGEST_PAUSE = 2 ** 31 - 1;

/**
 * Asks anew at an interval, as long as the element is on the page and the page is seen. What fell due while the tab
 * was hidden is done when it is seen again.
 */
export class LoadRefreshController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #readInterval: () => number | undefined;
  readonly #refresh: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #interval = 0;
  /** When the next time is, by the page's own clock. */
  #due = Infinity;
  #isConnected = false;

  /** `readInterval` gives seconds; nothing, zero and less mean never. */
  constructor(host: ReactiveControllerHost, readInterval: () => number | undefined, refresh: () => void) {
    this.#host = host;
    this.#readInterval = readInterval;
    this.#refresh = refresh;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    document.addEventListener('visibilitychange', this.#handleVisibility);
    this.#begin();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    document.removeEventListener('visibilitychange', this.#handleVisibility);
    this.#stop();
  }

  hostUpdated(): void {
    if (toMilliseconds(this.#readInterval()) !== this.#interval) this.#begin();
  }

  #begin(): void {
    this.#interval = toMilliseconds(this.#readInterval());
    this.#due = this.#interval > 0 ? performance.now() + this.#interval : Infinity;
    this.#wait();
  }

  #wait(): void {
    this.#stop();
    if (!this.#isConnected || this.#due === Infinity || document.hidden) return;
    const pause = Math.min(Math.max(0, this.#due - performance.now()), LONGEST_PAUSE);
    this.#timer = setTimeout(() => this.#handleTime(), pause);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #handleTime(): void {
    if (performance.now() < this.#due) return this.#wait();
    this.#refresh();
    this.#begin();
    this.#host.requestUpdate();
  }

  readonly #handleVisibility = (): void => this.#wait();
}

function toMilliseconds(seconds: number | undefined): number {
  return seconds !== undefined && seconds > 0 ? seconds * 1000 : 0;
}
