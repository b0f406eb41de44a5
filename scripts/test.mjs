// `npm test`: every check and every test of the package. The last line is `N passed, N failed[, N skipped]`.
// `npm test -- unit browser` runs some parts; `npm test -- unit test/x.test.ts` runs some files of a part.
// `npm test -- browser` runs in every engine that is found; `--engine=firefox` in one; with files named, in Chromium
// unless `--engine=…` (or `--engine=all`) says otherwise.
// Counted are tests. A check (lint, format, types, build) counts only when it fails, as one failure.
import { runBrowserTests } from './test-run/browser-tests.mjs';
import { findTests } from './test-run/find-tests.mjs';
import { runNodeTests } from './test-run/node-tests.mjs';
import { runPictures } from './test-run/pictures.mjs';
import { bin } from './test-run/run-node.mjs';
import { check, removeScratch, total } from './test-run/tally.mjs';

const unitTests = () => findTests('test', '.test.ts').filter((path) => !path.startsWith('test/package/'));
const packageTests = () => findTests('test/package', '.test.ts');

let built;
/** Builds once a run; the package tests and those of the single file in the browser read the result. */
function build() {
  built ??= check('build', ['scripts/build.mjs']);
  return built;
}

/** The parts in the order of a full run: cheap and telling first. */
const PARTS = {
  lint: async () => {
    await check('eslint', [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']);
    await check('prettier', [bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']);
  },
  types: async () => {
    const tsc = bin('typescript/bin/tsc');
    await check('types', [tsc, '--noEmit', '-p', '.']);
    await check('types of the engine, without DOM', [tsc, '--noEmit', '-p', 'tsconfig.engine.json']);
  },
  unit: (files) => runNodeTests('unit tests', files.length > 0 ? files : unitTests()),
  build,
  package: async (files) => {
    if (!(await build())) return console.log('- package tests: not run, as there is no build to test');
    await runNodeTests('package tests', files.length > 0 ? files : packageTests());
  },
  pictures: (files) => runPictures('pictures', files),
  browser: (files, engine) => runBrowserTests('browser tests', files, engine),
};

async function main(args) {
  const engine = args.find((arg) => arg.startsWith('--engine='))?.slice('--engine='.length);
  const names = args.filter((arg) => arg in PARTS);
  const files = args.filter((arg) => !(arg in PARTS) && !arg.startsWith('--engine='));
  if (files.length > 0 && names.length !== 1) {
    console.error(`Name one part before the files: ${Object.keys(PARTS).join(', ')}. Got: ${args.join(' ')}`);
    process.exit(2);
  }
  const selected =
    names.length > 0 ? Object.keys(PARTS).filter((name) => names.includes(name)) : Object.keys(PARTS);
  for (const name of selected) await PARTS[name](files, engine);
  const runsTests = selected.some((name) => ['unit', 'package', 'pictures', 'browser'].includes(name));
  if (runsTests && total.passed + total.failed + total.skipped === 0) {
    total.failed += 1;
    console.log('✖ not a single test ran');
  }
}

try {
  await main(process.argv.slice(2));
} finally {
  removeScratch();
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
