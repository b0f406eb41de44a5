import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { computeMoney } from '../../../src/engine/insight/compute-money.ts';
import { chain, worth } from './results.ts';

/**
 * 100 leads; 40 bought an intro at 20, 20 of them came to a class, 10 of these bought a membership at 100.
 * One lead brings 0.4 × 20 + 0.1 × 100 = 18; an intro 20 + 0.25 × 100 = 45; a class 0.5 × 100 = 50; a membership 100.
 */
const STUDIO = chain({
  lead: { converted: 100 },
  intro: { converted: 40, open: 10, value: worth(20, 40) },
  class: { converted: 20 },
  member: { converted: 10, value: worth(100, 10) },
});

describe('the money of a funnel', () => {
  it('is what those lost at a step would have brought, by what the others did', () => {
    const { steps, values, per } = computeMoney(STUDIO);
    assert.deepEqual(
      steps.map(({ step, lost, perPerson, left, pending, reached }) => ({
        step,
        lost,
        perPerson,
        left,
        pending,
        reached,
      })),
      [
        { step: 'lead', lost: 0, perPerson: 18, left: 0, pending: 0, reached: 1800 },
        { step: 'intro', lost: 50, perPerson: 45, left: 2250, pending: 450, reached: 1800 },
        { step: 'class', lost: 20, perPerson: 50, left: 1000, pending: 0, reached: 1000 },
        { step: 'member', lost: 10, perPerson: 100, left: 1000, pending: 0, reached: 1000 },
      ],
    );
    assert.equal(per, 'person');
    assert.deepEqual(values[1], { step: 'member', total: 1000, count: 10, median: 100, mean: 100 });
  });

  it('says what it is made of', () => {
    assert.deepEqual(computeMoney(STUDIO).steps[1]!.terms, [
      { step: 'intro', onward: 1, value: 20 },
      { step: 'member', onward: 0.25, value: 100 },
    ]);
  });

  it('counts by the mean, also where a supplied result has the total only', () => {
    const result = chain({
      a: { converted: 4 },
      b: { converted: 2, value: { total: 300, count: 2, median: 10 } },
    });
    assert.deepEqual(computeMoney(result).values, [
      { step: 'b', total: 300, count: 2, median: 10, mean: 150 },
    ]);
    assert.equal(computeMoney(result).steps[1]!.left, 300);
  });

  it('leaves out who entered too recently to tell where nothing bounds a step', () => {
    const b = { converted: 2, bounded: false, recent: 3, value: worth(10, 2) };
    // 10 entered, 2 did it, 8 did not (yet), 3 of these came only now.
    assert.equal(computeMoney(chain({ a: { converted: 10 }, b })).steps[1]!.lost, 5);
  });

  it('is refused with the reason where nothing can be said', () => {
    const reasons = (result: Parameters<typeof computeMoney>[0]) =>
      computeMoney(result).steps.map(({ reason }) => reason);
    // Nobody pays after the last purchase.
    assert.deepEqual(reasons(chain({ a: { converted: 4, value: worth(1, 4) }, b: { converted: 2 } })), [
      undefined,
      'no-value',
    ]);
    // Whoever was not contacted may come by the checkout page; who is lost after it is worth a membership.
    const either = chain({
      lead: { converted: 100 },
      contact: { converted: 60, base: 'lead', entered: 100 },
      checkout: { converted: 50, base: 'lead', entered: 100 },
      customer: { converted: 30, base: ['contact', 'checkout'], entered: 80 },
      member: { converted: 15, value: worth(100, 15) },
    });
    assert.deepEqual(reasons(either), [undefined, 'several-bases', 'several-bases', undefined, undefined]);
    assert.equal(computeMoney(either).steps[3]!.left, 50 * 0.5 * 100);
    assert.equal(computeMoney(either).steps[0]!.perPerson, 15);
    // A split loses nobody, an optional step neither.
    const split = chain({
      a: { converted: 10 },
      b: { converted: 5, base: 'a', split: true, value: worth(10, 5) },
      c: { converted: 3, base: 'a', entered: 10, optional: true, value: worth(10, 3) },
      d: { converted: 2, base: 'a', entered: 10 },
    });
    assert.deepEqual(reasons(split), [undefined, 'divides', 'optional', 'no-value']);
    const steps = { a: { converted: 4 }, b: { converted: 2, value: worth(1, 2) } };
    assert.deepEqual(reasons(chain(steps, { order: 'unordered' })), ['unordered', 'unordered']);
    assert.deepEqual(reasons(chain(steps, { closed: false })), ['open-funnel', undefined]);
    assert.deepEqual(reasons(chain({ a: { converted: 0 }, b: { converted: 0, value: worth(1, 2) } })), [
      'nobody',
      undefined,
    ]);
  });
});
