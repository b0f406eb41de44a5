import jStat from 'jstat';

// The one wrapper over jstat: only what `<experiment-readout>` loads imports this file.

/** The value below which a standard normal lies with a probability: 1.96 for 0.975. */
export function normalQuantile(probability: number): number {
  return jStat.normal.inv(probability, 0, 1);
}

/** The chance that a standard normal is at least this far from 0, to either side. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * jStat.normal.cdf(-Math.abs(z), 0, 1));
}

/** The chance that a chi-square variable is at least this large. */
export function chiSquareTail(value: number, degreesOfFreedom: number): number {
  // Of one degree it is a squared normal, whose tail does not lose digits to a difference from 1.
  if (degreesOfFreedom === 1) return normalTwoSided(Math.sqrt(value));
  return Math.max(0, 1 - jStat.chisquare.cdf(value, degreesOfFreedom));
}

/** The two-sided normal quantile of an interval of this confidence: 1.96 for 0.95. */
export function toCritical(confidence: number): number {
  return normalQuantile(1 - (1 - confidence) / 2);
}
