import { DROP_IN, INTRO_OFFERS, type VisitKind } from './offers.ts';
import { liveMembership } from './member-life.ts';
import type { Journey, StudioBook } from './studio-book.ts';
import { DAY, HOUR, MINUTE, toIso, type WallTime } from './studio-time.ts';

/** How a source's leads turn out: chance of a contact, of looking at a checkout page, of buying the intro offer. */
interface SourceHabits {
  contact: number;
  look: number;
  intro: number;
}

const HABITS: Readonly<Record<string, SourceHabits>> = {
  instagram: { contact: 0.71, look: 0.3, intro: 0.185 },
  google: { contact: 0.78, look: 0.38, intro: 0.27 },
  website: { contact: 0.82, look: 0.42, intro: 0.31 },
  'walk-in': { contact: 0.55, look: 0.2, intro: 0.43 },
  referral: { contact: 0.74, look: 0.4, intro: 0.46 },
  'abandoned-cart': { contact: 0.86, look: 0.3, intro: 0.2 },
  classpass: { contact: 0.4, look: 0.22, intro: 0.13 },
};

/** The months in which the studio writes to leads that have not bought. */
const NURTURE = [0, 2, 5, 8, 9];

/** A lead is created, by a form, at the desk, from a friend or from a cart left behind. */
export function becomeLead(book: StudioBook, journey: Journey): void {
  const { person, entry } = journey;
  const origin = originOf(person.source);
  if (origin === 'abandoned-cart') {
    const page = book.draws.weighted({ membership: 6, class: 2, appointment: 2 });
    book.add('checkout-view', journey, entry - book.draws.integer(20, 50) * MINUTE, {
      page,
      abandonedCart: true,
    });
  }
  person.leadCreatedAt = toIso(entry);
  book.add('lead', journey, entry, {
    source: person.source,
    campaign: person.campaign,
    location: person.location,
    origin,
  });
}

function originOf(source: string): string {
  if (source === 'classpass') return 'import';
  return ['abandoned-cart', 'referral', 'walk-in'].includes(source) ? source : 'form';
}

/** From the first message to the intro offer, or to nothing. */
export function liveFirstSteps(book: StudioBook, journey: Journey, isDirect: boolean): void {
  const { draws } = book;
  const habits = HABITS[journey.person.source] ?? HABITS.website!;
  const isContacted = !isDirect && draws.chance(habits.contact);
  if (isContacted) followUp(book, journey);
  if (draws.chance(habits.look)) look(book, journey);
  if (journey.person.source === 'classpass') comeByAggregator(book, journey);
  const intro = isDirect ? 0.78 : habits.intro * (isContacted ? 1 : 0.68);
  if (draws.chance(intro)) takeIntro(book, journey, journey.entry + decide(book, isDirect));
  else if (draws.chance(isDirect ? 0.8 : 0.045)) skipIntro(book, journey);
  else if (draws.chance(0.06)) tryForFree(book, journey);
  else nurture(book, journey);
}

/** An open-door class: they become a customer without a purchase, and few buy afterwards. */
function tryForFree(book: StudioBook, journey: Journey): void {
  const at = journey.entry + HOUR + book.draws.wait(6 * DAY);
  const eventAt = book.suitable(at + DAY, 'class');
  if (book.visit(journey, at, eventAt, { kind: 'class' }))
    book.add('trial', journey, eventAt, { kind: 'class' });
  book.convert(journey, at);
  if (book.draws.chance(0.2)) liveMembership(book, journey, eventAt + book.draws.wait(5 * DAY));
}

function decide(book: StudioBook, isDirect: boolean): number {
  return isDirect ? book.draws.integer(3, 40) * MINUTE : 12 * MINUTE + book.draws.wait(5.5 * DAY);
}

function followUp(book: StudioBook, journey: Journey): void {
  const first = journey.entry + 15 * MINUTE + book.draws.wait(20 * HOUR);
  book.contact(journey, first, 'welcome');
  if (book.draws.chance(0.5)) book.contact(journey, first + book.draws.between(2, 5) * DAY, 'follow-up');
}

/** A checkout page is seen; now and then a cart is left in it. */
function look(book: StudioBook, journey: Journey): void {
  const page = book.draws.weighted({ membership: 62, class: 20, appointment: 12, product: 6 });
  const abandonedCart = book.draws.chance(0.12) || undefined;
  book.add('checkout-view', journey, journey.entry + 5 * MINUTE + book.draws.wait(4 * DAY), {
    page,
    abandonedCart,
  });
}

function comeByAggregator(book: StudioBook, journey: Journey): void {
  const terms = { kind: 'class' as const, aggregator: 'ClassPass' };
  const last = book.visits(
    journey,
    journey.entry,
    journey.entry + 60 * DAY,
    terms,
    0.7,
    book.draws.integer(1, 6),
  );
  // Who comes is a customer, whoever sold the class.
  if (last > journey.entry) book.convert(journey, journey.entry + DAY);
}

/** Seasonal messages to leads that have not bought; a few answer with a purchase. */
function nurture(book: StudioBook, journey: Journey): void {
  const { draws } = book;
  for (let month = 1; month <= 12; month++) {
    const at = journey.entry + month * 30 * DAY;
    if (!NURTURE.includes(new Date(at).getUTCMonth()) || !draws.chance(0.2)) continue;
    if (!book.contact(journey, at, 'nurture', 'email')) return;
    if (draws.chance(0.05)) return takeIntro(book, journey, at + draws.wait(3 * DAY));
  }
}

/** A drop-in class, or a membership at once, without the intro offer. */
function skipIntro(book: StudioBook, journey: Journey): void {
  const at = journey.entry + 30 * MINUTE + book.draws.wait(4 * DAY);
  if (book.draws.chance(0.45)) return liveMembership(book, journey, at);
  if (!book.buy(journey, DROP_IN, at)) return;
  book.visit(journey, at + 2 * MINUTE, book.suitable(at + HOUR, 'class'), { kind: 'class' });
}

/** Buys the intro offer; about half book, and of these about half stay. */
export function takeIntro(book: StudioBook, journey: Journey, at: WallTime): void {
  const { draws } = book;
  const purchase = book.buy(journey, INTRO_OFFERS[journey.kind], at);
  if (!purchase) return;
  const isBooking = draws.chance(journey.kind === 'class' ? 0.62 : 0.68);
  const last = isBooking
    ? useIntro(book, journey, at, purchase.membership as number, (time) => (purchase.startsAt = time))
    : at;
  if (isBooking && draws.chance(0.22)) tryOther(book, journey, last);
  const stay = isBooking ? (journey.kind === 'class' ? 0.53 : 0.45) : 0.05;
  if (draws.chance(stay)) liveMembership(book, journey, last + draws.between(0.1, 9) * DAY);
}

/** The bookings of the intro offer; answers when the last of them took place. */
function useIntro(
  book: StudioBook,
  journey: Journey,
  at: WallTime,
  membership: number,
  onStart: (startsAt: string) => void,
): WallTime {
  const { draws } = book;
  const terms = { kind: journey.kind, membership, intro: true };
  const bookedAt = at + 4 * MINUTE + Math.min(draws.wait(1.8 * DAY), 12 * DAY);
  const eventAt = book.suitable(bookedAt + draws.between(0.3, 4) * DAY, journey.kind);
  book.visit(journey, bookedAt, eventAt, terms);
  if (eventAt <= book.asOf) onStart(toIso(eventAt));
  const more = journey.kind === 'class' ? draws.integer(0, 6) : draws.integer(0, 1);
  return book.visits(journey, eventAt, eventAt + 14 * DAY, terms, 3, more);
}

/** A class for those of the appointments, and the other way round. */
function tryOther(book: StudioBook, journey: Journey, after: WallTime): void {
  const kind: VisitKind = journey.kind === 'class' ? 'appointment' : 'class';
  const at = after + book.draws.between(0.1, 5) * DAY;
  book.visit(journey, at, book.suitable(at + DAY, kind), { kind });
}

/** A guest of a member: an account by invitation, a visit perhaps, the intro offer perhaps. */
export function liveGuest(book: StudioBook, journey: Journey): void {
  const { draws } = book;
  journey.person.createdAt = toIso(journey.entry);
  if (draws.chance(0.45)) {
    const at = journey.entry + 5 * MINUTE + draws.wait(2 * DAY);
    book.visit(journey, at, book.suitable(at + draws.between(0.2, 3) * DAY, journey.kind), {
      kind: journey.kind,
    });
  }
  if (draws.chance(0.62)) takeIntro(book, journey, journey.entry + HOUR + draws.wait(5 * DAY));
  else if (draws.chance(0.25)) liveMembership(book, journey, journey.entry + DAY + draws.wait(6 * DAY));
}
