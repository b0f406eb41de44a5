import { isFlaggedCustomer } from '../people/find-people-with.ts';
import { toIso } from '../people/to-iso.ts';
import type { PlaceSink } from '../people/place-table.ts';
import { Timeline } from '../people/timeline.ts';
import type { PlaceWalk } from '../people/trace-person.ts';
import type { WheelContext } from '../people/wheel-context.ts';
import type { PlaceReason, ScorePart } from '../schema/wheel.ts';
import { DayEnds } from './day-ends.ts';
import { DecayingScore, type AreaWeights } from './decaying-score.ts';
import type { EngagementRules } from './engagement-options.ts';
import { Engagement } from './engagement-places.ts';
import { FormerScore } from './former-score.ts';
import { compileScoring, Index, type Scoring } from './scoring.ts';

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
    this.#score = new DecayingScore(this.#scoring.areas.length, rules);
    this.#former = new FormerScore(this.#scoring, this.#timeline, rules);
  }

  /** Whether somebody has no contract, known to the index or not. */
  get isLead(): boolean {
    return Number.isNaN(this.contract);
  }

  walk(person: number, until: number, sink: PlaceSink): void {
    this.#begin(person, sink);
    this.#timeline.load(person, until);
    const { at, length } = this.#timeline;
    for (let i = 0; i < length;) {
      const instant = at[i]!;
      this.#score.moveTo(instant);
      for (; i < length && at[i] === instant; i++) this.#apply(i, instant);
      this.#judge(instant);
      this.#passDays(instant, i < length ? at[i]! : until + 1, until);
    }
  }

  /** The score as of an instant at or after the last event; null for who is not in the index. */
  scoreAt(instant: number): number | null {
    return this.#place === Engagement.NotEngaged ? null : this.#score.scoreAt(instant, this.#weights);
  }

  partsAt(instant: number): ScorePart[] {
    const weights = this.#weights;
    return this.#scoring.areas.flatMap((area, index) => {
      const weight = weights[index]!;
      return weight > 0 ? [{ area, weight, ...this.#score.partAt(instant, index, weights) }] : [];
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
    const before = this.#former.before(instant, this.#weights);
    if (score < fallBelow && this.#hasFallen(score, before))
      return { code: 'falling', score, before, share: fallShare };
    return { code: 'held', score, from: exitBelow };
  }

  #begin(person: number, sink: PlaceSink): void {
    this.#sink = sink;
    this.#score.reset();
    this.#former.reset();
    this.qualifiedSince = NaN;
    const { store } = this.#context;
    const isFlagged = this.#scoring.hasContract[person] === 0 && isFlaggedCustomer(store, person);
    this.contract = isFlagged ? -Infinity : NaN;
    this.#graceEnd = -Infinity;
    this.#place = isFlagged ? Engagement.Exit : Engagement.NotEngaged;
    sink.change(this.#place, -Infinity);
  }

  #apply(index: number, instant: number): void {
    const source = this.#timeline.source[index]!;
    for (const { area, points } of this.#scoring.points[source]!) this.#score.add(area, points);
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
    // A little room for rounding: the bound and the score are not computed the same way.
    if (isQuiet && this.#score.bound(this.#weights) < Math.min(purchaseFrom, mqlFrom) - 1e-6)
      return this.#move(Engagement.Nurture, instant);
    const score = this.#score.scoreAt(instant, this.#weights);
    if (score < mqlFrom) this.qualifiedSince = NaN;
    else if (Number.isNaN(this.qualifiedSince)) this.qualifiedSince = instant;
    const least = this.#place === Engagement.Purchase ? purchaseFrom - hysteresis : purchaseFrom;
    this.#move(score < least ? Engagement.Nurture : Engagement.Purchase, instant);
  }

  #judgeClient(instant: number): void {
    if (instant < this.#graceEnd) return this.#move(Engagement.Retention, instant);
    const score = this.#score.scoreAt(instant, this.#weights);
    const toSpare = this.#place === Engagement.Exit ? this.#rules.hysteresis : 0;
    this.#move(this.#isExitAt(score - toSpare, instant) ? Engagement.Exit : Engagement.Retention, instant);
  }

  #isExitAt(score: number, instant: number): boolean {
    const { exitBelow, fallBelow } = this.#rules;
    if (score < exitBelow) return true;
    return score < fallBelow && this.#hasFallen(score, this.#former.before(instant, this.#weights));
  }

  #hasFallen(score: number, before: number): boolean {
    return score <= (1 - this.#rules.fallShare) * before;
  }

  /** The ends of the days between an event and the next. */
  #passDays(instant: number, next: number, until: number): void {
    const isLead = Number.isNaN(this.contract);
    // A lead whose score is low, and can only fall.
    if (isLead && this.#place === Engagement.Nurture && Number.isNaN(this.qualifiedSince)) return;
    const first = this.#days.after(instant);
    const last = this.#days.after(Math.min(next - 1, until)) - 1;
    if (first > last) return;
    if (isLead) this.#passLeadDays(first, last);
    else this.#passClientDays(first, last);
  }

  #passLeadDays(first: number, last: number): void {
    const { purchaseFrom, hysteresis, mqlFrom } = this.#rules;
    const score = this.#score.scoreAt(this.#days.at(last), this.#weights);
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
      if (this.#score.scoreAt(this.#days.at(middle), this.#weights) < least) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #passClientDays(first: number, last: number): void {
    let day = Math.max(first, this.#days.after(this.#graceEnd - 1));
    if (day > last || this.#staysRetained(day, last)) return;
    for (; day <= last; day++) {
      const end = this.#days.at(day);
      if (this.#place === Engagement.Exit && this.#cannotReturn(end)) return;
      this.#judgeClient(end);
    }
  }

  /** A score that is too low to come back can only fall until the next event. */
  #cannotReturn(instant: number): boolean {
    const { exitBelow, hysteresis } = this.#rules;
    return this.#score.scoreAt(instant, this.#weights) - hysteresis < exitBelow;
  }

  /** Whether even the lowest score of these days, compared with the highest there may have been, is no exit. */
  #staysRetained(first: number, last: number): boolean {
    if (this.#place !== Engagement.Retention) return false;
    const lowest = this.#score.scoreAt(this.#days.at(last), this.#weights);
    const { exitBelow, fallBelow } = this.#rules;
    if (lowest < exitBelow) return false;
    if (lowest >= fallBelow) return true;
    const highest = this.#former.highest(this.#days.at(first), this.#days.at(last), this.#weights);
    // Room for rounding here too.
    return !this.#hasFallen(lowest - 1e-6, highest);
  }

  #move(place: number, instant: number): void {
    if (place === this.#place) return;
    this.#place = place;
    this.#sink!.change(place, instant);
  }
}
