import { toPlaces } from '../../dataset/gather.ts';
import type { Attempts, ChainLevel } from './attempts.ts';
import type { CandidateColumn } from './candidates.ts';
import type { MatchInput } from './match-levels.ts';
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
 * are both in order of time, and a later start never has an earlier match, so one pointer moves over the events once.
 * Of each level only those are kept who got so far, each with its place in the level before: the next level reads them
 * from the first to the last, and never looks at others. Exact where `isGreedyExact` says so of a sequential funnel:
 * there no two steps can compete for one event, and the instants are exact. Source: speed.md, "Algorithm".
 */
export function matchChain(input: MatchInput, memory = FORGETFUL): Attempts {
  const starts = memory.starts(() => findStarts(input));
  const levels = [starts.level];
  while (levels.length < input.columns.length)
    levels.push(memory.level(levels.length, () => nextLevel(input, starts, levels)));
  return new ChainAttempts(input, starts, levels);
}

function findStarts({ columns, lanes, context }: MatchInput): ChainStarts {
  const { off, time } = columns[0]!;
  const { window } = context.plan;
  const started = new Int32Array(lanes.count + 1);
  const row = new Int32Array(time.length);
  let count = 0;
  for (let lane = 0; lane < lanes.count; lane++) {
    const end = off[lane + 1]!;
    for (let start = off[lane]!; start < end; start++) row[start] = count;
    started[count] = lane;
    // No branch: whether somebody started is as good as random.
    count += Math.min(1, end - off[lane]!);
  }
  const places = toPlaces(time.length);
  return {
    lanes: started.subarray(0, count),
    ends: window ? new WindowEnds(context, window).lastTicks(time) : null,
    level: { start: places, before: places, event: places, row, time, alive: toPlaces(count) },
  };
}

function nextLevel(
  { context: { plan }, columns }: MatchInput,
  { lanes, ends }: ChainStarts,
  levels: readonly ChainLevel[],
): ChainLevel {
  const last = levels.at(-1)!;
  const { off, time } = columns[levels.length]!;
  const next = newLevel(last, time);
  const strict = plan.ties === 'later' ? 1 : 0;
  let count = 0;
  let living = 0;
  let row = NONE;
  let event = 0;
  let end = 0;
  for (let k = 0; k < last.row.length; k++) {
    if (last.row[k] !== row) {
      row = last.row[k]!;
      const lane = lanes[row]!;
      event = off[lane]!;
      end = off[lane + 1]!;
    }
    const low = last.time[k]! + strict;
    while (event < end && time[event]! < low) event++;
    if (event === end || (ends !== null && time[event]! > ends[last.start[k]!]!)) continue;
    if (living === 0 || next.alive[living - 1] !== row) next.alive[living++] = row;
    next.start[count] = last.start[k]!;
    next.before[count] = k;
    next.event[count] = event;
    next.row[count] = row;
    next.time[count++] = time[event]!;
  }
  return {
    start: next.start.slice(0, count),
    before: next.before.slice(0, count),
    event: next.event.slice(0, count),
    row: next.row.slice(0, count),
    time: next.time.slice(0, count),
    alive: next.alive.slice(0, living),
  };
}

/** Room for as many as got as far as the level before. */
function newLevel({ row, alive }: ChainLevel, { constructor }: CandidateColumn['time']): ChainLevel {
  const Typed = constructor as new (length: number) => CandidateColumn['time'];
  const integers = () => new Int32Array(row.length);
  return {
    start: integers(),
    before: integers(),
    event: integers(),
    row: integers(),
    time: new Typed(row.length),
    alive: new Int32Array(alive.length),
  };
}

/** The attempts of a plain chain. What each of them did is written down when it is asked for: most questions are not. */
class ChainAttempts implements Attempts {
  readonly lanes: Attempts['lanes'];
  readonly columns: Attempts['columns'];
  readonly off: Int32Array;
  readonly chain: NonNullable<Attempts['chain']>;
  readonly cutTo = null;
  readonly taintedAt = null;
  readonly reach = null;
  #match: readonly Int32Array[] | undefined;
  #done: Int16Array | undefined;

  constructor({ lanes, columns }: MatchInput, starts: ChainStarts, levels: readonly ChainLevel[]) {
    this.lanes = lanes;
    this.columns = columns;
    this.off = columns[0]!.off;
    this.chain = { lanes: starts.lanes, levels };
  }

  get match(): readonly Int32Array[] {
    return (this.#match ??= this.chain.levels.map(({ start, event }) => {
      const match = new Int32Array(this.#count).fill(NONE);
      for (let k = 0; k < start.length; k++) match[start[k]!] = event[k]!;
      return match;
    }));
  }

  get done(): Int16Array {
    return (this.#done ??= this.#countDone());
  }

  get #count(): number {
    return this.columns[0]!.time.length;
  }

  #countDone(): Int16Array {
    const done = new Int16Array(this.#count);
    this.chain.levels.forEach(({ start }, step) => {
      for (let k = 0; k < start.length; k++) done[start[k]!] = step + 1;
    });
    return done;
  }
}
