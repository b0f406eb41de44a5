import { DAY } from '../dataset/calendar.ts';

/** Month ends and clock changes can bring the end of a later event before that of an earlier one by at most so much. */
const OVERLAP = 4 * DAY;

/**
 * When an event stops to count, among others in order of time: never before an earlier one does. Of two visits, on the
 * 28th in the evening and on the 31st in the morning, both end on the 28th of a February, the later first.
 */
export function runningEnd(at: Float64Array, index: number, endOf: (at: number) => number): number {
  let end = endOf(at[index]!);
  for (let i = index - 1; i >= 0 && at[index]! - at[i]! < OVERLAP; i--) end = Math.max(end, endOf(at[i]!));
  return end;
}
