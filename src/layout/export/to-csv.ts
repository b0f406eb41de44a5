import type { FunnelResult } from '../../engine/schema/index.ts';
import { EXPORT_MESSAGES } from '../../i18n/export-messages.ts';
import { getChartLocalization } from '../../i18n/chart-localization.ts';
import { BYTE_ORDER_MARK, chooseSeparator, type CsvSeparator, formatCsvLine } from './csv.ts';
import { type ColumnKind, toFunnelTable, type TableValue } from './funnel-table.ts';

/** How a result is written as CSV. */
export interface CsvOptions {
  /** The language of names and titles, and of how numbers are separated. English unless said. */
  locale?: string;
  /** What stands between two cells: what spreadsheets of the language expect unless said. */
  separator?: CsvSeparator;
}

/** As many decimals of a rate as a count of a million can tell apart. */
const RATE_DECIMALS = 1e6;

/**
 * A funnel's result as a CSV file: a row for each step, and for each step of each group. Numbers are raw (a rate from 0
 * to 1, times in seconds), dates ISO 8601; UTF-8 with a byte order mark; what begins like a formula is guarded. With `;`
 * the decimal is a comma, as in the spreadsheets that expect it. Pure: runs in Node too. Source: look.md §4.
 */
export function toCSV(result: FunnelResult, options: CsvOptions = {}): string {
  const localization = getChartLocalization(options.locale);
  const separator = options.separator ?? chooseSeparator(localization.tag);
  const { columns, rows } = toFunnelTable(result, localization);
  const words = EXPORT_MESSAGES[localization.messages.language];
  const titles = columns.map(({ title, kind }) => (kind === 'seconds' ? words.inSeconds(title) : title));
  const lines = rows.map((row) => row.map((value, at) => toRaw(value, columns[at]?.kind)));
  return BYTE_ORDER_MARK + [titles, ...lines].map((line) => formatCsvLine(line, separator)).join('');
}

function toRaw(value: TableValue, kind: ColumnKind | undefined): TableValue {
  if (typeof value !== 'number') return value;
  return kind === 'rate' ? Math.round(value * RATE_DECIMALS) / RATE_DECIMALS : value;
}
