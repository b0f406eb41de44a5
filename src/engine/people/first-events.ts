import type { Store } from '../dataset/store.ts';
import type { EventSource } from './wheel-context.ts';

/** Everybody's first event among some sources, at any instant. */
export interface FirstEvents {
  /** Epoch ms; Infinity: none. */
  at: Float64Array;
  /** Index of its source; of several at one instant the first. */
  source: Uint16Array;
}

/** Finds them one source after the other: of most people the first row of a source is all that is looked at. */
export function findFirsts({ base, unit, persons }: Store, sources: readonly EventSource[]): FirstEvents {
  const at = new Float64Array(persons.count).fill(Infinity);
  const source = new Uint16Array(persons.count);
  for (const [index, { kind, test }] of sources.entries()) {
    const { off, time } = kind;
    for (let person = 0; person < at.length; person++) {
      const end = off[person + 1]!;
      let row = off[person]!;
      while (row < end && test !== null && !test(row, person)) row++;
      if (row === end) continue;
      const instant = base + time[row]! * unit;
      if (instant >= at[person]!) continue;
      at[person] = instant;
      source[person] = index;
    }
  }
  return { at, source };
}

/** Epoch ms of everybody's second event among some sources; Infinity: none. */
export function findSeconds({ base, unit, persons }: Store, sources: readonly EventSource[]): Float64Array {
  const first = new Float64Array(persons.count).fill(Infinity);
  const second = new Float64Array(persons.count).fill(Infinity);
  for (const { kind, test } of sources) {
    const { off, time } = kind;
    for (let person = 0; person < first.length; person++) {
      for (let row = off[person]!; row < off[person + 1]!; row++) {
        const instant = base + time[row]! * unit;
        if (instant >= second[person]!) break;
        if (test !== null && !test(row, person)) continue;
        second[person] = Math.max(first[person]!, instant);
        first[person] = Math.min(first[person]!, instant);
      }
    }
  }
  return second;
}
