import type { PlanStep } from './plan.ts';

/** Whether two steps ask for a type of event in common, so that one event might be wanted by both. */
export function mayShareEvents(a: PlanStep, b: PlanStep): boolean {
  return a.conditions.some((x) =>
    b.conditions.some(
      (y) => x.types === null || y.types === null || x.types.some((type) => y.types!.includes(type)),
    ),
  );
}
