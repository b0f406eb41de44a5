import type { ComparedRate, Comparison, ComparisonVerdict } from '../engine/insight/compute-comparison.ts';
import type { JudgedGoal } from '../engine/insight/judge-goals.ts';
import { computeRateDifference, isNoise } from '../engine/statistics/rate-difference.ts';
import { type GroupView, toComparedLabel } from './breakdown-groups.ts';
import { isFew, rankGroups } from './group-bars.ts';
import { computeMoney } from '../engine/insight/compute-money.ts';
import type { FunnelResult, GroupValue } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { SMALL_SAMPLE } from '../i18n/index.ts';
import type { LossRanking } from './loss-ranking.ts';
import { isPeriodInProgress } from './period-progress.ts';
import { type FunnelFacts, type StepFacts, undecidedOf } from '../engine/insight/step-facts.ts';
import { toBaseWords, toCounted, toRecentWords, toPopulation, toStepLabel } from './step-words.ts';

/** The summary in parts, so that the picture can set the first in bold; joined they are plain sentences. */
export interface FunnelSummary {
  /** The total rate, the sentence's strong beginning; empty where there is none. */
  lead: string;
  /** Its counts and its change, ending the first sentence. */
  detail: string;
  /** Where people are lost: biggest loss, weakest rate. */
  sentences: string[];
  /** Slowest step, what is unfinished. */
  asides: string[];
  /** All of it. */
  text: string;
}

/** What the sentence is made of. */
export interface SummaryParts {
  result: FunnelResult;
  facts: FunnelFacts;
  ranking: LossRanking;
  groups: readonly GroupView[];
  goals: readonly JudgedGoal[];
  comparison: Comparison | undefined;
  localization: ChartLocalization;
}

/** What the reader should know first. Source: funnels.md, "At a glance"; look.md, "Summary sentence". */
export function layoutSummary(parts: SummaryParts): FunnelSummary {
  const { result, facts, ranking, localization, comparison } = parts;
  const goal = facts.steps[facts.goal];
  const overall =
    goal && goal.index > 0 && !facts.empty
      ? toOverall(result, facts, goal, comparison, localization)
      : undefined;
  const sentences = facts.empty
    ? []
    : [
        ...toGoalSentences(parts),
        ...toSentences(result, facts, ranking, localization, overall === undefined),
        toComparedSentence(parts),
        toBestGroupSentence(parts),
      ].filter(Boolean);
  const asides = facts.empty ? [] : toAsides(result, facts, ranking, localization);
  const { lead, detail } = overall ?? { lead: '', detail: '' };
  const text = [lead + detail, ...sentences, ...asides].filter(Boolean).join(' ');
  return { lead, detail, sentences, asides, text };
}

/** Whether the goal of the whole is met, and how many of those of the steps. */
function toGoalSentences({ goals, localization }: SummaryParts): string[] {
  const { messages, format } = localization;
  const known = goals.filter((goal) => goal.isMet !== undefined);
  const total = known.find(({ step }) => step === 'total');
  const steps = known.filter(({ step }) => step !== 'total');
  const met = steps.filter(({ isMet }) => isMet).length;
  return [
    total ? toTotalGoal(total, localization) : '',
    steps.length > 0 ? messages.chart.summaryGoals(format.number(met), format.number(steps.length)) : '',
  ];
}

function toTotalGoal(goal: JudgedGoal, { messages, format }: ChartLocalization): string {
  const target = format.percent(goal.goal);
  if (goal.isMet) return messages.chart.summaryGoalMet(target, goal.isCertain);
  const tenths = Math.round((goal.goal - (goal.rate ?? 0)) * 1000) / 10;
  const points = messages.pointsInWords({ n: tenths, text: format.number(tenths) });
  return messages.chart.summaryGoalMissed(target, points, goal.canStillBeMet, goal.isCertain);
}

/** Two groups that are compared, each with its rate of its own start. */
function toComparedSentence({ result, comparison, localization }: SummaryParts): string {
  const { group, against } = result.comparison ?? {};
  if (!comparison?.isOfGroups || group === undefined) return '';
  const { messages, format } = localization;
  const { now, before, verdict } = comparison.total;
  const rateOf = ({ rate, converted, entered }: ComparedRate): string =>
    rate === undefined || !entered
      ? messages.chart.missing
      : `${format.percent(rate, entered)} (${messages.fraction(format.number(converted ?? 0), format.number(entered))})`;
  const label = (value: GroupValue): string => toComparedLabel(value, result, localization);
  const other = against === undefined ? undefined : label(against);
  const sentence = messages.chart.summaryGroups(label(group), rateOf(now), other, rateOf(before));
  const doubt =
    verdict === 'noise' ? messages.chart.mayBeChance : verdict === 'too-few' ? messages.chart.tooFew : '';
  return `${sentence}${doubt ? ` (${doubt})` : ''}.`;
}

/** Which group converts best, and whether that may be chance. Those of too few people are not spoken of. */
function toBestGroupSentence({ groups, localization }: SummaryParts): string {
  const { messages, format } = localization;
  const [best, next] = rankGroups(groups).filter((group) => group.endRate !== undefined && !isFew(group));
  if (!best || !next || best.endRate === next.endRate) return '';
  const [own, other] = [toProportion(best), toProportion(next)];
  const fraction = messages.fraction(format.number(own.part), format.number(own.whole));
  const rate = `${format.percent(best.endRate ?? 0, own.whole)} (${fraction})`;
  const difference = computeRateDifference(own, other);
  const unsure = difference && isNoise(difference) ? messages.chart.summaryBestGroupUnsure(next.label) : '';
  return `${messages.chart.summaryBestGroup(best.label, rate)}${unsure}.`;
}

function toProportion({ counts, endRate }: GroupView): { part: number; whole: number } {
  const whole = counts[0] ?? 0;
  return { part: Math.round((endRate ?? 0) * whole), whole };
}

function toOverall(
  result: FunnelResult,
  facts: FunnelFacts,
  goal: StepFacts,
  comparison: Comparison | undefined,
  localization: ChartLocalization,
): { lead: string; detail: string } | undefined {
  const { messages, format } = localization;
  const whole = facts.steps[0]?.converted;
  if (goal.rateOfTotal === undefined || goal.converted === undefined || !whole) return undefined;
  const part = format.number(goal.converted);
  const percent = format.percent(goal.rateOfTotal, whole);
  const label = toStepLabel(goal, localization);
  const soFar = mayStillRise(result, facts, localization);
  const change = toChange(goal, soFar, comparison?.total.verdict, localization);
  const population = toPopulation(result);
  if (whole < SMALL_SAMPLE) {
    const few = toCounted(goal.converted, localization);
    const lead = messages.chart.summaryOverallFew(few, toCounted(whole, localization), population, label);
    return { lead, detail: ` (${percent})${change}.` };
  }
  const counts = messages.fraction(part, format.number(whole));
  return {
    lead: messages.chart.summaryOverall(percent, population, label),
    detail: ` (${counts})${change}.`,
  };
}

function mayStillRise(result: FunnelResult, facts: FunnelFacts, localization: ChartLocalization): boolean {
  const isUndecided = facts.steps.some((step) => step.index > 0 && undecidedOf(step) > 0);
  return isUndecided || (result.maturity?.recent ?? 0) > 0 || isPeriodInProgress(result, localization);
}

function toChange(
  goal: StepFacts,
  soFar: boolean,
  verdict: ComparisonVerdict | undefined,
  { messages, format }: ChartLocalization,
): string {
  const before = goal.previous?.rateOfTotal;
  if (before === undefined || goal.rateOfTotal === undefined) return '';
  const tenths = Math.round((goal.rateOfTotal - before) * 1000);
  const points = { n: Math.abs(tenths) / 10, text: format.number(Math.abs(tenths) / 10) };
  // While it may still turn, a difference is not certain; that it may be chance can be said at any time.
  const sure = verdict === 'noise' ? false : verdict === 'differs' && !soFar ? true : undefined;
  return messages.chart.summaryChange(messages.pointsInWords(points), Math.sign(tenths), soFar, sure);
}

function toSentences(
  result: FunnelResult,
  facts: FunnelFacts,
  ranking: LossRanking,
  localization: ChartLocalization,
  rateless: boolean,
): string[] {
  const { chart } = localization.messages;
  if (facts.steps.length === 1) return [chart.summaryOneStep];
  const sentences = [
    toGapSentence(facts, localization),
    rateless && facts.steps.every((step) => step.rate === undefined) ? chart.summaryNoRates : '',
    toLossSentence(result, facts, ranking, localization),
    toWeakestSentence(facts, ranking, localization),
  ];
  return sentences.filter(Boolean);
}

function toAsides(
  result: FunnelResult,
  facts: FunnelFacts,
  ranking: LossRanking,
  localization: ChartLocalization,
): string[] {
  const isRunning = isPeriodInProgress(result, localization);
  const asides = [
    isRunning ? localization.messages.chart.summaryInProgress : '',
    toSlowestSentence(facts, ranking, localization),
    toUnfinishedSentence(result, facts, localization),
  ];
  return asides.filter(Boolean);
}

/** Which steps have no number: next to them nothing is said of who was lost. */
function toGapSentence(facts: FunnelFacts, { messages, format }: ChartLocalization): string {
  const missing = facts.steps.filter((step) => step.converted === undefined);
  if (missing.length === 0) return '';
  const numbers = missing.map((step) => format.number(step.index + 1));
  return messages.chart.missingSteps(format.list(numbers), numbers.length);
}

function toLossSentence(
  result: FunnelResult,
  facts: FunnelFacts,
  ranking: LossRanking,
  localization: ChartLocalization,
): string {
  const { messages, format } = localization;
  const step = facts.steps[ranking.biggestLoss ?? -1];
  if (!step) return '';
  const lost = messages.subjects(toCounted(step.dropped ?? 0, localization), toPopulation(result));
  const say = step.bounded ? messages.chart.summaryLoss : messages.chart.summaryNotYet;
  const open = step.open > 0 ? ` (${messages.chart.open(toCounted(step.open, localization))})` : '';
  const value = computeMoney(result, facts).steps[step.index]?.left;
  const worth = value ? messages.chart.summaryWorth(format.estimate(value, result.currency)) : '';
  const said = [say(toStepLabel(step, localization), lost + open), toRecentWords(step, localization)];
  return `${said.filter(Boolean).join(', ')}${worth}.`;
}

function toWeakestSentence(
  facts: FunnelFacts,
  ranking: LossRanking,
  localization: ChartLocalization,
): string {
  const { messages, format } = localization;
  const step = facts.steps[ranking.weakestRate ?? -1];
  if (!step || step.rate === undefined || step.index === ranking.biggestLoss) return '';
  return messages.chart.summaryWeakest(
    toStepLabel(step, localization),
    `${format.percent(step.rate, step.entered)} ${toBaseWords(step, localization)}`,
  );
}

function toSlowestSentence(
  facts: FunnelFacts,
  ranking: LossRanking,
  localization: ChartLocalization,
): string {
  const step = facts.steps[ranking.slowest ?? -1];
  const median = step?.time?.median;
  if (!step || !median) return '';
  return localization.messages.chart.summarySlowest(
    toStepLabel(step, localization),
    localization.format.duration(median, 'long'),
  );
}

/** Who still has time, where time is limited; else who came too recently. */
function toUnfinishedSentence(
  result: FunnelResult,
  facts: FunnelFacts,
  { messages, format }: ChartLocalization,
): string {
  const all = facts.steps[0]?.converted;
  // Beside a step that may be left out, somebody is open twice.
  const isOnePath = facts.closed && facts.steps.every((step) => !step.optional && !step.split);
  const open = isOnePath ? facts.steps.reduce((sum, step) => sum + step.open, 0) : 0;
  const maturity = result.maturity;
  if (all && open > 0 && open >= (maturity?.recent ?? 0))
    return messages.chart.summaryStillOpen(format.number(open), format.number(all));
  const entered = maturity?.entered;
  if (!maturity || !maturity.recent || !entered) return '';
  const within = maturity.withinSeconds;
  const rate = format.percent(maturity.recent / entered, entered);
  return messages.chart.summaryUnfinished(
    rate,
    format.number(maturity.recent),
    within ? format.duration(within, 'long') : undefined,
  );
}
