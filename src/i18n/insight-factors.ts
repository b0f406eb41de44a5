import type { Counted } from './counted.ts';
import { createInsightLocalizer, type InsightLocalization } from './insight-common.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** What the section "what goes with going on" says besides. All values are formatted. */
export interface FactorsWords {
  more(name: string): string;
  less(name: string): string;
  none: string;
  empty: string;
  absent: string;
  lead(to: string, from: string, horizon: string | undefined): string;
  noCause: string;
  /** Of those with it so many went on, of the others so many. */
  counts(own: string, ownRate: string, others: string, othersRate: string): string;
  verdicts: { more: string; less: string; noise: string };
  odds(value: string, low: string, high: string): string;
  axis: string;
  inTable: string;
  event(name: string): string;
  entry(name: string): string;
  left(people: Counted): string;
  within(duration: string): string;
  tested(count: Counted): string;
  columns: { name: string; own: string; others: string; odds: string; verdict: string };
}

export type FactorsLocalization = InsightLocalization<FactorsWords>;

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const en: FactorsWords = {
  more: (name) => `Went on more often: those with ${name}`,
  less: (name) => `Went on less often: those with ${name}`,
  none: 'Nothing goes with going on by more than chance makes',
  empty: 'Nothing is there in enough people to be looked at',
  absent: 'These numbers came without what people have in common',
  lead: (to, from, horizon) =>
    `Of those who did ${from}, who did ${to}${horizon ? ` within ${horizon}` : ''}.`,
  noCause:
    'This says what is found together, not what makes people go on: they may differ in other things too. To know whether something works, try it with some people and not with others.',
  counts: (own, ownRate, others, othersRate) =>
    `With it ${own} went on (${ownRate}), without it ${others} (${othersRate})`,
  verdicts: { more: 'More often', less: 'Less often', noise: 'May be chance' },
  odds: (value, low, high) => `odds × ${value}, between ${low} and ${high}`,
  axis: 'Dot: odds of going on with it over those without; 1 is no difference. Bar: the true value, 19 times in 20.',
  inTable: 'What goes with it less clearly is in the table.',
  event: (name) => `afterwards: ${name}`,
  entry: (name) => `on entering: ${name}`,
  left: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person was', other: 'people were' })} not there long enough to tell, and ${pluralEn(n, { one: 'is', other: 'are' })} left out.`,
  within: (duration) =>
    `What happened counts within ${duration} of entering, for everybody alike; who went on before that is left out there.`,
  tested: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'thing was', other: 'things were' })} looked at; the more, the more clearly each has to differ.`,
  columns: {
    name: 'With',
    own: 'Went on, with it',
    others: 'Went on, others',
    odds: 'Odds ratio',
    verdict: 'Verdict',
  },
};

const fr: FactorsWords = {
  more: (name) => `Ont continué plus souvent\u00a0: les personnes avec ${name}`,
  less: (name) => `Ont continué moins souvent\u00a0: les personnes avec ${name}`,
  none: 'Rien ne va de pair avec la suite plus que par hasard',
  empty: 'Rien ne se trouve chez assez de personnes pour être examiné',
  absent: 'Ces chiffres sont arrivés sans ce que les personnes ont en commun',
  lead: (to, from, horizon) =>
    `Parmi les personnes passées par ${from}, celles qui sont passées par ${to}${horizon ? ` sous ${horizon}` : ''}.`,
  noCause:
    'Cela dit ce qui se trouve ensemble, pas ce qui fait continuer\u00a0: ces personnes peuvent différer par autre chose. Pour savoir si quelque chose marche, essayez-le avec une partie des personnes seulement.',
  counts: (own, ownRate, others, othersRate) =>
    `Avec, ${own} ont continué (${ownRate})\u00a0; sans, ${others} (${othersRate})`,
  verdicts: { more: 'Plus souvent', less: 'Moins souvent', noise: 'Peut-être le hasard' },
  odds: (value, low, high) => `cote × ${value}, entre ${low} et ${high}`,
  axis: 'Point\u00a0: cote de continuer avec, rapportée à celle des autres\u00a0; 1, aucune différence. Barre\u00a0: la vraie valeur, 19 fois sur 20.',
  inTable: 'Ce qui va de pair moins nettement est dans le tableau.',
  event: (name) => `ensuite\u00a0: ${name}`,
  entry: (name) => `à l’entrée\u00a0: ${name}`,
  left: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne est là depuis trop peu de temps et n’est pas comptée', other: 'personnes sont là depuis trop peu de temps et ne sont pas comptées' })}.`,
  within: (duration) =>
    `Ce qui s’est passé compte sous ${duration} après l’entrée, pour tout le monde\u00a0; qui avait déjà continué n’y est pas compté.`,
  tested: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'point examiné', other: 'points examinés' })}\u00a0: plus il y en a, plus chacun doit se distinguer nettement.`,
  columns: {
    name: 'Avec',
    own: 'Ont continué, avec',
    others: 'Ont continué, les autres',
    odds: 'Rapport des cotes',
    verdict: 'Verdict',
  },
};

/** Words and formats of the section "what goes with going on" for a tag, as near as the package has them. */
export const getFactorsLocalization: (tag: string | null | undefined) => FactorsLocalization =
  createInsightLocalizer<FactorsWords>({ en, fr } satisfies Record<Language, FactorsWords>);
