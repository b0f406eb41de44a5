import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  FunnelSession,
  FunnelwheelError,
  WheelSession,
  createStore,
  type Store,
} from '../../../src/engine/index.ts';
import { WheelModelSchema } from '../../../src/engine/schema/wheel.ts';
import { grow, growths } from '../../support/growing-store.ts';
import { findDifferences } from '../../support/oracle/comparison.ts';
import { askEngine, toStoreInput } from '../../support/oracle/engine-answer.ts';
import type { OracleResult } from '../../support/oracle/oracle.ts';
import { caseSettings, randomCases, type RandomCase } from '../../support/oracle/random-cases.ts';
import { findWheelDifferences } from '../../support/wheel-oracle/comparison.ts';
import { askWheelEngine } from '../../support/wheel-oracle/engine-answer.ts';
import { wheelCase, type WheelCase } from '../../support/wheel-oracle/random-wheels.ts';
import type { WheelAnswer } from '../../support/wheel-oracle/wheel-oracle.ts';

/*
 * A store that grew part by part, with changes and removals of people on the way, answers as a fresh load of the same
 * does: funnels, the ids and rows of their lists, breakdowns, trends, and the three wheels.
 */
const { numRuns, seed } = caseSettings(1500);
const DATES = ['2024-03-31T12:00', '2024-10-27T12:00', '2024-03-30', '2024-01-31T23:59:59.999'];

/** What does not depend on the order in which things came, nor on columns that became empty. */
function toComparable({ summary }: Store) {
  const { types, properties: _, personProperties: __, rejected, ...rest } = summary;
  const sorted = Object.entries(types).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...rest, types: sorted, rejected: rejected.count };
}

/** The answer, or the code of the refusal: strict order wants a first step that is an event of its own. */
function answer(one: RandomCase, store: Store): OracleResult | string {
  try {
    return askEngine(one, new FunnelSession(store));
  } catch (error) {
    return FunnelwheelError.from(error).code;
  }
}

/** Movements at one instant are told in the order in which people came, which is another. */
function answerWheel(one: WheelCase, store: Store): WheelAnswer {
  const { movements, ...rest } = askWheelEngine(one, new WheelSession(store));
  return {
    ...rest,
    movements:
      movements && [...movements].sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.id < b.id ? -1 : 1)),
  };
}

test(`a grown store answers funnels like a fresh load (seed ${seed})`, () => {
  const agrees = fc.property(randomCases(2), growths(DATES), (cases, growth) => {
    const { dataset } = cases[0]!;
    const visit = (store: Store) => void answer(cases[0]!, store);
    const { store, fresh } = grow(dataset, growth, visit);
    const reference = createStore(toStoreInput(fresh));
    assert.deepEqual(toComparable(store), toComparable(reference));
    for (const one of cases) {
      const [expected, actual] = [answer(one, reference), answer(one, store)];
      const isRefused = typeof expected === 'string' || typeof actual === 'string';
      if (isRefused) assert.equal(actual, expected);
      else assert.deepEqual(findDifferences(expected, actual), [], JSON.stringify({ one, growth }));
    }
  });
  fc.assert(agrees, { numRuns, seed });
});

for (const model of WheelModelSchema.options) {
  test(`a grown store answers the ${model} wheel like a fresh load (seed ${seed})`, () => {
    const agrees = fc.property(wheelCase(model), growths(DATES), (one, growth) => {
      const visit = (store: Store) => void answerWheel(one, store);
      const { store, fresh } = grow(one.dataset, growth, visit);
      const expected = answerWheel(one, createStore(toStoreInput(fresh)));
      const differences = findWheelDifferences(expected, answerWheel(one, store));
      assert.deepEqual(differences, [], JSON.stringify({ one, growth }));
    });
    fc.assert(agrees, { numRuns: Math.ceil(numRuns / 8), seed });
  });
}
