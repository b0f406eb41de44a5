import { FunnelwheelError } from '../error.ts';
import type { Store } from '../dataset/store.ts';
import { reportAttempts } from '../funnel/answer/report-attempts.ts';
import { Verdict, type Report } from '../funnel/answer/report.ts';
import { FunnelMatcher } from '../funnel/match/match-funnel.ts';
import { RunContext } from '../funnel/match/run-context.ts';
import { compileFunnel } from '../funnel/plan/compile-funnel.ts';
import type { PlanStep } from '../funnel/plan/plan.ts';
import {
  parseExperimentOptions,
  type Experiment,
  type ExperimentOptions,
  type ExperimentResult,
  type Variant,
} from '../schema/index.ts';
import { assignVariant, readVariants } from './assign-variants.ts';
import { toExperimentFunnel, type FunnelResolver } from './experiment-funnel.ts';

/** A variant while it is counted. */
interface Tally {
  exposed: number;
  /** By step after the exposure. */
  converted: number[];
  open: number[];
}

/** Everybody who was exposed, by what became of them. */
interface Count {
  tallies: Map<string, Tally>;
  mixed: number;
  unassigned: number;
}

/**
 * Counts an experiment: who saw which variant, and how many of them did each step, by its first exposure in the range.
 * What the counts tell is `computeReadout`. Source: lifecycle.md §3, "CRO tests".
 *
 * @param resolveFunnel the catalogue, for experiments that name a funnel by its id
 * @throws FunnelwheelError `invalid-options`, `not-configured` when no experiment is named and the dataset has not just
 * one, and what {@link toExperimentFunnel} throws.
 */
export function countExperiment(
  store: Store,
  input: ExperimentOptions = {},
  resolveFunnel?: FunnelResolver,
): ExperimentResult {
  const options = parseExperimentOptions(input);
  const experiment = findExperiment(store, options);
  const range = options.range ?? experiment.range;
  const plan = compileFunnel(toExperimentFunnel(experiment, resolveFunnel));
  const context = new RunContext(store, plan, {
    ...(options.now === undefined ? {} : { now: options.now }),
    ...(range ? { range } : {}),
  });
  const matcher = new FunnelMatcher(context);
  const count = countVariants(matcher, experiment);
  return { ...toHead(context, experiment), ...toCounts(count, plan.steps.slice(1), experiment) };
}

function findExperiment(store: Store, { experiment }: ExperimentOptions): Experiment {
  if (typeof experiment === 'object') return experiment;
  const { experiments } = store;
  const found = experiment === undefined ? experiments[0] : experiments.find(({ id }) => id === experiment);
  if (found && (experiment !== undefined || experiments.length === 1)) return found;
  throw new FunnelwheelError(
    experiment === undefined ? 'not-configured' : 'invalid-options',
    experiment === undefined
      ? 'which experiment is to be read is not said'
      : `experiment: there is no experiment "${experiment}"`,
    { path: 'experiment', value: experiment },
  );
}

function countVariants(matcher: FunnelMatcher, experiment: Experiment): Count {
  const { context } = matcher;
  const { mixed: rule = 'exclude', variant: property = 'variant' } = experiment;
  const report = reportAttempts(context, matcher.match());
  const seenBy = readVariants(matcher, property);
  const known = new Set(listPlanned(experiment).map(({ id }) => id));
  const count: Count = { tallies: new Map(), mixed: 0, unassigned: 0 };
  for (const id of known) count.tallies.set(id, emptyTally(context.plan.steps.length - 1));
  report.rows.subject.forEach((person, row) => {
    const seen = seenBy(person);
    const assigned = assignVariant(seen, rule, known);
    if (assigned === 'mixed' || seen.distinct.size > 1) count.mixed++;
    if (assigned === 'unassigned') count.unassigned++;
    if (typeof assigned === 'string') return;
    const tally = count.tallies.get(assigned.variant) ?? emptyTally(context.plan.steps.length - 1);
    count.tallies.set(assigned.variant, tally);
    addRow(tally, report, row);
  });
  return count;
}

function emptyTally(steps: number): Tally {
  return { exposed: 0, converted: Array<number>(steps).fill(0), open: Array<number>(steps).fill(0) };
}

/** Who has not done a step is open there while that step, or one on the way to it, can still be done. */
function addRow(tally: Tally, report: Report, row: number): void {
  tally.exposed++;
  let open = false;
  for (let step = 0; step < tally.converted.length; step++) {
    const verdict = report.verdict[step + 1]![row];
    if (verdict === Verdict.Open) open = true;
    if (verdict === Verdict.Converted) tally.converted[step]!++;
    else if (open) tally.open[step]!++;
  }
}

function listPlanned({ variants = [] }: Experiment) {
  return variants.map((variant) => (typeof variant === 'string' ? { id: variant } : variant));
}

function toHead(context: RunContext, experiment: Experiment) {
  const { store, now } = context;
  const { id, name, window, plan, mixed = 'exclude' } = experiment;
  return {
    version: 1 as const,
    origin: 'computed' as const,
    timeZone: store.calendar.timeZone,
    ...(Number.isFinite(now) ? { asOf: new Date(now).toISOString() } : {}),
    ...(context.options.range ? { range: context.options.range } : {}),
    id,
    ...(name === undefined ? {} : { name }),
    ...(window === undefined ? {} : { window }),
    ...(plan === undefined ? {} : { plan }),
    mixedRule: mixed,
  };
}

function toCounts(
  { tallies, mixed, unassigned }: Count,
  steps: readonly PlanStep[],
  experiment: Experiment,
): Pick<ExperimentResult, 'variants' | 'steps' | 'control' | 'primary' | 'mixed' | 'unassigned'> {
  const planned = listPlanned(experiment);
  const ids = planned.length > 0 ? planned.map(({ id }) => id) : [...tallies.keys()].sort();
  const variants = ids.map((id): Variant => {
    const { exposed, converted, open } = tallies.get(id)!;
    return {
      ...(planned.find((variant) => variant.id === id) ?? { id }),
      exposed,
      steps: steps.map((step, i) => ({ id: step.id, converted: converted[i]!, open: open[i]! })),
    };
  });
  refuseUnknown('control', experiment.control, ids);
  refuseUnknown(
    'primary',
    experiment.primary,
    steps.map(({ id }) => id),
  );
  return {
    variants,
    steps: steps.map(({ id, name }) => ({ id, ...(name === undefined ? {} : { name }) })),
    ...(experiment.control === undefined ? {} : { control: experiment.control }),
    ...(experiment.primary === undefined ? {} : { primary: experiment.primary }),
    mixed,
    unassigned,
  };
}

function refuseUnknown(
  field: 'control' | 'primary',
  value: string | undefined,
  known: readonly string[],
): void {
  // Nobody exposed yet: no variant is known, so none can be wrong.
  if (value === undefined || known.length === 0 || known.includes(value)) return;
  throw new FunnelwheelError('invalid-options', `experiment.${field}: there is no "${value}"`, {
    path: `experiment.${field}`,
    value,
  });
}
