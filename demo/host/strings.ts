import type { Language } from '../studio/vocabulary.ts';
import type { PeriodName } from './periods.ts';

/** The words of the back office page. */
export interface Strings {
  title: string;
  lead(asOf: string): string;
  choices: string;
  funnel: string;
  period: string;
  periods: Record<PeriodName, string>;
  from: string;
  to: string;
  lookback: string;
  numbers: string;
  numbersFrom: Record<'here' | 'api', string>;
  apiFailed: string;
  chart: string;
  noEvents: string;
}

const STRINGS: Record<Language, Strings> = {
  en: {
    title: 'Funnels',
    lead: (asOf) =>
      `Where do people go on, and where are they lost? Click a bar or a loss to see who. Data up to ${asOf}.`,
    choices: 'What to look at',
    funnel: 'Funnel',
    period: 'Period',
    periods: {
      'this-month': 'This month',
      'last-month': 'Last month',
      'three-months': 'Last 3 months',
      'twelve-months': 'Last 12 months',
      custom: 'From … to …',
    },
    from: 'From',
    to: 'To',
    lookback: 'Away for (days)',
    numbers: 'Numbers',
    numbersFrom: { here: 'Computed in this browser', api: 'From an API (simulated)' },
    apiFailed: 'The simulated API could not be started here; the numbers are computed in this browser.',
    chart: 'Funnel',
    noEvents: 'Nothing yet. Click into the funnel, select people, tag them.',
  },
  fr: {
    title: 'Entonnoirs',
    lead: (asOf) =>
      `Où les personnes avancent-elles, où les perdez-vous ? Cliquez sur une barre ou une perte pour voir qui. Données jusqu’au ${asOf}.`,
    choices: 'Ce que l’on regarde',
    funnel: 'Entonnoir',
    period: 'Période',
    periods: {
      'this-month': 'Ce mois-ci',
      'last-month': 'Le mois dernier',
      'three-months': '3 derniers mois',
      'twelve-months': '12 derniers mois',
      custom: 'Du … au …',
    },
    from: 'Du',
    to: 'Au',
    lookback: 'Sans visite depuis (jours)',
    numbers: 'Chiffres',
    numbersFrom: { here: 'Calculés dans ce navigateur', api: 'D’une API (simulée)' },
    apiFailed: 'L’API simulée n’a pas pu démarrer ici ; les chiffres sont calculés dans ce navigateur.',
    chart: 'Entonnoir',
    noEvents: 'Rien pour l’instant. Cliquez dans l’entonnoir, sélectionnez des personnes, taguez-les.',
  },
};

/** The page's words in a language. */
export function stringsOf(language: Language): Strings {
  return STRINGS[language];
}
