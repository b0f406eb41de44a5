/** The two languages of the demo. */
export type Language = 'fr' | 'en';

/** Words of the studio's data, as its team reads them: sources, campaigns, products, stages, tags, sequences. */
const WORDS: Readonly<Record<string, Record<Language, string>>> = {
  instagram: { fr: 'Instagram', en: 'Instagram' },
  google: { fr: 'Google', en: 'Google' },
  website: { fr: 'Site web', en: 'Website' },
  'walk-in': { fr: 'De passage', en: 'Walk-in' },
  referral: { fr: 'Parrainage', en: 'Referral' },
  'abandoned-cart': { fr: 'Panier abandonné', en: 'Abandoned cart' },
  classpass: { fr: 'ClassPass', en: 'ClassPass' },
  forum: { fr: 'Bannière de forum', en: 'Forum banner' },
  'site-banner': { fr: 'Bannière de site', en: 'Site banner' },
  influencer: { fr: 'Influenceuse', en: 'Influencer' },
  remarketing: { fr: 'Remarketing', en: 'Remarketing' },
  'two-weeks-reel': { fr: 'Reel « 2 semaines »', en: '“2 weeks” reel' },
  'new-year': { fr: 'Nouvel élan', en: 'New year' },
  'back-to-school': { fr: 'Rentrée', en: 'Back to school' },
  'search-brand': { fr: 'Recherche marque', en: 'Brand search' },
  'search-pilates': { fr: 'Recherche pilates', en: 'Pilates search' },
  'two-weeks': { fr: '2 semaines découverte', en: '2-week intro' },
  'first-private': { fr: 'Première séance privée', en: 'Private session intro' },
  unlimited: { fr: 'Illimité mensuel', en: 'Monthly unlimited' },
  'eight-classes': { fr: '8 cours par mois', en: '8 classes a month' },
  'two-private': { fr: '2 séances privées par mois', en: '2 private sessions a month' },
  'ten-pack': { fr: 'Carnet de 10 cours', en: '10-class pack' },
  'private-pack': { fr: 'Carnet de 5 séances privées', en: '5 private sessions' },
  'drop-in': { fr: 'Cours à l’unité', en: 'Drop-in class' },
  'stage-new': { fr: 'Nouveau', en: 'New' },
  'stage-contacted': { fr: 'Contacté', en: 'Contacted' },
  'stage-intro': { fr: 'En découverte', en: 'On an intro' },
  'stage-won': { fr: 'Gagné', en: 'Won' },
  'stage-lost': { fr: 'Perdu', en: 'Lost' },
  'stage-to-call': { fr: 'À rappeler', en: 'To call back' },
  'tag-morning': { fr: 'Matin', en: 'Morning' },
  'tag-evening': { fr: 'Soir', en: 'Evening' },
  'tag-beginner': { fr: 'Débutant', en: 'Beginner' },
  'tag-prenatal': { fr: 'Prénatal', en: 'Prenatal' },
  'tag-company': { fr: 'Entreprise', en: 'Company' },
  'tag-follow-up': { fr: 'À relancer', en: 'Follow up' },
  'tag-offer-sent': { fr: 'Offre envoyée', en: 'Offer sent' },
  'sequence-welcome': { fr: 'Bienvenue (3 e-mails)', en: 'Welcome (3 e-mails)' },
  'sequence-first-class': { fr: 'Réservez votre premier cours', en: 'Book your first class' },
  'sequence-win-back': { fr: 'Vous nous manquez', en: 'We miss you' },
};

const CODES = new Map(
  Object.entries(WORDS).flatMap(([code, word]) => [word.fr, word.en].map((text) => [text, code])),
);

/** How a code of the data reads; anything else (a tag typed by the user) stays as it is. */
export function wordOf(code: string, language: Language): string {
  return WORDS[code]?.[language] ?? code;
}

/** The code behind a word of either language, or the word itself. */
export function codeOf(word: string): string {
  return CODES.get(word) ?? word;
}

/** All codes that begin so: `tag-`, `stage-`, `sequence-`. */
export function codesOf(prefix: string): string[] {
  return Object.keys(WORDS).filter((code) => code.startsWith(prefix));
}
