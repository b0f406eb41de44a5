import type { Language } from './locale.ts';

/** The texts of the picker of a comparison; loaded with it. */
export interface CompareMessages {
  compare: string;
  none: string;
  previous: string;
  period: string;
  groups: string;
  from: string;
  to: string;
  group: string;
  against: string;
}

/** By language. */
export const COMPARE_MESSAGES: Readonly<Record<Language, CompareMessages>> = {
  en: {
    compare: 'Compare with',
    none: 'Nothing',
    previous: 'The period before',
    period: 'Another period',
    groups: 'One group with another',
    from: 'Compared from',
    to: 'Compared to',
    group: 'Group',
    against: 'against',
  },
  fr: {
    compare: 'Comparer à',
    none: 'Rien',
    previous: 'La période précédente',
    period: 'Une autre période',
    groups: 'Un groupe à un autre',
    from: 'Comparer du',
    to: 'Comparer au',
    group: 'Groupe',
    against: 'face à',
  },
};
