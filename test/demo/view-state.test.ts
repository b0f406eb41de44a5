import assert from 'node:assert/strict';
import { test } from 'node:test';
import { periodOf } from '../../demo/host/periods.ts';
import {
  daysOf,
  keepChosen,
  moveEnd,
  readViewState,
  toChartView,
  toQuery,
} from '../../demo/host/view-state.ts';

const AS_OF = '2026-11-15T20:00:00+01:00';
const FUNNELS = ['lead-to-class', 'membership-renewal'];
const read = (query: string) => readViewState(new URLSearchParams(query), FUNNELS, AS_OF);

test('named periods are whole months of the studio', () => {
  assert.deepEqual(periodOf('this-month', AS_OF), { from: '2026-11-01', to: '2026-11-30' });
  assert.deepEqual(periodOf('last-month', AS_OF), { from: '2026-10-01', to: '2026-10-31' });
  assert.deepEqual(periodOf('three-months', AS_OF), { from: '2026-08-01', to: '2026-10-31' });
  assert.deepEqual(periodOf('twelve-months', AS_OF), { from: '2025-11-01', to: '2026-10-31' });
  assert.deepEqual(periodOf('last-month', '2026-01-02'), { from: '2025-12-01', to: '2025-12-31' });
});

test('without a choice each funnel has the period that suits it; a choice holds for all', () => {
  assert.deepEqual(daysOf(read(''), AS_OF), { from: '2026-08-01', to: '2026-10-31' });
  assert.deepEqual(daysOf(read('funnel=membership-renewal'), AS_OF), {
    from: '2025-11-01',
    to: '2026-10-31',
  });
  assert.deepEqual(daysOf(read('funnel=membership-renewal&period=last-month'), AS_OF), {
    from: '2026-10-01',
    to: '2026-10-31',
  });
});

test('an address gives back the state it was made of, and nonsense the default', () => {
  const query =
    'funnel=membership-renewal&period=custom&from=2026-01-01&to=2026-02-28&view={"breakdown":"person.source","compare":"previous"}';
  const state = read(query);
  const written = Object.entries(toQuery(state)).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  assert.deepEqual(read(new URLSearchParams(written).toString()), state);
  assert.deepEqual(read('funnel=nonsense&period=nonsense&from=x&view={x&lookback=-4'), read('lookback=1'));
});

test('the chart is given what the page holds and what its own pickers chose, of which steps stay behind', () => {
  const state = read(
    'period=last-month&view={"mode":"rate","whatIf":{"step":"intro","rate":0.4},"funnel":"x"}',
  );
  assert.deepEqual(toChartView(state, AS_OF), {
    funnel: 'lead-to-class',
    from: '2026-10-01',
    to: '2026-10-31',
    mode: 'rate',
    whatIf: { step: 'intro', rate: 0.4 },
  });
  assert.deepEqual(keepChosen(state.chosen), { mode: 'rate' });
  assert.deepEqual(keepChosen({ compare: 'previous' }), { compare: 'previous' });
  assert.deepEqual(keepChosen({ compare: 'groups:Web,Ami', breakdown: 'source' }), { breakdown: 'source' });
});

test('a period of one’s own never ends before it begins', () => {
  const october = { from: '2026-10-01', to: '2026-10-31' };
  assert.deepEqual(moveEnd(october, 'from', '2026-12-01'), { from: '2026-12-01', to: '2026-12-01' });
  assert.deepEqual(moveEnd(october, 'to', '2026-09-01'), { from: '2026-09-01', to: '2026-09-01' });
  assert.deepEqual(moveEnd(october, 'to', '2026-10-15'), { from: '2026-10-01', to: '2026-10-15' });
});
