import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import { plain, unbounded } from './fixtures.ts';

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
