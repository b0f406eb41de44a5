import { testFlagged } from '../people/flagged-customers.ts';
import { toIso } from '../people/to-iso.ts';
import type { PlaceSink } from '../people/place-table.ts';
import { Timeline } from '../people/timeline.ts';
import type { PlaceWalk } from '../people/trace-person.ts';
import type { WheelContext } from '../people/wheel-context.ts';
import type { PlaceReason, ScorePart } from '../schema/wheel.ts';
import { DayEnds } from './day-ends.ts';
import { DecayingScore } from './decaying-score.ts';
import type { EngagementRules } from './engagement-options.ts';
import { Engagement } from './engagement-places.ts';
import { FormerScore } from './former-score.ts';
import { compileScoring, Index, type Scoring } from './scoring.ts';

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
  readonly #score: DecayingScore;
  readonly #former: FormerScore;
  readonly #isFlagged: (person: number) => boolean;
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
    this.#score = new DecayingScore(this.#scoring, rules);
    this.#former = new FormerScore(this.#scoring, this.#timeline, rules);
    this.#isFlagged = testFlagged(context.store);
  }

  /** Whether somebody has no contract, known to the index or not. */
  get isLead(): boolean {
    return Number.isNaN(this.contract);
  }

  walk(person: number, until: number, sink: PlaceSink): void {
    this.#timeline.load(person, until);
    this.#begin(person, sink);
    const { at, length } = this.#timeline;
    for (let i = 0; i < length;) {
      const instant = at[i]!;
      let left = this.#score.leftAt(instant);
      const stays = i > 0 && this.#passDays(at[i - 1]!, instant, left);
      left = this.#score.renew(instant, left);
      for (; i < length && at[i] === instant; i++) this.#apply(i, instant, left);
      if (!stays) this.#judge(instant, left);
      if (!this.isLead) this.#former.note(i - 1, this.#score.most);
    }
    if (length > 0) this.#passDays(at[length - 1]!, until + 1, this.#score.leftAt(until + 1));
  }

  /** The score as of an instant at or after the last event; null for who is not in the index. */
  scoreAt(instant: number): number | null {
    return this.#place === Engagement.NotEngaged ? null : this.#score.scoreAt(instant);
  }

  partsAt(instant: number): ScorePart[] {
    const { before, after } = this.#scoring;
    const weights = (this.isLead ? before : after).areas;
    return this.#scoring.areas.flatMap((area, index) => {
      const weight = weights[index]!;
      return weight > 0 ? [{ area, weight, ...this.#score.partAt(instant, index) }] : [];
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
    this.#former.reset();
    this.qualifiedSince = NaN;
    const isFlagged = this.#scoring.firstContracts[person] === Infinity && this.#isFlagged(person);
    this.contract = isFlagged ? -Infinity : NaN;
    const { before, after } = this.#scoring;
    this.#score.reset(isFlagged ? after : before, this.#timeline.begin);
    this.#graceEnd = -Infinity;
    this.#place = isFlagged ? Engagement.Exit : Engagement.NotEngaged;
    sink.change(this.#place, -Infinity);
  }

  #apply(index: number, instant: number, left: number): void {
    this.#score.add(this.#timeline.source[index]!, left);
    this.#former.note(index, Infinity);
    if (!this.isLead || this.#timeline.role(index) !== Index.Contract) return;
    this.contract = instant;
    this.#graceEnd = this.#context.store.calendar.addDays(instant, this.#rules.graceDays);
    this.#score.reweigh(this.#scoring.after);
    this.qualifiedSince = NaN;
  }

  #judge(instant: number, left: number): void {
    if (this.isLead) this.#judgeLead(instant, left);
    else if (instant < this.#graceEnd) this.#move(Engagement.Retention, instant);
    else if (!this.#staysRetained(instant, instant, left) && !this.#staysInExit())
      this.#judgeClient(this.#score.settle(left), instant);
  }

  #judgeLead(instant: number, left: number): void {
    const { purchaseFrom, hysteresis, mqlFrom } = this.#rules;
    const isReady = this.#place === Engagement.Purchase;
    if (this.#staysLead(left)) return this.#move(isReady ? Engagement.Purchase : Engagement.Nurture, instant);
    const score = this.#score.settle(left);
    if (score < mqlFrom) this.qualifiedSince = NaN;
    else if (Number.isNaN(this.qualifiedSince)) this.qualifiedSince = instant;
    const least = isReady ? purchaseFrom - hysteresis : purchaseFrom;
    this.#move(score < least ? Engagement.Nurture : Engagement.Purchase, instant);
  }

  /** Whether what a lead's score can be until an instant makes no other lead of them. */
  #staysLead(left: number): boolean {
    const { purchaseFrom, hysteresis, mqlFrom } = this.#rules;
    const isReady = this.#place === Engagement.Purchase;
    const isQualified = !Number.isNaN(this.qualifiedSince);
    const least = this.#score.leastOf(left) - ROOM;
    const most = this.#score.most + ROOM;
    return (
      (isReady ? least >= purchaseFrom - hysteresis : most < purchaseFrom) &&
      (isQualified ? least >= mqlFrom : most < mqlFrom)
    );
  }

  #judgeClient(score: number, instant: number): void {
    const toSpare = this.#place === Engagement.Exit ? this.#rules.hysteresis : 0;
    this.#move(this.#isExitAt(score - toSpare, instant) ? Engagement.Exit : Engagement.Retention, instant);
  }

  #isExitAt(score: number, instant: number): boolean {
    const { exitBelow } = this.#rules;
    if (score < exitBelow) return true;
    if (!this.#mayHaveFallen(score - ROOM, instant, instant)) return false;
    return score < this.#rules.fallBelow && this.#isFall(score, this.#former.before(instant));
  }

  #isFall(score: number, before: number): boolean {
    return score <= (1 - this.#rules.fallShare) * before;
  }

  /** Whether a score, compared with the highest there may have been before some days, is a fall. */
  #mayHaveFallen(score: number, first: number, last: number): boolean {
    return score < this.#rules.fallBelow && this.#isFall(score, this.#former.highest(first, last));
  }

  /** Whether even the least that a score can be from one instant to another is no exit. @param left at the last */
  #staysRetained(first: number, last: number, left: number): boolean {
    if (this.#place !== Engagement.Retention) return false;
    const least = this.#score.leastOf(left) - ROOM;
    return least >= this.#rules.exitBelow && !this.#mayHaveFallen(least, first, last);
  }

  /** Whether a score is too low for who is in exit to come back. */
  #staysInExit(): boolean {
    const { exitBelow, hysteresis } = this.#rules;
    return this.#place === Engagement.Exit && this.#score.most < exitBelow + hysteresis - ROOM;
  }

  /**
   * The ends of the days between an event and the next.
   * @param left what is left of the points by then
   * @returns whether the next event finds a client in retention and leaves them there, which spares its judgement
   */
  #passDays(instant: number, next: number, left: number): boolean {
    if (!this.isLead) return this.#passClientDays(instant, next, left);
    this.#passLeadDays(instant, next, left);
    return false;
  }

  #passLeadDays(instant: number, next: number, left: number): void {
    if (this.#staysLead(left)) return;
    const first = this.#days.after(instant);
    const last = this.#days.after(next - 1) - 1;
    if (first > last) return;
    const { purchaseFrom, hysteresis, mqlFrom } = this.#rules;
    const score = this.#score.settle(this.#score.leftAt(this.#days.at(last)));
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
      if (this.#score.scoreAt(this.#days.at(middle)) < least) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #passClientDays(instant: number, next: number, left: number): boolean {
    if (next < this.#graceEnd || this.#staysRetained(instant, next, left)) return true;
    if (this.#staysInExit()) return false;
    const first = this.#days.after(Math.max(instant, this.#graceEnd - 1));
    this.#judgeDays(first, this.#days.after(next - 1) - 1);
    return false;
  }

  /** The ends of some days in turn; those that cannot change anything are left out. */
  #judgeDays(first: number, last: number): void {
    if (first > last || this.#stayQuiet(first, last)) return;
    for (let day = first; day <= last; day++) {
      const end = this.#days.at(day);
      this.#judgeClient(this.#score.settle(this.#score.leftAt(end)), end);
      if (this.#staysInExit()) return;
      day = this.#findQuiet(day, last);
    }
  }

  /** Whether no day of some can change anything, by the score of the last and what it was before the first. */
  #stayQuiet(first: number, last: number): boolean {
    if (this.#place !== Engagement.Retention) return false;
    const [begin, end] = [this.#days.at(first), this.#days.at(last)];
    const left = this.#score.leftAt(end);
    this.#score.settle(left);
    if (this.#staysRetained(begin, end, left)) return true;
    this.#former.before(begin);
    return this.#staysRetained(begin, end, left);
  }

  /** The last of the days up to which nothing can change after the first. */
  #findQuiet(first: number, last: number): number {
    const begin = this.#days.at(first);
    let low = first;
    let high = last;
    while (low < high) {
      // The whole of the days is tried before half of them.
      const day = high === last ? last : (low + high + 1) >> 1;
      const end = this.#days.at(day);
      if (this.#staysRetained(begin, end, this.#score.leftAt(end))) low = day;
      else high = day - 1;
    }
    return low;
  }

  #move(place: number, instant: number): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#sink!.change(place, instant);
  }
}
