import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { getLapsingLocalization } from '../../src/i18n/insight-lapsing.ts';
import {
  layoutLapsing,
  listOpenSteps,
  toHorizonEnd,
  type LapsingStep,
  type LapsingView,
} from '../../src/layout/insight-lapsing.ts';
import { plain, unbounded } from '../../demo/scenarios/funnel-results.ts';
import { lapsingPeople } from '../../demo/scenarios/insight-results.ts';

const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function view(result: FunnelResult, steps: LapsingStep[] | undefined, tag = 'en'): LapsingView {
  const words = getLapsingLocalization(tag);
  return layoutLapsing(steps, { result, localization: getChartLocalization(tag), words });
}

const INTRO: LapsingStep[] = [{ step: 'intro', people: lapsingPeople }];

test('counts by today, three days, seven days, and all who are open', () => {
  // It is November 20, half past nine in Paris. Two today, one more by the 23rd at half past nine, two by the 27th.
  const { columns, rows, title } = view(plain, INTRO);
  assert.deepEqual(columns, ['Not yet done', 'today', 'within 3 days', 'within 7 days', 'All still open']);
  assert.deepEqual(
    rows.map(({ label, soon, all }) => [label, ...soon.map(({ text }) => text), all.text]),
    [['Intro offer purchased', '2', '3', '5', '120']],
  );
  assert.equal(title, 'For 5 people the time limit ends within 7 days');
  assert.match(plainText(rows[0]?.note ?? ''), /first: Nov 20, 2026, 6:00 PM/);
});

test('in French, and one alone', () => {
  assert.equal(
    plainText(view(plain, [{ step: 'intro', people: lapsingPeople.slice(0, 1) }], 'fr').title),
    'Le délai d’une personne se termine d’ici 7 jours',
  );
});

test('a number opens the list of all who are open; a zero opens nothing', () => {
  const [row] = view(plain, [{ step: 'intro', people: lapsingPeople.slice(2) }]).rows;
  assert.equal(row?.soon[0]?.text, '0');
  assert.equal(row?.soon[0]?.mark.segment, undefined);
  assert.deepEqual(row?.soon[1]?.mark.segment, { step: 'intro', outcome: 'open' });
  assert.equal(row?.all.mark.count, 120);
});

test('who is open at two steps lapses once', () => {
  assert.equal(
    view(plain, [...INTRO, { step: 'member', people: lapsingPeople }]).title,
    'For 5 people the time limit ends within 7 days',
  );
});

test('nobody soon, nobody at all, no limit, no list: each is said', () => {
  const late = [{ id: 1, deadline: '2026-12-24T12:00:00Z' }];
  assert.equal(
    view(plain, [{ step: 'intro', people: late }]).title,
    'Nobody’s time limit ends within 7 days',
  );
  const done = { ...plain, steps: plain.steps.map((step) => ({ ...step, open: 0 })) };
  assert.match(view(done, []).title, /Nobody’s time is running/);
  const { title, lead, rows } = view(unbounded, []);
  assert.equal(title, 'Nothing limits the time in this funnel, so nobody lapses');
  assert.match(lead, /within 120 days/);
  assert.equal(rows.length, 0);
  const unknown = view(plain, undefined);
  assert.match(unknown.title, /120 people can still go on/);
  assert.match(unknown.notes.join(' '), /without a list of people/);
  assert.match(view(plain, [{ step: 'intro', people: [{ id: 1 }] }]).title, /is not known/);
});

test('only steps whose time runs are asked about, up to the last horizon', () => {
  assert.deepEqual(
    listOpenSteps(plain).map(({ id }) => id),
    ['intro'],
  );
  assert.equal(new Date(toHorizonEnd(plain)).toISOString(), '2026-11-27T08:30:00.000Z');
});
