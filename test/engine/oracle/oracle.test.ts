import { test } from 'node:test';
import fc from 'fast-check';
import { findDifferences } from '../../support/oracle/comparison.ts';
import { askEngine } from '../../support/oracle/engine-answer.ts';
import { runOracle } from '../../support/oracle/oracle.ts';
import { caseSettings, randomCase, type RandomCase } from '../../support/oracle/random-cases.ts';

/*
 * The engine against the slow oracle on seeded random cases. `FW_CASES` sets how many, `FW_SEED` the seed,
 * `FW_CASE` runs one printed case again.
 */
const { numRuns, seed } = caseSettings(20_000);

function compare(one: RandomCase): void {
  const differences = findDifferences(runOracle(one.dataset, one.definition, one.options), askEngine(one));
  if (differences.length > 0) {
    throw new Error(`${differences.join('\n')}\nRun again with FW_CASE='${JSON.stringify(one)}'`);
  }
}

const again = process.env['FW_CASE'];

if (again) {
  test('the case of FW_CASE', () => compare(JSON.parse(again) as RandomCase));
} else {
  test(`the engine agrees with the oracle on ${numRuns} cases of seed ${seed}`, () => {
    fc.assert(
      fc.property(randomCase(), (one) => compare(one)),
      { numRuns, seed, reporter: report },
    );
  });
}

/** The shrunk case only, as it can be run again; not every value on the way. */
function report(details: fc.RunDetails<[RandomCase]>): void {
  if (!details.failed) return;
  const reason =
    details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  throw new Error(`seed ${details.seed}, case ${details.numRuns}, ${details.numShrinks} shrinks:\n${reason}`);
}
