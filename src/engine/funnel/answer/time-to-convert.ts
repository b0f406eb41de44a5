import { FunnelwheelError } from '../../error.ts';
import type { TimeSummary, TimeToConvertOption } from '../../schema/index.ts';
import { computeMean, computeMedian } from '../../statistics/quantiles.ts';
import type { RunContext } from '../match/run-context.ts';
import { findStep } from '../plan/find-step.ts';
import type { Report } from './report.ts';
import { summarizeTimes } from './step-times.ts';
import { toEqualBins, toReadableBins, type TimeBin } from './time-bins.ts';
import { timesBetween } from './times-between.ts';

/**
 * How long people took from one step to another. The people of a bin are those of the segment
 * `{step: to, outcome: 'converted', took: {from, min: start, max: end}}`.
 */
export interface Histogram {
  from: string;
  to: string;
  bins: TimeBin[];
  /** Seconds. */
  summary: TimeSummary;
}

/**
 * How long people took from one step to another. Source: funnels.md, "At a glance".
 *
 * @param report that of the whole, or of a group
 * @throws FunnelwheelError `unknown-step`; `invalid-options` when the steps are the wrong way round.
 */
export function computeTimeToConvert(
  context: RunContext,
  report: Report,
  option: TimeToConvertOption,
): Histogram {
  const from = findStep(context.plan, option.from, 'from').index;
  const to = findStep(context.plan, option.to, 'to', context.plan.steps.length - 1).index;
  if (from >= to)
    throw new FunnelwheelError('invalid-options', 'to: must come after from', {
      path: 'to',
      value: option.to,
    });
  const secondsOf = timesBetween(context, report, from, to);
  const medians: number[] = [];
  const means: number[] = [];
  for (let row = 0; row < report.rows.subject.length; row++) {
    const seconds = secondsOf(row);
    if (seconds.length === 0) continue;
    medians.push(computeMedian(seconds)!);
    means.push(computeMean(seconds)!);
  }
  const ascending = Float64Array.from(means).sort();
  // Asking for a number of bins is asking for equal ones.
  const equal = option.bins === 'equal' || option.binCount !== undefined;
  return {
    from: context.plan.steps[from]!.id,
    to: context.plan.steps[to]!.id,
    bins: equal ? toEqualBins(ascending, option.binCount) : toReadableBins(ascending),
    summary: summarizeTimes({ medians: Float64Array.from(medians), means: ascending }),
  };
}
