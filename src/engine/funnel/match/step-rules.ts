import type { Duration } from '../../schema/index.ts';
import type { CandidateColumn } from './candidate-column.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { RunContext } from './run-context.ts';
import { WindowEnds } from './window-ends.ts';

/** No match. */
export const NONE = -1;
/** A step of absence that was passed: its instant is the start of the range. */
export const AT_FROM = -2;

/** A match in one attempt: an index into the step's candidates, {@link NONE} or {@link AT_FROM}. */
export type Match = number;
/** An attempt: the match of every step, by step index. */
export type Chosen = ArrayLike<Match>;

/**
 * The rules of a step against the matches chosen before it: what it is based on, from when, until when, distinct
 * from what. Every way of matching asks here, so that there is one reading of the rules. Source: funnels.md,
 * "Order", "Windows".
 *
 * Bounds come in two sorts because data dated by day only compares by days: `…Day` holds for candidates of which
 * only the day is known.
 */
export class StepRules {
  /** Bounds of the step last given to {@link prepare}, in ticks, both included. */
  low = -Infinity;
  lowDay = -Infinity;
  high = Infinity;
  highDay = Infinity;
  readonly #context: RunContext;
  readonly #columns: readonly CandidateColumn[];
  readonly #steps: readonly PlanStep[];
  readonly #chained: boolean;
  readonly #later: boolean;
  readonly #mixed: boolean;
  /** Ends of the funnel's windows; null without one. */
  readonly #windowEnds: WindowEnds | null;

  readonly #places: readonly Int32Array[] | null;

  /** `places`: for strict order, the place of each step's candidates in their subject's stream. */
  constructor(
    context: RunContext,
    columns: readonly CandidateColumn[],
    places: readonly Int32Array[] | null = null,
  ) {
    this.#context = context;
    this.#columns = columns;
    this.#places = places;
    this.#steps = context.plan.steps;
    this.#chained = context.plan.order !== 'independent';
    this.#later = context.plan.ties === 'later';
    this.#mixed = columns.some((column) => column.day !== null);
    this.#windowEnds = context.plan.window ? new WindowEnds(context, context.plan.window) : null;
  }

  /** Whether any of the step's bases is converted. */
  isEntered(step: number, chosen: Chosen): boolean {
    const { bases } = this.#steps[step]!;
    return step === 0 || bases.some((base) => chosen[base] !== NONE);
  }

  /** The converted base with the latest instant, of equals the later step; {@link NONE} when there is none. */
  anchorOf(step: number, chosen: Chosen): number {
    let anchor = NONE;
    for (const base of this.#steps[step]!.bases) {
      if (chosen[base] === NONE) continue;
      if (anchor === NONE || this.timeOf(base, chosen) >= this.timeOf(anchor, chosen)) anchor = base;
    }
    return anchor;
  }

  /** Tick of a step's match. */
  timeOf(step: number, chosen: Chosen): number {
    const match = chosen[step]!;
    if (match === AT_FROM) return this.#fromTick();
    return this.#columns[step]!.time[match]!;
  }

  /** Whether only the day of a step's match is known. */
  isDayOnly(step: number, chosen: Chosen): boolean {
    const match = chosen[step]!;
    return match >= 0 && this.#columns[step]!.day?.[match] === 1;
  }

  /** Sets the bounds of a step; false when nothing can fill it. */
  prepare(step: number, chosen: Chosen): boolean {
    this.low = this.lowDay = -Infinity;
    this.high = this.highDay = Infinity;
    if (!this.isEntered(step, chosen)) return false;
    if (step === 0) return true;
    const rule = this.#steps[step]!;
    if (rule.after !== undefined) {
      if (chosen[rule.after] === NONE) return false;
      this.#notBeforeStep(rule.after, chosen);
    }
    if (rule.when === 'afterEntry') this.#notBeforeStep(0, chosen);
    if (this.#chained) this.#followChain(rule, chosen);
    else if (rule.optional) this.#stayBetween(rule, chosen);
    if (this.#context.plan.window) this.#limit(0, chosen, this.#context.plan.window);
    return this.#applyOwnWindow(rule, chosen);
  }

  /** Whether a candidate lies within the bounds and is distinct from what it must be distinct from. */
  accepts(step: number, candidate: number, chosen: Chosen): boolean {
    const column = this.#columns[step]!;
    const time = column.time[candidate]!;
    const dayOnly = column.day?.[candidate] === 1;
    if (time < (dayOnly ? this.lowDay : this.low) || time > (dayOnly ? this.highDay : this.high))
      return false;
    return this.#isDistinct(step, column.seq[candidate]!, chosen) && this.#isNext(step, candidate, chosen);
  }

  /** Epoch ms until which a step that is entered and not done can still be done; infinite where nothing bounds it. */
  runEnd(step: number, chosen: Chosen): number {
    const rule = this.#steps[step]!;
    let end = this.#context.spanOf(rule).to;
    if (step === 0) return end;
    if (this.#context.plan.window) end = Math.min(end, this.#windowEnd(0, chosen, this.#context.plan.window));
    const anchor = this.anchorOf(step, chosen);
    if (rule.window && anchor !== NONE) end = Math.min(end, this.#windowEnd(anchor, chosen, rule.window));
    return end;
  }

  #followChain(rule: PlanStep, chosen: Chosen): void {
    for (const base of rule.bases) if (chosen[base] !== NONE) this.#notBeforeStep(base, chosen);
    if (rule.optional) return;
    for (let before = rule.index - 1; before > 0 && this.#steps[before]!.optional; before--) {
      if (chosen[before] !== NONE) this.#notBeforeStep(before, chosen);
    }
  }

  /** Where steps are judged by themselves, an optional one comes last, between its required neighbours. */
  #stayBetween(rule: PlanStep, chosen: Chosen): void {
    for (const base of rule.bases) if (chosen[base] !== NONE) this.#notBeforeStep(base, chosen);
    const next = this.#steps.find((step) => step.index > rule.index && !step.optional);
    if (next && chosen[next.index] !== undefined && chosen[next.index] !== NONE)
      this.#notAfterStep(next.index, chosen);
  }

  /** At or before the match of a step (strictly earlier where ties must be later). */
  #notAfterStep(step: number, chosen: Chosen): void {
    const { store, plan } = this.#context;
    const time = this.timeOf(step, chosen);
    const strict = this.#later ? 1 : 0;
    const exact =
      Math.floor(time + plan.tolerance / store.unit) - (plan.tolerance % store.unit === 0 ? strict : 0);
    if (!this.#mixed || !Number.isFinite(time)) {
      this.high = Math.min(this.high, exact);
      return;
    }
    const day = store.calendar.dayOf(store.toMs(time)) - strict;
    const byDay = store.toTick(store.calendar.endOfDay(day));
    const lenient = plan.tolerance > 0 ? Math.max(byDay, exact) : byDay;
    this.high = Math.min(this.high, this.isDayOnly(step, chosen) ? lenient : exact);
    this.highDay = Math.min(this.highDay, lenient);
  }

  #applyOwnWindow(rule: PlanStep, chosen: Chosen): boolean {
    if (!rule.window && !rule.notBefore) return true;
    const anchor = this.anchorOf(rule.index, chosen);
    if (anchor === NONE) return false;
    if (rule.window) this.#limit(anchor, chosen, rule.window);
    if (rule.notBefore) this.#delay(anchor, chosen, rule.notBefore);
    return true;
  }

  /** At or after the match of a step (strictly later where ties must be), less the tolerance. */
  #notBeforeStep(step: number, chosen: Chosen): void {
    const { store, plan } = this.#context;
    const time = this.timeOf(step, chosen);
    const strict = this.#later ? 1 : 0;
    const exact =
      Math.ceil(time - plan.tolerance / store.unit) +
      (this.#later && plan.tolerance % store.unit === 0 ? 1 : 0);
    if (!this.#mixed || !Number.isFinite(time)) {
      this.low = Math.max(this.low, exact);
      return;
    }
    const day = store.calendar.dayOf(store.toMs(time)) + strict;
    const byDay = this.#ceilTick(store.calendar.startOfDay(day));
    const lenient = plan.tolerance > 0 ? Math.min(byDay, exact) : byDay;
    this.low = Math.max(this.low, this.isDayOnly(step, chosen) ? lenient : exact);
    this.lowDay = Math.max(this.lowDay, lenient);
  }

  #limit(step: number, chosen: Chosen, duration: Duration): void {
    const { store } = this.#context;
    const end = this.#windowTick(step, chosen, duration);
    this.high = Math.min(this.high, end);
    if (!this.#mixed) return;
    const from = this.#startMs(step, chosen);
    this.highDay = Math.min(this.highDay, store.toTick(this.#context.windowEnd(from, true, duration)));
  }

  #delay(step: number, chosen: Chosen, duration: Duration): void {
    const { store } = this.#context;
    const begin = this.#context.shift(this.#startMs(step, chosen), duration);
    const byDay =
      'ms' in duration || !Number.isFinite(begin)
        ? begin
        : store.calendar.startOfDay(store.calendar.dayOf(begin));
    this.low = Math.max(this.low, this.#ceilTick(this.isDayOnly(step, chosen) ? byDay : begin));
    this.lowDay = Math.max(this.lowDay, this.#ceilTick(byDay));
  }

  /** Last tick of a window. */
  #windowTick(step: number, chosen: Chosen, duration: Duration): number {
    return this.#isOfFunnel(step, chosen, duration)
      ? this.#windowEnds!.lastTick(this.timeOf(0, chosen))
      : this.#context.store.toTick(this.#windowEnd(step, chosen, duration));
  }

  #isOfFunnel(step: number, chosen: Chosen, duration: Duration): boolean {
    const isFunnels = step === 0 && duration === this.#context.plan.window;
    return isFunnels && chosen[0]! >= 0 && !this.isDayOnly(0, chosen);
  }

  #windowEnd(step: number, chosen: Chosen, duration: Duration): number {
    if (this.#isOfFunnel(step, chosen, duration)) return this.#windowEnds!.endMs(this.timeOf(0, chosen));
    return this.#context.windowEnd(this.#startMs(step, chosen), this.isDayOnly(step, chosen), duration);
  }

  #startMs(step: number, chosen: Chosen): number {
    return chosen[step] === AT_FROM
      ? this.#context.range.from
      : this.#context.store.toMs(this.timeOf(step, chosen));
  }

  /** In a chain no event fills two steps; else a step says from which it is distinct. */
  #isDistinct(step: number, seq: number, chosen: Chosen): boolean {
    if (this.#chained) {
      for (let other = 0; other < step; other++) if (this.#isSame(other, seq, chosen)) return false;
      return true;
    }
    const { distinctFrom } = this.#steps[step]!;
    return distinctFrom.length === 0 || !distinctFrom.some((other) => this.#isSame(other, seq, chosen));
  }

  /** In strict order, the very next event after the last match. */
  #isNext(step: number, candidate: number, chosen: Chosen): boolean {
    if (!this.#places || step === 0) return true;
    let last = step - 1;
    while (chosen[last] === NONE) last--;
    return this.#places[step]![candidate] === this.#places[last]![chosen[last]!]! + 1;
  }

  #isSame(other: number, seq: number, chosen: Chosen): boolean {
    const match = chosen[other]!;
    return match >= 0 && this.#columns[other]!.seq[match] === seq;
  }

  #fromTick(): number {
    const { store, range } = this.#context;
    return (range.from - store.base) / store.unit;
  }

  #ceilTick(ms: number): number {
    return Math.ceil((ms - this.#context.store.base) / this.#context.store.unit);
  }
}
