import type { WheelMetric, WheelModel, WheelResult } from '../engine/schema/wheel.ts';
import type { WheelLocalization } from '../i18n/wheel-localization.ts';
import type { WheelFacts } from './wheel-facts.ts';
import { findLargest } from './wheel-summary.ts';
import type { WheelViewModel, WheelViewOptions } from './wheel-view.ts';
import { toDaysWords, toMetricName, toPeopleWords, toPhaseName, toValueWords } from './wheel-words.ts';

/** What the gauges measure: people present, days in the phase, or the id of a metric of the result's. */
export const PEOPLE_METRIC = 'people';

export const DAYS_METRIC = 'days';

/** The lengths along the ring: one unit for all, never two on one gauge. */
export interface Gauges {
  values: (number | undefined)[];
  previous: (number | undefined)[];
  targets: (number | undefined)[];
  words: string[];
  note: string;
}

/** The gauges of what the reader chose: people, days, or a metric that any phase has. */
export function toGauges(result: WheelResult, facts: WheelFacts, options: WheelViewOptions): Gauges {
  const { metric = PEOPLE_METRIC, localization } = options;
  if (metric === DAYS_METRIC) return toDaysGauges(facts, localization);
  const offered = facts.phases.map(({ source }) => source.metrics?.find(({ id }) => id === metric));
  return offered.some(Boolean)
    ? toMetricGauges(offered, result, localization)
    : toPeopleGauges(facts, localization);
}

function toPeopleGauges(facts: WheelFacts, localization: WheelLocalization): Gauges {
  const { wheel } = localization;
  const values = facts.phases.map(({ count }) => count);
  const previous = facts.phases.map(({ start }) => start);
  const full = Math.max(0, ...values.map((value) => value ?? 0), ...previous.map((value) => value ?? 0));
  const largest = findLargest(facts)[0];
  const isPhase = largest !== undefined && largest.count === full;
  const words = toPeopleWords(full, localization);
  const name = isPhase ? `${words} (${toPhaseName(largest, localization)})` : words;
  const note = full > 0 ? wheel.gauge(wheel.metricPeople.toLocaleLowerCase(localization.tag), name) : '';
  return { ...scaleTo(full, values, previous, []), words: [], note: withTick(note, previous, localization) };
}

function toDaysGauges(facts: WheelFacts, localization: WheelLocalization): Gauges {
  const { wheel, tag } = localization;
  const values = facts.phases.map(({ source }) => source.medianDays ?? undefined);
  const previous = facts.phases.map(({ source }) => source.previousMedianDays ?? undefined);
  const full = Math.max(0, ...values.map((value) => value ?? 0), ...previous.map((value) => value ?? 0));
  // Never its people in their place: a number under the heading of days is read as days.
  const words = values.map((value) => (value === undefined ? '—' : toDaysWords(value, localization)));
  const note = wheel.gauge(
    toDaysName(facts.model, localization).toLocaleLowerCase(tag),
    toDaysWords(full, localization),
  );
  return {
    ...scaleTo(full, values, previous, []),
    words,
    note: full > 0 ? withTick(note, previous, localization) : '',
  };
}

function toMetricGauges(
  offered: (WheelMetric | undefined)[],
  result: WheelResult,
  localization: WheelLocalization,
): Gauges {
  const { wheel } = localization;
  const first = offered.find((metric) => metric !== undefined);
  const read = (field: 'value' | 'previous' | 'target'): (number | undefined)[] =>
    // Another unit under the same id is another measure: it is not put on this gauge.
    offered.map((metric) => (metric?.unit === first?.unit ? (metric?.[field] ?? undefined) : undefined));
  const [values, previous, targets] = [read('value'), read('previous'), read('target')];
  const isShare = first?.unit === 'share';
  const all = [...values, ...previous, ...targets].map((value) => value ?? 0);
  const full = isShare ? 1 : Math.max(0, ...all);
  const name = first ? toMetricName(first, localization) : '';
  const unit = first?.unit ?? 'count';
  const words = values.map((value) =>
    value === undefined ? '—' : toValueWords(value, unit, result, localization),
  );
  const note = isShare
    ? wheel.gaugeShare(name)
    : wheel.gauge(name, toValueWords(full, unit, result, localization));
  return { ...scaleTo(full, values, previous, targets), words, note: withTick(note, previous, localization) };
}

/** What a phase's days are: a flywheel's are those to the next phase. */
function toDaysName(model: WheelModel, { wheel }: WheelLocalization): string {
  return model === 'flywheel' ? wheel.metricDaysNext : wheel.metricDays;
}

/** What the line across a gauge is, where there is one. */
function withTick(
  note: string,
  previous: readonly (number | undefined)[],
  { wheel }: WheelLocalization,
): string {
  return note && previous.some((value) => value !== undefined) ? `${note} ${wheel.tick}` : note;
}

function scaleTo(
  full: number,
  values: (number | undefined)[],
  previous: (number | undefined)[],
  targets: (number | undefined)[],
): Pick<Gauges, 'values' | 'previous' | 'targets'> {
  const scale = (value: number | undefined): number | undefined =>
    value === undefined || full <= 0 ? undefined : Math.max(0, value / full);
  return { values: values.map(scale), previous: previous.map(scale), targets: targets.map(scale) };
}

/** What the gauges can be set to. */
export function toMetricChoices(
  result: WheelResult,
  localization: WheelLocalization,
): WheelViewModel['metrics'] {
  const { wheel } = localization;
  const all = result.phases.flatMap(({ metrics }) => metrics ?? []);
  const own = new Map(all.map((metric) => [metric.id, toMetricName(metric, localization)]));
  const hasDays = result.phases.some(({ medianDays }) => medianDays !== undefined && medianDays !== null);
  return [
    { id: PEOPLE_METRIC, name: wheel.metricPeople },
    ...(hasDays ? [{ id: DAYS_METRIC, name: toDaysName(result.model, localization) }] : []),
    ...[...own].map(([id, name]) => ({ id, name })),
  ];
}
