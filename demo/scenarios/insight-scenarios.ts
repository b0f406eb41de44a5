import * as insights from '../../test/elements/funnel-chart/insight-fixtures.ts';
import type { Scenario } from './scenario.ts';

type InsightScenario = Omit<Scenario, 'tag'>;

const scenarios: InsightScenario[] = [
  {
    id: 'insight-trend',
    title: { en: 'Over time, by week', fr: 'Au fil du temps, par semaine' },
    attributes: { insight: 'trend' },
    load: { kind: 'result', result: insights.withTrend },
    actions: [{ await: '.plot' }],
    expects: { texts: ['Better than usual: 40% in the week of Oct 19', '30 of 200, 15%', 'still have time'] },
  },
  {
    id: 'insight-trend-missing',
    title: { en: 'Over time: not among the numbers', fr: 'Au fil du temps : absent des chiffres' },
    attributes: { insight: 'trend' },
    load: { kind: 'result', result: { ...insights.withTrend, trend: undefined } },
    actions: [{ await: '.insight-head' }],
    expects: { texts: ['These numbers came without their course over time'] },
  },
  {
    id: 'insight-time',
    title: { en: 'Time between steps', fr: 'Durée entre les étapes' },
    attributes: { insight: 'time' },
    properties: { time: { from: 'intro', to: 'member' } },
    load: { kind: 'result', result: insights.withTimes },
    actions: [{ await: '.histogram' }],
    expects: {
      texts: ['Half took up to 16 days, 9 in 10 up to 30 days', '220 people, 30.1%', '28 days or more'],
    },
  },
];

/** The sections under the rows, each with numbers and without. */
export const insightScenarios: readonly Scenario[] = scenarios.map((scenario) => ({
  ...scenario,
  tag: 'funnel-chart',
}));
