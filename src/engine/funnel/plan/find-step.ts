import { FunnelwheelError } from '../../error.ts';
import type { FunnelPlan, PlanStep } from './plan.ts';

/**
 * The step of an id; without one, the step at `fallback`.
 *
 * @throws FunnelwheelError `unknown-step` with the path that named it.
 */
export function findStep(plan: FunnelPlan, id: string | undefined, path: string, fallback = 0): PlanStep {
  const step = id === undefined ? plan.steps[fallback] : plan.steps.find((candidate) => candidate.id === id);
  if (step) return step;
  throw new FunnelwheelError('unknown-step', `${path}: there is no step "${id}"`, { path, value: id });
}
