import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FunnelResult } from '../../../src/engine/schema/index.ts';
import { getLocalization } from '../../../src/i18n/index.ts';
import { peopleEn } from '../../../src/i18n/people-en.ts';
import { peopleFr } from '../../../src/i18n/people-fr.ts';
import { describeFunnelPeople } from '../../../src/controllers/funnel-people.ts';
import { computeAudience } from '../../../src/elements/funnel-step-drilldown/audience.ts';
import { parseAbilities, loadChoices } from '../../../src/elements/funnel-step-drilldown/choices.ts';
import {
  formatDays,
  formatNext,
  formatNextDetail,
  formatPeople,
  formatProperty,
  type PeopleContext,
} from '../../../src/elements/funnel-step-drilldown/people-text.ts';
import { formatAudience } from '../../../src/elements/funnel-step-drilldown/render-dialog.ts';
import { selectOnly, WHOLE_SEGMENT } from '../../../src/elements/funnel-step-drilldown/selection.ts';

const result: FunnelResult = {
  subject: 'membership',
  breakdown: { property: 'source', groups: [{ value: 'Website', steps: [{}, {}, { dropped: 8 }] }] },
  steps: [
    { id: 'bought', name: { en: 'Membership purchased', fr: 'Abonnement acheté' }, converted: 90 },
    { id: 'activated', name: { en: 'Activated', fr: 'Activé' }, base: 'bought', bounded: false, dropped: 10 },
    {
      id: 'renewal',
      name: { en: 'First renewal', fr: 'Premier renouvellement' },
      base: ['bought', 'activated'],
      dropped: 20,
      outcomes: [{ id: 'frozen', as: 'converted', name: { en: 'Frozen', fr: 'Gelé' }, count: 7 }],
    },
  ],
};
const contextOf = (tag: string): PeopleContext => ({
  localization: getLocalization(tag),
  description: describeFunnelPeople(result, { step: 'renewal', outcome: 'dropped' }, getLocalization(tag)),
  now: Date.parse('2026-10-31T12:00:00Z'),
  timeZone: 'Europe/Paris',
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the words of a row', () => {
  it('count days since the entry, none before it', () => {
    const context = contextOf('fr');
    assert.equal(formatDays(context, { id: 1, enteredAt: '2026-10-29T12:00:00Z' }), '2 jours');
    assert.equal(formatDays(context, { id: 1, enteredAt: '2026-10-30T12:00:00Z' }), '1 jour');
    assert.equal(formatDays(context, { id: 1, enteredAt: '2026-10-31T11:00:00Z' }), 'aujourd’hui');
    assert.equal(formatDays(context, { id: 1, enteredAt: null }), '');
    const done = { id: 1, enteredAt: '2026-10-29T12:00:00Z', next: null };
    assert.equal(formatDays(context, done), '', 'who has finished waits for nothing');
  });
  it('say the booking where there is one, else the suggestion', () => {
    const action = { en: 'Call them', fr: 'Les appeler' };
    const context = contextOf('fr');
    assert.equal(formatNext(context, { id: 1, next: { step: 'renewal' } }), 'Premier renouvellement');
    assert.equal(formatNext(context, { id: 1, next: null }), 'Parcours terminé');
    assert.equal(formatNextDetail(context, { id: 1, next: { step: 'renewal', action } }), 'Les appeler');
    const booked = formatNextDetail(context, {
      id: 1,
      next: { step: 'renewal', action, scheduledAt: '2026-11-03T18:30:00Z' },
    });
    assert.match(plain(booked), /^Réservé pour le 3 nov\. 2026.*19:30$/);
  });
  it('make words of a name nobody knows', () => {
    assert.equal(formatProperty(contextOf('en'), 'homeClub'), 'Home club');
    assert.equal(formatProperty(contextOf('en'), 'preferred_time'), 'Preferred time');
  });
  it('count people in French: 0 and 1 are singular, a million takes "de"', () => {
    const context = contextOf('fr');
    assert.equal(plain(formatPeople(context, 0)), '0 personne');
    assert.equal(plain(formatPeople(context, 2)), '2 personnes');
    assert.equal(plain(formatPeople(context, 1_000_000)), '1 000 000 de personnes');
  });
});

describe('whom a request reaches', () => {
  const rows = [
    { id: 'm1', clientId: 'c1', consent: { email: true } },
    { id: 'm2', clientId: 'c1', consent: { email: false } },
    { id: 'm3', clientId: 'c2', consent: { email: true } },
  ];
  it('counts memberships, the people behind them, and those without consent', () => {
    const audience = computeAudience(WHOLE_SEGMENT, rows, 3);
    assert.deepEqual(audience, { count: 3, clientIds: ['c1', 'c2'], withoutEmail: 1, hasConsent: true });
    assert.equal(
      formatAudience(contextOf('en'), audience),
      '3 memberships of 2 people, 1 without e-mail consent',
    );
  });
  it('does not pretend to know people it has not seen', () => {
    const audience = computeAudience(selectOnly(['m1', 'm9']), rows, 10);
    assert.equal(audience.clientIds, undefined);
    assert.equal(audience.withoutEmail, undefined);
    assert.match(formatAudience(contextOf('en'), audience), /not known for all/);
  });
});

describe('choices', () => {
  const { signal } = new AbortController();
  const toText = (name: string | Record<string, string>) =>
    typeof name === 'string' ? name : (name['fr'] ?? '');
  it('of an array are those that fit the text, beginnings first', async () => {
    const found = await loadChoices(
      ['Rappel été', 'Été', { id: 'x', name: { fr: 'Hiver' } }],
      'ete',
      toText,
      signal,
    );
    assert.deepEqual(
      found.map((choice) => choice.value),
      ['Été', 'Rappel été'],
    );
  });
  it('of a function are what it answers', async () => {
    const found = await loadChoices((text) => Promise.resolve([`${text}!`]), 'a', toText, signal);
    assert.deepEqual(found, [{ value: 'a!', label: 'a!' }]);
  });
  it('are what the user may do, all by default', () => {
    assert.deepEqual([...parseAbilities(undefined)], ['tag', 'stage', 'enroll', 'export']);
    assert.deepEqual([...parseAbilities('tag  dance')], ['tag']);
    assert.deepEqual([...parseAbilities('')], []);
  });
});

describe('the texts', () => {
  it('are there in both languages, and differ', () => {
    const keys = Object.keys(peopleEn) as (keyof typeof peopleEn)[];
    assert.deepEqual(Object.keys(peopleFr).sort(), [...keys].sort());
    const same = keys.filter((key) => typeof peopleEn[key] === 'string' && peopleEn[key] === peopleFr[key]);
    assert.deepEqual(same, ['consentEmail']);
  });
});
