/** What kind of cells a canonical column holds; decides how text from a file is read. */
export type ColumnKind = 'id' | 'text' | 'instant' | 'number' | 'flag' | 'list';

/** A canonical column of data.md and the headers, English and French, that mean it. */
export interface ColumnEntry {
  name: string;
  kind: ColumnKind;
  /** Normalised headers (see `normaliseHeader`), the surest first. */
  headers: readonly string[];
}

const entry = (name: string, kind: ColumnKind, ...headers: string[]): ColumnEntry => ({
  name,
  kind,
  headers,
});

// prettier-ignore
const PERSON_IDS = [
  'client id', 'customer id', 'member id', 'person id', 'user id', 'contact id', 'lead id', 'visitor id',
  'id client', 'id membre', 'id personne', 'id contact', 'id adherent', 'id utilisateur', 'identifiant client',
  'identifiant membre', 'client number', 'member number', 'customer number', 'numero client', 'numero adherent',
  'numero membre', 'no client', 'n client', 'n adherent', 'code client', 'distinct id',
];

/** Columns of a table of people. Source: data.md, "people". */
// prettier-ignore
export const PEOPLE_COLUMNS: readonly ColumnEntry[] = [
  entry('id', 'id', 'id', ...PERSON_IDS, 'identifiant', 'uid', 'uuid', 'person', 'client', 'customer', 'member'),
  entry('name', 'text', 'name', 'full name', 'client name', 'customer name', 'member name', 'nom complet', 'nom et prenom', 'prenom et nom', 'nom du client', 'nom'),
  entry('firstName', 'text', 'first name', 'given name', 'prenom', 'forename'),
  entry('lastName', 'text', 'last name', 'surname', 'family name', 'nom de famille'),
  entry('email', 'text', 'email', 'e mail', 'mail', 'email address', 'e mail address', 'courriel', 'adresse courriel', 'adresse email', 'adresse e mail', 'adresse mail', 'adresse electronique'),
  entry('phone', 'text', 'phone', 'phone number', 'mobile', 'mobile phone', 'cell', 'cell phone', 'telephone', 'tel', 'portable', 'numero de telephone', 'telephone portable', 'telephone mobile', 'tel portable', 'gsm'),
  entry('source', 'text', 'source', 'lead source', 'acquisition source', 'referral source', 'origine', 'provenance', 'source d acquisition', 'comment nous avez vous connu'),
  entry('campaign', 'text', 'campaign', 'utm campaign', 'campaign name', 'campagne', 'nom de la campagne'),
  entry('location', 'text', 'location', 'home location', 'studio', 'site', 'club', 'lieu', 'salle', 'etablissement', 'centre'),
  entry('leadStage', 'text', 'lead stage', 'stage', 'lead status', 'pipeline stage', 'etape', 'etape du prospect', 'statut du prospect', 'statut prospect', 'phase'),
  entry('tags', 'list', 'tags', 'tag', 'labels', 'etiquettes', 'etiquette', 'libelles', 'mots cles'),
  entry('isCustomer', 'flag', 'is customer', 'is client', 'is member', 'est client', 'est membre', 'est adherent'),
  entry('referredBy', 'id', 'referred by', 'referrer', 'referrer id', 'parrain', 'parraine par', 'recommande par'),
  entry('createdAt', 'instant', 'created at', 'created on', 'created', 'created date', 'creation date', 'date created', 'signup date', 'signed up at', 'sign up date', 'registered at', 'registration date', 'joined', 'join date', 'member since', 'cree le', 'date de creation', 'date d inscription', 'inscrit le', 'membre depuis', 'client depuis'),
  entry('leadCreatedAt', 'instant', 'lead created at', 'lead created', 'lead date', 'lead created on', 'lead creation date', 'prospect cree le', 'date du prospect', 'date de creation du prospect', 'prospect depuis'),
  entry('lastContactedAt', 'instant', 'last contacted at', 'last contacted', 'last contact', 'last contact date', 'last contacted on', 'dernier contact', 'dernier contact le', 'date du dernier contact', 'contacte le'),
  entry('convertedToCustomerAt', 'instant', 'converted to customer at', 'converted at', 'converted on', 'conversion date', 'became customer at', 'customer since', 'converti le', 'date de conversion', 'devenu client le'),
  entry('consentEmail', 'flag', 'consent email', 'email consent', 'email opt in', 'accepts email', 'newsletter', 'consentement email', 'consentement e mail', 'accepte les emails', 'optin email'),
  entry('consentSms', 'flag', 'consent sms', 'sms consent', 'sms opt in', 'accepts sms', 'consentement sms', 'accepte les sms', 'optin sms'),
];

/** Columns of a table of events. Source: data.md, "events". */
// prettier-ignore
export const EVENT_COLUMNS: readonly ColumnEntry[] = [
  entry('person', 'id', 'person', ...PERSON_IDS, 'client', 'customer', 'member', 'user', 'contact', 'adherent', 'membre', 'id', 'identifiant', 'email', 'e mail', 'courriel', 'adresse email'),
  entry('at', 'instant', 'at', 'date', 'timestamp', 'ts', 'time', 'datetime', 'date time', 'occurred at', 'event date', 'event time', 'event at', 'created at', 'created', 'booked at', 'booked on', 'booking date', 'purchase date', 'purchased at', 'purchased on', 'sale date', 'visit date', 'checked in at', 'check in date', 'order date', 'date et heure', 'horodatage', 'date de l evenement', 'date de reservation', 'date de la reservation', 'reserve le', 'date d achat', 'achete le', 'date de vente', 'date de visite', 'date de commande', 'cree le', 'date de creation', 'le', 'quand'),
  entry('type', 'text', 'type', 'event', 'event type', 'event name', 'action', 'activity', 'evenement', 'type d evenement', 'nom de l evenement', 'activite'),
  entry('eventAt', 'instant', 'event at', 'class date', 'class time', 'class at', 'starts at', 'start time', 'session date', 'appointment date', 'date du cours', 'date de la seance', 'date du rendez vous', 'heure du cours', 'debut'),
  entry('membership', 'id', 'membership', 'membership id', 'pass id', 'contract id', 'abonnement', 'id abonnement', 'numero d abonnement', 'id contrat', 'forfait id'),
  entry('product', 'text', 'product', 'product name', 'item', 'plan', 'pack', 'produit', 'nom du produit', 'article', 'forfait', 'formule', 'offre'),
  entry('amount', 'number', 'amount', 'price', 'total', 'revenue', 'paid', 'montant', 'prix', 'montant ttc', 'total ttc', 'tarif', 'montant paye'),
  entry('startsAt', 'instant', 'membership start', 'start date', 'valid from', 'activation date', 'date de debut', 'date d activation', 'valable du', 'debut de l abonnement'),
  entry('intro', 'flag', 'intro', 'is intro', 'intro offer', 'introductory offer', 'offre d essai', 'offre decouverte', 'decouverte'),
  entry('renewing', 'flag', 'renewing', 'auto renew', 'autorenew', 'is renewing', 'renouvellement automatique', 'reconduction'),
  entry('activatesOnFirstUse', 'flag', 'activates on first use', 'active au premier passage'),
  entry('refunded', 'flag', 'refunded', 'is refunded', 'rembourse'),
  entry('dropIn', 'flag', 'drop in', 'is drop in', 'seance a l unite', 'a l unite'),
  entry('kind', 'text', 'kind', 'category', 'service type', 'booking type', 'genre', 'categorie', 'type de service', 'type de reservation', 'prestation'),
  entry('name', 'text', 'name', 'class', 'class name', 'service', 'service name', 'cours', 'nom du cours', 'seance', 'intitule'),
  entry('status', 'text', 'status', 'booking status', 'attendance', 'statut', 'etat', 'presence', 'statut de la reservation'),
  entry('location', 'text', 'location', 'studio', 'site', 'club', 'lieu', 'salle', 'etablissement', 'centre'),
  entry('aggregator', 'text', 'aggregator', 'channel partner', 'agregateur', 'partenaire'),
  entry('channel', 'text', 'channel', 'medium', 'canal', 'moyen'),
  entry('purpose', 'text', 'purpose', 'reason', 'objet', 'motif'),
  entry('source', 'text', 'source', 'lead source', 'origine', 'provenance'),
  entry('campaign', 'text', 'campaign', 'utm campaign', 'campagne'),
  entry('origin', 'text', 'origin', 'form', 'formulaire'),
  entry('page', 'text', 'page', 'page type', 'url', 'page vue'),
  entry('abandonedCart', 'flag', 'abandoned cart', 'cart abandoned', 'panier abandonne'),
  entry('score', 'number', 'score', 'rating', 'nps', 'note'),
  entry('experiment', 'text', 'experiment', 'experiment name', 'test', 'experience'),
  entry('variant', 'text', 'variant', 'variante'),
  entry('referredBy', 'id', 'referred by', 'referrer', 'parrain', 'parraine par'),
];

/** Columns of a table of campaigns. Source: data.md, "campaigns". */
// prettier-ignore
export const CAMPAIGN_COLUMNS: readonly ColumnEntry[] = [
  entry('channel', 'text', 'channel', 'source', 'platform', 'network', 'medium', 'canal', 'plateforme', 'regie', 'support'),
  entry('date', 'instant', 'date', 'day', 'at', 'jour', 'le', 'journee'),
  entry('impressions', 'number', 'impressions', 'impr', 'views', 'displays', 'affichages', 'vues'),
  entry('clicks', 'number', 'clicks', 'link clicks', 'clics', 'clic'),
  entry('visits', 'number', 'visits', 'sessions', 'visites', 'visitors', 'visiteurs'),
  entry('carts', 'number', 'carts', 'adds to cart', 'add to cart', 'paniers', 'ajouts au panier', 'mises au panier'),
  entry('purchases', 'number', 'purchases', 'conversions', 'sales', 'orders', 'achats', 'ventes', 'commandes'),
  entry('cost', 'number', 'cost', 'spend', 'amount spent', 'cout', 'couts', 'depense', 'depenses', 'montant depense'),
  entry('revenue', 'number', 'revenue', 'conversion value', 'purchase value', 'turnover', 'chiffre d affaires', 'ca', 'revenu', 'recettes', 'valeur de conversion'),
  entry('margin', 'number', 'margin', 'gross margin', 'marge', 'marge brute'),
  entry('kind', 'text', 'kind', 'channel kind', 'channel type', 'type de canal', 'genre'),
  entry('audience', 'text', 'audience', 'target group', 'ad set', 'cible', 'groupe cible', 'ensemble de publicites'),
];

/** The columns a table cannot do without. `type` may instead be the same for the whole table. */
export const REQUIRED_COLUMNS = {
  people: ['id'],
  events: ['person', 'at'],
  campaigns: ['channel', 'date'],
} as const;

/** Event types by the words a file or a table is named with, English and French. Source: data.md, "events". */
// prettier-ignore
export const TABLE_TYPES: Readonly<Record<string, readonly string[]>> = {
  lead: ['lead', 'leads', 'prospect', 'prospects'],
  contact: ['contact event', 'outreach', 'contacts pris', 'relances', 'relance'],
  purchase: ['purchase', 'purchases', 'sale', 'sales', 'order', 'orders', 'achat', 'achats', 'vente', 'ventes', 'commandes'],
  booking: ['booking', 'bookings', 'reservation', 'reservations', 'appointments', 'rendez vous'],
  'check-in': ['check in', 'check ins', 'checkins', 'visit', 'visits', 'attendance', 'visite', 'visites', 'passage', 'passages', 'frequentation'],
  renewal: ['renewal', 'renewals', 'renouvellement', 'renouvellements'],
  cancellation: ['cancellation', 'cancellations', 'annulations', 'resiliation', 'resiliations'],
  freeze: ['freeze', 'freezes', 'gel', 'suspensions'],
  conversion: ['conversion', 'conversions'],
  'checkout-view': ['checkout view', 'checkout views', 'checkouts', 'paniers'],
  referral: ['referral', 'referrals', 'parrainage', 'parrainages'],
  review: ['review', 'reviews', 'avis'],
  survey: ['survey', 'surveys', 'enquete', 'enquetes', 'sondage', 'sondages'],
};

/** Words that name a table of people. */
export const PEOPLE_TABLES: readonly string[] = [
  'people',
  'clients',
  'client',
  'customers',
  'members',
  'contacts',
  'users',
  'adherents',
  'membres',
  'personnes',
  'clientele',
  'fichier client',
];

/** Words that name a table of mixed events. */
export const EVENT_TABLES: readonly string[] = [
  'events',
  'event log',
  'evenements',
  'activity',
  'activites',
  'journal',
];

/** A header in lower case without accents, its words divided by single spaces: `Date de réservation` → `date de reservation`. */
export function normaliseHeader(header: string): string {
  return header
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[nN]°/g, 'numero ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/[^a-z\d]+/g, ' ')
    .trim();
}
