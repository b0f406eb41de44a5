import type { ActivationResult, Duration, LocalizedText } from '../engine/schema/index.ts';
import { computeWilsonInterval } from '../engine/statistics/wilson-interval.ts';
import type { ActivationLocalization } from '../i18n/figures-activation.ts';
import { SMALL_SAMPLE, type Formats } from '../i18n/formats.ts';
import { toLocalizedText } from '../i18n/localized-text.ts';
import { layoutCourse, type CourseView } from './figures-activation-course.ts';
import { computeAxis, placeOn, type Axis } from './figures-scale.ts';
import { toSafeHref } from './safe-href.ts';

/** A line to compare the rate with: the target, or a benchmark. */
export interface ReferenceView {
  /** `Target 35%`. */
  text: string;
  /** `not reached, 5 points missing`. */
  verdict: string;
  /** Undefined for a benchmark, which nobody set out to reach, and for a target that chance could make met or missed. */
  met?: boolean;
  href?: string;
  /** On the gauge, 0 to 1. */
  place: number;
}

/** One row of the table under the course. */
export interface ActivationRow {
  period: string;
  acquired: string;
  activated: string;
  rate: string;
  between: string;
  note: string;
}

/** All that `<activation-rate>` shows, in words and lengths from 0 to 1. */
export interface ActivationView {
  /** `unknown`: who was acquired is not known, which is not nobody. */
  state: 'ready' | 'nobody' | 'unknown';
  /** The big figure: a rate, or of fewer than 30 a fraction. */
  figure: string;
  /** What stands beside it: the counts, or of few the rate. */
  beside: string;
  formula: string;
  /** Between which bounds it lies; empty where nothing is known. */
  interval: string;
  target: ReferenceView | undefined;
  benchmark: ReferenceView | undefined;
  gauge: { axis: Axis; ticks: { place: number; text: string }[]; rate: number; low: number; high: number };
  course: CourseView | undefined;
  rows: ActivationRow[];
  summary: string;
  notes: string[];
}

/** Rate, course and table of an activation result. Sources: lifecycle.md §4; look.md §0, "Numbers". */
export function layoutActivation(
  result: ActivationResult,
  localization: ActivationLocalization,
): ActivationView {
  const { acquired, activated } = result;
  const rate = rateOf(result);
  const bounds = computeWilsonInterval(activated ?? 0, acquired ?? 0);
  const axis = toAxis(result, rate);
  const course = layoutCourse(result, localization);
  const words = toWords(result, localization);
  return {
    state: acquired ? 'ready' : acquired === null ? 'unknown' : 'nobody',
    ...words,
    target: layoutTarget(result, rate, axis, localization),
    benchmark: layoutBenchmark(result, rate, axis, localization),
    gauge: {
      axis,
      ticks: axis.ticks.map((value) => ({
        place: placeOn(axis, value),
        text: localization.format.percent(value, 1),
      })),
      rate: placeOn(axis, rate ?? 0),
      low: placeOn(axis, bounds.low),
      high: placeOn(axis, bounds.high),
    },
    course,
    rows: course?.rows ?? [],
    notes: toNotes(result, course, localization),
  };
}

/** Activated ÷ acquired; null where either is unknown or nobody was acquired. */
export function rateOf({
  acquired,
  activated,
}: Pick<ActivationResult, 'acquired' | 'activated'>): number | null {
  return acquired && activated !== null ? Math.min(1, activated / acquired) : null;
}

/** From 0 to a round number above everything that is drawn. */
function toAxis({ target, benchmark, acquired, activated }: ActivationResult, rate: number | null): Axis {
  const { high } = computeWilsonInterval(activated ?? 0, acquired ?? 0);
  const largest = Math.max(rate ?? 0, acquired ? high : 0, target ?? 0, benchmark?.value ?? 0, 0.01);
  const axis = computeAxis(0, Math.min(1, largest * 1.08));
  return axis.high > 1 ? { ...computeAxis(0, 1), high: 1 } : axis;
}

function toWords(
  result: ActivationResult,
  { messages, format, tag }: ActivationLocalization,
): Pick<ActivationView, 'figure' | 'beside' | 'formula' | 'interval' | 'summary'> {
  const { acquired, activated } = result;
  const rate = rateOf(result);
  const names = toNames(result, messages, tag);
  const whole = acquired ?? 0;
  const percent = rate === null ? '–' : format.percent(rate, whole);
  const count = (value: number | null) => (value === null ? messages.unknown : format.number(value));
  const fraction = messages.fraction(count(activated), count(acquired));
  const few = whole < SMALL_SAMPLE && rate !== null;
  const { low, high } = computeWilsonInterval(activated ?? 0, whole);
  return {
    figure: few ? fraction : percent,
    beside: few ? percent : fraction,
    formula: [messages.formula(names.activated, names.acquired), toLimit(result, messages, format)]
      .filter(Boolean)
      .join(', '),
    interval:
      rate === null
        ? ''
        : messages.interval(messages.between(format.percent(low, whole), format.percent(high, whole))),
    summary: messages.summary(count(acquired), names.acquired, count(activated), names.activated, percent),
  };
}

function toNames(
  { definition }: ActivationResult,
  messages: ActivationLocalization['messages'],
  tag: string,
) {
  const name = (text: LocalizedText | undefined, fallback: string) => toLocalizedText(text, tag, fallback);
  return {
    acquired: name(definition?.acquired?.name, messages.acquired),
    activated: name(definition?.activated?.name, messages.activated),
  };
}

function toLimit(
  { definition }: ActivationResult,
  messages: ActivationLocalization['messages'],
  format: Formats,
): string {
  const within = definition?.within;
  if (within === undefined) return '';
  return within === 'period' ? messages.withinPeriod : messages.within(formatDuration(within, format));
}

function formatDuration(duration: Duration, format: Formats): string {
  if ('days' in duration) return format.span(duration.days, 'day');
  if ('months' in duration) return format.span(duration.months, 'month');
  return format.duration(duration.ms / 1000, 'long');
}

function layoutTarget(
  result: ActivationResult,
  rate: number | null,
  axis: Axis,
  localization: ActivationLocalization,
): ReferenceView | undefined {
  const { target } = result;
  const { messages, format } = localization;
  if (target === undefined || target === null) return undefined;
  const text = messages.target(format.percent(target, 1));
  const place = placeOn(axis, target);
  if (rate === null) return { text, verdict: '', place };
  const { low, high } = computeWilsonInterval(result.activated ?? 0, result.acquired ?? 0);
  if (rate === target) return { text, verdict: messages.targetExactly, place };
  if (low < target && target < high)
    return { text, verdict: messages.targetUnsure(toDistance(rate, target, localization)), place };
  const met = rate >= target;
  const points = toPoints(rate - target, localization);
  return { text, verdict: met ? messages.targetMet(points) : messages.targetMissed(points), met, place };
}

function layoutBenchmark(
  { benchmark }: ActivationResult,
  rate: number | null,
  axis: Axis,
  localization: ActivationLocalization,
): ReferenceView | undefined {
  if (!benchmark) return undefined;
  const { messages, format, tag } = localization;
  const name = toLocalizedText(benchmark.name, tag, messages.benchmark);
  const text = `${name} ${format.percent(benchmark.value, 1)}`;
  const place = placeOn(axis, benchmark.value);
  const link = toSafeHref(benchmark.href);
  const href = link === undefined ? {} : { href: link };
  if (rate === null) return { text, verdict: '', place, ...href };
  return { text, verdict: toDistance(rate, benchmark.value, localization), place, ...href };
}

/** `2.1 points above`, or that it is the same. */
function toDistance(rate: number, reference: number, localization: ActivationLocalization): string {
  const { messages } = localization;
  if (rate === reference) return messages.equal;
  const points = toPoints(rate - reference, localization);
  return rate > reference ? messages.above(points) : messages.below(points);
}

/** A distance of two rates in points, without its sign. */
function toPoints(difference: number, { messages, format }: ActivationLocalization): string {
  const n = Math.round(Math.abs(difference) * 1000) / 10;
  return messages.points({ n, text: format.number(n) });
}

function toNotes(
  { open = 0 }: ActivationResult,
  course: CourseView | undefined,
  { messages, format }: ActivationLocalization,
): string[] {
  return [
    ...(open > 0 ? [messages.open({ n: open, text: format.number(open) })] : []),
    ...(course?.hasBand ? [messages.bandNote] : []),
    ...(course?.points.some((point) => point.unfinished) ? [messages.incompleteNote] : []),
  ];
}
