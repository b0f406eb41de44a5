import type { Language } from '../studio/vocabulary.ts';
import type { Theme } from './preferences.ts';

/** The words of the frame around every page. */
export interface ShellStrings {
  skip: string;
  navigation: string;
  analytics: string;
  funnels: string;
  ownData: string;
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
    analytics: 'Analytics',
    funnels: 'Funnels',
    ownData: 'Your own data',
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
    analytics: 'Analytics',
    funnels: 'Entonnoirs',
    ownData: 'Vos données',
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
