import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FunnelwheelError } from '../../../src/engine/error.ts';
import { computeWhatIf } from '../../../src/engine/insight/compute-what-if.ts';
import { chain, worth } from './results.ts';

const STUDIO = chain({
  lead: { converted: 100 },
  intro: { converted: 40, value: worth(20, 40) },
  class: { converted: 20 },
  member: { converted: 10, value: worth(100, 10) },
});

describe('what if a step had another rate', () => {
  it('says what would arrive and be paid, and with half as much', () => {
    // From 40 to 60 %: 20 more intros at 20, of whom a quarter become members at 100: 400 + 500.
    const { rate, cases } = computeWhatIf(STUDIO, { step: 'intro', rate: 0.6 });
    assert.equal(rate, 0.4);
    assert.deepEqual(
      cases.map(({ share, rate: then, end, money }) => [
        share,
        Math.round(then * 100),
        end,
        Math.round(money!),
      ]),
      [
        [1, 60, { step: 'member', now: 10, then: 15 }, 900],
        [0.5, 50, { step: 'member', now: 10, then: 12.5 }, 450],
      ],
    );
    assert.deepEqual(cases[0]!.steps, [
      { step: 'intro', now: 40, then: 60 },
      { step: 'class', now: 20, then: 30 },
      { step: 'member', now: 10, then: 15 },
    ]);
  });

  it('goes down too', () => {
    const [whole] = computeWhatIf(STUDIO, { step: 'class', rate: 0 }).cases;
    assert.deepEqual([whole!.end.then, whole!.money], [0, -1000]);
  });

  it('leaves alone what does not count its people, and refuses what it cannot know', () => {
    const split = chain({
      lead: { converted: 100 },
      booked: { converted: 50, base: 'lead', split: true },
      intro: { converted: 30, base: 'lead', entered: 100 },
      used: { converted: 10, base: 'intro', entered: 30 },
      member: { converted: 20, base: 'lead', entered: 100, value: worth(100, 20) },
    });
    const [whole] = computeWhatIf(split, { step: 'intro', rate: 0.6 }).cases;
    assert.deepEqual(
      whole!.steps.map(({ step }) => step),
      ['intro', 'used'],
    );
    assert.deepEqual([whole!.end, whole!.money], [{ step: 'used', now: 10, then: 20 }, undefined]);
    const either = chain({
      lead: { converted: 100 },
      contact: { converted: 60, base: 'lead', entered: 100 },
      checkout: { converted: 50, base: 'lead', entered: 100 },
      customer: { converted: 30, base: ['contact', 'checkout'], entered: 80 },
    });
    assert.deepEqual(computeWhatIf(either, { step: 'contact', rate: 0.7 }).reason, 'several-bases');
    assert.equal(computeWhatIf(either, { step: 'customer', rate: 0.5 }).cases[0]!.end.then, 40);
    assert.equal(computeWhatIf(STUDIO, { step: 'lead', rate: 0.5 }).reason, 'no-rate');
    const nobody = chain({ a: { converted: 5 }, b: { converted: 0 }, c: { converted: 0 } });
    assert.equal(computeWhatIf(nobody, { step: 'b', rate: 0.5 }).reason, 'nobody');
  });

  it('refuses a rate that is none, and a step there is not', () => {
    const isError = (code: string) => (error: FunnelwheelError) => error.code === code;
    for (const rate of [-0.1, 1.1, NaN])
      assert.throws(() => computeWhatIf(STUDIO, { step: 'intro', rate }), isError('invalid-options'));
    assert.throws(() => computeWhatIf(STUDIO, { step: 'x', rate: 0.5 }), isError('unknown-step'));
  });
});
