import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FunnelwheelError } from '../../src/engine/error.ts';
import { parseCsv as parseRaw, readCsv as readRaw, type CsvOptions } from '../../src/data/readers/csv.ts';
import type { RawTable } from '../../src/data/readers/raw-table.ts';
import { listColumns, listNumbers } from '../support/cells.ts';

/** A table with its columns and lines as arrays. */
const spell = (table: RawTable) => ({
  ...table,
  columns: listColumns(table.columns),
  lines: listNumbers(table.lines),
});
const parseCsv = (text: string, options?: CsvOptions) => spell(parseRaw(text, options));
const readCsv = async (...args: Parameters<typeof readRaw>) => spell(await readRaw(...args));
const column = (text: string, header: string) => parseCsv(text).columns[header] ?? [];

describe('a CSV file', () => {
  it('is divided by commas, semicolons or tabs', () => {
    for (const sign of [',', ';', '\t', '|']) {
      const text = [
        ['id', 'name'],
        ['1', 'Ana'],
        ['2', 'Bo'],
      ]
        .map((row) => row.join(sign))
        .join('\n');
      assert.deepEqual(parseCsv(text).headers, ['id', 'name'], JSON.stringify(sign));
      assert.deepEqual(column(text, 'name'), ['Ana', 'Bo'], JSON.stringify(sign));
    }
  });

  it('is divided by semicolons where commas are decimal', () => {
    assert.deepEqual(column('id;amount\n1;12,50\n2;8,00\n', 'amount'), ['12,50', '8,00']);
  });

  it('keeps a column of instants as numbers, and as texts where anything else stands among them', () => {
    const first = '2026-11-30T09:30:00Z';
    const instants = parseRaw(`id,at\na,${first}\nb,\nc,2026-02-29T08:00:00Z\n`).columns['at'];
    // There is no 29th of February in 2026: that is no instant, to be told with its text.
    assert.deepEqual(listColumns({ at: instants! })['at'], [first, '', '2026-02-29T08:00:00Z']);
    assert.ok(!('kind' in instants!) || instants.kind === 'dictionary');
    const pure = parseRaw(`id,at\na,${first}\nb,\nc,2028-02-29T08:00:00Z\n`).columns['at']!;
    assert.ok('kind' in pure && pure.kind === 'instants');
    assert.deepEqual([...pure.ms], [Date.parse(first), NaN, Date.UTC(2028, 1, 29, 8)]);
    assert.deepEqual(column(`at\n${first}\nsoon\n`, 'at'), [first, 'soon']);
  });

  it('may have one column', () => {
    assert.deepEqual(column('id\na\nb\n', 'id'), ['a', 'b']);
  });

  it('may have quotes around commas, quotes and line breaks', () => {
    const text = 'id,note\n1,"a, ""b"" and\nc"\n2,plain\n';
    assert.deepEqual(column(text, 'note'), ['a, "b" and\nc', 'plain']);
  });

  it('may start with a byte order mark and end its lines in any way', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const table = parseCsv(`\uFEFFid,name${end}1,Ana${end}2,"Bo"${end}`);
      assert.deepEqual(table.headers, ['id', 'name']);
      assert.deepEqual(table.columns, { id: ['1', '2'], name: ['Ana', 'Bo'] });
      assert.deepEqual(table.lines, [2, 3], JSON.stringify(end));
    }
  });

  it('may mix line ends', () => {
    const table = parseCsv('id,name\r\n1,Ana\n2,Bo\r\n3,Cy');
    assert.deepEqual(table.columns.name, ['Ana', 'Bo', 'Cy']);
  });

  it('gives the line each record starts on', () => {
    const table = parseCsv('id,note\n1,"two\nlines"\n\n2,x\n3,"three\n\nlines"\n4,y');
    assert.deepEqual(table.lines, [2, 5, 6, 9]);
  });

  it('does not count blank lines and lines of separators as rows', () => {
    const table = parseCsv('id,name\n\n1,Ana\n,\n  ,\n2,Bo\n,\n');
    assert.deepEqual(table.columns.id, ['1', '2']);
    assert.equal(table.malformedCount, 0);
  });

  it('tells records with too many and too few fields', () => {
    const table = parseCsv('id,name\n1,Ana\n2\n3,Cy,extra\n4,Di\n');
    assert.deepEqual(table.columns.id, ['1', '4']);
    assert.deepEqual(table.malformed, [
      { line: 3, reason: 'too-few-fields' },
      { line: 4, reason: 'too-many-fields' },
    ]);
  });

  it('lets separators at the end of a line pass', () => {
    const table = parseCsv('id,name\n1,Ana,,\n2,Bo\n');
    assert.deepEqual(table.columns.name, ['Ana', 'Bo']);
    assert.equal(table.malformedCount, 0);
  });

  it('loses one line, not the rest of the file, to a quote that is not closed', () => {
    const table = parseCsv('id,name\n1,"Ana\n2,Bo\n3,Cy\n');
    assert.deepEqual(table.columns.id, ['2', '3']);
    assert.deepEqual(table.malformed, [{ line: 2, reason: 'broken-quotes' }]);
    assert.deepEqual(table.lines, [3, 4]);
  });

  it('loses one line to a quote that a later line happens to close', () => {
    const table = parseCsv('id,name\n1,"Ana\n2,"Bo"\n3,Cy\n');
    assert.deepEqual(table.columns.id, ['2', '3']);
    assert.deepEqual(table.malformed, [{ line: 2, reason: 'broken-quotes' }]);
  });

  it('counts all malformed records and keeps the first hundred', () => {
    const table = parseCsv(`id,name\n1,Ana\n${'x\n'.repeat(250)}`);
    assert.equal(table.malformedCount, 250);
    assert.equal(table.malformed.length, 100);
    assert.deepEqual(table.malformed[99], { line: 102, reason: 'too-few-fields' });
  });

  it('renames headers that are repeated or empty, and says so', () => {
    const table = parseCsv('date,date,,date 2\n1,2,3,4\n');
    assert.deepEqual(table.columns, { date: ['1'], 'date 3': ['2'], 'column 3': ['3'], 'date 2': ['4'] });
    assert.deepEqual(table.notices, [
      { code: 'header-renamed', column: 'date 3', header: 'date' },
      { code: 'header-missing', column: 'column 3' },
    ]);
  });

  it('drops a column that has neither a header nor a value', () => {
    const table = parseCsv('id,name,\n1,Ana,\n2,Bo,\n');
    assert.deepEqual(table.headers, ['id', 'name']);
    assert.deepEqual(table.notices, [{ code: 'column-dropped', column: 'column 3' }]);
  });

  it('keeps headers that are names of Object.prototype apart', () => {
    const table = parseCsv('constructor,__proto__\na,b\n');
    assert.deepEqual(Object.entries(table.columns), [
      ['constructor', ['a']],
      ['__proto__', ['b']],
    ]);
  });

  it('is an error when it has no row', () => {
    for (const text of ['', '\n\n', 'id,name', 'id,name\n', 'id,name\n,\n', 'id,name\n1\n2\n']) {
      const isNoRows = (error: unknown) =>
        error instanceof FunnelwheelError && error.code === 'no-usable-rows' && error.path === 'x.csv';
      assert.throws(() => parseCsv(text, { name: 'x.csv' }), isNoRows, JSON.stringify(text));
    }
  });

  it('stays quick when every line has broken quotes', () => {
    const text = `id,name\n1,Ana\n${'2,"a" b\n'.repeat(20_000)}`;
    const table = parseCsv(text);
    assert.deepEqual(table.columns.id, ['1']);
    assert.ok(table.malformedCount > 0);
  });
});

describe('bytes', () => {
  const bytes = (...codes: number[]) => Uint8Array.from(codes);
  const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

  it('are UTF-8, with or without a mark', async () => {
    const text = 'id,prénom\n1,Zoé\n';
    const plain = new TextEncoder().encode(text);
    assert.deepEqual((await readCsv(plain)).columns['prénom'], ['Zoé']);
    assert.deepEqual((await readCsv(bytes(0xef, 0xbb, 0xbf, ...plain))).headers, ['id', 'prénom']);
  });

  it('that are no UTF-8 are Windows-1252, and that is told', async () => {
    const table = await readCsv(bytes(...ascii('id,nom\n1,Zo'), 0xe9, ...ascii('\n')));
    assert.deepEqual(table.columns.nom, ['Zoé']);
    assert.deepEqual(table.notices, [{ code: 'decoded-as-windows-1252' }]);
  });

  it('with a UTF-16 mark are UTF-16', async () => {
    const text = 'id;nom\n1;Zoé\n';
    const codes = [...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]);
    assert.deepEqual((await readCsv(bytes(0xff, 0xfe, ...codes))).columns.nom, ['Zoé']);
  });

  it('may come as a File, a Blob or a Response', async () => {
    const file = new File(['id,a\n1,2\n'], 'mine.csv');
    assert.equal((await readCsv(file)).name, 'mine.csv');
    assert.deepEqual((await readCsv(new Blob(['id,a\n1,2\n']))).columns.a, ['2']);
    assert.deepEqual((await readCsv(new Response('id,a\n1,2\n'), { name: 'r' })).columns.a, ['2']);
  });
});

describe('writing and reading', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '\t', '1'),
    maxLength: 6,
  });
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const needsQuotes = (text: string) => /["\n\r,;\t]/.test(text);

  it('gives back any cells, with their lines', () => {
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    const ends = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t'),
        ends,
        fc.boolean(),
        (cells, sign, end, quotesAll) => {
          const kept = cells.map((row, index) => [`r${index}`, ...row]);
          const write = (text: string) => (quotesAll || needsQuotes(text) ? quote(text) : text);
          const lines = [['id', 'x', 'y', 'z'], ...kept].map((row) => row.map(write).join(sign));
          const table = parseCsv(lines.join(end) + end, { delimiter: sign });
          const read = kept.map((_, row) => table.headers.map((header) => table.columns[header]?.[row]));
          assert.deepEqual(read, kept);
          const count = (text: string) => text.split('\n').length;
          assert.deepEqual(
            table.lines,
            kept.map((_, row) => count(lines.slice(0, row + 1).join(end)) + 1),
          );
        },
      ),
      { numRuns: 500, seed: 20_261_121 },
    );
  });

  it('never throws anything but a typed error, and never loses a line silently', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') }), (text) => {
        try {
          const table = parseCsv(`id,x\n1,2\n${text}`, { delimiter: ',' });
          assert.equal(table.lines?.length, table.length);
          for (const header of table.headers) assert.equal(table.columns[header]?.length, table.length);
        } catch (error) {
          assert.ok(error instanceof FunnelwheelError, String(error));
        }
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});

const datasets = new URL('../../../shared/data/datasets/', import.meta.url);
const skip = existsSync(datasets) ? false : 'the datasets of ../shared are not here';

describe('the published datasets', { skip }, () => {
  const read = (path: string) => parseCsv(readFileSync(new URL(path, datasets), 'utf8'), { name: path });

  it('are read whole', () => {
    const expected = {
      'musclehub/clients.csv': 5997,
      'musclehub/events.csv': 9525,
      'cool_tshirts/events.csv': 3012,
    };
    for (const [path, rows] of Object.entries(expected)) {
      const table = read(path);
      assert.equal(table.length, rows, path);
      assert.equal(table.malformedCount, 0, path);
      assert.equal(table.lines?.at(-1), rows + 1, path);
    }
  });

  it('have the distinct clients that their solution counts', () => {
    const { columns } = read('musclehub/events.csv');
    const who = new Map<unknown, Set<unknown>>();
    Array.from(columns.event ?? []).forEach((event, row) => {
      who.set(event, (who.get(event) ?? new Set()).add(columns.client_id?.[row]));
    });
    const expected = JSON.parse(readFileSync(new URL('musclehub/expected.json', datasets), 'utf8')) as {
      distinct_clients: Record<string, number>;
    };
    const counts = [...who.values()].map((clients) => clients.size).sort((a, b) => b - a);
    assert.deepEqual(
      counts,
      Object.values(expected.distinct_clients).sort((a, b) => b - a),
    );
  });
});
