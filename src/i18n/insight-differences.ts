import type { Counted } from './counted.ts';
import { createInsightLocalizer, type InsightLocalization } from './insight-common.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** What the section "compare groups" says besides. All values are formatted. */
export interface DifferencesWords {
  better(names: string, count: number): string;
  worse(names: string, count: number): string;
  /** Joins the two above. */
  both(better: string, worse: string): string;
  none: string;
  tooFewAll: string;
  refused: Record<'no-breakdown' | 'overlapping' | 'unknown', string>;
  hints: Record<'no-breakdown' | 'overlapping' | 'unknown', string>;
  lead(to: string, from: string): string;
  verdicts: { better: string; worse: string; noise: string; 'too-few': string };
  ofRest(part: string, whole: string, rate: string): string;
  points(low: string, high: string): string;
  axis: string;
  note(tested: Counted): string;
  columns: {
    group: string;
    rate: string;
    interval: string;
    rest: string;
    difference: string;
    verdict: string;
  };
}

export type DifferencesLocalization = InsightLocalization<DifferencesWords>;

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const en: DifferencesWords = {
  better: (names, count) =>
    `${names} ${pluralEn(count, { one: 'does', other: 'do' })} better than the others`,
  worse: (names, count) => `${names} ${pluralEn(count, { one: 'does', other: 'do' })} worse than the others`,
  both: (better, worse) => `${better}; ${worse}`,
  none: 'No group differs from the others by more than chance makes',
  tooFewAll: 'Too few people in each group to compare them',
  refused: {
    'no-breakdown': 'There are no groups to compare yet',
    overlapping: 'These groups cannot be compared',
    unknown: 'Some numbers of the groups are missing',
  },
  hints: {
    'no-breakdown':
      'Choose a property under “Break down by”, such as the source, and its groups are compared here.',
    overlapping: 'Somebody can be in several of them, so that a group and the others share people.',
    unknown: 'Without them it cannot be told which differ.',
  },
  lead: (to, from) => `Of those who did ${from}, how many did ${to}.`,
  verdicts: {
    better: 'Better',
    worse: 'Worse',
    noise: 'May be chance',
    'too-few': 'Too few to compare',
  },
  ofRest: (part, whole, rate) => `others: ${part} of ${whole}, ${rate}`,
  points: (low, high) => `${low} to ${high} points`,
  axis: 'Bar: the true rate, 19 times in 20. Line: all groups together.',
  note: ({ n, text }) =>
    n > 1
      ? `Each group is compared with all others. As ${text} are compared, each has to differ more clearly than one alone would.`
      : 'Each group is compared with all others.',
  columns: {
    group: 'Group',
    rate: 'Rate',
    interval: 'True rate, 19 times in 20',
    rest: 'All others',
    difference: 'Difference, in points',
    verdict: 'Verdict',
  },
};

const fr: DifferencesWords = {
  better: (names, count) =>
    `${names} ${pluralFr(count, { one: 'fait', other: 'font' })} mieux que les autres groupes`,
  worse: (names, count) =>
    `${names} ${pluralFr(count, { one: 'fait', other: 'font' })} moins bien que les autres groupes`,
  both: (better, worse) => `${better}\u00a0; ${worse}`,
  none: 'Aucun groupe ne se distingue des autres plus que par hasard',
  tooFewAll: 'Trop peu de personnes par groupe pour les comparer',
  refused: {
    'no-breakdown': 'Il n’y a pas encore de groupes à comparer',
    overlapping: 'Ces groupes ne se comparent pas',
    unknown: 'Il manque des chiffres aux groupes',
  },
  hints: {
    'no-breakdown':
      'Choisissez une propriété sous «\u00a0Répartir par\u00a0», la source par exemple\u00a0: ses groupes seront comparés ici.',
    overlapping:
      'Une même personne peut être dans plusieurs d’entre eux\u00a0: un groupe et les autres se recouvrent.',
    unknown: 'Sans eux, on ne peut pas dire lesquels diffèrent.',
  },
  lead: (to, from) => `Parmi les personnes passées par ${from}, combien sont passées par ${to}.`,
  verdicts: {
    better: 'Mieux',
    worse: 'Moins bien',
    noise: 'Peut-être le hasard',
    'too-few': 'Trop peu pour comparer',
  },
  ofRest: (part, whole, rate) => `les autres\u00a0: ${part} sur ${whole}, ${rate}`,
  points: (low, high) => `de ${low} à ${high} points`,
  axis: 'Barre\u00a0: le vrai taux, 19 fois sur 20. Trait\u00a0: tous les groupes ensemble.',
  note: ({ n, text }) =>
    n > 1
      ? `Chaque groupe est comparé à tous les autres. Comme il y en a ${text}, chacun doit se distinguer plus nettement que s’il était seul.`
      : 'Chaque groupe est comparé à tous les autres.',
  columns: {
    group: 'Groupe',
    rate: 'Taux',
    interval: 'Vrai taux, 19 fois sur 20',
    rest: 'Tous les autres',
    difference: 'Écart, en points',
    verdict: 'Verdict',
  },
};

/** Words and formats of the section "compare groups" for a tag, as near as the package has them. */
export const getDifferencesLocalization: (tag: string | null | undefined) => DifferencesLocalization =
  createInsightLocalizer<DifferencesWords>({ en, fr } satisfies Record<Language, DifferencesWords>);
