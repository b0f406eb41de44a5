import type { RejectionCode } from '../../src/engine/dataset/store-input.ts';
import type { ErrorCode } from '../../src/engine/error.ts';
import type { Language } from '../studio/vocabulary.ts';
import type { ImportOrder } from './import-plan.ts';
import type { Role } from './import-file.ts';

/** A number and how it is written. */
export interface Counted {
  n: number;
  text: string;
}

/** The words of the page for the visitor's own files. */
export interface Strings {
  title: string;
  lead: string;
  files: string;
  drop: string;
  choose: string;
  formats: string;
  sample: string;
  remove(name: string): string;
  unreadable(name: string, why: string): string;
  /** Why a file could not be read, by the error's code. */
  unreadableWhy: Partial<Record<ErrorCode, string>>;
  unreadableOther: string;
  /** The files were read, but nothing can be computed of them. */
  unusable: Partial<Record<ErrorCode, string>>;
  unusableOther: string;
  rows(rows: Counted): string;
  /** A file is being read; it can be given up. */
  reading(name: string): string;
  cancel: string;
  used(count: Counted): string;
  holds: string;
  roles: Record<Role, string>;
  columnsHint: string;
  /** Our columns, as people call them; others are shown by their name. */
  column: Record<string, string>;
  noColumn: string;
  required: string;
  typeColumn: string;
  typeAll: string;
  sameForAll: string;
  moreColumns: string;
  dateOrder: string;
  dateOrders: Record<'dmy' | 'mdy', string>;
  firstRows: string;
  missing(names: string): string;
  onePeopleFile: string;
  timeZone: string;
  found(people: Counted, events: Counted, from: string, to: string): string;
  rejected(count: number): string;
  rejectedFirst(count: number): string;
  rejectedFile: string;
  rejectedLine: string;
  rejectedWhy: string;
  reasons: Record<RejectionCode, string>;
  malformed: Record<string, string>;
  steps: string;
  stepsHint: string;
  step(number: number): string;
  addStep: string;
  removeStep(number: number): string;
  moveUp(number: number): string;
  moveDown(number: number): string;
  order: string;
  orders: Record<ImportOrder, string>;
  orderHints: Record<ImportOrder, string>;
  window: string;
  windowNone: string;
  from: string;
  to: string;
  periodHint: string;
  periodReversed: string;
  breakdown: string;
  noBreakdown: string;
  funnel: string;
  funnelName: string;
  json: string;
  jsonHint: string;
  copy: string;
  copied: string;
  copyFailed: string;
}

const EN: Strings = {
  title: 'Your own data',
  lead: 'Drop files of people and events. They are read and counted in this browser and sent nowhere.',
  files: 'Files',
  drop: 'Drop files here, or',
  choose: 'choose files',
  formats:
    'CSV, JSON, NDJSON, Arrow or Parquet, gzipped or not; one file or several: people, events, or both.',
  sample: 'Try a small sample',
  remove: (name) => `Remove ${name}`,
  unreadable: (name, why) => `${name} could not be read: ${why}`,
  unreadableWhy: {
    'no-usable-rows': 'it has no row that can be used.',
    'not-json': 'it is not valid JSON.',
    'too-large': 'it is too large.',
    'invalid-file': 'it is damaged or cut off, or it is not a table.',
    'invalid-dataset': 'it is not a list of rows.',
    unsupported: 'what reads this format, or how it is packed, is not there.',
  },
  unreadableOther: 'it is damaged, or of a kind that is not known here.',
  unusable: {
    'no-usable-rows': 'No row of these files can be used as the columns are set. Check them.',
    'invalid-mapping': 'A column that was chosen is not in its file. Check the columns.',
  },
  unusableOther: 'These files cannot be counted as they are set. Check the columns and the time zone.',
  reading: (name) => `Reading ${name}`,
  cancel: 'Cancel',
  rows: ({ n, text }) => (n === 1 ? '1 row' : `${text} rows`),
  used: ({ text }) => `${text} used`,
  holds: 'This file holds',
  roles: { people: 'People', events: 'Events', ignore: 'Nothing to use' },
  columnsHint:
    'Guessed from the headers and the values. Correct what is wrong; columns not named here can still be used to filter and break down.',
  column: {
    id: 'Person’s id',
    person: 'Person’s id',
    at: 'Date',
    name: 'Name',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail',
    phone: 'Phone',
    source: 'Source',
    campaign: 'Campaign',
    location: 'Location',
    leadStage: 'Lead stage',
    tags: 'Tags',
    isCustomer: 'Is a customer',
    referredBy: 'Referred by',
    createdAt: 'Client since',
    leadCreatedAt: 'Lead since',
    lastContactedAt: 'Last contact',
    convertedToCustomerAt: 'Customer since',
    consentEmail: 'Consent: e-mail',
    consentSms: 'Consent: SMS',
    type: 'Event',
    eventAt: 'Date it takes place',
    membership: 'Membership’s id',
    product: 'Product',
    amount: 'Amount',
    startsAt: 'Starts on',
    intro: 'Intro offer',
    renewing: 'Renews',
    kind: 'Kind',
    status: 'Status',
    channel: 'Channel',
    page: 'Page',
  },
  noColumn: 'none',
  required: 'needed',
  typeColumn: 'Event',
  typeAll: 'Every row is',
  sameForAll: 'the same for all rows',
  moreColumns: 'More columns',
  dateOrder: 'Dates such as 03/04/2026',
  dateOrders: { dmy: 'day first', mdy: 'month first' },
  firstRows: 'First rows',
  missing: (names) => `Still to be said: ${names}.`,
  onePeopleFile: 'Only the first file of people is used.',
  timeZone: 'Time zone of the data',
  found: (people, events, from, to) =>
    `${people.text} ${people.n === 1 ? 'person' : 'people'}, ${events.text} ${events.n === 1 ? 'event' : 'events'} from ${from} to ${to}.`,
  rejected: (count) => (count === 1 ? '1 row was left out' : `${count} rows were left out`),
  rejectedFirst: (count) => `The first ${count} are shown.`,
  rejectedFile: 'File',
  rejectedLine: 'Line',
  rejectedWhy: 'Why',
  reasons: {
    'missing-id': 'the id is empty',
    'duplicate-id': 'the id was there before',
    'missing-person': 'it says no person',
    'missing-date': 'the date is empty',
    'invalid-date': 'this is not a date',
    'missing-type': 'it says no event',
    'missing-channel': 'it says no channel',
    'invalid-number': 'this is not a number',
    malformed: 'the row is damaged',
  },
  malformed: {
    'too-many-fields': 'more fields than columns',
    'too-few-fields': 'fewer fields than columns',
    'broken-quotes': 'a quotation mark is not closed',
    'not-an-object': 'not a row',
  },
  steps: 'Steps',
  stepsHint: 'People enter by the first step. Put the steps in the order of the journey.',
  step: (number) => `Step ${number}`,
  addStep: 'Add a step',
  removeStep: (number) => `Remove step ${number}`,
  moveUp: (number) => `Move step ${number} up`,
  moveDown: (number) => `Move step ${number} down`,
  order: 'Order',
  orders: {
    independent: 'Each step judged by itself',
    sequential: 'One after the other',
    strict: 'One right after the other',
  },
  orderHints: {
    independent: 'Who did the steps before counts, whatever the dates.',
    sequential: 'Each step on the day of the one before, or later.',
    strict: 'No other event of the same person in between.',
  },
  window: 'All steps within (days)',
  windowNone: 'no limit',
  from: 'First step from',
  to: 'to',
  periodHint: 'The period is that of the first step; the others count at any date.',
  periodReversed: 'The period ends before it begins. Choose an end on or after the first day.',
  breakdown: 'Break down by',
  noBreakdown: 'Nothing',
  funnel: 'Funnel',
  funnelName: 'Your funnel',
  json: 'Use it on your own page',
  jsonHint: 'The mapping and the definition: hand them to <funnel-chart> as data and definition.',
  copy: 'Copy the JSON',
  copied: 'Copied.',
  copyFailed: 'Copying is not allowed here: select the text and copy it yourself.',
};

const FR: Strings = {
  title: 'Vos données',
  lead: 'Déposez des fichiers de personnes et d’événements. Ils sont lus et comptés dans ce navigateur, rien n’est envoyé.',
  files: 'Fichiers',
  drop: 'Déposez des fichiers ici, ou',
  choose: 'choisissez des fichiers',
  formats:
    'CSV, JSON, NDJSON, Arrow ou Parquet, compressés en gzip ou non ; un fichier ou plusieurs : personnes, événements, ou les deux.',
  sample: 'Essayer un petit exemple',
  remove: (name) => `Retirer ${name}`,
  unreadable: (name, why) => `${name} n’a pas pu être lu : ${why}`,
  unreadableWhy: {
    'no-usable-rows': 'aucune de ses lignes n’est utilisable.',
    'not-json': 'ce n’est pas du JSON valide.',
    'too-large': 'il est trop volumineux.',
    'invalid-file': 'il est abîmé ou incomplet, ou ce n’est pas un tableau.',
    'invalid-dataset': 'ce n’est pas une liste de lignes.',
    unsupported: 'ce qui lit ce format, ou sa compression, n’est pas disponible.',
  },
  unreadableOther: 'il est abîmé, ou d’un genre inconnu ici.',
  unusable: {
    'no-usable-rows': 'Aucune ligne de ces fichiers n’est utilisable avec ces colonnes. Vérifiez-les.',
    'invalid-mapping': 'Une colonne choisie n’est pas dans son fichier. Vérifiez les colonnes.',
  },
  unusableOther:
    'Ces fichiers ne peuvent pas être comptés ainsi. Vérifiez les colonnes et le fuseau horaire.',
  reading: (name) => `Lecture de ${name}`,
  cancel: 'Annuler',
  rows: ({ n, text }) => `${text} ${n < 2 ? 'ligne' : 'lignes'}`,
  used: ({ n, text }) => `${text} ${n < 2 ? 'utilisée' : 'utilisées'}`,
  holds: 'Ce fichier contient',
  roles: { people: 'Des personnes', events: 'Des événements', ignore: 'Rien d’utile' },
  columnsHint:
    'Devinées d’après les en-têtes et les valeurs. Corrigez si besoin ; les colonnes absentes d’ici servent encore à filtrer et à répartir.',
  column: {
    id: 'Identifiant de la personne',
    person: 'Identifiant de la personne',
    at: 'Date',
    name: 'Nom',
    firstName: 'Prénom',
    lastName: 'Nom de famille',
    email: 'E-mail',
    phone: 'Téléphone',
    source: 'Source',
    campaign: 'Campagne',
    location: 'Lieu',
    leadStage: 'Stade du prospect',
    tags: 'Tags',
    isCustomer: 'Est client',
    referredBy: 'Recommandé par',
    createdAt: 'Client créé le',
    leadCreatedAt: 'Prospect créé le',
    lastContactedAt: 'Dernier contact',
    convertedToCustomerAt: 'Devenu client le',
    consentEmail: 'Consentement e-mail',
    consentSms: 'Consentement SMS',
    type: 'Événement',
    eventAt: 'A lieu le',
    membership: 'Identifiant de l’abonnement',
    product: 'Produit',
    amount: 'Montant',
    startsAt: 'Commence le',
    intro: 'Offre d’introduction',
    renewing: 'Se renouvelle',
    kind: 'Genre',
    status: 'Statut',
    channel: 'Canal',
    page: 'Page',
  },
  noColumn: 'aucune',
  required: 'nécessaire',
  typeColumn: 'Événement',
  typeAll: 'Chaque ligne est',
  sameForAll: 'le même pour toutes les lignes',
  moreColumns: 'Autres colonnes',
  dateOrder: 'Dates comme 03/04/2026',
  dateOrders: { dmy: 'le jour d’abord', mdy: 'le mois d’abord' },
  firstRows: 'Premières lignes',
  missing: (names) => `Il reste à indiquer : ${names}.`,
  onePeopleFile: 'Seul le premier fichier de personnes est utilisé.',
  timeZone: 'Fuseau horaire des données',
  found: (people, events, from, to) =>
    `${people.text} ${people.n < 2 ? 'personne' : 'personnes'}, ${events.text} ${events.n < 2 ? 'événement' : 'événements'} du ${from} au ${to}.`,
  rejected: (count) => (count > 1 ? `${count} lignes écartées` : `${count} ligne écartée`),
  rejectedFirst: (count) => `Les ${count} premières sont affichées.`,
  rejectedFile: 'Fichier',
  rejectedLine: 'Ligne',
  rejectedWhy: 'Raison',
  reasons: {
    'missing-id': 'l’identifiant est vide',
    'duplicate-id': 'l’identifiant existait déjà',
    'missing-person': 'aucune personne n’est indiquée',
    'missing-date': 'la date est vide',
    'invalid-date': 'ce n’est pas une date',
    'missing-type': 'aucun événement n’est indiqué',
    'missing-channel': 'aucun canal n’est indiqué',
    'invalid-number': 'ce n’est pas un nombre',
    malformed: 'la ligne est abîmée',
  },
  malformed: {
    'too-many-fields': 'plus de champs que de colonnes',
    'too-few-fields': 'moins de champs que de colonnes',
    'broken-quotes': 'un guillemet n’est pas fermé',
    'not-an-object': 'ce n’est pas une ligne',
  },
  steps: 'Étapes',
  stepsHint: 'On entre par la première étape. Rangez les étapes dans l’ordre du parcours.',
  step: (number) => `Étape ${number}`,
  addStep: 'Ajouter une étape',
  removeStep: (number) => `Retirer l’étape ${number}`,
  moveUp: (number) => `Monter l’étape ${number}`,
  moveDown: (number) => `Descendre l’étape ${number}`,
  order: 'Ordre',
  orders: {
    independent: 'Chaque étape pour elle-même',
    sequential: 'L’une après l’autre',
    strict: 'L’une juste après l’autre',
  },
  orderHints: {
    independent: 'Compte qui a fait les étapes précédentes, quelles que soient les dates.',
    sequential: 'Chaque étape le jour de la précédente, ou plus tard.',
    strict: 'Aucun autre événement de la même personne entre les deux.',
  },
  window: 'Toutes les étapes en (jours)',
  windowNone: 'sans limite',
  from: 'Première étape du',
  to: 'au',
  periodHint: 'La période est celle de la première étape ; les autres comptent à toute date.',
  periodReversed: 'La période finit avant de commencer. Choisissez une fin au premier jour ou après.',
  breakdown: 'Répartir par',
  noBreakdown: 'Aucune répartition',
  funnel: 'Entonnoir',
  funnelName: 'Votre entonnoir',
  json: 'L’utiliser sur votre page',
  jsonHint: 'Le mapping et la définition : donnez-les à <funnel-chart> comme data et definition.',
  copy: 'Copier le JSON',
  copied: 'Copié.',
  copyFailed: 'La copie n’est pas permise ici : sélectionnez le texte et copiez-le.',
};

const STRINGS: Record<Language, Strings> = { en: EN, fr: FR };

/** The page's words in a language. */
export function stringsOf(language: Language): Strings {
  return STRINGS[language];
}
