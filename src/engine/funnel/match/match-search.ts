import { AttemptList, type Attempts } from './attempts.ts';
import { CLEAN } from './exclusion-rules.ts';
import { findExit } from './find-exit.ts';
import { firstAtOrAfter, startRows } from './match-levels.ts';
import type { MatchInput } from './match-input.ts';
import { mayShareEvents } from '../plan/may-share-events.ts';
import type { FunnelPlan, PlanStep } from '../plan/plan.ts';
import { AT_FROM, NONE } from './step-rules.ts';

/** What becomes of a tainted chain: it is cut back, it does not exist, or exclusions are not looked at. */
type TaintMode = 'cut' | 'forbid' | 'ignore';

/** The best way to go on from a state: the matches from a step on, and what they count for. */
interface Continuation {
  match: Int32Array;
  done: number;
  cutTo: number;
  taintedAt: number;
}

/**
 * Exact matching of chains, subject by subject: for each start the attempt with most required steps done, then the
 * earliest. Any valid chain of distinct events counts. A search over the steps, remembering for each state (the
 * earlier matches that later steps can still feel) the best continuation.
 */
export function matchSearch(input: MatchInput): Attempts {
  const { plan } = input.context;
  const excludes = plan.exclusions.length > 0;
  // Who is removed was settled before; what remains to be found then are the clean chains.
  const removes = excludes && plan.onExclude === 'remove';
  const search = new ChainSearch(input);
  const list = new AttemptList(plan.steps.length);
  const { off, first } = startRows(input);
  for (let lane = 0; lane < input.lanes.count; lane++) {
    for (let row = off[lane]!; row < off[lane + 1]!; row++) {
      addStart(search, list, lane, first[row]!, removes, input.must !== undefined);
    }
    list.endLane();
  }
  return list.finish(input.lanes, input.columns, excludes, removes);
}

function addStart(
  search: ChainSearch,
  list: AttemptList,
  lane: number,
  start: number,
  removes: boolean,
  settled: boolean,
): void {
  const reach = removes && !settled ? search.best(lane, start, 'ignore')!.done : 0;
  const best = search.best(lane, start, removes ? 'forbid' : 'cut');
  if (best && best.done >= reach) list.add(best.match, best.done, { ...best, reach });
  else list.add([start], 0, { cutTo: 0, taintedAt: settled ? 0 : search.earliestTaint(lane, start), reach });
}

/** Searches the chains of one start. */
export class ChainSearch {
  readonly #input: MatchInput;
  readonly #plan: FunnelPlan;
  readonly #chosen: Int32Array;
  /** For each step, the earlier ones on whose match it or a later one depends. */
  readonly #live: readonly number[][];
  /** Required steps from each step on. */
  readonly #remaining: readonly number[];
  readonly #memo = new Map<string, Continuation | null>();
  /** Instant at which {@link canBeOpen} asks. */
  #instant = 0;
  readonly #openMemo = new Map<string, boolean>();
  #lane = 0;
  #mode: TaintMode = 'cut';

  constructor(input: MatchInput) {
    this.#input = input;
    this.#plan = input.context.plan;
    const { steps } = this.#plan;
    this.#chosen = new Int32Array(steps.length).fill(NONE);
    this.#live = steps.map((_, index) => liveSteps(this.#plan, index));
    this.#remaining = [...steps, undefined].map(
      (_, i) => steps.filter((s) => s.index >= i && !s.optional).length,
    );
  }

  /** The best attempt of a start; null when every chain is forbidden. */
  best(lane: number, start: number, mode: TaintMode): Continuation | null {
    this.#begin(lane, start, mode);
    const rest = this.#from(1, NONE, CLEAN);
    return rest && this.#prepend(0, start, rest);
  }

  /** Tick of the first event that taints the start's longest chain, exclusions not being looked at. */
  earliestTaint(lane: number, start: number): number {
    const { match } = this.best(lane, start, 'ignore')!;
    const subject = this.#input.lanes.subjectOf[lane]!;
    return this.#plan.exclusions.reduce(
      (first, _, index) => Math.min(first, this.#input.exclusions.taintOf(index, match, subject)),
      CLEAN,
    );
  }

  /**
   * Whether the start has a clean chain with `done` required steps in which `step` is entered, not done, and can
   * still be done at `instant`.
   */
  canBeOpen(lane: number, start: number, step: number, done: number, instant: number): boolean {
    this.#begin(lane, start, 'forbid');
    this.#instant = instant;
    this.#openMemo.clear();
    return this.#open(1, step, done - 1);
  }

  #begin(lane: number, start: number, mode: TaintMode): void {
    this.#lane = lane;
    this.#mode = mode;
    this.#memo.clear();
    this.#chosen.fill(NONE);
    this.#chosen[0] = start;
  }

  #key(step: number, state: number, taintedAt: number): string {
    let key = `${step}|${state}|${taintedAt}`;
    for (const earlier of this.#live[step]!) key += `,${this.#chosen[earlier]}`;
    return key;
  }

  #from(step: number, cutTo: number, taintedAt: number): Continuation | null {
    if (step === this.#plan.steps.length) {
      return { match: new Int32Array(step).fill(NONE), done: 0, cutTo, taintedAt };
    }
    const key = this.#key(step, cutTo, taintedAt);
    const known = this.#memo.get(key);
    if (known !== undefined) return known;
    const best = this.#bestOption(this.#plan.steps[step]!, cutTo, taintedAt);
    this.#memo.set(key, best);
    return best;
  }

  #bestOption(step: PlanStep, cutTo: number, taintedAt: number): Continuation | null {
    let best: Continuation | null = null;
    for (const option of this.#options(step.index)) {
      const candidate = this.#take(step.index, option, cutTo, taintedAt);
      if (candidate && (best === null || this.#isBetter(candidate, best, step.index))) best = candidate;
      // Options come earliest first: nothing later beats one that goes all the way.
      if (!step.optional && best?.cutTo === NONE && best.done === this.#remaining[step.index]) break;
    }
    this.#chosen[step.index] = NONE;
    return best;
  }

  #take(step: number, option: number, cutTo: number, taintedAt: number): Continuation | null {
    this.#chosen[step] = option;
    const taint = this.#taintsAt(step);
    if (taint.cutTo !== NONE && this.#mode === 'forbid') return null;
    const cut = cutTo === NONE ? taint.cutTo : taint.cutTo === NONE ? cutTo : Math.min(cutTo, taint.cutTo);
    const rest = this.#from(step + 1, cut, Math.min(taintedAt, taint.at));
    // The recursion overwrites nothing before it, but leaves its own steps empty.
    this.#chosen[step] = option;
    return rest && this.#prepend(step, option, rest);
  }

  #prepend(step: number, option: number, rest: Continuation): Continuation {
    if (option === NONE || (rest.cutTo !== NONE && rest.cutTo < step)) return rest;
    const match = rest.match.slice();
    match[step] = option;
    return { ...rest, match, done: rest.done + (this.#plan.steps[step]!.optional ? 0 : 1) };
  }

  /** Candidates that may fill the step, earliest first, and last: none. */
  *#options(step: number): Generator<number> {
    const { rules, columns, absent, outcomes, lanes } = this.#input;
    const passed = absent.get(step);
    if (passed) {
      const passes = rules.isEntered(step, this.#chosen) && passed[lanes.subjectOf[this.#lane]!] === 1;
      yield passes ? AT_FROM : NONE;
      return;
    }
    if (rules.prepare(step, this.#chosen)) {
      const column = columns[step]!;
      const { low, lowDay, high, highDay } = rules;
      const last = Math.max(high, highDay);
      const end = column.off[this.#lane + 1]!;
      for (let i = firstAtOrAfter(column, this.#lane, Math.min(low, lowDay)); i < end; i++) {
        if (column.time[i]! > last) break;
        // The recursion in between has moved the bounds.
        Object.assign(rules, { low, lowDay, high, highDay });
        this.#chosen[step] = NONE;
        if (rules.accepts(step, i, this.#chosen) && !outcomes.isDropped(step, i)) yield i;
      }
    }
    if (step !== this.#input.must) yield NONE;
  }

  /** What the exclusions that end at a step do to the chain. */
  #taintsAt(step: number): { cutTo: number; at: number } {
    const verdict = { cutTo: NONE, at: CLEAN };
    if (this.#mode === 'ignore') return verdict;
    this.#plan.exclusions.forEach(({ from, to }, index) => {
      if (to !== step) return;
      const tick = this.#input.exclusions.taintOf(
        index,
        this.#chosen,
        this.#input.lanes.subjectOf[this.#lane]!,
      );
      if (tick === CLEAN) return;
      verdict.cutTo = verdict.cutTo === NONE ? from : Math.min(verdict.cutTo, from);
      verdict.at = Math.min(verdict.at, tick);
    });
    return verdict;
  }

  /** Compares two ways on from the same state; those cut back before it leave nothing here. */
  #isBetter(a: Continuation, b: Continuation, step: number): boolean {
    const place = ({ cutTo }: Continuation) =>
      cutTo === NONE || cutTo >= step ? this.#plan.steps.length : cutTo;
    if (place(a) !== place(b)) return place(a) > place(b);
    if (a.done !== b.done) return a.done > b.done;
    const order = compareMatches(
      this.#plan,
      this.#input.columns,
      (s) => a.match[s]!,
      (s) => b.match[s]!,
      step,
    );
    return order !== 0 ? order < 0 : a.cutTo === NONE && b.cutTo !== NONE;
  }

  #open(step: number, target: number, done: number): boolean {
    if (done < 0 || done > this.#remaining[step]!) return false;
    // Whether the target has an exit depends on the whole chain, so it is asked last, and nothing is remembered.
    const exits = this.#plan.steps[target]!.outcomes.length > 0;
    if (step === this.#plan.steps.length) {
      return !exits || findExit(this.#input, this.#lane, target, this.#chosen) < 0;
    }
    const key = this.#key(step, target, done);
    const known = exits ? undefined : this.#openMemo.get(key);
    if (known !== undefined) return known;
    let open = false;
    for (const option of this.#options(step)) {
      if (step === target && !(option === NONE && this.#stillRuns(step))) continue;
      this.#chosen[step] = option;
      if (this.#taintsAt(step).cutTo !== NONE) continue;
      const counts = option !== NONE && !this.#plan.steps[step]!.optional ? 1 : 0;
      open = this.#open(step + 1, target, done - counts);
      if (open) break;
    }
    this.#chosen[step] = NONE;
    this.#openMemo.set(key, open);
    return open;
  }

  #stillRuns(step: number): boolean {
    const { rules } = this.#input;
    this.#chosen[step] = NONE;
    return rules.isEntered(step, this.#chosen) && rules.runEnd(step, this.#chosen) >= this.#instant;
  }
}

/** The match of each step of one attempt, wherever it stands. */
type MatchOf = (step: number) => number;

/**
 * Order of two attempts that did equally much: the earlier match of the first required step in which they differ,
 * no match being later than any; then the same over optional steps. Negative when `a` comes first.
 */
export function compareMatches(
  plan: FunnelPlan,
  columns: Attempts['columns'],
  a: MatchOf,
  b: MatchOf,
  from = 0,
): number {
  for (const optional of [false, true]) {
    for (const step of plan.steps) {
      if (step.index < from || step.optional !== optional) continue;
      const order = compareMatch(columns[step.index]!, a(step.index), b(step.index));
      if (order !== 0) return order;
    }
  }
  return 0;
}

/** Order of two matches from one column: by instant, table, row; none is later than any. */
function compareMatch(column: Attempts['columns'][number], a: number, b: number): number {
  if (a === b) return 0;
  if (a === NONE || b === NONE) return a === NONE ? 1 : -1;
  if (a === AT_FROM || b === AT_FROM) return 0;
  return column.time[a]! - column.time[b]! || column.seq[a]! - column.seq[b]!;
}

function liveSteps(plan: FunnelPlan, step: number): number[] {
  const later = plan.steps.slice(step);
  return plan.steps
    .slice(0, step)
    .map(({ index }) => index)
    .filter(
      (index) =>
        index === 0 || plan.order === 'strict' || later.some((other) => dependsOn(plan, other, index)),
    );
}

function dependsOn(plan: FunnelPlan, step: PlanStep, earlier: number): boolean {
  if (step.bases.includes(earlier) || step.after === earlier) return true;
  if (plan.steps[earlier]!.optional && !step.optional) return true;
  if (plan.exclusions.some(({ from, to }) => from === earlier && to === step.index)) return true;
  return mayShareEvents(plan.steps[earlier]!, step);
}
