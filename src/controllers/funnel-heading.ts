import type { FunnelResult, FunnelSegment, ResultStep, Segment } from '../engine/schema/index.ts';
import { listSegments } from '../engine/schema/list-segments.ts';
import { toStepId } from '../engine/schema/step-id.ts';
import { toLocalizedText, type Localization } from '../i18n/index.ts';
import { formatPropertyValue, isolateText } from '../i18n/people-values.ts';

/** A result, and the language it is read in. */
export interface FunnelReading {
  result: FunnelResult;
  localization: Localization;
}

/** Where the step of an id stands in a result; −1 where it is gone. */
export function findStepIndex(result: FunnelResult, id: string): number {
  return result.steps.findIndex((step, index) => toStepId(step, index) === id);
}

/** The step of an id. */
export function findStep(result: FunnelResult, id: string): ResultStep | undefined {
  return result.steps[findStepIndex(result, id)];
}

/** The name of a step, inside of a sentence. */
export function formatStepName({ result, localization }: FunnelReading, id: string): string {
  return isolateText(toLocalizedText(findStep(result, id)?.name, localization.tag, id));
}

function formatBase(reading: FunnelReading, id: string): string | undefined {
  const { result, localization } = reading;
  const index = findStepIndex(result, id);
  const before = result.steps[index - 1];
  const base = result.steps[index]?.base ?? before?.id;
  if (base === undefined || base === null) return before && toLocalizedText(before.name, localization.tag);
  const ids = Array.isArray(base) ? base : [base];
  return localization.format.either(ids.map((one) => formatStepName(reading, one)));
}

function formatGroup({ result, localization }: FunnelReading, group: Segment['group']): string | undefined {
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

/** Segments that are said in one breath: "lost before A or B · Website or Referral". */
interface Phrase {
  steps: readonly [string, ...string[]];
  outcome: string;
  /** The names of its groups; undefined where it is of everybody. */
  groups: readonly string[] | undefined;
  /** The step it is reckoned from, where that is not the base: of a trend, or of a time taken. */
  from: string | undefined;
  /** When they entered and how long they took, where it is of a point of a trend or a bar of a histogram. */
  limits: string;
}

/** `entered the week of Oct 5`, `took 7 days to 14 days`; empty where it is of all times. */
function formatLimits({ result, localization }: FunnelReading, { period, took }: Segment): string {
  const { messages, format } = localization;
  const words = messages.people;
  const zone = result.range?.timeZone;
  const say = (seconds: number) => format.duration(seconds, 'long');
  const limits = [
    period ? words.enteredIn(format.period(period.start, period.interval, zone), period.interval) : '',
    took?.min !== undefined && took.max !== undefined ? words.tookBetween(say(took.min), say(took.max)) : '',
    took?.min !== undefined && took.max === undefined ? words.tookAtLeast(say(took.min)) : '',
    took?.min === undefined && took?.max !== undefined ? words.tookLess(say(took.max)) : '',
  ];
  return limits.filter(Boolean).join(' · ');
}

/** Puts together what differs in one thing only. */
function mergePhrases(
  phrases: readonly Phrase[],
  toKey: (phrase: Phrase) => unknown,
  merge: (a: Phrase, b: Phrase) => Phrase,
): Phrase[] {
  const merged = new Map<string, Phrase>();
  for (const phrase of phrases) {
    const key = JSON.stringify(toKey(phrase));
    const known = merged.get(key);
    merged.set(key, known ? merge(known, phrase) : phrase);
  }
  return [...merged.values()];
}

/** The phrases of segments: groups of the same people first, then steps of the same outcome and groups. */
function toPhrases(reading: FunnelReading, segment: FunnelSegment): Phrase[] {
  const single = listSegments(segment).map((each): Phrase => {
    const { step, outcome, group, period, took } = each;
    const name = formatGroup(reading, group);
    return {
      steps: [step],
      outcome,
      groups: name === undefined ? undefined : [name],
      from: took?.from ?? period?.from,
      limits: formatLimits(reading, each),
    };
  });
  const isOpenEnded = ([id]: Phrase['steps']) => findStep(reading.result, id)?.bounded === false;
  const byStep = mergePhrases(
    single,
    ({ steps, outcome, groups, from, limits }) => [steps, outcome, groups === undefined, from, limits],
    (a, b) => ({ ...a, groups: a.groups && [...new Set([...a.groups, ...(b.groups ?? [])])] }),
  );
  return mergePhrases(
    byStep,
    ({ steps, outcome, groups, from, limits }) => [outcome, groups, isOpenEnded(steps), from, limits],
    (a, b) => ({ ...a, steps: [...a.steps, ...b.steps] }),
  );
}

function formatOutcome(reading: FunnelReading, { steps, outcome, from: start }: Phrase): string {
  const { result, localization } = reading;
  const words = localization.messages.people;
  const step = findStep(result, steps[0]);
  const name = localization.format.either(steps.map((id) => formatStepName(reading, id)));
  // Where they came from is said as far as all came from the same.
  const bases =
    start === undefined ? steps.map((id) => formatBase(reading, id)) : [formatStepName(reading, start)];
  const [base, ...others] = new Set(bases);
  const from = others.length === 0 ? base : undefined;
  switch (outcome) {
    case 'entered':
      return words.pathEntered(from ?? name);
    case 'converted':
      return words.pathConverted(from, name);
    case 'dropped':
      return step?.bounded === false ? words.pathNotYet(from, name) : words.pathDropped(from, name);
    case 'open':
      return words.pathOpen(from, name);
    case 'skipped':
      return words.pathSkipped(from, name);
    default: {
      const { name: said } = step?.outcomes?.find((one) => one.id === outcome) ?? {};
      return words.pathOutcome(from, name, toLocalizedText(said, localization.tag, outcome));
    }
  }
}

function formatPhrase(reading: FunnelReading, phrase: Phrase): string {
  const path = formatOutcome(reading, phrase);
  const groups = phrase.groups ? reading.localization.format.either(phrase.groups) : '';
  return [path, groups, phrase.limits].filter(Boolean).join(' · ');
}

/** Where the people of a segment stand, in words; of several, "A or B", as whoever is in any of them is meant. */
export function formatFunnelHeading(reading: FunnelReading, segment: FunnelSegment): string {
  const phrases = toPhrases(reading, segment).map((phrase) => formatPhrase(reading, phrase));
  return reading.localization.format.either(phrases);
}
