import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getFormats } from '../../src/i18n/index.ts';

const en = getFormats('en');
const fr = getFormats('fr');
/** No-break spaces as plain ones, so that the expectations can be read. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('numbers are grouped as the locale does', () => {
  assert.equal(en.number(1477), '1,477');
  assert.equal(fr.number(1477), '1\u202f477');
  assert.equal(en.number(-3), '−3');
});

test('a rate has one decimal', () => {
  assert.equal(en.percent(0.152), '15.2%');
  assert.equal(plain(fr.percent(0.152)), '15,2 %');
  assert.equal(en.percent(0.5), '50%');
});

test('a rate of fewer than a hundred has none, except under ten percent', () => {
  assert.equal(en.percent(7 / 12, 12), '58%');
  assert.equal(en.percent(38 / 41, 41), '93%');
  assert.equal(en.percent(3 / 41, 41), '7.3%');
  assert.equal(en.percent(58 / 100, 100), '58%');
  assert.equal(en.percent(0.588, 100), '58.8%');
});

test('a part is never rounded to nothing or to all', () => {
  assert.equal(plain(en.percent(3 / 2_400_000)), '< 0.1%');
  assert.equal(plain(fr.percent(3 / 2_400_000)), '< 0,1 %');
  assert.equal(plain(en.percent(0.9996)), '> 99.9%');
  assert.equal(plain(fr.percent(0.9996)), '> 99,9 %');
  assert.equal(en.percent(0), '0%');
  assert.equal(en.percent(1), '100%');
  assert.equal(en.percent(0.0005), '0.1%');
});

test('points are signed and have one decimal', () => {
  assert.equal(en.points(0.04), '+4.0');
  assert.equal(fr.points(-0.033), '−3,3');
});

test('durations have two units at most', () => {
  const day = 86_400;
  assert.equal(plain(en.duration(2 * day + 6 * 3600)), '2 days 6 hr');
  assert.equal(plain(fr.duration(2 * day + 6 * 3600)), '2 j 6 h');
  assert.equal(plain(en.duration(16 * day + 7 * 3600)), '16 days');
  assert.equal(plain(en.duration(3 * 3600)), '3 hr');
  assert.equal(plain(en.duration(90)), '1 min 30 sec');
  assert.equal(plain(en.duration(0)), '0 sec');
  assert.equal(plain(en.duration(-2 * 3600)), '−2 hr');
  assert.equal(plain(fr.duration(2 * day + 3600, 'long')), '2 jours 1 heure');
  // 1 day 23 h 59 min 50 s: the hours are rounded up, into the next day.
  assert.equal(plain(en.duration(2 * day - 10)), '2 days');
});

test('a bare date is a day of the studio and never shifts', () => {
  assert.equal(en.date('2026-10-31', 'America/Los_Angeles'), 'Oct 31, 2026');
  assert.equal(fr.date('2026-10-31'), '31 oct. 2026');
  assert.equal(en.date('2026-10-31T23:30:00Z', 'Europe/Paris'), 'Nov 1, 2026');
});

test('a period is said once, months and years not twice', () => {
  assert.equal(
    plain(en.dateRange('2026-10-01', '2026-10-31')).replaceAll(/[\u2009 ]/g, ' '),
    'October 1 – 31, 2026',
  );
  assert.equal(fr.dateRange('2026-10-01', '2026-10-31'), '1er–31 octobre 2026');
  assert.match(fr.dateRange('2026-10-11', '2026-11-01'), /^11 octobre\s–\s1er novembre 2026$/);
  assert.equal(fr.date('2026-10-01'), '1er oct. 2026');
  assert.equal(fr.period('2026-10-01', 'day'), '1er oct.');
  assert.equal(fr.date('2026-10-11'), '11 oct. 2026');
});

test('an unknown time zone or date is no failure', () => {
  assert.equal(en.date('2026-10-31T12:00:00Z', 'Nowhere/Else').includes('2026'), true);
  assert.equal(en.date('someday'), 'someday');
});

test('money has no decimals from a hundred on', () => {
  assert.equal(en.currency(12_300.4, 'EUR'), '€12,300');
  assert.equal(plain(fr.currency(12_300.4, 'EUR')), '12 300 €');
  assert.equal(en.currency(9.5, 'EUR'), '€9.50');
  assert.equal(en.currency(500, undefined), '500');
});

test('lists are joined as the locale does', () => {
  assert.equal(fr.either(['2', '3']), '2 ou 3');
  assert.equal(en.list(['1', '2', '3']), '1, 2, and 3');
});

test('the day of an instant is that of the zone, in figures, whatever the locale', () => {
  for (const tag of ['en', 'fr-CA']) {
    const format = getFormats(tag);
    assert.equal(format.day('2026-10-31'), '2026-10-31');
    assert.equal(format.day('2026-10-31T23:30:00Z', 'Europe/Paris'), '2026-11-01');
    assert.equal(format.day(Date.parse('2026-01-01T03:00:00Z'), 'America/New_York'), '2025-12-31');
    assert.equal(format.day('soon'), undefined);
  }
});

test('an estimate claims two figures', () => {
  const format = getFormats('en');
  assert.equal(format.estimate(44_270, 'EUR'), '€44,000');
  assert.equal(format.estimate(16_512, 'EUR'), '€17,000');
  assert.equal(format.estimate(137, 'EUR'), '€140');
});

test('a date makes no Intl object that was made before, whatever the zone', () => {
  const Original = Intl.DateTimeFormat;
  let made = 0;
  const Counting = function (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) {
    made += 1;
    return new Original(...args);
  };
  Object.assign(Intl, { DateTimeFormat: Counting });
  try {
    const zones = ['America/Toronto', 'Mars/Base'];
    const write = () => zones.map((zone) => en.dateTime('2026-10-31T12:00:00Z', zone)).join();
    const first = write();
    const madeFirst = made;
    assert.ok(madeFirst > 0, 'the count counts');
    assert.equal(write(), first);
    assert.equal(made, madeFirst);
  } finally {
    Object.assign(Intl, { DateTimeFormat: Original });
  }
});
