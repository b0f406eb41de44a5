import type { Experiment } from '../../src/engine/schema/figures-experiments.ts';
import type { Draws } from './random.ts';
import type { Journey, StudioBook } from './studio-book.ts';
import { DAY, MINUTE, wallTime } from './studio-time.ts';

/** Two landing pages for new leads: the present one, and one that shows a first class on video. */
export const LANDING_TEST = {
  id: 'landing-page',
  name: { fr: 'Page d’arrivée : photo ou vidéo', en: 'Landing page: photo or video' },
  variants: [
    { id: 'photo', name: { fr: 'Photo (actuelle)', en: 'Photo (present)' } },
    { id: 'video', name: { fr: 'Vidéo d’un cours', en: 'Video of a class' } },
  ],
  control: 'photo',
  goal: {
    name: { fr: 'Offre découverte achetée', en: 'Intro offer bought' },
    event: 'purchase',
    where: { intro: true },
  },
  window: { days: 30 },
  range: { from: '2026-06-01', to: '2026-10-18' },
} satisfies Experiment;

const ONLINE = ['instagram', 'google', 'website', 'abandoned-cart'];

/**
 * Share of the video page among those who bought the intro offer and among the others. The purchases are already
 * written, so the page is drawn given the outcome: the same joint distribution as a page that persuades.
 */
const VIDEO = { buyer: 0.57, other: 0.476 };

/** Shows each lead who came online while the test ran one of the two pages, just as they came. */
export function showVariants(book: StudioBook, draws: Draws, journeys: readonly Journey[]): void {
  const from = wallTime(LANDING_TEST.range.from);
  const to = wallTime(LANDING_TEST.range.to) + DAY;
  for (const journey of journeys) {
    const { entry, person, diary } = journey;
    if (entry < from || entry >= to || !person.leadCreatedAt || !ONLINE.includes(person.source)) continue;
    const hasBought = diary.some(({ type, row }) => type === 'purchase' && row.intro === true);
    const variant = draws.chance(hasBought ? VIDEO.buyer : VIDEO.other) ? 'video' : 'photo';
    book.add('exposure', journey, entry - draws.integer(1, 15) * MINUTE, {
      experiment: LANDING_TEST.id,
      variant,
    });
  }
}
