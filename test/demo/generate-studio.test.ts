import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generateStudio } from '../../demo/studio/generate-studio.ts';
import type { StudioEvent } from '../../demo/studio/studio.ts';
import { toEpoch, toIso, wallTime } from '../../demo/studio/studio-time.ts';
import { toDataset } from '../../demo/studio/to-dataset.ts';
import { parseDataset } from '../../src/engine/schema/index.ts';

const studio = generateStudio();
const asOf = Date.parse(studio.asOf);
const start = Date.parse('2024-11-16T00:00+01:00');
const people = new Map(studio.people.map((person) => [person.id, person]));
const rowsOf = (type: string): StudioEvent[] => studio.tables[type] ?? [];

test('the same seed gives the same studio, another seed another one', () => {
  assert.deepEqual(generateStudio(), studio);
  assert.notDeepEqual(generateStudio({ seed: 0.5 }).people[0], studio.people[0]);
});

test('there are some 4,000 people with one id each, contacts of nobody real', () => {
  assert.equal(studio.people.length, 4000);
  assert.equal(people.size, 4000);
  for (const { email, phone } of studio.people) {
    assert.match(email, /^[a-z]+\.[a-z]+\.\d+@example\.com$/);
    assert.match(phone, /^\+33 6 39 98 \d\d \d\d$/);
  }
});

test('every event belongs to somebody and lies in the two years, to the second', () => {
  for (const [type, rows] of Object.entries(studio.tables)) {
    for (const { person, at } of rows) {
      assert.ok(people.has(person), `${type}: person ${person}`);
      assert.ok(at >= start && at <= asOf, `${type}: ${new Date(at).toISOString()}`);
      assert.equal(at % 1000, 0);
    }
  }
});

test('rows come by time', () => {
  for (const rows of Object.values(studio.tables)) {
    for (let i = 1; i < rows.length; i++) assert.ok(rows[i]!.at >= rows[i - 1]!.at);
  }
});

test('a booking is made before it takes place; only future ones are still "booked"', () => {
  for (const { at, eventAt, status } of rowsOf('booking')) {
    assert.ok(Date.parse(String(eventAt)) > at);
    assert.equal(status === 'booked', Date.parse(String(eventAt)) > asOf);
  }
  assert.ok(rowsOf('booking').some(({ status }) => status === 'booked'));
});

test('a membership is bought once, by the person who renews, freezes, cancels and books with it', () => {
  const owners = new Map<unknown, StudioEvent>(
    rowsOf('purchase').flatMap((row) => (row.membership ? [[row.membership, row] as const] : [])),
  );
  assert.equal(owners.size, rowsOf('purchase').filter(({ membership }) => membership).length);
  for (const type of ['renewal', 'freeze', 'cancellation', 'booking']) {
    for (const { person, at, membership } of rowsOf(type)) {
      if (membership === undefined) continue;
      assert.equal(owners.get(membership)?.person, person);
      assert.ok(owners.get(membership)!.at <= at);
    }
  }
  for (const { membership } of rowsOf('renewal')) assert.equal(owners.get(membership)?.renewing, true);
});

test('nothing happens to a membership after its cancellation', () => {
  const ends = new Map<unknown, number>(rowsOf('cancellation').map(({ membership, at }) => [membership, at]));
  for (const type of ['renewal', 'freeze']) {
    for (const { membership, at } of rowsOf(type)) assert.ok(at < (ends.get(membership) ?? Infinity));
  }
});

test('dates of a person agree with their events', () => {
  for (const { person, at } of rowsOf('lead'))
    assert.equal(Date.parse(people.get(person)!.leadCreatedAt!), at);
  const contacts = new Map(rowsOf('contact').map(({ person, at }) => [person, at]));
  for (const [person, at] of contacts) assert.equal(Date.parse(people.get(person)!.lastContactedAt!), at);
  for (const { person, at } of rowsOf('purchase'))
    assert.ok(Date.parse(people.get(person)!.convertedToCustomerAt!) <= at);
});

test('a guest was brought by an earlier client', () => {
  const guests = studio.people.filter(({ referredBy }) => referredBy !== undefined);
  assert.ok(guests.length > 300);
  for (const { referredBy, createdAt } of guests) {
    assert.ok(Date.parse(people.get(referredBy!)!.convertedToCustomerAt!) < Date.parse(createdAt!));
  }
});

test("wall times become Paris's instants, on both sides of the clock changes", () => {
  assert.equal(toEpoch(wallTime('2026-01-10T12:00')), Date.UTC(2026, 0, 10, 11));
  assert.equal(toEpoch(wallTime('2026-07-10T12:00')), Date.UTC(2026, 6, 10, 10));
  assert.equal(toIso(wallTime('2026-03-29T03:00')), '2026-03-29T03:00:00+02:00');
  assert.equal(toIso(wallTime('2026-03-29T01:59')), '2026-03-29T01:59:00+01:00');
  assert.equal(toIso(wallTime('2026-10-25T12:00')), '2026-10-25T12:00:00+01:00');
});

test('as a dataset it is valid, and speaks the language of the reader', () => {
  const french = parseDataset(toDataset(studio, 'fr'));
  const english = parseDataset(toDataset(studio, 'en'));
  const sources = (dataset: typeof french) => new Set((dataset.people as Record<string, string[]>).source);
  assert.ok(sources(french).has('Parrainage') && !sources(french).has('referral'));
  assert.ok(sources(english).has('Referral') && !sources(english).has('Parrainage'));
});

test('under 30 % of the leads buy the intro offer, about half of the buyers book', () => {
  const from = Date.parse('2026-08-01T00:00+02:00');
  const to = Date.parse('2026-11-01T00:00+01:00');
  const leads = rowsOf('lead').filter(({ at }) => at >= from && at < to);
  const buyers = leads.filter((lead) =>
    rowsOf('purchase').some(
      ({ person, at, intro }) => intro === true && person === lead.person && at >= lead.at,
    ),
  );
  const bookers = buyers.filter((lead) =>
    rowsOf('booking').some(
      ({ person, at, intro }) => intro === true && person === lead.person && at >= lead.at,
    ),
  );
  const share = buyers.length / leads.length;
  assert.ok(share > 0.2 && share < 0.3, `intro bought by ${share}`);
  const booked = bookers.length / buyers.length;
  assert.ok(booked > 0.4 && booked < 0.65, `booked by ${booked}`);
});
