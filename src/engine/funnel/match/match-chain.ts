import type { MatchInput } from './match-levels.ts';
import { NONE } from './step-rules.ts';

/**
 * One level of a plain chain: every start takes the earliest event of the step that is no earlier than its match of
 * the step before (later, where ties must be later) and within the funnel's window. Starts and events of a lane are
 * both in order of time, and a later start never has an earlier match, so one pointer moves over the events once.
 * Exact where `isGreedyExact` says so of a sequential funnel: there no two steps can compete for one event, and the
 * instants are exact. Source: speed.md, "Algorithm".
 */
export function matchChainLevel(
  { context: { plan, store }, lanes, columns, rules }: MatchInput,
  step: number,
  off: Int32Array,
  match: readonly Int32Array[],
): void {
  const before = match[step - 1]!;
  const matches = match[step]!;
  const baseTime = columns[step - 1]!.time;
  const { off: eventOff, time } = columns[step]!;
  const strict = plan.ties === 'later' ? 1 : 0;
  const isWithin = (tick: number, start: number): boolean =>
    plan.window === undefined || store.toMs(tick) <= rules.windowEndOf(start);
  for (let lane = 0; lane < lanes.count; lane++) {
    let next = eventOff[lane]!;
    const end = eventOff[lane + 1]!;
    for (let row = off[lane]!; next < end && row < off[lane + 1]!; row++) {
      const base = before[row]!;
      if (base === NONE) continue;
      const low = baseTime[base]! + strict;
      while (next < end && time[next]! < low) next++;
      if (next < end && isWithin(time[next]!, row)) matches[row] = next;
    }
  }
}
