import type { StepView } from './funnel-view-model.ts';
import type { CellView } from './step-cells.ts';

/** How the table's rows are ordered: by the values of a column (`aria-colindex`). */
export interface StepSort {
  column: number;
  descending: boolean;
}

/** Every cell of a step that has a column of its own, but its name. */
export function listCells(step: StepView): CellView[] {
  const { groups, count, ways, rate, losses, change, details } = step;
  const some = [change?.cell, details].filter((cell) => cell !== undefined);
  return [...groups, count, ...ways, rate, ...losses, ...some];
}

/** The steps by the values of a column; unknown ones last, equal ones in their order. Column 1 is the step itself. */
export function sortSteps(steps: readonly StepView[], sort: StepSort | undefined): readonly StepView[] {
  if (!sort) return steps;
  if (sort.column === 1) return sort.descending ? steps.toReversed() : steps;
  const valueOf = (step: StepView): number | undefined =>
    listCells(step).find((cell) => cell.column === sort.column)?.value;
  const sign = sort.descending ? -1 : 1;
  return steps.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return sign * (left - right);
  });
}

/** What a press on a header leads to: the largest first, then the smallest, then the order of the funnel again. */
export function nextSort(sort: StepSort | undefined, column: number): StepSort | undefined {
  if (sort?.column !== column) return { column, descending: true };
  return sort.descending ? { column, descending: false } : undefined;
}
