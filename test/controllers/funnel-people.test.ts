import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  describeFunnelExplanation,
  describeFunnelPeople,
  getSegmentCount,
  hasSegment,
  listPlaces,
  orderPeople,
} from '../../src/controllers/funnel-people.ts';
import { computeFunnelFacts } from '../../src/engine/insight/step-facts.ts';
import type { FunnelResult, FunnelSegment, Segment } from '../../src/engine/schema/index.ts';
import type { ExplainedStep, RejectionReason } from '../../src/engine/index.ts';
import { getLocalization } from '../../src/i18n/index.ts';

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
const read = (tag: string, segment: FunnelSegment, of = result) =>
  describeFunnelPeople(of, segment, getLocalization(tag));
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it('steps without ids have their number for one, as in the events of the chart', () => {
  const bare: FunnelResult = {
    steps: [
      { name: 'Leads', count: 4810 },
      { name: 'First class', count: 3675 },
    ],
  };
  const [, second] = computeFunnelFacts(bare).steps;
  const segment = { step: second!.id, outcome: 'dropped' };
  assert.equal(plain(read('en', segment, bare).heading), 'Leads → lost before First class');
  assert.deepEqual(
    listPlaces(bare).map(({ id }) => id),
    ['1', '2'],
  );
});

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
      assert.equal(plain(read('en', segment).heading), en);
      // The package may know a value in one language only: only the words around it are compared there.
      assert.equal(plain(read('fr', segment).heading).replace('Website', 'Site web'), fr);
    });
  }
});

describe('the path of several segments', () => {
  const lost = (step: string, group?: string): Segment =>
    group === undefined ? { step, outcome: 'dropped' } : { step, outcome: 'dropped', group };
  const renewed: Segment = { step: 'renewal', outcome: 'converted' };
  const cases: [Segment[], string, string][] = [
    // Lost before both, of different bases; `activated` has no end, so nobody is lost before it.
    [
      [lost('bought'), lost('renewal')],
      'Lost before Membership purchased or First renewal',
      'Perdus avant Abonnement acheté ou Premier renouvellement',
    ],
    [
      [lost('renewal', 'Website'), lost('renewal', 'Meta')],
      'Membership purchased or Activated → lost before First renewal · Website or Meta',
      'Abonnement acheté ou Activé → perdus avant Premier renouvellement · Site web ou Meta',
    ],
    [
      [
        lost('bought', 'Meta'),
        lost('bought', 'Website'),
        lost('renewal', 'Meta'),
        lost('renewal', 'Website'),
      ],
      'Lost before Membership purchased or First renewal · Meta or Website',
      'Perdus avant Abonnement acheté ou Premier renouvellement · Meta ou Site web',
    ],
    [
      [renewed, lost('activated')],
      'Membership purchased or Activated → First renewal or Membership purchased → not (yet) Activated',
      'Abonnement acheté ou Activé → Premier renouvellement ou Abonnement acheté → pas (encore) Activé',
    ],
  ];
  for (const [anyOf, en, fr] of cases) {
    it(en, () => {
      assert.equal(plain(read('en', { anyOf }).heading), en);
      assert.equal(plain(read('fr', { anyOf }).heading).replace('Website', 'Site web'), fr);
    });
  }

  it('claims no number, as somebody may be in two of them, and the words of one outcome', () => {
    const { count, exists, nobody } = read('en', { anyOf: [lost('bought'), lost('renewal')] });
    assert.deepEqual([count, exists, nobody], [undefined, true, 'Nobody was lost here.']);
    assert.equal(read('en', { anyOf: [lost('renewal')] }).count, 20);
    const mixed = read('en', { anyOf: [renewed, lost('gone')] });
    assert.deepEqual([mixed.exists, mixed.nobody], [false, 'Nobody is here.']);
  });
});

describe('the number of a segment', () => {
  it('is that of the step, the outcome, the group', () => {
    assert.equal(getSegmentCount(result, { step: 'renewal', outcome: 'dropped' }), 20);
    assert.equal(getSegmentCount(result, { step: 'renewal', outcome: 'frozen' }), 7);
    assert.equal(getSegmentCount(result, { step: 'renewal', outcome: 'dropped', group: 'Website' }), 8);
    assert.equal(getSegmentCount(result, { step: 'renewal', outcome: 'dropped', group: 'Meta' }), undefined);
    assert.equal(getSegmentCount(result, { step: 'bought', outcome: 'converted' }), 90);
  });
});

describe('a segment', () => {
  const lost: Segment = { step: 'renewal', outcome: 'dropped' };
  it('exists where its step does, and its group where it is of one', () => {
    assert.equal(hasSegment(result, lost), true);
    assert.equal(hasSegment(result, { ...lost, step: 'gone' }), false);
    assert.equal(hasSegment(result, { ...lost, group: 'Website' }), true);
    assert.equal(hasSegment(result, { ...lost, group: 'Meta' }), false);
  });
  it('means other people in another funnel, and a group in a breakdown by another property', () => {
    const other = { ...result, funnel: { id: 'other' } };
    assert.notEqual(read('en', lost, other).frame, read('en', lost).frame);
    assert.equal(read('fr', lost).frame, read('en', lost).frame);
    const byClub = { ...result, breakdown: { ...result.breakdown!, by: 'homeClub' } };
    const website: Segment = { ...lost, group: 'Website' };
    assert.notEqual(read('en', website, byClub).frame, read('en', website).frame);
    assert.equal(read('en', lost, byClub).frame, read('en', lost).frame);
  });
  it('tells of which funnel, period and filters its people are', () => {
    const of = { ...result, funnel: { id: 'renewals' }, range: { from: '2026-10-01', to: '2026-10-31' } };
    const filters = { renewal: { page: ['membership'] } };
    assert.deepEqual(describeFunnelPeople(of, lost, getLocalization('en'), filters).rule, {
      funnel: 'renewals',
      range: { from: '2026-10-01', to: '2026-10-31' },
      filters,
    });
    assert.deepEqual(read('en', lost).rule, {});
  });
  it('can be filtered unless the address of its people leaves no room for that', () => {
    const linked = (people: string) => read('en', lost, { ...result, links: { people } }).isFilterable;
    assert.equal(read('en', lost).isFilterable, true);
    assert.equal(linked('/people{?step,outcome}'), false);
    assert.equal(linked('/people{?step,where,q}'), true);
  });
});

describe('an explanation', () => {
  it('says which event matched, and why the others did not', () => {
    const sentences = describeFunnelExplanation(
      result,
      {
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
      },
      getLocalization('en'),
      'Europe/Paris',
    ).map(plain);
    assert.match(
      sentences[0] ?? '',
      /^Membership purchased: done on Sep 3, 2026.* \(Membership purchased\)\.$/,
    );
    assert.equal(sentences[1], 'First renewal: not done.');
    assert.match(sentences[2] ?? '', /^Renewal on Jan 1, 2027.* does not count: it is too late\.$/);
  });

  /** One step of an explanation in words. */
  function explain(step: Partial<ExplainedStep>, tag: string): string[] {
    const explained = { verdict: 'converted', rejected: [], ...step } as ExplainedStep;
    const explanation = { id: 1, steps: [{ ...explained, step: step.step ?? 'renewal' }] };
    return describeFunnelExplanation(result, explanation, getLocalization(tag), 'Europe/Paris').map(plain);
  }
  const REASONS: RejectionReason[] = [
    'future',
    'conditions',
    'too-early',
    'too-late',
    'not-picked',
    'already-used',
    'not-entered',
    'excluded',
    'another-counts',
  ];
  const at = '2026-09-03T10:00:00Z';

  it('names events in the words of the reader, and a host’s own as the host does', () => {
    assert.match(
      explain({ match: { type: 'checkout-view', at } }, 'fr')[0] ?? '',
      /\(Visite d’une page de paiement\)\.$/,
    );
    assert.match(explain({ match: { type: 'homeVisit', at } }, 'fr')[0] ?? '', /\(Home visit\)\.$/);
    assert.match(explain({ match: { type: 'toString', at } }, 'en')[0] ?? '', /\(To string\)\.$/);
  });

  it('says the outcome, and never that a step was done by what ended it', () => {
    const step = { verdict: 'dropped', outcome: 'cancelled', match: { type: 'cancellation', at } } as const;
    const [sentence = ''] = explain(step, 'en');
    assert.match(sentence, /^First renewal: .*ancelled on Sep 3, 2026.* \(Cancellation\)\.$/);
    assert.doesNotMatch(sentence, /done/);
  });

  it('has a sentence for each reason in both languages', () => {
    for (const tag of ['en', 'fr']) {
      const told = REASONS.map(
        (reason) =>
          explain({ verdict: 'dropped', rejected: [{ type: 'renewal', at, reason }] }, tag)[1] ?? '',
      );
      assert.equal(new Set(told).size, REASONS.length);
      for (const sentence of told) assert.match(sentence, /^(Renewal on|Renouvellement du) .*[:] .+\.$/);
    }
  });

  it('of a step that is done tells what was too early or already used, not that another counts', () => {
    const rejected = REASONS.map((reason) => ({ type: 'renewal', at, reason }));
    const told = explain({ match: { type: 'renewal', at }, rejected }, 'en');
    assert.equal(told.length, 1 + 3 + 1);
    assert.doesNotMatch(told.join(' '), /another event counts/);
    assert.equal(told.at(-1), 'Another event does not count either.');
  });

  it('of a step never reached tells nothing of its events, but of the first', () => {
    const rejected = [{ type: 'purchase', at, reason: 'conditions' as const }];
    assert.equal(explain({ verdict: 'not-entered', rejected }, 'fr').length, 1);
    const first = explain({ step: 'bought', verdict: 'not-entered', rejected }, 'fr');
    assert.match(
      first[1] ?? '',
      /^Achat du 3 sept\. 2026.* ne compte pas : les conditions ne sont pas remplies\.$/,
    );
  });
});

describe('a list of people whose time runs', () => {
  const computed: FunnelResult = { ...result, origin: 'computed' };
  const open: Segment = { step: 'renewal', outcome: 'open' };

  it('has whose time ends soonest first, unless another order is asked for', () => {
    assert.deepEqual(orderPeople(computed, open, { limit: 5 }), { limit: 5, sort: { by: 'deadline' } });
    assert.deepEqual(orderPeople(computed, open, { sort: { by: 'name' } }), { sort: { by: 'name' } });
    assert.deepEqual(orderPeople(computed, { step: 'renewal', outcome: 'dropped' }, {}), {});
    assert.deepEqual(orderPeople(computed, { anyOf: [open, { ...open, outcome: 'dropped' }] }, {}), {});
  });

  it('asks nothing of a server that supplied the numbers', () => {
    assert.deepEqual(orderPeople(result, open, {}), {});
  });

  it('says when, in the language and the zone of the list', () => {
    const [column] = describeFunnelPeople(
      { ...computed, range: { timeZone: 'Europe/Paris' } },
      open,
      getLocalization('fr'),
    ).columns!;
    assert.equal(column?.title, 'Fin du délai');
    assert.equal(
      plain(column?.format?.({ id: 1, deadline: '2026-11-20T17:00:00Z' }) ?? ''),
      '20 nov. 2026, 18:00',
    );
    assert.deepEqual(read('en', { step: 'renewal', outcome: 'dropped' }).columns, []);
  });
});

describe('the path of a point of a trend and of a bar of a histogram', () => {
  const period = { interval: 'week', start: '2026-10-05', from: 'bought' } as const;
  const day = 86_400;

  it('says between which steps, when they entered, how long they took', () => {
    const cases: [Segment, string, string][] = [
      [
        { step: 'renewal', outcome: 'converted', period },
        'Membership purchased → First renewal · entered the week of Oct 5',
        'Abonnement acheté → Premier renouvellement · entrées la semaine du 5 oct.',
      ],
      [
        { step: 'renewal', outcome: 'converted', took: { from: 'bought', min: 7 * day, max: 14 * day } },
        'Membership purchased → First renewal · took 7 days to 14 days',
        'Abonnement acheté → Premier renouvellement · en 7 jours à 14 jours',
      ],
      [
        { step: 'renewal', outcome: 'converted', took: { from: 'activated', min: 28 * day } },
        'Activated → First renewal · took 28 days or more',
        'Activé → Premier renouvellement · en 28 jours ou plus',
      ],
    ];
    for (const [segment, en, fr] of cases) {
      assert.equal(plain(read('en', segment).heading).replaceAll(/[\u2068\u2069]/g, ''), en);
      assert.equal(plain(read('fr', segment).heading).replaceAll(/[\u2068\u2069]/g, ''), fr);
    }
  });
});
