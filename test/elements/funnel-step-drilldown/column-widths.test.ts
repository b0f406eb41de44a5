import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chooseColumns,
  formatTracks,
  isTight,
  measureColumns,
  measureContacts,
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

  it('of the name leaves room for a usual contact under it, not for every one', () => {
    assert.equal(measureRows({ name: 'Al', email: 'x'.repeat(18) }).name, 10);
    assert.equal(measureRows({ name: 'Al', email: 'x'.repeat(40) }).name, 11);
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
      formatTracks(200, { drawn, wanted }, { needed: wide, wished: {} }).split(/ (?=minmax)/)[waiting];
    assert.equal(trackOf(COLUMNS), 'minmax(0, 8.00fr)');
    assert.equal(trackOf(drawn), 'minmax(0, 5.00fr)');
  });

  const trackOfName = (available: number, drawn: readonly Column[], needed = widths) => {
    const name = drawn.findIndex(({ id }) => id === 'name');
    const sizes = { needed, wished: { name: 12 } };
    return formatTracks(available, { drawn, wanted: drawn }, sizes).split(/ (?=minmax)/)[name];
  };

  it('give what they leave to the contacts under the names, up to what those fill', () => {
    assert.equal(trackOfName(sumOf(widths), COLUMNS), 'minmax(0, 8.00fr)');
    assert.equal(trackOfName(sumOf(widths) + 2, COLUMNS), 'minmax(0, 10.00fr)');
    assert.equal(trackOfName(sumOf(widths) + 20, COLUMNS), 'minmax(0, 12.00fr)');
  });

  it('give the contacts what a next step on two lines can spare, where it is tight', () => {
    const drawn = COLUMNS.filter(({ id }) => ['select', 'name', 'next'].includes(id));
    const needed = { select: 2.5, name: 8, next: 20 };
    assert.equal(trackOfName(28.5, drawn, needed), 'minmax(0, 12.00rem)');
    assert.equal(trackOfName(24.5, drawn, needed), 'minmax(0, 10.00rem)');
  });
});

describe('the width of a header', () => {
  it('is that of two lines at most', () => {
    const columns: Column[] = [{ id: 'phase', title: 'In the phase since' }];
    const { phase } = measureColumns(context, columns, [], measure);
    // "In the phase" over "since", or "In the" over "phase since": 11 letters, the mark of the order, and padding.
    assert.equal(phase?.toFixed(2), (11 / 2 + 0.8 + 1).toFixed(2));
  });

  it('is that of a word where there is only one', () => {
    const { phase } = measureColumns(context, [{ id: 'phase', title: 'x'.repeat(12) }], [], measure);
    assert.equal(phase?.toFixed(2), (6 + 0.8 + 1).toFixed(2));
  });
});

describe('the room for contacts', () => {
  it('is what the longest needs, up to a limit, and never less than the names', () => {
    const room = (email: string) => measureContacts([{ id: 1, name: 'Ada', email }], { name: 8 }, measure);
    assert.equal(room('x'.repeat(22))['name'], 12);
    assert.equal(room('x'.repeat(99))['name'], 18);
    assert.equal(room('')['name'], 8);
  });
});
