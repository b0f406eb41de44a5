import type { Attempts } from '../match/attempts.ts';
import { findExit } from '../match/find-exit.ts';
import type { Matching } from '../match/match-funnel.ts';
import { compareMatches } from '../match/match-search.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';

/** How a step ended for somebody; `NotEntered` when they were not there to do it. */
export const Verdict = { NotEntered: 0, Converted: 1, Open: 2, Dropped: 3, Skipped: 4 } as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/** An attempt, by its lane and place. */
export interface AttemptRef {
  subject: number;
  lane: number;
  attempt: number;
}

/**
 * The attempts that count: one a subject (`best`, `first`), or all that follow each other (`every`), each with how
 * every step ended.
 */
export interface Report {
  matching: Matching;
  rows: readonly AttemptRef[];
  /** By step, then row. */
  verdict: readonly Uint8Array[];
  /** Index of the outcome, −1 where none applies; by step, then row. */
  outcome: readonly Int8Array[];
}

/** Which attempts are looked at: those of some lanes (ascending), or that `keep` wants. */
export interface AttemptScope {
  lanes?: readonly number[];
  keep?: (attempt: number) => boolean;
}

/** Chooses the attempts that count and judges their steps. */
export function reportAttempts(context: RunContext, matching: Matching, scope: AttemptScope = {}): Report {
  const { reentry } = context.plan;
  const all = groupBySubject(matching.attempts, scope);
  if (reentry === 'every') {
    const rows = all.flatMap((group) => selectEvery(context, matching, group));
    return { matching, rows, ...judgeSteps(context, matching, rows, (row) => [row]) };
  }
  const groups = reentry === 'first' ? all.map(firstOfLanes) : all;
  const rows = groups.flatMap((group) => bestOf(context, matching, group) ?? []);
  const scopes = new Map(groups.map((group) => [group[0]!.subject, group]));
  return { matching, rows, ...judgeSteps(context, matching, rows, (row) => scopes.get(row.subject)!) };
}

/** All attempts of each subject, in order of lane and start. */
export function groupBySubject(attempts: Attempts, scope: AttemptScope): AttemptRef[][] {
  const groups: AttemptRef[][] = [];
  const { lanes, off } = attempts;
  let last = NONE;
  for (const lane of scope.lanes ?? Array(lanes.count).keys()) {
    const subject = lanes.subjectOf[lane]!;
    for (let attempt = off[lane]!; attempt < off[lane + 1]!; attempt++) {
      if (scope.keep && !scope.keep(attempt)) continue;
      if (subject !== last) groups.push([]);
      last = subject;
      groups[groups.length - 1]!.push({ subject, lane, attempt });
    }
  }
  return groups;
}

/** The first start of each lane: of each subject, or of each value that is held. */
function firstOfLanes(group: readonly AttemptRef[]): AttemptRef[] {
  return group.filter((ref, i) => ref.lane !== group[i - 1]?.lane);
}

/**
 * The attempt with most required steps done, then the earliest. Undefined when nothing was done, or when a tainted
 * chain went further than every clean one and exclusions remove.
 */
export function bestOf(
  context: RunContext,
  { attempts }: Matching,
  refs: readonly AttemptRef[],
): AttemptRef | undefined {
  let best: AttemptRef | undefined;
  let reach = 0;
  for (const ref of refs) {
    if (attempts.reach) reach = Math.max(reach, attempts.reach[ref.attempt]!);
    if (attempts.done[ref.attempt]! === 0) continue;
    if (!best || isBetter(context, attempts, ref.attempt, best.attempt)) best = ref;
  }
  return best && attempts.done[best.attempt]! >= reach ? best : undefined;
}

function isBetter({ plan }: RunContext, attempts: Attempts, a: number, b: number): boolean {
  if (attempts.done[a] !== attempts.done[b]) return attempts.done[a]! > attempts.done[b]!;
  const order = compareMatches(
    plan,
    attempts.columns,
    (step) => attempts.match[step]![a]!,
    (step) => attempts.match[step]![b]!,
  );
  if (order !== 0) return order < 0;
  return attempts.cutTo?.[a] === NONE && attempts.cutTo[b] !== NONE;
}

/** The matches of one attempt, by step. */
export function matchesOf({ match }: Attempts, attempt: number): Int32Array {
  // A loop, because `Int32Array.from` with a mapping took a tenth of a whole run.
  const matches = new Int32Array(match.length);
  for (let step = 0; step < match.length; step++) matches[step] = match[step]![attempt]!;
  return matches;
}

/** Attempts that follow each other: a new one starts only after the last ended. */
function selectEvery(context: RunContext, matching: Matching, group: readonly AttemptRef[]): AttemptRef[] {
  const chosen: AttemptRef[] = [];
  let lane = NONE;
  let end = -Infinity;
  for (const ref of group) {
    if (ref.lane !== lane) end = -Infinity;
    lane = ref.lane;
    const start = matching.startTick(ref.attempt);
    if (start <= end) continue;
    end = endOf(context, matching, ref.attempt);
    if (matching.attempts.done[ref.attempt]! > 0) chosen.push(ref);
  }
  return chosen;
}

/** Which starts make attempts at all: any; the first of each lane; those that came after the last attempt ended. */
export function countsAsAttempt(context: RunContext, report: Report): (attempt: number) => boolean {
  const { off } = report.matching.attempts;
  if (context.plan.reentry === 'best') return () => true;
  const every = context.plan.reentry === 'every';
  const counted = new Set(
    every ? report.rows.map(({ attempt }) => attempt) : off.subarray(0, off.length - 1),
  );
  return (attempt) => counted.has(attempt);
}

/** Tick at which an attempt is over: its last step, what tainted it, its window's end; infinite when never. */
function endOf(context: RunContext, matching: Matching, attempt: number): number {
  const { plan, store } = context;
  const { attempts } = matching;
  if (attempts.done[attempt] === 0) return attempts.taintedAt?.[attempt] ?? Infinity;
  const last = plan.steps.findLast((step) => !step.optional)!.index;
  const match = attempts.match[last]![attempt]!;
  if (match !== NONE) return match < 0 ? matching.startTick(attempt) : attempts.columns[last]!.time[match]!;
  if (attempts.cutTo && attempts.cutTo[attempt] !== NONE) return attempts.taintedAt![attempt]!;
  if (!plan.window) return Infinity;
  const start = attempts.match[0]![attempt]!;
  const dayOnly = start >= 0 && attempts.columns[0]!.day?.[start] === 1;
  return store.toTick(context.windowEnd(store.toMs(matching.startTick(attempt)), dayOnly, plan.window));
}

/** `scopeOf`: the attempts among which any equally far one that still runs makes a step open. */
function judgeSteps(
  context: RunContext,
  matching: Matching,
  rows: readonly AttemptRef[],
  scopeOf: (row: AttemptRef) => readonly AttemptRef[],
): Pick<Report, 'verdict' | 'outcome'> {
  const { steps } = context.plan;
  const verdict = steps.map(() => new Uint8Array(rows.length));
  const outcome = steps.map(() => new Int8Array(rows.length).fill(-1));
  const chosen = new Int32Array(steps.length);
  rows.forEach((row, r) => {
    for (let s = 0; s < chosen.length; s++) chosen[s] = matching.attempts.match[s]![row.attempt]!;
    for (const step of steps) {
      const s = step.index;
      if (chosen[s] === NONE) {
        const exit = exitOf(matching, row, step, chosen);
        outcome[s]![r] = exit;
        verdict[s]![r] =
          exit >= 0 ? Verdict.Dropped : judgeStep(context, matching, row, step, chosen, scopeOf);
      } else {
        outcome[s]![r] = matching.input.outcomes.classOf(s, chosen[s]!);
        verdict[s]![r] = Verdict.Converted;
      }
    }
  });
  return { verdict, outcome };
}

/** Outcome under which a journey ended at a step that was not done; -1 when it did not end so. */
function exitOf({ input, attempts }: Matching, row: AttemptRef, step: PlanStep, chosen: Int32Array): number {
  if (step.outcomes.length === 0) return -1;
  const cut = attempts.cutTo !== null && attempts.cutTo[row.attempt] !== NONE;
  return cut ? -1 : findExit(input, row.lane, step.index, chosen);
}

/** How a step ended that was not done. */
function judgeStep(
  context: RunContext,
  matching: Matching,
  row: AttemptRef,
  step: PlanStep,
  chosen: Int32Array,
  scopeOf: (row: AttemptRef) => readonly AttemptRef[],
): Verdict {
  const s = step.index;
  const unordered = context.plan.order === 'unordered';
  const entered = unordered ? chosen[s - 1] !== NONE : matching.input.rules.isEntered(s, chosen);
  if (!entered) return Verdict.NotEntered;
  if (step.optional) return Verdict.Skipped;
  if (step.absent) return Verdict.Dropped;
  return isOpen(context, matching, row, s, scopeOf) ? Verdict.Open : Verdict.Dropped;
}

/** Whether anything ends a step: the funnel's window, its own, or its date rule. */
export function isBounded(context: RunContext, step: PlanStep): boolean {
  const windowed = context.plan.window !== undefined || step.window !== undefined;
  return step.index === 0 || step.absent || windowed || context.spanOf(step).to !== Infinity;
}

function isOpen(
  context: RunContext,
  { attempts, canBeOpen }: Matching,
  row: AttemptRef,
  step: number,
  scopeOf: (row: AttemptRef) => readonly AttemptRef[],
): boolean {
  const { outcomes } = context.plan.steps[step]!;
  const endless = context.plan.order !== 'unordered' && !isBounded(context, context.plan.steps[step]!);
  // Where a step has outcomes of its own, who had none of them yet is open for good.
  if (endless && outcomes.length === 0) return false;
  const done = attempts.done[row.attempt];
  return scopeOf(row).some(
    (ref) => attempts.done[ref.attempt] === done && canBeOpen(ref.lane, ref.attempt, step),
  );
}
