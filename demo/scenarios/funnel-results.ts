import type { FunnelResult, ResultStep } from '../../src/engine/schema/index.ts';

const DAY = 86_400;
const HOUR = 3600;

/** The least a host may hand over. */
export const least: FunnelResult = {
  steps: [
    { name: 'Leads', count: 1200 },
    { name: 'Intro', count: 340 },
  ],
};

/** October of a studio: three sources, compared with September. The numbers of the specification's sketch. */
export const october: FunnelResult = {
  version: 1,
  funnel: { id: 'lead-to-member', name: { en: 'Lead to membership', fr: 'Prospect → abonnement' } },
  origin: 'computed',
  subject: 'person',
  order: 'independent',
  closed: true,
  range: { from: '2026-10-01', to: '2026-10-31', timeZone: 'Europe/Paris' },
  asOf: '2026-11-20T09:30:00+01:00',
  currency: 'EUR',
  maturity: { recent: 1491, entered: 4810, withinSeconds: 16 * DAY },
  steps: [
    step('lead', { en: 'Leads created', fr: 'Prospects créés' }, 4810, undefined, {
      when: 'inRange',
      filters: [
        {
          property: 'source',
          values: [
            { value: 'Meta Ads', count: 2480 },
            { value: 'Website', count: 1610 },
            { value: 'Referral', count: 720 },
          ],
        },
        { property: 'campaign' },
      ],
    }),
    step('contact', { en: 'Leads contacted', fr: 'Prospects contactés' }, 3675, 4810, {
      base: 'lead',
      when: 'any',
      time: { median: 1 * DAY + 4 * HOUR },
    }),
    step('checkout', { en: 'Checkout page viewed', fr: 'Page de paiement vue' }, 2198, 3675, {
      base: 'contact',
      when: 'any',
      time: { median: 2 * DAY + 6 * HOUR },
      filters: [
        {
          property: 'page',
          values: [
            { value: 'membership', count: 1500 },
            { value: 'class', count: 698 },
          ],
        },
      ],
    }),
    step('intro', { en: 'Intro offer purchased', fr: 'Offre d’introduction achetée' }, 1228, 2198, {
      base: 'checkout',
      when: 'inRange',
      open: 120,
      dropped: 850,
      time: { median: 1 * DAY + 20 * HOUR },
    }),
    step(
      'member',
      { en: 'Membership purchased, not an intro', fr: 'Abonnement acheté hors offre d’introduction' },
      732,
      1228,
      {
        base: 'intro',
        when: 'inRange',
        time: { median: 16 * DAY },
        value: { total: 65_880, count: 732 },
      },
    ),
  ],
  breakdown: {
    property: 'source',
    groups: [
      group('Meta Ads', [2480, 1730, 890, 420, 188]),
      group('Website', [1610, 1290, 810, 455, 261]),
      group('Referral', [720, 655, 498, 353, 283]),
    ],
  },
  comparison: {
    range: { from: '2026-09-01', to: '2026-09-30' },
    steps: counts([5120, 3789, 2390, 1240, 870]),
  },
  links: { people: '/people{?step,outcome}' },
};

/** The same without breakdown and comparison. */
export const plain: FunnelResult = { ...october, breakdown: undefined, comparison: undefined };

/** The same of those who came by the website alone. */
export const website: FunnelResult = {
  ...october,
  maturity: { recent: 499, entered: 1610, withinSeconds: 16 * DAY },
  steps: october.steps.map(({ value: _value, ...each }, index) => {
    const numbers = [1610, 1290, 810, 455, 261];
    const converted = numbers[index] ?? 0;
    const entered = numbers[Math.max(0, index - 1)] ?? 0;
    return { ...each, entered, converted, open: 0, dropped: entered - converted };
  }),
  breakdown: undefined,
  comparison: {
    range: { from: '2026-08-31', to: '2026-09-30' },
    steps: counts([1702, 1321, 866, 447, 290]),
  },
};

/** Nothing bounds the steps, as in the catalogue's lead-to-class: "not (yet) done" instead of lost. */
export const unbounded: FunnelResult = {
  ...plain,
  steps: plain.steps.map((each, index) =>
    index === 0
      ? each
      : {
          ...each,
          bounded: false,
          open: 0,
          dropped: (each.entered ?? 0) - (each.converted ?? 0),
          recent: 40,
          when: 'afterEntry',
        },
  ),
};

/** Two steps divide the leads, the fourth takes those of either. */
export const shared: FunnelResult = {
  funnel: { id: 'lead-to-customer', name: { en: 'Lead to customer', fr: 'Prospect → client' } },
  closed: true,
  steps: [
    { id: 'lead', name: 'Lead created', converted: 1000, entered: 1000, open: 0, dropped: 0 },
    {
      id: 'contact',
      name: 'Lead contacted',
      base: 'lead',
      entered: 1000,
      converted: 620,
      open: 0,
      dropped: 380,
    },
    {
      id: 'checkout',
      name: 'Checkout page viewed',
      base: 'lead',
      entered: 1000,
      converted: 410,
      open: 0,
      dropped: 590,
      split: false,
    },
    {
      id: 'customer',
      name: 'Converted to customer',
      base: ['contact', 'checkout'],
      entered: 780,
      converted: 300,
      open: 100,
      dropped: 380,
    },
    {
      id: 'app',
      name: 'Installed the app',
      base: 'customer',
      split: true,
      entered: 300,
      converted: 90,
      open: 0,
      dropped: 210,
    },
    {
      id: 'trial',
      name: 'Came to a trial class',
      base: 'customer',
      optional: true,
      entered: 300,
      converted: 120,
      skipped: 180,
      open: 0,
      dropped: 0,
    },
    {
      id: 'member',
      name: 'Membership purchased',
      base: 'customer',
      entered: 300,
      converted: 210,
      open: 20,
      dropped: 70,
    },
  ],
};

/** Ten renewals of memberships, each renewed, frozen, cancelled or still open. */
export const renewal: FunnelResult = {
  funnel: {
    id: 'membership-renewal',
    name: { en: 'Membership renewal', fr: 'Entonnoir de renouvellement des abonnements' },
  },
  subject: 'membership',
  origin: 'computed',
  closed: true,
  steps: renewalSteps(),
};

function renewalSteps(): ResultStep[] {
  const steps: ResultStep[] = [
    {
      id: 'purchase',
      name: { en: 'Membership purchased', fr: 'Abonnement acheté' },
      entered: 900,
      converted: 900,
      open: 0,
      dropped: 0,
      when: 'inRange',
    },
    {
      id: 'activated',
      name: { en: 'Membership activated', fr: 'Abonnement activé' },
      base: 'purchase',
      entered: 900,
      converted: 870,
      open: 0,
      dropped: 30,
      when: 'any',
    },
  ];
  for (let n = 1, entered = 870; n <= 10; n += 1) {
    const cancelled = Math.round(entered * 0.09);
    const open = Math.round(entered * 0.13);
    const frozen = Math.round(entered * 0.05);
    const converted = entered - cancelled - open;
    steps.push({
      id: `renewal-${n}`,
      name: { en: `Renewal event ${n}`, fr: `Événement de renouvellement d’abonnement ${n}` },
      base: n === 1 ? 'activated' : `renewal-${n - 1}`,
      entered,
      converted,
      open,
      dropped: cancelled,
      when: 'any',
      time: { median: 30 * DAY + n * HOUR },
      outcomes: [
        {
          id: 'renewed',
          as: 'converted',
          name: { en: 'Renewed', fr: 'Renouvelé' },
          count: converted - frozen,
        },
        { id: 'frozen', as: 'converted', name: { en: 'Frozen', fr: 'Gelé' }, count: frozen },
        { id: 'cancelled', as: 'dropped', name: { en: 'Cancelled', fr: 'Annulé' }, count: cancelled },
      ],
    });
    entered = converted;
  }
  return steps;
}

/** From 2.4 million to three. */
export const tiny: FunnelResult = {
  funnel: { name: 'Visits to members' },
  steps: [
    { id: 'visit', name: 'Site visits', count: 2_400_000 },
    { id: 'lead', name: 'Leads', count: 5200 },
    { id: 'trial', name: 'Trials', count: 41 },
    { id: 'member', name: 'Members', count: 3 },
    { id: 'friend', name: 'Brought a friend', count: 0 },
  ],
};

/** Twelve people. */
export const few: FunnelResult = {
  funnel: { name: 'A new studio' },
  steps: [
    { id: 'lead', name: 'Leads', count: 12 },
    { id: 'intro', name: 'Intro offers', count: 7 },
    { id: 'member', name: 'Members', count: 2 },
  ],
};

/** An optional booking step holds more people than the step before it; nobody says who is in both. */
export const rising: FunnelResult = {
  funnel: { name: 'Referral' },
  steps: [
    { id: 'referred', name: 'Referred clients', count: 300 },
    { id: 'booked', name: 'Booked', count: 180 },
    { id: 'intro', name: 'Bought an intro offer', count: 240 },
    { id: 'unknown', name: 'Came back', count: null },
  ],
};

/** The same with the people in both steps known. */
export const growing: FunnelResult = {
  closed: false,
  steps: [
    { id: 'a', name: 'Booked', count: 180 },
    { id: 'b', name: 'Bought an intro offer', count: 240, fromPrevious: 150 },
  ],
};

/** Nobody in the period. */
export const nobody: FunnelResult = {
  funnel: { name: 'Lead to class' },
  range: { from: '2026-10-01', to: '2026-10-02', timeZone: 'Europe/Paris' },
  steps: [
    { id: 'lead', name: 'Leads', count: 0 },
    { id: 'intro', name: 'Intro offers', count: 0 },
  ],
};

/** Nobody, and the reason: no intro offer is on sale. */
export const notConfigured: FunnelResult = {
  ...nobody,
  notices: [{ code: 'no-intro-offer', href: '/offers' }],
};

/** Seven groups, one of them missing, one a value of the data's vocabulary. */
export const manyGroups: FunnelResult = {
  ...plain,
  steps: plain.steps.slice(0, 3),
  breakdown: {
    property: 'origin',
    groups: [
      group('form', [1500, 1200, 700]),
      group('walk-in', [1000, 900, 500]),
      group('import', [800, 600, 300]),
      group('Instagram', [600, 400, 250]),
      group(null, [500, 300, 200]),
      group('abandoned-cart', [300, 200, 148]),
      group('referral', [110, 75, 100]),
    ],
  },
};

function step(
  id: string,
  name: Record<string, string>,
  converted: number,
  entered: number | undefined,
  rest: Partial<ResultStep>,
): ResultStep {
  const from = entered ?? converted;
  return { id, name, entered: from, converted, open: 0, dropped: from - converted, ...rest };
}

function group(
  value: string | null,
  converted: number[],
): NonNullable<FunnelResult['breakdown']>['groups'][number] {
  return { value, steps: counts(converted) };
}

function counts(converted: number[]): { entered: number; converted: number }[] {
  return converted.map((count, index) => ({
    entered: converted[Math.max(0, index - 1)] ?? count,
    converted: count,
  }));
}

/** One step has no number, and one source none at another: never taken for nobody. */
export const partial: FunnelResult = {
  ...october,
  comparison: undefined,
  steps: october.steps.map((each) =>
    each.id === 'intro' ? { id: 'intro', name: each.name, base: 'checkout', converted: null } : each,
  ),
  breakdown: {
    property: 'source',
    groups: [
      group('Meta Ads', [2480, 1730, 890, 420, 188]),
      {
        value: 'Website',
        steps: [
          { converted: 1610 },
          { converted: 1290 },
          { converted: null },
          { converted: null },
          { converted: 261 },
        ],
      },
      group('Referral', [720, 655, 498, 353, 283]),
    ],
  },
};

/** The twelfth of November of a November, beside the first twelve days of October. */
export const inProgress: FunnelResult = {
  ...plain,
  // Twelve days of November: nobody can have taken longer than they last.
  steps: plain.steps.map((each) => (each.id === 'member' ? { ...each, time: { median: 5 * DAY } } : each)),
  maturity: { recent: 1960, entered: 4810, withinSeconds: 5 * DAY },
  range: { from: '2026-11-01', to: '2026-11-30', timeZone: 'Europe/Paris' },
  asOf: '2026-11-12T18:00:00+01:00',
  comparison: {
    range: { from: '2026-10-01', to: '2026-10-12' },
    steps: counts([5120, 3789, 2390, 1240, 870]),
  },
};

/** The same beside all of October. */
export const notComparable: FunnelResult = {
  ...inProgress,
  comparison: {
    range: { from: '2026-10-01', to: '2026-10-31' },
    steps: counts([12_940, 9730, 6120, 3290, 2180]),
  },
};

/** A funnel that somebody has only begun to define. */
export const oneStep: FunnelResult = {
  funnel: { name: { en: 'Lead to …', fr: 'Prospect → …' } },
  steps: [{ id: 'lead', name: { en: 'Leads created', fr: 'Prospects créés' }, count: 481 }],
};

/** Nobody did the second step, and some the third without it. */
export const zeroStep: FunnelResult = {
  funnel: { name: { en: 'Referral to visit', fr: 'Parrainage → visite' } },
  closed: false,
  steps: [
    { id: 'referred', name: { en: 'Referred', fr: 'Parrainés' }, count: 300 },
    { id: 'booked', name: { en: 'Booked', fr: 'Réservé' }, count: 0, fromPrevious: 0 },
    { id: 'visit', name: { en: 'Came', fr: 'Venus' }, count: 140, fromPrevious: 0 },
  ],
};

/** Names of 120 characters, one of them without a space. */
export const longNames: FunnelResult = {
  ...plain,
  funnel: {
    name: {
      en: 'Everybody who saw one of the pages of the spring campaign and came at least once to a class of their choice',
      fr: 'Toutes les personnes qui ont vu l’une des pages de la campagne de printemps et sont venues au moins une fois',
    },
  },
  steps: plain.steps.slice(0, 3).map((each, index) => ({
    ...each,
    name: [
      {
        en: 'Created as a lead by the form at the end of the newsletter of the spring campaign, or by somebody at the front desk of it',
        fr: 'Créés comme prospects par le formulaire en fin de lettre d’information de la campagne de printemps ou par l’accueil du lieu',
      },
      { en: 'Anticonstitutionnellement'.repeat(5), fr: 'Anticonstitutionnellement'.repeat(5) },
      { en: '', fr: '' },
    ][index],
  })),
};

/** A platform's worth of people. */
export const huge: FunnelResult = {
  funnel: { name: 'All studios' },
  subject: 'person',
  steps: [
    { id: 'visit', name: 'Site visits', count: 3_000_000 },
    { id: 'lead', name: 'Leads', count: 1_204_517 },
    { id: 'member', name: 'Members', count: 318_204 },
  ],
};

/** More than anybody has. */
export const enormous: FunnelResult = {
  steps: [
    { id: 'a', name: 'Events', count: 1e12 },
    { id: 'b', name: 'Sessions', count: 4.2e11 },
  ],
};

/** Twelve steps of eight groups. */
export const twelveByEight: FunnelResult = {
  funnel: { name: 'Everything at once' },
  closed: true,
  steps: Array.from({ length: 12 }, (_, at) => ({
    id: `step-${at + 1}`,
    name: `Step number ${at + 1}`,
    converted: sumOfEight(at),
    entered: sumOfEight(Math.max(0, at - 1)),
    open: 0,
    dropped: sumOfEight(Math.max(0, at - 1)) - sumOfEight(at),
  })),
  breakdown: {
    property: 'location',
    groups: Array.from({ length: 8 }, (_, index) =>
      group(
        `Location ${index + 1}`,
        Array.from({ length: 12 }, (_step, at) => ofEight(index, at)),
      ),
    ),
  },
};

function ofEight(index: number, at: number): number {
  return Math.round((900 - index * 90) * (1 - at * 0.07));
}

function sumOfEight(at: number): number {
  return Array.from({ length: 8 }, (_, index) => ofEight(index, at)).reduce((sum, count) => sum + count, 0);
}
