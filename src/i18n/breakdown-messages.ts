import type { Language } from './locale.ts';

/** The texts of the panel that breaks a chart down; loaded with it. */
export interface BreakdownMessages {
  title: string;
  property: string;
  second: string;
  noSecond: string;
  /** Two properties may have one name: this one is the person's. */
  ofPerson(property: string): string;
  attribution: string;
  firstTouch: string;
  lastTouch: string;
  allEvents: string;
  atStep(step: string): string;
  /** What the choice means, in a sentence. */
  explainFirst: string;
  explainLast: string;
  explainAll: string;
  explainStep: string;
  /** Where nothing to break down by is known. */
  none: string;
  /** The host hands the figures over: it has to bring the groups. */
  supplied: string;
}

/** By language. */
export const BREAKDOWN_MESSAGES: Readonly<Record<Language, BreakdownMessages>> = {
  en: {
    title: 'Break down',
    property: 'By',
    second: 'and by',
    noSecond: 'Nothing else',
    ofPerson: (property) => `${property} (of the person)`,
    attribution: 'Where somebody has several values',
    firstTouch: 'The first one counts',
    lastTouch: 'The last one counts',
    allEvents: 'Each is a funnel of its own',
    atStep: (step) => `The one at “${step}” counts`,
    explainFirst: 'The first value known of a person, on any step, is their group in all steps.',
    explainLast: 'The last value known of a person, on any step, is their group in all steps.',
    explainAll:
      'Only events with the value count for its group. Somebody may be in several groups, so they can add up to more than the step.',
    explainStep: 'People who did not do that step are in no group.',
    none: 'These figures hold nothing to break down by.',
    supplied: 'This page hands the figures over: it decides whether it brings the groups.',
  },
  fr: {
    title: 'Répartir',
    property: 'Par',
    second: 'et par',
    noSecond: 'Rien d’autre',
    ofPerson: (property) => `${property} (de la personne)`,
    attribution: 'Quand quelqu’un a plusieurs valeurs',
    firstTouch: 'La première compte',
    lastTouch: 'La dernière compte',
    allEvents: 'Chacune a son propre entonnoir',
    atStep: (step) => `Celle à l’étape «\u00a0${step}\u00a0» compte`,
    explainFirst:
      'La première valeur connue d’une personne, à n’importe quelle étape, est son groupe partout.',
    explainLast:
      'La dernière valeur connue d’une personne, à n’importe quelle étape, est son groupe partout.',
    explainAll:
      'Seuls les événements qui portent la valeur comptent pour son groupe. On peut être dans plusieurs groupes\u00a0: leur somme peut dépasser l’étape.',
    explainStep: 'Ceux qui n’ont pas fait cette étape ne sont dans aucun groupe.',
    none: 'Ces chiffres ne contiennent rien par quoi répartir.',
    supplied: 'Cette page fournit les chiffres\u00a0: c’est elle qui apporte les groupes, ou non.',
  },
};
