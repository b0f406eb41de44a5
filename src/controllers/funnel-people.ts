import type { ExplainedStep, Explanation } from '../engine/index.ts';
import type { FunnelResult, ResultStep, RunOptions, Segment } from '../engine/schema/index.ts';
import { toLocalizedText, type Localization } from '../i18n/index.ts';
import { formatPropertyValue, isolateText, toWords } from '../i18n/people-values.ts';
import type { PeopleDescription, PeoplePlace } from './people-host.ts';

/** Events that did not count are told of up to this many a step: the last ones. */
const MOST_REJECTED = 3;

/** A result, and the language it is read in. */
interface Reading {
  result: FunnelResult;
  localization: Localization;
}

function findIndex(result: FunnelResult, id: string): number {
  return result.steps.findIndex((step, index) => (step.id ?? String(index)) === id);
}

function findStep(result: FunnelResult, id: string): ResultStep | undefined {
  return result.steps[findIndex(result, id)];
}

function formatStep({ result, localization }: Reading, id: string): string {
  return isolateText(toLocalizedText(findStep(result, id)?.name, localization.tag, id));
}

function formatBase(reading: Reading, id: string): string | undefined {
  const { result, localization } = reading;
  const index = findIndex(result, id);
  const before = result.steps[index - 1];
  const base = result.steps[index]?.base ?? before?.id;
  if (base === undefined || base === null) return before && toLocalizedText(before.name, localization.tag);
  const ids = Array.isArray(base) ? base : [base];
  return localization.format.either(ids.map((one) => formatStep(reading, one)));
}

function formatOutcome(reading: Reading, segment: Segment): string {
  const { result, localization } = reading;
  const words = localization.messages.people;
  const step = findStep(result, segment.step);
  const name = formatStep(reading, segment.step);
  const base = formatBase(reading, segment.step);
  switch (segment.outcome) {
    case 'entered':
      return words.pathEntered(base ?? name);
    case 'converted':
      return words.pathConverted(base, name);
    case 'dropped':
      return step?.bounded === false ? words.pathNotYet(base, name) : words.pathDropped(base, name);
    case 'open':
      return words.pathOpen(base, name);
    case 'skipped':
      return words.pathSkipped(base, name);
    default: {
      const outcome = step?.outcomes?.find((one) => one.id === segment.outcome);
      return words.pathOutcome(base, name, toLocalizedText(outcome?.name, localization.tag, segment.outcome));
    }
  }
}

function formatGroup({ result, localization }: Reading, group: Segment['group']): string | undefined {
  if (group === undefined) return undefined;
  if (group !== null && typeof group === 'object' && !Array.isArray(group))
    return localization.messages.people.otherGroup;
  const property = result.breakdown?.property ?? '';
  const properties = Array.isArray(property) ? property : [property];
  const values = Array.isArray(group) ? group : [group];
  return values
    .map((value, index) => isolateText(formatPropertyValue(localization, properties[index] ?? '', value)))
    .join(', ');
}

function formatHeading(reading: Reading, segment: Segment): string {
  const group = formatGroup(reading, segment.group);
  const path = formatOutcome(reading, segment);
  return group === undefined ? path : `${path} · ${group}`;
}

function findGroupSteps(result: FunnelResult, { group }: Segment) {
  if (group === undefined) return undefined;
  const wanted = JSON.stringify(group);
  return result.breakdown?.groups.find(({ value }) => JSON.stringify(value) === wanted)?.steps ?? [];
}

/** The number a result shows for a segment; undefined where it has none. */
export function getSegmentCount(result: FunnelResult, segment: Segment): number | undefined {
  const steps: readonly Partial<ResultStep>[] = findGroupSteps(result, segment) ?? result.steps;
  const step = steps[findIndex(result, segment.step)];
  const { outcome } = segment;
  if (outcome === 'converted') return step?.converted ?? step?.count ?? undefined;
  if (outcome === 'entered' || outcome === 'open' || outcome === 'dropped')
    return step?.[outcome] ?? undefined;
  return outcome === 'skipped' ? step?.skipped : step?.outcomes?.find((one) => one.id === outcome)?.count;
}

/** Whether a result has the step of a segment, and its group where it is of one. */
export function hasSegment(result: FunnelResult, segment: Segment): boolean {
  const hasGroup = findGroupSteps(result, segment)?.length !== 0;
  return hasGroup && findStep(result, segment.step) !== undefined;
}

/** What the names in a segment refer to: another funnel's steps, or another property's groups, are other people. */
function toFrame(result: FunnelResult, { step, group }: Segment): string {
  const by = group === undefined ? undefined : result.breakdown?.by;
  return JSON.stringify([result.funnel?.id, findStep(result, step) !== undefined, by]);
}

function formatNobody(localization: Localization, outcome: string): string {
  const { nobody } = localization.messages.people;
  return outcome === 'dropped' || outcome === 'open' || outcome === 'converted'
    ? nobody[outcome]
    : nobody.other;
}

/** The steps of a result as the places of its people. */
export function listPlaces(result: FunnelResult): PeoplePlace[] {
  return result.steps.map(({ id, name }, index) => ({ id: id ?? String(index), name }));
}

function toScope(result: FunnelResult, filters: RunOptions['filters']): PeopleDescription['rule'] {
  const { funnel, range } = result;
  return {
    ...(funnel?.id ? { funnel: funnel.id } : {}),
    ...(range ? { range: { from: range.from, to: range.to } } : {}),
    ...(filters && Object.keys(filters).length > 0 ? { filters } : {}),
  };
}

/** What a list says about a part of a funnel. Source: look.md §2, "Header". */
export function describeFunnelPeople(
  result: FunnelResult,
  segment: Segment,
  localization: Localization,
  filters?: RunOptions['filters'],
): PeopleDescription {
  const template = result.links?.people;
  return {
    heading: formatHeading({ result, localization }, segment),
    subject: result.subject ?? 'person',
    count: getSegmentCount(result, segment),
    exists: hasSegment(result, segment),
    frame: toFrame(result, segment),
    nobody: formatNobody(localization, segment.outcome),
    asOf: result.asOf,
    timeZone: result.range?.timeZone,
    places: listPlaces(result),
    isFilterable: template === undefined || /[{,&?]where[,}]/.test(template),
    rule: toScope(result, filters),
  };
}

function formatExplainedStep(reading: Reading, step: ExplainedStep, timeZone?: string): string[] {
  const { messages, format } = reading.localization;
  const words = messages.people;
  const name = formatStep(reading, step.step);
  const toDate = (instant: string | number) => format.dateTime(instant, timeZone);
  const { match } = step;
  const done = match?.type
    ? words.explainMatch(name, toWords(match.type), toDate(match.at))
    : match
      ? words.explainAbsent(name)
      : words.explainVerdict(name, step.verdict);
  // Of a step that is done or was never reached, the events that did not count say nothing of why.
  if (match || step.verdict === 'not-entered') return [done];
  return [
    done,
    ...step.rejected
      .slice(-MOST_REJECTED)
      .map((event) => words.explainRejected(toWords(event.type), toDate(event.at), event.reason)),
  ];
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
