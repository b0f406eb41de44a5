import { runNode } from './run-node.mjs';
import { addRun, countsFile } from './tally.mjs';

/** Compares the pictures of scenarios (none named: all) with their references, and adds what is counted. */
export async function runPictures(title, scenarios) {
  const counts = countsFile(title);
  const start = performance.now();
  const { code } = await runNode(['scripts/pictures.mjs', ...scenarios], {
    env: { FUNNELWHEEL_COUNTS: counts },
  });
  addRun(title, counts, code, start);
}
