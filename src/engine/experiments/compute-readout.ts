import type { ExperimentResult, LocalizedText, ReadoutPlan, Variant } from '../schema/index.ts';
import { boundAnytime } from '../statistics/anytime.ts';
import { computeChancesToBeBest, type DrawOptions } from '../statistics/beta-binomial.ts';
import { toCritical } from '../statistics/distributions.ts';
import {
  estimateDifference,
  estimateLift,
  testHomogeneity,
  testProportions,
} from '../statistics/proportions.ts';
import type { Proportion } from '../statistics/rate-difference.ts';
import { computeSampleSize } from '../statistics/sample-size.ts';
import { computeWilsonInterval } from '../statistics/wilson-interval.ts';
import { decide, holdsAnytime } from './decide.ts';
import { listWarnings } from './readout-warnings.ts';
import type { Comparison, Readout, StepReadout, VariantReadout } from './readout.ts';

/** What a readout is made with besides the counts; wins over what the result brings along. */
export interface ReadoutOptions extends DrawOptions {
  plan?: ReadoutPlan;
  /** Id of the step that decides. */
  primary?: string;
}

const SINGLE_GOAL = 'goal';

/**
 * Reads an experiment: rates with Wilson intervals, lifts with intervals, tests, chances, what is missing, and what to
 * be careful about. A pure function of the counts, supplied or computed. Source: lifecycle.md §3; issue 5, "A/B readout".
 */
export function computeReadout(result: ExperimentResult, options: ReadoutOptions = {}): Readout {
  const plan = { confidence: 0.95, power: 0.8, ...result.plan, ...options.plan };
  const steps = listSteps(result);
  const control = Math.max(
    0,
    result.variants.findIndex((variant, i) => idOf(variant, i) === result.control),
  );
  const wanted = options.primary ?? result.primary;
  const found = steps.findIndex(({ id }) => id === wanted);
  const primary = found >= 0 ? found : steps.length - 1;
  const read = steps.map((step) => readStep(result, step, control, plan, options));
  const context = { result, plan, control, step: read[primary]! };
  const warnings = listWarnings(context);
  const decision = decide(context, warnings);
  return {
    plan,
    control,
    primary,
    steps: read,
    warnings,
    decision,
    holdsAnytime: holdsAnytime(context, decision),
  };
}

interface StepName {
  id: string;
  name: LocalizedText | undefined;
}

function listSteps({ steps, variants }: ExperimentResult): StepName[] {
  if (steps && steps.length > 0) return steps.map(({ id, name }) => ({ id, name }));
  const own = variants.find((variant) => variant.steps && variant.steps.length > 0)?.steps ?? [];
  return own.length > 0
    ? own.map(({ id }) => ({ id, name: undefined }))
    : [{ id: SINGLE_GOAL, name: undefined }];
}

/** A variant's id; one without is called by its name, or by its letter. */
function idOf({ id, name }: Variant, index: number): string {
  return id ?? (typeof name === 'string' ? name : String.fromCharCode(65 + index));
}

function readStep(
  { variants }: ExperimentResult,
  { id, name }: StepName,
  control: number,
  plan: Readout['plan'],
  draw: DrawOptions,
): StepReadout {
  const counts = variants.map((variant) => countsAt(variant, id));
  const chances = computeChancesToBeBest(counts, {
    ...(draw.seed === undefined ? {} : { seed: draw.seed }),
    ...(draw.draws === undefined ? {} : { draws: draw.draws }),
  });
  const z = toCritical(plan.confidence);
  const read = variants.map((variant, i): VariantReadout => {
    const { part, whole, open } = counts[i]!;
    const ownId = idOf(variant, i);
    return {
      id: ownId,
      name: variant.name ?? ownId,
      exposed: whole,
      converted: part,
      open,
      rate: whole > 0 ? part / whole : null,
      ...computeWilsonInterval(part, whole, z),
      chanceToBeBest: chances[i]!,
      ...(i === control ? {} : { versus: compare(counts[control]!, counts[i]!, z, plan) }),
    };
  });
  return { id, name, variants: read, overall: testHomogeneity(counts) };
}

interface Count extends Proportion {
  open: number;
}

function countsAt(variant: Variant, step: string): Count {
  const own = variant.steps?.find(({ id }) => id === step);
  const { converted = 0, open = 0 } = own ?? variant;
  // Never more than were there: a supplied slip must not make a rate above 1.
  return { part: Math.min(converted, variant.exposed), whole: variant.exposed, open };
}

function compare(control: Proportion, variant: Proportion, z: number, plan: Readout['plan']): Comparison {
  return {
    difference: estimateDifference(control, variant, z),
    lift: estimateLift(control, variant, z),
    zTest: testProportions(control, variant),
    chiSquare: testHomogeneity([control, variant]),
    chiSquareYates: testHomogeneity([control, variant], { yates: true }),
    anytime: boundAnytime(control, variant, plan.minimumLift),
    needed: computeNeeded(control, variant, plan),
  };
}

/** For the smallest difference worth finding, where one is named; else for the one that was seen. */
function computeNeeded(control: Proportion, variant: Proportion, plan: Readout['plan']): number | null {
  if (control.whole <= 0 || variant.whole <= 0) return null;
  const from = control.part / control.whole;
  const to = plan.minimumLift === undefined ? variant.part / variant.whole : from * (1 + plan.minimumLift);
  return computeSampleSize(from, Math.min(1, to), plan);
}
