import type {
  FunnelDefinition,
  Order,
  StepDefinition,
  Where,
} from '../../../src/engine/schema/definition.ts';
import type { RunOptions } from '../../../src/engine/schema/options.ts';
import type { RandomCase } from './random-cases.ts';
import type { OracleDataset } from './types.ts';

/**
 * Puts a random case right: what the rules refuse is left out, references point to steps that can be referred to.
 * What refusals there are is checked apart (see `refused-definitions.ts`).
 */
export function legalize({ dataset, definition, options }: RandomCase): RandomCase {
  const orders = [definition.order ?? 'independent', options.order ?? definition.order ?? 'independent'];
  const legal = legalStart(legalDefinition(definition, orders), dataset, orders);
  return { dataset, definition: legal, options: legalOptions(options, legal) };
}

function omit<T extends object>(value: T, ...keys: Array<keyof T>): T {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as keyof T))) as T;
}

// ---------------------------------------------------------------- definition

function legalDefinition(definition: FunnelDefinition, orders: Order[]): FunnelDefinition {
  const steps: StepDefinition[] = [];
  for (const step of definition.steps) steps.push(legalStep(step, steps, definition, orders));
  const ids = steps.map((step) => step.id);
  const absent = steps.filter((step) => step.absent).map((step) => step.id);
  const exclude = definition.exclude?.filter(({ between: [from, to] }) => {
    const leansOnAbsence = absent.includes(to) || (absent.includes(from) && from !== ids[0]);
    return ids.indexOf(from) < ids.indexOf(to) && !leansOnAbsence;
  });
  // An absent last step would end an attempt at the start of the range: what comes next is nobody's question.
  const lastRequired = steps.findLast((step) => !step.optional)!;
  if (lastRequired.absent) definition = omit(definition, 'reentry');
  const spared = absent.length > 0 && asksPerson(definition.where) ? omit(definition, 'where') : definition;
  return { ...omit(spared, 'exclude'), ...(exclude?.length ? { exclude } : {}), steps };
}

function asksPerson(where: Where | undefined): boolean {
  return Object.keys(where ?? {}).some((name) => name.startsWith('person.'));
}

function legalStep(
  step: StepDefinition,
  earlier: StepDefinition[],
  definition: FunnelDefinition,
  orders: Order[],
): StepDefinition {
  let legal = step.anyOf ? omit(step, 'event') : step;
  if (legal.pick !== undefined) legal = omit(legal, 'nth');
  if (legal.absent && !canBeAbsent(definition, orders)) legal = omit(legal, 'absent');
  if (legal.absent) return legalAbsent(legal);
  legal = legalReferences(legal, earlier);
  if (earlier.length === 0) legal = legalFirst(legal);
  if (legal.optional) legal = omit(legal, 'base', 'outcomes');
  if (orders.includes('strict')) legal = legalStrict(legal);
  if (orders.includes('unordered')) legal = legalUnordered(legal);
  return legal;
}

function canBeAbsent(definition: FunnelDefinition, orders: Order[]): boolean {
  const ordered = orders.every((order) => order === 'independent' || order === 'sequential');
  return ordered && !definition.hold?.length && definition.subject !== 'membership';
}

/** What is said of the person stands in `where`, not in a way of `anyOf`. */
function legalAbsent(step: StepDefinition): StepDefinition {
  const { id, event, where, when } = step;
  const anyOf = step.anyOf?.map((way) => (asksPerson(way.where) ? omit(way, 'where') : way));
  const kept = { id, event, anyOf, where, when: when === 'afterEntry' ? 'any' : when, absent: true };
  return Object.fromEntries(
    Object.entries(kept).filter(([, value]) => value !== undefined),
  ) as StepDefinition;
}

/** Only earlier, required steps; none that is absent for `distinctFrom`. */
function legalReferences(step: StepDefinition, earlier: StepDefinition[]): StepDefinition {
  const required = earlier.filter((other) => !other.optional).map((other) => other.id);
  const present = earlier.filter((other) => !other.optional && !other.absent).map((other) => other.id);
  const legal = { ...step };
  const bases = legal.base === undefined ? [] : [legal.base].flat().filter((id) => required.includes(id));
  if (bases.length === 0) delete legal.base;
  else legal.base = Array.isArray(legal.base) ? bases : bases[0];
  if (legal.after !== undefined && !required.includes(legal.after)) delete legal.after;
  legal.distinctFrom = legal.distinctFrom?.filter((id) => present.includes(id));
  if (!legal.distinctFrom?.length) delete legal.distinctFrom;
  return legal;
}

function legalFirst(step: StepDefinition): StepDefinition {
  const legal = omit(step, 'base', 'after', 'distinctFrom', 'window', 'notBefore', 'optional', 'outcomes');
  return legal.when === 'afterEntry' ? { ...legal, when: 'inRange' } : legal;
}

function legalStrict(step: StepDefinition): StepDefinition {
  const legal = omit(step, 'base', 'after', 'nth');
  return legal.pick === 'last' ? omit(legal, 'pick') : legal;
}

function legalUnordered(step: StepDefinition): StepDefinition {
  return omit(step, 'base', 'after', 'window', 'notBefore', 'optional', 'outcomes', 'distinctFrom');
}

// ---------------------------------------------------------------- strict order and dated columns

const datedColumns = {
  leadCreatedAt: 'lead',
  lastContactedAt: 'contact',
  createdAt: 'client',
  convertedToCustomerAt: 'conversion',
};

/** In `strict` order a step 1 from a person's column is refused: then it starts with a purchase. */
function legalStart(definition: FunnelDefinition, dataset: OracleDataset, orders: Order[]): FunnelDefinition {
  const [first, ...rest] = definition.steps;
  if (!first || !orders.includes('strict')) return definition;
  const fromColumns = Object.entries(datedColumns)
    .filter(([column]) => dataset.people.some((person) => person[column] !== undefined))
    .map(([, type]) => type);
  const names = first.anyOf ? first.anyOf.flatMap((way) => way.event) : [first.event ?? '*'].flat();
  if (!names.some((name) => (name === '*' ? fromColumns.length > 0 : fromColumns.includes(name))))
    return definition;
  return { ...definition, steps: [{ ...omit(first, 'anyOf'), event: 'purchase' }, ...rest] };
}

// ---------------------------------------------------------------- options

function legalOptions(options: RunOptions, definition: FunnelDefinition): RunOptions {
  const ids = definition.steps.map((step) => step.id);
  const legal: RunOptions = { ...options };
  if (definition.steps.findLast((step) => !step.optional)!.absent) delete legal.reentry;
  if (needsRange(options, definition) && (options.range?.from == null || options.range.to == null)) {
    legal.range = { from: '2024-03-30', to: '2024-11-04' };
  }
  if (legal.filters && !Object.keys(legal.filters).every((id) => ids.includes(id))) delete legal.filters;
  if (legal.trend && !isTrendLegal(legal.trend, definition)) delete legal.trend;
  if (legal.breakdown && !isBreakdownLegal(legal, definition)) delete legal.breakdown;
  if (legal.breakdown && !dividesSubjects(legal.breakdown)) legal.breakdown = omit(legal.breakdown, 'top');
  const isOfGroups = typeof legal.comparison === 'object' && 'group' in legal.comparison;
  // Groups that were merged away, and pairs, have no counterpart to ask for.
  const isDivided = typeof legal.breakdown?.property === 'string' && legal.breakdown.top === undefined;
  const isDay = (bound: unknown) => typeof bound === 'string' && bound.length === 10;
  const isOfDays = isDay(legal.range?.from) && isDay(legal.range?.to);
  if (isOfGroups ? !isDivided : !isOfDays) delete legal.comparison;
  return legal;
}

/** Look-backs, absent steps and `$from` have no meaning without a start of the range. */
function needsRange(options: RunOptions, definition: FunnelDefinition): boolean {
  const wheres = [definition.where, ...Object.values(options.filters ?? {})];
  const stepWheres = definition.steps.flatMap((step) => [
    step.where,
    ...(step.anyOf ?? []).map((way) => way.where),
  ]);
  const text = JSON.stringify([...wheres, ...stepWheres]);
  const rules = definition.steps.some(
    (step) => step.absent || (typeof step.when === 'object' && 'lookback' in step.when),
  );
  return rules || text.includes('$from') || text.includes('$to');
}

function isTrendLegal(trend: NonNullable<RunOptions['trend']>, definition: FunnelDefinition): boolean {
  const required = definition.steps.filter((step) => !step.optional).map((step) => step.id);
  const from = required.indexOf(trend.from ?? definition.steps[0]!.id);
  const to = required.indexOf(trend.to ?? definition.steps.at(-1)!.id);
  return from >= 0 && to >= 0 && (from < to || definition.steps.length === 1);
}

/** Each subject in one group: then the rest is the sum of its groups. */
function dividesSubjects({ attribution = 'first-touch' }: NonNullable<RunOptions['breakdown']>): boolean {
  return attribution === 'first-touch' || attribution === 'last-touch';
}

function isBreakdownLegal({ breakdown, reentry }: RunOptions, definition: FunnelDefinition): boolean {
  const { attribution } = breakdown!;
  if (attribution === 'all-events') return !definition.steps.some((step) => step.absent);
  if (typeof attribution !== 'object') return true;
  const step = definition.steps.find((one) => one.id === attribution.step);
  return step !== undefined && !step.absent && (reentry ?? definition.reentry) !== 'every';
}
