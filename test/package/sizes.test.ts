import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  dependencies: Record<string, string>;
};

type Part = 'at once' | 'in all';

const CODE = 'virtual:code';

/** Lets an entry be a few lines of code instead of a file. */
const virtualEntry = (code: string): Plugin => ({
  name: 'virtual-entry',
  resolveId: (id) => (id.endsWith(CODE) ? `${root}entry.js` : undefined),
  load: (id) => (id === `${root}entry.js` ? code : undefined),
});

/**
 * Bytes of some code (what it imports from dist/) without its dependencies, bundled, minified, gzipped: what loads at
 * once, or with the rest.
 */
async function measureBundle(code: string, part: Part): Promise<number> {
  const external = Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));
  const output = (await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    plugins: [virtualEntry(code)],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: CODE, formats: ['es'], fileName: 'entry' },
      rollupOptions: { external, output: { minify: true } },
    },
  })) as Rolldown.RolldownOutput[];
  const chunks = output.flatMap((bundle) => bundle.output.filter((file) => file.type === 'chunk'));
  const counted = chunks.filter(({ isEntry }) => part === 'in all' || isEntry);
  return counted.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
}

const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** The tags, each alone on a page: what it loads at once, without dependencies, and its budget. */
const TAGS: [tag: string, kilobytes: number][] = [
  ['funnel-chart', 41],
  ['funnel-step-drilldown', 50],
  ['lifecycle-wheel', 38.5],
  ['activation-rate', 18.5],
  ['channel-report', 21.5],
  ['experiment-readout', 22],
];

const FUNNELS_ONLY = `
  export { createStore } from './dist/engine/dataset/create-store.js';
  export { FunnelSession } from './dist/engine/session.js';`;

/**
 * Budgets in kB, gzipped: a little above what was measured, so that growth is a decision. speed.md and look.md aim
 * lower: 15 for the engine of a funnel, 18 for each of the first two tags and 15 for the wheel, with Lit.
 */
const BUDGETS: { title: string; kilobytes: number; measure: () => Promise<number> | number }[] = [
  {
    title: 'engine, what a funnel needs',
    kilobytes: 33,
    measure: () => measureBundle(FUNNELS_ONLY, 'in all'),
  },
  {
    title: 'engine, with the wheels and the figures',
    kilobytes: 57,
    measure: () => measureBundle(`export * from './dist/engine/index.js'`, 'in all'),
  },
  {
    title: 'catalog',
    kilobytes: 5,
    measure: () => measureBundle(`export * from './dist/catalog/index.js'`, 'in all'),
  },
  ...TAGS.map(([tag, kilobytes]) => ({
    title: `${tag}, at once`,
    kilobytes,
    measure: () => measureBundle(`import './dist/define/${tag}.js'`, 'at once'),
  })),
  {
    title: 'single file',
    kilobytes: 397,
    measure: () => gzipSync(readFileSync(`${root}dist/cdn/funnelwheel.js`), { level: 9 }).length,
  },
  {
    title: 'worker',
    kilobytes: 107,
    measure: () => gzipSync(readFileSync(`${root}dist/cdn/worker.js`), { level: 9 }).length,
  },
];

for (const [name, kilobytes] of [
  ['arrow', 14],
  ['parquet', 27],
] as const)
  BUDGETS.push({
    title: `reader of ${name}`,
    kilobytes,
    measure: () => gzipSync(readFileSync(`${root}dist/readers/${name}.js`), { level: 9 }).length,
  });

test('what reads Arrow and Parquet is in files of its own alone', () => {
  const read = (file: string) => readFileSync(`${root}dist/${file}`, 'utf8');
  const words = { 'readers/parquet.js': 'row_groups', 'readers/arrow.js': 'Missing compression codec' };
  for (const [reader, word] of Object.entries(words)) {
    assert.ok(read(reader).includes(word), reader);
    assert.ok(!read(reader).includes('WebAssembly'), `${reader} needs no policy of its own`);
    for (const file of ['cdn/funnelwheel.js', 'cdn/worker.js'])
      assert.ok(!read(file).includes(word), `${file} has nothing of ${reader}`);
  }
});

for (const { title, kilobytes, measure } of BUDGETS) {
  test(`size: ${title}`, async () => {
    const bytes = await measure();
    console.log(`size: ${title}: ${inKilobytes(bytes)} of ${kilobytes} kB`);
    assert.ok(bytes > 0, 'something was measured');
    assert.ok(bytes <= kilobytes * 1000, `${inKilobytes(bytes)} is more than ${kilobytes} kB`);
  });
}
