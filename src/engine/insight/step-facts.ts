import type {
  FunnelResult,
  LocalizedText,
  OutcomeCount,
  ResultStep,
  StepCount,
  TimeSummary,
} from '../schema/index.ts';
import { toStepId } from '../schema/step-id.ts';

/** A step of a result with everything that follows from its numbers; no words yet. Unknown is `undefined`. */
export interface StepFacts {
  index: number;
  /** The result's id, or the step's number where it has none. */
  id: string;
  name: LocalizedText | undefined;
  /** Indexes of the steps it counts people of; none for the first. */
  base: number[];
  entered: number | undefined;
  converted: number | undefined;
  open: number;
  /** Those who did not and cannot any more; in an unbounded step: not (yet). */
  dropped: number | undefined;
  skipped: number;
  /** Whether every step it counts people of has a number. */
  isBaseKnown: boolean;
  /** Converted of the base, 0 to 1. Never above 1: then it is unknown. */
  rate: number | undefined;
  /** Converted of the first step. */
  rateOfTotal: number | undefined;
  /** How many entered without passing its base; 0 where nobody knows. */
  growth: number;
  outcomes: OutcomeCount[];
  bounded: boolean;
  optional: boolean;
  split: boolean;
  recent: number;
  time: TimeSummary | undefined;
  /** The compared period's numbers. */
  previous: PreviousFacts | undefined;
  source: ResultStep;
}

/** A step in the compared period; there is none where nobody entered in it. */
export interface PreviousFacts {
  entered: number | undefined;
  converted: number | undefined;
  rate: number | undefined;
  rateOfTotal: number | undefined;
}

/** All steps, and what holds for the funnel. */
export interface FunnelFacts {
  steps: StepFacts[];
  order: FunnelResult['order'];
  /** Whether each step counts only people of its base. */
  closed: boolean;
  /** Index of the step the total rate goes to: the last required one that lets people go on. */
  goal: number;
  /** Nobody at all, in any step. */
  empty: boolean;
}

/** Those for whom it is too early to tell: the open; where nothing bounds the step, those who came too recently. */
export function undecidedOf(step: StepFacts): number {
  return step.open + (step.bounded ? 0 : step.recent);
}

type Counts = Pick<StepCount, 'entered' | 'converted' | 'open' | 'dropped' | 'count'>;

/** The converted of a step: `count` is the same number in the least result. */
export function toConverted(step: Counts | undefined): number | undefined {
  return step?.converted ?? step?.count ?? undefined;
}

/**
 * Completes a result: bases by index, entered, dropped and rates where the numbers allow them.
 * `count` is the converted; a funnel that does not say is closed when its counts never rise.
 * Source: contract.md, "Result JSON".
 */
export function computeFunnelFacts(result: FunnelResult): FunnelFacts {
  const ids = result.steps.map(toStepId);
  const closed = result.closed ?? neverRises(result.steps);
  const steps: StepFacts[] = [];
  for (const [index, step] of result.steps.entries()) {
    steps.push(computeStepFacts(result, step, index, ids, closed, steps));
  }
  const goal = steps.findLastIndex((step) => !step.split && !step.optional);
  const empty = steps.length > 0 && steps.every((step) => step.converted === 0 && !step.entered);
  return { steps, order: result.order, closed, goal: goal < 0 ? steps.length - 1 : goal, empty };
}

function computeStepFacts(
  result: FunnelResult,
  step: ResultStep,
  index: number,
  ids: string[],
  closed: boolean,
  earlier: StepFacts[],
): StepFacts {
  const base = toBaseIndexes(step, index, ids, result.steps);
  const converted = toConverted(step);
  const bases = base.map((at) => earlier[at]);
  const entered = toEntered(step, converted, bases, closed);
  // Whoever stands behind an unknown base is not known to have gone on from it.
  const isBaseKnown = bases.every((each) => each?.converted !== undefined);
  const stayed = step.fromPrevious ?? converted;
  const known = index > 0 && entered !== undefined && stayed !== undefined && stayed <= entered;
  return {
    index,
    id: toStepId(step, index),
    name: step.name,
    base,
    entered,
    converted,
    open: isBaseKnown ? (step.open ?? 0) : 0,
    dropped: isBaseKnown
      ? (step.dropped ?? (known ? toDropped(step, entered, stayed) : undefined))
      : undefined,
    skipped: step.skipped ?? 0,
    isBaseKnown,
    rate: known && entered > 0 ? stayed / entered : undefined,
    rateOfTotal: toShareOfFirst(converted, earlier[0]?.converted, closed),
    growth: toGrowth(step, converted),
    outcomes: step.outcomes ?? [],
    bounded: step.bounded !== false || hasExits(step),
    optional: step.optional ?? false,
    split: step.split ?? false,
    recent: step.recent ?? 0,
    time: step.time,
    previous: toPrevious(result, ids, index, base),
    source: step,
  };
}

function toDropped(step: ResultStep, entered: number, stayed: number): number {
  return Math.max(0, entered - stayed - (step.open ?? 0) - (step.skipped ?? 0));
}

/** Exits say who is lost, whatever bounds the step. Source: funnels.md, "outcome". */
function hasExits(step: ResultStep): boolean {
  return step.outcomes?.some((outcome) => outcome.as === 'dropped') ?? false;
}

function neverRises(steps: readonly ResultStep[]): boolean {
  const counts = steps.map(toConverted).filter((count) => count !== undefined);
  return counts.every((count, index) => index === 0 || count <= (counts[index - 1] ?? count));
}

function toBaseIndexes(
  step: ResultStep,
  index: number,
  ids: string[],
  steps: readonly ResultStep[],
): number[] {
  if (index === 0) return [];
  if (step.base) {
    return [step.base]
      .flat()
      .map((id) => ids.indexOf(id))
      .filter((at) => at >= 0 && at < index);
  }
  const previous = steps.slice(0, index).findLastIndex((earlier) => !earlier.optional && !earlier.split);
  return [Math.max(0, previous)];
}

function toEntered(
  step: ResultStep,
  converted: number | undefined,
  bases: (StepFacts | undefined)[],
  closed: boolean,
): number | undefined {
  if (bases.length === 0) return step.entered ?? converted;
  if (bases.some((each) => each?.converted === undefined)) return undefined;
  if (typeof step.entered === 'number') return step.entered;
  const only = bases.length === 1 ? bases[0]?.converted : undefined;
  // An open funnel without the number of people in both steps says nothing of who went on.
  return closed || step.fromPrevious !== undefined ? only : undefined;
}

/** Only where the people in both steps are known: a larger count alone does not say how many came without the base. */
function toGrowth(step: ResultStep, converted: number | undefined): number {
  if (converted === undefined || typeof step.fromPrevious !== 'number') return 0;
  return Math.max(0, converted - step.fromPrevious);
}

function toShareOfFirst(
  count: number | undefined,
  first: number | undefined,
  closed: boolean,
): number | undefined {
  if (!closed || count === undefined || !first || count > first) return undefined;
  return count / first;
}

function toPrevious(
  result: FunnelResult,
  ids: string[],
  index: number,
  base: number[],
): PreviousFacts | undefined {
  const comparison = result.comparison;
  if (!comparison) return undefined;
  const at = (position: number): StepCount | undefined =>
    comparison.steps.find((step) => step.id === ids[position]) ?? comparison.steps[position];
  // Nobody entered then: there is nothing to compare with, not a rate of nothing.
  if (toConverted(at(0)) === 0) return undefined;
  const converted = toConverted(at(index));
  const only = base.length === 1 ? toConverted(at(base[0] ?? 0)) : undefined;
  const entered = at(index)?.entered ?? only;
  const within = converted !== undefined && entered !== undefined && entered > 0 && converted <= entered;
  return {
    entered,
    converted,
    rate: base.length > 0 && within ? converted / entered : undefined,
    rateOfTotal: index > 0 ? toShareOfFirst(converted, toConverted(at(0)), true) : undefined,
  };
}
