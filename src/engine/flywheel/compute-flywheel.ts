import type { Store } from '../dataset/store.ts';
import { FunnelwheelError } from '../error.ts';
import { findFirsts, findSeconds } from '../people/first-events.ts';
import { toWheelResult } from '../people/to-wheel-result.ts';
import { tracePerson } from '../people/trace-person.ts';
import { EMPTY_CATALOG, type WheelCatalog } from '../people/wheel-catalog.ts';
import { WheelContext } from '../people/wheel-context.ts';
import type { WheelRun } from '../people/wheel-run.ts';
import type {
  EventTest,
  WheelFlow,
  WheelMetric,
  WheelOptions,
  WheelPhase,
  WheelResult,
} from '../schema/wheel.ts';
import { Bringings } from './bringings.ts';
import { computeMetrics, countBrought, isMet, listBrought, METRIC_IDS } from './compute-metrics.ts';
import { computeMomentum } from './compute-momentum.ts';
import { toFlywheelRules, type FlywheelRules } from './flywheel-options.ts';
import { flywheelPlaces } from './flywheel-places.ts';
import { FlywheelRecord } from './flywheel-record.ts';
import { FlywheelWalk } from './flywheel-walk.ts';
import { Period, type FlywheelFirsts, type FlywheelSources, type PeriodParts } from './period.ts';
import { rankFriction } from './rank-friction.ts';

const BRING = { from: 'advocacy', to: 'activation' };

/**
 * The flywheel: where everybody is, the metrics and friction of each phase in a period, whether it turns faster than in
 * the one before, and what clients bring back to its beginning. Source: lifecycle.md, section 3; the seed.
 * @throws FunnelwheelError `invalid-options`, also for a target of a metric there is not
 */
export function computeFlywheel(
  store: Store,
  options: WheelOptions = {},
  catalog: WheelCatalog = EMPTY_CATALOG,
): WheelRun {
  const rules = toFlywheelRules(options.flywheel);
  refuseUnknownTargets(rules);
  const context = new WheelContext(store, options, options.comparedTo ?? 'previous');
  const sources = toSources(context, rules);
  const bringings = new Bringings(context, sources.purchases);
  const walk = new FlywheelWalk(context, rules, bringings.acts);
  const record = fillRecord(context, walk);
  const firsts = findAllFirsts(context, rules, sources);
  const { now, before } = toPeriods({ context, rules, record, bringings, sources, firsts });
  const parts = { model: 'flywheel' as const, context, places: flywheelPlaces, table: record.table };
  const result = toWheelResult({ ...parts, rules, playbook: catalog.playbooks.flywheel });
  return {
    ...parts,
    result: complete(result, now, before, catalog),
    brought: { ...BRING, people: listBrought(now) },
    placeOf: (person) => tracePerson('flywheel', context, flywheelPlaces, walk, person),
  };
}

function refuseUnknownTargets({ targets }: FlywheelRules): void {
  const unknown = Object.keys(targets).find((id) => !METRIC_IDS.includes(id));
  if (unknown === undefined) return;
  const path = `flywheel.targets.${unknown}`;
  throw new FunnelwheelError(
    'invalid-options',
    `${path}: no such metric; there are ${METRIC_IDS.join(', ')}`,
    {
      path,
      value: targets[unknown],
    },
  );
}

function toSources(context: WheelContext, rules: FlywheelRules): FlywheelSources {
  const purchases = context.sourcesOf(rules.purchases);
  return {
    purchases,
    paid: purchases.filter(({ kind }) => kind.type !== 'conversion'),
    visits: context.sourcesOf(rules.visits),
  };
}

function findAllFirsts(
  context: WheelContext,
  rules: FlywheelRules,
  { paid }: FlywheelSources,
): FlywheelFirsts {
  const { store } = context;
  const find = (tests: readonly EventTest[]) => findFirsts(store, context.sourcesOf(tests)).at;
  return {
    qualified: find(rules.qualified),
    trial: find(rules.trials),
    affiliate: find(rules.affiliates),
    secondPaid: findSeconds(store, paid),
  };
}

function fillRecord({ store, instants, population }: WheelContext, walk: FlywheelWalk): FlywheelRecord {
  const { now, before, earlier } = instants;
  const record = new FlywheelRecord(store.persons.count, [earlier!, before!, now], walk, store.calendar);
  for (const person of population) {
    record.begin(person);
    walk.walk(person, now, record);
    record.end();
  }
  return record;
}

/** This period, and the one before as far as the dataset covers it: what it does not know is not 0. */
function toPeriods(parts: PeriodParts): { now: Period; before: Period | undefined } {
  const { store, instants } = parts.context;
  const first = Date.parse(store.summary.from ?? '');
  const isCovered = instants.earlier! >= first;
  return { now: new Period(parts, 2), before: isCovered ? new Period(parts, 1) : undefined };
}

function complete(
  result: WheelResult,
  now: Period,
  before: Period | undefined,
  catalog: WheelCatalog,
): WheelResult {
  const metrics = computeMetrics(now, before, now.rules.targets);
  const friction = rankFriction(catalog.friction, now, before);
  const momentum = computeMomentum(now, before);
  const brought = countBrought(now).value;
  const phases = result.phases.map((phase, index) => ({
    ...withSpeed(phase, metrics[index]!),
    metrics: metrics[index]!,
    friction: friction[index]!,
  }));
  const { direction } = momentum;
  return {
    ...result,
    phases,
    flows: [...(result.flows ?? []), ...toBringFlow(brought)],
    momentum,
    quickTest: { ...countGoals(metrics.flat()), faster: direction === null ? null : direction > 0 },
    energy: { brought, previous: before ? countBrought(before).value : null },
  };
}

/** The speed of a phase is how long those who went on had been there. */
function withSpeed(phase: WheelPhase, metrics: readonly WheelMetric[]): WheelPhase {
  const days = metrics.find(({ unit }) => unit === 'days');
  return { ...phase, medianDays: days?.value ?? null, previousMedianDays: days?.previous ?? null };
}

function countGoals(metrics: readonly WheelMetric[]): { goals: number; goalsMet: number } {
  const goals = metrics.filter(({ target }) => target !== undefined);
  return { goals: goals.length, goalsMet: goals.filter(isMet).length };
}

/** Advocacy feeds activation; these people are counted where they are, not once more. */
function toBringFlow(brought: number | null): WheelFlow[] {
  return brought ? [{ ...BRING, count: brought, kind: 'bring' }] : [];
}
