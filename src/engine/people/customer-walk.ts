import { DAY, type Calendar } from '../dataset/calendar.ts';
import { valueAt, type CellValue, type Column } from '../dataset/column.ts';
import type { Store } from '../dataset/store.ts';
import type { PlaceReason } from '../schema/wheel.ts';
import { findFirsts, type FirstEvents } from './first-events.ts';
import { isTrue, testFlagged } from './flagged-customers.ts';
import { testColumn } from './folded-column.ts';
import { Instants } from './instants.ts';
import type { PlaceSink } from './place-table.ts';
import { Timeline, type TimelineSource } from './timeline.ts';
import { toIso } from './to-iso.ts';
import type { EventSource } from './wheel-context.ts';

/** What an event is to a walk. Openings of a membership are purchases; closings come after them at one instant. */
export const Role = { Purchase: 0, Visit: 1, Contact: 2, Advocacy: 3, Cancellation: 4 } as const;

/** Shortest month, less a day for a change of the clock: lets a walk skip the calendar where nothing can end yet. */
const SHORTEST_MONTH = 27 * DAY;

/** What a walk is made of. */
export interface CustomerWalkParts {
  store: Store;
  purchases: readonly EventSource[];
  interactions: readonly EventSource[];
  /** Visits, contacts, cancellations…, with their roles. */
  others: readonly TimelineSource[];
  formerMonths: number;
  /** Places: somebody without an interaction, with one, and a customer no more. */
  notEngaged: number;
  engaged: number;
  former: number;
}

/**
 * Walks through one person's life as a prospect and customer, and tells each change of place at its exact instant:
 * places change at events, and where time runs out in between. What the phases of a customer are is the subclass's.
 * Source: lifecycle.md, sections 1 and 3.
 */
export abstract class CustomerWalk {
  protected readonly store: Store;
  protected readonly calendar: Calendar;
  /** The visits so far. */
  protected readonly visits = new Instants();
  /** First purchase ever, and the one that began the present membership; NaN before it, −Infinity: always. */
  firstPurchase = NaN;
  signup = NaN;
  protected place = 0;
  protected readonly parts: CustomerWalkParts;
  readonly #timeline: Timeline;
  readonly #firstPurchases: FirstEvents;
  readonly #firstInteractions: FirstEvents;
  readonly #isFlagged: (person: number) => boolean;
  /** Which rows renew, and the memberships of rows, by source of the timeline. */
  readonly #renews: readonly ((row: number) => boolean)[];
  readonly #memberships: readonly (Column | undefined)[];
  /** Their memberships that are live. */
  readonly #live = new Set<string>();
  #person = 0;
  #lastActivity = -Infinity;
  #now = -Infinity;
  #sink: PlaceSink | undefined;

  constructor(parts: CustomerWalkParts) {
    this.parts = parts;
    this.store = parts.store;
    this.calendar = parts.store.calendar;
    const purchases = parts.purchases.map((source) => ({ ...source, role: Role.Purchase }));
    this.#timeline = new Timeline(parts.store, [...purchases, ...parts.others]);
    this.#renews = this.#timeline.sources.map(({ kind }) => testColumn(kind.column('renewing'), isTrue));
    this.#memberships = this.#timeline.sources.map(({ kind }) => kind.column('membership'));
    this.#firstPurchases = findFirsts(parts.store, parts.purchases);
    this.#firstInteractions = findFirsts(parts.store, parts.interactions);
    this.#isFlagged = testFlagged(parts.store);
  }

  /** Tells a sink where somebody always was, and every change up to an instant, included. */
  walk(person: number, until: number, sink: PlaceSink): void {
    this.#begin(person, until, sink);
    // Nobody becomes a customer but by a purchase.
    if (this.signup !== -Infinity && this.#firstPurchases.at[person]! > until) return;
    this.#timeline.load(person, until);
    const { at, length } = this.#timeline;
    for (let i = 0; i < length;) {
      const instant = at[i]!;
      this.#pass(instant, false);
      const wasFormer = this.place === this.parts.former;
      for (; i < length && at[i] === instant; i++) this.#apply(i, instant, wasFormer);
      this.#judge(instant);
    }
    this.#pass(until, true);
  }

  /** Why somebody is where the walk is now. */
  reasonsAt(instant: number): PlaceReason[] {
    const { notEngaged, engaged, former, formerMonths } = this.parts;
    if (this.place === notEngaged) return [{ code: 'no-interaction' }];
    if (this.place === engaged) return [this.#interactionReason()];
    if (this.place === former)
      return [{ code: 'inactive', months: formerMonths, lastActivityAt: toIso(this.#lastActivity) }];
    return this.customerReasons(instant);
  }

  #interactionReason(): PlaceReason {
    const { at, source } = this.#firstInteractions;
    const { kind } = this.parts.interactions[source[this.#person]!]!;
    return { code: 'interaction', event: kind.type, at: toIso(at[this.#person]!) };
  }

  /** The place of a customer who is not former. */
  protected abstract customerPlace(instant: number): number;
  /** The next instant after `now` at which a customer's place may change by itself. Nothing is needed beyond `until`. */
  protected abstract nextThreshold(now: number, until: number): number;
  protected abstract customerReasons(instant: number): PlaceReason[];
  /** An event of a role that is the subclass's own. */
  protected abstract applyOwn(role: number, instant: number, type: string): void;
  protected abstract reset(person: number): void;
  /** A new sign-up. */
  protected signedUp(): void {}

  /** Earliest instant at which something of `months` ago can have ended. */
  protected leastEnd(at: number, months: number): number {
    return at + months * SHORTEST_MONTH;
  }

  #begin(person: number, until: number, sink: PlaceSink): void {
    this.#person = person;
    this.#sink = sink;
    this.visits.clear();
    if (this.#live.size > 0) this.#live.clear();
    this.#lastActivity = -Infinity;
    this.#now = -Infinity;
    this.reset(person);
    const firstPurchase = this.#firstPurchases.at[person]!;
    const isFlagged = firstPurchase === Infinity && this.#isFlagged(person);
    this.firstPurchase = this.signup = isFlagged ? -Infinity : NaN;
    this.place = isFlagged ? this.parts.former : this.parts.notEngaged;
    sink.change(this.place, -Infinity);
    if (isFlagged) return;
    const interaction = this.#firstInteractions.at[person]!;
    if (interaction <= until && interaction < firstPurchase) this.#move(this.parts.engaged, interaction);
  }

  #apply(index: number, instant: number, wasFormer: boolean): void {
    const { kind, role } = this.#timeline.sources[this.#timeline.source[index]!]!;
    if (role === Role.Visit) this.#visit(instant);
    else if (role === Role.Purchase) this.#purchase(index, instant, wasFormer);
    else if (role === Role.Cancellation) this.#cancel(index, instant);
    else this.applyOwn(role, instant, kind.type);
  }

  #purchase(index: number, instant: number, wasFormer: boolean): void {
    this.#lastActivity = instant;
    if (Number.isNaN(this.firstPurchase)) this.firstPurchase = instant;
    if (Number.isNaN(this.signup) || (wasFormer && this.signup !== instant)) {
      this.signup = instant;
      this.signedUp();
    }
    const renews = this.#renews[this.#timeline.source[index]!]!;
    if (renews(this.#timeline.row[index]!)) this.#live.add(String(this.#membership(index) ?? ''));
  }

  #visit(instant: number): void {
    this.visits.push(instant);
    this.#lastActivity = instant;
  }

  #cancel(index: number, instant: number): void {
    if (this.#live.size === 0) return;
    const key = this.#membership(index);
    if (key === undefined) this.#live.clear();
    else this.#live.delete(String(key));
    if (this.#live.size === 0) this.#lastActivity = instant;
  }

  #membership(index: number): CellValue | undefined {
    return valueAt(this.#memberships[this.#timeline.source[index]!], this.#timeline.row[index]!);
  }

  /** Lets time run up to an event, or to the end: each instant at which a place may change by itself is judged. */
  #pass(until: number, isIncluded: boolean): void {
    if (Number.isNaN(this.signup) || this.place === this.parts.former) return;
    for (;;) {
      const next = Math.min(this.nextThreshold(this.#now, until), this.#nextFormer(until));
      if (next > until || (next === until && !isIncluded)) return;
      this.#judge(next);
    }
  }

  /** When somebody will be former if nothing happens; Infinity where that is not before `until`. */
  #nextFormer(until: number): number {
    if (this.leastEnd(this.#lastActivity, this.parts.formerMonths) > until || this.#live.size > 0)
      return Infinity;
    const end = this.#formerAt();
    return end > this.#now ? end : Infinity;
  }

  #formerAt(): number {
    return this.#lastActivity === -Infinity
      ? -Infinity
      : this.calendar.addMonths(this.#lastActivity, this.parts.formerMonths);
  }

  #isFormer(instant: number): boolean {
    if (this.leastEnd(this.#lastActivity, this.parts.formerMonths) > instant || this.#live.size > 0)
      return false;
    return instant >= this.#formerAt();
  }

  #judge(instant: number): void {
    this.#now = instant;
    if (Number.isNaN(this.signup)) return;
    const isFormer = this.#isFormer(instant);
    if (isFormer) this.leaveWheel();
    this.#move(isFormer ? this.parts.former : this.customerPlace(instant), instant);
  }

  /** They are former: what the subclass remembers of their stay ends. */
  protected leaveWheel(): void {}

  #move(place: number, instant: number): void {
    if (place === this.place) return;
    this.place = place;
    this.#sink!.change(place, instant);
  }
}
