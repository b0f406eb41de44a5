import { normalQuantile } from './distributions.ts';

/** How sure one wants to be. */
export interface SampleSizeDemands {
  /** 1 − the risk of seeing a difference where there is none (two-sided). */
  confidence: number;
  /** The chance of seeing one that is there. */
  power: number;
}

/**
 * How many people each of two groups needs to tell two rates apart, rounded up; null where they are the same, or are no
 * rates. Source: J. L. Fleiss, Statistical Methods for Rates and Proportions, without continuity correction.
 */
export function computeSampleSize(
  from: number,
  to: number,
  { confidence, power }: SampleSizeDemands,
): number | null {
  const isRate = (rate: number) => rate >= 0 && rate <= 1;
  if (from === to || !isRate(from) || !isRate(to)) return null;
  const mean = (from + to) / 2;
  const alpha = normalQuantile(1 - (1 - confidence) / 2) * Math.sqrt(2 * mean * (1 - mean));
  const beta = normalQuantile(power) * Math.sqrt(from * (1 - from) + to * (1 - to));
  return Math.ceil(((alpha + beta) / (to - from)) ** 2);
}
