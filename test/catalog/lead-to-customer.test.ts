import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getFunnel } from '../../src/catalog/index.ts';
import { MARCH, Studio } from './studio.ts';

const funnel = getFunnel('lead-to-customer');

const studio = new Studio({
  events: [
    // ana: every step.
    ['lead', 'ana', '2026-03-02T09:00', { source: 'instagram' }],
    ['contact', 'ana', '2026-03-03T09:00'],
    ['checkout-view', 'ana', '2026-03-04T09:00', { page: 'class' }],
    ['conversion', 'ana', '2026-03-05T09:00'],
    ['purchase', 'ana', '2026-03-06T09:00'],
    // bob: contacted, saw no checkout page: dropped at 3, and yet on through 2 to the end.
    ['lead', 'bob', '2026-03-02T09:00', { source: 'instagram' }],
    ['contact', 'bob', '2026-03-03T09:00'],
    ['conversion', 'bob', '2026-03-10T09:00'],
    ['purchase', 'bob', '2026-03-11T09:00'],
    // cy: saw a product's page, was not contacted: dropped at 2, and yet on through 3. Bought after the range: any date.
    ['lead', 'cy', '2026-03-03T09:00', { source: 'google' }],
    ['checkout-view', 'cy', '2026-03-04T09:00', { page: 'product' }],
    ['conversion', 'cy', '2026-03-05T09:00'],
    ['purchase', 'cy', '2026-05-01T09:00'],
    // dee: neither contacted nor on a page: dropped at 2 and 3, not entered at 4 though she converted.
    ['lead', 'dee', '2026-03-04T09:00', { source: 'google' }],
    ['conversion', 'dee', '2026-03-05T09:00'],
    ['purchase', 'dee', '2026-03-05T09:00'],
    // eli: the contact came after the conversion: it counts. Never bought: dropped at 5.
    ['lead', 'eli', '2026-03-05T09:00', { source: 'google' }],
    ['conversion', 'eli', '2026-03-20T09:00'],
    ['contact', 'eli', '2026-04-20T09:00'],
    // fay: here the abandoned cart is a view like any other: through 3, dropped at 4.
    ['lead', 'fay', '2026-03-06T09:00', { source: 'walk-in' }],
    ['checkout-view', 'fay', '2026-03-06T09:10', { abandonedCart: true }],
    // gus: 23:30 of 28 February in Paris: not in.
    ['lead', 'gus', '2026-02-28T23:30', { source: 'google' }],
    ['contact', 'gus', '2026-03-03T09:00'],
    ['conversion', 'gus', '2026-03-10T09:00'],
    // hal: an hour later it is March in Paris (23:30 UTC): in. All the rest lies before he was a lead: any date.
    ['lead', 'hal', '2026-02-28T23:30:00Z'],
    ['contact', 'hal', '2026-01-15T09:00'],
    ['conversion', 'hal', '2026-01-20T09:00'],
    ['purchase', 'hal', '2026-01-20T09:00'],
    // ida: 02:30 does not exist on the night of the clock change; it is read as 03:30: in. Dropped at 4.
    ['lead', 'ida', '2026-03-29T02:30'],
    ['contact', 'ida', '2026-03-30T09:00'],
    ['checkout-view', 'ida', '2026-03-30T10:00'],
    // jan: 00:30 of 1 April in Paris: not in.
    ['lead', 'jan', '2026-03-31T22:30:00Z'],
    ['contact', 'jan', '2026-04-02T09:00'],
    // kai: a conversion dated after now has not happened: dropped at 4.
    ['lead', 'kai', '2026-03-10T09:00'],
    ['checkout-view', 'kai', '2026-03-11T09:00'],
    ['conversion', 'kai', '2026-06-15T09:00'],
    // lea: a lead, no more: dropped at 2 and at 3.
    ['lead', 'lea', '2026-03-12T09:00', { source: 'google' }],
  ],
});

describe('lead-to-customer', () => {
  const options = { range: MARCH, now: '2026-06-01T12:00:00Z' };

  it('counts those contacted or on a checkout page', () => {
    assert.deepEqual(studio.tally(funnel, options), {
      // ana bob cy dee eli fay hal ida kai lea
      lead: [10, 10, 0, 0],
      // ana bob eli hal ida
      contact: [10, 5, 0, 5],
      // ana cy fay ida kai, of all leads, not of the contacted
      checkout: [10, 5, 0, 5],
      // of either: without dee, lea; ana bob cy eli hal
      customer: [8, 5, 0, 3],
      // without eli
      member: [5, 4, 0, 1],
    });
  });

  it('names the people of the losses', () => {
    assert.deepEqual(studio.ids(funnel, options, 'contact', 'dropped'), ['cy', 'dee', 'fay', 'kai', 'lea']);
    assert.deepEqual(studio.ids(funnel, options, 'checkout', 'dropped'), ['bob', 'dee', 'eli', 'hal', 'lea']);
    assert.deepEqual(studio.ids(funnel, options, 'customer', 'dropped'), ['fay', 'ida', 'kai']);
    assert.deepEqual(studio.ids(funnel, options, 'member', 'dropped'), ['eli']);
  });

  it('narrows everything after a filtered step', () => {
    // Leads of Google: cy dee eli lea. Contacted: eli. On a page: cy. Customers: cy eli. Bought: cy.
    const google = { ...options, filters: { lead: { source: 'google' } } };
    assert.deepEqual(studio.tally(funnel, google), {
      lead: [4, 4, 0, 0],
      contact: [4, 1, 0, 3],
      checkout: [4, 1, 0, 3],
      customer: [2, 2, 0, 0],
      member: [2, 1, 0, 1],
    });
  });
});
