import { test } from 'node:test';
import fc from 'fast-check';
import { WheelModelSchema, type WheelModel } from '../../../src/engine/schema/wheel.ts';
import { findWheelDifferences } from '../../support/wheel-oracle/comparison.ts';
import { askWheelEngine } from '../../support/wheel-oracle/engine-answer.ts';
import { wheelCase, wheelSettings, type WheelCase } from '../../support/wheel-oracle/random-wheels.ts';
import { runWheelOracle } from '../../support/wheel-oracle/wheel-oracle.ts';

/*
 * The wheels' engines against the slow oracle on seeded random cases: counts, ids, instants, scores to 1e-9.
 * `FW_CASES` sets how many of each model, `FW_SEED` the seed, `FW_CASE` runs one printed case again.
 */
const { numRuns, seed } = wheelSettings(1500);

function compare(one: WheelCase): void {
  const differences = findWheelDifferences(
    runWheelOracle(one.dataset, one.model, one.options),
    askWheelEngine(one),
  );
  if (differences.length === 0) return;
  throw new Error(`${differences.join('\n')}\nRun again with FW_CASE='${JSON.stringify(one)}'`);
}

const again = process.env['FW_CASE'];

if (again) {
  test('the case of FW_CASE', () => compare(JSON.parse(again) as WheelCase));
} else {
  for (const model of WheelModelSchema.options) agrees(model);
}

function agrees(model: WheelModel): void {
  test(`${model}: the engine agrees with the oracle on ${numRuns} cases of seed ${seed}`, () => {
    fc.assert(fc.property(wheelCase(model), compare), { numRuns, seed, reporter: report });
  });
}

/** The shrunk case only, as it can be run again; not every value on the way. */
function report(details: fc.RunDetails<[WheelCase]>): void {
  if (!details.failed) return;
  const reason =
    details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  throw new Error(`seed ${details.seed}, run ${details.numRuns}, ${details.numShrinks} shrinks:\n${reason}`);
}
