import { DROP_IN, CLASS_TIMES, VISIT_NAMES, type Offer, type VisitKind } from './offers.ts';
import type { Draws } from './random.ts';
import type { StudioEvent, StudioPerson } from './studio.ts';
import { DAY, HOUR, MINUTE, SECOND, dayOf, toEpoch, toIso, type WallTime } from './studio-time.ts';

/** A person on the way, with what only the generator knows of them. */
export interface Journey {
  person: StudioPerson;
  kind: VisitKind;
  /** Visits a week when all is well. */
  pace: number;
  /** First time the studio saw them. */
  entry: WallTime;
  convertedAt?: WallTime;
  /** Whether they ever bought more than an intro offer. */
  isMember?: boolean;
  lastContact?: WallTime;
  checkIns: WallTime[];
  /** Every event written down of them, in the order of writing. */
  diary: DiaryEntry[];
}

/** An event of a journey at the wall time it was written for. */
export interface DiaryEntry {
  type: string;
  at: WallTime;
  row: StudioEvent;
}

/** What a booking stands on. */
export interface VisitTerms {
  kind: VisitKind;
  membership?: number;
  intro?: boolean;
  aggregator?: string;
}

const AUGUST = 7;

/** The studio's ledger while it is being made up. Nothing is written down after the as-of time. */
export class StudioBook {
  readonly tables: Record<string, StudioEvent[]> = {};
  readonly draws: Draws;
  readonly asOf: WallTime;
  #memberships = 5000;

  constructor(draws: Draws, asOf: WallTime) {
    this.draws = draws;
    this.asOf = asOf;
  }

  /** Writes an event down; answers its row, or nothing where it lies after the as-of time. */
  add(
    type: string,
    journey: Journey,
    at: WallTime,
    properties: Partial<StudioEvent> = {},
  ): StudioEvent | undefined {
    if (at > this.asOf) return undefined;
    const row: StudioEvent = {
      person: journey.person.id,
      at: toEpoch(Math.floor(at / SECOND) * SECOND),
      ...properties,
    };
    (this.tables[type] ??= []).push(row);
    journey.diary.push({ type, at, row });
    return row;
  }

  /** The studio reaches out. */
  contact(
    journey: Journey,
    at: WallTime,
    purpose: string,
    channel = this.draws.pick(['email', 'sms', 'phone']),
  ): boolean {
    if (!this.add('contact', journey, at, { channel, purpose })) return false;
    journey.lastContact = Math.max(at, journey.lastContact ?? at);
    return true;
  }

  /** A lead becomes a customer; of several occasions the earliest counts. */
  convert(journey: Journey, at: WallTime): void {
    if (at > this.asOf || at >= (journey.convertedAt ?? Infinity)) return;
    journey.convertedAt = at;
    journey.person.isCustomer = true;
    journey.person.convertedToCustomerAt = toIso(at);
    if (journey.person.referredBy === undefined) journey.person.createdAt = toIso(at);
  }

  /** A purchase with the checkout page before it (at the desk there is none); nothing after the as-of time. */
  buy(journey: Journey, offer: Offer, at: WallTime): StudioEvent | undefined {
    const { product, intro, renewing, activatesOnFirstUse, amount } = offer;
    const isDropIn = offer === DROP_IN;
    const isOnline = this.draws.chance(journey.person.source === 'walk-in' ? 0.4 : 0.93);
    if (isOnline)
      this.add('checkout-view', journey, at - this.draws.integer(2, 14) * MINUTE, { page: pageOf(offer) });
    const terms = isDropIn
      ? { dropIn: true }
      : { membership: this.#memberships++, intro, renewing, activatesOnFirstUse };
    const isRefunded = this.draws.chance(0.015) || undefined;
    const row = this.add('purchase', journey, at, {
      product,
      ...terms,
      amount,
      refunded: isRefunded,
      location: journey.person.location,
    });
    if (row) this.convert(journey, at);
    if (row && !intro) journey.isMember = true;
    return row;
  }

  /** A booking and what became of it; answers when they came, or nothing. */
  visit(journey: Journey, bookedAt: WallTime, eventAt: WallTime, terms: VisitTerms): WallTime | undefined {
    const isFuture = eventAt > this.asOf;
    const status = isFuture
      ? 'booked'
      : this.draws.weighted({ attended: 86, 'late-cancel': 7, 'no-show': 7 });
    const name = this.draws.pick(VISIT_NAMES[terms.kind]);
    const { location } = journey.person;
    const common = { name, location, ...terms };
    if (!this.add('booking', journey, bookedAt, { ...common, eventAt: toIso(eventAt), status }))
      return undefined;
    if (status !== 'attended') return undefined;
    const cameAt = eventAt - this.draws.integer(1, 9) * MINUTE;
    this.add('check-in', journey, cameAt, { kind: terms.kind, name, location });
    journey.checkIns.push(cameAt);
    return eventAt;
  }

  /** When the next class or appointment that suits begins, at least an hour after a time. */
  suitable(after: WallTime, kind: VisitKind): WallTime {
    const { draws } = this;
    const day = dayOf(after);
    const minutes = kind === 'class' ? draws.pick(CLASS_TIMES) : draws.integer(18, 38) * 30;
    const sameDay = day + minutes * MINUTE;
    return sameDay >= after + HOUR ? sameDay : sameDay + DAY;
  }

  /**
   * Regular visits between two times at the person's pace; fewer in August.
   * @param limit at most so many. Answers the time of the last booking written.
   */
  visits(
    journey: Journey,
    from: WallTime,
    to: WallTime,
    terms: VisitTerms,
    pace = journey.pace,
    limit = Infinity,
  ): WallTime {
    let last = from;
    const end = Math.min(to, this.asOf + 12 * DAY);
    for (let time = from, count = 0; count < limit; count++) {
      time += Math.max(0.6 * DAY, this.draws.wait((7 * DAY) / (pace * (isAugust(time) ? 0.45 : 1))));
      if (time > end) break;
      const eventAt = this.suitable(time, terms.kind);
      const bookedAt = Math.max(from + MINUTE, eventAt - this.draws.between(0.15, 6) * DAY);
      this.visit(journey, Math.floor(bookedAt / MINUTE) * MINUTE, eventAt, terms);
      last = eventAt;
    }
    return last;
  }
}

function isAugust(time: WallTime): boolean {
  return new Date(time).getUTCMonth() === AUGUST;
}

function pageOf(offer: Offer): string {
  if (offer === DROP_IN) return 'class';
  return offer.product === 'first-private' ? 'appointment' : 'membership';
}
