import type { PersonRow } from '../../engine/schema/index.ts';
import { matchesQuery, type PropertyFilter } from './people-list.ts';

/** The id of a person, or of a membership where the funnel counts those. */
export type PersonId = string | number;

/**
 * Who is selected: those in `ids`, or all of the segment but those. Selecting a million costs one small object.
 * Source: look.md, "Selection".
 */
export interface Selection {
  readonly mode: 'include' | 'exclude';
  readonly ids: ReadonlySet<PersonId>;
  /** With `exclude`: all who match this, rather than all of the segment. */
  readonly within?: FilteredPart;
}

/** A part of a segment, by what was searched for, its filters and how many are in it. */
export interface FilteredPart {
  readonly q: string;
  readonly filters: readonly PropertyFilter[];
  readonly total: number;
}

/** Everybody in a part of the segment. */
export function selectPart(within: FilteredPart): Selection {
  return { mode: 'exclude', ids: new Set(), within };
}

/** Nobody. */
export const NO_SELECTION: Selection = { mode: 'include', ids: new Set() };

/** Everybody in the segment. */
export const WHOLE_SEGMENT: Selection = { mode: 'exclude', ids: new Set() };

/** Exactly these people. */
export function selectOnly(ids: Iterable<PersonId>): Selection {
  return { mode: 'include', ids: new Set(ids) };
}

/** Whether someone of the segment (of its part, where the selection is of a part) is selected. */
export function isSelected(selection: Selection, id: PersonId): boolean {
  return selection.ids.has(id) === (selection.mode === 'include');
}

/** Whether the person of a row is selected, be the row in the selected part or not. */
export function isRowSelected(selection: Selection, row: PersonRow): boolean {
  return isSelected(selection, row.id) && (!selection.within || matchesQuery(row, selection.within));
}

/** How many are selected in a segment of `population` people. */
export function countSelected(selection: Selection, population: number): number {
  if (selection.mode === 'include') return selection.ids.size;
  return Math.max(0, (selection.within?.total ?? population) - selection.ids.size);
}

/** The selection with these people in it, or out of it. */
export function withSelected(selection: Selection, ids: Iterable<PersonId>, selected: boolean): Selection {
  const changed = new Set(selection.ids);
  const listed = selected === (selection.mode === 'include');
  for (const id of ids) {
    if (listed) changed.add(id);
    else changed.delete(id);
  }
  return { ...selection, ids: changed };
}

/** The selection with one person in where they were out, and the other way round. */
export function toggleSelected(selection: Selection, id: PersonId): Selection {
  return withSelected(selection, [id], !isSelected(selection, id));
}

/**
 * The selection after a range was drawn anew from its anchor: the rows of the former range are let go, those of the
 * new one taken. What lies outside both stays as it was.
 */
export function replaceRange(
  selection: Selection,
  former: Iterable<PersonId>,
  current: Iterable<PersonId>,
): Selection {
  return withSelected(withSelected(selection, former, false), current, true);
}

/**
 * What a press on the header's checkbox does: a list that is here as a whole, or is short (`isAtOnce`), is selected at
 * once; of another first the rows in sight, then all, then nobody. Source: look.md, "Two steps".
 */
export function computeHeaderAction(
  selection: Selection,
  shown: readonly PersonId[],
  isAtOnce: boolean,
  isAll: boolean,
): 'shown' | 'all' | 'none' {
  if (isAll) return 'none';
  const shownAreSelected = shown.length > 0 && shown.every((id) => isSelected(selection, id));
  return isAtOnce || shown.length === 0 || shownAreSelected ? 'all' : 'shown';
}
