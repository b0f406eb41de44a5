import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Papa from 'papaparse';
import {
  chooseSeparator,
  formatCsvLine,
  formatFileName,
  guardFormula,
} from '../../../src/layout/export/csv.ts';

describe('a cell that begins like a formula', () => {
  for (const text of ['=1+1', '+33 6 12', '-2', '@SUM(A1)', '\t=1', '\rx', '  =1', '\ufeff=1', '\uff1d1'])
    it(JSON.stringify(text), () => assert.equal(guardFormula(text), `'${text}`));
  it('is no other one', () => {
    for (const text of ['', 'a=1', 'Ann-Marie', '2026-10-31', 'x@example.com', ' Ann'])
      assert.equal(guardFormula(text), text);
  });
});

describe('a line', () => {
  it('is read back as it was by a reader of CSV, whatever is in it', () => {
    const cells = [
      'a,b',
      'a;b',
      'say "hi"',
      'two\r\nlines',
      ' led by a blank',
      'tab\there',
      '',
      'é 👩‍👩‍👧 \u202eabc',
    ];
    for (const separator of [',', ';', '\t'] as const) {
      const { data, errors } = Papa.parse<string[]>(formatCsvLine(cells, separator), {
        delimiter: separator,
      });
      assert.deepEqual(errors, []);
      assert.deepEqual(data[0], cells);
    }
  });
  it('quotes nothing that need not be', () => {
    assert.equal(formatCsvLine(['a', 'b c', '1'], ';'), 'a;b c;1\r\n');
  });
  it('has numbers as numbers: a loss below zero is no formula, a decimal is what the separator lets it be', () => {
    assert.equal(formatCsvLine([-2, 0.25, undefined, '-2'], ','), "-2,0.25,,'-2\r\n");
    assert.equal(formatCsvLine([-2, 0.25], ';'), '-2;0,25\r\n');
    assert.equal(formatCsvLine([1234567.5], '\t'), '1234567.5\r\n');
  });
  it('is separated as the spreadsheets of the language expect', () => {
    assert.deepEqual(['fr', 'de-CH', 'en', 'fr-CA'].map(chooseSeparator), [';', ',', ',', ';']);
  });
});

describe('the name of a file', () => {
  it('falls back on its kind, and leaves out what it lacks', () => {
    const parts = { title: '→ ../', kind: 'funnel', when: '', extension: 'svg' };
    assert.equal(formatFileName(parts), 'funnel.svg');
    assert.equal(formatFileName({ ...parts, title: 'Été', when: '2026-10-01' }), 'Été-2026-10-01.svg');
  });
});
