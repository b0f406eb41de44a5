import type { Draws } from './random.ts';
import type { Journey, StudioBook } from './studio-book.ts';
import { DAY, MINUTE } from './studio-time.ts';

/** Visits to the site in the first weeks, by where somebody came from. */
const CURIOSITY: Readonly<Record<string, number>> = {
  instagram: 1.2,
  google: 2.1,
  website: 2.6,
  'abandoned-cart': 1.6,
  referral: 0.9,
  'walk-in': 0.3,
  classpass: 0.2,
};

/** Their leads were on the site when they filled in a form; Instagram's form is on Instagram. */
const BY_THE_SITE = ['google', 'website', 'abandoned-cart'];

/** How much oftener those come back to the site who can hardly wait. */
const KEEN = 4;

/** The site before a form and a checkout page, in the first weeks, and now and then while somebody comes to class. */
export function browse(book: StudioBook, draws: Draws, journey: Journey, isKeen: boolean): void {
  const { entry, person } = journey;
  if (person.leadCreatedAt && BY_THE_SITE.includes(person.source))
    book.add('site-visit', journey, entry - draws.integer(2, 12) * MINUTE, { from: person.source });
  for (const { type, at } of journey.diary.slice()) {
    if (type === 'checkout-view' && draws.chance(0.85))
      book.add('site-visit', journey, at - draws.integer(1, 9) * MINUTE, { from: 'direct' });
    else if (type === 'check-in' && draws.chance(0.08))
      book.add('site-visit', journey, at + draws.between(0.3, 5) * DAY, { from: 'direct' });
  }
  const visits = Math.floor(
    draws.wait((isKeen ? KEEN : 1) * (CURIOSITY[person.source] ?? 1)) + (isKeen ? 6 : 0),
  );
  for (let visit = 0; visit < visits; visit++)
    book.add('site-visit', journey, entry + MINUTE + draws.wait(8 * DAY), { from: 'direct' });
}
