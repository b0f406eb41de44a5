import type { WheelFlow, WheelModel, WheelPhase, WheelResult } from '../engine/schema/wheel.ts';
import type { WheelFlowKind } from '../i18n/wheel-messages.ts';

/** As many movements are drawn; the rest is in the list, with its sum. Source: look.md §3. */
export const DRAWN_FLOWS = 8;

/** One phase in numbers. Undefined is unknown, never zero. */
export interface PhaseFacts {
  id: string;
  index: number;
  source: WheelPhase;
  count: number | undefined;
  /** Of all who are on the wheel and in a known phase. */
  share: number | undefined;
  start: number | undefined;
  entered: number | undefined;
  left: number | undefined;
  /** What start + in − out misses of now; undefined where the balance cannot be made. */
  residual: number | undefined;
}

/** One movement. An end that is no phase has the index −1. */
export interface FlowFacts {
  key: string;
  from: string;
  to: string;
  fromIndex: number;
  toIndex: number;
  count: number;
  kind: WheelFlowKind;
  /** Among the largest that are drawn. */
  drawn: boolean;
}

/** What a wheel says, in numbers. */
export interface WheelFacts {
  model: WheelModel;
  phases: PhaseFacts[];
  /** By size, the largest first; undefined where the data has none to tell. */
  flows: FlowFacts[] | undefined;
  total: number;
  /** Change of the total between the two instants. */
  change: number | undefined;
  /** Whole days between the two instants. */
  days: number | undefined;
  declined: number;
  left: number;
  returned: number;
  isEmpty: boolean;
}

const DAY_MS = 86_400_000;

/** Reads a wheel's numbers once, for picture, list and sentence. */
export function computeWheelFacts(result: WheelResult): WheelFacts {
  const ids = result.phases.map((phase, index) => phase.id ?? String(index));
  const flows = result.flows && toFlows(result, ids);
  const total = sum(result.phases.map((phase) => phase.count ?? 0));
  const phases = result.phases.map((phase, index) => toPhase(phase, index, ids[index] ?? '', flows, total));
  return {
    model: result.model,
    phases,
    flows,
    total,
    change: toChange(result, phases, total),
    days: toDays(result),
    declined: countOf(flows, 'decline'),
    left: countOf(flows, 'leave'),
    returned: countOf(flows, 'return'),
    isEmpty: total === 0,
  };
}

function toPhase(
  source: WheelPhase,
  index: number,
  id: string,
  flows: FlowFacts[] | undefined,
  total: number,
): PhaseFacts {
  const count = source.count ?? undefined;
  const start = source.start ?? source.previousCount ?? undefined;
  // Who was brought has not moved: no part of a balance. Source: look.md, "What a wheel may claim".
  const moved = flows?.filter(({ kind }) => kind !== 'bring');
  const entered = source.entered ?? (moved && sum(moved.filter((flow) => flow.to === id).map(toCount)));
  const left = source.left ?? (moved && sum(moved.filter((flow) => flow.from === id).map(toCount)));
  const known = [count, start, entered, left].every((part) => part !== undefined && part !== null);
  return {
    id,
    index,
    source,
    count,
    share: count === undefined || total === 0 ? undefined : count / total,
    start: start ?? undefined,
    entered: entered ?? undefined,
    left: left ?? undefined,
    residual: known ? (count ?? 0) - ((start ?? 0) + (entered ?? 0) - (left ?? 0)) : undefined,
  };
}

function toFlows(result: WheelResult, ids: readonly string[]): FlowFacts[] {
  const byKey = new Map<string, FlowFacts>();
  for (const given of result.flows ?? []) {
    const flow = toFlow(result.model, given, ids);
    const known = byKey.get(flow.key);
    // Told in two parts, it is one movement: one arrow, one row, one key.
    if (known) known.count += flow.count;
    else if (flow.count > 0) byKey.set(flow.key, flow);
  }
  const flows = [...byKey.values()].sort((a, b) => b.count - a.count);
  const drawable = flows.filter(
    (flow) => flow.from !== flow.to && (flow.fromIndex >= 0 || flow.toIndex >= 0),
  );
  for (const flow of drawable.slice(0, DRAWN_FLOWS)) flow.drawn = true;
  return flows;
}

function toFlow(model: WheelModel, { from, to, count, kind }: WheelFlow, ids: readonly string[]): FlowFacts {
  const fromIndex = ids.indexOf(from);
  const toIndex = ids.indexOf(to);
  const known = kind ?? toKind(model, { from, to }, fromIndex, toIndex);
  const key = `${from}>${to}${known === 'bring' ? '>bring' : ''}`;
  return { key, from, to, fromIndex, toIndex, count, kind: known, drawn: false };
}

/** Phases whose people are on their way out. */
const DECLINED: Record<WheelModel, readonly string[]> = {
  lifecycle: ['attrition', 'retention'],
  engagement: ['exit'],
  flywheel: [],
};

function toKind(
  model: WheelModel,
  { from, to }: { from: string; to: string },
  fromIndex: number,
  toIndex: number,
): WheelFlowKind {
  if (fromIndex < 0) return 'enter';
  if (toIndex < 0) return 'leave';
  const declined = DECLINED[model];
  if (declined.includes(to) && !declined.includes(from)) return 'decline';
  if (declined.includes(from) && !declined.includes(to)) return 'return';
  return 'move';
}

function toChange(result: WheelResult, phases: readonly PhaseFacts[], total: number): number | undefined {
  if (result.phases.length === 0 || !phases.every(({ start }) => start !== undefined)) return undefined;
  return total - sum(phases.map(({ start }) => start ?? 0));
}

function toDays({ asOf, comparedTo }: WheelResult): number | undefined {
  if (asOf === undefined || asOf === null || comparedTo === undefined || comparedTo === null)
    return undefined;
  const days = Math.round((new Date(asOf).getTime() - new Date(comparedTo).getTime()) / DAY_MS);
  return Number.isFinite(days) && days > 0 ? days : undefined;
}

function countOf(flows: FlowFacts[] | undefined, kind: WheelFlowKind): number {
  return sum((flows ?? []).filter((flow) => flow.kind === kind).map(toCount));
}

function toCount({ count }: { count: number }): number {
  return count;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
