import type { FrictionPoint, WheelMetric, WheelResult, WheelUnit } from '../engine/schema/wheel.ts';
import { toLocalizedText } from '../i18n/localized-text.ts';
import type { WheelLocalization } from '../i18n/wheel-messages.ts';
import type { Counted } from '../i18n/counted.ts';
import type { FlowFacts, PhaseFacts, WheelFacts } from './wheel-facts.ts';

/** Average days of a month: for spans in words, never for dates. */
const MONTH = 30.44;

/** A count with its printed form. */
export function toWheelCount(n: number, { format }: WheelLocalization): Counted {
  return { n, text: format.number(n) };
}

/** `1,280 people`. */
export function toPeopleWords(n: number, localization: WheelLocalization): string {
  return localization.wheel.people(toWheelCount(n, localization));
}

/** Letters of right-to-left scripts. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name from the host in a sentence of ours: one of another direction must not turn the sentence round. */
function isolate(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/** The name of a phase: the result's, else the language's, else its number. */
export function toPhaseName(phase: PhaseFacts, localization: WheelLocalization): string {
  const { wheel, tag, format } = localization;
  const known = wheel.phases[phase.id] ?? wheel.unnamedPhase(format.number(phase.index + 1));
  return isolate(toLocalizedText(phase.source.name, tag, known));
}

/** The name of a place by its id: a phase, or outside of the wheel. */
export function toPlaceName(
  id: string,
  facts: WheelFacts,
  result: WheelResult,
  localization: WheelLocalization,
): string {
  const phase = facts.phases.find((candidate) => candidate.id === id);
  if (phase) return toPhaseName(phase, localization);
  const outside = result.outside?.find((place) => place.id === id);
  return isolate(toLocalizedText(outside?.name, localization.tag, localization.wheel.outside[id] ?? id));
}

/** Days as a reader says them: `18 days`, `7.4 months`; hours under a day. */
export function toDaysWords(days: number, { format }: WheelLocalization): string {
  const size = Math.abs(days);
  if (size < 1) return format.duration(days * 86_400, 'long');
  return size < 2 * MONTH ? format.span(round(days), 'day') : format.span(round(days / MONTH), 'month');
}

function round(value: number): number {
  return Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}

/** `18 days median (before: 15 days)`; empty where it is not known. */
export function toSpeedWords({ source }: PhaseFacts, localization: WheelLocalization): string {
  const { medianDays, previousMedianDays } = source;
  if (medianDays === undefined || medianDays === null) return '';
  const { wheel } = localization;
  const now = wheel.median(toDaysWords(medianDays, localization));
  if (previousMedianDays === undefined || previousMedianDays === null) return now;
  return `${now} (${wheel.previous(toDaysWords(previousMedianDays, localization))})`;
}

/** `18 days median` for the picture, `18 days median (+3)` for the list: the difference in the same unit. */
export function toShortSpeeds(
  { source }: PhaseFacts,
  localization: WheelLocalization,
): { shortSpeed: string; speedChange: string } {
  const { medianDays, previousMedianDays } = source;
  if (medianDays === undefined || medianDays === null) return { shortSpeed: '', speedChange: '' };
  const now = localization.wheel.median(toDaysWords(medianDays, localization));
  if (previousMedianDays === undefined || previousMedianDays === null || medianDays < 1)
    return { shortSpeed: now, speedChange: now };
  const unit = medianDays < 2 * MONTH ? 1 : MONTH;
  const difference = round(medianDays / unit) - round(previousMedianDays / unit);
  const signed = localization.format.signed(round(difference));
  return { shortSpeed: now, speedChange: difference === 0 ? now : `${now} (${signed})` };
}

/** A value in its unit. */
export function toValueWords(
  value: number,
  unit: WheelUnit,
  result: WheelResult,
  localization: WheelLocalization,
): string {
  const { format } = localization;
  if (unit === 'share') return format.percent(value);
  if (unit === 'money') return format.currency(value, result.currency);
  return unit === 'days' ? toDaysWords(value, localization) : format.number(value);
}

/** The name of a metric. */
export function toMetricName({ id, name }: WheelMetric, { wheel, tag }: WheelLocalization): string {
  return toLocalizedText(name, tag, wheel.metrics[id] ?? id);
}

/** The name of a point of friction. */
export function toFrictionName({ id, name }: FrictionPoint, { tag }: WheelLocalization): string {
  return isolate(toLocalizedText(name, tag, id));
}

/** `38 people`, or the value it has; empty where it was not measured. */
export function toFrictionAmount(
  { people, value, unit }: FrictionPoint,
  result: WheelResult,
  localization: WheelLocalization,
): string {
  const parts = [
    people === undefined || people === null ? '' : toPeopleWords(people, localization),
    value === undefined || value === null || (unit === 'count' && people !== undefined)
      ? ''
      : toValueWords(value, unit ?? 'count', result, localization),
  ];
  return parts.filter(Boolean).join(', ');
}

const SEVERITY = { high: 3, medium: 2, low: 1, unmeasured: 0 };

/** The worst first: by people held up, then by severity. Source: look.md §3. */
export function sortFriction(points: readonly FrictionPoint[]): FrictionPoint[] {
  return [...points].sort(
    (a, b) => (b.people ?? 0) - (a.people ?? 0) || SEVERITY[b.severity] - SEVERITY[a.severity],
  );
}

/** The period between the two instants, `30 days`; empty without one. */
export function toSpanWords({ days }: WheelFacts, localization: WheelLocalization): string {
  return days === undefined ? '' : localization.wheel.span(toWheelCount(days, localization));
}

/** Which people a movement is about. */
export function toFlowSegment({ from, to }: FlowFacts): { from: string; to: string } {
  return { from, to };
}
