import type { ExplainedStep, RejectionReason } from '../engine/index.ts';
import type { Counted } from './counted.ts';
import type { PeopleMessages } from './people-messages.ts';
import { formatPathEnd, joinPath } from './people-paths.ts';
import { createPlural } from './plural.ts';

const plural = createPlural('fr');
const quote = (text: string): string => `«\u00a0${text}\u00a0»`;

const VERDICTS: Record<ExplainedStep['verdict'], string> = {
  'not-entered': 'étape non atteinte',
  converted: 'étape faite',
  open: 'pas encore faite, mais toujours dans les temps',
  dropped: 'étape non faite',
  skipped: 'étape passée, car facultative',
  removed: 'hors de l’entonnoir, à cause d’une exclusion',
};
const REASONS: Record<RejectionReason, string> = {
  future: 'cela n’a pas encore eu lieu',
  conditions: 'les conditions ne sont pas remplies',
  'too-early': 'c’est trop tôt',
  'too-late': 'c’est trop tard',
  'not-picked': 'c’est un autre du même type qui est retenu',
  'already-used': 'cela compte déjà pour une autre étape',
  'not-entered': 'l’étape précédente n’a pas été faite',
  excluded: 'une exclusion l’écarte',
  'another-counts': 'c’est un autre événement qui compte pour cette étape',
};

const personFr = ({ n, text }: Counted): string =>
  `${text} ${plural(n, { one: 'personne', many: 'de personnes', other: 'personnes' })}`;
const membershipFr = ({ n, text }: Counted): string =>
  `${text} ${plural(n, { one: 'abonnement', many: 'd’abonnements', other: 'abonnements' })}`;

/** French. */
export const peopleFr: PeopleMessages = {
  heading: 'Personnes',
  people: (count, subject) => (subject === 'membership' ? membershipFr(count) : personFr(count)),
  pathEntered: (step) => `Entrés : ${step}`,
  pathConverted: (base, step) => joinPath(base, step),
  pathDropped: (base, step) => formatPathEnd(base, `perdus avant ${step}`),
  pathNotYet: (base, step) => formatPathEnd(base, `pas (encore) ${step}`),
  pathOpen: (base, step) => formatPathEnd(base, `encore en cours : ${step}`),
  pathOutcome: (base, step, outcome) => joinPath(base, `${step} : ${outcome}`),
  pathSkipped: (base, step) => formatPathEnd(base, `sans ${step}`),
  otherGroup: 'Autres',
  noValue: 'Aucun',
  changed: (now, clicked) => `La liste a changé depuis le graphique : ${now} au lieu de ${clicked}.`,
  onlyPart: (shown, total) => `Seules ${shown} personnes sur ${total} ont été transmises.`,
  printedPart: (shown, total) =>
    `Les ${shown} premières personnes sur ${total} sont imprimées\u00a0; exportez la liste pour les avoir toutes.`,
  refresh: 'Actualiser',
  selectionLost: ({ n, text }) =>
    `${text} ${plural(n, { one: 'personne sélectionnée n’est', other: 'personnes sélectionnées ne sont' })} plus dans cette liste.`,
  selectionChanged: (now, before) =>
    `La liste a changé : tout le monde est sélectionné, soit ${now} au lieu de ${before}.`,

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
  chooseColumns: 'Colonnes',
  usualColumns: 'Colonnes habituelles',
  noRoomFor: (columns) => `Pas de place ici pour : ${columns}. L’export les contient quand même.`,

  breakdown: 'Qui sont-elles ?',
  breakdownHint: 'Choisissez une valeur pour n’afficher que ces personnes.',
  breakdownTooLong: (limit) =>
    `Au-delà de ${limit} personnes, leurs sources et leurs stades ne sont pas comptés ici.`,
  breakdownSample: (limit) =>
    `Plus de ${limit} personnes\u00a0: voici les valeurs des premières, sans les compter.`,
  breakdownLoading: 'Comptage…',
  moreValues: ({ n, text }) => `${text} ${plural(n, { one: 'autre valeur', other: 'autres valeurs' })}`,
  fewerValues: 'Moins de valeurs',
  moreProperties: ({ n, text }) =>
    `${text} ${plural(n, { one: 'autre propriété', other: 'autres propriétés' })}`,
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
    consent: 'Consentement',
  },
  enteredIn: (date, interval) =>
    interval === 'week'
      ? `entrées la semaine du ${date}`
      : interval === 'day'
        ? `entrées le ${date}`
        : `entrées en ${date}`,
  tookBetween: (low, high) => `en ${low} à ${high}`,
  tookAtLeast: (low) => `en ${low} ou plus`,
  tookLess: (high) => `en moins de ${high}`,
  deadline: 'Fin du délai',
  propertyNext: 'Prochaine étape',
  selectAll: 'Tout sélectionner',
  selectShown: ({ n, text }) =>
    plural(n, { one: `Sélectionner la ligne affichée`, other: `Sélectionner les ${text} affichées` }),
  selectRow: (name) => `Sélectionner ${name}`,
  unnamed: (id) => `Client ${id}`,
  days: ({ n, text }) => `${text} ${plural(n, { one: 'jour', other: 'jours' })}`,
  today: 'aujourd’hui',
  scheduled: (date) => `Réservé pour le ${date}`,
  noNext: 'Parcours terminé',
  moreTags: (count) => `+${count}`,

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
  onePartOnly: 'Ici, les personnes se consultent une partie à la fois : n’en choisissez qu’une.',
  offline: 'Vous êtes hors ligne. La liste reprendra dès que la connexion reviendra.',
  notChosen: 'Choisissez une partie de l’entonnoir pour voir qui s’y trouve.',

  selected: ({ n, text }) => `${text} ${plural(n, { one: 'sélectionnée', other: 'sélectionnées' })}`,
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
  suggestedActions: 'Suggestions',
  suggestedFor: (people) => `Suggestions pour ${people}`,

  exportList: 'Exporter',
  exportSelected: (people) => `Exporter ${people}`,
  exportRunning: (done, total) => `Export : ${done} sur ${total}…`,
  exportDone: (people, file) => `Export de ${people} vers ${file} effectué.`,
  exportFailed: 'L’export a échoué\u00a0; aucun fichier n’a été créé.',
  exportStopped: 'L’export a été arrêté\u00a0; aucun fichier n’a été créé.',
  exportRefused: 'Cette application ne permet pas cet export.',
  contactEmail: 'Adresse e-mail',
  contactPhone: 'Téléphone',
  waitingDays: 'Attente (jours)',

  detailsOf: (name) => `Détails : ${name}`,
  closeDetails: 'Fermer les détails',
  journey: 'Parcours',
  notDone: 'non fait',
  nextStep: 'Prochaine étape',
  suggested: 'Suggestion',
  explanation: 'Pourquoi cette personne est comptée ici',
  explaining: 'Recherche…',
  explainFailed: 'L’explication n’a pas pu être chargée.',
  events: {
    lead: 'Création du prospect',
    client: 'Création du client',
    contact: 'Prise de contact par le studio',
    'checkout-view': 'Visite d’une page de paiement',
    conversion: 'Passage en client',
    purchase: 'Achat',
    renewal: 'Renouvellement',
    freeze: 'Gel',
    cancellation: 'Annulation',
    booking: 'Réservation',
    'check-in': 'Venue',
  },
  explainMatch: (step, event, date) => `${step}\u00a0: étape faite le ${date} (${event}).`,
  explainOutcome: (step, outcome, event, date) => `${step}\u00a0: ${outcome} le ${date} (${event}).`,
  explainAbsent: (step) => `${step} : rempli, car il n’y a eu aucun événement de ce type.`,
  explainVerdict: (step, verdict) => `${step} : ${VERDICTS[verdict]}.`,
  explainRejected: (event, date, reason) => `${event} du ${date} ne compte pas\u00a0: ${REASONS[reason]}.`,
  explainMore: ({ n, text }) =>
    plural(n, {
      one: 'Un autre événement ne compte pas non plus.',
      many: `${text} d’autres événements ne comptent pas non plus.`,
      other: `${text} autres événements ne comptent pas non plus.`,
    }),
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
        `Étiquette ${what} ajoutée à ${done}\u00a0; échec pour ${failed}, toujours sélectionnées.`,
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
        `Stade ${what} donné à ${done}\u00a0; échec pour ${failed}, toujours sélectionnées.`,
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
        `Inscription de ${done} à ${what} effectuée\u00a0; échec pour ${failed}, toujours sélectionnées.`,
      failed: (people, what) => `Inscription de ${people} à ${what} impossible.`,
      undone: (people, what) => `Inscription de ${people} à ${what} annulée.`,
    },
  },
  cancel: 'Annuler',
  stop: 'Arrêter',
  undo: 'Annuler l’opération',
  undoing: (what) => `Annulation : ${what}`,
  undoFailed: (what) => `Annulation impossible : ${what}`,
  undoPartial: (undone, failed) => `${undone} L’annulation a échoué pour ${failed}.`,
  cancelled: (what) => `Arrêté : ${what}`,
  refused: (what) => `Cette application ne le permet pas : ${what}`,
  unanswered: (what) => `Rien n’a été fait, car rien dans cette application n’a pris la demande : ${what}`,
  retry: 'Réessayer',
  dismiss: 'Masquer',
  progress: (done, total) => `${done} sur ${total}`,
  history: 'Fait ici',
  historyOf: ({ n, text }) =>
    `${text} ${plural(n, { one: 'demande faite ici', other: 'demandes faites ici' })}`,
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
  createTag: (name) => `Créer ${quote(name)}`,
  removeChosen: (name) => `Retirer ${name}`,
  options: ({ text, n }) => `${text} ${plural(n, { one: 'choix', other: 'choix' })}`,
  markRunning: 'en cours',
  markDone: 'fait',
  markFailed: 'échec',
};
