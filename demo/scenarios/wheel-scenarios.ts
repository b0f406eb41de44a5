import * as results from './wheel-results.ts';
import type { Scenario } from './scenario.ts';

type WheelScenario = Omit<Scenario, 'tag'>;

const states: WheelScenario[] = [
  {
    id: 'wheel-first-load',
    title: { en: 'First load', fr: 'Premier chargement' },
    load: { kind: 'pending' },
    expects: {},
  },
  {
    id: 'wheel-failed',
    title: { en: 'Failed', fr: 'Échec' },
    load: { kind: 'failing', code: 'network' },
    expects: { texts: ['Try again'] },
  },
  {
    id: 'wheel-stale',
    title: { en: 'Failed: the last good view', fr: 'Échec : la dernière bonne vue' },
    load: { kind: 'stale', result: results.lifecycle, code: 'timeout' },
    expects: { texts: ['Try again', '1,280'] },
  },
  {
    id: 'wheel-nobody',
    title: { en: 'Nobody', fr: 'Personne' },
    load: { kind: 'result', result: results.nobody },
    expects: {},
  },
  {
    id: 'wheel-notice',
    title: { en: 'Visits are missing', fr: 'Les visites manquent' },
    load: { kind: 'result', result: results.noticed },
    expects: { texts: ['1,280'] },
  },
];

const models: WheelScenario[] = [
  {
    id: 'wheel-least',
    title: { en: 'The least: names and counts', fr: 'Le minimum : noms et nombres' },
    load: { kind: 'result', result: results.least },
    expects: { texts: ['Trial', '120', 'Member', '340', 'Away', '85'] },
  },
  {
    id: 'wheel-lifecycle',
    title: { en: 'Lifecycle, five phases', fr: 'Cycle de vie, cinq phases' },
    load: { kind: 'result', result: results.lifecycle },
    expects: { texts: ['642', '418', '1,280', '371'] },
  },
  {
    id: 'wheel-engagement',
    title: { en: 'Engagement, four quarters', fr: 'Engagement, quatre quarts' },
    load: { kind: 'result', result: results.engagement },
    expects: {},
  },
  {
    id: 'wheel-flywheel',
    title: { en: 'Flywheel', fr: 'Flywheel' },
    load: { kind: 'result', result: results.flywheel },
    expects: {},
  },
  {
    id: 'wheel-days',
    title: { en: 'By days in the phase', fr: 'Par jours dans la phase' },
    attributes: { metric: 'days' },
    load: { kind: 'result', result: results.lifecycle },
    expects: {},
  },
  {
    id: 'wheel-french',
    title: { en: 'In French, with every picker', fr: 'En français, avec tous les sélecteurs' },
    language: 'fr',
    attributes: { controls: 'model metric compare' },
    load: { kind: 'result', result: results.lifecycle },
    expects: {},
  },
  {
    id: 'wheel-right-to-left',
    title: { en: 'Right to left', fr: 'De droite à gauche' },
    direction: 'rtl',
    load: { kind: 'result', result: results.arabic },
    expects: {},
  },
  {
    id: 'wheel-client',
    title: { en: 'One client, with a score', fr: 'Une cliente, avec un score' },
    properties: { person: results.julie },
    load: { kind: 'result', result: results.engagement },
    expects: { texts: [results.julie.name] },
  },
  {
    id: 'wheel-client-no-score',
    title: { en: 'One client, without a score', fr: 'Une cliente, sans score' },
    properties: { person: results.lea },
    load: { kind: 'result', result: results.lifecycle },
    expects: { texts: [results.lea.name] },
  },
  {
    id: 'wheel-marks',
    title: {
      en: 'Where the people of a funnel’s segment are',
      fr: 'Où sont les personnes d’une partie d’entonnoir',
    },
    properties: { marks: { places: { loyalty: 310, attrition: 120 }, label: 'Lost before checkout' } },
    load: { kind: 'result', result: results.lifecycle },
    expects: { texts: ['310', 'Lost before checkout'] },
  },
];

const edges: WheelScenario[] = (
  [
    ['three-phases', results.threePhases, 'Three phases', 'Trois phases'],
    ['eight-phases', results.eightPhases, 'Eight phases, crowded', 'Huit phases, serrées'],
    ['one-phase', results.onePhase, 'One phase', 'Une phase'],
    ['all-in-one', results.allInOne, 'All in one phase', 'Toutes dans une phase'],
    ['partial', results.partial, 'Movements are not known', 'Mouvements inconnus'],
    ['still', results.still, 'Nobody moved', 'Personne n’a bougé'],
    ['unbalanced', results.unbalanced, 'Unbalanced', 'Déséquilibré'],
  ] as const
).map(([id, result, en, fr]) => ({
  id: `wheel-${id}`,
  title: { en, fr },
  load: { kind: 'result', result },
  expects: {},
}));

/** Every state of `<lifecycle-wheel>`. Source: look.md, section 3, "States". */
export const wheelScenarios: readonly Scenario[] = [...states, ...models, ...edges].map((scenario) => ({
  tag: 'lifecycle-wheel',
  ...scenario,
}));
