import type { DateRule, Duration, FunnelResult } from '../engine/schema/index.ts';
import type { ChartLocalization } from '../i18n/chart-localization.ts';
import { type Counted, type Population, SMALL_SAMPLE, type Subject, toLocalizedText } from '../i18n/index.ts';
import type { StepFacts } from '../engine/insight/step-facts.ts';

/** A count with its printed form. */
export function toCounted(n: number, { format }: ChartLocalization): Counted {
  return { n, text: format.number(n) };
}

/** What the funnel counts. */
export function toSubject(result: FunnelResult): Subject {
  return result.subject ?? 'person';
}

/** Events of data.md's vocabulary that make a person a lead or a client. */
const POPULATIONS = new Map<unknown, Population>([
  ['lead', 'lead'],
  ['client', 'client'],
]);

/**
 * Whom the funnel starts with: leads or clients where the first step of its definition says so, else what it
 * counts. A result's definition is the host's, and read with care.
 */
export function toPopulation(result: FunnelResult): Population {
  const subject = toSubject(result);
  const first = (result.funnel?.definition as { steps?: unknown[] } | undefined)?.steps?.[0];
  if (subject !== 'person' || typeof first !== 'object' || first === null) return subject;
  const { event, where } = first as { event?: unknown; where?: unknown };
  if (typeof where === 'object' && where !== null && 'person.customerSince' in where) return 'client';
  return POPULATIONS.get(event) ?? subject;
}

/** A step's name in the reader's language, or its number where it has none. */
export function toStepLabel(step: StepFacts, localization: ChartLocalization): string {
  const number = localization.format.number(step.index + 1);
  return toLocalizedText(step.name, localization.tag, localization.messages.chart.unnamedStep(number));
}

/** The base of a step by number: `of step 2`, `of steps 2 or 3`. */
export function toBaseWords(step: StepFacts, { messages, format }: ChartLocalization): string {
  const numbers = step.base.map((at) => format.number(at + 1));
  return messages.chart.baseSteps(format.either(numbers), numbers.length);
}

/**
 * A rate with what it is of: `59.8% of step 2`; with fewer than thirty the fraction first: `7 of 12 of step 2 (58%)`.
 */
export function toRateWords(
  part: number,
  whole: number,
  of: string,
  { messages, format }: Pick<ChartLocalization, 'messages' | 'format'>,
): string {
  const percent = format.percent(part / whole, whole);
  if (whole >= SMALL_SAMPLE) return `${percent} ${of}`;
  return `${messages.fraction(format.number(part), format.number(whole))} ${of} (${percent})`;
}

/** Of those who did not (yet) go on: `40 of them too recent`; empty where all can be told. */
export function toRecentWords(step: StepFacts, localization: ChartLocalization): string {
  if (step.bounded || step.split || step.recent === 0) return '';
  return localization.messages.chart.recentAmong(toCounted(step.recent, localization));
}

/** The date rule and the other conditions of a step: `After entry · within 120 days`. Empty where it has none. */
export function toStepNote(step: StepFacts, result: FunnelResult, localization: ChartLocalization): string {
  const { messages } = localization;
  const { when, window, latestOnly } = step.source;
  const parts = [
    when && toRuleWords(when, result, localization),
    window && messages.chart.within(toSpan(window, localization)),
    latestOnly && messages.chart.latestOnly,
    step.optional && messages.chart.optional,
    step.split && messages.chart.split,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}

function toRuleWords(when: DateRule, result: FunnelResult, localization: ChartLocalization): string {
  const { messages, format } = localization;
  if (when === 'inRange') return messages.chart.inRange;
  if (when === 'afterEntry') return messages.chart.afterEntry;
  if (when === 'any') return messages.chart.anyDate;
  if ('lookback' in when) return messages.chart.lookback(format.span(when.lookback.days, 'day'));
  return toRangeWords(when, result, localization);
}

/** A period in words; open ends are said. */
export function toRangeWords(
  range: { from?: string | number | null | undefined; to?: string | number | null | undefined } | undefined,
  result: FunnelResult,
  { messages, format }: ChartLocalization,
): string {
  const zone = result.range?.timeZone;
  const from = range?.from;
  const to = range?.to;
  const has = (value: unknown): boolean => value !== undefined && value !== null;
  if (has(from) && has(to)) return format.dateRange(from ?? '', to ?? '', zone);
  if (has(from)) return messages.chart.from(format.date(from ?? '', zone));
  return has(to) ? messages.chart.until(format.date(to ?? '', zone)) : messages.chart.allTime;
}

function toSpan(duration: Duration, { format }: ChartLocalization): string {
  if ('days' in duration) return format.span(duration.days, 'day');
  if ('months' in duration) return format.span(duration.months, 'month');
  return format.duration(duration.ms / 1000);
}
