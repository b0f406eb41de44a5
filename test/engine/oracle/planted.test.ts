import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { findDifferences } from '../../support/oracle/comparison.ts';
import { runOracle, type OracleResult } from '../../support/oracle/oracle.ts';
import { plants } from '../../support/oracle/plants.ts';
import { caseSettings, randomCase, type RandomCase } from '../../support/oracle/random-cases.ts';

/*
 * Mistakes planted in the oracle are found by the same comparison on the same random cases as the engine's:
 * a rule that no case exercises would let its mistake through here.
 */
describe('planted mistakes are found', () => {
  const { numRuns, seed } = caseSettings(8000);
  let cases: RandomCase[] = [];
  const answers = new Map<RandomCase, OracleResult>();

  before(() => {
    cases = fc.sample(randomCase(), { numRuns, seed });
  });

  function answerOf(one: RandomCase): OracleResult {
    const known = answers.get(one) ?? runOracle(one.dataset, one.definition, one.options);
    answers.set(one, known);
    return known;
  }

  for (const plant of plants) {
    test(plant, (t) => {
      const found = cases.findIndex((one) => {
        const planted = runOracle(one.dataset, one.definition, one.options, plant);
        return findDifferences(answerOf(one), planted).length > 0;
      });
      assert.notEqual(found, -1, `${plant} was not found in ${numRuns} cases of seed ${seed}`);
      t.diagnostic(`found by case ${found + 1}`);
    });
  }
});
