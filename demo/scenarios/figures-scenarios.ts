import type { Scenario } from './scenario.ts';

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' };

/** A studio's six weeks: the last one is not over. */
const ACTIVATION = {
  acquired: 412,
  activated: 148,
  open: 31,
  range: OCTOBER,
  asOf: '2026-10-31T12:00:00Z',
  timeZone: 'Europe/Paris',
  target: 0.4,
  interval: 'week',
  periods: [
    { start: '2026-09-28', acquired: 71, activated: 30, complete: true },
    { start: '2026-10-05', acquired: 92, activated: 38, complete: true },
    { start: '2026-10-12', acquired: 88, activated: 33, complete: true },
    { start: '2026-10-19', acquired: 84, activated: 29, open: 9, complete: false },
    { start: '2026-10-26', acquired: 77, activated: 18, open: 22, complete: false },
  ],
  definition: {
    acquired: { name: { en: 'Lead created', fr: 'Prospect créé' } },
    activated: { name: { en: 'First class', fr: 'Premier cours' } },
    within: { days: 30 },
  },
};

/** Five channels: one pays, one does not, of one the cost is not known. */
const CHANNELS = {
  currency: 'EUR',
  channels: [
    {
      name: 'Search ads',
      kind: 'search-ads',
      impressions: 42_000,
      clicks: 1260,
      visits: 1190,
      purchases: 38,
      cost: 1480,
      revenue: 4560,
    },
    {
      name: 'Social ads',
      kind: 'social-ads',
      impressions: 96_000,
      clicks: 1540,
      visits: 1420,
      purchases: 19,
      cost: 2100,
      revenue: 1710,
    },
    {
      name: 'Influencer',
      kind: 'influencer',
      clicks: 310,
      visits: 290,
      purchases: 4,
      cost: 900,
      revenue: 320,
    },
    { name: 'Referral', kind: 'other', visits: 240, purchases: 31, cost: 0, revenue: 3410 },
    { name: 'Banner on a neighbour’s site', kind: 'site-banner', clicks: 85, visits: 80, purchases: 2 },
  ],
};

const EXPERIMENT = {
  name: { en: 'Photo or video on the page', fr: 'Photo ou vidéo sur la page' },
  variants: [
    { name: 'Photo', exposed: 2498, converted: 250 },
    { name: 'Video', exposed: 2500, converted: 325 },
  ],
};

type FigureScenario = Omit<Scenario, 'expects'> & Partial<Pick<Scenario, 'expects'>>;

/** The states that all three share. */
function makeStates(tag: Scenario['tag'], prefix: string, result: object): FigureScenario[] {
  return [
    {
      tag,
      id: `${prefix}-loading`,
      title: { en: 'First load', fr: 'Premier chargement' },
      load: { kind: 'pending' },
    },
    {
      tag,
      id: `${prefix}-failed`,
      title: { en: 'Failed', fr: 'Échec' },
      load: { kind: 'failing', code: 'network' },
      expects: { texts: ['Try again'] },
    },
    {
      tag,
      id: `${prefix}-stale`,
      title: { en: 'Failed: the last good view', fr: 'Échec : la dernière bonne vue' },
      load: { kind: 'stale', result, code: 'timeout' },
      expects: { texts: ['Try again'] },
    },
    { tag, id: prefix, title: { en: 'A month', fr: 'Un mois' }, load: { kind: 'result', result } },
    {
      tag,
      id: `${prefix}-french`,
      title: { en: 'In French', fr: 'En français' },
      language: 'fr',
      load: { kind: 'result', result },
    },
    {
      tag,
      id: `${prefix}-right-to-left`,
      title: { en: 'Right to left', fr: 'De droite à gauche' },
      direction: 'rtl',
      load: { kind: 'result', result },
    },
  ];
}

const edges: FigureScenario[] = [
  {
    tag: 'activation-rate',
    id: 'activation-nobody',
    title: { en: 'Nobody came', fr: 'Personne n’est venu' },
    load: { kind: 'result', result: { acquired: 0, activated: 0, range: OCTOBER } },
  },
  {
    tag: 'activation-rate',
    id: 'activation-least',
    title: { en: 'The least: two numbers', fr: 'Le minimum : deux nombres' },
    load: { kind: 'result', result: { acquired: 1000, activated: 300 } },
    expects: { texts: ['30%', '1,000'] },
  },
  {
    tag: 'activation-rate',
    id: 'activation-unknown',
    title: { en: 'Not known, which is not nobody', fr: 'Inconnu, ce qui n’est pas personne' },
    load: { kind: 'result', result: { acquired: null, activated: 12, range: OCTOBER } },
    expects: { texts: ['Not known'] },
  },
  {
    tag: 'channel-report',
    id: 'channels-none',
    title: { en: 'No channel', fr: 'Aucun canal' },
    load: { kind: 'result', result: { channels: [] } },
  },
  {
    tag: 'experiment-readout',
    id: 'experiment-looks',
    title: { en: 'Shown by one look alone', fr: 'Montré par un seul coup d’œil' },
    load: {
      kind: 'result',
      result: {
        name: 'Welcome message',
        variants: [
          { name: 'Without', exposed: 1000, converted: 150 },
          { name: 'With', exposed: 1000, converted: 190 },
        ],
      },
    },
    expects: { texts: ['This counts one look only'] },
  },
  {
    tag: 'experiment-readout',
    id: 'experiment-sure',
    title: { en: 'Sure however often one looks', fr: 'Sûr aussi souvent qu’on regarde' },
    load: {
      kind: 'result',
      result: {
        name: 'Trial class',
        variants: [
          { name: 'Form', exposed: 5000, converted: 600 },
          { name: 'Call', exposed: 5000, converted: 900 },
        ],
      },
    },
    expects: { texts: ['as often as you like'] },
  },
  {
    tag: 'experiment-readout',
    id: 'experiment-few',
    title: { en: 'Too few people to say', fr: 'Trop peu de personnes pour conclure' },
    load: {
      kind: 'result',
      result: {
        name: 'Short test',
        variants: [
          { name: 'A', exposed: 14, converted: 3 },
          { name: 'B', exposed: 12, converted: 4 },
        ],
      },
    },
  },
];

/** The states of the three readouts. */
export const figuresScenarios: readonly Scenario[] = [
  ...makeStates('activation-rate', 'activation', ACTIVATION),
  ...makeStates('channel-report', 'channels', CHANNELS),
  ...makeStates('experiment-readout', 'experiment', EXPERIMENT),
  ...edges,
].map((scenario) => ({ expects: {}, ...scenario }));
