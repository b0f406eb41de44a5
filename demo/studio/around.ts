import { showVariants } from './landing-test.ts';
import { readMessages } from './messages.ts';
import type { Draws } from './random.ts';
import { browse } from './site-visits.ts';
import type { Journey, StudioBook } from './studio-book.ts';
import { DAY } from './studio-time.ts';
import { talk } from './word-of-mouth.ts';

/** Share of people who can hardly wait to begin. */
const KEEN = 0.25;

/**
 * Everything beside the funnels: messages opened and clicked, the site, social media, opinions, an A/B test.
 * Written once all journeys are known, as interest follows what people do.
 */
export function liveAround(book: StudioBook, draws: Draws, journeys: readonly Journey[]): void {
  for (const journey of journeys) {
    const isKeen = draws.chance(KEEN);
    readMessages(book, draws, journey, isKeen);
    browse(book, draws, journey, isKeen);
    talk(book, draws, journey, isKeen);
    if (isKeen) tryOut(book, draws, journey);
  }
  showVariants(book, draws, journeys);
}

/** Half of those who can hardly wait, and have not bought, come to an open day. */
function tryOut(book: StudioBook, draws: Draws, journey: Journey): void {
  if (journey.convertedAt !== undefined || !draws.chance(0.5)) return;
  const at = book.suitable(journey.entry + draws.between(2, 16) * DAY, 'class');
  book.add('trial', journey, at, { kind: 'class' });
}
