import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PeopleColumnInfo } from '../../../src/controllers/people-host.ts';
import {
  chooseCards,
  chooseWanted,
  computeLayout,
  cycleSort,
  getAriaSort,
  listColumns,
  toSort,
  type Column,
} from '../../../src/elements/funnel-step-drilldown/columns.ts';
import type { PeopleContext } from '../../../src/elements/funnel-step-drilldown/people-text.ts';
import type { PersonRow } from '../../../src/engine/schema/index.ts';
import { getLocalization } from '../../../src/i18n/index.ts';

const contextOf = (columns: readonly PeopleColumnInfo[] = [], tag = 'en'): PeopleContext => ({
  localization: getLocalization(tag),
  description: { heading: '', subject: 'person', exists: true, frame: '', places: [], columns },
  now: 0,
  timeZone: 'UTC',
});
const ids = (columns: readonly Column[]) => columns.map(({ id }) => id);
const OWN = 'select name source leadStage enteredAt waiting lastContactedAt next tags consent'.split(' ');
const score: PeopleColumnInfo = {
  id: 'score',
  title: 'Score',
  sortBy: 'score',
  isNumeric: true,
  format: (row) => String(row['score'] ?? ''),
};
const FULL: PersonRow = {
  id: 1,
  source: 'Website',
  leadStage: 'New',
  enteredAt: '2026-10-01',
  lastContactedAt: '2026-10-02',
  next: null,
  tags: ['VIP'],
  consent: { sms: false },
};

describe('the columns of a card', () => {
  const draw = (hosts: readonly PeopleColumnInfo[], row: PersonRow) =>
    ids(chooseCards(chooseWanted(listColumns(contextOf(hosts), [row]), undefined, [row])));
  const streak: PeopleColumnInfo = { id: 'streak', title: 'Streak', format: () => '3' };

  it('are its own and one of the chart’s', () => {
    const own = ['select', 'name', 'leadStage', 'waiting', 'next'];
    assert.deepEqual(draw([], { ...FULL, score: 4 }), own);
    assert.deepEqual(draw([score, streak], { ...FULL, score: 4 }), [...own, 'score']);
  });
  it('are two of the chart’s where no next step takes the room, but no extra', () => {
    const { next: _, ...row } = { ...FULL, score: 4 };
    const drawn = draw([{ ...streak, id: 'extra', isExtra: true }, score, streak], row);
    assert.deepEqual(drawn, ['select', 'name', 'leadStage', 'waiting', 'score', 'streak']);
  });
});

describe('the columns there are', () => {
  it('are the list’s own, in the order of the specification', () => {
    assert.deepEqual(ids(listColumns(contextOf(), [])), OWN);
  });
  it('take titles and further columns of the chart', () => {
    const retitled = { id: 'enteredAt', title: 'In the phase since' };
    const columns = listColumns(contextOf([retitled, score]), []);
    assert.equal(columns.find(({ id }) => id === 'enteredAt')?.title, 'In the phase since');
    assert.equal(ids(columns).indexOf('score'), ids(columns).indexOf('tags') - 1);
    assert.equal(ids(columns).filter((id) => id === 'enteredAt').length, 1);
  });
  it('end with the properties of the people, each once, as extras with their words', () => {
    const rows: PersonRow[] = [
      { id: 1, properties: { homeClub: 'Nord', languages: ['fr', 'nl'] } },
      { id: 2, properties: { homeClub: null } },
    ];
    const columns = listColumns(contextOf(), rows);
    assert.deepEqual(ids(columns).slice(OWN.length), ['homeClub', 'languages']);
    const [club, languages] = columns.slice(OWN.length);
    assert.deepEqual([club?.title, club?.isExtra], ['Home club', true]);
    assert.deepEqual(
      rows.map((row) => club?.format?.(row)),
      ['Nord', ''],
    );
    assert.equal(languages?.format?.(rows[0]!), 'fr, nl');
  });
});

describe('the columns that are wanted', () => {
  const all = listColumns(contextOf([score]), [{ id: 1, properties: { club: 'A' } }]);
  it('are those that somebody fills, and no extras', () => {
    assert.deepEqual(ids(chooseWanted(all, undefined, [{ id: 1 }])), ['select', 'name']);
    assert.deepEqual(ids(chooseWanted(all, undefined, [{ id: 1 }, FULL])), OWN);
    assert.ok(ids(chooseWanted(all, undefined, [{ ...FULL, score: 3 }])).includes('score'));
  });
  it('are the usual ones as long as nobody is here', () => {
    assert.deepEqual(ids(chooseWanted(all, undefined, [])), [...OWN.slice(0, 8), 'score', 'tags', 'consent']);
  });
  it('are those chosen, in their order, with name and checkbox; unknown ids are none', () => {
    assert.deepEqual(ids(chooseWanted(all, ['club', 'next', 'nonsense'], [FULL])), [
      'select',
      'name',
      'next',
      'club',
    ]);
    assert.deepEqual(ids(chooseWanted(all, [], [FULL])), ['select', 'name']);
  });
  it('as cards keep who, stage, next step, waiting, and what the chart adds', () => {
    assert.deepEqual(ids(chooseCards(all)), ['select', 'name', 'leadStage', 'waiting', 'next', 'score']);
    assert.deepEqual(ids(chooseCards(chooseWanted(all, ['next', 'tags'], [FULL]))), [
      'select',
      'name',
      'next',
    ]);
  });
});

describe('the order', () => {
  it('goes up, down, and back to that of the list', () => {
    const up = cycleSort(undefined, 'name');
    assert.deepEqual(up, { column: 'name', descending: false });
    assert.deepEqual(cycleSort(up, 'name'), { column: 'name', descending: true });
    assert.equal(cycleSort({ column: 'name', descending: true }, 'name'), undefined);
    assert.deepEqual(cycleSort(up, 'source'), { column: 'source', descending: false });
  });
  it('is told by the column it is of', () => {
    assert.equal(getAriaSort({ column: 'name', descending: true }, 'name'), 'descending');
    assert.equal(getAriaSort({ column: 'name', descending: true }, 'source'), 'none');
  });
  it('by waiting is by the entry turned round: who waits least entered last', () => {
    const columns = listColumns(contextOf([score]), []);
    const find = (id: string) => columns.find((column) => column.id === id)!;
    assert.deepEqual(toSort(find('waiting'), false), { by: 'enteredAt', descending: true });
    assert.deepEqual(toSort(find('score'), true), { by: 'score', descending: true });
    assert.equal(find('tags').sortBy, undefined);
  });
});

describe('the layout', () => {
  it('folds at 620 and 900 px', () => {
    assert.deepEqual([619, 620, 899, 900].map(computeLayout), ['cards', 'medium', 'medium', 'wide']);
  });
});
