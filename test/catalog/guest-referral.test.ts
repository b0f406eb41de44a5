import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { getFunnel } from '../../src/catalog/index.ts';
import { MARCH, Studio } from './studio.ts';

const funnel = getFunnel('guest-referral');
const REFERRAL = { via: 'referral' };
const INTRO = { intro: true };
const withIntro = (kind: string) => ({ kind, intro: true });

const studio = new Studio({
  people: [
    // dot: created by referral, since someone referred her: her date comes from her column. Her intro booking was
    // made in April: dropped at 2 and at 4. No membership: dropped at 5.
    { id: 'dot', createdAt: '2026-03-05T09:00', referredBy: 'abe' },
  ],
  events: [
    // abe: every step.
    ['client', 'abe', '2026-03-02T09:00', REFERRAL],
    ['purchase', 'abe', '2026-03-02T10:00', INTRO],
    ['booking', 'abe', '2026-03-03T09:00', withIntro('class')],
    ['purchase', 'abe', '2026-03-20T10:00', { intro: false, amount: 100 }],
    ['booking', 'abe', '2026-03-21T09:00', { kind: 'class', intro: false }],
    // bet: no intro (dropped at 3, not entered at 4); a membership, and one booking that is both step 2 and step 6.
    ['client', 'bet', '2026-03-03T09:00', REFERRAL],
    ['purchase', 'bet', '2026-03-10T09:00', { intro: false, amount: 100 }],
    ['booking', 'bet', '2026-03-11T09:00', { kind: 'appointment' }],
    // cam: a referral, and nothing else: dropped at 2, 3 and 5.
    ['client', 'cam', '2026-03-04T09:00', REFERRAL],
    ['purchase', 'dot', '2026-03-06T09:00', INTRO],
    ['booking', 'dot', '2026-04-01T09:00', withIntro('class')],
    // eme: not a referral. fyn: one, but of February. lil: nobody knows.
    ['client', 'eme', '2026-03-06T09:00', { via: 'walk-in' }],
    ['purchase', 'eme', '2026-03-06T10:00', INTRO],
    ['client', 'fyn', '2026-02-27T09:00', REFERRAL],
    ['purchase', 'fyn', '2026-03-06T10:00', INTRO],
    ['client', 'lil', '2026-03-06T09:00'],
    // gwen: booked on 30 March for a class of 5 April; the date of booking counts: through 2 and 4. Dropped at 5.
    ['client', 'gwen', '2026-03-08T09:00', REFERRAL],
    ['purchase', 'gwen', '2026-03-09T09:00', INTRO],
    ['booking', 'gwen', '2026-03-30T09:00', { ...withIntro('class'), eventAt: '2026-04-05T18:00' }],
    // hux: booked before he bought the membership; steps are judged each by itself: through 6.
    ['client', 'hux', '2026-03-10T09:00', REFERRAL],
    ['booking', 'hux', '2026-03-11T09:00', { kind: 'class', intro: false }],
    ['purchase', 'hux', '2026-03-15T09:00', { amount: 80 }],
    // ivy: an intro, but the booking was not made with it: dropped at 4. Her membership is of April: dropped at 5.
    ['client', 'ivy', '2026-03-12T09:00', REFERRAL],
    ['purchase', 'ivy', '2026-03-13T09:00', INTRO],
    ['booking', 'ivy', '2026-03-14T09:00', { kind: 'class' }],
    ['purchase', 'ivy', '2026-04-02T09:00', { amount: 80 }],
    // jeb: the last second of March in Paris: in; all he did is of April: dropped at 2, 3 and 5.
    ['client', 'jeb', '2026-03-31T21:59:59Z', REFERRAL],
    ['booking', 'jeb', '2026-04-01T09:00', { kind: 'class' }],
    // kit: a purchase that says nothing of an intro is none; her only booking was made with an intro: dropped at 6.
    ['client', 'kit', '2026-03-15T09:00', REFERRAL],
    ['purchase', 'kit', '2026-03-16T09:00', { amount: 80 }],
    ['booking', 'kit', '2026-03-17T09:00', withIntro('class')],
  ],
});

describe('guest-referral', () => {
  const options = { range: MARCH, now: '2026-06-01T12:00:00Z' };

  it('counts both branches of the referred clients', () => {
    assert.deepEqual(studio.tally(funnel, options), {
      // abe bet cam dot gwen hux ivy jeb kit
      client: [9, 9, 0, 0],
      // abe bet gwen hux ivy kit
      booked: [9, 6, 0, 3],
      // of all clients: abe dot gwen ivy
      intro: [9, 4, 0, 5],
      // of those with an intro: abe gwen
      'intro-booking': [4, 2, 0, 2],
      // of all clients: abe bet hux kit
      member: [9, 4, 0, 5],
      // of the members: abe bet hux
      'member-booking': [4, 3, 0, 1],
    });
  });

  it('names the people', () => {
    assert.deepEqual(studio.ids(funnel, options, 'booked', 'dropped'), ['cam', 'dot', 'jeb']);
    assert.deepEqual(studio.ids(funnel, options, 'intro', 'converted'), ['abe', 'dot', 'gwen', 'ivy']);
    assert.deepEqual(studio.ids(funnel, options, 'intro-booking', 'dropped'), ['dot', 'ivy']);
    assert.deepEqual(studio.ids(funnel, options, 'member', 'dropped'), ['cam', 'dot', 'gwen', 'ivy', 'jeb']);
    assert.deepEqual(studio.ids(funnel, options, 'member-booking', 'dropped'), ['kit']);
  });

  it('calls "booked or not" a split: nothing is based on it', () => {
    const { steps } = studio.result(funnel, options);
    assert.equal(steps.find((step) => step.id === 'booked')?.split, true);
    assert.notEqual(steps.find((step) => step.id === 'intro')?.split, true);
  });

  it('leaves what the range still allows open, and says what is scheduled', () => {
    const now = { range: MARCH, now: '2026-03-20T12:00' };
    assert.deepEqual(studio.tally(funnel, now), {
      // without jeb
      client: [8, 8, 0, 0],
      // abe bet hux ivy kit; cam dot gwen may yet book
      booked: [8, 5, 3, 0],
      intro: [8, 4, 4, 0],
      // abe; dot gwen ivy may yet
      'intro-booking': [4, 1, 3, 0],
      // abe (two hours ago) bet hux kit
      member: [8, 4, 4, 0],
      // bet hux; abe books tomorrow, kit may yet
      'member-booking': [4, 2, 2, 0],
    });
    const abe = studio.people(funnel, now, 'member-booking', 'open').find((person) => person.id === 'abe');
    assert.equal(abe?.next?.step, 'member-booking');
    assert.equal(new Date(abe?.next?.scheduledAt ?? NaN).toISOString(), '2026-03-21T08:00:00.000Z');
  });

  it('offers how many of the members used an intro offer', () => {
    assert.ok(studio.breakdownProperties(funnel).includes('step.intro'));
    const { breakdown } = studio.result(funnel, { ...options, breakdown: { property: 'step.intro' } });
    const members = (used: boolean) => {
      const group = breakdown?.groups.find(({ value }) => value === used);
      const step = group?.steps.find(({ id }) => id === 'member');
      return [step?.entered, step?.converted];
    };
    // With an intro: abe dot gwen ivy, of whom abe became a member.
    assert.deepEqual(members(true), [4, 1]);
    // Without: bet cam hux jeb kit, of whom bet hux kit did.
    assert.deepEqual(members(false), [5, 3]);
  });
});
