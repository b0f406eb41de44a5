import type { Counted } from './counted.ts';
import { createInsightLocalizer, type InsightLocalization } from './insight-common.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** What the section "time between steps" says besides. All values are formatted. */
export interface TimeWords {
  /** Half took at most so long, nine of ten at most so long. */
  halfAndMost(half: string, most: string): string;
  half(half: string): string;
  /** Nearly all at the same time. */
  few(count: Counted): string;
  nobody: string;
  absent: string;
  lead(count: Counted, from: string, to: string): string;
  /** Most did the second before the first. */
  before: string;
  median(duration: string): string;
  p90(duration: string): string;
  plot(from: string, to: string): string;
  barHeading(low: string, high: string): string;
  barWords(count: Counted, share: string): string;
  longer(low: string): string;
  noHistogram: string;
  steps: string;
  /** The steps it starts from, by number. */
  from(numbers: string, count: number): string;
  columns: { step: string; people: string; p25: string; median: string; p75: string; p90: string };
  bins: { from: string; to: string; people: string; share: string };
}

export type TimeLocalization = InsightLocalization<TimeWords>;

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const en: TimeWords = {
  halfAndMost: (half, most) => `Half took up to ${half}, 9 in 10 up to ${most}`,
  half: (half) => `Half took up to ${half}`,
  few: ({ n, text }) =>
    `Only ${text} ${pluralEn(n, { one: 'person', other: 'people' })} so far: no pattern yet`,
  nobody: 'Nobody has done both steps yet',
  absent: 'These numbers came without times',
  lead: ({ n, text }, from, to) =>
    `${text} ${pluralEn(n, { one: 'person', other: 'people' })} went from ${from} to ${to}. Those who have not (yet) are not counted here.`,
  before: 'Times below zero: the second step was done before the first.',
  median: (duration) => `half: ${duration}`,
  p90: (duration) => `9 in 10: ${duration}`,
  plot: (from, to) => `How long people took from ${from} to ${to}. The arrow keys go from bar to bar.`,
  barHeading: (low, high) => `${low} to ${high}`,
  barWords: ({ n, text }, share) => `${text} ${pluralEn(n, { one: 'person', other: 'people' })}, ${share}`,
  longer: (low) => `${low} or more`,
  noHistogram:
    'These numbers came without how the times are spread, so no bars can be drawn for these two steps.',
  steps: 'Each step, from the one it starts from',
  from: (numbers, count) => `from ${pluralEn(count, { one: 'step', other: 'steps' })} ${numbers}`,
  columns: {
    step: 'Step',
    people: 'People',
    p25: '1 in 4 within',
    median: 'Half within',
    p75: '3 in 4 within',
    p90: '9 in 10 within',
  },
  bins: { from: 'From', to: 'To', people: 'People', share: 'Share' },
};

const fr: TimeWords = {
  halfAndMost: (half, most) => `La moitié y met jusqu’à ${half}, 9 personnes sur 10 jusqu’à ${most}`,
  half: (half) => `La moitié y met jusqu’à ${half}`,
  few: ({ n, text }) =>
    `Seulement ${text} ${pluralFr(n, { one: 'personne', other: 'personnes' })} à ce jour\u00a0: rien ne se dessine encore`,
  nobody: 'Personne n’a encore fait les deux étapes',
  absent: 'Ces chiffres sont arrivés sans durées',
  lead: ({ n, text }, from, to) =>
    `${text} ${pluralFr(n, { one: 'personne est passée', other: 'personnes sont passées' })} de ${from} à ${to}. Celles qui ne l’ont pas (encore) fait ne comptent pas ici.`,
  before: 'Durées négatives\u00a0: la seconde étape a été faite avant la première.',
  median: (duration) => `moitié\u00a0: ${duration}`,
  p90: (duration) => `9 sur 10\u00a0: ${duration}`,
  plot: (from, to) =>
    `Durée pour passer de ${from} à ${to}. Les flèches du clavier vont d’une barre à l’autre.`,
  barHeading: (low, high) => `de ${low} à ${high}`,
  barWords: ({ n, text }, share) =>
    `${text} ${pluralFr(n, { one: 'personne', other: 'personnes' })}, ${share}`,
  longer: (low) => `${low} ou plus`,
  noHistogram:
    'Ces chiffres sont arrivés sans la répartition des durées\u00a0: pas de barres pour ces deux étapes.',
  steps: 'Chaque étape, depuis celle dont elle part',
  from: (numbers, count) => `depuis ${pluralFr(count, { one: 'l’étape', other: 'les étapes' })} ${numbers}`,
  columns: {
    step: 'Étape',
    people: 'Personnes',
    p25: '1 sur 4 sous',
    median: 'La moitié sous',
    p75: '3 sur 4 sous',
    p90: '9 sur 10 sous',
  },
  bins: { from: 'De', to: 'À', people: 'Personnes', share: 'Part' },
};

/** Words and formats of the section "time between steps" for a tag, as near as the package has them. */
export const getTimeLocalization: (tag: string | null | undefined) => TimeLocalization =
  createInsightLocalizer<TimeWords>({ en, fr } satisfies Record<Language, TimeWords>);
