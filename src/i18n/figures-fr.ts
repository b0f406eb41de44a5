import type { FigureMessages } from './figures-messages.ts';
import { errorsFr } from './errors-fr.ts';
import { createPlural } from './plural.ts';

const plural = createPlural('fr');

/** The shared texts of the small elements in French. */
export const figuresFr: FigureMessages = {
  colon: '\u00a0: ',
  quote: (text) => `«\u00a0${text}\u00a0»`,
  fraction: (part, whole) => `${part} sur ${whole}`,
  between: (low, high) => `entre ${low} et ${high}`,
  points: ({ n, text }) => `${text} ${plural(n, { one: 'point', other: 'points' })}`,
  unknown: 'inconnu',
  loading: 'Chargement des chiffres…',
  loadingShare: (percent) => `Chargement des chiffres… ${percent}`,
  updating: 'Mise à jour…',
  retry: 'Réessayer',
  errorTitle: 'Les chiffres n’ont pas pu être chargés',
  noResult: 'Il n’y a pas encore de chiffres à afficher',
  stale: (date) => `Les chiffres ci-dessous datent du ${date}.`,
  allTime: 'Depuis le début',
  from: (date) => `À partir du ${date}`,
  until: (date) => `Jusqu’au ${date}`,
  asOf: (date) => `Chiffres du ${date}`,
  supplied: 'Fournis par votre logiciel',
  computed: 'Calculés ici à partir des données',
  updated: (summary) => `Mis à jour. ${summary}`,
  rejected: ({ n, text }) =>
    `${text} ${plural(n, { one: 'ligne des données a été écartée, car elle n’a pas pu être lue', other: 'lignes des données ont été écartées, car elles n’ont pas pu être lues' })}.`,
  details: 'Détails',
  asTable: 'Les chiffres en tableau',
  errors: errorsFr,
};
