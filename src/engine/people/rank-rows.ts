/** What a list is sorted by. */
export type SortKey = string | number | undefined;

/** The place of each of some things among the others: equals share one, from 1 on; 0 is missing. */
export interface Ranks {
  of: Uint32Array;
  /** The highest rank. */
  highest: number;
}

/** Ranks keys. Numbers are compared as numbers, texts by their code units. */
export function rankKeys(keys: ArrayLike<SortKey>): Ranks {
  return isNumeric(keys) ? rankNumbers(keys) : rankDistinct(keys);
}

/**
 * The rows in the order of their ranks, the missing last whichever the direction; equals stay as they came.
 * @param ranks `of` has the rank of each row
 */
export function sortByRank(rows: readonly number[], { of, highest }: Ranks, descending: boolean): number[] {
  const slotOf = (rank: number): number => {
    if (rank === 0) return highest;
    return descending ? highest - rank : rank - 1;
  };
  const next = new Uint32Array(highest + 2);
  for (let i = 0; i < rows.length; i++) next[slotOf(of[i]!) + 1]!++;
  for (let slot = 1; slot < next.length; slot++) next[slot]! += next[slot - 1]!;
  const sorted = new Array<number>(rows.length);
  for (let i = 0; i < rows.length; i++) sorted[next[slotOf(of[i]!)]!++] = rows[i]!;
  return sorted;
}

function isNumeric(keys: ArrayLike<SortKey>): keys is ArrayLike<number | undefined> {
  for (let i = 0; i < keys.length; i++) if (typeof keys[i] === 'string') return false;
  return true;
}

/** A typed array sorts numbers without a comparison in JavaScript, which is most of the time of a long list. */
function rankNumbers(keys: ArrayLike<number | undefined>): Ranks {
  const values = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) values[i] = keys[i] ?? NaN;
  const sorted = values.slice().sort();
  let highest = 0;
  for (let i = 0; i < sorted.length && !Number.isNaN(sorted[i]!); i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[highest++] = sorted[i]!;
  const placeOf = indexNumbers(sorted.subarray(0, highest));
  const of = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i]!)) of[i] = placeOf(values[i]!) + 1;
  return { of, highest };
}

/**
 * Finds the place of a number among distinct ones in ascending order, one of which it is. The range is cut into as many
 * stretches as there are numbers, so that a few comparisons near the place are enough.
 */
function indexNumbers(distinct: Float64Array): (value: number) => number {
  const first = distinct[0] ?? 0;
  const range = (distinct.at(-1) ?? 0) - first;
  const scale = Number.isFinite(range) && range > 0 ? (distinct.length - 1) / range : 0;
  const stretchOf = (value: number) => (scale === 0 ? 0 : Math.floor((value - first) * scale));
  const ends = new Uint32Array(distinct.length);
  for (const value of distinct) ends[stretchOf(value)]!++;
  for (let i = 1; i < ends.length; i++) ends[i]! += ends[i - 1]!;
  return (value) => {
    const stretch = stretchOf(value);
    let low = stretch === 0 ? 0 : ends[stretch - 1]!;
    let high = ends[stretch]! - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (distinct[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function rankDistinct(keys: ArrayLike<SortKey>): Ranks {
  const known = new Set<string | number>();
  for (let i = 0; i < keys.length; i++) if (keys[i] !== undefined) known.add(keys[i]!);
  const ranks = new Map(sortDistinct([...known]).map((key, index) => [key, index + 1]));
  const of = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) if (keys[i] !== undefined) of[i] = ranks.get(keys[i]!)!;
  return { of, highest: ranks.size };
}

/** The engine's own order of texts is that of their code units, and needs no comparison here. */
function sortDistinct(keys: (string | number)[]): (string | number)[] {
  if (keys.every((key) => typeof key === 'string')) return keys.sort();
  return keys.sort((a, b) => (a < b ? -1 : 1));
}
