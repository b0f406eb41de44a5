import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parsePlainUtc } from '../../../src/engine/dataset/instant.ts';

const instants = fc.date({
  min: new Date('0100-01-01T00:00:00Z'),
  max: new Date('9999-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});

test('what machines write is read as the platform reads it', () => {
  const agrees = fc.property(instants, (instant) => {
    const text = instant.toISOString();
    // The leap day is left to whoever reads the careful way.
    const isLeapDay = text.slice(5, 10) === '02-29';
    assert.equal(parsePlainUtc(text), isLeapDay ? NaN : instant.getTime(), text);
    const whole = text.replace(/\.\d{3}/, '');
    assert.equal(parsePlainUtc(whole), isLeapDay ? NaN : Date.parse(whole), whole);
  });
  fc.assert(agrees, { numRuns: 2000, seed: 20_261_129 });
});

test('a text with any other sign in any place is not read, unless it is an instant again', () => {
  const sign = fc.constantFrom(...'0123456789-:.TZtz /+ ~é\u0660');
  const agrees = fc.property(instants, fc.boolean(), fc.nat(23), sign, (instant, isLong, place, other) => {
    const text = isLong ? instant.toISOString() : instant.toISOString().replace(/\.\d{3}/, '');
    const changed = text.slice(0, place) + other + text.slice(place + 1);
    const read = parsePlainUtc(changed);
    if (Number.isNaN(read)) return;
    const back = new Date(read).toISOString();
    assert.equal(isLong ? back : back.replace('.000', ''), changed);
  });
  fc.assert(agrees, { numRuns: 5000, seed: 20_261_129 });
});

test('days, hours and months that there are not', () => {
  for (const text of [
    '2026-11-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:60:00Z',
    '2026-01-01T00:00:60Z',
    '0099-01-01T00:00:00Z',
    '2026-01-01T00:00:00.00Z',
    '2026-01-01T00:00:00+',
  ])
    assert.ok(Number.isNaN(parsePlainUtc(text)), text);
});
