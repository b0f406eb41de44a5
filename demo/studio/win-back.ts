import { DROP_IN, TEN_PACK } from './offers.ts';
import { liveMembership } from './member-life.ts';
import type { Journey, StudioBook } from './studio-book.ts';
import { DAY, HOUR, wallTime, type WallTime } from './studio-time.ts';

/** The days on which the studio writes to clients who no longer come. */
const CAMPAIGNS: readonly WallTime[] = [
  '2025-03-05',
  '2025-06-11',
  '2025-09-03',
  '2026-01-07',
  '2026-04-08',
  '2026-06-10',
  '2026-09-02',
  '2026-10-07',
].map((day) => wallTime(`${day}T10:00`));

/** Writes to a client who has been away for a month, again and again; some come back. */
export function winBack(book: StudioBook, journey: Journey): void {
  for (const campaign of CAMPAIGNS) {
    if (!isAway(journey, campaign) || !book.draws.chance(0.36)) continue;
    const at = campaign + book.draws.between(0, 30) * HOUR;
    if (book.contact(journey, at, 'win-back', book.draws.pick(['email', 'email', 'sms'])))
      respond(book, journey, at);
  }
}

function isAway(journey: Journey, at: WallTime): boolean {
  const { convertedAt, checkIns } = journey;
  if (convertedAt === undefined || convertedAt > at - 30 * DAY) return false;
  return !checkIns.some((time) => time > at - 35 * DAY && time < at + 10 * DAY);
}

/** About a third look at an offer again; half of these book, most of whom come. */
function respond(book: StudioBook, journey: Journey, contactedAt: WallTime): void {
  const { draws } = book;
  if (!draws.chance(0.36)) return;
  const seen = contactedAt + HOUR + draws.wait(3 * DAY);
  book.add('checkout-view', journey, seen, { page: draws.pick(['membership', 'class', 'class']) });
  if (!draws.chance(0.56)) return;
  const at = seen + draws.wait(2 * DAY);
  if (draws.chance(0.35)) return liveMembership(book, journey, at, TEN_PACK);
  book.buy(journey, DROP_IN, at);
  book.visit(journey, at, book.suitable(at + draws.between(0.2, 4) * DAY, 'class'), { kind: 'class' });
}
