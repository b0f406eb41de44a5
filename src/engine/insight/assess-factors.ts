import type { Factor, FactorsResult } from '../schema/index.ts';
import { adjustPValues } from '../statistics/adjust-p-values.ts';
import { normalTwoSided } from '../statistics/distributions.ts';
import { computeOddsRatio, type OddsRatio } from '../statistics/odds-ratio.ts';

/** A factor with how strongly it goes with going on. */
export interface AssessedFactor extends Factor {
  /** Above 1: those with it go on more often; below 1: less often. With a 95 % interval. */
  oddsRatio: OddsRatio;
  /** Shares that went on, 0 to 1. */
  rates: { with: number; without: number };
  /** The chance of an odds ratio as far from 1 where there is none, corrected for all that were looked at (Holm). */
  p: number;
  /** More than chance makes. It goes together; nothing says that it causes anything. */
  isCertain: boolean;
}

/** The factors in order, and how many there were. */
export interface AssessedFactors {
  factors: AssessedFactor[];
  /** How many were looked at: what the correction is for. */
  tested: number;
}

const ALPHA = 0.05;
const MOST_SHOWN = 20;

/**
 * How strongly each factor goes with going on: odds ratios by Wald's interval of their logarithm, with Holm's
 * correction over all. The certain ones first, the strongest first, at most `most`. From the counts alone, so supplied
 * ones are assessed in the same way. It loads jstat: import it on demand.
 */
export function assessFactors(result: FactorsResult, most = MOST_SHOWN): AssessedFactors {
  const ratios = result.factors.map((factor) => computeOddsRatio(factor.with, factor.without));
  const adjusted = adjustPValues(ratios.map(({ z }) => normalTwoSided(z)));
  const factors = result.factors.map((factor, index): AssessedFactor => {
    const p = adjusted[index]!;
    const rates = { with: rateOf(factor.with), without: rateOf(factor.without) };
    return { ...factor, oddsRatio: ratios[index]!, rates, p, isCertain: p < ALPHA };
  });
  const strength = ({ oddsRatio }: AssessedFactor) => Math.abs(Math.log(oddsRatio.value));
  factors.sort((a, b) => Number(b.isCertain) - Number(a.isCertain) || strength(b) - strength(a));
  return { factors: factors.slice(0, most), tested: factors.length };
}

function rateOf({ people, converted }: Factor['with']): number {
  return people > 0 ? converted / people : 0;
}
