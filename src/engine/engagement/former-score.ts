import { DAY } from '../dataset/calendar.ts';
import type { EngagementRules } from './engagement-options.ts';
import type { ScoreTrack } from './score-track.ts';

/** The score of `fallDays` ago, asked for at ever later instants, with the weights of a client. */
export class FormerScore {
  readonly #track: ScoreTrack;
  readonly #lag: number;
  /** Index of the track's last instant by then; −1: there was none. */
  #index = -1;

  constructor(track: ScoreTrack, rules: EngagementRules) {
    this.#track = track;
    this.#lag = rules.fallDays * DAY;
  }

  reset(): void {
    this.#index = -1;
  }

  /** The score of `fallDays` before an instant. */
  before(instant: number): number {
    const then = instant - this.#lag;
    this.#index = this.#findLast(then);
    return this.#index < 0 ? 0 : this.#track.clientScore(this.#index, this.#track.leftAt(this.#index, then));
  }

  /** What it is at most between two instants: between two events it only falls. */
  highest(first: number, last: number): number {
    this.#index = this.#findLast(first - this.#lag);
    const end = this.#findLast(last - this.#lag);
    let highest = 0;
    for (let i = Math.max(0, this.#index); i <= end; i++) highest = Math.max(highest, this.#track.peakOf(i));
    return highest;
  }

  #findLast(then: number): number {
    const { at, length } = this.#track;
    let index = this.#index;
    while (index + 1 < length && at[index + 1]! <= then) index++;
    return index;
  }
}
