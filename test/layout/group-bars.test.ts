import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GroupView } from '../../src/layout/breakdown-groups.ts';
import { layoutFunnelEach, layoutSideBySide, rankGroups } from '../../src/layout/group-bars.ts';

const group = (label: string, counts: (number | undefined)[]): GroupView => {
  const [first] = counts;
  const last = counts.at(-1);
  return {
    index: 0,
    label,
    value: label,
    values: [label],
    counts,
    entered: counts.map((_count, index) => counts[Math.max(0, index - 1)]),
    endRate: first && last !== undefined ? last / first : undefined,
  };
};

test('side by side all groups share the scale of the largest', () => {
  const [first, second] = layoutSideBySide([group('a', [200, 50]), group('b', [100, 80])], 'count');
  assert.deepEqual(
    first?.map(({ bar }) => bar?.size),
    [1, 0.5],
  );
  assert.deepEqual(
    second?.map(({ bar }) => bar?.size),
    [0.25, 0.4],
  );
  assert.deepEqual(
    second?.map(({ rest }) => rest),
    [
      { start: 0.25, size: 0.75 },
      { start: 0.4, size: 0.1 },
    ],
  );
});

test('by rate each group is measured against its own base', () => {
  const [, second] = layoutSideBySide([group('a', [200, 50]), group('b', [100, 80])], 'rate');
  assert.deepEqual(
    second?.map(({ bar }) => bar?.size),
    [0.25, 0.8],
  );
});

test('a funnel each begins at 100 %, however small the group', () => {
  const [first, second] = layoutFunnelEach([group('a', [200, 50]), group('b', [10, 8])], 'count');
  assert.deepEqual(
    first?.map(({ bar }) => bar?.size),
    [1, 1],
  );
  assert.deepEqual(
    second?.map(({ bar }) => bar?.size),
    [0.25, 0.8],
  );
});

test('what is unknown has no bar, nobody an empty one, and one of very many is marked', () => {
  const [, second] = layoutFunnelEach(
    [group('a', [5, undefined]), group('b', [5, 0]), group('c', [9000, 1])],
    'count',
  );
  assert.equal(second?.[0]?.bar, undefined);
  assert.deepEqual(second?.[1]?.bar, { start: 0, size: 0 });
  assert.equal(second?.[1]?.enlarged, false);
  assert.equal(second?.[2]?.enlarged, true);
});

test('the best rate comes first; those of fewer than thirty people after the others; without a rate last', () => {
  const groups = [
    group('unknown', [50, undefined]),
    group('few', [10, 9]),
    group('low', [100, 20]),
    group('high', [40, 20]),
  ];
  assert.deepEqual(
    rankGroups(groups).map(({ label }) => label),
    ['high', 'low', 'few', 'unknown'],
  );
});
