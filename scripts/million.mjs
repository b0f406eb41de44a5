// `npm run bench:million -- [--people=1000000] [--runs=1]`: what the demo's page of a million people takes, act by act, in
// headless Chromium: how long until it is shown, and what the page's own thread did meanwhile. The page is built as a
// host's bundler would. Nothing is asserted: absolute times do not travel. Long tasks (over 50 ms) should be none.
import { mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

// Before Vite is loaded: else a shell's own NODE_ENV would bring Lit's development build.
process.env.NODE_ENV = 'production';
const { build, preview } = await import('vite');
const { findChromium } = await import('./browsers/find-engines.mjs');
const { CHROMIUM_FLAGS } = await import('./browsers/chromium-flags.mjs');
const { listActs } = await import('./million/acts.mjs');
const { readTrace } = await import('./million/trace.mjs');
const { root } = await import('./vite-builds.mjs');

const { values } = parseArgs({ options: { people: { type: 'string', default: '1000000' } } });
const people = Number(values.people);
const outDir = `${root}.cache/million`;
const CATEGORIES = [
  'devtools.timeline',
  'devtools.timeline.frame',
  'disabled-by-default-devtools.timeline.frame',
  'disabled-by-default-devtools.timeline',
  'toplevel',
];

async function servePage() {
  mkdirSync(outDir, { recursive: true });
  const shared = { configFile: false, root: `${root}demo`, logLevel: 'warn' };
  await build({
    ...shared,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rollupOptions: { input: `${root}demo/million.html` },
    },
    worker: { format: 'es' },
  });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  return { url: server.resolvedUrls.local[0], close: () => server.close() };
}

/** Does one act under a trace. */
async function record(browser, page, { name, run }) {
  await browser.startTracing(page, { categories: CATEGORIES });
  const start = performance.now();
  let failure;
  try {
    await run(page);
  } catch (error) {
    failure = error.message.split('\n')[0];
  }
  const took = performance.now() - start;
  const trace = readTrace(await browser.stopTracing());
  return { name, took, failure, ...trace };
}

function print(records) {
  const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
  row([
    'act',
    'shown after, ms',
    'tasks over 50 ms',
    'longest task',
    'busiest frame',
    '95 % of frames',
    'script a frame',
  ]);
  row(['---', '--:', '--:', '--:', '--:', '--:', '--:']);
  for (const { name, took, failure, long, longest, busiest, usual, script } of records) {
    if (failure) row([name, failure, '', '', '', '', '']);
    else
      row([
        name,
        took.toFixed(0),
        long.length,
        ...[longest, busiest, usual, script].map((ms) => ms.toFixed(1)),
      ]);
  }
}

const served = await servePage();
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  page.on('pageerror', (error) => console.log(`- the page threw: ${error.message}`));
  await page.goto(`${served.url}million.html?lang=en&people=${people}`);
  const records = [];
  for (const act of listActs(people)) records.push(await record(browser, page, act));
  print(records);
  for (const { name, long } of records)
    if (long.length > 0)
      console.log(`- ${name}: tasks of ${long.map((ms) => `${ms.toFixed(0)} ms`).join(', ')}`);
} finally {
  await browser.close();
  await served.close();
  rmSync(outDir, { recursive: true, force: true });
}
