import { FunnelwheelError } from '../error.ts';
import type { Experiment, FunnelDefinition, StepDefinition } from '../schema/index.ts';

/** Id of the step that everybody who takes part has done. */
export const EXPOSURE_STEP = '$exposure';

/** The funnels of the catalogue, for experiments that name one by its id. */
export type FunnelResolver = (id: string) => FunnelDefinition;

/**
 * An experiment as the funnel that is run for it: first the exposure, then the goal, or the steps of its funnel, each
 * at or after the exposure. So windows, days, ties and "still open" are the funnel's, and there is one reading of them.
 *
 * @throws FunnelwheelError `invalid-options` when it measures neither a funnel nor a goal, or both; `unsupported` for a
 * funnel that does not start at a moment (look-backs, absences, memberships, held values, strict or any order).
 */
export function toExperimentFunnel(experiment: Experiment, resolveFunnel?: FunnelResolver): FunnelDefinition {
  const { exposure = {}, id, window } = experiment;
  const first: StepDefinition = {
    id: EXPOSURE_STEP,
    event: exposure.event ?? 'exposure',
    where: exposure.where ?? (exposure.event === undefined ? { experiment: id } : {}),
    when: 'inRange',
  };
  const base: FunnelDefinition = { id, reentry: 'first', order: 'independent', steps: [first] };
  const whole = { ...base, ...(window ? { window } : {}) };
  const measured = toMeasured(experiment, resolveFunnel);
  return 'steps' in measured ? chain(whole, measured) : { ...whole, steps: [first, toGoalStep(measured)] };
}

type Goal = NonNullable<Experiment['goal']>;

function toMeasured({ funnel, goal }: Experiment, resolveFunnel?: FunnelResolver): FunnelDefinition | Goal {
  if ((funnel === undefined) === (goal === undefined)) {
    throw new FunnelwheelError('invalid-options', 'experiment: it needs either "funnel" or "goal"', {
      path: 'experiment',
    });
  }
  if (goal) return goal;
  if (typeof funnel !== 'string') return funnel!;
  if (resolveFunnel) return resolveFunnel(funnel);
  throw new FunnelwheelError('unknown-funnel', `experiment.funnel: "${funnel}" is not known here`, {
    path: 'experiment.funnel',
    value: funnel,
  });
}

function toGoalStep(goal: Goal): StepDefinition {
  return { id: 'goal', ...goal, after: EXPOSURE_STEP, distinctFrom: [EXPOSURE_STEP] };
}

function chain(base: FunnelDefinition, funnel: FunnelDefinition): FunnelDefinition {
  refuseUnfit(funnel);
  const { order, ties, tolerance, window, exclude } = funnel;
  const own = { order, ties, tolerance, exclude, window: base.window ?? window };
  const defined = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return {
    ...base,
    ...defined,
    steps: [...base.steps, ...funnel.steps.map((step, index) => toStep(step, index, funnel))],
  };
}

function toStep(step: StepDefinition, index: number, { where }: FunnelDefinition): StepDefinition {
  const { when, ...rest } = step;
  const shared = where ? { where: joinWhere(step, where, index) } : {};
  const dates = typeof when === 'object' ? { when } : {};
  return { ...rest, ...shared, ...dates, after: step.after ?? EXPOSURE_STEP };
}

/** The funnel's own conditions, on the step: they are not meant for the exposure. */
function joinWhere(step: StepDefinition, where: NonNullable<FunnelDefinition['where']>, index: number) {
  const both = Object.keys(where).find((property) => Object.hasOwn(step.where ?? {}, property));
  if (both !== undefined)
    refuse(`funnel.steps[${index}].where.${both}`, 'the funnel has a condition on it too');
  return { ...where, ...step.where };
}

function refuseUnfit(funnel: FunnelDefinition): void {
  if (funnel.subject === 'membership') refuse('funnel.subject', 'variants are seen by persons');
  if (funnel.hold?.length) refuse('funnel.hold', 'an exposure holds no such value');
  if (funnel.order === 'strict' || funnel.order === 'unordered')
    refuse('funnel.order', 'steps are counted after the exposure');
  for (const [index, { absent, when }] of funnel.steps.entries()) {
    if (absent) refuse(`funnel.steps[${index}].absent`, 'an absence has no moment after the exposure');
    if (typeof when === 'object' && 'lookback' in when)
      refuse(`funnel.steps[${index}].when`, 'a look-back lies before the exposure');
  }
}

function refuse(path: string, reason: string): never {
  throw new FunnelwheelError('unsupported', `experiment.${path}: ${reason}`, { path: `experiment.${path}` });
}
