import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { describeFailure, judgeCase, readCaseFile } from './run-files.ts';

const path = fileURLToPath(new URL('../../../shared/data/peer-cases/cases.json', import.meta.url));

describe('the cases of other products', () => {
  if (!existsSync(path)) {
    it('are all passed', { skip: 'no ../shared/data/peer-cases beside the checkout' }, () => {});
    return;
  }
  for (const read of readCaseFile(path)) {
    const verdict = judgeCase(read);
    const skip = verdict.status === 'skipped' ? verdict.reason : false;
    it(`${read.id} ${read.name}`, { skip }, () => {
      if (verdict.status === 'failed') assert.fail(`\n${describeFailure(verdict)}`);
    });
  }
});
