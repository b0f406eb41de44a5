import type { Language } from '../studio/vocabulary.ts';
import type { Model } from './wheel-state.ts';

/** The words of the page of the wheel, and of the page of funnel and wheel. */
export interface WheelStrings {
  title: string;
  lead(asOf: string): string;
  choices: string;
  model: string;
  models: Record<Model, string>;
  asOf: string;
  compare: string;
  comparedTo: string;
  client: string;
  clientHint: string;
  clearClient: string;
  wheel: string;
  moves: string;
  movesHint: string;
  noMoves: string;
  moved(count: number): string;
  others(count: number): string;
  reaction: string;
  together: { title: string; lead: string; funnel: string; lists: string; hint: string };
}

const STRINGS: Record<Language, WheelStrings> = {
  en: {
    title: 'Client lifecycle',
    lead: (asOf) =>
      `Where is everybody today, who moved, and who is slipping away? Click a phase or an arrow to see who. Data up to ${asOf}.`,
    choices: 'What to look at',
    model: 'Model',
    models: {
      lifecycle: 'Lifecycle: five phases',
      engagement: 'Engagement index: four quarters',
      flywheel: 'Flywheel: clients who bring clients',
    },
    asOf: 'As of',
    compare: 'Compare',
    comparedTo: 'Since',
    client: 'One client',
    clientHint: 'Name or number',
    clearClient: 'Everybody again',
    wheel: 'Wheel',
    moves: 'Who moved, and what the studio does about it',
    movesHint:
      'The wheel tells the page who changed phase (the event people-move), so the studio can react at once: this is what its automation would do.',
    noMoves: 'Nobody has moved yet, or nothing is compared.',
    moved: (count) => (count === 1 ? '1 person' : `${count} people`),
    others: (count) => (count === 1 ? 'and 1 other' : `and ${count} others`),
    reaction: 'Enrol in:',
    together: {
      title: 'Funnel and wheel',
      lead: 'Open a loss of the funnel to see where on the wheel these people are now; open a phase of the wheel to see where in the funnel its people are.',
      funnel: 'Funnel',
      lists: 'List the people, too',
      hint: 'The two elements know each other by id and speak to each other; the page does nothing for it.',
    },
  },
  fr: {
    title: 'Cycle de vie des clients',
    lead: (asOf) =>
      `Où en est chacun aujourd’hui, qui a bougé, qui décroche ? Cliquez sur une phase ou une flèche pour voir qui. Données jusqu’au ${asOf}.`,
    choices: 'Ce que l’on regarde',
    model: 'Modèle',
    models: {
      lifecycle: 'Cycle de vie : cinq phases',
      engagement: 'Indice d’engagement : quatre quarts',
      flywheel: 'Volant d’inertie : les clients amènent des clients',
    },
    asOf: 'Au',
    compare: 'Comparer',
    comparedTo: 'Depuis le',
    client: 'Un client',
    clientHint: 'Nom ou numéro',
    clearClient: 'Revoir tout le monde',
    wheel: 'Roue',
    moves: 'Qui a bougé, et ce que fait le studio',
    movesHint:
      'La roue dit à la page qui a changé de phase (l’événement people-move), le studio peut donc réagir aussitôt : voici ce que ferait son automatisation.',
    noMoves: 'Personne n’a encore bougé, ou rien n’est comparé.',
    moved: (count) => (count > 1 ? `${count} personnes` : `${count} personne`),
    others: (count) => (count > 1 ? `et ${count} autres` : 'et 1 autre'),
    reaction: 'Inscrire à :',
    together: {
      title: 'Entonnoir et roue',
      lead: 'Ouvrez une perte de l’entonnoir pour voir où ces personnes en sont sur la roue ; ouvrez une phase de la roue pour voir où ses personnes en sont dans l’entonnoir.',
      funnel: 'Entonnoir',
      lists: 'Lister aussi les personnes',
      hint: 'Les deux éléments se connaissent par leur id et se parlent ; la page n’y est pour rien.',
    },
  },
};

/** The page's words in a language. */
export function wheelStrings(language: Language): WheelStrings {
  return STRINGS[language];
}
