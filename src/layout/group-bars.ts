import { SMALL_SAMPLE } from '../i18n/index.ts';
import type { GroupView } from './breakdown-groups.ts';
import type { Stretch } from './funnel-geometry.ts';

/** A group's own bar at a step, from its own zero. */
export interface GroupBar {
  /** Undefined where the number is not known. */
  bar: Stretch | undefined;
  /** Those of the group who were at the step before and did not come to this one. */
  rest: Stretch | undefined;
  /** Drawn larger than true, as it would be invisible. */
  enlarged: boolean;
}

/** A bar under this share of the track is drawn at the least visible width and marked as such. */
const LEAST_VISIBLE = 0.004;

/**
 * The bars of all groups side by side, by step and group: `count` on one scale, that of the largest group; `rate` with
 * each group's base as the whole track. Source: look.md §1, "Breakdown layouts", grouped.
 */
export function layoutSideBySide(groups: readonly GroupView[], mode: 'count' | 'rate'): GroupBar[][] {
  const all = groups.flatMap(({ counts, entered }) => [...counts, ...entered]);
  const largest = Math.max(0, ...all.map((count) => count ?? 0));
  return layoutSteps(groups, (group, step) => (mode === 'rate' ? wholeAt(group, step) : largest));
}

/**
 * The bars of each group's own funnel, by step and group: `count` with its first step as the whole track, `rate` with
 * its base. Source: look.md §1, "Breakdown layouts", multiples.
 */
export function layoutFunnelEach(groups: readonly GroupView[], mode: 'count' | 'rate'): GroupBar[][] {
  return layoutSteps(groups, (group, step) =>
    mode === 'rate' ? wholeAt(group, step) : Math.max(0, ...group.counts.map((count) => count ?? 0)),
  );
}

/** Of the group: those at the step it starts from; at the first step its own. */
function wholeAt(group: GroupView, step: number): number {
  const count = group.counts[step] ?? 0;
  const entered = step === 0 ? count : (group.entered[step] ?? 0);
  return count <= entered ? entered : 0;
}

function layoutSteps(
  groups: readonly GroupView[],
  wholeOf: (group: GroupView, step: number) => number,
): GroupBar[][] {
  const steps = groups[0]?.counts ?? [];
  return steps.map((_count, step) => groups.map((group) => layoutBar(group, step, wholeOf(group, step))));
}

function layoutBar(group: GroupView, step: number, whole: number): GroupBar {
  const count = group.counts[step];
  if (count === undefined) return { bar: undefined, rest: undefined, enlarged: false };
  const size = whole > 0 ? count / whole : 0;
  const stayed = step === 0 ? 0 : (group.entered[step] ?? count) - count;
  const rest = whole > 0 && stayed > 0 ? { start: size, size: stayed / whole } : undefined;
  return { bar: { start: 0, size }, rest, enlarged: count > 0 && whole > 0 && size < LEAST_VISIBLE };
}

/**
 * Groups by their rate over the whole funnel, the best first; of fewer than thirty people the rate says little: those
 * come after the others. Groups without a rate are last. Equal ones keep their order.
 */
export function rankGroups(groups: readonly GroupView[]): GroupView[] {
  const classOf = (group: GroupView): number => {
    if (group.endRate === undefined) return 2;
    return isFew(group) ? 1 : 0;
  };
  return groups.toSorted((a, b) => classOf(a) - classOf(b) || (b.endRate ?? 0) - (a.endRate ?? 0));
}

/** Whether a group is too small for its rate to be held against another's. Source: look.md §0, "Numbers". */
export function isFew({ counts }: GroupView): boolean {
  return (counts[0] ?? 0) < SMALL_SAMPLE;
}
