import { isDictionary } from '../engine/dataset/cells.ts';
import { ColumnBuilder } from '../data/readers/column-builder.ts';
import { isInstants, type RawCells } from '../data/readers/raw-cells.ts';
import type { RawTable } from '../data/readers/raw-table.ts';

/**
 * A table as it crosses to the worker: without touching the host's own arrays. Numbers, codes and instants are moved,
 * not copied; text that repeats crosses once for each different value, because cloning strings is what costs.
 * `transfer` collects the buffers that may be moved.
 */
export function packTable({ columns, ...table }: RawTable, transfer: Transferable[]): RawTable {
  const packed = Object.entries(columns).map(([name, cells]) => [name, packColumn(cells, transfer)]);
  return { ...table, columns: Object.fromEntries(packed) as RawTable['columns'] };
}

function packColumn(cells: RawCells, transfer: Transferable[]): RawCells {
  if (isInstants(cells)) transfer.push(cells.ms.buffer as ArrayBuffer);
  else if (isDictionary(cells)) transfer.push(cells.codes.buffer as ArrayBuffer);
  else if (!ArrayBuffer.isView(cells)) return packArray(cells, transfer);
  return cells;
}

function packArray(cells: ArrayLike<unknown>, transfer: Transferable[]): RawCells {
  const builder = new ColumnBuilder();
  for (let row = 0; row < cells.length; row += 1) builder.push(cells[row]);
  const packed = builder.finish();
  if (Array.isArray(packed)) return packed;
  if (!isInstants(packed) && ArrayBuffer.isView(packed)) transfer.push(packed.buffer as ArrayBuffer);
  else return packColumn(packed, transfer);
  return packed;
}
