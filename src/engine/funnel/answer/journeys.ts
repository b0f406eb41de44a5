import { gather } from '../../dataset/gather.ts';
import type { RunContext } from '../match/run-context.ts';
import type { PlanStep } from '../plan/plan.ts';
import type { Report } from './report.ts';
import { matchMs } from './tally.ts';

/** People on their way from one step to another, as columns: an object each would cost more than the counting. */
export interface Journeys {
  /** Rows of the report. */
  row: Int32Array;
  /** Epoch ms. */
  entry: Float64Array;
  /** Ms to the other step; infinite for those who did not do it. */
  took: Float64Array;
}

/** Everybody who did a step, as far as they had not done the other before. */
export function listJourneys(context: RunContext, report: Report, from: PlanStep, to: PlanStep): Journeys {
  const count = report.rows.attempt.length;
  const journeys = {
    row: new Int32Array(count),
    entry: new Float64Array(count),
    took: new Float64Array(count),
  };
  let length = 0;
  for (let row = 0; row < count; row++) {
    const attempt = report.rows.attempt[row]!;
    const entry = matchMs(context, report, attempt, from.index);
    if (entry === undefined) continue;
    const took = (matchMs(context, report, attempt, to.index) ?? Infinity) - entry;
    if (took < 0) continue;
    journeys.row[length] = row;
    journeys.entry[length] = entry;
    journeys.took[length++] = took;
  }
  const { row, entry, took } = journeys;
  return { row: row.subarray(0, length), entry: entry.subarray(0, length), took: took.subarray(0, length) };
}

/** Those of a kind. */
export function filterJourneys(
  { row, entry, took }: Journeys,
  keep: (took: number, entry: number) => boolean,
): Journeys {
  const kept = new Int32Array(row.length);
  let length = 0;
  for (let i = 0; i < row.length; i++) if (keep(took[i]!, entry[i]!)) kept[length++] = i;
  const places = kept.subarray(0, length);
  return { row: gather(row, places), entry: gather(entry, places), took: gather(took, places) };
}
