import type { Comparison } from '../engine/insight/compute-comparison.ts';
import type { JudgedGoal } from '../engine/insight/judge-goals.ts';
import type { FunnelResult, OutcomeCount, Segment } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { SMALL_SAMPLE, toLocalizedText } from '../i18n/index.ts';
import type { GroupView } from './breakdown-groups.ts';
import type { StepFacts } from '../engine/insight/step-facts.ts';
import { toBaseWords, toCounted, toRecentWords, toRateWords, toStepLabel, toSubject } from './step-words.ts';
import { computeWilsonInterval } from '../engine/statistics/wilson-interval.ts';

/** A cell of the grid: what is printed, what is read out, what it opens. */
export interface CellView {
  /** Unique within the step, the same after an update: `count`, `dropped`, `group:0`, `outcome:frozen`. */
  key: string;
  /** `aria-colindex`. */
  column: number;
  text: string;
  /** The full accessible name: step, count and rate; what it is of ({@link heading}) and what is said ({@link words}). */
  name: string;
  /** `Checkout page viewed, Website`; empty for cells that only say something. */
  heading: string;
  /** `810, 62.8% of step 2`. */
  words: string;
  count: number | undefined;
  /** What a table sorts by: the count, the rate, the difference; undefined sorts last. */
  value: number | undefined;
  /** Who it opens; absent where nobody can be shown. */
  segment: Segment | undefined;
  /** Further segments it opens together with that one: the groups merged into one. */
  others?: readonly Segment[];
  /** The rate behind it, with its base. */
  rate: string;
}

/** The columns of the grid, 1-based: the same in every row. */
export interface GridColumns {
  step: number;
  firstGroup: number;
  count: number;
  /** The first of the outcomes that go on, one column for each of {@link OutcomeIds.ways}. */
  firstWay: number;
  rate: number;
  change: number;
  dropped: number;
  open: number;
  /** The first of the outcomes that do not, one column for each of {@link OutcomeIds.exits}. */
  firstExit: number;
  details: number;
  last: number;
  outcomes: OutcomeIds;
}

/** Every outcome some step of the funnel has, by id: renewed and frozen go on, cancelled does not. */
export interface OutcomeIds {
  ways: string[];
  exits: string[];
}

/** The outcomes of all steps, in the order they come. */
export function listOutcomes(steps: readonly StepFacts[]): OutcomeIds {
  const all = steps.flatMap((step) => step.outcomes);
  const idsOf = (as: OutcomeCount['as']): string[] => [
    ...new Set(all.filter((outcome) => outcome.as === as).map(({ id }) => id)),
  ];
  return { ways: idsOf('converted'), exits: idsOf('dropped') };
}

/** Which column holds what, for so many groups and these outcomes. */
export function layoutColumns(
  groupCount: number,
  outcomes: OutcomeIds = { ways: [], exits: [] },
): GridColumns {
  const count = 2 + groupCount;
  const rate = count + 1 + outcomes.ways.length;
  const details = rate + 4 + outcomes.exits.length;
  return {
    step: 1,
    firstGroup: 2,
    count,
    firstWay: count + 1,
    rate,
    change: rate + 1,
    dropped: rate + 2,
    open: rate + 3,
    firstExit: rate + 4,
    details,
    last: details,
    outcomes,
  };
}

/** What the cells of one step are made from. */
export interface CellContext {
  result: FunnelResult;
  step: StepFacts;
  columns: GridColumns;
  localization: ChartLocalization;
  comparison: Comparison | undefined;
  /** The goals this step answers to. */
  goals: readonly JudgedGoal[];
}

/** More characters than a count has room for in one line: over hundreds of billions. */
const LONGEST = 17;

/** The total of the step. */
export function toCountCell({ result, step, columns, localization }: CellContext): CellView {
  const { messages, format } = localization;
  const label = toStepLabel(step, localization);
  const known = step.converted !== undefined;
  const counted = toCounted(step.converted ?? 0, localization);
  const some =
    step.converted === 0 ? `0, ${messages.chart.nobodyThere}` : messages.subjects(counted, toSubject(result));
  const words = known ? some : messages.chart.missing;
  const printed = format.number(step.converted ?? 0);
  return {
    key: 'count',
    column: columns.count,
    text: known ? (printed.length > LONGEST ? format.compact(step.converted ?? 0) : printed) : '—',
    name: `${label}${messages.colon}${words}`,
    heading: label,
    words,
    count: step.converted,
    value: step.converted,
    segment: step.converted ? { step: step.id, outcome: 'converted' } : undefined,
    rate: '',
  };
}

/** The rates of the step, each with its base, and how sure they are; `further` lines after them. */
export function toRateCell(
  { step, columns, localization }: CellContext,
  further: readonly string[],
): CellView {
  const lines = [...toRateLines(step, localization), ...further].filter(Boolean);
  const text = lines.join('\n');
  return toTextCell('rate', columns.rate, text, lines.join(', '), step.rate);
}

/** A cell that only says something; `value` is what a table sorts it by. */
export function toTextCell(
  key: string,
  column: number,
  text: string,
  name: string,
  value?: number,
): CellView {
  const empty = { heading: '', count: undefined, segment: undefined, rate: '' };
  return { key, column, text, name, words: name, value, ...empty };
}

function toRateLines(step: StepFacts, localization: ChartLocalization): string[] {
  const { chart } = localization.messages;
  if (step.index === 0) return [chart.first];
  if (step.converted === undefined) return [chart.missing];
  const entered = step.entered;
  if (step.rate === undefined || !entered) return toRatelessLines(step, localization);
  const stayed = Math.round(step.rate * entered);
  const words = toRateWords(stayed, entered, toBaseWords(step, localization), localization);
  const lines = [words + toInterval(stayed, entered, localization)];
  if (step.rateOfTotal !== undefined && !isSameAsTotal(step)) lines.push(toTotalWords(step, localization));
  return entered < SMALL_SAMPLE ? [...lines, chart.tooFew] : lines;
}

function toRatelessLines(step: StepFacts, localization: ChartLocalization): string[] {
  const { chart } = localization.messages;
  if (step.entered === 0) return ['—'];
  if (step.isBaseKnown) return [chart.ratesOmittedStep];
  const total = step.rateOfTotal === undefined ? [] : [toTotalWords(step, localization)];
  return [chart.ratesOmittedBase, ...total];
}

/** Right after the first step both rates are one number. */
function isSameAsTotal(step: StepFacts): boolean {
  return step.base.length === 1 && step.base[0] === 0;
}

function toTotalWords(step: StepFacts, { messages, format }: ChartLocalization): string {
  const whole = step.converted && step.rateOfTotal ? step.converted / step.rateOfTotal : Infinity;
  return `${format.percent(step.rateOfTotal ?? 0, whole)} ${messages.chart.ofTotal}`;
}

/** Words that stay in one line. */
function toUnbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0').replaceAll('–', '–\u2060');
}

/** How sure the rate before it is, in brackets; empty for so many that it is, and for so few that words say it. */
function toInterval(part: number, whole: number, { messages, format }: ChartLocalization): string {
  if (whole < SMALL_SAMPLE || whole >= 100) return '';
  const { low, high } = computeWilsonInterval(part, whole);
  const from = low < 0.1 ? Math.round(low * 1000) / 10 : Math.round(low * 100);
  const words = messages.chart.interval(format.number(from), format.percent(high, whole));
  return ` (${toUnbroken(words)})`;
}

/** Those who did not go on: the dropped or their exits, and the open. An exit that nobody took is not listed. */
export function toLossCells(context: CellContext): CellView[] {
  const { step } = context;
  if (step.index === 0) return [];
  const exits = step.outcomes.filter((outcome) => outcome.as === 'dropped' && outcome.count > 0);
  const exitSum = exits.reduce((sum, outcome) => sum + outcome.count, 0);
  // Who came in without the base is no loss, and not "nobody" either.
  if (step.entered === 0 && step.converted !== 0) return [];
  const nothingElse = exits.length === 0 && step.open === 0;
  const dropped =
    step.dropped !== undefined && (step.dropped > exitSum || nothingElse)
      ? [toDroppedCell(context, step.dropped)]
      : [];
  const open = step.open > 0 ? [toOpenCell(context)] : [];
  return [...dropped, ...open, ...exits.map((outcome) => toOutcomeCell(context, outcome))];
}

/** How those who went on did so, where there are several ways: `208 renewed`, `15 frozen`. */
export function toWayCells(context: CellContext): CellView[] {
  const ways = context.step.outcomes.filter((outcome) => outcome.as === 'converted' && outcome.count > 0);
  return ways.map((outcome) => toOutcomeCell(context, outcome));
}

function toDroppedCell(context: CellContext, dropped: number): CellView {
  const { step, columns, localization } = context;
  const { chart } = localization.messages;
  const counted = toCounted(dropped, localization);
  const notYet = [chart.notYet(counted), toRecentWords(step, localization)].filter(Boolean).join(', ');
  const some = step.bounded && !step.split ? chart.lost(counted) : notYet;
  const text = step.entered === 0 ? chart.nobodyThere : some;
  return toPartCell(context, {
    key: 'dropped',
    column: columns.dropped,
    outcome: 'dropped',
    text,
    count: dropped,
  });
}

function toOpenCell(context: CellContext): CellView {
  const { step, columns, localization } = context;
  const text = localization.messages.chart.open(toCounted(step.open, localization));
  return toPartCell(context, { key: 'open', column: columns.open, outcome: 'open', text, count: step.open });
}

function toOutcomeCell(context: CellContext, outcome: OutcomeCount): CellView {
  const { columns, localization } = context;
  const name = toLocalizedText(outcome.name, localization.tag, outcome.id);
  const text = localization.messages.chart.outcome(name, localization.format.number(outcome.count));
  const { ways, exits } = columns.outcomes;
  const column =
    outcome.as === 'converted'
      ? columns.firstWay + ways.indexOf(outcome.id)
      : columns.firstExit + exits.indexOf(outcome.id);
  return toPartCell(context, {
    key: `outcome:${outcome.id}`,
    column,
    outcome: outcome.id,
    text,
    count: outcome.count,
  });
}

interface PartCell {
  key: string;
  column: number;
  outcome: string;
  text: string;
  count: number;
}

function toPartCell({ step, localization }: CellContext, part: PartCell): CellView {
  const { messages } = localization;
  const entered = step.entered ?? 0;
  const label = toStepLabel(step, localization);
  const rated = part.count > 0 && part.count <= entered;
  const base = toBaseWords(step, localization);
  const rate = rated ? toRateWords(part.count, entered, base, localization) : '';
  const words = [part.text, rate].filter(Boolean).join(', ');
  return {
    key: part.key,
    column: part.column,
    text: part.text,
    name: `${label}${messages.colon}${words}`,
    heading: label,
    words,
    count: part.count,
    value: part.count,
    segment: part.count > 0 ? { step: step.id, outcome: part.outcome } : undefined,
    rate,
  };
}

/** The part of a step that belongs to one group of the breakdown: `Website: 810, 62.8% of step 2`. */
export function toGroupCell(context: CellContext, group: GroupView): CellView {
  const { step, columns, localization } = context;
  const { messages, format } = localization;
  const count = group.counts[step.index];
  const entered = group.entered[step.index];
  const rated =
    step.index > 0 &&
    step.rate !== undefined &&
    count !== undefined &&
    entered !== undefined &&
    count <= entered;
  const rate =
    rated && entered > 0 ? toRateWords(count, entered, toBaseWords(step, localization), localization) : '';
  const text = count === undefined ? '—' : format.number(count);
  const said = [text, rate].filter(Boolean).join(', ');
  const words = count === undefined ? messages.chart.missing : said;
  const segments = count
    ? group.values.map((value): Segment => ({ step: step.id, outcome: 'converted', group: value }))
    : [];
  const heading = `${toStepLabel(step, localization)}, ${group.label}`;
  return {
    key: `group:${group.index}`,
    column: columns.firstGroup + group.index,
    text,
    name: `${heading}${messages.colon}${words}`,
    heading,
    words,
    count,
    value: count,
    segment: segments[0],
    ...(segments.length > 1 ? { others: segments.slice(1) } : {}),
    rate,
  };
}
