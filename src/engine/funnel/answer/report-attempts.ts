import type { Attempts } from '../match/attempts.ts';
import type { Matching } from '../match/match-funnel.ts';
import { compareMatches } from '../match/match-search.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import { reportChain } from './report-chain.ts';
import { pickRefs, Verdict, type AttemptRefs, type AttemptScope, type Report } from './report.ts';
import { StepJudge, type JudgedScope } from './step-judge.ts';

/** Attempts by subject: those of group `g` are `off[g]` to `off[g + 1] - 1`. */
export interface AttemptGroups extends AttemptRefs {
  off: Int32Array;
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
    return toReport(context, matching, all, scope, { places, from: places, to: ends });
  }
  const groups = reentry === 'first' ? firstOfLanes(all) : all;
  return toReport(context, matching, groups, scope, selectBest(context, matching, groups));
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
  if (attempts.chain) return reportChain(context, matching, attempts.chain);
  const rows = bestOfLanes(attempts);
  return { matching, rows, scope: {}, ...judgeSteps(context, matching, rows, null) };
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
  scope: AttemptScope,
  selection: Selection,
): Report {
  const rows = pickRefs(groups, selection.places);
  return { matching, rows, scope, ...judgeSteps(context, matching, rows, { ...selection, of: groups }) };
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

function judgeSteps(
  context: RunContext,
  matching: Matching,
  rows: AttemptRefs,
  scope: JudgedScope | null,
): Omit<Report, 'matching' | 'rows' | 'scope'> {
  const { steps } = context.plan;
  const count = rows.attempt.length;
  const verdict = steps.map(() => new Uint8Array(count));
  const judge = new StepJudge(context, matching, rows, scope);
  const isOpenAt = (row: number, step: number, instant: number) => judge.isOpen(row, step, instant);
  if (matching.attempts.chain) {
    // A plain chain has no outcomes of its own: one empty column does for all its steps.
    const none = new Int8Array(count).fill(-1);
    judge.judgePrefix(verdict);
    return { verdict, outcome: steps.map(() => none), chain: null, isOpenAt };
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
  return { verdict, outcome, chain: null, isOpenAt };
}
