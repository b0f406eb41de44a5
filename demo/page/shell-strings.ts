import type { Language } from '../studio/vocabulary.ts';
import type { Theme } from './preferences.ts';

/** The words of the frame around every page. */
export interface ShellStrings {
  skip: string;
  navigation: string;
  menu: string;
  analytics: string;
  funnels: string;
  wheel: string;
  together: string;
  figures: string;
  technical: string;
  ownData: string;
  million: string;
  states: string;
  plainPage: string;
  studioKind: string;
  madeUp: string;
  language: string;
  theme: string;
  themes: Record<Theme, string>;
}

const STRINGS: Record<Language, ShellStrings> = {
  en: {
    skip: 'Skip to the content',
    navigation: 'Back office',
    menu: 'Menu',
    analytics: 'Analytics',
    funnels: 'Funnels',
    wheel: 'Client lifecycle',
    together: 'Funnel and wheel',
    figures: 'Activation, channels, tests',
    technical: 'Try it out',
    ownData: 'Your own data',
    million: 'A million people',
    states: 'Every state',
    plainPage: 'A plain HTML page',
    studioKind: 'Pilates & yoga, Paris',
    madeUp: 'A made-up studio: nobody here is real, and nothing leaves this page.',
    language: 'Language',
    theme: 'Theme',
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
  },
  fr: {
    skip: 'Aller au contenu',
    navigation: 'Back-office',
    menu: 'Menu',
    analytics: 'Analytics',
    funnels: 'Entonnoirs',
    wheel: 'Cycle de vie des clients',
    together: 'Entonnoir et roue',
    figures: 'Activation, canaux, tests',
    technical: 'Pour essayer',
    ownData: 'Vos données',
    million: 'Un million de personnes',
    states: 'Tous les états',
    plainPage: 'Une simple page HTML',
    studioKind: 'Pilates et yoga, Paris',
    madeUp: 'Un studio imaginaire : personne ici n’existe, et rien ne quitte cette page.',
    language: 'Langue',
    theme: 'Thème',
    themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
  },
};

/** The frame's words in a language. */
export function shellStrings(language: Language): ShellStrings {
  return STRINGS[language];
}
