import type { ActivationPeriod, ActivationResult } from '../engine/schema/index.ts';
import { computeWilsonInterval } from '../engine/statistics/wilson-interval.ts';
import type { ActivationLocalization } from '../i18n/figures-activation.ts';
import { formatPeriod, formatPeriodShort } from '../i18n/figures-periods.ts';
import type { ActivationRow } from './figures-activation-view.ts';
import { computeAxis, placeOn, type Axis } from './figures-scale.ts';

/** One period on the line; `x` and `y` from 0 to 1, `y` up. */
export interface CoursePoint {
  x: number;
  /** Undefined where nobody was acquired: a gap, never 0. */
  y: number | undefined;
  low: number;
  high: number;
  /** The period in full, and its rate. */
  label: string;
  rate: string;
  /** On the axis; empty where it would not fit. */
  tick: string;
  /** Whether its rate is written beside it, and on which side: where neither the line nor the target runs. */
  named: boolean;
  below: boolean;
  /** The number can still change, or the range cuts the period. */
  unfinished: boolean;
}

/** The course over time: an SVG of 1000 by 1000, stretched by whoever draws it. */
export interface CourseView {
  title: string;
  /** What it shows, in words, for those who do not see it. */
  label: string;
  ticks: { place: number; text: string }[];
  target: number | undefined;
  points: CoursePoint[];
  /** Path of the finished stretches, of the unfinished, and of the band of uncertainty. */
  line: string;
  dashed: string;
  band: string;
  hasBand: boolean;
  rows: ActivationRow[];
}

/** At most so many periods are named on the axis. */
const MOST_TICKS = 12;
/** Up to so many points, each has its rate written beside it. */
const MOST_NAMED = 12;
const SIZE = 1000;

/** Lays out the course; undefined with fewer than two periods, which make no line. */
export function layoutCourse(
  result: ActivationResult,
  localization: ActivationLocalization,
): CourseView | undefined {
  const { periods = [], interval = 'month' } = result;
  if (periods.length < 2) return undefined;
  const { messages, format } = localization;
  const axis = toCourseAxis(result, periods);
  const drawn = periods.map((period, i) => layoutPoint(period, i, axis, result, localization));
  const target = typeof result.target === 'number' ? placeOn(axis, result.target) : undefined;
  const points = drawn.map((point, i) => ({ ...point, below: isNamedBelow(drawn, i, target) }));
  const rates = periods.map(toRate).filter((rate) => rate !== null);
  return {
    title: messages.courseTitle[interval],
    label: messages.course(
      points[0]!.label,
      points.at(-1)!.label,
      rates.length > 0 ? format.percent(Math.min(...rates)) : messages.unknown,
      rates.length > 0 ? format.percent(Math.max(...rates)) : messages.unknown,
    ),
    ticks: axis.ticks.map((value) => ({ place: placeOn(axis, value), text: format.percent(value, 1) })),
    target,
    points,
    line: drawLine(points, (from, to) => !from.unfinished && !to.unfinished),
    dashed: drawLine(points, (from, to) => from.unfinished || to.unfinished),
    band: drawBand(points),
    hasBand: rates.length > 1,
    rows: periods.map((period, i) => layoutRow(period, points[i]!, localization)),
  };
}

function toRate({ acquired, activated }: ActivationPeriod): number | null {
  return acquired && activated !== null ? Math.min(1, activated / acquired) : null;
}

/** From 0 to above the rates and the target; the band of uncertainty may leave it. */
function toCourseAxis({ target }: ActivationResult, periods: readonly ActivationPeriod[]): Axis {
  const largest = Math.max(0.01, target ?? 0, ...periods.map((period) => toRate(period) ?? 0));
  const axis = computeAxis(0, Math.min(1, largest * 1.05));
  return axis.high > 1 ? { ...axis, high: 1, ticks: axis.ticks.filter((tick) => tick <= 1) } : axis;
}

function layoutPoint(
  period: ActivationPeriod,
  index: number,
  axis: Axis,
  { periods = [], interval = 'month', timeZone }: ActivationResult,
  { format, tag, messages }: ActivationLocalization,
): Omit<CoursePoint, 'below'> {
  const rate = toRate(period);
  const { low, high } = computeWilsonInterval(period.activated ?? 0, period.acquired ?? 0);
  const every = Math.ceil(periods.length / MOST_TICKS);
  const isLast = index === periods.length - 1;
  return {
    x: index / (periods.length - 1),
    y: rate === null ? undefined : placeOn(axis, rate),
    low: placeOn(axis, low),
    high: placeOn(axis, high),
    label: formatPeriod(tag, interval, period.start, timeZone),
    rate: rate === null ? messages.unknown : format.percent(rate, period.acquired ?? 0),
    tick: index % every === 0 ? formatPeriodShort(tag, interval, period.start, timeZone) : '',
    named: rate !== null && (periods.length <= MOST_NAMED || isLast),
    unfinished: isUnfinished(period),
  };
}

/** As high as a line of text, of the height of the course. */
const TEXT = 0.15;

/** Below a dip of the line, and below a target that would run through the text. */
function isNamedBelow(
  points: readonly Omit<CoursePoint, 'below'>[],
  index: number,
  target: number | undefined,
): boolean {
  const { y = 0 } = points[index]!;
  if (y < TEXT) return false;
  const isDip = [points[index - 1], points[index + 1]].every((other) => (other?.y ?? Infinity) > y);
  return isDip || (target !== undefined && target >= y && target - y < TEXT);
}

function isUnfinished({ complete, cut }: ActivationPeriod): boolean {
  return complete === false || cut === true;
}

function layoutRow(
  period: ActivationPeriod,
  point: CoursePoint,
  { format, messages }: ActivationLocalization,
): ActivationRow {
  const { acquired, activated } = period;
  const { low, high } = computeWilsonInterval(activated ?? 0, acquired ?? 0);
  const count = (value: number | null) => (value === null ? messages.unknown : format.number(value));
  const known = point.y !== undefined;
  return {
    period: point.label,
    acquired: count(acquired),
    activated: count(activated),
    rate: known ? point.rate : '–',
    between: known ? `${format.percent(low, acquired ?? 0)} – ${format.percent(high, acquired ?? 0)}` : '–',
    note: period.complete === false ? messages.incomplete : period.cut === true ? messages.cut : '',
  };
}

/** The stretches between neighbours that `wanted` takes; a gap where either has no rate. */
function drawLine(
  points: readonly CoursePoint[],
  wanted: (from: CoursePoint, to: CoursePoint) => boolean,
): string {
  return points
    .slice(1)
    .map((to, i) => ({ from: points[i]!, to }))
    .filter(({ from, to }) => from.y !== undefined && to.y !== undefined && wanted(from, to))
    .map(({ from, to }) => `M${at(from.x, from.y!)}L${at(to.x, to.y!)}`)
    .join('');
}

/** A quadrangle between each two neighbours that have a rate. */
function drawBand(points: readonly CoursePoint[]): string {
  return points
    .slice(1)
    .map((to, i) => ({ from: points[i]!, to }))
    .filter(({ from, to }) => from.y !== undefined && to.y !== undefined)
    .map(
      ({ from, to }) =>
        `M${at(from.x, from.low)}L${at(from.x, from.high)}L${at(to.x, to.high)}L${at(to.x, to.low)}Z`,
    )
    .join('');
}

function at(x: number, y: number): string {
  return `${round(x)} ${round(1 - y)}`;
}

function round(share: number): number {
  return Math.round(share * SIZE * 10) / 10;
}
