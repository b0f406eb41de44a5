import { runNode } from './run-node.mjs';
import { addRun, countsFile } from './tally.mjs';

/** Runs test files in Node, and adds what they count. */
export async function runNodeTests(title, files) {
  if (files.length === 0) return console.log(`- ${title}: no test file`);
  const counts = countsFile(title);
  const reporter = ['--test-reporter=./scripts/node-reporter.mjs', '--test-reporter-destination=stdout'];
  // A file that hangs ends the run; the oracle's takes minutes where the machine has other work.
  const limits = ['--test-concurrency=2', '--test-timeout=900000'];
  const start = performance.now();
  const args = ['--import', 'tsx', '--test', ...limits, ...reporter, ...files];
  const { code } = await runNode(args, { env: { FUNNELWHEEL_COUNTS: counts } });
  addRun(title, counts, code, start);
}
