import type { CandidateColumn } from './candidate-column.ts';
import { NONE } from './step-rules.ts';

/**
 * What matching runs over: a subject each, or, where a property is held or a breakdown asks for it, a subject with
 * one value. The lanes of a subject are neighbours.
 */
export interface Lanes {
  count: number;
  /** Subject of each lane. */
  subjectOf: Int32Array;
  /** Whether each lane is a whole subject, its number the subject's. */
  areSubjects: boolean;
}

/** How far the attempts of a plain chain got, where `done` says it all: step `s` is done where it is greater than `s`. */
export interface ChainReach {
  /** Lanes in which somebody started, ascending. */
  lanes: Int32Array;
  /** By step: places in `lanes` of those in which any attempt did it, ascending. */
  alive: readonly Int32Array[];
}

/**
 * Attempts, the best one of each start, grouped by lane in order of their start. `match[s][a]` is what fills step
 * `s` in attempt `a`; an attempt that does not count (`done` 0) keeps its start alone. In an unordered funnel "step" is the place in the attempt.
 */
export interface Attempts {
  lanes: Lanes;
  columns: readonly CandidateColumn[];
  /** Attempts of lane `l` are `off[l]` to `off[l + 1] - 1`. */
  off: Int32Array;
  match: readonly Int32Array[];
  /** Required steps done. */
  done: Int16Array;
  /** Of a plain chain who got how far; null of any other funnel. */
  chain: ChainReach | null;
  /** Step up to which a tainted attempt was cut back; {@link NONE} for a clean one. Null where nothing excludes. */
  cutTo: Int16Array | null;
  /** Tick of the event that tainted the attempt; meaningful where `cutTo` is set. */
  taintedAt: Float64Array | null;
  /** Required steps that the start's tainted or clean chains reach; null where exclusions do not remove. */
  reach: Int16Array | null;
}

/** Collects attempts of unknown number, lane by lane. */
export class AttemptList {
  readonly #steps: number;
  readonly #match: number[][];
  readonly #done: number[] = [];
  readonly #cutTo: number[] = [];
  readonly #taintedAt: number[] = [];
  readonly #reach: number[] = [];
  readonly #off: number[] = [0];

  constructor(steps: number) {
    this.#steps = steps;
    this.#match = Array.from({ length: steps }, () => []);
  }

  add(
    match: ArrayLike<number>,
    done: number,
    verdict: { cutTo: number; taintedAt: number; reach: number },
  ): void {
    for (let s = 0; s < this.#steps; s++) this.#match[s]!.push(match[s] ?? NONE);
    this.#done.push(done);
    this.#cutTo.push(verdict.cutTo);
    this.#taintedAt.push(verdict.taintedAt);
    this.#reach.push(verdict.reach);
  }

  endLane(): void {
    this.#off.push(this.#done.length);
  }

  finish(lanes: Lanes, columns: readonly CandidateColumn[], excludes: boolean, removes: boolean): Attempts {
    return {
      lanes,
      columns,
      off: Int32Array.from(this.#off),
      match: this.#match.map((matches) => Int32Array.from(matches)),
      done: Int16Array.from(this.#done),
      chain: null,
      cutTo: excludes ? Int16Array.from(this.#cutTo) : null,
      taintedAt: excludes ? Float64Array.from(this.#taintedAt) : null,
      reach: removes ? Int16Array.from(this.#reach) : null,
    };
  }
}
