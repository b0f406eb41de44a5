import { computeWilsonInterval, type Interval, Z_95 } from './wilson-interval.ts';

/** So many of so many. */
export interface Proportion {
  part: number;
  whole: number;
}

/** The difference of two rates, as rates from −1 to 1. */
export interface RateDifference extends Interval {
  value: number;
}

/**
 * The difference of two rates, `rate` − `against`, with its interval by the hybrid of their Wilson intervals, which
 * stays right for few people and for rates near 0 and 1. Null where one of them is of nobody.
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 *
 * @param z the two-sided normal quantile: 95 % by default
 */
export function computeRateDifference(
  rate: Proportion,
  against: Proportion,
  z = Z_95,
): RateDifference | null {
  if (rate.whole <= 0 || against.whole <= 0) return null;
  const [own, other] = [rate.part / rate.whole, against.part / against.whole];
  const around = computeWilsonInterval(rate.part, rate.whole, z);
  const aroundOther = computeWilsonInterval(against.part, against.whole, z);
  const value = own - other;
  return {
    value,
    low: value - Math.hypot(own - around.low, aroundOther.high - other),
    high: value + Math.hypot(around.high - own, other - aroundOther.low),
  };
}

/** Whether a difference is no more than what chance makes: 0 lies within its interval. */
export function isNoise({ low, high }: Interval): boolean {
  return low <= 0 && high >= 0;
}
