import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FunnelResult } from '../../src/engine/schema/index.ts';
import { getChartLocalization } from '../../src/i18n/chart-localization.ts';
import { layoutFunnelView, type FunnelViewModel } from '../../src/layout/funnel-view-model.ts';
import type { CellView } from '../../src/layout/step-cells.ts';
import {
  few,
  growing,
  inProgress,
  least,
  nobody,
  notComparable,
  notConfigured,
  october,
  partial,
  plain,
  renewal,
  rising,
  shared,
  unbounded,
} from '../../demo/scenarios/funnel-results.ts';

/** No-break spaces as plain ones, and no word joiners. */
const plainText = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');

function view(result: FunnelResult, tag = 'en'): FunnelViewModel {
  return layoutFunnelView(result, { localization: getChartLocalization(tag) });
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
  // 1,477 lost × 732 / 2,198 go on × 90 € = 44,270 €, an estimate: 44,000 €. 1,491 / 4,810 = 31 %.
  const { summary } = view(october);
  assert.equal(
    plainText(summary.text),
    '15.2% of people reached “Membership purchased, not an intro” (732 of 4,810), so far 1.8 points less than in the ' +
      'compared period. The biggest loss is before “Checkout page viewed”: 1,477 people, ' +
      'about €44,000 of possible sales. The weakest rate is at “Intro offer purchased”: 55.9% of step 3. The highest rate is that of “Referral”: 39.3% (283 of 720). The slowest step is ' +
      '“Membership purchased, not an intro” (16 days median). 31% of the entries (1,491) are less than 16 days old, ' +
      'the median time to the last step: the last steps may still rise.',
  );
});

test('the summary in French', () => {
  assert.equal(
    plainText(view(plain, 'fr').summary.text),
    '15,2 % des personnes ont atteint « Abonnement acheté hors offre d’introduction » (732 sur 4 810). La plus ' +
      'grosse perte est avant « Page de paiement vue » : 1 477 personnes, soit environ 44 000 € de ventes possibles. Le taux le plus ' +
      'faible est celui de « Offre d’introduction achetée » : 55,9 % de l’étape 3. L’étape la plus lente est « Abonnement acheté ' +
      'hors offre d’introduction » (16 jours en médiane). 31 % des entrées (1 491) datent de moins de 16 jours, le délai médian ' +
      'jusqu’à la dernière étape : les dernières étapes peuvent encore monter.',
  );
  assert.match(
    plainText(view(unbounded, 'fr').summary.text),
    /Le principal point d’arrêt est avant « Page de paiement vue » : 1 477 personnes à ce jour, dont 40 entrées trop récentes/,
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
    // 120 of those at step 4 are still open: its rate may fall back or rise further.
    [-1, 1, -1, 0, -1],
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
  assert.equal(plainText(model.steps[1]?.rate.name ?? ''), '28% of step 1 (likely 17–42%)');
  // Of a later step it stands with the rate of that step, not with the one of the total.
  const later = view({ closed: true, steps: [{ count: 200 }, { count: 50 }, { count: 14 }] }, 'fr');
  assert.equal(
    plainText(later.steps[2]?.rate.text ?? ''),
    '28 % de l’étape 2 (entre 17 et 42 %)\n7 % du total',
  );
});

test('nothing bounds a step: not (yet) done, the recent said among them', () => {
  const model = view(unbounded);
  const [loss] = model.steps[2]?.losses ?? [];
  assert.equal(loss?.text, '1,477 not (yet) done, 40 of them too recent');
  // 1,477 of 3,675, as many as are listed when it is opened.
  assert.deepEqual([loss?.rate, loss?.count], ['40.2% of step 2', 1477]);
  assert.deepEqual(model.steps[2]?.remarks, []);
  assert.equal(model.steps[2]?.flag, 'most-stay');
  assert.match(model.summary.text, /: 1,477 people so far, 40 of them too recent/);
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

test('nobody before a step: it says so, and not that all went on', () => {
  const lossesOf = (bounded: boolean, tag: string): string[] | undefined => {
    const last = { entered: 0, converted: 0, open: 0, dropped: 0, bounded };
    const model = view({ closed: true, steps: [{ count: 9 }, { count: 0 }, last] }, tag);
    return model.steps[2]?.losses.map((cell) => cell.text);
  };
  for (const bounded of [true, false]) {
    assert.deepEqual(lossesOf(bounded, 'en'), ['nobody at this step']);
    assert.deepEqual(lossesOf(bounded, 'fr'), ['personne à cette étape']);
  }
  const joined = { steps: [{ count: 0 }, { count: 4, fromPrevious: 0, dropped: 0 }] };
  assert.deepEqual(view(joined).steps[1]?.losses, []);
});

test('a loss names its base where it is seen', () => {
  assert.equal(view(plain).steps[2]?.losses[0]?.rate, '40.2% of step 2');
});

test('a change that may still turn has no direction and says why', () => {
  const change = view(october).steps[3]?.change;
  assert.deepEqual(
    [change?.text, change?.direction, plainText(change?.undecided ?? '')],
    ['+4.0 pts', 0, '120 still open'],
  );
  assert.equal(
    plainText(change?.cell.name ?? ''),
    '+4.0 pts (120 still open), −12 people against the compared period',
  );
  const steps = october.steps.map((step) => ({ ...step, bounded: false, open: 0, recent: 40 }));
  const recent = view({ ...october, steps }, 'fr').steps[2]?.change;
  assert.deepEqual([recent?.direction, plainText(recent?.undecided ?? '')], [0, '40 entrées trop récentes']);
});

test('few people: no change of a rate', () => {
  const changesOf = (entered: number, before: number): (string | undefined)[] => {
    const comparison = { steps: [{ converted: before }, { converted: 15 }] };
    return view({ steps: [{ count: entered }, { count: 15 }], comparison }).steps.map(
      (step) => step.change?.text,
    );
  };
  assert.deepEqual(changesOf(30, 30), ['0%', '0.0 pts']);
  assert.equal(changesOf(29, 60)[1], undefined);
  assert.equal(changesOf(60, 29)[1], undefined);
});

test('the summary compares for good only what is over', () => {
  const detail = (open: number, tag = 'en', before = 40): string => {
    const comparison = { steps: [{ converted: 100 }, { converted: before }] };
    const last = { entered: 100, converted: 50, open, dropped: 50 - open };
    return plainText(view({ closed: true, steps: [{ count: 100 }, last], comparison }, tag).summary.detail);
  };
  assert.equal(detail(0), ' (50 of 100), 10 points more than in the compared period, which may be chance.');
  assert.equal(
    detail(1),
    ' (50 of 100), so far 10 points more than in the compared period, which may be chance.',
  );
  assert.equal(
    detail(1, 'fr'),
    ' (50 sur 100), à ce jour 10 points de plus que sur la période comparée, peut-être par hasard.',
  );
  // Thirty points are more than chance, but not for good while somebody is open.
  assert.match(detail(0, 'en', 20), /, 30 points more than in the compared period, more than chance\.$/);
  assert.match(detail(1, 'en', 20), /, so far 30 points more than in the compared period\.$/);
});

test('the larger of those still open and those too recent is said, never a number counted twice', () => {
  const asides = (optional: boolean, recent: number): string => {
    const step = { entered: 100, converted: 50, open: 30, dropped: 20, optional };
    const maturity = { entered: 100, recent, withinSeconds: 86_400 };
    return view({
      closed: true,
      steps: [{ count: 100 }, step, { entered: 50, converted: 10, open: 10, dropped: 30 }],
      maturity,
    }).summary.asides.join(' ');
  };
  assert.match(asides(false, 39), /40 of 100 still have time to go on/);
  assert.match(asides(false, 41), /41% of the entries/);
  assert.doesNotMatch(asides(true, 0), /still have time/);
});

test('no rate is called the weakest beside a printed one that is lower, though that may still rise', () => {
  const steps = (open: number) => [
    { count: 1000 },
    { entered: 1000, converted: 500, open: 0, dropped: 500 },
    { entered: 500, converted: 200, open: 0, dropped: 300 },
    { entered: 200, converted: 20, open, dropped: 180 - open },
  ];
  const flagsOf = (open: number) => view({ closed: true, steps: steps(open) }).steps.map(({ flag }) => flag);
  assert.deepEqual(flagsOf(0), [undefined, 'biggest-loss', undefined, 'weakest-rate']);
  // 10 % of step 3, half of whom still have time.
  assert.deepEqual(flagsOf(100), [undefined, 'biggest-loss', undefined, undefined]);
});

test('no loss is called the biggest beside a printed one that is larger, though many of that are too recent', () => {
  const steps = (recent: number) => [
    { count: 1000 },
    { entered: 1000, converted: 500, open: 0, dropped: 500, bounded: false, recent },
    { entered: 500, converted: 100, open: 0, dropped: 400, bounded: false, recent: 0 },
  ];
  const flagsOf = (recent: number) =>
    view({ closed: true, steps: steps(recent) }).steps.map(({ flag }) => flag);
  assert.equal(flagsOf(0)[1], 'most-stay');
  // 500 are printed, of whom 300 can be told; 400 of the next step.
  assert.equal(flagsOf(200).includes('most-stay'), false);
});

test('a step of which more than a tenth is open is not called the weakest', () => {
  const weakestOf = (open: number): (string | undefined)[] => {
    const steps = [
      { count: 1000 },
      { entered: 1000, converted: 500, open: 0, dropped: 500 },
      { entered: 500, converted: 200, open, dropped: 300 - open },
      { entered: 200, converted: 150, open: 0, dropped: 50 },
    ];
    return view({ closed: true, steps }).steps.map((step) => step.flag);
  };
  assert.equal(weakestOf(50)[2], 'weakest-rate');
  assert.equal(weakestOf(51)[2], undefined);
});

test('nobody in the compared period: no changes, no marks, and it is said', () => {
  const comparison = {
    range: { from: '2026-09-01', to: '2026-09-30' },
    steps: [0, 0, 0, 0, 0].map((converted) => ({ entered: 0, converted })),
  };
  const model = view({ ...october, comparison }, 'fr');
  assert.match(plainText(model.scope), / · période précédente : aucune donnée$/);
  assert.equal(model.comparedPeriod, '');
  for (const step of model.steps) {
    assert.equal(step.change, undefined);
    assert.equal(step.geometry.previous, undefined);
  }
  assert.doesNotMatch(model.summary.text, /période comparée/);
});

test('the compared dates are said, and a period that is not over', () => {
  const scopeOf = (asOf: string | number | undefined, range = october.range): string =>
    plainText(view({ ...october, asOf, range }).scope);
  assert.match(scopeOf('2026-11-20'), /October 1\s–\s31, 2026 · compared with September 1\s–\s30, 2026$/);
  assert.match(
    scopeOf('2026-10-12T08:00:00+02:00'),
    /October 1\s–\s31, 2026 \(period in progress\) · September 1\s–\s30, 2026: not comparable/,
  );
  assert.match(plainText(view(inProgress).scope), /in progress\) · compared with October 1\s–\s12, 2026$/);
  assert.match(plainText(view({ ...inProgress, comparison: undefined }).scope), /in progress\)$/);
  // The last day, in Paris, is not over before its midnight.
  assert.match(scopeOf(Date.parse('2026-10-31T22:59:00Z')), /in progress/);
  for (const over of ['2026-10-31', '2026-10-31T23:00:00Z', '2026-09-30', undefined])
    assert.doesNotMatch(scopeOf(over), /in progress/);
  const instants = { from: '2026-10-01T00:00:00Z', to: '2026-10-31T12:00:00Z' };
  assert.match(scopeOf('2026-10-31T11:00:00Z', instants), /in progress/);
  assert.doesNotMatch(scopeOf('2026-10-31T13:00:00Z', instants), /in progress/);
});

test('what the hatch holds fits every step of the funnel', () => {
  assert.equal(view(plain).lossWord, 'Lost');
  assert.equal(view(unbounded).lossWord, 'Not (yet) done');
  assert.equal(view(shared).lossWord, 'Did not go on');
});

test('one person is one, in the verb too', () => {
  const lead = (part: number, tag: string): string =>
    plainText(view({ steps: [{ count: 12 }, { name: 'X', count: part }] }, tag).summary.lead);
  assert.equal(lead(1, 'fr'), '1 personne sur 12 a atteint « X »');
  assert.equal(lead(2, 'fr'), '2 personnes sur 12 ont atteint « X »');
  assert.equal(lead(1, 'en'), '1 of 12 people reached “X”');
});

test('a median below zero is said in words, not as a duration', () => {
  const withMedian = (median: number): FunnelViewModel => {
    const steps = plain.steps.map((step, index) => (index === 2 ? { ...step, time: { median } } : step));
    return view({ ...plain, steps });
  };
  assert.equal(plainText(withMedian(7200).steps[2]?.median ?? ''), 'those who go on: 2 hr (median)');
  assert.equal(withMedian(-331_200).steps[2]?.median, 'usually before step 2');
  assert.doesNotMatch(JSON.stringify(withMedian(-331_200)), /−\d+.(day|hr)/);
  assert.equal(withMedian(0).steps[2]?.median, '');
});

test('the data are said to be as of a date only where they are', () => {
  const lastNote = (result: FunnelResult, asOfIsClock = false): string =>
    plainText(
      layoutFunnelView(result, { localization: getChartLocalization('en'), asOfIsClock }).notes.at(-1) ?? '',
    );
  assert.match(
    lastNote(plain),
    /^Computed in this browser · data as of Nov 20, 2026, 9:30 AM · days counted in the Europe\/Paris time zone\.$/,
  );
  assert.match(lastNote(plain, true), /^Computed in this browser on Nov 20, 2026, 9:30 AM · days counted in/);
  assert.match(lastNote({ ...plain, asOf: undefined }), /^Computed in this browser · days counted in/);
  assert.match(lastNote({ ...plain, asOf: undefined }, true), /^Computed in this browser · days counted in/);
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

test('growth is those who entered without the step before, not the difference of the counts', () => {
  // 240 − 180 is 60; 240 − 150, those of both steps, is 90.
  assert.deepEqual(view(growing).steps[1]?.remarks, ['90 entered without passing “Booked”']);
  assert.match(view(growing, 'fr').steps[1]?.remarks[0] ?? '', /^90 entrés sans passer par/);
});

test('where nobody says who is in both steps, a larger step claims nothing', () => {
  const intro = view(rising).steps[2];
  assert.deepEqual([intro?.remarks, intro?.geometry.growth], [[], undefined]);
  assert.match(view(rising).summary.text, /the data does not say how many go from one step to the next/);
});

test('of a tie nothing is said, nor of steps too small to compare', () => {
  const withLosses = (...counts: number[]): FunnelViewModel =>
    view({
      closed: true,
      steps: counts.map((count, index) => ({ count, ...(index > 0 ? { time: { median: 86_400 } } : {}) })),
    });
  const tied = withLosses(300, 200, 100);
  assert.deepEqual(
    tied.steps.map((step) => step.flag),
    [undefined, undefined, 'weakest-rate'],
  );
  assert.doesNotMatch(tied.summary.text, /biggest|slowest/);
  assert.match(withLosses(300, 199, 100).summary.text, /biggest loss is before “Step 2”: 101 people/);
  // 100 of 200 and 50 of 100 are both 50%.
  assert.doesNotMatch(withLosses(200, 100, 50).summary.text, /weakest/);
  for (const step of view(few).steps) assert.equal(step.flag, undefined);
  assert.doesNotMatch(view(few).summary.text, /biggest|weakest|slowest/);
});

test('no step is called the slowest beside one that took longer, though that is one of too few people', () => {
  const slowest = (...medians: number[]): string => {
    const counts = [300, 200, 20, 10];
    const steps = counts.map((count, index) => ({ count, ...(index > 0 ? { time: { median: 86_400 * medians[index - 1]! } } : {}) })); // prettier-ignore
    return plainText(view({ closed: true, steps }).summary.asides.join(' '));
  };
  assert.match(slowest(1, 3, 2), /slowest step is “Step 3” \(3 days median\)/);
  assert.equal(slowest(1, 3, 14), '');
});

test('next to a step without a number nothing is said of losses and rates', () => {
  const model = view(partial);
  const member = model.steps[4];
  assert.deepEqual(member?.losses, []);
  assert.equal(member?.rate.text, 'no rate: no data for the step before\n15.2% of the total');
  assert.ok(model.steps.every((step) => step.flag === undefined));
  assert.match(model.summary.text, /No data for step 4: what is lost around it is not known\./);
  assert.doesNotMatch(model.summary.text, /biggest|weakest/);
});

test('a total names the groups it leaves out only where it does leave them out', () => {
  const groups = [{ value: 'a', steps: [{ converted: 60 }, { converted: 20 }] }, { value: 'b', steps: [{ converted: 40 }, { converted: null }] }]; // prettier-ignore
  const rateOf = (second: number): string =>
    view({ steps: [{ count: 100 }, { count: second }], breakdown: { property: 'source', groups } }).steps[1]
      ?.rate.text ?? '';
  assert.match(rateOf(20), /\nexcluding b$/);
  assert.match(rateOf(30), /\nb: No data$/);
});

test('the summary says that the period is not over', () => {
  assert.match(view(inProgress).summary.text, /The period is not over/);
  assert.doesNotMatch(view(plain).summary.text, /The period is not over/);
});

test('few people: losses say the fraction first too', () => {
  assert.equal(plainText(view(few).steps[1]?.losses[0]?.rate ?? ''), '5 of 12 of step 1 (42%)');
});

test('nobody and millions in words', () => {
  const countOf = (count: number): string =>
    plainText(view({ steps: [{ name: 'A', count: 3_000_000 }, { name: 'B', count }] }, 'fr').steps[1]?.count.name ?? ''); // prettier-ignore
  assert.equal(countOf(0), 'B : 0, personne à cette étape');
  assert.equal(countOf(2_000_000), 'B : 2 000 000 de personnes');
  assert.equal(countOf(2_000_001), 'B : 2 000 001 personnes');
});

test('a count too long for its place is short there and whole in its name', () => {
  const { count } = view({ steps: [{ name: 'A', count: 4.2e15 }] }).steps[0] ?? {};
  assert.deepEqual([count?.text, count?.name], ['4200T', 'A: 4,200,000,000,000,000 people']);
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
  const localization = getChartLocalization('en');
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

test('a period in progress beside a longer one: no change is claimed anywhere', () => {
  const model = view(notComparable);
  assert.equal(model.comparedPeriod, '');
  for (const step of model.steps) {
    assert.equal(step.change, undefined);
    assert.equal(step.geometry.previous, undefined);
  }
  assert.doesNotMatch(model.summary.text, /compared period/);
  assert.equal(view(inProgress).steps.filter((step) => step.change).length, 5);
});

test('what is missing is a dash, never nobody, and totals say what they leave out', () => {
  const model = view(partial);
  const [, , checkout, intro, member] = model.steps;
  assert.equal(checkout?.groups[1]?.text, '—');
  assert.equal(checkout?.groups[1]?.segment, undefined);
  assert.match(checkout?.groups[1]?.name ?? '', /No data$/);
  // The total is more than the known groups: it may hold those of the website.
  assert.match(plainText(checkout?.rate.text ?? ''), /\nWebsite: No data$/);
  // 2,198 − 890 − 498: those of the step that no known group holds.
  assert.equal(Math.round((checkout?.geometry.unknown?.size ?? 0) * 4810), 810);
  assert.equal(checkout?.geometry.ungrouped, undefined);
  assert.equal(intro?.missing, true);
  assert.equal(intro?.count.text, '—');
  assert.equal(intro?.count.segment, undefined);
  assert.doesNotMatch(member?.rate.text ?? '', /excluding|Website/);
});

test('groups merged here are unknown where one of them is', () => {
  const groups = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((value) => ({
    value,
    steps: [{ converted: 10 }, { converted: value === 'g' ? null : 5 }],
  }));
  const model = view({ steps: [{ count: 70 }, { count: 35 }], breakdown: { property: 'x', groups } });
  assert.equal(model.groups.length, 6);
  assert.equal(model.steps[0]?.groups[5]?.text, '20');
  assert.equal(model.steps[1]?.groups[5]?.text, '—');
});

test('a row offers the list of its parts where a group is narrow, and only there', () => {
  assert.deepEqual(
    view(october).steps.map((step) => step.crowded),
    [false, false, false, true, true],
  );
  assert.ok(view(plain).steps.every((step) => !step.crowded));
});

test('the card says the first and the last count and the rate between them', () => {
  assert.deepEqual(view(plain).totals, { first: 4810, last: 732, rate: '15.2%' });
  assert.deepEqual(view({ steps: [{ name: 'only', count: 3 }] }).totals, {
    first: 3,
    last: undefined,
    rate: '',
  });
});

test('a cell says in two halves what its name says in one', () => {
  for (const step of view(october).steps) {
    for (const cell of [...step.groups, step.count, ...step.losses])
      assert.equal(cell.name, `${cell.heading}: ${cell.words}`);
  }
});

test('an empty name is no name', () => {
  assert.equal(view({ steps: [{ name: { en: '' }, count: 3 }] }).steps[0]?.label, 'Step 1');
});

/** Two steps of so many, against so many before. */
const against = (now: [number, number], before: [number, number], more: object = {}) =>
  view({
    closed: true,
    steps: [{ count: now[0] }, { count: now[1] }],
    comparison: { steps: [{ count: before[0] }, { count: before[1] }], ...more },
  });

test('a change no larger than chance makes has no direction and says so; a larger one is sure', () => {
  const small = against([200, 100], [200, 90]);
  assert.deepEqual(
    [small.steps[1]?.change?.direction, plainText(small.steps[1]?.change?.undecided ?? '')],
    [0, 'may be chance'],
  );
  const both = view({
    closed: true,
    steps: [{ count: 200 }, { entered: 200, converted: 100, open: 3, dropped: 97 }],
    comparison: { steps: [{ converted: 200 }, { converted: 90 }] },
  });
  assert.equal(plainText(both.steps[1]?.change?.undecided ?? ''), 'may be chance; 3 still open');
  assert.match(both.summary.text, /The biggest loss is before “Step 2”: 97 people \(3 still open\)\./);
  assert.match(small.summary.detail, /5 points more than in the compared period, which may be chance\.$/);
  const large = against([2000, 1000], [2000, 800]);
  assert.deepEqual([large.steps[1]?.change?.direction, large.steps[1]?.change?.undecided], [1, '']);
  assert.match(large.summary.detail, /10 points more than in the compared period, more than chance\.$/);
  assert.equal(large.steps[1]?.change?.people, '+200 people');
});

test('periods of other lengths: rates are compared, counts are not, and it is said', () => {
  const range = { from: '2026-10-01', to: '2026-10-10' };
  const model = view({
    closed: true,
    range,
    steps: [{ count: 2000 }, { count: 1000 }],
    comparison: { range: { from: '2026-09-01', to: '2026-09-05' }, steps: [{ count: 900 }, { count: 300 }] },
  });
  assert.equal(model.steps[0]?.change, undefined);
  assert.equal(model.steps[1]?.change?.direction, 1);
  assert.equal(model.steps[1]?.change?.people, '');
  assert.match(model.notes.join(' '), /Not the same number of days \(10 days, compared with 5 days\)/);
});

test('two groups are compared in words, and are no earlier period', () => {
  const model = view({
    ...october,
    comparison: {
      group: 'Website',
      against: 'Meta Ads',
      steps: october.breakdown?.groups.find(({ value }) => value === 'Meta Ads')?.steps ?? [],
    },
  });
  assert.match(model.scope, /“Website” compared with “Meta Ads”/);
  assert.match(
    model.summary.text,
    /“Website”: 16\.2% \(261 of 1,610\), “Meta Ads”: 7\.6% \(188 of 2,480\)\./,
  );
  assert.ok(model.steps.every((step) => step.geometry.previous === undefined && step.change === undefined));
});

test('a goal is marked where it would be met, and its step, the table and the summary say whether it is', () => {
  const goals = { contact: 0.7, checkout: 0.7, total: 0.1 };
  const model = view({ ...plain, goals });
  const [, contact, checkout, , member] = model.steps;
  assert.equal(contact?.geometry.goal, (0.7 * 4810) / 4810);
  assert.equal(checkout?.geometry.goal, (0.7 * 3675) / 4810);
  assert.equal(member?.geometry.goal, (0.1 * 4810) / 4810);
  assert.match(contact?.rate.text ?? '', /\ngoal 70%: met$/);
  assert.match(plainText(checkout?.rate.name ?? ''), /goal 70%: 10\.2 pts short/);
  assert.match(plainText(member?.rate.text ?? ''), /goal 10% of the total: met/);
  assert.match(model.summary.text, /The goal of 10% is met\. Step goals met: 1 of 2\./);
  assert.equal(model.hasGoals, true);
});

test('a goal that the open can still meet is not missed for good, and one of few people may be chance', () => {
  const steps = [{ count: 100 }, { entered: 100, converted: 40, open: 20, dropped: 40 }];
  const words = (goal: number, last: object = {}) =>
    plainText(
      view({ closed: true, steps: [steps[0] ?? {}, { ...steps[1], ...last }], goals: { 2: goal } }).steps[1]
        ?.rate.text ?? '',
    );
  assert.match(words(0.5), /goal 50%: 10 pts short, can still be met/);
  assert.match(words(0.45, { open: 0, dropped: 60 }), /goal 45%: 5 pts short \(may be chance\)/);
  assert.match(words(0.35), /goal 35%: met \(may be chance\)/);
});

test('the best group is named, and that chance may have put it first', () => {
  const groups = (a: number, b: number) => [
    { value: 'A', steps: [{ count: 100 }, { count: a }] },
    { value: 'B', steps: [{ count: 100 }, { count: b }] },
    { value: 'C', steps: [{ count: 5 }, { count: 5 }] },
  ];
  const say = (a: number, b: number) =>
    view({
      closed: true,
      steps: [{ count: 205 }, { count: a + b + 5 }],
      breakdown: { property: 'source', groups: groups(a, b) },
    }).summary.text;
  assert.match(say(60, 20), /The highest rate is that of “A”: 60% \(60 of 100\)\./);
  assert.match(say(30, 28), /“A”: 30% \(30 of 100\), ahead of “B” perhaps by chance alone\./);
  assert.doesNotMatch(say(30, 30), /highest rate/);
});
