import type { PersonRow } from '../../engine/schema/index.ts';
import { getPropertyValues, type FilterValue, type PropertyFilter } from './people-list.ts';

/** How many people have a value. */
export interface ValueCount {
  value: FilterValue;
  count: number;
}

/** The people divided by one property, the largest value first, "none" last. */
export interface PropertyBreakdown {
  property: string;
  values: ValueCount[];
}

const FIRST = ['source', 'leadStage', 'next'];
/** A property with more values than this is a name or an address, not a division. */
const MOST_VALUES = 60;

function findProperties(rows: readonly PersonRow[]): string[] {
  const found = new Set<string>(FIRST);
  for (const row of rows) for (const key of Object.keys(row.properties ?? {})) found.add(key);
  if (rows.some((row) => row.tags?.length)) found.add('tags');
  return [...found];
}

function countValues(rows: readonly PersonRow[], property: string): Map<FilterValue, number> {
  const counts = new Map<FilterValue, number>();
  for (const row of rows) {
    for (const value of new Set(getPropertyValues(row, property)))
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

function compareCounts(a: ValueCount, b: ValueCount): number {
  if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
  return b.count - a.count || String(a.value).localeCompare(String(b.value));
}

/** Whether it tells anything: more than one value, fewer than people have names. */
function divides(counts: Map<FilterValue, number>, people: number): boolean {
  return counts.size > 1 && counts.size <= MOST_VALUES && (counts.size < people || people <= 8);
}

/**
 * How the people divide by each property at hand: source, lead stage, next step, tags, then whatever else the rows
 * carry. A property that is the same for all, or different for nearly all, is left out.
 */
export function computeBreakdowns(rows: readonly PersonRow[]): PropertyBreakdown[] {
  const breakdowns: PropertyBreakdown[] = [];
  for (const property of findProperties(rows)) {
    const counts = countValues(rows, property);
    if (!divides(counts, rows.length)) continue;
    const values = [...counts].map(([value, count]) => ({ value, count }));
    breakdowns.push({ property, values: values.sort(compareCounts) });
  }
  return breakdowns;
}

/** The filters with one value in or out; one value a property. */
export function toggleFilter(filters: readonly PropertyFilter[], filter: PropertyFilter): PropertyFilter[] {
  const others = filters.filter((other) => other.property !== filter.property);
  const was = filters.some((other) => other.property === filter.property && other.value === filter.value);
  return was ? others : [...others, filter];
}
