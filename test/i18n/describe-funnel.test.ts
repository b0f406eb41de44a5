import assert from 'node:assert/strict';
import { test } from 'node:test';
import { funnelCatalog, getFunnel } from '../../src/catalog/index.ts';
import { compileFunnel, type FunnelDefinition, type StepDefinition } from '../../src/engine/index.ts';
import { describeFunnel } from '../../src/i18n/describe-funnel.ts';

function describe(definition: FunnelDefinition, tag: string) {
  return describeFunnel(compileFunnel(definition), tag);
}

test('each step says its event, conditions, date rule and base, and where it may precede the entry', () => {
  const { steps } = describe(getFunnel('lead-to-customer'), 'en');
  assert.equal(steps[0]!.rule, 'A lead is created during the period.');
  assert.equal(
    steps[3]!.rule,
    'A lead becomes a customer at any date, even before the first step. Only those who went through “Lead contacted” or “Checkout page viewed” are counted.',
  );
  assert.equal(
    describe(getFunnel('reactivation'), 'fr').steps[0]!.rule,
    'Aucune venue, pendant les 30 jours qui précèdent la période, parmi les personnes déjà clientes avant le début de la période.',
  );
  assert.equal(
    describe(getFunnel('lead-to-class'), 'fr').steps[4]!.rule,
    'Réservation d’un cours, en même temps que «\u00a0Adhésion non-intro achetée\u00a0» ou après. ' +
      'Ce qui a déjà compté pour «\u00a0Premier cours réservé\u00a0» ne compte pas une seconde fois.',
  );
});

test('the rules of the whole funnel', () => {
  const definition: FunnelDefinition = {
    id: 'x',
    order: 'sequential',
    reentry: 'first',
    ties: 'later',
    window: { months: 1 },
    hold: ['product'],
    where: { 'person.location': ['Nord', 'Sud'] },
    exclude: [{ event: 'refund', between: ['a', 'b'] }],
    onExclude: 'remove',
    switches: { ignoreZero: true, ignoreNoShows: false },
    steps: [
      { id: 'a', name: 'Lead', event: 'lead' },
      {
        id: 'b',
        name: 'Visit',
        event: '*',
        where: { amount: { gte: 10 }, at: { lt: '$now' } },
        notBefore: { ms: 5_400_000 },
      },
    ],
  };
  assert.deepEqual(describe(definition, 'en'), {
    rules: [
      'The steps must come in this order.',
      'Each must be later than the one before, not at the same moment.',
      'All steps must be done within 1 month of the first.',
      'All steps of an attempt must have the same product.',
      'Only events where location is one of “Nord” or “Sud” count.',
      'If there is an event “refund” between “Lead” and “Visit”, it is left out of the funnel altogether.',
      'Purchases at 0 are left out.',
      'Only the first start counts.',
    ],
    steps: [
      { id: 'a', name: 'Lead', rule: 'A lead is created at any date.' },
      {
        id: 'b',
        name: 'Visit',
        rule: 'Anything happens (amount ≥ 10, date < now) at any date, not sooner than 1.5 hours after “Lead”.',
      },
    ],
  });
});

/** The rule of the second of two steps, and those of the whole, with what a case adds. */
function ruleOf(step: Partial<StepDefinition>, tag: string, rest: Partial<FunnelDefinition> = {}): string {
  const base: StepDefinition = { id: 'a', name: 'A', event: 'lead' };
  const definition = { id: 'x', ...rest, steps: [base, { id: 'b', name: 'B', event: 'visit', ...step }] };
  return describe(definition as FunnelDefinition, tag).steps[1]!.rule;
}

const RULES: [name: string, step: Partial<StepDefinition>, english: string, french: string][] = [
  [
    'a type of the host',
    { when: 'inRange' },
    'There is an event “visit” during the period.',
    'Événement «\u00a0visit\u00a0», pendant la période.',
  ],
  [
    'a window',
    { when: 'afterEntry', window: { days: 1 } },
    'There is an event “visit” at the first step or later, within 1 day of “A”.',
    'Événement «\u00a0visit\u00a0», en même temps que la première étape ou après, 1\u00a0jour au plus après «\u00a0A\u00a0».',
  ],
  [
    'a look-back of a day',
    { event: 'booking', absent: true, when: { lookback: { days: 1 } } },
    'No booking at all on the day before the period.',
    'Aucune réservation, la veille de la période.',
  ],
  [
    'dates of its own',
    { event: 'booking', when: { from: '2026-09-01', to: '2026-09-30' } },
    'A booking is made from Sep 1, 2026 to Sep 30, 2026.',
    'Réservation, du 1er sept. 2026 au 30 sept. 2026.',
  ],
  [
    'the latest of several',
    { event: 'contact', when: 'inRange', pick: 'last' },
    'The studio makes contact during the period. Where there are several, the latest counts.',
    'Prise de contact par le studio, pendant la période. S’il y en a plusieurs, c’est la date la plus récente qui compte.',
  ],
  [
    'the third of several',
    { event: 'renewal', nth: 3, when: 'inRange' },
    'For the 3rd time, the membership is renewed during the period.',
    'Pour la 3e fois, renouvellement de l’abonnement, pendant la période.',
  ],
  [
    'a condition with words of its own, and one without',
    { event: 'purchase', where: { intro: true, amount: { gt: 0 } }, when: 'inRange' },
    'An intro offer is bought (amount > 0) during the period.',
    'Achat d’une offre d’introduction (montant > 0), pendant la période.',
  ],
  [
    'an optional step',
    { event: 'booking', where: { kind: 'class' }, when: 'inRange', optional: true },
    'A class is booked during the period. This step is optional: skipping it is no loss.',
    'Réservation d’un cours, pendant la période. Cette étape est facultative\u00a0: la sauter n’est pas une perte.',
  ],
];

for (const [name, step, english, french] of RULES)
  test(`a step in words: ${name}`, () => {
    assert.equal(ruleOf(step, 'en'), english);
    assert.equal(ruleOf(step, 'fr'), french);
  });

test('outcomes, and which of them ends the journey', () => {
  const { rule } = describe(getFunnel('membership-renewal'), 'en-GB').steps[2]!;
  assert.match(rule, /^For the 1st time, the membership is renewed, frozen or cancelled at any date/);
  assert.match(rule, /or Cancelled \(the membership is cancelled, which ends the journey\)\.$/);
});

test('an exclusion that only ends an attempt says where it stops', () => {
  const rest: Partial<FunnelDefinition> = {
    order: 'sequential',
    exclude: [{ event: 'cancellation', between: ['a', 'b'] }],
  };
  const steps: StepDefinition[] = [
    { id: 'a', name: 'A', event: 'lead' },
    { id: 'b', name: 'B', event: 'purchase' },
  ];
  const rulesIn = (tag: string): string => describe({ id: 'x', ...rest, steps }, tag).rules.join(' ');
  assert.match(
    rulesIn('en'),
    /If the membership is cancelled between “A” and “B”, the attempt ends at “A”\./,
  );
  assert.match(rulesIn('en'), /Two steps at the same moment are in order\./);
  assert.match(
    rulesIn('fr'),
    /ceci arrête la tentative à «\u00a0A\u00a0»\u00a0: annulation de l’abonnement\./,
  );
});

test('every funnel of the catalogue reads in both languages, and nothing of the other one slips in', () => {
  for (const definition of funnelCatalog) {
    const english = describe(definition, 'en-GB');
    const french = describe(definition, 'fr-CA');
    assert.equal(english.steps.length, definition.steps.length);
    const text = [...french.rules, ...french.steps.map(({ rule }) => rule)].join(' ');
    // Each step is a sentence: it begins with a capital and ends.
    for (const { rule } of [...english.steps, ...french.steps]) assert.match(rule, /^\p{Lu}.*\.$/u);
    assert.doesNotMatch(text, /undefined|\bwhere\b|\bperiod\b|\bstep\b|«\u00a0(lead|booking|purchase)/);
    assert.doesNotMatch(
      [...english.rules, ...english.steps.map(({ rule }) => rule)].join(' '),
      /undefined|étape|période/,
    );
  }
});
