import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getFunnel } from '../../src/catalog/index.ts';
import { MARCH, Studio } from './studio.ts';

const funnel = getFunnel('reactivation');
const CLASS = { kind: 'class' };
const APPOINTMENT = { kind: 'appointment' };
const customerSince = (id: string, convertedToCustomerAt: string) => ({
  id,
  isCustomer: true,
  convertedToCustomerAt,
});

// 30 days before 1 March 2026 is 30 January: the look-back is from 30 January 00:00, included, to 1 March 00:00,
// excluded, in Paris.
const studio = new Studio({
  people: [
    customerSince('amy', '2025-01-10T09:00'),
    customerSince('bea', '2025-01-10T09:00'),
    customerSince('cal', '2025-01-10T09:00'),
    customerSince('dov', '2025-01-10T09:00'),
    // eda: a customer without a date counts.
    { id: 'eda', isCustomer: true },
    // fox: a customer only since 2 March: not inactive, just new.
    customerSince('fox', '2026-03-02T09:00'),
    // gia: a lead, not a customer.
    { id: 'gia', isCustomer: false },
    // hugo: contacted in range by his column; the view lies before the range: dropped at 3.
    { ...customerSince('hugo', '2024-06-01T09:00'), lastContactedAt: '2026-03-15T09:00' },
    customerSince('iris', '2024-06-01T09:00'),
    customerSince('jack', '2024-06-01T09:00'),
    customerSince('kate', '2024-06-01T09:00'),
    // liam: a customer from the very instant the range begins, not before it: not in.
    customerSince('liam', '2026-03-01T00:00'),
    customerSince('mona', '2024-06-01T09:00'),
  ],
  events: [
    // amy: her last visit is a minute before the look-back: inactive. Every step.
    ['check-in', 'amy', '2026-01-29T23:59', CLASS],
    ['contact', 'amy', '2026-03-05T09:00'],
    ['checkout-view', 'amy', '2026-03-06T09:00'],
    ['booking', 'amy', '2026-03-07T09:00', CLASS],
    ['check-in', 'amy', '2026-03-08T09:00', CLASS],
    // bea: a visit at the first instant of the look-back: active.
    ['check-in', 'bea', '2026-01-30T00:00', CLASS],
    // cal: a visit at its last second, of whatever kind: active.
    ['check-in', 'cal', '2026-02-28T23:59:59'],
    // dov: a visit at the instant the range begins is no longer in the look-back: inactive. Never contacted.
    ['check-in', 'dov', '2026-03-01T00:00', CLASS],
    // eda: contacted in the range, but her last contact is of April: dropped at 2.
    ['contact', 'eda', '2026-03-10T09:00'],
    ['contact', 'eda', '2026-04-02T09:00'],
    ['contact', 'gia', '2026-03-10T09:00'],
    ['checkout-view', 'hugo', '2026-02-20T09:00'],
    // iris: booked on 27 February for 20 March; the date of booking is not in range: dropped at 4.
    ['contact', 'iris', '2026-03-15T09:00'],
    ['checkout-view', 'iris', '2026-03-16T09:00'],
    ['booking', 'iris', '2026-02-27T09:00', { ...APPOINTMENT, eventAt: '2026-03-20T18:00' }],
    ['check-in', 'iris', '2026-03-20T18:00', APPOINTMENT],
    // jack: came in April only: dropped at 5.
    ['contact', 'jack', '2026-03-15T09:00'],
    ['checkout-view', 'jack', '2026-03-16T09:00'],
    ['booking', 'jack', '2026-03-17T09:00', APPOINTMENT],
    ['check-in', 'jack', '2026-04-02T09:00', APPOINTMENT],
    // kate: contacted twice, the last time in range; any page will do; the visit half an hour before the range ends.
    ['contact', 'kate', '2026-03-03T09:00'],
    ['contact', 'kate', '2026-03-20T09:00'],
    ['checkout-view', 'kate', '2026-03-21T09:00', { page: 'product' }],
    ['booking', 'kate', '2026-03-22T09:00', CLASS],
    ['check-in', 'kate', '2026-03-31T23:30', APPOINTMENT],
    // mona: booked something that is neither a class nor an appointment: dropped at 4.
    ['contact', 'mona', '2026-03-04T09:00'],
    ['checkout-view', 'mona', '2026-03-05T09:00'],
    ['booking', 'mona', '2026-03-06T09:00', { kind: 'rental' }],
  ],
});

describe('reactivation', () => {
  const options = { range: MARCH, now: '2026-06-01T12:00:00Z' };

  it('counts the inactive clients that came back', () => {
    assert.deepEqual(studio.tally(funnel, options), {
      // amy dov eda hugo iris jack kate mona
      inactive: [8, 8, 0, 0],
      // without dov, eda
      contact: [8, 6, 0, 2],
      // without hugo
      checkout: [6, 5, 0, 1],
      // without iris, mona
      booking: [5, 3, 0, 2],
      // amy kate
      'check-in': [3, 2, 0, 1],
    });
  });

  it('names the people', () => {
    const inactive = ['amy', 'dov', 'eda', 'hugo', 'iris', 'jack', 'kate', 'mona'];
    assert.deepEqual(studio.ids(funnel, options, 'inactive', 'converted'), inactive);
    assert.deepEqual(studio.ids(funnel, options, 'contact', 'dropped'), ['dov', 'eda']);
    assert.deepEqual(studio.ids(funnel, options, 'checkout', 'dropped'), ['hugo']);
    assert.deepEqual(studio.ids(funnel, options, 'booking', 'dropped'), ['iris', 'mona']);
    assert.deepEqual(studio.ids(funnel, options, 'check-in', 'dropped'), ['jack']);
  });

  it('takes the days of the look-back from the user', () => {
    // 29 days: from 31 January, so the visit of bea is too old to count: she is inactive too.
    assert.equal(studio.tally(funnel, { ...options, lookbackDays: 29 }).inactive?.[1], 9);
    // 31 days: from 29 January, so amy's visit at 23:59 of that day counts: she is active.
    assert.equal(studio.tally(funnel, { ...options, lookbackDays: 31 }).inactive?.[1], 7);
  });

  it('leaves every later step open while the range runs', () => {
    const now = { range: MARCH, now: '2026-03-10T12:00' };
    assert.deepEqual(studio.tally(funnel, now), {
      inactive: [8, 8, 0, 0],
      // amy kate mona, and eda whose last contact up to now is today's; dov hugo iris jack may yet be contacted
      contact: [8, 4, 4, 0],
      // amy mona; eda kate may yet look
      checkout: [4, 2, 2, 0],
      // amy; mona may yet book
      booking: [2, 1, 1, 0],
      'check-in': [1, 1, 0, 0],
    });
    assert.deepEqual(studio.ids(funnel, now, 'checkout', 'open'), ['eda', 'kate']);
  });
});
