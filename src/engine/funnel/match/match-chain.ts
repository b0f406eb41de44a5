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
  const { store, plan } = context;
  const column = sources[0]!.all();
  const started = store.scratch.ints(lanes.count + 1);
  const count = listStarted(column.off, lanes.count, started);
  const starts = {
    lanes: started.slice(0, count),
    ends: plan.window ? new WindowEnds(context, plan.window).lastTicks(column.time) : null,
    level: { column, match: store.places(column.time.length), alive: store.places(count) },
  };
  store.scratch.giveBack(started);
  return starts;
}

/** Writes down the lanes that have a start; how many there are. */
function listStarted(off: Int32Array, lanes: number, started: Int32Array): number {
  let count = 0;
  for (let lane = 0; lane < lanes; lane++) {
    started[count] = lane;
    // No branch, as whether somebody started is as good as random: the sign of what is none or negative.
    count += (off[lane]! - off[lane + 1]!) >>> 31;
  }
  return count;
}

function nextLevel(
  { context: { plan, store }, sources }: ChainInput,
  { lanes, ends, level }: ChainStarts,
  levels: readonly ChainLevel[],
): ChainLevel {
  const before = levels.at(-1)!;
  const column = sources[levels.length]!.within(lanes, before.alive);
  const match = new Int32Array(before.match.length).fill(NONE);
  const alive = store.scratch.ints(before.alive.length);
  const count = goOn(
    {
      lanes,
      alive: before.alive,
      off: level.column.off,
      match: before.match,
      time: before.column.time,
      ends,
    },
    { off: column.off, time: column.time, match, alive },
    plan.ties === 'later' ? 1 : 0,
  );
  const next = { column, match, alive: alive.slice(0, count) };
  store.scratch.giveBack(alive);
  return next;
}

/** Where attempts stand: by lane, by start, by candidate of the last step. */
interface Standing {
  lanes: Int32Array;
  alive: Int32Array;
  off: Int32Array;
  match: Int32Array;
  time: CandidateColumn['time'];
  ends: CandidateColumn['time'] | null;
}

/** What they may go on to, and where it is written down which do. */
interface Onward {
  off: Int32Array;
  time: CandidateColumn['time'];
  match: Int32Array;
  alive: Int32Array;
}

/**
 * Matches a step; in how many lanes somebody got on. A function of its own, as are the other loops over everybody: what
 * comes after a loop is unknown when it is first compiled, and would throw the loop out of its compiled form each time.
 *
 * @param wait by how many ticks an event must be later than the one before
 */
function goOn(
  { lanes, alive, off: starts, match: before, time: baseTime, ends }: Standing,
  { off, time, match, alive: next }: Onward,
  wait: number,
): number {
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
      const low = baseTime[base]! + wait;
      while (event < end && time[event]! < low) event++;
      if (event === end || (ends !== null && time[event]! > ends[start]!)) continue;
      match[start] = event;
      goesOn = 1;
    }
    next[count] = alive[k]!;
    count += goesOn;
  }
  return count;
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
