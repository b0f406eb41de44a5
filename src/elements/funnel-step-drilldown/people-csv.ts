import type { PersonRow } from '../../engine/schema/index.ts';
import type { Column } from './columns.ts';
import {
  computeDays,
  formatConsent,
  formatName,
  formatNext,
  formatNextDetail,
  formatValue,
  type PeopleContext,
} from './people-text.ts';

/** What stands between two cells. */
export type CsvSeparator = ',' | ';' | '\t';

/** By this mark spreadsheets know that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A column of the file. */
export interface CsvColumn {
  readonly title: string;
  readonly format: (row: PersonRow) => string;
}

/** The separator that spreadsheets of a language expect: `;` where the comma is in the numbers. */
export function chooseSeparator(tag: string): CsvSeparator {
  const parts = new Intl.NumberFormat(tag).formatToParts(0.5);
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}

/**
 * A text that no spreadsheet takes for a formula: what begins like one is led by an apostrophe. Blanks in front do not
 * hide it. Source: look.md §2, "CSV of names".
 */
export function guardFormula(text: string): string {
  return /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
}

function quote(text: string, separator: CsvSeparator): string {
  const isPlain = !/["\r\n]/.test(text) && !text.includes(separator) && text.trim() === text;
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** A line of the file, with its end. */
export function formatCsvLine(cells: readonly string[], separator: CsvSeparator): string {
  return `${cells.map((cell) => quote(guardFormula(cell), separator)).join(separator)}\r\n`;
}

/** A day as `2026-10-31` in the studio's time zone; empty where there is none. */
function formatDay(
  { localization, timeZone }: PeopleContext,
  instant: string | number | null | undefined,
): string {
  return localization.format.day(instant ?? '', timeZone) ?? '';
}

function listOne(context: PeopleContext, { id, title, format }: Column): CsvColumn[] {
  const words = context.localization.messages.people;
  const toColumn = (toText: (row: PersonRow) => string, name = title) => [{ title: name, format: toText }];
  if (format) return toColumn(format);
  switch (id) {
    case 'name':
      return [
        ...toColumn((row) => formatName(context, row)),
        ...toColumn((row) => row.email ?? '', words.contactEmail),
        ...toColumn((row) => row.phone ?? '', words.contactPhone),
      ];
    case 'source':
    case 'leadStage':
      return toColumn((row) => (row[id] ? formatValue(context, id, row[id]) : ''));
    case 'enteredAt':
    case 'lastContactedAt':
      return toColumn((row) => formatDay(context, row[id]));
    case 'waiting':
      return toColumn((row) => String(computeDays(context, row.enteredAt) ?? ''), words.waitingDays);
    case 'next':
      return toColumn((row) =>
        [formatNext(context, row), formatNextDetail(context, row)].filter(Boolean).join(' · '),
      );
    case 'tags':
      return toColumn((row) => (row.tags ?? []).join(', '));
    case 'consent':
      return toColumn((row) => formatConsent(context, row).join(' · '));
    default:
      return [];
  }
}

/** The columns of the file for columns of the list: the same, with the contacts that stand beside the name. */
export function listCsvColumns(context: PeopleContext, columns: readonly Column[]): CsvColumn[] {
  return columns.flatMap((column) => listOne(context, column));
}

/** The name of the file: where its people stand, and the day. */
export function formatFileName(context: PeopleContext, title: string): string {
  const day = formatDay(context, context.now);
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `${words || 'people'}-${day}.csv`;
}
