import type { PersonRow } from '../../engine/schema/index.ts';
import { countSelected, isRowSelected, type PersonId, type Selection } from './selection.ts';

/** Whom a request would reach, as far as the rows at hand tell. */
export interface Audience {
  /** Selected subjects. */
  count: number;
  /** The distinct people behind selected memberships; undefined where not all of them are known. */
  clientIds: readonly PersonId[] | undefined;
  /** How many have refused e-mail; undefined where it is not known of all. */
  withoutEmail: number | undefined;
  /** Whether anything at all is known about consent. */
  hasConsent: boolean;
}

/** How many different people or memberships the rows are; a subject with two attempts has two rows. */
export function countDistinct(rows: readonly PersonRow[]): number {
  return new Set(rows.map((row) => row.id)).size;
}

function findSelected(selection: Selection, rows: readonly PersonRow[]): Map<PersonId, PersonRow> {
  if (selection.mode === 'include' && selection.ids.size === 0) return new Map();
  const selected = rows.filter((row) => isRowSelected(selection, row));
  return new Map(selected.map((row) => [row.id, row]));
}

function countRefusals(rows: readonly PersonRow[]): number | undefined {
  if (rows.some((row) => row.consent?.email === undefined)) return undefined;
  return rows.filter((row) => row.consent?.email === false).length;
}

/**
 * Whom a selection reaches. `rows` are those at hand; where some selected people are not among them, what would
 * have to be counted is undefined. `population` is the size of the segment.
 */
export function computeAudience(
  selection: Selection,
  rows: readonly PersonRow[],
  population: number,
): Audience {
  const count = countSelected(selection, population);
  const found = [...findSelected(selection, rows).values()];
  const isKnown = found.length === count;
  return {
    count,
    clientIds: isKnown ? [...new Set(found.map((row) => row.clientId ?? row.id))] : undefined,
    withoutEmail: isKnown ? countRefusals(found) : undefined,
    hasConsent: rows.some((row) => row.consent?.email !== undefined),
  };
}
