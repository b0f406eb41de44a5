import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chooseColumns,
  formatTracks,
  isTight,
  measureColumns,
  type MeasureText,
} from '../../../src/elements/funnel-step-drilldown/column-widths.ts';
import { listColumns, type Column } from '../../../src/elements/funnel-step-drilldown/columns.ts';
import type { PeopleContext } from '../../../src/elements/funnel-step-drilldown/people-text.ts';
import type { PersonRow } from '../../../src/engine/schema/index.ts';
import { getLocalization } from '../../../src/i18n/index.ts';

const context: PeopleContext = {
  localization: getLocalization('en'),
  description: undefined,
  now: Date.parse('2026-10-31T12:00:00Z'),
  timeZone: 'UTC',
};
const COLUMNS = listColumns(context, []);
/** Half a rem a letter. */
const measure: MeasureText = (text) => text.length / 2;
const measureRows = (row: Partial<PersonRow>) =>
  measureColumns(context, COLUMNS, [{ id: 1, ...row }], measure);
const sumOf = (widths: Record<string, number>) => Object.values(widths).reduce((a, b) => a + b, 0);

describe('the width of a column', () => {
  it('is that of its longest text, with room around it', () => {
    assert.equal(measureRows({ name: 'x'.repeat(20) }).name, 11);
    const rows = [...'abc'].map((id, index) => ({ id, name: 'x'.repeat(18 + index) }));
    assert.equal(measureColumns(context, COLUMNS, rows, measure).name, 11);
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
  const ids = (columns: readonly Column[]) => columns.map(({ id }) => id);

  it('are all drawn where there is room', () => {
    const drawn = chooseColumns(sumOf(widths), COLUMNS, widths);
    assert.deepEqual(drawn, COLUMNS);
    assert.equal(isTight(sumOf(widths), { drawn, wanted: COLUMNS }, widths), false);
  });

  it('are left out one by one, never name, stage, waiting and next step', () => {
    const fewer = chooseColumns(sumOf(widths) - 0.1, COLUMNS, widths);
    assert.deepEqual(ids(COLUMNS.filter((column) => !fewer.includes(column))), ['consent']);
    const least = chooseColumns(0, COLUMNS, widths);
    assert.deepEqual(ids(least), ['select', 'name', 'leadStage', 'waiting', 'next']);
    assert.equal(isTight(0, { drawn: least, wanted: COLUMNS }, widths), true);
  });

  it('give way to those that were added, the last of them first', () => {
    const added = [...COLUMNS, { id: 'club', title: 'Club' }, { id: 'score', title: 'Score' }];
    const { select = 0, name = 0, leadStage = 0, source = 0, waiting = 0, enteredAt = 0, next = 0 } = widths;
    // Where source and entry have no column, they stand in the second line of another one.
    const room = select + name + Math.max(leadStage, source) + Math.max(waiting, enteredAt) + next;
    const some = chooseColumns(room + 5, added, { ...widths, club: 5, score: 5 });
    assert.deepEqual(ids(some), ['select', 'name', 'leadStage', 'waiting', 'next', 'club']);
  });

  it('give a column that takes over another its width, unless the other is not wanted', () => {
    const wide = { ...widths, waiting: 5, enteredAt: 8 };
    const drawn = COLUMNS.filter(({ id }) => id !== 'enteredAt');
    const waiting = drawn.findIndex(({ id }) => id === 'waiting');
    const trackOf = (wanted: readonly Column[]) =>
      formatTracks({ drawn, wanted }, wide, false).split(/ (?=minmax)/)[waiting];
    assert.equal(trackOf(COLUMNS), 'minmax(0, 8.00fr)');
    assert.equal(trackOf(drawn), 'minmax(0, 5.00fr)');
  });
});
