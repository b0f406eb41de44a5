import { addUp, gather, toPlaces } from '../../dataset/gather.ts';
import type { Attempts, ChainReach } from '../match/attempts.ts';
import type { Matching } from '../match/match-funnel.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import { pickRefs, restrict, Verdict, type AttemptRefs, type ChainRows, type Report } from './report.ts';
import { StepJudge } from './step-judge.ts';

/**
 * The best attempt of everybody in a plain chain, of which matching knows who got how far: their numbers are the
 * lengths of lists, and what each row did is written down only when somebody asks for it.
 */
export function reportChain(context: RunContext, matching: Matching, reach: ChainReach): Report {
  const { lanes, alive } = reach;
  const rows = { subject: lanes, lane: lanes, attempt: bestAttempts(matching.attempts, reach) };
  return new ChainReport(context, matching, rows, alive);
}

/**
 * By row: the first of the attempts that did most. That is the first that did the last step any of them did, which is the
 * first start where that is step 1.
 */
function bestAttempts({ off, match }: Attempts, { lanes, alive }: ChainReach): Int32Array {
  const best = gather(off, lanes);
  for (let step = 1; step < alive.length; step++)
    moveToFirst(best, match[step]!, alive[step]!, alive[step + 1] ?? NOBODY);
  return best;
}

const NOBODY = new Int32Array(0);

/** Moves the best attempt of those who came to a step, and not to the next, to the first that did the step. */
function moveToFirst(best: Int32Array, done: Int32Array, own: Int32Array, further: Int32Array): void {
  let next = 0;
  for (let k = 0; k < own.length; k++) {
    const row = own[k]!;
    if (next < further.length && further[next] === row) {
      next++;
      continue;
    }
    let attempt = best[row]!;
    while (done[attempt] === NONE) attempt++;
    best[row] = attempt;
  }
}

/** See {@link reportChain}. */
class ChainReport implements Report, ChainRows {
  readonly matching: Matching;
  readonly rows: AttemptRefs;
  readonly scope = {};
  readonly converted: readonly Int32Array[];
  #seconds: readonly Float64Array[] | undefined;
  readonly #context: RunContext;
  readonly #judge: StepJudge;
  #open: readonly Int32Array[] | undefined;
  #verdict: readonly Uint8Array[] | undefined;
  #outcome: readonly Int8Array[] | undefined;

  constructor(
    context: RunContext,
    matching: Matching,
    rows: AttemptRefs,
    converted: readonly Int32Array[],
    seconds?: readonly Float64Array[],
  ) {
    this.#context = context;
    this.matching = matching;
    this.rows = rows;
    this.converted = converted;
    this.#seconds = seconds;
    this.#judge = new StepJudge(context, matching, rows, null);
  }

  get chain(): ChainRows {
    return this;
  }

  get open(): readonly Int32Array[] {
    return (this.#open ??= this.converted.map((_, step) => this.#findOpen(step)));
  }

  get seconds(): readonly Float64Array[] {
    return (this.#seconds ??= toSeconds(this.#context, this));
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

  /** See {@link splitReport}. */
  split(groupOf: Int32Array, groups: number): ChainReport[] {
    const places = toPlaces(groupOf.length);
    const members = divide(places, places, groupOf, groups);
    const placeOf = new Int32Array(groupOf.length);
    for (const rows of members) number(placeOf, rows);
    const divideEach = <A extends Numbers>(values: (rows: Int32Array, step: number) => A) =>
      this.converted.map((rows, step) => divide(rows, values(rows, step), groupOf, groups));
    const converted = divideEach((rows) => gather(placeOf, rows));
    // Divided, not computed of each group: their attempts lie scattered, and each group would go through them all.
    const seconds = divideEach((_, step) => this.seconds[step]!);
    return members.map(
      (rows, group) =>
        new ChainReport(
          this.#context,
          this.matching,
          pickRefs(this.rows, rows),
          converted.map((byGroup) => byGroup[group]!),
          seconds.map((byGroup) => byGroup[group]!),
        ),
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

/** Writes to each of some places which of them it is. */
function number(target: Int32Array, places: Int32Array): void {
  for (let i = 0; i < places.length; i++) target[places[i]!] = i;
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
    if (next < some.length && some[next] === all[k]) next++;
    else rest[count++] = all[k]!;
  }
  return rest;
}

/** A report by groups of its rows: each row is in one. */
export function splitReport(report: Report, groupOf: Int32Array, groups: number): Report[] {
  if (report instanceof ChainReport) return report.split(groupOf, groups);
  const places = toPlaces(groupOf.length);
  return divide(places, places, groupOf, groups).map((rows) => restrict(report, rows));
}

type Numbers = Int32Array | Float64Array;

/** A value of each of some rows, by the group the row is in; they keep their order. A counting sort. */
function divide<A extends Numbers>(rows: Int32Array, values: A, groupOf: Int32Array, groups: number): A[] {
  const begins = new Int32Array(groups + 1);
  countGroups(rows, groupOf, begins);
  addUp(begins);
  const divided = values.slice() as A;
  sortInto(divided, values, { rows, groupOf, next: begins.slice() });
  return Array.from(
    { length: groups },
    (_, group) => divided.subarray(begins[group], begins[group + 1]) as A,
  );
}

function countGroups(rows: Int32Array, groupOf: Int32Array, begins: Int32Array): void {
  for (let k = 0; k < rows.length; k++) begins[groupOf[rows[k]!]! + 1]!++;
}

function sortInto(
  divided: Numbers,
  values: Numbers,
  { rows, groupOf, next }: { rows: Int32Array; groupOf: Int32Array; next: Int32Array },
): void {
  for (let k = 0; k < values.length; k++) divided[next[groupOf[rows[k]!]!]!++] = values[k]!;
}

/** See {@link ChainRows.seconds}: one walk along the attempts gives the times of all steps. */
function toSeconds({ store }: RunContext, { matching, rows, converted }: ChainReport): Float64Array[] {
  const { match, columns } = matching.attempts;
  const seconds = converted.map((own, step) => new Float64Array(step === 0 ? 0 : own.length));
  const times = columns.map(({ time }) =>
    store.isWhole ? time : Float64Array.from(time, (tick) => Math.floor(store.toMs(tick) / 1000)),
  );
  writeSeconds({ rows: converted[1] ?? NOBODY, attempt: rows.attempt, match, times }, seconds);
  return seconds;
}

/** Of the rows that did the second step. */
function writeSeconds(
  {
    rows,
    attempt,
    match,
    times,
  }: {
    rows: Int32Array;
    attempt: Int32Array;
    match: readonly Int32Array[];
    times: readonly Numbers[];
  },
  seconds: readonly Float64Array[],
): void {
  const counts = new Int32Array(match.length);
  for (let k = 0; k < rows.length; k++) {
    const own = attempt[rows[k]!]!;
    let before = times[0]![match[0]![own]!]!;
    for (let step = 1; step < match.length && match[step]![own] !== NONE; step++) {
      const at = times[step]![match[step]![own]!]!;
      seconds[step]![counts[step]!++] = at - before;
      before = at;
    }
  }
}
