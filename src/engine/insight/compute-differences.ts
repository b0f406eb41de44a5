import type { BreakdownResult, FunnelResult, GroupValue } from '../schema/index.ts';
import { adjustPValues } from '../statistics/adjust-p-values.ts';
import { smallestExpected, testProportions } from '../statistics/proportions.ts';
import { computeRateDifference, type RateDifference } from '../statistics/rate-difference.ts';
import { SMALL_SAMPLE } from '../statistics/small-sample.ts';
import { computeWilsonInterval, type Interval } from '../statistics/wilson-interval.ts';
import { computeFunnelFacts, toConverted } from './step-facts.ts';

/** Which rate of each group: a step's (converted of entered), or `total` (default): who arrives of who began. */
export interface DifferencesOption {
  step?: string;
}

/** A group's rate against that of everybody else. */
export interface GroupDifference {
  value: GroupValue;
  converted: number;
  entered: number;
  /** 0 to 1; undefined where nobody entered. */
  rate: number | undefined;
  /** 95 %. */
  interval: Interval;
  /** Everybody in another group. */
  rest: { converted: number; entered: number };
  /** Its rate less that of the rest. */
  difference: RateDifference | undefined;
  /** The chance of a difference as large where there is none, corrected for the number of groups tested (Holm). */
  p: number | undefined;
  /** `too-few`: fewer than thirty people here or elsewhere, or fewer than five expected to convert, or not to. */
  verdict: 'differs' | 'noise' | 'too-few';
}

/** Which groups differ by more than noise. */
export interface Differences {
  step: string;
  /** Best rate first; those of too few people last. */
  groups: GroupDifference[];
  /** How many were tested: what the correction is for. */
  tested: number;
  /**
   * `no-breakdown`: there are no groups. `overlapping`: somebody is in several groups, so that a group and the rest
   * share people. `unknown`: a number is missing.
   */
  reason?: 'no-breakdown' | 'overlapping' | 'unknown';
}

/** The chance of being called different by luck that is taken. */
const ALPHA = 0.05;
/** Below, the normal approximation of the test does not hold. */
const LEAST_EXPECTED = 5;

/**
 * Which groups of a breakdown convert otherwise than all the others: two-proportion z tests of each against the rest,
 * with Holm's correction, so that of many segments alike no more than one time in twenty any is called different.
 * It loads jstat: import it on demand. Source: funnels.md, "At a glance".
 */
export function computeDifferences(
  result: FunnelResult,
  { step = 'total' }: DifferencesOption = {},
): Differences {
  const refuse = (reason: Differences['reason']): Differences => ({
    step,
    groups: [],
    tested: 0,
    ...(reason ? { reason } : {}),
  });
  const { breakdown } = result;
  if (!breakdown) return refuse('no-breakdown');
  const counts = breakdown.groups.map((group) => countGroup(result, group, step));
  if (!counts.every((count) => count !== undefined)) return refuse('unknown');
  if (isOverlapping(result, breakdown)) return refuse('overlapping');
  const whole = { converted: sum(counts, 'converted'), entered: sum(counts, 'entered') };
  const compared = breakdown.groups.map((group, index) => compareGroup(group.value, counts[index]!, whole));
  const tests = compared.filter(({ p }) => p !== undefined);
  const adjusted = adjustPValues(tests.map(({ p }) => p!));
  tests.forEach((group, index) => {
    group.p = adjusted[index]!;
    group.verdict = group.p < ALPHA ? 'differs' : 'noise';
  });
  const isFew = (group: GroupDifference) => Number(group.verdict === 'too-few');
  compared.sort((a, b) => isFew(a) - isFew(b) || (b.rate ?? 0) - (a.rate ?? 0));
  return { step, groups: compared, tested: tests.length };
}

interface Counts {
  converted: number;
  entered: number;
}

function countGroup(
  result: FunnelResult,
  { steps }: BreakdownResult['groups'][number],
  id: string,
): Counts | undefined {
  const facts = computeFunnelFacts(result);
  const goal = id === 'total' ? facts.goal : facts.steps.findIndex((step) => step.id === id);
  const wanted = facts.steps[goal];
  const stepOf = (index: number) => steps.find((step) => step.id === facts.steps[index]?.id) ?? steps[index];
  const own = stepOf(goal);
  if (!wanted || !own) return undefined;
  const [base, ...others] = wanted.base;
  const before =
    id === 'total' ? stepOf(0) : base !== undefined && others.length === 0 ? stepOf(base) : undefined;
  const converted = toConverted(own);
  const entered = id === 'total' ? toConverted(before) : (own.entered ?? toConverted(before));
  if (converted === undefined || entered === undefined || entered === null || converted > entered)
    return undefined;
  return { converted, entered };
}

/** By the values of one event or another somebody may be in several groups, which is seen where they add up to more. */
function isOverlapping(result: FunnelResult, { groups }: BreakdownResult): boolean {
  const whole = toConverted(result.steps[0]);
  if (whole === undefined) return false;
  return groups.reduce((total, { steps }) => total + (toConverted(steps[0]) ?? 0), 0) > whole;
}

function compareGroup(value: GroupValue, own: Counts, whole: Counts): GroupDifference {
  const rest = { converted: whole.converted - own.converted, entered: whole.entered - own.entered };
  const [here, elsewhere] = [toProportion(own), toProportion(rest)];
  const isTestable =
    Math.min(own.entered, rest.entered) >= SMALL_SAMPLE &&
    smallestExpected([here, elsewhere]) >= LEAST_EXPECTED;
  return {
    value,
    ...own,
    rate: own.entered > 0 ? own.converted / own.entered : undefined,
    interval: computeWilsonInterval(own.converted, own.entered),
    rest,
    difference: computeRateDifference(here, elsewhere) ?? undefined,
    p: isTestable ? testProportions(elsewhere, here)?.p : undefined,
    verdict: 'too-few',
  };
}

function toProportion({ converted, entered }: Counts) {
  return { part: converted, whole: entered };
}

function sum(counts: readonly (Counts | undefined)[], key: keyof Counts): number {
  return counts.reduce((total, count) => total + count![key], 0);
}
