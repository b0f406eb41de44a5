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
  return selectQuantiles(Float64Array.from(values), [0.5])[0]!;
}

/**
 * Quantiles of values in any order (ascending shares), as {@link computeQuantile} gives them of ascending ones: only what
 * stands at their places is put in order. The values are moved about.
 */
export function selectQuantiles(values: Float64Array, shares: readonly number[]): (number | null)[] {
  let low = 0;
  return shares.map((share) => {
    if (values.length === 0) return null;
    const place = (values.length - 1) * share;
    const below = Math.floor(place);
    const above = Math.min(below + 1, values.length - 1);
    settle(values, low, values.length - 1, below);
    low = below;
    settle(values, Math.min(below + 1, above), values.length - 1, above);
    return values[below]! + (values[above]! - values[below]!) * (place - below);
  });
}

/** Puts to place `k` what stands there in ascending order, nothing greater before it, nothing less behind (Hoare). */
function settle(values: Float64Array, low: number, high: number, k: number): void {
  while (low < high) {
    const pivot = medianOf(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let i = low - 1;
    let j = high + 1;
    for (;;) {
      while (values[++i]! < pivot);
      while (values[--j]! > pivot);
      if (i >= j) break;
      const held = values[i]!;
      values[i] = values[j]!;
      values[j] = held;
    }
    if (k <= j) high = j;
    else low = j + 1;
  }
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
