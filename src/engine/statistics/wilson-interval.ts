/** Two bounds, both included. */
export interface Interval {
  low: number;
  high: number;
}

/** The normal quantile of a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054;

/**
 * The Wilson score interval of a rate `part / whole`, as rates from 0 to 1; of nothing at all, everything is possible.
 * Source: look.md §0, "Numbers"; E. B. Wilson, JASA 22 (1927).
 *
 * @param z the two-sided normal quantile: 95 % by default
 */
export function computeWilsonInterval(part: number, whole: number, z = Z_95): Interval {
  if (whole <= 0) return { low: 0, high: 1 };
  const rate = part / whole;
  const spread = (z * z) / whole;
  const centre = rate + spread / 2;
  const half = z * Math.sqrt((rate * (1 - rate)) / whole + spread / (4 * whole));
  return {
    // Exactly 0 and 1 at the ends, where rounding would miss them.
    low: part === 0 ? 0 : Math.max(0, (centre - half) / (1 + spread)),
    high: part === whole ? 1 : Math.min(1, (centre + half) / (1 + spread)),
  };
}
