import assert from 'node:assert/strict';
import { test } from 'node:test';
import { funnelCatalog, getFunnel } from '../../src/catalog/index.ts';
import { compileFunnel, type FunnelDefinition } from '../../src/engine/index.ts';
import { describeFunnel } from '../../src/i18n/describe-funnel.ts';

function describe(definition: FunnelDefinition, tag: string) {
  return describeFunnel(compileFunnel(definition), tag);
}

test('each step says its event, conditions, date rule and base, and where it may precede the entry', () => {
  const { steps } = describe(getFunnel('lead-to-customer'), 'en');
  assert.equal(steps[0]!.rule, 'a lead is created, in the period.');
  assert.equal(
    steps[3]!.rule,
    'a lead becomes a customer, at any date (it may lie before the first step), of those who did “Lead contacted” or “Checkout page viewed”.',
  );
  assert.match(
    describe(getFunnel('reactivation'), 'fr').steps[0]!.rule,
    /^pas une seule fois\u00a0: venue \(client depuis < le début de la période\), dans les 30 jours avant la période\.$/,
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
      'Each step comes at or after the one before it.',
      'All steps within 1 month of the first.',
      'A later step must be strictly later.',
      'All steps with the same product.',
      'Only events where location is one of “Nord” or “Sud”.',
      'Who has “refund” between “Lead” and “Visit” is left out of the funnel.',
      'Purchases at 0 are left out.',
      'Only the first start counts.',
    ],
    steps: [
      { id: 'a', name: 'Lead', rule: 'a lead is created, at any date.' },
      {
        id: 'b',
        name: 'Visit',
        rule: 'any event (amount ≥ 10, at < now), at any date, not sooner than 1.5 hours after the step it is based on.',
      },
    ],
  });
});

test('every funnel of the catalogue reads in both languages, and nothing of the other one slips in', () => {
  for (const definition of funnelCatalog) {
    const english = describe(definition, 'en-GB');
    const french = describe(definition, 'fr-CA');
    assert.equal(english.steps.length, definition.steps.length);
    const text = [...french.rules, ...french.steps.map(({ rule }) => rule)].join(' ');
    assert.doesNotMatch(text, /undefined|\bwhere\b|\bperiod\b|\bstep\b|«\u00a0(lead|booking|purchase)/);
    assert.doesNotMatch(
      [...english.rules, ...english.steps.map(({ rule }) => rule)].join(' '),
      /undefined|étape|période/,
    );
  }
});
