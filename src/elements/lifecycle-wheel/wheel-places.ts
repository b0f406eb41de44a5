import type { WheelSegment } from '../../engine/schema/wheel.ts';
import type { WheelViewModel } from '../../layout/wheel-view.ts';
import type { PlaceKey } from './pointing-controller.ts';

/** A place of the wheel that can be opened. */
export interface OpenedPlace {
  segment: WheelSegment;
  count: number | undefined;
}

/** What stands behind a key of the drawing: a phase, a movement, a place outside. */
export function findPlace(view: WheelViewModel | undefined, key: PlaceKey): OpenedPlace | undefined {
  const [kind = '', ...rest] = key.split(':');
  const id = rest.join(':');
  if (kind === 'phase') {
    const phase = view?.phases.find((candidate) => candidate.id === id);
    return phase && { segment: phase.segment, count: phase.people };
  }
  if (kind === 'flow') {
    const flow = view?.flows?.find((candidate) => candidate.key === id);
    return flow && { segment: flow.segment, count: flow.facts.count };
  }
  const outside = view?.outside.find((candidate) => candidate.id === id);
  return outside && { segment: outside.segment, count: outside.people };
}

/** The key a segment has in the drawing. */
export function toPlaceKey(segment: WheelSegment): PlaceKey {
  if ('phase' in segment) return `phase:${segment.phase}`;
  return 'outside' in segment ? `outside:${segment.outside}` : `flow:${segment.from}>${segment.to}`;
}
