import type { Counted } from './counted.ts';
import { createFigureLocalizer, type FigureLocalization } from './figures-common.ts';
import type { FigureMessages } from './figures-messages.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** What a sentence about two variants says; all formatted. */
export interface PairWords {
  variant: string;
  control: string;
  /** Rates of both, as percentages. */
  rate: string;
  controlRate: string;
  /** What counts as done, in quotes; undefined where it has no name. */
  goal: string | undefined;
  /** `130 of 1,000`: how many of a thousand. */
  ofThousand: string;
  controlOfThousand: string;
}

/** The texts of `<experiment-readout>`; names of variants and steps come from the host. */
export interface ExperimentWords {
  title: string;
  goal: string;
  step: string;
  variant: string;
  control: string;
  exposed(count: Counted): string;
  /** `325 of 2,500`, under the rate. */
  rateOf: string;
  versus(lift: string, control: string): string;
  versusBetween(low: string, high: string): string;
  versusPoints(points: string, control: string): string;
  axis(goal: string | undefined): string;
  lineNote(control: string): string;
  intervalNote(confidence: string): string;

  better(pair: PairWords): string;
  worse(pair: PairWords): string;
  /** How seldom such a gap comes by itself. */
  byChance(oneIn: string): string;
  hardlyByChance: string;
  undecided(pair: PairWords): string;
  undecidedSame(pair: PairWords): string;
  tooFew: string;
  unsound: string;
  /** What to do now. */
  keep(variant: string): string;
  goOn(missing: Counted): string;
  goOnToPlan(needed: string): string;
  either: string;
  eitherOrGoOn: string;
  startAgain: string;
  noData: string;
  noDataHint: string;
  verdicts: Record<'better' | 'worse' | 'undecided' | 'too-few' | 'unsound', string>;
  need(people: string, missing: Counted): string;
  needMet(people: string): string;
  forLift(lift: string): string;
  forSeen: string;

  missing: string;
  sampleRatio(groups: string, oneIn: string): string;
  fewConverted: string;
  windowsRunning(open: Counted): string;
  mixedOut(people: Counted): string;
  mixedIn(people: Counted): string;
  unassigned(people: Counted): string;
  earlyLook(needed: string, exposed: string): string;
  manyVariants(risk: string): string;
  /** What is shown holds for who looks often, or may not. */
  holdsAnytime: string;
  repeatedLooks: string;

  tests: string;
  testsIntro: string;
  rate: string;
  interval: string;
  difference: string;
  lift: string;
  zTest: string;
  chiSquare: string;
  chiSquareYates: string;
  anytime: string;
  toBeBest: string;
  needed: string;
  open: string;
  converted: string;
  people: string;
  overall(statistic: string, p: string): string;
  statistic(value: string, p: string): string;
  method(confidence: string, power: string): string;
}

/** Every text of `<experiment-readout>`. */
export type ExperimentMessages = FigureMessages & ExperimentWords;
export type ExperimentLocalization = FigureLocalization<ExperimentMessages>;

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const toDeedEn = (goal: string | undefined): string => (goal === undefined ? 'do it' : `get to ${goal}`);
const toDeedFr = (goal: string | undefined): string =>
  goal === undefined ? 'passent à l’acte' : `arrivent à ${goal}`;

const en: ExperimentWords = {
  title: 'A/B test',
  goal: 'Goal',
  step: 'Step',
  variant: 'Variant',
  control: 'compared with',
  exposed: ({ n, text }) => `${text} ${pluralEn(n, { one: 'person', other: 'people' })} saw it`,
  rateOf: 'of all who saw it',
  versus: (lift, control) => `${lift} against ${control}`,
  versusBetween: (low, high) => `between ${low} and ${high}`,
  versusPoints: (points, control) => `${points} points against ${control}`,
  axis: (goal) => `${goal === undefined ? 'Share' : `${goal}: share`} of all who saw the variant`,
  lineNote: (control) => `Vertical line: the rate of ${control}.`,
  intervalNote: (confidence) => `Bars: between which bounds each rate lies, with ${confidence} certainty.`,
  better: ({ variant, control, goal, ofThousand, controlOfThousand }) =>
    `${variant} does better than ${control}: out of 1,000 people ${ofThousand} ${toDeedEn(goal)}, instead of ${controlOfThousand}.`,
  worse: ({ variant, control, goal, ofThousand, controlOfThousand }) =>
    `Keep ${control}: with ${variant} only ${ofThousand} out of 1,000 people ${toDeedEn(goal)}, instead of ${controlOfThousand}.`,
  byChance: (oneIn) => `By chance alone such a gap comes about 1 time in ${oneIn}.`,
  hardlyByChance: 'By chance alone such a gap practically never comes.',
  undecided: ({ variant, control, rate, controlRate }) =>
    `No difference is shown yet: ${rate} with ${variant} and ${controlRate} with ${control} may well be chance.`,
  undecidedSame: ({ variant, control, rate }) =>
    `No difference is seen: ${variant} and ${control} both have ${rate}.`,
  tooFew: 'Too few people yet to say anything: a handful more or less would turn the result round.',
  unsound:
    'These figures cannot be trusted: the groups are not of the size that was planned, so people were lost or favoured on the way.',
  keep: (variant) => `Keep ${variant}.`,
  goOn: ({ n, text }) =>
    `Go on until about ${text} more ${pluralEn(n, { one: 'person has', other: 'people have' })} seen each variant.`,
  goOnToPlan: (needed) => `Go on until ${needed} people have seen each variant, as planned, and decide then.`,
  either: 'Take the one that is simpler for you: with so many people a difference that counts would show.',
  eitherOrGoOn: 'Take the one that is simpler for you, or go on with more people.',
  startAgain: 'Check how people are given a variant, then start the test again.',
  noData: 'Nobody has seen two variants to compare yet',
  noDataHint: 'The readout comes as soon as people were exposed to at least two variants.',
  verdicts: {
    better: 'Better',
    worse: 'Worse',
    undecided: 'Not decided',
    'too-few': 'Too few people',
    unsound: 'Not to be trusted',
  },
  need: (people, missing) =>
    `about ${people} people a variant are needed; ${missing.text} ${pluralEn(missing.n, { one: 'is', other: 'are' })} missing.`,
  needMet: (people) => `about ${people} people a variant are needed, and they were there.`,
  forLift: (lift) => `To find a difference of ${lift}:`,
  forSeen: 'To be sure of a difference as large as the one seen:',
  missing: 'What to bear in mind',
  sampleRatio: (groups, oneIn) =>
    `The groups have ${groups} people. By chance they would be so far from the plan at most 1 time in ${oneIn}: check how variants are assigned.`,
  fewConverted:
    'In some group fewer than 5 would be expected to convert, or not to: the tests do not hold yet.',
  windowsRunning: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person', other: 'people' })} still ${pluralEn(n, { one: 'has', other: 'have' })} time to convert: the rates can still rise.`,
  mixedOut: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person', other: 'people' })} saw several variants and ${pluralEn(n, { one: 'is', other: 'are' })} left out.`,
  mixedIn: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person', other: 'people' })} saw several variants and ${pluralEn(n, { one: 'counts', other: 'count' })} by the first.`,
  unassigned: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person', other: 'people' })} took part without a variant that is known.`,
  earlyLook: (needed, exposed) =>
    `This is an early look: ${exposed} of the ${needed} people planned a variant. Who looks often sees differences that are not there.`,
  manyVariants: (risk) =>
    `Several variants are compared, so each has to be surer than usual (a risk of ${risk} instead of all of it).`,
  holdsAnytime: 'You may look as often as you like: this result is sure enough to hold anyway.',
  repeatedLooks:
    'This counts one look only. Who looks every day and stops at the first good news sees a difference that is not there far more often: choose beforehand how many people are to see each variant, and decide then.',
  tests: 'Details of the tests',
  testsIntro: 'All figures are shares of all who were exposed.',
  rate: 'Rate',
  interval: 'Interval (Wilson)',
  difference: 'Difference, in points',
  lift: 'Relative lift',
  zTest: 'z test, two proportions',
  chiSquare: 'Chi-square',
  chiSquareYates: 'Chi-square with Yates',
  anytime: 'At any of many looks',
  toBeBest: 'Chance to be best',
  needed: 'People needed a variant',
  open: 'Still open',
  converted: 'Converted',
  people: 'Exposed',
  overall: (statistic, p) => `All variants at once: chi-square ${statistic}, p = ${p}.`,
  statistic: (value, p) => `${value}, p = ${p}`,
  method: (confidence, power) =>
    `Decided by the chi-square test with Yates’ correction, at ${confidence} confidence; people needed at ${power} power; chance to be best by drawing from Beta distributions with a fixed seed.`,
};

const fr: ExperimentWords = {
  title: 'Test A/B',
  goal: 'Objectif',
  step: 'Étape',
  variant: 'Variante',
  control: 'comparée à',
  exposed: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne l’a vue', other: 'personnes l’ont vue' })}`,
  rateOf: 'de toutes celles qui l’ont vue',
  versus: (lift, control) => `${lift} par rapport à ${control}`,
  versusBetween: (low, high) => `entre ${low} et ${high}`,
  versusPoints: (points, control) => `${points} points par rapport à ${control}`,
  axis: (goal) =>
    `${goal === undefined ? 'Part' : `${goal}\u00a0: part`} de toutes les personnes qui ont vu la variante`,
  lineNote: (control) => `Trait vertical\u00a0: le taux de ${control}.`,
  intervalNote: (confidence) =>
    `Barres\u00a0: entre quelles bornes se situe chaque taux, avec ${confidence} de certitude.`,
  better: ({ variant, control, goal, ofThousand, controlOfThousand }) =>
    `${variant} fait mieux que ${control}\u00a0: sur 1\u202f000 personnes, ${ofThousand} ${toDeedFr(goal)} au lieu de ${controlOfThousand}.`,
  worse: ({ variant, control, goal, ofThousand, controlOfThousand }) =>
    `Gardez ${control}\u00a0: avec ${variant}, seulement ${ofThousand} personnes sur 1\u202f000 ${toDeedFr(goal)}, au lieu de ${controlOfThousand}.`,
  byChance: (oneIn) => `Par pur hasard, un tel écart n’arrive qu’environ 1 fois sur ${oneIn}.`,
  hardlyByChance: 'Par pur hasard, un tel écart n’arrive pratiquement jamais.',
  undecided: ({ variant, control, rate, controlRate }) =>
    `Aucune différence n’est démontrée pour l’instant\u00a0: ${rate} avec ${variant} et ${controlRate} avec ${control} peuvent très bien venir du hasard.`,
  undecidedSame: ({ variant, control, rate }) =>
    `Aucune différence ne se voit\u00a0: ${variant} et ${control} ont ${rate}.`,
  tooFew:
    'Encore trop peu de personnes pour dire quoi que ce soit\u00a0: une poignée de plus ou de moins renverserait le résultat.',
  unsound:
    'On ne peut pas se fier à ces chiffres\u00a0: les groupes n’ont pas la taille prévue, donc des personnes ont été perdues ou favorisées en route.',
  keep: (variant) => `Gardez ${variant}.`,
  goOn: ({ n, text }) =>
    `Continuez jusqu’à ce qu’environ ${text} ${pluralFr(n, { one: 'personne de plus ait', other: 'personnes de plus aient' })} vu chaque variante.`,
  goOnToPlan: (needed) =>
    `Continuez jusqu’aux ${needed} personnes prévues par variante, et décidez à ce moment-là.`,
  either:
    'Prenez celle qui vous convient le mieux\u00a0: avec autant de personnes, une différence qui compte se verrait.',
  eitherOrGoOn: 'Prenez celle qui vous convient le mieux, ou continuez avec plus de personnes.',
  startAgain: 'Vérifiez comment les variantes sont attribuées, puis recommencez le test.',
  noData: 'Personne n’a encore vu deux variantes à comparer',
  noDataHint: 'La lecture vient dès que des personnes ont été exposées à au moins deux variantes.',
  verdicts: {
    better: 'Meilleure',
    worse: 'Moins bonne',
    undecided: 'Pas tranché',
    'too-few': 'Trop peu de personnes',
    unsound: 'À ne pas croire',
  },
  need: (people, missing) =>
    `il faut environ ${people} personnes par variante\u00a0; il en manque ${missing.text}.`,
  needMet: (people) => `il faut environ ${people} personnes par variante, et elles y étaient.`,
  forLift: (lift) => `Pour déceler une différence de ${lift},`,
  forSeen: 'Pour être sûr d’une différence comme celle observée,',
  missing: 'À garder en tête',
  sampleRatio: (groups, oneIn) =>
    `Les groupes comptent ${groups} personnes. Par hasard, ils s’éloigneraient autant du plan au plus 1 fois sur ${oneIn}\u00a0: vérifiez comment les variantes sont attribuées.`,
  fewConverted:
    'Dans un des groupes, on attendrait moins de 5 personnes qui passent à l’acte, ou qui ne le font pas\u00a0: les tests ne tiennent pas encore.',
  windowsRunning: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne a encore', other: 'personnes ont encore' })} le temps de passer à l’acte\u00a0: les taux peuvent encore monter.`,
  mixedOut: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne a vu plusieurs variantes et est écartée', other: 'personnes ont vu plusieurs variantes et sont écartées' })}.`,
  mixedIn: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne a vu plusieurs variantes et compte', other: 'personnes ont vu plusieurs variantes et comptent' })} pour la première.`,
  unassigned: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne a participé', other: 'personnes ont participé' })} sans variante connue.`,
  earlyLook: (needed, exposed) =>
    `C’est un coup d’œil précoce\u00a0: ${exposed} des ${needed} personnes prévues par variante. Qui regarde souvent voit des différences qui n’existent pas.`,
  manyVariants: (risk) =>
    `Plusieurs variantes sont comparées\u00a0: chacune doit être plus sûre que d’habitude (un risque de ${risk} au lieu du tout).`,
  holdsAnytime:
    'Vous pouvez regarder aussi souvent que vous voulez\u00a0: ce résultat est assez sûr pour tenir quand même.',
  repeatedLooks:
    'Ceci ne vaut que pour un seul coup d’œil. Qui regarde chaque jour et s’arrête à la première bonne nouvelle voit bien plus souvent une différence qui n’existe pas\u00a0: fixez d’avance combien de personnes doivent voir chaque variante, et tranchez à ce moment-là.',
  tests: 'Détails des tests',
  testsIntro: 'Tous les chiffres sont des parts de toutes les personnes exposées.',
  rate: 'Taux',
  interval: 'Intervalle (Wilson)',
  difference: 'Différence, en points',
  lift: 'Gain relatif',
  zTest: 'Test z, deux proportions',
  chiSquare: 'Khi-deux',
  chiSquareYates: 'Khi-deux avec Yates',
  anytime: 'À n’importe lequel de plusieurs coups d’œil',
  toBeBest: 'Chances d’être la meilleure',
  needed: 'Personnes nécessaires par variante',
  open: 'Encore ouverts',
  converted: 'Passés à l’acte',
  people: 'Exposés',
  overall: (statistic, p) => `Toutes les variantes à la fois\u00a0: khi-deux ${statistic}, p = ${p}.`,
  statistic: (value, p) => `${value}, p = ${p}`,
  method: (confidence, power) =>
    `Tranché par le test du khi-deux avec la correction de Yates, à ${confidence} de confiance\u00a0; personnes nécessaires à ${power} de puissance\u00a0; chances d’être la meilleure par tirage dans des lois bêta, à graine fixe.`,
};

/** Words and formats of `<experiment-readout>` for a tag, as near as the package has them. */
export const getExperimentLocalization: (tag: string | null | undefined) => ExperimentLocalization =
  createFigureLocalizer<ExperimentWords>({ en, fr } satisfies Record<Language, ExperimentWords>);
