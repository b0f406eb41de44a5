import type { Language } from '../studio/vocabulary.ts';

/** The words of the page of a million people. */
export interface MillionStrings {
  title: string;
  /** @param people already formatted */
  lead: (people: string) => string;
  measured: string;
  making: string;
  made: string;
  answered: string;
  asked: string;
  /** @param count already formatted */
  events: (count: string) => string;
}

const STRINGS: Record<Language, MillionStrings> = {
  en: {
    title: 'A million people',
    lead: (people) =>
      `The journeys of ${people} made-up people, computed in this page. Filter, then open a part of the funnel and scroll to the end of its list.`,
    measured: 'What it took',
    making: 'Making up the people…',
    made: 'Data made up in',
    answered: 'Read and answered in',
    asked: 'Latest change in',
    events: (count) => `${count} events`,
  },
  fr: {
    title: 'Un million de personnes',
    lead: (people) =>
      `Les parcours de ${people} personnes imaginaires, calculés dans cette page. Filtrez, puis ouvrez une partie de l’entonnoir et faites défiler sa liste jusqu’au bout.`,
    measured: 'Le temps que cela a pris',
    making: 'Invention des personnes…',
    made: 'Données inventées en',
    answered: 'Lues et calculées en',
    asked: 'Dernier changement en',
    events: (count) => `${count} événements`,
  },
};

/** The page's words in a language. */
export function millionStrings(language: Language): MillionStrings {
  return STRINGS[language];
}
