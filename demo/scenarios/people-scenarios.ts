import { plain } from './funnel-results.ts';
import { HOSTILE_ROWS } from './people-rows.ts';
import type { Action, PeopleSetting, Scenario } from './scenario.ts';

const LOST = { result: plain, segment: { step: 'checkout', outcome: 'dropped' } } as const;

/** Those of the sketch's third step: as many as a case says. */
function lost(rows: PeopleSetting['rows'], rest: Partial<PeopleSetting> = {}): PeopleSetting {
  return { ...LOST, rows, ...rest };
}

const pick = (...rows: number[]): Action[] => rows.map((row) => ({ click: `.row[data-row="${row}"] input` }));

/** Tags three people, as a user does. */
const TAG: readonly Action[] = [
  ...pick(0, 1, 2),
  { click: '[data-act="tag"]' },
  { type: 'dialog input', text: 'VIP' },
  { click: 'dialog [role="option"]' },
  { click: 'dialog [type="submit"]' },
];

const CHOICES = {
  tags: ['VIP', 'Winback', 'Summer'],
  leadStages: [{ id: 'trial', name: { en: 'Trial', fr: 'Essai' } }],
  sequences: [{ id: 'welcome', name: { en: 'Welcome', fr: 'Bienvenue' } }],
};

type PeopleScenario = Omit<Scenario, 'tag'> & { people: PeopleSetting };

const shown: PeopleScenario[] = [
  {
    id: 'list-loading',
    title: { en: 'Loading', fr: 'Chargement' },
    people: lost(1477, { pendingFrom: 0 }),
    expects: { texts: ['1,477'] },
  },
  {
    id: 'list-few',
    title: { en: 'Six people', fr: 'Six personnes' },
    people: lost(6),
    expects: { texts: ['6 people', 'Client 001', 'client6@example.com', 'Send the price list'] },
  },
  {
    id: 'list-one',
    title: { en: 'One person', fr: 'Une personne' },
    people: lost(1),
    expects: { texts: ['1 person', 'Client 001'] },
  },
  {
    id: 'list-nobody',
    title: { en: 'Nobody', fr: 'Personne' },
    people: lost(0),
    expects: { texts: ['Nobody'] },
  },
  {
    id: 'list-no-match',
    title: { en: 'Nobody matches the search', fr: 'Aucun résultat' },
    people: lost(6),
    actions: [{ type: 'input[type="search"]', text: 'zzz' }, { await: '.state' }],
    expects: { absent: ['Client 001'] },
  },
  {
    id: 'list-long',
    title: { en: '6,000 people', fr: '6 000 personnes' },
    people: lost(6000),
    isLongOnPaper: true,
    expects: { texts: ['6,000 people', 'Client 001'] },
  },
  {
    id: 'list-million',
    title: { en: 'A million, scrolled to the end', fr: 'Un million, tout en bas' },
    people: lost(1_000_000),
    isLongOnPaper: true,
    actions: [{ scroll: '.grid', share: 1 }, { await: '.row[data-row="999999"]' }],
    expects: { texts: ['1,000,000 people', 'Client 1000000'] },
  },
  {
    id: 'list-changed',
    title: { en: 'Another number than on the cell', fr: 'Un autre nombre que dans la case' },
    people: lost(806, { count: 810 }),
    actions: [{ await: '.banner' }],
    expects: { texts: ['806 instead of 810', 'Refresh'] },
  },
  {
    id: 'list-hostile',
    title: { en: 'Names that try to break it', fr: 'Des noms qui cherchent à tout casser' },
    people: lost(HOSTILE_ROWS),
    expects: { texts: ['<b>Bold</b>'] },
  },
  {
    id: 'list-right-to-left',
    title: { en: 'Right to left', fr: 'De droite à gauche' },
    direction: 'rtl',
    people: lost(6),
    expects: { texts: ['Client 001'] },
  },
  {
    id: 'list-french',
    title: { en: 'In French', fr: 'En français' },
    language: 'fr',
    people: lost(40),
    actions: pick(0, 1),
    expects: { texts: ['Client 001'] },
  },
  {
    id: 'list-compact',
    title: { en: 'Compact rows', fr: 'Lignes serrées' },
    attributes: { density: 'compact' },
    people: lost(12),
    expects: { texts: ['12 people'] },
  },
];

const failing: PeopleScenario[] = [
  {
    id: 'list-failed',
    title: { en: 'Failed', fr: 'Échec' },
    people: lost(1477, { failsFrom: 0, code: 'http' }),
    expects: { texts: ['Try again'] },
  },
  {
    id: 'list-block-failed',
    title: { en: 'A later page failed', fr: 'Une page suivante a échoué' },
    people: lost(6000, { failsFrom: 100, code: 'network' }),
    actions: [{ scroll: '.grid', share: 0.5 }],
    expects: { texts: ['Try again'] },
  },
  {
    id: 'list-unavailable',
    title: { en: 'The numbers came without people', fr: 'Les chiffres sont venus sans les personnes' },
    people: lost(1477, { failsFrom: 0, code: 'not-configured' }),
    expects: {},
  },
  {
    id: 'list-forbidden',
    title: { en: 'Not allowed', fr: 'Accès refusé' },
    people: lost(1477, { failsFrom: 0, code: 'forbidden' }),
    expects: {},
  },
];

const selecting: PeopleScenario[] = [
  {
    id: 'list-selected',
    title: { en: 'Three of forty selected', fr: 'Trois sur quarante sélectionnés' },
    people: lost(40),
    actions: pick(0, 2, 3),
    expects: { texts: ['3 selected'] },
  },
  {
    id: 'list-all-selected',
    title: { en: 'All 840,213 selected', fr: 'Les 840 213 sélectionnés' },
    people: lost(840_213),
    isLongOnPaper: true,
    actions: [{ click: '.row[data-row="-1"] input' }, { click: '[data-act="select-all"]' }],
    expects: { texts: ['840,213'] },
  },
  {
    id: 'list-person',
    title: { en: 'One person’s details', fr: 'Le détail d’une personne' },
    people: lost(6),
    actions: [{ click: '.row[data-row="1"] .c-name' }],
    expects: { texts: ['client2@example.com'] },
  },
  {
    id: 'list-cannot',
    title: { en: 'May do nothing', fr: 'Aucun droit' },
    attributes: { can: '' },
    people: lost(6),
    expects: { absent: ['Enrol'] },
  },
  {
    id: 'list-cannot-reasons',
    title: { en: 'May not, and why', fr: 'Pas le droit, et pourquoi' },
    attributes: { can: 'tag' },
    properties: { cannotReasons: { stage: 'Managers only', export: 'Not in your plan' } },
    people: lost(6),
    actions: pick(0),
    expects: {},
  },
];

const requests: PeopleScenario[] = (
  [
    ['pending', 'Tagging is under way', 'Étiquetage en cours'],
    ['done', 'Three people tagged', 'Trois personnes étiquetées'],
    ['partial', 'Tagged, but not all', 'Étiquetées, mais pas toutes'],
    ['failed', 'Tagging failed', 'L’étiquetage a échoué'],
    ['refused', 'The page refused', 'La page a refusé'],
    [undefined, 'Nobody listens', 'Personne n’écoute'],
  ] as const
).map(([request, en, fr]) => ({
  id: `list-request-${request ?? 'unanswered'}`,
  title: { en, fr },
  people: lost(12, request ? { request } : {}),
  properties: CHOICES,
  actions: [...TAG, { await: '.activity' }],
  expects: {},
}));

const dialogs: PeopleScenario[] = [
  {
    id: 'list-dialog-tag',
    title: { en: 'The dialog that tags', fr: 'Le dialogue d’étiquetage' },
    modal: true,
    people: lost(12),
    properties: CHOICES,
    actions: [...pick(0, 1, 2), { click: '[data-act="tag"]' }, { await: 'dialog[open]' }],
    expects: { texts: ['3 people'] },
  },
  {
    id: 'list-dialog-no-choice',
    title: { en: 'Nothing to choose from', fr: 'Rien à choisir' },
    modal: true,
    people: lost(12),
    actions: [...pick(0), { click: '[data-act="tag"]' }, { await: 'dialog[open]' }],
    expects: {},
  },
];

/** Every state of `<funnel-step-drilldown>`. Source: look.md, section 2, "States". */
export const peopleScenarios: readonly Scenario[] = [
  ...shown,
  ...failing,
  ...selecting,
  ...requests,
  ...dialogs,
].map((scenario) => ({
  tag: 'funnel-step-drilldown',
  ...scenario,
  attributes: { 'as-of': '2026-10-31T12:00:00Z', ...scenario.attributes },
}));
