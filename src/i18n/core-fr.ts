import type { Counted } from './counted.ts';
import { errorsFr } from './errors-fr.ts';
import type { CoreMessages } from './messages.ts';
import { createPlural } from './plural.ts';
import { nameOf, wordOf } from './word-of.ts';

const plural = createPlural('fr');

/** The properties of data.md; the host's own are told by their names. */
const PROPERTIES: Record<string, string> = {
  source: 'Source',
  campaign: 'Campagne',
  channel: 'Canal',
  page: 'Page',
  product: 'Produit',
  name: 'Nom',
  location: 'Lieu',
  kind: 'Nature',
  origin: 'Origine',
  leadStage: 'Stade du prospect',
  intro: 'Offre d’introduction',
  status: 'État',
  via: 'Venue par',
  referredBy: 'Parrainage par',
  purpose: 'Motif du contact',
  abandonedCart: 'Panier abandonné',
  membership: 'Abonnement',
  renewing: 'Reconduction automatique',
  activatesOnFirstUse: 'Débute à la première visite',
  amount: 'Montant',
  refunded: 'Remboursé',
  dropIn: 'À la séance',
  aggregator: 'Plateforme de réservation',
  variant: 'Variante',
  isCustomer: 'Déjà client',
  tags: 'Étiquettes',
  sequences: 'Séquences',
};

/** Words of the data's own vocabulary (data.md); the host's values are shown as they are. */
const VALUES: Record<string, string> = {
  class: 'Cours',
  appointment: 'Rendez-vous',
  membership: 'Abonnement',
  product: 'Produit',
  form: 'Formulaire',
  referral: 'Parrainage',
  'abandoned-cart': 'Panier abandonné',
  'walk-in': 'Visite spontanée',
  import: 'Import',
  booked: 'Réservé',
  attended: 'Venu',
  'late-cancel': 'Annulation tardive',
  'no-show': 'Absence',
};

/** Who is counted, by number. */
export const POPULATIONS = {
  person: { one: 'personne', many: 'de personnes', other: 'personnes' },
  lead: { one: 'prospect', many: 'de prospects', other: 'prospects' },
  client: { one: 'client', many: 'de clients', other: 'clients' },
  membership: { one: 'abonnement', many: 'd’abonnements', other: 'abonnements' },
};

/** The shared texts in French. */
export const coreFr: CoreMessages = {
  language: 'fr',
  colon: '\u00a0: ',
  semicolon: '\u00a0; ',
  quote: (text) => `«\u00a0${text}\u00a0»`,
  fraction: (part, whole) => `${part} sur ${whole}`,
  subjects: ({ n, text }: Counted, population) => `${text} ${plural(n, POPULATIONS[population])}`,
  pointsUnit: (points) => `${points} pt`,
  pointsInWords: ({ n, text }) => `${text} ${plural(n, { one: 'point', other: 'points' })}`,
  retry: 'Réessayer',
  close: 'Fermer',
  loadingPeople: 'Chargement des personnes…',
  property: (name) => nameOf(PROPERTIES, name.replace('person.', '')),
  value: (_property, value) => wordOf(VALUES, value),
  errors: errorsFr,
};
