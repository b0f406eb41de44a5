import type { GroupView } from './breakdown-groups.ts';
import type { FunnelFacts, StepFacts } from '../engine/insight/step-facts.ts';

/** A stretch of the track from zero: start and size as parts of its whole length, 0 to 1. */
export interface Stretch {
  start: number;
  size: number;
}

/** The picture of one step's bar. */
export interface StepGeometry {
  /** One for each group, or one for the whole bar. */
  segments: Stretch[];
  /** Those of the step who are in no group of the breakdown. */
  ungrouped: Stretch | undefined;
  /** Those of the step whose group is not known, because a group has no number here. */
  unknown: Stretch | undefined;
  open: Stretch | undefined;
  dropped: Stretch | undefined;
  /** The parts of the dropped that took an exit of their own, from its start, in the order of the outcomes. */
  exits: (Stretch & { id: string })[];
  /** The part of the bar that did not come from its base. */
  growth: Stretch | undefined;
  /** Where the compared period ends. */
  previous: number | undefined;
  /** Where the goal of the step is met. */
  goal: number | undefined;
  /** Drawn larger than true, as it would be invisible. */
  enlarged: boolean;
}

/** What follows each other on a track, from zero: the segments, those whom they do not hold, the open, the dropped. */
export function listSizes({ segments, ungrouped, unknown, open, dropped }: StepGeometry): number[] {
  return [...segments, ungrouped ?? unknown, open, dropped].map((stretch) => stretch?.size ?? 0);
}

/** A bar under this share of the track is drawn at the least visible width and marked as such. */
const LEAST_VISIBLE = 0.004;

/**
 * Bars from zero on one scale: `count` against the largest of all steps, the compared ones included; `rate` with
 * each step's base as the whole track. A division, so d3-scale stays out of the bundle. Source: look.md §1.
 */
export function layoutFunnel(
  facts: FunnelFacts,
  groups: GroupView[],
  mode: 'count' | 'rate',
  goals: ReadonlyMap<number, number> = new Map(),
): StepGeometry[] {
  const largest = largestCount(facts, groups);
  return facts.steps.map((step) => {
    const whole = mode === 'rate' ? wholeOf(step) : largest;
    return { ...layoutStep(step, groups, whole, mode), goal: toGoalMark(goals.get(step.index), whole) };
  });
}

function largestCount(facts: FunnelFacts, groups: GroupView[]): number {
  const counts = facts.steps.flatMap((step) => {
    const bar = Math.max(step.converted ?? 0, groupSum(groups, step.index));
    return [bar + step.open + (step.dropped ?? 0), step.entered ?? 0, step.previous?.converted ?? 0];
  });
  return Math.max(0, ...counts);
}

function wholeOf(step: StepFacts): number {
  if (step.index === 0) return step.converted ?? 0;
  return step.rate === undefined ? 0 : (step.entered ?? 0);
}

function groupSum(groups: GroupView[], index: number): number {
  return groups.reduce((sum, group) => sum + (group.counts[index] ?? 0), 0);
}

function layoutStep(
  step: StepFacts,
  groups: GroupView[],
  whole: number,
  mode: 'count' | 'rate',
): Omit<StepGeometry, 'goal'> {
  const part = (count: number): number => (whole > 0 ? count / whole : 0);
  const converted = step.converted ?? 0;
  const counts = groups.length > 0 ? groups.map((group) => group.counts[step.index] ?? 0) : [converted];
  const segments = stack(counts.map(part));
  const drawn = end(segments);
  const rest = toStretch(drawn, part(converted) - drawn);
  const isPartial = groups.some((group) => group.counts[step.index] === undefined);
  const barEnd = Math.max(drawn, part(converted));
  const open = toStretch(barEnd, part(step.open));
  const growth = toStretch(barEnd - part(step.growth), part(step.growth));
  return {
    segments,
    ungrouped: isPartial ? undefined : rest,
    unknown: isPartial ? rest : undefined,
    open,
    dropped: toStretch(barEnd + (open?.size ?? 0), part(step.dropped ?? 0)),
    exits: layoutExits(step, barEnd + (open?.size ?? 0), part),
    growth: mode === 'count' ? growth : undefined,
    previous: toPreviousMark(step, whole, mode),
    enlarged: converted > 0 && part(converted) < LEAST_VISIBLE && whole > 0,
  };
}

function layoutExits(step: StepFacts, start: number, part: (count: number) => number): StepGeometry['exits'] {
  const exits = step.outcomes.filter((outcome) => outcome.as === 'dropped' && outcome.count > 0);
  const stretches = stack(exits.map(({ count }) => part(count)));
  return exits.map(({ id }, index) => {
    const stretch = stretches[index] ?? { start: 0, size: 0 };
    return { id, start: start + stretch.start, size: stretch.size };
  });
}

function toPreviousMark(step: StepFacts, whole: number, mode: 'count' | 'rate'): number | undefined {
  if (!step.previous || whole <= 0) return undefined;
  if (mode === 'rate') return step.previous.rate;
  return step.previous.converted === undefined ? undefined : step.previous.converted / whole;
}

/** `people` is how many would meet it; more than the whole can only be met by none. */
function toGoalMark(people: number | undefined, whole: number): number | undefined {
  return people === undefined || whole <= 0 || people > whole ? undefined : people / whole;
}

function stack(sizes: number[]): Stretch[] {
  let start = 0;
  return sizes.map((size) => {
    const stretch = { start, size };
    start += size;
    return stretch;
  });
}

function end(segments: Stretch[]): number {
  const last = segments.at(-1);
  return last ? last.start + last.size : 0;
}

function toStretch(start: number, size: number): Stretch | undefined {
  // Sums of fractions leave dust that is no stretch.
  return size > 1e-9 ? { start, size } : undefined;
}
