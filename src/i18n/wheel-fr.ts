import { createPlural } from './plural.ts';
import type { WheelMessages } from './wheel-messages.ts';
import { wordOf } from './word-of.ts';

const plural = createPlural('fr');
const quote = (text: string): string => `«\u00a0${text}\u00a0»`;

const AREAS: Record<string, string> = {
  messages: 'E-mails et messages',
  email: 'E-mails et messages',
  site: 'Site web',
  social: 'Réseaux sociaux',
  campaigns: 'Réponses aux campagnes',
  visits: 'Réservations et visites',
  purchases: 'Achats',
};

const NOTICES: Record<string, string> = {
  'no-movements': 'Les mouvements ne sont pas disponibles.',
};

/** French. */
export const wheelFr: WheelMessages = {
  title: {
    lifecycle: 'Cycle de vie des clients',
    engagement: 'Indice d’engagement',
    flywheel: 'Volant d’inertie',
  },
  model: 'Modèle',
  modelName: { lifecycle: 'Cycle de vie', engagement: 'Engagement', flywheel: 'Volant' },
  metric: 'Mesure',
  metricPeople: 'Personnes présentes',
  metricDays: 'Jours dans la phase',
  metricDaysNext: 'Jours jusqu’à la phase suivante',
  comparePrevious: 'Comparer à la période précédente',
  phases: {
    acquisition: 'Conquête',
    conversion: 'Conversion',
    loyalty: 'Fidélisation',
    attrition: 'Attrition',
    retention: 'Rétention',
    nurture: 'Nourrir',
    purchase: 'Achat',
    exit: 'Sortie',
    activation: 'Activation',
    adoption: 'Adoption',
    adoration: 'Adoration',
    advocacy: 'Plaidoyer',
  },
  outside: {
    'not-engaged': 'Pas encore engagés',
    'not-yet-engaged': 'Pas encore engagés',
    former: 'Anciens clients',
    new: 'Nouveaux',
    unknown: 'Inconnus',
  },
  origins: { 'not-engaged': 'Nouveaux', 'not-yet-engaged': 'Nouveaux' },
  metrics: {
    'qualified-leads': 'Nouveaux prospects qualifiés',
    trials: 'Nouveaux essais',
    'first-sales': 'Premières ventes',
    'days-to-adoption': 'Délai jusqu’à l’adoption',
    'value-realised': 'Nouveaux clients qui ont trouvé la valeur',
    'process-finished': 'Deuxième paiement',
    'days-to-adoration': 'Délai jusqu’à l’adoration',
    'retention-rate': 'Taux de rétention',
    arpu: 'Revenu moyen par client',
    'lifetime-value': 'Valeur à vie',
    'days-to-advocacy': 'Délai jusqu’au plaidoyer',
    'referred-leads': 'Prospects recommandés',
    'affiliate-signups': 'Inscriptions au parrainage',
  },
  unnamedPhase: (number) => `Phase ${number}`,

  people: ({ n, text }) => `${text} ${plural(n, { one: 'personne', other: 'personnes' })}`,
  peopleWord: ({ n }) => plural(n, { one: 'personne', other: 'personnes' }),
  scopeAsOf: (date) => `au ${date}`,
  scopeSince: (date) => `mouvements depuis le ${date}`,
  before: 'Avant l’achat',
  after: 'Après l’achat',

  summaryLargest: (phase, people, share) => `${phase} est la plus grande phase\u00a0: ${people} (${share}).`,
  summaryEven: (phases, people) => `Les plus grandes phases sont ${phases}\u00a0: ${people} chacune.`,
  summaryAllInOne: (phase, people) => `Tout le monde est dans une seule phase, ${phase}\u00a0: ${people}.`,
  summaryMoves: (span, declined, left, returned) =>
    `En ${span}\u00a0: ${declined.text} ${plural(declined.n, { one: 'recul', other: 'reculs' })}, ${left.text} ${plural(left.n, { one: 'départ', other: 'départs' })}, ${returned.text} ${plural(returned.n, { one: 'retour', other: 'retours' })}`,
  summaryMoreDecline: (times) => `\u00a0; ${times} fois plus de reculs que de retours.`,
  summaryMoreReturn: (times) => `\u00a0; ${times} fois plus de retours que de reculs.`,
  summaryEqual: '\u00a0; autant de retours que de reculs.',
  summaryStill: (span) => `En ${span}, personne n’a changé de phase.`,
  summaryChange: (span, change, direction) =>
    direction === 0
      ? `Le total n’a pas bougé en ${span}.`
      : `Le total ${direction > 0 ? 'gagne' : 'perd'} ${change} en ${span}.`,
  summaryFriction: (phase, friction, people) =>
    `Ce qui freine le plus\u00a0: ${quote(friction)} (${phase}, ${people}).`,
  momentum: (direction, times) =>
    direction > 0
      ? `La roue tourne ${times} fois plus vite qu’à la période précédente.`
      : `La roue tourne ${times} fois moins vite qu’à la période précédente.`,
  momentumSame: 'La roue tourne aussi vite qu’à la période précédente.',
  momentumMoves: (moves, previous) =>
    `Passages à une phase plus avancée\u00a0: ${moves}, contre ${previous} à la période précédente.`,
  momentumUnknown: 'On ne peut pas encore dire si la roue accélère.',
  quickTest: (met, goals, faster) =>
    `Test rapide\u00a0: ${met.text} ${plural(met.n, { one: 'objectif atteint', other: 'objectifs atteints' })} sur ${goals.text}${
      faster === null
        ? ''
        : faster
          ? '\u00a0; la croissance est plus rapide qu’avant'
          : '\u00a0; la croissance n’est pas plus rapide qu’avant'
    }.`,
  energy: ({ n, text }, previous) =>
    `Les clients ont amené ${text} ${plural(n, { one: 'personne', other: 'personnes' })}${previous ? ` (avant\u00a0: ${previous})` : ''}.`,

  hubRate: (phase, percent) => `${percent} en ${phase}`,
  netChange: (change, span) => `${change} en ${span}`,
  noChange: (span) => `stable en ${span}`,
  span: ({ n, text }) => `${text} ${plural(n, { one: 'jour', other: 'jours' })}`,
  median: (duration) => `${duration} en médiane`,
  medianUntil: (duration, phase) => `${duration} jusqu’à ${phase} (médiane)`,
  longer: (difference) => `${difference} de plus`,
  shorter: (difference) => `${difference} de moins`,
  change: (difference) => `(${difference})`,
  previous: (value) => `avant\u00a0: ${value}`,
  target: (value) => `objectif\u00a0: ${value}`,
  share: (percent) => `${percent} du total`,
  unknown: 'inconnu',
  without: (phases) => `hors ${phases}`,
  missing: 'Donnée manquante',

  balance: (start, entered, left, now, residual) =>
    `${start} au début +\u00a0${entered.text}\u00a0${plural(entered.n, { one: 'entrée', other: 'entrées' })} −\u00a0${left.text}\u00a0${plural(left.n, { one: 'sortie', other: 'sorties' })}${residual ? `, ${residual}` : ''} =\u00a0${now}`,
  residual: ({ n, text }) => `${text} non ${plural(n, { one: 'expliquée', other: 'expliquées' })}`,
  wonBack: ({ n, text }) =>
    `dont ${text} ${plural(n, { one: 'revenue une fois, pas encore régulière', other: 'revenues une fois, pas encore régulières' })}`,

  flowKind: {
    move: 'Progression',
    decline: 'Recul',
    return: 'Retour',
    leave: 'Départ',
    enter: 'Entrée',
    bring: 'Personnes amenées',
  },
  flowWord: (kind, { n }) => {
    const one = {
      move: 'avance',
      decline: 'recule',
      return: 'revient',
      leave: 'départ',
      enter: 'entrée',
      bring: 'amenée',
    };
    const other = {
      move: 'avancent',
      decline: 'reculent',
      return: 'reviennent',
      leave: 'départs',
      enter: 'entrées',
      bring: 'amenées',
    };
    return plural(n, { one: one[kind], other: other[kind] });
  },
  contactedKind: 'Recontactés',
  contactedWord: ({ n }) => plural(n, { one: 'recontacté', other: 'recontactés' }),
  kindSum: (kind, sum) => `${kind}\u00a0: ${sum}`,
  flowName: (from, to, people, kind) => `${from} → ${to}\u00a0: ${people}, ${kind}`,
  flows: 'Mouvements',
  flowsNote: 'Largeur des flèches\u00a0: nombre de personnes.',
  moreFlows: ({ n, text }, people) =>
    `${text} ${plural(n, { one: 'autre mouvement', other: 'autres mouvements' })}, hors du dessin (${people})`,
  fewerFlows: 'Moins de mouvements',
  noRoom: ({ n, text }) =>
    plural(n, {
      one: `Pas de place pour la flèche de ${text} mouvement\u00a0: il est dans la liste.`,
      other: `Pas de place pour les flèches de ${text} mouvements\u00a0: ils sont dans la liste.`,
    }),
  noMovements: 'Mouvements indisponibles\u00a0: ces chiffres ne disent pas qui a changé de phase.',
  notCompared:
    'La comparaison est désactivée\u00a0: choisissez une date de départ pour voir qui a changé de phase.',
  nobodyMoved: 'Personne n’a changé de phase.',
  since: 'Dans la phase depuis',
  notDrawn: 'hors du dessin',

  phasesLabel: 'Phases',
  phaseName: (place, phase, count, share) => `${place}, ${phase}\u00a0: ${count}${share ? `, ${share}` : ''}`,
  enterFrom: (parts) => `entrent ${parts}`,
  leaveTo: (parts) => `sortent ${parts}`,
  from: (count, place) => `${count} depuis ${place}`,
  to: (count, place) => `${count} vers ${place}`,
  marked: ({ text }, what) => `${what}\u00a0: ${text} ici`,
  markedShort: (count) => `dont ${count}`,
  marks: (what) => (what ? `Repère\u00a0: ${what}` : 'Repère de l’entonnoir'),
  clearMarks: 'Effacer le repère',

  friction: 'Points de friction',
  frictionLegend: 'nombre de points de friction',
  frictionPoints: ({ n, text }) =>
    `${text} ${plural(n, { one: 'point de friction', other: 'points de friction' })}`,
  severity: { low: 'faible', medium: 'moyen', high: 'fort', unmeasured: 'non mesuré' },
  frictionLine: (name, amount, severity) => `${name}${amount ? `\u00a0: ${amount}` : ''} (${severity})`,
  moreFriction: ({ n, text }) => `${text} ${plural(n, { one: 'autre', other: 'autres' })}`,

  outsideTitle: 'Hors de la roue',
  outsideName: (place, people) => `${place}\u00a0: ${people}`,
  formerRule: ({ text }) => `${text} mois sans activité`,
  unknownPhase: ({ n, text }) => `${text} ${plural(n, { one: 'personne', other: 'personnes' })} sans phase`,
  legend: 'Légende',
  gauge: (metric, full) => `Arc et barre\u00a0: ${metric}\u00a0; plein\u00a0=\u00a0${full}.`,
  gaugeShare: (metric) => `Arc et barre\u00a0: ${metric}\u00a0; plein\u00a0=\u00a0100\u00a0%.`,
  tick: 'Trait\u00a0: au début de la période.',

  qualification: 'Qualification des prospects',
  mql: 'MQL',
  sal: 'SAL',
  sql: 'SQL',
  mqlRule: 'engagés, prêts pour le marketing',
  salRule: 'déjà contactés par l’équipe',
  sqlRule: 'prêts pour une offre',

  client: 'Client',
  clientNumber: (id) => `Client\u00a0${id}`,
  clientSince: (span) => `depuis ${span}`,
  clientPhase: (phase) => `Phase actuelle\u00a0: ${phase}`,
  scoreColumn: 'Score (sur 100)',
  clientScore: (score) => `score ${score} sur 100`,
  clientNoScore: 'sans score',
  clientWhy: 'Pourquoi cette phase',
  clientParts: 'D’où vient le score',
  clientHistory: 'Parcours',
  clientMissing: 'Cette personne n’est pas dans les données.',
  clientLoading: 'Recherche de la personne…',
  clientOutside: (place) => `Hors de la roue\u00a0: ${place}`,
  area: (id) => wordOf(AREAS, id) ?? id,
  points: ({ n, text }) => `${text} ${plural(n, { one: 'point', other: 'points' })}`,

  rules: 'Comment c’est compté',
  rulesNone: 'Ces chiffres ont été fournis sans leurs règles.',
  formula:
    'Chaque domaine donne\u00a0: poids × (1 − 2 puissance (−points ÷ saturation))\u00a0; le score est leur somme, de 0 à 100. Poids\u00a0:',
  help: 'Aide du clavier',
  helpTitle: 'Touches de la roue',
  helpKeys: [
    ['Tab', 'Des phases aux mouvements'],
    ['→ ↓', 'Phase suivante, dans le sens de la roue'],
    ['← ↑', 'Phase précédente'],
    ['Origine, Fin', 'Première ou dernière'],
    ['Entrée, Espace', 'Voir les personnes'],
    ['Échap', 'Des mouvements aux phases\u00a0; effacer le repère'],
    ['?', 'Montrer ces touches'],
  ],

  loading: 'Chargement de la roue…',
  updating: 'Mise à jour…',
  updated: (summary) => `Mis à jour. ${summary}`,
  empty: 'Personne dans ce cycle',
  emptyHint: 'Les phases se rempliront dès qu’une personne aura réagi à un message ou visité le site.',
  noResult: 'Pas encore de données',
  errorTitle: 'La roue n’a pas pu être chargée.',
  notConfigured: 'Cette roue n’est pas encore configurée.',
  stale: (date) => `Derniers chiffres reçus, du ${date}.`,
  notice: (code) => wordOf(NOTICES, code) ?? `Cette roue n’est pas entièrement configurée (${code}).`,
  noticeLink: 'Configurer',
  supplied: 'Chiffres fournis par ce site',
  computedHere: 'Calculé dans ce navigateur',
  asOf: (date) => `données du ${date}`,
  timeZone: (zone) => `jours ${/^[aeiouyh]/i.test(zone) ? 'd’' : 'de '}${zone}`,
  bringNote: 'Les personnes amenées ne comptent pas dans les bilans.',

  listHeading: {
    phase: (place) => `Phase ${quote(place)}`,
    outside: (place) => `Hors de la roue\u00a0: ${place}`,
    flow: (from, to) => `${from} → ${to}`,
  },
  nobodyHere: 'Personne ici.',
};
