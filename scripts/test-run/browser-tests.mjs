import { findEngines } from '../browsers/find-engines.mjs';
import { findTests } from './find-tests.mjs';
import { bin, runNode } from './run-node.mjs';
import { addRun, countsFile, total } from './tally.mjs';

/** Which engines a run is asked for; none named means all. While one works on a file, Chromium is enough. */
function toEngineIds(engine, files) {
  if (engine === 'all') return [];
  return engine ? engine.split(',') : files.length > 0 ? ['chromium'] : [];
}

/** Says which engine the run has to do without; each counts as one skipped. */
function tellLeftOut(leftOut) {
  for (const { name, reason } of leftOut) console.log(`- skipped: all tests in ${name}: ${reason}`);
  total.skipped += leftOut.length;
}

/** Runs test files in one engine, and adds what they count. */
async function runInEngine(title, files, engine) {
  const name = `${title} in ${engine.name}`;
  const counts = countsFile(name);
  const start = performance.now();
  console.log(`${name} …`);
  const args = [bin('@web/test-runner/dist/bin.js'), ...(files.length > 0 ? ['--files', ...files] : [])];
  const env = { FUNNELWHEEL_COUNTS: counts, FUNNELWHEEL_ENGINES: JSON.stringify([engine]) };
  const { code } = await runNode(args, { env });
  addRun(name, counts, code, start);
}

/** Runs test files in the engines that are found: one after the other, as together they starve on two cores. */
export async function runBrowserTests(title, files, engine) {
  if (findTests('test', '.browser.ts').length === 0) return console.log(`- ${title}: no test file`);
  const start = performance.now();
  try {
    const { found, leftOut } = await findEngines(toEngineIds(engine, files));
    for (const each of found) await runInEngine(title, files, each);
    tellLeftOut(leftOut);
  } catch (error) {
    console.log(error.message);
    addRun(title, countsFile(title), 1, start);
  }
}
