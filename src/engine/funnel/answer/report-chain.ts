import { gather, toPlaces } from '../../dataset/gather.ts';
import type { Chain, ChainLevel } from '../match/attempts.ts';
import type { Matching } from '../match/match-funnel.ts';
import type { RunContext } from '../match/run-context.ts';
import { restrict, Verdict, type AttemptRefs, type ChainRows, type Report } from './report.ts';
import { StepJudge } from './step-judge.ts';

/** Some lanes of a plain chain, each with its best attempt. */
interface BestAttempts {
  /** The lane of each row. */
  lanes: Int32Array;
  /** By step: the rows in which somebody did it, ascending. */
  converted: readonly Int32Array[];
  /** By step, of each of these rows: place of its best attempt in the level of the step. */
  best: readonly Int32Array[];
}

/**
 * The best attempt of everybody in a plain chain, of which matching knows who got how far: their numbers are the
 * lengths of lists, and what each row did is written down only when somebody asks for it.
 */
export function reportChain(context: RunContext, matching: Matching, { lanes, levels }: Chain): Report {
  const best: Int32Array[] = [];
  for (let step = levels.length - 1; step >= 0; step--)
    best.unshift(findBest(levels[step]!, levels[step + 1], best[0]));
  const converted = levels.map(({ alive }) => alive);
  return new ChainReport(context, matching, levels, { lanes, converted, best });
}

/**
 * Of each row that is alive in a level, the first of its attempts that did most: what came before the best of the next
 * level, or, where nobody went on, the first there is.
 */
function findBest(
  { row, alive }: ChainLevel,
  next: ChainLevel | undefined,
  nextBest?: Int32Array,
): Int32Array {
  const best = new Int32Array(alive.length);
  const further = next?.alive ?? NOBODY;
  let place = 0;
  let onward = 0;
  for (let k = 0; k < alive.length; k++) {
    const own = alive[k]!;
    if (further[onward] === own) best[k] = next!.before[nextBest![onward++]!]!;
    else {
      while (row[place]! < own) place++;
      best[k] = place;
    }
  }
  return best;
}

const NOBODY = new Int32Array(0);

/** See {@link reportChain}. */
class ChainReport implements Report, ChainRows {
  readonly matching: Matching;
  readonly rows: AttemptRefs;
  readonly converted: readonly Int32Array[];
  readonly #context: RunContext;
  readonly #judge: StepJudge;
  readonly #levels: readonly ChainLevel[];
  readonly #best: readonly Int32Array[];
  #open: readonly Int32Array[] | undefined;
  #verdict: readonly Uint8Array[] | undefined;
  #outcome: readonly Int8Array[] | undefined;

  constructor(
    context: RunContext,
    matching: Matching,
    levels: readonly ChainLevel[],
    { lanes, converted, best }: BestAttempts,
  ) {
    this.#context = context;
    this.matching = matching;
    this.converted = converted;
    this.#levels = levels;
    this.#best = best;
    // A place in the first level is an attempt, and every row has one there.
    this.rows = { subject: lanes, lane: lanes, attempt: best[0]! };
    this.#judge = new StepJudge(context, matching, this.rows, null);
  }

  get chain(): ChainRows {
    return this;
  }

  get open(): readonly Int32Array[] {
    return (this.#open ??= this.converted.map((_, step) => this.#findOpen(step)));
  }

  get verdict(): readonly Uint8Array[] {
    return (this.#verdict ??= this.#writeVerdicts());
  }

  /** A plain chain has no outcomes of its own: one empty column does for all its steps. */
  get outcome(): readonly Int8Array[] {
    if (this.#outcome === undefined) {
      const none = new Int8Array(this.rows.attempt.length).fill(-1);
      this.#outcome = this.converted.map(() => none);
    }
    return this.#outcome;
  }

  isOpenAt(row: number, step: number, instant: number): boolean {
    return this.#judge.isOpen(row, step, instant);
  }

  ticks(step: number): Float64Array {
    const { time, before } = this.#levels[step]!;
    const { time: base } = this.#levels[step - 1]!;
    const best = this.#best[step]!;
    const ticks = new Float64Array(best.length);
    for (let k = 0; k < best.length; k++) ticks[k] = time[best[k]!]! - base[before[best[k]!]!]!;
    return ticks;
  }

  /** See {@link splitReport}. */
  split(groupOf: Int32Array, groups: number): ChainReport[] {
    const rows = new Division(groupOf, groups);
    const lanes = rows.divide(this.rows.lane);
    const placeOf = rows.placesInGroups();
    const steps = this.converted.map((did, step) => {
      const division = new Division(gather(groupOf, did), groups);
      return { converted: division.divide(gather(placeOf, did)), best: division.divide(this.#best[step]!) };
    });
    return lanes.map(
      (own, group) =>
        new ChainReport(this.#context, this.matching, this.#levels, {
          lanes: own,
          converted: steps.map(({ converted }) => converted[group]!),
          best: steps.map(({ best }) => best[group]!),
        }),
    );
  }

  /** Those who did the step before, not this one, and still may. */
  #findOpen(step: number): Int32Array {
    // Without a *now* nothing that ends can still run.
    if (step === 0 || !Number.isFinite(this.#context.now)) return new Int32Array(0);
    const rows = without(this.converted[step - 1]!, this.converted[step]!);
    return rows.filter((row) => this.#judge.isOpen(row, step));
  }

  #writeVerdicts(): Uint8Array[] {
    return this.converted.map((converted, step) => {
      const verdict = new Uint8Array(this.rows.attempt.length);
      if (step === 0) return verdict.fill(Verdict.Converted);
      write(verdict, this.converted[step - 1]!, Verdict.Dropped);
      write(verdict, converted, Verdict.Converted);
      write(verdict, this.open[step]!, Verdict.Open);
      return verdict;
    });
  }
}

function write(verdict: Uint8Array, rows: Int32Array, value: Verdict): void {
  for (let k = 0; k < rows.length; k++) verdict[rows[k]!] = value;
}

/** Ascending numbers without some of them, which ascend too. */
function without(all: Int32Array, some: Int32Array): Int32Array {
  const rest = new Int32Array(all.length - some.length);
  let next = 0;
  let count = 0;
  for (let k = 0; k < all.length; k++) {
    if (some[next] === all[k]) next++;
    else rest[count++] = all[k]!;
  }
  return rest;
}

/** A report by groups of its rows: each row is in one. */
export function splitReport(report: Report, groupOf: Int32Array, groups: number): Report[] {
  if (report instanceof ChainReport) return report.split(groupOf, groups);
  const rows = new Division(groupOf, groups).divide(toPlaces(groupOf.length));
  return rows.map((own) => restrict(report, own));
}

/** A division of entries into groups, in which they keep their order. A counting sort. */
class Division {
  /** The entries, group by group. */
  readonly #order: Int32Array;
  /** Entries of group `g` are `begins[g]` to `begins[g + 1] - 1` of these. */
  readonly #begins: Int32Array;

  constructor(groupOf: Int32Array, groups: number) {
    const begins = new Int32Array(groups + 1);
    for (let i = 0; i < groupOf.length; i++) begins[groupOf[i]! + 1]!++;
    for (let group = 0; group < groups; group++) begins[group + 1]! += begins[group]!;
    const next = begins.slice();
    this.#order = new Int32Array(groupOf.length);
    for (let i = 0; i < groupOf.length; i++) this.#order[next[groupOf[i]!]!++] = i;
    this.#begins = begins;
  }

  /** What belongs to the entries, by group. */
  divide(values: Int32Array): Int32Array[] {
    const sorted = gather(values, this.#order);
    return Array.from(this.#begins.subarray(1), (end, group) => sorted.subarray(this.#begins[group], end));
  }

  /** The place of each entry in its group. */
  placesInGroups(): Int32Array {
    const places = new Int32Array(this.#order.length);
    for (let group = 0; group + 1 < this.#begins.length; group++) {
      const begin = this.#begins[group]!;
      for (let i = begin; i < this.#begins[group + 1]!; i++) places[this.#order[i]!] = i - begin;
    }
    return places;
  }
}
