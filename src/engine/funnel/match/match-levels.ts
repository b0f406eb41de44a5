import type { Attempts } from './attempts.ts';
import type { CandidateColumn } from './candidate-column.ts';
import { matchChain } from './match-chain.ts';
import { CLEAN, countDone } from './exclusion-rules.ts';
import type { MatchInput } from './match-input.ts';
import { mayShareEvents } from '../plan/may-share-events.ts';
import type { FunnelPlan } from '../plan/plan.ts';
import { AT_FROM, NONE, type StepRules } from './step-rules.ts';

/**
 * Whether taking the earliest fitting event level by level is exact. It is by definition where each step is judged
 * by itself. In a chain it is where an earlier match never harms a later step: only the funnel's window, counted from
 * the start, and steps that cannot compete for one event.
 *
 * @param mixed whether of some candidates only the day is known
 */
export function isGreedyExact(plan: FunnelPlan, mixed: boolean): boolean {
  if (plan.order === 'independent') return true;
  if (plan.order !== 'sequential') return false;
  if (mixed || plan.exclusions.length > 0 || plan.tolerance > 0) return false;
  return plan.steps.every((step) => {
    const linear = step.index === 0 || (step.bases.length === 1 && step.bases[0] === step.index - 1);
    const alone = !step.optional && !step.window && !step.notBefore && step.after === undefined;
    const rivals = plan.ties === 'later' ? [] : plan.steps.slice(0, step.index);
    return (
      linear &&
      alone &&
      step.outcomes.length === 0 &&
      !(step.absent && step.index > 0) &&
      rivals.every((rival) => !mayShareEvents(rival, step))
    );
  });
}

/**
 * Matches level by level: the rows are the starts, of all subjects at once; each level gives every row the earliest
 * event of its step within the rules. Exact where {@link isGreedyExact} says so. Source: speed.md, "Algorithm".
 */
export function matchLevels(input: MatchInput): Attempts {
  const { context, lanes, columns } = input;
  const { steps } = context.plan;
  if (isPlainChain(context.plan)) {
    const sources = columns.map((column) => ({ all: () => column, within: () => column }));
    return matchChain({ context, lanes, sources });
  }
  const { off, first } = startRows(input);
  const match: Int32Array[] = steps.map((_, index) =>
    index === 0 ? first : new Int32Array(first.length).fill(NONE),
  );
  matchEachStep(input, off, match);
  const attempts: Attempts = {
    lanes,
    columns,
    off,
    match,
    done: new Int16Array(first.length),
    chain: null,
    cutTo: null,
    taintedAt: null,
    reach: null,
  };
  return judgeRows(input, attempts);
}

/** Whether a greedy funnel (`isGreedyExact`) is a chain of events, to be matched by `matchChain`. */
export function isPlainChain({ order, steps }: FunnelPlan): boolean {
  return order === 'sequential' && !steps[0]!.absent;
}

/** The starts of every lane: the candidates of step 1, or one for each who passes a step of absence. */
export function startRows({ context, lanes, columns, absent }: MatchInput): {
  off: Int32Array;
  first: Int32Array;
} {
  const passed = absent.get(0);
  if (!passed) {
    const { off, time } = columns[0]!;
    return { off, first: context.store.places(time.length) };
  }
  const off = new Int32Array(lanes.count + 1);
  for (let lane = 0; lane < lanes.count; lane++) {
    off[lane + 1] = off[lane]! + passed[lanes.subjectOf[lane]!]!;
  }
  return { off, first: new Int32Array(off[lanes.count]!).fill(AT_FROM) };
}

function matchEachStep(input: MatchInput, off: Int32Array, match: readonly Int32Array[]): void {
  const { steps } = input.context.plan;
  // Optional steps last: they lie between required matches, and are nobody's anchor.
  for (const optional of [false, true]) {
    for (const step of steps)
      if (step.index > 0 && step.optional === optional) matchLevel(input, step.index, off, match);
  }
}

function matchLevel(input: MatchInput, step: number, off: Int32Array, match: readonly Int32Array[]): void {
  const { lanes, rules, columns, absent, outcomes } = input;
  const matches = match[step]!;
  const chosen = new Int32Array(match.length);
  const passed = absent.get(step);
  const column = columns[step]!;
  const bases = input.context.plan.steps[step]!.bases.map((base) => match[base]!);
  for (let lane = 0; lane < lanes.count; lane++) {
    for (let row = off[lane]!; row < off[lane + 1]!; row++) {
      if (isNowhere(bases, row)) continue;
      for (let s = 0; s < match.length; s++) chosen[s] = match[s]![row]!;
      if (passed)
        matches[row] = rules.isEntered(step, chosen) && passed[lanes.subjectOf[lane]!] ? AT_FROM : NONE;
      else if (rules.prepare(step, chosen)) matches[row] = firstAccepted(rules, step, column, lane, chosen);
      if (outcomes.isDropped(step, matches[row]!)) matches[row] = NONE;
    }
  }
}

/** Whether an attempt has none of some matches. */
export function isNowhere(matches: readonly Int32Array[], row: number): boolean {
  for (let i = 0; i < matches.length; i++) if (matches[i]![row] !== NONE) return false;
  return true;
}

/** The earliest candidate of a prepared step within the rules; {@link NONE} when there is none. */
export function firstAccepted(
  rules: StepRules,
  step: number,
  column: CandidateColumn,
  lane: number,
  chosen: Int32Array,
): number {
  const end = column.off[lane + 1]!;
  const last = Math.max(rules.high, rules.highDay);
  for (let i = firstAtOrAfter(column, lane, Math.min(rules.low, rules.lowDay)); i < end; i++) {
    if (column.time[i]! > last) break;
    if (rules.accepts(step, i, chosen)) return i;
  }
  return NONE;
}

/** First entry of a lane at or after a tick. */
export function firstAtOrAfter(column: CandidateColumn, lane: number, tick: number): number {
  let low = column.off[lane]!;
  let high = column.off[lane + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column.time[middle]! < tick) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Required steps done, by row. */
function countRows({ steps }: FunnelPlan, { match, done }: Attempts): Int16Array {
  for (const step of steps) {
    if (step.optional) continue;
    const matches = match[step.index]!;
    for (let row = 0; row < matches.length; row++) if (matches[row] !== NONE) done[row]!++;
  }
  return done;
}

/** Counts what each row did, after dropping what an exclusion undoes. */
function judgeRows(input: MatchInput, attempts: Attempts): Attempts {
  const { plan } = input.context;
  if (plan.exclusions.length === 0) return { ...attempts, done: countRows(plan, attempts) };
  const rows = attempts.done.length;
  const chosen = new Int32Array(plan.steps.length);
  const cutTo = new Int16Array(rows).fill(NONE);
  const taintedAt = new Float64Array(rows);
  const reach = plan.onExclude === 'remove' ? new Int16Array(rows) : null;
  for (let lane = 0; lane < attempts.lanes.count; lane++) {
    for (let row = attempts.off[lane]!; row < attempts.off[lane + 1]!; row++) {
      for (let s = 0; s < chosen.length; s++) chosen[s] = attempts.match[s]![row]!;
      const taint = taintRow(input, chosen, attempts.lanes.subjectOf[lane]!);
      const isTainted = taint.cutTo !== NONE;
      if (reach) reach[row] = countDone(plan, chosen);
      if (isTainted) {
        cutTo[row] = taint.cutTo;
        taintedAt[row] = taint.at;
        const last = reach ? 0 : taint.cutTo;
        for (let s = last + 1; s < chosen.length; s++) attempts.match[s]![row] = chosen[s] = NONE;
      }
      // A removed row did nothing, but its start stays known: the next attempt waits for its end.
      attempts.done[row] = isTainted && reach ? 0 : countDone(plan, chosen);
    }
  }
  return { ...attempts, cutTo, taintedAt, reach };
}

function taintRow({ context, exclusions }: MatchInput, chosen: Int32Array, subject: number) {
  let cutTo = NONE;
  let at = CLEAN;
  context.plan.exclusions.forEach(({ from }, index) => {
    const tick = exclusions.taintOf(index, chosen, subject);
    if (tick === CLEAN) return;
    if (cutTo === NONE || from < cutTo) cutTo = from;
    if (tick < at) at = tick;
  });
  return { cutTo, at };
}
