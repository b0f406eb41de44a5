import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { plain, unbounded } from './funnel-results.ts';

const DAY = 86_400;

/** Five weeks of the plain funnel; the fourth is still running, in the fifth nobody entered. Weeks begin on Mondays in Paris. */
export const withTrend: FunnelResult = {
  ...plain,
  trend: {
    interval: 'week',
    from: 'lead',
    to: 'member',
    periods: [
      { start: '2026-10-04T22:00:00.000Z', entered: 200, converted: 30, complete: true },
      { start: '2026-10-11T22:00:00.000Z', entered: 200, converted: 34, complete: true },
      { start: '2026-10-18T22:00:00.000Z', entered: 200, converted: 80, complete: true },
      { start: '2026-10-25T23:00:00.000Z', entered: 50, converted: 4, complete: false },
      { start: '2026-11-01T23:00:00.000Z', entered: 0, converted: 0, complete: false },
    ],
  },
};

/** The same where nothing bounds the steps, so that no period is ever running: the latest are too recent to tell. */
export const withUnboundedTrend: FunnelResult = {
  ...unbounded,
  asOf: '2026-11-12T09:00:00+01:00',
  trend: {
    ...withTrend.trend!,
    periods: withTrend.trend!.periods.map((period) => ({ ...period, complete: true })),
  },
};

/** How long the last step took those who did it: 732 people, in weeks; the last bar holds everything longer. */
export const withTimes: FunnelResult = {
  ...plain,
  steps: plain.steps.map((step, index) =>
    index === 0
      ? step
      : {
          ...step,
          time: {
            count: step.converted ?? 0,
            p25: 9 * DAY,
            median: 16 * DAY,
            p75: 24 * DAY,
            p90: 30 * DAY,
            histogram: { start: 0, width: 7 * DAY, counts: [92, 220, 240, 120, 60], tail: true },
          },
        },
  ),
};

/** A short funnel with two purchases: 100 leads, 40 intro offers at 30 on average, 10 memberships at 200. */
export const withMoney: FunnelResult = {
  funnel: { name: { en: 'Lead to member', fr: 'Prospect → membre' } },
  origin: 'computed',
  closed: true,
  currency: 'EUR',
  steps: [
    { id: 'lead', name: { en: 'Lead', fr: 'Prospect' }, entered: 100, converted: 100, open: 0, dropped: 0 },
    {
      id: 'intro',
      name: { en: 'Intro offer', fr: 'Offre d’introduction' },
      base: 'lead',
      entered: 100,
      converted: 40,
      open: 10,
      dropped: 50,
      value: { total: 1200, count: 40, median: 29, mean: 30 },
    },
    {
      id: 'member',
      name: { en: 'Membership', fr: 'Abonnement' },
      base: 'intro',
      entered: 40,
      converted: 10,
      open: 0,
      dropped: 30,
      value: { total: 2000, count: 10, median: 180, mean: 200 },
    },
  ],
};

/** Three sources: one clearly better, one clearly worse, one of a dozen people. */
export const withGroups: FunnelResult = {
  ...withMoney,
  steps: withMoney.steps.map((step, index) => {
    const converted = [1012, 480, 205][index] ?? 0;
    const entered = [1012, 1012, 480][index] ?? 0;
    return { ...step, entered, converted, open: 0, dropped: entered - converted, value: undefined };
  }),
  breakdown: {
    property: 'source',
    groups: [
      { value: 'Website', steps: toCounts([500, 300, 150]) },
      { value: 'Meta Ads', steps: toCounts([500, 170, 50]) },
      { value: 'Referral', steps: toCounts([12, 10, 5]) },
    ],
  },
};

function toCounts(numbers: readonly number[]): { id: string; converted: number }[] {
  return numbers.map((converted, index) => ({ id: ['lead', 'intro', 'member'][index] ?? '', converted }));
}

/** What goes with going on: a class booked soon clearly does, a source clearly does not, another may be chance. */
export const withFactors: FunnelResult = {
  ...withMoney,
  factors: {
    from: 'lead',
    to: 'member',
    horizon: 60 * DAY,
    within: 7 * DAY,
    people: { people: 200, converted: 61, left: 12 },
    factors: [
      {
        kind: 'person',
        property: 'person.source',
        value: 'Website',
        with: { people: 90, converted: 30 },
        without: { people: 110, converted: 31 },
      },
      {
        kind: 'event',
        event: 'booking',
        with: { people: 90, converted: 41 },
        without: { people: 110, converted: 20 },
      },
      {
        kind: 'entry',
        property: 'campaign',
        value: 'Brand',
        with: { people: 100, converted: 12 },
        without: { people: 100, converted: 49 },
      },
    ],
  },
};

/** People of the plain funnel who may still buy an intro offer, by the end of their time; it is November 20, 9:30 in Paris. */
export const lapsingPeople = [
  { id: 'a', name: 'Ana', deadline: '2026-11-20T18:00:00+01:00' },
  { id: 'b', name: 'Bea', deadline: '2026-11-20T23:59:59+01:00' },
  { id: 'c', name: 'Cleo', deadline: '2026-11-23T09:30:00+01:00' },
  { id: 'd', name: 'Dana', deadline: '2026-11-23T09:30:01+01:00' },
  { id: 'e', name: 'Eva', deadline: '2026-11-27T09:30:00+01:00' },
  { id: 'f', name: 'Flo', deadline: '2026-11-27T09:30:01+01:00' },
];
