/** Milliseconds between two signs of life that are asked for. */
const INTERVAL = 10_000;
/** How many of them may stay away: a long computation gives none until it is done. */
const MOST_MISSED = 6;

/**
 * Watches an engine while a question is open: one that a browser has killed without a word, or that hangs, gives no
 * sign of life any more. What counts is the times asked, not the clock, which runs on while a computer sleeps.
 */
export class EngineWatch {
  readonly #interval: number;
  readonly #ping: () => void;
  readonly #onSilence: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #missed = 0;

  /** `ping` asks for a sign of life; `onSilence` is called once when none has come for a minute. */
  constructor(ping: () => void, onSilence: () => void, interval = INTERVAL) {
    this.#ping = ping;
    this.#onSilence = onSilence;
    this.#interval = interval;
  }

  /** Watches as long as there is anything open. */
  update(isOpen: boolean): void {
    if (!isOpen) return this.stop();
    if (this.#timer === undefined) this.#wait();
  }

  /** Something was heard. */
  hear(): void {
    this.#missed = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#missed = 0;
  }

  #wait(): void {
    this.#timer = setTimeout(() => this.#check(), this.#interval);
  }

  #check(): void {
    if (this.#missed >= MOST_MISSED) {
      this.stop();
      return this.#onSilence();
    }
    this.#missed += 1;
    this.#ping();
    this.#wait();
  }
}
