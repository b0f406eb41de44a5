import { createInsightLocalizer, type InsightLocalization } from './insight-common.ts';
import type { Language } from './locale.ts';

/** What the section "where the numbers come from" says besides. All values are formatted, steps are quoted. */
export interface NumbersWords {
  title: string;
  lead: string;
  first(step: string): string;
  /** The people of a base: `people who did “A”`. */
  went(step: string): string;
  /** The converted of a step that has no base among those before. */
  ofBase(step: string, base: string): string;
  ofFirst(step: string, first: string): string;
  inBoth(step: string, base: string): string;
  lost(base: string, step: string): string;
  notYet(base: string, step: string): string;
  lostShare(step: string): string;
  open: string;
  skipped: string;
  recent(count: string, duration: string | undefined): string;
  between(low: string, high: string): string;
  median(duration: string, count: string | undefined): string;
  change(now: string, before: string): string;
  kinds: {
    count: string;
    rate: string;
    total: string;
    lost: string;
    notYet: string;
    lostRate: string;
    notYetRate: string;
    interval: string;
    median: string;
    change: string;
  };
  unknown: string;
}

export type NumbersLocalization = InsightLocalization<NumbersWords>;

const en: NumbersWords = {
  title: 'Every number of the chart, and what it is made of',
  lead: 'Each line is a number as the chart shows it, then what it is worked out from.',
  first: (step) => `people who did ${step} in the period`,
  went: (step) => `people who did ${step}`,
  ofBase: (step, base) => `people who did ${step}, of all who did ${base}`,
  ofFirst: (step, first) => `people who did ${step}, of all who began with ${first}`,
  inBoth: (step, base) => `people who did both ${base} and ${step}, of all who did ${base}`,
  lost: (base, step) => `people who did ${base}, less those who did ${step}`,
  notYet: (base, step) => `people who did ${base}, less those who did ${step} so far`,
  lostShare: (base) => `these people, of all who did ${base}`,
  open: 'less those who still have time',
  skipped: 'less those who may leave it out',
  recent: (count, duration) =>
    `${count} of them came ${duration ? `less than ${duration} ago` : 'too recently'}: too early to tell, so they count neither for the biggest loss nor in the money`,
  between: (low, high) =>
    `the true rate lies between ${low} and ${high}, 19 times in 20 (Wilson’s interval, as there are few people)`,
  median: (duration, count) =>
    `half of ${count ? `the ${count} who went on` : 'those who went on'} took less than ${duration}, half more`,
  change: (now, before) => `${now} now, less ${before} in the compared period`,
  kinds: {
    count: 'People',
    rate: 'Rate of the step',
    total: 'Of the total',
    lost: 'Lost',
    notYet: 'Not (yet) done',
    lostRate: 'Share lost',
    notYetRate: 'Share of them',
    interval: 'How sure',
    median: 'Time',
    change: 'Change',
  },
  unknown: 'This number did not come with the others, so nothing can be worked out from it.',
};

const fr: NumbersWords = {
  title: 'Chaque chiffre du graphique, et de quoi il est fait',
  lead: 'Chaque ligne reprend un chiffre du graphique, puis ce dont il est calculé.',
  first: (step) => `personnes passées par ${step} dans la période`,
  went: (step) => `personnes passées par ${step}`,
  ofBase: (step, base) => `personnes passées par ${step}, sur toutes celles passées par ${base}`,
  ofFirst: (step, first) => `personnes passées par ${step}, sur toutes celles entrées par ${first}`,
  inBoth: (step, base) =>
    `personnes passées par ${base} et par ${step}, sur toutes celles passées par ${base}`,
  lost: (base, step) => `personnes passées par ${base}, moins celles passées par ${step}`,
  notYet: (base, step) => `personnes passées par ${base}, moins celles passées à ce jour par ${step}`,
  lostShare: (base) => `ces personnes, sur toutes celles passées par ${base}`,
  open: 'moins celles qui ont encore le temps',
  skipped: 'moins celles qui peuvent s’en passer',
  recent: (count, duration) =>
    `${count} d’entre elles sont arrivées ${duration ? `il y a moins de ${duration}` : 'trop récemment'}\u00a0: il est trop tôt pour le dire, ni la plus grosse perte ni l’argent ne les comptent`,
  between: (low, high) =>
    `le vrai taux est entre ${low} et ${high}, 19 fois sur 20 (intervalle de Wilson, car il y a peu de monde)`,
  median: (duration, count) =>
    `la moitié ${count ? `des ${count} personnes qui ont continué` : 'de celles qui ont continué'} a mis moins de ${duration}, l’autre moitié plus`,
  change: (now, before) => `${now} maintenant, moins ${before} sur la période comparée`,
  kinds: {
    count: 'Personnes',
    rate: 'Taux de l’étape',
    total: 'Du total',
    lost: 'Perdues',
    notYet: 'Pas (encore) fait',
    lostRate: 'Part perdue',
    notYetRate: 'Leur part',
    interval: 'Certitude',
    median: 'Durée',
    change: 'Évolution',
  },
  unknown: 'Ce chiffre n’est pas arrivé avec les autres\u00a0: on ne peut rien en tirer.',
};

/** Words and formats of the section "where the numbers come from" for a tag, as near as the package has them. */
export const getNumbersLocalization: (tag: string | null | undefined) => NumbersLocalization =
  createInsightLocalizer<NumbersWords>({ en, fr } satisfies Record<Language, NumbersWords>);
