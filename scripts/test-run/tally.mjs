// The counts of a run of `npm test`: every check, every run of tests adds to them.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './run-node.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'funnelwheel-test-'));

/** What passed, failed and was skipped so far. */
export const total = { passed: 0, failed: 0, skipped: 0 };

/** Ends the use of the folder that `countsFile` names files of. */
export function removeScratch() {
  rmSync(scratch, { recursive: true, force: true });
}

/** Where a run is to leave its counts, as JSON. */
export function countsFile(title) {
  return join(scratch, `${title.replaceAll(' ', '-')}.json`);
}

const secondsSince = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** A check: silent when it passes, its whole output and one failure when it does not. */
export async function check(title, args) {
  const start = performance.now();
  const { code, output } = await runNode(args, { quiet: true });
  if (code !== 0) {
    total.failed += 1;
    console.log(output.trimEnd());
  }
  console.log(`${code === 0 ? '✔' : '✖'} ${title} (${secondsSince(start)})`);
  return code === 0;
}

/** Adds a finished run to the total. A run that left no counts, or failed without a failed test, is one failure. */
export function addRun(title, file, code, start) {
  const counts = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
    console.log(`✖ ${title}: the run ended with code ${code}`);
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  const line = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  console.log(`${counts.failed === 0 ? '✔' : '✖'} ${title}: ${line} (${secondsSince(start)})`);
}
