import type { CandidateColumn } from './candidate-column.ts';
import type { Attempts, Lanes } from './attempts.ts';
import type { RunContext } from './run-context.ts';
import { NONE } from './step-rules.ts';
import { WindowEnds } from './window-ends.ts';

/** Where the candidates of a step come from. */
export interface StepSource {
  /** Those of every lane. */
  all(): CandidateColumn;
  /** At least those of the lanes at some places of a list, both ascending: a late step asks for few. */
  within(lanes: Int32Array, places: Int32Array): CandidateColumn;
}

/** What a plain chain is matched over. */
export interface ChainInput {
  context: RunContext;
  lanes: Lanes;
  /** One a step. */
  sources: readonly StepSource[];
}

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
  /** The step's candidates, at least of the lanes that came to it. */
  column: CandidateColumn;
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
export function matchChain(input: ChainInput, memory = FORGETFUL): Attempts {
  const starts = memory.starts(() => findStarts(input));
  const levels = [starts.level];
  while (levels.length < input.sources.length)
    levels.push(memory.level(levels.length, () => nextLevel(input, starts, levels)));
  const { off } = starts.level.column;
  let done: Int16Array | undefined;
  return {
    lanes: input.lanes,
    columns: levels.map(({ column }) => column),
    off,
    match: levels.map(({ match }) => match),
    // Counted when asked for: most questions are answered by who is alive.
    get done() {
      return (done ??= countChain(starts, levels, off));
    },
    chain: { lanes: starts.lanes, alive: levels.map(({ alive }) => alive) },
    cutTo: null,
    taintedAt: null,
    reach: null,
  };
}

function findStarts({ sources, lanes, context }: ChainInput): ChainStarts {
  const column = sources[0]!.all();
  const { off, time } = column;
  const { store, plan } = context;
  const { window } = plan;
  const started = store.scratch.ints(lanes.count + 1);
  let count = 0;
  for (let lane = 0; lane < lanes.count; lane++) {
    started[count] = lane;
    // No branch, as whether somebody started is as good as random: the sign of what is none or negative.
    count += (off[lane]! - off[lane + 1]!) >>> 31;
  }
  const starts = {
    lanes: started.slice(0, count),
    ends: window ? new WindowEnds(context, window).lastTicks(time) : null,
    level: { column, match: store.places(time.length), alive: store.places(count) },
  };
  store.scratch.giveBack(started);
  return starts;
}

function nextLevel(
  { context: { plan, store }, sources }: ChainInput,
  { lanes, ends }: ChainStarts,
  levels: readonly ChainLevel[],
): ChainLevel {
  const { column: base, match: before, alive } = levels.at(-1)!;
  const column = sources[levels.length]!.within(lanes, alive);
  const starts = levels[0]!.column.off;
  const baseTime = base.time;
  const { off, time } = column;
  const strict = plan.ties === 'later' ? 1 : 0;
  const match = new Int32Array(before.length).fill(NONE);
  const next = store.scratch.ints(alive.length);
  let count = 0;
  for (let k = 0; k < alive.length; k++) {
    const lane = lanes[alive[k]!]!;
    const end = off[lane + 1]!;
    const lastStart = starts[lane + 1]!;
    let event = off[lane]!;
    let goesOn = 0;
    for (let start = starts[lane]!; event < end && start < lastStart; start++) {
      const last = before[start]!;
      if (last === NONE) continue;
      const low = baseTime[last]! + strict;
      while (event < end && time[event]! < low) event++;
      if (event === end || (ends !== null && time[event]! > ends[start]!)) continue;
      match[start] = event;
      goesOn = 1;
    }
    next[count] = alive[k]!;
    count += goesOn;
  }
  const level = { column, match, alive: next.slice(0, count) };
  store.scratch.giveBack(next);
  return level;
}

/** Steps done, by start. */
function countChain({ lanes }: ChainStarts, levels: readonly ChainLevel[], starts: Int32Array): Int16Array {
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
