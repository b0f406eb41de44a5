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
  const last = values.length - 1;
  let low = 0;
  return shares.map((share) => {
    if (last < 0) return null;
    const place = last * share;
    const below = Math.floor(place);
    const above = Math.min(below + 1, last);
    settle(values, low, last, above);
    // What stands right below is the greatest of the rest: one pass, not another search.
    if (below < above) swap(values, below, greatest(values, low, below));
    low = below;
    return values[below]! + (values[above]! - values[below]!) * (place - below);
  });
}

/** Where the greatest value stands from one place to another. */
function greatest(values: Float64Array, from: number, to: number): number {
  let best = from;
  for (let i = from + 1; i <= to; i++) if (values[i]! > values[best]!) best = i;
  return best;
}

function swap(values: Float64Array, i: number, j: number): void {
  const held = values[i]!;
  values[i] = values[j]!;
  values[j] = held;
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
      swap(values, i, j);
    }
    if (k <= j) high = j;
    else low = j + 1;
  }
}

function medianOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
