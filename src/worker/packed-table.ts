import { isDictionary, type Cells, type DictionaryCells } from '../engine/dataset/cells.ts';
import type { Pace } from '../data/pace.ts';
import { ColumnBuilder } from '../data/readers/column-builder.ts';
import { isInstants, type RawCells } from '../data/readers/raw-cells.ts';
import type { RawTable } from '../data/readers/raw-table.ts';

/** Text of which much is there once, on its way: JSON arrays of so many cells each; a missing one is null in them. */
interface PackedText {
  kind: 'text';
  chunks: string[];
}

type PackedDictionary = Omit<DictionaryCells, 'values'> & { values: DictionaryCells['values'] | PackedText };
type PackedCells = RawCells | PackedText | PackedDictionary;

/** A table on its way to the worker. */
export type PackedTable = Omit<RawTable, 'columns' | 'isBorrowed'> & { columns: Record<string, PackedCells> };

type TypedArray = ArrayBufferView<ArrayBuffer> &
  ArrayLike<number> & {
    set(source: TypedArray, at: number): void;
    subarray(from: number, to: number): TypedArray;
  };

/** Numbers that are copied between two looks at the clock: well under a millisecond. */
const NUMBERS_PIECE = 65_536;
const TEXT_PIECE = 4096;

/**
 * A table as it crosses to the worker: without touching the host's own arrays, and in pieces, because what the port
 * itself copies it copies in one go, while the page stands still. Numbers, codes and instants are moved, those of the
 * host as a copy; text that repeats crosses once for each different value, other text by some thousand cells, because
 * cloning strings one by one is what costs. `transfer` collects the buffers that may be moved.
 */
export async function packTable(
  { columns, isBorrowed = false, ...table }: RawTable,
  transfer: Transferable[],
  pace: Pace,
): Promise<PackedTable> {
  const packed = new Map<string, PackedCells>();
  for (const [name, cells] of Object.entries(columns)) {
    const own = isBorrowed ? await copyColumn(cells, pace) : cells;
    transfer.push(...listBuffers(own));
    packed.set(name, await packColumn(own, pace));
  }
  return { ...table, columns: Object.fromEntries(packed) };
}

/** The table again; see {@link packTable}. */
export function unpackTable({ columns, ...table }: PackedTable): RawTable {
  const cells = Object.entries(columns).map(([name, packed]) => [name, unpackColumn(packed)]);
  return { ...table, columns: Object.fromEntries(cells) as RawTable['columns'] };
}

async function copyColumn(cells: RawCells, pace: Pace): Promise<RawCells> {
  if (isInstants(cells) || isDictionary(cells)) return cells;
  if (ArrayBuffer.isView(cells)) return copyNumbers(cells as unknown as TypedArray, pace);
  const builder = new ColumnBuilder();
  await pace.forEachPiece(cells.length, (from, to) => {
    for (let row = from; row < to; row += 1) builder.push(cells[row]);
  });
  return builder.finish();
}

/** A buffer of its own, of these numbers alone: a view may show a part of something larger. */
async function copyNumbers(numbers: TypedArray, pace: Pace): Promise<Cells> {
  const copy = new (numbers.constructor as new (length: number) => TypedArray)(numbers.length);
  const copyPiece = (from: number, to: number) => copy.set(numbers.subarray(from, to), from);
  await pace.forEachPiece(numbers.length, copyPiece, NUMBERS_PIECE);
  return copy;
}

function listBuffers(cells: RawCells): Transferable[] {
  const numbers = isInstants(cells) ? cells.ms : isDictionary(cells) ? cells.codes : cells;
  return ArrayBuffer.isView(numbers) ? [numbers.buffer as ArrayBuffer] : [];
}

async function packColumn(cells: RawCells, pace: Pace): Promise<PackedCells> {
  if (isInstants(cells)) return cells;
  if (isDictionary(cells)) return { ...cells, values: await packText(cells.values, pace) };
  return Array.isArray(cells) ? packText(cells, pace) : cells;
}

/** As they are where they are few, or not all text or missing: JSON would say the others in another way. */
async function packText<T extends readonly unknown[]>(cells: T, pace: Pace): Promise<T | PackedText> {
  const isText = (cell: unknown) => typeof cell === 'string' || cell === undefined;
  if (cells.length <= TEXT_PIECE || !cells.every(isText)) return cells;
  const chunks: string[] = [];
  const packPiece = (from: number, to: number) => chunks.push(JSON.stringify(cells.slice(from, to)));
  await pace.forEachPiece(cells.length, packPiece, TEXT_PIECE);
  return { kind: 'text', chunks };
}

function unpackColumn(cells: PackedCells): RawCells {
  if (isPackedText(cells)) return unpackText(cells);
  if (isInstants(cells as RawCells) || !isDictionary(cells as Cells)) return cells as RawCells;
  const { values, ...rest } = cells as PackedDictionary;
  return { ...rest, values: isPackedText(values) ? unpackText(values) : values };
}

function unpackText({ chunks }: PackedText): unknown[] {
  return chunks.flatMap((chunk) => (JSON.parse(chunk) as (string | null)[]).map((cell) => cell ?? undefined));
}

function isPackedText(value: unknown): value is PackedText {
  return (value as { kind?: unknown }).kind === 'text';
}
