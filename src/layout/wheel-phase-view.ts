import type { WheelMetric, WheelResult } from '../engine/schema/wheel.ts';
import type { WheelLocalization } from '../i18n/wheel-localization.ts';
import type { PhaseFacts } from './wheel-facts.ts';
import type { Gauges } from './wheel-gauges.ts';
import type { WheelViewContext } from './wheel-view-context.ts';
import type { FrictionView, MetricView, PhaseView } from './wheel-view.ts';
import {
  sortFriction,
  toFrictionAmount,
  toFrictionName,
  toMetricName,
  toOriginName,
  toPeopleWords,
  toPhaseName,
  toPlaceName,
  toShortSpeeds,
  toSpeedWords,
  toValueWords,
  toWheelCount,
} from './wheel-words.ts';

/** At most so many metrics of a phase are listed. Source: look.md §3. */
const LISTED_METRICS = 3;

/** A phase in words and lengths. */
export function toPhaseView(phase: PhaseFacts, context: WheelViewContext): PhaseView {
  const { result, facts, localization, options, gauges } = context;
  const { wheel, format } = localization;
  const { count, index, id } = phase;
  const words = {
    label: toPhaseName(phase, localization),
    count: count === undefined ? '—' : format.number(count),
    measured: gauges.words[index] ?? '',
    share: phase.share === undefined ? '' : wheel.share(format.percent(phase.share, facts.total)),
    speed: toSpeedWords(phase, facts, localization),
    ...toShortSpeeds(phase, facts, localization),
    ...toBalance(phase, localization),
    metrics: (phase.source.metrics ?? [])
      .slice(0, LISTED_METRICS)
      .map((metric) => toMetric(metric, result, localization)),
    friction: toFriction(phase, result, localization),
  };
  const marked = options.marks?.places[id];
  return {
    ...words,
    id,
    number: format.number(index + 1),
    people: count,
    mark: marked ? wheel.marked(toWheelCount(marked, localization), options.marks?.label ?? '') : '',
    shortMark: marked ? wheel.markedShort(format.number(marked)) : '',
    name: toName(phase, words, context),
    gauge: gauges.values[index],
    previousGauge: gauges.previous[index],
    target: gauges.targets[index],
    marked: toMarked(marked, count, gauges, index),
    isCurrent: options.current === id,
    isMissing: count === undefined,
    segment: { phase: id },
  };
}

/** People are marked on a gauge of people only. */
function toMarked(
  marked: number | undefined,
  count: number | undefined,
  gauges: Gauges,
  index: number,
): number | undefined {
  const gauge = gauges.values[index];
  if (!marked || !count || gauge === undefined || gauges.words.length > 0) return undefined;
  return (gauge * Math.min(marked, count)) / count;
}

/** `3 of 5, Loyalty: 1,280 people, 44%, 7.4 months median; in: 133 from Conversion; out: 142 to Attrition`. */
function toName(
  phase: PhaseFacts,
  words: { label: string; measured: string; share: string; speed: string },
  { facts, result, localization, options }: WheelViewContext,
): string {
  const { wheel, format, messages } = localization;
  const place = messages.fraction(format.number(phase.index + 1), format.number(facts.phases.length));
  const counted = phase.count === undefined ? wheel.missing : toPeopleWords(phase.count, localization);
  const people = words.measured ? `${words.measured}, ${counted}` : counted;
  const nameOf = (id: string): string => toPlaceName(id, facts, result, localization);
  const originOf = (id: string): string => toOriginName(id, facts, result, localization);
  const entering = (facts.flows ?? []).filter((flow) => flow.to === phase.id && flow.from !== phase.id);
  const leaving = (facts.flows ?? []).filter((flow) => flow.from === phase.id && flow.to !== phase.id);
  const marked = options.marks?.places[phase.id];
  const parts = [
    wheel.phaseName(place, words.label, people, words.share) + (words.speed ? `, ${words.speed}` : ''),
    entering.length > 0 &&
      wheel.enterFrom(
        format.list(entering.map((flow) => wheel.from(format.number(flow.count), originOf(flow.from)))),
      ),
    leaving.length > 0 &&
      wheel.leaveTo(format.list(leaving.map((flow) => wheel.to(format.number(flow.count), nameOf(flow.to))))),
    marked && wheel.marked(toWheelCount(marked, localization), options.marks?.label ?? ''),
  ];
  return parts.filter(Boolean).join(messages.language === 'fr' ? '\u00a0; ' : '; ');
}

function toBalance(
  { count, start, entered, left, residual, source }: PhaseFacts,
  localization: WheelLocalization,
): { balance: string; residual: string; wonBack: string } {
  const { wheel, format } = localization;
  const wonBack = source.wonBack ? wheel.wonBack(toWheelCount(source.wonBack, localization)) : '';
  if (count === undefined || start === undefined || entered === undefined || left === undefined)
    return { balance: '', residual: '', wonBack };
  const rest = residual ? wheel.residual({ n: Math.abs(residual), text: format.signed(residual) }) : '';
  return {
    balance: wheel.balance(
      format.number(start),
      toWheelCount(entered, localization),
      toWheelCount(left, localization),
      format.number(count),
      rest,
    ),
    residual: rest,
    wonBack,
  };
}

function toMetric(metric: WheelMetric, result: WheelResult, localization: WheelLocalization): MetricView {
  const { wheel } = localization;
  const { value, unit, previous, target } = metric;
  const say = (part: number): string => toValueWords(part, unit, result, localization);
  const hasTarget = target !== undefined && target !== null;
  const notes = [
    hasTarget ? wheel.target(say(target)) : '',
    previous === undefined || previous === null ? '' : wheel.previous(say(previous)),
  ];
  return {
    name: toMetricName(metric, localization),
    value: value === null ? wheel.unknown : say(value),
    note: notes.filter(Boolean).join(', '),
    met: hasTarget && value !== null ? value >= target : undefined,
  };
}

function toFriction(phase: PhaseFacts, result: WheelResult, localization: WheelLocalization): FrictionView[] {
  return sortFriction(phase.source.friction ?? []).map((point) => ({
    severity: point.severity,
    text: localization.wheel.frictionLine(
      toFrictionName(point, localization),
      toFrictionAmount(point, result, localization),
      localization.wheel.severity[point.severity],
    ),
  }));
}
