import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chooseColumns,
  formatTracks,
  isTight,
  measureColumns,
  type MeasureText,
} from '../../../src/elements/funnel-step-drilldown/column-widths.ts';
import { COLUMNS } from '../../../src/elements/funnel-step-drilldown/columns.ts';
import type { PeopleContext } from '../../../src/elements/funnel-step-drilldown/people-text.ts';
import type { PersonRow } from '../../../src/engine/schema/index.ts';
import { getLocalization } from '../../../src/i18n/index.ts';

const context: PeopleContext = {
  localization: getLocalization('en'),
  result: undefined,
  segment: undefined,
  now: Date.parse('2026-10-31T12:00:00Z'),
  timeZone: 'UTC',
};
/** Half a rem a letter. */
const measure: MeasureText = (text) => text.length / 2;
const measureRows = (row: Partial<PersonRow>) => measureColumns(context, [{ id: 1, ...row }], measure);
const sumOf = (widths: Record<string, number>) => Object.values(widths).reduce((a, b) => a + b, 0);

describe('the width of a column', () => {
  it('is that of its longest text, with room around it', () => {
    assert.equal(measureRows({ name: 'x'.repeat(20) }).name, 11);
    const rows = [...'abc'].map((id, index) => ({ id, name: 'x'.repeat(18 + index) }));
    assert.equal(measureColumns(context, rows, measure).name, 11);
  });

  it('has a least and a most, whatever is in it', () => {
    assert.equal(measureRows({ name: 'Al' }).name, 8);
    assert.equal(measureRows({ name: 'x'.repeat(90) }).name, 14);
  });

  it('of the next step is that of the step or of what is planned, whichever is longer', () => {
    const next = { step: 'a', name: 'Step', action: 'x'.repeat(30) };
    assert.equal(measureRows({ next }).next, 16);
  });
});

describe('the columns', () => {
  const widths = measureRows({});

  it('are all drawn where there is room', () => {
    assert.deepEqual(chooseColumns(sumOf(widths), widths), COLUMNS);
    assert.equal(isTight(sumOf(widths), COLUMNS, widths), false);
  });

  it('are left out one by one, never name, stage, waiting and next step', () => {
    const fewer = chooseColumns(sumOf(widths) - 0.1, widths);
    assert.deepEqual(
      COLUMNS.filter((column) => !fewer.includes(column)),
      ['enteredAt'],
    );
    const least = chooseColumns(0, widths);
    assert.deepEqual(least, ['select', 'name', 'leadStage', 'waiting', 'next']);
    assert.equal(isTight(0, least, widths), true);
  });

  it('give a column that takes over another its width', () => {
    const wide = { ...widths, waiting: 5, enteredAt: 8 };
    const columns = COLUMNS.filter((column) => column !== 'enteredAt');
    const tracks = formatTracks(columns, wide, false).split(/ (?=minmax)/);
    assert.equal(tracks[columns.indexOf('waiting')], 'minmax(0, 8.00fr)');
  });
});
