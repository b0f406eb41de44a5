import { present } from '../present.ts';
import type { Play, WheelModel, WheelPhase, WheelResult } from '../schema/wheel.ts';
import { countFlows, listMovements, toFlows, type FlowMatrix } from './compute-flows.ts';
import { toIso } from './to-iso.ts';
import type { PlaceTable, WheelPlaceList } from './place-table.ts';
import type { WheelContext } from './wheel-context.ts';

/** What a result is made of. */
export interface WheelResultParts {
  model: WheelModel;
  context: WheelContext;
  places: WheelPlaceList;
  table: PlaceTable;
  /** The thresholds, to be shown. */
  rules: unknown;
  playbook?: Readonly<Record<string, readonly Play[]>> | undefined;
}

/** The numbers that every wheel has: people, balances, movements, days. */
export function toWheelResult(parts: WheelResultParts): WheelResult {
  const { model, context, places, table, rules } = parts;
  const { store, instants } = context;
  const now = table.instants.length - 1;
  const before = instants.before === undefined ? -1 : now - 1;
  const matrix = before < 0 ? undefined : countFlows(table, before, now, places.ids.length);
  return {
    version: 1,
    model,
    origin: 'computed',
    asOf: toIso(instants.now),
    ...(before < 0 ? {} : { comparedTo: toIso(instants.before!) }),
    timeZone: store.calendar.timeZone,
    ...present({ currency: store.summary.currency }),
    options: rules,
    phases: toPhases(parts, matrix, before),
    ...(matrix ? { flows: toFlows(matrix, places) } : {}),
    outside: toOutside(parts, matrix),
    unknown: 0,
    ...(before < 0 ? {} : listMovements(table, before, now, places, store.persons)),
    ...listNotices(context),
  };
}

function toPhases(
  { context, places, table, playbook }: WheelResultParts,
  matrix: FlowMatrix | undefined,
  before: number,
): WheelPhase[] {
  const { ids, phaseCount } = places;
  const { calendar } = context.store;
  const now = table.instants.length - 1;
  const counts = table.countsAt(now, ids.length);
  const days = table.medianDaysAt(now, ids.length, calendar);
  const previous = before < 0 ? undefined : table.medianDaysAt(before, ids.length, calendar);
  return ids.slice(0, phaseCount).map((id, phase) => ({
    id,
    count: counts[phase]!,
    ...(matrix ? toBalance(matrix, phase, places) : {}),
    medianDays: days[phase]!,
    ...(previous ? { previousMedianDays: previous[phase]! } : {}),
    ...(playbook?.[id] ? { playbook: [...playbook[id]] } : {}),
  }));
}

function toBalance(matrix: FlowMatrix, phase: number, { kindOf }: WheelPlaceList) {
  const row = matrix[phase]!;
  const start = row.reduce((sum, count) => sum + count, 0);
  let entered = 0;
  let back = 0;
  for (const [from, others] of matrix.entries()) {
    if (from === phase) continue;
    entered += others[phase]!;
    if (kindOf(from, phase) === 'return') back += others[phase]!;
  }
  return { start, entered, left: start - row[phase]!, back, previousCount: start };
}

function toOutside({ places, table }: WheelResultParts, matrix: FlowMatrix | undefined) {
  const counts = table.countsAt(table.instants.length - 1, places.ids.length);
  return places.ids.slice(places.phaseCount).map((id, index) => {
    const place = places.phaseCount + index;
    const start = matrix?.[place]!.reduce((sum, count) => sum + count, 0);
    return { id, count: counts[place]!, ...present({ start }) };
  });
}

/** Before the dataset begins nobody had done anything: what is compared with that is no change. */
function listNotices({ store, instants }: WheelContext): Pick<WheelResult, 'notices'> {
  const { from } = store.summary;
  if (instants.before === undefined || from === undefined || instants.before >= Date.parse(from)) return {};
  return { notices: [{ code: 'compared-before-data' }] };
}
