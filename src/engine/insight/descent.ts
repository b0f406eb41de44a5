import type { FunnelFacts, StepFacts } from './step-facts.ts';

/**
 * How a step stands to a later one (or itself): `all` of the later step's people did it too; `some`, because others
 * came by another base; `none`, because the later step does not count its people.
 */
export type Share = 'all' | 'some' | 'none';

/** What part of a step's people passed an earlier step, by the bases alone. */
export function findShare(facts: FunnelFacts, later: StepFacts, step: StepFacts): Share {
  if (later.index === step.index) return 'all';
  const shares = new Set(
    later.base.flatMap((at) => facts.steps[at] ?? []).map((base) => findShare(facts, base, step)),
  );
  if (shares.size === 0) return 'none';
  return shares.size === 1 ? [...shares][0]! : 'some';
}

/** Why nothing can be said of those who would go on from a step. */
export type NoOnward =
  /** The funnel is open: who is in a later step need not have done this one. */
  | 'open-funnel'
  /** A number of the step is not known. */
  | 'unknown'
  /** Nobody did it, so nobody went on from it. */
  | 'nobody'
  /** Who misses it may go on by another step: the later one has several bases. */
  | 'several-bases';

/**
 * The part of those who did a step that did a later one, 0 to 1, as observed.
 * Undefined where the later one does not count the step's people.
 */
export function findOnward(
  facts: FunnelFacts,
  step: StepFacts,
  later: StepFacts,
): { rate: number } | { reason: NoOnward } | undefined {
  const share = findShare(facts, later, step);
  if (share === 'none') return undefined;
  if (share === 'some') return { reason: 'several-bases' };
  if (step.index === later.index) return { rate: 1 };
  if (!facts.closed) return { reason: 'open-funnel' };
  if (step.converted === undefined || later.converted === undefined) return { reason: 'unknown' };
  if (step.converted === 0) return { reason: 'nobody' };
  return { rate: Math.min(1, later.converted / step.converted) };
}
