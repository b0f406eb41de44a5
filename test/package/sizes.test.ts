import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  dependencies: Record<string, string>;
};

type Part = 'at once' | 'in all';

/** Bytes of an entry without its dependencies, bundled, minified, gzipped: what loads at once, or with the rest. */
async function measureBundle(entry: string, part: Part): Promise<number> {
  const external = Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));
  const output = (await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: root + entry, formats: ['es'] },
      rollupOptions: { external, output: { minify: true } },
    },
  })) as Rolldown.RolldownOutput[];
  const chunks = output.flatMap((bundle) => bundle.output.filter((file) => file.type === 'chunk'));
  const counted = chunks.filter(({ isEntry }) => part === 'in all' || isEntry);
  return counted.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** Budgets in kB, gzipped: a little above what was measured, so that growth is a decision. */
const BUDGETS: { title: string; kilobytes: number; measure: () => Promise<number> | number }[] = [
  {
    title: 'engine, without valibot and temporal-polyfill',
    kilobytes: 30,
    measure: () => measureBundle('dist/engine/index.js', 'in all'),
  },
  { title: 'catalog', kilobytes: 5, measure: () => measureBundle('dist/catalog/index.js', 'in all') },
  {
    title: 'funnel-chart, at once, without dependencies',
    kilobytes: 40,
    measure: () => measureBundle('dist/define/funnel-chart.js', 'at once'),
  },
  {
    title: 'single file',
    kilobytes: 230,
    measure: () => gzipSync(readFileSync(`${root}dist/cdn/funnelwheel.js`), { level: 9 }).length,
  },
  {
    title: 'worker',
    kilobytes: 72,
    measure: () => gzipSync(readFileSync(`${root}dist/cdn/worker.js`), { level: 9 }).length,
  },
];

for (const { title, kilobytes, measure } of BUDGETS) {
  test(`size: ${title}`, async () => {
    const bytes = await measure();
    console.log(`size: ${title}: ${inKilobytes(bytes)} of ${kilobytes} kB`);
    assert.ok(bytes > 0, 'something was measured');
    assert.ok(bytes <= kilobytes * 1000, `${inKilobytes(bytes)} is more than ${kilobytes} kB`);
  });
}
