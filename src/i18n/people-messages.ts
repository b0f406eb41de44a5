import type { ExplainedStep, RejectionReason } from '../engine/index.ts';
import type { Counted, Subject } from './counted.ts';
import { createPlural } from './plural.ts';

/** The columns of a list of people. */
export type PeopleColumn =
  'select' | 'name' | 'source' | 'leadStage' | 'enteredAt' | 'waiting' | 'lastContactedAt' | 'next' | 'tags';

/** What can be asked of the host. */
export type PeopleRequest = 'tag' | 'stage' | 'enroll';

/** The words of one request. Parameters: how many people, and what was chosen. */
export interface RequestMessages {
  /** The button: an infinitive or imperative. */
  action: string;
  title: string;
  field: string;
  placeholder: string;
  /** What the confirming button says. */
  confirm(people: string): string;
  running(people: string, what: string): string;
  done(people: string, what: string): string;
  partial(done: string, failed: string, what: string): string;
  failed(people: string, what: string): string;
  undone(people: string, what: string): string;
}

/** The texts of `<funnel-step-drilldown>`. A language that lacks one does not compile. */
export interface PeopleMessages {
  heading: string;
  people(count: Counted, subject: Subject): string;
  /** Joins the steps of a path. */
  pathEntered(step: string): string;
  pathConverted(base: string | undefined, step: string): string;
  pathDropped(base: string | undefined, step: string): string;
  pathNotYet(base: string | undefined, step: string): string;
  pathOpen(base: string | undefined, step: string): string;
  pathOutcome(base: string | undefined, step: string, outcome: string): string;
  pathSkipped(base: string | undefined, step: string): string;
  otherGroup: string;
  noValue: string;
  changed(now: string, clicked: string): string;
  onlyPart(shown: string, total: string): string;
  refresh: string;

  search: string;
  searchPlaceholder: string;
  sortBy: string;
  sortAscending: string;
  sortDescending: string;
  unsorted: string;
  matching(shown: string, total: string): string;
  clearFilters: string;
  filteredBy(property: string, value: string): string;
  removeFilter(filter: string): string;

  breakdown: string;
  breakdownHint: string;
  breakdownTooLong(limit: string): string;
  /** The values are those of a part of the people, and not counted. */
  breakdownSample(limit: string): string;
  breakdownLoading: string;
  moreValues(count: Counted): string;
  fewerValues: string;
  moreProperties(count: Counted): string;
  fewerProperties: string;
  share(count: string, percent: string): string;

  columns: Record<PeopleColumn, string>;
  propertyNext: string;
  selectAll: string;
  selectShown(count: Counted): string;
  selectRow(name: string): string;
  unnamed(id: string): string;
  days(count: Counted): string;
  today: string;
  scheduled(date: string): string;
  noNext: string;
  moreTags(count: string): string;

  loading: string;
  nobody: Record<'dropped' | 'open' | 'converted' | 'other', string>;
  noMatch: string;
  failedRows: string;
  failedList: string;
  unavailable: string;
  notChosen: string;

  selected(count: Counted): string;
  selectAllOf(total: string): string;
  clearSelection: string;
  noneSelected: string;
  tooManyMatching(limit: string): string;
  rangeFailed: string;
  list: string;
  /** How the list is used by keyboard; read out, not shown. */
  listHint: string;
  actions: string;

  detailsOf(name: string): string;
  closeDetails: string;
  journey: string;
  notDone: string;
  nextStep: string;
  suggested: string;
  explanation: string;
  explaining: string;
  explainFailed: string;
  /** Why a step stands as it does. `date` is that of the event that matched. */
  explainMatch(step: string, event: string, date: string): string;
  explainAbsent(step: string): string;
  explainVerdict(step: string, verdict: ExplainedStep['verdict']): string;
  /** An event that did not fill a step, and why not. */
  explainRejected(event: string, date: string, reason: RejectionReason): string;
  consent: string;
  consentEmail: string;
  consentSms: string;
  yes: string;
  no: string;

  request: Record<PeopleRequest, RequestMessages>;
  cancel: string;
  stop: string;
  undo: string;
  undoing(what: string): string;
  undoFailed(what: string): string;
  cancelled(what: string): string;
  refused(what: string): string;
  unanswered(what: string): string;
  retry: string;
  dismiss: string;
  history: string;
  historyOf(count: Counted): string;
  audience(people: string): string;
  audienceMemberships(memberships: string, people: string): string;
  withoutConsent(count: Counted, channel: 'email' | 'sms'): string;
  allConsent: string;
  consentUnknown: string;
  chooseOne: string;
  noChoice: string;
  noneOffered: string;
  choicesLoading: string;
  choicesFailed: string;
  createTag(name: string): string;
  removeChosen(name: string): string;
  options(count: Counted): string;
  markRunning: string;
  markDone: string;
  markFailed: string;
}

const pluralEn = createPlural('en');
const pluralFr = createPlural('fr');

const quoteEn = (text: string): string => `“${text}”`;
const quoteFr = (text: string): string => `«\u00a0${text}\u00a0»`;

const arrow = (base: string | undefined, rest: string): string => (base ? `${base} → ${rest}` : rest);
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
/** The end of a path; it begins with a capital where no step precedes it. */
const path = (base: string | undefined, rest: string): string => arrow(base, base ? rest : capital(rest));

const VERDICTS_EN: Record<ExplainedStep['verdict'], string> = {
  'not-entered': 'not reached',
  converted: 'done',
  open: 'not done yet, still in time',
  dropped: 'not done',
  skipped: 'skipped, as it is optional',
  removed: 'taken out of the funnel by an exclusion',
};
const VERDICTS_FR: Record<ExplainedStep['verdict'], string> = {
  'not-entered': 'non atteint',
  converted: 'fait',
  open: 'pas encore fait, toujours dans les temps',
  dropped: 'non fait',
  skipped: 'passé, car facultatif',
  removed: 'retiré de l’entonnoir par une exclusion',
};
const REASONS_EN: Record<RejectionReason, string> = {
  future: 'it has not happened yet',
  conditions: 'it does not meet the conditions',
  'too-early': 'it is too early',
  'too-late': 'it is too late',
  'not-picked': 'another one of its kind is the one that counts',
  'already-used': 'it already fills another step',
  'not-entered': 'the step before was not done',
  excluded: 'an exclusion lies in between',
  'another-counts': 'another event fills this step',
};
const REASONS_FR: Record<RejectionReason, string> = {
  future: 'pas encore eu lieu',
  conditions: 'ne remplit pas les conditions',
  'too-early': 'trop tôt',
  'too-late': 'trop tard',
  'not-picked': 'un autre du même type est retenu',
  'already-used': 'remplit déjà une autre étape',
  'not-entered': 'l’étape précédente n’a pas été faite',
  excluded: 'une exclusion se trouve entre les deux',
  'another-counts': 'un autre événement remplit cette étape',
};

/** English. */
export const peopleEn: PeopleMessages = {
  heading: 'People',
  people: ({ n, text }, subject) =>
    subject === 'membership'
      ? `${text} ${pluralEn(n, { one: 'membership', other: 'memberships' })}`
      : `${text} ${pluralEn(n, { one: 'person', other: 'people' })}`,
  pathEntered: (step) => `Entered: ${step}`,
  pathConverted: (base, step) => arrow(base, step),
  pathDropped: (base, step) => path(base, `lost before ${step}`),
  pathNotYet: (base, step) => path(base, `not (yet) ${step}`),
  pathOpen: (base, step) => path(base, `still open: ${step}`),
  pathOutcome: (base, step, outcome) => arrow(base, `${step}: ${outcome}`),
  pathSkipped: (base, step) => path(base, `skipped ${step}`),
  otherGroup: 'Other',
  noValue: 'None',
  changed: (now, clicked) => `The list has changed since the chart was drawn: ${now} instead of ${clicked}.`,
  onlyPart: (shown, total) => `Only ${shown} of ${total} people were handed over.`,
  refresh: 'Refresh',

  search: 'Search the list',
  searchPlaceholder: 'Name, e-mail, phone, tag…',
  sortBy: 'Sort by',
  sortAscending: 'Ascending order',
  sortDescending: 'Descending order',
  unsorted: 'Default order',
  matching: (shown, total) => `${shown} of ${total} shown`,
  clearFilters: 'Clear the filters',
  filteredBy: (property, value) => `${property}: ${value}`,
  removeFilter: (filter) => `Remove the filter ${filter}`,

  breakdown: 'Who they are',
  breakdownHint: 'Press a value to show only these people.',
  breakdownTooLong: (limit) => `Lists of more than ${limit} people are not broken down here.`,
  breakdownSample: (limit) =>
    `More than ${limit} people: these are the values of the first of them, without counts.`,
  breakdownLoading: 'Counting…',
  moreValues: ({ n, text }) => `${text} more ${pluralEn(n, { one: 'value', other: 'values' })}`,
  fewerValues: 'Fewer values',
  moreProperties: ({ n, text }) => `${text} more ${pluralEn(n, { one: 'property', other: 'properties' })}`,
  fewerProperties: 'Fewer properties',
  share: (count, percent) => `${count}, ${percent} of the list`,

  columns: {
    select: 'Selection',
    name: 'Client',
    source: 'Source',
    leadStage: 'Lead stage',
    enteredAt: 'Entered',
    waiting: 'Waiting',
    lastContactedAt: 'Last contact',
    next: 'Next step',
    tags: 'Tags',
  },
  propertyNext: 'Next step',
  selectAll: 'Select all',
  selectShown: ({ text }) => `Select the ${text} shown`,
  selectRow: (name) => `Select ${name}`,
  unnamed: (id) => `Client ${id}`,
  days: ({ n, text }) => `${text} ${pluralEn(n, { one: 'day', other: 'days' })}`,
  today: 'today',
  scheduled: (date) => `Booked for ${date}`,
  noNext: 'Journey complete',
  moreTags: (count) => `+${count}`,

  loading: 'Loading people…',
  nobody: {
    dropped: 'Nobody was lost here.',
    open: 'Nobody is still open here.',
    converted: 'Nobody got this far.',
    other: 'Nobody is here.',
  },
  noMatch: 'Nobody matches.',
  failedRows: 'These rows could not be loaded.',
  failedList: 'The list could not be loaded.',
  unavailable: 'The numbers came without a list of people.',
  notChosen: 'Choose a part of the funnel to see the people in it.',

  selected: ({ text }) => `${text} selected`,
  selectAllOf: (total) => `Select all ${total}`,
  clearSelection: 'Clear',
  noneSelected: 'Select people to act on them.',
  tooManyMatching: (limit) => `More than ${limit} people match: narrow the search to select them all.`,
  rangeFailed: 'The rows in between could not be loaded, so they were not selected.',
  list: 'List of people',
  listHint:
    'Arrow keys move, Space selects, Shift extends the selection, Enter opens the details, Escape goes back.',
  actions: 'Actions for the selected people',

  detailsOf: (name) => `Details of ${name}`,
  closeDetails: 'Close the details',
  journey: 'Journey',
  notDone: 'not done',
  nextStep: 'Next step',
  suggested: 'Suggested',
  explanation: 'Why they are counted here',
  explaining: 'Looking up…',
  explainFailed: 'The explanation could not be loaded.',
  explainMatch: (step, event, date) => `${step}: done by ${quoteEn(event)} on ${date}.`,
  explainAbsent: (step) => `${step}: met, as there was no such event.`,
  explainVerdict: (step, verdict) => `${step}: ${VERDICTS_EN[verdict]}.`,
  explainRejected: (event, date, reason) =>
    `${quoteEn(event)} on ${date} does not count: ${REASONS_EN[reason]}.`,
  consent: 'Consent',
  consentEmail: 'E-mail',
  consentSms: 'Text message',
  yes: 'Yes',
  no: 'No',

  request: {
    tag: {
      action: 'Tag',
      title: 'Tag people',
      field: 'Tags',
      placeholder: 'Type or choose a tag',
      confirm: (people) => `Tag ${people}`,
      running: (people, what) => `Tagging ${people} with ${what}…`,
      done: (people, what) => `${people} tagged with ${what}.`,
      partial: (done, failed, what) =>
        `${done} tagged with ${what}; it failed for ${failed}, who stay selected.`,
      failed: (people, what) => `${people} could not be tagged with ${what}.`,
      undone: (people, what) => `Tag ${what} taken off ${people}.`,
    },
    stage: {
      action: 'Change lead stage',
      title: 'Change the lead stage',
      field: 'Lead stage',
      placeholder: 'Type or choose a stage',
      confirm: (people) => `Move ${people}`,
      running: (people, what) => `Moving ${people} to ${what}…`,
      done: (people, what) => `${people} moved to ${what}.`,
      partial: (done, failed, what) =>
        `${done} moved to ${what}; it failed for ${failed}, who stay selected.`,
      failed: (people, what) => `${people} could not be moved to ${what}.`,
      undone: (people, what) => `The move of ${people} to ${what} was taken back.`,
    },
    enroll: {
      action: 'Enrol',
      title: 'Enrol in a sequence',
      field: 'Sequence',
      placeholder: 'Type or choose a sequence',
      confirm: (people) => `Enrol ${people}`,
      running: (people, what) => `Enrolling ${people} in ${what}…`,
      done: (people, what) => `${people} enrolled in ${what}.`,
      partial: (done, failed, what) =>
        `${done} enrolled in ${what}; it failed for ${failed}, who stay selected.`,
      failed: (people, what) => `${people} could not be enrolled in ${what}.`,
      undone: (people, what) => `${people} taken out of ${what} again.`,
    },
  },
  cancel: 'Cancel',
  stop: 'Stop',
  undo: 'Undo',
  undoing: (what) => `Undoing: ${what}`,
  undoFailed: (what) => `Could not be undone: ${what}`,
  cancelled: (what) => `Stopped: ${what}`,
  refused: (what) => `This application does not allow it: ${what}`,
  unanswered: (what) => `Nothing was done, as nothing in this application took the request: ${what}`,
  retry: 'Try again',
  dismiss: 'Dismiss',
  history: 'Done here',
  historyOf: ({ n, text }) => `${text} ${pluralEn(n, { one: 'request', other: 'requests' })} made here`,
  audience: (people) => people,
  audienceMemberships: (memberships, people) => `${memberships} of ${people}`,
  withoutConsent: ({ text }, channel) =>
    `${text} without ${channel === 'email' ? 'e-mail' : 'text message'} consent`,
  allConsent: 'all with e-mail consent',
  consentUnknown: 'Consent is not known for all of them.',
  chooseOne: 'Choose one first.',
  noChoice: 'Nothing fits what you typed.',
  noneOffered: 'This application offers nothing to choose from here.',
  choicesLoading: 'Searching…',
  choicesFailed: 'The choices could not be loaded.',
  createTag: (name) => `Create ${quoteEn(name)}`,
  removeChosen: (name) => `Remove ${name}`,
  options: ({ n, text }) => `${text} ${pluralEn(n, { one: 'choice', other: 'choices' })}`,
  markRunning: 'under way',
  markDone: 'done',
  markFailed: 'failed',
};

const personFr = ({ n, text }: Counted): string =>
  `${text} ${pluralFr(n, { one: 'personne', many: 'de personnes', other: 'personnes' })}`;
const membershipFr = ({ n, text }: Counted): string =>
  `${text} ${pluralFr(n, { one: 'abonnement', many: 'd’abonnements', other: 'abonnements' })}`;

/** French. */
export const peopleFr: PeopleMessages = {
  heading: 'Personnes',
  people: (count, subject) => (subject === 'membership' ? membershipFr(count) : personFr(count)),
  pathEntered: (step) => `Entrés : ${step}`,
  pathConverted: (base, step) => arrow(base, step),
  pathDropped: (base, step) => path(base, `perdus avant ${step}`),
  pathNotYet: (base, step) => path(base, `pas (encore) ${step}`),
  pathOpen: (base, step) => path(base, `encore en cours : ${step}`),
  pathOutcome: (base, step, outcome) => arrow(base, `${step} : ${outcome}`),
  pathSkipped: (base, step) => path(base, `sans ${step}`),
  otherGroup: 'Autres',
  noValue: 'Aucun',
  changed: (now, clicked) => `La liste a changé depuis le graphique : ${now} au lieu de ${clicked}.`,
  onlyPart: (shown, total) => `Seules ${shown} personnes sur ${total} ont été transmises.`,
  refresh: 'Actualiser',

  search: 'Chercher dans la liste',
  searchPlaceholder: 'Nom, e-mail, téléphone, étiquette…',
  sortBy: 'Trier par',
  sortAscending: 'Ordre croissant',
  sortDescending: 'Ordre décroissant',
  unsorted: 'Ordre par défaut',
  matching: (shown, total) => `${shown} sur ${total} affichées`,
  clearFilters: 'Effacer les filtres',
  filteredBy: (property, value) => `${property} : ${value}`,
  removeFilter: (filter) => `Retirer le filtre ${filter}`,

  breakdown: 'Qui sont-elles ?',
  breakdownHint: 'Choisissez une valeur pour n’afficher que ces personnes.',
  breakdownTooLong: (limit) => `Au-delà de ${limit} personnes, la liste n’est pas répartie ici.`,
  breakdownSample: (limit) =>
    `Plus de ${limit} personnes\u00a0: voici les valeurs des premières, sans les compter.`,
  breakdownLoading: 'Comptage…',
  moreValues: ({ n, text }) => `${text} ${pluralFr(n, { one: 'autre valeur', other: 'autres valeurs' })}`,
  fewerValues: 'Moins de valeurs',
  moreProperties: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'autre propriété', other: 'autres propriétés' })}`,
  fewerProperties: 'Moins de propriétés',
  share: (count, percent) => `${count}, ${percent} de la liste`,

  columns: {
    select: 'Sélection',
    name: 'Client',
    source: 'Source',
    leadStage: 'Stade',
    enteredAt: 'Entrée',
    waiting: 'Attente',
    lastContactedAt: 'Dernier contact',
    next: 'Prochaine étape',
    tags: 'Étiquettes',
  },
  propertyNext: 'Prochaine étape',
  selectAll: 'Tout sélectionner',
  selectShown: ({ n, text }) =>
    pluralFr(n, { one: `Sélectionner la ligne affichée`, other: `Sélectionner les ${text} affichées` }),
  selectRow: (name) => `Sélectionner ${name}`,
  unnamed: (id) => `Client ${id}`,
  days: ({ n, text }) => `${text} ${pluralFr(n, { one: 'jour', other: 'jours' })}`,
  today: 'aujourd’hui',
  scheduled: (date) => `Réservé pour le ${date}`,
  noNext: 'Parcours terminé',
  moreTags: (count) => `+${count}`,

  loading: 'Chargement des personnes…',
  nobody: {
    dropped: 'Personne n’a été perdu ici.',
    open: 'Personne n’est en cours ici.',
    converted: 'Personne n’est allé jusque-là.',
    other: 'Il n’y a personne ici.',
  },
  noMatch: 'Personne ne correspond.',
  failedRows: 'Ces lignes n’ont pas pu être chargées.',
  failedList: 'La liste n’a pas pu être chargée.',
  unavailable: 'Ces chiffres ont été fournis sans liste de personnes.',
  notChosen: 'Choisissez une partie de l’entonnoir pour voir qui s’y trouve.',

  selected: ({ n, text }) => `${text} ${pluralFr(n, { one: 'sélectionnée', other: 'sélectionnées' })}`,
  selectAllOf: (total) => `Sélectionner les ${total}`,
  clearSelection: 'Effacer',
  noneSelected: 'Sélectionnez des personnes pour agir.',
  tooManyMatching: (limit) =>
    `Plus de ${limit} personnes correspondent : précisez la recherche pour toutes les sélectionner.`,
  rangeFailed: 'Les lignes intermédiaires n’ont pas pu être chargées : elles n’ont pas été sélectionnées.',
  list: 'Liste des personnes',
  listHint:
    'Les flèches déplacent, Espace sélectionne, Maj étend la sélection, Entrée ouvre les détails, Échap revient.',
  actions: 'Actions pour les personnes sélectionnées',

  detailsOf: (name) => `Détails : ${name}`,
  closeDetails: 'Fermer les détails',
  journey: 'Parcours',
  notDone: 'non fait',
  nextStep: 'Prochaine étape',
  suggested: 'Suggestion',
  explanation: 'Pourquoi cette personne est comptée ici',
  explaining: 'Recherche…',
  explainFailed: 'L’explication n’a pas pu être chargée.',
  explainMatch: (step, event, date) => `${step} : fait par ${quoteFr(event)} le ${date}.`,
  explainAbsent: (step) => `${step} : rempli, car il n’y a eu aucun événement de ce type.`,
  explainVerdict: (step, verdict) => `${step} : ${VERDICTS_FR[verdict]}.`,
  explainRejected: (event, date, reason) =>
    `${quoteFr(event)} du ${date} ne compte pas : ${REASONS_FR[reason]}.`,
  consent: 'Consentement',
  consentEmail: 'E-mail',
  consentSms: 'SMS',
  yes: 'Oui',
  no: 'Non',

  request: {
    tag: {
      action: 'Étiqueter',
      title: 'Étiqueter des personnes',
      field: 'Étiquettes',
      placeholder: 'Saisir ou choisir une étiquette',
      confirm: (people) => `Étiqueter ${people}`,
      running: (people, what) => `Étiquetage de ${people} : ${what}…`,
      done: (people, what) => `Étiquette ${what} ajoutée à ${people}.`,
      partial: (done, failed, what) =>
        `Étiquette ${what} ajoutée à ${done} ; échec pour ${failed}, toujours sélectionnées.`,
      failed: (people, what) => `Étiquette ${what} non ajoutée à ${people}.`,
      undone: (people, what) => `Étiquette ${what} retirée à ${people}.`,
    },
    stage: {
      action: 'Changer le stade',
      title: 'Changer le stade du prospect',
      field: 'Stade',
      placeholder: 'Saisir ou choisir un stade',
      confirm: (people) => `Déplacer ${people}`,
      running: (people, what) => `Passage de ${people} au stade ${what}…`,
      done: (people, what) => `Stade ${what} donné à ${people}.`,
      partial: (done, failed, what) =>
        `Stade ${what} donné à ${done} ; échec pour ${failed}, toujours sélectionnées.`,
      failed: (people, what) => `Stade ${what} non donné à ${people}.`,
      undone: (people, what) => `Passage de ${people} au stade ${what} annulé.`,
    },
    enroll: {
      action: 'Inscrire',
      title: 'Inscrire à une séquence',
      field: 'Séquence',
      placeholder: 'Saisir ou choisir une séquence',
      confirm: (people) => `Inscrire ${people}`,
      running: (people, what) => `Inscription de ${people} à ${what}…`,
      done: (people, what) => `Inscription de ${people} à ${what} effectuée.`,
      partial: (done, failed, what) =>
        `Inscription de ${done} à ${what} effectuée ; échec pour ${failed}, toujours sélectionnées.`,
      failed: (people, what) => `Inscription de ${people} à ${what} impossible.`,
      undone: (people, what) => `Inscription de ${people} à ${what} annulée.`,
    },
  },
  cancel: 'Annuler',
  stop: 'Arrêter',
  undo: 'Annuler l’opération',
  undoing: (what) => `Annulation : ${what}`,
  undoFailed: (what) => `Annulation impossible : ${what}`,
  cancelled: (what) => `Arrêté : ${what}`,
  refused: (what) => `Cette application ne le permet pas : ${what}`,
  unanswered: (what) => `Rien n’a été fait, car rien dans cette application n’a pris la demande : ${what}`,
  retry: 'Réessayer',
  dismiss: 'Masquer',
  history: 'Fait ici',
  historyOf: ({ n, text }) =>
    `${text} ${pluralFr(n, { one: 'demande faite ici', other: 'demandes faites ici' })}`,
  audience: (people) => people,
  audienceMemberships: (memberships, people) => `${memberships} de ${people}`,
  withoutConsent: ({ text }, channel) =>
    `dont ${text} sans consentement ${channel === 'email' ? 'e-mail' : 'SMS'}`,
  allConsent: 'consentement e-mail donné par tous',
  consentUnknown: 'Le consentement n’est pas connu pour tous.',
  chooseOne: 'Faites d’abord un choix.',
  noChoice: 'Rien ne correspond à la saisie.',
  noneOffered: 'Cette application ne propose aucun choix ici.',
  choicesLoading: 'Recherche…',
  choicesFailed: 'Les choix n’ont pas pu être chargés.',
  createTag: (name) => `Créer ${quoteFr(name)}`,
  removeChosen: (name) => `Retirer ${name}`,
  options: ({ text, n }) => `${text} ${pluralFr(n, { one: 'choix', other: 'choix' })}`,
  markRunning: 'en cours',
  markDone: 'fait',
  markFailed: 'échec',
};
