import type { PersonRow } from '../../engine/schema/index.ts';
import type { PeopleColumn } from '../../i18n/people-messages.ts';
import type { Column } from './columns.ts';
import {
  formatConsent,
  formatContact,
  formatDate,
  formatDays,
  formatName,
  formatNext,
  formatNextDetail,
  formatValue,
  type PeopleContext,
} from './people-text.ts';

/** How wide each column's content is, in rem, its padding included. */
export type ColumnWidths = Readonly<Record<string, number>>;

/** What columns need, and what the name would fill, its contact included, where others leave room. */
export interface ColumnSizes {
  readonly needed: ColumnWidths;
  readonly wished: ColumnWidths;
}

/** The width of a text, in rem. */
export type MeasureText = (text: string, style: TextStyle) => number;

/** `name` is bold, `second` and `head` are small; as in the styles of the list. */
export type TextStyle = 'line' | 'name' | 'second' | 'head';

/** Rows that are measured: enough to know a column by, few enough to cost nothing. */
const SAMPLE = 300;
/** Of many texts only the ones with the most letters are measured. */
const LONGEST = 12;
const PADDING = 1;
const PILL = 1;
const SORT_MARK = 0.8;
/** So much a contact needs, as a usual address is not longer; before it is cut, a column makes way. */
const USUAL_CONTACT = 10;
/** A column of contacts takes no more than this for them. */
const MOST_CONTACT = 18;
/** Two lines of a next step: the share of its width that one of them needs. */
const TWO_LINES = 0.6;
/** What a column takes at least and at most, whatever it holds. */
const LIMITS: Record<PeopleColumn, readonly [number, number]> = {
  select: [2.5, 2.5],
  name: [8, 14],
  source: [5, 12],
  leadStage: [6, 12],
  enteredAt: [6, 9],
  waiting: [5, 9],
  lastContactedAt: [6, 9],
  next: [10, 21],
  tags: [6, 10],
  consent: [6, 11],
};
/** The same of a column of the host's, or of a property. */
const OTHER_LIMITS = [5, 14] as const;

function isOwn(id: string): id is PeopleColumn {
  return id in LIMITS;
}

function measureLongest(texts: Iterable<string>, style: TextStyle, measure: MeasureText): number {
  const longest = [...new Set(texts)].sort((a, b) => b.length - a.length).slice(0, LONGEST);
  return Math.max(0, ...longest.map((text) => measure(text, style)));
}

/** A header takes two lines at most: it breaks between the words where that is narrowest. */
function measureHeader({ title }: Column, measure: MeasureText): number {
  const words = title.split(/\s+/);
  const breaks = words.map((_, index) => {
    const lines = [words.slice(0, index + 1), words.slice(index + 1)];
    return Math.max(...lines.map((line) => measure(line.join(' '), 'head')));
  });
  return Math.min(...breaks) + SORT_MARK;
}

function measureContent(
  context: PeopleContext,
  column: Column,
  rows: readonly PersonRow[],
  measure: MeasureText,
): number {
  const longest = (style: TextStyle, toText: (row: PersonRow) => string) =>
    measureLongest(rows.map(toText), style, measure);
  const { id, format } = column;
  if (!isOwn(id)) return longest('line', (row) => format?.(row) ?? '');
  switch (id) {
    case 'select':
      return 0;
    case 'name':
      return Math.max(
        longest('name', (row) => formatName(context, row)),
        Math.min(USUAL_CONTACT, longest('second', formatContact)),
      );
    case 'source':
      return longest('line', (row) => (row.source ? formatValue(context, 'source', row.source) : ''));
    case 'leadStage':
      return (
        PILL + longest('second', (row) => (row.leadStage ? formatValue(context, id, row.leadStage) : ''))
      );
    case 'waiting':
      return longest('name', (row) => formatDays(context, row));
    case 'enteredAt':
    case 'lastContactedAt':
      return longest('line', (row) => formatDate(context, row[id]));
    case 'next':
      return Math.max(
        longest('line', (row) => formatNext(context, row)),
        longest('second', (row) => formatNextDetail(context, row)),
      );
    case 'tags':
      return (
        PILL +
        measureLongest(
          rows.flatMap((row) => row.tags ?? []),
          'second',
          measure,
        )
      );
    case 'consent':
      return measureLongest(
        rows.flatMap((row) => formatConsent(context, row)),
        'second',
        measure,
      );
  }
}

/** How wide each column should be for these rows, as far as its limits allow. */
export function measureColumns(
  context: PeopleContext,
  columns: readonly Column[],
  rows: readonly PersonRow[],
  measure: MeasureText,
): ColumnWidths {
  const sample = rows.slice(0, SAMPLE);
  const widths = columns.map((column) => {
    const [least, most] = isOwn(column.id) ? LIMITS[column.id] : OTHER_LIMITS;
    const content = Math.max(
      measureContent(context, column, sample, measure),
      measureHeader(column, measure),
    );
    return [column.id, Math.min(most, Math.max(least, content + PADDING))] as const;
  });
  return Object.fromEntries(widths);
}

/** What the name's column would fill with the contact under the name, in rem. */
export function measureContacts(
  rows: readonly PersonRow[],
  needed: ColumnWidths,
  measure: MeasureText,
): ColumnWidths {
  const contacts = measureLongest(rows.slice(0, SAMPLE).map(formatContact), 'second', measure) + PADDING;
  return { name: Math.max(needed['name'] ?? 0, Math.min(MOST_CONTACT, contacts)) };
}

/** In this order columns are left out where there is no room; `enteredAt` and `source` move into a second line. */
const LEFT_OUT: readonly string[] = ['consent', 'enteredAt', 'lastContactedAt', 'source', 'tags'];
/** These stay, however narrow it is. */
const KEPT: readonly string[] = ['select', 'name', 'leadStage', 'waiting', 'next'];
/** A column's second line, where the other one is wanted but not drawn. */
export const SECOND_LINES: Readonly<Record<string, string>> = { waiting: 'enteredAt', leadStage: 'source' };

/** The columns drawn, and those that are wanted whether or not there is room. */
export interface ColumnChoice {
  readonly drawn: readonly Column[];
  readonly wanted: readonly Column[];
}

/** The column that stands in the second line of another one; undefined where it has one of its own, or is not wanted. */
export function findSecondLine({ drawn, wanted }: ColumnChoice, id: string): string | undefined {
  const second = SECOND_LINES[id];
  const isHidden = !drawn.some((one) => one.id === second);
  return isHidden && wanted.some((one) => one.id === second) ? second : undefined;
}

function widthOf(column: Column, choice: ColumnChoice, widths: ColumnWidths): number {
  const second = findSecondLine(choice, column.id);
  return Math.max(widths[column.id] ?? 0, second === undefined ? 0 : (widths[second] ?? 0));
}

function sumWidths(choice: ColumnChoice, widths: ColumnWidths): number {
  return choice.drawn.reduce((sum, one) => sum + widthOf(one, choice, widths), 0);
}

/** In which order the wanted columns are left out: the list's own, then what was added, the last of it first. */
function listLeftOut(wanted: readonly Column[]): string[] {
  const ids = wanted.map(({ id }) => id);
  const added = ids.filter((id) => !KEPT.includes(id) && !LEFT_OUT.includes(id));
  return [...LEFT_OUT.filter((id) => ids.includes(id)), ...added.reverse()];
}

/** The columns whose content fits into a width (in rem): all that are wanted, or fewer. */
export function chooseColumns(
  available: number,
  wanted: readonly Column[],
  widths: ColumnWidths,
): readonly Column[] {
  let drawn = wanted;
  for (const id of listLeftOut(wanted)) {
    if (sumWidths({ drawn, wanted }, widths) <= available) return drawn;
    drawn = drawn.filter((one) => one.id !== id);
  }
  return drawn;
}

/** Whether the columns get less than their content needs, though some are left out already. */
export function isTight(available: number, choice: ColumnChoice, widths: ColumnWidths): boolean {
  return sumWidths(choice, widths) > available;
}

/** How much of its wish the name gets (rem): what is left over, or what the next step can spare on two lines. */
function sizeName(available: number, choice: ColumnChoice, { needed, wished }: ColumnSizes): number {
  const least = needed['name'] ?? 0;
  const spare = available - sumWidths(choice, needed);
  const hasNext = choice.drawn.some(({ id }) => id === 'next');
  const next = hasNext ? (needed['next'] ?? 0) * (1 - TWO_LINES) : 0;
  const room = spare < 0 ? spare + next : spare;
  return least + Math.max(0, Math.min((wished['name'] ?? 0) - least, room));
}

/**
 * The tracks of a row: the room (rem) is shared by what the columns need, and what is left goes to the contacts
 * first. Where it is tight, name and next step, which can take two lines, share what the others leave.
 */
export function formatTracks(available: number, choice: ColumnChoice, sizes: ColumnSizes): string {
  const tight = isTight(available, choice, sizes.needed);
  const name = sizeName(available, choice, sizes);
  const tracks = choice.drawn.map((column) => {
    const { id } = column;
    const width = (id === 'name' ? name : widthOf(column, choice, sizes.needed)).toFixed(2);
    if (id === 'select') return `${width}rem`;
    if (!tight || id === 'next') return `minmax(0, ${width}fr)`;
    return id === 'name' && name === sizes.needed['name']
      ? `minmax(0, ${width}fr)`
      : `minmax(0, ${width}rem)`;
  });
  return tracks.join(' ');
}
