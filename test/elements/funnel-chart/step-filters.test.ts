import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toFunnelRequest } from '../../../src/elements/funnel-chart/run-request.ts';
import {
  listActiveFilters,
  offeredValues,
  toggleFilterValue,
} from '../../../src/elements/funnel-chart/step-filters.ts';

test('values are switched on and off; what is empty goes', () => {
  const one = toggleFilterValue({}, 'lead', 'source', 'Website', true);
  assert.deepEqual(one, { lead: { source: ['Website'] } });
  const two = toggleFilterValue(one, 'lead', 'source', 'Referral', true);
  assert.deepEqual(two, { lead: { source: ['Website', 'Referral'] } });
  const none = toggleFilterValue(one, 'lead', 'source', 'Website', false);
  assert.deepEqual(none, {});
  assert.deepEqual(one, { lead: { source: ['Website'] } }, 'the given filters are not changed');
});

test('a single value of the host counts as chosen; other conditions are its own', () => {
  const filters = { lead: { source: 'Website', age: { gt: 30 } } };
  assert.deepEqual(listActiveFilters(filters), [{ step: 'lead', property: 'source', value: 'Website' }]);
  assert.deepEqual(toggleFilterValue(filters, 'lead', 'source', 'Website', false), {
    lead: { age: { gt: 30 } },
  });
});

test('a chosen value that nobody has now can still be taken off', () => {
  const offer = {
    property: 'source',
    values: [
      { value: 'Website', count: 3 },
      { value: null, count: 2 },
    ],
  };
  assert.deepEqual(offeredValues(offer, ['Referral']), [
    { value: 'Website', count: 3 },
    { value: 'Referral', count: 0 },
  ]);
});

test('the request holds only what was set', () => {
  assert.deepEqual(toFunnelRequest({ filters: {} }), { options: {} });
  const request = toFunnelRequest({ funnel: 'f', from: '2026-10-01', compare: '2026-09-01..2026-09-30', breakdown: 'source', asOf: '1700000000000', filters: {} }); // prettier-ignore
  assert.deepEqual(request, {
    funnel: 'f',
    options: {
      range: { from: '2026-10-01', to: null },
      now: 1_700_000_000_000,
      breakdown: { property: 'source', top: 5 },
      comparison: { from: '2026-09-01', to: '2026-09-30' },
    },
  });
});
