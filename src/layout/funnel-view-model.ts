import { type Comparison, computeComparison } from '../engine/insight/compute-comparison.ts';
import { type Goals, type JudgedGoal, judgeGoals } from '../engine/insight/judge-goals.ts';
import type { FilterOffer, FunnelResult, GroupValue } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { SMALL_SAMPLE, toLocalizedText } from '../i18n/index.ts';
import { type GroupView, layoutGroups, toComparedLabel } from './breakdown-groups.ts';
import { layoutFunnel, type StepGeometry } from './funnel-geometry.ts';
import { type FunnelSummary, layoutSummary } from './funnel-summary.ts';
import { type LossRanking, rankLosses } from './loss-ranking.ts';
import {
  type CellContext,
  type CellView,
  type GridColumns,
  layoutColumns,
  listOutcomes,
  toCountCell,
  toGroupCell,
  toLossCells,
  toRateCell,
  toTextCell,
  toWayCells,
} from './step-cells.ts';
import { isComparable, isPeriodInProgress } from './period-progress.ts';
import {
  computeFunnelFacts,
  type FunnelFacts,
  type StepFacts,
  undecidedOf,
} from '../engine/insight/step-facts.ts';
import { toCounted, toPopulation, toRangeWords, toStepLabel, toStepNote } from './step-words.ts';
import { toSafeHref } from './safe-href.ts';

/** How the reader wants it. */
export interface FunnelViewOptions {
  localization: ChartLocalization;
  /** Bars as counts, or each step against its base. */
  mode?: 'count' | 'rate';
  /** Target rates by step id, and `total`: they win over those of the result. */
  goals?: Goals | undefined;
  /** Whether step filters are on: a funnel without people then is filtered out, not empty. */
  filtered?: boolean;
  /** Rows the data's reader left out. */
  rejectedRows?: number;
  /** Whether the result's `asOf` is only the clock it was computed by: the data does not say how fresh it is. */
  asOfIsClock?: boolean;
}

/** A difference to the compared period. */
export interface ChangeView {
  text: string;
  /** −1, 0 or 1; 0 also while it may still turn. */
  direction: number;
  /** Why it may still turn: `120 still open`. Empty where it is settled. */
  undecided: string;
  /** `before: 5,120`, where it is the change of a count; else empty. */
  then: string;
  /** `−114 people`, where it is the change of a rate and counts can be compared; the table says it. */
  people: string;
  cell: CellView;
}

/** One row. */
export interface StepView {
  id: string;
  number: string;
  label: string;
  /** Date rule, window and the like, in words; may be empty. */
  note: string;
  groups: CellView[];
  count: CellView;
  /** How those who went on did so, where the step has outcomes. */
  ways: CellView[];
  rate: CellView;
  losses: CellView[];
  /** `2 days 6 hr median`, or that most did the step before its base. */
  median: string;
  /** `mean: 3 days`: for the table only. */
  mean: string;
  flag: 'biggest-loss' | 'most-stay' | 'weakest-rate' | undefined;
  flagText: string;
  /** Growth, skipped, too recent: further things to say of the step. */
  remarks: string[];
  /** The cell that holds median, remarks and flag; absent where there are none. */
  details: CellView | undefined;
  change: ChangeView | undefined;
  geometry: StepGeometry;
  /** Some group's part of the bar may be too narrow to be hit: the row offers a list of them. */
  crowded: boolean;
  missing: boolean;
  zero: boolean;
  filters: FilterOffer[];
}

/** Everything picture, accessible names and announcer say: made once, so that they cannot disagree. */
export interface FunnelViewModel {
  title: string;
  scope: string;
  state: 'ready' | 'empty' | 'filtered' | 'not-configured';
  /** Bars as counts, or each step against its base. */
  mode: 'count' | 'rate';
  summary: FunnelSummary;
  steps: StepView[];
  groups: GroupView[];
  /** What a card shows: people at the first step and the goal, and the rate between them in words. */
  totals: { first: number | undefined; last: number | undefined; rate: string };
  /** Of those at the first step, who reached the goal: 0 to 1. */
  endRate: number | undefined;
  /** Who could do each step, by its index; undefined where it is not known. */
  entered: (number | undefined)[];
  /** Whether some bar is drawn longer than it is. */
  hasEnlarged: boolean;
  /** The rate of each group over the whole funnel, in words; empty where unknown. */
  groupRates: string[];
  columns: GridColumns;
  /** Column and header of every outcome. */
  outcomeHeaders: [column: number, text: string][];
  hasOpen: boolean;
  hasLost: boolean;
  /** What the hatch holds: the lost, those who did not (yet) go on, or both. */
  lossWord: string;
  /** Empty without a comparison, and where nobody entered then. */
  comparedPeriod: string;
  /** Whether some step has the mark of a goal. */
  hasGoals: boolean;
  notices: { text: string; href: string | undefined }[];
  notes: string[];
}

/**
 * A result as the reader sees it: all texts in their language, all lengths as parts of the track. Pure; made anew
 * for every result, locale and mode.
 */
export function layoutFunnelView(result: FunnelResult, options: FunnelViewOptions): FunnelViewModel {
  const { localization, mode = 'count' } = options;
  const comparable = isComparable(result, localization);
  const comparison = toComparison(result, comparable, localization);
  // Two groups are no earlier period of everybody: they are put into words.
  const isPeriod = comparable && !comparison?.isOfGroups;
  const facts = computeFunnelFacts(isPeriod ? result : { ...result, comparison: undefined });
  const goals = judgeGoals(result, { ...result.goals, ...options.goals });
  const groups = layoutGroups(result, facts, localization);
  const ranking = rankLosses(facts);
  const columns = layoutColumns(groups.length, listOutcomes(facts.steps));
  const geometry = layoutFunnel(facts, groups, mode, toGoalPeople(goals, facts));
  const steps = facts.steps.map((step, index) => {
    const context = { result, step, columns, localization, comparison, goals: goalsAt(step, goals, facts) };
    return layoutStepView(context, facts, groups, ranking, geometry[index]);
  });
  return {
    title: toLocalizedText(result.funnel?.name, localization.tag, localization.messages.chart.untitled),
    scope: toScope(result, facts, comparable, localization),
    state: toState(result, facts, options),
    mode,
    summary: layoutSummary({ result, facts, ranking, groups, goals, comparison, localization }),
    steps,
    groups,
    totals: toTotals(facts, localization),
    endRate: facts.goal > 0 ? facts.steps[facts.goal]?.rateOfTotal : undefined,
    entered: facts.steps.map(({ entered }) => entered),
    hasEnlarged: geometry.some(({ enlarged }) => enlarged),
    groupRates: groups.map((group) => toEndRateText(group, localization)),
    columns,
    outcomeHeaders: toOutcomeHeaders(facts, columns, localization),
    hasOpen: facts.steps.some((step) => step.open > 0),
    hasLost: facts.steps.some((step) => step.index > 0 && (step.dropped ?? 0) > 0),
    lossWord: toLossWord(facts, localization),
    comparedPeriod: toComparedPeriod(result, facts, localization),
    notices: toNotices(result, localization),
    hasGoals: geometry.some(({ goal }) => goal !== undefined),
    notes: toNotes(result, facts, groups, comparable ? comparison : undefined, options),
  };
}

function toTotals({ steps, goal }: FunnelFacts, { format }: ChartLocalization): FunnelViewModel['totals'] {
  const last = goal > 0 ? steps[goal] : undefined;
  const first = steps[0]?.converted;
  const rate = last?.rateOfTotal === undefined ? '' : format.percent(last.rateOfTotal, first);
  return { first, last: last?.converted, rate };
}

function layoutStepView(
  context: CellContext,
  facts: FunnelFacts,
  groups: GroupView[],
  ranking: LossRanking,
  geometry: StepGeometry | undefined,
): StepView {
  const { result, step, localization } = context;
  const flag = toFlag(step, ranking);
  const flagText = flag ? toFlagText(flag, localization) : '';
  const median = toMedianWords(step, localization);
  const remarks = toRemarks(step, facts, localization, geometry?.enlarged ?? false);
  const mean = toMeanWords(step, localization);
  const details = [median, ...remarks, flagText].filter(Boolean).join(', ');
  return {
    id: step.id,
    number: localization.format.number(step.index + 1),
    label: toStepLabel(step, localization),
    note: toStepNote(step, result, localization),
    groups: groups.map((group) => toGroupCell(context, group)),
    count: toCountCell(context),
    ways: toWayCells(context),
    rate: toRateCell(context, [toExcludedWords(step, groups, localization), ...toGoalLines(context)]),
    losses: toLossCells(context),
    median,
    flag,
    flagText,
    remarks,
    mean,
    details: details ? toDetailsCell(context, details) : undefined,
    crowded: isCrowded(geometry),
    change: toChange(context),
    geometry: geometry ?? EMPTY_GEOMETRY,
    missing: step.converted === undefined,
    zero: step.converted === 0,
    filters: step.source.filters ?? [],
  };
}

/** The median time from the base. One below zero is no duration: most did the step before its base. */
function toMedianWords(step: StepFacts, { messages, format }: ChartLocalization): string {
  const median = step.time?.median;
  if (!median || step.index === 0) return '';
  if (median > 0) return messages.chart.median(format.duration(median));
  const numbers = step.base.map((at) => format.number(at + 1));
  return messages.chart.medianBefore(format.either(numbers), numbers.length);
}

/** The mean from the base, where most took some time: a mean alone says little of how long it takes. */
function toMeanWords(step: StepFacts, { messages, format }: ChartLocalization): string {
  const { mean, median } = step.time ?? {};
  return mean && median && mean > 0 && median > 0 ? messages.chart.mean(format.duration(mean)) : '';
}

function toDetailsCell({ step, columns }: CellContext, words: string): CellView {
  return toTextCell('details', columns.details, words, words, step.time?.median ?? undefined);
}

/** `excluding Website`: the groups of a step without a number, where its total does not hold them; else that there is none. */
function toExcludedWords(
  step: StepFacts,
  groups: GroupView[],
  { messages, format }: ChartLocalization,
): string {
  const missing = groups.filter((group) => group.counts[step.index] === undefined);
  if (missing.length === 0 || step.converted === undefined) return '';
  const names = format.list(missing.map(({ label }) => label));
  const known = groups.reduce((sum, group) => sum + (group.counts[step.index] ?? 0), 0);
  // A total that is more than the known groups may hold the others too.
  return known < step.converted
    ? `${names}${messages.colon}${messages.chart.missing}`
    : messages.chart.excluding(names);
}

/** A group's part of the track that may be narrower than a target must be (24 px of a track of 300). */
const LEAST_TARGET = 24 / 300;

function isCrowded(geometry: StepGeometry | undefined): boolean {
  if (!geometry) return false;
  // A single bar and the losses have words beside them that open the same.
  const { segments } = geometry;
  return segments.length > 1 && segments.some(({ size }) => size > 0 && size < LEAST_TARGET);
}

function toOutcomeHeaders(
  facts: FunnelFacts,
  { outcomes, firstWay, firstExit }: GridColumns,
  { tag }: ChartLocalization,
): [number, string][] {
  const all = facts.steps.flatMap((step) => step.outcomes);
  const nameOf = (id: string): string =>
    toLocalizedText(all.find((outcome) => outcome.id === id)?.name, tag, id);
  return [
    ...outcomes.ways.map((id, index): [number, string] => [firstWay + index, nameOf(id)]),
    ...outcomes.exits.map((id, index): [number, string] => [firstExit + index, nameOf(id)]),
  ];
}

const EMPTY_GEOMETRY: StepGeometry = {
  segments: [],
  ungrouped: undefined,
  unknown: undefined,
  open: undefined,
  dropped: undefined,
  exits: [],
  growth: undefined,
  previous: undefined,
  goal: undefined,
  enlarged: false,
};

function toFlag(step: StepFacts, ranking: LossRanking): StepView['flag'] {
  if (step.index === ranking.biggestLoss) return step.bounded ? 'biggest-loss' : 'most-stay';
  return step.index === ranking.weakestRate ? 'weakest-rate' : undefined;
}

function toFlagText(flag: NonNullable<StepView['flag']>, { messages }: ChartLocalization): string {
  if (flag === 'biggest-loss') return messages.chart.biggestLoss;
  return flag === 'most-stay' ? messages.chart.mostStay : messages.chart.weakestRate;
}

function toRemarks(
  step: StepFacts,
  facts: FunnelFacts,
  localization: ChartLocalization,
  enlarged: boolean,
): string[] {
  const { chart } = localization.messages;
  const base = facts.steps[step.base[0] ?? -1];
  const remarks: string[] = [];
  if (step.skipped > 0) remarks.push(chart.skipped(toCounted(step.skipped, localization)));
  if (step.growth > 0 && base) {
    const name = localization.messages.quote(toStepLabel(base, localization));
    remarks.push(chart.growth(toCounted(step.growth, localization), name));
  }
  if (enlarged) remarks.push(chart.enlarged);
  return remarks;
}

function toChange({ step, columns, localization, comparison }: CellContext): ChangeView | undefined {
  const { messages, format } = localization;
  const before = step.previous;
  if (!before) return undefined;
  if (step.index === 0) {
    if (!before.converted || step.converted === undefined || !areCountsAlike(comparison)) return undefined;
    const ratio = step.converted / before.converted - 1;
    const then = messages.chart.previous(format.number(before.converted));
    const view = toChangeView(format.change(ratio), ratio, '', columns.change, messages);
    const name = messages.chart.versusPrevious(`${view.text} (${then})`);
    return { ...view, then, cell: { ...view.cell, name } };
  }
  if (before.rate === undefined || step.rate === undefined || isTooFew(step)) return undefined;
  const difference = step.rate - before.rate;
  const text = messages.pointsUnit(format.points(difference));
  const compared = comparison?.steps[step.index];
  const chance =
    compared?.verdict === 'noise' && Math.round(difference * 1000) !== 0 ? messages.chart.mayBeChance : '';
  // Each remark stays in one piece where the brackets take two lines.
  const doubt = [chance, toUndecided(step, localization)]
    .filter(Boolean)
    .map((remark) => remark.replaceAll(' ', '\u00a0'))
    .join(messages.semicolon);
  const view = toChangeView(text, difference, doubt, columns.change, messages);
  const people = areCountsAlike(comparison) ? compared?.people : undefined;
  if (people === undefined) return view;
  const words = messages.chart.peopleChange(format.signed(people));
  const name = messages.chart.versusPrevious(`${view.cell.text}, ${words}`);
  return { ...view, people: words, cell: { ...view.cell, name } };
}

/** A difference of rates says nothing where either is of fewer than thirty. Source: look.md §0, "Numbers". */
function isTooFew(step: StepFacts): boolean {
  return Math.min(step.entered ?? 0, step.previous?.entered ?? 0) < SMALL_SAMPLE;
}

/** Those who may still go on make every change of the rate a passing one. */
function toUndecided(step: StepFacts, localization: ChartLocalization): string {
  const { chart } = localization.messages;
  const undecided = undecidedOf(step);
  if (undecided === 0) return '';
  const counted = toCounted(undecided, localization);
  return step.open > 0 ? chart.open(counted) : chart.tooRecent(counted);
}

function toChangeView(
  text: string,
  change: number,
  undecided: string,
  column: number,
  messages: ChartLocalization['messages'],
): ChangeView {
  const words = undecided ? `${text} (${undecided})` : text;
  const cell = toTextCell('change', column, words, messages.chart.versusPrevious(words), change);
  return {
    text,
    direction: undecided ? 0 : Math.sign(Math.round(change * 1000)),
    undecided,
    then: '',
    people: '',
    cell,
  };
}

function toEndRateText(group: GroupView, { format }: ChartLocalization): string {
  return group.endRate === undefined ? '' : format.percent(group.endRate, group.counts[0]);
}

function toScope(
  result: FunnelResult,
  facts: FunnelFacts,
  comparable: boolean,
  localization: ChartLocalization,
): string {
  const { messages } = localization;
  const first = facts.steps[0]?.converted;
  const parts = [
    !first ? '' : messages.subjects(toCounted(first, localization), toPopulation(result)),
    toPeriodWords(result, localization),
    toComparisonWords(result, facts, comparable, localization),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** The period, and that it is not over yet. */
function toPeriodWords(result: FunnelResult, localization: ChartLocalization): string {
  if (!result.range) return '';
  const words = toRangeWords(result.range, result, localization);
  if (!isPeriodInProgress(result, localization)) return words;
  return localization.messages.chart.inProgress(words);
}

function toComparisonWords(
  result: FunnelResult,
  facts: FunnelFacts,
  comparable: boolean,
  localization: ChartLocalization,
): string {
  if (!result.comparison) return '';
  const { chart } = localization.messages;
  const { group, against } = result.comparison;
  if (group !== undefined) {
    const label = (value: GroupValue): string => toComparedLabel(value, result, localization);
    return chart.comparedGroups(label(group), against === undefined ? undefined : label(against));
  }
  if (!comparable) return chart.notComparable(toRangeWords(result.comparison.range, result, localization));
  const period = toComparedPeriod(result, facts, localization);
  return period ? chart.comparedWith(period) : chart.comparedNothing;
}

function toComparedPeriod(result: FunnelResult, facts: FunnelFacts, localization: ChartLocalization): string {
  if (!facts.steps.some((step) => step.previous)) return '';
  const range = result.comparison?.range;
  return range ? toRangeWords(range, result, localization) : localization.messages.chart.comparedPeriod;
}

/** A funnel may have both kinds of steps: then a word that fits either. */
function toLossWord(facts: FunnelFacts, { messages: { chart } }: ChartLocalization): string {
  const losing = facts.steps.filter((step) => step.index > 0 && (step.dropped ?? 0) > 0);
  const lost = losing.some((step) => step.bounded && !step.split);
  const notYet = losing.some((step) => !step.bounded || step.split);
  if (lost && notYet) return chart.wordLostOrNotYet;
  return notYet ? chart.wordNotYet : chart.wordLost;
}

function toState(
  result: FunnelResult,
  facts: FunnelFacts,
  options: FunnelViewOptions,
): FunnelViewModel['state'] {
  if (!facts.empty && facts.steps.length > 0) return 'ready';
  if (result.notices?.length) return 'not-configured';
  return options.filtered ? 'filtered' : 'empty';
}

function toNotices(result: FunnelResult, { messages }: ChartLocalization): FunnelViewModel['notices'] {
  return (result.notices ?? []).map(({ code, href }) => ({
    text: messages.chart.notice(code),
    href: toSafeHref(href),
  }));
}

function toNotes(
  result: FunnelResult,
  facts: FunnelFacts,
  groups: GroupView[],
  comparison: Comparison | undefined,
  { localization, rejectedRows = 0, asOfIsClock = false }: FunnelViewOptions,
): string[] {
  const { chart } = localization.messages;
  const unbounded = facts.steps.filter((step) => step.index > 0 && !step.bounded && !step.split);
  const rateless = facts.steps.some(
    (step) => step.index > 0 && step.rate === undefined && step.entered === undefined,
  );
  const notes = [
    rateless && !facts.closed ? chart.ratesOmitted : '',
    result.order === 'unordered' ? chart.unordered : '',
    unbounded.length > 0 ? toUnboundedNote(unbounded, localization) : '',
    overlaps(groups, facts) ? chart.overlappingGroups : '',
    toLengthNote(comparison, localization),
    rejectedRows > 0 ? chart.rejectedRows(toCounted(rejectedRows, localization)) : '',
    toOriginNote(result, asOfIsClock, localization),
  ];
  return notes.filter(Boolean);
}

/** A period in progress is fairly compared with as many days as have elapsed, though it has more in the end. */
function toComparison(
  result: FunnelResult,
  comparable: boolean,
  localization: ChartLocalization,
): Comparison | undefined {
  const comparison = computeComparison(result);
  const isElapsed = comparable && isPeriodInProgress(result, localization);
  return comparison?.reason === 'days' && isElapsed ? { ...comparison, isComparable: true } : comparison;
}

/** Periods of unlike lengths, or of which the host says that they are not alike. */
function areCountsAlike(comparison: Comparison | undefined): boolean {
  return !comparison || comparison.isComparable || comparison.reason === 'unknown-period';
}

function toLengthNote(comparison: Comparison | undefined, { messages, format }: ChartLocalization): string {
  if (!comparison || areCountsAlike(comparison)) return '';
  const { reason, days } = comparison;
  if (reason !== undefined && reason !== 'days') return reason;
  return days
    ? messages.chart.otherLength(format.span(days.now, 'day'), format.span(days.before, 'day'))
    : '';
}

/** How many people at a step would meet its goal, by index: of the whole funnel it is marked at the last step. */
function toGoalPeople(goals: readonly JudgedGoal[], facts: FunnelFacts): Map<number, number> {
  const people = new Map<number, number>();
  // The step's own goal is drawn where it has one too.
  for (const { step, goal, whole } of goals.toSorted(
    (a, b) => Number(b.step === 'total') - Number(a.step === 'total'),
  )) {
    const index = step === 'total' ? facts.goal : facts.steps.findIndex(({ id }) => id === step);
    if (index > 0 && whole !== undefined) people.set(index, goal * whole);
  }
  return people;
}

function goalsAt(step: StepFacts, goals: readonly JudgedGoal[], facts: FunnelFacts): JudgedGoal[] {
  return goals.filter(
    (goal) => goal.step === step.id || (goal.step === 'total' && step.index === facts.goal),
  );
}

function toGoalLines({ goals, localization }: CellContext): string[] {
  const { messages, format } = localization;
  return goals.flatMap((goal) => {
    if (goal.rate === undefined || goal.isMet === undefined) return [];
    const target = format.percent(goal.goal);
    const of = goal.step === 'total' ? `${target} ${messages.chart.ofTotal}` : target;
    if (goal.isMet) return [messages.chart.goalMet(of, goal.isCertain)];
    const points = messages.pointsUnit(format.number(Math.round((goal.goal - goal.rate) * 1000) / 10));
    return [messages.chart.goalMissed(of, points, goal.canStillBeMet, goal.isCertain)];
  });
}

function toUnboundedNote(steps: StepFacts[], { messages, format }: ChartLocalization): string {
  return messages.chart.notBounded(
    format.list(steps.map((step) => format.number(step.index + 1))),
    steps.length,
  );
}

function overlaps(groups: GroupView[], facts: FunnelFacts): boolean {
  return facts.steps.some((step) => {
    const sum = groups.reduce((total, group) => total + (group.counts[step.index] ?? 0), 0);
    return groups.length > 0 && step.converted !== undefined && sum > step.converted;
  });
}

/** Where the numbers come from and as of when. A clock's time says when they were computed, not how fresh they are. */
function toOriginNote(
  result: FunnelResult,
  asOfIsClock: boolean,
  { messages: { chart }, format }: ChartLocalization,
): string {
  const zone = result.range?.timeZone;
  const date = result.asOf === undefined || result.asOf === null ? '' : format.dateTime(result.asOf, zone);
  const computed = asOfIsClock && date ? chart.computedHereOn(date) : chart.computedHere;
  const parts = [
    result.origin === 'computed' ? computed : chart.supplied,
    date && !asOfIsClock ? chart.asOf(date) : '',
    zone ? chart.timeZone(zone) : '',
  ];
  return `${parts.filter(Boolean).join(' · ')}.`;
}
