/** Milliseconds between two signs of life that are asked for. */
const INTERVAL = 5_000;
/** Milliseconds of silence in the midst of a computation, which gives no sign until it is done. */
export const PATIENCE = 60_000;

/** What an {@link EngineWatch} asks, and whom it tells. */
export interface Watched {
  /** Asks for a sign of life. */
  ping(): void;
  /** Whether it has ended without a word, where the browser can tell; false where it lives or nobody knows. */
  isGone(): Promise<boolean>;
  /** Called once: it has ended, or was silent for too long. */
  onSilence(): void;
}

/**
 * Watches an engine while a question is open. One that the browser has ended without a word is noticed at the first
 * sign of life that stays away; one that hangs looks like one that computes, and is given the patience of the
 * question. What counts is the times asked, not the clock, which runs on while a computer sleeps.
 */
export class EngineWatch {
  readonly #watched: Watched;
  readonly #interval: number;
  #patience = PATIENCE;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #missed = 0;

  constructor(watched: Watched, interval = INTERVAL) {
    this.#watched = watched;
    this.#interval = interval;
  }

  /** Watches as long as anything is open: `patience` in ms, undefined where nothing is. */
  update(patience: number | undefined): void {
    if (patience === undefined) return this.stop();
    this.#patience = patience;
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
    if (this.#missed * this.#interval >= this.#patience) return this.#giveUp();
    if (this.#missed > 0) void this.#askWhetherGone();
    this.#missed += 1;
    this.#watched.ping();
    this.#wait();
  }

  async #askWhetherGone(): Promise<void> {
    const isGone = await this.#watched.isGone();
    // Heard of since, or stopped: then it was another's end, or none.
    if (isGone && this.#missed > 0 && this.#timer !== undefined) this.#giveUp();
  }

  #giveUp(): void {
    this.stop();
    this.#watched.onSilence();
  }
}
