/**
 * Gives rows that are drawn a place each, so that a row that came into sight takes over what a row that left it was
 * drawn with. A row keeps its place for as long as it is drawn.
 */
export class RowPool {
  #places = new Map<number, number>();

  /** The places of the rows drawn now: no two share one, and none is higher than need be. */
  assign(rows: readonly number[]): (row: number) => number {
    const kept = new Map<number, number>();
    const taken = new Set<number>();
    for (const row of rows) {
      const place = this.#places.get(row);
      if (place === undefined || place >= rows.length) continue;
      kept.set(row, place);
      taken.add(place);
    }
    let free = 0;
    for (const row of rows) {
      if (kept.has(row)) continue;
      while (taken.has(free)) free += 1;
      kept.set(row, free);
      free += 1;
    }
    this.#places = kept;
    return (row) => kept.get(row)!;
  }
}
