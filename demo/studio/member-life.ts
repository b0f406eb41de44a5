import { EIGHT_CLASSES, PRIVATE_PACK, TEN_PACK, TWO_PRIVATE, UNLIMITED, type Offer } from './offers.ts';
import type { StudioEvent } from './studio.ts';
import type { Journey, StudioBook, VisitTerms } from './studio-book.ts';
import { DAY, addMonths, toIso, type WallTime } from './studio-time.ts';

/** What this person would buy after an introduction. */
export function chooseOffer(book: StudioBook, journey: Journey): Offer {
  if (journey.kind === 'appointment') return book.draws.chance(0.4) ? TWO_PRIVATE : PRIVATE_PACK;
  const choice = book.draws.weighted({ unlimited: 42, eight: 33, pack: 25 });
  return { unlimited: UNLIMITED, eight: EIGHT_CLASSES, pack: TEN_PACK }[choice];
}

/** Buys a membership or a pack and lives with it until it ends. */
export function liveMembership(
  book: StudioBook,
  journey: Journey,
  at: WallTime,
  offer = chooseOffer(book, journey),
): void {
  const purchase = book.buy(journey, offer, at);
  if (!purchase) return;
  const terms: VisitTerms = { kind: journey.kind, membership: purchase.membership as number };
  const start = firstUse(book, journey, purchase, offer, at, terms);
  if (start === undefined) return;
  if (offer.renewing) renewMonthly(book, journey, start, terms);
  else usePack(book, journey, start, offer, terms);
}

/** The first booking after the purchase; those who never come are left without a `startsAt`. */
function firstUse(
  book: StudioBook,
  journey: Journey,
  purchase: StudioEvent,
  offer: Offer,
  at: WallTime,
  terms: VisitTerms,
): WallTime | undefined {
  const { draws } = book;
  const isUsed = draws.chance(0.9);
  if (!isUsed) return offer.activatesOnFirstUse ? undefined : at;
  const bookedAt = at + draws.wait(1.5 * DAY);
  const eventAt = book.suitable(bookedAt + draws.between(0.2, 3) * DAY, terms.kind);
  book.visit(journey, bookedAt, eventAt, terms);
  const start = offer.activatesOnFirstUse ? eventAt : at;
  if (start <= book.asOf) purchase.startsAt = toIso(start);
  return start;
}

/** Month after month: renewed, frozen for a while, or cancelled. */
function renewMonthly(book: StudioBook, journey: Journey, start: WallTime, terms: VisitTerms): void {
  const { membership } = terms;
  let since = start;
  for (let month = 1, count = 1; since <= book.asOf; count++) {
    const due = addMonths(start, month);
    const fate = nextFate(book, due, count);
    book.visits(journey, since, due, terms, fate === 'cancellation' ? journey.pace * 0.35 : journey.pace);
    if (fate === 'renewal' && book.draws.chance(0.03))
      book.add('payment-failed', journey, due, { membership });
    book.add(fate, journey, due, { membership });
    if (fate === 'cancellation') return;
    month += fate === 'freeze' ? book.draws.integer(1, 2) : 1;
    since = fate === 'freeze' ? addMonths(start, month - 1) : due;
  }
}

/** The first months lose most; summer freezes. */
function nextFate(book: StudioBook, due: WallTime, count: number): 'renewal' | 'freeze' | 'cancellation' {
  const isSummer = [6, 7].includes(new Date(due).getUTCMonth());
  const cancellation = count === 1 ? 0.15 : count <= 3 ? 0.1 : 0.055;
  const freeze = isSummer ? 0.13 : 0.04;
  return book.draws.weighted({ renewal: 1 - cancellation - freeze, freeze, cancellation });
}

/** A pack is used up; then another, a monthly membership, or nothing. */
function usePack(book: StudioBook, journey: Journey, start: WallTime, offer: Offer, terms: VisitTerms): void {
  const pace = journey.kind === 'class' ? journey.pace * 0.8 : 0.6;
  const end = book.visits(journey, start, start + 150 * DAY, terms, pace, (offer.visits ?? 10) - 1);
  const next = book.draws.weighted({ same: 45, monthly: 18, nothing: 37 });
  const at = end + book.draws.between(1, 16) * DAY;
  if (next === 'same') liveMembership(book, journey, at, offer);
  if (next === 'monthly')
    liveMembership(book, journey, at, journey.kind === 'class' ? UNLIMITED : TWO_PRIVATE);
}
