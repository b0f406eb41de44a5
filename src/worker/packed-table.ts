import { isDictionary, type Cells } from '../engine/dataset/cells.ts';
import type { Pace } from '../data/pace.ts';
import { ColumnBuilder } from '../data/readers/column-builder.ts';
import { isInstants, type RawCells } from '../data/readers/raw-cells.ts';
import type { RawTable } from '../data/readers/raw-table.ts';

/** Text that hardly repeats, on its way: JSON arrays of so many rows each; a missing cell is null in them. */
interface TextCells {
  kind: 'text';
  chunks: string[];
}

type PackedCells = RawCells | TextCells;

/** A table on its way to the worker. */
export type PackedTable = Omit<RawTable, 'columns'> & { columns: Record<string, PackedCells> };

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
  { columns, ...table }: RawTable,
  transfer: Transferable[],
  pace: Pace,
): Promise<PackedTable> {
  const packed = new Map<string, PackedCells>();
  for (const [name, cells] of Object.entries(columns))
    packed.set(name, moveBuffer(await packColumn(cells, pace), transfer));
  return { ...table, columns: Object.fromEntries(packed) };
}

/** The table again; see {@link packTable}. */
export function unpackTable({ columns, ...table }: PackedTable): RawTable {
  const cells = Object.entries(columns).map(([name, packed]) => [name, unpackColumn(packed)]);
  return { ...table, columns: Object.fromEntries(cells) as RawTable['columns'] };
}

async function packColumn(cells: RawCells, pace: Pace): Promise<PackedCells> {
  if (isInstants(cells) || isDictionary(cells)) return cells;
  if (ArrayBuffer.isView(cells)) return copyNumbers(cells as unknown as TypedArray, pace);
  const builder = new ColumnBuilder();
  await pace.forEachPiece(cells.length, (from, to) => {
    for (let row = from; row < to; row += 1) builder.push(cells[row]);
  });
  const packed = builder.finish();
  return Array.isArray(packed) ? ((await packText(packed, pace)) ?? packed) : packed;
}

/** A buffer of its own, of these numbers alone: a view may show a part of something larger. */
async function copyNumbers(numbers: TypedArray, pace: Pace): Promise<Cells> {
  const copy = new (numbers.constructor as new (length: number) => TypedArray)(numbers.length);
  const copyPiece = (from: number, to: number) => copy.set(numbers.subarray(from, to), from);
  await pace.forEachPiece(numbers.length, copyPiece, NUMBERS_PIECE);
  return copy;
}

/** Undefined where a cell is neither text nor missing: JSON would say it in another way. */
async function packText(cells: readonly unknown[], pace: Pace): Promise<TextCells | undefined> {
  if (!cells.every((cell) => typeof cell === 'string' || cell === undefined)) return undefined;
  const chunks: string[] = [];
  const packPiece = (from: number, to: number) => chunks.push(JSON.stringify(cells.slice(from, to)));
  await pace.forEachPiece(cells.length, packPiece, TEXT_PIECE);
  return { kind: 'text', chunks };
}

function moveBuffer(cells: PackedCells, transfer: Transferable[]): PackedCells {
  if (isText(cells)) return cells;
  const numbers = isInstants(cells) ? cells.ms : isDictionary(cells) ? cells.codes : cells;
  if (ArrayBuffer.isView(numbers)) transfer.push(numbers.buffer as ArrayBuffer);
  return cells;
}

function unpackColumn(cells: PackedCells): RawCells {
  if (!isText(cells)) return cells;
  return cells.chunks.flatMap((chunk) =>
    (JSON.parse(chunk) as (string | null)[]).map((cell) => cell ?? undefined),
  );
}

function isText(cells: PackedCells): cells is TextCells {
  return (cells as { kind?: unknown }).kind === 'text';
}
