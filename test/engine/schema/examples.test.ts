import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toStoreInput } from '../../../src/data/to-store-input.ts';
import {
  createStore,
  FunnelSession,
  parseActivationResult,
  parseChannelResult,
  parseDataset,
  parseDefinition,
  parseExperimentResult,
  parseResult,
  parseWheelResult,
  type Dataset,
  type FunnelDefinition,
} from '../../../src/engine/index.ts';

function example(name: string): unknown {
  const file = new URL(`../../../src/engine/schema/examples/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

test('the examples of the shapes are valid, and nothing of them is lost', () => {
  assert.deepEqual(parseWheelResult(example('wheel')), example('wheel'));
  assert.deepEqual(parseActivationResult(example('activation')), example('activation'));
  assert.deepEqual(parseChannelResult(example('channels')), example('channels'));
  assert.deepEqual(parseExperimentResult(example('experiment')), example('experiment'));
  assert.deepEqual(parseDefinition(example('definition')), example('definition'));
  assert.deepEqual(parseDataset(example('dataset')), example('dataset'));
  assert.deepEqual(parseResult(example('result')), example('result'));
});

test('the definition run over the dataset gives the result', async () => {
  const { input } = await toStoreInput(example('dataset') as Dataset);
  const definition = example('definition') as FunnelDefinition;
  const range = { from: '2026-10-01', to: '2026-10-31' };
  // By hand: Chloé's intro cost nothing, which `ignoreZero` leaves out; her 120 days and Ben's still run in November.
  // Ana took 2 days to her intro and Ben 10, then 1, 16 and 1 days; 20 days in all.
  const result = new FunnelSession(createStore(input)).compute(definition, { range });
  const { definition: given, ...funnel } = result.funnel!;
  assert.deepEqual(given, definition);
  assert.deepEqual({ ...result, funnel }, example('result'));
});

test('a mistake is named with its path and value (a key that is unknown is its own), the deepest reason of several ways to be right', () => {
  const definition = example('definition') as FunnelDefinition;
  const [first, second] = definition.steps;
  const wrong: [object, string, unknown][] = [
    [{ ...definition, wehre: {} }, 'wehre', 'wehre'],
    [{ ...definition, steps: [] }, 'steps', []],
    [{ ...definition, window: { days: -1 } }, 'window.days', -1],
    [{ ...definition, window: { ms: 1e300 } }, 'window.ms', 1e300],
    [
      { ...definition, steps: [first, { ...second, where: { intro: { is: true } } }] },
      'steps[1].where.intro.is',
      'is',
    ],
    [
      { ...definition, steps: [first, { ...second, when: { lookback: { days: 0 } } }] },
      'steps[1].when.lookback.days',
      0,
    ],
    [{ ...definition, steps: [first, { ...second, pick: 'newest' }] }, 'steps[1].pick', 'newest'],
  ];
  for (const [input, path, value] of wrong) {
    assert.throws(
      () => parseDefinition(input),
      (error: { code: string; path: string; value: unknown }) => {
        assert.deepEqual([error.code, error.path, error.value], ['invalid-definition', path, value]);
        return true;
      },
    );
  }
  assert.throws(() => parseResult({ steps: [{ name: 'A', count: -1 }] }), {
    code: 'invalid-result',
    path: 'steps[0].count',
  });
  assert.throws(() => parseResult(null), { code: 'invalid-result', path: '' });
  assert.deepEqual(parseResult({ steps: [{ name: 'Leads', count: 1200 }], mine: 1 }), {
    steps: [{ name: 'Leads', count: 1200 }],
    mine: 1,
  });
});
