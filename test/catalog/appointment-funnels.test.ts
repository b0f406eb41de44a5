import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getFunnel } from '../../src/catalog/index.ts';
import { MARCH, Studio } from './studio.ts';

const APPOINTMENT = { kind: 'appointment' };
const CLASS = { kind: 'class' };
const INTRO = { intro: true, amount: 20 };
const MEMBER = { intro: false, amount: 100 };

const studio = new Studio({
  events: [
    // aya: every step.
    ['lead', 'aya', '2026-03-02T09:00'],
    ['purchase', 'aya', '2026-03-02T12:00', INTRO],
    ['booking', 'aya', '2026-03-05T09:00', APPOINTMENT],
    ['purchase', 'aya', '2026-03-10T09:00', MEMBER],
    ['booking', 'aya', '2026-03-12T09:00', APPOINTMENT],
    // bix: books classes only: dropped at "first".
    ['lead', 'bix', '2026-03-02T09:00'],
    ['purchase', 'bix', '2026-03-03T09:00', INTRO],
    ['booking', 'bix', '2026-03-05T09:00', CLASS],
    // coe: after the membership she books a class: dropped at "next".
    ['lead', 'coe', '2026-03-02T09:00'],
    ['purchase', 'coe', '2026-03-03T09:00', INTRO],
    ['booking', 'coe', '2026-03-05T09:00', APPOINTMENT],
    ['purchase', 'coe', '2026-03-10T09:00', MEMBER],
    ['booking', 'coe', '2026-03-12T09:00', CLASS],
    // dru: did not show up the first time. Every step; with no-shows left out, the second booking is the first, and
    // there is no next one.
    ['lead', 'dru', '2026-03-03T09:00'],
    ['purchase', 'dru', '2026-03-04T09:00', INTRO],
    ['booking', 'dru', '2026-03-05T09:00', { ...APPOINTMENT, status: 'no-show' }],
    ['purchase', 'dru', '2026-03-09T09:00', MEMBER],
    ['booking', 'dru', '2026-03-11T09:00', { ...APPOINTMENT, status: 'attended' }],
    // eos: her membership was refunded. Every step; with refunds left out, dropped at "member".
    ['lead', 'eos', '2026-03-03T09:00'],
    ['purchase', 'eos', '2026-03-04T09:00', INTRO],
    ['booking', 'eos', '2026-03-05T09:00', APPOINTMENT],
    ['purchase', 'eos', '2026-03-10T09:00', { ...MEMBER, refunded: true }],
    ['booking', 'eos', '2026-03-12T09:00', APPOINTMENT],
    // fae: lead and intro at one instant; the appointment a minute before it: dropped at "first".
    ['booking', 'fae', '2026-03-20T09:59', APPOINTMENT],
    ['lead', 'fae', '2026-03-20T10:00'],
    ['purchase', 'fae', '2026-03-20T10:00', INTRO],
    // gem: an intro without a lead form: only in the intro funnel; dropped at "member".
    ['purchase', 'gem', '2026-03-06T09:00', INTRO],
    ['booking', 'gem', '2026-03-07T09:00', APPOINTMENT],
    // hob: a lead of December with an intro then; a lead again in March, with none since: dropped at "intro".
    ['lead', 'hob', '2025-12-01T09:00'],
    ['purchase', 'hob', '2025-12-05T09:00', INTRO],
    ['lead', 'hob', '2026-03-10T09:00'],
    // ira: an intro dated after now: not yet. Dropped at "intro", not in the intro funnel.
    ['lead', 'ira', '2026-03-05T09:00'],
    ['purchase', 'ira', '2026-06-15T09:00', INTRO],
    // jax: got his membership for nothing. Dropped at "next"; with purchases at 0 left out, at "member".
    ['lead', 'jax', '2026-03-05T09:00'],
    ['purchase', 'jax', '2026-03-06T09:00', INTRO],
    ['booking', 'jax', '2026-03-07T09:00', APPOINTMENT],
    ['purchase', 'jax', '2026-03-10T09:00', { intro: false, amount: 0 }],
    // kya: the intro a second after the lead, across the clock change (01:59:59 and 03:00:00). Dropped at "member".
    ['lead', 'kya', '2026-03-29T01:59:59'],
    ['purchase', 'kya', '2026-03-29T03:00:00', INTRO],
    ['booking', 'kya', '2026-03-30T09:00', APPOINTMENT],
    // lux: two bookings and the membership at one instant; two events, so one is first and one is next: every step.
    ['lead', 'lux', '2026-03-07T09:00'],
    ['purchase', 'lux', '2026-03-07T10:00', INTRO],
    ['booking', 'lux', '2026-03-08T10:00', { ...APPOINTMENT, name: 'A' }],
    ['booking', 'lux', '2026-03-08T10:00', { ...APPOINTMENT, name: 'B' }],
    ['purchase', 'lux', '2026-03-08T10:00', MEMBER],
  ],
});

const options = { range: MARCH, now: '2026-06-01T12:00:00Z' };

describe('lead-to-appointment', () => {
  const funnel = getFunnel('lead-to-appointment');

  it('counts from the lead', () => {
    assert.deepEqual(studio.tally(funnel, options), {
      // aya bix coe dru eos fae hob ira jax kya lux
      lead: [11, 11, 0, 0],
      // without hob, ira
      intro: [11, 9, 0, 2],
      // without bix, fae
      first: [9, 7, 0, 2],
      // without kya
      member: [7, 6, 0, 1],
      // aya dru eos lux
      next: [6, 4, 0, 2],
    });
    assert.deepEqual(studio.ids(funnel, options, 'intro', 'dropped'), ['hob', 'ira']);
    assert.deepEqual(studio.ids(funnel, options, 'first', 'dropped'), ['bix', 'fae']);
    assert.deepEqual(studio.ids(funnel, options, 'next', 'dropped'), ['coe', 'jax']);
  });

  it('leaves out what the studio does not count', () => {
    const switches = { ignoreNoShows: true, ignoreRefunded: true, ignoreZero: true };
    assert.deepEqual(studio.tally({ ...funnel, switches }, options), {
      lead: [11, 11, 0, 0],
      intro: [11, 9, 0, 2],
      // dru by his second booking
      first: [9, 7, 0, 2],
      // without eos, jax, kya
      member: [7, 4, 0, 3],
      // aya lux; coe as before, dru for want of another booking
      next: [4, 2, 0, 2],
    });
    assert.deepEqual(studio.ids({ ...funnel, switches }, options, 'member', 'dropped'), [
      'eos',
      'jax',
      'kya',
    ]);
    assert.deepEqual(studio.ids({ ...funnel, switches }, options, 'next', 'dropped'), ['coe', 'dru']);
  });
});

describe('intro-to-appointment', () => {
  const funnel = getFunnel('intro-to-appointment');

  it('counts every intro buyer of the range', () => {
    assert.deepEqual(studio.tally(funnel, options), {
      // aya bix coe dru eos fae gem jax kya lux
      intro: [10, 10, 0, 0],
      // without bix, fae
      first: [10, 8, 0, 2],
      // without gem, kya
      member: [8, 6, 0, 2],
      // aya dru eos lux
      next: [6, 4, 0, 2],
    });
    assert.deepEqual(studio.ids(funnel, options, 'member', 'dropped'), ['gem', 'kya']);
    assert.deepEqual(studio.ids(funnel, options, 'next', 'dropped'), ['coe', 'jax']);
  });
});
