import { isDictionary, type Cells, type DictionaryCells } from './cells.ts';
import type { InputEventTable } from './store-input.ts';
import { toId, toText } from './to-kind.ts';

/** In place of a number: there is no type, there is no person. */
export const NONE = -1;

/** The types of the rows of a table, as numbers. */
export interface TypeColumn {
  /** Place in `types` by row; {@link NONE} where a row has none. */
  codes: Int32Array;
  /** In the order in which the rows have them. */
  types: readonly string[];
}

/** The type of each row: that of the whole table, or what stands in its column. */
export function readTypes({ type, columns, length }: InputEventTable): TypeColumn {
  const codes = new Int32Array(length);
  if (type !== undefined) return { codes, types: [type] };
  const types = new Map<string, number>();
  readCells(columns['type'], codes, (cell) => {
    const text = toText(cell);
    if (text === undefined) return NONE;
    const code = types.get(text) ?? types.size;
    types.set(text, code);
    return code;
  });
  return { codes, types: [...types.keys()] };
}

/**
 * The dense index of each row's person, by `indexOf`; {@link NONE} where there is no id. A row without a type or an
 * instant has none either: a person becomes known by rows that can be used.
 */
export function readPersons(
  people: Cells | undefined,
  types: Int32Array,
  ms: Float64Array,
  indexOf: (id: string | number) => number,
): Int32Array {
  const persons = new Int32Array(types.length);
  for (let row = 0; row < persons.length; row++)
    if (types[row] === NONE || Number.isNaN(ms[row])) persons[row] = NONE;
  readCells(people, persons, (cell) => {
    const id = toId(cell);
    return id === undefined ? NONE : indexOf(id);
  });
  return persons;
}

/** Reads cells as numbers, in the rows whose number is not {@link NONE} already. */
function readCells(cells: Cells | undefined, numbers: Int32Array, read: (cell: unknown) => number): void {
  if (cells === undefined) numbers.fill(NONE);
  else if (isDictionary(cells)) readDictionary(cells, numbers, read);
  else
    for (let row = 0; row < numbers.length; row++) if (numbers[row] !== NONE) numbers[row] = read(cells[row]);
}

const UNREAD = -2;

/** What repeats is read once, with the first row that has it. */
function readDictionary(
  { codes, values }: DictionaryCells,
  numbers: Int32Array,
  read: (cell: unknown) => number,
): void {
  const known = new Int32Array(values.length).fill(UNREAD);
  for (let row = 0; row < numbers.length; row++) {
    if (numbers[row] === NONE) continue;
    const code = codes[row]!;
    if (known[code] === UNREAD) known[code] = read(values[code]);
    numbers[row] = known[code]!;
  }
}
