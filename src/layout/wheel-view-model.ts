import type { FlowKind, WheelMetric, WheelModel, WheelResult, WheelSegment } from '../engine/schema/wheel.ts';
import type { FrictionSeverity, WheelLocalization } from '../i18n/wheel-messages.ts';
import { computeWheelFacts, type FlowFacts, type PhaseFacts, type WheelFacts } from './wheel-facts.ts';
import { findLargest, layoutWheelSummary, type WheelSummary } from './wheel-summary.ts';
import {
  sortFriction,
  toDaysWords,
  toFrictionAmount,
  toFrictionName,
  isContacted,
  readThreshold,
  toMetricName,
  toOriginName,
  toPeopleWords,
  toPhaseName,
  toPlaceName,
  toSpanWords,
  toShortSpeeds,
  toSpeedWords,
  toValueWords,
  toWheelCount,
} from './wheel-words.ts';
import { toSafeHref } from './safe-href.ts';

/** What the gauges measure: people present, days in the phase, or the id of a metric of the result's. */
export const PEOPLE_METRIC = 'people';
export const DAYS_METRIC = 'days';

/** At most so many metrics of a phase are listed. Source: look.md §3. */
const LISTED_METRICS = 3;

/** How the reader wants it. */
export interface WheelViewOptions {
  localization: WheelLocalization;
  metric?: string | undefined;
  /** How many of some people are at each place, and who they are in words. */
  marks?: { readonly places: Readonly<Record<string, number>>; readonly label: string } | undefined;
  /** The place of the person who is shown. */
  current?: string | undefined;
  asOfIsClock?: boolean;
}

/** A point of friction in words. */
export interface FrictionView {
  text: string;
  severity: FrictionSeverity;
}

/** A measure of a phase in words. */
export interface MetricView {
  name: string;
  value: string;
  /** Target and the value before. */
  note: string;
  /** How it stands against its target. */
  met: boolean | undefined;
}

/** One phase, as picture, list and screen reader have it. */
export interface PhaseView {
  id: string;
  number: string;
  label: string;
  /** The number of people; `—` where unknown. */
  count: string;
  people: number | undefined;
  /** What the gauge measures, where that is not people. */
  measured: string;
  share: string;
  speed: string;
  /** The speed alone for the picture, and with its difference for the list. */
  shortSpeed: string;
  speedChange: string;
  /** `352 at the start + 171 − 133 = 390`; empty where it cannot be told. */
  balance: string;
  residual: string;
  wonBack: string;
  metrics: MetricView[];
  friction: FrictionView[];
  mark: string;
  /** The mark's number alone, for the picture. */
  shortMark: string;
  /** The whole of it in one sentence: the name of the button. */
  name: string;
  gauge: number | undefined;
  previousGauge: number | undefined;
  target: number | undefined;
  marked: number | undefined;
  isCurrent: boolean;
  isMissing: boolean;
  segment: WheelSegment;
}

/** One movement. */
export interface FlowView {
  key: string;
  from: string;
  to: string;
  kind: FlowKind;
  kindWord: string;
  count: string;
  /** `214 came in`, at an arrow outside of the ring. */
  words: string;
  name: string;
  segment: WheelSegment;
  facts: FlowFacts;
}

/** People in no phase. */
export interface OutsideView {
  id: string;
  name: string;
  count: string;
  /** Who is counted there; empty where it needs no rule or has none. */
  rule: string;
  /** The whole of it: the name of the button. */
  label: string;
  people: number | undefined;
  segment: WheelSegment;
}

/** Everything picture, list, names and announcer say: made once, so that they cannot disagree. */
export interface WheelViewModel {
  model: WheelModel;
  title: string;
  scope: string;
  state: 'ready' | 'empty';
  summary: WheelSummary;
  phases: PhaseView[];
  /** By size. `undefined`: the data has none to tell. */
  flows: FlowView[] | undefined;
  /** Declines, departures and returns, each with its sum. */
  flowSums: string[];
  /** In their place where there are none to tell. */
  flowsMissing: string;
  /** Those beyond the drawn, in words; empty where there are none. */
  moreFlows: string;
  kinds: { kind: FlowKind; word: string }[];
  outside: OutsideView[];
  unknown: string;
  hub: { total: string; unit: string; change: string; rate: string };
  gaugeNote: string;
  qualification: { name: string; count: string; rule: string }[];
  metrics: { id: string; name: string }[];
  halves: { before: string; after: string } | undefined;
  notices: { text: string; href: string | undefined }[];
  notes: string[];
  timeZone: string | undefined;
}

/** A result as the reader sees it. Pure; made anew for every result, locale and measure. */
export function layoutWheelView(result: WheelResult, options: WheelViewOptions): WheelViewModel {
  const { localization } = options;
  const facts = computeWheelFacts(result);
  const context = { result, facts, localization, options, gauges: toGauges(result, facts, options) };
  const flows = facts.flows?.map((flow) => toFlowView(flow, context));
  return {
    model: result.model,
    title: localization.wheel.title[result.model],
    scope: toScope(context),
    state: facts.isEmpty ? 'empty' : 'ready',
    summary: layoutWheelSummary(result, facts, localization),
    phases: facts.phases.map((phase) => toPhaseView(phase, context)),
    flows,
    flowSums: toFlowSums(context),
    flowsMissing: toFlowsMissing(result, localization),
    moreFlows: toMoreFlows(flows ?? [], localization),
    kinds: toKinds(flows ?? [], localization),
    outside: toOutside(context),
    unknown: result.unknown
      ? localization.wheel.unknownPhase(toWheelCount(result.unknown, localization))
      : '',
    hub: toHub(context),
    gaugeNote: context.gauges.note,
    qualification: toQualification(result, localization),
    metrics: toMetricChoices(result, localization),
    halves: toHalves(result, localization),
    notices: toNotices(result, localization),
    notes: toNotes(context),
    timeZone: result.timeZone,
  };
}

interface Context {
  result: WheelResult;
  facts: WheelFacts;
  localization: WheelLocalization;
  options: WheelViewOptions;
  gauges: Gauges;
}

/** The lengths along the ring: one unit for all, never two on one gauge. */
interface Gauges {
  values: (number | undefined)[];
  previous: (number | undefined)[];
  targets: (number | undefined)[];
  words: string[];
  note: string;
}

function toGauges(result: WheelResult, facts: WheelFacts, options: WheelViewOptions): Gauges {
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

function toPhaseView(phase: PhaseFacts, context: Context): PhaseView {
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
  { facts, result, localization, options }: Context,
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

function toFlowView(flow: FlowFacts, { result, facts, localization }: Context): FlowView {
  const { wheel, format } = localization;
  const from = toOriginName(flow.from, facts, result, localization);
  const to = toPlaceName(flow.to, facts, result, localization);
  const counted = toWheelCount(flow.count, localization);
  const contacted = isContacted(flow, facts);
  const kindWord = contacted ? wheel.contactedKind : wheel.flowKind[flow.kind];
  const word = contacted ? wheel.contactedWord(counted) : wheel.flowWord(flow.kind, counted);
  return {
    key: flow.key,
    from,
    to,
    kind: flow.kind,
    kindWord,
    count: format.number(flow.count),
    words: `${counted.text} ${word}`,
    name: wheel.flowName(from, to, wheel.people(counted), kindWord.toLocaleLowerCase(localization.tag)),
    segment: { from: flow.from, to: flow.to },
    facts: flow,
  };
}

/** What the movements that the sentence speaks of come to, one sum a kind. */
function toFlowSums({ facts, localization }: Context): string[] {
  const { wheel, format } = localization;
  if (!facts.flows) return [];
  const sums = [
    ['decline', facts.declined],
    ['leave', facts.left],
    ['return', facts.returned],
  ] as const;
  return sums
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => wheel.kindSum(wheel.flowKind[kind], format.number(count)));
}

/** Why there are no movements: not asked for, or not in the data. */
function toFlowsMissing({ comparedTo, origin }: WheelResult, { wheel }: WheelLocalization): string {
  const isOff = origin === 'computed' && (comparedTo === undefined || comparedTo === null);
  return isOff ? wheel.notCompared : wheel.noMovements;
}

function toMoreFlows(flows: readonly FlowView[], localization: WheelLocalization): string {
  const rest = flows.filter(({ facts }) => !facts.drawn);
  if (rest.length === 0) return '';
  const people = rest.reduce((sum, { facts }) => sum + facts.count, 0);
  return localization.wheel.moreFlows(
    toWheelCount(rest.length, localization),
    toPeopleWords(people, localization),
  );
}

const KINDS: readonly FlowKind[] = ['move', 'decline', 'return', 'leave', 'enter', 'bring'];

function toKinds(flows: readonly FlowView[], { wheel }: WheelLocalization): WheelViewModel['kinds'] {
  const drawn = flows.filter(({ facts }) => facts.drawn);
  return KINDS.filter((kind) => drawn.some((flow) => flow.kind === kind)).map((kind) => ({
    kind,
    word: wheel.flowKind[kind],
  }));
}

function toOutside({ result, facts, localization }: Context): WheelViewModel['outside'] {
  return (result.outside ?? []).map((place, index) => {
    const id = place.id ?? String(index);
    const name = toPlaceName(id, facts, result, localization);
    const people =
      place.count === null ? localization.wheel.unknown : toPeopleWords(place.count, localization);
    const months = id === 'former' ? readThreshold(result, 'formerMonths') : undefined;
    return {
      id,
      name,
      rule: months === undefined ? '' : localization.wheel.formerRule(toWheelCount(months, localization)),
      label: localization.wheel.outsideName(name, people),
      count: place.count === null ? '—' : localization.format.number(place.count),
      people: place.count ?? undefined,
      segment: { outside: id },
    };
  });
}

/** The phase whose share says how the whole stands. */
const KEY_PHASES: Record<WheelModel, string> = {
  lifecycle: 'loyalty',
  engagement: 'retention',
  flywheel: 'advocacy',
};

function toHub(context: Context): WheelViewModel['hub'] {
  const { facts, localization } = context;
  const { wheel, format } = localization;
  const total = toWheelCount(facts.total, localization);
  const key = facts.phases.find(({ id }) => id === KEY_PHASES[facts.model]) ?? findLargest(facts)[0];
  return {
    total: total.text,
    unit: wheel.peopleWord(total),
    change: toHubChange(context),
    rate:
      key?.share === undefined
        ? ''
        : wheel.hubRate(toPhaseName(key, localization), format.percent(key.share, facts.total)),
  };
}

function toHubChange({ facts, localization }: Context): string {
  const { wheel, format } = localization;
  const span = toSpanWords(facts, localization);
  if (facts.change === undefined || !span) return '';
  return facts.change === 0 ? wheel.noChange(span) : wheel.netChange(format.signed(facts.change), span);
}

function toQualification(
  { qualification }: WheelResult,
  { wheel, format }: WheelLocalization,
): WheelViewModel['qualification'] {
  if (!qualification) return [];
  const { mql, sal, sql } = qualification;
  return [
    { name: wheel.mql, count: format.number(mql), rule: wheel.mqlRule },
    { name: wheel.sal, count: format.number(sal), rule: wheel.salRule },
    { name: wheel.sql, count: format.number(sql), rule: wheel.sqlRule },
  ];
}

function toMetricChoices(result: WheelResult, localization: WheelLocalization): WheelViewModel['metrics'] {
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

function toHalves({ model, phases }: WheelResult, { wheel }: WheelLocalization): WheelViewModel['halves'] {
  return model === 'engagement' && phases.length % 2 === 0
    ? { before: wheel.before, after: wheel.after }
    : undefined;
}

/** A total that lacks a phase says so. */
function toMissingWords({ facts, localization }: Context): string {
  const missing = facts.phases.filter(({ count }) => count === undefined);
  if (missing.length === 0) return '';
  const names = missing.map((phase) => toPhaseName(phase, localization));
  return ` (${localization.wheel.without(localization.format.list(names))})`;
}

function toScope(context: Context): string {
  const { result, facts, localization } = context;
  const { wheel, format } = localization;
  const { asOf, comparedTo, timeZone } = result;
  const parts = [
    facts.isEmpty ? '' : toPeopleWords(facts.total, localization) + toMissingWords(context),
    asOf === undefined || asOf === null ? '' : wheel.scopeAsOf(format.date(asOf, timeZone)),
    comparedTo === undefined || comparedTo === null
      ? ''
      : wheel.scopeSince(format.date(comparedTo, timeZone)),
  ];
  return parts.filter(Boolean).join(' · ');
}

function toNotices({ notices }: WheelResult, { wheel }: WheelLocalization): WheelViewModel['notices'] {
  return (notices ?? []).map(({ code, href }) => ({ text: wheel.notice(code), href: toSafeHref(href) }));
}

function toNotes({ result, facts, localization, options }: Context): string[] {
  const { wheel, format } = localization;
  const { asOf, timeZone } = result;
  const date = asOf === undefined || asOf === null ? '' : format.dateTime(asOf, timeZone);
  const origin = [
    result.origin === 'computed' ? wheel.computedHere : wheel.supplied,
    date && !options.asOfIsClock ? wheel.asOf(date) : '',
    timeZone ? wheel.timeZone(timeZone) : '',
  ];
  const notes = [
    facts.flows?.some(({ kind }) => kind === 'bring') ? wheel.bringNote : '',
    `${origin.filter(Boolean).join(' · ')}.`,
  ];
  return notes.filter(Boolean);
}
