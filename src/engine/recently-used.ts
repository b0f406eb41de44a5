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
