import { createInsightLocalizer, type InsightLocalization } from './insight-common.ts';
import type { Language } from './locale.ts';

/** Why nothing can be thought of a step, as the engine says it. */
export type WhatIfReason = 'open-funnel' | 'unknown' | 'nobody' | 'several-bases' | 'no-rate';

/** What the section "what if" says besides. All values are formatted. */
export interface WhatIfWords {
  step: string;
  rate(step: string): string;
  percent: string;
  reset: string;
  /** `33%, now 28%`. */
  sliderValue(rate: string, now: string): string;
  /** What would arrive, and how much more money, if known. */
  answer(now: string, then: string, end: string, money: string | undefined, isMore: boolean): string;
  same(end: string): string;
  lead(step: string, now: string, then: string): string;
  impossible: string;
  reasons: Record<WhatIfReason, string>;
  asItIs: string;
  all: string;
  half: string;
  rateRow(step: string): string;
  arriveRow(step: string): string;
  moneyRow: string;
  table: string;
  note: string;
}

export type WhatIfLocalization = InsightLocalization<WhatIfWords>;

const en: WhatIfWords = {
  step: 'Step',
  rate: (step) => `Rate of ${step}`,
  percent: '%',
  reset: 'Reset',
  sliderValue: (rate, now) => `${rate}, now ${now}`,
  answer: (now, then, end, money, isMore) =>
    `${then} instead of ${now} would do ${end}${money === undefined ? '' : `, about ${money} ${isMore ? 'more' : 'less'} in sales along the way`}`,
  same: (end) => `As it is: ${end}`,
  lead: (step, now, then) => `If ${then} instead of ${now} did ${step}, and all else stayed as it is.`,
  impossible: 'Nothing can be said of this step',
  reasons: {
    'open-funnel': 'People can enter a step without the one before, so what would follow is not known.',
    unknown: 'A number is missing.',
    nobody: 'Nobody did this step yet, so nobody knows how many would go on.',
    'several-bases':
      'A later step counts people of several steps: who would do this one may be there already.',
    'no-rate': 'These numbers have no rate for this step.',
  },
  asItIs: 'As it is',
  all: 'If it comes true',
  half: 'If half of it does',
  rateRow: (step) => `Rate of ${step}`,
  arriveRow: (step) => step,
  moneyRow: 'Money, compared with now',
  table: 'What would arrive',
  note: 'More people would go on at the rates of those who go on now. New people are often less keen: the half is the more careful guess.',
};

const fr: WhatIfWords = {
  step: 'Étape',
  rate: (step) => `Taux de ${step}`,
  percent: '%',
  reset: 'Réinitialiser',
  sliderValue: (rate, now) => `${rate}, aujourd’hui ${now}`,
  answer: (now, then, end, money, isMore) =>
    `${then} au lieu de ${now} feraient ${end}${money === undefined ? '' : `, environ ${money} de ventes en ${isMore ? 'plus' : 'moins'} sur le parcours`}`,
  same: (end) => `Comme aujourd’hui\u00a0: ${end}`,
  lead: (step, now, then) =>
    `Si ${then} au lieu de ${now} faisaient ${step}, et que rien d’autre ne changeait.`,
  impossible: 'Rien à dire de cette étape',
  reasons: {
    'open-funnel': 'On peut entrer dans une étape sans la précédente\u00a0: on ne sait pas ce qui suivrait.',
    unknown: 'Il manque un nombre.',
    nobody: 'Personne n’a encore fait cette étape\u00a0: on ne sait pas combien continueraient.',
    'several-bases':
      'Une étape suivante compte les personnes de plusieurs étapes\u00a0: celles en plus y sont peut-être déjà.',
    'no-rate': 'Ces chiffres ne donnent pas de taux pour cette étape.',
  },
  asItIs: 'Aujourd’hui',
  all: 'Si cela se réalise',
  half: 'Si la moitié se réalise',
  rateRow: (step) => `Taux de ${step}`,
  arriveRow: (step) => step,
  moneyRow: 'Argent, par rapport à aujourd’hui',
  table: 'Ce qui arriverait',
  note: 'Les personnes en plus continueraient aux taux de celles qui continuent aujourd’hui. Elles sont souvent moins motivées\u00a0: la moitié est l’hypothèse prudente.',
};

/** Words and formats of the section "what if" for a tag, as near as the package has them. */
export const getWhatIfLocalization: (tag: string | null | undefined) => WhatIfLocalization =
  createInsightLocalizer<WhatIfWords>({ en, fr } satisfies Record<Language, WhatIfWords>);
