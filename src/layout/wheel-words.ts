import type { FrictionPoint, WheelMetric, WheelResult, WheelUnit } from '../engine/schema/wheel.ts';
import { toLocalizedText } from '../i18n/localized-text.ts';
import type { WheelLocalization } from '../i18n/wheel-localization.ts';
import type { Counted } from '../i18n/counted.ts';
import type { FlowFacts, PhaseFacts, WheelFacts } from './wheel-facts.ts';
import { wordOf } from '../i18n/word-of.ts';

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

/** Letters of right-to-left scripts, and marks that turn what follows round. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name from the host in a sentence of ours: one of another direction must not turn the sentence round. */
function isolate(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}

/** The name of a phase: the result's, else the language's, else its number. */
export function toPhaseName(phase: PhaseFacts, localization: WheelLocalization): string {
  const { wheel, tag, format } = localization;
  const known = wordOf(wheel.phases, phase.id) ?? wheel.unnamedPhase(format.number(phase.index + 1));
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
  return isolate(
    toLocalizedText(outside?.name, localization.tag, wordOf(localization.wheel.outside, id) ?? id),
  );
}

/** What a place is called where people come from: out of the wheel they were new, whatever the place is called now. */
export function toOriginName(
  id: string,
  facts: WheelFacts,
  result: WheelResult,
  localization: WheelLocalization,
): string {
  const isNamed =
    facts.phases.some((phase) => phase.id === id) ||
    result.outside?.some((place) => place.id === id && place.name);
  return (
    (isNamed ? undefined : wordOf(localization.wheel.origins, id)) ??
    toPlaceName(id, facts, result, localization)
  );
}

/** A threshold the result was computed with: the model's own, or flat. Options are the host's, and read with care. */
export function readThreshold({ options, model }: WheelResult, name: string): number | undefined {
  const read = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  const found = read(read(options, model), name) ?? read(options, name);
  return typeof found === 'number' ? found : undefined;
}

/** Whether a movement is the studio's doing: it wrote to people who had stopped coming. */
export function isContacted({ from, to, kind }: FlowFacts, { model }: WheelFacts): boolean {
  return model === 'lifecycle' && from === 'attrition' && to === 'retention' && kind === 'move';
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
export function toSpeedWords(phase: PhaseFacts, facts: WheelFacts, localization: WheelLocalization): string {
  const { medianDays, previousMedianDays } = phase.source;
  if (medianDays === undefined || medianDays === null) return '';
  const { wheel } = localization;
  const now = toMedianWords(phase, medianDays, facts, localization);
  if (previousMedianDays === undefined || previousMedianDays === null) return now;
  return `${now} (${wheel.previous(toDaysWords(previousMedianDays, localization))})`;
}

/** Days in the phase so far; in a flywheel, days to the next phase of those who went on. Source: schema/wheel.ts. */
function toMedianWords(
  { index }: PhaseFacts,
  days: number,
  { model, phases }: WheelFacts,
  localization: WheelLocalization,
): string {
  const { wheel } = localization;
  const words = toDaysWords(days, localization);
  const next = model === 'flywheel' ? phases[index + 1] : undefined;
  return next ? wheel.medianUntil(words, toPhaseName(next, localization)) : wheel.median(words);
}

/** `18 days median` for the picture, `18 days median (3 days more)` for the list: the difference in the same unit. */
export function toShortSpeeds(
  phase: PhaseFacts,
  facts: WheelFacts,
  localization: WheelLocalization,
): { shortSpeed: string; speedChange: string } {
  const { medianDays, previousMedianDays } = phase.source;
  if (medianDays === undefined || medianDays === null) return { shortSpeed: '', speedChange: '' };
  const now = toMedianWords(phase, medianDays, facts, localization);
  if (previousMedianDays === undefined || previousMedianDays === null || medianDays < 1)
    return { shortSpeed: now, speedChange: now };
  const unit = medianDays < 2 * MONTH ? 1 : MONTH;
  const difference = round(round(medianDays / unit) - round(previousMedianDays / unit));
  if (difference === 0) return { shortSpeed: now, speedChange: now };
  const { wheel, format } = localization;
  const words = format.span(Math.abs(difference), unit === 1 ? 'day' : 'month');
  const change = difference > 0 ? wheel.longer(words) : wheel.shorter(words);
  return { shortSpeed: now, speedChange: `${now} (${change})` };
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
  return toLocalizedText(name, tag, wordOf(wheel.metrics, id) ?? id);
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
