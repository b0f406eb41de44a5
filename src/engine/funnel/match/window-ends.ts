import type { Store } from '../../dataset/store.ts';
import type { Duration } from '../../schema/index.ts';
import type { RunContext } from './run-context.ts';

/** A stretch of ticks in which a window is equally long: those of one offset to the studio's clock, and ends of one. */
interface Stretch {
  from: number;
  /** Not included. */
  to: number;
  /** Ticks. */
  length: number;
}

/** The greatest of 32 bits. */
const MOST_TICKS = 0x7fffffff;

/**
 * When windows end that begin at exact instants. The calendar is asked once for each pair of offsets; in between a
 * window is a sum, because there may be a million of them. A window of months is asked for each time.
 */
export class WindowEnds {
  readonly #context: RunContext;
  readonly #duration: Duration;
  readonly #known: Stretch[] = [];
  #last: Stretch = { from: Infinity, to: -Infinity, length: 0 };

  constructor(context: RunContext, duration: Duration) {
    this.#context = context;
    this.#duration = duration;
  }

  /** Last tick of the window that begins at a tick. */
  lastTick(tick: number): number {
    const { from, to, length } = this.#last;
    return tick >= from && tick < to ? tick + length : this.#find(tick);
  }

  /** {@link lastTick} of each of some ticks. What would not fit into 32 bits is the greatest that does: no event is later. */
  lastTicks(ticks: Int32Array | Float64Array): Int32Array | Float64Array {
    const wide = ticks instanceof Float64Array;
    const ends = wide ? new Float64Array(ticks.length) : new Int32Array(ticks.length);
    const most = wide ? Infinity : MOST_TICKS;
    // In variables of their own, and whole numbers, because a loop that leaves 32 bits is several times slower.
    let [from, to, length] = [0, 0, 0];
    for (let i = 0; i < ticks.length; i++) {
      const tick = ticks[i]!;
      if (tick >= from && tick < to) ends[i] = tick + length;
      else {
        ends[i] = Math.min(this.#find(tick), most);
        if (!this.#isKnown(tick)) continue;
        length = this.#last.length;
        from = Math.max(this.#last.from, -most);
        to = Math.min(this.#last.to, most - length);
      }
    }
    return ends;
  }

  /** Epoch ms of the last instant of the window that begins at a tick. */
  endMs(tick: number): number {
    const { store } = this.#context;
    if ('ms' in this.#duration) return store.toMs(tick) + this.#duration.ms;
    return this.#isKnown(tick) ? store.toMs(tick + this.#last.length) : this.#ask(tick);
  }

  #find(tick: number): number {
    return this.#isKnown(tick) ? tick + this.#last.length : this.#context.store.toTick(this.#ask(tick));
  }

  #ask(tick: number): number {
    return this.#context.windowEnd(this.#context.store.toMs(tick), false, this.#duration);
  }

  /** Whether the window's length at a tick is known; then it is in `#last`. */
  #isKnown(tick: number): boolean {
    if (holds(this.#last, tick)) return true;
    const known = this.#recall(tick) ?? this.#learn(tick);
    if (known) this.#last = known;
    return known !== undefined;
  }

  /** In a loop of its own: a closure for each tick would weigh more than the look. */
  #recall(tick: number): Stretch | undefined {
    for (const stretch of this.#known) if (holds(stretch, tick)) return stretch;
    return undefined;
  }

  #learn(tick: number): Stretch | undefined {
    const { store } = this.#context;
    const stretch =
      'ms' in this.#duration
        ? { from: -Infinity, to: Infinity, length: Math.floor(this.#duration.ms / store.unit) }
        : 'days' in this.#duration
          ? toStretch(store, tick, this.#duration.days)
          : undefined;
    if (stretch) this.#known.push(stretch);
    return stretch;
  }
}

function holds({ from, to }: Stretch, tick: number): boolean {
  return tick >= from && tick < to;
}

function toStretch(store: Store, tick: number, days: number): Stretch | undefined {
  const { calendar, unit } = store;
  const stretch = calendar.stretchOfShift(store.toMs(tick), days);
  if (stretch === undefined || stretch.length % unit !== 0) return undefined;
  const toTick = (ms: number) => Math.ceil((ms - store.base) / unit);
  return { from: toTick(stretch.from), to: toTick(stretch.to), length: stretch.length / unit };
}
