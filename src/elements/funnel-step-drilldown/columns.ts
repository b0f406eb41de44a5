import type { PeopleColumn } from '../../i18n/people-messages.ts';
import type { ListSort } from './people-list.ts';

/** How much room the list has: a table in a wide or a narrower place, or cards. */
export type ListLayout = 'wide' | 'medium' | 'cards';

/** Every column, in order; its place here is its `aria-colindex`, whether or not it is drawn. */
export const COLUMNS: readonly PeopleColumn[] = [
  'select',
  'name',
  'source',
  'leadStage',
  'enteredAt',
  'waiting',
  'lastContactedAt',
  'next',
  'tags',
];

const CARDS: readonly PeopleColumn[] = ['select', 'name', 'leadStage', 'next', 'waiting'];

/** The columns that a layout has at most. What is left out stands in another cell's second line, or in the details. */
export function getColumns(layout: ListLayout): readonly PeopleColumn[] {
  return layout === 'cards' ? CARDS : COLUMNS;
}

/** The layout for a width of the list, in px. Source: look.md §0. */
export function computeLayout(inlineSize: number): ListLayout {
  if (inlineSize < 620) return 'cards';
  return inlineSize < 900 ? 'medium' : 'wide';
}

/** The columns a list can be sorted by. */
export const SORTABLE: readonly PeopleColumn[] = [
  'name',
  'source',
  'leadStage',
  'enteredAt',
  'waiting',
  'lastContactedAt',
  'next',
];

/** The order a column stands for. Who waits longest entered first, so waiting is the entry turned round. */
export function toSort(column: PeopleColumn, descending: boolean): ListSort {
  return column === 'waiting' ? { by: 'enteredAt', descending: !descending } : { by: column, descending };
}

/** Which column shows an order, and which way it points. */
export interface ColumnSort {
  column: PeopleColumn;
  descending: boolean;
}

/** What a press on a column's header does: ascending, then descending, then the order the list came in. */
export function cycleSort(current: ColumnSort | undefined, column: PeopleColumn): ColumnSort | undefined {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? undefined : { column, descending: true };
}

/** The `aria-sort` of a column. */
export function getAriaSort(
  current: ColumnSort | undefined,
  column: PeopleColumn,
): 'ascending' | 'descending' | 'none' {
  if (current?.column !== column) return 'none';
  return current.descending ? 'descending' : 'ascending';
}
