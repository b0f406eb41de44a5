import { createFigureLocalizer, type FigureLocalization } from './figures-common.ts';
import type { FigureMessages } from './figures-messages.ts';
import type { Counted } from './counted.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** The texts of `<activation-rate>`; names of what is acquired and activated come from the host or the preset. */
export interface ActivationWords {
  title: string;
  acquired: string;
  activated: string;
  /** `came to a first class ÷ new leads`: the formula in words. */
  formula(activated: string, acquired: string): string;
  /** `300 of 1,000`, under the rate. */
  counts(activated: string, acquired: Counted): string;
  /** `95% sure: between 27.2% and 32.9%`. */
  interval(between: string): string;
  within(span: string): string;
  withinPeriod: string;
  target(rate: string): string;
  targetMet(points: string): string;
  targetMissed(points: string): string;
  targetExactly: string;
  /** The interval holds the target, so chance alone could make it met or missed: neither is said. */
  targetUnsure(distance: string): string;
  benchmark: string;
  above(points: string): string;
  below(points: string): string;
  equal: string;
  open(count: Counted): string;
  nobody: string;
  unknownAcquired: string;
  unknownHint: string;
  nobodyHint: string;
  courseTitle: Record<'day' | 'week' | 'month', string>;
  course(from: string, to: string, lowest: string, highest: string): string;
  period: Record<'day' | 'week' | 'month', string>;
  rate: string;
  margin: string;
  incomplete: string;
  incompleteNote: string;
  cut: string;
  bandNote: string;
  /** `Of 1,000 new leads, 300 came to a first class: 30%.` */
  summary(
    acquired: string,
    acquiredName: string,
    activated: string,
    activatedName: string,
    rate: string,
  ): string;
}

/** Every text of `<activation-rate>`. */
export type ActivationMessages = FigureMessages & ActivationWords;
export type ActivationLocalization = FigureLocalization<ActivationMessages>;

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const en: ActivationWords = {
  title: 'Activation rate',
  acquired: 'acquired',
  activated: 'activated',
  formula: (activated, acquired) => `${activated} ÷ ${acquired}`,
  counts: (activated, { text }) => `${activated} of ${text}`,
  interval: (between) => `With this many people the rate is known to be ${between}.`,
  within: (span) => `within ${span}`,
  withinPeriod: 'within the same period',
  target: (rate) => `Target ${rate}`,
  targetMet: (points) => `reached, ${points} above`,
  targetMissed: (points) => `not reached, ${points} missing`,
  targetExactly: 'reached exactly',
  targetUnsure: (distance) => `${distance}: too close to be sure with this many people`,
  benchmark: 'Benchmark',
  above: (points) => `${points} above`,
  below: (points) => `${points} below`,
  equal: 'the same',
  open: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person still has', other: 'people still have' })} time: the rate can still rise.`,
  unknownAcquired: 'Not known: the data does not say how many were acquired',
  unknownHint: 'That is not 0. Without this number there is no rate.',
  nobody: 'Nobody was acquired in this period',
  nobodyHint: 'Choose a longer period, or check which event counts as acquired.',
  courseTitle: { day: 'By day', week: 'By week', month: 'By month' },
  course: (from, to, lowest, highest) =>
    `Activation rate from ${from} to ${to}: between ${lowest} and ${highest}. The numbers are in the table below.`,
  period: { day: 'Day', week: 'Week of', month: 'Month' },
  rate: 'Rate',
  margin: 'Between',
  incomplete: 'not finished',
  incompleteNote: 'Dashed: not finished, the rate can still rise or the period is not whole.',
  cut: 'part of it',
  bandNote: 'Light band: between which bounds the rate lies, with 95% certainty.',
  summary: (acquired, acquiredName, activated, activatedName, rate) =>
    `Of ${acquired} ${acquiredName}, ${activated} ${activatedName}: ${rate}.`,
};

const fr: ActivationWords = {
  title: 'Taux d’activation',
  acquired: 'acquis',
  activated: 'activés',
  formula: (activated, acquired) => `${activated} ÷ ${acquired}`,
  counts: (activated, { text }) => `${activated} sur ${text}`,
  interval: (between) => `Avec ce nombre de personnes, on sait que le taux se situe ${between}.`,
  within: (span) => `en ${span} au plus`,
  withinPeriod: 'au cours de la même période',
  target: (rate) => `Objectif ${rate}`,
  targetMet: (points) => `atteint, ${points} au-dessus`,
  targetMissed: (points) => `pas atteint, il manque ${points}`,
  targetExactly: 'atteint tout juste',
  targetUnsure: (distance) => `${distance}\u00a0: trop proche pour être sûr avec ce nombre de personnes`,
  benchmark: 'Référence',
  above: (points) => `${points} au-dessus`,
  below: (points) => `${points} en dessous`,
  equal: 'au même niveau',
  open: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne a encore', other: 'personnes ont encore' })} le temps\u00a0: le taux peut encore monter.`,
  unknownAcquired: 'Inconnu\u00a0: les données ne disent pas combien de personnes ont été acquises',
  unknownHint: 'Ce n’est pas 0. Sans ce nombre, il n’y a pas de taux.',
  nobody: 'Personne n’a été acquis pendant cette période',
  nobodyHint: 'Choisissez une période plus longue, ou vérifiez quel événement compte comme acquis.',
  courseTitle: { day: 'Par jour', week: 'Par semaine', month: 'Par mois' },
  course: (from, to, lowest, highest) =>
    `Taux d’activation de ${from} à ${to}\u00a0: entre ${lowest} et ${highest}. Les chiffres sont dans le tableau ci-dessous.`,
  period: { day: 'Jour', week: 'Semaine du', month: 'Mois' },
  rate: 'Taux',
  margin: 'Entre',
  incomplete: 'pas terminé',
  incompleteNote:
    'En pointillé\u00a0: pas terminé, le taux peut encore monter ou la période n’est pas entière.',
  cut: 'une partie',
  bandNote: 'Bande claire\u00a0: entre quelles bornes se situe le taux, avec 95\u00a0% de certitude.',
  summary: (acquired, acquiredName, activated, activatedName, rate) =>
    `Sur ${acquired} ${acquiredName}, ${activated} ${activatedName}\u00a0: ${rate}.`,
};

/** Words and formats of `<activation-rate>` for a tag, as near as the package has them. */
export const getActivationLocalization: (tag: string | null | undefined) => ActivationLocalization =
  createFigureLocalizer<ActivationWords>({ en, fr } satisfies Record<Language, ActivationWords>);
