/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959964;

/** The Wilson 95 % interval of a rate `part / whole`, as rates from 0 to 1. Source: look.md §0, "Numbers". */
export function computeWilsonInterval(part: number, whole: number): { low: number; high: number } {
  const rate = part / whole;
  const spread = (Z * Z) / whole;
  const centre = rate + spread / 2;
  const half = Z * Math.sqrt((rate * (1 - rate)) / whole + spread / (4 * whole));
  return {
    low: Math.max(0, (centre - half) / (1 + spread)),
    high: Math.min(1, (centre + half) / (1 + spread)),
  };
}
