import { boundsOf } from '../dataset/gather.ts';

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

/** Quantiles of values in any order (ascending shares), as {@link computeQuantile} gives them of ascending ones. */
export function selectQuantiles(values: Float64Array, shares: readonly number[]): (number | null)[] {
  const last = values.length - 1;
  if (last < 0) return shares.map(() => null);
  const places = shares.map((share) => last * share);
  const below = places.map(Math.floor);
  const found = selectPlaces(
    values,
    below.flatMap((place) => [place, Math.min(place + 1, last)]),
  );
  return places.map((place, i) => {
    const [low, high] = [found[2 * i]!, found[2 * i + 1]!];
    return low + (high - low) * (place - below[i]!);
  });
}

/** So few values are sorted. */
const FEW = 256;
const BUCKETS = 1024;

/** Values by buckets of equal width. */
interface Buckets {
  least: number;
  /** Buckets a unit of value. */
  scale: number;
}

/**
 * What stands at some places (ascending) of values once they are in order. Only in which of many buckets each value is
 * gets counted, and buckets with such a place are looked at again: passes without a branch that a processor would guess
 * wrong half of the time, as it does in a sort or a quickselect.
 */
function selectPlaces(values: Float64Array, places: readonly number[]): number[] {
  const { least, scale } = toBuckets(values);
  // Too few, all equal, or too far apart for a number to say how many buckets there are.
  if (values.length <= FEW || !(scale > 0 && scale < Infinity)) {
    const ascending = values.slice().sort();
    return places.map((place) => ascending[place]!);
  }
  const counts = countBuckets(values, { least, scale });
  const found: number[] = [];
  let before = 0;
  for (let bucket = 0; found.length < places.length; before += counts[bucket++]!) {
    const end = before + counts[bucket]!;
    if (places[found.length]! >= end) continue;
    const own = places.slice(found.length).filter((place) => place < end);
    const members = listBucket(values, { least, scale }, bucket, counts[bucket]!);
    found.push(
      ...selectPlaces(
        members,
        own.map((place) => place - before),
      ),
    );
  }
  return found;
}

function toBuckets(values: Float64Array): Buckets {
  const [least, greatest] = boundsOf(values);
  return { least, scale: (BUCKETS - 1) / (greatest - least) };
}

function countBuckets(values: Float64Array, { least, scale }: Buckets): Int32Array {
  const counts = new Int32Array(BUCKETS);
  for (let i = 0; i < values.length; i++) counts[((values[i]! - least) * scale) | 0]!++;
  return counts;
}

function listBucket(
  values: Float64Array,
  { least, scale }: Buckets,
  bucket: number,
  count: number,
): Float64Array {
  const members = new Float64Array(count);
  let length = 0;
  for (let i = 0; i < values.length; i++)
    if ((((values[i]! - least) * scale) | 0) === bucket) members[length++] = values[i]!;
  return members;
}
