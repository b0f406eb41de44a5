import type { ColumnKind } from './column-vocabulary.ts';
import { detectDateFormat, toIsoDate, type DateFormat, type DateOrder } from './date-format.ts';
import type { RawCells } from './readers/raw-cells.ts';

const YES = new Set(['true', 'yes', 'y', 'oui', 'o', 'vrai', '1', 'x']);
const NO = new Set(['false', 'no', 'n', 'non', 'faux', '0']);
/** 1 234,50 € · 12,5 · 1.234,50: a comma before one or two last digits cannot divide thousands. */
const COMMA_DECIMAL = /^-?(\d{1,3}([ .\u00a0\u202f]\d{3})+|\d+),\d{1,2}$/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
const CURRENCY = /^[€$£]\s*|\s*([€$£]|eur|chf|cad|usd|gbp)$/gi;

/** `true` or `false` of the usual words of a yes-or-no column; any other value as it is. */
export function toFlag(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : value;
}

/** A number of text such as `12.50`, `12,50 €`, `1 234,50`; any other value as it is. */
export function toNumber(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim().replace(CURRENCY, '');
  if (PLAIN_NUMBER.test(text)) return Number(text);
  if (!COMMA_DECIMAL.test(text)) return value;
  return Number(text.replace(/[ .\u00a0\u202f]/g, '').replace(',', '.'));
}

/** The entries of a cell that holds a list, divided by semicolons, bars or commas. */
export function toList(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const separator = /[;|]/.test(value) ? /[;|]/ : ',';
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const trimmed = (value: unknown) => (typeof value === 'string' ? value.trim() : value);

/** How the cells of a column are read, or undefined when they stay as they are. */
export function chooseCellReader(
  kind: ColumnKind,
  values: RawCells,
  order?: DateOrder,
): ((value: unknown) => unknown) | undefined {
  if (ArrayBuffer.isView(values)) return undefined;
  switch (kind) {
    case 'id':
      return trimmed;
    case 'instant':
      return chooseDateReader(detectDateFormat(values), order);
    case 'number':
      return toNumber;
    case 'flag':
      return toFlag;
    case 'list':
      return toList;
    case 'text':
      return undefined;
  }
}

function chooseDateReader(
  detected: DateFormat,
  order?: DateOrder,
): ((value: unknown) => unknown) | undefined {
  const isYearLast = detected === 'ambiguous' || detected === 'dmy' || detected === 'mdy';
  const format = isYearLast && order !== undefined ? order : detected;
  if (format === 'iso' || format === 'epoch-ms' || format === 'unknown' || format === 'ambiguous')
    return undefined;
  return (value) => toIsoDate(value, format);
}
