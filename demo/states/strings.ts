import type { Language } from '../studio/vocabulary.ts';

/** The words of the page of states. */
export interface Strings {
  title: string;
  lead: string;
  element: string;
  width: string;
  full: string;
  direction: string;
  ltr: string;
  rtl: string;
  alone: string;
  modal: string;
}

const STRINGS: Record<Language, Strings> = {
  en: {
    title: 'Every state',
    lead: 'What the tests and their pictures look at, side by side. Drag a corner to change a width.',
    element: 'Element',
    width: 'Width',
    full: 'All there is',
    direction: 'Direction',
    ltr: 'Left to right',
    rtl: 'Right to left',
    alone: 'alone, at four widths',
    modal: 'Opens a dialog over the whole page: see it alone.',
  },
  fr: {
    title: 'Tous les états',
    lead: 'Ce que regardent les tests et leurs images, côte à côte. Tirez un coin pour changer une largeur.',
    element: 'Élément',
    width: 'Largeur',
    full: 'Toute la place',
    direction: 'Sens',
    ltr: 'De gauche à droite',
    rtl: 'De droite à gauche',
    alone: 'seul, en quatre largeurs',
    modal: 'Ouvre un dialogue par-dessus toute la page : à voir seul.',
  },
};

/** The words in a language. */
export function stringsOf(language: Language): Strings {
  return STRINGS[language];
}
