import type { ErrorCode } from '../engine/error.ts';

/** What is said of each error, in French. */
export const errorsFr: Readonly<Record<ErrorCode, string>> = {
  'invalid-definition': 'La définition contient une erreur.',
  'invalid-dataset': 'Les données ont une forme illisible.',
  'invalid-result': 'Les chiffres ont une forme illisible.',
  'invalid-options': 'Les options choisies ne vont pas ensemble.',
  'invalid-mapping': 'Les colonnes des données ne correspondent pas à ce qu’il faut.',
  'invalid-file': 'Ce fichier ne peut pas être lu.',
  'no-usable-rows': 'Aucune ligne des données n’est utilisable.',
  'unknown-funnel': 'Aucun entonnoir ne porte ce nom.',
  'unknown-step': 'Aucune étape ne porte ce nom.',
  'unknown-subject': 'Cette personne n’est pas dans les données.',
  'not-configured': 'Ce n’est pas encore configuré.',
  unsupported: 'Ce n’est pas possible ici.',
  network: 'Le serveur est injoignable.',
  timeout: 'Le serveur a mis trop de temps à répondre.',
  http: 'Le serveur a répondu par une erreur.',
  unauthorized: 'Vous devez vous reconnecter.',
  forbidden: 'Vous n’avez pas accès à ces chiffres.',
  'too-large': 'La réponse est trop volumineuse.',
  'not-json': 'La réponse du serveur n’est pas du type attendu.',
  'worker-failed': 'Le calcul s’est arrêté de façon inattendue.',
  internal: 'Une erreur est survenue ici.',
};
