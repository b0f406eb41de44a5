import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getFunnel } from '../../src/catalog/index.ts';
import { MARCH, Studio } from './studio.ts';

const funnel = getFunnel('membership-conversion');
const MEMBERSHIP = { page: 'membership' };

const studio = new Studio({
  people: [
    // gu: his latest contact, from his column, is a minute before the range ends: through 2.
    { id: 'gu', lastContactedAt: '2026-03-31T23:59' },
    // ha: hers is the first instant of April in Paris: dropped at 2.
    { id: 'ha', lastContactedAt: '2026-03-31T22:00:00Z' },
  ],
  events: [
    // al: every step.
    ['lead', 'al', '2026-03-02T09:00'],
    ['contact', 'al', '2026-03-03T09:00'],
    ['checkout-view', 'al', '2026-03-04T09:00', MEMBERSHIP],
    ['purchase', 'al', '2026-03-05T09:00'],
    // bo: contacted in range, but last in April: dropped at 2.
    ['lead', 'bo', '2026-03-02T09:00'],
    ['contact', 'bo', '2026-03-03T09:00'],
    ['contact', 'bo', '2026-04-05T09:00'],
    // cj: last contacted before the range: dropped at 2.
    ['lead', 'cj', '2026-03-03T09:00'],
    ['contact', 'cj', '2026-02-20T09:00'],
    // di: saw the page of a class, not of a membership: dropped at 3.
    ['lead', 'di', '2026-03-03T09:00'],
    ['contact', 'di', '2026-03-10T09:00'],
    ['checkout-view', 'di', '2026-03-11T09:00', { page: 'class' }],
    // ed: saw the page last year (any date), and bought an intro offer (all types): every step.
    ['lead', 'ed', '2026-03-04T09:00'],
    ['contact', 'ed', '2026-03-10T09:00'],
    ['checkout-view', 'ed', '2025-12-24T18:00', MEMBERSHIP],
    ['purchase', 'ed', '2026-03-12T09:00', { intro: true }],
    // fi: saw the page after the range (any date), bought after it (in range only): dropped at 4.
    ['lead', 'fi', '2026-03-05T09:00'],
    ['contact', 'fi', '2026-03-10T09:00'],
    ['checkout-view', 'fi', '2026-05-01T09:00', MEMBERSHIP],
    ['purchase', 'fi', '2026-05-02T09:00'],
    ['lead', 'gu', '2026-03-06T09:00'],
    ['checkout-view', 'gu', '2026-03-20T09:00', MEMBERSHIP],
    ['purchase', 'gu', '2026-03-21T09:00'],
    ['lead', 'ha', '2026-03-06T09:00'],
    // il: a lead of 1 April: not in.
    ['lead', 'il', '2026-04-01T00:00'],
    ['contact', 'il', '2026-03-20T09:00'],
    // jy: a contact planned for after now is not the last one yet; the abandoned cart is a view here. Dropped at 4.
    ['lead', 'jy', '2026-03-07T09:00'],
    ['contact', 'jy', '2026-03-08T09:00'],
    ['contact', 'jy', '2026-06-15T09:00'],
    ['checkout-view', 'jy', '2026-03-09T09:00', { ...MEMBERSHIP, abandonedCart: true }],
    // ko: looked and bought, was never contacted: dropped at 2, not entered further on.
    ['lead', 'ko', '2026-03-08T09:00'],
    ['checkout-view', 'ko', '2026-03-09T09:00', MEMBERSHIP],
    ['purchase', 'ko', '2026-03-10T09:00'],
    // lu: bought, was never a lead.
    ['purchase', 'lu', '2026-03-10T09:00'],
  ],
});

describe('membership-conversion', () => {
  const options = { range: MARCH, now: '2026-06-01T12:00:00Z' };

  it('counts by the last contact', () => {
    assert.deepEqual(studio.tally(funnel, options), {
      // al bo cj di ed fi gu ha jy ko
      lead: [10, 10, 0, 0],
      // al di ed fi gu jy
      contact: [10, 6, 0, 4],
      // without di
      checkout: [6, 5, 0, 1],
      // al ed gu
      member: [5, 3, 0, 2],
    });
  });

  it('names the people of the losses', () => {
    assert.deepEqual(studio.ids(funnel, options, 'contact', 'dropped'), ['bo', 'cj', 'ha', 'ko']);
    assert.deepEqual(studio.ids(funnel, options, 'checkout', 'dropped'), ['di']);
    assert.deepEqual(studio.ids(funnel, options, 'member', 'dropped'), ['fi', 'jy']);
  });

  it('takes the last contact up to now', () => {
    const now = { range: MARCH, now: '2026-03-15T12:00' };
    assert.deepEqual(studio.tally(funnel, now), {
      lead: [10, 10, 0, 0],
      // al di ed fi jy, and bo, whose contact of April is not yet; cj gu ha ko may yet be contacted in range
      contact: [10, 6, 4, 0],
      // al ed jy; no date bounds a view, so bo di fi are "not (yet) done": dropped
      checkout: [6, 3, 0, 3],
      // al ed; jy may yet buy
      member: [3, 2, 1, 0],
    });
    assert.deepEqual(studio.ids(funnel, now, 'contact', 'open'), ['cj', 'gu', 'ha', 'ko']);
  });
});
