import type { PersonPlace, WheelPhase, WheelResult } from '../../src/engine/schema/wheel.ts';

/** The least a host may hand over. */
export const least: WheelResult = {
  model: 'lifecycle',
  phases: [
    { name: 'Trial', count: 120 },
    { name: 'Member', count: 340 },
    { name: 'Away', count: 85 },
  ],
};

const compared = {
  version: 1,
  origin: 'computed',
  asOf: '2026-10-31T23:59:59+01:00',
  comparedTo: '2026-10-01T23:59:59+02:00',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
} as const;

/** October of a studio, with the numbers of the specification's sketch; retention has three people too many. */
export const lifecycle: WheelResult = {
  ...compared,
  model: 'lifecycle',
  options: {
    lifecycle: { newMonths: 3, regularVisits: 3, visitMonths: 3, formerMonths: 12, gapDays: null },
  },
  phases: [
    phase('acquisition', 642, {
      start: 599,
      entered: 214,
      left: 171,
      medianDays: 18,
      previousMedianDays: 15,
    }),
    phase('conversion', 418, {
      start: 380,
      entered: 171,
      left: 133,
      medianDays: 9,
      previousMedianDays: 11,
      friction: [
        {
          id: 'refused',
          name: { en: 'Payment refused', fr: 'Paiement refusé' },
          severity: 'medium',
          people: 38,
        },
      ],
    }),
    phase('loyalty', 1280, {
      start: 1232,
      entered: 190,
      left: 142,
      back: 57,
      medianDays: 225,
      previousMedianDays: 216,
    }),
    phase('attrition', 371, {
      start: 386,
      entered: 142,
      left: 157,
      medianDays: 41,
      previousMedianDays: 35,
      friction: [
        {
          id: 'absent',
          name: { en: 'No visit for 30 days', fr: 'Sans passage depuis 30 jours' },
          severity: 'high',
          people: 206,
        },
        {
          id: 'cancel',
          name: { en: 'Cancelled online', fr: 'Résiliation en ligne' },
          severity: 'medium',
          people: 31,
        },
      ],
      playbook: [
        { id: 'message', name: { en: 'Write to them', fr: 'Leur écrire' }, action: 'tag', value: 'win-back' },
        {
          id: 'plan',
          name: { en: 'Training plan', fr: 'Plan d’entraînement' },
          action: 'enroll',
          value: 'plan',
        },
      ],
    }),
    phase('retention', 203, {
      start: 161,
      entered: 96,
      left: 57,
      wonBack: 44,
      medianDays: 22,
      previousMedianDays: 23,
      friction: [
        { id: 'unread', name: { en: 'Message not read', fr: 'Message non lu' }, severity: 'low', people: 74 },
      ],
    }),
  ],
  flows: [
    { from: 'not-engaged', to: 'acquisition', count: 214, kind: 'enter' },
    { from: 'acquisition', to: 'conversion', count: 171, kind: 'move' },
    { from: 'conversion', to: 'loyalty', count: 133, kind: 'move' },
    { from: 'loyalty', to: 'attrition', count: 142, kind: 'decline' },
    { from: 'attrition', to: 'retention', count: 96, kind: 'move' },
    { from: 'retention', to: 'loyalty', count: 57, kind: 'return' },
    { from: 'attrition', to: 'former', count: 61, kind: 'leave' },
  ],
  outside: [
    { id: 'not-engaged', count: 388 },
    { id: 'former', count: 1904 },
  ],
  movements: [
    { id: 'c-1', from: 'loyalty', to: 'attrition', at: '2026-10-30T09:00:00+01:00' },
    { id: 'c-2', from: 'retention', to: 'loyalty', at: '2026-10-28T18:00:00+01:00' },
  ],
  movementTotal: 874,
};

/** The engagement index: before on the left, after on the right. */
export const engagement: WheelResult = {
  ...compared,
  model: 'engagement',
  options: {
    engagement: {
      halfLifeDays: 30,
      saturation: 8,
      purchaseFrom: 40,
      exitBelow: 30,
      fallShare: 0.3,
      fallDays: 30,
      fallBelow: 60,
      hysteresis: 5,
      graceDays: 30,
      mqlFrom: 25,
      sqlFrom: 40,
      sqlCheckoutDays: 14,
      weights: {
        before: { messages: 30, site: 40, social: 10, campaigns: 20 },
        after: { messages: 15, site: 10, social: 10, campaigns: 15, visits: 40, purchases: 10 },
      },
    },
  },
  phases: [
    phase('nurture', 512, { start: 498, entered: 96, left: 82, medianDays: 34 }),
    phase('purchase', 188, { start: 171, entered: 82, left: 65, medianDays: 12 }),
    phase('retention', 890, { start: 874, entered: 104, left: 88, medianDays: 187 }),
    phase('exit', 244, { start: 235, entered: 88, left: 79, medianDays: 51 }),
  ],
  flows: [
    { from: 'not-engaged', to: 'nurture', count: 74, kind: 'enter' },
    { from: 'nurture', to: 'purchase', count: 82, kind: 'move' },
    { from: 'purchase', to: 'nurture', count: 22, kind: 'decline' },
    { from: 'purchase', to: 'retention', count: 43, kind: 'move' },
    { from: 'retention', to: 'exit', count: 88, kind: 'decline' },
    { from: 'exit', to: 'retention', count: 61, kind: 'return' },
    { from: 'exit', to: 'former', count: 18, kind: 'leave' },
  ],
  outside: [{ id: 'not-engaged', count: 130 }],
  qualification: { mql: 204, sal: 121, sql: 97 },
};

/** The flywheel: metrics, targets, friction, momentum; people brought are no movement. */
export const flywheel: WheelResult = {
  ...compared,
  model: 'flywheel',
  options: {
    flywheel: { valueVisits: 3, advocacyMonths: 12, formerMonths: 3, frictionMedium: 0.1, frictionHigh: 0.3 },
  },
  phases: [
    phase('activation', 640, {
      start: 610,
      entered: 180,
      left: 150,
      medianDays: 24,
      previousMedianDays: 29,
      metrics: [
        { id: 'qualified-leads', value: 162, unit: 'count', previous: 140, target: 150 },
        {
          id: 'first-sales',
          name: { en: 'First sales', fr: 'Premières ventes' },
          value: 71,
          unit: 'count',
          previous: 80,
          target: 90,
        },
      ],
      friction: [
        {
          id: 'uncontacted',
          name: { en: 'Leads nobody contacted', fr: 'Prospects sans contact' },
          severity: 'high',
          people: 88,
          value: 0.34,
          unit: 'share',
        },
        {
          id: 'carts',
          name: { en: 'Abandoned carts', fr: 'Paniers abandonnés' },
          severity: 'medium',
          people: 41,
          value: 0.18,
          unit: 'share',
        },
        {
          id: 'website',
          name: { en: 'Security of the site', fr: 'Sécurité du site' },
          severity: 'unmeasured',
        },
      ],
    }),
    phase('adoption', 214, {
      start: 205,
      entered: 150,
      left: 141,
      medianDays: 31,
      previousMedianDays: 30,
      metrics: [
        {
          id: 'value-realised',
          name: { en: 'Realised value', fr: 'Valeur réalisée' },
          value: 0.62,
          unit: 'share',
          previous: 0.58,
          target: 0.6,
        },
      ],
    }),
    phase('adoration', 705, {
      start: 700,
      entered: 141,
      left: 136,
      medianDays: 190,
      metrics: [
        { id: 'retention-rate', value: 0.914, unit: 'share', previous: 0.922, target: 0.93 },
        { id: 'arpu', value: 61.4, unit: 'money', previous: 60.2 },
        { id: 'lifetime-value', value: null, unit: 'money' },
      ],
      friction: [
        {
          id: 'payments',
          name: { en: 'Failed payments', fr: 'Paiements échoués' },
          severity: 'low',
          people: 19,
        },
      ],
    }),
    phase('advocacy', 96, {
      start: 90,
      entered: 36,
      left: 30,
      medianDays: null,
      metrics: [
        {
          id: 'referred-leads',
          name: { en: 'Leads recruited', fr: 'Prospects recrutés' },
          value: 48,
          unit: 'count',
          previous: 35,
          target: 40,
        },
      ],
    }),
  ],
  flows: [
    { from: 'not-engaged', to: 'activation', count: 180, kind: 'enter' },
    { from: 'activation', to: 'adoption', count: 150, kind: 'move' },
    { from: 'adoption', to: 'adoration', count: 141, kind: 'move' },
    { from: 'adoration', to: 'advocacy', count: 36, kind: 'move' },
    { from: 'advocacy', to: 'adoration', count: 30, kind: 'decline' },
    { from: 'advocacy', to: 'activation', count: 48, kind: 'bring' },
    { from: 'adoration', to: 'former', count: 100, kind: 'leave' },
  ],
  outside: [
    { id: 'not-engaged', count: 388 },
    { id: 'former', count: 1904 },
  ],
  momentum: { value: 1.18, direction: 1 },
  quickTest: { goalsMet: 3, goals: 5, faster: true },
  energy: { brought: 48, previous: 35 },
};

/** So many phases with long names and every kind of movement, more than are drawn. */
export function crowded(count: number): WheelResult {
  const names = [
    'Premier contact avec la salle de sport',
    'Séance d’essai et accompagnement personnalisé',
    'Abonnement découverte sans engagement',
    'Fidélisation approfondie des adhérents réguliers',
    'Espacement progressif des passages',
    'Attrition constatée depuis plusieurs semaines',
    'Reconquête par les offres de parrainage',
    'Recommandation active auprès de l’entourage',
  ].slice(0, count);
  const id = (index: number): string => `p${(index + count) % count}`;
  return {
    ...compared,
    model: 'lifecycle',
    phases: names.map((name, index) => ({
      id: id(index),
      name,
      count: 180 + ((index * 337) % 900),
      medianDays: 9 + index * 23,
      friction:
        index % 2 === 1 ? [{ id: 'f', name: 'Sans réponse', severity: 'high', people: 12 + index }] : [],
    })),
    flows: [
      ...names.slice(1).map((_, index) => ({
        from: id(index),
        to: id(index + 1),
        count: 210 - index * 23,
        kind: 'move' as const,
      })),
      { from: id(-1), to: id(1), count: 88, kind: 'return' as const },
      { from: 'new', to: id(0), count: 240, kind: 'enter' as const },
      { from: id(count - 2), to: 'former', count: 61, kind: 'leave' as const },
      { from: id(2), to: id(0), count: 9, kind: 'decline' as const },
      { from: id(1), to: 'former', count: 4, kind: 'leave' as const },
    ],
    outside: [{ id: 'former', count: 1904 }],
  };
}

export const threePhases: WheelResult = crowded(3);
export const sixPhases: WheelResult = crowded(6);
export const eightPhases: WheelResult = crowded(8);

/** Nobody at all. */
export const nobody: WheelResult = {
  ...lifecycle,
  phases: lifecycle.phases.map(({ id }) => ({ id, count: 0 })),
  flows: [],
  outside: [{ id: 'former', count: 0 }],
};

/** Everybody in one phase; the others are zero. */
export const allInOne: WheelResult = {
  ...lifecycle,
  phases: lifecycle.phases.map(({ id }) => ({ id, count: id === 'loyalty' ? 640 : 0 })),
  flows: [],
};

/** One phase only. */
export const onePhase: WheelResult = { model: 'lifecycle', phases: [{ id: 'loyalty', count: 42 }] };

/** A phase nobody counted, and people whose phase nobody knows. */
export const partial: WheelResult = {
  ...lifecycle,
  phases: lifecycle.phases.map((one) => (one.id === 'attrition' ? { id: 'attrition', count: null } : one)),
  unknown: 42,
};

/** Counts only: no movements, nothing compared. */
export const still: WheelResult = {
  model: 'lifecycle',
  asOf: '2026-10-31T23:59:59+01:00',
  phases: lifecycle.phases.map(({ id, count, medianDays }) => ({ id, count, medianDays })),
};

/** One huge phase beside tiny ones. */
export const unbalanced: WheelResult = {
  ...lifecycle,
  phases: lifecycle.phases.map(({ id }, index) => ({ id, count: [2, 9, 1_240_000, 31, 1][index] ?? 0 })),
  flows: [
    { from: 'conversion', to: 'loyalty', count: 8800, kind: 'move' },
    { from: 'loyalty', to: 'attrition', count: 3, kind: 'decline' },
    { from: 'attrition', to: 'retention', count: 1, kind: 'move' },
  ],
};

/** Needs setting up. */
export const noticed: WheelResult = { ...lifecycle, notices: [{ code: 'no-visits', href: '/settings' }] };

/** Names in a right-to-left script. */
export const arabic: WheelResult = {
  ...lifecycle,
  phases: lifecycle.phases.map((one, index) => ({
    ...one,
    name: ['استقطاب', 'تحويل', 'ولاء', 'تراجع', 'احتفاظ'][index] ?? '',
  })),
};

/** One person of the engagement index. */
export const julie: PersonPlace & { name: string } = {
  id: 'c-1',
  name: 'Julie Martin',
  model: 'engagement',
  phase: 'exit',
  since: '2026-09-20T10:00:00+02:00',
  days: 41,
  score: 27.4,
  reasons: [{ code: 'low-score', score: 27.4, below: 30 }],
  parts: [
    { area: 'messages', weight: 15, points: 2.1, contribution: 2.5 },
    { area: 'site', weight: 10, points: 1, contribution: 0.8 },
    { area: 'visits', weight: 40, points: 7.2, contribution: 18.6 },
    { area: 'purchases', weight: 10, points: 6.4, contribution: 4.3 },
    { area: 'campaigns', weight: 15, points: 0.7, contribution: 1.2 },
  ],
};

/** The same of the lifecycle, where there is no score. */
export const lea: PersonPlace & { name: string } = {
  id: 'c-2',
  name: 'Léa Bernard',
  model: 'lifecycle',
  phase: 'retention',
  since: '2026-10-12T10:00:00+02:00',
  days: 19,
  reasons: [
    { code: 'contacted', at: '2026-10-12T10:00:00+02:00' },
    { code: 'few-visits', visits: 1, months: 3 },
    { code: 'won-back', at: '2026-10-27T18:30:00+01:00' },
  ],
};

function phase(id: string, count: number, more: Partial<WheelPhase> = {}): WheelPhase {
  return { id, count, ...more };
}
