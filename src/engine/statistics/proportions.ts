import { chiSquareTail, normalTwoSided } from './distributions.ts';
import type { Proportion } from './rate-difference.ts';
import type { Interval } from './wilson-interval.ts';

/** A value with its interval. */
export interface Estimate extends Interval {
  value: number;
}

/** A test's statistic and the chance of one as large where there is no difference. */
export interface TestResult {
  statistic: number;
  p: number;
}

/**
 * The difference of two rates, variant − control, with the interval of unpooled variances (Wald).
 * Null where one of them is of nobody.
 */
export function estimateDifference(control: Proportion, variant: Proportion, z: number): Estimate | null {
  if (control.whole <= 0 || variant.whole <= 0) return null;
  const value = variant.part / variant.whole - control.part / control.whole;
  const spread = z * Math.sqrt(varianceOf(control) + varianceOf(variant));
  return { value, low: value - spread, high: value + spread };
}

/**
 * The relative lift, variant ÷ control − 1, with the interval of the logarithm of the ratio (Katz). Null where a rate is
 * 0 or of nobody: nothing is so many per cent more than nothing; and where the numbers leave what can be computed with.
 */
export function estimateLift(control: Proportion, variant: Proportion, z: number): Estimate | null {
  if (control.part <= 0 || variant.part <= 0) return null;
  const ratio = variant.part / variant.whole / (control.part / control.whole);
  const spread = z * Math.sqrt(1 / control.part - 1 / control.whole + 1 / variant.part - 1 / variant.whole);
  const high = ratio * Math.exp(spread) - 1;
  return Number.isFinite(high) ? { value: ratio - 1, low: ratio * Math.exp(-spread) - 1, high } : null;
}

/** The two-proportion z test with pooled variance, two-sided. Null where nobody, or everybody, converted. */
export function testProportions(control: Proportion, variant: Proportion): TestResult | null {
  if (control.whole <= 0 || variant.whole <= 0) return null;
  const pooled = (control.part + variant.part) / (control.whole + variant.whole);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / control.whole + 1 / variant.whole));
  if (deviation === 0) return null;
  const statistic = (variant.part / variant.whole - control.part / control.whole) / deviation;
  return { statistic, p: normalTwoSided(statistic) };
}

/**
 * Pearson's chi-square test that all rates are the same; `yates` takes the continuity correction, for two rates only.
 * Null where nobody, or everybody, converted.
 */
export function testHomogeneity(rates: readonly Proportion[], { yates = false } = {}): TestResult | null {
  const cells = toCells(rates);
  if (cells === null || cells.some(({ expected }) => expected <= 0)) return null;
  const statistic = cells.reduce((total, { observed, expected }) => {
    const distance = Math.abs(observed - expected);
    const corrected = yates ? distance - Math.min(0.5, distance) : distance;
    return total + (corrected * corrected) / expected;
  }, 0);
  return { statistic, p: chiSquareTail(statistic, rates.length - 1) };
}

/** The smallest count that a cell of the table of converted and not would have if all rates were the same. */
export function smallestExpected(rates: readonly Proportion[]): number {
  const cells = toCells(rates);
  return cells === null ? 0 : Math.min(...cells.map(({ expected }) => expected));
}

/** Whether counts follow their planned shares: the chi-square test of fit. Null with less than two, or of nobody. */
export function testShares(counts: readonly number[], weights: readonly number[]): TestResult | null {
  const total = sum(counts);
  const weight = sum(weights);
  if (counts.length < 2 || total <= 0 || weight <= 0) return null;
  const statistic = counts.reduce((all, count, i) => {
    const expected = (total * weights[i]!) / weight;
    return all + (count - expected) ** 2 / expected;
  }, 0);
  return { statistic, p: chiSquareTail(statistic, counts.length - 1) };
}

function toCells(rates: readonly Proportion[]): { observed: number; expected: number }[] | null {
  const whole = sum(rates.map((rate) => rate.whole));
  const part = sum(rates.map((rate) => rate.part));
  if (rates.length < 2 || whole <= 0) return null;
  return rates.flatMap((rate) => {
    const expected = (rate.whole * part) / whole;
    return [
      { observed: rate.part, expected },
      { observed: rate.whole - rate.part, expected: rate.whole - expected },
    ];
  });
}

function varianceOf({ part, whole }: Proportion): number {
  const rate = part / whole;
  return (rate * (1 - rate)) / whole;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
