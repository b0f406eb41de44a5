import type { SubjectView } from '../dataset/store.ts';
import type { FlowKind, Movement, WheelFlow } from '../schema/wheel.ts';
import { toIso } from './to-iso.ts';
import { NOWHERE, type PlaceTable, type WheelPlaceList } from './place-table.ts';

/** Movements listed one by one; all are counted. */
const MOVEMENTS_LISTED = 1000;

/** Who went where between two instants: `[from][to]`, one person once. */
export type FlowMatrix = readonly Int32Array[];

/** Counts the people by their places at two instants of a table. */
export function countFlows(table: PlaceTable, before: number, now: number, places: number): FlowMatrix {
  const matrix = Array.from({ length: places }, () => new Int32Array(places));
  const from = table.place[before]!;
  const to = table.place[now]!;
  for (let person = 0; person < to.length; person++)
    if (to[person] !== NOWHERE) matrix[from[person]!]![to[person]!]!++;
  return matrix;
}

/** The flows with people in them, the greatest first. */
export function toFlows(matrix: FlowMatrix, { ids, kindOf }: WheelPlaceList): WheelFlow[] {
  const flows: (WheelFlow & { kind: FlowKind })[] = [];
  for (const [from, row] of matrix.entries()) {
    for (const [to, count] of row.entries())
      if (from !== to && count > 0)
        flows.push({ from: ids[from]!, to: ids[to]!, count, kind: kindOf(from, to) });
  }
  // The sort is stable: equal ones stay in the order of the places.
  return flows.sort((a, b) => b.count - a.count);
}

/** Everybody who is at another place than before, latest first. */
export function listMovements(
  table: PlaceTable,
  before: number,
  now: number,
  { ids }: WheelPlaceList,
  persons: SubjectView,
): { movements: Movement[]; movementTotal: number } {
  const from = table.place[before]!;
  const to = table.place[now]!;
  const since = table.since[now]!;
  const moved: number[] = [];
  for (let person = 0; person < to.length; person++) if (from[person] !== to[person]) moved.push(person);
  moved.sort((a, b) => compareInstants(since[b]!, since[a]!) || a - b);
  const movements = moved.slice(0, MOVEMENTS_LISTED).map((person) => ({
    id: persons.idOf(person),
    from: ids[from[person]!]!,
    to: ids[to[person]!]!,
    at: toIso(since[person]!),
  }));
  return { movements, movementTotal: moved.length };
}

/** Infinities are equal to themselves, which their difference is not. */
function compareInstants(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
