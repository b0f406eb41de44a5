import type { Counted } from './counted.ts';
import { createInsightLocalizer, type InsightLocalization } from './insight-common.ts';
import type { Language } from './locale.ts';
import { createPlural } from './plural.ts';

/** Why nothing is said of the money of a step, as the engine says it. */
export type MoneyReason =
  'open-funnel' | 'unknown' | 'nobody' | 'several-bases' | 'no-value' | 'divides' | 'optional' | 'unordered';

/** What the section "money" says besides. All values are formatted. */
export interface MoneyWords {
  most(step: string, money: string): string;
  nothingLeft: string;
  unknownLeft: string;
  absent: string;
  absentHint: string;
  /** One observed value. */
  value(step: string, median: string | undefined, mean: string, purchases: Counted): string;
  left: string;
  reached: string;
  reachedOf(money: string): string;
  lost(count: Counted): string;
  notYet(count: Counted): string;
  /** What one person is worth; with what is bought later, too, where something is. */
  each(money: string, andLater: boolean): string;
  open(count: Counted, money: string): string;
  /** `414 × €41 ≈ €17,000`. */
  product(people: string, each: string, total: string): string;
  /** `7.3% pay €320 at “Membership purchased”`. */
  term(rate: string, money: string, step: string): string;
  all(money: string, step: string): string;
  assumptions: string;
  assumptionTexts: readonly string[];
  noCurrency: string;
  reasons: Record<MoneyReason, string>;
  columns: { step: string; reached: string; lost: string; each: string; left: string };
}

export type MoneyLocalization = InsightLocalization<MoneyWords>;

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const en: MoneyWords = {
  most: (step, money) => `Most is left on the table before ${step}: about ${money}`,
  nothingLeft: 'Nothing is left on the table',
  unknownLeft: 'What is left on the table cannot be told from these numbers',
  absent: 'These numbers came without the value of a purchase',
  absentHint: 'Money is shown as soon as a purchase of the funnel has an amount.',
  value: (step, median, mean, { n, text }) =>
    `${step}: ${median === undefined ? '' : `half pay ${median} or less, `}${mean} on average, from ${text} ${pluralEn(n, { one: 'payment', other: 'payments' })}.`,
  left: 'Left on the table',
  reached: 'Paid at this step or later',
  reachedOf: (money) => `${money} was paid here or later`,
  lost: ({ n, text }) => `${text} ${pluralEn(n, { one: 'person', other: 'people' })} lost`,
  notYet: ({ n, text }) =>
    `${text} ${pluralEn(n, { one: 'person has', other: 'people have' })} not gone on (yet)`,
  each: (money, andLater) => `about ${money} each${andLater ? ', later purchases included' : ''}`,
  open: ({ n, text }, money) =>
    `${text} still open, worth about ${money} if they go on as the others did`.replace(
      'they go',
      n === 1 ? 'that person goes' : 'they go',
    ),
  product: (people, each, total) => `${people} × ${each} ≈ ${total}`,
  term: (rate, money, step) => `${rate} go on to ${step} and pay ${money} on average`,
  all: (money, step) => `they would have paid ${money} on average at ${step}`,
  assumptions: 'How this is worked out, and what it assumes',
  assumptionTexts: [
    'Left on the table = people lost at a step × what one more person there has brought on average, over all purchases that follow.',
    'It assumes that those who were lost would have gone on, and paid, as those who were not. Take it as what is at stake, not as money you can count on.',
    'The mean is used, not the median, because a sum is asked for. Where nothing limits the time, those who came too recently to tell are not counted as lost.',
  ],
  noCurrency: 'No currency was given, so amounts are bare numbers.',
  reasons: {
    'open-funnel': 'people can enter a step without the one before',
    unknown: 'a number is missing',
    nobody: 'nobody did this step yet',
    'several-bases': 'people can come by another step too',
    'no-value': 'nobody pays at or after this step',
    divides: 'nobody is lost here: the step only divides',
    optional: 'nobody is lost here: the step is optional',
    unordered: 'the steps come in any order',
  },
  columns: {
    step: 'Step',
    reached: 'Paid here or later',
    lost: 'Lost',
    each: 'Worth of one more person',
    left: 'Left on the table',
  },
};

const fr: MoneyWords = {
  most: (step, money) => `C’est avant ${step} qu’on laisse passer le plus\u00a0: environ ${money}`,
  nothingLeft: 'Rien n’est laissé de côté',
  unknownLeft: 'Ces chiffres ne disent pas ce qu’on laisse passer',
  absent: 'Ces chiffres sont arrivés sans le montant des achats',
  absentHint: 'L’argent s’affiche dès qu’un achat de l’entonnoir a un montant.',
  value: (step, median, mean, { n, text }) =>
    `${step}\u00a0: ${median === undefined ? '' : `la moitié paie ${median} ou moins, `}${mean} en moyenne, sur ${text} ${pluralFr(n, { one: 'paiement', other: 'paiements' })}.`,
  left: 'Ce qu’on laisse passer',
  reached: 'Payé à cette étape ou après',
  reachedOf: (money) => `${money} ont été payés ici ou après`,
  lost: ({ n, text }) => `${text} ${pluralFr(n, { one: 'personne perdue', other: 'personnes perdues' })}`,
  notYet: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne n’a pas (encore) continué', other: 'personnes n’ont pas (encore) continué' })}`,
  each: (money, andLater) => `environ ${money} par personne${andLater ? ', achats suivants compris' : ''}`,
  open: ({ n, text }, money) =>
    `${text} encore en cours, soit environ ${money} si ${pluralFr(n, { one: 'cette personne continue', other: 'ces personnes continuent' })} comme les autres`,
  product: (people, each, total) => `${people} × ${each} ≈ ${total}`,
  term: (rate, money, step) => `${rate} vont jusqu’à ${step} et paient ${money} en moyenne`,
  all: (money, step) => `elles auraient payé ${money} en moyenne à ${step}`,
  assumptions: 'Comment c’est calculé, et ce que cela suppose',
  assumptionTexts: [
    'Ce qu’on laisse passer = personnes perdues à une étape × ce qu’une personne de plus y a rapporté en moyenne, sur tous les achats qui suivent.',
    'Cela suppose que les personnes perdues auraient continué, et payé, comme les autres. C’est un enjeu, pas une recette assurée.',
    'On prend la moyenne et non la médiane, car il s’agit d’une somme. Là où rien ne limite le temps, les personnes arrivées trop récemment ne comptent pas comme perdues.',
  ],
  noCurrency: 'Aucune monnaie n’est indiquée\u00a0: les montants sont de simples nombres.',
  reasons: {
    'open-funnel': 'on peut entrer dans une étape sans la précédente',
    unknown: 'il manque un nombre',
    nobody: 'personne n’a encore fait cette étape',
    'several-bases': 'on peut y venir aussi par une autre étape',
    'no-value': 'personne ne paie à cette étape ni après',
    divides: 'personne n’est perdu ici\u00a0: l’étape ne fait que répartir',
    optional: 'personne n’est perdu ici\u00a0: l’étape est facultative',
    unordered: 'les étapes viennent dans n’importe quel ordre',
  },
  columns: {
    step: 'Étape',
    reached: 'Payé ici ou après',
    lost: 'Perdues',
    each: 'Une personne de plus vaut',
    left: 'Laissé passer',
  },
};

/** Words and formats of the section "money" for a tag, as near as the package has them. */
export const getMoneyLocalization: (tag: string | null | undefined) => MoneyLocalization =
  createInsightLocalizer<MoneyWords>({ en, fr } satisfies Record<Language, MoneyWords>);
