import { area, line } from 'd3';
import type { FunnelResult, Segment, TrendResult } from '../engine/schema/index.ts';
import { computeWilsonInterval } from '../engine/statistics/wilson-interval.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { SMALL_SAMPLE } from '../i18n/index.ts';
import type { TrendLocalization } from '../i18n/insight-trend.ts';
import { computeAxis, placeOn, type Axis } from './figures-scale.ts';
import type { Mark } from './insight-mark.ts';
import { toStepPair } from './insight-steps.ts';
import { toStepLabel } from './step-words.ts';

export type Interval = TrendResult['interval'];

/** The paths are drawn in a square of this side, stretched to what room there is. */
export const PLOT_SIDE = 1000;

/** Under so many people a period's rate is shown with what it may be. Source: look.md §0, "Numbers". */
const SHOW_BAND_UNDER = 100;

/** About so many periods have their date on the axis. */
const LABELS = 6;

const DAY_MS = 86_400_000;
const INTERVAL_MS: Record<Interval, number> = { day: DAY_MS, week: 7 * DAY_MS, month: 30.4 * DAY_MS };

/** One period. */
export interface TrendPoint {
  mark: Mark;
  /** Opens all who entered in the period. */
  entered: Mark;
  /** Places from the start and from the ground, 0 to 1; `y` is undefined where nobody entered. */
  x: number;
  y: number | undefined;
  isFinal: boolean;
  date: string;
  rate: string;
  enteredText: string;
  convertedText: string;
  between: string;
  /** Why the rate is not final; empty where it is. */
  why: string;
}

/** The section "over time". */
export interface TrendView {
  title: string;
  lead: string;
  /** What is drawn, in words. */
  plot: string;
  points: TrendPoint[];
  /** Paths in a square of {@link PLOT_SIDE}; empty where there is nothing to draw. */
  line: string;
  dashed: string;
  band: string;
  ticks: { place: number; text: string }[];
  dates: { place: number; text: string; isMinor: boolean }[];
  average: { place: number; text: string } | undefined;
  notes: string[];
}

/** What a trend is laid out with. */
export interface TrendContext {
  result: FunnelResult;
  localization: ChartLocalization;
  words: TrendLocalization;
}

interface Period {
  start: number | string;
  entered: number;
  converted: number;
  rate: number | undefined;
  low: number;
  high: number;
  isRunning: boolean;
  isRecent: boolean;
}

/** By which periods a trend is at first: so that there are some, and people in each. */
export function chooseInterval({ range, asOf }: FunnelResult): Interval {
  const from = Date.parse(String(range?.from ?? ''));
  const to = Date.parse(String(range?.to ?? asOf ?? ''));
  if (Number.isNaN(from) || Number.isNaN(to)) return 'month';
  const days = (to - from) / DAY_MS;
  if (days <= 14) return 'day';
  return days <= 120 ? 'week' : 'month';
}

/** A trend as the reader sees it. Undefined where its steps are none of the result's. */
export function layoutTrend(trend: TrendResult, context: TrendContext): TrendView | undefined {
  const { result, localization, words } = context;
  const pair = toStepPair(result, trend, localization);
  if (!pair) return undefined;
  const label = (index: number): string => {
    const step = pair.facts.steps[index];
    return words.messages.quote(step ? toStepLabel(step, localization) : '');
  };
  const from = label(pair.from.index);
  const to = label(pair.to.index);
  const periods = toPeriods(trend, result, !pair.to.bounded);
  const hasBand = periods.some(({ entered }) => entered > 0 && entered < SHOW_BAND_UNDER);
  const axis = toAxis(periods, hasBand);
  const points = periods.map((period, index) =>
    layoutPoint(period, (index + 0.5) / periods.length, axis, trend, context),
  );
  const all = toTotal(periods);
  return {
    title: toTitle(periods, trend, context),
    lead: words.messages.lead(to, from),
    plot: words.messages.plot(from, to),
    points,
    ...drawPaths(points, periods, axis, hasBand),
    ticks: axis.ticks.map((tick) => ({ place: placeOn(axis, tick), text: toTickText(tick, axis, words) })),
    dates: toDates(points),
    average: all.entered
      ? {
          place: placeOn(axis, all.rate),
          text: words.messages.average(words.format.percent(all.rate, all.entered)),
        }
      : undefined,
    notes: toNotes(periods, hasBand, words),
  };
}

function toPeriods(trend: TrendResult, result: FunnelResult, isUnbounded: boolean): Period[] {
  const now = toMs(result.asOf);
  const needed = (result.maturity?.withinSeconds ?? 0) * 1000;
  return trend.periods.map(({ start, entered, converted, complete }, index) => {
    const next = trend.periods[index + 1]?.start;
    const end = next === undefined ? toMs(start) + INTERVAL_MS[trend.interval] : toMs(next);
    const { low, high } = computeWilsonInterval(converted, entered);
    const isRunning = complete === false;
    return {
      start,
      entered,
      converted,
      rate: entered > 0 ? converted / entered : undefined,
      low,
      high,
      isRunning,
      // Nothing bounds the step, so nothing is ever over: but half of the people needed so long.
      isRecent: !isRunning && isUnbounded && now - end < needed,
    };
  });
}

function toMs(instant: string | number | null | undefined): number {
  return new Date(instant ?? Number.NaN).getTime();
}

function isFinal({ isRunning, isRecent }: Period): boolean {
  return !isRunning && !isRecent;
}

function toTotal(periods: readonly Period[]): { entered: number; converted: number; rate: number } {
  const entered = periods.reduce((sum, period) => sum + period.entered, 0);
  const converted = periods.reduce((sum, period) => sum + period.converted, 0);
  return { entered, converted, rate: entered > 0 ? converted / entered : 0 };
}

/** From zero, so that a small change looks small; up to what a few people may mean, but no higher than they tell. */
function toAxis(periods: readonly Period[], hasBand: boolean): Axis {
  const known = periods.filter(({ entered }) => entered > 0);
  const rates = known.map(({ rate, high, entered }) =>
    Math.max(rate ?? 0, hasBand && entered >= SMALL_SAMPLE ? high : 0),
  );
  return computeAxis(0, Math.min(1, Math.max(0.01, ...rates)), 4);
}

function toTickText(tick: number, { high }: Axis, { tag }: TrendLocalization): string {
  const maximumFractionDigits = high < 0.05 ? 1 : 0;
  return new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits }).format(tick);
}

function layoutPoint(
  period: Period,
  x: number,
  axis: Axis,
  trend: TrendResult,
  { result, words }: TrendContext,
): TrendPoint {
  const { messages, format } = words;
  const { entered, converted, rate, low, high } = period;
  const date = format.period(period.start, trend.interval, result.range?.timeZone);
  const why = period.isRunning ? messages.running : period.isRecent ? messages.recent : '';
  const percent = rate === undefined ? '' : format.percent(rate, entered);
  const isSmall = entered > 0 && entered < SHOW_BAND_UNDER;
  const between = isSmall ? messages.between(format.percent(low, 10), format.percent(high, 10)) : '';
  const fraction = messages.pointWords(format.number(converted), format.number(entered), percent);
  const said = entered === 0 ? [messages.nobody] : [fraction, between, why];
  const start = format.day(period.start, result.range?.timeZone) ?? period.start;
  const of = (outcome: string, count: number): Segment | undefined =>
    count > 0
      ? { step: trend.to, outcome, period: { interval: trend.interval, start, from: trend.from } }
      : undefined;
  return {
    mark: {
      key: `period/${period.start}`,
      heading: date,
      words: said.filter(Boolean).join(', '),
      segment: of('converted', converted),
      count: converted,
    },
    entered: {
      key: `entered/${period.start}`,
      heading: date,
      words: entered === 0 ? messages.nobody : messages.people({ n: entered, text: format.number(entered) }),
      segment: of('entered', entered),
      count: entered,
    },
    x,
    y: rate === undefined ? undefined : placeOn(axis, rate),
    isFinal: isFinal(period),
    date,
    rate: percent,
    enteredText: format.number(entered),
    convertedText: format.number(converted),
    between,
    why,
  };
}

/** Solid as far as rates are final, dashed from there on; a period without people is a gap. */
function drawPaths(
  points: readonly TrendPoint[],
  periods: readonly Period[],
  axis: Axis,
  hasBand: boolean,
): Pick<TrendView, 'line' | 'dashed' | 'band'> {
  const rows = points.map((point, index) => ({ point, period: periods[index] }));
  type Row = (typeof rows)[number];
  const x = ({ point }: Row): number => point.x * PLOT_SIDE;
  const down = (place: number): number => (1 - place) * PLOT_SIDE;
  const y = ({ point }: Row): number => down(point.y ?? 0);
  const toLine = line<Row>().x(x).y(y).digits(1);
  const isKnown = ({ point }: Row): boolean => point.y !== undefined;
  const isDashed = (row: Row, index: number): boolean =>
    isKnown(row) && (!row.point.isFinal || rows[index + 1]?.point.isFinal === false);
  const toBand = area<Row>()
    .defined(isKnown)
    .x(x)
    .y0(({ period }) => down(placeOn(axis, period?.low ?? 0)))
    .y1(({ period }) => down(placeOn(axis, period?.high ?? 0)))
    .digits(1);
  return {
    line: toLine.defined((row) => isKnown(row) && row.point.isFinal)(rows) ?? '',
    dashed: toLine.defined((row) => isDashed(row, rows.indexOf(row)))(rows) ?? '',
    band: hasBand ? (toBand(rows) ?? '') : '',
  };
}

/** Every how-many-eth period has its date on the axis; every other of these only where there is room. */
function toDates(points: readonly TrendPoint[]): TrendView['dates'] {
  const every = Math.max(1, Math.ceil(points.length / LABELS));
  return points.flatMap(({ x, date }, index) =>
    index % every === 0 ? { place: x, text: date, isMinor: (index / every) % 2 === 1 } : [],
  );
}

/** The last whole period with people, against all of them: a difference that chance makes is none. */
function toTitle(periods: readonly Period[], trend: TrendResult, { result, words }: TrendContext): string {
  const { messages, format } = words;
  const all = toTotal(periods);
  if (all.entered === 0) return messages.empty;
  const total = format.percent(all.rate, all.entered);
  const last = periods.findLast((period) => isFinal(period) && period.entered > 0);
  if (last?.rate === undefined) return messages.unfinishedAll(total);
  const date = format.period(last.start, trend.interval, result.range?.timeZone);
  const name = messages.period(date, trend.interval);
  if (last.entered < SMALL_SAMPLE) {
    return messages.few(messages.fraction(format.number(last.converted), format.number(last.entered)), name);
  }
  const rate = format.percent(last.rate, last.entered);
  if (last.low > all.rate) return messages.better(rate, name, total);
  if (last.high < all.rate) return messages.worse(rate, name, total);
  return messages.usual(rate, name, total);
}

function toNotes(periods: readonly Period[], hasBand: boolean, { messages }: TrendLocalization): string[] {
  const people = periods.filter(({ entered }) => entered > 0);
  return [
    people.some(({ isRunning }) => isRunning) ? messages.runningNote : '',
    people.some(({ isRecent }) => isRecent) ? messages.recentNote : '',
    hasBand ? messages.bandNote : '',
  ].filter(Boolean);
}
