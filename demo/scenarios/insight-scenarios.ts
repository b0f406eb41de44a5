import * as insights from './insight-results.ts';
import { unbounded } from './funnel-results.ts';
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
  {
    id: 'insight-lapsing-unbounded',
    title: { en: 'About to lapse: nothing limits the time', fr: 'Bientôt perdus : rien ne limite le temps' },
    attributes: { insight: 'lapsing' },
    load: { kind: 'result', result: unbounded },
    actions: [{ await: '.insight-lead' }],
    expects: { texts: ['Nothing limits the time in this funnel', 'within 120 days'] },
  },
  {
    id: 'insight-lapsing-undated',
    title: { en: 'About to lapse: no list of people', fr: 'Bientôt perdus : sans liste de personnes' },
    attributes: { insight: 'lapsing' },
    load: { kind: 'result', result: { ...insights.withTrend, links: undefined } },
    actions: [{ await: '.insight-table' }],
    expects: { texts: ['120 people can still go on', 'without a list of people'] },
  },
  {
    id: 'insight-money',
    title: { en: 'Money: what is left on the table', fr: 'Argent : ce qu’on laisse passer' },
    attributes: { insight: 'money' },
    load: { kind: 'result', result: insights.withMoney },
    actions: [{ await: '.money-rows' }],
    expects: {
      texts: [
        'Most is left on the table before “Membership”: about €6,000',
        '50 people lost',
        '€200 on average',
      ],
    },
  },
  {
    id: 'insight-money-missing',
    title: { en: 'Money: no purchase has an amount', fr: 'Argent : aucun achat n’a de montant' },
    attributes: { insight: 'money' },
    load: { kind: 'result', result: insights.withGroups },
    actions: [{ await: '.insight-lead' }],
    expects: { texts: ['came without the value of a purchase'] },
  },
  {
    id: 'insight-what-if',
    title: { en: 'What if a step did better', fr: 'Et si une étape allait mieux' },
    attributes: { insight: 'what-if' },
    properties: { whatIf: { step: 'intro', rate: 0.6 } },
    load: { kind: 'result', result: insights.withMoney },
    actions: [{ await: '.what-if' }],
    expects: { texts: ['15 instead of 10 would do “Membership”, about €1,600 more', 'If half of it does'] },
  },
  {
    id: 'insight-differences',
    title: { en: 'Groups compared', fr: 'Groupes comparés' },
    attributes: { insight: 'differences' },
    load: { kind: 'result', result: insights.withGroups },
    actions: [{ await: '.intervals' }],
    expects: {
      texts: [
        '“Website” does better than the others',
        '150 of 500',
        'Too few to compare',
        'others: 55 of 512',
      ],
    },
  },
  {
    id: 'insight-factors',
    title: { en: 'What goes with going on', fr: 'Ce qui va de pair avec la suite' },
    attributes: { insight: 'factors' },
    load: { kind: 'result', result: insights.withFactors },
    actions: [{ await: '.factors' }],
    expects: {
      texts: [
        'Went on less often',
        'With it 41 of 90 went on (46%), without it 20 of 110 (18.2%)',
        'not what makes people go on',
      ],
    },
  },
  {
    id: 'insight-numbers',
    title: { en: 'Where the numbers come from', fr: 'D’où viennent les chiffres' },
    attributes: { insight: 'numbers' },
    load: { kind: 'result', result: insights.withMoney },
    actions: [{ await: '.formulas' }],
    expects: { texts: ['= 40 ÷ 100', '= 100 − 40 − 10', 'of all who did “Lead”'] },
  },
];

/** The sections under the rows, each with numbers and without. */
export const insightScenarios: readonly Scenario[] = scenarios.map((scenario) => ({
  ...scenario,
  tag: 'funnel-chart',
}));
