import type { PersonRow } from '../../engine/schema/index.ts';
import { foldText } from './fold-text.ts';

/** A value a list can be filtered by; null is "none". */
export type FilterValue = string | number | boolean | null;

/** One value of a property the list is narrowed to. */
export interface PropertyFilter {
  property: string;
  value: FilterValue;
}

/** The order of a list: a column and a direction. */
export interface ListSort {
  by: string;
  descending: boolean;
}

/** What part of the people is shown, and in which order. */
export interface ListQuery {
  q: string;
  sort?: ListSort | undefined;
  filters: readonly PropertyFilter[];
}

/** Epoch ms of an instant, or undefined where there is none or it cannot be read. */
export function toInstant(value: string | number | null | undefined): number | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const instant = typeof value === 'number' ? value : Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}

function isFilterValue(value: unknown): value is Exclude<FilterValue, null> {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The values of a property of a person, be it one of the host's (`properties`) or of the row itself: one, or one for each tag. Missing is `[null]`. */
export function getPropertyValues(row: PersonRow, property: string): FilterValue[] {
  if (property === 'tags') return row.tags?.length ? row.tags : [null];
  if (property === 'next') return [row.next?.step ?? null];
  const value = row.properties?.[property] ?? row[property];
  if (Array.isArray(value)) return value.length > 0 ? value.map(String) : [null];
  return [isFilterValue(value) && value !== '' ? value : null];
}

const SEARCHED = ['name', 'email', 'phone', 'source', 'leadStage'] as const;

/** The words of a search. */
function toWords(q: string): string[] {
  return foldText(q).split(/\s+/).filter(Boolean);
}

function matchesText(row: PersonRow, words: readonly string[]): boolean {
  const parts = [...SEARCHED.map((key) => row[key] ?? ''), ...(row.tags ?? []), String(row.id)];
  const text = foldText(parts.join('\n'));
  return words.every((word) => text.includes(word));
}

/** Whether a row is found by a search and has one of the values of each filter. */
export function matchesQuery(row: PersonRow, query: Pick<ListQuery, 'q' | 'filters'>): boolean {
  return matchesText(row, toWords(query.q)) && matchesFilters(row, query.filters);
}

/** Whether a row has one of the values of each filter. */
export function matchesFilters(row: PersonRow, filters: readonly PropertyFilter[]): boolean {
  return filters.every(({ property, value }) => getPropertyValues(row, property).includes(value));
}

/** What a row is sorted by: an instant, a text, or undefined (always last). */
function getSortKey(row: PersonRow, by: string): string | number | undefined {
  switch (by) {
    case 'enteredAt':
    case 'lastContactedAt':
      return toInstant(row[by]);
    case 'next':
      return row.next ? (toInstant(row.next.scheduledAt) ?? row.next.step) : undefined;
    case 'name':
    case 'email':
      return row[by] || undefined;
    default: {
      const [value] = getPropertyValues(row, by);
      return typeof value === 'number' ? value : value === null ? undefined : String(value);
    }
  }
}

function compareKeys(a: string | number, b: string | number, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  return typeof b === 'number' ? 1 : collator.compare(a, b);
}

function sortRows(rows: readonly PersonRow[], sort: ListSort, collator: Intl.Collator): PersonRow[] {
  const keyed = rows.map((row, index) => ({ row, index, key: getSortKey(row, sort.by) }));
  const sign = sort.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      return Number(a.key === undefined) - Number(b.key === undefined) || a.index - b.index;
    }
    return sign * compareKeys(a.key, b.key, collator) || a.index - b.index;
  });
  return keyed.map((entry) => entry.row);
}

/**
 * The rows that fulfil a query, in its order; those without the value sorted by come last in both directions.
 * Every word of the search must be found in the name, contact, source, stage, a tag or the id.
 */
export function computeList(
  rows: readonly PersonRow[],
  query: ListQuery,
  collator: Intl.Collator,
): PersonRow[] {
  const words = toWords(query.q);
  const kept = rows.filter((row) => matchesText(row, words) && matchesFilters(row, query.filters));
  return query.sort ? sortRows(kept, query.sort, collator) : kept;
}
