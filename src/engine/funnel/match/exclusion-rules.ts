import type { CandidateColumn } from './candidate-column.ts';
import type { FunnelPlan } from '../plan/plan.ts';
import type { RunContext } from './run-context.ts';
import { NONE, type Chosen, type StepRules } from './step-rules.ts';

/** Nothing excluded lies between. */
export const CLEAN = Infinity;

/** The stretch between two matches in ticks; `ended` when there is a second match, whose instant is then outside. */
export interface Gap {
  start: number;
  startDay: boolean;
  end: number;
  endDay: boolean;
  ended: boolean;
}

/**
 * Whether an excluded event lies strictly between two matches, or, if the second is missing, until its run ends or
 * now. Source: funnels.md, "Exclusions".
 */
export class ExclusionRules {
  readonly #context: RunContext;
  readonly #rules: StepRules;
  /** By subject, one for each exclusion. */
  readonly #excluded: readonly CandidateColumn[];

  constructor(context: RunContext, rules: StepRules, excluded: readonly CandidateColumn[]) {
    this.#context = context;
    this.#rules = rules;
    this.#excluded = excluded;
  }

  /** Tick of the first event that taints the attempt by exclusion `index`; {@link CLEAN} when none does. */
  taintOf(index: number, chosen: Chosen, subject: number): number {
    const { from, to } = this.#context.plan.exclusions[index]!;
    if (chosen[from] === NONE) return CLEAN;
    const start = this.#rules.timeOf(from, chosen);
    const startDay = this.#rules.isDayOnly(from, chosen);
    const ended = chosen[to] !== NONE;
    const end = ended
      ? this.#rules.timeOf(to, chosen)
      : this.#context.store.toTick(this.#rules.runEnd(to, chosen));
    const endDay = ended && this.#rules.isDayOnly(to, chosen);
    return this.firstBetween(index, subject, { start, startDay, end, endDay, ended });
  }

  /** Tick of the first event of an exclusion in a gap; {@link CLEAN} when there is none. */
  firstBetween(index: number, subject: number, gap: Gap): number {
    const column = this.#excluded[index]!;
    for (let i = column.off[subject]!; i < column.off[subject + 1]!; i++) {
      const time = column.time[i]!;
      const dayOnly = column.day?.[i] === 1;
      if (!this.#isBefore(gap.start, time, gap.startDay || dayOnly)) continue;
      const inside = gap.ended ? this.#isBefore(time, gap.end, gap.endDay || dayOnly) : time <= gap.end;
      if (inside) return time;
    }
    return CLEAN;
  }

  #isBefore(a: number, b: number, byDay: boolean): boolean {
    return byDay && Number.isFinite(a) && Number.isFinite(b) ? this.#dayOf(a) < this.#dayOf(b) : a < b;
  }

  #dayOf(tick: number): number {
    const { store } = this.#context;
    return store.calendar.dayOf(store.toMs(tick));
  }
}

/** Number of required steps done, up to and including step `last`. */
export function countDone(plan: FunnelPlan, chosen: Chosen, last = Infinity): number {
  let done = 0;
  for (const step of plan.steps)
    if (!step.optional && step.index <= last && chosen[step.index] !== NONE) done++;
  return done;
}
