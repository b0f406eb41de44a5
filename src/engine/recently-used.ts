/** People of a dataset up to which nothing is kept more sparingly. */
const USUAL = 200_000;

/**
 * How many of something to keep that is as large as a dataset has people: `most`, of a very large one fewer, down to
 * `least`. Eight answers about a million people would take more memory than the people themselves.
 */
export function keepable(people: number, most: number, least: number): number {
  return Math.max(least, Math.min(most, Math.round((most * USUAL) / people)));
}

/** Keeps what was made last, by a key; what was used longest ago goes first. */
export class RecentlyUsed<T> {
  readonly #most: number;
  readonly #kept = new Map<string, T>();

  /** @param most how many are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** What is kept under a key, else what `make` gives. */
  get(key: string, make: () => T): T {
    const value = this.#kept.get(key) ?? make();
    // Deleted and set again, so that the map's order is that of use.
    this.#kept.delete(key);
    this.#kept.set(key, value);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!);
    return value;
  }
}
