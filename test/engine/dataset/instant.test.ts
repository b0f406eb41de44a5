import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calendar } from '../../../src/engine/dataset/calendar.ts';
import { parseInstant } from '../../../src/engine/dataset/instant.ts';

const paris = new Calendar('Europe/Paris');
const read = (value: unknown) => parseInstant(value, paris);

test('instants with an offset, in every usual writing', () => {
  const noon = Date.UTC(2026, 9, 25, 12);
  for (const text of [
    '2026-10-25T12:00:00Z',
    '2026-10-25T12:00Z',
    '2026-10-25 12:00:00.000Z',
    '2026-10-25T13:00:00+01:00',
    '2026-10-25T13:00:00+0100',
    '2026-10-25T13:00:00+01',
    '2026-10-25T12:00:00,000 Z',
    String(noon),
  ]) {
    assert.deepEqual(read(text), { ms: noon, dayOnly: false }, text);
  }
  assert.deepEqual(read(noon), { ms: noon, dayOnly: false });
  assert.deepEqual(read(new Date(noon)), { ms: noon, dayOnly: false });
});

test('a local time is the studio’s; in the missing hour the later, in the doubled hour the earlier', () => {
  assert.equal(read('2026-07-01T10:00')?.ms, Date.UTC(2026, 6, 1, 8));
  assert.equal(read('2026-12-01T10:00')?.ms, Date.UTC(2026, 11, 1, 9));
  // 02:30 does not exist on 29 March 2026: 03:30 summer time, 01:30 UTC.
  assert.equal(read('2026-03-29T02:30')?.ms, Date.UTC(2026, 2, 29, 1, 30));
  // 02:30 happens twice on 25 October 2026: first in summer time, 00:30 UTC.
  assert.equal(read('2026-10-25T02:30')?.ms, Date.UTC(2026, 9, 25, 0, 30));
});

test('a date alone is day-only and begins at local midnight', () => {
  assert.deepEqual(read('2026-07-01'), { ms: Date.UTC(2026, 5, 30, 22), dayOnly: true });
});

test('what does not exist is not an instant', () => {
  for (const value of [
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-10-00',
    '2026-10-25T24:00',
    '2026-10-25T12:60',
    '2026-10-25Z',
    '25/10/2026',
    'yesterday',
    '',
    '1234567890',
    NaN,
    Infinity,
    9e15,
    null,
    undefined,
    {},
    true,
    '2026-10-25T12:00+25:00',
  ]) {
    assert.equal(read(value), undefined, String(value));
  }
  assert.notEqual(read('2024-02-29'), undefined);
});

test('the shape that machines write is read the same by the fast way as by the careful one', () => {
  const texts = [
    '2026-02-28T23:59:59Z',
    '0100-01-01T00:00:00Z',
    '9999-12-28T23:59:59.999Z',
    '2024-02-29T00:00:00Z',
  ];
  for (let i = 0; i < 500; i++) texts.push(new Date(i * 86_399_999_937).toISOString());
  for (const text of texts) assert.deepEqual(read(text), { ms: Date.parse(text), dayOnly: false }, text);
  for (const text of [
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:0xZ',
    '2026-01-01T00:00:00.0x0Z',
    '2026/01/01T00:00:00Z',
  ])
    assert.equal(read(text), undefined, text);
});
