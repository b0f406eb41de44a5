/**
 * P-values of many tests as if each had been the only one: the chance that any of them would look as unlikely where
 * there is nothing. In the order they came.
 * Source: S. Holm, Scandinavian Journal of Statistics 6 (1979) 65–70.
 */
export function adjustPValues(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const adjusted = new Array<number>(values.length);
  let highest = 0;
  for (const [rank, place] of order.entries()) {
    highest = Math.max(highest, Math.min(1, (values.length - rank) * values[place]!));
    adjusted[place] = highest;
  }
  return adjusted;
}
