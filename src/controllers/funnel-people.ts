import type { ExplainedStep, Explanation, PeopleQuery, RejectionReason } from '../engine/index.ts';
import type { FunnelResult, FunnelSegment, ResultStep, RunOptions, Segment } from '../engine/schema/index.ts';
import { listSegments } from '../engine/schema/list-segments.ts';
import { toStepId } from '../engine/schema/step-id.ts';
import { type Localization, toLocalizedText } from '../i18n/index.ts';
import { formatEventType, isolateText } from '../i18n/people-values.ts';
import {
  findStep,
  findStepIndex,
  formatFunnelHeading,
  formatStepName,
  type FunnelReading,
} from './funnel-heading.ts';
import type { PeopleColumnInfo, PeopleDescription, PeoplePlace } from './people-host.ts';

/** Events that did not count are told of up to this many a step: the last ones. */
const MOST_REJECTED = 3;

function findGroupSteps(result: FunnelResult, { group }: Segment) {
  if (group === undefined) return undefined;
  const wanted = JSON.stringify(group);
  return result.breakdown?.groups.find(({ value }) => JSON.stringify(value) === wanted)?.steps ?? [];
}

/** The number a result shows for a segment; undefined where it has none, and of several, which may overlap. */
export function getSegmentCount(result: FunnelResult, of: FunnelSegment): number | undefined {
  const [segment, ...others] = listSegments(of);
  // How many took so long, or began in a period, is not a number of the steps: the list counts them itself.
  const isOfSteps = segment && !segment.took && !segment.period && others.length === 0;
  return isOfSteps ? getCount(result, segment) : undefined;
}

function getCount(result: FunnelResult, segment: Segment): number | undefined {
  const steps: readonly Partial<ResultStep>[] = findGroupSteps(result, segment) ?? result.steps;
  const step = steps[findStepIndex(result, segment.step)];
  const { outcome } = segment;
  if (outcome === 'converted') return step?.converted ?? step?.count ?? undefined;
  if (outcome === 'entered' || outcome === 'open' || outcome === 'dropped')
    return step?.[outcome] ?? undefined;
  return outcome === 'skipped' ? step?.skipped : step?.outcomes?.find((one) => one.id === outcome)?.count;
}

/** Whether a result has the step of a segment, and its group where it is of one; of several segments, all of them. */
export function hasSegment(result: FunnelResult, of: FunnelSegment): boolean {
  return listSegments(of).every((segment) => {
    const hasGroup = findGroupSteps(result, segment)?.length !== 0;
    return hasGroup && findStep(result, segment.step) !== undefined;
  });
}

/** What the names in a segment refer to: another funnel's steps, or another property's groups, are other people. */
function toFrame(result: FunnelResult, of: FunnelSegment): string {
  const segments = listSegments(of);
  const by = segments.some(({ group }) => group !== undefined) ? result.breakdown?.by : undefined;
  return JSON.stringify([
    result.funnel?.id,
    segments.map(({ step }) => findStep(result, step) !== undefined),
    by,
  ]);
}

function formatNobody(localization: Localization, of: FunnelSegment): string {
  const { nobody } = localization.messages.people;
  const [outcome, ...others] = new Set(listSegments(of).map((segment) => segment.outcome));
  const isKnown = outcome === 'dropped' || outcome === 'open' || outcome === 'converted';
  return isKnown && others.length === 0 ? nobody[outcome] : nobody.other;
}

/** The steps of a result as the places of its people. */
export function listPlaces(result: FunnelResult): PeoplePlace[] {
  return result.steps.map((step, index) => ({ id: toStepId(step, index), name: step.name }));
}

function toScope(result: FunnelResult, filters: RunOptions['filters']): PeopleDescription['rule'] {
  const { funnel, range } = result;
  return {
    ...(funnel?.id ? { funnel: funnel.id } : {}),
    ...(range ? { range: { from: range.from, to: range.to } } : {}),
    ...(filters && Object.keys(filters).length > 0 ? { filters } : {}),
  };
}

/** Whether somebody's time runs in all of a list. */
function isOfOpen(of: FunnelSegment): boolean {
  return listSegments(of).every(({ outcome }) => outcome === 'open');
}

/**
 * The order people come in where none is asked for: of those whose time runs, whose ends soonest stand first. Numbers
 * that were supplied have a server of their own, which may not know that order.
 */
export function orderPeople(
  result: FunnelResult | undefined,
  of: FunnelSegment,
  query: PeopleQuery,
): PeopleQuery {
  if (query.sort || result?.origin !== 'computed' || !isOfOpen(of)) return query;
  return { ...query, sort: { by: 'deadline' } };
}

function listPeopleColumns(
  of: FunnelSegment,
  { messages, format }: Localization,
  timeZone: string | undefined,
): PeopleColumnInfo[] {
  if (!isOfOpen(of)) return [];
  return [
    {
      id: 'deadline',
      title: messages.people.deadline,
      format: ({ deadline }) => (deadline ? format.dateTime(deadline, timeZone) : ''),
      sortBy: 'deadline',
    },
  ];
}

/** What a list says about a part of a funnel, or several parts together. Source: look.md §2, "Header". */
export function describeFunnelPeople(
  result: FunnelResult,
  segment: FunnelSegment,
  localization: Localization,
  filters?: RunOptions['filters'],
): PeopleDescription {
  const template = result.links?.people;
  return {
    heading: formatFunnelHeading({ result, localization }, segment),
    subject: result.subject ?? 'person',
    count: getSegmentCount(result, segment),
    exists: hasSegment(result, segment),
    frame: toFrame(result, segment),
    nobody: formatNobody(localization, segment),
    asOf: result.asOf,
    timeZone: result.range?.timeZone,
    places: listPlaces(result),
    columns: listPeopleColumns(segment, localization, result.range?.timeZone),
    isFilterable: template === undefined || /[{,&?]where[,}]/.test(template),
    rule: toScope(result, filters),
  };
}

/** Of a step that is done, what these say of an event is worth knowing; that another one counts is plain. */
const TELLING: ReadonlySet<RejectionReason> = new Set(['too-early', 'too-late', 'already-used', 'excluded']);

function formatExplainedStep(reading: FunnelReading, step: ExplainedStep, timeZone?: string): string[] {
  const isDone = step.match !== undefined && step.verdict === 'converted';
  const isFirst = findStepIndex(reading.result, step.step) === 0;
  // Of a step that was never reached it says nothing of why; of the first it is all that can be said.
  if (step.verdict === 'not-entered' && !isFirst) return [formatVerdict(reading, step, timeZone)];
  const rejected = isDone ? step.rejected.filter(({ reason }) => TELLING.has(reason)) : step.rejected;
  return [formatVerdict(reading, step, timeZone), ...formatRejected(reading, rejected, timeZone)];
}

function formatVerdict(
  reading: FunnelReading,
  { step, match, verdict, outcome }: ExplainedStep,
  timeZone?: string,
): string {
  const { localization, result } = reading;
  const { messages, format, tag } = localization;
  const words = messages.people;
  const name = formatStepName(reading, step);
  if (!match) return words.explainVerdict(name, verdict);
  if (!match.type) return words.explainAbsent(name);
  const event = formatEventType(localization, match.type);
  const date = format.dateTime(match.at, timeZone);
  if (outcome === undefined) return words.explainMatch(name, event, date);
  const outcomes = findStep(result, step)?.outcomes ?? [];
  const label = toLocalizedText(outcomes.find(({ id }) => id === outcome)?.name, tag, outcome);
  return words.explainOutcome(name, isolateText(label), event, date);
}

function formatRejected(
  { localization }: FunnelReading,
  rejected: ExplainedStep['rejected'],
  timeZone?: string,
): string[] {
  const { messages, format } = localization;
  const words = messages.people;
  const told = rejected
    .slice(-MOST_REJECTED)
    .map(({ type, at, reason }) =>
      words.explainRejected(formatEventType(localization, type), format.dateTime(at, timeZone), reason),
    );
  const more = rejected.length - told.length;
  return more > 0 ? [...told, words.explainMore({ n: more, text: format.number(more) })] : told;
}

/** Why someone is counted where they are: a sentence for each step, and for the events that nearly filled one. */
export function describeFunnelExplanation(
  result: FunnelResult,
  explanation: Explanation,
  localization: Localization,
  timeZone = result.range?.timeZone,
): string[] {
  return explanation.steps.flatMap((step) => formatExplainedStep({ result, localization }, step, timeZone));
}
