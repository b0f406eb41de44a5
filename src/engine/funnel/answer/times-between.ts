import type { RunContext } from '../match/run-context.ts';
import type { Report } from './report.ts';
import { equallyFar, secondsBetween } from './step-times.ts';

/**
 * The seconds from one step to another of each row: of its reported attempt, or with `time: "mean"` of all equally
 * far ones. None where the reported attempt lacks either step: who is not counted as converted has no time either,
 * though an equally far attempt did an optional step.
 */
export function timesBetween(
  context: RunContext,
  report: Report,
  from: number,
  to: number,
): (row: number) => readonly number[] {
  const peers = equallyFar(context, report);
  const { subject, attempt } = report.rows;
  const between = (own: number) => {
    const seconds = secondsBetween(context, report, own, from, to);
    return seconds === undefined ? [] : [seconds];
  };
  return (row) => {
    const reported = between(attempt[row]!);
    return reported.length === 0 ? reported : (peers?.get(subject[row]!)?.flatMap(between) ?? reported);
  };
}
