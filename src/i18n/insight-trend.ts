import { createInsightLocalizer, type InsightLocalization } from './insight-common.ts';
import type { Language } from './locale.ts';

type Interval = 'day' | 'week' | 'month';

/** What the section "over time" says besides. All values are formatted. */
export interface TrendWords {
  interval: string;
  intervals: Record<Interval, string>;
  /** A period in a sentence: `October 2026`, `the week of Oct 5`. */
  period(date: string, interval: Interval): string;
  /** The last whole period against all: as usual, better or worse than usual. */
  usual(rate: string, period: string, all: string): string;
  better(rate: string, period: string, all: string): string;
  worse(rate: string, period: string, all: string): string;
  few(part: string, period: string): string;
  /** No period is whole. */
  unfinishedAll(rate: string): string;
  empty: string;
  absent: string;
  /** Of those who did one step, how many did the other. */
  lead(to: string, from: string): string;
  average(rate: string): string;
  plot(from: string, to: string): string;
  pointWords(part: string, whole: string, rate: string): string;
  interim: string;
  running: string;
  recent: string;
  runningNote: string;
  recentNote: string;
  bandNote: string;
  fixed(interval: string): string;
  columns: { period: string; entered: string; converted: string; rate: string; between: string };
}

export type TrendLocalization = InsightLocalization<TrendWords>;

const en: TrendWords = {
  interval: 'By',
  intervals: { day: 'day', week: 'week', month: 'month' },
  period: (date, interval) => (interval === 'week' ? `the week of ${date}` : date),
  usual: (rate, period, all) => `No clear change: ${rate} in ${period}, ${all} in the whole period`,
  better: (rate, period, all) => `Better than usual: ${rate} in ${period}, ${all} in the whole period`,
  worse: (rate, period, all) => `Worse than usual: ${rate} in ${period}, ${all} in the whole period`,
  few: (part, period) => `Too few people to tell: ${part} in ${period}`,
  unfinishedAll: (rate) => `${rate} so far; no period is over yet`,
  empty: 'Nobody entered in these periods',
  absent: 'These numbers came without their course over time',
  lead: (to, from) => `Of those who did ${from}, how many did ${to}, by when they entered.`,
  average: (rate) => `All: ${rate}`,
  plot: (from, to) => `Rate from ${from} to ${to} over time. The arrow keys go from point to point.`,
  pointWords: (part, whole, rate) => `${part} of ${whole}, ${rate}`,
  interim: 'not final',
  running: 'these people still have time: the rate can still rise',
  recent: 'these people came recently: the rate can still rise',
  runningNote:
    'Hollow, dashed: people who entered then still have time to go on, so these rates can still rise.',
  recentNote:
    'Hollow, dashed: less time has passed than half of those who got there needed, so these rates will probably still rise.',
  bandNote:
    'Shaded: with so few people, the true rate lies somewhere in there (19 times in 20). Ups and downs inside are no news.',
  fixed: (interval) => `These numbers came by ${interval}, for these two steps only.`,
  columns: {
    period: 'Entered',
    entered: 'People',
    converted: 'Went on',
    rate: 'Rate',
    between: 'True rate, 19 times in 20',
  },
};

const fr: TrendWords = {
  interval: 'Par',
  intervals: { day: 'jour', week: 'semaine', month: 'mois' },
  period: (date, interval) => (interval === 'week' ? `la semaine du ${date}` : date),
  usual: (rate, period, all) =>
    `Pas de changement net\u00a0: ${rate} (${period}), ${all} sur toute la période`,
  better: (rate, period, all) =>
    `Mieux que d’habitude\u00a0: ${rate} (${period}), ${all} sur toute la période`,
  worse: (rate, period, all) =>
    `Moins bien que d’habitude\u00a0: ${rate} (${period}), ${all} sur toute la période`,
  few: (part, period) => `Trop peu de monde pour conclure\u00a0: ${part} (${period})`,
  unfinishedAll: (rate) => `${rate} à ce jour\u00a0; aucune période n’est terminée`,
  empty: 'Personne n’est entré pendant ces périodes',
  absent: 'Ces chiffres sont arrivés sans leur évolution dans le temps',
  lead: (to, from) =>
    `Parmi les personnes passées par ${from}, combien sont passées par ${to}, selon leur date d’entrée.`,
  average: (rate) => `Ensemble\u00a0: ${rate}`,
  plot: (from, to) =>
    `Taux de ${from} à ${to} au fil du temps. Les flèches du clavier vont d’un point à l’autre.`,
  pointWords: (part, whole, rate) => `${part} sur ${whole}, ${rate}`,
  interim: 'provisoire',
  running: 'ces personnes ont encore le temps\u00a0: le taux peut encore monter',
  recent: 'ces personnes sont arrivées il y a peu\u00a0: le taux peut encore monter',
  runningNote:
    'Points vides et tirets\u00a0: les personnes entrées alors ont encore le temps de continuer, ces taux peuvent donc encore monter.',
  recentNote:
    'Points vides et tirets\u00a0: il s’est écoulé moins de temps qu’il n’en a fallu à la moitié de celles qui y sont arrivées, ces taux vont sans doute encore monter.',
  bandNote:
    'Zone ombrée\u00a0: avec si peu de monde, le vrai taux est quelque part dedans (19 fois sur 20). À l’intérieur, les hauts et les bas ne disent rien.',
  fixed: (interval) => `Ces chiffres sont arrivés par ${interval}, pour ces deux étapes seulement.`,
  columns: {
    period: 'Entrée',
    entered: 'Personnes',
    converted: 'Ont continué',
    rate: 'Taux',
    between: 'Vrai taux, 19 fois sur 20',
  },
};

/** Words and formats of the section "over time" for a tag, as near as the package has them. */
export const getTrendLocalization: (tag: string | null | undefined) => TrendLocalization =
  createInsightLocalizer<TrendWords>({ en, fr } satisfies Record<Language, TrendWords>);
