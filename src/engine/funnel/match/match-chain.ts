import { toPlaces } from '../../dataset/gather.ts';
import type { CandidateColumn } from './candidates.ts';
import type { MatchInput } from './match-input.ts';
import { NONE } from './step-rules.ts';
import { WindowEnds } from './window-ends.ts';

/** Where all attempts of a plain chain begin. */
export interface ChainStarts {
  /** Lanes in which somebody started, ascending: what is reported has a row for each. */
  lanes: Int32Array;
  /** Last tick of the funnel's window, by start; null without a window. */
  ends: CandidateColumn['time'] | null;
  level: ChainLevel;
}

/** A plain chain as far as one of its steps. */
export interface ChainLevel {
  /** What fills the step, by start; {@link NONE} where nothing does. */
  match: Int32Array;
  /** Rows (places in {@link ChainStarts.lanes}) in which any start got so far, ascending. */
  alive: Int32Array;
}

/** Knows work of an earlier run, or has it done. */
export interface ChainMemory {
  starts(find: () => ChainStarts): ChainStarts;
  level(step: number, match: () => ChainLevel): ChainLevel;
}

/** Knows nothing. */
const FORGETFUL: ChainMemory = { starts: (find) => find(), level: (_, match) => match() };

/**
 * Matches a plain chain level by level: every start takes the earliest event of the step that is no earlier than its
 * match of the step before (later, where ties must be later) and within the funnel's window. Starts and events of a lane
 * are both in order of time, and a later start never has an earlier match, so one pointer moves over the events once;
 * lanes in which nobody goes on are not looked at again. Exact where `isGreedyExact` says so of a sequential funnel:
 * there no two steps can compete for one event, and the instants are exact. Source: speed.md, "Algorithm".
 */
export function matchChain(
  input: MatchInput,
  memory = FORGETFUL,
): { starts: ChainStarts; levels: readonly ChainLevel[] } {
  const starts = memory.starts(() => findStarts(input));
  const levels = [starts.level];
  while (levels.length < input.columns.length)
    levels.push(memory.level(levels.length, () => nextLevel(input, starts, levels)));
  return { starts, levels };
}

function findStarts({ columns, lanes, context }: MatchInput): ChainStarts {
  const { off, time } = columns[0]!;
  const { window } = context.plan;
  const started = new Int32Array(lanes.count + 1);
  let count = 0;
  for (let lane = 0; lane < lanes.count; lane++) {
    started[count] = lane;
    // No branch: whether somebody started is as good as random.
    count += Math.min(1, off[lane + 1]! - off[lane]!);
  }
  return {
    lanes: started.subarray(0, count),
    ends: window ? new WindowEnds(context, window).lastTicks(time) : null,
    level: { match: toPlaces(time.length), alive: toPlaces(count) },
  };
}

function nextLevel(
  { context: { plan }, columns }: MatchInput,
  { lanes, ends }: ChainStarts,
  levels: readonly ChainLevel[],
): ChainLevel {
  const { match: before, alive } = levels.at(-1)!;
  const starts = columns[0]!.off;
  const baseTime = columns[levels.length - 1]!.time;
  const { off, time } = columns[levels.length]!;
  const strict = plan.ties === 'later' ? 1 : 0;
  const match = new Int32Array(before.length).fill(NONE);
  const next = new Int32Array(alive.length);
  let count = 0;
  for (let k = 0; k < alive.length; k++) {
    const lane = lanes[alive[k]!]!;
    const end = off[lane + 1]!;
    const lastStart = starts[lane + 1]!;
    let event = off[lane]!;
    let goesOn = 0;
    for (let start = starts[lane]!; event < end && start < lastStart; start++) {
      const base = before[start]!;
      if (base === NONE) continue;
      const low = baseTime[base]! + strict;
      while (event < end && time[event]! < low) event++;
      if (event === end || (ends !== null && time[event]! > ends[start]!)) continue;
      match[start] = event;
      goesOn = 1;
    }
    next[count] = alive[k]!;
    count += goesOn;
  }
  return { match, alive: next.slice(0, count) };
}

/** Steps done, by start. */
export function countChain(
  { lanes }: ChainStarts,
  levels: readonly ChainLevel[],
  starts: Int32Array,
): Int16Array {
  const done = new Int16Array(levels[0]!.match.length).fill(1);
  for (let step = 1; step < levels.length; step++) {
    const { match, alive } = levels[step]!;
    for (let k = 0; k < alive.length; k++) {
      const lane = lanes[alive[k]!]!;
      const end = starts[lane + 1]!;
      for (let start = starts[lane]!; start < end; start++) if (match[start] !== NONE) done[start] = step + 1;
    }
  }
  return done;
}
