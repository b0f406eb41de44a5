import assert from 'node:assert/strict';
import { test } from 'node:test';
import Papa from 'papaparse';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../../src/i18n/chart-localization.ts';
import { toClipboardTable } from '../../../src/layout/export/to-clipboard.ts';
import { type CsvOptions, toCSV } from '../../../src/layout/export/to-csv.ts';
import { growing, least, manyGroups, october, renewal } from '../../../demo/scenarios/funnel-results.ts';

/** The rows of a file by their titles, as a spreadsheet reads them. */
function read(result: FunnelResult, options?: CsvOptions): Record<string, string>[] {
  const text = toCSV(result, options);
  assert.equal(text.charCodeAt(0), 0xfeff, 'begins with the mark of UTF-8');
  const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  assert.deepEqual(errors, []);
  return data;
}

test('a row for each step and each of its groups, with both bases', () => {
  const rows = read(october);
  assert.equal(rows.length, 5 * 4);
  const checkout = rows.find((row) => row['Step id'] === 'checkout' && row['Group'] === 'Everybody');
  // 2,198 of the 3,675 contacted, and of the 4,810 leads; in September 2,390 of 3,789.
  assert.deepEqual(
    [
      'Counted of',
      'People of that base',
      'Did the step',
      'Did not go on',
      'Rate of the base',
      'People of step 1',
      'Rate of step 1',
      'Compared period: rate of the base',
      'Time from the base, median (seconds)',
      'From',
      'Compared period: to',
      'Data as of',
    ].map((title) => checkout?.[title]),
    [
      'Leads contacted',
      '3675',
      '2198',
      '1477',
      '0.598095',
      '4810',
      '0.456965',
      '0.630773',
      '194400',
      '2026-10-01',
      '2026-09-30',
      '2026-11-20T09:30:00+01:00',
    ],
  );
  const website = rows.find((row) => row['Step id'] === 'checkout' && row['Group'] === 'Website');
  assert.deepEqual(
    [website?.['People of that base'], website?.['Did the step'], website?.['Rate of the base']],
    ['1290', '810', '0.627907'],
  );
});

test('all groups, also those that the chart draws as one', () => {
  const groups = new Set(read(manyGroups).map((row) => row['Group']));
  assert.equal(groups.size, 1 + manyGroups.breakdown!.groups.length);
});

test('exits and ways on have a column each', () => {
  const [, , first] = read(renewal, { locale: 'fr' });
  assert.deepEqual([first?.['Renouvelé'], first?.['Gelé'], first?.['Annulé']], ['635', '44', '78']);
  assert.equal(first?.['Taux sur la base'], '0,78046');
});

test('what nobody knows is no column, and never 0', () => {
  assert.deepEqual(Object.keys(read(least)[0]!), [
    'Step number',
    'Step',
    'Counted of',
    'People of that base',
    'Did the step',
    'Did not go on',
    'Rate of the base',
    'People of step 1',
    'Rate of step 1',
  ]);
  assert.equal(read(growing)[1]?.['Entered without the base'], '90');
  assert.equal(read(growing)[1]?.['Rate of step 1'], undefined);
});

test('a name that begins like a formula is text in the file and on the clipboard', () => {
  const result: FunnelResult = {
    steps: [
      { name: '=HYPERLINK("x")', count: 3 },
      { name: '<b>\tx', count: 1 },
    ],
  };
  assert.equal(read(result)[0]?.['Step'], `'=HYPERLINK("x")`);
  const { text, html } = toClipboardTable(result, getChartLocalization('en'));
  assert.match(text, /^1\t'=HYPERLINK/m);
  assert.match(html, /&lt;b&gt;/);
  assert.doesNotMatch(html, /<b>/);
  const lines = text.split('\n');
  assert.ok(lines.every((line) => line.split('\t').length === lines[0]!.split('\t').length));
});

test('on the clipboard rates and times are words, and counts numbers', () => {
  const { text, html } = toClipboardTable(october, getChartLocalization('en'));
  const line = text.split('\n').find((each) => each.includes('Checkout page viewed\tEverybody'))!;
  assert.deepEqual(line.split('\t').slice(5, 10), ['3675', '2198', '0', '1477', '59.8%']);
  assert.match(line, /\t2 days 6 hr\t?/);
  assert.equal(html.match(/<tr>/g)?.length, 1 + 5 * 4);
});
