import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findZone,
  LEAST_TARGET_SIZE,
  type TrackZone,
} from '../../../src/elements/funnel-chart/track-hits.ts';

const zones: TrackZone[] = [
  { key: 'wide', start: 0, end: 100 },
  { key: 'thin', start: 100, end: 104 },
  { key: 'hair', start: 104, end: 106 },
  { key: 'rest', start: 106, end: 300 },
];
const hit = (at: number): string | undefined => findZone(zones, at)?.key;

test('a wide part answers where it is', () => {
  assert.deepEqual([hit(0), hit(50), hit(89), hit(200), hit(300)], ['wide', 'wide', 'wide', 'rest', 'rest']);
});

test('a narrow part answers to 24 px around its middle', () => {
  // The middle of the first narrow part is at 102, of the second at 105.
  assert.deepEqual([hit(90), hit(100), hit(103)], ['thin', 'thin', 'thin']);
  assert.deepEqual([hit(104), hit(110), hit(117)], ['hair', 'hair', 'hair']);
  assert.deepEqual([hit(89.9), hit(117.1)], ['wide', 'rest']);
});

test('every part has a pixel that means it, however many lie side by side', () => {
  const slivers = Array.from({ length: 8 }, (_, index) => ({
    key: `${index}`,
    start: index * 3,
    end: index * 3 + 3,
  }));
  for (const { key, start } of slivers) assert.equal(findZone(slivers, start + 1.5)?.key, key);
});

test('outside of all there is nothing', () => {
  assert.equal(hit(-1), undefined);
  assert.equal(hit(301), undefined);
  assert.equal(findZone([], 10), undefined);
});

test('what lies on top wins', () => {
  const over = [
    { key: 'lost', start: 0, end: 200 },
    { key: 'cancelled', start: 0, end: 60 },
  ];
  assert.equal(findZone(over, 30)?.key, 'cancelled');
  assert.equal(findZone(over, 90)?.key, 'lost');
});

test('a part of exactly 24 px is wide enough', () => {
  const exact = [{ key: 'exact', start: 0, end: LEAST_TARGET_SIZE }];
  assert.equal(findZone(exact, LEAST_TARGET_SIZE)?.key, 'exact');
  assert.equal(findZone(exact, LEAST_TARGET_SIZE + 0.1), undefined);
});
