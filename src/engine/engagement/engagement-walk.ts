import { testFlagged } from '../people/flagged-customers.ts';
import { toIso } from '../people/to-iso.ts';
import type { PlaceSink } from '../people/place-table.ts';
import { Timeline } from '../people/timeline.ts';
import type { PlaceWalk } from '../people/trace-person.ts';
import type { WheelContext } from '../people/wheel-context.ts';
import type { PlaceReason, ScorePart } from '../schema/wheel.ts';
import { DayEnds } from './day-ends.ts';
import type { EngagementRules } from './engagement-options.ts';
import { Engagement } from './engagement-places.ts';
import { FormerScore } from './former-score.ts';
import { ScoreTrack } from './score-track.ts';
import { compileScoring, Index, type AreaWeights, type Scoring } from './scoring.ts';

/**
 * Room for rounding between a score and what bounds it, which is not computed the same way: where they are nearer to
 * each other than this, the score itself is compared.
 */
const ROOM = 1e-6;

/**
 * Walks through one person's events and days, and tells each change of quarter. The quarter is judged at checkpoints:
 * every event of the index, and the last millisecond of every day. It depends on what it was before (hysteresis), so a
 * walk begins with the first event; days on which nothing can change are not looked at one by one, because between two
 * events a score only falls. Source: lifecycle.md, section 2.
 */
export class EngagementWalk implements PlaceWalk {
  /** First contract; NaN: none so far, −Infinity: always. */
  contract = NaN;
  /** Since when the score has been that of a marketing qualified lead at every checkpoint; NaN: it is not. */
  qualifiedSince = NaN;
  readonly #context: WheelContext;
  readonly #rules: EngagementRules;
  readonly #scoring: Scoring;
  readonly #timeline: Timeline;
  readonly #days: DayEnds;
  readonly #track: ScoreTrack;
  readonly #former: FormerScore;
  readonly #isFlagged: (person: number) => boolean;
  /** From this score on a client is in retention, whatever there was before. */
  readonly #safeFrom: number;
  /** Nobody comes back from exit below this one. */
  readonly #returnsFrom: number;
  /** What the score of a client is at least, and at most, at the track's last instant. */
  #least = 0;
  #most = 0;
  #place: number = Engagement.NotEngaged;
  #graceEnd = -Infinity;
  #sink: PlaceSink | undefined;

  constructor(context: WheelContext, rules: EngagementRules) {
    this.#context = context;
    this.#rules = rules;
    this.#scoring = compileScoring(context, rules);
    this.#timeline = new Timeline(context.store, this.#scoring.sources);
    const { calendar, summary } = context.store;
    const { now } = context.instants;
    this.#days = new DayEnds(calendar, Math.min(now, Date.parse(summary.from ?? '') || now), now);
    this.#track = new ScoreTrack(this.#scoring, rules);
    this.#former = new FormerScore(this.#track, rules);
    this.#isFlagged = testFlagged(context.store);
    this.#safeFrom = Math.max(rules.exitBelow, rules.fallBelow) + ROOM;
    this.#returnsFrom = rules.exitBelow + rules.hysteresis - ROOM;
  }

  /** Whether somebody has no contract, known to the index or not. */
  get isLead(): boolean {
    return Number.isNaN(this.contract);
  }

  walk(person: number, until: number, sink: PlaceSink): void {
    this.#begin(person, sink);
    this.#timeline.load(person, until);
    const { at, length } = this.#timeline;
    let left = 1;
    for (let i = 0; i < length;) {
      const instant = at[i]!;
      this.#track.push(instant, left);
      this.#least *= left;
      for (; i < length && at[i] === instant; i++) this.#apply(i, instant);
      this.#judge(instant);
      const next = i < length ? at[i]! : until + 1;
      left = this.#track.leftAt(this.#track.length - 1, next);
      this.#passDays(instant, next, left);
    }
  }

  /** The score as of an instant at or after the last event; null for who is not in the index. */
  scoreAt(instant: number): number | null {
    return this.#place === Engagement.NotEngaged ? null : this.#track.scoreAt(instant, this.#weights);
  }

  partsAt(instant: number): ScorePart[] {
    const weights = this.#weights;
    return this.#scoring.areas.flatMap((area, index) => {
      const weight = weights[index]!;
      return weight > 0 ? [{ area, weight, ...this.#track.partAt(instant, index, weights) }] : [];
    });
  }

  reasonsAt(instant: number): PlaceReason[] {
    const { purchaseFrom, exitBelow } = this.#rules;
    const score = this.scoreAt(instant);
    if (score === null) return [{ code: 'no-activity' }];
    if (this.#place === Engagement.Nurture) return [{ code: 'below-purchase', score, from: purchaseFrom }];
    if (this.#place === Engagement.Purchase)
      return [{ code: score >= purchaseFrom ? 'ready' : 'held', score, from: purchaseFrom }];
    if (this.#place === Engagement.Exit) return [this.#exitReason(score, instant)];
    if (instant < this.#graceEnd)
      return [{ code: 'new-contract', at: toIso(this.contract), until: toIso(this.#graceEnd) }];
    return [{ code: 'engaged', score, from: exitBelow }];
  }

  get #weights(): AreaWeights {
    return Number.isNaN(this.contract) ? this.#scoring.before : this.#scoring.after;
  }

  #exitReason(score: number, instant: number): PlaceReason {
    const { exitBelow, fallBelow, fallShare } = this.#rules;
    if (score < exitBelow) return { code: 'low-score', score, below: exitBelow };
    const before = this.#former.before(instant);
    if (score < fallBelow && this.#isFall(score, before))
      return { code: 'falling', score, before, share: fallShare };
    return { code: 'held', score, from: exitBelow };
  }

  #begin(person: number, sink: PlaceSink): void {
    this.#sink = sink;
    this.#track.clear();
    this.#least = 0;
    this.#former.reset();
    this.qualifiedSince = NaN;
    const isFlagged = this.#scoring.firstContracts[person] === Infinity && this.#isFlagged(person);
    this.contract = isFlagged ? -Infinity : NaN;
    this.#graceEnd = -Infinity;
    this.#place = isFlagged ? Engagement.Exit : Engagement.NotEngaged;
    sink.change(this.#place, -Infinity);
  }

  #apply(index: number, instant: number): void {
    const source = this.#timeline.source[index]!;
    this.#track.add(this.#scoring.gains, source * this.#scoring.areas.length);
    const isContract = this.#timeline.role(index) === Index.Contract;
    if (!isContract || !Number.isNaN(this.contract)) return;
    this.contract = instant;
    this.#graceEnd = this.#context.store.calendar.addDays(instant, this.#rules.graceDays);
    this.qualifiedSince = NaN;
  }

  #judge(instant: number): void {
    if (Number.isNaN(this.contract)) this.#judgeLead(instant);
    else this.#judgeClient(instant);
  }

  #judgeLead(instant: number): void {
    const { purchaseFrom, hysteresis, mqlFrom } = this.#rules;
    const isQuiet = this.#place !== Engagement.Purchase && Number.isNaN(this.qualifiedSince);
    if (isQuiet && this.#track.bound(this.#scoring.before) < Math.min(purchaseFrom, mqlFrom) - ROOM)
      return this.#move(Engagement.Nurture, instant);
    const score = this.#track.scoreAt(instant, this.#scoring.before);
    if (score < mqlFrom) this.qualifiedSince = NaN;
    else if (Number.isNaN(this.qualifiedSince)) this.qualifiedSince = instant;
    const least = this.#place === Engagement.Purchase ? purchaseFrom - hysteresis : purchaseFrom;
    this.#move(score < least ? Engagement.Nurture : Engagement.Purchase, instant);
  }

  #judgeClient(instant: number): void {
    if (instant < this.#graceEnd) return this.#move(Engagement.Retention, instant);
    if (this.#staysSafe(1) || this.#staysInExit()) return;
    this.#least = this.#most = this.#track.peakOf(this.#track.length - 1);
    this.#judgeScore(this.#most, instant);
  }

  /** Whether who is in retention has score enough, whatever it was before, while so much of the points is left. */
  #staysSafe(left: number): boolean {
    return this.#place === Engagement.Retention && this.#least * left >= this.#safeFrom;
  }

  /** Spares the powers of the many who are gone. */
  #staysInExit(): boolean {
    if (this.#place !== Engagement.Exit) return false;
    this.#most = this.#track.bound(this.#scoring.after);
    return this.#most < this.#returnsFrom;
  }

  #judgeScore(score: number, instant: number): void {
    const toSpare = this.#place === Engagement.Exit ? this.#rules.hysteresis : 0;
    this.#move(this.#isExitAt(score - toSpare, instant) ? Engagement.Exit : Engagement.Retention, instant);
  }

  #isExitAt(score: number, instant: number): boolean {
    const { exitBelow, fallBelow } = this.#rules;
    if (score < exitBelow) return true;
    if (score >= fallBelow || !this.#isFall(score - ROOM, this.#former.highest(instant, instant)))
      return false;
    return this.#isFall(score, this.#former.before(instant));
  }

  #isFall(score: number, before: number): boolean {
    return score <= (1 - this.#rules.fallShare) * before;
  }

  /** The ends of the days between an event and the next. @param left what is left of the points by then */
  #passDays(instant: number, next: number, left: number): void {
    if (Number.isNaN(this.contract)) this.#passLeadDays(instant, next);
    else if (next > this.#graceEnd) this.#passClientDays(instant, next, left);
  }

  #passLeadDays(instant: number, next: number): void {
    // A lead whose score is low, and can only fall.
    if (this.#place === Engagement.Nurture && Number.isNaN(this.qualifiedSince)) return;
    const first = this.#days.after(instant);
    const last = this.#days.after(next - 1) - 1;
    if (first > last) return;
    const { purchaseFrom, hysteresis, mqlFrom } = this.#rules;
    const score = this.#track.scoreAt(this.#days.at(last), this.#scoring.before);
    if (score < mqlFrom) this.qualifiedSince = NaN;
    const least = purchaseFrom - hysteresis;
    if (this.#place !== Engagement.Purchase || score >= least) return;
    this.#move(Engagement.Nurture, this.#days.at(this.#findFall(first, last, least)));
  }

  /** The first day that ends with a score below `least`; the last does. */
  #findFall(first: number, last: number, least: number): number {
    let low = first;
    let high = last;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#track.scoreAt(this.#days.at(middle), this.#scoring.before) < least) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #passClientDays(instant: number, next: number, left: number): void {
    if (this.#staysSafe(left)) return;
    if (this.#place === Engagement.Exit && this.#most < this.#returnsFrom) return;
    const first = this.#days.after(Math.max(instant, this.#graceEnd - 1));
    const last = this.#days.after(next - 1) - 1;
    if (first > last || this.#staysRetained(first, last)) return;
    for (let day = first; day <= last; day++) {
      const end = this.#days.at(day);
      const score = this.#track.scoreAt(end, this.#scoring.after);
      this.#judgeScore(score, end);
      // Until the next event it can only fall.
      if (this.#place === Engagement.Exit && score < this.#returnsFrom) return;
    }
  }

  /** Whether even the lowest score of these days, compared with the highest there may have been, is no exit. */
  #staysRetained(first: number, last: number): boolean {
    if (this.#place !== Engagement.Retention) return false;
    const { exitBelow, fallBelow } = this.#rules;
    const lowest = this.#track.scoreAt(this.#days.at(last), this.#scoring.after);
    if (lowest < exitBelow) return false;
    if (lowest >= fallBelow) return true;
    return !this.#isFall(lowest - ROOM, this.#former.highest(this.#days.at(first), this.#days.at(last)));
  }

  #move(place: number, instant: number): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#sink!.change(place, instant);
  }
}
