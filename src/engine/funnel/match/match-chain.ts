import { toPlaces } from '../../dataset/gather.ts';
import type { CandidateColumn } from './candidates.ts';
import type { MatchInput } from './match-levels.ts';
import { NONE } from './step-rules.ts';
import { WindowEnds } from './window-ends.ts';

/** A plain chain as far as one of its steps. */
export interface ChainLevel {
  /** What fills the step, by start; {@link NONE} where nothing does. */
  match: Int32Array;
  /** The lanes in which any start got so far, ascending. */
  alive: Int32Array;
}

/**
 * Matches a plain chain level by level: every start takes the earliest event of the step that is no earlier than its
 * match of the step before (later, where ties must be later) and within the funnel's window. Starts and events of a lane
 * are both in order of time, and a later start never has an earlier match, so one pointer moves over the events once;
 * lanes in which nobody goes on are not looked at again. Exact where `isGreedyExact` says so of a sequential funnel:
 * there no two steps can compete for one event, and the instants are exact. Source: speed.md, "Algorithm".
 *
 * `keep` may know a level from an earlier run; else it is matched.
 */
export function matchChain(
  input: MatchInput,
  keep: (step: number, match: () => ChainLevel) => ChainLevel = (_, match) => match(),
): ChainLevel[] {
  const { columns, lanes, context } = input;
  const { window } = context.plan;
  const ends = window ? new WindowEnds(context, window) : null;
  const levels = [keep(0, () => firstLevel(columns[0]!, lanes.count))];
  while (levels.length < columns.length)
    levels.push(keep(levels.length, () => nextLevel(input, levels, ends)));
  return levels;
}

function firstLevel({ off, time }: CandidateColumn, lanes: number): ChainLevel {
  const alive = new Int32Array(lanes);
  let count = 0;
  for (let lane = 0; lane < lanes; lane++) {
    alive[count] = lane;
    // No branch: whether somebody started is as good as random.
    count += Math.min(1, off[lane + 1]! - off[lane]!);
  }
  return { match: toPlaces(time.length), alive: alive.subarray(0, count) };
}

function nextLevel(
  { context: { plan }, columns }: MatchInput,
  levels: readonly ChainLevel[],
  ends: WindowEnds | null,
): ChainLevel {
  const { match: before, alive } = levels.at(-1)!;
  const { off: starts, time: startTime } = columns[0]!;
  const baseTime = columns[levels.length - 1]!.time;
  const { off, time } = columns[levels.length]!;
  const strict = plan.ties === 'later' ? 1 : 0;
  const match = new Int32Array(before.length).fill(NONE);
  const next = new Int32Array(alive.length);
  let count = 0;
  for (let k = 0; k < alive.length; k++) {
    const lane = alive[k]!;
    const end = off[lane + 1]!;
    let event = off[lane]!;
    let goesOn = false;
    for (let row = starts[lane]!; event < end && row < starts[lane + 1]!; row++) {
      const base = before[row]!;
      if (base === NONE) continue;
      const low = baseTime[base]! + strict;
      while (event < end && time[event]! < low) event++;
      if (event === end || (ends !== null && time[event]! > ends.lastTick(startTime[row]!))) continue;
      match[row] = event;
      goesOn = true;
    }
    if (goesOn) next[count++] = lane;
  }
  return { match, alive: next.slice(0, count) };
}

/** Steps done, by start. */
export function countChain(levels: readonly ChainLevel[], starts: Int32Array): Int16Array {
  const done = new Int16Array(levels[0]!.match.length).fill(1);
  for (let step = 1; step < levels.length; step++) {
    const { match, alive } = levels[step]!;
    for (let k = 0; k < alive.length; k++) {
      const end = starts[alive[k]! + 1]!;
      for (let row = starts[alive[k]!]!; row < end; row++) if (match[row] !== NONE) done[row] = step + 1;
    }
  }
  return done;
}
