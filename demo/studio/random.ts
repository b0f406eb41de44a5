import { randomExponential, randomGamma, randomLcg } from 'd3';

/** Draws of one seeded stream: the same seed gives the same draws, on every machine. */
export class Draws {
  readonly #next: () => number;

  /** @param seed between 0 and 1 */
  constructor(seed: number) {
    this.#next = randomLcg(seed);
  }

  /** A number in `[low, high)`. */
  between(low: number, high: number): number {
    return low + (high - low) * this.#next();
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.#next() < probability;
  }

  /** One of the values, each as likely. */
  pick<T>(values: readonly T[]): T {
    return values[this.integer(0, values.length - 1)]!;
  }

  /** One of the keys, as likely as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let rest = this.between(
      0,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    );
    const found = entries.find(([, weight]) => (rest -= weight) < 0);
    return (found ?? entries[entries.length - 1]!)[0];
  }

  /** A waiting time with this mean: mostly short, sometimes long. */
  wait(mean: number): number {
    return randomExponential.source(this.#next)(1 / mean)();
  }

  /** A positive habit around `shape × scale`: visits a week, for example. */
  habit(shape: number, scale: number): number {
    return randomGamma.source(this.#next)(shape, scale)();
  }
}
