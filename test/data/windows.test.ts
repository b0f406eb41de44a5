import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readTable } from '../../src/data/readers/read-table.ts';
import { parseCsv } from '../../src/data/readers/csv.ts';
import { listColumns, listNumbers } from '../support/cells.ts';

/** Rows of every awkward kind, as text of about so many bytes: well over one window of a file. */
function makeCsv(bytes: number): string {
  const lines = ['id,note,at'];
  for (let row = 0, length = 0; length < bytes; row += 1) {
    const line = [
      `${row},plain,2026-01-01T00:00:00Z`,
      `${row},"quoted, ""twice""\nand broken",2026-01-01T00:00:01Z`,
      `${row},5" pipe,`,
      `${row},too few`,
      `${row},é à ü,2026-01-01T00:00:02Z\r`,
      '',
    ][row % 6]!;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join('\n');
}

const spell = (table: Awaited<ReturnType<typeof readTable>>) => ({
  ...table,
  columns: listColumns(table.columns),
  lines: listNumbers(table.lines),
});

describe('a file that is longer than a window', () => {
  const text = makeCsv(5_000_000);

  it('is read as its text is in one piece, lines and faults included', async () => {
    const whole = spell(parseCsv(text, { name: 'long.csv' }));
    assert.ok(whole.malformedCount > 1000, 'there are faults');
    const seen: number[] = [];
    const read = await readTable(
      new Blob([text]),
      { name: 'long.csv' },
      { onProgress: ({ loaded }) => seen.push(loaded) },
    );
    assert.deepEqual(spell(read), whole);
    assert.ok(seen.length > 2, 'it was read in pieces');
    assert.deepEqual(
      seen,
      [...seen].sort((a, b) => a - b),
    );
    assert.equal(seen.at(-1), Buffer.byteLength(text));
  });

  it('comes to the same gzipped, and in Windows-1252', async () => {
    const whole = spell(parseCsv(text, { name: 'long.csv' }));
    const packed = new Blob([gzipSync(text)]);
    assert.deepEqual(spell(await readTable(packed, { name: 'long.csv' })), whole);
    const latin = await readTable(new Blob([Buffer.from(text, 'latin1')]), { name: 'long.csv' });
    assert.deepEqual(spell(latin), { ...whole, notices: [{ code: 'decoded-as-windows-1252' }] });
  });

  it('with a quote that is never closed loses the one line, not the rest', async () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => `${row},note ${row % 10}`);
    rows[1000] = '1000,"never closed';
    const { length, malformed } = await readTable(new Blob([`id,note\n${rows.join('\n')}`]), {
      name: 'q.csv',
    });
    assert.equal(length, rows.length - 1);
    assert.deepEqual(malformed, [{ line: 1002, reason: 'broken-quotes' }]);
  });

  it('is given up between two pieces', async () => {
    const stop = new AbortController();
    const reading = readTable(
      new Blob([text]),
      { name: 'long.csv' },
      { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) },
    );
    await assert.rejects(reading, /enough/);
  });
});

describe('NDJSON', () => {
  const read = (text: string, name = 'rows.ndjson') => readTable(new Blob([text]), { name });

  it('is an object a line; what is none is told with its line', async () => {
    const table = await read('{"id":1}\n\n{"id":2,"x":"a"}\n{"id":\n[3]\n{"id":4}');
    assert.deepEqual(listColumns(table.columns), { id: [1, 2, 4], x: [undefined, 'a', undefined] });
    assert.deepEqual(listNumbers(table.lines), [1, 3, 6]);
    assert.deepEqual(table.malformed, [
      { line: 4, reason: 'not-json' },
      { line: 5, reason: 'not-an-object' },
    ]);
  });

  it('may be cut anywhere by the end of a window', async () => {
    const rows = Array.from({ length: 60_000 }, (_, id) => ({ id, note: `é${'x'.repeat(id % 90)}` }));
    const table = await read(rows.map((row) => JSON.stringify(row)).join('\r\n'));
    assert.equal(table.malformedCount, 0);
    assert.deepEqual(listColumns(table.columns), {
      id: rows.map((row) => row.id),
      note: rows.map((row) => row.note),
    });
  });

  it('without a usable row is an error that says why', async () => {
    await assert.rejects(read('{"id":1\n'), { code: 'no-usable-rows', message: /line 1 \(not-json\)/ });
  });
});

describe('the format of a file', () => {
  const formatOf = async (text: string, name: string, type = '') => {
    const table = await readTable(new Blob([text], { type }), { name });
    return listColumns(table.columns)['id'];
  };

  it('is told by its name, its content type or its first bytes', async () => {
    assert.deepEqual(await formatOf('{"id":1}\n{"id":2}\n', 'download'), [1, 2]);
    assert.deepEqual(await formatOf('[{"id":1}]', 'download'), [1]);
    assert.deepEqual(await formatOf('{"id":[1,2]}', 'download'), [1, 2]);
    assert.deepEqual(await formatOf('id\n1\n', 'download'), ['1']);
    assert.deepEqual(await formatOf('{"id":1}', 'rows.jsonl'), [1]);
    assert.deepEqual(await formatOf('{"id":1}', 'rows', 'application/x-ndjson'), [1]);
    assert.deepEqual(await formatOf('id\n1\n', 'rows.csv.gz?v=2', 'application/json'), ['1']);
  });

  it('can be set', async () => {
    const table = await readTable(new Blob(['id|a,b\n1|2,3\n']), {
      name: 'rows.json',
      format: 'csv',
      delimiter: '|',
    });
    assert.deepEqual(listColumns(table.columns), { id: ['1'], 'a,b': ['2,3'] });
  });
});

describe('gzip', () => {
  const packed = gzipSync(`id,note\n${'1,some text that repeats\n'.repeat(500_000)}`);

  it('that ends too early is an error that says where', async () => {
    const cut = new Blob([packed.subarray(0, packed.length / 2)]);
    await assert.rejects(readTable(cut, { name: 'rows.csv.gz' }), {
      code: 'invalid-file',
      path: 'rows.csv.gz',
      message: /behind byte \d+/,
    });
  });

  it('tells its progress in the bytes of the file as it lies there', async () => {
    const told: { loaded: number; total: number; rows?: number }[] = [];
    await readTable(new Blob([packed]), { name: 'rows.csv.gz' }, { onProgress: (one) => told.push(one) });
    assert.deepEqual(told.at(-1)?.total, packed.length);
    assert.ok(told.every(({ loaded }) => loaded <= packed.length));
  });
});
