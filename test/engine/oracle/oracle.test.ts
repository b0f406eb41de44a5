import { test } from 'node:test';
import fc from 'fast-check';
import { findDifferences } from '../../support/oracle/comparison.ts';
import { askEngine, openSession } from '../../support/oracle/engine-answer.ts';
import { runOracle } from '../../support/oracle/oracle.ts';
import { caseSettings, randomCases, type RandomCase } from '../../support/oracle/random-cases.ts';

/*
 * The engine against the slow oracle on seeded random cases. `FW_CASES` sets how many, `FW_SEED` the seed,
 * `FW_CASE` runs one printed case again.
 */
const { numRuns, seed } = caseSettings(20_000);
/** Questions to one dataset: a session answers several in turn, and building one costs more than an answer. */
const questions = 4;

/** Returns how many cases were compared. */
function compare(cases: RandomCase[]): number {
  const session = openSession(cases[0]!.dataset);
  for (const one of cases) {
    const expected = runOracle(one.dataset, one.definition, one.options);
    const differences = findDifferences(expected, askEngine(one, session));
    if (differences.length > 0) {
      throw new Error(`${differences.join('\n')}\nRun again with FW_CASE='${JSON.stringify(one)}'`);
    }
  }
  return cases.length;
}

const again = process.env['FW_CASE'];

if (again) {
  test('the case of FW_CASE', () => void compare([JSON.parse(again) as RandomCase]));
} else {
  test(`the engine agrees with the oracle on ${numRuns} cases of seed ${seed}`, (t) => {
    let compared = 0;
    const agrees = fc.property(randomCases(questions), (cases) => void (compared += compare(cases)));
    fc.assert(agrees, { numRuns: Math.ceil(numRuns / questions), seed, reporter: report });
    t.diagnostic(`${compared} cases agreed`);
  });
}

/** The shrunk case only, as it can be run again; not every value on the way. */
function report(details: fc.RunDetails<[RandomCase[]]>): void {
  if (!details.failed) return;
  const reason =
    details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  throw new Error(`seed ${details.seed}, run ${details.numRuns}, ${details.numShrinks} shrinks:\n${reason}`);
}
