import { FunnelwheelError } from '../../error.ts';
import type { FunnelPlan, PlanStep } from './plan.ts';

type Reason = string | undefined;

/** What an order rule cannot have; each gives the field and the reason. Source: funnels.md, "Order". */
const UNORDERED: Record<string, (step: PlanStep, plan: FunnelPlan) => boolean> = {
  base: (step, plan) => plan.definition.steps[step.index]!.base !== undefined,
  after: (step) => step.after !== undefined,
  window: (step) => step.window !== undefined,
  notBefore: (step) => step.notBefore !== undefined,
  optional: (step) => step.optional,
  absent: (step) => step.absent,
  outcomes: (step) => step.outcomes.length > 0,
  distinctFrom: (step) => step.distinctFrom.length > 0,
};

const STRICT: Record<string, (step: PlanStep, plan: FunnelPlan) => boolean> = {
  base: (step, plan) => plan.definition.steps[step.index]!.base !== undefined,
  after: (step) => step.after !== undefined,
  pick: (step) => step.pick === 'last',
  nth: (step) => step.nth !== undefined,
  absent: (step) => step.absent,
};

/**
 * Refuses what contradicts the order rule.
 *
 * @throws FunnelwheelError `invalid-definition` with the path.
 */
export function refuseOrderConflicts(plan: FunnelPlan): void {
  if (plan.order === 'unordered') refuseFields(plan, UNORDERED);
  if (plan.order === 'strict') refuseFields(plan, STRICT);
  plan.steps.forEach((step) => {
    const reason = absentConflict(plan, step);
    if (reason) fail(`steps[${step.index}].absent`, reason, true);
  });
}

function refuseFields(plan: FunnelPlan, rules: typeof UNORDERED): void {
  for (const step of plan.steps) {
    for (const [field, isSet] of Object.entries(rules)) {
      if (!isSet(step, plan)) continue;
      const value = plan.definition.steps[step.index]![field as 'base'];
      fail(`steps[${step.index}].${field}`, `has no meaning in a funnel of order "${plan.order}"`, value);
    }
  }
}

function absentConflict(plan: FunnelPlan, step: PlanStep): Reason {
  if (!step.absent) return undefined;
  if (plan.hold.length > 0) return 'an absence carries no value to hold';
  const named = plan.exclusions.some(({ from, to }) => from === step.index || to === step.index);
  return named && step.index > 0 ? 'an exclusion cannot lean on an absence after the entry' : undefined;
}

function fail(path: string, reason: string, value: unknown): never {
  throw new FunnelwheelError('invalid-definition', `${path}: ${reason}`, { path, value });
}
