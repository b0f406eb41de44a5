import {
  computeDifferences,
  type Differences,
  type GroupDifference,
} from '../engine/insight/compute-differences.ts';
import { computeFunnelFacts } from '../engine/insight/step-facts.ts';
import type { FunnelResult } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { SMALL_SAMPLE } from '../i18n/index.ts';
import type { DifferencesLocalization } from '../i18n/insight-differences.ts';
import { toGroupLabel } from './breakdown-groups.ts';
import { computeAxis, placeOn, type Axis } from './figures-scale.ts';
import type { Mark } from './insight-mark.ts';
import { toStepLabel } from './step-words.ts';

/** One group. */
export interface DifferenceRow {
  mark: Mark;
  label: string;
  rate: string;
  fraction: string;
  rest: string;
  interval: string;
  difference: string;
  verdict: 'better' | 'worse' | 'noise' | 'too-few';
  verdictText: string;
  /** Places on the scale, 0 to 1. */
  place: { low: number; high: number; rate: number } | undefined;
}

/** The section "compare groups". */
export interface DifferencesView {
  title: string;
  lead: string;
  rows: DifferenceRow[];
  ticks: { place: number; text: string }[];
  /** The rate of all groups together. */
  all: number | undefined;
  notes: string[];
}

/** What it is laid out with. */
export interface DifferencesContext {
  result: FunnelResult;
  localization: ChartLocalization;
  words: DifferencesLocalization;
}

/** Which groups differ by more than chance over the whole funnel, as the reader sees it. */
export function layoutDifferences(context: DifferencesContext): DifferencesView {
  const { result, localization, words } = context;
  const { messages, format } = words;
  const facts = computeFunnelFacts(result);
  const differences = computeDifferences(result);
  const { groups, tested } = differences;
  const axis = toAxis(groups);
  const quoted = (index: number): string => {
    const at = facts.steps[index];
    return messages.quote(at ? toStepLabel(at, localization) : '');
  };
  const rows = groups.map((group) => layoutRow(group, facts.steps[facts.goal]?.id ?? '', axis, context));
  const refusal = differences.reason;
  return {
    title: refusal ? messages.refused[refusal] : toTitle(rows, format, words),
    lead: refusal ? messages.hints[refusal] : messages.lead(quoted(facts.goal), quoted(0)),
    rows,
    ticks: axis.ticks.map((tick) => ({ place: placeOn(axis, tick), text: format.percent(tick, 10) })),
    all: refusal ? undefined : toOverall(groups, axis),
    notes: refusal ? [] : [messages.axis, messages.note({ n: tested, text: format.number(tested) })],
  };
}

/** Groups of fewer than a handful may be anywhere: they do not stretch the scale. */
function toAxis(groups: readonly GroupDifference[]): Axis {
  const highs = groups.map(({ interval, entered, rate }) =>
    entered >= SMALL_SAMPLE ? interval.high : (rate ?? 0),
  );
  return computeAxis(0, Math.min(1, Math.max(0.01, ...highs)), 4);
}

function toOverall([first]: Differences['groups'], axis: Axis): number | undefined {
  if (!first) return undefined;
  const entered = first.entered + first.rest.entered;
  return entered > 0 ? placeOn(axis, (first.converted + first.rest.converted) / entered) : undefined;
}

function toTitle(
  rows: readonly DifferenceRow[],
  format: DifferencesLocalization['format'],
  { messages }: DifferencesLocalization,
): string {
  const namesOf = (verdict: DifferenceRow['verdict']): string[] =>
    rows.filter((row) => row.verdict === verdict).map(({ label }) => messages.quote(label));
  const [better, worse] = [namesOf('better'), namesOf('worse')];
  if (rows.every(({ verdict }) => verdict === 'too-few')) return messages.tooFewAll;
  const said = [
    better.length > 0 ? messages.better(format.list(better), better.length) : '',
    worse.length > 0 ? messages.worse(format.list(worse), worse.length) : '',
  ].filter(Boolean);
  const [first, second] = said;
  if (first === undefined) return messages.none;
  return second === undefined ? first : messages.both(first, second);
}

function layoutRow(
  group: GroupDifference,
  step: string,
  axis: Axis,
  { result, localization, words }: DifferencesContext,
): DifferenceRow {
  const { messages, format } = words;
  const { converted, entered, rate, interval, rest, difference } = group;
  const merged = result.breakdown?.groups.find(({ value }) => value === group.value)?.merged;
  const property = [result.breakdown?.property ?? ''].flat()[0] ?? '';
  const label = toGroupLabel(group.value, merged, property, localization);
  const fraction = messages.fraction(format.number(converted), format.number(entered));
  const percent = rate === undefined ? '' : format.percent(rate, entered);
  const verdict =
    group.verdict === 'differs' ? ((difference?.value ?? 0) > 0 ? 'better' : 'worse') : group.verdict;
  const isFew = entered < SMALL_SAMPLE;
  const between = messages.between(format.percent(interval.low, 10), format.percent(interval.high, 10));
  return {
    mark: {
      key: `group/${JSON.stringify(group.value)}`,
      heading: label,
      words: [fraction, percent, between, messages.verdicts[verdict]].filter(Boolean).join(', '),
      segment: converted > 0 ? { step, outcome: 'converted', group: group.value } : undefined,
      count: converted,
    },
    label,
    rate: isFew ? fraction : percent,
    fraction: isFew ? percent : fraction,
    rest: messages.ofRest(
      format.number(rest.converted),
      format.number(rest.entered),
      rest.entered > 0 ? format.percent(rest.converted / rest.entered, rest.entered) : messages.unknown,
    ),
    interval: between,
    difference: difference
      ? messages.points(format.points(difference.low), format.points(difference.high))
      : '',
    verdict,
    verdictText: messages.verdicts[verdict],
    place:
      rate === undefined
        ? undefined
        : { low: placeOn(axis, interval.low), high: placeOn(axis, interval.high), rate: placeOn(axis, rate) },
  };
}
