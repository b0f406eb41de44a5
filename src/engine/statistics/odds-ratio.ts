import { type Interval, Z_95 } from './wilson-interval.ts';

/** An odds ratio with its interval, and its logarithm in standard errors. */
export interface OddsRatio extends Interval {
  value: number;
  z: number;
}

/** People of whom some converted. */
interface Group {
  people: number;
  converted: number;
}

/**
 * The odds of converting in one group over those in another, with Wald's interval of the logarithm. Where any of the
 * four counts is 0, half a person is added to each (Haldane and Anscombe).
 *
 * @param z the two-sided normal quantile: 95 % by default
 */
export function computeOddsRatio(own: Group, other: Group, z = Z_95): OddsRatio {
  const cells = [own.converted, own.people - own.converted, other.converted, other.people - other.converted];
  const added = cells.includes(0) ? 0.5 : 0;
  const [a, b, c, d] = cells.map((cell) => cell + added) as [number, number, number, number];
  const logarithm = Math.log((a * d) / (b * c));
  const error = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  return {
    value: Math.exp(logarithm),
    low: Math.exp(logarithm - z * error),
    high: Math.exp(logarithm + z * error),
    z: logarithm / error,
  };
}
