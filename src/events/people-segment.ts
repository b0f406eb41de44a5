import type { Segment, WheelSegment } from '../engine/schema/index.ts';

/**
 * Whose people a list shows, as its host names them: a part of a funnel (`{step, outcome, group?}`), or a place of a
 * wheel: those in a phase, those outside of the cycle (by the id of that outside), those who moved between two places.
 */
export type PeopleSegment = Segment | WheelSegment;
