import type { FunnelResult, TimeSummary } from '../engine/schema/index.ts';
import type { Histogram } from '../engine/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { SMALL_SAMPLE } from '../i18n/index.ts';
import type { TimeLocalization } from '../i18n/insight-time.ts';
import type { Mark } from './insight-mark.ts';
import { type ChosenPair, type StepPair, toStepPair } from './insight-steps.ts';
import type { StepFacts } from '../engine/insight/step-facts.ts';
import { toStepLabel } from './step-words.ts';

/** With fewer than this many nothing is said of how long it takes. */
const FEWEST = 5;

/** About so many bars have their time on the axis. */
const LABELS = 5;

/** One bar. */
export interface TimeBar {
  mark: Mark;
  /** Height, as a part of the highest. */
  size: number;
  /** The last bar, of everybody who took longer. */
  isTail: boolean;
  low: string;
  high: string;
  share: string;
  countText: string;
}

/** One line of the table of steps. */
export interface TimeRow {
  step: string;
  base: string;
  people: string;
  p25: string;
  median: string;
  p75: string;
  p90: string;
}

/** The section "time between steps". */
export interface TimeView {
  title: string;
  lead: string;
  bars: TimeBar[];
  /** Median and p90 on the bars, 0 to 1; absent where they lie beyond what is drawn. */
  median: { place: number; text: string } | undefined;
  p90: { place: number; text: string } | undefined;
  dates: { place: number; text: string; isMinor: boolean }[];
  rows: TimeRow[];
  plot: string;
  notes: string[];
}

/** What it is laid out with. */
export interface TimeContext {
  result: FunnelResult;
  localization: ChartLocalization;
  words: TimeLocalization;
}

/**
 * The histogram a result came with for two steps: it has those of each step from its base only. Undefined where it has
 * none for these.
 */
export function findSuppliedHistogram(pair: StepPair): Histogram | undefined {
  const { from, to } = pair;
  if (to.base.length !== 1 || to.base[0] !== from.index || !to.time) return undefined;
  const { start, width, counts, tail } = to.time.histogram ?? { start: 0, width: 0, counts: [], tail: false };
  const bins = counts.map((count, index) => ({
    start: start + index * width,
    ...(tail && index === counts.length - 1 ? {} : { end: start + (index + 1) * width }),
    count,
  }));
  return { from: from.id, to: to.id, bins, summary: to.time };
}

/** The times as the reader sees them; without a histogram, those of each step alone. */
export function layoutTime(
  histogram: Histogram | undefined,
  chosen: ChosenPair,
  context: TimeContext,
): TimeView | undefined {
  const { result, localization, words } = context;
  const pair = toStepPair(result, chosen, localization);
  if (!pair) return undefined;
  const { quote } = words.messages;
  const from = quote(toStepLabel(pair.from, localization));
  const to = quote(toStepLabel(pair.to, localization));
  const rows = pair.facts.steps.flatMap((step) => toRow(step, context) ?? []);
  const bins = histogram?.bins ?? [];
  const count = histogram?.summary.count ?? bins.reduce((sum, bin) => sum + bin.count, 0);
  return {
    title: toTitle(histogram?.summary, count, rows.length > 0, words),
    lead: histogram && count > 0 ? words.messages.lead(toCounted(count, words), from, to) : '',
    bars: bins.map((bin, index) => layoutBar(bin, index, bins, count, pair, words)),
    median: toLine(histogram?.summary.median, bins, words.messages.median, words),
    p90: toLine(histogram?.summary.p90, bins, words.messages.p90, words),
    dates: toEdges(bins, words),
    rows,
    plot: words.messages.plot(from, to),
    notes: toNotes(histogram, rows, words),
  };
}

function toCounted(n: number, { format }: TimeLocalization): { n: number; text: string } {
  return { n, text: format.number(n) };
}

function toTitle(
  summary: TimeSummary | undefined,
  count: number,
  hasRows: boolean,
  { messages, format }: TimeLocalization,
): string {
  if (!summary) return hasRows ? messages.steps : messages.absent;
  if (count === 0) return messages.nobody;
  const { median, p90 } = summary;
  if (count < FEWEST || typeof median !== 'number')
    return messages.few({ n: count, text: format.number(count) });
  const half = format.duration(median, 'long');
  if (typeof p90 !== 'number' || count < SMALL_SAMPLE) return messages.half(half);
  return messages.halfAndMost(half, format.duration(p90, 'long'));
}

type Bins = Histogram['bins'];

function layoutBar(
  bin: Bins[number],
  index: number,
  bins: Bins,
  total: number,
  { from, to }: StepPair,
  words: TimeLocalization,
): TimeBar {
  const { messages, format } = words;
  const highest = Math.max(1, ...bins.map(({ count }) => count));
  const low = format.duration(bin.start);
  const high = bin.end === undefined ? '' : format.duration(bin.end);
  const share = format.percent(total > 0 ? bin.count / total : 0, total);
  const took = { from: from.id, min: bin.start, ...(bin.end === undefined ? {} : { max: bin.end }) };
  return {
    mark: {
      key: `bin/${index}`,
      heading: bin.end === undefined ? messages.longer(low) : messages.barHeading(low, high),
      words: bin.count === 0 ? messages.nobody : messages.barWords(toCounted(bin.count, words), share),
      segment: bin.count > 0 ? { step: to.id, outcome: 'converted', took } : undefined,
      count: bin.count,
    },
    size: bin.count / highest,
    isTail: bin.end === undefined,
    low,
    high,
    share,
    countText: format.number(bin.count),
  };
}

/** A time on the bars, which are equally wide; in the last one without an end it has no place. */
function toLine(
  seconds: number | null | undefined,
  bins: Bins,
  say: (duration: string) => string,
  { format }: TimeLocalization,
): TimeView['median'] {
  if (typeof seconds !== 'number' || bins.length === 0) return undefined;
  const at = bins.findIndex(({ start, end }) => seconds >= start && end !== undefined && seconds < end);
  const bin = bins[at];
  if (bin?.end === undefined) return undefined;
  const place = (at + (seconds - bin.start) / (bin.end - bin.start)) / bins.length;
  return { place, text: say(format.duration(seconds)) };
}

/** The times at the bars' edges: some of them, every other one only where there is room. */
function toEdges(bins: Bins, { format }: TimeLocalization): TimeView['dates'] {
  const every = Math.max(1, Math.ceil(bins.length / LABELS));
  return bins.flatMap(({ start }, index) =>
    index % every === 0
      ? { place: index / bins.length, text: format.duration(start), isMinor: (index / every) % 2 === 1 }
      : [],
  );
}

function toRow(step: StepFacts, { localization, words }: TimeContext): TimeRow | undefined {
  const { time } = step;
  if (step.index === 0 || typeof time?.median !== 'number') return undefined;
  const say = (seconds: number | null | undefined): string =>
    typeof seconds === 'number' ? words.format.duration(seconds) : words.messages.unknown;
  return {
    step: toStepLabel(step, localization),
    base: words.messages.from(
      words.format.either(step.base.map((at) => words.format.number(at + 1))),
      step.base.length,
    ),
    people: time.count === undefined ? words.messages.unknown : words.format.number(time.count),
    p25: say(time.p25),
    median: say(time.median),
    p75: say(time.p75),
    p90: say(time.p90),
  };
}

function toNotes(
  histogram: Histogram | undefined,
  rows: readonly TimeRow[],
  words: TimeLocalization,
): string[] {
  const { messages } = words;
  const isNegative = histogram?.bins.some(({ start, count }) => start < 0 && count > 0);
  return [
    !histogram?.bins.length && rows.length > 0 && histogram?.summary.count !== 0 ? messages.noHistogram : '',
    isNegative ? messages.before : '',
  ].filter(Boolean);
}
