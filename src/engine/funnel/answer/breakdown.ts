import { toPlaces } from '../../dataset/gather.ts';
import type { BreakdownOption, BreakdownResult, GroupValue } from '../../schema/index.ts';
import { lanesByValue, tupleAt, tupleKey, type ValueTuple } from '../match/lanes.ts';
import type { FunnelMatcher, Matching } from '../match/match-funnel.ts';
import { countsAsAttempt, groupBySubject, reportAttempts } from './report-attempts.ts';
import { splitReport } from './report-chain.ts';
import { restrict, type Report } from './report.ts';
import { findStep } from '../plan/find-step.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import { summarizeSteps } from './step-times.ts';
import { tallyStep } from './tally.ts';
import { groupByTouch, STEP_DONE } from './touch-values.ts';

/** A group: its value, and the attempts in it. */
export interface Group {
  value: GroupValue;
  /** How many values were merged into it. */
  merged?: number;
  report: Report;
}

/**
 * Divides a run by the values of a property. Source: funnels.md, "Breakdown".
 *
 * @throws FunnelwheelError `unknown-step` for an attribution to a step there is not.
 */
export function computeGroups(matcher: FunnelMatcher, report: Report, option: BreakdownOption): Group[] {
  const properties = typeof option.property === 'string' ? [option.property] : option.property;
  const { attribution = 'first-touch' } = option;
  if (properties.some((property) => property.startsWith(STEP_DONE))) {
    return divideByTouch(matcher, whoDid(matcher.context, report, attribution), properties, option);
  }
  if (typeof attribution === 'object')
    return divideByStep(matcher, report, properties, attribution.step, option.top);
  if (attribution === 'all-events') return divideByEvents(matcher, properties, option.top);
  return divideByTouch(matcher, report, properties, option);
}

/** What somebody did belongs to the whole attempt; a step's attribution then only says who is looked at. */
function whoDid(context: RunContext, report: Report, attribution: BreakdownOption['attribution']): Report {
  if (typeof attribution !== 'object') return report;
  const { index } = findStep(context.plan, attribution.step, 'breakdown.attribution.step');
  const { match } = report.matching.attempts;
  return restrict(
    report,
    [...report.rows.attempt.keys()].filter((r) => match[index]![report.rows.attempt[r]!] !== NONE),
  );
}

function divideByTouch(
  matcher: FunnelMatcher,
  report: Report,
  properties: readonly string[],
  { attribution, top }: BreakdownOption,
): Group[] {
  const touch = attribution === 'last-touch' ? attribution : 'first-touch';
  const { groupOf, tuples } = groupByTouch(matcher, report, properties, touch);
  const groups = splitReport(report, groupOf, tuples.length).map((own, group) => ({
    tuple: tuples[group]!,
    report: own,
  }));
  return mergeRest(matcher.context, groups, top, (rest) => {
    const merged = new Set(rest.map(({ tuple }) => tuple));
    const isMerged = tuples.map((tuple) => merged.has(tuple));
    return restrict(
      report,
      toPlaces(groupOf.length).filter((row) => isMerged[groupOf[row]!]),
    );
  });
}

/** The groups as counts. */
export function toBreakdownResult(
  context: RunContext,
  option: BreakdownOption,
  groups: readonly Group[],
): BreakdownResult {
  return {
    property: option.property,
    attribution: option.attribution ?? 'first-touch',
    groups: groups.map(({ value, report, merged }) => {
      const times = summarizeSteps(context, report);
      const steps = context.plan.steps.map((step) => {
        const { entered, converted, open, dropped } = tallyStep(report, step);
        const time = step.index > 0 && !step.absent ? { time: times[step.index]! } : {};
        return { id: step.id, entered, converted, open, dropped, ...time };
      });
      return { value, ...(merged === undefined ? {} : { merged }), steps };
    }),
  };
}

/** The value on the event that fills a step; those without the step are in no group, some are in several. */
function divideByStep(
  matcher: FunnelMatcher,
  report: Report,
  properties: readonly string[],
  id: string,
  top: number | undefined,
): Group[] {
  const { context } = matcher;
  const { index } = findStep(context.plan, id, 'breakdown.attribution.step');
  const { order, reentry } = context.plan;
  if (order === 'independent' || reentry === 'every')
    return divideByReported(matcher, report, properties, index, top);
  if (order === 'unordered') return divideUnordered(matcher, report, properties, index, top);
  const matching = matcher.match({ by: 'step', step: index, properties });
  const present = new Set(report.rows.subject);
  const counts = countedStart(context, report, matching);
  const keep = (attempt: number) => matching.attempts.match[index]![attempt] !== NONE && counts(attempt);
  const groups = groupLanes(context, matching, top, keep);
  return groups.map((group) => ({ ...group, report: onlyPresent(group.report, present) })).filter(isPeopled);
}

/** Whether an attempt of a divided matching starts where one of the whole does. */
function countedStart(context: RunContext, report: Report, matching: Matching): (attempt: number) => boolean {
  if (context.plan.reentry === 'best') return () => true;
  const counts = countsAsAttempt(context, report);
  const { attempts } = report.matching;
  const seqs = new Set<number>();
  attempts.match[0]!.forEach((_, attempt) => {
    if (counts(attempt)) seqs.add(startSeq(report.matching, attempt));
  });
  return (attempt) => seqs.has(startSeq(matching, attempt));
}

/** Place of an attempt's first event; {@link NONE} for an absence. */
function startSeq({ attempts }: Matching, attempt: number): number {
  const start = attempts.match[0]![attempt]!;
  return start < 0 ? NONE : attempts.columns[0]!.seq[start]!;
}

/** Without those whom an exclusion removed from the whole funnel. */
function onlyPresent(report: Report, present: ReadonlySet<number>): Report {
  return restrict(
    report,
    [...report.rows.subject.keys()].filter((r) => present.has(report.rows.subject[r]!)),
  );
}

function isPeopled({ report }: { report: Report }): boolean {
  return report.rows.subject.length > 0;
}

/** Where a step has one event an attempt, its value is that event's; rows of one value compete for the best. */
function divideByReported(
  matcher: FunnelMatcher,
  report: Report,
  properties: readonly string[],
  index: number,
  top: number | undefined,
): Group[] {
  const { context } = matcher;
  const { attempts } = report.matching;
  const column = attempts.columns[index]!;
  const counts = countsAsAttempt(context, report);
  const present = new Set(report.rows.subject);
  const byValue = new Map<string, { tuple: ValueTuple; attempts: Set<number> }>();
  const all = groupBySubject(attempts, { keep: counts });
  all.attempt.forEach((attempt, i) => {
    const subject = all.subject[i]!;
    const match = attempts.match[index]![attempt]!;
    if (match < 0 || !present.has(subject)) return;
    const tuple = tupleAt(column, match, properties, subject, context);
    const key = tupleKey(tuple);
    if (!byValue.has(key)) byValue.set(key, { tuple, attempts: new Set() });
    byValue.get(key)!.attempts.add(attempt);
  });
  const reportOf = (own: ReadonlySet<number>) =>
    reportAttempts(context, report.matching, { keep: (attempt) => own.has(attempt) });
  const groups = [...byValue.values()]
    .map(({ tuple, attempts: own }) => ({ tuple, report: reportOf(own) }))
    .filter(isPeopled);
  return mergeRest(context, groups, top, (rest) => {
    const keys = new Set(rest.map(({ tuple }) => tupleKey(tuple)));
    const own = [...byValue].filter(([key]) => keys.has(key)).flatMap(([, value]) => [...value.attempts]);
    return reportOf(new Set(own));
  });
}

/** In any order: chains whose event at the step's place carries the value. */
function divideUnordered(
  matcher: FunnelMatcher,
  report: Report,
  properties: readonly string[],
  index: number,
  top: number | undefined,
): Group[] {
  const { context } = matcher;
  const present = new Set(report.rows.subject);
  const reportOf = (tuples: readonly ValueTuple[]) => {
    const keys = new Set(tuples.map(tupleKey));
    const matching = matcher.matchPlace(report.matching.input, index, (column, event, subject) =>
      keys.has(tupleKey(tupleAt(column, event, properties, subject, context))),
    );
    const counts = countedStart(context, report, matching);
    const keep = (attempt: number) => matching.attempts.done[attempt]! > index && counts(attempt);
    return onlyPresent(reportAttempts(context, matching, { keep }), present);
  };
  const values = new Map<string, ValueTuple>();
  for (const column of matcher.staticColumns()) {
    for (let subject = 0; subject < context.view.count; subject++) {
      for (let i = column.off[subject]!; i < column.off[subject + 1]!; i++) {
        const tuple = tupleAt(column, i, properties, subject, context);
        values.set(tupleKey(tuple), tuple);
      }
    }
  }
  const groups = [...values.values()]
    .map((tuple) => ({ tuple, report: reportOf([tuple]) }))
    .filter(isPeopled);
  return mergeRest(context, groups, top, (rest) => reportOf(rest.map(({ tuple }) => tuple)));
}

/** Each value a funnel of its own, on the events that carry it. */
function divideByEvents(
  matcher: FunnelMatcher,
  properties: readonly string[],
  top: number | undefined,
): Group[] {
  const matching = matcher.match({ by: 'all-events', properties });
  return groupLanes(matcher.context, matching, top, () => true);
}

function groupLanes(
  context: RunContext,
  matching: Matching,
  top: number | undefined,
  keep: (attempt: number) => boolean,
): Group[] {
  const byValue = lanesByValue(matching);
  const reportOf = (lanes: readonly number[]) => reportAttempts(context, matching, { lanes, keep });
  const groups = [...byValue.values()]
    .map(({ tuple, lanes }) => ({ tuple, report: reportOf(lanes) }))
    .filter(isPeopled);
  return mergeRest(context, groups, top, (rest) => {
    const lanes = rest.flatMap(({ tuple }) => byValue.get(tupleKey(tuple))!.lanes);
    return reportOf(lanes.sort((a, b) => a - b));
  });
}

/** Largest first by step 1, ties by name; those beyond `top` become one group. */
function mergeRest(
  context: RunContext,
  groups: readonly { tuple: ValueTuple; report: Report }[],
  top: number | undefined,
  merge: (rest: readonly { tuple: ValueTuple }[]) => Report,
): Group[] {
  const first = context.plan.steps[0]!;
  const sized = groups.map((group) => ({ ...group, size: tallyStep(group.report, first).converted }));
  sized.sort((a, b) => b.size - a.size || compareNames(a.tuple, b.tuple));
  const kept = sized
    .slice(0, top ?? sized.length)
    .map(({ tuple, report }) => ({ value: toGroupValue(tuple), report }));
  const rest = sized.slice(kept.length);
  if (rest.length === 0) return kept;
  return [...kept, { value: { other: true }, merged: rest.length, report: merge(rest) }];
}

function compareNames(a: ValueTuple, b: ValueTuple): number {
  const [left, right] = [nameOf(a), nameOf(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function nameOf(tuple: ValueTuple): string {
  return tuple.map((value) => (value === null ? '' : String(value))).join('\u0000');
}

function toGroupValue(tuple: ValueTuple): GroupValue {
  const flat = tuple.map((value) => (Array.isArray(value) ? value.join(', ') : value));
  return flat.length === 1 ? flat[0]! : flat;
}
