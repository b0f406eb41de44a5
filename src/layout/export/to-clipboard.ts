import type { FunnelResult } from '../../engine/schema/index.ts';
import type { ChartLocalization } from '../../i18n/chart-localization.ts';
import { guardFormula } from './csv.ts';
import { type ColumnKind, type TableColumn, toFunnelTable, type TableValue } from './funnel-table.ts';
import { element, escapeMarkup } from './markup.ts';

/** A table as the clipboard takes it: for spreadsheets and plain fields, and for documents and mail. */
export interface ClipboardTable {
  /** Cells between tabs. */
  text: string;
  html: string;
}

/**
 * A funnel's result as a table for reading: rates as percentages and times in words, but counts without the spaces that
 * keep spreadsheets from reading them as numbers. Source: look.md §4.
 */
export function toClipboardTable(result: FunnelResult, localization: ChartLocalization): ClipboardTable {
  const table = toFunnelTable(result, localization);
  const kept = table.columns.flatMap((column, at) => (column.isForReading ? [{ column, at }] : []));
  const rows = table.rows.map((row) =>
    kept.map(({ column, at }) => toText(row[at], column.kind, result, localization)),
  );
  const columns = kept.map(({ column }) => column);
  return { text: toTsv(columns, rows), html: toHtml(columns, rows, localization.tag) };
}

function toText(
  value: TableValue,
  kind: ColumnKind,
  { currency }: FunnelResult,
  { format, tag }: ChartLocalization,
): string {
  if (typeof value !== 'number') return guardFormula(value ?? '');
  if (kind === 'rate') return format.percent(value);
  if (kind === 'seconds') return format.duration(value);
  if (kind === 'money') return format.currency(value, currency);
  return new Intl.NumberFormat(tag, { useGrouping: false, maximumFractionDigits: 2 }).format(value);
}

function toTsv(columns: readonly TableColumn[], rows: readonly string[][]): string {
  const toLine = (cells: readonly string[]): string =>
    cells.map((cell) => cell.replace(/\s/g, ' ')).join('\t');
  return [columns.map(({ title }) => title), ...rows].map(toLine).join('\n');
}

function toHtml(columns: readonly TableColumn[], rows: readonly string[][], lang: string): string {
  const head = columns.map(({ title }) => element('th', { scope: 'col' }, escapeMarkup(title))).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, at) => {
      const isNumber = columns[at]?.kind !== 'text';
      return element('td', { align: isNumber ? 'right' : undefined }, escapeMarkup(cell));
    });
    return element('tr', {}, cells.join(''));
  });
  const content = element('thead', {}, element('tr', {}, head)) + element('tbody', {}, body.join(''));
  return element('table', { lang, border: 1 }, content);
}
