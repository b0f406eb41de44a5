import type { Draws } from './random.ts';
import type { Journey, StudioBook } from './studio-book.ts';
import { DAY, HOUR } from './studio-time.ts';

/** Visits after which the studio asks for an opinion. */
const SURVEYED = [4, 25, 60];

/** What clients say of the studio: on social media, in surveys and reviews, as its ambassadors. */
export function talk(book: StudioBook, draws: Draws, journey: Journey, isKeen: boolean): void {
  followOnSocialMedia(book, draws, journey, isKeen);
  const visits = [...journey.checkIns].sort((a, b) => a - b);
  const delight = Math.min(1, visits.length / 40);
  const talkative = draws.habit(1.2, 0.05);
  for (const [index, at] of visits.entries()) {
    if (draws.chance(Math.min(0.25, talkative))) share(book, draws, journey, at);
    if (SURVEYED.includes(index + 1) && draws.chance(0.34))
      book.add('survey', journey, at + DAY + draws.wait(DAY), { score: scoreOf(draws, delight) });
  }
  const last = visits.at(-1);
  if (last === undefined) return;
  if (draws.chance(0.03 + 0.16 * delight)) review(book, draws, journey, draws.pick(visits));
  if (delight === 1 && draws.chance(0.11)) book.add('affiliate-signup', journey, draws.pick(visits) + HOUR);
}

/** Who came from Instagram likes and comments there before anything else. */
function followOnSocialMedia(book: StudioBook, draws: Draws, journey: Journey, isKeen: boolean): void {
  const likes = Math.floor(draws.wait(journey.person.source === 'instagram' || isKeen ? 1.1 : 0.35));
  for (let like = 0; like < likes; like++) {
    const kind = draws.weighted({ like: 70, comment: 18, follow: 12 });
    book.add('social', journey, journey.entry + HOUR + draws.wait(25 * DAY), { kind });
  }
}

function share(book: StudioBook, draws: Draws, journey: Journey, at: number): void {
  const kind = draws.weighted({ like: 55, tag: 25, share: 20 });
  book.add('social', journey, at + HOUR + draws.wait(8 * HOUR), { kind });
}

function review(book: StudioBook, draws: Draws, journey: Journey, at: number): void {
  const stars = Number(draws.weighted({ 5: 68, 4: 20, 3: 7, 2: 3, 1: 2 }));
  book.add('review', journey, at + DAY + draws.wait(3 * DAY), { stars });
}

/** From 0 to 10, as "would you recommend us": those who come often are the kindest. */
function scoreOf(draws: Draws, delight: number): number {
  return Math.round(Math.min(10, Math.max(0, 11 - draws.wait(3.2 - 1.6 * delight))));
}
