import { gather } from '../../dataset/gather.ts';
import type { Attempts } from '../match/attempts.ts';
import { findExit } from '../match/find-exit.ts';
import type { Matching } from '../match/match-funnel.ts';
import { compareMatches } from '../match/match-search.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { RunContext } from '../match/run-context.ts';
import { isNowhere } from '../match/match-levels.ts';
import { NONE } from '../match/step-rules.ts';

/** How a step ended for somebody; `NotEntered` when they were not there to do it. */
export const Verdict = { NotEntered: 0, Converted: 1, Open: 2, Dropped: 3, Skipped: 4 } as const;
export type Verdict = (typeof Verdict)[keyof typeof Verdict];

/**
 * Some attempts, as columns: whose, in which lane, and which. An object each would cost more than the matching
 * (measured: half of a whole run went into collecting them again).
 */
export interface AttemptRefs {
  subject: Int32Array;
  lane: Int32Array;
  attempt: Int32Array;
}

/** Attempts by subject: those of group `g` are `off[g]` to `off[g + 1] - 1`. */
export interface AttemptGroups extends AttemptRefs {
  off: Int32Array;
}

/**
 * The attempts that count: one a subject (`best`, `first`), or all that follow each other (`every`), each with how
 * every step ended.
 */
export interface Report {
  matching: Matching;
  rows: AttemptRefs;
  /** By step, then row. */
  verdict: readonly Uint8Array[];
  /** Index of the outcome, −1 where none applies; by step, then row. */
  outcome: readonly Int8Array[];
  /** Whether a row's attempt, or one that came equally far and stands behind it, can still do a step at an instant. */
  isOpenAt(row: number, step: number, instant: number): boolean;
}

/** Which attempts are looked at: those of some lanes (ascending), or that `keep` wants. */
export interface AttemptScope {
  lanes?: readonly number[];
  keep?: (attempt: number) => boolean;
  /** Each subject once, with its best attempt, even where attempts that follow each other are counted. */
  once?: boolean;
}

/** Chooses the attempts that count and judges their steps. */
export function reportAttempts(context: RunContext, matching: Matching, scope: AttemptScope = {}): Report {
  const { reentry } = context.plan;
  if (reentry === 'best' && isWhole(matching.attempts, scope)) return reportWhole(context, matching);
  const all = groupBySubject(matching.attempts, scope);
  if (reentry === 'every' && !scope.once) {
    const places = selectEvery(context, matching, all);
    // Attempts that follow each other are judged each by itself.
    const ends = places.map((place) => place + 1);
    return toReport(context, matching, all, { places, from: places, to: ends });
  }
  const groups = reentry === 'first' ? firstOfLanes(all) : all;
  return toReport(context, matching, groups, selectBest(context, matching, groups));
}

/** Whether the attempts lie by subject as they are: each subject one lane, and none left out. */
function isWhole({ lanes, reach }: Attempts, { lanes: some, keep }: AttemptScope): boolean {
  return lanes.areSubjects && reach === null && some === undefined && keep === undefined;
}

/**
 * The best attempt of each subject, where attempts lie by subject. They are in order of their start there, so the first
 * of those that did most is the best: nothing is collected or compared.
 */
function reportWhole(context: RunContext, matching: Matching): Report {
  const { attempts } = matching;
  const rows = attempts.alive ? bestOfChain(attempts, attempts.alive) : bestOfLanes(attempts);
  return { matching, rows, ...judgeSteps(context, matching, rows, null) };
}

function bestOfLanes({ off, done }: Attempts): AttemptRefs {
  const subject = new Int32Array(off.length - 1);
  const attempt = new Int32Array(off.length - 1);
  let count = 0;
  for (let lane = 0; lane + 1 < off.length; lane++) {
    const best = furthest(done, off[lane]!, off[lane + 1]!);
    if (best === NONE) continue;
    subject[count] = lane;
    attempt[count++] = best;
  }
  const own = subject.slice(0, count);
  return { subject: own, lane: own, attempt: attempt.slice(0, count) };
}

/** Of a plain chain only those who did a second step need a look: of the others the first start is the best. */
function bestOfChain({ off, done }: Attempts, alive: readonly Int32Array[]): AttemptRefs {
  const [started, goneOn = new Int32Array(0)] = alive;
  const attempt = new Int32Array(started!.length);
  let next = 0;
  for (let row = 0; row < attempt.length; row++) {
    const lane = started![row]!;
    if (goneOn[next] === lane) {
      attempt[row] = furthest(done, off[lane]!, off[lane + 1]!);
      next++;
    } else attempt[row] = off[lane]!;
  }
  return { subject: started!, lane: started!, attempt };
}

/** The first of some attempts that did most; {@link NONE} where none did anything. */
function furthest(done: Int16Array, from: number, to: number): number {
  let best = NONE;
  let most = 0;
  for (let attempt = from; attempt < to; attempt++) {
    if (done[attempt]! > most) {
      most = done[attempt]!;
      best = attempt;
    }
  }
  return best;
}

/** Places of the chosen attempts, and the stretch of attempts each of them stands for. */
interface Selection {
  places: ArrayLike<number>;
  from: ArrayLike<number>;
  to: ArrayLike<number>;
}

function toReport(
  context: RunContext,
  matching: Matching,
  groups: AttemptGroups,
  selection: Selection,
): Report {
  const rows = pickRefs(groups, selection.places);
  return { matching, rows, ...judgeSteps(context, matching, rows, { ...selection, of: groups }) };
}

/** Some of the attempts, by their places. */
export function pickRefs(refs: AttemptRefs, places: ArrayLike<number>): AttemptRefs {
  const subject = gather(refs.subject, places);
  return {
    subject,
    lane: refs.lane === refs.subject ? subject : gather(refs.lane, places),
    attempt: gather(refs.attempt, places),
  };
}

/** All attempts of each subject, in order of lane and start. */
export function groupBySubject({ lanes, off, done }: Attempts, scope: AttemptScope): AttemptGroups {
  const subject = new Int32Array(done.length);
  const lane = new Int32Array(done.length);
  const attempt = new Int32Array(done.length);
  const begins = new Int32Array(done.length + 1);
  let length = 0;
  let groups = 0;
  const addLane = (l: number): void => {
    const own = lanes.subjectOf[l]!;
    for (let a = off[l]!; a < off[l + 1]!; a++) {
      if (scope.keep && !scope.keep(a)) continue;
      if (length === 0 || subject[length - 1] !== own) begins[groups++] = length;
      subject[length] = own;
      lane[length] = l;
      attempt[length++] = a;
    }
  };
  if (scope.lanes) scope.lanes.forEach(addLane);
  else for (let l = 0; l < lanes.count; l++) addLane(l);
  begins[groups] = length;
  return {
    subject: subject.subarray(0, length),
    lane: lane.subarray(0, length),
    attempt: attempt.subarray(0, length),
    off: begins.subarray(0, groups + 1),
  };
}

/** The first start of each lane: of each subject, or of each value that is held. */
function firstOfLanes(groups: AttemptGroups): AttemptGroups {
  const places: number[] = [];
  const off = new Int32Array(groups.off.length);
  for (let g = 0; g + 1 < off.length; g++) {
    for (let i = groups.off[g]!; i < groups.off[g + 1]!; i++) {
      if (i === groups.off[g] || groups.lane[i] !== groups.lane[i - 1]) places.push(i);
    }
    off[g + 1] = places.length;
  }
  return { ...pickRefs(groups, places), off };
}

function selectBest(context: RunContext, matching: Matching, groups: AttemptGroups): Selection {
  const count = groups.off.length - 1;
  const places = new Int32Array(count);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  let chosen = 0;
  for (let g = 0; g < count; g++) {
    const best = bestOf(context, matching, groups, g);
    if (best === NONE) continue;
    places[chosen] = best;
    from[chosen] = groups.off[g]!;
    to[chosen++] = groups.off[g + 1]!;
  }
  return { places: places.subarray(0, chosen), from, to };
}

/**
 * Place of a group's attempt with most required steps done, then the earliest. {@link NONE} when nothing was done, or
 * when a tainted chain went further than every clean one and exclusions remove.
 */
export function bestOf(
  context: RunContext,
  { attempts }: Matching,
  groups: AttemptGroups,
  group: number,
): number {
  let best = NONE;
  let reach = 0;
  for (let i = groups.off[group]!; i < groups.off[group + 1]!; i++) {
    const attempt = groups.attempt[i]!;
    if (attempts.reach) reach = Math.max(reach, attempts.reach[attempt]!);
    if (attempts.done[attempt]! === 0) continue;
    if (best === NONE || isBetter(context, attempts, attempt, groups.attempt[best]!)) best = i;
  }
  return best !== NONE && attempts.done[groups.attempt[best]!]! >= reach ? best : NONE;
}

function isBetter({ plan }: RunContext, attempts: Attempts, a: number, b: number): boolean {
  if (attempts.done[a] !== attempts.done[b]) return attempts.done[a]! > attempts.done[b]!;
  // Nearly always the starts differ, and nothing else needs a look.
  const [start] = attempts.match;
  const { time } = attempts.columns[0]!;
  const earlier = start![a]! >= 0 && start![b]! >= 0 ? time[start![a]!]! - time[start![b]!]! : 0;
  if (earlier !== 0) return earlier < 0;
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

/** Places of the attempts that follow each other: a new one starts only after the last ended. */
function selectEvery(context: RunContext, matching: Matching, { lane, attempt }: AttemptGroups): number[] {
  const chosen: number[] = [];
  let end = -Infinity;
  for (let i = 0; i < attempt.length; i++) {
    if (i === 0 || lane[i] !== lane[i - 1]) end = -Infinity;
    if (matching.startTick(attempt[i]!) <= end) continue;
    end = endOf(context, matching, attempt[i]!);
    if (matching.attempts.done[attempt[i]!]! > 0) chosen.push(i);
  }
  return chosen;
}

/** Which starts make attempts at all: any; the first of each lane; those that came after the last attempt ended. */
export function countsAsAttempt(context: RunContext, report: Report): (attempt: number) => boolean {
  const { off, done } = report.matching.attempts;
  if (context.plan.reentry === 'best') return () => true;
  const counted = new Uint8Array(done.length + 1);
  const every = context.plan.reentry === 'every';
  for (const attempt of every ? report.rows.attempt : off.subarray(0, off.length - 1)) counted[attempt] = 1;
  return (attempt) => counted[attempt] === 1;
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

/**
 * By row: the stretch of attempts among which any equally far one that still runs makes a step open. Null where that are
 * those of the row's lane, as they lie.
 */
interface JudgedScope extends Omit<Selection, 'places'> {
  of: AttemptRefs;
}

function judgeSteps(
  context: RunContext,
  matching: Matching,
  rows: AttemptRefs,
  scope: JudgedScope | null,
): Pick<Report, 'verdict' | 'outcome' | 'isOpenAt'> {
  const { steps } = context.plan;
  const count = rows.attempt.length;
  const verdict = steps.map(() => new Uint8Array(count));
  const judge = new StepJudge(context, matching, rows, scope);
  const isOpenAt = (row: number, step: number, instant: number) => judge.isOpen(row, step, instant);
  if (matching.attempts.alive) {
    // A plain chain has no outcomes of its own: one empty column does for all its steps.
    const none = new Int8Array(count).fill(-1);
    judge.judgePrefix(verdict);
    return { verdict, outcome: steps.map(() => none), isOpenAt };
  }
  const outcome = steps.map(() => new Int8Array(count).fill(-1));
  const { match } = matching.attempts;
  for (let s = 0; s < steps.length; s++) {
    const { outcomes } = steps[s]!;
    for (let r = 0; r < count; r++) {
      const done = match[s]![rows.attempt[r]!]!;
      if (done === NONE) judge.judgeMissing(r, s, verdict[s]!, outcome[s]!);
      else verdict[s]![r] = Verdict.Converted;
      if (done !== NONE && outcomes.length > 0) outcome[s]![r] = matching.input.outcomes.classOf(s, done);
    }
  }
  return { verdict, outcome, isOpenAt };
}

/** How a step ended that was not done. */
class StepJudge {
  readonly #matching: Matching;
  readonly #rows: AttemptRefs;
  readonly #scope: JudgedScope | null;
  readonly #steps: readonly PlanStep[];
  readonly #now: number;
  /** By step: nothing ends it, so who has not done it is "not (yet)" there, never open. */
  readonly #endless: readonly boolean[];
  /** By step: the matches of the steps it is based on. */
  readonly #bases: readonly (readonly Int32Array[])[];
  /** The matches of the row in question. */
  readonly #chosen: Int32Array;

  constructor(context: RunContext, matching: Matching, rows: AttemptRefs, scope: JudgedScope | null) {
    this.#matching = matching;
    this.#rows = rows;
    this.#scope = scope;
    this.#steps = context.plan.steps;
    this.#now = context.now;
    const { match } = matching.attempts;
    const unordered = context.plan.order === 'unordered';
    this.#bases = this.#steps.map((step) =>
      (unordered ? [step.index - 1] : step.bases).flatMap((base) => match[base] ?? []),
    );
    this.#chosen = new Int32Array(this.#steps.length);
    // Where a step has outcomes of its own, who had none of them yet is open for good.
    this.#endless = this.#steps.map(
      (step) => context.plan.order !== 'unordered' && !isBounded(context, step) && step.outcomes.length === 0,
    );
  }

  /** Judges all steps of rows that did the first so many and no other. */
  judgePrefix(verdict: readonly Uint8Array[]): void {
    const { done } = this.#matching.attempts;
    const { attempt } = this.#rows;
    // Without a *now* nothing that ends can still run.
    const canRun = Number.isFinite(this.#now);
    verdict[0]!.fill(Verdict.Converted);
    for (let row = 0; row < attempt.length; row++) {
      const reached = done[attempt[row]!]!;
      for (let step = 1; step < reached; step++) verdict[step]![row] = Verdict.Converted;
      if (reached === verdict.length) continue;
      verdict[reached]![row] = canRun && this.isOpen(row, reached) ? Verdict.Open : Verdict.Dropped;
    }
  }

  /** Judges a step that a row has not done. */
  judgeMissing(row: number, step: number, verdict: Uint8Array, outcome: Int8Array): void {
    const { match } = this.#matching.attempts;
    const attempt = this.#rows.attempt[row]!;
    // Most rows were not there to do it, which is seen without a look at the rest of the attempt.
    if (step > 0 && isNowhere(this.#bases[step]!, attempt)) return;
    for (let s = 0; s < match.length; s++) this.#chosen[s] = match[s]![attempt]!;
    const exit = this.#exitOf(row, step, this.#chosen);
    outcome[row] = exit;
    verdict[row] = exit >= 0 ? Verdict.Dropped : this.#judge(row, step);
  }

  /** Outcome under which a journey ended at a step that was not done; -1 when it did not end so. */
  #exitOf(row: number, step: number, chosen: Int32Array): number {
    if (this.#steps[step]!.outcomes.length === 0) return -1;
    const { attempts, input } = this.#matching;
    const cut = attempts.cutTo !== null && attempts.cutTo[this.#rows.attempt[row]!] !== NONE;
    return cut ? -1 : findExit(input, this.#rows.lane[row]!, step, chosen);
  }

  #judge(row: number, step: number): Verdict {
    const { optional, absent } = this.#steps[step]!;
    if (optional) return Verdict.Skipped;
    if (absent) return Verdict.Dropped;
    return this.isOpen(row, step) ? Verdict.Open : Verdict.Dropped;
  }

  /** Whether a step that a row has not done can still be done at an instant, by default *now*. */
  isOpen(row: number, step: number, instant?: number): boolean {
    if (this.#endless[step]) return false;
    const { attempts, canBeOpen } = this.#matching;
    const scope = this.#scope;
    const own = this.#rows.lane[row]!;
    const done = attempts.done[this.#rows.attempt[row]!];
    const end = scope ? scope.to[row]! : attempts.off[own + 1]!;
    for (let i = scope ? scope.from[row]! : attempts.off[own]!; i < end; i++) {
      const attempt = scope ? scope.of.attempt[i]! : i;
      const lane = scope ? scope.of.lane[i]! : own;
      if (attempts.done[attempt] === done && canBeOpen(lane, attempt, step, instant)) return true;
    }
    return false;
  }
}

/** Whether anything ends a step: the funnel's window, its own, or its date rule. */
export function isBounded(context: RunContext, step: PlanStep): boolean {
  const windowed = context.plan.window !== undefined || step.window !== undefined;
  return step.index === 0 || step.absent || windowed || context.spanOf(step).to !== Infinity;
}
