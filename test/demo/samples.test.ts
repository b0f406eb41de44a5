import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseResult } from '../../src/engine/schema/index.ts';

test('the finished result of the plain page is valid, its numbers and groups add up', () => {
  const text = readFileSync(new URL('../../demo/samples/result.json', import.meta.url), 'utf8');
  const { steps, breakdown } = parseResult(JSON.parse(text));
  for (const [index, step] of steps.entries()) {
    assert.equal((step.converted ?? 0) + (step.open ?? 0) + (step.dropped ?? 0), step.entered);
    const groups = breakdown?.groups.map((group) => group.steps[index]?.converted ?? 0) ?? [];
    assert.equal(
      groups.reduce((sum, count) => sum + count, 0),
      step.converted,
    );
  }
});
