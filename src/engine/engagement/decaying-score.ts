import { DAY } from '../dataset/calendar.ts';
import { halve } from './halve.ts';
import type { HalfWeights, Scoring } from './scoring.ts';

/** With so little left of the points of the origin there is a new one, long before numbers end. */
const NEXT_ORIGIN = 2 ** -500;

/**
 * One person's score as time goes by: points by area, each losing half of its worth in a half-life. An area gives
 * weight × (1 − 2^(−points ÷ saturation)); the score is their sum. Between two events it can only fall. Source:
 * lifecycle.md, section 2.
 *
 * Points are kept as what they would have been at an origin, so that an event touches its own areas alone; `left` is
 * everywhere what is left at an instant of points of the origin. What the score is at least and at most is known at
 * once; the score itself takes a power an area.
 */
export class DecayingScore {
  /** What the score is at most until the next event. */
  most = 0;
  readonly #scoring: Scoring;
  readonly #halfLife: number;
  readonly #saturation: number;
  readonly #points: Float64Array;
  #weights: HalfWeights;
  #origin = 0;
  /** The last score that was computed, as of the origin. */
  #computed = 0;

  constructor(scoring: Scoring, rules: { halfLifeDays: number; saturation: number }) {
    this.#scoring = scoring;
    this.#halfLife = rules.halfLifeDays * DAY;
    this.#saturation = rules.saturation;
    this.#points = new Float64Array(scoring.areas.length);
    this.#weights = scoring.before;
  }

  /** Begins with no points. @param origin the first instant at which there will be any */
  reset(weights: HalfWeights, origin: number): void {
    this.#points.fill(0);
    this.#origin = origin;
    this.#weights = weights;
    this.#computed = this.most = 0;
  }

  /** The points stay, and count with other weights. */
  reweigh(weights: HalfWeights): void {
    this.#weights = weights;
    this.#computed = 0;
    this.most = Infinity;
  }

  leftAt(instant: number): number {
    return halve((instant - this.#origin) / this.#halfLife);
  }

  /** Makes an instant the origin where hardly anything is left. @returns what is left now */
  renew(instant: number, left: number): number {
    if (left >= NEXT_ORIGIN) return left;
    for (let area = 0; area < this.#points.length; area++) this.#points[area]! *= left;
    this.#computed *= left;
    this.#origin = instant;
    return 1;
  }

  /** Adds what an event of a source gives. */
  add(source: number, left: number): void {
    const gain = this.#scoring.gains[source]!;
    for (let i = 0; i < gain.length; i++) this.#points[gain[i]!.area]! += gain[i]!.points / left;
    this.most += this.#weights.caps[source]!;
  }

  /** What the score is at least: it falls by no greater a share than the points. */
  leastOf(left: number): number {
    return this.#computed * left;
  }

  /** The score, which bounds those until the next event. */
  settle(left: number): number {
    this.most = this.#scoreOf(left);
    this.#computed = this.most / left;
    return this.most;
  }

  #scoreOf(left: number): number {
    const { areas } = this.#weights;
    let score = 0;
    for (let area = 0; area < areas.length; area++) score += this.#contribution(area, left);
    return score;
  }

  /** The score at an instant since the last event. */
  scoreAt(instant: number): number {
    return this.#scoreOf(this.leftAt(instant));
  }

  /** An area's points and contribution at an instant. */
  partAt(instant: number, area: number): { points: number; contribution: number } {
    const left = this.leftAt(instant);
    return { points: this.#points[area]! * left, contribution: this.#contribution(area, left) };
  }

  #contribution(area: number, left: number): number {
    const points = this.#points[area]!;
    return points === 0 ? 0 : this.#weights.areas[area]! * (1 - halve((points * left) / this.#saturation));
  }
}
