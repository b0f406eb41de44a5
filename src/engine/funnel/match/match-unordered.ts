import { AttemptList, type Attempts } from './attempts.ts';
import { pickEntries, type CandidateColumn } from './candidate-column.ts';
import { CLEAN, type Gap } from './exclusion-rules.ts';
import type { MatchInput } from './match-input.ts';
import { NONE } from './step-rules.ts';
import type { RunContext } from './run-context.ts';

/** The events that fill any step of an unordered funnel, in one list, each with the steps it can fill. */
interface AnyStep {
  column: CandidateColumn;
  /** Bit `s` is set when the event can fill step `s`. */
  fills: Int32Array;
}

/** Which events may stand at one place of an attempt; attempts must reach that place. */
export interface PlaceFilter {
  place: number;
  accepts(column: CandidateColumn, event: number, subject: number): boolean;
}

/** An unordered attempt: its events in order of time, as indices into the merged column. */
type Chain = readonly number[];

/**
 * Matches in any order: an attempt is anchored at any step's event, and holds the most further events within the
 * window that fill different steps. Place *k* of the attempt is bar *k*. Source: funnels.md, "Order".
 */
export function matchUnordered(
  input: MatchInput,
  filter?: PlaceFilter,
): { attempts: Attempts; search: UnorderedSearch } {
  const merged = mergeColumns(input);
  const search = new UnorderedSearch(input, merged, filter);
  const steps = input.context.plan.steps.length;
  const list = new AttemptList(steps);
  for (let lane = 0; lane < input.lanes.count; lane++) {
    for (let i = merged.column.off[lane]!; i < merged.column.off[lane + 1]!; i++) {
      const chain = search.best(lane, i);
      if (chain.length > 0) list.add(chain, chain.length, { cutTo: NONE, taintedAt: 0, reach: 0 });
      else list.add([i], 0, { cutTo: 0, taintedAt: search.earliestTaint(lane, i), reach: 0 });
    }
    list.endLane();
  }
  const columns = input.columns.map(() => merged.column);
  return {
    attempts: list.finish(input.lanes, columns, input.context.plan.exclusions.length > 0, false),
    search,
  };
}

/** Finds chains from one anchor. */
export class UnorderedSearch {
  readonly #input: MatchInput;
  readonly #merged: AnyStep;
  readonly #memo = new Map<string, Chain | null>();
  readonly #ends: readonly number[];
  #lane = 0;
  #anchor = 0;
  #ignoresTaint = false;
  #end = { exact: Infinity, day: Infinity };

  readonly #filter: PlaceFilter | undefined;

  constructor(input: MatchInput, merged: AnyStep, filter?: PlaceFilter) {
    this.#filter = filter;
    this.#input = input;
    this.#merged = merged;
    this.#ends = input.context.plan.steps.map((step) => input.context.spanOf(step).to);
  }

  /** The longest clean chain from an anchor, of equals the earliest; empty when there is none. */
  best(lane: number, anchor: number): Chain {
    this.#begin(lane, anchor);
    const { plan } = this.#input.context;
    if (plan.ties === 'allow' && plan.exclusions.length === 0 && !this.#filter) return this.#greedy();
    return this.#searchBest();
  }

  /** Tick of the first event that taints the best chain of an anchor that has no clean one. */
  earliestTaint(lane: number, anchor: number): number {
    this.#begin(lane, anchor);
    this.#ignoresTaint = true;
    const chain = this.#searchBest();
    this.#ignoresTaint = false;
    const { exclusions } = this.#input.context.plan;
    const subject = this.#input.lanes.subjectOf[lane]!;
    return exclusions.reduce((first, { from, to }, index) => {
      if (from >= chain.length) return first;
      const gap = this.#gap(chain[from]!, chain[to]);
      return Math.min(first, this.#input.exclusions.firstBetween(index, subject, gap));
    }, CLEAN);
  }

  /** Whether a chain of `length` from the anchor leaves something to be done that can still be done at `instant`. */
  canBeOpen(lane: number, anchor: number, length: number, instant: number): boolean {
    this.#begin(lane, anchor);
    const windowEnd = this.#windowEndMs();
    if (windowEnd < instant) return false;
    const lastEnd = Math.max(...this.#ends);
    if (Math.min(windowEnd, lastEnd) === Infinity && new Set(this.#ends).size === 1) return false;
    return this.#someChain(length, (mask) => {
      const left = this.#ends.filter((_, step) => !(mask & (1 << step)));
      const end = Math.min(windowEnd, Math.max(...left));
      return end !== Infinity && end >= instant;
    });
  }

  #begin(lane: number, anchor: number): void {
    this.#lane = lane;
    this.#anchor = anchor;
    this.#memo.clear();
    const { context } = this.#input;
    const { window } = context.plan;
    const start = this.#ms(anchor);
    const end = (byDay: boolean) =>
      window ? context.store.toTick(context.windowEnd(start, byDay, window)) : Infinity;
    this.#end = { exact: end(this.#isDay(anchor)), day: end(true) };
  }

  /** Events matchable to different steps form a matroid, so taking each that still fits is exact. */
  #greedy(): Chain {
    const steps = this.#input.context.plan.steps.length;
    const holder = new Array<number>(steps).fill(NONE);
    const chain: number[] = [];
    const stop = this.#merged.column.off[this.#lane + 1]!;
    for (let i = this.#anchor; i < stop && chain.length < steps; i++) {
      if (!this.#isWithin(i)) continue;
      if (this.#augment(i, holder, new Set())) chain.push(i);
    }
    return chain;
  }

  /** Gives the event a step, moving others to another of theirs where needed. */
  #augment(event: number, holder: number[], tried: Set<number>): boolean {
    for (let step = 0; step < holder.length; step++) {
      if (!(this.#merged.fills[event]! & (1 << step)) || tried.has(step)) continue;
      tried.add(step);
      if (holder[step] === NONE || this.#augment(holder[step]!, holder, tried)) {
        holder[step] = event;
        return true;
      }
    }
    return false;
  }

  #searchBest(): Chain {
    let best: Chain = [];
    if (!this.#isAccepted(0, this.#anchor)) return best;
    for (const mask of this.#bits(this.#anchor)) {
      const chain = this.#extend([this.#anchor], mask);
      if (chain && isBetterChain(chain, best)) best = chain;
    }
    return best;
  }

  /** The best clean way to go on from a chain, or to stop; null when every one is tainted. */
  #extend(chain: Chain, mask: number): Chain | null {
    const key = this.#key(chain, mask);
    const known = this.#memo.get(key);
    if (known !== undefined) return known && [...chain, ...known];
    let best: Chain | null =
      this.#taintedAtEnd(chain) || chain.length <= (this.#filter?.place ?? -1) ? null : chain;
    this.#next(chain, mask, (next, used) => {
      const longer = this.#extend(next, used);
      if (longer && (best === null || isBetterChain(longer, best))) best = longer;
    });
    this.#memo.set(key, best && (best as Chain).slice(chain.length));
    return best;
  }

  #someChain(length: number, holds: (mask: number) => boolean): boolean {
    const failed = new Set<string>();
    const search = (chain: Chain, mask: number): boolean => {
      if (chain.length === length) return !this.#taintedAtEnd(chain) && holds(mask);
      const key = this.#key(chain, mask);
      if (failed.has(key)) return false;
      let found = false;
      this.#next(chain, mask, (next, used) => {
        found ||= search(next, used);
      });
      if (!found) failed.add(key);
      return found;
    };
    return this.#bits(this.#anchor).some((mask) => search([this.#anchor], mask));
  }

  #next(chain: Chain, mask: number, visit: (next: Chain, mask: number) => void): void {
    const last = chain[chain.length - 1]!;
    const stop = this.#merged.column.off[this.#lane + 1]!;
    for (let i = last + 1; i < stop; i++) {
      if (!this.#isWithin(i) || !this.#follows(last, i) || !this.#isAccepted(chain.length, i)) continue;
      const next = [...chain, i];
      if (this.#taintedAtPlace(next)) continue;
      for (const bit of this.#bits(i)) if (!(mask & bit)) visit(next, mask | bit);
    }
  }

  /** What the rest can feel of a chain: its last event, the steps used, and the events exclusions count from. */
  #key(chain: Chain, mask: number): string {
    const anchors = this.#input.context.plan.exclusions.map(({ from }) => chain[from] ?? NONE);
    return `${chain[chain.length - 1]}|${mask}|${anchors.join()}`;
  }

  #bits(event: number): number[] {
    return this.#input.context.plan.steps
      .map(({ index }) => 1 << index)
      .filter((bit) => this.#merged.fills[event]! & bit);
  }

  #follows(a: number, b: number): boolean {
    if (this.#input.context.plan.ties === 'allow') return true;
    const { time } = this.#merged.column;
    if (!this.#isDay(a) && !this.#isDay(b)) return time[b]! > time[a]!;
    return this.#dayOf(time[b]!) > this.#dayOf(time[a]!);
  }

  #isAccepted(place: number, event: number): boolean {
    if (this.#filter?.place !== place) return true;
    return this.#filter.accepts(this.#merged.column, event, this.#input.lanes.subjectOf[this.#lane]!);
  }

  #isWithin(event: number): boolean {
    return this.#merged.column.time[event]! <= (this.#isDay(event) ? this.#end.day : this.#end.exact);
  }

  #taintedAtPlace(chain: Chain): boolean {
    const place = chain.length - 1;
    return this.#input.context.plan.exclusions.some(
      ({ from, to }, index) => to === place && this.#excludedBetween(index, chain[from]!, chain[place]!),
    );
  }

  #taintedAtEnd(chain: Chain): boolean {
    return this.#input.context.plan.exclusions.some(
      ({ from, to }, index) =>
        from < chain.length && to >= chain.length && this.#excludedBetween(index, chain[from]!, undefined),
    );
  }

  #excludedBetween(index: number, from: number, to: number | undefined): boolean {
    if (this.#ignoresTaint) return false;
    const subject = this.#input.lanes.subjectOf[this.#lane]!;
    return this.#input.exclusions.firstBetween(index, subject, this.#gap(from, to)) !== CLEAN;
  }

  #gap(from: number, to: number | undefined): Gap {
    const { column } = this.#merged;
    return {
      start: column.time[from]!,
      startDay: this.#isDay(from),
      end: to === undefined ? this.#input.context.store.toTick(this.#windowEndMs()) : column.time[to]!,
      endDay: to !== undefined && this.#isDay(to),
      ended: to !== undefined,
    };
  }

  #windowEndMs(): number {
    const { context } = this.#input;
    const { window } = context.plan;
    return window ? context.windowEnd(this.#ms(this.#anchor), this.#isDay(this.#anchor), window) : Infinity;
  }

  #isDay(event: number): boolean {
    return this.#merged.column.day?.[event] === 1;
  }

  #ms(event: number): number {
    return this.#input.context.store.toMs(this.#merged.column.time[event]!);
  }

  #dayOf(tick: number): number {
    const { store }: RunContext = this.#input.context;
    return store.calendar.dayOf(store.toMs(tick));
  }
}

/** Longer first, then the earlier event at the first place where two chains differ (indices are in order). */
function isBetterChain(a: Chain, b: Chain): boolean {
  if (a.length !== b.length) return a.length > b.length;
  const place = a.findIndex((event, i) => event !== b[i]);
  return place >= 0 && a[place]! < b[place]!;
}

function mergeColumns({ lanes, columns }: MatchInput): AnyStep {
  const kinds = [...new Set(columns.flatMap((column) => column.kinds))];
  const all = concatColumns(columns, kinds);
  const off = new Int32Array(lanes.count + 1);
  const entries: number[] = [];
  const fills: number[] = [];
  for (let lane = 0; lane < lanes.count; lane++) {
    const own = all.entriesOf(lane);
    own.sort(
      (a, b) =>
        all.column.time[a.entry]! - all.column.time[b.entry]! ||
        all.column.seq[a.entry]! - all.column.seq[b.entry]!,
    );
    for (const [i, { entry, step }] of own.entries()) {
      const same = i > 0 && all.column.seq[own[i - 1]!.entry] === all.column.seq[entry];
      if (same) fills[fills.length - 1]! |= 1 << step;
      else {
        entries.push(entry);
        fills.push(1 << step);
      }
    }
    off[lane + 1] = entries.length;
  }
  return { column: pickEntries(all.column, off, Int32Array.from(entries)), fills: Int32Array.from(fills) };
}

/** All columns one after the other, with a way to find a lane's entries. */
function concatColumns(columns: readonly CandidateColumn[], kinds: CandidateColumn['kinds']) {
  const begins: number[] = [];
  let length = 0;
  for (const column of columns) {
    begins.push(length);
    length += column.time.length;
  }
  const join = (read: (column: CandidateColumn, i: number) => number) =>
    columns.flatMap((column) => Array.from(column.row, (_, i) => read(column, i)));
  const wide = columns.some((column) => column.time instanceof Float64Array);
  const time = join((column, i) => column.time[i]!);
  const column: CandidateColumn = {
    off: new Int32Array(1),
    time: wide ? Float64Array.from(time) : Int32Array.from(time),
    seq: Float64Array.from(join((source, i) => source.seq[i]!)),
    day: columns.some((source) => source.day)
      ? Uint8Array.from(join((source, i) => source.day?.[i] ?? 0))
      : null,
    kinds,
    kind: Uint16Array.from(join((source, i) => kinds.indexOf(source.kinds[source.kind[i]!]!))),
    row: Int32Array.from(join((source, i) => source.row[i]!)),
  };
  const entriesOf = (lane: number) =>
    columns.flatMap((source, step) =>
      Array.from({ length: source.off[lane + 1]! - source.off[lane]! }, (_, i) => ({
        entry: begins[step]! + source.off[lane]! + i,
        step,
      })),
    );
  return { column, entriesOf };
}
