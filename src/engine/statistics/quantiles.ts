/**
 * Quantile of ascending values by linear interpolation (type 7, the default of R and NumPy); null of nothing.
 * Source: funnels.md, "Attempts".
 */
export function computeQuantile(ascending: ArrayLike<number>, share: number): number | null {
  if (ascending.length === 0) return null;
  const place = (ascending.length - 1) * share;
  const below = Math.floor(place);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (high - low) * (place - below);
}

/** Arithmetic mean; null of nothing. */
export function computeMean(values: ArrayLike<number>): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Median of values in any order; null of nothing. */
export function computeMedian(values: ArrayLike<number>): number | null {
  return computeQuantile(Float64Array.from(values).sort(), 0.5);
}
