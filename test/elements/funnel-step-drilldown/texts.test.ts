import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FunnelResult, Segment } from '../../../src/engine/schema/index.ts';
import { getLocalization } from '../../../src/i18n/index.ts';
import { peopleEn, peopleFr } from '../../../src/i18n/people-messages.ts';
import { computeAudience, getSegmentCount } from '../../../src/elements/funnel-step-drilldown/audience.ts';
import { parseAbilities, loadChoices } from '../../../src/elements/funnel-step-drilldown/choices.ts';
import { computeLayout, cycleSort, toSort } from '../../../src/elements/funnel-step-drilldown/columns.ts';
import { formatExplanation } from '../../../src/elements/funnel-step-drilldown/explanation-text.ts';
import {
  formatDays,
  formatNext,
  formatNextDetail,
  formatPath,
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
const contextOf = (tag: string, segment?: Segment): PeopleContext => ({
  localization: getLocalization(tag),
  result,
  segment,
  now: Date.parse('2026-10-31T12:00:00Z'),
  timeZone: 'Europe/Paris',
});
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the path of a segment', () => {
  const cases: [Segment, string, string][] = [
    [{ step: 'bought', outcome: 'converted' }, 'Membership purchased', 'Abonnement acheté'],
    [
      { step: 'activated', outcome: 'converted' },
      'Membership purchased → Activated',
      'Abonnement acheté → Activé',
    ],
    [
      { step: 'activated', outcome: 'dropped' },
      'Membership purchased → not (yet) Activated',
      'Abonnement acheté → pas (encore) Activé',
    ],
    [
      { step: 'renewal', outcome: 'dropped', group: 'Website' },
      'Membership purchased or Activated → lost before First renewal · Website',
      'Abonnement acheté ou Activé → perdus avant Premier renouvellement · Site web',
    ],
    [
      { step: 'renewal', outcome: 'frozen', group: null },
      'Membership purchased or Activated → First renewal: Frozen · None',
      'Abonnement acheté ou Activé → Premier renouvellement : Gelé · Aucun',
    ],
    [{ step: 'gone', outcome: 'dropped' }, 'Lost before gone', 'Perdus avant gone'],
  ];
  for (const [segment, en, fr] of cases) {
    it(en, () => {
      assert.equal(plain(formatPath(contextOf('en', segment))), en);
      // The package may know a value in one language only: only the words around it are compared there.
      assert.equal(plain(formatPath(contextOf('fr', segment))).replace('Website', 'Site web'), fr);
    });
  }
});

describe('the words of a row', () => {
  it('count days since the entry, none before it', () => {
    const context = contextOf('fr');
    assert.equal(formatDays(context, '2026-10-29T12:00:00Z'), '2 jours');
    assert.equal(formatDays(context, '2026-10-30T12:00:00Z'), '1 jour');
    assert.equal(formatDays(context, '2026-10-31T11:00:00Z'), 'aujourd’hui');
    assert.equal(formatDays(context, null), '');
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

describe('the number on the bar', () => {
  it('is that of the step, the outcome, the group', () => {
    assert.equal(getSegmentCount(result, { step: 'renewal', outcome: 'dropped' }), 20);
    assert.equal(getSegmentCount(result, { step: 'renewal', outcome: 'frozen' }), 7);
    assert.equal(getSegmentCount(result, { step: 'renewal', outcome: 'dropped', group: 'Website' }), 8);
    assert.equal(getSegmentCount(result, { step: 'renewal', outcome: 'dropped', group: 'Meta' }), undefined);
    assert.equal(getSegmentCount(result, { step: 'bought', outcome: 'converted' }), 90);
  });
});

describe('an explanation', () => {
  it('says which event matched, and why the others did not', () => {
    const sentences = formatExplanation(contextOf('en'), {
      id: 1,
      steps: [
        {
          step: 'bought',
          verdict: 'converted',
          match: { type: 'membershipPurchased', at: '2026-09-03T10:00:00Z' },
          rejected: [],
        },
        {
          step: 'renewal',
          verdict: 'dropped',
          rejected: [{ type: 'renewal', at: '2027-01-01T10:00:00Z', reason: 'too-late' }],
        },
      ],
    }).map(plain);
    assert.match(sentences[0] ?? '', /^Membership purchased: done by “Membership purchased” on Sep 3, 2026/);
    assert.equal(sentences[1], 'First renewal: not done.');
    assert.match(sentences[2] ?? '', /^“Renewal” on Jan 1, 2027.* does not count: it is too late\.$/);
  });
});

describe('choices', () => {
  const toText = (name: string | Record<string, string>) =>
    typeof name === 'string' ? name : (name['fr'] ?? '');
  it('of an array are those that fit the text, beginnings first', async () => {
    const found = await loadChoices(['Rappel été', 'Été', { id: 'x', name: { fr: 'Hiver' } }], 'ete', toText);
    assert.deepEqual(
      found.map((choice) => choice.value),
      ['Été', 'Rappel été'],
    );
  });
  it('of a function are what it answers', async () => {
    const found = await loadChoices((text) => Promise.resolve([`${text}!`]), 'a', toText);
    assert.deepEqual(found, [{ value: 'a!', label: 'a!' }]);
  });
  it('are what the user may do, all by default', () => {
    assert.deepEqual([...parseAbilities(undefined)], ['tag', 'stage', 'enroll', 'export']);
    assert.deepEqual([...parseAbilities('tag  dance')], ['tag']);
    assert.deepEqual([...parseAbilities('')], []);
  });
});

describe('columns', () => {
  it('fold at 620 and 900 px', () => {
    assert.deepEqual([619, 620, 899, 900].map(computeLayout), ['cards', 'medium', 'medium', 'wide']);
  });
  it('sort up, down, and not at all', () => {
    const up = cycleSort(undefined, 'name');
    assert.deepEqual(up, { column: 'name', descending: false });
    assert.deepEqual(cycleSort(up, 'name'), { column: 'name', descending: true });
    assert.equal(cycleSort({ column: 'name', descending: true }, 'name'), undefined);
    assert.deepEqual(cycleSort(up, 'source'), { column: 'source', descending: false });
  });
  it('who waits least entered last', () => {
    assert.deepEqual(toSort('waiting', false), { by: 'enteredAt', descending: true });
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
