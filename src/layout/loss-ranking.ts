import { countLost } from '../engine/insight/compute-money.ts';
import { SMALL_SAMPLE } from '../i18n/index.ts';
import { type FunnelFacts, type StepFacts, undecidedOf } from '../engine/insight/step-facts.ts';

/** With more than this share of a step undecided, its rate may still rise and is not ranked. */
const UNDECIDED_SHARE = 0.1;

/** Which steps the summary speaks of; indexes, or undefined where nothing can be said. */
export interface LossRanking {
  biggestLoss: number | undefined;
  weakestRate: number | undefined;
  slowest: number | undefined;
}

/**
 * Where the most people are lost, where the rate is weakest, what takes longest. Side steps and optional ones
 * lose nobody; steps of fewer than thirty people, and rates that may still rise, are not ranked; of a tie nothing is
 * said. Source: funnels.md, "At a glance".
 */
export function rankLosses(facts: FunnelFacts): LossRanking {
  const candidates = facts.steps.filter((step) => step.index > 0 && !step.split && !step.optional);
  // A step of which nothing is known may be the worst of all.
  const isKnown = candidates.every((step) => step.entered !== undefined && step.converted !== undefined);
  const comparable = isKnown ? candidates.filter(isEnough) : [];
  const lossy = comparable.filter((step) => lossOf(step) > 0);
  const rated = lossy.filter(isRanked);
  const loss = best(lossy, lossOf);
  const weakest = rated.length > 1 ? best(rated, (step) => -rateOf(step)) : undefined;
  const timed = comparable.filter((step) => medianOf(step) > 0);
  const slowest = timed.length > 1 ? best(timed, medianOf) : undefined;
  // What is not ranked is not named; and nothing is said against what is printed beside it.
  const unlessBeaten = (named: number | undefined, score: (step: StepFacts) => number) => {
    const step = facts.steps[named ?? -1];
    return step && candidates.every((other) => score(other) <= score(step)) ? named : undefined;
  };
  return {
    biggestLoss: unlessBeaten(loss, (step) => step.dropped ?? 0),
    weakestRate: unlessBeaten(weakest, (step) => -rateOf(step)),
    slowest: unlessBeaten(slowest, medianOf),
  };
}

/** As it is printed: what reads the same is a tie. */
function rateOf({ rate = 1 }: StepFacts): number {
  return Math.round(rate * 1000);
}

/** Seconds from its base; 0 where that is not known. */
function medianOf(step: StepFacts): number {
  return step.time?.median ?? 0;
}

function isEnough(step: StepFacts): boolean {
  return (step.entered ?? step.converted ?? 0) >= SMALL_SAMPLE;
}

function isRanked(step: StepFacts): boolean {
  return step.rate !== undefined && undecidedOf(step) <= UNDECIDED_SHARE * (step.entered ?? 0);
}

/** The people a step lost; nobody where that is not known. */
function lossOf(step: StepFacts): number {
  return countLost(step) ?? 0;
}

function best(steps: StepFacts[], score: (step: StepFacts) => number): number | undefined {
  const highest = Math.max(...steps.map(score));
  const winners = steps.filter((step) => score(step) === highest);
  return winners.length === 1 ? winners[0]?.index : undefined;
}
