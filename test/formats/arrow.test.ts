import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  columnFromArray,
  dictionary,
  float16,
  float32,
  int32,
  int64,
  tableFromColumns,
  tableToIPC,
  timestamp,
  TimeUnit,
  uint8,
  utf8,
  type Column,
} from '@uwdata/flechette';
import { FileBytes } from '../../src/data/readers/file-bytes.ts';
import { isInstants } from '../../src/data/readers/raw-cells.ts';
import { cellAt, type Cells } from '../../src/engine/dataset/cells.ts';
import { readTable } from '../../src/formats/arrow.ts';

/** One column of an Arrow file, read. */
async function readColumn(column: Column<unknown>) {
  const bytes = tableToIPC(tableFromColumns({ column }), { format: 'file' }) as Uint8Array<ArrayBuffer>;
  const table = await readTable(await FileBytes.open(new Blob([bytes]), 'test.arrow'));
  return table.columns['column']!;
}

async function readCells(column: Column<unknown>): Promise<unknown[]> {
  const cells = (await readColumn(column)) as Cells;
  return Array.from({ length: column.length }, (_, row) => cellAt(cells, row));
}

const floorDivide = (value: bigint, divisor: bigint): number => {
  const quotient = value / divisor;
  return Number(value % divisor < 0n ? quotient - 1n : quotient);
};

/** Instants in each unit at which a division, a sign or a number's precision could go wrong. */
const UNITS = [
  { name: 'seconds', unit: TimeUnit.SECOND, values: [0n, 1n, -1n, 1_764_000_000n, 253_402_300_799n] },
  {
    name: 'milliseconds',
    unit: TimeUnit.MILLISECOND,
    values: [0n, -1n, 4_294_967_295n, 4_294_967_296n, -4_294_967_297n, 1_764_000_000_123n],
  },
  {
    name: 'microseconds',
    unit: TimeUnit.MICROSECOND,
    values: [0n, 999n, -1n, -1000n, -1001n, 1_764_000_000_123_999n, 1_764_000_000_124_000n],
  },
  {
    name: 'nanoseconds',
    unit: TimeUnit.NANOSECOND,
    // The third from the end is nearer to the next millisecond than a number can tell.
    values: [0n, -1n, 999_999n, -1_000_001n, 1_764_000_000_123_999_999n, 1_764_000_000_124_000_000n, -1n],
  },
];

describe('Arrow', () => {
  for (const { name, unit, values } of UNITS)
    it(`reads instants in ${name}, rounded down to milliseconds`, async () => {
      const rows = [...values, null, ...values];
      // The writer takes what is in memory, so that no number of its own comes between.
      const column = columnFromArray(
        rows.map((value) => (value === null ? null : 0)),
        timestamp(unit),
      );
      const [batch] = column.data;
      (batch!.values as BigInt64Array).set(rows.map((value) => value ?? 0n));
      const cells = await readColumn(column);
      assert.ok(isInstants(cells));
      const wanted = rows.map((value) => {
        if (value === null) return NaN;
        return unit === TimeUnit.SECOND
          ? Number(value) * 1000
          : floorDivide(value, { 1: 1n, 2: 1000n, 3: 1_000_000n }[unit]!);
      });
      assert.deepEqual(
        [...cells.ms].map((ms) => ms + 0),
        wanted.map((ms) => ms + 0),
      );
    });

  it('reads numbers of any width, and none where there is none', async () => {
    for (const type of [uint8(), int32(), float32()])
      assert.deepEqual(await readCells(columnFromArray([1, null, 7, 0], type)), [1, NaN, 7, 0]);
    assert.deepEqual(await readCells(columnFromArray([0.5, null, -2], float16())), [0.5, NaN, -2]);
    const large = columnFromArray([1n, null, 2n ** 60n], int64(), { useBigInt: true });
    assert.deepEqual(await readCells(large), [1, undefined, String(2n ** 60n)]);
  });

  it('reads dictionaries, also with nulls, batch by batch', async () => {
    const column = columnFromArray(['b', 'a', 'b', null], dictionary(utf8()), { maxBatchRows: 2 });
    assert.equal(column.data.length, 2);
    assert.deepEqual(await readCells(column), ['b', 'a', 'b', undefined]);
  });
});
