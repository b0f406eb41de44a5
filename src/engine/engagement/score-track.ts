import { DAY } from '../dataset/calendar.ts';
import { halve } from './halve.ts';
import type { AreaWeights, Scoring } from './scoring.ts';

/**
 * One person's points by area as of each instant at which something gave any: points lose half of their worth in a
 * half-life. An area gives weight × (1 − 2^(−points ÷ saturation)); the score is their sum. Between two instants it can
 * only fall. All instants are kept, because today's score is compared with an earlier one. Source: lifecycle.md,
 * section 2.
 */
export class ScoreTrack {
  /** How many instants there are so far. */
  length = 0;
  /** Epoch ms of each, ascending. */
  at = new Float64Array(256);
  readonly #areas: number;
  readonly #ofClients: AreaWeights;
  readonly #halfLife: number;
  readonly #saturation: number;
  /** Points of every area at each. */
  #points: Float64Array<ArrayBuffer>;
  /** The score of a client at each; NaN: not asked for yet. */
  #peaks = new Float64Array(256);

  constructor({ areas, after }: Scoring, rules: { halfLifeDays: number; saturation: number }) {
    this.#areas = areas.length;
    this.#ofClients = after;
    this.#halfLife = rules.halfLifeDays * DAY;
    this.#saturation = rules.saturation;
    this.#points = new Float64Array(areas.length * this.at.length);
  }

  clear(): void {
    this.length = 0;
  }

  /** What is left at an instant of points that there were at one of the track's. */
  leftAt(index: number, instant: number): number {
    return halve((instant - this.at[index]!) / this.#halfLife);
  }

  /** Adds an instant. @param left what is left of the points of the one before */
  push(instant: number, left: number): void {
    if (this.length === this.at.length) this.#grow();
    const points = this.#points;
    const to = this.length * this.#areas;
    const from = to - this.#areas;
    for (let area = 0; area < this.#areas; area++)
      points[to + area] = from < 0 ? 0 : points[from + area]! * left;
    this.#peaks[this.length] = NaN;
    this.at[this.length++] = instant;
  }

  /** Adds points at the last instant. @param gains points by area, from `from` on */
  add(gains: Float64Array, from: number): void {
    const to = (this.length - 1) * this.#areas;
    for (let area = 0; area < this.#areas; area++) this.#points[to + area]! += gains[from + area]!;
  }

  /** The score of a client at one of the instants; kept, as it is what a later one is compared with. */
  peakOf(index: number): number {
    const known = this.#peaks[index]!;
    return Number.isNaN(known) ? (this.#peaks[index] = this.clientScore(index, 1)) : known;
  }

  /** The score of a client of whose points at one of the instants so much is left. */
  clientScore(index: number, left: number): number {
    return this.#score(index, left, this.#ofClients);
  }

  /** The score at an instant at or after the last of the track's; 0 where there is none. */
  scoreAt(instant: number, weights: AreaWeights): number {
    const last = this.length - 1;
    return last < 0 ? 0 : this.#score(last, this.leftAt(last, instant), weights);
  }

  /** An area's points and contribution at an instant. */
  partAt(instant: number, area: number, weights: AreaWeights): { points: number; contribution: number } {
    const last = this.length - 1;
    if (last < 0) return { points: 0, contribution: 0 };
    const points = this.#points[last * this.#areas + area]! * this.leftAt(last, instant);
    return { points, contribution: weights[area]! * (1 - halve(points / this.#saturation)) };
  }

  /** What the last instant's score cannot exceed: 1 − 2^(−x) is at most x × ln 2. */
  bound(weights: AreaWeights): number {
    const from = (this.length - 1) * this.#areas;
    let bound = 0;
    for (let area = 0; area < weights.length; area++) bound += weights[area]! * this.#points[from + area]!;
    return (bound * Math.LN2) / this.#saturation;
  }

  #score(index: number, left: number, weights: AreaWeights): number {
    const from = index * this.#areas;
    let score = 0;
    for (let area = 0; area < weights.length; area++) {
      const points = this.#points[from + area]!;
      if (points > 0) score += weights[area]! * (1 - halve((points * left) / this.#saturation));
    }
    return score;
  }

  #grow(): void {
    const length = this.length * 2;
    this.at = grow(this.at, length);
    this.#peaks = grow(this.#peaks, length);
    this.#points = grow(this.#points, length * this.#areas);
  }
}

function grow(old: Float64Array<ArrayBuffer>, length: number) {
  const grown = new Float64Array(length);
  grown.set(old);
  return grown;
}
