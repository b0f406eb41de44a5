import type { PersonRow } from '../../engine/schema/index.ts';
import type { PeopleColumn } from '../../i18n/people-messages.ts';
import { COLUMNS } from './columns.ts';
import {
  formatDate,
  formatDays,
  formatName,
  formatNext,
  formatNextDetail,
  formatValue,
  type PeopleContext,
} from './people-text.ts';

/** How wide each column's content is, in rem, its padding included. */
export type ColumnWidths = Readonly<Record<PeopleColumn, number>>;

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
};

function measureLongest(texts: Iterable<string>, style: TextStyle, measure: MeasureText): number {
  const longest = [...new Set(texts)].sort((a, b) => b.length - a.length).slice(0, LONGEST);
  return Math.max(0, ...longest.map((text) => measure(text, style)));
}

/** A header breaks between words, so its longest word counts. */
function measureHeader(context: PeopleContext, column: PeopleColumn, measure: MeasureText): number {
  const words = context.localization.messages.people.columns[column].split(/\s/);
  return measureLongest(words, 'head', measure) + SORT_MARK;
}

function measureContent(
  context: PeopleContext,
  column: PeopleColumn,
  rows: readonly PersonRow[],
  measure: MeasureText,
): number {
  const longest = (style: TextStyle, toText: (row: PersonRow) => string) =>
    measureLongest(rows.map(toText), style, measure);
  switch (column) {
    case 'select':
      return 0;
    case 'name':
      return longest('name', (row) => formatName(context, row));
    case 'source':
      return longest('line', (row) => (row.source ? formatValue(context, 'source', row.source) : ''));
    case 'leadStage':
      return (
        PILL + longest('second', (row) => (row.leadStage ? formatValue(context, column, row.leadStage) : ''))
      );
    case 'waiting':
      return longest('name', (row) => formatDays(context, row.enteredAt));
    case 'enteredAt':
    case 'lastContactedAt':
      return longest('line', (row) => formatDate(context, row[column]));
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
  }
}

/** How wide each column should be for these rows, as far as its limits allow. */
export function measureColumns(
  context: PeopleContext,
  rows: readonly PersonRow[],
  measure: MeasureText,
): ColumnWidths {
  const sample = rows.slice(0, SAMPLE);
  const widths = COLUMNS.map((column) => {
    const [least, most] = LIMITS[column];
    const content = Math.max(
      measureContent(context, column, sample, measure),
      measureHeader(context, column, measure),
    );
    return [column, Math.min(most, Math.max(least, content + PADDING))] as const;
  });
  return Object.fromEntries(widths) as Record<PeopleColumn, number>;
}

/** In this order columns are left out where there is no room; `enteredAt` and `source` move into a second line. */
const LEFT_OUT: readonly PeopleColumn[] = ['enteredAt', 'lastContactedAt', 'source', 'tags'];
/** A column's second line, where the other one is not drawn. */
const SECOND_LINES: Partial<Record<PeopleColumn, PeopleColumn>> = {
  waiting: 'enteredAt',
  leadStage: 'source',
};

function widthOf(column: PeopleColumn, columns: readonly PeopleColumn[], widths: ColumnWidths): number {
  const second = SECOND_LINES[column];
  const isJoined = second !== undefined && !columns.includes(second);
  return Math.max(widths[column], isJoined ? widths[second] : 0);
}

/** The columns whose content fits into a width (in rem): all, or fewer. */
export function chooseColumns(available: number, widths: ColumnWidths): readonly PeopleColumn[] {
  let columns = COLUMNS;
  for (const column of LEFT_OUT) {
    const wanted = columns.reduce((sum, one) => sum + widthOf(one, columns, widths), 0);
    if (wanted <= available) return columns;
    columns = columns.filter((one) => one !== column);
  }
  return columns;
}

/** Whether the columns get less than their content needs, though some are left out already. */
export function isTight(available: number, columns: readonly PeopleColumn[], widths: ColumnWidths): boolean {
  const wanted = columns.reduce((sum, one) => sum + widthOf(one, columns, widths), 0);
  return wanted > available;
}

/**
 * The tracks of a row: the room is shared by what the columns need. Where it is tight, name and next step, which
 * can take two lines, share what the others leave.
 */
export function formatTracks(
  columns: readonly PeopleColumn[],
  widths: ColumnWidths,
  isTight: boolean,
): string {
  const tracks = columns.map((column) => {
    const width = widthOf(column, columns, widths).toFixed(2);
    if (column === 'select') return `${width}rem`;
    if (!isTight) return `minmax(0, ${width}fr)`;
    return column === 'next' || column === 'name' ? `minmax(0, ${width}fr)` : `minmax(0, ${width}rem)`;
  });
  return tracks.join(' ');
}
