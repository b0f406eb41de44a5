import type { Proportion } from './rate-difference.ts';

/** The differences that are expected: a tenth of the pooled rate, one way or the other. */
const EXPECTED_LIFT = 0.1;

/**
 * The chance of a difference as large as this one *at any time* of the test, where there is none: a bound that holds
 * however often, and whenever, one looks. Larger than the p-value of a single look. The mixture sequential probability
 * ratio test for two proportions, in the normal approximation: Λ = √(V ÷ (V + τ²)) · exp(τ² d² ÷ (2 V (V + τ²))), and
 * the bound is 1 ÷ Λ. Source: R. Johari, P. Koomen, L. Pekelis, D. Walsh, "Peeking at A/B Tests", KDD 2017.
 *
 * @param lift the relative difference looked for, which decides for which differences the test is quickest
 * @returns null where nobody, or everybody, converted
 */
export function boundAnytime(control: Proportion, variant: Proportion, lift = EXPECTED_LIFT): number | null {
  if (control.whole <= 0 || variant.whole <= 0) return null;
  const pooled = (control.part + variant.part) / (control.whole + variant.whole);
  const variance = pooled * (1 - pooled) * (1 / control.whole + 1 / variant.whole);
  if (variance <= 0) return null;
  const difference = variant.part / variant.whole - control.part / control.whole;
  const spread = (lift * pooled) ** 2;
  const exponent = (spread * difference ** 2) / (2 * variance * (variance + spread));
  return Math.min(1, Math.sqrt((variance + spread) / variance) * Math.exp(-exponent));
}
