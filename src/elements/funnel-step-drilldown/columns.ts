import type { PersonRow } from '../../engine/schema/index.ts';
import type { PeopleColumn } from '../../i18n/people-messages.ts';
import { getPropertyValues, type ListSort } from './people-list.ts';
import { formatProperty, formatValue, type PeopleContext } from './people-text.ts';

/** How much room the list has: a table in a wide or a narrower place, or cards. */
export type ListLayout = 'wide' | 'medium' | 'cards';

/** One column: of the list's own, of its host's, or a property of the people. */
export interface Column {
  /** A {@link PeopleColumn}, an id of the host's, or the name of a property. */
  readonly id: string;
  readonly title: string;
  /** What the list is sorted by; without it the column cannot be sorted by. */
  readonly sortBy?: string | undefined;
  /** The text of a cell; the list's own columns are drawn by the list. */
  readonly format?: ((row: PersonRow) => string) | undefined;
  readonly isNumeric?: boolean | undefined;
  /** Drawn only where it was chosen. */
  readonly isExtra?: boolean | undefined;
  /** Of the list's host, which has something to say with it: it stands on cards too. */
  readonly isOfHost?: boolean | undefined;
}

/** The list's own columns, in order, and what each is sorted by. */
const OWN: Readonly<Record<PeopleColumn, string | undefined>> = {
  select: undefined,
  name: 'name',
  source: 'source',
  leadStage: 'leadStage',
  enteredAt: 'enteredAt',
  waiting: 'enteredAt',
  lastContactedAt: 'lastContactedAt',
  next: 'next',
  tags: undefined,
  consent: undefined,
};

/** Those that cannot be left out: without them there is nobody to see and nothing to choose by. */
export const FIXED: readonly string[] = ['select', 'name'];

const CARDS: readonly string[] = ['select', 'name', 'leadStage', 'next', 'waiting'];

function listOwn({ localization, description }: PeopleContext): Column[] {
  const titles = localization.messages.people.columns;
  return (Object.keys(OWN) as PeopleColumn[]).map((id) => {
    const named = description?.columns?.find((column) => column.id === id);
    return { id, title: named?.title ?? titles[id], sortBy: OWN[id] };
  });
}

function listProperties(context: PeopleContext, rows: readonly PersonRow[]): Column[] {
  const names = new Set(rows.flatMap((row) => Object.keys(row.properties ?? {})));
  return [...names].map((id) => ({
    id,
    title: formatProperty(context, id),
    sortBy: id,
    isExtra: true,
    format: (row) =>
      getPropertyValues(row, id)
        .map((value) => (value === null ? '' : formatValue(context, id, value)))
        .join(', '),
  }));
}

/** The columns the host adds. */
export function listHosts({ description }: PeopleContext): Column[] {
  const hosts = description?.columns?.filter(({ id }) => !(id in OWN)) ?? [];
  return hosts.map((column) => ({ ...column, isOfHost: true }));
}

/**
 * Every column there is for these rows, each once, in order: the list's own, its host's before the tags, then the
 * people's properties. A column's place here is its `aria-colindex`, whether or not it is drawn.
 */
export function listColumns(context: PeopleContext, rows: readonly PersonRow[]): readonly Column[] {
  const own = listOwn(context);
  const hosts = listHosts(context);
  const taken = new Set([...own, ...hosts].map(({ id }) => id));
  const properties = listProperties(context, rows).filter(({ id }) => !taken.has(id));
  const tags = own.findIndex(({ id }) => id === 'tags');
  return [...own.slice(0, tags), ...hosts, ...own.slice(tags), ...properties];
}

/** Whether a row has anything to say in a column. */
function isFilled({ id, format }: Column, row: PersonRow): boolean {
  if (format) return format(row) !== '';
  switch (id) {
    case 'select':
    case 'name':
      return true;
    case 'waiting':
      return Boolean(row.enteredAt);
    case 'tags':
      return Boolean(row.tags?.length);
    case 'consent':
      return row.consent?.email !== undefined || row.consent?.sms !== undefined;
    case 'next':
      return row.next !== undefined;
    default:
      return Boolean(row[id]);
  }
}

/**
 * The columns that are wanted: those chosen, in the order of all; without a choice those that are no extra and that
 * somebody fills.
 */
export function chooseWanted(
  all: readonly Column[],
  chosen: readonly string[] | undefined,
  rows: readonly PersonRow[],
): readonly Column[] {
  if (chosen) return all.filter(({ id }) => FIXED.includes(id) || chosen.includes(id));
  return all.filter(
    (column) => !column.isExtra && (rows.length === 0 || rows.some((row) => isFilled(column, row))),
  );
}

/**
 * What cards have of the columns wanted: those a card is made of, and as many of the host's as there is room for,
 * which is one beside the next step and two without it. The others stand in the details.
 */
export function chooseCards(wanted: readonly Column[]): readonly Column[] {
  const room = wanted.some(({ id }) => id === 'next') ? 1 : 2;
  const hosts = wanted.filter(({ isOfHost }) => isOfHost).slice(0, room);
  return wanted.filter((column) => CARDS.includes(column.id) || hosts.includes(column));
}

/** The layout for a width of the list, in px. Source: look.md §0. */
export function computeLayout(inlineSize: number): ListLayout {
  if (inlineSize < 620) return 'cards';
  return inlineSize < 900 ? 'medium' : 'wide';
}

/** Which column shows an order, and which way it points. */
export interface ColumnSort {
  column: string;
  descending: boolean;
}

/** The order a column stands for. Who waits longest entered first, so waiting is the entry turned round. */
export function toSort({ id, sortBy = id }: Pick<Column, 'id' | 'sortBy'>, descending: boolean): ListSort {
  return { by: sortBy, descending: id === 'waiting' ? !descending : descending };
}

/** What a press on a column's header does: ascending, then descending, then the order the list came in. */
export function cycleSort(current: ColumnSort | undefined, column: string): ColumnSort | undefined {
  if (current?.column !== column) return { column, descending: false };
  return current.descending ? undefined : { column, descending: true };
}

/** The `aria-sort` of a column. */
export function getAriaSort(
  current: ColumnSort | undefined,
  column: string,
): 'ascending' | 'descending' | 'none' {
  if (current?.column !== column) return 'none';
  return current.descending ? 'descending' : 'ascending';
}
