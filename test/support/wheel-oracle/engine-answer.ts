import {
  WheelSession,
  createStore,
  type InputEventTable,
  type InputTable,
} from '../../../src/engine/index.ts';
import type {
  PersonPlace,
  PlaceReason,
  WheelPhase,
  WheelResult,
  WheelSegment,
} from '../../../src/engine/schema/wheel.ts';
import type { OracleDataset, Row } from '../oracle/types.ts';
import type { WheelCase } from './random-wheels.ts';
import type { Reason } from './stays.ts';
import {
  sortFlows,
  type FlowAnswer,
  type PersonAnswer,
  type PhaseAnswer,
  type WheelAnswer,
} from './wheel-oracle.ts';

type Ask = (segment: WheelSegment) => string[];

/** The real engine's answer to a case, through its public interface alone, in the oracle's form. */
export function askWheelEngine(
  { dataset, model, options }: WheelCase,
  session: WheelSession = openWheelSession(dataset),
): WheelAnswer {
  const result = session.compute(model, options);
  const ask: Ask = (segment) => session.ids(model, options, segment).map(String).sort();
  const phases = result.phases.map((phase): [string, PhaseAnswer] => [phase.id!, toPhase(phase, ask)]);
  const outside = (result.outside ?? []).map(({ id, count, start }) => [
    id,
    { count, start: start ?? undefined, ids: ask({ outside: id! }) },
  ]);
  const ids = [
    ...phases.flatMap(([, { ids }]) => ids),
    ...(result.outside ?? []).flatMap(({ id }) => ask({ outside: id! })),
  ];
  return {
    phases: Object.fromEntries(phases),
    outside: Object.fromEntries(outside) as WheelAnswer['outside'],
    flows: result.flows && sortFlows(result.flows.filter(({ kind }) => kind !== 'bring').map((flow) => toFlow(flow, ask))), // prettier-ignore
    movements: result.movements?.map(({ id, from, to, at }) => ({
      id: String(id),
      from,
      to,
      at: toInstant(at),
    })),
    people: Object.fromEntries(ids.map((id) => [id, toPerson(session.person(model, options, id))])),
    qualification: result.qualification && pick(result.qualification, ['mql', 'sal', 'sql']),
    ...(model === 'flywheel' ? toTurns(result) : NO_TURNS),
  };
}

const NO_TURNS = {
  metrics: undefined,
  friction: undefined,
  momentum: undefined,
  energy: undefined,
  quickTest: undefined,
};

/** A session on a dataset. */
export function openWheelSession(dataset: OracleDataset): WheelSession {
  const people = toTable('people', dataset.people);
  const events: InputEventTable = toTable('events', dataset.events as Row[]);
  const asOf = dataset.asOf === undefined ? {} : { asOf: dataset.asOf };
  return new WheelSession(createStore({ timeZone: dataset.timeZone, ...asOf, people, events: [events] }));
}

function toTable(name: string, rows: Row[]): InputTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((column) => [column, rows.map((row) => row[column])]);
  return { name, length: rows.length, columns: Object.fromEntries(columns) as InputTable['columns'] };
}

function toPhase(phase: WheelPhase, ask: Ask): PhaseAnswer {
  return {
    count: phase.count ?? NaN,
    start: phase.start ?? undefined,
    entered: phase.entered ?? undefined,
    left: phase.left ?? undefined,
    back: phase.back ?? undefined,
    medianDays: phase.medianDays ?? null,
    previousMedianDays: phase.previousMedianDays ?? null,
    wonBack: phase.wonBack ?? undefined,
    ids: ask({ phase: phase.id! }),
  };
}

function toFlow({ from, to, count, kind }: NonNullable<WheelResult['flows']>[number], ask: Ask): FlowAnswer {
  return { from, to, count, kind: kind ?? '', ids: ask({ from, to }) };
}

/** Fields of a reason that are instants. */
const INSTANTS = new Set(['at', 'until', 'lastVisitAt', 'lastActivityAt']);

function toReason(reason: PlaceReason): Reason {
  const fields = Object.entries(reason).map(([name, value]) => [
    name,
    INSTANTS.has(name) ? toInstant(value as string | number | null) : value,
  ]);
  return Object.fromEntries(fields) as Reason;
}

function toPerson(place: PersonPlace): PersonAnswer {
  return {
    phase: place.phase,
    since: toInstant(place.since),
    days: place.days ?? null,
    reasons: place.reasons.map(toReason),
    history: (place.history ?? []).map(({ phase, from, reasons }) => ({
      phase,
      from: toInstant(from),
      reasons: reasons.map(toReason),
    })),
    score: place.score ?? undefined,
    parts: place.parts?.map((part) => pick(part, ['area', 'weight', 'points', 'contribution'])),
  };
}

function toTurns(result: WheelResult): Pick<WheelAnswer, keyof typeof NO_TURNS> {
  const metrics = result.phases.flatMap((phase) => phase.metrics ?? []);
  const friction = result.phases.flatMap((phase) => phase.friction ?? []);
  return {
    metrics: Object.fromEntries(
      metrics.map(({ id, value, previous }) => [id, { value, previous: previous ?? null }]),
    ),
    friction: Object.fromEntries(
      friction.map(({ id, people, value, severity }) => [
        id,
        { people: people ?? null, value: value ?? null, severity },
      ]),
    ),
    momentum: result.momentum && pick(result.momentum, ['value', 'direction']),
    energy: result.energy && { brought: result.energy.brought, previous: result.energy.previous ?? null },
    quickTest: result.quickTest && pick(result.quickTest, ['goalsMet', 'goals', 'faster']),
  };
}

function toInstant(value: string | number | null | undefined): number | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'number' ? value : Date.parse(value);
}

function pick<T extends object, K extends keyof T>(from: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;
}
