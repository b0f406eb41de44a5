import type { Formats } from './formats.ts';

/** Amounts of one table, all to the same digit, so that what is subtracted and added up on the page comes out. */
export interface TableMoney {
  /** An amount as the table shows it, as a number. */
  round(value: number): number;
  /** The same as text. */
  format(value: number): string;
}

/** From here on cents say nothing. */
const WHOLE_FROM = 100;

/**
 * Whole amounts where the largest is a hundred or more, else cents. A currency is an ISO 4217 code; without one a bare
 * number.
 */
export function createTableMoney(
  amounts: readonly number[],
  currency: string | undefined,
  { tag, format }: { tag: string; format: Formats },
): TableMoney {
  const digits = Math.max(0, ...amounts.map(Math.abs)) >= WHOLE_FROM ? 0 : 2;
  const round = (value: number) => Number(value.toFixed(digits)) + 0;
  const isCode = currency !== undefined && /^[a-z]{3}$/i.test(currency);
  const numbers = isCode
    ? new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      })
    : undefined;
  const write = (value: number) => numbers?.format(value).replace('-', '\u2212') ?? format.number(value);
  return { round, format: (value) => write(round(value)) };
}
