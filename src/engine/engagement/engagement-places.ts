import type { WheelPlaceList } from '../people/place-table.ts';
import type { FlowKind } from '../schema/wheel.ts';

/** The places of the engagement index, as indexes. */
export const Engagement = { Nurture: 0, Purchase: 1, Retention: 2, Exit: 3, NotEngaged: 4 } as const;

/** The seed's four quarters, and who is not in the index yet. */
export const engagementPlaces: WheelPlaceList = {
  ids: ['nurture', 'purchase', 'retention', 'exit', 'not-engaged'],
  phaseCount: 4,
  kindOf: toFlowKind,
};

function toFlowKind(from: number, to: number): FlowKind {
  if (from === Engagement.NotEngaged) return 'enter';
  if (to === Engagement.Exit) return 'decline';
  if (from > to) return from === Engagement.Exit ? 'return' : 'decline';
  return 'move';
}
