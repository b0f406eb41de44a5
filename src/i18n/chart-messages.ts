import type { Counted, Population, Subject } from './counted.ts';

/** The texts of `<funnel-chart>`. */
export interface ChartMessages {
  untitled: string;
  funnel: string;
  toolbar: string;
  /** `Counts`, `Rate per step`. */
  viewMode: string;
  viewCount: string;
  viewRate: string;
  rateAxis: string;
  comparedWith(period: string): string;
  comparedPeriod: string;
  /** In place of the compared dates where nobody entered then. */
  comparedNothing: string;
  inProgress(period: string): string;
  /** Beside the compared dates, where they are of another length than what has elapsed. */
  notComparable(period: string): string;
  allTime: string;
  from(date: string): string;
  until(date: string): string;

  unnamedStep(number: string): string;
  inRange: string;
  anyDate: string;
  afterEntry: string;
  lookback(days: string): string;
  ownRange(range: string): string;
  within(span: string): string;
  latestOnly: string;
  optional: string;
  split: string;

  /** Headers of the grid's columns. */
  columnStep: string;
  columnCount: string;
  columnDetails: string;
  columnRate: string;

  lost(count: Counted): string;
  notYet(count: Counted): string;
  /** In place of a loss where the step's base is empty. */
  nobodyThere: string;
  /** Behind those who have not (yet) gone on: `40 of them too recent`. */
  recentAmong(count: Counted): string;
  open(count: Counted): string;
  skipped(count: Counted): string;
  /** One outcome of a step with its count: `208 renewed`. */
  outcome(name: string, count: string): string;
  /** The median time of those who did the step; the others have none. */
  median(duration: string): string;
  /** In place of a median below zero: most did the step before its base. */
  medianBefore(numbers: string, count: number): string;
  /** In the table only. */
  mean(duration: string): string;
  /** `excluding Website`: what a total does not hold, because it is unknown. */
  excluding(names: string): string;
  /** A sentence on steps without a number. */
  missingSteps(numbers: string, count: number): string;
  biggestLoss: string;
  mostStay: string;
  weakestRate: string;
  /** Those for whom it is too early to tell, beside a change: `40 too recent`. */
  tooRecent(count: Counted): string;
  /** The base named by its number: `of step 2`, `of steps 2 or 3`. */
  baseSteps(numbers: string, count: number): string;
  ofTotal: string;
  /** The base of a group's rate: those of it at the first step. */
  ofStart: string;
  /** The Wilson interval of a rate, in the same brackets: `likely 19–39%`. `low` comes without its percent sign. */
  interval(low: string, high: string): string;
  tooFew: string;
  first: string;
  ratesOmitted: string;
  ratesOmittedStep: string;
  /** Where the step it would be of has no number. */
  ratesOmittedBase: string;
  missing: string;
  enlarged: string;
  /** Those who entered the step without the one before. */
  growth(count: Counted, base: string): string;
  previous(count: string): string;
  versusPrevious(change: string): string;
  /** Beside a difference that is no larger than chance makes. */
  mayBeChance: string;
  /** `114 people fewer`: a difference of counts, signed. */
  peopleChange(count: string): string;
  /** Periods of other lengths: counts cannot be held against each other. */
  otherLength(now: string, before: string): string;
  /** `“Website” compared with “Google”`; without the second: with everybody else. */
  comparedGroups(group: string, against: string | undefined): string;
  /** `“Website” 16.2% (261 of 1,610), “Google” 7.6% (188 of 2,480)`. */
  summaryGroups(group: string, rate: string, against: string | undefined, other: string): string;
  /** A goal beside its rate. `points`: how much is missing; `pending`: it can still be met; `sure`: more than chance. */
  goalMet(goal: string, sure: boolean): string;
  goalMissed(goal: string, points: string, pending: boolean, sure: boolean): string;
  goal: string;
  /** Of the whole funnel, in a sentence. */
  summaryGoalMet(goal: string, sure: boolean): string;
  summaryGoalMissed(goal: string, points: string, pending: boolean, sure: boolean): string;
  /** Of the steps. */
  summaryGoals(met: string, all: string): string;

  /** Words of what a segment holds, for names and the legend. */
  wordConverted: string;
  wordUngrouped: string;
  wordLost: string;
  wordNotYet: string;
  /** Both of the two before, in a funnel that has both. */
  wordLostOrNotYet: string;
  wordOpen: string;
  other(count: Counted | undefined): string;
  missingValue: string;
  yes: string;
  no: string;
  legend: string;
  /** Behind a group's rate in the legend: of whom it is. */
  legendRate: string;
  /** The same once for all, beside the groups and their rates. */
  legendRates: string;
  opensList: string;

  /** The button that shows the chart as a table. */
  viewTable: string;
  /** Before the headers of the table where they are a row of buttons. */
  sortBy: string;
  /** What leads from the card to the whole chart. */
  sparkLink: string;
  /** The first and the last count in the card: `4.8K → 732`. */
  sparkCounts(first: string, last: string): string;
  /** Cells the reader has marked. */
  selected(count: Counted): string;
  openSelected: string;
  clearSelection: string;
  /** The list of all parts of a step, for those too narrow to be hit. */
  rowMenu(step: string): string;
  /** Beside bars too short to compare, before the button that shows rates. */
  tooShort: string;
  widenPeriod: string;

  /** `15.2% of people reached “Membership purchased”`. */
  summaryOverall(rate: string, population: Population, step: string): string;
  /** The same for few: `7 of 12 people reached “Membership purchased”`. */
  summaryOverallFew(part: Counted, whole: Counted, population: Population, step: string): string;
  /** `so far`: the numbers of the period may still rise. */
  /** `sure`: more than chance makes; undefined where that is not said. */
  summaryChange(points: string, direction: number, soFar: boolean, sure?: boolean): string;
  /** `The biggest loss is before “Checkout page viewed”: 1,477 people`. */
  summaryLoss(step: string, lost: string): string;
  /** `, about €44,000 of possible sales`. */
  summaryWorth(money: string): string;
  /** The same where nothing bounds the step, so that nobody is lost for good. */
  summaryNotYet(step: string, waiting: string): string;
  summaryWeakest(step: string, rate: string): string;
  summarySlowest(step: string, duration: string): string;
  summaryUnfinished(rate: string, count: string, duration: string | undefined): string;
  /** So many of those who entered may still go on. */
  summaryStillOpen(open: string, whole: string): string;
  summaryInProgress: string;
  summaryOneStep: string;
  summaryNoRates: string;

  filters: string;
  filterStep(step: string): string;
  filterLoading: string;
  filterNone: string;
  clearFilters: string;
  activeFilter(step: string, condition: string): string;
  removeFilter(condition: string): string;
  periodFrom: string;
  periodTo: string;
  lookbackDays: string;
  breakdownBy: string;
  /** `Break down by: Source × Campaign`. */
  brokenDownBy(properties: string): string;
  layout: string;
  layoutStacked: string;
  layoutGrouped: string;
  layoutMultiples: string;
  /** Where the host's figures hold no groups of what was asked for. */
  noGroups(properties: string): string;
  /** Best and worst of a breakdown: `Of all groups, “Referral” converts best: 24.1% (75 of 311 people)`. */
  summaryBestGroup(group: string, rate: string): string;
  /** After it, where the difference to the next could be one of chance. */
  summaryBestGroupUnsure(next: string): string;
  noBreakdown: string;
  /** Whether somebody did a step. */
  stepProperty(step: string): string;

  loading: string;
  loadingPhase(percent: string): string;
  updating: string;
  updated(summary: string): string;
  /** Before the summary in the announcement, while filters are on. */
  filteredBy(filters: string): string;
  emptyPeriod(subject: Subject): string;
  emptyPeriodHint: string;
  /** The same where no period limits who may enter. */
  emptyData(subject: Subject): string;
  emptyDataHint: string;
  filteredOut: string;
  noResult: string;
  notice(code: string): string;
  noticeLink: string;
  stale(date: string): string;
  errorTitle: string;

  supplied: string;
  computedHere: string;
  /** For data that does not say as of when it is. */
  computedHereOn(date: string): string;
  asOf(date: string): string;
  timeZone(zone: string): string;
  notBounded(steps: string, count: number): string;
  overlappingGroups: string;
  unordered: string;
  rejectedRows(count: Counted): string;

  /** On paper: when it was printed. */
  printed(date: string): string;
  export: string;
  /** What the chart can be taken away as: the items of the menu. */
  exports: Record<'svg' | 'png' | 'csv' | 'copy' | 'print', string>;
  /** Button of the menu of sections, and their names. */
  explore: string;
  insights: Record<
    'trend' | 'time' | 'lapsing' | 'money' | 'what-if' | 'factors' | 'differences' | 'numbers',
    string
  >;
  help: string;
  helpTitle: string;
  /** Button and title of the rules in words. */
  rules: string;
  rulesUnavailable: string;
}
