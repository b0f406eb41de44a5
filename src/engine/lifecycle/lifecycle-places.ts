import type { WheelPlaceList } from '../people/place-table.ts';
import type { FlowKind } from '../schema/wheel.ts';

/** The places of the lifecycle, as indexes. */
export const Lifecycle = {
  Acquisition: 0,
  Conversion: 1,
  Loyalty: 2,
  Attrition: 3,
  Retention: 4,
  NotEngaged: 5,
  Former: 6,
} as const;

/** The five phases of the seed, and the two places outside. */
export const lifecyclePlaces: WheelPlaceList = {
  ids: ['acquisition', 'conversion', 'loyalty', 'attrition', 'retention', 'not-engaged', 'former'],
  phaseCount: 5,
  kindOf: toFlowKind,
};

function toFlowKind(from: number, to: number): FlowKind {
  if (to === Lifecycle.Former) return 'leave';
  if (from === Lifecycle.NotEngaged) return 'enter';
  if (from === Lifecycle.Former) return 'return';
  if (to === Lifecycle.Attrition) return 'decline';
  if (to === Lifecycle.Retention) return from === Lifecycle.Attrition ? 'move' : 'decline';
  return from > to ? 'return' : 'move';
}
