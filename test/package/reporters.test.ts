import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TestSession } from '@web/test-runner';
import { readSession } from '../../scripts/test-runner/count-reporter.mjs';

const folder = mkdtempSync(join(tmpdir(), 'funnelwheel-reporters-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs test files of the given contents in a Node of their own; answers what the reporter counted and printed. */
function runNode(...contents: string[]) {
  const files = contents.map((content, index) => {
    const path = join(folder, `${index}.test.mjs`);
    writeFileSync(path, `import { describe, test } from 'node:test';\n${content}`);
    return path;
  });
  const reporter = fileURLToPath(new URL('../../scripts/node-reporter.mjs', import.meta.url));
  const counts = join(folder, 'counts.json');
  const env: NodeJS.ProcessEnv = { ...process.env, FUNNELWHEEL_COUNTS: counts };
  // Else the inner run takes itself for a part of this one.
  delete env.NODE_TEST_CONTEXT;
  const args = ['--test', `--test-reporter=${reporter}`, '--test-reporter-destination=stdout', ...files];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  return { counts: JSON.parse(readFileSync(counts, 'utf8')) as unknown, stdout };
}

describe('the reporter of the Node tests', () => {
  test('counts tests, not suites or files', () => {
    const { counts } = runNode(
      `describe('a', () => { describe('b', () => { test('1', () => {}); test('2', () => {}); }); });`,
    );
    assert.deepEqual(counts, { passed: 2, failed: 0, skipped: 0 });
  });

  test('counts a failure inside a test once, and prints it', () => {
    const { counts, stdout } = runNode(
      `test('outer', async (t) => { await t.test('inner', () => { throw new Error('the reason'); }); });`,
    );
    assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
    assert.match(stdout, /inner[\s\S]*the reason/);
  });

  test('counts a file that does not load as one failure', () => {
    const { counts } = runNode(`import './absent.mjs';`, `test('fine', () => {});`);
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 0 });
  });

  test('prints the reason of a skip', () => {
    const { counts, stdout } = runNode(`test('later', { skip: 'no data here' }, () => {});`);
    assert.deepEqual(counts, { passed: 0, failed: 0, skipped: 1 });
    assert.match(stdout, /later: no data here/);
  });

  test('counts a skipped suite once', () => {
    const { counts } = runNode(
      `describe('a', { skip: 'no data' }, () => { test('1', () => {}); test('2', () => {}); });`,
    );
    assert.deepEqual(counts, { passed: 0, failed: 0, skipped: 1 });
  });

  test('counts a broken hook as a failure', () => {
    const { counts } = runNode(
      `import { before } from 'node:test'; describe('a', () => { before(() => { throw new Error('no'); }); test('1', () => {}); });`,
    );
    assert.ok((counts as { failed: number }).failed > 0, JSON.stringify(counts));
  });
});

describe('the reporter of the browser tests', () => {
  const test1 = { name: '1', passed: true, skipped: false };
  const session = (part: object) =>
    ({
      testFile: '/root/test/x.browser.ts',
      browser: { name: 'Chromium' },
      errors: [],
      logs: [],
      request404s: [],
      ...part,
    }) as unknown as TestSession;

  test('counts tests of all suites', () => {
    const tests = [
      test1,
      { name: '2', passed: false, skipped: true },
      { name: '3', passed: false, skipped: false },
    ];
    const results = { name: '', tests: [test1], suites: [{ name: 'a', tests, suites: [] }] };
    const { counts } = readSession(session({ testResults: results, passed: false }), '/root');
    assert.deepEqual(counts, { passed: 2, failed: 1, skipped: 1 });
  });

  test('counts a file that did not load as one failure, and names it', () => {
    const errors = [{ message: 'Could not import your test module.' }];
    const { counts, lines } = readSession(session({ errors, passed: false }), '/root');
    assert.deepEqual(counts, { passed: 0, failed: 1, skipped: 0 });
    assert.match(lines.join('\n'), /test\/x\.browser\.ts, Chromium[\s\S]*Could not import/);
  });

  test('counts an error outside of the tests on top of them', () => {
    const testResults = { name: '', tests: [test1], suites: [] };
    const { counts } = readSession(
      session({ testResults, errors: [{ message: 'late' }], passed: false }),
      '/root',
    );
    assert.deepEqual(counts, { passed: 1, failed: 1, skipped: 0 });
  });
});
