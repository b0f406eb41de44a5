/** An axis: where it begins and ends, and its marks. */
export interface Axis {
  low: number;
  high: number;
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** An axis from at or below one value to at or above another, with about so many marks at round numbers. */
export function computeAxis(from: number, to: number, count = 4): Axis {
  const step = toRoundStep(toSpan(from, to) / count);
  const low = Math.floor(from / step + 1e-9) * step;
  const high = Math.max(low + step, Math.ceil(to / step - 1e-9) * step);
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => tidy(low + i * step));
  return { low: tidy(low), high: tidy(high), ticks };
}

/** Differences below it are none: they come from binary arithmetic. */
const NOTHING = 1e-9;

function toSpan(from: number, to: number): number {
  if (to - from > NOTHING) return to - from;
  return Math.abs(to) > NOTHING ? Math.abs(to) : 1;
}

/** Where a value lies on an axis, 0 to 1. */
export function placeOn({ low, high }: Axis, value: number): number {
  return Math.max(0, Math.min(1, (value - low) / (high - low)));
}

/** The next larger of 1, 2, 2.5, 5 times a power of ten. */
function toRoundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (STEPS.find((step) => step * power >= rough - 1e-12) ?? 10);
}

/** Without the crumbs of binary arithmetic: 0.30000000000000004 is 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
