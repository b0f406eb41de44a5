import type { Language } from '../studio/vocabulary.ts';

/** The places of the three wheels, as the studio's team calls them. */
const PLACES: Readonly<Record<string, Record<Language, string>>> = {
  acquisition: { fr: 'Conquête', en: 'Acquisition' },
  conversion: { fr: 'Conversion', en: 'Conversion' },
  loyalty: { fr: 'Fidélisation', en: 'Loyalty' },
  attrition: { fr: 'Attrition', en: 'Attrition' },
  retention: { fr: 'Rétention', en: 'Retention' },
  nurture: { fr: 'Nourrir', en: 'Nurture' },
  purchase: { fr: 'Achat', en: 'Purchase' },
  exit: { fr: 'Sortie', en: 'Exit' },
  activation: { fr: 'Activation', en: 'Activation' },
  adoption: { fr: 'Adoption', en: 'Adoption' },
  adoration: { fr: 'Adoration', en: 'Adoration' },
  advocacy: { fr: 'Plaidoyer', en: 'Advocacy' },
  'not-engaged': { fr: 'Pas encore engagés', en: 'Not yet engaged' },
  former: { fr: 'Anciens clients', en: 'Former clients' },
  unknown: { fr: 'Pas encore connus', en: 'Not yet known' },
};

/** A place in words; one the page does not know keeps its id. */
export function placeName(place: string, language: Language): string {
  return PLACES[place]?.[language] ?? place;
}

/** A place where people come from: who had not been engaged was new. */
export function originName(place: string, language: Language): string {
  if (place === 'not-engaged') return language === 'fr' ? 'Nouveaux' : 'New';
  return placeName(place, language);
}
