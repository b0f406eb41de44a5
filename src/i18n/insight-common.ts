import type { Counted } from './counted.ts';
import { type Formats, getFormats } from './formats.ts';
import { type Language, resolveLocale } from './locale.ts';
import { createPlural } from './plural.ts';

/** The texts that all sections of a chart share. */
export interface InsightMessages {
  language: Language;
  close(name: string): string;
  loading: string;
  failed: string;
  retry: string;
  /** The source cannot answer. */
  unanswered: string;
  asTable: string;
  fromStep: string;
  toStep: string;
  colon: string;
  quote(text: string): string;
  /** `7 of 12`. */
  fraction(part: string, whole: string): string;
  between(low: string, high: string): string;
  people(count: Counted): string;
  nobody: string;
  tooFew: string;
  unknown: string;
  opensList: string;
  step: string;
}

/** Words and formats of one section. */
export interface InsightLocalization<Own extends object = object> {
  /** The BCP 47 tag in use. */
  tag: string;
  messages: InsightMessages & Own;
  format: Formats;
}

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const en: InsightMessages = {
  language: 'en',
  close: (name) => `Close “${name}”`,
  loading: 'Working it out…',
  failed: 'This could not be worked out.',
  retry: 'Try again',
  unanswered: 'These numbers came without what this needs.',
  asTable: 'The numbers as a table',
  fromStep: 'From step',
  toStep: 'to step',
  colon: ': ',
  quote: (text) => `“${text}”`,
  fraction: (part, whole) => `${part} of ${whole}`,
  between: (low, high) => `between ${low} and ${high}`,
  people: ({ n, text }) => `${text} ${pluralEn(n, { one: 'person', other: 'people' })}`,
  nobody: 'nobody',
  tooFew: 'too few to compare',
  unknown: 'unknown',
  opensList: 'Opens the list of these people',
  step: 'Step',
};

const fr: InsightMessages = {
  language: 'fr',
  close: (name) => `Fermer «\u00a0${name}\u00a0»`,
  loading: 'Calcul en cours…',
  failed: 'Le calcul n’a pas abouti.',
  retry: 'Réessayer',
  unanswered: 'Ces chiffres sont arrivés sans ce qu’il faut pour le dire.',
  asTable: 'Les chiffres en tableau',
  fromStep: 'De l’étape',
  toStep: 'à l’étape',
  colon: '\u00a0: ',
  quote: (text) => `«\u00a0${text}\u00a0»`,
  fraction: (part, whole) => `${part} sur ${whole}`,
  between: (low, high) => `entre ${low} et ${high}`,
  people: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'personne', many: 'de personnes', other: 'personnes' })}`,
  nobody: 'personne',
  tooFew: 'trop peu pour comparer',
  unknown: 'inconnu',
  opensList: 'Ouvre la liste de ces personnes',
  step: 'Étape',
};

const COMMON: Record<Language, InsightMessages> = { en, fr };

/** Makes the chooser of a section's words: the shared ones with its own, one object a language. */
export function createInsightLocalizer<Own extends object>(
  own: Record<Language, Own>,
): (tag: string | null | undefined) => InsightLocalization<Own> {
  const messages = { en: { ...COMMON.en, ...own.en }, fr: { ...COMMON.fr, ...own.fr } };
  return (tag) => {
    const locale = resolveLocale(tag);
    return { tag: locale.tag, messages: messages[locale.language], format: getFormats(locale.tag) };
  };
}

/** The shared words alone. */
export const getInsightLocalization: (tag: string | null | undefined) => InsightLocalization =
  createInsightLocalizer({ en: {}, fr: {} });
