import { isMissing, meetsCondition, readProperty } from './conditions.ts';
import { eventsUntilNow, isAbsent, stepCandidates, type EventTest } from './candidates.ts';
import { isNotBefore, isWithin, mayFollow } from './moments.ts';
import { byOrder } from './subjects.ts';
import { excludedEvents, judgeTaints } from './exclusions.ts';
import type { Attempt, Moment, OracleEvent, Run, Step, Subject } from './types.ts';

type Matches = Array<Moment | undefined>;

/** What one held value of one subject leaves to build attempts from. */
interface Material {
  subject: Subject;
  run: Run;
  held: string;
  /** Per step, in order. */
  candidates: OracleEvent[][];
  /** Per step: an absent step that the subject passes. */
  absent: boolean[];
  /** The stream of `strict` order. */
  stream: OracleEvent[];
  /** Per exclusion: the events it speaks of. */
  excluded: OracleEvent[][];
}

/** Every valid attempt of a subject. */
export function listAttempts(subject: Subject, run: Run, test?: EventTest): Attempt[] {
  const all = run.steps.map((step) => stepCandidates(subject, step, run, test));
  const absent = run.steps.map((step) => step.absent && isAbsent(subject, step, run, test));
  const stream = streamOf(subject, run);
  const excluded = run.exclusions.map((rule) => excludedEvents(rule, subject, run));
  return heldValues(all.flat(), run).flatMap((held) => {
    const candidates = all.map((events) => events.filter((event) => heldValue(event, run) === held));
    return attemptsOf({ subject, run, held, candidates, absent, stream, excluded });
  });
}

function attemptsOf(material: Material): Attempt[] {
  const { order } = material.run;
  if (order === 'independent') return independentAttempts(material);
  if (order === 'unordered') return unorderedAttempts(material);
  return orderedAttempts(material);
}

/** The held properties of an event as one text; undefined when one of them is missing. */
function heldValue(event: OracleEvent, run: Run): string | undefined {
  const values = run.hold.map((name) => readProperty(name, event.props, event.person));
  if (values.some(isMissing) && run.plant !== 'hold-matches-missing') return undefined;
  return JSON.stringify(values.map(String));
}

function heldValues(events: OracleEvent[], run: Run): string[] {
  if (run.hold.length === 0) return ['[]'];
  return [...new Set(events.map((event) => heldValue(event, run)))].filter((held) => held !== undefined);
}

/** `strict`: table events in range that fulfil the funnel's own conditions. */
function streamOf(subject: Subject, run: Run): OracleEvent[] {
  return eventsUntilNow(subject, run)
    .filter((event) => event.table >= 0 && event.instant >= run.from && event.instant <= run.to)
    .filter((event) => meetsCondition(event, { types: ['*'], where: run.where }, run))
    .sort(byOrder);
}

/** The instant of an absent step: the start of the range. */
function absentMoment(run: Run): Moment {
  return { instant: run.from, dayOnly: false, day: run.calendar.dayOf(run.from), table: -2, row: 0 };
}

/** What can start an attempt. */
function starts({ run, candidates, absent }: Material): Moment[] {
  if (run.steps[0]!.absent) return absent[0] ? [absentMoment(run)] : [];
  return candidates[0]!.filter((event) => exitOutcome(event, run.steps[0]!, run) === undefined);
}

function finish({ run, held, excluded }: Material, matches: Matches, more: Partial<Attempt> = {}): Attempt {
  const droppedBy = more.droppedBy ?? run.steps.map(() => undefined);
  const attempt = {
    start: matches[0]!,
    matches,
    droppedBy,
    held,
    ...(more.filled && { filled: more.filled }),
  };
  return { ...attempt, ...judgeTaints(matches, excluded, run) };
}

// ---------------------------------------------------------------- independent

/** One attempt a start; each step is judged by itself, the required ones first. */
function independentAttempts(material: Material): Attempt[] {
  const { run } = material;
  return starts(material).map((start) => {
    const matches: Matches = run.steps.map((step) => (step.index === 0 ? start : undefined));
    const droppedBy: Array<string | undefined> = run.steps.map(() => undefined);
    const rest = run.steps.slice(1);
    for (const step of [...rest.filter((step) => !step.optional), ...rest.filter((step) => step.optional)]) {
      if (matchedBases(step, matches).length === 0) continue;
      const match = independentMatch(step, matches, material);
      const exit = match && 'type' in match ? exitOutcome(match as OracleEvent, step, run) : undefined;
      if (exit === undefined) matches[step.index] = match;
      else droppedBy[step.index] = exit;
    }
    return finish(material, matches, { droppedBy });
  });
}

function independentMatch(
  step: Step,
  matches: Matches,
  { run, candidates, absent }: Material,
): Moment | undefined {
  if (step.absent) return absent[step.index] ? absentMoment(run) : undefined;
  return candidates[step.index]!.find(
    (event) =>
      step.distinctFrom.every((other) => matches[other] !== event) &&
      fulfilsRules(event, step, matches, run) &&
      (!step.optional || liesBetweenNeighbours(event, step, matches, run)),
  );
}

// ---------------------------------------------------------------- rules of one step, all ordered kinds

/** The matched bases of a step. */
export function matchedBases(step: Step, matches: Matches): number[] {
  return step.bases.filter((base) => matches[base] !== undefined);
}

/** Of a step's matched bases the latest match (of equals the later step): windows and times count from it. */
export function anchorOf(step: Step, matches: Matches): Moment | undefined {
  let anchor: Moment | undefined;
  for (const base of matchedBases(step, matches).sort((a, b) => a - b)) {
    const match = matches[base]!;
    if (anchor === undefined || match.instant >= anchor.instant) anchor = match;
  }
  return anchor;
}

/** `when: "afterEntry"`, `after`, the funnel's window, the step's own window and `notBefore`. */
function fulfilsRules(event: OracleEvent, step: Step, matches: Matches, run: Run): boolean {
  const start = matches[0]!;
  if (step.when === 'afterEntry' && !mayFollow(event, start, run)) return false;
  if (step.after !== undefined) {
    const earlier = matches[step.after];
    if (earlier === undefined || !mayFollow(event, earlier, run)) return false;
  }
  if (run.window && !isWithin(event, start, run.window, run)) return false;
  const anchor = run.plant === 'own-window-from-entry' ? start : anchorOf(step, matches);
  if (step.window && (!anchor || !isWithin(event, anchor, step.window, run))) return false;
  if (step.notBefore && (!anchor || !isNotBefore(event, anchor, step.notBefore, run))) return false;
  return true;
}

/** The required steps before and after an optional one. */
function neighbours(step: Step, run: Run): { previous: Step | undefined; next: Step | undefined } {
  const required = run.steps.filter((other) => !other.optional);
  return {
    previous: required.findLast((other) => other.index < step.index),
    next: required.find((other) => other.index > step.index),
  };
}

function liesBetweenNeighbours(event: Moment, step: Step, matches: Matches, run: Run): boolean {
  if (run.plant === 'optional-anywhere') return true;
  const { previous, next } = neighbours(step, run);
  const before = previous && matches[previous.index];
  const behind = next && matches[next.index];
  return (
    before !== undefined &&
    mayFollow(event, before, run) &&
    (behind === undefined || mayFollow(behind, event, run))
  );
}

/** The id of the `as: "dropped"` outcome an event falls under, if the first outcome it fulfils is such. */
export function exitOutcome(event: OracleEvent, step: Step, run: Run): string | undefined {
  if (run.plant === 'outcome-without-exits') return undefined;
  const id = outcomeOf(event, step, run);
  return id !== undefined && step.definition.outcomes?.[id]?.as === 'dropped' ? id : undefined;
}

/** The first outcome of the step that the event fulfils. */
export function outcomeOf(event: OracleEvent, step: Step, run: Run): string | undefined {
  return Object.entries(step.definition.outcomes ?? {}).find(([, outcome]) =>
    meetsCondition(event, { types: [outcome.event ?? '*'].flat(), where: outcome.where ?? {} }, run),
  )?.[0];
}

// ---------------------------------------------------------------- sequential and strict

/** All assignments of distinct events to steps (or of none) that are valid. */
function orderedAttempts(material: Material): Attempt[] {
  const { run } = material;
  const found: Attempt[] = [];
  const assign = (index: number, matches: Matches) => {
    const step = run.steps[index];
    if (!step) {
      if (isStreak(matches, material)) found.push(finish(material, matches));
      return;
    }
    for (const choice of choices(step, matches, material)) assign(index + 1, [...matches, choice]);
  };
  for (const start of starts(material)) assign(1, [start]);
  return found;
}

/** What a step can be matched by, the earlier steps being as they are; nothing is always possible. */
function choices(step: Step, matches: Matches, material: Material): Array<Moment | undefined> {
  const { run, candidates, absent } = material;
  if (step.absent) {
    return [absent[step.index] && matchedBases(step, matches).length > 0 ? absentMoment(run) : undefined];
  }
  const valid = candidates[step.index]!.filter(
    (event) => exitOutcome(event, step, run) === undefined && isInPlace(event, step, matches, run),
  );
  if (run.plant === 'greedy-chain' && valid.length > 0) return valid.slice(0, 1);
  return [undefined, ...valid];
}

/** An event can fill this step of this chain: unused, at or after all it must follow, within all windows. */
function isInPlace(event: OracleEvent, step: Step, matches: Matches, run: Run): boolean {
  const bases = matchedBases(step, matches);
  const used = matches.some((match) => match === event);
  return (
    (!used || run.plant === 'event-reuse') &&
    bases.length > 0 &&
    bases.every((base) => mayFollow(event, matches[base]!, run)) &&
    fulfilsRules(event, step, matches, run) &&
    run.steps
      .filter((other) => other.optional && neighbours(other, run).next === step)
      .every((other) => matches[other.index] === undefined || mayFollow(event, matches[other.index]!, run))
  );
}

/** `strict`: the matched events lie side by side in the stream. */
function isStreak(matches: Matches, { run, stream }: Pick<Material, 'run' | 'stream'>): boolean {
  if (run.order !== 'strict') return true;
  const places = matches
    .filter((match) => match !== undefined)
    .map((match) => stream.indexOf(match as OracleEvent));
  if (places.includes(-1)) return false;
  const gap = run.plant === 'strict-skips-events' ? Infinity : 1;
  return places.every((place, i) => i === 0 || (place > places[i - 1]! && place - places[i - 1]! <= gap));
}

/**
 * The exits of an ordered attempt: for each step that was entered and not done, the outcome of the earliest event
 * of a dropped outcome that would have been valid in its place.
 */
export function exitsOf(
  attempt: Attempt,
  subject: Subject,
  run: Run,
  test?: EventTest,
): Array<string | undefined> {
  if (run.order === 'independent' || run.order === 'unordered') return attempt.droppedBy;
  const stream = streamOf(subject, run);
  return run.steps.map((step) => {
    const open = attempt.kept[step.index] === undefined && !step.optional && !step.absent;
    if (!open || step.index > attempt.cutAfter || matchedBases(step, attempt.kept).length === 0)
      return undefined;
    const exit = stepCandidates(subject, step, run, test).find((event) => {
      if (exitOutcome(event, step, run) === undefined) return false;
      if (run.hold.length > 0 && heldValue(event, run) !== attempt.held) return false;
      const matches = attempt.kept.map((match, index) => (index === step.index ? event : match));
      const unused = !attempt.kept.includes(event);
      return unused && isInPlace(event, step, attempt.kept, run) && isStreak(matches, { run, stream });
    });
    return exit && exitOutcome(exit, step, run);
  });
}

// ---------------------------------------------------------------- unordered

/** All chains of events in time order, each filling another step, all within the window of the first. */
function unorderedAttempts(material: Material): Attempt[] {
  const { run, candidates } = material;
  const found: Attempt[] = [];
  const extend = (chain: OracleEvent[], filled: number[]) => {
    if (chain.length > 0) {
      const matches = run.steps.map((_, position) => chain[position]);
      found.push(finish(material, matches, { filled }));
    }
    for (const step of run.steps) {
      if (filled.includes(step.index)) continue;
      if (run.plant === 'unordered-in-definition-order' && step.index !== filled.length) continue;
      for (const event of candidates[step.index]!) {
        if (continues(event, chain, run)) extend([...chain, event], [...filled, step.index]);
      }
    }
  };
  extend([], []);
  return found;
}

function continues(event: OracleEvent, chain: OracleEvent[], run: Run): boolean {
  if (chain.includes(event)) return false;
  const first = chain[0];
  if (first && run.window && !isWithin(event, first, run.window, run)) return false;
  return chain.every((earlier) => comesAfter(event, earlier, run));
}

/** A chain runs in the order of events; with `ties: "later"` each is strictly later than all before it. */
function comesAfter(event: OracleEvent, earlier: OracleEvent, run: Run): boolean {
  return byOrder(event, earlier) > 0 && mayFollow(event, earlier, { ...run, tolerance: 0 });
}
