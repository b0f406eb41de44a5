import { FunnelwheelError } from '../../error.ts';
import {
  parseDefinition,
  type FunnelDefinition,
  type Outcome,
  type StepDefinition,
} from '../../schema/index.ts';
import type { FunnelPlan, PlanCondition, PlanExclusion, PlanOutcome, PlanStep } from './plan.ts';
import { refuseOrderConflicts } from './refusals.ts';

/** What a run may replace of a definition. */
export type PlanOverrides = Pick<FunnelDefinition, 'order' | 'reentry' | 'switches'>;

/**
 * Checks a definition as a whole and makes everything implied explicit.
 *
 * @throws FunnelwheelError `invalid-definition`, with the path of the mistake and the reason.
 */
export function compileFunnel(input: unknown, overrides: PlanOverrides = {}): FunnelPlan {
  const definition = parseDefinition(input);
  const steps = compileSteps(definition.steps);
  const plan: FunnelPlan = {
    definition,
    id: definition.id,
    subject: definition.subject ?? 'person',
    order: overrides.order ?? definition.order ?? 'independent',
    reentry: overrides.reentry ?? definition.reentry ?? 'best',
    ties: definition.ties ?? 'allow',
    tolerance: definition.tolerance ?? 0,
    window: definition.window,
    hold: definition.hold ?? [],
    where: definition.where,
    exclusions: (definition.exclude ?? []).map((_, index) => compileExclusion(definition, index)),
    onExclude: definition.onExclude ?? 'drop',
    switches: { ...definition.switches, ...overrides.switches },
    steps,
  };
  refuseOrderConflicts(plan);
  return plan;
}

/** Refuses a definition, naming the place. */
export function refuse(path: string, reason: string, value?: unknown): never {
  throw new FunnelwheelError('invalid-definition', `${path}: ${reason}`, { path, value });
}

function compileSteps(definitions: readonly StepDefinition[]): PlanStep[] {
  const ids = new Map<string, number>();
  definitions.forEach((step, index) => {
    if (ids.has(step.id)) refuse(`steps[${index}].id`, `the id is used twice`, step.id);
    ids.set(step.id, index);
  });
  const steps = definitions.map((step, index) => compileStep(step, index, definitions, ids));
  const based = new Set(steps.flatMap((step) => step.bases));
  return steps.map((step) => ({
    ...step,
    split: !step.optional && !based.has(step.index) && step.index < lastRequired(steps),
  }));
}

function lastRequired(steps: readonly PlanStep[]): number {
  return steps.findLast((step) => !step.optional)?.index ?? 0;
}

function compileStep(
  step: StepDefinition,
  index: number,
  all: readonly StepDefinition[],
  ids: ReadonlyMap<string, number>,
): PlanStep {
  const path = `steps[${index}]`;
  const earlier = (id: string, field: string): number => {
    const found = ids.get(id);
    if (found === undefined) refuse(`${path}.${field}`, `there is no step "${id}"`, id);
    if (found >= index) refuse(`${path}.${field}`, `"${id}" must be an earlier step`, id);
    return found;
  };
  const required = (found: number, field: string): number => {
    if (all[found]!.optional)
      refuse(`${path}.${field}`, 'an optional step is never an anchor', all[found]!.id);
    return found;
  };
  if (index === 0) refuseFirstStep(step, path);
  if (step.absent) refuseAbsent(step, path);
  if (step.optional && step.outcomes) refuse(`${path}.outcomes`, 'an optional step is done or skipped');
  if (step.nth !== undefined && step.pick !== undefined)
    refuse(`${path}.nth`, 'pick and nth exclude each other');
  return {
    index,
    id: step.id,
    name: step.name,
    conditions: compileConditions(step, path),
    when: step.when ?? 'any',
    absent: step.absent ?? false,
    pick: step.pick ?? 'first',
    nth: step.nth,
    bases:
      index === 0 ? [] : compileBases(step, index, all, (id, field) => required(earlier(id, field), field)),
    after: step.after === undefined ? undefined : required(earlier(step.after, 'after'), 'after'),
    distinctFrom: (step.distinctFrom ?? []).map((id, i) => earlier(id, `distinctFrom[${i}]`)),
    window: step.window,
    notBefore: step.notBefore,
    optional: step.optional ?? false,
    split: false,
    outcomes: Object.entries(step.outcomes ?? {}).map(([id, outcome]) => compileOutcome(id, outcome, path)),
    value: step.value,
    filters: step.filters ?? [],
    action: step.action,
  };
}

function refuseFirstStep(step: StepDefinition, path: string): void {
  for (const field of [
    'base',
    'after',
    'distinctFrom',
    'window',
    'notBefore',
    'optional',
    'outcomes',
  ] as const) {
    if (step[field] !== undefined && step[field] !== false) {
      refuse(`${path}.${field}`, 'the first step has nothing before it', step[field]);
    }
  }
  if (step.when === 'afterEntry') refuse(`${path}.when`, 'the first step is the entry', step.when);
}

function refuseAbsent(step: StepDefinition, path: string): void {
  for (const field of [
    'pick',
    'nth',
    'after',
    'distinctFrom',
    'window',
    'notBefore',
    'outcomes',
    'value',
    'optional',
  ] as const) {
    if (step[field] !== undefined) refuse(`${path}.${field}`, 'a step of absence has no event', step[field]);
  }
  if (step.when === 'afterEntry') refuse(`${path}.when`, 'absence is judged against the period', step.when);
}

function compileBases(
  step: StepDefinition,
  index: number,
  all: readonly StepDefinition[],
  named: (id: string, field: string) => number,
): number[] {
  if (step.base === undefined) return [all.findLastIndex((other, i) => i < index && !other.optional)];
  const ids = typeof step.base === 'string' ? [step.base] : step.base;
  return ids.map((id, i) => {
    const field = typeof step.base === 'string' ? 'base' : `base[${i}]`;
    return named(id, field);
  });
}

function compileConditions(step: StepDefinition, path: string): PlanCondition[] {
  if ((step.event === undefined) === (step.anyOf === undefined)) {
    refuse(path, 'a step needs either "event" or "anyOf"');
  }
  const alternatives = step.anyOf ?? [{ event: step.event! }];
  return alternatives.map(({ event, where }) => ({
    types: toTypes(event),
    where: [where, step.where].filter((part) => part !== undefined),
  }));
}

function toTypes(event: string | readonly string[] | undefined): readonly string[] | null {
  if (event === undefined) return null;
  const types = typeof event === 'string' ? [event] : [...event];
  return types.includes('*') ? null : types;
}

/** What every step has; an outcome of such a name could never be opened. */
const OWN_OUTCOMES: ReadonlySet<string> = new Set([
  'entered',
  'converted',
  'open',
  'pending',
  'dropped',
  'skipped',
]);

function compileOutcome(id: string, outcome: Outcome, path: string): PlanOutcome {
  if (OWN_OUTCOMES.has(id))
    refuse(`${path}.outcomes.${id}`, 'every step has this outcome; choose another name', id);
  return {
    id,
    types: toTypes(outcome.event),
    where: outcome.where ? [outcome.where] : [],
    as: outcome.as,
    name: outcome.name,
  };
}

function compileExclusion(definition: FunnelDefinition, index: number): PlanExclusion {
  const { event, where, between } = definition.exclude![index]!;
  const place = (i: 0 | 1) => {
    const found = definition.steps.findIndex((step) => step.id === between[i]);
    if (found < 0) refuse(`exclude[${index}].between[${i}]`, `there is no step "${between[i]}"`, between[i]);
    return found;
  };
  const from = place(0);
  const to = place(1);
  if (from >= to)
    refuse(`exclude[${index}].between`, 'the second step must come after the first', between[1]);
  return { condition: { types: toTypes(event), where: where ? [where] : [] }, from, to };
}
