import type { WheelPlaceList } from '../people/place-table.ts';
import type { FlowKind } from '../schema/wheel.ts';

/** The places of the flywheel, as indexes. */
export const Flywheel = {
  Activation: 0,
  Adoption: 1,
  Adoration: 2,
  Advocacy: 3,
  NotEngaged: 4,
  Former: 5,
} as const;

/** The seed's four phases, and the two places outside. */
export const flywheelPlaces: WheelPlaceList = {
  ids: ['activation', 'adoption', 'adoration', 'advocacy', 'not-engaged', 'former'],
  phaseCount: 4,
  kindOf: toFlowKind,
};

/** Whether somebody went on around the wheel. */
export function isOnward(from: number, to: number): boolean {
  return from < to && to <= Flywheel.Advocacy;
}

/** Whether a place is a customer's who is on the wheel. */
export function isCustomerPlace(place: number): boolean {
  return place >= Flywheel.Adoption && place <= Flywheel.Advocacy;
}

function toFlowKind(from: number, to: number): FlowKind {
  if (to === Flywheel.Former) return 'leave';
  if (from === Flywheel.NotEngaged) return 'enter';
  if (from === Flywheel.Former) return 'return';
  return from < to ? 'move' : 'decline';
}
