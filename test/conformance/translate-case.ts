// A case of another product in our terms: a dataset, a definition and run options of the public engine.
import type { FunnelDefinition, RunOptions, StepDefinition, StoreInput } from '../../src/engine/index.ts';
import { ColumnNames } from './case-condition.ts';
import type { PeerCase } from './case-file.ts';
import { EventTypes } from './event-types.ts';

export interface TranslatedCase {
  input: StoreInput;
  definition: FunnelDefinition;
  options: RunOptions;
}

const DAY = 86_400_000;
const LAST_INSTANT = 8.64e15;
/** The cases count weeks from Sunday (ISO day 7). */
const SUNDAY = 7;

export const stepId = (index: number): string => `step-${index}`;

/**
 * Rules of the translation (README of the cases, "To run one in this product"): the range is that of every step; an
 * exclusion removes the client; times are means over equally far attempts; `tie: "lt"` is "strictly later".
 */
export function translateCase(peerCase: PeerCase): TranslatedCase {
  const columns = new ColumnNames();
  const types = new EventTypes(peerCase);
  const definition = toDefinition(peerCase, types, columns);
  const options = toOptions(peerCase, columns);
  return { input: toInput(peerCase, types, columns), definition, options };
}

function toDefinition(peerCase: PeerCase, types: EventTypes, columns: ColumnNames): FunnelDefinition {
  const { semantics, filters } = peerCase;
  return {
    version: 1,
    id: peerCase.id,
    order: semantics.order,
    ties: semantics.tie === 'lt' ? 'later' : 'allow',
    ...(typeof semantics.windowMs === 'number' ? { window: { ms: semantics.windowMs } } : {}),
    ...(filters?.length ? { where: columns.toWhere(filters) } : {}),
    exclude: (semantics.exclusions ?? []).map(({ event, where, fromStep, toStep }) => ({
      event: types.named(event),
      where: columns.toWhere(where),
      between: [stepId(fromStep), stepId(toStep)] as [string, string],
    })),
    onExclude: 'remove',
    steps: peerCase.steps.map((_, index) => toStep(peerCase, index, types, columns)),
  };
}

function toStep(peerCase: PeerCase, index: number, types: EventTypes, columns: ColumnNames): StepDefinition {
  const step = peerCase.steps[index]!;
  return {
    id: stepId(index),
    name: step.label ?? String(step.event ?? 'any event'),
    ...toEvents(step, types.ofKind(index), types, columns),
    where: columns.toWhere(step.where),
    when: hasRange(peerCase) ? 'inRange' : 'any',
    ...(step.firstTimeForClient ? { pick: 'first-ever' as const } : {}),
  };
}

function toEvents(
  step: PeerCase['steps'][number],
  kind: string[] | undefined,
  types: EventTypes,
  columns: ColumnNames,
): Pick<StepDefinition, 'event' | 'anyOf'> {
  if (kind) return { event: kind };
  if (!step.anyOf) return { event: types.named(step.event ?? null) };
  return {
    anyOf: step.anyOf.map(({ event, where }) => ({
      event: types.named(event),
      where: columns.toWhere(where),
    })),
  };
}

function hasRange({ range }: PeerCase): boolean {
  return (range?.from ?? range?.to ?? null) !== null;
}

/** Long after everything, so that nobody is still on the way. */
function endOfTime({ events, range, semantics }: PeerCase): number {
  const dates = [...events.map(({ ts }) => ts), range?.from, range?.to].filter((date) => date !== undefined);
  const last = Math.max(0, ...dates.filter((date) => date !== null).map((date) => new Date(date).getTime()));
  return Math.min(last + (semantics.windowMs ?? 0) + DAY, LAST_INSTANT);
}

function toOptions(peerCase: PeerCase, columns: ColumnNames): RunOptions {
  const { range, breakdown, trend } = peerCase;
  return {
    now: new Date(endOfTime(peerCase)).toISOString(),
    time: 'mean',
    weekStart: SUNDAY,
    ...(hasRange(peerCase) ? { range: { from: range?.from ?? null, to: range?.to ?? null } } : {}),
    ...(breakdown ? { breakdown: toBreakdown(breakdown, columns) } : {}),
    ...(trend
      ? { trend: { interval: trend.interval, from: stepId(trend.fromStep), to: stepId(trend.toStep) } }
      : {}),
  };
}

function toBreakdown(
  { keys, scope, attribution = 'first_touch', attributionStep = 0 }: NonNullable<PeerCase['breakdown']>,
  columns: ColumnNames,
): RunOptions['breakdown'] {
  const properties = keys.map((key) => columns.refer(key, scope));
  const attributions = {
    first_touch: 'first-touch',
    last_touch: 'last-touch',
    all_events: 'all-events',
    step: { step: stepId(attributionStep) },
  } as const;
  return {
    property: properties.length === 1 ? properties[0]! : properties,
    attribution: attributions[attribution],
  };
}

/** After the definition, which decides how many copies of a column there are. */
function toInput(peerCase: PeerCase, types: EventTypes, columns: ColumnNames): StoreInput {
  const { clients = [], events } = peerCase;
  return {
    timeZone: 'UTC',
    ...(clients.length > 0
      ? { people: { name: 'clients', ...toTable(clients, { id: clients.map(({ id }) => id) }, columns) } }
      : {}),
    events: [
      {
        name: 'events',
        ...toTable(
          events,
          {
            type: events.map((_, index) => types.at(index)),
            person: events.map(({ client }) => client),
            at: events.map(({ ts }) => ts),
          },
          columns,
        ),
      },
    ],
  };
}

type WithProperties = { props?: Record<string, unknown> | null | undefined };

function toTable(rows: readonly WithProperties[], own: Record<string, unknown[]>, columns: ColumnNames) {
  const keys = [...new Set(rows.flatMap(({ props }) => Object.keys(props ?? {})))];
  const properties = keys.flatMap((key) => {
    const cells = rows.map(({ props }) => props?.[key]);
    return columns.of(key).map((name): [string, unknown[]] => [name, cells]);
  });
  return { length: rows.length, columns: { ...own, ...Object.fromEntries(properties) } };
}
