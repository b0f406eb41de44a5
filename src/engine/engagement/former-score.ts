import { DAY } from '../dataset/calendar.ts';
import type { Timeline } from '../people/timeline.ts';
import { DecayingScore, type AreaWeights } from './decaying-score.ts';
import type { EngagementRules } from './engagement-options.ts';
import type { Scoring } from './scoring.ts';

/** The score of `fallDays` ago, asked for at ever later instants, with the weights of today. */
export class FormerScore {
  readonly #scoring: Scoring;
  readonly #timeline: Timeline;
  readonly #lag: number;
  readonly #score: DecayingScore;
  readonly #kept: Float64Array;
  /** The next event to count. */
  #next = 0;

  constructor(scoring: Scoring, timeline: Timeline, rules: EngagementRules) {
    this.#scoring = scoring;
    this.#timeline = timeline;
    this.#lag = rules.fallDays * DAY;
    this.#score = new DecayingScore(scoring.areas.length, rules);
    this.#kept = new Float64Array(scoring.areas.length);
  }

  reset(): void {
    this.#score.reset();
    this.#next = 0;
  }

  /** The score of `fallDays` before an instant. */
  before(instant: number, weights: AreaWeights): number {
    const { at, length } = this.#timeline;
    const then = instant - this.#lag;
    for (; this.#next < length && at[this.#next]! <= then; this.#next++) {
      this.#score.moveTo(at[this.#next]!);
      this.#add(this.#next);
    }
    return this.#score.scoreAt(then, weights);
  }

  /** What it is at most between two instants: points that come in between are added, those of before do not decay. */
  highest(first: number, last: number, weights: AreaWeights): number {
    const highest = this.before(first, weights);
    const { at, length } = this.#timeline;
    const until = last - this.#lag;
    if (this.#next >= length || at[this.#next]! > until) return highest;
    this.#kept.set(this.#score.points);
    for (let i = this.#next; i < length && at[i]! <= until; i++) this.#add(i);
    const bound = this.#score.scoreAt(this.#score.at, weights);
    this.#score.points.set(this.#kept);
    return bound;
  }

  #add(index: number): void {
    const source = this.#timeline.source[index]!;
    for (const { area, points } of this.#scoring.points[source]!) this.#score.add(area, points);
  }
}
