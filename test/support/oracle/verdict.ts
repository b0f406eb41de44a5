import { anchorOf, exitsOf, listAttempts, matchedBases, outcomeOf } from './attempts.ts';
import { dateRuleBounds, type EventTest } from './candidates.ts';
import { windowEnd } from './moments.ts';
import type { Attempt, Moment, OracleEvent, ReportRow, Run, Step, StepVerdict, Subject } from './types.ts';

/** The rows a subject gives: none or one; with `reentry: "every"` one an attempt. */
export function reportSubject(subject: Subject, run: Run, test?: EventTest): ReportRow[] {
  const all = listAttempts(subject, run, test);
  if (run.reentry === 'every') return everyRow(subject, all, run, test);
  const pool = countingAttempts(all, run);
  const attempt = chooseReported(pool, run);
  return attempt ? [toRow(subject, attempt, pool, run, test)] : [];
}

/** The attempts a subject is judged by: all of them, with `reentry: "first"` those of the first start. */
export function countingAttempts(all: Attempt[], run: Run): Attempt[] {
  return run.reentry === 'first' || run.plant === 'greedy-first-start' ? firstStartsOnly(all) : all;
}

/** Judges every step of a reported attempt. */
export function toRow(
  subject: Subject,
  attempt: Attempt,
  pool: Attempt[],
  run: Run,
  test?: EventTest,
): ReportRow {
  return { subject, attempt, pool, steps: judgeSteps(attempt, pool, subject, run, test) };
}

// ---------------------------------------------------------------- which attempt is reported

/** The earlier in the order instant, table, row; none is later than any. */
export function compareMoments(a: Moment | undefined, b: Moment | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.instant - b.instant || a.table - b.table || a.row - b.row;
}

/**
 * Best first: most required steps, then the earliest step 1, step 2…, optional ones last, clean before tainted. Of
 * tainted attempts cut to the same matches the one that had come further: it decides when the attempt ended.
 */
function compareAttempts(a: Attempt, b: Attempt, run: Run): number {
  return (
    b.done - a.done ||
    compareMatches(a.kept, b.kept, run) * (run.plant === 'latest-start-reported' ? -1 : 1) ||
    Number(!isClean(a)) - Number(!isClean(b)) ||
    b.doneBeforeCut - a.doneBeforeCut ||
    compareMatches(a.matches, b.matches, run)
  );
}

function compareMatches(a: Attempt['matches'], b: Attempt['matches'], run: Run): number {
  const isOptional = (step: Step) => run.order !== 'unordered' && step.optional;
  const order = [...run.steps.filter((step) => !isOptional(step)), ...run.steps.filter(isOptional)];
  const differences = order.map((step) => compareMoments(a[step.index], b[step.index]));
  return differences.find((difference) => difference !== 0) ?? 0;
}

function bestOf(attempts: Attempt[], run: Run): Attempt | undefined {
  return [...attempts].sort((a, b) => compareAttempts(a, b, run))[0];
}

function isClean(attempt: Attempt): boolean {
  return attempt.taints.length === 0;
}

/** The attempt reported out of a pool; none when there is none, or when the exclusions remove the subject. */
export function chooseReported(pool: Attempt[], run: Run): Attempt | undefined {
  const clean = pool.filter(isClean);
  if (run.order === 'unordered') return bestOf(clean, run);
  if (run.onExclude === 'drop') return bestOf(pool, run);
  return isRemoved(pool, run) ? undefined : bestOf(clean, run);
}

/** `onExclude: "remove"`: no clean attempt reaches as far as a tainted one. */
export function isRemoved(pool: Attempt[], run: Run): boolean {
  if (run.order === 'unordered' || run.onExclude !== 'remove') return false;
  const farthest = (attempts: Attempt[]) => Math.max(0, ...attempts.map((attempt) => attempt.doneBeforeCut));
  const tainted = pool.filter((attempt) => !isClean(attempt));
  if (run.plant === 'remove-even-if-clean') return tainted.length > 0;
  return farthest(tainted) > farthest(pool.filter(isClean));
}

/** Attempts of the first start; of the first start of each held value. */
function firstStartsOnly(attempts: Attempt[]): Attempt[] {
  return attempts.filter((attempt) =>
    attempts.every((other) => other.held !== attempt.held || compareMoments(attempt.start, other.start) <= 0),
  );
}

// ---------------------------------------------------------------- reentry: every

/** Attempts one after the other, those of each held value for themselves. */
function everyRow(subject: Subject, all: Attempt[], run: Run, test?: EventTest): ReportRow[] {
  const rows: ReportRow[] = [];
  for (const held of new Set(all.map((attempt) => attempt.held))) {
    const own = all.filter((attempt) => attempt.held === held);
    let lastEnd = -Infinity;
    for (const start of distinctStarts(own)) {
      if (start.instant <= lastEnd) continue;
      const pool = own.filter((attempt) => attempt.start === start);
      const attempt = chooseReported(pool, run);
      if (attempt) rows.push(toRow(subject, attempt, pool, run, test));
      lastEnd =
        run.plant === 'every-restarts-at-once' ? start.instant : attemptEnd(start, attempt, pool, run);
    }
  }
  return rows;
}

/** What the attempts start with, in order. */
export function distinctStarts(attempts: Attempt[]): Moment[] {
  return [...new Set(attempts.map((attempt) => attempt.start))].sort(compareMoments);
}

/** When an attempt ended: its last step, an exclusion, its window's end; else never. */
function attemptEnd(start: Moment, attempt: Attempt | undefined, pool: Attempt[], run: Run): number {
  const last = run.order === 'unordered' ? run.steps.at(-1)! : run.steps.findLast((step) => !step.optional)!;
  const lastMatch = attempt?.kept[last.index];
  if (lastMatch) return lastMatch.instant;
  const tainted = attempt ?? farthestTainted(pool, run);
  const taints = tainted?.taints.map(({ event }) => event.instant) ?? [];
  if (taints.length > 0) return Math.min(...taints);
  return run.window ? windowEnd(start, run.window, run) : Infinity;
}

/** Of a pool that gives no row: the tainted attempt that came furthest before it was cut. */
function farthestTainted(pool: Attempt[], run: Run): Attempt | undefined {
  const uncut = pool
    .filter((attempt) => !isClean(attempt))
    .map((attempt) => ({ ...attempt, kept: attempt.matches, done: attempt.doneBeforeCut }));
  return bestOf(uncut, run);
}

// ---------------------------------------------------------------- what became of each step

function judgeSteps(
  attempt: Attempt,
  pool: Attempt[],
  subject: Subject,
  run: Run,
  test?: EventTest,
): StepVerdict[] {
  const equallyFar = pool.filter((other) => isClean(other) && other.done === attempt.done);
  const exits = exitsOf(attempt, subject, run, test);
  return run.steps.map((step) => {
    const verdict = { outcome: undefined, seconds: undefined, equallyFarSeconds: [] };
    if (!isEntered(step, attempt, run)) return { ...verdict, state: 'not-entered' };
    const match = attempt.kept[step.index];
    if (match) return { ...verdict, ...convertedVerdict(step, match, attempt, pool, run) };
    if (step.optional && run.order !== 'unordered') return { ...verdict, state: 'skipped' };
    const exit = exits[step.index];
    if (exit !== undefined && step.index <= attempt.cutAfter)
      return { ...verdict, state: 'dropped', outcome: exit };
    const isOpen = equallyFar.some((other) => isStillOpen(step, other, subject, run, test));
    const reportedAlone = run.plant === 'open-by-reported-attempt-only';
    const open = reportedAlone ? isClean(attempt) && isStillOpen(step, attempt, subject, run, test) : isOpen;
    return { ...verdict, state: open ? 'open' : 'dropped' };
  });
}

/** Its base is converted; the first step is entered by whoever did it. */
function isEntered(step: Step, attempt: Attempt, run: Run): boolean {
  if (step.index === 0) return true;
  if (run.order === 'unordered') return attempt.kept[step.index - 1] !== undefined;
  return matchedBases(step, attempt.kept).length > 0;
}

function convertedVerdict(
  step: Step,
  match: Moment,
  attempt: Attempt,
  pool: Attempt[],
  run: Run,
): Partial<StepVerdict> & { state: 'converted' } {
  const outcome =
    'type' in match && run.order !== 'unordered' ? outcomeOf(match as OracleEvent, step, run) : undefined;
  return {
    state: 'converted',
    outcome,
    seconds: secondsTo(step, attempt, run),
    equallyFarSeconds: bestOfEachStart(pool, run)
      .filter((other) => other.done === attempt.done)
      .map((other) => secondsTo(step, other, run))
      .filter((seconds) => seconds !== undefined),
  };
}

/** The attempts of a row that did as much as the reported one, one a start. */
export function equallyFarOf({ attempt, pool }: ReportRow, run: Run): Attempt[] {
  return bestOfEachStart(pool, run).filter((other) => other.done === attempt.done);
}

/** One attempt for each start: the best of those that count. */
function bestOfEachStart(pool: Attempt[], run: Run): Attempt[] {
  const counting = run.onExclude === 'remove' || run.order === 'unordered' ? pool.filter(isClean) : pool;
  return distinctStarts(counting).flatMap(
    (start) =>
      bestOf(
        counting.filter((one) => one.start === start),
        run,
      ) ?? [],
  );
}

/** Seconds from a step's anchor to its match, between instants truncated to seconds; an absent step takes none. */
function secondsTo(step: Step, attempt: Attempt, run: Run): number | undefined {
  const match = attempt.kept[step.index];
  const anchor = run.order === 'unordered' ? attempt.kept[step.index - 1] : anchorOf(step, attempt.kept);
  if (!match || !anchor || step.absent) return undefined;
  if (run.plant === 'times-not-truncated') return (match.instant - anchor.instant) / 1000;
  return Math.floor(match.instant / 1000) - Math.floor(anchor.instant / 1000);
}

// ---------------------------------------------------------------- open or dropped

/** The last instant at which an open step can still be done by any equally far attempt; infinite where nothing ends it. */
export function deadlineOf({ attempt, pool, subject }: ReportRow, step: Step, run: Run): number {
  const equallyFar = pool.filter((other) => isClean(other) && other.done === attempt.done);
  const open = equallyFar.filter((other) => isStillOpen(step, other, subject, run));
  const bound = (other: Attempt) =>
    run.order === 'unordered' ? unorderedBound(other, run) : orderedBound(step, other, run);
  return Math.max(...open.map(bound));
}

/** In this attempt the step was entered, is not done, did not end otherwise, and its bound is not over. */
function isStillOpen(step: Step, attempt: Attempt, subject: Subject, run: Run, test?: EventTest): boolean {
  if (step.absent || attempt.kept[step.index] !== undefined || !isEntered(step, attempt, run)) return false;
  if (exitsOf(attempt, subject, run, test)[step.index] !== undefined) return false;
  const bound = run.order === 'unordered' ? unorderedBound(attempt, run) : orderedBound(step, attempt, run);
  if (bound === Infinity) return Object.keys(step.definition.outcomes ?? {}).length > 0;
  return run.plant === 'open-until-before-last-instant' ? bound > run.now : bound >= run.now;
}

/** The earliest of the funnel's window, the step's own window and the end of its date rule. */
function orderedBound(step: Step, attempt: Attempt, run: Run): number {
  const anchor = anchorOf(step, attempt.kept);
  return Math.min(
    run.window ? windowEnd(attempt.start, run.window, run) : Infinity,
    step.window && anchor ? windowEnd(anchor, step.window, run) : Infinity,
    dateRuleBounds(step.when, run).last,
  );
}

/** The earliest of the window's end and the last day on which any step that is left could be done. */
function unorderedBound(attempt: Attempt, run: Run): number {
  const left = run.steps.filter((step) => !attempt.filled!.includes(step.index));
  const lastDate = Math.max(...left.map((step) => dateRuleBounds(step.when, run).last));
  return Math.min(run.window ? windowEnd(attempt.start, run.window, run) : Infinity, lastDate);
}
