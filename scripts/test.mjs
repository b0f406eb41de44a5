// `npm test`: every check and every test of the package. The last line is `N passed, N failed[, N skipped]`.
// `npm test -- unit browser` runs some parts; `npm test -- unit test/x.test.ts` runs some files of a part.
// Counted are tests. A check (lint, format, types, build) counts only when it fails, as one failure.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'funnelwheel-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** The address of a tool's JavaScript, so that it runs without a shell on every platform. */
const bin = (path) => join(root, 'node_modules', path);

/** Runs Node with arguments; answers the exit code and, when `quiet`, the output instead of showing it. */
function node(args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'];
    const child = spawn(process.execPath, args, { cwd: root, stdio, env: { ...process.env, ...env } });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** The files below a folder of test/ with an ending, as paths from the project's root; sorted. */
function findTests(folder, ending) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  );
  return entries.filter((path) => path.endsWith(ending) && !path.includes('/node_modules/')).sort();
}

/** A check: silent when it passes, its whole output and one failure when it does not. */
async function check(title, args) {
  const start = performance.now();
  const { code, output } = await node(args, { quiet: true });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (code !== 0) {
    total.failed += 1;
    console.log(output.trimEnd());
  }
  console.log(`${code === 0 ? '✔' : '✖'} ${title} (${seconds} s)`);
  return code === 0;
}

/** Adds a finished run to the total. A run that left no counts, or failed without a failed test, is one failure. */
function addRun(title, countsFile, code, start) {
  const counts = existsSync(countsFile)
    ? JSON.parse(readFileSync(countsFile, 'utf8'))
    : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) {
    counts.failed = 1;
    console.log(`✖ ${title}: the run ended with code ${code}`);
  }
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
  console.log(`${counts.failed === 0 ? '✔' : '✖'} ${title}: ${line} (${seconds} s)`);
}

async function runNodeTests(title, files) {
  if (files.length === 0) return console.log(`- ${title}: no test file`);
  const counts = join(scratch, `${title}.json`.replaceAll(' ', '-'));
  const reporter = ['--test-reporter=./scripts/node-reporter.mjs', '--test-reporter-destination=stdout'];
  const start = performance.now();
  const args = [
    '--import',
    'tsx',
    '--test',
    '--test-concurrency=2',
    '--test-timeout=300000',
    ...reporter,
    ...files,
  ];
  const { code } = await node(args, { env: { FUNNELWHEEL_COUNTS: counts } });
  addRun(title, counts, code, start);
}

async function runBrowserTests(title, files) {
  const all = findTests('test', '.browser.ts');
  if (all.length === 0) return console.log(`- ${title}: no test file`);
  const counts = join(scratch, 'browser.json');
  const start = performance.now();
  try {
    const browser = await findBrowser();
    const args = [bin('@web/test-runner/dist/bin.js'), ...(files.length > 0 ? ['--files', ...files] : [])];
    const { code } = await node(args, { env: { FUNNELWHEEL_COUNTS: counts, CHROME_PATH: browser } });
    addRun(title, counts, code, start);
  } catch (error) {
    console.log(error.message);
    addRun(title, counts, 1, start);
  }
}

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
  browser: (files) => runBrowserTests('browser tests', files),
};

async function main(args) {
  const names = args.filter((arg) => arg in PARTS);
  const files = args.filter((arg) => !(arg in PARTS));
  if (files.length > 0 && names.length !== 1) {
    console.error(`Name one part before the files: ${Object.keys(PARTS).join(', ')}. Got: ${args.join(' ')}`);
    process.exit(2);
  }
  const selected =
    names.length > 0 ? Object.keys(PARTS).filter((name) => names.includes(name)) : Object.keys(PARTS);
  for (const name of selected) await PARTS[name](files);
  const runsTests = selected.some((name) => ['unit', 'package', 'browser'].includes(name));
  if (runsTests && total.passed + total.failed + total.skipped === 0) {
    total.failed += 1;
    console.log('✖ not a single test ran');
  }
}

try {
  await main(process.argv.slice(2));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
