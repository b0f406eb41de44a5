/** What stands between two cells. */
export type CsvSeparator = ',' | ';' | '\t';

/** By this mark spreadsheets know that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a cell holds. Numbers are written as they are; undefined is an empty cell. */
export type CsvCell = string | number | undefined;

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

/** Spreadsheets that separate by `;` read a decimal point as a date, or as text: there it is a comma. */
function formatCell(cell: CsvCell, separator: CsvSeparator): string {
  if (typeof cell !== 'number') return guardFormula(cell ?? '');
  return separator === ';' ? String(cell).replace('.', ',') : String(cell);
}

/** A line of the file, with its end. */
export function formatCsvLine(cells: readonly CsvCell[], separator: CsvSeparator): string {
  return `${cells.map((cell) => quote(formatCell(cell, separator), separator)).join(separator)}\r\n`;
}

/** The parts of a file's name. `kind` is its name where the title has no letter. */
export interface FileNameParts {
  title: string;
  kind: string;
  /** The day or the days it is about, as `2026-10-31`; may be empty. */
  when: string;
  extension: string;
}

/** The name of a file: what it is about, and when, without signs that file systems refuse. */
export function formatFileName({ title, kind, when, extension }: FileNameParts): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `${[words || kind, when].filter(Boolean).join('-')}.${extension}`;
}
