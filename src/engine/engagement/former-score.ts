import { DAY } from '../dataset/calendar.ts';
import type { Timeline } from '../people/timeline.ts';
import { DecayingScore } from './decaying-score.ts';
import type { EngagementRules } from './engagement-options.ts';
import type { Scoring } from './scoring.ts';

/** The score of `fallDays` ago, asked for at ever later instants, with the weights of a client. */
export class FormerScore {
  readonly #scoring: Scoring;
  readonly #timeline: Timeline;
  readonly #lag: number;
  readonly #score: DecayingScore;
  /** What a client's score was at most after each event; Infinity: nothing is known. */
  #mosts = new Float64Array(256);
  /** How many events the score counts, and how many `#most` does, which is what it is at most. */
  #counted = 0;
  #bounded = 0;
  #most = 0;

  constructor(scoring: Scoring, timeline: Timeline, rules: EngagementRules) {
    this.#scoring = scoring;
    this.#timeline = timeline;
    this.#lag = rules.fallDays * DAY;
    this.#score = new DecayingScore(scoring, rules);
  }

  /** Begins with the person whose events the timeline has. */
  reset(): void {
    this.#score.reset(this.#scoring.after, this.#timeline.begin);
    this.#counted = this.#bounded = this.#most = 0;
    if (this.#mosts.length < this.#timeline.length) this.#mosts = new Float64Array(this.#timeline.at.length);
  }

  /** Notes what the score of today is at most after an event, for the days that will compare with it. */
  note(index: number, most: number): void {
    this.#mosts[index] = most;
  }

  /** The score of `fallDays` before an instant. */
  before(instant: number): number {
    const then = instant - this.#lag;
    const { at, length, source } = this.#timeline;
    let i = this.#counted;
    for (; i < length && at[i]! <= then; i++) {
      const left = this.#score.renew(at[i]!, this.#score.leftAt(at[i]!));
      this.#score.add(source[i]!, left);
    }
    this.#counted = this.#bounded = i;
    this.#most = this.#score.scoreAt(then);
    return this.#most;
  }

  /** What it is at most from one instant to another: between two events it only falls. */
  highest(first: number, last: number): number {
    const { at, length } = this.#timeline;
    const { caps } = this.#scoring.after;
    let most = this.#most;
    let highest = most;
    for (let i = this.#bounded; i < length && at[i]! <= last - this.#lag; i++) {
      most = Math.min(most + caps[this.#timeline.source[i]!]!, this.#mosts[i]!);
      highest = at[i]! <= first - this.#lag ? most : Math.max(highest, most);
      if (at[i]! > first - this.#lag) continue;
      this.#most = most;
      this.#bounded = i + 1;
    }
    return highest;
  }
}
