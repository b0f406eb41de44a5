/** A part of a track along its axis, in px: from `start` to `end`, start before end. */
export interface TrackZone {
  key: string;
  start: number;
  end: number;
}

/** The least size of a target. Source: WCAG 2.2, 2.5.8. */
export const LEAST_TARGET_SIZE = 24;

/**
 * The part a pointer at `at` px means. A part narrower than 24 px answers to 24 px around its middle; where several
 * do, the one whose middle is nearest wins, and any of them wins over a wide part beneath. Source: look.md, "Pointer".
 */
export function findZone(zones: readonly TrackZone[], at: number): TrackZone | undefined {
  const isNarrow = ({ start, end }: TrackZone): boolean => end - start < LEAST_TARGET_SIZE;
  const distance = ({ start, end }: TrackZone): number => Math.abs(at - (start + end) / 2);
  const near = zones.filter((zone) => isNarrow(zone) && distance(zone) <= LEAST_TARGET_SIZE / 2);
  const nearest = near.toSorted((a, b) => distance(a) - distance(b))[0];
  // Later ones lie on top: an exit over the hatch of all losses.
  return nearest ?? zones.findLast(({ start, end }) => at >= start && at <= end);
}
