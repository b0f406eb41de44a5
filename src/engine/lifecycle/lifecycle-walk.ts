import { DAY } from '../dataset/calendar.ts';
import { CustomerWalk, Role } from '../people/customer-walk.ts';
import { toIso } from '../people/to-iso.ts';
import { runningEnd } from '../people/running-end.ts';
import type { WheelContext } from '../people/wheel-context.ts';
import type { PlaceReason } from '../schema/wheel.ts';
import type { LifecycleRules } from './lifecycle-options.ts';
import { Lifecycle } from './lifecycle-places.ts';

/** A stretch of attrition: since when, and whether it was the gap rule alone that began it. */
interface Stretch {
  from: number;
  isGap: boolean;
  /** First contact since it began, and first visit after that; NaN: none. */
  contactedAt: number;
  wonBackAt: number;
}

/**
 * Walks a customer through conversion, loyalty, attrition and retention.
 *
 * Attrition is a stretch: it begins when somebody is not regular (any more), and ends when they are. With the gap rule
 * a regular falls out of loyalty at once, while their visits of before still count; such a stretch ends by as many
 * visits of its own ("with regular visits again they return to loyalty"), not by the first. Source: lifecycle.md,
 * section 1.
 */
export class LifecycleWalk extends CustomerWalk {
  readonly #rules: LifecycleRules;
  #lastContact = NaN;
  #stretch: Stretch | undefined;
  #conversionEnd = NaN;
  readonly #visitEnd = (at: number) => this.calendar.addMonths(at, this.#rules.visitMonths);

  constructor(context: WheelContext, rules: LifecycleRules) {
    super({
      store: context.store,
      purchases: context.sourcesOf(rules.purchases),
      interactions: context.sourcesOf(rules.interactions),
      others: [
        ...context.sourcesOf(rules.visits).map((source) => ({ ...source, role: Role.Visit })),
        ...context.sourcesOf(rules.contacts).map((source) => ({ ...source, role: Role.Contact })),
        ...context.sourcesOf(['cancellation']).map((source) => ({ ...source, role: Role.Cancellation })),
      ],
      formerMonths: rules.formerMonths,
      notEngaged: Lifecycle.NotEngaged,
      engaged: Lifecycle.Acquisition,
      former: Lifecycle.Former,
    });
    this.#rules = rules;
  }

  /** Whether who is in retention came again after the contact. */
  get isWonBack(): boolean {
    return this.#stretch !== undefined && !Number.isNaN(this.#stretch.wonBackAt);
  }

  protected override reset(): void {
    this.#lastContact = NaN;
    this.#stretch = undefined;
    this.#conversionEnd = -Infinity;
  }

  protected override signedUp(): void {
    this.#conversionEnd = this.calendar.addMonths(this.signup, this.#rules.newMonths);
  }

  protected override applyOwn(_role: number, instant: number): void {
    this.#lastContact = instant;
  }

  protected override leaveWheel(): void {
    this.#stretch = undefined;
  }

  protected override customerPlace(instant: number): number {
    const isNew = instant < this.#conversionEnd;
    if (isNew || this.#isRegular(instant)) {
      this.#stretch = undefined;
      return isNew ? Lifecycle.Conversion : Lifecycle.Loyalty;
    }
    const stretch = (this.#stretch ??= this.#beginStretch(instant));
    if (Number.isNaN(stretch.contactedAt) && this.#lastContact >= stretch.from)
      stretch.contactedAt = this.#lastContact;
    if (Number.isNaN(stretch.wonBackAt) && this.visits.last > stretch.contactedAt)
      stretch.wonBackAt = this.visits.last;
    return Number.isNaN(stretch.contactedAt) ? Lifecycle.Attrition : Lifecycle.Retention;
  }

  /** Only conversion and loyalty end by themselves; a stretch of attrition needs a visit. */
  protected override nextThreshold(now: number, until: number): number {
    if (this.place === Lifecycle.Conversion) return this.#conversionEnd;
    if (this.place !== Lifecycle.Loyalty) return Infinity;
    const next = Math.min(this.#visitsEnd(until), this.#gapEnd(until));
    return next > now ? next : Infinity;
  }

  protected override customerReasons(instant: number): PlaceReason[] {
    const { newMonths, visitMonths } = this.#rules;
    const visits = this.#countVisits(instant);
    if (this.place === Lifecycle.Conversion) {
      const until = toIso(this.#conversionEnd);
      return [{ code: 'signed-up', at: toIso(this.signup), months: newMonths, until }];
    }
    if (this.place === Lifecycle.Loyalty) return [{ code: 'regular', visits, months: visitMonths }];
    return this.#stretchReasons(visits);
  }

  #stretchReasons(visits: number): PlaceReason[] {
    const { isGap, contactedAt, wonBackAt } = this.#stretch!;
    const { gapDays, visitMonths } = this.#rules;
    const cause = isGap
      ? { code: 'gap', days: gapDays, lastVisitAt: toIso(this.visits.last) }
      : { code: 'few-visits', visits, months: visitMonths };
    if (Number.isNaN(contactedAt)) return [cause];
    const contacted = { code: 'contacted', at: toIso(contactedAt) };
    const wonBack = Number.isNaN(wonBackAt) ? [] : [{ code: 'won-back', at: toIso(wonBackAt) }];
    return [contacted, cause, ...wonBack];
  }

  #beginStretch(from: number): Stretch {
    return { from, isGap: this.#hasEnough(from, -Infinity), contactedAt: NaN, wonBackAt: NaN };
  }

  #isRegular(instant: number): boolean {
    if (this.#isInGap(instant)) return false;
    return this.#hasEnough(instant, this.#stretch?.isGap === true ? this.#stretch.from : -Infinity);
  }

  /** Whether as many visits as a regular needs count at an instant, all of them from some instant on. */
  #hasEnough(instant: number, from: number): boolean {
    const { regularVisits, visitMonths } = this.#rules;
    const place = this.visits.length - regularVisits;
    if (place < 0 || this.visits.at[place]! < from) return false;
    return this.leastEnd(this.visits.at[place]!, visitMonths) > instant || this.#endOf(place) > instant;
  }

  #isInGap(instant: number): boolean {
    const { gapDays } = this.#rules;
    if (gapDays === null || this.visits.length === 0) return false;
    if (instant < this.visits.last + (gapDays - 1) * DAY) return false;
    return instant >= this.calendar.addDays(this.visits.last, gapDays);
  }

  /** When too few visits will count; Infinity where that is not by `until`. */
  #visitsEnd(until: number): number {
    const place = this.visits.length - this.#rules.regularVisits;
    if (place < 0 || this.leastEnd(this.visits.at[place]!, this.#rules.visitMonths) > until) return Infinity;
    return this.#endOf(place);
  }

  #gapEnd(until: number): number {
    const { gapDays } = this.#rules;
    if (gapDays === null || this.visits.length === 0) return Infinity;
    if (this.visits.last + (gapDays - 1) * DAY > until) return Infinity;
    return this.calendar.addDays(this.visits.last, gapDays);
  }

  #endOf(visit: number): number {
    return runningEnd(this.visits.at, visit, this.#visitEnd);
  }

  #countVisits(instant: number): number {
    let place = this.visits.length;
    while (place > 0 && this.#endOf(place - 1) > instant) place--;
    return this.visits.length - place;
  }
}
