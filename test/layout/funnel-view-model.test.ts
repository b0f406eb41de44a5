import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getLocalization } from '../../src/i18n/index.ts';
import { layoutFunnelView, type FunnelViewModel } from '../../src/layout/funnel-view-model.ts';
import type { CellView } from '../../src/layout/step-cells.ts';
import {
  few,
  growing,
  least,
  nobody,
  notConfigured,
  october,
  plain,
  renewal,
  rising,
  shared,
  unbounded,
} from '../elements/funnel-chart/fixtures.ts';

/** No-break spaces as plain ones. */
const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

function view(result: FunnelResult, tag = 'en'): FunnelViewModel {
  return layoutFunnelView(result, { localization: getLocalization(tag) });
}

function names(model: FunnelViewModel, step: number): string {
  const row = model.steps[step];
  assert.ok(row);
  return plainText([row.label, ...row.groups.map((cell) => cell.name), row.count.name, row.rate.name, ...row.losses.map((cell) => cell.name)].join(' | ')); // prettier-ignore
}

test('the names of a row hold its name, count, rate with base, and loss', () => {
  assert.equal(
    names(view(plain), 2),
    'Checkout page viewed | Checkout page viewed: 2,198 people | 59.8% of step 2, 45.7% of the total | ' +
      'Checkout page viewed: 1,477 lost, 40.2% of step 2',
  );
});

test('the same in French', () => {
  assert.equal(
    names(view(plain, 'fr'), 2),
    'Page de paiement vue | Page de paiement vue : 2 198 personnes | 59,8 % de l’étape 2, 45,7 % du total | ' +
      'Page de paiement vue : 1 477 perdus, 40,2 % de l’étape 2',
  );
});

test('a group says its own rate of its own base', () => {
  // Website: 810 of its 1,290.
  assert.equal(
    view(october).steps[2]?.groups[1]?.name,
    'Checkout page viewed, Website: 810, 62.8% of step 2',
  );
});

test('the summary: total rate with counts, change, loss with its worth, weakest rate, slowest, unfinished', () => {
  // 732 / 4,810 = 15.22 %; September 870 / 5,120 = 16.99 %: 1.8 points less. Weakest: 1,228 / 2,198 = 55.9 %.
  // 1,477 lost × 732 / 2,198 go on × 90 € = 44,270 €. 1,491 / 4,810 = 31 %.
  const { summary } = view(october);
  assert.equal(
    plainText(summary.text),
    '15.2% of people reached “Membership purchased, not an intro” (732 of 4,810), 1.8 points less than in the ' +
      'compared period. The biggest loss is before “Checkout page viewed”: 1,477 people, ' +
      'worth about €44,270. The weakest rate is at “Intro offer purchased”: 55.9%. The slowest step is ' +
      '“Membership purchased, not an intro” (16 days median). 31% of the entries (1,491) are less than 16 days old: ' +
      'the last steps may still rise.',
  );
});

test('the summary in French', () => {
  assert.equal(
    plainText(view(plain, 'fr').summary.text),
    '15,2 % des personnes ont atteint « Abonnement acheté hors offre d’introduction » (732 sur 4 810). La plus ' +
      'grosse perte est avant « Page de paiement vue » : 1 477 personnes, soit environ 44 270 €. Le taux le plus ' +
      'faible est celui de « Offre d’introduction achetée » : 55,9 %. L’étape la plus lente est « Abonnement acheté ' +
      'hors offre d’introduction » (16 jours en médiane). 31 % des entrées (1 491) datent de moins de 16 jours : les ' +
      'dernières étapes peuvent encore monter.',
  );
  assert.match(
    plainText(view(unbounded, 'fr').summary.text),
    /Le principal point d’arrêt est avant « Page de paiement vue » : 1 437 personnes à ce jour/,
  );
});

test('the summary calls leads and clients by their name where the definition says who they are', () => {
  const startingWith = (first: object): string => {
    const definition = { steps: [first] };
    return view({ ...plain, funnel: { definition } }, 'fr').summary.lead;
  };
  assert.match(startingWith({ event: 'lead' }), /des prospects ont atteint/);
  assert.match(startingWith({ event: 'client' }), /des clients ont atteint/);
  assert.match(
    startingWith({ event: 'check-in', absent: true, where: { 'person.customerSince': {} } }),
    /des clients/,
  );
  assert.match(startingWith({ event: 'toString' }), /des personnes ont atteint/);
  assert.match(view(renewal, 'fr').summary.lead, /des abonnements ont atteint/);
  for (const definition of [null, 7, { steps: 'x' }, { steps: [null] }, { steps: [{ where: null }] }])
    assert.match(view({ ...plain, funnel: { definition } }, 'fr').summary.lead, /des personnes/);
});

test('changes: counts in percent, rates in points', () => {
  const changes = view(october).steps.map((step) => step.change?.text);
  // 4,810 / 5,120 = −6.05 %; 76.40 % against 3,789 / 5,120 = 74.00 %; 59.81 against 63.08; 55.87 against 51.88; 59.61 against 70.16.
  assert.deepEqual(changes, ['−6.1%', '+2.4 pts', '−3.3 pts', '+4.0 pts', '−10.6 pts']);
  assert.deepEqual(
    view(october).steps.map((step) => step.change?.direction),
    [-1, 1, -1, 1, -1],
  );
});

test('right after the first step the two rates are one, and are said once', () => {
  assert.equal(view(plain).steps[1]?.rate.name, '76.4% of step 1');
});

test('several bases are named', () => {
  assert.match(view(shared).steps[3]?.rate.name ?? '', /^38\.5% of steps 2 or 3/);
  assert.match(view(shared, 'fr').steps[3]?.rate.name ?? '', /de l’étape 2 ou 3|des étapes 2 ou 3/);
});

test('few people: the fraction first, and no comparison', () => {
  const model = view(few);
  assert.equal(model.steps[1]?.rate.name, '7 of 12 of step 1 (58%), too few to compare');
  assert.match(model.summary.text, /^2 of 12 people reached “Members” \(17%\)\./);
});

test('under a hundred: the interval is said', () => {
  // Wilson 95 % of 14 in 50: centre (0.28 + 1.9208 / 50) / 1.07683, half 0.1211: 17.5 % to 41.7 %.
  const model = view({ steps: [{ count: 50 }, { count: 14 }] });
  assert.equal(model.steps[1]?.rate.name, '28% of step 1, likely 17% to 42%');
});

test('nothing bounds a step: not (yet) done, the recent said, and left out of the ranking', () => {
  const model = view(unbounded);
  assert.equal(model.steps[2]?.losses[0]?.text, '1,477 not (yet) done');
  assert.deepEqual(model.steps[2]?.remarks, ['40 of them are too recent to tell']);
  assert.equal(model.steps[2]?.flag, 'most-stay');
  assert.match(model.summary.text, /1,437 people/);
  assert.match(model.notes.join(' '), /Steps 2, 3, 4, and 5: no time limit/);
});

test('exits stand in place of the loss; ways on belong to the count', () => {
  const step = view(renewal).steps[2];
  const textsOf = (cells: readonly CellView[] | undefined): (string | undefined)[][] | undefined =>
    cells?.map(({ text, segment }) => [text, segment?.outcome]);
  assert.deepEqual(textsOf(step?.losses), [
    ['113 still open', 'open'],
    ['78 cancelled', 'cancelled'],
  ]);
  assert.deepEqual(textsOf(step?.ways), [
    ['635 renewed', 'renewed'],
    ['44 frozen', 'frozen'],
  ]);
  assert.deepEqual(
    view(renewal, 'fr').steps[2]?.ways.map((cell) => plainText(cell.text)),
    ['Renouvelé : 635', 'Gelé : 44'],
  );
  // Neither the purchase nor the activation has ways of its own.
  for (const index of [0, 1]) assert.deepEqual(view(renewal).steps[index]?.ways, []);
  assert.deepEqual(view(renewal).steps[0]?.losses, []);
});

test('an outcome nobody took is not listed', () => {
  const outcomes = [
    { id: 'renewed', as: 'converted', name: 'Renewed', count: 9 },
    { id: 'frozen', as: 'converted', name: 'Frozen', count: 0 },
    { id: 'cancelled', as: 'dropped', name: 'Cancelled', count: 0 },
  ] as const;
  const lossesOf = (entered: number, open: number): string[] | undefined => {
    const last = { entered, converted: 9, open, dropped: 0, outcomes: [...outcomes] };
    const model = view({ closed: true, steps: [{ count: entered }, last] });
    assert.deepEqual(
      model.steps[1]?.ways.map((cell) => cell.text),
      ['9 renewed'],
    );
    return model.steps[1]?.losses.map((cell) => cell.text);
  };
  assert.deepEqual(lossesOf(12, 3), ['3 still open']);
  assert.deepEqual(lossesOf(9, 0), ['none lost']);
});

test('every cell has a column of its own, under the same header in each row', () => {
  const model = view(renewal);
  const headers = new Map(model.outcomeHeaders.map(([column, text]) => [text, column]));
  assert.deepEqual([...headers.keys()], ['Renewed', 'Frozen', 'Cancelled']);
  for (const step of model.steps) {
    const cells = [step.count, ...step.ways, step.rate, ...step.losses];
    assert.equal(new Set(cells.map((cell) => cell.column)).size, cells.length);
    for (const cell of [...step.ways, ...step.losses]) {
      const name = [...headers.keys()].find((header) => cell.text.endsWith(header.toLowerCase()));
      if (name) assert.equal(cell.column, headers.get(name), cell.text);
    }
  }
});

test('a median below zero is said in words, not as a duration', () => {
  const withMedian = (median: number): FunnelViewModel => {
    const steps = plain.steps.map((step, index) => (index === 2 ? { ...step, time: { median } } : step));
    return view({ ...plain, steps });
  };
  assert.equal(plainText(withMedian(7200).steps[2]?.median ?? ''), '2 hr median');
  assert.equal(withMedian(-331_200).steps[2]?.median, 'usually before step 2');
  assert.doesNotMatch(JSON.stringify(withMedian(-331_200)), /−\d+.(day|hr)/);
  assert.equal(withMedian(0).steps[2]?.median, '');
});

test('the data are said to be as of a date only where they are', () => {
  const lastNote = (result: FunnelResult, asOfIsClock = false): string =>
    plainText(
      layoutFunnelView(result, { localization: getLocalization('en'), asOfIsClock }).notes.at(-1) ?? '',
    );
  assert.match(lastNote(plain), /^Computed in this browser · data as of Nov 20, 2026, 9:30 AM · days of/);
  assert.match(lastNote(plain, true), /^Computed in this browser on Nov 20, 2026, 9:30 AM · days of/);
  assert.match(lastNote({ ...plain, asOf: undefined }), /^Computed in this browser · days of/);
  assert.match(lastNote({ ...plain, asOf: undefined }, true), /^Computed in this browser · days of/);
});

test('a step with exits is no unbounded one: the cancelled are lost', () => {
  const steps = renewal.steps.map((step) => ({ ...step, bounded: false }));
  const model = view({ ...renewal, steps });
  assert.equal(model.steps[2]?.flag, 'biggest-loss');
  assert.match(model.notes.join(' '), /^Step 2: no time limit/);
});

test('a side step and an optional one are no loss', () => {
  const model = view(shared);
  assert.equal(model.steps[4]?.losses[0]?.text, '210 not (yet) done');
  assert.equal(model.steps[4]?.flag, undefined);
  assert.deepEqual(model.steps[5]?.remarks, ['180 skipped it, nothing lost']);
});

test('rates are left out with the reason', () => {
  const model = view(rising);
  assert.match(model.notes[0] ?? '', /Rates are left out/);
  assert.equal(model.steps[2]?.rate.name, 'no rate: who is in both steps is unknown');
  assert.equal(model.steps[2]?.losses.length, 0);
  assert.equal(model.steps[3]?.count.text, '—');
  for (const step of model.steps) assert.doesNotMatch(names(model, model.steps.indexOf(step)), /%/);
});

test('growth is said', () => {
  assert.deepEqual(view(growing).steps[1]?.remarks, ['+90 more than “Booked”: entered without it']);
});

test('no number over 100 % and no number without its base', () => {
  for (const result of [least, october, shared, renewal, few, growing]) {
    const model = view(result);
    for (const [index] of model.steps.entries()) {
      for (const [, digits] of names(model, index).matchAll(/([\d.,]+)%/g))
        assert.ok(Number(digits) <= 100, digits);
      const rate = model.steps[index]?.rate.name ?? '';
      if (rate.includes('%')) assert.match(rate, /of (step|the total)|of steps/);
    }
  }
});

test('states: nobody, filtered out, not configured', () => {
  const localization = getLocalization('en');
  assert.equal(view(nobody).state, 'empty');
  assert.equal(layoutFunnelView(nobody, { localization, filtered: true }).state, 'filtered');
  assert.equal(view(notConfigured).state, 'not-configured');
  assert.deepEqual(view(notConfigured).notices, [
    { text: 'This funnel needs an intro offer on sale.', href: '/offers' },
  ]);
  assert.equal(view({ steps: [] }).state, 'empty');
  assert.equal(view(plain).state, 'ready');
});

test('a link of a notice is never a script', () => {
  const href = 'javascript:alert(1)';
  assert.equal(view({ ...nobody, notices: [{ code: 'x', href }] }).notices[0]?.href, undefined);
});

test('odd numbers and names break nothing', () => {
  const steps = [
    { name: '', count: 1e12 },
    { name: 'x'.repeat(120), count: 0 },
    { count: null },
    { count: 0 },
  ];
  const model = view({ steps });
  assert.equal(model.steps[0]?.label, 'Step 1');
  assert.equal(model.steps[0]?.count.text, '1,000,000,000,000');
  for (const step of model.steps) {
    const text = JSON.stringify(step);
    assert.doesNotMatch(text, /NaN|Infinity|undefined/);
  }
});

test('nobody behind a number: nothing to open', () => {
  const model = view({
    steps: [
      { id: 'a', count: 5 },
      { id: 'b', count: 5 },
      { id: 'c', count: 0 },
    ],
  });
  assert.equal(model.steps[1]?.losses[0]?.segment, undefined);
  assert.equal(model.steps[2]?.count.segment, undefined);
  assert.deepEqual(model.steps[2]?.losses[0]?.segment, { step: 'c', outcome: 'dropped' });
});
