import type { ChartMessages } from './chart-messages.ts';
import { coreFr, POPULATIONS } from './core-fr.ts';
import type { Counted } from './counted.ts';
import { createPlural } from './plural.ts';
import { wordOf } from './word-of.ts';

const plural = createPlural('fr');
const { quote } = coreFr;

const NOTICES: Record<string, string> = {
  'no-intro-offer': 'Il faut une offre d’introduction en vente.',
};

const tooRecent = ({ n, text }: Counted): string =>
  `${text} ${plural(n, { one: 'entrée trop récente', other: 'entrées trop récentes' })}`;

/** The chart's texts in French. */
export const chartFr: ChartMessages = {
  untitled: 'Entonnoir',
  funnel: 'Entonnoir',
  toolbar: 'Options du graphique',
  viewMode: 'Vue',
  viewCount: 'Effectifs',
  viewRate: 'Taux par étape',
  rateAxis: 'Chaque barre se mesure à l’étape dont elle part (100\u00a0%).',
  comparedWith: (period) => `période comparée\u00a0: ${period}`,
  comparedPeriod: 'Période comparée',
  comparedNothing: 'période précédente\u00a0: aucune donnée',
  inProgress: (period) => `${period} (période en cours)`,
  notComparable: (period) => `${period}\u00a0: non comparable, la période affichée n’est pas finie`,
  allTime: 'toutes les dates',
  from: (date) => `depuis le ${date}`,
  until: (date) => `jusqu’au ${date}`,

  unnamedStep: (number) => `Étape ${number}`,
  inRange: 'Dans la période',
  anyDate: 'Sans limite de date',
  afterEntry: 'Après l’entrée',
  lookback: (days) => `Dans les ${days} avant la période`,
  ownRange: (range) => range,
  within: (span) => `sous ${span}`,
  latestOnly: 'dernier contact seulement',
  optional: 'facultative',
  split: 'étape latérale, sans perte',

  columnStep: 'Étape',
  columnCount: 'Effectif',
  columnDetails: 'Détails',
  columnRate: 'Taux',

  lost: ({ n, text }) =>
    n === 0 ? 'aucune perte' : `${text} ${plural(n, { one: 'perdu', other: 'perdus' })}`,
  notYet: ({ n, text }) =>
    n === 0
      ? 'tous ont continué'
      : `${text} ${plural(n, { one: 'ne l’a pas (encore) fait', other: 'ne l’ont pas (encore) fait' })}`,
  nobodyThere: 'personne à cette étape',
  recentAmong: (count) => `dont ${tooRecent(count)}`,
  open: ({ text }) => `${text} en cours`,
  skipped: ({ n, text }) => `${text} ${plural(n, { one: 'l’a sautée', other: 'l’ont sautée' })}, sans perte`,
  outcome: (name, count) => `${name}\u00a0: ${count}`,
  median: (duration) => `ceux qui avancent\u00a0: ${duration} (médiane)`,
  medianBefore: (numbers, count) =>
    `le plus souvent avant ${count > 1 ? 'les étapes' : 'l’étape'} ${numbers}`,
  mean: (duration) => `moyenne ${duration}`,
  excluding: (names) => `hors ${names}`,
  missingSteps: (numbers, count) =>
    count > 1
      ? `Données manquantes aux étapes ${numbers}\u00a0: on ignore les pertes autour d’elles.`
      : `Donnée manquante à l’étape ${numbers}\u00a0: on ignore les pertes autour d’elle.`,
  biggestLoss: 'Plus grosse perte',
  mostStay: 'Principal point d’arrêt',
  weakestRate: 'Taux le plus faible',
  tooRecent,
  baseSteps: (numbers, count) => (count > 1 ? `des étapes ${numbers}` : `de l’étape ${numbers}`),
  ofTotal: 'du total',
  ofStart: 'de son départ',
  interval: (low, high) => `entre ${low} et ${high}`,
  tooFew: 'trop peu pour comparer',
  first: 'Début de l’entonnoir',
  ratesOmitted:
    'Sans taux\u00a0: une étape compte plus de monde qu’une étape précédente, et les données ne disent pas qui est dans les deux.',
  ratesOmittedStep: 'sans taux\u00a0: on ignore qui est dans les deux étapes',
  ratesOmittedBase: 'sans taux\u00a0: donnée manquante à l’étape d’avant',
  missing: 'Donnée manquante',
  enlarged: 'agrandi pour être visible',
  growth: ({ n, text }, base) =>
    `${text} ${plural(n, { one: 'entré', other: 'entrés' })} sans passer par ${base}`,
  previous: (count) => `avant\u00a0: ${count}`,
  versusPrevious: (change) => `${change} par rapport à la période comparée`,
  mayBeChance: 'peut-être le hasard',
  peopleChange: (count) => `${count} personnes`,
  otherLength: (now, before) =>
    `Nombres de jours différents (${now}, comparés à ${before})\u00a0: seuls les taux sont comparés, pas les nombres.`,
  comparedGroups: (group, against) =>
    `${quote(group)} comparé à ${against === undefined ? 'tous les autres' : quote(against)}`,
  summaryGroups: (group, rate, against, other) =>
    `${quote(group)}\u00a0: ${rate}, ${against === undefined ? 'tous les autres' : quote(against)}\u00a0: ${other}`,
  goalMet: (goal, sure) => `objectif ${goal}\u00a0: atteint${sure ? '' : ' (peut-être par hasard)'}`,
  goalMissed: (goal, points, pending, sure) =>
    `objectif ${goal}\u00a0: il manque ${points}${pending ? ', encore possible' : sure ? '' : ' (peut-être par hasard)'}`,
  goal: 'Objectif',
  summaryGoalMet: (goal, sure) => `L’objectif de ${goal} est atteint${sure ? '' : ', peut-être par hasard'}.`,
  summaryGoalMissed: (goal, points, pending, sure) =>
    `L’objectif de ${goal} n’est pas atteint\u00a0: il manque ${points}${pending ? ', c’est encore possible' : sure ? '' : ', peut-être par hasard'}.`,
  summaryGoals: (met, all) => `Objectifs d’étape atteints\u00a0: ${met} sur ${all}.`,

  wordConverted: 'Ont atteint l’étape',
  wordUngrouped: 'Dans aucun groupe',
  wordLost: 'Perdus',
  wordNotYet: 'Pas (encore) fait',
  wordLostOrNotYet: 'N’ont pas continué',
  wordOpen: 'En cours',
  other: (count) => (count ? `Autres (${count.text})` : 'Autres'),
  missingValue: 'Non renseigné',
  yes: 'Oui',
  no: 'Non',
  legend: 'Légende\u00a0: mettre en évidence',
  legendRate: 'ont atteint la dernière étape',
  legendRates: '%\u00a0: ont atteint la dernière étape',
  opensList: 'Ouvre la liste de ces personnes',

  viewTable: 'Tableau',
  sortBy: 'Trier par',
  sparkLink: 'Voir l’entonnoir',
  sparkCounts: (first, last) => `${first} → ${last}`,
  selected: ({ n, text }) => `${text} ${plural(n, { one: 'part choisie', other: 'parts choisies' })}`,
  openSelected: 'Ouvrir les personnes',
  clearSelection: 'Effacer le choix',
  rowMenu: (step) => `Toutes les parts de l’étape ${quote(step)}`,
  tooShort: 'Certaines barres sont trop courtes pour être comparées ici.',
  widenPeriod: 'Élargir la période',

  summaryOverall: (rate, population, step) =>
    `${rate} des ${POPULATIONS[population].other} ont atteint ${quote(step)}`,
  summaryOverallFew: (part, whole, population, step) =>
    `${part.text} ${plural(part.n, POPULATIONS[population])} sur ${whole.text} ${plural(part.n, { one: 'a', other: 'ont' })} atteint ${quote(step)}`,
  summaryChange: (points, direction, soFar, sure) => {
    const lead = `, ${soFar ? 'à ce jour ' : ''}`;
    if (direction === 0) return `${lead}autant que sur la période comparée`;
    const chance = sure === undefined ? '' : sure ? ', plus que le hasard' : ', peut-être par hasard';
    return `${lead}${points} de ${direction > 0 ? 'plus' : 'moins'} que sur la période comparée${chance}`;
  },
  summaryLoss: (step, lost) => `La plus grosse perte est avant ${quote(step)}\u00a0: ${lost}`,
  summaryWorth: (money) => `, soit environ ${money} de ventes possibles`,
  summaryNotYet: (step, waiting) =>
    `Le principal point d’arrêt est avant ${quote(step)}\u00a0: ${waiting} à ce jour`,
  summaryWeakest: (step, rate) => `Le taux le plus faible est celui de ${quote(step)}\u00a0: ${rate}.`,
  summarySlowest: (step, duration) => `L’étape la plus lente est ${quote(step)} (${duration} en médiane).`,
  summaryUnfinished: (rate, count, duration) =>
    `${rate} des entrées (${count}) ${duration ? `datent de moins de ${duration}, le délai médian jusqu’à la dernière étape` : 'sont récentes'}\u00a0: les dernières étapes peuvent encore monter.`,
  summaryStillOpen: (open, whole) =>
    `${open} sur ${whole} ont encore le temps de continuer\u00a0: les taux peuvent encore monter.`,
  summaryInProgress: 'La période n’est pas finie\u00a0: ces chiffres peuvent encore monter.',
  summaryOneStep: 'Ajoutez une étape pour voir une conversion.',
  summaryNoRates: 'Effectifs seuls\u00a0: les données ne disent pas combien passent d’une étape à l’autre.',

  filters: 'Filtres',
  filterStep: (step) => `Filtrer l’étape ${quote(step)}`,
  filterLoading: 'Chargement des valeurs…',
  filterNone: 'Aucune valeur à choisir',
  clearFilters: 'Effacer les filtres',
  activeFilter: (step, condition) => `${step}\u00a0: ${condition}`,
  removeFilter: (condition) => `Retirer le filtre ${condition}`,
  periodFrom: 'Du',
  periodTo: 'Au',
  lookbackDays: 'Jours sans visite',
  breakdownBy: 'Répartir par',
  brokenDownBy: (properties) => `Par\u00a0: ${properties}`,
  layout: 'Présentation des groupes',
  layoutStacked: 'Empilés',
  layoutGrouped: 'Côte à côte',
  layoutMultiples: 'Un par groupe',
  noGroups: (properties) =>
    `Pas de répartition par ${properties}\u00a0: les chiffres fournis à cette page ne contiennent pas ces groupes.`,
  summaryBestGroup: (group, rate) => `Le taux le plus haut est celui de ${quote(group)}\u00a0: ${rate}`,
  summaryBestGroupUnsure: (next) => `, devant ${quote(next)} peut-être par le seul hasard`,
  noBreakdown: 'Sans répartition',
  stepProperty: (step) => `A fait ${quote(step)}`,

  loading: 'Chargement de l’entonnoir…',
  loadingPhase: (percent) => `Chargement de l’entonnoir… ${percent}`,
  updating: 'Mise à jour…',
  updated: (summary) => `Mis à jour. ${summary}`,
  filteredBy: (filters) => `Filtres\u00a0: ${filters}.`,
  emptyPeriod: (subject) =>
    subject === 'membership'
      ? 'Aucun abonnement dans cette période'
      : 'Personne n’est entré dans cet entonnoir sur cette période',
  emptyPeriodHint: 'Élargissez la période pour voir ses étapes se remplir.',
  emptyData: (subject) =>
    subject === 'membership' ? 'Aucun abonnement' : 'Personne n’est entré dans cet entonnoir',
  emptyDataHint: 'Les données n’ont personne à sa première étape, à aucune date.',
  filteredOut: 'Aucun résultat avec ces filtres',
  noResult: 'Pas encore de données',
  notice: (code) => wordOf(NOTICES, code) ?? `Cet entonnoir n’est pas entièrement configuré (${code}).`,
  noticeLink: 'Configurer',
  stale: (date) => `Derniers chiffres reçus, du ${date}.`,
  errorTitle: 'L’entonnoir n’a pas pu être chargé.',

  supplied: 'Chiffres fournis par ce site',
  computedHere: 'Calculé dans ce navigateur',
  computedHereOn: (date) => `Calculé dans ce navigateur le ${date}`,
  asOf: (date) => `données du ${date}`,
  timeZone: (zone) => `jours comptés dans le fuseau ${zone}`,
  notBounded: (steps, count) =>
    `${plural(count, { one: 'Étape', other: 'Étapes' })} ${steps}\u00a0: sans limite de temps, personne n’y est perdu pour de bon.`,
  overlappingGroups: 'Certaines personnes sont dans plusieurs groupes\u00a0: leur somme dépasse l’étape.',
  unordered: 'Dans n’importe quel ordre\u00a0: une barre compte ceux qui ont fait au moins autant d’étapes.',
  rejectedRows: ({ n, text }) =>
    `${text} ${plural(n, { one: 'ligne a été écartée', other: 'lignes ont été écartées' })} des données.`,

  printed: (date) => `Imprimé le ${date}.`,
  export: 'Exporter',
  exports: {
    svg: 'Image (SVG)',
    png: 'Image (PNG)',
    csv: 'Chiffres (CSV)',
    copy: 'Copier en tableau',
    print: 'Imprimer la page…',
  },
  explore: 'Explorer',
  insights: {
    trend: 'Au fil du temps',
    time: 'Durée entre les étapes',
    lapsing: 'Bientôt perdus',
    money: 'Argent',
    'what-if': 'Et si…',
    factors: 'Ce qui va de pair avec la suite',
    differences: 'Comparer les groupes',
    numbers: 'D’où viennent les chiffres',
  },
  help: 'Aide du clavier',
  helpTitle: 'Touches du graphique',
  rules: 'Comment c’est compté',
  rulesUnavailable: 'Les règles reçues avec ces chiffres sont illisibles.',
};
