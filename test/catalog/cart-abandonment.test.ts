import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getFunnel } from '../../src/catalog/index.ts';
import { MARCH, Studio } from './studio.ts';

const funnel = getFunnel('cart-abandonment');
const ABANDONED = { origin: 'abandoned-cart' };

const studio = new Studio({
  people: [
    // hana: everything but the view and the purchase comes from her dated columns. The latest contact lies after
    // her conversion; "any date" takes it all the same.
    {
      id: 'hana',
      leadCreatedAt: '2026-03-12T09:00',
      origin: 'abandoned-cart',
      lastContactedAt: '2026-05-02T09:00',
      convertedToCustomerAt: '2026-03-21T10:00',
    },
    // kim: a row of the lead table replaces the column, and that row is of February: not in.
    { id: 'kim', leadCreatedAt: '2026-03-10T09:00', origin: 'abandoned-cart' },
  ],
  events: [
    // ada: every step in order.
    ['lead', 'ada', '2026-03-05T09:00', ABANDONED],
    ['contact', 'ada', '2026-03-06T09:00'],
    ['checkout-view', 'ada', '2026-03-07T09:00'],
    ['conversion', 'ada', '2026-03-08T09:00'],
    ['purchase', 'ada', '2026-03-09T09:00', { amount: 90 }],
    // ben: a lead of a form, not of an abandoned cart: not in, whatever follows.
    ['lead', 'ben', '2026-03-05T09:00', { origin: 'form' }],
    ['contact', 'ben', '2026-03-06T09:00'],
    ['checkout-view', 'ben', '2026-03-07T09:00'],
    ['conversion', 'ben', '2026-03-08T09:00'],
    ['purchase', 'ben', '2026-03-09T09:00'],
    // cleo: 23:30 UTC of 28 February is 00:30 of 1 March in Paris: in. Never contacted: dropped at 2.
    ['lead', 'cleo', '2026-02-28T23:30:00Z', ABANDONED],
    // dan: 22:00 UTC of 31 March is midnight of 1 April in Paris (summer time by then): not in.
    ['lead', 'dan', '2026-03-31T22:00:00Z', ABANDONED],
    ['contact', 'dan', '2026-04-01T10:00'],
    // eve: the last second of the range: in. Her only view is the abandoned cart itself: dropped at 3.
    ['lead', 'eve', '2026-03-31T23:59:59', ABANDONED],
    ['checkout-view', 'eve', '2026-03-31T23:50', { abandonedCart: true }],
    ['contact', 'eve', '2026-04-02T09:00'],
    ['conversion', 'eve', '2026-04-03T09:00'],
    // finn: contacted before he was a lead, a real view and the conversion after the range (any date: fine); the
    // purchase after the range does not count: dropped at 5. "true" as text is an abandoned cart too.
    ['contact', 'finn', '2026-02-10T09:00'],
    ['lead', 'finn', '2026-03-10T09:00', ABANDONED],
    ['checkout-view', 'finn', '2026-03-10T08:55', { abandonedCart: 'true' }],
    ['checkout-view', 'finn', '2026-04-20T09:00', { abandonedCart: false }],
    ['conversion', 'finn', '2026-04-21T09:00'],
    ['purchase', 'finn', '2026-04-22T09:00'],
    // gil: bought, but never "converted to customer": dropped at 4, and not entered at 5.
    ['lead', 'gil', '2026-03-12T09:00', ABANDONED],
    ['contact', 'gil', '2026-03-13T09:00'],
    ['checkout-view', 'gil', '2026-03-14T09:00', { abandonedCart: false }],
    ['purchase', 'gil', '2026-03-15T09:00'],
    ['checkout-view', 'hana', '2026-03-20T09:00'],
    ['purchase', 'hana', '2026-03-21T10:05'],
    // ivo: a lead of February and again of March: in by the second. His purchase lies before the range: dropped at 5.
    ['lead', 'ivo', '2026-02-25T09:00', ABANDONED],
    ['purchase', 'ivo', '2026-02-26T09:00'],
    ['lead', 'ivo', '2026-03-18T09:00', ABANDONED],
    ['contact', 'ivo', '2026-03-19T09:00'],
    ['checkout-view', 'ivo', '2026-03-20T09:00'],
    ['conversion', 'ivo', '2026-03-21T09:00'],
    // jo: a contact planned for after now is scheduled, not done: dropped at 2.
    ['lead', 'jo', '2026-03-25T09:00', ABANDONED],
    ['contact', 'jo', '2026-06-10T09:00'],
    ['lead', 'kim', '2026-02-10T09:00', ABANDONED],
    ['contact', 'kim', '2026-03-11T09:00'],
    // lou: bought without ever being a lead: not in.
    ['purchase', 'lou', '2026-03-15T09:00'],
    // max: bought on the 28th; on the 20th he is still open.
    ['lead', 'max', '2026-03-02T09:00', ABANDONED],
    ['contact', 'max', '2026-03-03T09:00'],
    ['checkout-view', 'max', '2026-03-04T09:00'],
    ['conversion', 'max', '2026-03-05T09:00'],
    ['purchase', 'max', '2026-03-28T09:00'],
  ],
});

describe('cart-abandonment', () => {
  const later = { range: MARCH, now: '2026-06-01T12:00:00Z' };

  it('counts, after the range', () => {
    assert.deepEqual(studio.tally(funnel, later), {
      // ada cleo eve finn gil hana ivo jo max
      lead: [9, 9, 0, 0],
      // without cleo, jo
      contact: [9, 7, 0, 2],
      // without eve
      checkout: [7, 6, 0, 1],
      // without gil
      customer: [6, 5, 0, 1],
      // ada hana max, without finn and ivo
      member: [5, 3, 0, 2],
    });
  });

  it('names the people of the losses', () => {
    assert.deepEqual(studio.ids(funnel, later, 'contact', 'dropped'), ['cleo', 'jo']);
    assert.deepEqual(studio.ids(funnel, later, 'checkout', 'dropped'), ['eve']);
    assert.deepEqual(studio.ids(funnel, later, 'customer', 'dropped'), ['gil']);
    assert.deepEqual(studio.ids(funnel, later, 'member', 'dropped'), ['finn', 'ivo']);
    assert.deepEqual(studio.ids(funnel, later, 'member', 'converted'), ['ada', 'hana', 'max']);
  });

  it('leaves the purchase open while the range runs', () => {
    const now = { range: MARCH, now: '2026-03-20T12:00' };
    assert.deepEqual(studio.tally(funnel, now), {
      // ada cleo finn gil hana ivo max; eve and jo are not yet leads
      lead: [7, 7, 0, 0],
      // without cleo, and hana whose latest contact is of May; no date bounds a contact: dropped, never open
      contact: [7, 5, 0, 2],
      // without finn, whose real view is of April
      checkout: [5, 4, 0, 1],
      // ada max; gil never, ivo tomorrow
      customer: [4, 2, 0, 2],
      // ada; max may still buy until the 31st
      member: [2, 1, 1, 0],
    });
    assert.deepEqual(studio.ids(funnel, now, 'member', 'open'), ['max']);
  });
});
