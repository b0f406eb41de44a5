import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeFunnelFacts } from '../../../src/engine/insight/step-facts.ts';
import { growing, least, nobody, october, rising, shared } from '../../../demo/scenarios/funnel-results.ts';

test('the least result: count is the converted, and what never rises is closed', () => {
  const facts = computeFunnelFacts(least);
  const intro = facts.steps[1];
  assert.equal(facts.closed, true);
  assert.equal(facts.goal, 1);
  assert.equal(intro?.id, '2');
  assert.equal(intro?.entered, 1200);
  assert.equal(intro?.dropped, 860);
  assert.equal(intro?.rate, 340 / 1200);
});

test('counts that rise say nothing of who went on: no rate, no loss', () => {
  const facts = computeFunnelFacts(rising);
  assert.equal(facts.closed, false);
  for (const step of facts.steps.slice(1)) {
    assert.equal(step.rate, undefined, step.id);
    assert.equal(step.dropped, undefined, step.id);
    assert.equal(step.rateOfTotal, undefined, step.id);
  }
  // 240 bought an intro offer, 180 booked: how many of the 240 did not is unknown.
  assert.equal(facts.steps[2]?.growth, 0);
  assert.equal(facts.steps[3]?.converted, undefined);
});

test('with the people in both steps an open funnel has rates', () => {
  // 150 of the 180 went on; 30 did not; 240 − 150 = 90 came without it.
  const step = computeFunnelFacts(growing).steps[1];
  assert.equal(step?.rate, 150 / 180);
  assert.equal(step?.dropped, 30);
  assert.equal(step?.growth, 90);
});

test('several bases: the result says how many entered', () => {
  const facts = computeFunnelFacts(shared);
  assert.deepEqual(facts.steps[3]?.base, [1, 2]);
  assert.equal(facts.steps[3]?.rate, 300 / 780);
});

test('several bases without the number of the entered: no rate is guessed', () => {
  const steps = [
    { id: 'a', count: 100 },
    { id: 'b', count: 60, base: 'a' },
    { id: 'c', count: 50, base: 'a' },
    { id: 'd', count: 40, base: ['b', 'c'] },
  ];
  assert.equal(computeFunnelFacts({ steps, closed: true }).steps[3]?.rate, undefined);
});

test('the default base is the previous required step', () => {
  const steps = [{ count: 100 }, { count: 40, optional: true }, { count: 30 }];
  assert.deepEqual(computeFunnelFacts({ steps }).steps[2]?.base, [0]);
});

test('the goal is the last step that is neither a side step nor optional', () => {
  const { steps } = shared;
  assert.equal(computeFunnelFacts({ ...shared, steps: steps.slice(0, 6) }).goal, 3);
});

test('a rate is never over one', () => {
  const facts = computeFunnelFacts({ closed: true, steps: [{ count: 10 }, { count: 12, entered: 10 }] });
  assert.equal(facts.steps[1]?.rate, undefined);
  assert.equal(facts.steps[1]?.rateOfTotal, undefined);
  assert.equal(facts.steps[1]?.growth, 0);
});

test('an entered nobody gives no rate, not 0 / 0', () => {
  const facts = computeFunnelFacts(nobody);
  assert.equal(facts.empty, true);
  assert.equal(facts.steps[1]?.rate, undefined);
});

test('the compared period has its own rates', () => {
  // September: 2,390 of 3,789 went on to the checkout page.
  const step = computeFunnelFacts(october).steps[2];
  assert.equal(step?.previous?.rate, 2390 / 3789);
  assert.equal(step?.previous?.rateOfTotal, 2390 / 5120);
});
