import type { FunnelResult, ResultStep } from '../../../src/engine/schema/index.ts';

/** A closed funnel of a chain, each step `id converted/entered`, with what else is to be said of a step. */
export function chain(
  steps: Record<string, Partial<ResultStep> & { converted: number; open?: number }>,
  rest: Partial<FunnelResult> = {},
): FunnelResult {
  let before: number | undefined;
  const list = Object.entries(steps).map(([id, step]) => {
    const entered = step.entered ?? before ?? step.converted;
    before = step.converted;
    const dropped = step.dropped ?? entered - step.converted - (step.open ?? 0);
    return { id, open: 0, count: step.converted, ...step, entered, dropped };
  });
  return { closed: true, order: 'sequential', ...rest, steps: list };
}

/** A value of a step: amounts that are all the same. */
export function worth(amount: number, count: number): NonNullable<ResultStep['value']> {
  return { total: amount * count, count, median: amount, mean: amount };
}
