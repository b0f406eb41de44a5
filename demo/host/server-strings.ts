import type { Language } from '../studio/vocabulary.ts';
import type { Mood } from './server-mood.ts';

/** The words about the made-up server. */
export interface ServerStrings {
  server: string;
  moods: Record<Mood, string>;
  /** What there is to see of it. */
  hints: Record<Exclude<Mood, 'well'>, string>;
  signedOut: string;
  signIn: string;
  refused: string;
}

const STRINGS: Record<Language, ServerStrings> = {
  en: {
    server: 'Server (simulated)',
    moods: {
      well: 'Answers well',
      slow: 'Slow',
      flaky: 'Flaky',
      'signed-out': 'Session expired',
      'small-pages': 'Short pages',
      refusing: 'Refuses requests',
      offline: 'Unreachable',
    },
    hints: {
      slow: 'Every answer takes four seconds. The last figures stay until the new ones are there.',
      flaky: 'Two requests in three fail. The element asks again by itself, so you only notice the wait.',
      'signed-out': 'Every answer is 401 until you sign in again. The last figures stay, marked as old.',
      'small-pages': 'Lists of people come in pages of 20, however many are asked for. Open one and scroll.',
      refusing:
        'Open a list, select people and tag them: the first request is refused, the next fails for some.',
      offline: 'No request gets through. The last figures stay, with a button to try again.',
    },
    signedOut: 'Your session has expired.',
    signIn: 'Sign in again',
    refused: 'The server refuses this request.',
  },
  fr: {
    server: 'Serveur (simulé)',
    moods: {
      well: 'Répond bien',
      slow: 'Lent',
      flaky: 'Capricieux',
      'signed-out': 'Session expirée',
      'small-pages': 'Pages courtes',
      refusing: 'Refuse les demandes',
      offline: 'Injoignable',
    },
    hints: {
      slow: 'Chaque réponse prend quatre secondes. Les derniers chiffres restent jusqu’à l’arrivée des nouveaux.',
      flaky:
        'Deux requêtes sur trois échouent. L’élément redemande de lui-même : vous ne remarquez que l’attente.',
      'signed-out':
        'Chaque réponse est 401 jusqu’à votre reconnexion. Les derniers chiffres restent, marqués comme anciens.',
      'small-pages':
        'Les listes arrivent par pages de 20, quel que soit le nombre demandé. Ouvrez-en une et faites défiler.',
      refusing:
        'Ouvrez une liste, sélectionnez des personnes et taguez-les : la première demande est refusée, la suivante échoue en partie.',
      offline: 'Aucune requête ne passe. Les derniers chiffres restent, avec un bouton pour réessayer.',
    },
    signedOut: 'Votre session a expiré.',
    signIn: 'Se reconnecter',
    refused: 'Le serveur refuse cette demande.',
  },
};

/** The words about the server in a language. */
export function serverStringsOf(language: Language): ServerStrings {
  return STRINGS[language];
}
