import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getFunnel } from '../../src/catalog/index.ts';
import { MARCH, Studio } from './studio.ts';

const CLASS = { kind: 'class' };
const INTRO = { intro: true, amount: 20 };
const MEMBER = { intro: false, amount: 100 };

const studio = new Studio({
  events: [
    // ari: every step of both funnels.
    ['lead', 'ari', '2026-03-02T09:00'],
    ['purchase', 'ari', '2026-03-03T09:00', INTRO],
    ['booking', 'ari', '2026-03-04T09:00', CLASS],
    ['purchase', 'ari', '2026-03-20T09:00', MEMBER],
    ['booking', 'ari', '2026-03-21T09:00', CLASS],
    // bri: bought the intro before she was a lead: dropped at 2. Bought in February: not in the intro funnel.
    ['purchase', 'bri', '2026-02-25T09:00', INTRO],
    ['lead', 'bri', '2026-03-02T09:00'],
    ['booking', 'bri', '2026-03-03T09:00', CLASS],
    // cas: the intro at the very instant of the lead counts ("at or after"). No second booking: dropped at "next".
    ['lead', 'cas', '2026-03-02T10:00'],
    ['purchase', 'cas', '2026-03-02T10:00', INTRO],
    ['booking', 'cas', '2026-03-10T09:00', CLASS],
    ['purchase', 'cas', '2026-03-12T09:00', MEMBER],
    // dax: booked an appointment, never a class: dropped at "first".
    ['lead', 'dax', '2026-03-03T09:00'],
    ['purchase', 'dax', '2026-03-04T09:00', INTRO],
    ['booking', 'dax', '2026-03-05T09:00', { kind: 'appointment' }],
    // eva: her second booking lies before the membership: dropped at "next".
    ['lead', 'eva', '2026-03-03T09:00'],
    ['purchase', 'eva', '2026-03-04T09:00', INTRO],
    ['booking', 'eva', '2026-03-05T09:00', CLASS],
    ['booking', 'eva', '2026-03-06T09:00', CLASS],
    ['purchase', 'eva', '2026-03-10T09:00', MEMBER],
    // fin: booked in February a class of 20 March; the date of booking counts, before entry: dropped at "first".
    ['booking', 'fin', '2026-02-20T09:00', { ...CLASS, eventAt: '2026-03-20T18:00' }],
    ['lead', 'fin', '2026-03-04T09:00'],
    ['purchase', 'fin', '2026-03-05T09:00', INTRO],
    // gus: his second purchase is an intro again, no membership: dropped at "member".
    ['lead', 'gus', '2026-03-06T09:00'],
    ['purchase', 'gus', '2026-03-07T09:00', INTRO],
    ['booking', 'gus', '2026-03-08T09:00', CLASS],
    ['purchase', 'gus', '2026-03-20T09:00', INTRO],
    // hope: the membership before the intro, the intro after the range: each step by itself, after entry: every step
    // from the lead. "next" is at or after the membership and not the first booking: the one of 28 May.
    // Her intro is of May: not in the intro funnel.
    ['lead', 'hope', '2026-03-10T09:00'],
    ['purchase', 'hope', '2026-03-15T09:00', MEMBER],
    ['purchase', 'hope', '2026-05-20T09:00', INTRO],
    ['booking', 'hope', '2026-05-21T09:00', CLASS],
    ['booking', 'hope', '2026-05-28T09:00', CLASS],
    // isa: twice a lead; the intro lies between: the first start goes further. Dropped at "first".
    ['lead', 'isa', '2026-03-01T09:00'],
    ['purchase', 'isa', '2026-03-10T09:00', INTRO],
    ['lead', 'isa', '2026-03-20T09:00'],
    // jim: an intro without a lead form: only in the intro funnel; dropped at "member".
    ['purchase', 'jim', '2026-03-05T09:00', INTRO],
    ['booking', 'jim', '2026-03-06T09:00', CLASS],
    // ken: his one booking, at the instant of the membership, cannot be first and next at once: dropped at "next".
    ['lead', 'ken', '2026-03-25T09:00'],
    ['purchase', 'ken', '2026-03-26T09:00', INTRO],
    ['booking', 'ken', '2026-03-28T10:00', CLASS],
    ['purchase', 'ken', '2026-03-28T10:00', MEMBER],
    // lea: a lead, no more: dropped at 2.
    ['lead', 'lea', '2026-03-26T09:00'],
    // mia: a lead of 1 April 00:00 in Paris: not in. An intro buyer of March, before her lead form: every step of intro.
    ['purchase', 'mia', '2026-03-15T09:00', INTRO],
    ['booking', 'mia', '2026-03-16T09:00', CLASS],
    ['purchase', 'mia', '2026-03-20T09:00', MEMBER],
    ['booking', 'mia', '2026-03-21T09:00', CLASS],
    ['lead', 'mia', '2026-03-31T22:00:00Z'],
    // ned: a purchase that says nothing of an intro is a membership; the next booking at its very instant: every step.
    ['lead', 'ned', '2026-03-03T09:00'],
    ['purchase', 'ned', '2026-03-04T09:00', INTRO],
    ['booking', 'ned', '2026-03-05T09:00', CLASS],
    ['purchase', 'ned', '2026-03-20T09:00', { amount: 60 }],
    ['booking', 'ned', '2026-03-20T09:00', CLASS],
  ],
});

const options = { range: MARCH, now: '2026-06-01T12:00:00Z' };

describe('lead-to-class', () => {
  const funnel = getFunnel('lead-to-class');

  it('counts from the lead', () => {
    assert.deepEqual(studio.tally(funnel, options), {
      // ari bri cas dax eva fin gus hope isa ken lea ned
      lead: [12, 12, 0, 0],
      // without bri, lea
      intro: [12, 10, 0, 2],
      // without dax, fin, isa
      first: [10, 7, 0, 3],
      // without gus
      member: [7, 6, 0, 1],
      // ari hope ned
      next: [6, 3, 0, 3],
    });
  });

  it('names the people of the losses', () => {
    assert.deepEqual(studio.ids(funnel, options, 'intro', 'dropped'), ['bri', 'lea']);
    assert.deepEqual(studio.ids(funnel, options, 'first', 'dropped'), ['dax', 'fin', 'isa']);
    assert.deepEqual(studio.ids(funnel, options, 'member', 'dropped'), ['gus']);
    assert.deepEqual(studio.ids(funnel, options, 'next', 'dropped'), ['cas', 'eva', 'ken']);
    assert.deepEqual(studio.ids(funnel, options, 'next', 'converted'), ['ari', 'hope', 'ned']);
  });

  it('adds up the money of the memberships', () => {
    // ari cas eva hope ken at 100, ned at 60.
    const member = studio.result(funnel, options).steps.find((step) => step.id === 'member');
    assert.equal(member?.value?.total, 560);
    assert.equal(member?.value?.count, 6);
  });
});

describe('intro-to-class', () => {
  const funnel = getFunnel('intro-to-class');

  it('counts every intro buyer of the range, with a lead form or without', () => {
    assert.deepEqual(studio.tally(funnel, options), {
      // ari cas dax eva fin gus isa jim ken mia ned; not bri (February), hope (May)
      intro: [11, 11, 0, 0],
      // without dax, fin, isa
      first: [11, 8, 0, 3],
      // without gus, jim
      member: [8, 6, 0, 2],
      // ari mia ned
      next: [6, 3, 0, 3],
    });
  });

  it('names the people', () => {
    assert.deepEqual(studio.ids(funnel, options, 'first', 'dropped'), ['dax', 'fin', 'isa']);
    assert.deepEqual(studio.ids(funnel, options, 'member', 'dropped'), ['gus', 'jim']);
    assert.deepEqual(studio.ids(funnel, options, 'next', 'dropped'), ['cas', 'eva', 'ken']);
    assert.deepEqual(studio.ids(funnel, options, 'next', 'converted'), ['ari', 'mia', 'ned']);
  });
});
