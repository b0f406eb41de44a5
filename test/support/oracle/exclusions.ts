import { anchorOf } from './attempts.ts';
import { dateRuleBounds, eventsUntilNow } from './candidates.ts';
import { meetsCondition, meetsWhere } from './conditions.ts';
import { isAfter, isWithin } from './moments.ts';
import type { Attempt, ExclusionRule, Moment, OracleEvent, Run, Subject } from './types.ts';

type Matches = Array<Moment | undefined>;
type Judgement = Pick<Attempt, 'taints' | 'kept' | 'cutAfter' | 'done' | 'doneBeforeCut'>;

/** The events an exclusion speaks of: up to *now*, of the funnel's own conditions, at any date. */
export function excludedEvents(rule: ExclusionRule, subject: Subject, run: Run): OracleEvent[] {
  return eventsUntilNow(subject, run).filter(
    (event) =>
      meetsCondition(event, rule.condition, run) && meetsWhere(event.props, event.person, run.where, run),
  );
}

/** What taints an attempt, and what is left of it when it is cut there. */
export function judgeTaints(matches: Matches, excluded: OracleEvent[][], run: Run): Judgement {
  const taints = run.exclusions.flatMap((rule, i) =>
    excluded[i]!.filter((event) => taintsAttempt(event, rule, matches, run)).map((event) => ({
      from: rule.from,
      event,
    })),
  );
  const cutAfter = Math.min(Infinity, ...taints.map((taint) => taint.from));
  const kept = matches.map((match, index) => (index > cutAfter ? undefined : match));
  return { taints, cutAfter, kept, done: countDone(kept, run), doneBeforeCut: countDone(matches, run) };
}

/** How many required steps are done; in `unordered` every place counts. */
function countDone(matches: Matches, run: Run): number {
  return run.steps.filter(
    (step) => matches[step.index] !== undefined && (run.order === 'unordered' || !step.optional),
  ).length;
}

/** Strictly between the two matches; if the second is missing, until it could no longer come. */
function taintsAttempt(event: OracleEvent, rule: ExclusionRule, matches: Matches, run: Run): boolean {
  const first = matches[rule.from];
  const second = matches[rule.to];
  if (first === undefined) return false;
  if (run.plant === 'exclusion-inclusive' && second !== undefined) {
    return !isAfter(first, event, run) && !isAfter(event, second, run);
  }
  if (!isAfter(event, first, run)) return false;
  if (second !== undefined) return isAfter(second, event, run) && isAfter(second, first, run);
  return run.plant !== 'exclusion-forgets-second-missing' && isInRunOf(event, rule.to, matches, run);
}

/** The event lies before the end of the missing step's run: the funnel's window, its date rule, its own window. */
function isInRunOf(event: OracleEvent, missing: number, matches: Matches, run: Run): boolean {
  if (run.window && !isWithin(event, matches[0]!, run.window, run)) return false;
  if (run.order === 'unordered') return true;
  const step = run.steps[missing]!;
  if (event.instant > dateRuleBounds(step.when, run).last) return false;
  const anchor = anchorOf(step, matches);
  return !step.window || !anchor || isWithin(event, anchor, step.window, run);
}
