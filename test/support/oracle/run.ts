import type { EventCondition, Exclusion, StepDefinition } from '../../../src/engine/schema/definition.ts';
import { calendarOf, parseInstant, type Calendar } from './calendar.ts';
import { rangeEnd, rangeStart } from './candidates.ts';
import type { Plant } from './plants.ts';
import type {
  Condition,
  ExclusionRule,
  FunnelDefinition,
  OracleDataset,
  Run,
  RunOptions,
  Step,
} from './types.ts';

/** Works the run's options into the definition and fills in every default. */
export function toRun(
  dataset: OracleDataset,
  definition: FunnelDefinition,
  options: RunOptions,
  plant?: Plant,
): Run {
  const calendar = calendarOf(dataset.timeZone);
  const ids = definition.steps.map((step) => step.id);
  return {
    definition,
    options,
    calendar,
    steps: definition.steps.map((step, index) => toStep(step, index, definition)),
    order: options.order ?? definition.order ?? 'independent',
    reentry: options.reentry ?? definition.reentry ?? 'best',
    strictlyLater: definition.ties === 'later',
    tolerance: definition.tolerance ?? 0,
    window: definition.window,
    hold: definition.hold ?? [],
    where: definition.where ?? {},
    exclusions: (definition.exclude ?? []).map((exclusion) => toExclusion(exclusion, ids)),
    onExclude: definition.onExclude ?? 'drop',
    switches: { ...definition.switches, ...options.switches },
    from: rangeStart(options.range?.from, calendar),
    to: rangeEnd(options.range?.to, calendar),
    now: toNow(options.now ?? dataset.asOf, calendar),
    plant,
  };
}

function toNow(value: string | number | undefined, calendar: Calendar): number {
  return value === undefined ? Infinity : parseInstant(value, calendar);
}

function toStep(step: StepDefinition, index: number, definition: FunnelDefinition): Step {
  const indexOf = (id: string) => definition.steps.findIndex((other) => other.id === id);
  return {
    index,
    id: step.id,
    definition: step,
    conditions: toConditions(step),
    where: step.where ?? {},
    when: step.when ?? 'any',
    absent: step.absent ?? false,
    optional: step.optional ?? false,
    bases: step.base === undefined ? previousRequired(definition, index) : [step.base].flat().map(indexOf),
    after: step.after === undefined ? undefined : indexOf(step.after),
    distinctFrom: (step.distinctFrom ?? []).map(indexOf),
    window: step.window,
    notBefore: step.notBefore,
  };
}

/** The default base: the previous required step; the first step has none. */
function previousRequired(definition: FunnelDefinition, index: number): number[] {
  const earlier = definition.steps.slice(0, index);
  const previous = earlier.findLastIndex((step) => !step.optional);
  return previous === -1 ? [] : [previous];
}

function toConditions(step: StepDefinition): Condition[] {
  const ways: EventCondition[] = step.anyOf ?? [{ event: step.event ?? '*' }];
  return ways.map((way) => ({ types: [way.event].flat(), where: way.where ?? {} }));
}

function toExclusion(exclusion: Exclusion, ids: string[]): ExclusionRule {
  return {
    condition: { types: [exclusion.event].flat(), where: exclusion.where ?? {} },
    from: ids.indexOf(exclusion.between[0]),
    to: ids.indexOf(exclusion.between[1]),
  };
}
