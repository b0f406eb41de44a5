import type { StepDefinition, Where } from '../../../src/engine/schema/definition.ts';
import type { FunnelDefinition, OracleDataset, Row, RunOptions } from './types.ts';

interface PeerCondition {
  key: string;
  operator: string;
  value?: unknown;
  scope?: 'client';
}
interface PeerEvent {
  event: string | null;
  where?: PeerCondition[];
}
interface PeerStep extends PeerEvent {
  anyOf?: PeerEvent[];
  label?: string;
  firstTimeForClient?: boolean;
}

/** A case of `../shared/data/peer-cases/cases.json`, as its README describes it. */
export interface PeerCase {
  id: string;
  name: string;
  class: 'core' | 'dialect';
  kind: 'steps' | 'timeToConvert' | 'trends';
  semantics: {
    order: 'sequential' | 'strict' | 'unordered';
    windowMs?: number | null;
    exclusions?: Array<PeerEvent & { fromStep: number; toStep: number }>;
    tie?: string;
  };
  steps: PeerStep[];
  filters?: PeerCondition[];
  range: { from: string | null; to: string | null };
  breakdown?: { keys: string[]; scope: string; attribution: string; attributionStep?: number };
  trend?: { interval: 'day' | 'week' | 'month'; fromStep: number; toStep: number };
  clients?: Array<{ id: string; props?: Row }>;
  events: Array<{ client: string; event: string; ts: string; props?: Row }>;
  expected: {
    counts?: Array<number | null>;
    avgSeconds?: number | Array<number | null>;
    medianSeconds?: Array<number | null>;
    convertedIds?: Array<string[] | null>;
    idsBySelector?: Array<{ droppedBeforeStep: number; ids: string[] }>;
    idsByBreakdown?: Array<{ value: string[]; reachedStep: number; ids: string[] }>;
    breakdown?: Array<{ value: string[] }>;
    breakdownComplete?: boolean;
    trend?: Array<{ period: string; reachedFrom: number; reachedTo: number }>;
  };
}

/** The same question in this product's form. */
export function translatePeerCase(peer: PeerCase): {
  dataset: OracleDataset;
  definition: FunnelDefinition;
  options: RunOptions;
} {
  const last = ['2000-01-01T00:00:00Z', ...peer.events.map((event) => event.ts)].sort().at(-1)!;
  return {
    dataset: {
      timeZone: 'UTC',
      people: toPeople(peer),
      events: peer.events.map((event) => toRow(event, peer)),
    },
    definition: toDefinition(peer),
    options: {
      range: peer.range,
      now: new Date(Date.parse(last) + 400 * 86_400_000).toISOString(),
      time: 'mean',
      weekStart: 7,
      ...(peer.breakdown && { breakdown: toBreakdown(peer) }),
      ...(peer.trend && {
        trend: {
          interval: peer.trend.interval,
          from: `s${peer.trend.fromStep}`,
          to: `s${peer.trend.toStep}`,
        },
      }),
    },
  };
}

function toPeople(peer: PeerCase): Row[] {
  return (peer.clients ?? []).map(({ id, props }) => ({ id, ...props }));
}

/** A step with `firstTimeForClient` and a `label` has its conditions in the definition of its kind: a type of its own. */
function toRow({ client, event, ts, props }: PeerCase['events'][number], peer: PeerCase): Row {
  const kind = peer.steps.find(
    (step) =>
      isKind(step) && step.event === event && step.where?.every((one) => props?.[one.key] === one.value),
  );
  return { ...props, person: client, type: kind?.label ?? event, at: ts };
}

function isKind(step: PeerStep): boolean {
  return step.firstTimeForClient === true && step.label !== undefined;
}

function toDefinition(peer: PeerCase): FunnelDefinition {
  const { order, windowMs, exclusions, tie } = peer.semantics;
  return {
    id: peer.id,
    order,
    ...(windowMs ? { window: { ms: windowMs } } : {}),
    ...(tie === 'lt' ? { ties: 'later' as const } : {}),
    where: toWhere(peer.filters),
    onExclude: 'remove',
    exclude: (exclusions ?? []).map((one) => ({
      event: one.event ?? '*',
      where: toWhere(one.where),
      between: [`s${one.fromStep}`, `s${one.toStep}`],
    })),
    steps: peer.steps.map(toStep),
  };
}

function toStep(step: PeerStep, index: number): StepDefinition {
  const common = {
    id: `s${index}`,
    when: 'inRange' as const,
    ...(step.firstTimeForClient ? { pick: 'first-ever' as const } : {}),
  };
  if (isKind(step)) return { ...common, event: step.label! };
  if (!step.anyOf) return { ...common, event: step.event ?? '*', where: toWhere(step.where) };
  const anyOf = step.anyOf.map((one) => ({ event: one.event ?? '*', where: toWhere(one.where) }));
  return { ...common, anyOf, where: toWhere(step.where) };
}

function toWhere(conditions: PeerCondition[] = []): Where {
  return Object.fromEntries(
    conditions.map((condition) => [
      condition.scope === 'client' ? `person.${condition.key}` : condition.key,
      toValue(condition),
    ]),
  );
}

function toValue({ operator, value }: PeerCondition): Where[string] {
  const text = value as string;
  switch (operator) {
    case 'exact':
      return value as string | string[];
    case 'is_not':
      return Array.isArray(value) ? { notIn: value as string[] } : { ne: text };
    case 'icontains':
      return { contains: text };
    case 'not_icontains':
      return { notContains: text };
    case 'is_set':
      return { exists: true };
    case 'is_not_set':
      return { exists: false };
    default:
      return { [operator]: value };
  }
}

function toBreakdown({ breakdown }: PeerCase): NonNullable<RunOptions['breakdown']> {
  const { keys, scope, attribution, attributionStep } = breakdown!;
  const names = keys.map((key) => (scope === 'client' ? `person.${key}` : key));
  return {
    property: names.length === 1 ? names[0]! : names,
    attribution:
      attribution === 'step'
        ? { step: `s${attributionStep}` }
        : (attribution.replace('_', '-') as 'first-touch' | 'last-touch' | 'all-events'),
  };
}
