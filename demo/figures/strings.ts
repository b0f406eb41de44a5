import type { Language } from '../studio/vocabulary.ts';
import type { FiguresPeriod, Preset } from './figures-state.ts';

/** The words of the page of figures. */
export interface FiguresStrings {
  title: string;
  lead: string;
  choices: string;
  period: string;
  periods: Record<FiguresPeriod, string>;
  preset: string;
  presets: Record<Preset, string>;
}

const STRINGS: Record<Language, FiguresStrings> = {
  en: {
    title: 'Activation, channels, tests',
    lead: 'Do new leads get going, which advertising pays, and which page works better?',
    choices: 'What to look at',
    period: 'Period',
    periods: {
      'this-month': 'This month',
      'last-month': 'Last month',
      'three-months': 'Last 3 months',
      'twelve-months': 'Last 12 months',
    },
    preset: 'Activated means',
    presets: {
      'first-class': 'came for the first time',
      'first-booking': 'booked for the first time',
      'first-purchase': 'bought for the first time',
      trial: 'had a trial session',
    },
  },
  fr: {
    title: 'Activation, canaux, tests',
    lead: 'Les nouveaux prospects se lancent-ils, quelle publicité rapporte, quelle page marche mieux ?',
    choices: 'Ce que l’on regarde',
    period: 'Période',
    periods: {
      'this-month': 'Ce mois-ci',
      'last-month': 'Le mois dernier',
      'three-months': '3 derniers mois',
      'twelve-months': '12 derniers mois',
    },
    preset: 'Activé veut dire',
    presets: {
      'first-class': 'venu une première fois',
      'first-booking': 'première réservation faite',
      'first-purchase': 'premier achat fait',
      trial: 'séance d’essai faite',
    },
  },
};

/** The page's words in a language. */
export function figuresStrings(language: Language): FiguresStrings {
  return STRINGS[language];
}
