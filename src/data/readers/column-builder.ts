import type { DictionaryCells } from '../../engine/dataset/cells.ts';
import { resize } from '../../engine/dataset/gather.ts';
import { parsePlainInstant, toInstantText, type InstantCells, type RawCells } from './raw-cells.ts';

/**
 * Above so many different values, most of them met only once, a dictionary costs more than it saves. The number is
 * large because rows in order of time meet new people all along.
 */
const DICTIONARY_LIMIT = 200_000;
const DICTIONARY_SHARE = 0.8;
const FIRST_CAPACITY = 1024;
/** Longer pieces of a text keep the whole text they were cut from alive, in the engines that are used. */
const LONGEST_COPIED = 12;

/** A growing typed array. */
class Growing<A extends Uint32Array | Float64Array | Int32Array> {
  length = 0;
  #array: A;

  constructor(array: A) {
    this.#array = array;
  }

  push(value: number): void {
    if (this.length === this.#array.length) this.#array = resize(this.#array, this.length * 2);
    this.#array[this.length++] = value;
  }

  /** A copy of exactly what was pushed, so that the spare room is given back. */
  finish(): A {
    return this.#array.slice(0, this.length) as A;
  }
}

/** Whole numbers, one a row, such as the lines rows start on. */
export function createIntegers(): Growing<Int32Array> {
  return new Growing(new Int32Array(FIRST_CAPACITY));
}

/** Cells of one kind while they come in. `take` refuses a value that is of another kind. */
interface Encoding {
  take(value: unknown): boolean;
  finish(): RawCells;
  /** The cells so far, for the next encoding. */
  cells(): Iterable<unknown>;
}

class NumberEncoding implements Encoding {
  readonly #numbers = new Growing(new Float64Array(FIRST_CAPACITY));

  take(value: unknown): boolean {
    if (typeof value === 'number') this.#numbers.push(value);
    else if (value === undefined) this.#numbers.push(NaN);
    else return false;
    return true;
  }

  finish(): Float64Array {
    return this.#numbers.finish();
  }

  *cells() {
    for (const number of this.finish()) yield Number.isNaN(number) ? undefined : number;
  }
}

class DictionaryEncoding implements Encoding {
  readonly #codes = new Growing(new Uint32Array(FIRST_CAPACITY));
  readonly #known = new Map<unknown, number>();
  readonly #isOfPieces: boolean;

  constructor(isOfPieces: boolean) {
    this.#isOfPieces = isOfPieces;
  }

  take(value: unknown): boolean {
    const code = this.#known.get(value) ?? this.#learn(value);
    if (code === undefined) return false;
    this.#codes.push(code);
    return true;
  }

  #learn(value: unknown): number | undefined {
    if (typeof value === 'object' && value !== null) return undefined;
    const size = this.#known.size;
    if (size >= DICTIONARY_LIMIT && size > DICTIONARY_SHARE * this.#codes.length) return undefined;
    this.#known.set(this.#isOfPieces ? toOwnText(value) : value, size);
    return size;
  }

  finish(): DictionaryCells {
    return { kind: 'dictionary', codes: this.#codes.finish(), values: [...this.#known.keys()] };
  }

  cells(): unknown[] {
    const { codes, values } = this.finish();
    const cells: unknown[] = [];
    for (let row = 0; row < codes.length; row += 1) cells.push(values[codes[row]!]);
    return cells;
  }
}

/**
 * Text that is one instant a row, all written in one way: eight bytes a cell instead of a string. Comes before the
 * dictionary, which would learn a new text with nearly every row. Missing cells are empty ones here; a column that begins
 * with one is of no kind yet.
 */
class InstantEncoding implements Encoding {
  readonly #ms = new Growing(new Float64Array(FIRST_CAPACITY));
  #length: number | undefined;

  take(value: unknown): boolean {
    if (this.#length !== undefined && (value === '' || value === undefined)) {
      this.#ms.push(NaN);
      return true;
    }
    if (typeof value !== 'string' || value.length !== (this.#length ?? value.length)) return false;
    const ms = parsePlainInstant(value);
    if (Number.isNaN(ms)) return false;
    this.#length = value.length;
    this.#ms.push(ms);
    return true;
  }

  finish(): InstantCells {
    const digits = this.#length === 24 ? 3 : 0;
    return { kind: 'instants', ms: this.#ms.finish(), clock: 'utc', digits };
  }

  *cells() {
    const cells = this.finish();
    for (const instant of cells.ms) yield toInstantText(cells, instant);
  }
}

class PlainEncoding implements Encoding {
  readonly #values: unknown[] = [];

  take(value: unknown): boolean {
    this.#values.push(value);
    return true;
  }

  finish(): unknown[] {
    return this.#values;
  }

  cells(): unknown[] {
    return this.#values;
  }
}

/** A text of its own memory, for one that is a piece of a longer one. */
function toOwnText(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= LONGEST_COPIED) return value;
  return JSON.parse(JSON.stringify(value)) as unknown;
}

/** From the tightest to the one that takes anything. */
const ENCODINGS = [
  () => new NumberEncoding(),
  () => new InstantEncoding(),
  (isOfPieces: boolean) => new DictionaryEncoding(isOfPieces),
  () => new PlainEncoding(),
] as const;

/**
 * Collects the cells of a column in the tightest form that holds them all: numbers, instants, a dictionary of values that
 * repeat, or else the values as they are; null is missing, as undefined is. A column that turns out to be of another kind
 * is put over.
 */
export class ColumnBuilder {
  length = 0;
  /** Whether no cell says anything so far. */
  isBlank = true;
  readonly #isOfPieces: boolean;
  #place = 0;
  #encoding: Encoding = ENCODINGS[0]();

  /** @param isOfPieces whether texts are cut from a longer one, which would be kept alive as a whole */
  constructor(isOfPieces = false) {
    this.#isOfPieces = isOfPieces;
  }

  push(value: unknown): void {
    if (this.isBlank && value !== undefined && value !== null && value !== '') this.isBlank = false;
    this.length += 1;
    const cell = value === null ? undefined : value;
    if (!this.#encoding.take(cell)) this.#moveOn(cell);
  }

  /** Leaves cells missing up to a row. */
  padTo(length: number): void {
    while (this.length < length) this.push(undefined);
  }

  finish(): RawCells {
    return this.#encoding.finish();
  }

  #moveOn(value: unknown): void {
    const former = this.#encoding;
    do {
      this.#place += 1;
      this.#encoding = ENCODINGS[this.#place]!(this.#isOfPieces);
    } while (!this.#takesAll(former.cells()) || !this.#encoding.take(value));
  }

  #takesAll(cells: Iterable<unknown>): boolean {
    for (const cell of cells) if (!this.#encoding.take(cell)) return false;
    return true;
  }
}
