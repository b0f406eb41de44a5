import { rankKeys, type Ranks, type SortKey } from './rank-rows.ts';
import { valueAt, type CellValue, type Column, type DictionaryColumn } from '../dataset/column.ts';

/** Texts without a letter that could have an accent. */
const PLAIN = /^[ -~]*$/;

/** Lower case without accents, so that "Zoe" finds "Zoë". */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What is worked out once a column, for as long as the column is there. */
const folded = new WeakMap<DictionaryColumn, readonly string[]>();

/** The values of a dictionary folded, by their codes; a missing one is empty. */
export function foldValues(column: DictionaryColumn): readonly string[] {
  const known = folded.get(column);
  if (known !== undefined) return known;
  const values = column.values.map((value) => fold(String(value ?? '')));
  folded.set(column, values);
  return values;
}

/** What a value is sorted by: numbers as they are, all else as folded text. */
export function toKey(value: CellValue | undefined): SortKey {
  return typeof value === 'number' || value === undefined ? value : fold(String(value));
}

const ranked = new WeakMap<DictionaryColumn, Ranks>();

/** The ranks of the values of a dictionary, by their codes. */
export function rankValues(column: DictionaryColumn): Ranks {
  const known = ranked.get(column);
  if (known !== undefined) return known;
  const ranks = rankKeys(column.values.map(toKey));
  ranked.set(column, ranks);
  return ranks;
}

/** Tests rows of a column by their value, each value of a dictionary once. */
export function testColumn(
  column: Column | undefined,
  test: (value: CellValue | undefined) => boolean,
): (row: number) => boolean {
  if (column?.kind === 'dictionary') return testCodes(column, column.values.map(test));
  if (column?.kind === 'number') return (row) => test(valueAt(column, row));
  const result = test(undefined);
  return () => result;
}

/** Tests rows of a column by their folded text. */
export function testFolded(
  column: Column | undefined,
  test: (text: string) => boolean,
): (row: number) => boolean {
  if (column?.kind === 'dictionary') return testCodes(column, foldValues(column).map(test));
  return testColumn(column, (value) => test(fold(String(value ?? ''))));
}

function testCodes({ codes }: DictionaryColumn, results: readonly boolean[]): (row: number) => boolean {
  const hits = Uint8Array.from(results, Number);
  return (row) => hits[codes[row]!] === 1;
}
