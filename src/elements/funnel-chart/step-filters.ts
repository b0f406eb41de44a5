import type { FilterOffer, RunOptions } from '../../engine/schema/index.ts';

/** Conditions by step id, as the run options have them. */
export type StepFilters = NonNullable<RunOptions['filters']>;

/** A value that can be chosen; null is "not given", which a filter cannot ask for. */
export type FilterValue = string | number | boolean;

/** The values chosen for a property of a step. Conditions of another form (`{gt: 3}`) are the host's and stay. */
export function chosenValues(filters: StepFilters, step: string, property: string): FilterValue[] {
  const condition = filters[step]?.[property];
  if (condition === undefined) return [];
  if (Array.isArray(condition)) return condition;
  return typeof condition === 'object' ? [] : [condition];
}

/** The filters with one value switched on or off; steps and properties without any condition go. */
export function toggleFilterValue(
  filters: StepFilters,
  step: string,
  property: string,
  value: FilterValue,
  on: boolean,
): StepFilters {
  const others = chosenValues(filters, step, property).filter((chosen) => chosen !== value);
  const values = on ? [...others, value] : others;
  const { [property]: _replaced, ...conditions } = filters[step] ?? {};
  const { [step]: _step, ...steps } = filters;
  const where = values.length > 0 ? { ...conditions, [property]: values } : conditions;
  return Object.keys(where).length > 0 ? { ...steps, [step]: where } : steps;
}

/** One chosen value, for the chips above the chart. */
export interface ActiveFilter {
  step: string;
  property: string;
  value: FilterValue;
}

/** Every chosen value, in the order they were chosen. */
export function listActiveFilters(filters: StepFilters): ActiveFilter[] {
  return Object.entries(filters).flatMap(([step, where]) =>
    Object.keys(where).flatMap((property) =>
      chosenValues(filters, step, property).map((value) => ({ step, property, value })),
    ),
  );
}

/** The offered values of a property, the chosen ones included even when nobody has them now. */
export function offeredValues(
  offer: FilterOffer,
  chosen: readonly FilterValue[],
): { value: FilterValue; count: number }[] {
  const offered = (offer.values ?? []).filter(
    (entry): entry is { value: FilterValue; count: number } => entry.value !== null,
  );
  const missing = chosen.filter((value) => !offered.some((entry) => entry.value === value));
  return [...offered, ...missing.map((value) => ({ value, count: 0 }))];
}
