import { isWholeSecond } from '../engine/dataset/instant.ts';
import type { InstantCells } from '../data/readers/raw-cells.ts';

/** Days since 1970 as `2026-11-22`; as they are where no such day can be written. */
export function toDay(days: number): string | number {
  const date = new Date(days * 86_400_000);
  const isWritable = date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
  return isWritable ? date.toISOString().slice(0, 10) : days;
}

/** A column of timestamps, once all are there; those of whole seconds are written without a fraction. */
export function toInstants(ms: Float64Array, clock: InstantCells['clock']): InstantCells {
  return { kind: 'instants', ms, clock, digits: hasFraction(ms) ? 3 : 0 };
}

function hasFraction(ms: Float64Array): boolean {
  for (const instant of ms) if (!isWholeSecond(instant) && !Number.isNaN(instant)) return true;
  return false;
}
