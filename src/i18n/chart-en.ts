import type { ChartMessages } from './chart-messages.ts';
import { POPULATIONS } from './core-en.ts';
import { createPlural } from './plural.ts';
import { wordOf } from './word-of.ts';

const plural = createPlural('en');

const NOTICES: Record<string, string> = {
  'no-intro-offer': 'This funnel needs an intro offer on sale.',
};

/** A name after a number: `Renewed` → `renewed`; one in capitals (`VIP`) stays. */
const toMidSentence = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** The chart's texts in English. */
export const chartEn: ChartMessages = {
  untitled: 'Funnel',
  funnel: 'Funnel',
  toolbar: 'Chart options',
  viewMode: 'View',
  viewCount: 'Counts',
  viewRate: 'Rate per step',
  rateAxis: 'Each bar is measured against the step it starts from (100%).',
  comparedWith: (period) => `compared with ${period}`,
  comparedPeriod: 'Compared period',
  comparedNothing: 'previous period: no data',
  inProgress: (period) => `${period} (period in progress)`,
  notComparable: (period) => `${period}: not comparable, the period shown is not over`,
  allTime: 'all dates',
  from: (date) => `since ${date}`,
  until: (date) => `until ${date}`,

  unnamedStep: (number) => `Step ${number}`,
  inRange: 'In the period',
  anyDate: 'No date limit',
  afterEntry: 'After entry',
  lookback: (days) => `In the ${days} before the period`,
  ownRange: (range) => range,
  within: (span) => `within ${span}`,
  latestOnly: 'latest contact only',
  optional: 'optional',
  split: 'side step, loses nobody',

  columnStep: 'Step',
  columnCount: 'Count',
  columnDetails: 'Details',
  columnRate: 'Rates',

  lost: ({ n, text }) => (n === 0 ? 'none lost' : `${text} lost`),
  notYet: ({ n, text }) => (n === 0 ? 'all went on' : `${text} not (yet) done`),
  nobodyThere: 'nobody at this step',
  recentAmong: ({ text }) => `${text} of them too recent`,
  open: ({ text }) => `${text} still open`,
  skipped: ({ text }) => `${text} skipped it, nothing lost`,
  outcome: (name, count) => `${count} ${toMidSentence(name)}`,
  median: (duration) => `those who go on: ${duration} (median)`,
  medianBefore: (numbers, count) =>
    `usually before ${plural(count, { one: 'step', other: 'steps' })} ${numbers}`,
  mean: (duration) => `mean ${duration}`,
  excluding: (names) => `excluding ${names}`,
  missingSteps: (numbers, count) =>
    `No data for ${plural(count, { one: 'step', other: 'steps' })} ${numbers}: what is lost around ${plural(count, { one: 'it', other: 'them' })} is not known.`,
  biggestLoss: 'Biggest loss',
  mostStay: 'Main stopping point',
  weakestRate: 'Weakest rate',
  tooRecent: ({ text }) => `${text} too recent`,
  baseSteps: (numbers, count) => `of ${plural(count, { one: 'step', other: 'steps' })} ${numbers}`,
  ofTotal: 'of the total',
  ofStart: 'of its start',
  interval: (low, high) => `likely ${low}–${high}`,
  tooFew: 'too few to compare',
  first: 'Start of the funnel',
  ratesOmitted:
    'Rates are left out: a later step counts more than an earlier one, and the data does not say how many people are in both.',
  ratesOmittedStep: 'no rate: who is in both steps is unknown',
  ratesOmittedBase: 'no rate: no data for the step before',
  missing: 'No data',
  enlarged: 'enlarged to be visible',
  growth: ({ text }, base) => `${text} entered without passing ${base}`,
  previous: (count) => `before: ${count}`,
  versusPrevious: (change) => `${change} against the compared period`,
  mayBeChance: 'may be chance',
  peopleChange: (count) => `${count} people`,
  otherLength: (now, before) =>
    `Not the same number of days (${now}, compared with ${before}): counts are not compared, only rates.`,
  comparedGroups: (group, against) =>
    against === undefined
      ? `“${group}” compared with everybody else`
      : `“${group}” compared with “${against}”`,
  summaryGroups: (group, rate, against, other) =>
    `“${group}”: ${rate}, ${against === undefined ? 'everybody else' : `“${against}”`}: ${other}`,
  goalMet: (goal, sure) => `goal ${goal}: met${sure ? '' : ' (may be chance)'}`,
  goalMissed: (goal, points, pending, sure) =>
    `goal ${goal}: ${points} short${pending ? ', can still be met' : sure ? '' : ' (may be chance)'}`,
  goal: 'Goal',
  summaryGoalMet: (goal, sure) => `The goal of ${goal} is met${sure ? '' : ', which may be chance'}.`,
  summaryGoalMissed: (goal, points, pending, sure) =>
    `The goal of ${goal} is missed by ${points}${pending ? ', and can still be met' : sure ? '' : ', which may be chance'}.`,
  summaryGoals: (met, all) => `Step goals met: ${met} of ${all}.`,

  wordConverted: 'Reached the step',
  wordUngrouped: 'In no group',
  wordLost: 'Lost',
  wordNotYet: 'Not (yet) done',
  wordLostOrNotYet: 'Did not go on',
  wordOpen: 'Still open',
  other: (count) => (count ? `Other (${count.text})` : 'Other'),
  missingValue: 'Not given',
  yes: 'Yes',
  no: 'No',
  legend: 'Legend: highlight',
  legendRate: 'reached the last step',
  legendRates: '%: reached the last step',
  opensList: 'Opens the list of these people',

  viewTable: 'Table',
  sortBy: 'Sort by',
  sparkLink: 'See the funnel',
  sparkCounts: (first, last) => `${first} → ${last}`,
  selected: ({ n, text }) => `${text} ${plural(n, { one: 'part', other: 'parts' })} selected`,
  openSelected: 'Open the people',
  clearSelection: 'Clear the selection',
  rowMenu: (step) => `All parts of step “${step}”`,
  tooShort: 'Some bars are too short to compare here.',
  widenPeriod: 'Widen the period',

  summaryOverall: (rate, population, step) => `${rate} of ${POPULATIONS[population].other} reached “${step}”`,
  summaryOverallFew: (part, whole, population, step) =>
    `${part.text} of ${whole.text} ${plural(whole.n, POPULATIONS[population])} reached “${step}”`,
  summaryChange: (points, direction, soFar, sure) => {
    const lead = `, ${soFar ? 'so far ' : ''}`;
    if (direction === 0) return `${lead}the same as in the compared period`;
    const chance = sure === undefined ? '' : sure ? ', more than chance' : ', which may be chance';
    return `${lead}${points} ${direction > 0 ? 'more' : 'less'} than in the compared period${chance}`;
  },
  summaryLoss: (step, lost) => `The biggest loss is before “${step}”: ${lost}`,
  summaryWorth: (money) => `, about ${money} of possible sales`,
  summaryNotYet: (step, waiting) => `The main stopping point is before “${step}”: ${waiting} so far`,
  summaryWeakest: (step, rate) => `The weakest rate is at “${step}”: ${rate}.`,
  summarySlowest: (step, duration) => `The slowest step is “${step}” (${duration} median).`,
  summaryUnfinished: (rate, count, duration) =>
    `${rate} of the entries (${count}) are ${duration ? `less than ${duration} old, the median time to the last step` : 'recent'}: the last steps may still rise.`,
  summaryStillOpen: (open, whole) =>
    `${open} of ${whole} still have time to go on: the rates may still rise.`,
  summaryInProgress: 'The period is not over: these figures may still rise.',
  summaryOneStep: 'Add a step to see a conversion.',
  summaryNoRates: 'Counts only: the data does not say how many go from one step to the next.',

  filters: 'Filters',
  filterStep: (step) => `Filter step “${step}”`,
  filterLoading: 'Loading the values…',
  filterNone: 'No values to choose from',
  clearFilters: 'Clear filters',
  activeFilter: (step, condition) => `${step}: ${condition}`,
  removeFilter: (condition) => `Remove the filter ${condition}`,
  periodFrom: 'From',
  periodTo: 'To',
  lookbackDays: 'Days without a visit',
  breakdownBy: 'Break down by',
  brokenDownBy: (properties) => `By: ${properties}`,
  layout: 'How groups are drawn',
  layoutStacked: 'Stacked',
  layoutGrouped: 'Side by side',
  layoutMultiples: 'One each',
  noGroups: (properties) =>
    `Not broken down by ${properties}: the figures this page was given do not hold these groups.`,
  summaryBestGroup: (group, rate) => `The highest rate is that of “${group}”: ${rate}`,
  summaryBestGroupUnsure: (next) => `, ahead of “${next}” perhaps by chance alone`,
  noBreakdown: 'No breakdown',
  stepProperty: (step) => `Did “${step}”`,

  loading: 'Loading the funnel…',
  loadingPhase: (percent) => `Loading the funnel… ${percent}`,
  updating: 'Updating…',
  updated: (summary) => `Updated. ${summary}`,
  filteredBy: (filters) => `Filters: ${filters}.`,
  emptyPeriod: (subject) =>
    subject === 'membership' ? 'No membership in this period' : 'Nobody entered this funnel in this period',
  emptyPeriodHint: 'Choose a longer period to see its steps fill.',
  emptyData: (subject) => (subject === 'membership' ? 'No membership' : 'Nobody entered this funnel'),
  emptyDataHint: 'The data has nobody at its first step, on any date.',
  filteredOut: 'No result with these filters',
  noResult: 'No data yet',
  notice: (code) => wordOf(NOTICES, code) ?? `This funnel is not set up completely (${code}).`,
  noticeLink: 'Set it up',
  stale: (date) => `Showing the last figures that came, of ${date}.`,
  errorTitle: 'The funnel could not be loaded.',

  supplied: 'Figures supplied by this site',
  computedHere: 'Computed in this browser',
  computedHereOn: (date) => `Computed in this browser on ${date}`,
  asOf: (date) => `data as of ${date}`,
  timeZone: (zone) => `days counted in the ${zone} time zone`,
  notBounded: (steps, count) =>
    `${plural(count, { one: 'Step', other: 'Steps' })} ${steps}: no time limit, so nobody counts as lost for good.`,
  overlappingGroups: 'Some people are in several groups, so the groups add up to more than the step.',
  unordered: 'Any order: a bar counts those who did at least that many of the steps.',
  rejectedRows: ({ n, text }) =>
    `${text} ${plural(n, { one: 'row was', other: 'rows were' })} left out of the data.`,

  printed: (date) => `Printed on ${date}.`,
  export: 'Export',
  exports: {
    svg: 'Picture (SVG)',
    png: 'Picture (PNG)',
    csv: 'Figures (CSV)',
    copy: 'Copy as a table',
    print: 'Print this page…',
  },
  explore: 'Explore',
  insights: {
    trend: 'Over time',
    time: 'Time between steps',
    lapsing: 'About to lapse',
    money: 'Money',
    'what-if': 'What if…',
    factors: 'What goes with going on',
    differences: 'Compare groups',
    numbers: 'Where the numbers come from',
  },
  help: 'Keyboard help',
  helpTitle: 'Keys in the chart',
  rules: 'How this is counted',
  rulesUnavailable: 'The rules that came with these numbers cannot be read.',
};
