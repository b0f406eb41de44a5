import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { WheelModelSchema } from '../../../src/engine/schema/wheel.ts';
import { findWheelDifferences } from '../../support/wheel-oracle/comparison.ts';
import { wheelPlants } from '../../support/wheel-oracle/plants.ts';
import { wheelCase, wheelSettings, type WheelCase } from '../../support/wheel-oracle/random-wheels.ts';
import { runWheelOracle, type WheelAnswer } from '../../support/wheel-oracle/wheel-oracle.ts';

/*
 * Mistakes planted in the wheel's oracle are found by the same comparison on the same random cases as the engine's:
 * a rule that no case exercises would let its mistake through here.
 */
describe('mistakes planted in the wheels are found', () => {
  const { numRuns, seed } = wheelSettings(1000);
  const samples = WheelModelSchema.options.map((model) => fc.sample(wheelCase(model), { numRuns, seed }));
  /** The models in turn, as a mistake may show in any of them. */
  const cases = samples[0]!.flatMap((_, index) => samples.map((sample) => sample[index]!));
  const answers = new Map<WheelCase, WheelAnswer>();

  function answerOf(one: WheelCase): WheelAnswer {
    const known = answers.get(one) ?? runWheelOracle(one.dataset, one.model, one.options);
    answers.set(one, known);
    return known;
  }

  for (const plant of wheelPlants) {
    test(plant, (t) => {
      const found = cases.findIndex((one) => {
        const planted = runWheelOracle(one.dataset, one.model, one.options, plant);
        return findWheelDifferences(answerOf(one), planted).length > 0;
      });
      assert.notEqual(found, -1, `${plant} was not found in ${cases.length} cases of seed ${seed}`);
      t.diagnostic(`found by case ${found + 1}`);
    });
  }
});
