import assert from 'node:assert/strict';
import { test } from 'node:test';
import { widenFrom } from '../../../src/elements/funnel-chart/widen-period.ts';

test('a period becomes twice as long, with the same end', () => {
  // October has 31 days: 31 more before it begin on 31 August.
  assert.equal(widenFrom({ from: '2026-10-01', to: '2026-10-31' }), '2026-08-31');
  assert.equal(widenFrom({ from: '2026-03-01', to: '2026-03-01' }), '2026-02-28');
});

test('what is no pair of days cannot be widened', () => {
  for (const range of [
    undefined,
    {},
    { from: '2026-10-01' },
    { from: '2026-10-31', to: '2026-10-01' },
    { from: 1_790_000_000_000, to: 1_790_086_400_000 },
    { from: '2026-10-01T00:00:00Z', to: '2026-10-31' },
  ])
    assert.equal(widenFrom(range), undefined);
});
