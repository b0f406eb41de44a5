import { present } from '../present.ts';
import type { FunnelResult, GroupValue } from '../schema/index.ts';
import { computeRateDifference, isNoise, type RateDifference } from '../statistics/rate-difference.ts';
import { SMALL_SAMPLE } from '../statistics/small-sample.ts';
import { countDays, isWholeMonths } from './range-days.ts';
import { computeFunnelFacts, undecidedOf, type FunnelFacts, type StepFacts } from './step-facts.ts';

/** What is compared: so many of so many. */
export interface ComparedRate {
  converted: number | undefined;
  entered: number | undefined;
  rate: number | undefined;
}

/**
 * `differs`: more than chance makes; `noise`: no more; `too-few`: one of the two is of fewer than thirty people;
 * `unknown`: one of them has no rate.
 */
export type ComparisonVerdict = 'differs' | 'noise' | 'too-few' | 'unknown';

/** A step, or the whole, beside its counterpart. */
export interface ComparedStep {
  /** A step's id, or `total`: those who arrive of those who began. */
  step: string;
  now: ComparedRate;
  before: ComparedRate;
  /** Converted, now less before. */
  people: number | undefined;
  /** Of the rates, now less before, −1 to 1, with a 95 % interval. */
  difference: RateDifference | undefined;
  verdict: ComparisonVerdict;
}

/** Why two sides are not alike: other lengths, or a length that is not known; or in the result's own words. */
export type Incomparable = 'days' | 'unknown-period' | (string & {});

/** Two periods, or two segments, beside each other. */
export interface Comparison {
  /** Two segments of one period; else two periods. */
  isOfGroups: boolean;
  /** Days of the two periods, both ends counted; undefined where one is open or not known. */
  days: { now: number; before: number } | undefined;
  /** Whole calendar months on both sides, which are alike though one may have a day or three more. */
  isOfMonths: boolean;
  /** Counts may be held against each other; rates may anyway. */
  isComparable: boolean;
  reason?: Incomparable;
  /** Some of those who are counted now can still go on: it is not the last word. */
  mayStillRise: boolean;
  total: ComparedStep;
  steps: ComparedStep[];
}

/**
 * How a result differs from what it is compared with: undefined where it is compared with nothing. Each rate is judged
 * by itself at 95 %; of many steps, one in twenty differs by chance. Source: funnels.md, "At a glance"; look.md §1.
 */
export function computeComparison(result: FunnelResult): Comparison | undefined {
  const { comparison } = result;
  if (!comparison) return undefined;
  const facts = computeFunnelFacts(toSide(result, comparison.group));
  const steps = facts.steps.map((step) => compareStep(step.id, toNow(step), step.previous ?? NOTHING));
  return {
    ...judgePeriods(result, comparison),
    mayStillRise: facts.steps.some((step) => step.index > 0 && undecidedOf(step) > 0),
    total: compareTotal(facts),
    steps,
  };
}

/** Of two segments, what stands beside the other is the group's numbers, not the whole's. */
function toSide(result: FunnelResult, group: GroupValue | undefined): FunnelResult {
  if (group === undefined) return result;
  const wanted = JSON.stringify(group);
  const counts = result.breakdown?.groups.find(({ value }) => JSON.stringify(value) === wanted)?.steps;
  const steps = result.steps.map(({ id, name, base, optional, split, bounded }, index) => {
    const kept = present({ id, name, base, optional, split, bounded });
    return { ...kept, ...(counts?.find((count) => count.id === id) ?? counts?.[index]) };
  });
  return { ...result, steps };
}

const NOTHING: ComparedRate = { converted: undefined, entered: undefined, rate: undefined };

function toNow({ converted, entered, rate }: StepFacts): ComparedRate {
  return { converted, entered, rate };
}

function compareTotal(facts: FunnelFacts): ComparedStep {
  const goal = facts.steps[facts.goal];
  const [first] = facts.steps;
  const now = { converted: goal?.converted, entered: first?.converted, rate: goal?.rateOfTotal };
  const before = {
    converted: goal?.previous?.converted,
    entered: first?.previous?.converted,
    rate: goal?.previous?.rateOfTotal,
  };
  return compareStep('total', now, before);
}

function compareStep(step: string, now: ComparedRate, before: ComparedRate): ComparedStep {
  const people =
    now.converted === undefined || before.converted === undefined
      ? undefined
      : now.converted - before.converted;
  const known = { step, now: pick(now), before: pick(before), people };
  const [own, other] = [toProportion(now), toProportion(before)];
  const difference = own && other && computeRateDifference(own, other);
  if (!difference) return { ...known, difference: undefined, verdict: 'unknown' };
  const isFew = Math.min(own.whole, other.whole) < SMALL_SAMPLE;
  return { ...known, difference, verdict: isFew ? 'too-few' : isNoise(difference) ? 'noise' : 'differs' };
}

/** Previous facts have more fields than a rate needs. */
function pick({ converted, entered, rate }: ComparedRate): ComparedRate {
  return { converted, entered, rate };
}

function toProportion({ rate, entered }: ComparedRate) {
  return rate === undefined || entered === undefined ? undefined : { part: rate * entered, whole: entered };
}

type PeriodVerdict = Pick<Comparison, 'isOfGroups' | 'days' | 'isOfMonths' | 'isComparable' | 'reason'>;

function judgePeriods(
  { range }: FunnelResult,
  comparison: NonNullable<FunnelResult['comparison']>,
): PeriodVerdict {
  const { comparable, group } = comparison;
  const isOfGroups = group !== undefined;
  const now = countDays(range);
  const before = countDays(comparison.range);
  const days = isOfGroups || now === undefined || before === undefined ? undefined : { now, before };
  const isOfMonths = !isOfGroups && isWholeMonths(range) && isWholeMonths(comparison.range);
  const known = { isOfGroups, days, isOfMonths };
  if (comparable !== undefined)
    return { ...known, isComparable: false, ...(comparable === false ? {} : { reason: comparable }) };
  if (isOfGroups || isOfMonths) return { ...known, isComparable: true };
  if (!days) return { ...known, isComparable: false, reason: 'unknown-period' };
  return days.now === days.before
    ? { ...known, isComparable: true }
    : { ...known, isComparable: false, reason: 'days' };
}
