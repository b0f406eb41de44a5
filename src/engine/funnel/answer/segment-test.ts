import { FunnelwheelError } from '../../error.ts';
import { computeMean } from '../../statistics/quantiles.ts';
import type { Segment, SegmentTook } from '../../schema/index.ts';
import type { RunContext } from '../match/run-context.ts';
import { NONE } from '../match/step-rules.ts';
import { findStep } from '../plan/find-step.ts';
import type { FunnelPlan, PlanStep } from '../plan/plan.ts';
import { Verdict, type Report } from './report.ts';
import { timesBetween } from './times-between.ts';

/** A segment of a report, the step of its plan, and its path in the question. */
interface Asked {
  report: Report;
  segment: Segment;
  step: PlanStep;
  path: string;
}

type RowTest = (row: number) => boolean;

const VERDICTS: ReadonlyMap<string, Verdict> = new Map([
  ['converted', Verdict.Converted],
  ['open', Verdict.Open],
  ['pending', Verdict.Open],
  ['dropped', Verdict.Dropped],
  ['skipped', Verdict.Skipped],
]);

/**
 * Which rows of a report are in a segment. Group and period have chosen the report already; the outcome and the time
 * taken choose among its rows, so that a list has as many as the number that was opened.
 *
 * @throws FunnelwheelError `unknown-step`; `invalid-options` for an outcome there is not.
 */
export function segmentTest(context: RunContext, asked: Asked): RowTest {
  const { segment, path } = asked;
  const from = segment.period?.from;
  const isOutcome =
    from === undefined
      ? outcomeTest(asked)
      : pairTest(context, asked, findStep(context.plan, from, `${path}.period.from`));
  if (!segment.took) return isOutcome;
  const took = tookTest(context, asked, segment.took);
  return (row) => isOutcome(row) && took(row);
}

function outcomeTest({ report, step, segment: { outcome }, path }: Asked): RowTest {
  const verdicts = report.verdict[step.index]!;
  const wanted = VERDICTS.get(outcome);
  if (outcome === 'entered') return (row) => verdicts[row] !== Verdict.NotEntered;
  if (wanted !== undefined) return (row) => verdicts[row] === wanted;
  const index = step.outcomes.findIndex(({ id }) => id === outcome);
  if (index < 0) throw noSuchOutcome(outcome, path, step);
  return (row) => verdicts[row] !== Verdict.NotEntered && report.outcome[step.index]![row] === index;
}

/** Between two steps, whatever lies between them: who did the first either did the second, may yet, or did not. */
function pairTest(
  { plan }: RunContext,
  { report, step, segment: { outcome }, path }: Asked,
  from: PlanStep,
): RowTest {
  const { match } = report.matching.attempts;
  const did = ({ index }: PlanStep, row: number) => match[index]![report.rows.attempt[row]!] !== NONE;
  const way = listWay(plan, step);
  const mayYet = (row: number) => way.some((index) => report.verdict[index]![row] === Verdict.Open);
  switch (outcome) {
    case 'entered':
      return (row) => did(from, row);
    case 'converted':
      return (row) => did(from, row) && did(step, row);
    case 'open':
      return (row) => did(from, row) && !did(step, row) && mayYet(row);
    case 'dropped':
      return (row) => did(from, row) && !did(step, row) && !mayYet(row);
    default:
      throw noSuchOutcome(outcome, path, step);
  }
}

/** The steps by which one comes to a step, and itself. */
function listWay({ order, steps }: FunnelPlan, step: PlanStep): readonly number[] {
  if (order === 'unordered') return [...steps.keys()].slice(0, step.index + 1);
  const way = new Set([step.index]);
  // A set is walked on over what is added meanwhile.
  for (const index of way) for (const base of steps[index]!.bases) way.add(base);
  return [...way];
}

/** Who took at least `min` and less than `max` seconds, by the same times as the histogram. */
function tookTest(context: RunContext, { report, step, path }: Asked, took: SegmentTook): RowTest {
  const from = findStep(context.plan, took.from, `${path}.took.from`);
  const secondsOf = timesBetween(context, report, from.index, step.index);
  const { min = -Infinity, max = Infinity } = took;
  return (row) => {
    const seconds = computeMean(secondsOf(row));
    return seconds !== null && seconds >= min && seconds < max;
  };
}

function noSuchOutcome(outcome: string, path: string, step: PlanStep): FunnelwheelError {
  return new FunnelwheelError(
    'invalid-options',
    `${path}.outcome: "${outcome}" is none of step "${step.id}"`,
    { path: `${path}.outcome`, value: outcome },
  );
}
