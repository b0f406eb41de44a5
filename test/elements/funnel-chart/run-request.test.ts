import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ChartSettings,
  toFunnelRequest,
  toFunnelView,
  toSettings,
} from '../../../src/elements/funnel-chart/run-request.ts';
import type { FunnelView } from '../../../src/events/view-change-event.ts';

const PLAIN: ChartSettings = { filters: {}, viewMode: 'count', layout: 'stacked', table: false };

const FULL: FunnelView = {
  funnel: 'lead-to-class',
  from: '2026-10-01',
  to: '2026-10-31',
  mode: 'rate',
  table: true,
  filters: { checkout: { page: ['membership'] } },
  breakdown: ['person.source', 'person.location'],
  attribution: 'step:intro',
  layout: 'multiples',
  compare: 'previous',
  lookbackDays: 45,
  insight: 'trend',
  trend: { interval: 'week', from: 'lead', to: 'member' },
  time: { from: 'lead' },
  factors: { from: 'lead', to: 'intro' },
  whatIf: { step: 'intro', rate: 0.4 },
};

test('a view with everything comes back as it was, through JSON too', () => {
  const restored: ChartSettings = { ...PLAIN, ...toSettings(JSON.parse(JSON.stringify(FULL)) as FunnelView) };
  assert.deepEqual(toFunnelView(restored), FULL);
});

test('every field of a view comes back alone, and takes the others back', () => {
  const before: ChartSettings = { ...PLAIN, ...toSettings(FULL) };
  for (const [name, value] of Object.entries(FULL)) {
    const view = { [name]: value } as FunnelView;
    assert.deepEqual(toFunnelView({ ...before, ...toSettings(view) }), { mode: 'count', ...view }, name);
  }
});

test('what is usual is not in a view, but for the mode', () => {
  const usual: ChartSettings = { ...PLAIN, breakdown: 'person.source', attribution: 'first-touch' };
  assert.deepEqual(toFunnelView(usual), { mode: 'count', breakdown: 'person.source' });
  assert.deepEqual(toFunnelView(PLAIN), { mode: 'count' });
});

test('several properties are a pair, by commas or as an array', () => {
  for (const breakdown of ['person.source, person.location', ['person.source', 'person.location']]) {
    const settings = { ...PLAIN, breakdown };
    assert.deepEqual(toFunnelRequest(settings).options.breakdown, {
      property: ['person.source', 'person.location'],
      top: 5,
    });
    assert.deepEqual(toFunnelView(settings).breakdown, ['person.source', 'person.location']);
  }
  assert.equal(toFunnelRequest({ ...PLAIN, breakdown: ' , ' }).options.breakdown, undefined);
});

test('the attribution is asked for in the words of the engine, and not where it is the usual one', () => {
  const asked = (attribution: ChartSettings['attribution']): unknown =>
    toFunnelRequest({ ...PLAIN, breakdown: 'source', attribution }).options.breakdown?.attribution;
  assert.equal(asked(undefined), undefined);
  assert.equal(asked('first-touch'), undefined);
  assert.equal(asked('last-touch'), 'last-touch');
  assert.deepEqual(asked('step:a:b'), { step: 'a:b' });
});

test('how a breakdown is drawn and which section is open do not change the question', () => {
  const settings: ChartSettings = { ...PLAIN, breakdown: 'source' };
  const shown: ChartSettings = { ...settings, ...toSettings({ ...FULL, ...toFunnelView(settings) }) };
  const { layout, insight, trend, time, whatIf } = shown;
  const otherwise: ChartSettings = { ...settings, layout, insight, trend, time, whatIf };
  assert.deepEqual(toFunnelRequest(otherwise), toFunnelRequest(settings));
});
