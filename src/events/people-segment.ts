import type { FunnelSegment, WheelSegment } from '../engine/schema/index.ts';

/**
 * Whose people a list shows, as its host names them: a part of a funnel (`{step, outcome, group?}`), several
 * of them taken together (`{anyOf: […]}`, each person once), or a place of a wheel: those in a phase, those outside of the cycle (by the id of that outside), those who moved between two places.
 */
export type PeopleSegment = FunnelSegment | WheelSegment;
