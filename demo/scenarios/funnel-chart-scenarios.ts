import * as results from './funnel-results.ts';
import type { Scenario, StepExpectation } from './scenario.ts';

/** The five steps that most scenarios share; the numbers of the specification's sketch. */
const OCTOBER: readonly StepExpectation[] = [
  { name: 'Leads created', count: '4,810 people' },
  { name: 'Leads contacted', count: '3,675 people', rate: '76.4% of step 1', loss: '1,135 lost' },
  { name: 'Checkout page viewed', count: '2,198 people', rate: '59.8% of step 2', loss: '1,477 lost' },
  { name: 'Intro offer purchased', count: '1,228 people', rate: '55.9% of step 3', loss: '850 lost' },
  { name: 'Membership purchased', count: '732 people', rate: '59.6% of step 4', loss: '496 lost' },
];

type ChartScenario = Omit<Scenario, 'tag'>;

/** What a chart shows where there is nothing to show, or not yet, or no more. */
const loading: ChartScenario[] = [
  {
    id: 'chart-first-load',
    title: { en: 'First load, with progress', fr: 'Premier chargement, avec avancement' },
    load: { kind: 'pending', share: 0.42 },
    expects: { texts: ['42%'] },
  },
  {
    id: 'chart-refreshing',
    title: { en: 'Refreshing: the old figures stay', fr: 'Mise à jour : les anciens chiffres restent' },
    load: { kind: 'refreshing', result: results.plain },
    expects: { steps: OCTOBER, texts: ['Updating'] },
  },
  {
    id: 'chart-failed',
    title: { en: 'Failed, without any figures', fr: 'Échec, sans aucun chiffre' },
    load: { kind: 'failing', code: 'network' },
    expects: { texts: ['Try again'] },
  },
  {
    id: 'chart-stale',
    title: { en: 'Failed: the last good view, dated', fr: 'Échec : la dernière bonne vue, datée' },
    load: { kind: 'stale', result: results.plain, code: 'timeout' },
    expects: { steps: OCTOBER, texts: ['Try again', 'Nov 20, 2026'] },
  },
  {
    id: 'chart-unauthorized',
    title: { en: 'Not signed in any more', fr: 'Session expirée' },
    load: { kind: 'stale', result: results.plain, code: 'unauthorized' },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-nothing-set',
    title: { en: 'Nothing set', fr: 'Rien n’est donné' },
    load: { kind: 'nothing' },
    expects: {},
  },
  {
    id: 'chart-empty',
    title: { en: 'Nobody in the period', fr: 'Personne dans la période' },
    attributes: { controls: 'period view table', from: '2026-10-01', to: '2026-10-02' },
    load: { kind: 'result', result: results.nobody },
    expects: {},
  },
  {
    id: 'chart-not-configured',
    title: { en: 'Not configured', fr: 'Pas encore configuré' },
    load: { kind: 'result', result: results.notConfigured },
    expects: {},
  },
  {
    id: 'chart-filtered-out',
    title: { en: 'Filtered out', fr: 'Aucun résultat avec ces filtres' },
    load: { kind: 'result', result: results.nobody },
    properties: { filters: { lead: { source: ['Website'] } } },
    expects: {},
  },
];

const figures: ChartScenario[] = [
  {
    id: 'chart-least',
    title: { en: 'The least: names and counts', fr: 'Le minimum : noms et nombres' },
    load: { kind: 'result', result: results.least },
    expects: {
      steps: [
        { name: 'Leads', count: '1,200' },
        { name: 'Intro', count: '340', rate: '28.3% of step 1', loss: '860' },
      ],
    },
  },
  {
    id: 'chart-plain',
    title: { en: 'A month, plain', fr: 'Un mois, simplement' },
    load: { kind: 'result', result: results.plain },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-breakdown-compared',
    title: {
      en: 'By source, with textures, against September',
      fr: 'Par source, avec textures, face à septembre',
    },
    load: { kind: 'result', result: results.october },
    expects: { steps: OCTOBER, texts: ['Meta Ads', 'Website', 'Referral'] },
  },
  {
    id: 'chart-many-groups',
    title: { en: 'Seven groups', fr: 'Sept groupes' },
    load: { kind: 'result', result: results.manyGroups },
    expects: { steps: OCTOBER.slice(0, 3) },
  },
  {
    id: 'chart-rate',
    title: { en: 'As rates of each step', fr: 'En taux par étape' },
    attributes: { 'view-mode': 'rate' },
    load: { kind: 'result', result: results.plain },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-unbounded',
    title: { en: 'Nothing bounds the steps: not (yet) done', fr: 'Étapes sans limite : pas (encore) fait' },
    load: { kind: 'result', result: results.unbounded },
    expects: {},
  },
  {
    id: 'chart-shared-base',
    title: {
      en: 'Two steps that share a base, one optional',
      fr: 'Deux étapes de même base, une facultative',
    },
    load: { kind: 'result', result: results.shared },
    expects: { steps: [{ name: 'Lead created', count: '1,000' }] },
  },
  {
    id: 'chart-renewal',
    title: {
      en: 'Twelve steps with several exits and an open share',
      fr: 'Douze étapes, plusieurs sorties, une part en attente',
    },
    load: { kind: 'result', result: results.renewal },
    expects: {
      steps: [
        { name: 'Membership purchased', count: '900' },
        { name: 'Membership activated', count: '870', rate: '96.7% of step 1', loss: '30' },
        { name: 'Renewal event 1', count: '679', loss: '78 cancelled' },
      ].slice(0, 2),
    },
  },
  {
    id: 'chart-growth',
    title: { en: 'A step larger than the one before', fr: 'Une étape plus grande que la précédente' },
    load: { kind: 'result', result: results.growing },
    expects: {},
  },
  {
    id: 'chart-open-funnel',
    title: { en: 'Nobody says who is in both steps', fr: 'On ignore qui est dans les deux étapes' },
    load: { kind: 'result', result: results.rising },
    expects: { steps: [{ name: 'Referred clients', count: '300' }] },
  },
  {
    id: 'chart-tiny',
    title: { en: 'From 2,400,000 down to 3', fr: 'De 2 400 000 à 3' },
    load: { kind: 'result', result: results.tiny },
    expects: {
      steps: [
        { name: 'Site visits', count: '2,400,000' },
        { name: 'Members', count: '3' },
      ],
    },
  },
  {
    id: 'chart-few',
    title: { en: 'Twelve people', fr: 'Douze personnes' },
    load: { kind: 'result', result: results.few },
    expects: {
      steps: [
        { name: 'Leads', count: '12' },
        { name: 'Intro offers', count: '7', rate: '7 of 12' },
      ],
    },
  },
  {
    id: 'chart-french',
    title: { en: 'In French', fr: 'En français' },
    language: 'fr',
    load: { kind: 'result', result: results.october },
    expects: {},
  },
  {
    id: 'chart-right-to-left',
    title: { en: 'Right to left', fr: 'De droite à gauche' },
    direction: 'rtl',
    load: { kind: 'result', result: results.october },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-readonly',
    title: { en: 'Nothing can be opened', fr: 'Rien ne peut être ouvert' },
    attributes: { readonly: '' },
    load: { kind: 'result', result: results.plain },
    expects: { steps: OCTOBER },
  },
];

const shapes: ChartScenario[] = [
  {
    id: 'chart-vertical',
    title: { en: 'As columns', fr: 'En colonnes' },
    attributes: { orientation: 'vertical' },
    load: { kind: 'result', result: results.october },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-table',
    title: { en: 'As a table', fr: 'En tableau' },
    attributes: { table: '' },
    load: { kind: 'result', result: results.october },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-spark',
    title: { en: 'On a card', fr: 'Sur une carte' },
    attributes: { spark: '', href: '#chart-plain' },
    load: { kind: 'result', result: results.plain },
    widths: [200, 260, 320, 480],
    expects: { texts: ['15.2%'] },
  },
  {
    id: 'chart-highlight',
    title: { en: 'One source highlighted', fr: 'Une source mise en avant' },
    properties: { highlight: { group: 'Website' } },
    load: { kind: 'result', result: results.october },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-textures-off',
    title: { en: 'Without textures', fr: 'Sans textures' },
    attributes: { textures: 'off' },
    load: { kind: 'result', result: results.october },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-all-controls',
    title: { en: 'With every picker, filtered', fr: 'Avec tous les sélecteurs, filtré' },
    attributes: {
      controls: 'funnel period compare lookback breakdown filters view table',
      from: '2026-10-01',
      to: '2026-10-31',
    },
    properties: {
      funnels: [{ id: 'lead-to-member', name: 'Lead to membership' }],
      funnel: 'lead-to-member',
      compare: 'previous',
      filters: { lead: { source: ['Website'] } },
    },
    load: { kind: 'result', result: results.website },
    expects: {
      steps: [
        { name: 'Leads created', count: '1,610 people' },
        { name: 'Leads contacted', count: '1,290 people', rate: '80.1% of step 1', loss: '320 lost' },
      ],
    },
  },
];

/** A breakdown in its three layouts, and where it is not there. The stacked one is `chart-breakdown-compared`. */
const layouts: ChartScenario[] = [
  {
    id: 'chart-grouped',
    title: { en: 'Sources side by side', fr: 'Les sources côte à côte' },
    properties: { breakdown: 'source', layout: 'grouped' },
    actions: [{ await: '.lanes' }],
    load: { kind: 'result', result: results.october },
    expects: { steps: OCTOBER, texts: ['Side by side', 'Website'] },
  },
  {
    id: 'chart-grouped-rate',
    title: { en: 'Sources side by side, rate per step', fr: 'Les sources côte à côte, taux par étape' },
    properties: { breakdown: 'source', layout: 'grouped', viewMode: 'rate' },
    actions: [{ await: '.lanes' }],
    load: { kind: 'result', result: results.october },
    expects: { steps: OCTOBER, texts: ['62.8% of step 2'] },
  },
  {
    id: 'chart-multiples',
    title: {
      en: 'One funnel for each source, the best first',
      fr: 'Un entonnoir par source, le meilleur d’abord',
    },
    properties: { breakdown: 'source', layout: 'multiples' },
    actions: [{ await: '.cards' }],
    load: { kind: 'result', result: results.october },
    expects: {
      texts: ['39.3% reached the last step (283 of 720)', 'Everybody', '16.2% of its start'],
    },
  },
  {
    id: 'chart-multiples-many',
    title: { en: 'One funnel for each of many groups', fr: 'Un entonnoir pour chacun de nombreux groupes' },
    properties: { breakdown: 'origin', layout: 'multiples' },
    actions: [{ await: '.cards' }],
    load: { kind: 'result', result: results.manyGroups },
    expects: { texts: ['60.5% reached the last step (248 of 410)', 'Other (2)'] },
  },
  {
    id: 'chart-multiples-right-to-left',
    title: {
      en: 'One funnel for each source, right to left',
      fr: 'Un entonnoir par source, de droite à gauche',
    },
    direction: 'rtl',
    properties: { breakdown: 'source', layout: 'multiples' },
    actions: [{ await: '.cards' }],
    load: { kind: 'result', result: results.october },
    expects: { texts: ['Everybody'] },
  },
  {
    id: 'chart-goals',
    title: { en: 'Goals for steps and for the whole', fr: 'Des objectifs pour des étapes et pour le tout' },
    attributes: { goal: '18%' },
    properties: { goals: { contact: 0.7, checkout: 0.65 } },
    load: { kind: 'result', result: results.plain },
    expects: {
      steps: OCTOBER,
      texts: [
        'goal 70%: met',
        'goal 65%: 5.2 pts short',
        'Step goals met: 1 of 2',
        'The goal of 18% is missed',
      ],
    },
  },
  {
    id: 'chart-no-groups',
    title: {
      en: 'Asked for groups that the figures do not hold',
      fr: 'Groupes demandés, absents des chiffres',
    },
    properties: { breakdown: ['source', 'person.location'] },
    load: { kind: 'result', result: results.plain },
    expects: { steps: OCTOBER, texts: ['Not broken down by Source × Location'] },
  },
];

const edges: ChartScenario[] = [
  {
    id: 'chart-partial',
    title: { en: 'A step and a group are missing', fr: 'Une étape et un groupe manquent' },
    load: { kind: 'result', result: results.partial },
    expects: { steps: OCTOBER.slice(0, 3), texts: ['No data for step 4'] },
  },
  {
    id: 'chart-in-progress',
    title: { en: 'A period in progress', fr: 'Une période en cours' },
    load: { kind: 'result', result: results.inProgress },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-not-comparable',
    title: { en: 'In progress, beside a whole month', fr: 'En cours, face à un mois entier' },
    load: { kind: 'result', result: results.notComparable },
    expects: { steps: OCTOBER },
  },
  {
    id: 'chart-one-step',
    title: { en: 'One step', fr: 'Une étape' },
    load: { kind: 'result', result: results.oneStep },
    expects: { steps: [{ name: 'Leads created', count: '481' }] },
  },
  {
    id: 'chart-zero-step',
    title: { en: 'Nobody did the second step', fr: 'Personne à la deuxième étape' },
    load: { kind: 'result', result: results.zeroStep },
    expects: {
      steps: [
        { name: 'Booked', count: '0' },
        { name: 'Came', count: '140' },
      ],
    },
  },
  {
    id: 'chart-long-names',
    title: { en: 'Names of 120 characters', fr: 'Des noms de 120 caractères' },
    language: 'fr',
    load: { kind: 'result', result: results.longNames },
    expects: {},
  },
  {
    id: 'chart-huge',
    title: { en: '3,000,000 people', fr: '3 000 000 de personnes' },
    load: { kind: 'result', result: results.huge },
    expects: { steps: [{ name: 'Site visits', count: '3,000,000' }] },
  },
  {
    id: 'chart-enormous',
    title: { en: 'A million million', fr: 'Un million de millions' },
    load: { kind: 'result', result: results.enormous },
    expects: { steps: [{ name: 'Events', count: '1,000,000,000,000' }] },
  },
  {
    id: 'chart-twelve-by-eight',
    title: { en: 'Twelve steps of eight groups', fr: 'Douze étapes de huit groupes' },
    load: { kind: 'result', result: results.twelveByEight },
    expects: { texts: ['Step number 12'] },
  },
];

/** Every state of `<funnel-chart>`. Source: look.md, the table of states. */
export const funnelChartScenarios: readonly Scenario[] = [
  ...loading,
  ...figures,
  ...shapes,
  ...layouts,
  ...edges,
].map((scenario) => ({
  tag: 'funnel-chart',
  ...scenario,
}));
