import type { Store } from '../dataset/store.ts';
import type { EventSource } from './wheel-context.ts';

/** Everybody's last event among some sources up to an instant. */
export interface LastEvents {
  /** Epoch ms; −Infinity: none. */
  at: Float64Array;
  /** Its row in its source. */
  row: Int32Array;
}

/** Finds them one source after the other, from each person's last row back. */
export function findLasts(
  { base, unit, persons }: Store,
  sources: readonly EventSource[],
  until: number,
): LastEvents {
  const at = new Float64Array(persons.count).fill(-Infinity);
  const row = new Int32Array(persons.count);
  for (const { kind, test } of sources) {
    const { off, time } = kind;
    for (let person = 0; person < at.length; person++) {
      const first = off[person]!;
      let last = off[person + 1]! - 1;
      while (last >= first && base + time[last]! * unit > until) last--;
      while (last >= first && test !== null && !test(last, person)) last--;
      if (last < first) continue;
      const instant = base + time[last]! * unit;
      if (instant <= at[person]!) continue;
      at[person] = instant;
      row[person] = last;
    }
  }
  return { at, row };
}
