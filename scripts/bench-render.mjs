// `npm run bench:render -- [--rounds=9]`: the elements beside a bare Lit rendering of the same funnel and chart libraries,
// round by round in one page of a headless Chromium. Absolute times do not travel; the ratios do. The libraries have a
// package file of their own and are installed here and nowhere else.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

// Before Vite is loaded: else a shell's own NODE_ENV would bring Lit's development build.
process.env.NODE_ENV = 'production';
const { build, preview } = await import('vite');
const { CHROMIUM_FLAGS } = await import('./browsers/chromium-flags.mjs');
const { findChromium } = await import('./browsers/find-engines.mjs');
const { root } = await import('./vite-builds.mjs');

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const folder = `${root}test/perf/render`;
const outDir = `${root}.cache/bench-render`;

if (!existsSync(`${folder}/node_modules/echarts`)) {
  const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' };
  spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], options);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** What look.md's table of budgets asks for: a measure, what it is divided by, and the most it may be. */
const BUDGETS = [
  ['funnel-chart: first, 5 × 3', 'bare Lit: first, 5 × 3', 1.8],
  ['funnel-chart: update, 5 × 3', 'bare Lit: update, 5 × 3', 1.6],
  ['funnel-chart: update, 12 × 8', 'funnel-chart: update, 5 × 3', 4],
  ['wheel: first, 8 phases, 20 flows', 'wheel: first, 5 phases, 8 flows', 2],
  ['wheel: update, 8 phases, 20 flows', 'wheel: update, 5 phases, 8 flows', 2],
];

function print({ times, failures }) {
  const row = (cells) => console.log(`| ${cells.join(' | ')} |`);
  const of = (name) => times[name] ?? [NaN];
  row(['', 'median ms', 'least ms', '× bare Lit, median', '× bare Lit, least']);
  row(['---', '--:', '--:', '--:', '--:']);
  for (const [name, list] of Object.entries(times)) {
    const base = of(name.replace(/^[^:]+/, 'bare Lit'));
    const ratios = [median(list) / median(base), Math.min(...list) / Math.min(...base)];
    const texts = ratios.map((ratio) => (Number.isNaN(ratio) ? '' : ratio.toFixed(2)));
    row([name, median(list).toFixed(2), Math.min(...list).toFixed(2), ...texts]);
  }
  console.log('');
  for (const [name, base, most] of BUDGETS) {
    const ratio = Math.min(...of(name)) / Math.min(...of(base));
    console.log(`- ${name} ÷ ${base}: ${ratio.toFixed(2)} (budget ${most})`);
  }
  for (const failure of failures) console.log(`- left out: ${failure}`);
}

const shared = { configFile: false, root: folder, logLevel: 'error', publicDir: false };
await build({
  ...shared,
  build: { outDir, emptyOutDir: true, target: 'es2022' },
  worker: { format: 'iife' },
});
const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => console.log(`- the page threw: ${error.message}`));
  await page.goto(server.resolvedUrls.local[0]);
  await page.waitForFunction(() => 'runBench' in globalThis);
  print(await page.evaluate((rounds) => globalThis.runBench(rounds), Number(values.rounds)));
} finally {
  await browser.close();
  await server.close();
  rmSync(outDir, { recursive: true, force: true });
}
