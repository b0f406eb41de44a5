import { DAY } from '../dataset/calendar.ts';

/** Weight of each area, in the order of the areas. */
export type AreaWeights = Float64Array;

/**
 * Points by area, each losing half of its worth in a half-life. An area gives weight × (1 − 2^(−points ÷ saturation));
 * the score is their sum. Between two events it can only fall. Source: lifecycle.md, section 2.
 */
export class DecayingScore {
  /** Points of each area as of `at`. */
  readonly points: Float64Array;
  at = -Infinity;
  readonly #decay: number;
  readonly #saturation: number;

  constructor(areas: number, { halfLifeDays, saturation }: { halfLifeDays: number; saturation: number }) {
    this.points = new Float64Array(areas);
    this.#decay = Math.LN2 / (halfLifeDays * DAY);
    this.#saturation = Math.LN2 / saturation;
  }

  reset(): void {
    this.points.fill(0);
    this.at = -Infinity;
  }

  moveTo(instant: number): void {
    const left = this.#leftAt(instant);
    if (left !== 1) for (let area = 0; area < this.points.length; area++) this.points[area]! *= left;
    this.at = instant;
  }

  add(area: number, points: number): void {
    this.points[area]! += points;
  }

  /** The score at an instant at or after `at`, without another event. */
  scoreAt(instant: number, weights: AreaWeights): number {
    const left = this.#leftAt(instant);
    let score = 0;
    for (let area = 0; area < weights.length; area++) score += this.#contribution(area, left, weights);
    return score;
  }

  /** An area's points and contribution at an instant. */
  partAt(instant: number, area: number, weights: AreaWeights): { points: number; contribution: number } {
    const left = this.#leftAt(instant);
    return { points: this.points[area]! * left, contribution: this.#contribution(area, left, weights) };
  }

  /** What the score cannot exceed: 1 − 2^(−x) is at most x × ln 2. Spares the exponentials of the many who did little. */
  bound(weights: AreaWeights): number {
    let bound = 0;
    for (let area = 0; area < weights.length; area++)
      bound += weights[area]! * this.points[area]! * this.#saturation;
    return bound;
  }

  #contribution(area: number, left: number, weights: AreaWeights): number {
    const points = this.points[area]! * left;
    return points === 0 ? 0 : weights[area]! * -Math.expm1(-points * this.#saturation);
  }

  #leftAt(instant: number): number {
    return this.at === -Infinity || instant === this.at ? 1 : Math.exp((this.at - instant) * this.#decay);
  }
}
