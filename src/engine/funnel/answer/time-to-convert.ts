import { findStep } from '../plan/find-step.ts';
import type { Report } from './report-attempts.ts';
import type { RunContext } from '../match/run-context.ts';
import { secondsBetween, summarizeTimes, equallyFar } from './tally.ts';
import { computeMean, computeMedian } from '../../statistics/quantiles.ts';
import { FunnelwheelError } from '../../error.ts';
import type { TimeSummary, TimeToConvertOption } from '../../schema/index.ts';

/** A histogram of times. */
export interface Histogram {
  from: string;
  to: string;
  /** Seconds. Each bin holds from `start` (included) to the next one's start. */
  bins: { start: number; count: number; ids: (string | number)[] }[];
  summary: TimeSummary;
}

/** Width in seconds where all took equally long. */
const NARROWEST = 60;
const MOST_BINS = 60;

/**
 * How long people took from one step to another. Bins start at the shortest whole second, and are as wide as needed
 * to hold all in `binCount` of them; one further bin closes the last.
 *
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
  const samples = collectSamples(context, report, from, to);
  return {
    from: context.plan.steps[from]!.id,
    to: context.plan.steps[to]!.id,
    bins: toBins(context, samples, option.binCount),
    summary: summarizeTimes({
      medians: Float64Array.from(samples, ({ seconds }) => computeMedian(seconds)!),
      means: Float64Array.from(samples, ({ seconds }) => computeMean(seconds)!),
    }),
  };
}

interface Sample {
  subject: number;
  seconds: number[];
}

function collectSamples(context: RunContext, report: Report, from: number, to: number): Sample[] {
  const peers = equallyFar(context, report);
  return [...report.rows.subject].flatMap((subject, r) => {
    const refs = peers?.get(subject) ?? [report.rows.attempt[r]!];
    const seconds = refs.flatMap((attempt) => secondsBetween(context, report, attempt, from, to) ?? []);
    return seconds.length === 0 ? [] : [{ subject, seconds }];
  });
}

function toBins(
  context: RunContext,
  samples: readonly Sample[],
  binCount: number | undefined,
): Histogram['bins'] {
  if (samples.length === 0) return [];
  const means = samples.map(({ seconds }) => computeMean(seconds)!);
  const count = binCount ?? Math.max(1, Math.min(MOST_BINS, Math.ceil(Math.cbrt(samples.length))));
  const low = Math.floor(means.reduce((a, b) => Math.min(a, b)));
  const high = Math.ceil(means.reduce((a, b) => Math.max(a, b)));
  const width = Math.ceil((high - low) / count) || NARROWEST;
  const bins = Array.from({ length: count + 1 }, (_, i) => ({
    start: low + i * width,
    count: 0,
    ids: [] as (string | number)[],
  }));
  samples.forEach(({ subject }, i) => {
    const bin = bins[Math.min(count, Math.floor((means[i]! - low) / width))]!;
    bin.count++;
    bin.ids.push(context.view.idOf(subject));
  });
  return bins;
}
